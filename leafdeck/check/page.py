"""A laid-out page as values, for rules to judge: its words as they are set, and what is painted behind them."""

from __future__ import annotations

from dataclasses import dataclass

from leafdeck.units import Pt


@dataclass(frozen=True, slots=True)
class Style:
    """Words of one style within a paragraph.

    ``color`` is ``#rrggbb`` as it is seen, ``ground`` what these words alone are marked with; ``raised`` is a
    superscript.
    """

    text: str
    size: Pt
    color: str
    bold: bool = False
    italic: bool = False
    underlined: bool = False
    linked: bool = False
    raised: bool = False
    ground: str = ""


@dataclass(frozen=True, slots=True)
class Words:
    """A paragraph on one page.

    Attributes:
        styles: its words in reading order.
        lines: the words of each line.
        split: whether a line ends within a word, with a hyphen that was put there.
        align: CSS's word.
        leading: the distance of its lines as a share of its type size.
        x: its left edge, from the page's.
        y: its top, from the page's.
        width: the width of its widest line.
        height: from the top of its first line to the foot of its last.
        behind: the colours that are painted behind it, as ``#rrggbb``; empty where only a picture is.
        tag: the element it comes from.
        table: whether it stands in a table.
        margin: whether it stands in the page's margin.
        title: whether it is the title of a slide.
        source: the part of the outline it comes from, where the template says.
        drawn: whether it is a line of words within a drawing.
    """

    styles: tuple[Style, ...]
    lines: tuple[str, ...]
    split: bool
    align: str
    leading: float
    x: Pt
    y: Pt
    width: Pt
    height: Pt
    behind: tuple[str, ...]
    tag: str
    table: bool = False
    margin: bool = False
    title: bool = False
    source: str = ""
    drawn: bool = False

    @property
    def text(self) -> str:
        """Its words on one line."""
        return " ".join("".join(style.text for style in self.styles).split())

    @property
    def heading(self) -> bool:
        """Whether it is a heading."""
        return self.title or self.tag in {"h1", "h2", "h3", "h4", "h5", "h6"}


@dataclass(frozen=True, slots=True)
class Graphic:
    """A drawing that says something: its alternative text, its colours and those behind it.

    ``source`` is the part of the outline that it comes from, where the template says; ``after`` is how many of the
    page's paragraphs come before it.
    """

    alt: str
    colors: tuple[str, ...]
    behind: tuple[str, ...]
    source: str = ""
    after: int = 0


@dataclass(frozen=True, slots=True)
class Page:
    """A page of the leaflet, or of the slides.

    Attributes:
        number: counted from 1.
        width: from edge to edge.
        height: from edge to edge.
        filled: the share of the height between the margins that its content takes.
        words: its paragraphs in reading order, those of the margins last.
        graphics: its drawings that say something.
        slide: whether it is one of the slides.
        anchors: the ids of what stands on it.
    """

    number: int
    width: Pt
    height: Pt
    filled: float
    words: tuple[Words, ...]
    graphics: tuple[Graphic, ...] = ()
    slide: bool = False
    anchors: tuple[str, ...] = ()
