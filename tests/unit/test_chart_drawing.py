"""Charts and icon arrays as SVG: what they show, say and carry for the deck."""

from __future__ import annotations

import json
from dataclasses import replace
from itertools import pairwise
from typing import Any
from xml.etree import ElementTree as ET

import pytest
import tortureguides
from chartdata import CHART, KINDS, many
from markupsafe import Markup as Safe
from svgtexts import beyond, over_each_other

from leafdeck.brand import css
from leafdeck.brand.color import contrast
from leafdeck.brand.model import Brand
from leafdeck.compose.chart import Charts
from leafdeck.compose.people import People
from leafdeck.deck import chart as charts
from leafdeck.guide.numbers import Chart, RiskGroup
from leafdeck.resources import package_data


@pytest.fixture(scope="module")
def brand() -> Brand:
    return css.load([package_data() / "styles" / "brand.css"])


def read(svg: object) -> ET.Element:
    return ET.fromstring(str(svg))  # noqa: S314 - our own drawing


def drawn(brand: Brand, outline: dict[str, Any], title: str = "A chart", width: float = 640) -> ET.Element:
    return read(Charts(brand)(Chart.model_validate(outline), title, width, 0, 16))


def said(svg: ET.Element) -> list[str]:
    return [text.text or "" for text in svg.iter("text")]


@pytest.mark.parametrize("kind", KINDS)
def test_a_chart_says_its_categories_values_and_unit(kind: str, brand: Brand) -> None:
    words = " ".join(said(drawn(brand, CHART | {"type": kind})))
    for wanted in ("Young", "Old", "25", "50", "micrograms a day"):
        assert wanted in words


@pytest.mark.parametrize("kind", ["bar", "column", "line"])
def test_several_series_are_named(kind: str, brand: Brand) -> None:
    assert {"A", "B", "C"} <= set(said(drawn(brand, many(kind))))


def test_bars_are_as_long_as_their_values(brand: Brand) -> None:
    bars = list(drawn(brand, CHART).iter("rect"))
    lengths = [float(bar.get("width", 0)) for bar in bars]
    assert lengths[1] == pytest.approx(2 * lengths[0], rel=0.01)


def test_columns_are_as_tall_as_their_values(brand: Brand) -> None:
    heights = [float(bar.get("height", 0)) for bar in drawn(brand, CHART | {"type": "column"}).iter("rect")]
    assert heights[1] == pytest.approx(2 * heights[0], rel=0.01)


@pytest.mark.parametrize("kind", KINDS)
def test_a_chart_stays_within_its_drawing(kind: str, brand: Brand) -> None:
    svg = drawn(brand, CHART | {"type": kind})
    _, _, width, height = (float(side) for side in svg.get("viewBox", "").split())
    for text in svg.iter("text"):
        assert 0 <= float(text.get("x", -1)) <= width, text.text
        assert 0 < float(text.get("y", -1)) <= height, text.text
    for rect in svg.iter("rect"):
        assert float(rect.get("x", 0)) + float(rect.get("width", 0)) <= width


@pytest.mark.parametrize("outline", tortureguides.charts(), ids=lambda outline: str(outline["type"]))
@pytest.mark.parametrize(("width", "size", "most"), [(630, 16, 780), (426, 16, 500), (572, 24, 680), (272, 16, 560)])
def test_a_chart_with_as_much_as_it_may_hold_stays_whole(
    outline: dict[str, Any], width: float, size: float, most: float, brand: Brand
) -> None:
    svg = read(Charts(brand)(Chart.model_validate(outline), "A chart", width, 0, size, most))
    assert float(svg.get("viewBox", "").split()[3]) <= most
    assert beyond(svg) == []
    assert over_each_other(svg) == []
    words = "".join(said(svg)).replace(" ", "")
    names = [*outline["categories"], *(series["name"] for series in outline["series"] if len(outline["series"]) > 1)]
    assert [name for name in names if name.replace(" ", "") not in words] == []


def test_a_name_of_sixty_letters_is_broken_in_legend_and_key(brand: Brand) -> None:
    long = tortureguides.LONG
    series = [{"name": f"{long} {number}", "values": [1, 2]} for number in range(3)]
    slices = {"type": "pie", "categories": [f"{long} {number}" for number in range(3)]}
    shares = {"series": [{"name": "Share", "values": [1, 2, 3]}]}
    for outline in (CHART | {"type": "column", "series": series}, CHART | slices | shares):
        svg = drawn(brand, outline, width=272)
        assert beyond(svg) == []
        assert over_each_other(svg) == []
        assert "".join(said(svg)).count(long) == 3


def test_values_stand_in_a_chart_that_has_room_for_them(brand: Brand) -> None:
    for kind in ("bar", "column", "line"):
        assert {"1", "3", "4"} <= set(said(drawn(brand, many(kind), width=500))), kind


