"""What a person sees of a run: progress while it works, a summary at its end, errors as a good compiler shows them."""

from __future__ import annotations

import os
import re
import shlex
import sys
import threading
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

import typer

from leafdeck.errors import LeafdeckError, Problem
from leafdeck.notice import Notice, Place, Severity
from leafdeck.order import Adopted, Built, Progress, Step

if TYPE_CHECKING:
    from rich.progress import Progress as Bars
    from rich.progress import TaskID

_UNSEEN = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069]")
"""What would move a terminal's cursor, or turn words about: content may quote it, a message may not."""
COLORS = {Severity.ERROR: "red", Severity.WARNING: "yellow", Severity.INFO: "cyan"}
WIDTH = 120
"""How much of a long line is shown round its mistake, in characters."""


@contextmanager
def progress(*, quiet: bool) -> Iterator[Progress]:
    """Yield what to tell each step to: moving bars on a terminal, a line a step when piped, nothing when quiet."""
    if quiet:
        yield lambda _: None
    elif sys.stderr.isatty():
        bars = _Bars()
        try:
            yield bars.tell
        finally:
            bars.stop()
    else:
        yield _line


def _line(step: Step) -> None:
    if step.seconds is not None:  # it is done; its time is for the summary, when that is verbose
        typer.echo(f"{step.of}: {step.name}", err=True)


class _Bars:
    """A row for each product and form: its step and its time. Starts with the first step, when all processes run.

    (The display has a thread of its own, and a process with threads cannot be forked safely.)
    """

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._bars: Bars | None = None
        self._rows: dict[str, TaskID] = {}

    def tell(self, step: Step) -> None:
        """Show a step that begins; called from several threads."""
        with self._lock:
            if self._bars is None:
                self._bars = self._start()
            if step.of not in self._rows:
                self._rows[step.of] = self._bars.add_task(step.of, total=None, step="")
            shown = step.name if step.seconds is None else f"{step.name} ✓"
            self._bars.update(self._rows[step.of], step=shown)

    def stop(self) -> None:
        """Clear the display."""
        if self._bars is not None:
            self._bars.stop()

    def _start(self) -> Bars:
        from rich.console import Console
        from rich.progress import Progress as Bars
        from rich.progress import SpinnerColumn, TextColumn, TimeElapsedColumn

        bars = Bars(
            SpinnerColumn(),
            TextColumn("{task.description:<19}"),
            TextColumn("{task.fields[step]:<24}"),
            TimeElapsedColumn(),
            console=Console(stderr=True),
            transient=True,
        )
        bars.start()
        return bars


def summary(built: Built, *, quiet: bool, verbose: bool) -> None:
    """Print what was made, and every notice; when quiet, only warnings and worse."""
    if verbose:
        for step in built.steps:
            typer.echo(f"{step.seconds or 0:7.2f} s  {step.of}: {step.name}")
    if not quiet:
        names = [str(shown(file)) for file in built.files]
        for name, count in zip(names, built.counts, strict=True):
            typer.echo(f"{name:<{max(map(len, names))}}  {count}".rstrip())
    for note in built.notices:
        if not quiet or note.severity is not Severity.INFO:
            notice(note)
    if not quiet:
        number = len(built.notices)
        told = "no notices" if not number else "1 notice" if number == 1 else f"{number} notices"
        typer.echo(f"Done in {built.seconds:.1f} s, {told}.")


def adopted(made: Adopted) -> None:
    """Print which files a brand was written to, what could not be used, and how to wear it."""
    for file in made.files:
        typer.echo(str(shown(file)))
    for note in made.notices:
        notice(note)
    brand = shown(made.files[0])
    how = "leafdeck build" if brand == Path("styles/brand.css") else f"leafdeck build --brand {shlex.quote(str(brand))}"
    typer.echo(f"Wear it with: {how}")


def previewed(made: Adopted) -> None:
    """Print which files show a brand, and what is wrong with it."""
    for file in made.files:
        typer.echo(str(shown(file)))
    for note in made.notices:
        notice(note)


def judged(brand: Path, notices: Sequence[Notice]) -> None:
    """Print what was found of a brand, each with its line, and how much it was."""
    for note in notices:
        _message(note.severity, note.where, note.message, note.hint, _excerpt(Problem(note.where, note.message)))
    counts = [sum(note.severity is one for note in notices) for one in reversed(Severity)]
    words = (("error", "errors"), ("warning", "warnings"), ("piece of advice", "pieces of advice"))
    told = [f"{count} {one if count == 1 else many}" for count, (one, many) in zip(counts, words, strict=True) if count]
    typer.echo(f"{shown(brand)}: {', '.join(told) or 'nothing to mend'}.")


def notice(note: Notice) -> None:
    """Print a notice on the error stream."""
    _message(note.severity, note.where, note.message, note.hint, "")


def failure(error: LeafdeckError, after: str = "Nothing was written.") -> None:
    """Print every problem of an error on the error stream: place, message, the line with a caret, what to do.

    Args:
        error: the error.
        after: what became of the run.
    """
    for problem in error.problems:
        _message(Severity.ERROR, problem.where, problem.message, problem.hint, problem.excerpt or _excerpt(problem))
    if len(error.problems) > 1:
        typer.echo(f"{len(error.problems)} problems. {after}".rstrip(), err=True)
    elif after:
        typer.echo(after, err=True)


def _message(severity: Severity, where: Place, message: str, hint: str, excerpt: str) -> None:
    spot = str(Place(shown(where.file), where.line, where.column, where.path) if where.file else where)
    label = typer.style(f"{severity}:", fg=COLORS[severity], bold=True)
    spot, message, hint, excerpt = (_plain(text) for text in (spot, message, hint, excerpt))
    typer.echo(f"{label} {spot}: {message}" if spot else f"{label} {message}", err=True)
    for line in excerpt.splitlines():
        typer.echo(f"  {line}", err=True)
    if hint:
        typer.echo(f"  {typer.style('hint:', bold=True)} {hint}", err=True)


def _plain(text: str) -> str:
    """Return text in which nothing moves a terminal's cursor, colours it, or turns words about."""
    return _UNSEEN.sub("\N{REPLACEMENT CHARACTER}", text)


def _excerpt(problem: Problem) -> str:
    """Return the line that the problem's place names, with a caret under its column."""
    where = problem.where
    if where.file is None or not where.line:
        return ""
    try:
        lines = where.file.read_text(encoding="utf-8-sig").splitlines()
    except (OSError, UnicodeDecodeError):
        return ""
    if where.line > len(lines):
        return ""
    number, text = str(where.line), lines[where.line - 1].expandtabs(1)
    start = max(0, where.column - WIDTH // 2) if len(text) > WIDTH else 0
    before, after = "…" * (start > 0), "…" * (start + WIDTH < len(text))
    indent = " " * (len(before) + where.column - 1 - start)
    caret = f"\n{' ' * len(number)} | {indent}^" if where.column else ""
    return f"{number} | {before}{text[start : start + WIDTH]}{after}{caret}"


def shown(path: Path) -> Path:
    """Return a path as a person would type it: from the working folder where it lies below it."""
    absolute = Path(os.path.abspath(path))  # noqa: PTH100 - links stay as they were given
    here = Path.cwd()
    return absolute.relative_to(here) if absolute.is_relative_to(here) else path
