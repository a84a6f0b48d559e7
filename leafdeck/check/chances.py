"""Rules: how likely something is, told in one way that people can compare."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import groupby

from leafdeck.check import phrases
from leafdeck.check.finding import Finding, Rule, shown
from leafdeck.check.manuscript import Dossier, Manuscript
from leafdeck.check.sentences import Sentence
from leafdeck.guide.lexicon import Lexicon
from leafdeck.guide.numbers import Risk
from leafdeck.notice import Severity

PERCENT_DECIMAL = Rule(
    "percent-decimal",
    Severity.WARNING,
    "Say how many people it is, or round the percentage.",
    'A share of people is told as "1 in 7 people", not as 14.3%.',
    ("NHS content style", "CDC Clear Communication Index"),
)
MIXED_FORMATS = Rule(
    "mixed-formats",
    Severity.WARNING,
    "Tell both as so many people out of the same number.",
    'Percentages and "1 in 10" do not stand in the same section.',
    ("NHS content style", "NHS standard for health content"),
)
MIXED_DENOMINATORS = Rule(
    "mixed-denominators",
    Severity.WARNING,
    "Tell both out of the same number, such as 100.",
    "Chances in the same section are out of the same number.",
    ("NHS content style", "NHS standard for health content"),
)

RISK_NUMBERS = Rule(
    "risk-numbers",
    Severity.WARNING,
    "Set `of` to the same number, and tell the chances in the text out of it too.",
    "Pictures of how likely something is, and the words beside them, are out of the same number.",
    ("NHS content style", "CDC Clear Communication Index"),
)

_PERCENT = re.compile(r"(?<![\w.,])(\d+(?:\.\d+)?)\s?(?:%|per ?cent\b)", re.IGNORECASE)
_RATIO = re.compile(r"(?<![\w.,/-])(\d[\d,]*) (?:in|out of)(?: every)? (\d[\d,]*\d|\d)(?![\w/]|[.,:-]\d)")
_OF = re.compile(r"\s+of\s+(?:(?:all|the|these|those|our)\s+)?([a-z]+)")
_NEXT = re.compile(r"\s+([a-z]+)")
_EASY = 5
"""A half, a third, a quarter and a fifth are understood side by side."""
_MARKS = 10
"""What people rate their pain out of."""
_TENS = (10, 100, 1000, 10000)
_FIRST_YEAR, _LAST_YEAR = 1900, 2099


@dataclass(frozen=True, slots=True)
class _Share:
    """A number of people, or a percentage of them; ``of`` is 0 for a percentage."""

    sentence: Sentence
    start: int
    end: int
    words: str
    number: float
    of: int = 0


def percent_decimal(manuscript: Manuscript) -> Iterator[Finding]:
    """Find shares of people as percentages with decimals; not strengths, results and what things are made of."""
    for share in _percentages(manuscript):
        if not share.number.is_integer():
            number = share.number
            people = f"{number * 10:g} in 1,000" if number < 1 else f"about {int(number + 0.5)} in 100"
            hint = f'Say it as a number of people, such as "{people}".'
            message = f"{shown(share.words)} is hard to picture"
            yield PERCENT_DECIMAL.at(share.sentence.passage, share.start, share.end, message, hint=hint)


def mixed_formats(manuscript: Manuscript) -> Iterator[Finding]:
    """Find sections that tell shares of people in per cent and as "1 in 10"; said once, at the second of the ways."""
    for found in _by_section(manuscript):
        first = found[0]
        other = next((share for share in found if bool(share.of) != bool(first.of)), None)
        if other:
            message = f"{shown(other.words)} stands beside {shown(first.words)}: people cannot compare them"
            yield MIXED_FORMATS.at(other.sentence.passage, other.start, other.end, message)


def mixed_denominators(manuscript: Manuscript) -> Iterator[Finding]:
    """Find sections whose shares of people are out of different numbers; said once, at the first that differs."""
    words = manuscript.words
    for shares in _by_section(manuscript):
        found = [share for share in shares if share.of and not _is_band(share, words)]
        for share in found[1:]:
            first = found[0]
            easy = all(one.number == 1 and one.of <= _EASY for one in (first, share))
            if share.of != first.of and not easy:
                message = f"{shown(share.words)} stands beside {shown(first.words)}: people cannot compare them"
                yield MIXED_DENOMINATORS.at(share.sentence.passage, share.start, share.end, message)
                break


def risk_numbers(dossier: Dossier) -> Iterator[Finding]:
    """Find pictures of risks that are out of another number than the first, or than the words beside them."""
    risks = [(number, one) for number, one in enumerate(dossier.guide.sections) if isinstance(one, Risk)]
    for number, risk in risks[1:]:
        if risk.of != risks[0][1].of:
            message = f"this risk is out of {risk.of:,}, the first one of the guide out of {risks[0][1].of:,}"
            yield RISK_NUMBERS.found(dossier.place(f"sections[{number}].of"), message)
    ofs = {number: risk.of for number, risk in risks}
    for share in _ratios(dossier.manuscript) if risks else ():
        passage = share.sentence.passage
        if share.of != ofs.get(passage.section, share.of) and not _is_band(share, dossier.manuscript.words):
            message = f"{shown(share.words)} stands beside a picture of people out of {ofs[passage.section]:,}"
            yield RISK_NUMBERS.at(passage, share.start, share.end, message)


def _by_section(manuscript: Manuscript) -> Iterator[list[_Share]]:
    """Yield the shares of each section that has any, in the order of reading."""
    found = [*_percentages(manuscript), *_ratios(manuscript)]
    order = {id(passage): number for number, passage in enumerate(manuscript.passages)}
    found.sort(key=lambda share: (order[id(share.sentence.passage)], share.start))
    for _, shares in groupby(found, key=lambda share: (share.sentence.passage.section, share.sentence.passage.kind)):
        yield list(shares)


def _percentages(manuscript: Manuscript) -> Iterator[_Share]:
    words = manuscript.words
    if not words.people:
        return
    for passage, found in manuscript.split:
        for match in _PERCENT.finditer(passage.text):
            sentence = _sentence(found, match.start())
            if _is_share(match, sentence, words):
                yield _Share(sentence, *match.span(), match[0], float(match[1]))


def _is_share(match: re.Match[str], sentence: Sentence, words: Lexicon) -> bool:
    """Whether a percentage is one of people, or a chance."""
    text = sentence.passage.text
    of = _OF.match(text, match.end())
    if of:
        noun = of[1]
        return noun in words.people or (noun.endswith("s") and noun not in words.small_words and noun[-2] not in "su")
    if _has(words.strengths, sentence):
        return False
    after = _NEXT.match(text, match.end())
    if after and after[1] not in words.share_after and after[1] not in words.small_words:
        return False
    return bool(after and after[1] in words.share_after) or _has((*words.people, *words.chances), sentence)


def _ratios(manuscript: Manuscript) -> Iterator[_Share]:
    words = manuscript.words
    if not words.people:
        return
    for passage, found in manuscript.split:
        for match in _RATIO.finditer(passage.text):
            number, of = (int(match[group].replace(",", "")) for group in (1, 2))
            after = _NEXT.match(passage.text, match.end())
            time = bool(after) and after is not None and after[1].removesuffix("s") in words.measured
            year = number != 1 and _FIRST_YEAR <= of <= _LAST_YEAR and "," not in match[2]
            sentence = _sentence(found, match.start())
            mark = of == _MARKS and " out of " in match[0] and not _has((*words.people, *words.chances), sentence)
            if number < of and not (time or year or mark) and not _has(words.other_ratios, sentence):
                yield _Share(sentence, *match.span(), match[0], number, of)


def _is_band(share: _Share, words: Lexicon) -> bool:
    """Whether a ratio is one of the bands of side effects that medicine leaflets have: "more than 1 in 10"."""
    text = share.sentence.passage.text
    before = text[max(0, share.start - 20) : share.start].rstrip()
    ends = [match.end() for match in phrases.found(words.band_before, before)]
    return share.number == 1 and share.of in _TENS and len(before) in ends


def _sentence(found: tuple[Sentence, ...], at: int) -> Sentence:
    return next(one for one in found if at < one.end)


def _has(words: tuple[str, ...], sentence: Sentence) -> bool:
    return phrases.has(words, sentence.passage.text, sentence.start, sentence.end)
