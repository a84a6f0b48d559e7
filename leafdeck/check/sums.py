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


def sum_for_reader(manuscript: Manuscript) -> Iterator[Finding]:
    """Find doses by weight, "double your dose", "a third of this", and sums that the reader is told to do."""
    words = manuscript.words
    if not words.sums:
        return
    patterns = _by_numbers(words.fractions, words.weights, words.people)
    for passage, found in manuscript.split:
        for sentence in found:
            text = passage.text
            spans = [match.span() for match in phrases.found(words.sums, text, sentence.start, sentence.end)]
            spans += [match.span() for one in patterns for match in one.finditer(text, sentence.start, sentence.end)]
            if spans and _BOTH.search(text, sentence.start, sentence.end):
                spans = []
            spans += _asked(sentence, words)
            taken = 0
            for start, end in sorted(spans):
                if start >= taken:
                    taken = end
                    yield SUM_FOR_READER.at(passage, start, end, f"{shown(text[start:end])} leaves a sum to the reader")


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


def _asked(sentence: Sentence, words: Lexicon) -> Iterator[tuple[int, int]]:
    """Yield where the reader is told to do a sum; none where somebody else does it."""
    text = sentence.passage.text
    for match in phrases.found(words.sums_asked, text, sentence.start, sentence.end):
        before = text[sentence.start : match.start()]
        if _TOLD.search(before) and not phrases.has(words.reckoners, before) and not re.search(r"\bhelp\b", before):
            yield match.span()
