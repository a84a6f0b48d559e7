"""A laid-out table to a native one. Pure."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from itertools import pairwise

from leafdeck.deck import flow, gaps, outline
from leafdeck.deck.frame import Block, Cell, Item, Paragraph, Table
from leafdeck.deck.model import TableCell, TableShape
from leafdeck.deck.paint import Color, Rect
from leafdeck.deck.text import TextBody
from leafdeck.units import Emu, Px

STEP = 360
"""A hundredth of a millimetre in EMU."""

EMPTY = TableCell(TextBody(()))


@dataclass
class Rest:
    """What a native table cannot hold.

    Attributes:
        lost: the names of it.
        over: the items that stand over the table instead.
    """

    lost: dict[str, None] = field(default_factory=dict)
    over: list[Item] = field(default_factory=list)

    def keep(self, item: Item) -> None:
        """Let an item stand over the table, and say so."""
        if isinstance(item, Block):
            item = replace(item, paint=replace(item.paint, fill=None))  # it would hide the words
        what = "painted box" if isinstance(item, Block) else type(item).__name__.lower()
        self.lost[f"a {what} in a table cell (it stands over the table)"] = None
        self.over.append(item)


def table(item: Table, name: str, behind: Color | None = None) -> tuple[TableShape, Rest]:
    """Return the native table, and what its cells hold that native ones cannot.

    Args:
        item: the laid-out table.
        name: what the selection pane calls it.
        behind: the colour that is seen between its cells; None where that is no single colour.
    """
    rest = Rest()
    grid = [[EMPTY for _ in item.columns] for _ in item.rows]
    for y, row in enumerate(item.rows):
        for cell in row.cells:
            _put(grid, y, cell, _cell(cell, _room(item, y, cell), rest))
    backwards = item.columns[0][0] > item.columns[-1][0]
    pairs = gaps.pairs(grid, backwards=backwards)
    _join_borders(grid, pairs)
    if not gaps.part(grid, pairs, _gap(item.columns), _gap([(row.y, row.height) for row in item.rows]), behind):
        rest.lost["border-spacing between cells with borders (they touch each other)"] = None
    first = item.rows[0]
    across = _edges(item.columns)
    down = _edges([(row.y, row.height) for row in item.rows])
    widths = [Px(right - left).emu for left, right in pairwise(across)]
    rect = Rect.of(across[0], down[0], across[-1] - across[0], down[-1] - down[0])
    made = TableShape(
        name=name,
        box=outline.box(rect),
        columns=tuple(widths[::-1] if backwards else widths),
        heights=_heights(down),
        rows=tuple(tuple(row) for row in grid),
        first_row=first.head or (bool(first.cells) and all(cell.header for cell in first.cells)),
        first_column=all(bool(row.cells) and row.cells[0].header for row in item.rows if not row.head),
        right_to_left=backwards,
        alt=item.label or _heads(grid[0]) or name,
    )
    return made, rest


def _heads(row: Sequence[TableCell]) -> str:
    """Return what a table without a name of its own is about: the words of its first row."""
    words = (" ".join(cell.text.text.split()) for cell in row)
    return ", ".join(dict.fromkeys(word for word in words if word))


def _edges(parts: Sequence[tuple[float, float]]) -> tuple[float, ...]:
    """Return where columns or rows part, from their places and sizes: in the middle of what space is between them."""
    order = sorted(parts)
    inner = ((start + size + following) / 2 for (start, size), (following, _) in pairwise(order))
    return (order[0][0], *inner, order[-1][0] + order[-1][1])


def _room(item: Table, y: int, cell: Cell) -> Rect:
    """Return the native cell's place: that of the laid-out one, and half of the space around it."""
    across, down = _edges(item.columns), _edges([(row.y, row.height) for row in item.rows])
    last = min(cell.column + cell.colspan, len(item.columns)) - 1
    order = sorted(item.columns)
    ends = sorted(order.index(item.columns[column]) for column in (cell.column, last))
    left, right, bottom = across[ends[0]], across[ends[1] + 1], down[min(y + cell.rowspan, len(item.rows))]
    return Rect.of(left, down[y], right - left, bottom - down[y])


