"""A native chart's XML (ECMA-376 part 1, 21.2): `chartbook` makes the workbook and its series, this is their look.

Children stand in the order that the schema wants. Values and names stay linked to the workbook, so "Edit Data" works.
"""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from leafdeck.deck import textxml
from leafdeck.deck import theme as themes
from leafdeck.deck.chart import ROUND
from leafdeck.deck.chartbook import number_format
from leafdeck.deck.model import ChartShape, Line
from leafdeck.deck.paint import Color
from leafdeck.deck.shapexml import line
from leafdeck.deck.text import RunStyle
from leafdeck.deck.textxml import Setting
from leafdeck.deck.xml import Node, local, make, put, qualified
from leafdeck.units import Emu

CATEGORY_AXIS, VALUE_AXIS = 1, 2
"""The axes' numbers, by which plot and axes find each other."""

THIN, THICK = Emu(9525), Emu(19050)
CURVE = 0.14
"""A curve's width as a share of the size of the chart's text."""

WIDTHS, USUAL = {" ijlI.,:;'|!()/": 0.28, "frt-": 0.36, "mwMW%@": 0.86, "ABCDEFGHKNOPQRSTUVXYZ&": 0.65}, 0.52
"""The widths of some letters, and of all others, as shares of their size: near enough in any sans serif."""

RIM = Emu(59436)
"""How far a title's words stand within its box, whose corner its place names. The standard's insets are 0.1 inch at the
side and 0.05 above (21.1.2.1.1); LibreOffice has 0.04 and 0.08. This lies between."""

ABOVE, BELOW, BESIDE, ROW = 2.1, 1.3, 3.0, 1.8
"""How far a unit stands above or below the plot, a legend beside it, its rows' height: in sizes of the text."""

MARKERS = ("circle", "square", "diamond", "triangle")
MARKER_SIZE = 10


def dress(space: Node, chart: ChartShape, setting: Setting) -> None:
    """Give a chart that python-pptx made its look: colours, axis, labels, legend, the place of its plot."""
    look = _Look(chart, setting)
    series = list(space.iter(qualified("c:ser")))
    kept = [child for child in space if child.tag == qualified("c:externalData")]
    put(
        space,
        make("c:date1904", val=False),
        make("c:lang", val=setting.language),
        make("c:roundedCorners", val=False),
        look.chart(series),
        make("c:spPr", make("a:noFill"), make("a:ln", make("a:noFill"))),
        look.text(chart.style),
        *kept,
    )


