"""Shapes that turn with their box."""

from __future__ import annotations

import math

import pytest

from leafdeck.deck import turning
from leafdeck.deck.model import Box, GroupShape, Shape
from leafdeck.deck.paint import Matrix
from leafdeck.units import Px


def box(x: float, y: float, width: float, height: float) -> Box:
    return Box(Px(x).emu, Px(y).emu, Px(width).emu, Px(height).emu)


def about(x: float, y: float, degrees: float) -> Matrix:
    """A turn about a point."""
    sine, cosine = math.sin(math.radians(degrees)), math.cos(math.radians(degrees))
    return Matrix(cosine, sine, -sine, cosine, x - cosine * x + sine * y, y - sine * x - cosine * y)


def test_a_shape_turned_about_its_middle_stays_there() -> None:
    shape = Shape("a", box(100, 100, 40, 20))
    (made,) = turning.turned([shape], about(120, 110, 30), "a")
    assert made.box == shape.box
    assert isinstance(made, Shape)
    assert made.rotation == pytest.approx(30)


def test_its_middle_goes_round_another_point() -> None:
    (made,) = turning.turned([Shape("a", box(100, 0, 40, 20))], about(0, 10, 90), "a")
    assert made.box == box(-20, 120, 40, 20)


def test_several_shapes_turn_as_one_group() -> None:
    shapes = [Shape("a", box(0, 0, 40, 20)), Shape("b", box(60, 0, 40, 20))]
    (made,) = turning.turned(shapes, about(50, 10, 180), "Card")
    assert isinstance(made, GroupShape)
    assert (made.name, made.box, [shape.rotation for shape in made.shapes if isinstance(shape, Shape)]) == (
        "Card", box(0, 0, 100, 20), [0, 0],
    )  # fmt: skip
    assert made.rotation == pytest.approx(180)


def test_a_title_is_not_put_into_a_group() -> None:
    shapes = [Shape("a", box(0, 0, 40, 20), placeholder="title"), Shape("b", box(60, 0, 40, 20))]
    assert len(turning.turned(shapes, about(0, 0, 5), "a")) == 2


def test_the_room_of_a_turned_shape_is_upright() -> None:
    shape = Shape("a", box(100, 100, 40, 20), rotation=90)
    assert turning.around(shape) == box(110, 90, 20, 40)
    assert turning.around(Shape("a", box(1, 2, 3, 4))) == box(1, 2, 3, 4)


def test_scaling_skewing_and_mirroring_are_not_turns() -> None:
    assert about(3, 4, 77).rigid
    for matrix in (Matrix(2, 0, 0, 2, 0, 0), Matrix(1, 0, 0.3, 1, 0, 0), Matrix(-1, 0, 0, 1, 0, 0)):
        assert not matrix.rigid
