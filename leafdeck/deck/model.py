"""A deck as a value, in PowerPoint's own words (ECMA-376 part 1, chapters 19 to 21). Lengths are EMU or points.

Nothing here knows CSS, the layout engine or a file format's XML; `writer` turns a Deck into bytes.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass, field

from leafdeck.deck.chart import ChartData
from leafdeck.deck.paint import Color, Fill
from leafdeck.deck.text import RunStyle, TextBody
from leafdeck.units import Emu

SLOTS = ("dk1", "lt1", "dk2", "lt2", *(f"accent{n}" for n in range(1, 7)), "hlink", "folHlink")
"""The colour slots of a theme, in the order that the schema wants (20.1.6.2)."""


@dataclass(frozen=True, slots=True)
class Theme:
    """A deck's colours (a slot of SLOTS to ``rrggbb``) and its font families for headings and for the rest.

    ``east_asian`` and ``complex_script`` are families for letters of such scripts. ``shapes`` is what is known of
    families' shapes, by which a program finds a like one: their PANOSE numbers in hexadecimal digits, and
    pitch and family (21.1.2.3.7).
    """

    colors: Mapping[str, str]
    major: str
    minor: str
    name: str = "leafdeck"
    east_asian: str = ""
    complex_script: str = ""
    shapes: Mapping[str, tuple[str | None, int]] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class DeckInfo:
    """What the file says of itself. ``date`` is the guide's own: nothing here comes from a clock."""

    title: str
    language: str
    date: dt.date
    theme: Theme
    author: str = ""
    subject: str = ""
    keywords: str = ""


@dataclass(frozen=True, slots=True)
class Box:
    """A shape's place: left, top, width, height."""

    x: Emu
    y: Emu
    width: Emu
    height: Emu


@dataclass(frozen=True, slots=True)
class Preset:
    """A preset geometry (20.1.9.18) and its adjust values."""

    name: str = "rect"
    adjust: tuple[tuple[str, int], ...] = ()


Step = tuple[str, tuple[tuple[int, int], ...]]
"""``M``, ``L``, ``C`` or ``Z`` and its points, in EMU from the shape's top left corner."""


@dataclass(frozen=True, slots=True)
class Freeform:
    """A custom geometry (20.1.9.8): each path is filled by itself, even-odd."""

    paths: tuple[tuple[Step, ...], ...]


@dataclass(frozen=True, slots=True)
class Line:
    """An outline: ``dash`` is PowerPoint's word, such as ``solid``, ``dash`` or ``sysDot`` (20.1.10.48).

    ``compound`` is ``dbl`` for a double line (20.1.10.15).
    """

    width: Emu
    color: Color
    dash: str = "solid"
    compound: str = ""


@dataclass(frozen=True, slots=True)
class Shadow:
    """A shape's shadow (20.1.8.45, 20.1.8.40): where it falls, in degrees clockwise from the right, and how large."""

    blur: Emu
    distance: Emu
    direction: float
    color: Color
    scale: tuple[float, float] = (1.0, 1.0)
    inset: bool = False


@dataclass(frozen=True, slots=True)
class Shape:
    """A text box, autoshape, freeform or placeholder.

    ``placeholder`` is its type: ``title``, ``subTitle``, ``body``, ``dt``, ``ftr`` or ``sldNum``. A shape without text
    and without ``alt`` is decoration. ``box`` is None where a placeholder takes its layout's place.
    ``rotation`` is in degrees clockwise; ``link`` is where a click on it leads.
    """

    name: str
    box: Box | None
    geometry: Preset | Freeform = field(default_factory=Preset)
    fill: Fill | None = None
    line: Line | None = None
    text: TextBody | None = None
    alt: str = ""
    placeholder: str = ""
    shadows: tuple[Shadow, ...] = ()
    rotation: float = 0.0
    link: str = ""
    reveal: int = 0


@dataclass(frozen=True, slots=True)
class PictureShape:
    """A raster picture; ``crop`` is the share cut off left, top, right and bottom. Without ``alt``: decoration.

    ``vector`` is an SVG file of the same picture, which PowerPoint shows in its place.
    """

    name: str
    box: Box
    data: bytes
    media_type: str
    alt: str = ""
    vector: bytes = b""
    crop: tuple[float, float, float, float] = (0, 0, 0, 0)
    geometry: Preset | Freeform = field(default_factory=Preset)
    alpha: float = 1.0
    shadows: tuple[Shadow, ...] = ()
    rotation: float = 0.0
    link: str = ""
    reveal: int = 0


@dataclass(frozen=True, slots=True)
class TableCell:
    """A cell: its text, margins in the body's insets, borders left, right, top and bottom.

    ``merged`` is ``h`` or ``v`` for a cell that another one covers.
    """

    text: TextBody
    fill: Fill | None = None
    borders: tuple[Line | None, Line | None, Line | None, Line | None] = (None, None, None, None)
    colspan: int = 1
    rowspan: int = 1
    merged: str = ""


@dataclass(frozen=True, slots=True)
class TableShape:
    """A native table: column widths, row heights, cells row by row, and which of them are headings.

    Columns stand in reading order; ``right_to_left`` is where the first one stands to the right.
    """

    name: str
    box: Box
    columns: tuple[Emu, ...]
    heights: tuple[Emu, ...]
    rows: tuple[tuple[TableCell, ...], ...]
    first_row: bool
    first_column: bool
    right_to_left: bool = False
    alt: str = ""
    reveal: int = 0


@dataclass(frozen=True, slots=True)
class ChartShape:
    """A native chart: its data, and how its words are set."""

    name: str
    box: Box
    data: ChartData
    style: RunStyle
    alt: str
    reveal: int = 0


@dataclass(frozen=True, slots=True)
class GroupShape:
    """Shapes that belong together, under one name. ``alt`` is empty for decoration."""

    name: str
    box: Box
    shapes: tuple[AnyShape, ...]
    alt: str = ""
    rotation: float = 0.0
    link: str = ""
    reveal: int = 0


AnyShape = Shape | PictureShape | TableShape | ChartShape | GroupShape
"""What stands on a slide. ``reveal`` is the click at which it appears, 0 for what is there from the start."""


@dataclass(frozen=True, slots=True)
class Note:
    """A paragraph of the speaker notes; level 0 has no bullet."""

    text: str
    level: int = 0


@dataclass(frozen=True, slots=True)
class Layout:
    """A slide layout: ``kind`` is PowerPoint's type (19.7.15), placeholders carry sample text in their style."""

    name: str
    kind: str
    background: Fill | None
    decorations: tuple[AnyShape, ...]
    placeholders: tuple[Shape, ...]


@dataclass(frozen=True, slots=True)
class Slide:
    """A slide: which layout, shapes in reading order with the title first, notes, its part of the talk, its source.

    ``anchor`` is what links within the deck call it; ``anchors`` are the names of what stands on it.
    """

    title: str
    layout: int
    shapes: tuple[AnyShape, ...]
    notes: tuple[Note, ...] = ()
    part: str = ""
    source: str = ""
    language: str = ""
    anchor: str = ""
    anchors: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Deck:
    """A whole presentation."""

    width: Emu
    height: Emu
    layouts: tuple[Layout, ...]
    slides: tuple[Slide, ...]


def walk(shapes: tuple[AnyShape, ...]) -> tuple[AnyShape, ...]:
    """Return shapes and all within groups, in reading order; a group goes before what it holds."""
    found: list[AnyShape] = []
    for shape in shapes:
        found.append(shape)
        if isinstance(shape, GroupShape):
            found.extend(walk(shape.shapes))
    return tuple(found)
