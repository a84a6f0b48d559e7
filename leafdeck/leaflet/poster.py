"""What a poster shows: as much of the guide as fits on its page, and no sign left out of a box: pure."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace

from leafdeck.guide.clinical import Mechanism, Mechanisms
from leafdeck.guide.model import Guide
from leafdeck.guide.sections import KeyPoints, Point, UrgencyLevel, Urgent
from leafdeck.leaflet.fitreport import listed
from leafdeck.notice import Notice, Place, Severity


@dataclass(frozen=True, slots=True)
class Choice:
    """What a poster shows besides its title and where to find more.

    Attributes:
        points: the key points.
        summary: the answer in a few words, of a guide that has no key points.
        texts: show the key points' text, not their titles only; a title that a pathway shows is not shown again.
        mechanisms: those whose pathways are drawn.
        urgent: the boxes that say when to get help, whole: a sign is never left out of one.
    """

    points: tuple[Point, ...]
    summary: str
    texts: bool
    mechanisms: tuple[Mechanism, ...]
    urgent: tuple[Urgent, ...]


def everything(guide: Guide) -> Choice:
    """Return the richest choice."""
    sections = guide.sections
    points = tuple(point for section in sections if isinstance(section, KeyPoints) for point in section.points)
    return Choice(
        points=points,
        summary="" if points else guide.summary,
        texts=True,
        mechanisms=tuple(
            item for section in sections if isinstance(section, Mechanisms) for item in section.items if item.pathway
        ),
        urgent=tuple(
            section for section in sections if isinstance(section, Urgent) and section.level is not UrgencyLevel.ROUTINE
        ),
    )


def chosen(guide: Guide, fits: Callable[[Choice], bool]) -> Choice | None:
    """Return the most that fits: the box for urgent help, then as many pathways as do, then the key points' text.

    Args:
        guide: the guide.
        fits: whether a choice does.

    Returns:
        None if not even its title and the signs of an emergency fit.
    """
    every = everything(guide)
    emergency = tuple(box for box in every.urgent if box.level is UrgencyLevel.EMERGENCY)
    best = replace(every, texts=False, mechanisms=(), urgent=emergency)
    if not fits(best):
        least = Choice((), "", False, (), emergency)
        return least if fits(least) else None

    warned = replace(best, urgent=every.urgent)
    if warned != best and fits(warned):
        best = warned

    best = _with_pathways(best, every.mechanisms, fits)
    told = replace(best, texts=bool(every.points))
    if told != best and fits(told):
        best = told
    return best


def _with_pathways(choice: Choice, every: tuple[Mechanism, ...], fits: Callable[[Choice], bool]) -> Choice:
    """Return a choice with as many pathways as fit.

    A pathway says the key point of its title. Where that leaves few others, more pathways are worth more than their
    titles.
    """

    def drawn(count: int, *, alone: bool = False) -> Choice:
        shown = every[:count]
        points = tuple(point for point in choice.points if not alone or _is_said(point, shown))
        return replace(choice, points=points, mechanisms=shown)

    counts = range(1, len(every) + 1)
    most = bisect_left(counts, True, key=lambda count: not fits(drawn(count)))
    whole = drawn(len(every), alone=True)
    if most < len(every) and len(whole.points) > len(choice.points) / 2 and fits(whole):
        return whole
    return drawn(most)


def _is_said(point: Point, shown: tuple[Mechanism, ...]) -> bool:
    return any(point.title == item.title for item in shown)


def left_out(guide: Guide, choice: Choice) -> Iterator[Notice]:
    """Yield a notice of what did not fit, if anything did not."""
    every = everything(guide)
    missing = []
    if not choice.points and every.points:
        missing.append("the key points")
    elif every.points and not choice.texts:
        missing += [f"“{point.title}”" for point in every.points if point not in choice.points]
        missing.append("the text of the key points")
    pathways = [item.title for item in every.mechanisms if item not in choice.mechanisms]
    if pathways:
        missing.append(f"the pathways of {listed(pathways)}")
    missing += [f"“{box.title}”" for box in every.urgent if box not in choice.urgent]
    if missing:
        message = f"one page at a size that is read from a metre has no room for {listed(missing)}"
        yield Notice(Severity.INFO, Place(), message, "The poster's code leads to more. Shorter words make room.")
