"""Rules: numbers are written in numerals, with a comma from 1,000 on, and ranges with "to"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from leafdeck.check import phrases
from leafdeck.check.amounts import ATTACHED, after_word, before_word, oneof
from leafdeck.check.finding import Finding, Rule, shown
from leafdeck.check.manuscript import Manuscript
from leafdeck.guide.lexicon import Lexicon
from leafdeck.guide.passages import Passage
from leafdeck.notice import Severity

NUMBER_WORD = Rule(
    "number-word",
    Severity.WARNING,
    "Write it as a numeral.",
    'Numbers are numerals, also from 1 to 9; "one" stays a word where it means "a".',
    ("NHS content style", "AHRQ PEMAT-P"),
)
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


@cache
def _in_words(numbers: tuple[str, ...]) -> tuple[re.Pattern[str], re.Pattern[str]]:
    """Return patterns for ratios and ranges of which a part is in words, and for numbers in words."""
    ones = oneof(numbers)
    tens = oneof(tuple(word for word in numbers if word.endswith("ty")))
    number = rf"(?:{tens})[- ](?:{ones})|(?:{ones})"
    many = r"(?:a |one )?(?:hundred|thousand)"
    by = r"(?P<by> (?:in|out of)(?: every)? | (?:to|or) |[-–])"
    pair = rf"(?P<first>{number}|\d+){by}(?P<second>{number}|{many}|\d[\d,]*)"
    return (
        re.compile(rf"(?<![\w-]){pair}(?!\w)", re.IGNORECASE),
        re.compile(rf"(?<![\w-])(?:{number})(?!\w)", re.IGNORECASE),
    )


def number_word(manuscript: Manuscript) -> Iterator[Finding]:
    """Find numbers in words that count something, from two to ninety, and "one" where it counts too."""
    words = manuscript.words
    if not words.number_words:
        return
    pairs, singles = _in_words(tuple(words.number_words))
    for passage, _ in manuscript.split:
        text = passage.text
        idioms: list[tuple[int, int]] | None = None
        taken = 0
        for single in singles.finditer(text):
            start, end = single.span()
            if start < taken:
                continue
            pair = pairs.match(text, start) or _ending(pairs, text, start)
            pair = pair if pair and _is_pair(pair, words) else None
            if idioms is None:
                idioms = [one.span() for one in phrases.found(words.number_idioms, text)]
            if any(one[0] <= start < one[1] for one in idioms):
                continue
            if not pair and (not _counts(single, text, words) or _is_name(single, passage, manuscript)):
                continue
            start, end = pair.span() if pair else single.span()
            taken = end
            numeral = re.sub(singles, lambda match: str(_value(match[0], words)), text[start:end])
            numeral = re.sub(r"(?:a |1 )?(?:hundred|thousand)\b", _large, numeral)
            yield NUMBER_WORD.at(
                passage, start, end, f"{shown(text[start:end])} is in words", hint=f'Write "{numeral}".'
            )


def _ending(pairs: re.Pattern[str], text: str, start: int) -> re.Match[str] | None:
    """Return a ratio or range with a numeral first that ends with the number in words at ``start``."""
    before = re.search(r"\d+ (?:(?:in|out of)(?: every)?|to|or) $", text[:start])
    return pairs.match(text, before.start()) if before else None


def _is_pair(pair: re.Match[str], words: Lexicon) -> bool:
    """Whether two numbers are a ratio or a range, at least one of them in words: "one in four", "two or three"."""
    first, second = pair["first"].lower(), pair["second"].lower()
    if first == "one" and pair["by"] in {"-", "–"}:
        return False
    in_words = not (first.isdigit() and second[0].isdigit())
    return in_words and _number(first, words) < _number(second, words)


def _number(number: str, words: Lexicon) -> float:
    if number[0].isdigit():
        return int(number.replace(",", ""))
    if number.endswith(("hundred", "thousand")):
        return 1000 if number.endswith("thousand") else 100
    return _value(number, words)


def _value(number: str, words: Lexicon) -> int:
    return sum(words.number_words[part] for part in re.split("[- ]", number.lower()))


def _large(match: re.Match[str]) -> str:
    return "1,000" if match[0].endswith("thousand") else "100"


def _counts(single: re.Match[str], text: str, words: Lexicon) -> bool:
    """Whether a number in words counts something: not "two-way", and of "one" only such as "one tablet"."""
    start, end = single.span()
    joined = re.match(r"-(\w+)", text[end:])
    if joined and joined[1].lower().removesuffix("s") not in words.measured:
        return False
    if re.match(r"['’]s\b", text[end:]):
        return False
    if single[0].lower() != "one":
        return True
    form = re.match(rf"[- ](?:\w+ )?(?:{oneof(words.dose_forms)})\b", text[end:], re.IGNORECASE)
    return bool(form) and not re.match(r" of\b", text[end:]) and before_word(text, start) not in words.not_counted


def _is_name(single: re.Match[str], passage: Passage, manuscript: Manuscript) -> bool:
    """Whether a number in words is part of a name: "Seven Oaks"; a sentence may begin with one that is not."""
    if not single[0][0].isupper():
        return False
    following = re.match(r"[ -]([A-Z])[a-z]", passage.text[single.end() :])
    starts = {one.start for other, found in manuscript.split if other is passage for one in found}
    at = single.start()
    return bool(following) or not (at in starts or not passage.text[:at].strip("\"'“‘( ") or _opens(passage.text, at))


def _opens(text: str, at: int) -> bool:
    return text[:at].rstrip("\"'“‘( ")[-1:] in {".", ":", "?", "!"}


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
        return ratio[1] == "1" if ratio else things and (amount or last not in words.year_before)
    said = bool(following) and following not in words.small_words
    return bool(ratio) or amount or said or bool(re.match(r" out of \d", after))


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
    rf"(?<![\w.,:/+–—'-])(?P<first>{_AMOUNT})\s?[-–—]\s?(?P<second>{_AMOUNT})(?![^\W_]|[.,:/]\d|\s?[-–]\d)"
)
_STREET = re.compile(
    r"\s+(?:[A-Z][\w']+\s+){1,3}(?:Road|Street|Lane|Avenue|Way|Close|Square|Place|Drive|Row|Gardens)\b"
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
        found = [match for match in _RANGE.finditer(text) if _is_range(match, text, words)]
        for match in (*found, *(named.finditer(text) if named else ())):
            between = before_word(text, match.start()) == "between"
            word = "and" if between else "to"
            full = f"{match['first']} {word} {match['second']}"
            money = match["first"][0] in "£$€" and match["second"][0].isdigit()
            message = f"{shown(match[0])} is a range with a dash"
            mend = None if money else full
            start, end = match.span()
            yield RANGE_DASH.at(passage, start, end, message, hint=f'Write "{full}".', mend=mend)


def _is_range(match: re.Match[str], text: str, words: Lexicon) -> bool:
    first, second = (re.sub(r"[^\d.]", "", match[name]) for name in ("first", "second"))
    if any(len(part) > 1 and part[0] == "0" and part[1] != "." for part in (first, second)):
        return False
    clock = re.search(r"[ap]m$", match["second"])
    if not clock and float(second.strip(".") or 0) <= float(first.strip(".") or 0):
        return False
    years = [len(part) == 4 and _FIRST_YEAR <= float(part) <= _LAST_YEAR for part in (first, second)]  # noqa: PLR2004
    if years[0] and (years[1] or len(second) == 2):  # noqa: PLR2004 - 2025-26
        return False
    if clock:
        return True
    last = before_word(text, match.start())
    if last in words.number_names or _STREET.match(text, match.end()):
        return False
    return not re.search(rf"\b(?:{oneof(words.calling)})\b(?: \w+){{0,3}} $", text[: match.start()], re.IGNORECASE)
