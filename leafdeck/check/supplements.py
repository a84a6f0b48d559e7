"""Rules: every supplement has its daily limit, and no limit is over the known one."""

from __future__ import annotations

from collections.abc import Iterator

from leafdeck.check import phrases
from leafdeck.check.doses import amounts, over
from leafdeck.check.finding import Finding, Rule, shown
from leafdeck.check.manuscript import Dossier
from leafdeck.guide.clinical import DailyLimit, Management
from leafdeck.guide.passages import Passage, Role
from leafdeck.notice import Severity

LIMIT_MISSING = Rule(
    "supplement-limit",
    Severity.ERROR,
    "Add it to `limits`, with `most_per_day` and `check_first`.",
    "Every supplement that a guide speaks of has a daily limit, and says who must ask first.",
    ("DISCERN", "leafdeck"),
)
LIMIT_OVER = Rule(
    "limit-over",
    Severity.ERROR,
    "Take the lower figure, or mend `words/en/safety.yaml` if the advice has changed.",
    "No daily limit is higher than the most that an adult may take.",
    ("NHS standard for health content", "leafdeck"),
)

_READ = {Role.PROSE, Role.ITEM}


def limit_missing(dossier: Dossier) -> Iterator[Finding]:
    """Find nutrients that sections on what helps name beside supplements, and that no section gives a limit for."""
    words = dossier.manuscript.words
    names = (*words.daily_limits, *words.nutrient_names)
    limited = {_nutrient(dossier, limit.nutrient) for _, limit in limits(dossier)}
    options: dict[str, list[Passage]] = {}
    for passage in dossier.manuscript.of(*_READ):
        if passage.kind == "management" and ".options[" in passage.path:
            options.setdefault(passage.path.partition("].")[2].partition("]")[0] + str(passage.section), []).append(
                passage
            )
    for passages in options.values():
        if not any(phrases.has(words.supplements, passage.text) for passage in passages):
            continue
        for passage in passages:
            for match in phrases.found(names, passage.text):
                nutrient = words.nutrient_names.get(match[0].lower(), match[0].lower())
                if nutrient not in limited:
                    limited.add(nutrient)
                    message = f"{shown(match[0])} is named as a supplement, but no daily limit is given"
                    yield LIMIT_MISSING.at(passage, *match.span(), message)


def limit_over(dossier: Dossier) -> Iterator[Finding]:
    """Find daily limits that are higher than the known ones."""
    words = dossier.manuscript.words
    for path, limit in limits(dossier):
        known = words.daily_limits.get(_nutrient(dossier, limit.nutrient), ())
        for amount in amounts(limit.most_per_day, words.units) if words.units else ():
            most = over(amount, known, words.units)
            if most:
                message = f"{shown(amount[0])} of {limit.nutrient} is more than an adult may take in a day: {most}"
                yield LIMIT_OVER.found(dossier.place(f"{path}.most_per_day"), message)
                break


def limits(dossier: Dossier) -> Iterator[tuple[str, DailyLimit]]:
    """Yield the daily limits, each with its path."""
    for number, section in enumerate(dossier.guide.sections):
        if isinstance(section, Management):
            for index, limit in enumerate(section.limits):
                yield f"sections[{number}].limits[{index}]", limit


def _nutrient(dossier: Dossier, name: str) -> str:
    """Return a nutrient as the list of limits calls it: of "Vitamin D3 drops", "vitamin d"."""
    words = dossier.manuscript.words
    match = next(phrases.found((*words.daily_limits, *words.nutrient_names), name), None)
    found = match[0].lower() if match else name.lower()
    return words.nutrient_names.get(found, found)
