"""What a person sees of a check: each finding with its line and the words underlined, as a good compiler shows them."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import replace

import typer

from leafdeck.check.finding import Finding
from leafdeck.checking import Checked
from leafdeck.guide.written import Sheet
from leafdeck.notice import Severity
from leafdeck.report import COLORS, WIDTH, shown


def printed(checked: Checked) -> None:
    """Print every finding, and how many there are of each severity."""
    for finding in checked.findings:
        for line in lines(finding, checked.sheet(finding)):
            typer.echo(line)
    if checked.waived:
        typer.echo(f"{_count(len(checked.waived), 'finding')} waived with a reason.")
    typer.echo(_sum(checked))


def lines(finding: Finding, sheet: Sheet | None) -> Iterator[str]:
    """Yield a finding in lines: place, severity, message and rule; the line of the content; what to do."""
    place = finding.place
    spot = str(replace(place, file=shown(place.file), path="")) if place.file else place.path
    label = typer.style(f"{finding.severity}:", fg=COLORS[finding.severity], bold=True)
    where = f"{finding.where}: " if finding.where else ""
    yield f"{spot}: {label} {where}{finding.message} [{finding.rule}]".removeprefix(": ")
    if sheet and place.line:
        yield from (f"  {line}" for line in excerpt(finding, sheet).splitlines())
    if finding.hint:
        yield f"  {typer.style('hint:', bold=True)} {finding.hint}"


def excerpt(finding: Finding, sheet: Sheet) -> str:
    """Return the line of the content that a finding begins in, with its words underlined."""
    number, text = finding.place.line, sheet.line(finding.place.line).expandtabs(1)
    column = max(finding.place.column - 1, 0)
    length = min(max(finding.span[1] - finding.span[0], 1), max(len(text) - column, 1))
    start = max(0, column - WIDTH // 3) if len(text) > WIDTH else 0
    before, after = "…" * (start > 0), "…" * (start + WIDTH < len(text))
    indent = " " * (len(before) + column - start)
    head = str(number)
    return (
        f"{head} | {before}{text[start : start + WIDTH]}{after}\n{' ' * len(head)} | {indent}{'^' * min(length, WIDTH)}"
    )


def _sum(checked: Checked) -> str:
    counts = Counter(finding.severity for finding in checked.findings)
    parts = [_count(counts[one], str(one)) for one in (Severity.ERROR, Severity.WARNING) if counts[one]]
    notes = _count(counts[Severity.INFO], "note")
    return f"{', '.join(parts) or 'No errors, no warnings'}{f', {notes}' if counts[Severity.INFO] else ''}."


def _count(number: int, noun: str) -> str:
    return f"{number} {noun}{'' if number == 1 else 's'}"
