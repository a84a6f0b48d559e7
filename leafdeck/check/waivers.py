"""Waivers: what an author has given a reason for is no finding, until the waiver's day is past."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from leafdeck.check.finding import Finding, Rule
from leafdeck.guide.model import Guide, Waiver
from leafdeck.notice import Place, Severity

EXPIRED = Rule(
    "waiver-expired",
    Severity.ERROR,
    "Mend what it covers and take it away, or have it decided again and set `until` to a later day.",
    "A waiver holds until its day, no longer.",
    ("leafdeck",),
)
UNUSED = Rule(
    "waiver-unused",
    Severity.WARNING,
    "Take it away, or mend its `rule` and `where`.",
    "A waiver covers something.",
    ("leafdeck",),
)


@dataclass(frozen=True, slots=True)
class Waived:
    """A finding and the waiver that covers it."""

    finding: Finding
    waiver: Waiver


def applied(
    found: Iterable[Finding], guide: Guide, positions: Mapping[str, Place], today: dt.date
) -> tuple[tuple[Finding, ...], tuple[Waived, ...]]:
    """Part findings into those that stand and those that a waiver covers; say which waivers are past or cover nothing.

    A waiver's ``where`` is the place in the outline, or the beginning of one (``sections[3]``), an ``id`` of a part of
    the guide, or ``all``.
    """
    kept: list[Finding] = []
    waived: list[Waived] = []
    used: set[int] = set()
    ids = _ids(guide)
    for finding in found:
        number = next((n for n, one in enumerate(guide.waivers) if _covers(one, finding, ids)), -1)
        if number >= 0:
            used.add(number)
        if number >= 0 and guide.waivers[number].until >= today:
            waived.append(Waived(finding, guide.waivers[number]))
        else:
            kept.append(finding)
    for number, waiver in enumerate(guide.waivers):
        place = positions.get(f"waivers[{number}]", Place())
        if waiver.until < today:
            kept.append(EXPIRED.found(place, f"the waiver of {waiver.rule} ended on {waiver.until:%Y-%m-%d}"))
        elif number not in used:
            kept.append(UNUSED.found(place, f"the waiver of {waiver.rule} covers nothing"))
    return tuple(kept), tuple(waived)


def _covers(waiver: Waiver, finding: Finding, ids: Mapping[str, str]) -> bool:
    path, where = finding.place.path, ids.get(waiver.where, waiver.where)
    if waiver.rule != finding.rule:
        return False
    return waiver.where == "all" or path == where or path.startswith((f"{where}.", f"{where}["))


def _ids(guide: Guide) -> Mapping[str, str]:
    """Return the places of a guide's parts by their ids."""
    found: dict[str, str] = {}
    for number, section in enumerate(guide.sections):
        path = f"sections[{number}]"
        if section.id:
            found[section.id] = path
        for name in ("items", "options", "signs"):
            for index, part in enumerate(getattr(section, name, ())):
                if getattr(part, "id", None):
                    found.setdefault(part.id, f"{path}.{name}[{index}]")
    return found
