"""Rules: units of doses and measures, which nobody may misread."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from leafdeck.check import phrases
from leafdeck.check.amounts import SIGNS, oneof
from leafdeck.check.finding import Finding, Rule, shown
from leafdeck.check.manuscript import Manuscript
from leafdeck.check.sentences import Sentence
from leafdeck.guide.lexicon import Lexicon
from leafdeck.notice import Severity

MICROGRAM_SHORT = Rule(
    "microgram-short",
    Severity.ERROR,
    'Write "micrograms" in full.',
    '"Micrograms" is written in full: its short forms are read as milligrams, a thousand times as much.',
    ("NHS content style",),
)
UNIT_SPACE = Rule(
    "unit-space",
    Severity.WARNING,
    "Write the unit directly behind its number.",
    'No space stands before a unit that is a sign: 300mg. Words keep theirs: "5 minutes", "100 micrograms".',
    ("NHS content style",),
)
INTERNATIONAL_UNITS = Rule(
    "international-units",
    Severity.WARNING,
    "Give micrograms or milligrams, and the units in brackets if the pack has them.",
    "International units stand only beside the weight they stand for, if there is one.",
    ("NHS content style", "leafdeck"),
)
UNIT_MISSING = Rule(
    "unit-missing",
    Severity.ERROR,
    "Write the unit: mg, micrograms, ml, tablets.",
    "A dose has its unit.",
    ("leafdeck",),
)

_NUMBER = r"(?<![\w.,])\d+(?:[.,]\d+)*"
_MICROGRAM = re.compile(rf"(?P<number>{_NUMBER})\s?(?P<unit>(?:mcgs?|MCG|Mcg|ug|µg|μg))(?!\w)(?P<per>\s?/)?")
_SPACED = re.compile(rf"(?P<number>{_NUMBER})\s+(?P<unit>{oneof(SIGNS)})(?![\w'’-])(?!\.\w)")
_INTERNATIONAL = re.compile(rf"{_NUMBER}\s?(?:(?:IU|iu|I\.U\.|i\.u\.)(?!\w)|international units?\b)")
_WEIGHT = re.compile(r"\d\s?(?:micrograms?|mcg|ug|µg|μg|mg|milligrams?|g)(?!\w)")


def microgram_short(manuscript: Manuscript) -> Iterator[Finding]:
    """Find amounts in "mcg" and "µg", where the text does not show what a pack says."""
    words = manuscript.words
    if not manuscript.english:
        return
    for passage, _ in manuscript.split:
        text = passage.text
        for match in _MICROGRAM.finditer(text):
            if _as_on_a_pack(text, match.span("unit")):
                continue
            full = _micrograms(match, text, words)
            message = f"{shown(match['unit'])} can be read as milligrams"
            start, end = match.start(), match.end("unit")
            mend = None if match["per"] else full
            yield MICROGRAM_SHORT.at(passage, start, end, message, hint=f'Write "{full}".', mend=mend)


def _micrograms(match: re.Match[str], text: str, words: Lexicon) -> str:
    """Return the amount in full: "50 micrograms", but "50 microgram tablets"."""
    following = re.match(rf"[ -](?:{oneof(words.dose_forms)})\b", text[match.end() :])
    return f"{match['number']} microgram{'' if following or match['number'] == '1' else 's'}"


def _as_on_a_pack(text: str, span: tuple[int, int]) -> bool:
    """Whether short words stand in quotes, or in brackets behind the full ones."""
    before = text[: span[0]].rstrip("0123456789., \u00a0")
    quoted = any(start <= span[0] and span[1] <= end for start, end in phrases.quotes(text))
    return quoted or bool(re.search(r"micrograms? ?\($", before))


def unit_space(manuscript: Manuscript) -> Iterator[Finding]:
    """Find a space between a number and a unit that is a sign."""
    if not manuscript.british:
        return
    for passage, _ in manuscript.split:
        for match in _SPACED.finditer(passage.text):
            full = match["number"] + match["unit"]
            message = f"there is a space in {shown(match[0])}"
            yield UNIT_SPACE.at(passage, *match.span(), message, hint=f'Write "{full}".', mend=full)


def international_units(manuscript: Manuscript) -> Iterator[Finding]:
    """Find international units without a weight in the same sentence or in one beside it."""
    words = manuscript.words
    if not manuscript.english:
        return
    for passage, found in manuscript.split:
        for match in _INTERNATIONAL.finditer(passage.text):
            at = next((number for number, one in enumerate(found) if match.start() < one.end), 0)
            near = found[max(0, at - 1) : at + 2]
            stretch = passage.text[near[0].start : near[-1].end] if near else passage.text
            here = found[at].text if found else passage.text
            if not _WEIGHT.search(stretch) and not phrases.has(words.given_in_units, here):
                message = f"{shown(match[0])} has no weight beside it"
                yield INTERNATIONAL_UNITS.at(passage, *match.span(), message)


_BARE = re.compile(rf"{_NUMBER} [a-z\d]|\b[a-z]{{3,}} {_NUMBER}[.,;]?$", re.IGNORECASE)
"""A number that a unit does not stand directly behind."""


@cache
def _bare(names: tuple[str, ...], endings: tuple[str, ...]) -> tuple[re.Pattern[str], ...]:
    """Return patterns of doses without a unit. Their amount is named ``dose``."""
    medicine = rf"(?:vitamin [a-k]\d{{0,2}}\b|(?:{oneof(names)})\b|[a-z-]{{3,}}(?:{oneof(endings)})\b)(?![-'’])"
    often = (
        r"(?: (?:a|per|each|every) (?:day|night|morning|evening|week)\b"
        r"| (?:once|twice|daily)\b| \d+ times\b| at night\b)"
    )
    number = rf"(?P<dose>{_NUMBER})"
    taking = (
        r"\b(?:take|takes|taking|have|give|giving|swallow|up to|dose (?:is|of)|increase to|goes? up to|down to"
        r"|start (?:on|with|at))"
    )
    verb = r"\b(?:take|takes|taking|swallow|giving|give|prescribed)"
    few = r"(?: (?:up to|about|around|only|just|another|or))*"
    dose = r"\bdose\b[^.!?;]*?\b(?:to|of|is|was|at|by|up to|exceed|than)"
    form = (
        r"(?! (?:tablets?|capsules?|pills?|foods?|doses?|drops?|products?|users?|people|injections?|patch(?:es)?"
        r"|puffs?)\b)"
    )
    count = r"(?! (?:times?|days?|weeks?|hours?|minutes?|of)\b)"
    return tuple(
        re.compile(pattern, re.IGNORECASE)
        for pattern in (
            rf"{number} of {medicine}{form}",
            rf"\b{medicine} {number}(?={often}|[.,;]? *$)",
            rf"{taking} {medicine} {number}(?= |[.,;)]|$){form}{count}",
            rf"{dose} {number}(?={often})",
            rf"{verb}{few} (?P<dose>(?<![\w.,])(?:[2-9]\d|\d{{3,}}))(?={often})",
        )
    )


def unit_missing(manuscript: Manuscript) -> Iterator[Finding]:
    """Find doses of which only the number is there: "take 400 a day"."""
    words = manuscript.words
    if not words.medicine_endings:
        return
    patterns = _bare(words.nutrients, words.medicine_endings)
    for passage, found in manuscript.split:
        if not _BARE.search(passage.text):
            continue
        for sentence in found:
            yield from _without_unit(sentence, patterns)


def _without_unit(sentence: Sentence, patterns: tuple[re.Pattern[str], ...]) -> Iterator[Finding]:
    taken: set[int] = set()
    for pattern in patterns:
        for match in pattern.finditer(sentence.text):
            if match.start("dose") in taken:
                continue
            taken.add(match.start("dose"))
            start, end = sentence.start + match.start("dose"), sentence.start + match.end()
            yield UNIT_MISSING.at(sentence.passage, start, end, f"{shown(match['dose'])} has no unit")
