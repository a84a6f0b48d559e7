"""Rules: what a reader is told to do with medicines, and how much of a supplement to take."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

from leafdeck.check import phrases
from leafdeck.check.finding import Finding, Rule, shown
from leafdeck.check.manuscript import Manuscript
from leafdeck.check.sentences import Sentence
from leafdeck.guide.lexicon import Lexicon
from leafdeck.notice import Severity

STOP_MEDICINE = Rule(
    "stop-medicine",
    Severity.ERROR,
    'Write whom to ask before: "Do not stop taking it before you have spoken to your doctor."',
    "No reader is told to stop or change a medicine without asking first.",
    ("NHS standard for health content", "leafdeck"),
)
DOSE_BY_WEIGHT = Rule(
    "dose-by-weight",
    Severity.ERROR,
    "Give the dose for each weight or age in a table, or say who works it out.",
    "No reader works out a dose.",
    ("AHRQ PEMAT-P", "leafdeck"),
)
DOSE_OVER_LIMIT = Rule(
    "dose-over-limit",
    Severity.ERROR,
    "Stay within the limit, or say that a health professional decides.",
    "No more of a supplement is advised than an adult may take in a day.",
    ("NHS standard for health content", "leafdeck"),
)

GRAM = 1_000_000
"""Micrograms in a gram; by the gram is food given, not medicine."""
NEAR = 5
"""How many words a medicine may stand behind what is done with it."""

_NUMBER = r"\d+(?:,\d{3})*(?:\.\d+)?"
_NEXT = re.compile(rf"(?:\s+[\w'’-]+){{0,{NEAR}}}")
_OF = re.compile(r"\s+of(?:\s+[\w-]+){1,3}")
_STARTS = re.compile(
    r"(?:^|[,;:–—]\s|\b(?:and|then|or|can|could|should|may|must|just|to|now|simply|please|safely|always|also|try|you|do)\s)\s*$",
    re.IGNORECASE,
)


def stop_medicine(manuscript: Manuscript) -> Iterator[Finding]:
    """Find advice to stop or change a medicine that says nothing of asking first."""
    words = manuscript.words
    for sentence in manuscript.sentences:
        text, end = sentence.passage.text, sentence.end
        if text[:end].endswith("?") or not phrases.has(words.medicines, text, sentence.start, end):
            continue
        if phrases.has(words.asking_first, text, sentence.start, end):
            continue
        for match in phrases.found(words.stopping, text, sentence.start, end):
            medicine = _medicine(sentence, match.end(), words)
            if medicine and _told_to(sentence, match, words):
                span = (match.start(), medicine)
                message = f"{shown(text[span[0] : span[1]])} tells the reader to stop or change a medicine"
                yield STOP_MEDICINE.at(sentence.passage, *span, message)
                break


def _medicine(sentence: Sentence, at: int, words: Lexicon) -> int:
    """Return where a medicine that follows soon ends, 0 where none does."""
    text = sentence.passage.text
    near = _NEXT.match(text, at, sentence.end)
    stop = near.end() if near else at
    others = [match.span() for match in phrases.found(words.not_medicines, text, at, sentence.end)]
    for match in phrases.found(words.medicines, text, at, stop):
        if phrases.has(words.not_between, text, at, match.start()):
            return 0
        if match.span() not in others and not phrases.covered(match.span(), others):
            return match.end()
    return 0


def _told_to(sentence: Sentence, match: re.Match[str], words: Lexicon) -> bool:
    """Return whether the reader is told to do so: not forbidden, not told of other people."""
    text = sentence.passage.text
    clause = max(text.rfind(sign, sentence.start, match.start()) + 1 for sign in (",", ";", ":"))
    start = max(clause, sentence.start)
    before = text[start : match.start()]
    return bool(_STARTS.search(before.lstrip())) and not phrases.has(words.forbidding, text, start, match.start())


def dose_by_weight(manuscript: Manuscript) -> Iterator[Finding]:
    """Find doses that the reader would have to work out from a weight."""
    words = manuscript.words
    if not (words.weights and words.units):
        return
    light = tuple(name for name, micrograms in words.units.items() if micrograms < GRAM)
    pattern = _by_weight(light, words.weights)
    for sentence in manuscript.sentences:
        text = sentence.passage.text
        found = pattern.finditer(text, sentence.start, sentence.end)
        sums = phrases.found(words.weight_sums, text, sentence.start, sentence.end)
        for match in (*found, *sums):
            if not phrases.has(words.reckoners, text, sentence.start, sentence.end):
                message = f"{shown(match[0])} leaves it to the reader to work out the dose"
                yield DOSE_BY_WEIGHT.at(sentence.passage, *match.span(), message)


def _by_weight(units: tuple[str, ...], weights: tuple[str, ...]) -> re.Pattern[str]:
    unit = "|".join(sorted(map(re.escape, units), key=len, reverse=True))
    weight = "|".join(sorted(map(re.escape, weights), key=len, reverse=True))
    return re.compile(
        rf"{_NUMBER}\s?(?:{unit}|ml|units?|drops?|tablets?|puffs?|spoonfuls?)\b(?:\s+of(?:\s+[\w-]+){{1,3}})?\s*(?:/|per\b|(?:for\s+)?(?:each|every)\b|a\b)"
        rf"\s*(?:{_NUMBER}\s?)?(?:{weight})\b",
        re.IGNORECASE,
    )


def dose_over_limit(manuscript: Manuscript) -> Iterator[Finding]:
    """Find advice to take more of a supplement than an adult may in a day."""
    words = manuscript.words
    if not words.daily_limits:
        return
    names = (*words.daily_limits, *words.nutrient_names)
    for sentence in manuscript.sentences:
        text, start, end = sentence.passage.text, sentence.start, sentence.end
        nutrients = list(phrases.found(names, text, start, end))
        if not nutrients or not phrases.has(words.taking, text, start, end):
            continue
        if phrases.has(words.not_taking, text, start, end):
            continue
        for match in amounts(text, words.units, start, end):
            of = _OF.match(text, match.end(), end)
            if of and not phrases.has(names, of[0]):
                continue
            name = min((abs(one.start() - match.start()), one[0].lower()) for one in nutrients)[1]
            name = words.nutrient_names.get(name, name)
            limit = over(match, words.daily_limits[name], words.units)
            if limit:
                message = f"{shown(match[0])} of {name} is more than an adult may take in a day: {limit}"
                yield DOSE_OVER_LIMIT.at(sentence.passage, *match.span(), message)


def amounts(text: str, units: Mapping[str, float], start: int = 0, end: int | None = None) -> Iterator[re.Match[str]]:
    """Yield the amounts with a unit in a text: group 1 is the number, group 2 the unit."""
    unit = "|".join(sorted(map(re.escape, units), key=len, reverse=True))
    yield from re.compile(rf"({_NUMBER})\s?({unit})\b", re.IGNORECASE).finditer(
        text, start, len(text) if end is None else end
    )


def over(amount: re.Match[str], limits: tuple[str, ...], units: Mapping[str, float]) -> str:
    """Return the limit that an amount is over, in the unit it can be compared with; nothing where it is within."""
    for limit in limits:
        for most in amounts(limit, units):
            weight, other = units[amount[2].lower()], units[most[2].lower()]
            same = amount[2].lower() == most[2].lower()
            if same or (weight and other):
                mine = _number(amount) * (1 if same else weight)
                if mine > _number(most) * (1 if same else other):
                    return limit
    return ""


def _number(amount: re.Match[str]) -> float:
    return float(amount[1].replace(",", ""))
