"""A page that is nearly empty gets more from the one before it, where a reader minds it least; all others stay."""

from __future__ import annotations

from leafdeck.leaflet import balance
from leafdeck.leaflet.balance import Page, Start


def page(fill: float, *starts: tuple[str, int, float], forced: bool = False) -> Page:
    """A page that could end before each of some things, by their name, their depth and how much stands above."""
    return Page(fill, tuple(Start(name, depth, above, fill - above) for name, depth, above in starts), forced)


def ends(*pages: Page) -> list[str]:
    """What pages shall begin with."""
    return [rule.partition(" {")[0] for rule in balance.moved(pages).splitlines()]


def test_pages_that_are_full_enough_are_left_as_they_are() -> None:
    assert ends(page(0.9, ("x", 3, 0.7)), page(0.61, ("y", 3, 0.3)), page(0.26)) == []
    assert balance.lacking([page(0.9), page(0.61), page(0.26)]) == 0


def test_what_is_lacking_is_counted_with_a_lower_floor_for_the_last_page() -> None:
    assert round(balance.lacking([page(0.4), page(0.7), page(0.2)]), 3) == 0.25


def test_the_page_before_ends_earlier_so_that_both_have_about_the_same() -> None:
    full = page(0.95, ("early", 3, 0.3), ("even", 3, 0.65), ("late", 3, 0.9))
    assert ends(full, page(0.34), page(0.5)) == ["even"]


def test_a_whole_card_goes_rather_than_a_piece_of_one() -> None:
    full = page(0.95, ("card", 4, 0.7), ("in it", 5, 0.64))
    assert ends(full, page(0.36), page(0.5)) == ["card"]


def test_a_last_page_gets_a_third_and_the_one_before_stays_as_full_as_may_be() -> None:
    full = page(0.96, ("a", 3, 0.62), ("b", 3, 0.75), ("c", 3, 0.9))
    assert ends(page(0.9), full, page(0.15)) == ["b"]


def test_where_there_is_not_enough_for_both_the_best_of_it_is_made() -> None:
    assert ends(page(0.8, ("x", 3, 0.5)), page(0.2), page(0.5)) == ["x"]
    assert ends(page(0.8, ("x", 3, 0.21)), page(0.2), page(0.5)) == []


def test_nothing_moves_to_where_it_has_no_room_or_where_a_page_is_asked_for() -> None:
    assert ends(page(0.99, ("x", 3, 0.4)), page(0.5), page(0.5)) == []
    assert ends(page(0.95, ("x", 3, 0.65)), page(0.34, forced=True), page(0.5)) == []


def test_of_two_pages_in_a_row_only_one_gives_at_a_time() -> None:
    both = (page(0.95, ("x", 3, 0.65)), page(0.34, ("y", 3, 0.2)), page(0.3), page(0.5))
    assert ends(*both) == ["x"]
