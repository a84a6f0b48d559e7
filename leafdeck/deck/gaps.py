"""Where a table's cells meet, and the space between them (CSS 2.2, 17.6.1). Pure.

Native cells touch each other: between painted cells the space is a border in the colour behind the table.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from leafdeck.deck.model import Line, TableCell
from leafdeck.deck.paint import Color
from leafdeck.units import Px

LEFT, RIGHT, TOP, BOTTOM = range(4)
SEEN = 0.25
"""A space of less than this, in px, cannot be seen."""

Grid = list[list[TableCell]]
Edge = tuple[int, int, int]
"""A cell's row and column, and a side of it."""


Pair = tuple[Edge, Edge]


def pairs(grid: Grid, *, backwards: bool) -> tuple[Pair, ...]:
    """Return the edges at which two places of a table meet; ``backwards`` when its first column stands to the right."""
    near, far = (LEFT, RIGHT) if backwards else (RIGHT, LEFT)
    return tuple(
        pair
        for y, row in enumerate(grid)
        for x, _ in enumerate(row)
        for pair in (
            *([((y, x, near), (y, x + 1, far))] if x + 1 < len(row) else []),
            *([((y, x, BOTTOM), (y + 1, x, TOP))] if y + 1 < len(grid) else []),
        )
    )


def part(grid: Grid, met: Sequence[Pair], across: Px, down: Px, behind: Color | None) -> bool:
    """Part painted cells by borders as wide as the space between them.

    Args:
        grid: the cells, row by row; they are replaced.
        met: the edges at which they meet.
        across: the space between columns.
        down: the space between rows.
        behind: the colour that is seen between cells; None where that is no single colour.

    Returns:
        Whether all spaces that are seen are there: not between cells that have borders of their own.
    """
    whole = True
    for one, other in met:
        gap = down if one[2] == BOTTOM else across
        cells = grid[one[0]][one[1]], grid[other[0]][other[1]]
        within_one = cells[1].merged == ("v" if one[2] == BOTTOM else "h")
        if within_one or gap < SEEN or not any(cell.fill or any(cell.borders) for cell in cells):
            continue
        if behind is None or border(grid, one) or border(grid, other):
            whole = False
            continue
        for edge in (one, other):
            draw(grid, edge, Line(gap.emu, behind))
    return whole


def border(grid: Grid, edge: Edge) -> Line | None:
    """Return the border at an edge."""
    y, x, side = edge
    return grid[y][x].borders[side]


def draw(grid: Grid, edge: Edge, line: Line | None) -> None:
    """Put a border at an edge."""
    y, x, side = edge
    left, right, top, bottom = (line if index == side else own for index, own in enumerate(grid[y][x].borders))
    grid[y][x] = replace(grid[y][x], borders=(left, right, top, bottom))
