"""How a leaflet is made to fit its pages: the steps a typesetter takes, in their order, and which to try next: pure.

The steps stand on a ladder. Its first rung is the leaflet as its style sheets say; each further one sets it tighter,
and the last ones leave out what the content marks as ``optional``. A search of the ladder finds the first rung that
fits in few layouts: what was measured of a laid-out rung says where to look next.
"""

from __future__ import annotations

import math
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum

from leafdeck.notice import Place


class Spacing(StrEnum):
    """How far lines and parts stand from each other, by the names that the style sheets have for it."""

    WIDE = "wide"
    NORMAL = "normal"
    CLOSE = "close"
    TIGHT = "tight"


@dataclass(frozen=True, slots=True)
class Fit:
    """How a leaflet is set, which its template puts on the root element for the style sheets.

    Attributes:
        spacing: ``data-spacing`` on the root element.
        columns: 2 to set short things side by side; ``data-columns``.
        size: the size of running text in pt; None as the style sheets say.
        left_out: the optional parts that are left out, by their path in the outline, such as ``sections[2].items[0]``.
    """

    spacing: Spacing = Spacing.NORMAL
    columns: int = 1
    size: float | None = None
    left_out: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Measures:
    """What a laid-out leaflet measures; lengths in px.

    Attributes:
        pages: how many pages it has.
        page: how high the text on a page may be.
        last: how much of that the last page fills.
        line: the height of a line of running text.
        size: the size of running text, in pt.
        parts: the name and the height of each part, in order.
    """

    pages: int
    page: float
    last: float
    line: float
    size: float
    parts: tuple[tuple[str, float], ...] = ()

    @property
    def flow(self) -> float:
        """How high all of it is, with the gaps that pages end in."""
        return (self.pages - 1) * self.page + self.last


@dataclass(frozen=True, slots=True)
class Spare:
    """A part that may be left out.

    Attributes:
        path: where it stands in the outline.
        name: what a person calls it.
        part: the name of the part of the leaflet that it is, or is in.
        share: how much of that part it is, up to 1.
    """

    path: str
    name: str
    part: str
    share: float


@dataclass(frozen=True, slots=True)
class Limit:
    """How many pages were asked for, and where the parts of the outline stand, by their path."""

    pages: int
    places: Mapping[str, Place]


@dataclass(frozen=True, slots=True)
class Room:
    """What a form allows.

    Attributes:
        pages: the most pages it may have.
        floor: the smallest size of running text, in pt.
        columns: whether short things may be set in two columns.
        spares: what may be left out, in the order of reading.
        spacings: the tighter ways to set it.
    """

    pages: int
    floor: float
    columns: bool = False
    spares: tuple[Spare, ...] = ()
    spacings: tuple[Spacing, ...] = (Spacing.CLOSE, Spacing.TIGHT)


STEP = 0.5
"""By how much the type gets smaller at once, in pt."""
GAIN = {Spacing.WIDE: 1.06, Spacing.NORMAL: 1.0, Spacing.CLOSE: 0.92, Spacing.TIGHT: 0.88}
"""About how high the leaflet is in each spacing, beside the normal one; measured with the real guide."""
COLUMNS_GAIN = 0.98
"""The same in two columns."""
NEARLY_EMPTY = 1 / 3
"""How much of the last page must be filled, or it looks as if something was left over."""
GUESSES = 2
"""How often what was measured says where to look next; after that the rest of the ladder is halved."""


def ladder(room: Room, size: float) -> tuple[Fit, ...]:
    """Return the ways to set a leaflet, each tighter than the one before.

    Args:
        room: what its form allows.
        size: the size of its running text as the style sheets say, in pt.
    """
    rungs = [Fit()]
    rungs += [replace(rungs[0], spacing=spacing) for spacing in room.spacings]
    if room.columns:
        rungs.append(replace(rungs[-1], columns=2))
    steps = math.ceil((size - room.floor) / STEP - 1e-6)
    rungs += [replace(rungs[-1], size=max(room.floor, size - STEP * step)) for step in range(1, steps + 1)]
    paths = [spare.path for spare in reversed(room.spares)]
    rungs += [replace(rungs[-1], left_out=tuple(paths[: count + 1])) for count in range(len(paths))]
    return tuple(rungs)


