"""A finished page as a frozen tree of our own words: what was laid out, where, and where it comes from.

Every length is in CSS pixels, measured from the page's top left corner. Nothing here knows the layout engine,
and nothing here knows PowerPoint.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import StrEnum

from leafdeck.deck.chart import ChartData
from leafdeck.deck.paint import ZERO, Color, Fill, Font, Matrix, Paint, Rect, VectorPath
from leafdeck.units import Px


@dataclass(frozen=True, slots=True)
class Origin:
    """Which element a thing comes from, and what its data attributes say of it.

    ``reveal`` is the click of the presenter's at which it appears, 0 for what is there from the start.
    """

    tag: str = ""
    source: str = ""
    group: str = ""
    placeholder: str = ""
    label: str = ""
    reveal: int = 0


@dataclass(frozen=True, slots=True)
class Run:
    """Some text in one style on one line, as it was laid out."""

    text: str
    font: Font
    width: Px
    href: str = ""


class Break(StrEnum):
    """How a line ends."""

    SPACE = "space"  # wrapped at a space, which is not part of the line any more
    NONE = "none"  # wrapped inside a word, after a hyphen or between ideographs
    FORCED = "forced"  # a <br> or a preserved line feed
    END = "end"  # the paragraph ends


@dataclass(frozen=True, slots=True)
class Line:
    """One laid-out line.

    Attributes:
        baseline: its distance from the page's top.
        descent: how far the main font's box reaches below the baseline.
        head: what the line above would need to take this line's first word: its width, that of a space before it too.
        divided: whether it ends within a word, with a hyphen that was put there, which its runs are without.
    """

    rect: Rect
    baseline: Px
    descent: Px
    runs: tuple[Run, ...]
    ends: Break
    head: Px = ZERO
    divided: bool = False


@dataclass(frozen=True, slots=True)
class Marker:
    """A list item's marker: its text, its edges and its style.

    ``kind`` is CSS's name of the list's style, such as ``lower-roman``; ``image`` is a picture's file instead of text.
    """

    text: str
    x: Px
    font: Font
    right: Px = ZERO
    kind: str = "decimal"
    image: bytes = b""
    height: Px = ZERO


@dataclass(frozen=True, slots=True)
class Paragraph:
    """Lines that belong together. ``rect`` is the content box they were set in; ``level`` the depth of lists.

    ``indent`` is how far the first line stands in. ``lost`` names effects that this tree has no words for.
    The last line ends otherwise than with END where the paragraph goes on in the next column.
    ``behind`` and ``over`` are what stands among the words, which leave room for it: frames of words, and pictures.
    """

    rect: Rect
    lines: tuple[Line, ...]
    align: str
    line_height: Px
    level: int = 0
    marker: Marker | None = None
    right_to_left: bool = False
    origin: Origin = Origin()
    lost: tuple[str, ...] = ()
    indent: Px = ZERO
    behind: tuple[Item, ...] = ()
    over: tuple[Item, ...] = ()


@dataclass(frozen=True, slots=True)
class Block:
    """A box: what it paints on its border box, the content box within, and what stands in it, in DOM order.

    ``turn`` is how the whole of it is turned once it is laid out. ``lost`` names effects that this tree has no words
    for, such as a skew. ``column`` is one of several columns, through which the words of the box around it flow.
    """

    rect: Rect
    content: Rect
    paint: Paint
    children: tuple[Item, ...]
    origin: Origin
    vertical_align: str = "top"
    lost: tuple[str, ...] = ()
    turn: Matrix | None = None
    column: bool = False


@dataclass(frozen=True, slots=True)
class Lettering:
    """A line of words in a drawing: its colour, the middle of it, and what the drawing has behind it, lowest first."""

    text: str
    size: Px
    color: Color
    middle: tuple[float, float]
    bold: bool = False
    behind: tuple[Fill, ...] = ()


@dataclass(frozen=True, slots=True)
class Picture:
    """A raster image: what shows of it lies at ``rect``; ``crop`` is cut off left, top, right, bottom (0 to 1).

    ``href`` is where a link around it leads. ``vector`` is an SVG file of the same picture, for programs that can show
    one; ``lost`` names what that had to be without. ``lettering`` is what a drawing's words are, where it was one.
    """

    rect: Rect
    data: bytes
    media_type: str
    alt: str
    crop: tuple[float, float, float, float] = (0, 0, 0, 0)
    origin: Origin = Origin()
    paint: Paint = field(default_factory=Paint)
    opacity: float = 1.0
    href: str = ""
    vector: bytes = b""
    lost: tuple[str, ...] = ()
    lettering: tuple[Lettering, ...] = ()


@dataclass(frozen=True, slots=True)
class Drawing:
    """A vector drawing. ``alt`` is empty for decoration; ``lost`` names what of it could not be read."""

    rect: Rect
    paths: tuple[VectorPath, ...]
    alt: str
    lost: tuple[str, ...] = ()
    origin: Origin = Origin()
    href: str = ""


@dataclass(frozen=True, slots=True)
class Chart:
    """A chart: its data, how its words are set, and what they are in the drawing of it."""

    rect: Rect
    data: ChartData
    font: Font
    alt: str
    origin: Origin = Origin()
    lettering: tuple[Lettering, ...] = ()


@dataclass(frozen=True, slots=True)
class Cell:
    """A table cell; ``column`` counts from 0."""

    column: int
    block: Block
    header: bool = False
    colspan: int = 1
    rowspan: int = 1


@dataclass(frozen=True, slots=True)
class Row:
    """A table row and whether it belongs to the table's head."""

    y: Px
    height: Px
    cells: tuple[Cell, ...]
    head: bool = False


