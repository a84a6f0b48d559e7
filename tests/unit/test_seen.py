"""Laid-out pages as rules see them: a few lines of HTML, what their words look like and what is painted behind them."""

from __future__ import annotations

import base64
import io
from typing import Any

import pytest
from boxtree import document
from PIL import Image

from leafdeck.check.page import Page, Style, Words
from leafdeck.deck import frames, seen
from leafdeck.units import Pt

INK, PAPER = "#102030", "#ffffff"


def laid(body: str, css: str = "", *, slides: bool = False) -> tuple[Page, ...]:
    return seen.pages(frames.read(document(body, css)), slides=slides)


def page(body: str, css: str = "") -> Page:
    (only,) = laid(body, css)
    return only


def words(body: str, css: str = "") -> Words:
    (only,) = (one for one in page(body, css).words if one.text)
    return only


def style(body: str, css: str = "") -> Style:
    (only,) = words(body, css).styles
    return only


def picture(color: str = "red") -> str:
    data = io.BytesIO()
    Image.new("RGB", (4, 4), color).save(data, "PNG")
    return f"data:image/png;base64,{base64.b64encode(data.getvalue()).decode()}"


def test_words_have_their_size_colour_and_place_in_points() -> None:
    seen_words = words("<p>Rest a little")
    assert seen_words.text == "Rest a little"
    assert seen_words.styles == (Style("Rest a little", Pt(15), INK),)
    assert seen_words.leading == pytest.approx(1.5)
    assert (seen_words.x, seen_words.tag, seen_words.align) == (Pt(15), "p", "left")
    assert 15 < seen_words.y < seen_words.y + seen_words.height < 15 + 22.5
    assert seen_words.behind == (PAPER,)
    whole = page("<p>Rest")
    assert (whole.number, whole.width, whole.height, whole.slide) == (1, Pt(300), Pt(225), False)


def test_each_style_of_a_paragraph_is_seen() -> None:
    found = words('<p>a <b>b</b> <i>c</i> <u>d</u> <a href="https://a.org" style="text-decoration: underline">e</a>')
    marks = {one.text.strip(): (one.bold, one.italic, one.underlined, one.linked) for one in found.styles}
    assert marks["a"] == (False, False, False, False)
    assert marks["b"] == (True, False, False, False)
    assert marks["c"] == (False, True, False, False)
    assert marks["d"] == (False, False, True, False)
    assert marks["e"] == (False, False, True, True)


def test_only_a_superscript_is_raised() -> None:
    found = words('<p>pain<sup style="font-size: 10px">12</sup> CO<sub style="font-size: 10px">2</sub>')
    assert [one.text for one in found.styles if one.raised] == ["12"]
    assert found.text == "pain12 CO2"


def test_capitals_are_seen_however_they_are_made() -> None:
    assert style('<p style="text-transform: uppercase">Big words').text == "BIG WORDS"
    assert style('<p style="font-variant: small-caps">Big words').text == "BIG WORDS"


def test_lines_that_end_between_words_have_a_space() -> None:
    found = words('<p style="width: 60px">soft wrapped words')
    assert found.lines == ("soft", "wrapped", "words")
    assert found.text == "soft wrapped words"
    assert words("<p>one<br>two").text == "one two"
    assert not found.split
    assert [one.text for one in found.styles] == ["soft wrapped words"], "words of one style are together"


@pytest.mark.parametrize(("css", "body"), [("auto", "extraordinary"), ("manual", "extra&shy;ordinary")])
def test_a_divided_word_is_told_and_is_whole(css: str, body: str) -> None:
    found = words(f'<p style="width: 80px; hyphens: {css}">{body}')
    assert found.split
    assert len(found.lines) > 1
    assert "".join(found.lines) == found.text == "extraordinary"


@pytest.mark.parametrize("body", ["well-known", "and/or", "break<wbr>here", "un&shy;broken"])
def test_a_hyphen_that_somebody_wrote_divides_no_word(body: str) -> None:
    assert not words(f'<p style="width: 90px">{body}').split


@pytest.mark.parametrize(
    ("css", "align"),
    [("justify", "justify"), ("center", "center"), ("start", "left"), ("end", "right"), ("left", "left")],
)
def test_the_alignment_is_css_s_word(css: str, align: str) -> None:
    assert words(f'<p style="text-align: {css}">Some words').align == align


def test_letter_spacing_leaves_words_whole() -> None:
    found = words('<p style="letter-spacing: 5px">Some words')
    assert found.text == "Some words"
    assert found.lines == ("Some words",)


