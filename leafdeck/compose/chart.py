"""A chart's data to SVG, with the same data as an attribute: the deck makes a native chart of it in the same place.

The attribute ``data-chart`` holds JSON: the type, the data, the colours, the axis, and the place of the plot as shares
of the drawing. What the drawing shows and what PowerPoint shows agree because both are told the same.
"""

from __future__ import annotations

import json
import math
from typing import Any

from markupsafe import Markup as Safe

from leafdeck.brand.color import readable_on
from leafdeck.brand.live import Live
from leafdeck.brand.model import Brand
from leafdeck.brand.palette import BLACK, CURVES, FILLS, WHITE
from leafdeck.compose import plotting, scale
from leafdeck.compose.sketch import LINE, Sketch
from leafdeck.guide import inline
from leafdeck.guide.numbers import ROUND, Chart, ChartType
from leafdeck.guide.typography import ENGLISH, Typography

GAP = 0.6
"""The space between the bars of two categories, in widths of a bar."""

HOLE = 0.55
"""The hole of a doughnut, as a share of its diameter."""

STROKE = 2.0


class Charts:
    """Draws charts in a brand's colours, with the numbers of a language."""

    def __init__(self, brand: Brand, typography: Typography = ENGLISH) -> None:
        self.brand, self.typography = brand, typography

    def __call__(  # noqa: PLR0913, PLR0917 - what, its words, and how large
        self, chart: Chart, title: str, width: float, height: float, size: float, most: float = math.inf
    ) -> Safe:
        """Return a chart as SVG.

        Args:
            chart: the author's data.
            title: what a screen reader says.
            width: the width it is drawn at, in CSS pixels.
            height: its height there; 0 for what the data need.
            size: the size of its text.
            most: how high it may be if the data need more.
        """
        names = tuple(inline.smart(name, self.typography) for name in chart.categories)
        tall = height or plotting.height(chart, names, width, size, most)
        apart = chart.type in ROUND and not height and not plotting.is_beside(names, width, size)
        key = plotting.key_height(names, width, size) if apart else 0.0
        sketch = Sketch(width, tall, size, self.brand.family)
        return _Drawing(self.brand, self.typography, chart, names, sketch, key).svg(title)


