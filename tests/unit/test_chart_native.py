"""A drawing that carries a chart's data becomes a native chart in its place, with a workbook to edit."""

from __future__ import annotations

import io
import json
import zipfile
from html import escape
from pathlib import Path
from typing import Any

import pptx
import pytest
from boxtree import document
from chartdata import CHART, KINDS, many
from decks import INFO, alt
from openxml_audit import FileFormat, OpenXmlValidator
from PIL import ImageFont
from pptx.enum.chart import XL_CHART_TYPE
from pptx.oxml.ns import qn

from leafdeck.brand import css
from leafdeck.compose.chart import Charts
from leafdeck.deck import chart as charts
from leafdeck.deck import frames, plan, writer
from leafdeck.deck.model import ChartShape, Shape
from leafdeck.guide.numbers import Chart
from leafdeck.notice import Notice
from leafdeck.resources import package_data

FONT = package_data() / "styles" / "fonts" / "AtkinsonHyperlegibleNext-Regular.ttf"
TYPES = {
    "bar": XL_CHART_TYPE.BAR_CLUSTERED,
    "column": XL_CHART_TYPE.COLUMN_CLUSTERED,
    "line": XL_CHART_TYPE.LINE_MARKERS,
    "pie": XL_CHART_TYPE.PIE,
    "doughnut": XL_CHART_TYPE.DOUGHNUT,
}
STYLE = "svg { display: block; width: 300px; height: 150px } body { font: 24px Lato; color: #123456 }"
LEAST = {"type": "bar", "categories": ["One", "Two"], "series": [{"name": "S", "values": [1, 2]}]}


def drawing(outline: dict[str, Any]) -> str:
    brand = css.load([package_data() / "styles" / "brand.css"])
    return str(Charts(brand)(Chart.model_validate(outline), "Bar chart: a and b", 600, 300, 24))


def raw(data: object) -> str:
    return (
        f'<svg viewBox="0 0 60 30" data-chart="{escape(json.dumps(data))}"><title>T</title><path d="M0 0h9v9z"/></svg>'
    )


def planned(svg: str, style: str = STYLE) -> tuple[Any, tuple[Notice, ...]]:
    html = f'<section id="s" data-source="sections[0]"><h1 class="slide-title">T</h1>{svg}</section>'
    return plan.plan(frames.read(document(html, style)))


def written(svg: str) -> bytes:
    return writer.write(planned(svg)[0], INFO)


def frame_in(data: bytes) -> Any:
    slide = pptx.Presentation(io.BytesIO(data)).slides[0]
    (frame,) = [shape for shape in slide.shapes if getattr(shape, "has_chart", False)]
    return frame


@pytest.mark.parametrize("kind", KINDS)
def test_it_opens_again_with_the_same_data(kind: str) -> None:
    frame = frame_in(written(drawing(CHART | {"type": kind})))
    chart = frame.chart
    assert chart.chart_type == TYPES[kind]
    assert list(chart.plots[0].categories) == ["Young", "Old"]
    assert [(one.name, tuple(one.values)) for one in chart.plots[0].series] == [("Most", (25.0, 50.0))]
    assert alt(frame) == "Bar chart: a and b"
    assert frame.name == "Bar chart"


@pytest.mark.parametrize("kind", ["bar", "column", "line"])
def test_several_series_keep_their_order_and_get_a_legend(kind: str) -> None:
    chart = frame_in(written(drawing(many(kind)))).chart
    assert [one.name for one in chart.plots[0].series] == ["A", "B", "C"]
    assert chart.has_legend
    assert not frame_in(written(drawing(CHART | {"type": kind}))).chart.has_legend


@pytest.mark.parametrize("outline", [CHART | {"type": kind} for kind in KINDS] + [many("bar"), many("line")])
def test_the_file_is_sound(outline: dict[str, Any], tmp_path: Path) -> None:
    path = tmp_path / "chart.pptx"
    path.write_bytes(written(drawing(outline)))
    result = OpenXmlValidator(file_format=FileFormat.MICROSOFT_365).validate(path)
    assert [str(error) for error in result.errors] == []


def test_it_stands_where_its_drawing_stood() -> None:
    made, notices = planned(drawing(CHART))
    (chart,) = [shape for shape in made.slides[0].shapes if isinstance(shape, ChartShape)]
    assert (round(chart.box.width.px), round(chart.box.height.px)) == (300, 150)
    assert (chart.style.font, float(chart.style.size), chart.style.color.hex) == ("Lato", 18, "123456")
    assert [notice.message for notice in notices if "chart" in notice.message] == []


