"""Rules: amounts have a comma from 1,000 on, ranges are written with "to"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from leafdeck.check import phrases
from leafdeck.check.amounts import ATTACHED, after_word, before_word, oneof
from leafdeck.check.finding import Finding, Rule, shown
from leafdeck.check.manuscript import Manuscript
from leafdeck.guide.lexicon import Lexicon
from leafdeck.notice import Severity

THOUSANDS_COMMA = Rule(
    "thousands-comma",
    Severity.WARNING,
    "Set a comma before the last 3 digits.",
    "Amounts over 999 have a comma: 1,000.",
    ("NHS content style",),
)
RANGE_DASH = Rule(
    "range-dash",
    Severity.ERROR,
    'Write "to" for the dash.',
    'Ranges are written with "to": 5 to 10 days. A screen reader may leave out a dash.',
    ("NHS content style",),
)

_FIRST_YEAR, _LAST_YEAR = 1800, 2099


_BIG = re.compile(rf"(?<![\w.,:/#+–-])([£$€]?)(\d{{4,9}})(?P<unit>\s?(?:{ATTACHED})(?![\w]))?(?![\w]|[.,:/–-]\d|-\w)")


def thousands_comma(manuscript: Manuscript) -> Iterator[Finding]:
    """Find amounts of four and more digits without commas: not years, nor numbers that are names."""
    words = manuscript.words
    if not manuscript.english or not words.small_words:
        return
    for passage, _ in manuscript.split:
        for match in _BIG.finditer(passage.text):
            if _is_amount(match, passage.text, words):
                start, end = match.span(2)
                full = f"{int(match[2]):,}"
                message = f"{shown(match[2])} has no comma"
                yield THOUSANDS_COMMA.at(passage, start, end, message, hint=f'Write "{full}".', mend=full)


def _is_amount(match: re.Match[str], text: str, words: Lexicon) -> bool:
    """Return whether digits are an amount, by what stands before and after them."""
    digits, before, after = match[2], text[: match.start()], text[match.end() :]
    if match[1] or match["unit"]:
        return not digits.startswith("0")
    telephone = re.search(r"\d[ \u00a0]$", before) or re.match(r"[ \u00a0]\d", after) or digits.startswith("0")
    called = re.search(rf"\b(?:{oneof(words.calling)})\b[^.!?]*$", before, re.IGNORECASE)
    last = before_word(text, match.start())
    ratio = re.search(r"(\d[\d,]*) (?:in|out of)(?: every)? $", before)
    year = len(digits) == 4 and _FIRST_YEAR <= int(digits) <= _LAST_YEAR  # noqa: PLR2004 - a year's digits
    if telephone or called or (not ratio and (last in words.number_names or _names(before))):
        return False
    following = after_word(re.sub(r"^ (?:to|or|and) \d[\d,]*", "", after))
    amount = last in words.amount_before
    if year:
        things = following in words.people or (following.endswith("s") and following not in words.small_words)
        years = re.search(r"\b(?:1[89]|20)\d\d (?:and|to|or) $", before)
        return ratio[1] == "1" if ratio else things and not years and (amount or last not in words.year_before)
    said = bool(following) and following not in words.small_words
    span = re.match(r" (?:out of|to) \d", after) or re.search(r"\d to $", before)
    return bool(ratio or amount or said or span)


def _names(before: str) -> bool:
    """Whether a number's last word before it has capitals within a sentence: "ISO 13485", "Box 2043"."""
    match = re.search(r"(\S+)\s+$", before)
    if not match:
        return False
    token = match[1].strip("\"'“‘(")
    if len(token) > 1 and token.isupper() and token.isalpha():
        return True
    starts = not before[: match.start()].strip() or before[: match.start()].rstrip()[-1:] in {".", ":", "?", "!"}
    return token[:1].isupper() and not starts


_AMOUNT = rf"[£$€]?\d+(?:[.,]\d+)*(?:\s?(?:am|pm|{ATTACHED})(?!\w))?"
_RANGE = re.compile(
    rf"(?<![\w.,:/+–—')-])(?P<first>{_AMOUNT})\s?[-–—]\s?(?P<second>{_AMOUNT})(?![^\W_]|[.,:/]\d|\s?[-–]\d)"
)
_DASH = re.compile("[-–—]")
_STREET = re.compile(
    r"\s+(?:[A-Z][\w']+\s+){1,3}(?:Road|Rd|Street|St|Lane|Avenue|Ave|Way|Close|Square|Place|Drive|Row|Gardens)\b"
)


@cache
def _named_ranges(names: tuple[str, ...]) -> re.Pattern[str]:
    one = oneof(tuple(name.capitalize() for name in names))
    return re.compile(rf"\b(?P<first>{one})\s?[-–—]\s?(?P<second>{one})\b")


def range_dash(manuscript: Manuscript) -> Iterator[Finding]:
    """Find ranges with a dash: of numbers, times, days and months; not names, scores, dates and telephone numbers."""
    words = manuscript.words
    if not manuscript.english or not words.small_words:
        return
    named = _named_ranges((*words.weekdays, *words.months)) if words.weekdays else None
    for passage, _ in manuscript.split:
        text = passage.text
        if not _DASH.search(text):
            continue
        found = [match for match in _RANGE.finditer(text) if _is_range(match, text, words)]
        found += named.finditer(text) if named else ()
        quotes = phrases.quotes(text) if found else ()
        for match in found:
            if any(one[0] < match.start() < one[1] for one in quotes):
                continue
            between = before_word(text, match.start()) == "between"
            word = "and" if between else "to"
            full = f"{match['first']} {word} {match['second']}"
            money = match["first"][0] in "£$€" and match["second"][0].isdigit()
            message = f"{shown(match[0])} is a range with a dash"
            mend = None if money else full
            start, end = match.span()
            yield RANGE_DASH.at(passage, start, end, message, hint=f'Write "{full}".', mend=mend)


def _is_range(match: re.Match[str], text: str, words: Lexicon) -> bool:
    """Whether two numbers with a dash between are a range: they rise, and are no years, name or telephone number."""
    first, second = (re.sub(r"[^\d.]", "", match[name]).strip(".") for name in ("first", "second"))
    if any(len(part) > 1 and part[0] == "0" and part[1] != "." for part in (first, second)):
        return False
    if re.search(r"[ap]m$", match["second"]):
        return True
    years = [len(part) == 4 and _FIRST_YEAR <= float(part) <= _LAST_YEAR for part in (first, second)]  # noqa: PLR2004
    season = years[0] and (years[1] or len(second) == 2)  # noqa: PLR2004 - 2025-26
    before, last = text[: match.start()], before_word(text, match.start())
    spaced = " " in text[match.end("first") : match.start("second")]
    named = last in words.number_names or (spaced and _names(before)) or _STREET.match(text, match.end())
    called = re.search(rf"\b(?:{oneof(words.calling)})\b(?: \w+){{0,3}} $", before, re.IGNORECASE)
    return float(first) < float(second) and not (season or named or called)
