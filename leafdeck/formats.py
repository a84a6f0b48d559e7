"""The forms that a leaflet comes in: each is a style sheet and, only where its structure differs, a template."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum, auto


class Medium(Enum):
    """What a form is read on, and so which engine makes it."""

    PAPER = auto()
    SCREEN = auto()
    WORDS = auto()


@dataclass(frozen=True, slots=True)
class Format:
    """One form of the leaflet.

    Attributes:
        name: what ``--format`` calls it; its style sheet is ``styles/formats/NAME.css``.
        file: the name of what is written.
        template: what it is made of, below ``templates/``.
        medium: laid out on pages, one web page, or nothing but text, which has no style sheet.
        bases: the style sheets that its own builds on; a copy of its own beside the content still finds them.
        floor: the smallest size of its running text in clear print, in pt, if it can be asked for a number of pages.
        columns: whether short things may stand in two columns.
        sides: which of its pages stand side by side on each side of one sheet, from the left, where it is folded.
    """

    name: str
    file: str
    template: str = "leaflet/leaflet.html"
    medium: Medium = Medium.PAPER
    sides: tuple[tuple[int, ...], ...] = ()
    bases: tuple[str, ...] = ()
    floor: float = 0
    columns: bool = False

    @property
    def sheet(self) -> str:
        """The place of its style sheet among the resources."""
        return f"styles/formats/{self.name}.css"

    @property
    def sheets(self) -> str:
        """The name of the printer's sheets, of a form that has them."""
        return f"leaflet-{self.name}-sheets.pdf"

    @property
    def press(self) -> str:
        """The name of the print shop's file, of a form on paper."""
        return f"leaflet-{self.name}-press.pdf"

    @property
    def kept(self) -> str:
        """The name of the laid-out HTML that ``--keep-html`` writes."""
        return f"html/leaflet-{self.name}.html"


ROLL_FOLD = ((2, 6, 1), (3, 4, 5))
"""A sheet folded in three, its right third over its left one: how its panels stand on each side.

Panels are counted as they are read: the cover, the flap that is folded in, the three inside, the back."""
Z_FOLD = ((4, 5, 1), (2, 3, 6))
"""The same of a sheet folded like a Z: the cover opens to the second and the third panel."""

FITTED = "styles/leaflet-fit.css"
NARROW = "styles/leaflet-narrow.css"

A4 = Format("a4", "leaflet.pdf", bases=(FITTED,), floor=12, columns=True)
LETTER = Format("letter", "leaflet-letter.pdf", bases=(FITTED,), floor=12, columns=True)
LARGE_PRINT = Format("large-print", "leaflet-large-print.pdf", "leaflet/large-print.html", bases=(NARROW,), floor=18)
BOOKLET = Format("a5-booklet", "leaflet-a5-booklet.pdf", "leaflet/a5-booklet.html", bases=(NARROW,))
POSTER = Format("poster", "leaflet-poster.pdf", "leaflet/poster.html")
TRIFOLD = Format("trifold", "leaflet-trifold.pdf", "leaflet/trifold.html", bases=(NARROW,), sides=ROLL_FOLD)
FOLDED = (NARROW, TRIFOLD.sheet)
TRIFOLD_Z = Format("trifold-z", "leaflet-trifold-z.pdf", "leaflet/trifold.html", bases=FOLDED, sides=Z_FOLD)
TRIFOLD_LETTER = Format(
    "trifold-letter", "leaflet-trifold-letter.pdf", "leaflet/trifold.html", bases=FOLDED, sides=ROLL_FOLD
)
WEB = Format("web", "leaflet.html", "web/web.html", Medium.SCREEN)
TEXT = Format("text", "leaflet.txt", "text/leaflet.txt", Medium.WORDS)
FORMATS = (A4, LETTER, LARGE_PRINT, BOOKLET, POSTER, TRIFOLD, TRIFOLD_Z, TRIFOLD_LETTER, WEB, TEXT)
"""Every form there is, the usual one first."""