@pytest.mark.parametrize(
    ("body", "behind"),
    [
        ('<div style="background: #000"><p>a', ("#000000",)),
        ('<div style="background: #000"><div><div style="background: #00f"><p>a', ("#0000ff",)),
        ('<div style="background: #000"><div style="background: rgba(255,255,255,.5)"><p>a', ("#808080",)),
        ('<div style="background: #000; opacity: .5"><p>a', ("#808080",)),
        ('<div style="background: transparent"><p>a', (PAPER,)),
        ('<div style="background: #000; visibility: hidden"><p style="visibility: visible">a', (PAPER,)),
        ('<table><tr style="background: #0f0"><td>a', ("#00ff00",)),
        ('<table style="background: #0f0"><tr><td style="background: #00f">a', ("#0000ff",)),
        ('<div style="position: absolute; top: 200px; width: 9px; height: 9px; background: #00f"></div><p>a', (PAPER,)),
    ],
)
def test_the_colour_behind_words_is_that_of_the_nearest_box(body: str, behind: tuple[str, ...]) -> None:
    assert words(body).behind == behind


def test_the_colour_of_the_page_and_of_its_root_is_behind_all() -> None:
    assert words("<p>a", "@page { background: #ff0 }").behind == ("#ffff00",)
    assert words("<p>a", "html { background: #0ff }").behind == ("#00ffff",)


def test_every_colour_of_a_gradient_counts() -> None:
    found = words('<p style="background: linear-gradient(#000, #f00 50%, #fff)">a')
    assert set(found.behind) == {"#000000", "#ff0000", "#ffffff"}


def test_words_that_stand_on_two_boxes_have_both_behind_them() -> None:
    left = '<div style="position: absolute; left: 0; top: 0; width: 60px; height: 90px; background: #000"></div>'
    under = f'<div style="position: relative">{left}<p style="position: relative">Some words in a line</div>'
    assert set(words(under).behind) == {"#000000", PAPER}


def test_pale_words_are_seen_as_they_mix_with_what_is_behind_them() -> None:
    assert style('<p style="color: rgba(0, 0, 0, .5)">a').color == "#808080"
    assert style('<p style="background: #00f; color: rgba(255, 255, 255, .5)">a').color == "#8080ff"
    assert style('<p style="color: #000; opacity: .5">a').color == "#808080"


def test_a_mark_behind_some_words_is_theirs_alone() -> None:
    found = words('<p style="background: #000">a <mark style="background: #ff0; color: #333">b</mark> c')
    assert found.behind == ("#000000",)
    assert [(one.text.strip(), one.ground) for one in found.styles if one.text.strip()] == [
        ("a", ""),
        ("b", "#ffff00"),
        ("c", ""),
    ]


@pytest.mark.parametrize(
    "css", ["background: url({})", "background: #fff url({}) no-repeat; background-size: 100% 100%"]
)
def test_of_a_picture_behind_words_no_colour_is_known(css: str) -> None:
    assert words(f'<p style="{css.format(picture())}">a').behind == ()


def test_a_picture_that_words_do_not_stand_on_changes_nothing() -> None:
    found = page(f'<img src="{picture()}" style="display: block; width: 50px; height: 50px"><p>a')
    assert found.words[-1].behind == (PAPER,)


def test_words_turned_are_where_they_are_seen() -> None:
    css = "position: absolute; left: 100px; top: 100px; margin: 0; width: 120px; height: 30px"
    upright = words(f'<p style="{css}">Some words')
    turned = words(f'<p style="{css}; transform: rotate(90deg)">Some words')
    assert upright.width > upright.height
    assert turned.width == pytest.approx(upright.height, abs=0.01)
    assert turned.height == pytest.approx(upright.width, abs=0.01)
    assert turned.x > upright.x
    twice = f'<div style="{css}; transform: rotate(45deg)"><p style="transform: rotate(45deg); height: 30px">Some words'
    assert words(twice).height == pytest.approx(upright.width, abs=0.01)


def test_a_box_turned_away_is_not_behind_the_words_that_it_left() -> None:
    css = "position: absolute; left: 0; top: 0; width: 200px; height: 60px; background: #000"
    box = f'<div style="{css}; {{}}">a</div>'
    turn = "transform: rotate(90deg); transform-origin: 0 100%"
    below = "<p style='position: relative'>Some words"
    assert set(page(box.format("") + below).words[-1].behind) == {"#000000"}
    assert "#000000" not in page(box.format(turn) + below).words[-1].behind
    assert page(box.format(turn) + below).words[0].behind == ("#000000",), "its own words turn with it"


def test_cells_know_that_they_stand_in_a_table() -> None:
    head, cell, after = page("<table><tr><th>H<tr><td>C</table><p>after").words
    assert (head.text, head.table, head.tag) == ("H", True, "th")
    assert (cell.text, cell.table, cell.tag) == ("C", True, "td")
    assert (after.text, after.table) == ("after", False)


def test_words_in_the_margin_come_last() -> None:
    css = '@page { @bottom-center { content: "Page " counter(page); font: 10px "Liberation Sans" } }'
    first, last = page("<p>a", css).words
    assert (first.text, first.margin) == ("a", False)
    assert (last.text, last.margin, last.styles[0].size) == ("Page 1", True, Pt(7.5))


