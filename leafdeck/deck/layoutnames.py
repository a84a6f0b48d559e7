"""What a layout is called whose body stands elsewhere than a plain one's: where a presenter would look for it. Pure."""

from __future__ import annotations

from collections.abc import Collection
from itertools import count

from leafdeck.deck.model import Box

ASIDE = 0.1
"""By which share of the content area's width the room left and right of a body differs where it stands at one side."""

HALF = 0.6
"""The most of the area's width that a body at a side takes and is still called a half."""

INSET = 0.05
"""The least share of the area's width that is free at both sides of a body that is set in."""

MIDDLE, LOWER = 0.2, 0.4
"""From which share of the area's height on a body begins in the middle, and in the lower part."""


def unique(name: str, place: Box | None, area: Box | None, taken: Collection[str]) -> str:
    """Return a layout's name: a plain one, or with where its body stands; numbered where that is taken.

    Args:
        name: the name of its kind.
        place: the body's place, None where it has the whole slide.
        area: the slide's content area.
        taken: the names that other layouts have.
    """
    where = _where(place, area) if place and area else ""
    named = f"{name}, {where}" if where else name
    if named not in taken and (where or not place):
        return named
    return next(one for one in (f"{named} {number}" for number in count(2)) if one not in taken)


def _where(place: Box, area: Box) -> str:
    before, after = place.x - area.x, area.x + area.width - place.x - place.width
    down = (place.y - area.y) / area.height
    words = ["Lower" if down > LOWER else "Middle" if down > MIDDLE else ""]
    if abs(before - after) > ASIDE * area.width:
        words += ["Right" if before > after else "Left", "Half" if place.width <= HALF * area.width else ""]
    elif min(before, after) > INSET * area.width:
        words.append("Inset")
    return " ".join(word for word in words if word)
