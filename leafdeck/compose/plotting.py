"""How tall a chart is, and where its plot stands: the rest is for names, numbers and the legend. Pure."""

from __future__ import annotations

import itertools
from collections.abc import Sequence
from dataclasses import dataclass

from leafdeck.compose import scale
from leafdeck.compose.sketch import LINE
from leafdeck.guide.numbers import ROUND, Chart, ChartType

WIDEST_LABEL = 0.45
"""The share of a bar chart's width that the names of its categories may take."""

WIDEST_COLUMN = 0.92
"""The share of its place that the name of a column may take."""

TALLEST_NAME = 12
"""How high a name may be that reads upwards, in sizes of its text, before it takes a further line."""

HEAD, FOOT = 0.2, 3.0
"""The heights above and below a bar chart's plot in sizes of its text; below are its numbers, and its unit, which a
deck has in a box with a rim of its own: programs squeeze a plot whose axis has a title that leaves the chart."""

LEGEND_ROW = 1.8
"""The height of a row of the legend, in sizes of its text."""

SWATCH, BEHIND = 1.4, 1.2
"""In a legend, the room for a name's colour and that behind the name, in sizes of its text."""

TIGHT = 0.8
"""How near the middles of two labels may be to each other, in sizes of their text, before they are over each other."""

Label = tuple[float, float, str]
"""A value's label: the point that it has its middle at, and its words."""


@dataclass(frozen=True)
class Place:
    """The plot's rectangle within the drawing."""

    x: float
    y: float
    width: float
    height: float


@dataclass(frozen=True)
class Entry:
    """A name of the legend in lines: where its colour stands, and the middle of its first line."""

    x: float
    y: float
    words: tuple[str, ...]


def height(chart: Chart, names: Sequence[str], width: float, size: float, most: float) -> float:
    """Return the height that suits the data at a width; the names of its categories as they are printed.

    Args:
        chart: the author's data.
        names: those of its categories, as they are printed.
        width: the drawing's width.
        size: the size of its text.
        most: how high it may be; bars get thinner for it, as far as their names let them.
    """
    if chart.type in ROUND:
        return _round_height(width, size) + (0.0 if is_beside(names, width, size) else key_height(names, width, size))
    head = legend_height(chart, width, size)
    if chart.type is not ChartType.BAR:
        turned = _turned_height(chart, names, width, size)
        return min(0.62 * width, 18 * size) + turned + max(0.0, head - LEGEND_ROW * size)
    lines = max(len(scale.wrapped(name, WIDEST_LABEL * width, size)) for name in names)
    row = max(1.5 * len(chart.series) + 0.9, lines * LINE + 0.5) * size
    rest = (HEAD + FOOT) * size + head
    thinner = max((most - rest) / len(names), (lines * LINE + 0.1) * size)
    return min(row, thinner) * len(names) + rest


def place(  # noqa: PLR0913, PLR0917 - what, its words, and how large
    chart: Chart, names: Sequence[str], canvas: tuple[float, float], size: float, number: str, below: float = 0
) -> Place:
    """Return where the plot stands in a drawing.

    Args:
        chart: the author's data.
        names: those of its categories, as they are printed.
        canvas: the drawing's width and height.
        size: the size of its text.
        number: the longest number at the axis or at a bar's end.
        below: how high the names of slices are that stand below them.
    """
    width, height = canvas
    top = legend_height(chart, width, size)
    if chart.type in ROUND:
        height -= below
        side = min(height - 3.2 * size, 0.5 * width - 3 * size)
        return Place(3 * size, (height - side) / 2, side, side)
    if chart.type is ChartType.BAR:
        left = min(max(scale.width(name, size) for name in names), WIDEST_LABEL * width) + 0.8 * size
        right = scale.width(number, size) + 0.8 * size
        return Place(left, top + HEAD * size, width - left - right, height - top - (HEAD + FOOT) * size)
    left = max(scale.width(number, size), size) + 0.8 * size
    room = (width - left - 0.5 * size) / len(names)
    top += 2.1 * size
    under = min(names_height(names, room, size) + 0.5 * size, 0.5 * (height - top))
    return Place(left, top, width - left - 0.5 * size, height - top - under)


