"""Gradients between any two points, as PowerPoint has them: from corner to corner."""

from __future__ import annotations

import pytest

from leafdeck.deck import gradients
from leafdeck.deck.paint import Color

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
