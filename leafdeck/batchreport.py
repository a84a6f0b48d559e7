"""What a person sees of a batch: the plan, progress with its rate and the time left, a table of what came of it."""

from __future__ import annotations

import sys
import time
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING, TypeVar

import typer
from rich.box import SIMPLE_HEAD
from rich.console import Console
from rich.table import Table
from rich.text import Text

from leafdeck.batch.plan import Job, Manifest
from leafdeck.batch.run import Outcome, State
from leafdeck.notice import Notice, Place, Severity
from leafdeck.report import notice, shown

if TYPE_CHECKING:
    from rich.progress import Progress, TaskID

Said = TypeVar("Said")

MOST_ROWS = 60
"""How many rows a table has at most: nobody reads more; batch.json has all."""
EVERY = 10.0
"""How many seconds pass between two lines of progress where nobody sees bars move."""
_WIDE = 10_000
"""How wide a table may be that is piped into a file: nothing is cut."""


def plan(manifest: Manifest, wanted: Sequence[Job], kept: int) -> None:
    """Print what a batch would make.

    Args:
        manifest: what is asked for.
        wanted: the jobs.
        kept: how many of them are made already.
    """
    members = (
        ("guide", len(manifest.guides)),
        ("brand", len([brand for brand in manifest.brands if brand.name])),
        ("format", len(manifest.formats)),
        ("site", len([site for site in manifest.sites if site.name])),
    )
    typer.echo(" × ".join(_number(count, name) for name, count in members if count))
    whole = len(manifest.guides) * len(manifest.brands) * len(manifest.formats) * len(manifest.sites)
    ruled = f" ({whole - len(wanted):,} left out by rules)" if whole > len(wanted) else ""
    typer.echo(f"{_number(len(wanted), 'document')}{ruled}: {kept:,} unchanged, {len(wanted) - kept:,} to make")
    rows: dict[tuple[str, str], list[Job]] = {}
    for job in wanted:
        rows.setdefault((job.guide, job.brand), []).append(job)
    table = _table("Guide", "Brand", "Formats", right=("Sites", "Documents"))
    for (guide, brand), some in list(rows.items())[:MOST_ROWS]:
        formats = ", ".join(dict.fromkeys(job.format for job in some))
        sites = len({job.site for job in some if job.site})
        table.add_row(
            *map(Text, (guide, brand or "its own", formats, f"{sites:,}" if sites else "–", f"{len(some):,}"))
        )
    _print(table, len(rows) - MOST_ROWS, "combinations of guide and brand")


def result(outcomes: Sequence[Outcome], seconds: float, *, quiet: bool) -> None:
    """Print what came of a batch: a row for each guide and brand, then every problem and warning, each once."""
    rows: dict[tuple[str, str], Counter[State]] = {}
    for outcome in outcomes:
        rows.setdefault((outcome.job.guide, outcome.job.brand), Counter())[outcome.state] += 1
    failed = [outcome for outcome in outcomes if outcome.state is State.FAILED]
    if not quiet:
        table = _table("Guide", "Brand", right=("Made", "Unchanged", "Failed"), last="Error")
        for (guide, brand), counts in sorted(rows.items(), key=lambda row: -row[1][State.FAILED])[:MOST_ROWS]:
            broken = [each for each in failed if (each.job.guide, each.job.brand) == (guide, brand)]
            numbers = [Text(f"{counts[state]:,}") for state in (State.MADE, State.UNCHANGED)]
            number = Text(f"{counts[State.FAILED]:,}", style="red" if broken else "")
            table.add_row(Text(guide), Text(brand or "its own"), *numbers, number, Text(_first(broken), style="red"))
        _print(table, len(rows) - MOST_ROWS, "combinations of guide and brand")
    for (where, message, hint), jobs in _grouped(
        ((each.where, each.message, each.hint), one.job) for one in failed for each in one.problems
    ).items():
        notice(Notice(Severity.ERROR, where, f"{message} [{_whose(jobs)}]", hint))
    for note, jobs in _grouped((each, one.job) for one in outcomes for each in one.notices).items():
        if not quiet or note.severity is not Severity.INFO:
            notice(replace(note, message=f"{note.message} [{_whose(jobs)}]"))
    if not quiet:
        states = Counter(outcome.state for outcome in outcomes)
        came = ", ".join(f"{states[state]:,} {state}" for state in State)
        typer.echo(f"{_number(len(outcomes), 'document')} in {_span(seconds)}: {came}.")


