"""How tall a chart is, and where its plot stands: the rest is for names, numbers and the legend. Pure."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from leafdeck.compose import scale
from leafdeck.compose.sketch import LINE
from leafdeck.guide.numbers import ROUND, Chart, ChartType

WIDEST_LABEL = 0.45
"""The share of a bar chart's width that the names of its categories may take."""

HEAD, FOOT = 0.2, 3.0
"""The heights above and below a bar chart's plot in sizes of its text; below are its numbers, and its unit, which a
deck has in a box with a rim of its own: programs squeeze a plot whose axis has a title that leaves the chart."""


@dataclass(frozen=True)
class Place:
    """The plot's rectangle within the drawing."""

    x: float
    y: float
    width: float
    height: float


def height(chart: Chart, names: Sequence[str], width: float, size: float) -> float:
    """Return the height that suits the data at a width; the names of its categories as they are printed."""
    if chart.type in ROUND:
        return min(0.5 * width, 16 * size)
    if chart.type is not ChartType.BAR:
        return min(0.62 * width, 18 * size)
    lines = max(len(scale.wrapped(name, WIDEST_LABEL * width, size)) for name in names)
    row = max(1.5 * len(chart.series) + 0.9, lines * LINE + 0.5) * size
    return row * len(chart.categories) + (HEAD + FOOT + 1.8 * (len(chart.series) > 1)) * size


def place(chart: Chart, names: Sequence[str], canvas: tuple[float, float], size: float, number: str) -> Place:
    """Return where the plot stands in a drawing.

    Args:
        chart: the author's data.
        names: those of its categories, as they are printed.
        canvas: the drawing's width and height.
        size: the size of its text.
        number: the longest number at the axis or at a bar's end.
    """
    width, height = canvas
    top = 1.8 * size if len(chart.series) > 1 else 0.0
    if chart.type in ROUND:
        side = min(height - 3.2 * size, 0.5 * width - 3 * size)
        return Place(3 * size, (height - side) / 2, side, side)
    if chart.type is ChartType.BAR:
        left = min(max(scale.width(name, size) for name in names), WIDEST_LABEL * width) + 0.8 * size
        right = scale.width(number, size) + 0.8 * size
        return Place(left, top + HEAD * size, width - left - right, height - top - (HEAD + FOOT) * size)
    left = max(scale.width(number, size), size) + 0.8 * size
    room = (width - left - 0.5 * size) / len(chart.categories)
    lines = max(len(scale.wrapped(name, 0.92 * room, size)) for name in names)
    top += 2.1 * size
    below = (lines * LINE + 0.5) * size
    return Place(left, top, width - left - 0.5 * size, height - top - below)