def are_turned(names: Sequence[str], room: float, size: float) -> bool:
    """Return whether the names of columns read upwards, for want of room to stand beside each other."""
    return not all(scale.fits(name, WIDEST_COLUMN * room, size) for name in names)


def names_height(names: Sequence[str], room: float, size: float) -> float:
    """Return how high the names of columns are that have so much room each."""
    if are_turned(names, room, size):
        return min(TALLEST_NAME * size, max(scale.width(name, size) for name in names))
    return max(len(scale.wrapped(name, WIDEST_COLUMN * room, size)) for name in names) * LINE * size


def _turned_height(chart: Chart, names: Sequence[str], width: float, size: float) -> float:
    """Return how much taller a chart is for names that read upwards, those of a long number at the axis apart."""
    room = (width - 3 * size) / len(chart.categories)
    return names_height(names, room, size) if are_turned(names, room, size) else 0.0


def are_crowded(labels: Sequence[Label], size: float) -> bool:
    """Return whether some labels would stand over each other in text of a size."""
    return any(
        abs(one[0] - two[0]) < scale.width(one[2] + two[2], size) / 2 and abs(one[1] - two[1]) < TIGHT * size
        for one, two in itertools.combinations(labels, 2)
    )


def legend(chart: Chart, width: float, size: float, left: float = 0.0) -> tuple[Entry, ...]:
    """Return the names of a chart's series in as many rows as they need, none for a single series.

    Args:
        chart: the author's data.
        width: the drawing's width.
        size: the size of its text.
        left: where the row begins if one is enough; several begin at the drawing's edge.
    """
    names = [series.name for series in chart.series] if len(chart.series) > 1 else []
    wide = sum(scale.width(name, size) + (SWATCH + BEHIND) * size for name in names)
    x = start = left if left + wide - BEHIND * size <= width else 0.0
    y = 0.8 * size
    lines = 1
    entries = []
    for name in names:
        words = scale.wrapped(name, width - SWATCH * size, size)
        needed = SWATCH * size + max(scale.width(line, size) for line in words)
        if x > start and x + needed > width:
            x, y, lines = start, y + _row(lines) * size, 1
        entries.append(Entry(x, y, words))
        lines = max(lines, len(words))
        x += needed + BEHIND * size
    return tuple(entries)


def legend_height(chart: Chart, width: float, size: float) -> float:
    """Return how high the legend is; nothing for a single series."""
    entries = legend(chart, width, size)
    if not entries:
        return 0.0
    last = [entry for entry in entries if entry.y == entries[-1].y]
    return last[0].y + (_row(max(len(entry.words) for entry in last)) - 0.8) * size


def _row(lines: int) -> float:
    return LEGEND_ROW + (lines - 1) * LINE


def _round_height(width: float, size: float) -> float:
    return min(0.5 * width, 16 * size)


def is_beside(names: Sequence[str], width: float, size: float) -> bool:
    """Return whether the names of slices have room beside them, in a drawing as high as a leaflet's."""
    tall = _round_height(width, size)
    side = min(tall - 3.2 * size, 0.5 * width - 3 * size)
    room = width - (6 * size + side) - 1.8 * size
    rows = sum(len(scale.wrapped(name, room, size)) * LINE + 0.6 for name in names) * size
    return all(scale.fits(name, room, size) for name in names) and rows + 2.2 * size <= tall


def key_height(names: Sequence[str], width: float, size: float) -> float:
    """Return how high the names of slices are below them, with the unit over them."""
    rows = sum(len(scale.wrapped(name, width - 1.8 * size, size)) * LINE + 0.6 for name in names)
    return (rows + 1.6) * size