def next_rung(rungs: Sequence[Fit], tried: Mapping[int, Measures], room: Room) -> int | None:
    """Return which rung to lay out next, None when the first that fits is found, or none does.

    Args:
        rungs: the ladder.
        tried: what was measured of the rungs laid out so far, the first at least.
        room: what the form allows.
    """
    low = max((rung for rung, found in tried.items() if found.pages > room.pages), default=-1)
    high = min((rung for rung, found in tried.items() if found.pages <= room.pages), default=len(rungs))
    between = range(low + 1, high)
    if low < 0 or not between:
        return None
    if len(tried) > GUESSES:
        return between[-1] if high == len(rungs) else between[len(between) // 2]
    found = tried[low]
    likely = (rung for rung in between if _expected(rungs[low], rungs[rung], found, room) <= room.pages)
    return next(likely, between[-1])


def is_nearly_empty(found: Measures) -> bool:
    """Return whether the last page looks as if something was left over."""
    return found.pages > 1 and found.last < found.page * NEARLY_EMPTY


def evening(found: Measures) -> Spacing | None:
    """Return the spacing that may save a last page that is nearly empty, or fill it; None if there is no need or hope.

    Args:
        found: what the leaflet measures in its normal spacing.
    """
    if not is_nearly_empty(found):
        return None
    if found.flow * GAIN[Spacing.CLOSE] <= (found.pages - 1) * found.page:
        return Spacing.CLOSE
    filled = found.flow * GAIN[Spacing.WIDE] - (found.pages - 1) * found.page
    return Spacing.WIDE if found.page * NEARLY_EMPTY <= filled <= found.page else None


def closer(rungs: Sequence[Fit], rung: int, found: Measures) -> int | None:
    """Return the next closer spacing of a leaflet whose last page is nearly empty; None if there is no need, or none.

    Args:
        rungs: the ladder.
        rung: the one that the leaflet stands on.
        found: what it measures.
    """
    then = rung + 1
    tighter = then < len(rungs) and rungs[then].spacing != rungs[rung].spacing
    return then if rung and tighter and is_nearly_empty(found) else None


def restored(fit: Fit, found: Measures, room: Room) -> Fit | None:
    """Return a fit that has back what need not be left out; None if there is nothing, or not enough room for it.

    The ladder leaves the last parts out first. Where only a large one made it fit, smaller ones may come back.

    Args:
        fit: one in which the leaflet fits.
        found: what it measures.
        room: what the form allows.
    """
    *smaller, _ = fit.left_out or ("",)
    heights, left = dict(found.parts), room.pages * found.page - found.flow
    back = []
    for path in reversed(smaller):
        lost = next(spare for spare in room.spares if spare.path == path)
        if is_within(path, fit.left_out):
            continue  # it goes with the part that it is in
        height = heights.get(lost.part, 0) * lost.share / (1 - _gone(fit, lost, room))
        if 0 < height <= left:
            left -= height
            back.append(path)
    return replace(fit, left_out=tuple(path for path in fit.left_out if path not in back)) if back else None


def is_within(path: str, others: Iterable[str]) -> bool:
    """Return whether a part of the outline is inside one of some others, by their paths."""
    return any(path.startswith(f"{other}.") for other in others)


def _gone(fit: Fit, lost: Spare, room: Room) -> float:
    """Return how much of the part that a spare is in has been left out, below 1."""
    return min(0.99, sum(each.share for each in room.spares if each.part == lost.part and each.path in fit.left_out))


def _expected(now: Fit, then: Fit, found: Measures, room: Room) -> float:
    """Return how many pages a leaflet will have, in parts of a page, from what it measures when set another way."""
    shrunk = _height(then, found.size) / _height(now, found.size)
    heights = dict(found.parts)
    gone = {*then.left_out} - {*now.left_out}
    saved = sum(heights.get(spare.part, 0) * spare.share for spare in room.spares if spare.path in gone)
    return (found.flow - saved) * shrunk / found.page


def _height(fit: Fit, size: float) -> float:
    """Return about how high a leaflet is in a fit, beside the same as its style sheets say."""
    type_gain = (fit.size / size) if fit.size else 1.0
    return GAIN[fit.spacing] * (COLUMNS_GAIN if fit.columns > 1 else 1.0) * type_gain
