"""Gradients between any two points, as PowerPoint has them: from corner to corner."""

from __future__ import annotations

import io

import pytest
from PIL import Image

from leafdeck.deck import gradients, svgfile
from leafdeck.deck.paint import Color, Rect

RED, BLUE = Color("ff0000"), Color("0000ff")


def test_a_line_across_the_box_is_as_it_was() -> None:
    made = gradients.linear((100, 40), (0, 20), (100, 20), [(0, RED), (1, BLUE)])
    assert (made.angle, made.stops) == (0, ((0, RED), (1, BLUE)))


def test_a_short_line_has_its_stops_within() -> None:
    made = gradients.linear((100, 40), (25, 20), (75, 20), [(0, RED), (1, BLUE)])
    assert made.stops == ((0.25, RED), (0.75, BLUE))


def test_a_long_line_is_cut_and_its_colours_mixed() -> None:
    made = gradients.linear((100, 40), (-100, 20), (200, 20), [(0, RED), (1, BLUE)])
    assert [(at, color.hex) for at, color in made.stops] == [(0, "aa0055"), (1, "5500aa")]


@pytest.mark.parametrize(("stops", "color"), [([(-2.0, RED), (-1.0, BLUE)], BLUE), ([(2.0, RED), (3.0, BLUE)], RED)])
def test_stops_all_beyond_an_edge_leave_the_nearest_colour(stops: list[gradients.Stop], color: Color) -> None:
    assert {found for _, found in gradients.within(stops)} == {color}


def test_a_radial_one_reaches_to_the_farthest_corner() -> None:
    made = gradients.radial((200, 100), (100, 50), (100, 50), [(0, RED), (1, BLUE)])
    assert made.center == (0.5, 0.5)
    (at, color) = made.stops[-1]
    assert (round(at, 4), color) == (0.7071, BLUE)


def drawn(file: bytes, *places: tuple[int, int]) -> list[tuple[int, ...]]:
    """The colours at some places of a file that is 40 by 20 px, in steps of 51."""
    image = Image.open(io.BytesIO(svgfile.pixels(file, Rect.of(0, 0, 40, 20)))).convert("RGBA")
    return [tuple(round(part / 51) for part in image.getpixel((3 * x, 3 * y))) for x, y in places]  # type: ignore[union-attr]


def test_a_line_is_drawn_between_its_points() -> None:
    file = gradients.svg((40, 20), "linear", (10, 0, 30, 0), [(0, RED), (1, BLUE)])
    assert drawn(file, (2, 5), (18, 5), (38, 15)) == [(5, 0, 0, 5), (3, 0, 2, 5), (0, 0, 5, 5)]


def test_circles_are_drawn_as_flat_as_they_are() -> None:
    """Radii of 5 and 10 px across, half as much down, about the middle."""
    file = gradients.svg((40, 20), "radial", (20, 20, 5, 20, 20, 10), [(0, RED), (0, BLUE), (1, BLUE)], 0.5)
    assert drawn(file, (23, 10), (27, 10), (20, 14), (20, 11)) == [
        (5, 0, 0, 5),
        (0, 0, 5, 5),
        (0, 0, 5, 5),
        (5, 0, 0, 5),
    ]


def test_one_colour_and_its_alpha_are_drawn() -> None:
    file = gradients.svg((40, 20), "solid", (), [(0, Color("ff0000", 0.4))])
    assert drawn(file, (1, 1), (39, 19)) == [(5, 0, 0, 2)] * 2
