"""Check again whenever a source changes, in a process that stays warm: as an editor wants it, at each save."""

from __future__ import annotations

import threading
import time
from collections.abc import Iterator
from pathlib import Path

from leafdeck.checking import Checked, check
from leafdeck.errors import LeafdeckError
from leafdeck.order import Order
from leafdeck.resources import Resources
from leafdeck.watch import changes, is_passing


def recheck(
    order: Order, *, source_only: bool, stop: threading.Event | None = None
) -> Iterator[Checked | LeafdeckError | None]:
    """Check once, then again after each change of a file that the check reads, until ``stop`` is set.

    Args:
        order: what is checked, as `checking.check` takes it.
        source_only: judge by the rules over the content alone.
        stop: ends it, between two changes.

    Yields:
        None when a check begins; then what was found, or the mistake that kept the content from being read.
    """
    yield None
    since = time.time_ns()
    outcome = _checked(order, source_only=source_only)
    yield outcome
    while not (stop and stop.is_set()):
        folders = _folders(order, outcome)
        for changed in changes(folders, since, stop):
            if all(is_passing(path) or path.suffix not in _READ for path in changed):
                continue
            yield None
            since = time.time_ns()
            outcome = _checked(order, source_only=source_only)
            yield outcome
            if _folders(order, outcome) != folders:
                break  # a source lies in a folder that nobody watches yet


_READ = {".yaml", ".yml", ".css", ".html", ".svg", ".png", ".jpg", ".jpeg"}
"""What content, words, brands and templates are written in."""


def _checked(order: Order, *, source_only: bool) -> Checked | LeafdeckError:
    try:
        return check(order, source_only=source_only)
    except LeafdeckError as error:  # reported by the command line, like every other; a watch goes on
        return error


def _folders(order: Order, outcome: Checked | LeafdeckError) -> frozenset[Path]:
    """Return the folders to watch. Folders, not files: an editor that saves by renaming makes a new file."""
    home = order.content.resolve().parent
    wanted = {home}
    if isinstance(outcome, Checked):
        wanted.update(file.resolve().parent for file in outcome.source.files)
    else:
        wanted.update(problem.where.file.resolve().parent for problem in outcome.problems if problem.where.file)
    for root in Resources.beside(order.content).roots:
        for kind in ("words", "styles", "templates"):
            wanted.update((root / kind, *(path for path in (root / kind).rglob("*") if path.is_dir())))
    if order.brand:
        wanted.add(order.brand.resolve().parent)
    return frozenset(folder for folder in wanted if folder.is_dir())
