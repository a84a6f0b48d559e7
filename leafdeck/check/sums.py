"""Rule: nobody has to reckon."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from leafdeck.check import phrases
from leafdeck.check.amounts import ATTACHED, oneof
from leafdeck.check.finding import Finding, Rule, shown
from leafdeck.check.manuscript import Manuscript
from leafdeck.check.sentences import Sentence
from leafdeck.guide.lexicon import Lexicon
from leafdeck.notice import Severity

SUM_FOR_READER = Rule(
    "sum-for-reader",
    Severity.WARNING,
    "Do the sum, and give what comes out of it.",
    "The reader has no sum to do.",
    ("AHRQ PEMAT-P", "CDC Clear Communication Index"),
)

_BOTH = re.compile(r"\bfrom \d[\d.,]*[^.;]*? to \d|=|\(\d[\d.,]*\s?\w+\)|\bthat is\b|\bwhich is\b")
"""Words that give what comes out."""
_TOLD = re.compile(
    r"(?:^|[,;:(]\s?|\b(?:then|and|please|or|you"
    r"|you (?:can|should|must|need to|have to|will need to|may need to|could))\s)$"
    r"|^(?:to|first|next|now|before [^,]*,|after [^,]*,|if [^,]*,)\s$",
    re.IGNORECASE,
)


_DIGIT = re.compile(r"\d")
_HELPED = re.compile(r"\b(?:helps?|app|calculator|chart|table|tool)\b", re.IGNORECASE)
_FORBIDDEN = re.compile(r"\b(?:not|never|n['’]t|without|avoid)\s(?:\w+\s){0,2}$", re.IGNORECASE)


def sum_for_reader(manuscript: Manuscript) -> Iterator[Finding]:
    """Find doses by weight, "double your dose", "a third of this", and sums that the reader is told to do."""
    words = manuscript.words
    if not words.sums:
        return
    patterns = _by_numbers(words.fractions, words.weights, words.people)
    for passage, found in manuscript.split:
        text = passage.text
        matches = [*phrases.found(words.sums, text), *phrases.found(words.sums_asked, text)]
        if _DIGIT.search(text):
            matches += [match for one in patterns for match in one.finditer(text)]
        taken = 0
        for match in sorted(matches, key=lambda one: one.span()):
            sentence = next((one for one in found if match.start() < one.end), None)
            if sentence and match.start() >= taken and _is_left(match, sentence, words):
                taken = match.end()
                message = f"{shown(match[0])} leaves a sum to the reader"
                yield SUM_FOR_READER.at(passage, *match.span(), message)


@cache
def _by_numbers(
    fractions: tuple[str, ...], weights: tuple[str, ...], people: tuple[str, ...]
) -> tuple[re.Pattern[str], ...]:
    weight = oneof(weights)
    unit = rf"(?:{ATTACHED}|micrograms?|milligrams?|grams?|millilitres?|units?)"
    return tuple(
        re.compile(pattern, re.IGNORECASE)
        for pattern in (
            rf"\d[\d.,]*\s?{unit}(?:\s(?:of\s[a-z-]+\s)?(?:per|for each|for every|a)\s|/)(?:{weight})\b",
            rf"\b(?:{oneof(fractions)}) of \d[\d.,]*(?!\w*\s(?:{oneof(people)})\b)",
            r"\d[\d.]*\s?% of your (?:own |body ?|starting |current )*weight",
        )
    )


def _is_left(match: re.Match[str], sentence: Sentence, words: Lexicon) -> bool:
    """Whether a sum is left to the reader: not forbidden, not done beside it, nor by somebody else."""
    text = sentence.passage.text
    before = text[sentence.start : match.start()]
    if phrases.compiled(words.sums_asked) is match.re:
        other = phrases.has(words.reckoners, before) or _HELPED.search(before)
        return bool(_TOLD.search(before)) and not other
    return not (_FORBIDDEN.search(before) or _BOTH.search(text, sentence.start, sentence.end))
