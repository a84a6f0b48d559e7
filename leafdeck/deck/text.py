"""Text in a deck as a value: runs, paragraphs, bodies (ECMA-376 part 1, 21.1.2). Lengths are EMU or points."""

from __future__ import annotations

from dataclasses import dataclass

from leafdeck.deck.paint import Color
from leafdeck.units import Emu, Pt

WEB = ("http://", "https://", "mailto:", "tel:")
"""How the addresses start that a link may lead to outside the deck."""

NONE = Emu(0)
NO_SPACE = Pt(0)


@dataclass(frozen=True, slots=True)
class RunStyle:
    """How a run is set: ``baseline`` in thousandths of a per cent of its size, ``spacing`` in hundredths of a point.

    ``east_asian`` and ``complex_script`` are fonts for such letters: empty for the run's font, None for the theme's.
    """

    font: str
    size: Pt
    color: Color
    bold: bool = False
    italic: bool = False
    underline: bool = False
    underline_style: str = "sng"
    underline_color: Color | None = None
    strike: bool = False
    small_caps: bool = False
    baseline: int = 0
    spacing: int = 0
    highlight: Color | None = None
    lang: str = ""
    east_asian: str | None = ""
    complex_script: str | None = ""
    kerning: bool = True


@dataclass(frozen=True, slots=True)
class TextRun:
    """Text in one style. ``field`` is ``slidenum`` for a slide number that PowerPoint keeps up to date."""

    text: str
    style: RunStyle
    link: str = ""
    field: str = ""


@dataclass(frozen=True, slots=True)
class LineBreak:
    """A line break within a paragraph."""

    style: RunStyle


@dataclass(frozen=True, slots=True)
class Bullet:
    """A list item's bullet: a character, a picture's file, or a numbering scheme (20.1.10.61) with its first number."""

    font: str
    color: Color
    size: int = 100
    char: str = ""
    scheme: str = ""
    start: int = 1
    picture: bytes = b""


@dataclass(frozen=True, slots=True)
class Para:
    """A paragraph. ``align`` is ``l``, ``ctr``, ``r`` or ``just``; line spacing is exact."""

    runs: tuple[TextRun | LineBreak, ...]
    line_spacing: Pt
    align: str = "l"
    level: int = 0
    margin: Emu = NONE
    indent: Emu = NONE
    bullet: Bullet | None = None
    space_before: Pt = NO_SPACE
    right_to_left: bool = False
    space_after: Pt = NO_SPACE

    @property
    def text(self) -> str:
        """The words, a line feed for a line break."""
        return "".join(run.text if isinstance(run, TextRun) else "\n" for run in self.runs)


@dataclass(frozen=True, slots=True)
class TextBody:
    """Paragraphs in a shape: insets are left, top, right, bottom; ``anchor`` is ``t``, ``ctr`` or ``b``.

    They flow through ``columns`` columns, ``column_gap`` apart.
    """

    paragraphs: tuple[Para, ...]
    insets: tuple[Emu, Emu, Emu, Emu] = (NONE, NONE, NONE, NONE)
    anchor: str = "t"
    columns: int = 1
    column_gap: Emu = NONE

    @property
    def text(self) -> str:
        """The words, a line feed between paragraphs."""
        return "\n".join(paragraph.text for paragraph in self.paragraphs)
