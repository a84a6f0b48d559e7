"""A laid-out table to a native one. Pure."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise

from leafdeck.deck import flow, outline
from leafdeck.deck.frame import Block, Cell, Item, Paragraph, Row, Table
from leafdeck.deck.model import Line, TableCell, TableShape
from leafdeck.deck.paint import Rect
from leafdeck.deck.text import TextBody
from leafdeck.units import Emu, Px

LEFT, RIGHT, TOP, BOTTOM = range(4)
STEP = 360
"""A hundredth of a millimetre in EMU."""

EMPTY = TableCell(TextBody(()))


def table(item: Table, name: str) -> tuple[TableShape, tuple[str, ...]]:
    """Return the native table, and names of what its cells hold that a native cell cannot."""
    lost: list[str] = []
    grid = [[EMPTY for _ in item.columns] for _ in item.rows]
    for y, row in enumerate(item.rows):
        for cell in row.cells:
            _put(grid, y, cell, _cell(cell, row, lost))
    _join_borders(grid)
    first, last = item.rows[0], item.rows[-1]
    width = sum(width for _, width in item.columns)
    rect = Rect.of(item.columns[0][0], first.y, width, last.y + last.height - first.y)
    made = TableShape(
        name=name,
        box=outline.box(rect),
        columns=tuple(width.emu for _, width in item.columns),
        heights=_heights(item.rows),
        rows=tuple(tuple(row) for row in grid),
        first_row=first.head or (bool(first.cells) and all(cell.header for cell in first.cells)),
        first_column=all(bool(row.cells) and row.cells[0].header for row in item.rows if not row.head),
        alt=item.label or _heads(grid[0]) or name,
    )
    return made, tuple(dict.fromkeys(lost))


def _heads(row: Sequence[TableCell]) -> str:
    """Return what a table without a name of its own is about: the words of its first row."""
    words = (" ".join(cell.text.text.split()) for cell in row)
    return ", ".join(dict.fromkeys(word for word in words if word))


def _heights(rows: Sequence[Row]) -> tuple[Emu, ...]:
    """Return row heights whose sums keep to the layout: LibreOffice drops what is less than a step of each."""
    edges = [round(edge.emu / STEP) * STEP for edge in (*(row.y for row in rows), Px(rows[-1].y + rows[-1].height))]
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


def _cell(cell: Cell, row: Row, lost: list[str]) -> TableCell:
    block = cell.block
    found = _paragraphs(block.children, lost)
    rect = Rect.of(block.rect.x, row.y, block.rect.width, row.height if cell.rowspan == 1 else block.rect.height)
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


def _paragraphs(items: tuple[Item, ...], lost: list[str]) -> list[Paragraph]:
    found: list[Paragraph] = []
    for item in items:
        if isinstance(item, Paragraph):
            found.append(item)
        elif isinstance(item, Block):
            if item.paint.visible:
                lost.append("a painted box")
            found.extend(_paragraphs(item.children, lost))
        else:
            lost.append({"Picture": "a picture", "Drawing": "a drawing", "Table": "a table"}[type(item).__name__])
    return found


def _join_borders(grid: list[list[TableCell]]) -> None:
    """Give both sides of an edge the wider border, as collapsing borders do (CSS 2.2, 17.6.2)."""
    for y, row in enumerate(grid):
        for x in range(len(row)):
            if x + 1 < len(row):
                _join(grid, (y, x, RIGHT), (y, x + 1, LEFT))
            if y + 1 < len(grid):
                _join(grid, (y, x, BOTTOM), (y + 1, x, TOP))


def _join(grid: list[list[TableCell]], one: tuple[int, int, int], other: tuple[int, int, int]) -> None:
    first, second = grid[one[0]][one[1]].borders[one[2]], grid[other[0]][other[1]].borders[other[2]]
    wider = max((line for line in (first, second) if line), key=lambda line: line.width, default=None)
    for y, x, side in (one, other):
        borders = list(grid[y][x].borders)
        borders[side] = wider
        grid[y][x] = replace(grid[y][x], borders=_four(borders))


def _four(borders: list[Line | None]) -> tuple[Line | None, Line | None, Line | None, Line | None]:
    return borders[0], borders[1], borders[2], borders[3]
