"""What a leaflet folded in three shows: as much of a guide as fits on six panels, every sign and daily limit: pure."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from typing import TypeVar

from leafdeck.guide.clinical import Management, Mechanisms
from leafdeck.guide.model import Guide
from leafdeck.guide.sections import Checklist, KeyPoints, Section, UrgencyLevel, Urgent
from leafdeck.leaflet.copyfit import Spare, is_within
from leafdeck.leaflet.fitreport import listed
from leafdeck.leaflet.spare import spares, without
from leafdeck.notice import Notice, Place, Severity

Kind = TypeVar("Kind")

PANELS = 6
"""The panels of a sheet folded twice, three on each side: the cover, the back, and four between them."""
FIRST_TO_GO = ("figure", "spine", "chart", "risk", "faq", "comparison", "diagnosis", "text", "conclusion")
"""The kinds of section that have no short form, the one that is missed least first."""


@dataclass(frozen=True, slots=True)
class Choice:
    """What a folded leaflet shows besides its cover and its back.

    Attributes:
        parts: the sections, in the order of the panels.
        whole: those that are shown in full; the others are shown in short.
        explained: show the whole explanation of the boxes, not its first paragraph only.
        usual: show with each daily limit what most people need.
        advice: show what can help, not the daily limits only.
        glossary: show the words explained.
        gone: what is marked as optional and left out, by its path in the outline.
    """

    parts: tuple[Section, ...]
    whole: tuple[Section, ...]
    explained: bool = True
    usual: bool = True
    advice: bool = True
    glossary: bool = True
    gone: tuple[str, ...] = ()

    def without(self, *gone: Section) -> Choice:
        """Return the choice without some sections."""
        return replace(
            self,
            parts=tuple(part for part in self.parts if part not in gone),
            whole=tuple(part for part in self.whole if part not in gone),
        )

    def shortened(self, *brief: Section) -> Choice:
        """Return the choice with some sections in short."""
        return replace(self, whole=tuple(part for part in self.whole if part not in brief))


@dataclass(frozen=True, slots=True)
class Setting:
    """How text is set: the size of its type in pt, and how close its lines are, by the style sheet's names for it."""

    size: float
    spacing: str


SETTINGS = (
    Setting(12, "tight"),
    Setting(12, "close"),
    *(Setting(size, "normal") for size in (12, 12.5, 13, 13.5, 14)),
)
"""The ways to set the text, each with more room than the one before; none is below the floor of clear print, 12 pt."""


@dataclass(frozen=True, slots=True)
class Folded:
    """What a folded leaflet shows, and how it is set."""

    choice: Choice
    setting: Setting


def chosen(guide: Guide, fits: Callable[[Folded], bool]) -> Folded | None:
    """Return the most that fits, as large as it fits.

    Args:
        guide: the guide.
        fits: whether a leaflet does.

    Returns:
        None if not even the signs and the daily limits fit.
    """
    every = choices(guide)
    rung = bisect_left(every, True, key=lambda choice: fits(Folded(choice, SETTINGS[0])))
    if rung == len(every):
        return None
    larger = bisect_left(SETTINGS[1:], True, key=lambda setting: not fits(Folded(every[rung], setting)))
    return Folded(every[rung], SETTINGS[larger])


def everything(guide: Guide) -> Choice:
    """Return the richest choice.

    Signs come before all else, those of an emergency first. A box of signs is never parted, and two seldom fit on one
    panel: the short version stands between the urgent ones and the others, and fills the panel.
    """
    parts = tuple(sorted(guide.sections, key=_rank))
    return Choice(parts, parts, glossary=bool(guide.glossary))


def _rank(section: Section) -> int:
    if isinstance(section, Urgent):
        return {UrgencyLevel.EMERGENCY: 0, UrgencyLevel.URGENT: 1, UrgencyLevel.ROUTINE: 3}[section.level]
    return 2 if isinstance(section, KeyPoints) else 4


def choices(guide: Guide) -> tuple[Choice, ...]:
    """Return what may be shown, the richest choice first, each next one with a little less.

    The last one still has every sign and every daily limit.
    """
    return tuple(dict.fromkeys(_poorer(guide)))


def _poorer(guide: Guide) -> Iterator[Choice]:
    """Yield the richest choice and those that follow, in the order in which a reader misses what they leave out."""
    choice = everything(guide)
    yield choice
    choice = replace(choice, glossary=False)
    yield choice
    gone: tuple[str, ...] = ()
    for one in reversed(_optional(guide)):
        gone += (one.path,)
        choice = replace(everything(without(guide, gone)), glossary=False, gone=gone)
        yield choice
    choice = choice.shortened(*_of(choice, Mechanisms))
    yield choice
    for kind in FIRST_TO_GO:
        for part in reversed([part for part in choice.parts if part.kind == kind]):
            choice = choice.without(part)
            yield choice
    choice = choice.shortened(*_of(choice, Management))
    yield choice
    choice = choice.shortened(*_of(choice, Checklist))
    yield choice
    choice = choice.without(*_of(choice, Checklist))
    yield choice
    choice = replace(choice, explained=False)
    yield choice
    choice = choice.shortened(*_of(choice, KeyPoints))
    yield choice
    choice = replace(choice, usual=False)
    yield choice
    choice = replace(choice, advice=False)
    choice = choice.without(*(part for part in _of(choice, Management) if not _kept(part)))
    yield choice
    yield choice.without(*_of(choice, Mechanisms), *_of(choice, KeyPoints))


def left_out(guide: Guide, choice: Choice) -> Iterator[Notice]:
    """Yield a notice of what is not shown, or only in short: the sources, always, and what did not fit."""
    spared = [one for one in _optional(guide) if one.path in choice.gone]
    sections = without(guide, choice.gone).sections
    missing = [f"“{one.name}”" for one in spared if not is_within(one.path, choice.gone)]
    missing += [f"“{part.title}”" for part in sections if part not in choice.parts]
    missing += ["the words explained"] if guide.glossary and not choice.glossary else []
    if not choice.usual and any(limit.usual for part in _of(choice, Management) for limit in part.limits):
        missing.append("what most people need of each supplement")
    missing += ["the sources"] if guide.references else []
    brief = [f"“{part.title}”" for part in sections if part in choice.parts and _is_short(part, choice)]
    said = []
    if missing:
        said.append(f"six panels have no room for {listed(missing)}")
    if brief:
        said.append(f"{listed(brief)} {'are' if len(brief) > 1 else 'is'} there in short")
    if said:
        hint = "The code on the back leads to more. Shorter words make room."
        yield Notice(Severity.INFO, Place(), "; ".join(said), hint)


def _optional(guide: Guide) -> tuple[Spare, ...]:
    """Return what is marked as optional in the sections, but for sections that hold what is never left out."""
    kept = {f"sections[{number}]" for number, part in enumerate(guide.sections) if _kept(part)}
    return tuple(one for one in spares(guide) if one.path.startswith("sections[") and one.path not in kept)


def _is_short(part: Section, choice: Choice) -> bool:
    """Whether something of a section that is shown is left out."""
    if isinstance(part, Urgent):
        return not choice.explained and "\n\n" in (part.explain or "")
    return part not in choice.whole


def _kept(part: Section) -> bool:
    """Whether a section holds what is never left out."""
    return isinstance(part, Urgent) or (isinstance(part, Management) and bool(part.limits))


def _of(choice: Choice, kind: type[Kind]) -> tuple[Kind, ...]:
    return tuple(part for part in choice.parts if isinstance(part, kind))
