"""SVG markup as outlines: shapes, paint, transforms, and what is named because it cannot be drawn."""

from __future__ import annotations

from typing import Any
from xml.etree.ElementTree import Element, fromstring

import pytest
from fontTools.svgLib.path import parse_path

from leafdeck.deck import svg
from leafdeck.deck.paint import Color, Rect, Segment, Stroke, VectorPath
from leafdeck.units import Px

PLACE = Rect.of(100, 50, 48, 48)


def drawing(body: str, attributes: str = 'viewBox="0 0 48 48"') -> Element:
    return fromstring(f'<svg xmlns="http://www.w3.org/2000/svg" {attributes}>{body}</svg>')  # noqa: S314 - our own


def read(body: str, attributes: str = 'viewBox="0 0 48 48"', place: Rect = PLACE) -> tuple[VectorPath, ...]:
    paths, lost = svg.read(drawing(body, attributes), place)
    assert lost == ()
    return paths


def rounded(outline: tuple[Segment, ...]) -> list[tuple[Any, ...]]:
    return [(kind, *((round(x, 2), round(y, 2)) for x, y in points)) for kind, points in outline]


def bounds(path: VectorPath) -> tuple[float, float, float, float]:
    points = [point for outline in path.outlines for _, given in outline for point in given]
    xs, ys = [x for x, _ in points], [y for _, y in points]
    return round(min(xs), 2), round(min(ys), 2), round(max(xs), 2), round(max(ys), 2)


def test_a_path_is_moved_to_its_place_on_the_page() -> None:
    (path,) = read('<path d="M0 0h48v24z"/>')
    assert [rounded(outline) for outline in path.outlines] == [
        [("M", (100, 50)), ("L", (148, 50)), ("L", (148, 74)), ("L", (100, 50)), ("Z",)]
    ]
    assert (path.fill, path.stroke) == (Color("000000"), None)


def test_a_wider_place_keeps_the_proportions_and_centres() -> None:
    (path,) = read('<path d="M0 0h48v48z"/>', place=Rect.of(0, 0, 96, 48))
    assert bounds(path) == (24, 0, 72, 48)


def test_proportions_may_be_given_up() -> None:
    (path,) = read('<path d="M0 0h2v2z"/>', 'viewBox="0 0 2 2" preserveAspectRatio="none"', Rect.of(0, 0, 96, 48))
    assert bounds(path) == (0, 0, 96, 48)


def test_without_a_view_box_its_own_size_counts() -> None:
    (path,) = read('<path d="M0 0h24v24z"/>', 'width="24px" height="24"')
    assert bounds(path) == (100, 50, 148, 98)


@pytest.mark.parametrize(
    ("shape", "box"),
    [
        ('<rect x="4" y="8" width="10" height="20"/>', (104, 58, 114, 78)),
        ('<circle cx="24" cy="24" r="10"/>', (114, 64, 134, 84)),
        ('<ellipse cx="24" cy="24" rx="20" ry="10"/>', (104, 64, 144, 84)),
        ('<polygon points="0,0 10,0 10,10"/>', (100, 50, 110, 60)),
        ('<line x1="0" y1="0" x2="8" y2="4" stroke="red"/>', (100, 50, 108, 54)),
    ],
)
def test_basic_shapes_are_paths_too(shape: str, box: tuple[float, ...]) -> None:
    (path,) = read(shape)
    assert bounds(path) == pytest.approx(box, abs=0.05)


@pytest.mark.parametrize(
    ("transform", "box"),
    [
        ("translate(10 5)", (110, 55, 114, 59)),
        ("translate(10)", (110, 50, 114, 54)),
        ("scale(2)", (100, 50, 108, 58)),
        ("scale(2, 3)", (100, 50, 108, 62)),
        ("rotate(90)", (96, 50, 100, 54)),
        ("rotate(180 4 4)", (104, 54, 108, 58)),
        ("matrix(1 0 0 1 7 8)", (107, 58, 111, 62)),
        ("translate(10) scale(2)", (110, 50, 118, 58)),
        ("skewX(45)", (100, 50, 108, 54)),
    ],
)
def test_transforms_move_outlines(transform: str, box: tuple[float, ...]) -> None:
    (path,) = read(f'<g transform="{transform}"><path d="M0 0h4v4h-4z"/></g>')
    assert bounds(path) == pytest.approx(box, abs=0.01)


def test_paint_is_inherited_and_a_style_wins_over_an_attribute() -> None:
    first, second = read('<g fill="red"><path d="M0 0h4v4z"/><path fill="red" style="fill: #00f" d="M0 0h4v4z"/></g>')
    assert (first.fill, second.fill) == (Color("ff0000"), Color("0000ff"))