def test_it_has_a_title_and_is_a_picture(brand: Brand) -> None:
    svg = drawn(brand, CHART, "Bars & <more>")
    assert svg.get("role") == "img"
    assert svg.findtext("title") == "Bars & <more>"


def test_an_author_s_words_cannot_become_markup(brand: Brand) -> None:
    svg = drawn(brand, CHART | {"categories": ['<script>"x"</script>', "]]>&"]})
    assert [element.tag for element in svg.iter("script")] == []
    data = charts.read(svg.get("data-chart", ""))
    assert data is not None
    assert data.categories == ('<script>"x"</script>', "]]>&")


@pytest.mark.parametrize("kind", KINDS)
def test_it_carries_the_same_data_for_the_deck(kind: str, brand: Brand) -> None:
    svg = drawn(brand, CHART | {"type": kind})
    data = charts.read(svg.get("data-chart", ""))
    assert data is not None
    assert (data.kind, data.categories, data.unit) == (kind, ("Young", "Old"), "micrograms a day")
    assert [(one.name, one.values) for one in data.series] == [("Most", (25.0, 50.0))]
    assert data.plot is not None
    assert all(0 <= share <= 1 for share in data.plot)
    assert data.plot[0] + data.plot[2] <= 1
    assert data.plot[1] + data.plot[3] <= 1


def test_the_same_data_give_the_same_drawing(brand: Brand) -> None:
    assert ET.tostring(drawn(brand, CHART)) == ET.tostring(drawn(brand, CHART))


def test_neighbours_differ_in_grey(brand: Brand) -> None:
    """Printed without colour, bars that touch can still be told apart."""
    data = json.loads(drawn(brand, many("column")).get("data-chart", ""))
    greys = [sum(w * p for w, p in zip((0.3, 0.59, 0.11), bytes.fromhex(fill), strict=True)) for fill in data["fills"]]
    assert all(abs(one - two) > 50 for one, two in pairwise(greys))


@pytest.mark.parametrize("airy", [False, True])
@pytest.mark.parametrize(("of", "number"), [(10, 3), (100, 10), (1000, 1), (100, 0), (100, 100)])
def test_there_is_a_figure_for_each_person(of: int, number: int, airy: bool, brand: Brand) -> None:
    svg = read(People(brand)(RiskGroup(label="people", number=number), of, "A picture", airy=airy))
    halves = {half.get("fill"): len(half.findall("path")) for half in svg.findall("g")}
    wanted = {brand.color("--brand-primary"): number, brand.color("--brand-page"): of - number}
    assert halves == {fill: count for fill, count in wanted.items() if count}
    assert svg.findtext("title") == "A picture"
    places = [figure.get("transform") for figure in svg.iter("path")]
    assert len(set(places)) == of
    columns = len({place.split()[0] for place in places if place})
    assert of % columns == 0, "the rows are full"


def test_those_it_happens_to_have_a_name_and_so_have_the_others(brand: Brand) -> None:
    names = Safe("Up to 3 &amp; more"), Safe("The other 7")
    svg = read(People(brand)(RiskGroup(label="people", number=3), 10, Safe("R&amp;D"), names))
    assert [(half.get("data-group"), len(half)) for half in svg.findall("g")] == [
        ("Up to 3 & more", 3),
        ("The other 7", 7),
    ]
    assert svg.findtext("title") == "R&D"


def test_a_thousand_people_are_dots_that_can_be_told_apart(brand: Brand) -> None:
    array = read(People(brand)(RiskGroup(label="people", number=3), 1000, "A picture"))
    _, _, width, height = (float(edge) for edge in (array.get("viewBox") or "").split())
    assert width / height == pytest.approx(2.5)  # wide: in a line of the leaflet each dot has more than 1.5 mm
    (dot,) = {figure.get("d") for figure in array.iter("path")}
    for filled in (True, False):
        key = read(People(brand).one(filled=filled, of=1000))
        assert [figure.get("d") for figure in key.iter("path")] == [dot]
    assert {figure.get("d") for figure in read(People(brand).one(filled=True)).iter("path")} != {dot}


def test_one_figure_is_decoration(brand: Brand) -> None:
    svg = read(People(brand).one(filled=True))
    assert svg.get("aria-hidden") == "true"
    assert svg.find("title") is None


@pytest.mark.parametrize("fill", ["#7d7971", "#808080", "#a04040", "#0b4f5c", "#fbf3ea", "#777777"])
def test_a_label_can_be_read_on_any_slice(fill: str, brand: Brand) -> None:
    """White and black are there for slices on which neither page nor ink has 4.5:1."""
    worn = replace(brand, tokens={**brand.tokens, **{f"--brand-chart-{number}": fill for number in range(1, 7)}})
    data = json.loads(drawn(worn, CHART | {"type": "doughnut"}).get("data-chart", ""))
    assert all(
        contrast(f"#{label}", f"#{own}") >= 4.5 for label, own in zip(data["labels"], data["fills"], strict=True)
    )