class _Look:
    """How one chart looks."""

    def __init__(self, chart: ChartShape, setting: Setting) -> None:
        self.data, self.style, self.setting = chart.data, chart.style, setting
        self.ink, self.box = chart.style.color, chart.box
        self.quiet = replace(chart.style, color=self.data.quiet or self.ink)
        self.outline = self.data.outline or self.ink

    def chart(self, series: list[Node]) -> Node:
        """Return the chart: its plot, and the legend where colours need a name."""
        data = self.data
        for number, one in enumerate(series):
            self._series(one, number)
        plots = {"bar": self._bars, "column": self._bars, "line": self._lines, "pie": self._pie, "doughnut": self._pie}
        axes = [] if data.kind in ROUND else [self._categories(), self._values()]
        many = len(data.series) > 1 or data.kind in ROUND
        title = self._unit() if data.kind in ROUND and data.unit else None
        return make(
            "c:chart",
            title,
            make("c:autoTitleDeleted", val=title is None),
            make("c:plotArea", self._place(), plots[data.kind](series), *axes),
            self._legend() if many else None,
            make("c:plotVisOnly", val=True),
            make("c:dispBlanksAs", val="gap"),
        )

    def text(self, style: RunStyle) -> Node:
        """Return how words are set."""
        run = textxml.run_properties(style, self.setting, tag="a:defRPr")
        paragraph = make("a:p", make("a:pPr", run), make("a:endParaRPr", lang=self.setting.language))
        return make("c:txPr", make("a:bodyPr"), make("a:lstStyle"), paragraph)

    def _place(self) -> Node:
        """Return the plot's own place, the words around it not counted."""
        if self.data.plot is None:
            return make("c:layout")
        return make("c:layout", make("c:manualLayout", make("c:layoutTarget", val="inner"), *_frame(*self.data.plot)))

    def _fill(self, number: int) -> Color:
        fills = self.data.fills
        return fills[number % len(fills)] if fills else self.outline

    def _line(self, color: Color, width: Emu, dash: str = "solid") -> Node:
        return line(Line(width, color, dash), self.setting.theme)

    def _shape(self, number: int) -> Node:
        """Return the look of a bar, a slice or a marker."""
        fill = themes.fill(self._fill(number), self.setting.theme)
        return make("c:spPr", fill, self._line(self.outline, THICK))

    def _series(self, series: Node, number: int) -> None:
        """Dress a series that has its names and values."""
        has = {local(child): child for child in series}
        middle: list[Node] = []
        if self.data.kind == "line":
            color = self._fill(number)
            width = Emu(round(CURVE * self.style.size * 12700))
            dash = "dash" if number % 2 else "solid"
            middle.append(make("c:spPr", self._line(color, width, dash)))
            kind = make("c:symbol", val=MARKERS[number % len(MARKERS)])
            middle.append(make("c:marker", kind, make("c:size", val=MARKER_SIZE), self._shape(number)))
        elif self.data.kind in ROUND:
            for point in range(len(self.data.categories)):
                slice_ = (make("c:idx", val=point), make("c:bubble3D", val=False), self._shape(point))
                middle.append(make("c:dPt", *slice_))
        else:
            middle += [self._shape(number), make("c:invertIfNegative", val=False)]
        end = make("c:smooth", val=False) if self.data.kind == "line" else None
        put(series, has["idx"], has["order"], has["tx"], *middle, self._labels(), has["cat"], has["val"], end)

    def _labels(self) -> Node:
        """Return the values' labels; on a doughnut each in the colour that its slice wants."""
        where = {"line": "t", "doughnut": None}.get(self.data.kind, "outEnd")
        own: list[Node] = []
        if self.data.kind == "doughnut":
            for number, color in enumerate(self.data.labels[: len(self.data.categories)]):
                own.append(make("c:dLbl", make("c:idx", val=number), *self._label(color, where)))
        return make("c:dLbls", *own, *self._label(self.ink, where))

    def _label(self, color: Color, where: str | None) -> list[Node | None]:
        shown = {"LegendKey": False, "Val": True, "CatName": False, "SerName": False, "Percent": False}
        return [
            make("c:numFmt", formatCode=number_format(self.data.decimals), sourceLinked=False),
            make("c:spPr", make("a:noFill"), make("a:ln", make("a:noFill"))),
            self.text(replace(self.style, color=color, bold=True)),
            make("c:dLblPos", val=where) if where else None,
            *(make(f"c:show{what}", val=value) for what, value in shown.items()),
            make("c:showBubbleSize", val=False),
        ]

    def _bars(self, series: list[Node]) -> Node:
        return make(
            "c:barChart",
            make("c:barDir", val="bar" if self.data.kind == "bar" else "col"),
            make("c:grouping", val="clustered"),
            make("c:varyColors", val=False),
            *series,
            make("c:gapWidth", val=self.data.gap),
            make("c:overlap", val=0),
            *_axes(),
        )

    def _lines(self, series: list[Node]) -> Node:
        start = (make("c:grouping", val="standard"), make("c:varyColors", val=False))
        return make("c:lineChart", *start, *series, make("c:marker", val=True), *_axes())

    def _pie(self, series: list[Node]) -> Node:
        hole = make("c:holeSize", val=self.data.hole) if self.data.kind == "doughnut" else None
        start = make("c:firstSliceAng", val=0)
        return make(f"c:{self.data.kind}Chart", make("c:varyColors", val=True), *series, start, hole)

    def _categories(self) -> Node:
        """Return the axis of names: a bar chart's begins at the top, as one reads."""
        across = self.data.kind == "bar"
        return make(
            "c:catAx",
            make("c:axId", val=CATEGORY_AXIS),
            make("c:scaling", make("c:orientation", val="maxMin" if across else "minMax")),
            make("c:delete", val=False),
            make("c:axPos", val="l" if across else "b"),
            *_ticks("General"),
            make("c:spPr", self._line(self.quiet.color, THICK)),
            self.text(self.style),
            make("c:crossAx", val=VALUE_AXIS),
            make("c:crosses", val="autoZero"),
            make("c:auto", val=False),
            make("c:lblAlgn", val="ctr"),
            make("c:lblOffset", val=100),
            make("c:noMultiLvlLbl", val=True),
        )

    def _values(self) -> Node:
        data, across = self.data, self.data.kind == "bar"
        grid = self._line(data.grid, THIN) if data.grid else self._line(self.quiet.color, THIN)
        whole = data.step is None or float(data.step).is_integer()
        return make(
            "c:valAx",
            make("c:axId", val=VALUE_AXIS),
            make(
                "c:scaling",
                make("c:orientation", val="minMax"),
                make("c:max", val=_number(data.end)) if data.end else None,
                make("c:min", val=0),
            ),
            make("c:delete", val=False),
            make("c:axPos", val="b" if across else "l"),
            make("c:majorGridlines", make("c:spPr", grid)),
            self._unit() if data.unit else None,
            *_ticks("#,##0" if whole else "#,##0.##"),
            make("c:spPr", make("a:ln", make("a:noFill"))),
            self.text(self.quiet),
            make("c:crossAx", val=CATEGORY_AXIS),
            make("c:crosses", val="max" if across else "autoZero"),
            make("c:crossBetween", val="between"),
            make("c:majorUnit", val=_number(data.step)) if data.step else None,
        )

    def _unit(self) -> Node:
        """Return the unit as a title: below an axis that goes across, above one that goes up or above the legend."""
        style = replace(self.quiet, bold=False)
        run = textxml.run_properties(style, self.setting)
        default = textxml.run_properties(style, self.setting, tag="a:defRPr")
        paragraph = make("a:p", make("a:pPr", default), make("a:r", run, make("a:t", text=self.data.unit)))
        rich = make("c:rich", make("a:bodyPr", rot=0, vert="horz"), make("a:lstStyle"), paragraph)
        return make("c:title", make("c:tx", rich), make("c:layout", self._unit_place()), make("c:overlay", val=True))

    def _unit_place(self) -> Node | None:
        """Return where the unit stands; None for PowerPoint's own choice."""
        if self.data.plot is None:
            return None
        left, top, width, height = self.data.plot
        across, down = self._em(self.box.width), self._em(self.box.height)
        if self.data.kind == "bar":
            x, y = left + width / 2 - _ems(self.data.unit) / 2 * across, top + height + BELOW * down
        elif self.data.kind in ROUND:
            x, y = left + width + BESIDE * across, self._legend_top() - ABOVE * down
        else:
            x, y = 0.0, top - ABOVE * down
        x, y = x - RIM / self.box.width, y - RIM / self.box.height
        marks = [make(f"c:{side}Mode", val="edge") for side in "xy"]
        where = [make(f"c:{side}", val=_number(max(0.0, share))) for side, share in (("x", x), ("y", y))]
        return make("c:manualLayout", *marks, *where)

    def _legend(self) -> Node:
        """Return the legend: above the plot, or beside one that is round."""
        layout = None
        if self.data.kind in ROUND and self.data.plot:
            left = self.data.plot[0] + self.data.plot[2] + BESIDE * self._em(self.box.width)
            width = (1.1 * max(map(_ems, self.data.categories)) + 3) * self._em(self.box.width)
            top = self._legend_top()
            layout = make("c:manualLayout", *_frame(left, top, min(width, 1 - left), 1 - 2 * top))
        return make(
            "c:legend",
            make("c:legendPos", val="r" if self.data.kind in ROUND else "t"),
            make("c:layout", layout),
            make("c:overlay", val=False),
            self.text(self.style),
        )

    def _legend_top(self) -> float:
        """Return where the legend of a round chart begins, as a share of the chart's height."""
        return max(0.0, 0.5 - len(self.data.categories) * ROW / 2 * self._em(self.box.height))

    def _em(self, side: int) -> float:
        """Return the size of the chart's text as a share of a side."""
        return self.style.size.emu / side


def _axes() -> list[Node]:
    return [make("c:axId", val=CATEGORY_AXIS), make("c:axId", val=VALUE_AXIS)]


def _ticks(shown: str) -> list[Node]:
    return [
        make("c:numFmt", formatCode=shown, sourceLinked=False),
        make("c:majorTickMark", val="none"),
        make("c:minorTickMark", val="none"),
        make("c:tickLblPos", val="nextTo"),
    ]


def _frame(x: float, y: float, width: float, height: float) -> list[Node]:
    """Return a place as shares of the chart."""
    modes = [make(f"c:{side}Mode", val="edge") for side in "xy"]
    sides: Any = zip("xywh", (x, y, width, height), strict=True)
    return [*modes, *(make(f"c:{side}", val=_number(share)) for side, share in sides)]


def _ems(words: str) -> float:
    """Return about how wide words are, in sizes of their text."""
    return sum(next((width for some, width in WIDTHS.items() if sign in some), USUAL) for sign in words)


def _number(value: float) -> str:
    return f"{value:.4f}".rstrip("0").rstrip(".")
