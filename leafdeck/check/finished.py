"""A finished presentation as values, for rules to judge: what its file says, with nothing left to inherit.

Colours are resolved through theme, colour map, master and layout, sizes and languages through list styles. Lengths
are EMU, from the slide's top left corner, in groups too. These have no slots: one process hands them to another, and
frozen values with slots take ten times as long to pickle.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from leafdeck.units import Emu, Pt


@dataclass(frozen=True)
class Area:
    """A place on a slide. ``rotation`` is in degrees clockwise about its middle."""

    x: Emu
    y: Emu
    width: Emu
    height: Emu
    rotation: float = 0.0

    @property
    def right(self) -> int:
        """The right edge."""
        return self.x + self.width

    @property
    def bottom(self) -> int:
        """The lower edge."""
        return self.y + self.height


@dataclass(frozen=True)
class Ink:
    """A colour, ``#rrggbb``, and how much it hides of what is behind it: 1 is all."""

    color: str
    alpha: float = 1.0


@dataclass(frozen=True)
class Filling:
    """What fills an area: one colour, or a gradient's; none where it is a picture, whose colours are not known."""

    inks: tuple[Ink, ...]
    ellipse: bool = False


@dataclass(frozen=True)
class Run:
    """Words in one style.

    ``link`` is the file's name for where they lead, empty where they are no link; ``behind`` is a highlight's colour.
    """

    text: str
    size: Pt
    color: Ink | None = None
    bold: bool = False
    language: str = ""
    link: str = ""
    behind: Ink | None = None


@dataclass(frozen=True)
class Paragraph:
    """A paragraph, and whether it runs from right to left."""

    runs: tuple[Run, ...]
    right_to_left: bool = False

    @property
    def text(self) -> str:
        """Its words."""
        return "".join(run.text for run in self.runs)


@dataclass(frozen=True)
class Cell:
    """A table's cell; ``merged`` where it is one of several that are one, or is covered by such a one."""

    area: Area
    paragraphs: tuple[Paragraph, ...]
    filling: Filling | None = None
    merged: bool = False


@dataclass(frozen=True)
class Item:
    """What stands on a slide.

    Attributes:
        kind: ``shape``, ``line``, ``picture``, ``table``, ``chart``, ``media``, ``group`` or ``other``.
        name: what the selection pane calls it.
        area: where it is.
        alt: its alternative text.
        decorative: whether it is marked as decoration.
        hidden: whether the selection pane hides it.
        placeholder: its type, such as ``title`` or ``body``; empty for what is none.
        paragraphs: its text, a chart's own words too.
        inner: where its text may stand: the area without the margins.
        filling: what it is filled with.
        link: the file's name for where a click on it leads; empty where it leads nowhere.
        children: what a group holds.
        rows: a table's cells.
        first_row: whether the table's first row is marked as its headings.
        first_column: whether its first column is.
        captioned: whether a sound or a film has a track of captions.
    """

    kind: str
    name: str
    area: Area
    alt: str = ""
    decorative: bool = False
    hidden: bool = False
    placeholder: str = ""
    paragraphs: tuple[Paragraph, ...] = ()
    inner: Area | None = None
    filling: Filling | None = None
    link: str = ""
    children: tuple[Item, ...] = ()
    rows: tuple[tuple[Cell, ...], ...] = ()
    first_row: bool = False
    first_column: bool = False
    captioned: bool = False

    @property
    def text(self) -> str:
        """Its own words, a line feed between paragraphs."""
        return "\n".join(paragraph.text for paragraph in self.paragraphs).strip()

    @property
    def is_title(self) -> bool:
        """Whether this is the slide's title."""
        return self.placeholder in {"title", "ctrTitle"}

    @property
    def is_foot(self) -> bool:
        """Whether this is a footer, a date or a slide's number."""
        return self.placeholder in {"ftr", "dt", "sldNum"}


@dataclass(frozen=True)
class Slide:
    """A slide.

    Attributes:
        number: counted from 1.
        items: what stands on it, in reading order, which is also the order in which it is drawn.
        below: what its layout and master draw beneath it.
        background: what fills it.
        notes: the speaker's words.
        advances: after how many milliseconds the next slide comes by itself; None if it waits for a click.
        starts_by_itself: whether something on it moves or plays without a click.
    """

    number: int
    items: tuple[Item, ...]
    below: tuple[Item, ...] = ()
    background: Filling | None = None
    notes: tuple[Paragraph, ...] = ()
    advances: int | None = None
    starts_by_itself: bool = False

    @property
    def title(self) -> Item | None:
        """The title's placeholder."""
        return next((item for item in walk(self.items) if item.is_title), None)


@dataclass(frozen=True)
class Presentation:
    """A presentation. ``sections`` are names and their slides' numbers; ``locked`` is guarded against changes.

    ``runs_by_itself`` is a show without a speaker, which goes on by itself or begins again at its end.
    """

    width: Emu
    height: Emu
    title: str
    language: str
    slides: tuple[Slide, ...]
    sections: tuple[tuple[str, tuple[int, ...]], ...] = ()
    locked: bool = False
    runs_by_itself: bool = False


def walk(items: tuple[Item, ...]) -> Iterator[Item]:
    """Give items and all that groups hold, in order; a group before what it holds."""
    for item in items:
        yield item
        yield from walk(item.children)
