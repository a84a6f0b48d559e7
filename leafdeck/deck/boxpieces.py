"""A section's laid-out pages as pieces between which a page can end. Part of the box tree's reader (`frames`)."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import Any
from xml.etree.ElementTree import Element

from weasyprint.formatting_structure import boxes
from weasyprint.layout.absolute import AbsolutePlaceholder

from leafdeck.deck.stretch import Piece, Stretch

Box = Any
FORCED = {"page", "always", "left", "right", "recto", "verso"}
AVOID = {"avoid", "avoid-page"}
ITEMS = {"li", "tr"}
HEAD = 40.0
"""About how tall a table's head is that was not laid out, in px."""


@dataclass
class Whole:
    """What stays whole: its box, its height over all pages so far, the number of its piece, the table that it is in."""

    box: Box
    height: float
    piece: int
    table: Element | None


@dataclass
class Walk:
    """Goes through the flow of a section's pages and collects their pieces.

    Attributes:
        parents: the element around each.
        selector: gives the selector of an element.
        begun: the outermost element that begins where the walk is.
        glued: no page may begin here.
        avoid, forced: what styles ask for at this place.
        margin: the larger of the margins that meet here.
        heads: how tall the head of each table is.
        head, tail: what boxes that go on repeat above and below on each page.
        held: how many boxes around have a least height; a page that ends early would leave a gap in them.
    """

    parents: Mapping[Element, Element]
    selector: Callable[[Element], str]
    seen: set[Element] = field(default_factory=set)
    pieces: list[Piece] = field(default_factory=list)
    blocks: list[Box] = field(default_factory=list)
    wholes: list[Whole] = field(default_factory=list)
    stretches: list[Stretch] = field(default_factory=list)
    number: int = -1
    first: int = 0
    last: int = 0
    top: float = 0.0
    room: float = 0.0
    padding: float = 0.0
    fixed: bool = False
    begun: Element | None = None
    glued: bool = False
    avoid: bool = False
    forced: bool = False
    margin: float = 0.0
    heads: dict[Element, float] = field(default_factory=dict)
    table: Element | None = None
    head: float = 0.0
    tail: float = 0.0
    held: int = 0
    item: tuple[str, int, int] = ("", 0, 0)

    def page(self, page: Box) -> None:
        """Go through a page."""
        self.number += 1
        self.top, self.room, self.padding = page.content_box_y(), page.height, page.padding_bottom
        for child in page.children[0].children:
            self._box(child)

    def end(self) -> None:
        """Finish a stretch."""
        if self.pieces:
            pieces = tuple(_with_lines(self.pieces, self.blocks))
            self.stretches.append(
                Stretch(self.first, self.last - self.first + 1, self.room, pieces, self.padding, self.fixed)
            )
        self.pieces, self.blocks, self.fixed = [], [], False

    def _box(self, box: Box) -> None:
        if isinstance(box, AbsolutePlaceholder) or not box.is_in_normal_flow():
            return
        style, element = box.style, box.element
        begins = element is not None and element not in self.seen
        if begins:
            self.seen.add(element)
            self.begun = element if self.begun is None else self.begun
            self.forced |= style["break_before"] in FORCED
            self.avoid |= style["break_before"] in AVOID
            self.margin = max(self.margin, _length(style["margin_top"]))
        kept = self.item
        if begins and element.tag in ITEMS:
            self.item = self._place(element)
        if isinstance(box, boxes.TableBox):
            self._table(box)
        elif _opens(box):
            self._inside(box)
        else:
            self._whole(box, begins=begins)
        self.item = kept
        self.margin = max(self.margin, _length(style["margin_bottom"]))
        self.avoid |= style["break_after"] in AVOID
        self.forced |= style["break_after"] in FORCED

    def _place(self, element: Element) -> tuple[str, int, int]:
        """Return an item's group, its place in it, counted from 1, and how many items that has."""
        parent = self.parents.get(element)
        if parent is None:
            return "", 0, 0
        siblings = [child for child in parent if child.tag == element.tag]
        return self.selector(parent), siblings.index(element) + 1, len(siblings)

    def _inside(self, box: Box) -> None:
        """Go through a box that pages may break within."""
        clones = box.style["box_decoration_break"] == "clone"
        above = box.padding_top + box.border_top_width if clones else 0.0
        below = box.padding_bottom + box.border_bottom_width
        tall = _length(box.style["min_height"]) > 0
        self.head, self.tail, self.held = self.head + above, self.tail + clones * below, self.held + tall
        for child in box.children:
            if isinstance(child, boxes.LineBox):
                self._piece(child.position_y, child.height, box)
            else:
                self._box(child)
        self.head, self.tail, self.held = self.head - above, self.tail - clones * below, self.held - tall
        if self.pieces and not clones:
            self.pieces[-1] = replace(self.pieces[-1], tail=self.pieces[-1].tail + below)

    def _table(self, table: Box) -> None:
        """Go through a table's rows; its head stands on each page again, and rows that a cell spans stay together."""
        repeated = sum(group.height for group in table.children if group.is_header)
        # Where a row leaves no room for the head, the engine drops it.
        headed = any(child.tag == "thead" for child in table.element)
        repeated = max(repeated, self.heads.get(table.element, HEAD if headed else 0.0))
        self.heads[table.element] = repeated
        outer, self.table = self.table, table.element
        footed = sum(group.height for group in table.children if group.is_footer)
        spanned = 0
        for group in table.children:
            if group.is_footer or (group.is_header and group.element in self.seen):
                continue
            self.seen.add(group.element)
            above = 0.0 if group.is_header else repeated
            self.head, self.tail = self.head + above, self.tail + footed
            for row in group.children:
                self.glued |= spanned > 0
                spanned = max([spanned, *(cell.rowspan for cell in row.children)]) - 1
                self._box(row)
            self.head, self.tail = self.head - above, self.tail - footed
            self.glued |= group.is_header
        self.table = outer

    def _whole(self, box: Box, *, begins: bool) -> None:
        """Add what stays whole; a box that goes on from the page before did not."""
        row = isinstance(box, boxes.TableRowBox)
        top, height = (box.position_y, box.height) if row else (box.border_box_y(), box.border_height())
        whole = self.wholes[-1] if self.wholes else None
        if begins or whole is None or whole.box.element is not box.element:
            self._piece(top, height, None)
            self.wholes.append(Whole(box, height, len(self.pieces) - 1, self.table))
        else:
            whole.height += height
            piece = self.pieces[whole.piece]
            self.fixed |= whole.height > self.room - self.head
            self.pieces[whole.piece] = replace(piece, bottom=piece.top + whole.height, cut=True)
            self.last = self.number

    def _piece(self, top: float, height: float, block: Box | None) -> None:
        if self.forced:
            self.end()
        if not self.pieces:
            self.first = self.number
        self.last = self.number
        group, item, siblings = self.item
        self.pieces.append(
            Piece(
                page=self.number - self.first,
                top=top - self.top,
                bottom=top + height - self.top,
                element=self.selector(self.begun) if self.begun is not None else "",
                can=not self.glued and (self.begun is not None or (block is not None and not self.held)),
                avoid=self.avoid,
                margin=self.margin,
                head=self.head,
                tail=self.tail,
                group=group,
                item=item,
                siblings=siblings,
            )
        )
        self.blocks.append(block)
        self.begun, self.glued, self.avoid, self.forced, self.margin = None, False, False, False, 0.0


def _with_lines(pieces: Sequence[Piece], blocks: Sequence[Box | None]) -> Iterator[Piece]:
    """Yield pieces; a page begins with a line only where enough of its block stand before and after."""
    of = [block.element if block is not None else None for block in blocks]
    at = 0
    while at < len(pieces):
        end = at + 1
        while of[at] is not None and end < len(pieces) and of[end] is of[at] and not pieces[end].element:
            end += 1
        for number in range(at, end):
            piece, block = pieces[number], blocks[number]
            if number > at and block is not None:
                before, after = number - at >= block.style["orphans"], end - number >= block.style["widows"]
                piece = replace(piece, can=piece.can and before and after)
            yield piece
        at = end


def _opens(box: Box) -> bool:
    """Tell whether pages may break within a box in a way that can be planned."""
    return (
        isinstance(box, boxes.BlockBox)
        and box.style["break_inside"] not in AVOID
        and box.style["column_count"] == box.style["column_width"] == "auto"
        and bool(box.children)
    )


def _length(value: Any) -> float:  # noqa: ANN401 - a Dimension, a number or a word
    number = getattr(value, "value", value)
    return float(number) if isinstance(number, int | float) else 0.0
