"""What a chart shows: its data, its colours, its axis. Read from the JSON that a drawing carries in ``data-chart``.

    {"type": "bar", "categories": ["A", "B"], "series": [{"name": "One", "values": [1, 2.5]}]}

The rest may be left out: ``unit`` (the axis's title), ``decimals`` of the values, ``end`` and ``step`` of the axis,
``plot`` (left, top, width and height of the plot as shares of the drawing), ``gap`` between categories and ``hole`` of
a doughnut (per cent), ``fills`` and ``labels`` (``rrggbb`` for each series or slice, and for the value on it),
``outline``, ``grid`` and ``quiet`` (lines and words of the axis).
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from leafdeck.deck.paint import Color

KINDS = ("bar", "column", "line", "pie", "doughnut")
ROUND = ("pie", "doughnut")


@dataclass(frozen=True, slots=True)
class Series:
    """A row of numbers, one for each category."""

    name: str
    values: tuple[float, ...]


@dataclass(frozen=True, slots=True)
class ChartData:
    """A chart. ``fills`` and ``labels`` are one for each series, or for each slice of a pie or a doughnut.

    ``plot`` is the plot's left, top, width and height as shares of the whole; None for PowerPoint's own choice, as
    ``end`` and ``step`` of the axis are.
    """

    kind: str
    categories: tuple[str, ...]
    series: tuple[Series, ...]
    unit: str = ""
    decimals: int = 0
    end: float | None = None
    step: float | None = None
    plot: tuple[float, float, float, float] | None = None
    gap: int = 60
    hole: int = 55
    fills: tuple[Color, ...] = ()
    labels: tuple[Color, ...] = ()
    outline: Color | None = None
    grid: Color | None = None
    quiet: Color | None = None


def read(text: str) -> ChartData | None:
    """Read a chart; None where the text is no chart's JSON."""
    try:
        return _chart(json.loads(text))
    except (ValueError, TypeError, LookupError, AttributeError):
        return None


def _chart(given: Mapping[str, Any]) -> ChartData | None:
    series = tuple(Series(str(one["name"]), tuple(float(value) for value in one["values"])) for one in given["series"])
    categories = tuple(str(name) for name in given["categories"])
    if given["type"] not in KINDS or not series or not categories:
        return None
    if any(len(one.values) != len(categories) for one in series):
        return None
    plot = tuple(float(share) for share in given["plot"]) if "plot" in given else None
    return ChartData(
        kind=given["type"],
        categories=categories,
        series=series,
        unit=str(given.get("unit", "")),
        decimals=int(given.get("decimals", 0)),
        end=float(given["end"]) if "end" in given else None,
        step=float(given["step"]) if "step" in given else None,
        plot=(plot[0], plot[1], plot[2], plot[3]) if plot else None,
        gap=int(given.get("gap", 60)),
        hole=int(given.get("hole", 55)),
        fills=_colors(given.get("fills", ())),
        labels=_colors(given.get("labels", ())),
        outline=_color(given, "outline"),
        grid=_color(given, "grid"),
        quiet=_color(given, "quiet"),
    )


def _colors(given: list[str]) -> tuple[Color, ...]:
    return tuple(Color(str(value).lower()) for value in given)


def _color(given: Mapping[str, Any], name: str) -> Color | None:
    return Color(str(given[name]).lower()) if name in given else None