def test_the_workbook_holds_the_numbers() -> None:
    blob = frame_in(written(drawing(CHART))).chart.part.chart_workbook.xlsx_part.blob
    with zipfile.ZipFile(io.BytesIO(blob)) as book:
        sheet = book.read("xl/worksheets/sheet1.xml").decode()
        words = book.read("xl/sharedStrings.xml").decode()
    assert "<v>25</v>" in sheet
    assert "<v>50</v>" in sheet
    assert "Young" in words


def test_nothing_of_the_moment_is_in_the_workbook() -> None:
    """XlsxWriter puts the time of day into each workbook."""
    blob = frame_in(written(drawing(CHART))).chart.part.chart_workbook.xlsx_part.blob
    with zipfile.ZipFile(io.BytesIO(blob)) as book:
        core = book.read("docProps/core.xml").decode()
        assert {part.date_time for part in book.infolist()} == {(1980, 1, 1, 0, 0, 0)}
    assert core.count("1980-01-01T00:00:00Z") == 2
    assert "20" not in core.partition("<dcterms:created")[2].replace("1980-01-01T00:00:00Z", "")


def test_the_same_chart_gives_the_same_bytes() -> None:
    assert written(drawing(CHART)) == written(drawing(CHART))


def test_a_name_is_never_a_formula() -> None:
    """A workbook's cell that begins with "=" would be worked out when a presenter opens it."""
    names = ["=1+1", "{=2}"]
    chart = frame_in(written(drawing(CHART | {"categories": names}))).chart
    assert [name.strip() for name in chart.plots[0].categories] == names
    with zipfile.ZipFile(io.BytesIO(chart.part.chart_workbook.xlsx_part.blob)) as book:
        assert "<f>" not in book.read("xl/worksheets/sheet1.xml").decode()


def test_its_colours_are_the_theme_s() -> None:
    fill = INFO.theme.colors["accent1"]
    data = LEAST | {"fills": [fill], "outline": fill}
    space = frame_in(written(raw(data))).chart.part._element
    bars = space.xpath("//c:ser/c:spPr/a:solidFill/a:schemeClr")
    assert [bar.get("val") for bar in bars] == ["accent1"]


def test_an_axis_begins_at_nought() -> None:
    """Bars that begin elsewhere would lie about their length."""
    for kind in ("bar", "column", "line"):
        space = frame_in(written(drawing(CHART | {"type": kind}))).chart.part._element
        assert [node.get("val") for node in space.iter(qn("c:min"))] == ["0"]


@pytest.mark.parametrize("unit", ["kg", "micrograms a day", "people in every 1,000"])
def test_the_unit_stands_below_the_middle_of_the_bars_and_inside_the_chart(unit: str) -> None:
    """A title that leaves the chart makes LibreOffice squeeze the plot, and PowerPoint move the title."""
    size = "svg { width: 600px; height: 300px } @page { size: 700px 500px }"
    deck, _ = planned(drawing(CHART | {"unit": unit}), STYLE + size)
    space = frame_in(writer.write(deck, INFO)).chart.part._element
    x, y = (float(value) for value in space.xpath("//c:title/c:layout/c:manualLayout/*[self::c:x or self::c:y]/@val"))
    left, width = (float(space.xpath(f"//c:plotArea/c:layout/c:manualLayout/c:{side}/@val")[0]) for side in "xw")
    rim, line = 0.08 * 96, 1.3 * 24  # the inset of LibreOffice, which is the greater; a font's box
    assert 300 * y + 2 * rim + line <= 300
    letters = ImageFont.truetype(str(FONT), 24).getlength(unit)
    assert 600 * x + letters / 2 + 7 == pytest.approx(600 * (left + width / 2), abs=8)


def test_the_least_chart_leaves_the_rest_to_powerpoint() -> None:
    chart = frame_in(written(raw(LEAST))).chart
    assert list(chart.plots[0].categories) == ["One", "Two"]
    assert list(chart.part._element.iter(qn("c:manualLayout"))) == []


@pytest.mark.parametrize(
    "broken",
    [
        "no chart",
        {},
        LEAST | {"type": "radar"},
        LEAST | {"series": []},
        LEAST | {"series": [{"name": "S", "values": [1]}]},
        LEAST | {"series": [{"name": "S", "values": ["x", 2]}]},
        LEAST | {"plot": [0, 0]},
    ],
)
def test_data_that_cannot_be_read_leave_the_drawing_and_a_notice(broken: object) -> None:
    assert charts.read(json.dumps(broken)) is None
    made, notices = planned(raw(broken))
    assert any(isinstance(shape, Shape) and shape.alt == "T" for shape in made.slides[0].shapes)
    assert any("a chart whose data cannot be read" in notice.message for notice in notices)
