"""What is said of a leaflet that was made to fit its pages, or could not be: pure."""

from __future__ import annotations

import math
from collections.abc import Iterator, Mapping, Sequence

from leafdeck.errors import Problem
from leafdeck.leaflet.copyfit import Fit, Limit, Measures, Spacing, Spare, is_within
from leafdeck.notice import Notice, Place, Severity

HEAVIEST = 4
"""How many of the parts that weigh most are named."""
CLOSER = {
    Spacing.CLOSE: "lines and parts stand closer",
    Spacing.TIGHT: "lines and parts stand as close as clear print allows",
}


def told(fit: Fit, limit: Limit, spares: Sequence[Spare], size: float) -> Iterator[Notice]:
    """Yield a notice of each step that was taken to fit a leaflet.

    Args:
        fit: how it is set.
        limit: the pages that were asked for.
        spares: what may be left out.
        size: how large its text is as the style sheets say, in pt.
    """
    steps = []
    if fit.spacing in CLOSER:
        steps.append(CLOSER[fit.spacing])
    if fit.columns > 1:
        steps.append("signs, questions, key points and lines to tick stand in two columns")
    if fit.size is not None:
        steps.append(f"the text is {fit.size:g} pt, not {size:g} pt")
    for step in steps:
        yield Notice(Severity.INFO, Place(), f"to fit {counted(limit.pages)}, {step}")
    for spare in spares:
        if spare.path not in fit.left_out or is_within(spare.path, fit.left_out):
            continue  # it stays, or what it is in is told
        message = f"{counted(limit.pages)} have no room for “{spare.name}”: it is optional and left out"
        if limit.pages == 1:
            message = message.replace("have", "has", 1)
        hint = "Allow more pages, or take `optional` away where it must stay."
        yield Notice(Severity.INFO, limit.places.get(spare.path, Place()), message, hint)


def too_much(found: Measures, limit: Limit, parts: Mapping[str, tuple[str, str]], optional: bool) -> Problem:
    """Return the problem of a leaflet that does not fit: by how much, what weighs most, what to do.

    Args:
        found: what it measures at its tightest.
        limit: the pages that were asked for.
        parts: the title of each part and its path in the outline, by its name.
        optional: whether something was optional and has been left out.
    """
    over = found.flow - limit.pages * found.page
    lines = max(1, math.ceil(over / found.line))
    left_out = " and without what is optional" if optional else ""
    message = (
        f"the leaflet needs {counted(found.pages)} at its tightest{left_out}, and {limit.pages} "
        f"{'is' if limit.pages == 1 else 'are'} asked for: "
        f"it is {counted(found.pages - limit.pages)} too long, about {lines} lines"
    )
    heaviest = sorted(found.parts, key=lambda part: -part[1])[:HEAVIEST]
    whole = sum(height for _, height in found.parts)
    named = ", ".join(f"{_called(parts[name], limit)} {height / whole:.0%}" for name, height in heaviest)
    hint = (
        f"Most room is taken by {named}. Shorten them, mark what can be missed `optional: true`, "
        f"or ask for {counted(found.pages)}."
    )
    file = next((place.file for place in limit.places.values()), None)
    return Problem(Place(file), message, hint)


def _called(part: tuple[str, str], limit: Limit) -> str:
    title, path = part
    place = limit.places.get(path)
    return f"“{title}” (line {place.line})" if place and place.line else f"“{title}”"


def counted(pages: int) -> str:
    """Return a number of pages in words."""
    return f"{pages} page{'' if pages == 1 else 's'}"


def listed(words: Sequence[str]) -> str:
    """Return words as a list in a sentence."""
    return f"{', '.join(words[:-1])} and {words[-1]}" if len(words) > 1 else words[0]