def test_markers_of_lists_are_no_words() -> None:
    found = page("<ul><li>one<li>two</ul><ol><li>three</ol>").words
    assert [one.text for one in found] == ["one", "two", "three"]
    assert {one.tag for one in found} == {"li"}


def test_a_part_of_the_outline_is_named_and_a_slides_title_too() -> None:
    (shown,) = laid('<section id="s" data-source="sections[2]"><h1>T</h1><p>a</section>', slides=True)
    assert [(one.text, one.title, one.source) for one in shown.words] == [
        ("T", True, "sections[2]"),
        ("a", False, "sections[2]"),
    ]
    assert (shown.slide, shown.anchors) == (True, ("s",))


SVG = '<svg width="100" height="40" viewBox="0 0 50 20" style="display: block" '
SQUARE = SVG + '{}><rect width="50" height="20" fill="#777"/></svg>'


def test_a_drawing_that_says_something_has_its_colours_and_those_behind() -> None:
    square = SQUARE.format('aria-label="A square"')
    shown = page(f'<p>a</p><div style="background: #000">{square}</div>')
    (graphic,) = shown.graphics
    assert (graphic.alt, graphic.colors, graphic.behind, graphic.after) == ("A square", ("#777777",), ("#000000",), 1)


def test_decoration_is_no_drawing_that_says_something() -> None:
    assert page(SQUARE.format('aria-hidden="true"')).graphics == ()


def test_only_what_a_drawing_fills_is_behind_words_over_it() -> None:
    over = '<div style="position: relative">{}<p style="position: absolute; top: 5px; left: {}">abc</div>'
    disc = f'{SVG.replace("100", "200")} aria-hidden="true"><circle cx="25" cy="10" r="15" fill="#00f"/></svg>'
    assert page(over.format(disc, "90px")).words[0].behind == ("#0000ff",)
    assert page(over.format(disc, "0")).words[0].behind == (PAPER,)


CHART = """<svg width="200" height="100" viewBox="0 0 100 50" style="display: block" {data}><title>Much</title>
<rect x="10" y="10" width="60" height="20" fill="#003"/><g font-size="8" fill="#333">
<text x="12" y="22" fill="#fff" font-weight="700">In 4 of 10</text><text x="75" y="22">beside</text>
<text x="60" y="45" text-anchor="end" font-size="4px">below <tspan fill="#f00">red</tspan></text>
<text x="5" y="5" visibility="hidden">hidden</text></g></svg>"""
DATA = """data-chart='{"type": "bar", "categories": ["A"], "series": [{"name": "One", "values": [1]}]}'"""


@pytest.mark.parametrize("data", ["", DATA])
def test_words_within_a_drawing_are_seen_on_what_it_paints(data: str) -> None:
    drawn = [one for one in page(CHART.format(data=data)).words if one.drawn]
    shown = [(one.text, one.styles[0].size, one.styles[0].color, one.behind, one.styles[0].bold) for one in drawn]
    assert shown == [
        ("In 4 of 10", Pt(12), "#ffffff", ("#000033",), True),
        ("beside", Pt(12), "#333333", (PAPER,), False),
        ("below", Pt(6), "#333333", (PAPER,), False),
        ("red", Pt(6), "#ff0000", (PAPER,), False),
    ]


def test_on_slides_a_charts_words_are_the_charts_own() -> None:
    (shown,) = laid(CHART.format(data=DATA), slides=True)
    assert shown.words == ()


def test_a_page_is_as_full_as_what_stands_on_it() -> None:
    assert page("<p>a").filled == pytest.approx(30 / 260, abs=0.03)
    assert page('<div style="height: 130px; background: #ddd">').filled == pytest.approx(0.5)
    assert page('<div style="height: 130px">').filled == 0
    assert page(SQUARE.format("")).filled == pytest.approx(40 / 260)
    assert page(CHART.format(data=DATA)).filled == pytest.approx(100 / 260)
    assert page(f'<img src="{picture()}" style="display: block; height: 65px">').filled == pytest.approx(0.25)
    foot = '@page { @bottom-center { content: "foot" } }'
    assert page("<p>a", foot).filled < 0.2


def test_pages_are_counted() -> None:
    assert [(one.number, one.words[0].text) for one in laid('<p>a<p style="break-before: page">b')] == [
        (1, "a"),
        (2, "b"),
    ]


def test_right_to_left_words_are_seen() -> None:
    found = words('<p dir="rtl">שלום')
    assert (found.text, found.align) == ("שלום", "right")


def gathered(value: Any) -> list[str]:
    return [one.text for one in value.words]


def test_words_within_columns_come_in_reading_order() -> None:
    body = '<div style="columns: 2; column-gap: 0; height: 60px"><p>one<p>two<p>three<p>four</div>'
    assert gathered(page(body)) == ["one", "two", "three", "four"]
