"""Where pages should end so that none is nearly empty while another is crammed: pure.

An engine fills each page and goes on when the next thing does not fit. What stays whole then leaves gaps: a card goes
to the next page, a last page has one line. A typesetter mends these by hand, one at a time, and leaves all other pages
be: the page before ends a little earlier, so that the empty one gets more.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

FLOOR = 0.6
"""How much of a page must be filled."""
LAST = 0.25
"""The same of the last page."""
ENOUGH = 1 / 3
"""How much a last page gets that has too little: the one before it stays as full as may be."""
ROOM = 0.98
"""How full a page is planned at most: margins and the heads of tables that go on take a little."""
WORTH = 0.02
"""A page that gains less is not worth another layout."""


@dataclass(frozen=True, slots=True)
class Start:
    """What the next page could begin with instead.

    Attributes:
        selector: the selector of its element.
        depth: how deep it stands: a part of the leaflet less than a card, a card less than what is in it.
        above: how much of its page is filled above it, up to 1.
        below: how much it and what follows fill there.
    """

    selector: str
    depth: int
    above: float
    below: float


@dataclass(frozen=True, slots=True)
class Page:
    """A page as it was laid out.

    Attributes:
        fill: how much of its height is filled, up to 1.
        starts: where it could end earlier, from its top down.
        forced: it begins where a style sheet asks for a new page.
    """

    fill: float
    starts: tuple[Start, ...] = ()
    forced: bool = False


def lacking(pages: Sequence[Page]) -> float:
    """Return how much all pages together lack that are filled too little; 0 if there is none."""
    return sum(max(0.0, floor - page.fill) for page, floor in _with_floors(pages))


def moved(pages: Sequence[Page]) -> str:
    """Return CSS that ends pages earlier where the one after them has too little; empty if nothing is gained."""
    rules, ends_earlier = [], False
    for number, ((before, _), (page, floor)) in enumerate(pairwise(_with_floors(pages)), 2):
        start = None
        if page.fill < floor and not page.forced and not ends_earlier:
            start = _earlier(before, page, is_last=number == len(pages))
        if start is not None:
            rules.append(f"{start.selector} {{ break-before: page !important; margin-top: 0 !important }}\n")
        ends_earlier = start is not None
    return "".join(rules)


def _with_floors(pages: Sequence[Page]) -> list[tuple[Page, float]]:
    """Return pages, each with how much of it must be filled."""
    return [(page, FLOOR) for page in pages[:-1]] + [(page, LAST) for page in pages[-1:]]


def _earlier(before: Page, page: Page, *, is_last: bool) -> Start | None:
    """Return where a page should end so that the next has enough, or has more; None if there is no such place."""
    floor = ENOUGH if is_last else FLOOR
    fits = [start for start in before.starts if page.fill + start.below <= ROOM]
    good = [start for start in fits if start.above >= FLOOR and page.fill + start.below >= floor]
    if good and is_last:
        return max(good, key=lambda start: start.above)
    if good:
        return min(good, key=lambda start: (start.depth, abs(start.above - page.fill - start.below)))
    best = max(fits, key=lambda start: min(start.above, page.fill + start.below), default=None)
    gained = best is not None and min(best.above, page.fill + best.below) > page.fill + WORTH
    return best if gained else None
