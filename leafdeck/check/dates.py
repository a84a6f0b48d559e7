"""Rules: dates are written 6 August 2018, times 5:30pm."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from leafdeck.check import phrases
from leafdeck.check.amounts import ATTACHED, after_word, before_word, oneof
from leafdeck.check.finding import Finding, Rule, shown
from leafdeck.check.manuscript import Manuscript
from leafdeck.guide.lexicon import Lexicon
from leafdeck.guide.passages import Passage, Role
from leafdeck.guide.typography import of
from leafdeck.notice import Severity

DATE_FORM = Rule(
    "date-form",
    Severity.ERROR,
    "Write day, month in words and year: 6 August 2018.",
    "Dates are written 6 August 2018: 06/08/2018 is another day in other countries.",
    ("NHS content style",),
)
TIME_FORM = Rule(
    "time-form",
    Severity.WARNING,
    "Write it as 9am or 5:30pm, and midday and midnight as words.",
    "Times are written 9am and 5:30pm.",
    ("NHS content style",),
)

_MONTHS, _DAYS, _YEAR_DIGITS = 12, 31, 4
_FIGURES = re.compile(
    r"(?<![\w.,/:£-])(?:(\d{1,2})([/.-])(\d{1,2})\2(\d{4}|\d{2})|(\d{4})([/-])(\d\d)\6(\d\d))(?![\w/-]|[.,]\d)"
)
_SHORT = re.compile(r"(?<![\w.,/:£-])(\d{1,2})/(\d{1,2}|20\d\d)(?![\w/-]|[.,]\d)")
_SHORT_MONTH = 3


@cache
def _named(months: tuple[str, ...]) -> tuple[re.Pattern[str], re.Pattern[str]]:
    """Return patterns of dates with the month in words: day first, and month first."""
    month = rf"(?P<month>{oneof(tuple(name.capitalize() for name in months))})\b\.?"
    year = r"(?:(?P<comma>,)? (?P<year>\d{4})(?!\d))?"
    return (
        re.compile(
            rf"(?P<the>\b[Tt]he )?(?<![\w.,/:£-])(?P<day>\d{{1,2}})(?P<th>st|nd|rd|th)?(?P<of> of)? {month}{year}"
        ),
        re.compile(
            rf"\b{month} (?P<day>\d{{1,2}})(?P<th>st|nd|rd|th)?(?![\w/:.-]*\d){year}(?P<next>(?=\W)[,.;:)]?\s?\w*|$)"
        ),
    )


def date_form(manuscript: Manuscript) -> Iterator[Finding]:
    """Find dates in figures, with "th", with the month first, or cut short."""
    words = manuscript.words
    if not words.months:
        return
    american = of(manuscript.language).language.date.startswith("{month}")
    day_first, month_first = _named(tuple(words.months))
    for passage, found in manuscript.split:
        text = passage.text
        if not any(letter.isdigit() for letter in text):
            continue
        starts = [one.start for one in found]
        for match in (*_FIGURES.finditer(text), *_SHORT.finditer(text)):
            if _is_date(match, text, starts, words):
                yield _date(passage, *match.span(), _of_figures(match, manuscript))
        for match in () if american else (*day_first.finditer(text), *month_first.finditer(text)):
            if match.re is day_first and _is_right(match, passage.role):
                continue
            if match.re is month_first and not _is_month_first(match, words):
                continue
            end = match.end() if match.re is day_first else _end(match)
            yield _date(passage, match.start(), end, _in_full(match, words))


def _date(passage: Passage, start: int, end: int, mend: str | None) -> Finding:
    hint = f'Write "{mend}".' if mend else ""
    message = f"{shown(passage.text[start:end])} is not how a date is written"
    return DATE_FORM.at(passage, start, end, message, hint=hint, mend=mend)


def _is_date(match: re.Match[str], text: str, starts: list[int], words: Lexicon) -> bool:
    """Whether figures are a date: such a day there is, and the words round them do not speak of something else."""
    start = max((one for one in starts if one <= match.start()), default=0)
    before = text[start : match.start()]
    if phrases.has(words.as_printed, before) or any(one[0] < match.start() < one[1] for one in phrases.quotes(text)):
        return False
    if match.re is _FIGURES:
        day, month = (int(match[3]), int(match[1])) if match[1] else (int(match[8]), int(match[7]))
        dotted = match[2] == "." and len(match[4]) != _YEAR_DIGITS and not match[1].startswith("0")
        cue = before_word(text, match.start()) in {*words.date_before, *words.time_before, *words.weekdays}
        return _is_day(day, month) and (not dotted or cue)
    first, second = match[1], match[2]
    if len(second) == _YEAR_DIGITS:
        return 1 <= int(first) <= _MONTHS
    last = before_word(text, match.start())
    padded = len(first) == 2 and len(second) == 2 and "0" in {first[0], second[0]}  # noqa: PLR2004 - two digits
    plain = _is_day(int(first), int(second)) and int(second) != 10 and last in {"on", "dated", "born", "since"}  # noqa: PLR2004 - scores
    return (padded and last in words.date_before) or plain


def _is_day(one: int, other: int) -> bool:
    return 1 <= min(one, other) <= _MONTHS and 1 <= max(one, other) <= _DAYS


def _of_figures(match: re.Match[str], manuscript: Manuscript) -> str | None:
    """Return a date in words, where figures can mean one day only."""
    if match.re is _SHORT:
        return None
    months = of("en-GB").language.months
    if match[5]:
        return f"{int(match[8])} {months[int(match[7]) - 1]} {match[5]}" if int(match[7]) <= _MONTHS else None
    first, second, year = int(match[1]), int(match[3]), match[4]
    either = max(first, second) <= _MONTHS and first != second
    if len(year) != _YEAR_DIGITS or either or not manuscript.british:
        return None
    day, month = max(first, second), min(first, second)
    return f"{day} {months[month - 1]} {year}"


def _is_right(match: re.Match[str], role: Role) -> bool:
    """Whether a date with the day first is as it should be; a table may have short months."""
    name = match["month"]
    short = (
        name.lower() != "may" and len(name) <= _SHORT_MONTH + (name == "Sept") and role not in {Role.CELL, Role.LABEL}
    )
    return not (match["th"] or match["of"] or match["comma"] or (short and match["year"]))


def _is_month_first(match: re.Match[str], words: Lexicon) -> bool:
    """Whether a month and a number are a date: not "In March 15 people came"."""
    if not 1 <= int(match["day"]) <= _DAYS:
        return False
    if match["th"] or match["year"]:
        return True
    following = match["next"]
    return not following or following[0] in ",.;:)" or following.strip() in words.small_words


def _end(match: re.Match[str]) -> int:
    """Return where a date with the month first ends, without what was looked at behind it."""
    return match.start("next")


def _in_full(match: re.Match[str], words: Lexicon) -> str:
    months = of("en-GB").language.months
    month = months[words.months[match["month"].lower()] - 1]
    return f"{int(match['day'])} {month}{' ' + match['year'] if match['year'] else ''}"


_HALF = r"(?P<half>[AaPp])(?:\.\s?[Mm]\b\.?|[Mm]\b)"
_CLOCK = re.compile(rf"(?<![\w.,:/£$€])(?P<hour>\d{{1,2}})(?:(?P<sep>[:.])(?P<minute>[0-5]\d))?(?P<gap>\s?){_HALF}")
_TWENTY_FOUR = re.compile(
    r"(?<![\w.,:/£$€+-])(?P<hour>[01]?\d|2[0-3])(?P<sep>[:.])(?P<minute>[0-5]\d)(?![\w%]|[.,:/-]\d|\s?[ap]\.?m\b)",
    re.IGNORECASE,
)
_MILITARY = re.compile(r"(?<![\w.,:/£$€+-])(?P<hour>[01]\d|2[0-3])(?P<minute>[0-5]\d)\s?(?:hours|hrs|h)\b")
_NOON = 12


def time_form(manuscript: Manuscript) -> Iterator[Finding]:
    """Find times by the 24-hour clock, with "a.m.", with a point, a space or capitals."""
    words = manuscript.words
    if not words.time_before or not manuscript.british:
        return
    for passage, _ in manuscript.split:
        text = passage.text
        for match in _CLOCK.finditer(text):
            if _is_clock(match, text):
                yield _time(passage, match, _with_half(match, text))
        for match in _TWENTY_FOUR.finditer(text):
            if _is_time(match, text, words):
                yield _time(passage, match, _of_day(match))
        for match in _MILITARY.finditer(text):
            if match["hour"].startswith("0") or before_word(text, match.start()) in words.time_before:
                yield _time(passage, match, _of_day(match))


def _time(passage: Passage, match: re.Match[str], mend: str | None) -> Finding:
    hint = f'Write "{mend}".' if mend else ""
    return TIME_FORM.at(passage, *match.span(), f"{shown(match[0])} is not how a time is written", hint=hint, mend=mend)


def _with_half(match: re.Match[str], text: str) -> str | None:
    """Return a time with am or pm as it should be, with the full stop of a sentence that it ends."""
    time = _twelve(match["hour"], match["minute"], match["half"].lower())
    sentence = re.search(r"[.!?]\s", text[: match.start()]) or re.match(r"\s+[A-Z]", text[match.end() :])
    ends = match[0].endswith(".") and sentence and re.match(r"\s+[A-Z]|\s*$", text[match.end() :])
    return f"{time}." if time and ends else time


def _is_clock(match: re.Match[str], text: str) -> bool:
    """Whether a time with am or pm is not as it should be; "I am 5 am I too young" has none."""
    hour, right = int(match["hour"]), re.fullmatch(r"\d{1,2}(?::(?!00)\d\d)?[ap]m", match[0].rstrip("."))
    if not 1 <= hour <= 23 or (match["gap"] and re.match(r"\s+I\b", text[match.end() :])):  # noqa: PLR2004 - an hour
        return False
    return not right or (match[0].endswith(".") and "." in match[0][:-1])


def _is_time(match: re.Match[str], text: str, words: Lexicon) -> bool:
    """Whether figures are a time of day: not a ratio, a verse, an amount or how long something took."""
    before, after = text[: match.start()], text[match.end() :]
    last = before_word(text, match.start())
    following = after_word(after)
    if last in {"in", "of"} or following in words.not_times or re.match(rf"\s?(?:{ATTACHED})(?!\w)", after):
        return False
    if re.search(r"\b(?:pH|version|v)\s*(?:\d[\d.]* to )?$", before, re.IGNORECASE):
        return False
    name = re.search(r"([A-Z][a-z]+)\s$", before)
    if name and name[1].lower() not in {*words.weekdays, *words.time_before, *words.timetable}:
        return False
    cue = last in words.time_before and not re.search(r"\d\s?$", before)
    day = phrases.has((*words.timetable, *words.weekdays), text)
    if match["sep"] == ".":
        return day and (cue or not last or last in words.weekdays or before.rstrip()[-1:] == ",")
    padded = match["hour"][0] == "0"
    return padded or int(match["hour"]) > _NOON or cue or (day and last in words.weekdays)


def _of_day(match: re.Match[str]) -> str | None:
    """Return a time by the 24-hour clock as one with am or pm, where it can mean one only."""
    hour = int(match["hour"])
    if hour > _NOON:
        return _twelve(str(hour - _NOON), match["minute"], "p")
    return _twelve(str(hour), match["minute"], "a") if match["hour"][0] == "0" and hour else None


def _twelve(hour: str, minute: str | None, half: str) -> str | None:
    """Return a time as it should be; None for 12 o'clock, which is midday or midnight."""
    number = int(hour)
    if number > _NOON:
        number -= _NOON
    if number == _NOON and not int(minute or 0):
        return None
    return f"{number}{f':{minute}' if minute and int(minute) else ''}{half}m"