def _grouped(met: Iterable[tuple[Said, Job]]) -> dict[Said, list[Job]]:
    """Return each thing that was said with the jobs that it is about."""
    found: dict[Said, list[Job]] = {}
    for said, job in met:
        found.setdefault(said, []).append(job)
    return found


def _whose(jobs: Sequence[Job]) -> str:
    """Return which documents something is about, in few words."""
    parts = []
    for member in ("guide", "brand", "format", "site"):
        names = list(dict.fromkeys(getattr(job, member) for job in jobs if getattr(job, member)))
        if names:
            parts.append(names[0] if len(names) == 1 else f"{len(names)} {member}s")
    return ", ".join(parts)


def _first(failed: Sequence[Outcome]) -> str:
    if not failed:
        return ""
    problem = failed[0].problems[0]
    where = problem.where
    spot = str(Place(shown(where.file), where.line, where.column)) if where.file else ""
    return f"{spot}: {problem.message}" if spot else problem.message


@dataclass
class Ticker:
    """Progress, told after each job: bars on a terminal, now and then a line when piped, nothing when quiet."""

    total: int
    quiet: bool
    _bar: Progress | None = None
    _task: TaskID | None = None
    _counts: Counter[State] = field(default_factory=Counter)
    _started: float = field(default_factory=time.monotonic)
    _said: float = field(default_factory=time.monotonic)

    def tell(self, outcome: Outcome) -> None:
        """Count a job."""
        self._counts[outcome.state] += 1
        if self._bar is not None and self._task is not None:
            self._bar.update(self._task, completed=self._done, rate=self._rate(), failed=self._failed())
        elif not self.quiet and (time.monotonic() - self._said >= EVERY or self._done == self.total):
            self._said = time.monotonic()
            typer.echo(f"{self._done:,} of {self.total:,}  {self._rate()}  {self._left()}{self._failed()}", err=True)

    @property
    def _done(self) -> int:
        return sum(self._counts.values())

    @property
    def _per_second(self) -> float:
        """How many documents are made in a second: those that are unchanged take no time that counts."""
        made = self._done - self._counts[State.UNCHANGED]
        return made / max(time.monotonic() - self._started, 0.001)

    def _rate(self) -> str:
        return f"{self._per_second * 60:,.0f} a minute" if self._per_second else ""

    def _left(self) -> str:
        left = self.total - self._done
        return f"{_span(left / self._per_second)} left" if left and self._per_second else ""

    def _failed(self) -> str:
        return f"  {self._counts[State.FAILED]:,} failed" if self._counts[State.FAILED] else ""


@contextmanager
def progress(total: int, *, quiet: bool) -> Iterator[Ticker]:
    """Yield what is told each outcome."""
    if quiet or not sys.stderr.isatty():
        yield Ticker(total, quiet)
        return
    from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeRemainingColumn

    columns = (
        BarColumn(),
        MofNCompleteColumn(),
        TextColumn("{task.fields[rate]}"),
        TimeRemainingColumn(),
        TextColumn("[red]{task.fields[failed]}"),
    )
    with Progress(*columns, console=Console(stderr=True), transient=True) as bar:
        yield Ticker(total, quiet, bar, bar.add_task("", total=total, rate="", failed=""))


def _table(*left: str, right: Sequence[str], last: str = "") -> Table:
    table = Table(box=SIMPLE_HEAD, pad_edge=False, padding=(0, 1, 0, 0))
    for name in left:
        table.add_column(name, overflow="fold")
    for name in right:
        table.add_column(name, justify="right", no_wrap=True)
    if last:
        table.add_column(last, overflow="fold")
    return table


def _print(table: Table, more: int, of: str) -> None:
    console = Console(highlight=False)
    if not console.is_terminal:
        console = Console(highlight=False, width=_WIDE)
    console.print(table)
    if more > 0:
        typer.echo(f"… and {more:,} more {of}")


def _number(count: int, noun: str) -> str:
    return f"{count:,} {noun}{'' if count == 1 else 's'}"


def _span(seconds: float) -> str:
    """Return a time as a person says it."""
    if seconds < 60:  # noqa: PLR2004 - seconds in a minute
        return f"{seconds:.1f} s"
    minutes, rest = divmod(round(seconds), 60)
    hours, minutes = divmod(minutes, 60)
    return f"{hours} h {minutes:02} min" if hours else f"{minutes} min {rest:02} s"