@dataclass(frozen=True, slots=True)
class Table:
    """A table's part on this page: the left edge and width of each column, and its rows.

    Columns stand in reading order: from the right in a table that is read from the right.
    """

    rect: Rect
    columns: tuple[tuple[Px, Px], ...]
    rows: tuple[Row, ...]
    label: str
    origin: Origin


Item = Block | Paragraph | Picture | Drawing | Chart | Table
"""What a page is made of."""


@dataclass(frozen=True, slots=True)
class NoteParagraph:
    """A paragraph of the speaker notes; level 0 has no bullet."""

    text: str
    level: int = 0


@dataclass(frozen=True, slots=True)
class Frame:
    """One laid-out page of the slides.

    Attributes:
        width, height: the page's size.
        area: the page's content area, inside its margins.
        background: the page's own background.
        section: the id of the section it belongs to; empty when there is none.
        anchors: the ids of the elements that stand on it, which links may name.
        layout, part, source: what the section's data attributes say.
        title: the words of the section's title, as the DOM has them.
        notes: the section's speaker notes, on its first page only.
        items: what stands in the page area, in DOM order.
        margins: what stands in the page's margin boxes.
    """

    width: Px
    height: Px
    area: Rect
    background: Fill | None
    section: str
    layout: str
    part: str
    source: str
    title: str
    notes: tuple[NoteParagraph, ...]
    items: tuple[Item, ...]
    margins: tuple[Item, ...]
    lang: str = ""
    anchors: tuple[str, ...] = ()


def text_of(item: Item) -> str:
    """Return the words of an item in reading order, one space between words."""
    return " ".join(_words(item))


def _words(item: Item) -> list[str]:
    if isinstance(item, Paragraph):
        text = ""
        for line in item.lines:
            text += "".join(run.text for run in line.runs)
            text += "" if line.ends is Break.NONE else " "
        return text.split()
    if isinstance(item, Block):
        return [word for child in item.children for word in _words(child)]
    if isinstance(item, Table):
        return [word for row in item.rows for cell in row.cells for word in _words(cell.block)]
    return []
