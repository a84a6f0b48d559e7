"""Rule: numbers are written in numerals."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from leafdeck.check import phrases
from leafdeck.check.amounts import before_word, oneof
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
_LETTERS = re.compile("[a-z]+")


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
        if words.number_words.keys().isdisjoint(_LETTERS.findall(text.lower())):
            continue
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
                idioms += phrases.quotes(text)
            if any(one[0] <= start < one[1] for one in idioms):
                continue
            if not pair and (not _counts(single, text, words) or _is_name(single, passage, manuscript)):
                continue
            start, end = pair.span() if pair else single.span()
            taken = end
            numeral = re.sub(singles, lambda match: str(_value(match[0], words)), text[start:end])
            numeral = re.sub(r"(?:a |1 )?(?:hundred|thousand)\b", _large, numeral)
            mend = numeral if pair or _is_sure(text[end:], words) else None
            message = f"{shown(text[start:end])} is in words"
            yield NUMBER_WORD.at(passage, start, end, message, hint=f'Write "{numeral}".', mend=mend)


def _is_sure(after: str, words: Lexicon) -> bool:
    """Whether a number counts what a numeral always does: days, tablets, people."""
    noun = re.match(r"[ -]([a-z]+)", after)
    counted = (*words.measured, *words.dose_forms, *words.people)
    return bool(noun) and noun is not None and (noun[1] in counted or noun[1].removesuffix("s") in counted)


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
