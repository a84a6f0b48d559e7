"""Outlines by the nonzero rule as groups that fill even-odd to the same picture."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from leafdeck.deck.winding import Outline, area, contains, flatten, split_outlines


def square(x: float, y: float, size: float, *, back: bool = False) -> Outline:
    corners = [(x, y), (x + size, y), (x + size, y + size), (x, y + size)]
    first, *rest = reversed(corners) if back else corners
    return (("M", (first,)), *(("L", (point,)) for point in rest), ("Z", ()))


def evenodd(groups: tuple[Outline, ...], point: tuple[float, float]) -> bool:
    """Whether a point is painted when each group is filled even-odd by itself."""
    return any(sum(contains(flatten(part), point) for part in parts(group)) % 2 for group in groups)


def parts(group: Outline) -> list[Outline]:
    found: list[list[tuple[str, tuple[tuple[float, float], ...]]]] = []
    for step in group:
        if step[0] == "M":
            found.append([])
        found[-1].append(step)
    return [tuple(part) for part in found]


def nonzero(outlines: tuple[Outline, ...], point: tuple[float, float]) -> bool:
    """Whether a point is painted by the nonzero rule, for outlines that do not cross."""
    turns = sum((1 if area(flatten(o)) > 0 else -1) for o in outlines if contains(flatten(o), point))
    return turns != 0


def test_an_outline_that_winds_against_its_host_is_a_hole_in_it() -> None:
    outer, hole = square(0, 0, 10), square(2, 2, 4, back=True)
    assert split_outlines((outer, hole)) == (outer + hole,)
    assert split_outlines((hole, outer)) == (hole + outer,)


def test_an_outline_that_winds_like_its_host_is_painted_anyway() -> None:
    outer, inner, beside, across = square(0, 0, 10), square(2, 2, 4), square(20, 0, 5), square(8, 8, 9)
    assert split_outlines((outer, inner, beside, across)) == (outer, beside, across)


def test_an_island_in_a_hole_is_painted() -> None:
    outer, hole, island = square(0, 0, 10), square(1, 1, 8, back=True), square(3, 3, 2)
    groups = split_outlines((outer, hole, island))
    assert [evenodd(groups, (at, at)) for at in (0.5, 2, 4)] == [True, False, True]


def test_a_curve_is_flattened_to_its_shape() -> None:
    k = 0.5523
    quarter: Outline = (("M", ((0, 0),)), ("L", ((1, 0),)), ("C", ((1, k), (k, 1), (0, 1))), ("Z", ()))
    assert area(flatten(quarter)) == pytest.approx(3.1416 / 4, abs=0.01)


@given(st.lists(st.booleans(), min_size=1, max_size=6))
def test_nested_outlines_fill_alike_by_both_rules(directions: list[bool]) -> None:
    outlines = tuple(square(n, n, 20 - 2 * n, back=back) for n, back in enumerate(directions))
    groups = split_outlines(outlines)
    for at in range(len(directions) + 1):
        point = (at + 0.5 - 1, 10.1)
        assert evenodd(groups, point) == nonzero(outlines, point)
