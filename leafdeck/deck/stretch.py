"""What a section's pages hold, as a row of pieces between which it can go on with a further page. Lengths in CSS px."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Piece:
    """What stays whole: a line, a list item, a row, a card.

    Attributes:
        page: the page that it stands on, counted from 0 within its stretch.
        top, bottom: its edges, measured from the top of its page's content.
        element: the selector of the outermost element that begins with it; empty where none does, as for a second line.
        can: a page may begin with it.
        avoid: its style, or that of what stands before it, asks that no page begins with it.
        margin: what would part it from the piece before on one page, in px, where a page parts them now.
        cut: it went on over the page's end, though it should not have, and fits on one.
        head: how much stands above it where a page begins with it: a table's head, the padding of a box that goes on.
        tail: how much stands below it where a page ends with it.
        group: the list or table body that holds its item; empty for none.
        item: which item of the group it belongs to, counted from 1.
        siblings: how many items the group has.
    """

    page: int
    top: float
    bottom: float
    element: str = ""
    can: bool = True
    avoid: bool = False
    margin: float = 0.0
    cut: bool = False
    head: float = 0.0
    tail: float = 0.0
    group: str = ""
    item: int = 0
    siblings: int = 0


@dataclass(frozen=True, slots=True)
class Stretch:
    """Pages that follow each other by overflow alone.

    Attributes:
        first: the section's page that it begins on, counted from 0.
        pages: how many pages it has.
        room: the height of a page's content.
        padding: the page's own padding below it.
        pieces: all that stands on its pages, in order.
        fixed: something on it is cut over pages that should stay whole, so that where pages end cannot be planned.
    """

    first: int
    pages: int
    room: float
    pieces: tuple[Piece, ...]
    padding: float = 0.0
    fixed: bool = False


@dataclass(frozen=True, slots=True)
class Tight:
    """What has less room than it needs.

    Attributes:
        what: ``word``, ``title``, ``row``, or ``part`` for another thing that should stay whole.
        text: its words, or the first of them.
        selectors: the elements that hold its words, each with its font's size in px.
        share: by how much it would have to be smaller to fit; 1 or more where it fits.
        table: it stands in a table.
        section: its section's key.
        source: its place in the content.
    """

    what: str
    text: str
    selectors: tuple[tuple[str, float], ...]
    share: float
    table: bool
    section: str
    source: str


@dataclass(frozen=True, slots=True)
class Section:
    """A section's pages as they were laid out.

    Attributes:
        key: what tells it from the others: its selector.
        title: the selector of its title; empty when it has none.
        named: it has an id, by which its pages are known to be one section's.
        first: its first page, counted from 1.
        pages: how many it has.
        free: the px left on the last line of its title.
        size: its title's font size in px.
        stretches: its pages, where it has several.
    """

    key: str
    title: str
    first: int
    pages: int
    named: bool = True
    free: float = 0.0
    size: float = 0.0
    stretches: tuple[Stretch, ...] = ()
