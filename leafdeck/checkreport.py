"""What a check says: to a person each finding with its line and the words underlined, as a good compiler shows them."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from pathlib import Path

import typer

from leafdeck import __version__
from leafdeck.check import outputs, rules
from leafdeck.check.listing import Entry, entries, underlined
from leafdeck.checking import Checked
from leafdeck.fixing import Fixed, difference
from leafdeck.notice import Severity
from leafdeck.report import COLORS, shown

DIFF_COLORS = {"+": "green", "-": "red", "@": "cyan"}


def listed(checked: Checked) -> tuple[tuple[Entry, ...], tuple[Entry, ...]]:
    """Return findings, and those that a waiver covers, as they are told."""
    return entries(checked.findings, checked.waived, checked.sheets, checked.source.files[0], _named)


def printed(checked: Checked) -> None:
    """Print every finding, and how many there are of each severity."""
    findings, waived = listed(checked)
    for entry in findings:
        for line in lines(entry):
            typer.echo(line)
        typer.echo()
    if waived:
        typer.echo(f"{_count(len(waived), 'finding')} waived with a reason.")
    typer.echo(_sum(checked))


def told(checked: Checked, name: str) -> None:
    """Print findings as ``json``, ``github`` or ``sarif``."""
    findings, waived = listed(checked)
    if name == "json":
        typer.echo(outputs.as_json(findings, waived))
    elif name == "sarif":
        typer.echo(outputs.as_sarif(findings, waived, rules.known(), __version__))
    elif findings:
        typer.echo(outputs.as_github(findings))


def lines(entry: Entry) -> Iterator[str]:
    """Yield a finding in lines: place, severity, message and rule; the lines of the content; what to do."""
    color = COLORS[entry.severity]
    spot = entry.file
    if entry.line:
        spot += f":{entry.line}" + (f":{entry.column}" if entry.column else "")
    label = typer.style(f"{entry.severity}:", fg=color, bold=True)
    yield f"{spot}: {label} {entry.message} [{entry.rule}]"
    for is_mark, text in underlined(entry.lines):
        if is_mark:
            margin, sign, marks = text.partition(" | ")
            yield f"  {margin}{sign}{typer.style(marks, fg=color, bold=True)}"
        else:
            yield f"  {text}"
    if entry.hint:
        yield f"  {typer.style('hint:', bold=True)} {entry.hint}"


def mended(fixed: Fixed, *, dry_run: bool, aside: bool) -> None:
    """Print what mends changed, or would change, as a unified diff.

    Args:
        fixed: the mends.
        dry_run: whether they were only tried.
        aside: print on the error stream, as a machine reads the other.
    """
    for change in fixed.changes:
        for line in difference(change, _named(change.file)):
            color = DIFF_COLORS.get(line[:1])
            typer.echo(typer.style(line, fg=color) if color else line, err=aside)
    if fixed.count:
        files = f" in {_count(len(fixed.changes), 'file')}" if len(fixed.changes) > 1 else ""
        done = "to be made with --fix; nothing was changed" if dry_run else "made"
        typer.echo(f"{_count(fixed.count, 'mend')}{files} {done}.", err=aside)
    else:
        typer.echo("There is nothing that can be mended safely.", err=aside)
    if fixed.refused:
        number = _count(len(fixed.refused), "mend")
        typer.echo(f"{number} left to you: the words would need other quotes, or hold markup.", err=aside)
    typer.echo(err=aside)


def _sum(checked: Checked) -> str:
    counts = Counter(finding.severity for finding in checked.findings)
    parts = [_count(counts[one], str(one)) for one in (Severity.ERROR, Severity.WARNING) if counts[one]]
    notes = _count(counts[Severity.INFO], "note")
    mends = sum(finding.mend is not None for finding in checked.findings)
    told = f" {mends} can be mended with --fix." if mends else ""
    return f"{', '.join(parts) or 'No errors, no warnings'}{f', {notes}' if counts[Severity.INFO] else ''}.{told}"


def _named(file: Path) -> str:
    return shown(file).as_posix()


def _count(number: int, noun: str) -> str:
    return f"{number} {noun}{'' if number == 1 else 's'}"