def test_current_colour_is_the_colour_given() -> None:
    (path,) = read('<g color="#0a0"><path fill="currentColor" d="M0 0h4v4z"/></g>')
    assert path.fill == Color("00aa00")


def test_opacities_multiply() -> None:
    (path,) = read('<g opacity="50%"><path opacity=".5" fill-opacity="0.4" d="M0 0h4v4z"/></g>')
    assert isinstance(path.fill, Color)
    assert path.fill.alpha == pytest.approx(0.1)


def test_a_strokes_width_grows_with_the_drawing() -> None:
    (path,) = read(
        '<path fill="none" stroke="#123456" stroke-width="2" stroke-dasharray="3 1" d="M0 0h4"/>',
        place=Rect.of(0, 0, 96, 96),
    )
    assert path.fill is None
    assert path.stroke == Stroke(Color("123456"), Px(4), dashed=True)


def test_nothing_is_drawn_of_what_cannot_be_seen() -> None:
    hidden = '<path display="none" d="M0 0h4v4z"/><g visibility="hidden"><path d="M0 0h4v4z"/></g>'
    assert read(f'{hidden}<path fill="none" d="M0 0h4v4z"/><title>T</title><desc>D</desc>') == ()


def test_the_paths_of_a_named_group_stay_apart() -> None:
    one, two, three, rest = read(
        '<g data-group="Ill"><path d="M0 0h1v1z"/><path d="M2 0h1v1z"/></g>'
        '<g data-group="Well"><path d="M4 0h1v1z"/></g><path d="M6 0h1v1z"/><path d="M8 0h1v1z"/>'
    )
    assert [path.group for path in (one, two, three, rest)] == ["Ill", "Ill", "Well", ""]
    assert [bounds(path)[0] for path in (one, two, three)] == [100, 102, 104]
    assert len(rest.outlines) == 2


def test_a_form_that_comes_again_is_read_once_and_moved(monkeypatch: pytest.MonkeyPatch) -> None:
    read_once: list[str] = []

    def listening(data: str, pen: Any) -> None:
        read_once.append(data)
        parse_path(data, pen)

    monkeypatch.setattr(svg, "parse_path", listening)
    body = "".join(f'<path d="M0 0h3.25v3.25z" transform="translate({5 * n} 0)"/>' for n in range(9))
    (path,) = read(body)
    assert read_once == ["M0 0h3.25v3.25z"]
    assert [rounded(outline)[0] for outline in path.outlines] == [("M", (100 + 5 * n, 50)) for n in range(9)]


def test_neighbours_of_one_paint_are_one_path() -> None:
    paths = read('<path d="M0 0h4v4z"/><path d="M8 8h4v4z"/><path fill="red" d="M0 0h4v4z"/><path d="M0 0h4v4z"/>')
    assert [len(path.outlines) for path in paths] == [2, 1, 1]


TWICE = "M0 0h10v10h-10z M2 2h6v6h-6z"


@pytest.mark.parametrize(
    ("path", "steps"),
    [
        ('d="M0 0h10v10h-10z M2 2v6h6v-6z"', "MLLLLZMLLLLZ"),
        (f'd="{TWICE}"', "MLLLLZ"),
        (f'fill-rule="evenodd" d="{TWICE}"', "MLLLLZMLLLLZ"),
    ],
)
def test_holes_follow_the_fill_rule(path: str, steps: str) -> None:
    (made,) = read(f"<path {path}/>")
    assert ["".join(kind for kind, _ in outline) for outline in made.outlines] == [steps]


def test_a_stroke_is_drawn_around_what_is_painted_anyway() -> None:
    fill, stroke = read(f'<path stroke="red" d="{TWICE}"/>')
    assert (len(fill.outlines[0]), fill.stroke) == (6, None)
    assert (len(stroke.outlines[0]), stroke.fill) == (12, None)


@pytest.mark.parametrize(
    ("body", "lost"),
    [
        ("<text>a</text>", "<text>"),
        ('<use href="#a"/>', "<use>"),
        ('<path fill="url(#g)" d="M0 0h4v4z"/>', "gradient or pattern"),
        ('<g clip-path="url(#c)"><path d="M0 0h4v4z"/></g>', "clip-path"),
        ('<path filter="url(#f)" d="M0 0h4v4z"/>', "filter"),
    ],
)
def test_what_cannot_be_drawn_is_named(body: str, lost: str) -> None:
    assert svg.read(drawing(body * 2), PLACE)[1] == (lost,)


def test_the_words_for_a_screen_reader() -> None:
    assert svg.alt_text(drawing("<title> Leads\n to </title>")) == "Leads to"
    assert svg.alt_text(drawing("<title>T</title>", 'aria-label="Label"')) == "Label"
    assert svg.alt_text(drawing("<title>T</title>", 'aria-hidden="true"')) == ""
    assert svg.alt_text(drawing("<path/>")) == ""
