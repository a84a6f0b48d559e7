"""Findings as they are told: files by the names a person types, and the words that are meant, line by line. Pure."""

from __future__ import annotations

import unicodedata
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from leafdeck.check.finding import Finding
from leafdeck.check.waivers import Waived
from leafdeck.guide.model import Waiver
from leafdeck.guide.written import Sheet
from leafdeck.notice import Severity

WIDTH = 120
"""How much of a long line is shown round the words that are meant, in characters."""
MOST_LINES = 4
"""How many lines of a finding are shown; of more, the first two and the last."""


@dataclass(frozen=True, slots=True)
class Line:
    """A line of the content, parted where the words begin and end that are meant.

    ``number`` is 0 where lines are left out.
    """

    number: int
    before: str
    words: str = ""
    after: str = ""


@dataclass(frozen=True, slots=True)
class Entry:
    """A finding as it is told.

    Attributes:
        finding: what a rule found.
        file: the name of the file it stands in; of one that stands nowhere, that of the content file.
        end_line: the line its words end in, from 1; 0 where no words are meant.
        end_column: the column after its words, from 1; 0 where no words are meant.
        lines: the lines of the content.
        waiver: what covers it, if anything does.
    """

    finding: Finding
    file: str
    end_line: int = 0
    end_column: int = 0
    lines: tuple[Line, ...] = ()
    waiver: Waiver | None = None

    @property
    def rule(self) -> str:
        """The rule's id."""
        return self.finding.rule

    @property
    def severity(self) -> Severity:
        """How bad it is."""
        return self.finding.severity

    @property
    def line(self) -> int:
        """The line, from 1; 0 for a finding in no line."""
        return self.finding.place.line

    @property
    def column(self) -> int:
        """The column, from 1; 0 for a finding in no column."""
        return self.finding.place.column

    @property
    def where(self) -> str:
        """The page or slide, in words; empty for a finding in the content."""
        return self.finding.where

    @property
    def message(self) -> str:
        """What is wrong, with the page or slide before it."""
        return f"{self.where}: {self.finding.message}" if self.where else self.finding.message

    @property
    def hint(self) -> str:
        """What to do about it."""
        return self.finding.hint

    @property
    def excerpt(self) -> str:
        """The lines of the content, the words underlined."""
        return "\n".join(text for _, text in underlined(self.lines))


def entries(
    findings: Iterable[Finding],
    waived: Iterable[Waived],
    sheets: Mapping[Path, Sheet],
    content: Path,
    named: Callable[[Path], str],
) -> tuple[tuple[Entry, ...], tuple[Entry, ...]]:
    """Return findings, and those that a waiver covers, as they are told.

    Args:
        findings: the findings, in order.
        waived: those with a waiver, in order.
        sheets: the text of each file.
        content: the content file.
        named: gives a file's name as a person types it.
    """

    def entry(finding: Finding, waiver: Waiver | None = None) -> Entry:
        file = finding.place.file or content
        sheet = sheets.get(file)
        if sheet is None or not finding.place.line:
            return Entry(finding, named(file), waiver=waiver)
        start, end = finding.span
        until = sheet.place(end) if end > start else None
        line, column = (until.line, until.column) if until else (0, 0)
        return Entry(finding, named(file), line, column, tuple(_lines(finding, sheet)), waiver)

    return tuple(entry(one) for one in findings), tuple(entry(one.finding, one.waiver) for one in waived)


def underlined(lines: Iterable[Line]) -> Iterator[tuple[bool, str]]:
    """Yield lines with their numbers, and below each its underline where it has one; whether each is an underline."""
    lines = tuple(lines)
    margin = max((len(str(line.number)) for line in lines), default=0)
    for line in lines:
        number = str(line.number) if line.number else ""
        yield False, f"{number:>{margin}} | {line.before}{line.words}{line.after}".rstrip()
        if line.words:
            yield True, f"{'':>{margin}} | {' ' * _wide(line.before)}{'^' * max(_wide(line.words), 1)}"


def _lines(finding: Finding, sheet: Sheet) -> Iterator[Line]:
    """Yield the lines of a finding: those of its words, or the one it stands in with the character that it names."""
    place, (start, end) = finding.place, finding.span
    if end <= start:
        text = sheet.line(place.line)
        at = max(place.column - 1, 0)
        yield _cut(place.line, text, at, at + 1 if place.column else at)
        return
    first, last = place.line, sheet.place(end - 1).line
    numbers = range(first, last + 1)
    left_out = numbers[2:-1] if len(numbers) > MOST_LINES else ()
    for number in numbers:
        if left_out and number == left_out[0]:
            yield Line(0, "…")
        if number in left_out:
            continue
        text, begins = sheet.line(number), sheet.starts[number - 1]
        from_ = max(start - begins, len(text) - len(text.lstrip()))
        yield _cut(number, text, from_, min(end - begins, len(text.rstrip())))


def _cut(number: int, text: str, start: int, end: int) -> Line:
    """Return a line parted at its words; of a long line, what stands round them."""
    text = text.expandtabs(1)
    end = max(end, start)
    first = min(max(0, start - WIDTH // 3), max(0, len(text) - WIDTH)) if len(text) > WIDTH else 0
    last = first + WIDTH
    before, after = "…" * (first > 0), "…" * (last < len(text))
    words = text[start : min(end, last)]
    if start >= len(text) and end > start:  # something is missing at the line's end
        words = " "
    return Line(number, before + text[first:start], words, text[min(end, last) : last] + after)


def _wide(text: str) -> int:
    """Return how many columns of a terminal a text takes: two for each East Asian letter, none for a mark on one."""
    return sum(
        2 if unicodedata.east_asian_width(letter) in "WF" else 0 if unicodedata.combining(letter) else 1
        for letter in text
    )
