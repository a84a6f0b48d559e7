"""No page of the real guide ends nearly empty while another is crammed, in any form whose pages follow each other."""

from __future__ import annotations

from types import SimpleNamespace
from typing import Any

import pytest
from forms import Form, body, form

from leafdeck.leaflet import pagefill

pytestmark = pytest.mark.slow

FLOORS = {"a4": 0.6, "letter": 0.55, "large-print": 0.52, "a5-booklet": 0.5}
"""How much of each page but the last is filled; what stays whole takes more of a small page, or in large letters."""
LAST = 0.25


@pytest.fixture(params=[(name, brand) for name in FLOORS for brand in ("default", "other")], ids="-".join)
def made(request: pytest.FixtureRequest) -> tuple[str, Form]:
    return request.param[0], form(*request.param)


def fills(leaflet: Form) -> list[float]:
    """How much of each page is filled."""
    document: Any = SimpleNamespace(pages=[SimpleNamespace(_page_box=box) for box in leaflet.pages])
    return [page.fill for page in pagefill.pages(document)]


def test_no_page_is_nearly_empty(made: tuple[str, Form]) -> None:
    name, leaflet = made
    *others, last = fills(leaflet)
    low = {number: round(fill, 2) for number, fill in enumerate(others, 1) if fill < FLOORS[name]}
    assert low == {}
    assert last >= LAST


def test_no_source_of_a_figure_stands_alone_at_the_top_of_a_page(made: tuple[str, Form]) -> None:
    for number, page in enumerate(made[1].pages, 1):
        first = min(body(page), key=lambda word: word.y)
        assert "credit" not in first.around, (number, first.text)


def test_no_item_to_tick_stands_alone_at_the_top_of_a_page(made: tuple[str, Form]) -> None:
    for number, page in enumerate(made[1].pages[1:], 2):
        said = sorted((word for word in body(page) if "li::marker" not in word.around), key=lambda word: word.y)
        ticks = [word for word in said if "ticks" in word.around]
        assert not ticks or said[0] is not ticks[0] or "ticks" in said[1].around, number