class _Drawing:
    """One chart being drawn."""

    def __init__(  # noqa: PLR0913, PLR0917 - what, its words, and where
        self,
        brand: Brand,
        typography: Typography,
        chart: Chart,
        names: tuple[str, ...],
        sketch: Sketch,
        key: float,
    ) -> None:
        self.brand, self.typography, self.chart, self.names, self.sketch = brand, typography, chart, names, sketch
        self.key = key  # how high the names of slices are that stand below them
        self.size = size = sketch.size
        self.ink, self.muted = brand.color("--brand-ink"), brand.color("--brand-muted")
        self.rule, self.outline = brand.color("--brand-rule"), brand.color("--brand-primary")
        self.page = brand.color("--brand-page")
        self.fills = [brand.color(name) for name in (CURVES if chart.type is ChartType.LINE else FILLS)]
        values = [value for series in chart.series for value in series.values]
        self.places = scale.decimals(values)
        self.end, self.step = scale.axis(max(values))
        widest = max((self._number(self.end), self._tick(self.end)), key=len)
        self.plot = plotting.place(chart, names, (sketch.width, sketch.height), size, widest, key)

    def svg(self, title: str) -> Safe:
        """Draw and return the markup."""
        if self.chart.type in ROUND:
            self._slices()
        elif self.chart.type is ChartType.BAR:
            self._bars()
        else:
            self._upright()
        self._legend()
        if isinstance(self.brand, Live):
            return self.sketch.svg(title, class_="chart-drawing")
        data = json.dumps(self._data(), ensure_ascii=False, separators=(",", ":"))
        return self.sketch.svg(title, class_="chart-drawing", data_chart=data)

    def _data(self) -> dict[str, Any]:
        """Return what the deck needs for the same chart."""
        canvas, plot = self.sketch, self.plot
        shares = (plot.x / canvas.width, plot.y / canvas.height, plot.width / canvas.width, plot.height / canvas.height)
        many = len(self.chart.categories) if self.chart.type in ROUND else len(self.chart.series)
        return {
            "type": str(self.chart.type.value),
            "categories": list(self.chart.categories),
            "series": [{"name": one.name, "values": list(one.values)} for one in self.chart.series],
            "unit": self.chart.unit,
            "decimals": self.places,
            "end": self.end,
            "step": self.step,
            "plot": [round(share, 4) for share in shares],
            "gap": round(100 * GAP),
            "hole": round(100 * HOLE),
            "fills": [fill.removeprefix("#") for fill in self.fills[:many]],
            "labels": [self._on(fill).removeprefix("#") for fill in self.fills[:many]],
            "outline": self.outline.removeprefix("#"),
            "grid": self.rule.removeprefix("#"),
            "quiet": self.muted.removeprefix("#"),
        }

    def _on(self, fill: str) -> str:
        """Return the colour of a value's label: on a doughnut's slice, or else beside the mark."""
        if self.chart.type is not ChartType.DOUGHNUT:
            return self.ink
        if isinstance(self.brand, Live):
            return self.brand.label_on(fill)
        return readable_on(fill, self.page, self.ink, WHITE, BLACK)

    def _number(self, value: float) -> str:
        return self.typography.number(value, self.places)

    def _tick(self, value: float) -> str:
        return self.typography.number(value, scale.decimals((self.step,)))

    def _ticks(self) -> list[float]:
        return [self.step * index for index in range(round(self.end / self.step) + 1)]

    def _line(self, x1: float, y1: float, x2: float, y2: float, *, axis: bool = False) -> None:
        color = self.muted if axis else self.rule
        self.sketch.put("line", x1=x1, y1=y1, x2=x2, y2=y2, stroke=color, stroke_width=STROKE if axis else 1)

    def _mark(self, x: float, y: float, width: float, height: float, index: int) -> None:
        """Draw a bar."""
        look = {"fill": self.fills[index], "stroke": self.outline, "stroke_width": STROKE}
        self.sketch.put("rect", x=x, y=y, width=width, height=height, **look)

    def _bars(self) -> None:
        plot, size = self.plot, self.size
        room = plot.width * self.step / self.end
        every = math.ceil((scale.width(self._tick(self.end), size) + 0.4 * size) / room)
        for index, tick in enumerate(self._ticks()):
            x = plot.x + plot.width * tick / self.end
            self._line(x, plot.y, x, plot.y + plot.height, axis=tick == 0)
            if index % every == 0:  # where there is no room for all, some are named
                self.sketch.text(x, plot.y + plot.height + 0.75 * size, self._tick(tick), self.muted, anchor="middle")
        middle = plot.x + plot.width / 2
        self.sketch.text(middle, plot.y + plot.height + 1.95 * size, self.chart.unit, self.muted, anchor="middle")
        pitch = plot.height / len(self.chart.categories)
        thick = pitch / (len(self.chart.series) + GAP)
        for row, name in enumerate(self.names):
            centre = plot.y + pitch * (row + 0.5)
            words = scale.wrapped(name, plot.x - 0.8 * size, size)
            self.sketch.lines(plot.x - 0.5 * size, centre, words, self.ink, anchor="end")
            for index, series in enumerate(self.chart.series):
                y = plot.y + pitch * row + thick * (GAP / 2 + index)
                length = plot.width * series.values[row] / self.end
                self._mark(plot.x, y, length, thick, index)
                x = plot.x + length + 0.4 * size
                if thick >= plotting.TIGHT * size:  # a table says them, too
                    self.sketch.text(x, y + thick / 2, self._number(series.values[row]), self.ink, bold=True)

    def _upright(self) -> None:
        """Draw columns or lines: values go up, categories go across."""
        plot, size = self.plot, self.size
        self.sketch.text(0, plot.y - 1.5 * size, self.chart.unit, self.muted)
        for tick in self._ticks():
            y = plot.y + plot.height * (1 - tick / self.end)
            self._line(plot.x, y, plot.x + plot.width, y, axis=tick == 0)
            self.sketch.text(plot.x - 0.4 * size, y, self._tick(tick), self.muted, anchor="end")
        pitch = plot.width / len(self.chart.categories)
        turned = plotting.are_turned(self.names, pitch, size)
        under = self.sketch.height - plot.y - plot.height - 0.4 * size
        for column, name in enumerate(self.names):
            x, foot = plot.x + pitch * (column + 0.5), plot.y + plot.height + 0.4 * size
            if turned:
                self.sketch.upwards(x, foot, scale.wrapped(name, under, size), self.ink)
            else:
                words = scale.wrapped(name, plotting.WIDEST_COLUMN * pitch, size)
                self.sketch.lines(x, foot + len(words) * LINE / 2 * size, words, self.ink, anchor="middle")
        labels: list[plotting.Label] = []
        for index, series in enumerate(self.chart.series):
            draw = self._curve if self.chart.type is ChartType.LINE else self._columns
            labels += draw(index, series.values, pitch)
        if not plotting.are_crowded(labels, self.size):  # a table says them, too
            for label in labels:
                self.sketch.text(*label, self.ink, anchor="middle", bold=True)

    def _columns(self, index: int, values: tuple[float, ...], pitch: float) -> list[plotting.Label]:
        """Draw the columns of a series, and return their labels with the points that these have their middles at."""
        plot, labels = self.plot, []
        thick = pitch / (len(self.chart.series) + GAP)
        for column, value in enumerate(values):
            x = plot.x + pitch * column + thick * (GAP / 2 + index)
            height = plot.height * value / self.end
            top = plot.y + plot.height - height
            self._mark(x, top, thick, height, index)
            labels.append((x + thick / 2, top - 0.7 * self.size, self._number(value)))
        return labels

    def _curve(self, index: int, values: tuple[float, ...], pitch: float) -> list[plotting.Label]:
        """Draw the curve of a series, and return its labels as those of columns."""
        plot = self.plot
        points = [
            (plot.x + pitch * (column + 0.5), plot.y + plot.height * (1 - value / self.end))
            for column, value in enumerate(values)
        ]
        path = "M" + " L".join(f"{x:.1f} {y:.1f}" for x, y in points)
        dash = {"stroke_dasharray": f"{0.5 * self.size:.1f} {0.3 * self.size:.1f}"} if index % 2 else {}
        self.sketch.put("path", d=path, fill="none", stroke=self.fills[index], stroke_width=0.14 * self.size, **dash)
        for x, y in points:
            look = {"fill": self.fills[index], "stroke": self.outline, "stroke_width": STROKE}
            half = 0.28 * self.size
            if index % 2:
                self.sketch.put("rect", x=x - half, y=y - half, width=2 * half, height=2 * half, **look)
            else:
                self.sketch.put("circle", cx=x, cy=y, r=half, **look)
        return [(x, y - 0.9 * self.size, self._number(value)) for (x, y), value in zip(points, values, strict=True)]

    def _slices(self) -> None:
        """Draw a pie or a doughnut from 12 o'clock, and name its slices at its side."""
        plot, size = self.plot, self.size
        values = self.chart.series[0].values
        radius = plot.width / 2
        hole = radius * HOLE if self.chart.type is ChartType.DOUGHNUT else 0.0
        x, y = plot.x + radius, plot.y + radius
        start, rim = 0.0, (radius + hole) / 2 if hole else radius + 0.9 * size
        labels: list[plotting.Label] = []
        fills: list[str] = []
        for index, value in enumerate(values):
            turn = 2 * math.pi * value / sum(values)
            if value:
                path = _slice((x, y), radius, hole, start, start + turn)
                self.sketch.put("path", d=path, fill=self.fills[index], stroke=self.page, stroke_width=STROKE)
                self.sketch.put("path", d=path, fill="none", stroke=self.outline, stroke_width=STROKE / 2)
                across, up = math.sin(start + turn / 2), math.cos(start + turn / 2)
                words = self._number(value)
                if not hole or turn * rim >= scale.width(words, size):  # a table says the others, too
                    labels.append((x + rim * across, y - rim * up, words))
                    fills.append(self.fills[index])
            start += turn
        for label, fill in () if plotting.are_crowded(labels, size) else zip(labels, fills, strict=True):
            self.sketch.text(*label, self._on(fill), anchor="middle", bold=True)
        self._key()

    def _key(self) -> None:
        """Name the slices beside them, or below them if there is no room."""
        plot, size = self.plot, self.size
        left = 0.0 if self.key else plot.x + plot.width + 3 * size
        rows = [scale.wrapped(name, self.sketch.width - left - 1.8 * size, size) for name in self.names]
        height = sum(len(row) * LINE + 0.6 for row in rows) * size
        top = self.sketch.height - height if self.key else self.sketch.height / 2 - height / 2
        self.sketch.text(left, max(0.6 * size, top - (0.6 if self.key else 1) * size), self.chart.unit, self.muted)
        for index, row in enumerate(rows):
            tall = (len(row) * LINE + 0.6) * size
            self._swatch(left, top + tall / 2, index)
            self.sketch.lines(left + 1.5 * size, top + tall / 2, row, self.ink)
            top += tall

    def _swatch(self, x: float, y: float, index: int) -> None:
        size = 0.9 * self.size
        look = {"fill": self.fills[index], "stroke": self.outline, "stroke_width": STROKE}
        self.sketch.put("rect", x=x + 1, y=y - size / 2, width=size, height=size, **look)

    def _legend(self) -> None:
        """Name the series at the top, if there are several."""
        size = self.size
        for index, entry in enumerate(plotting.legend(self.chart, self.sketch.width, size, self.plot.x)):
            self._swatch(entry.x, entry.y, index)
            middle = entry.y + (len(entry.words) - 1) * LINE * size / 2
            self.sketch.lines(entry.x + plotting.SWATCH * size, middle, entry.words, self.ink)


def _slice(centre: tuple[float, float], radius: float, hole: float, start: float, end: float) -> str:
    """Return the path of a slice between two angles, clockwise from 12 o'clock; a whole turn is two halves."""
    x, y = centre
    if end - start > 2 * math.pi - 1e-6:
        middle = (start + end) / 2
        return _slice((x, y), radius, hole, start, middle) + _slice((x, y), radius, hole, middle, end)

    def at(distance: float, angle: float) -> str:
        return f"{x + distance * math.sin(angle):.1f} {y - distance * math.cos(angle):.1f}"

    large = int(end - start > math.pi)
    outer = f"A{radius:.1f} {radius:.1f} 0 {large} 1 {at(radius, end)}"
    if not hole:
        return f"M{x:.1f} {y:.1f}L{at(radius, start)}{outer}Z"
    inner = f"A{hole:.1f} {hole:.1f} 0 {large} 0 {at(hole, start)}"
    return f"M{at(radius, start)}{outer}L{at(hole, end)}{inner}Z"