def _gap(parts: Sequence[tuple[float, float]]) -> Px:
    """Return the space between columns or rows."""
    return Px(max((following - start - size for (start, size), (following, _) in pairwise(sorted(parts))), default=0.0))


def _heights(down: Sequence[float]) -> tuple[Emu, ...]:
    """Return row heights whose sums keep to the layout: LibreOffice drops what is less than a step of each."""
    edges = [round(Px(edge).emu / STEP) * STEP for edge in down]
    return tuple(Emu(below - above) for above, below in pairwise(edges))


def _put(grid: list[list[TableCell]], y: int, cell: Cell, made: TableCell) -> None:
    """Put a cell at its place; the places that it spans say so."""
    for row in range(y, min(y + cell.rowspan, len(grid))):
        for column in range(cell.column, min(cell.column + cell.colspan, len(grid[row]))):
            if (row, column) == (y, cell.column):
                grid[row][column] = made
            else:
                covered = "h" if column > cell.column else "v"
                grid[row][column] = TableCell(TextBody(()), made.fill, made.borders, merged=covered)


def _cell(cell: Cell, rect: Rect, rest: Rest) -> TableCell:
    block = cell.block
    found = _paragraphs(block.children, rest)
    top, right, bottom, left = block.paint.edges
    borders = tuple(outline.outline(edge) if edge else None for edge in (left, right, top, bottom))
    return TableCell(
        text=_body(found, block, rect),
        fill=block.paint.fill,
        borders=borders,  # type: ignore[arg-type]
        colspan=cell.colspan,
        rowspan=cell.rowspan,
    )


def _body(found: list[Paragraph], block: Block, rect: Rect) -> TextBody:
    if not found:
        return TextBody(())
    if flow.top(found[0], cell=True) < rect.y:
        # PowerPoint has a line's spare height above its letters, and would make the row higher.
        found = list(flow.compact(found))
    area = flow.extent(found)
    start, end = flow.top(found[0], cell=True), flow.bottom(found[-1], cell=True)
    anchor = flow.ANCHORS.get(block.vertical_align, "t")
    above, below = flow.upright(rect, start, end - start, anchor)
    if anchor == "t":
        # Room below as above, for a presenter's next line; a little less, or rounding would make the row higher.
        below = max(0.0, min(above, rect.bottom - end - 1))
    spare = max(0.0, rect.right - area.right)
    wider = min(spare, flow.slack(found, min(spare / 2, flow.SLACK)))
    before = max(0.0, area.x - rect.x)
    if all(paragraph.align == "center" for paragraph in found):
        half = min(before, wider / 2)
        before, wider = before - half, half
    insets = (before, above, spare - wider, below)
    return flow.body(found, insets=insets, anchor=anchor, cell=True)


def _paragraphs(items: tuple[Item, ...], rest: Rest) -> list[Paragraph]:
    found: list[Paragraph] = []
    for item in items:
        if isinstance(item, Paragraph):
            found.append(item)
            for beside in (*item.behind, *item.over):
                rest.keep(beside)
        elif isinstance(item, Block):
            if item.paint.visible:
                rest.lost["a painted box in a table cell"] = None
            found.extend(_paragraphs(item.children, rest))
        else:
            rest.keep(item)
    return found


def _join_borders(grid: gaps.Grid, pairs: Sequence[gaps.Pair]) -> None:
    """Give both sides of an edge the wider border, as collapsing borders do (CSS 2.2, 17.6.2)."""
    for pair in pairs:
        lines = [gaps.border(grid, edge) for edge in pair]
        wider = max((line for line in lines if line), key=lambda line: line.width, default=None)
        for edge in pair:
            gaps.draw(grid, edge, wider)
