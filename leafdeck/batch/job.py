"""One job from beginning to end: what a process runs. It knows nothing of other jobs, or of who runs it."""

from __future__ import annotations

import datetime as dt
import time
import traceback
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from leafdeck import build
from leafdeck.batch.inputs import digest
from leafdeck.batch.plan import Job
from leafdeck.batch.store import Store
from leafdeck.errors import LeafdeckError, Problem
from leafdeck.notice import Notice, Place
from leafdeck.order import Failed, Made

CLOCK_GRAIN_NS = 10_000_000
"""How far a file's time may lag behind the clock: a file system counts in ticks of up to 10 ms."""


@dataclass(frozen=True, slots=True)
class Task:
    """A job, the day that the review date is judged by, and the cache that its files go into."""

    job: Job
    today: dt.date
    store: Store


@dataclass(frozen=True, slots=True)
class Output:
    """A finished file: its name, its SHA-256, its size in bytes, and how many pages or slides it has."""

    name: str
    sha256: str
    size: int
    count: str = ""


@dataclass(frozen=True, slots=True)
class Result:
    """What came of a job.

    Attributes:
        outputs: the files, which are in the cache; none if something went wrong.
        problems: what went wrong.
        notices: what was told.
        inputs: the files that were read, each with the SHA-256 of what it holds.
        review_by: the day that the guide must be reviewed by.
        settled: no file changed while it was read, so that the inputs are what the outputs are made of.
        seconds: how long it took.
    """

    outputs: tuple[Output, ...] = ()
    problems: tuple[Problem, ...] = ()
    notices: tuple[Notice, ...] = ()
    inputs: tuple[tuple[Path, str | None], ...] = ()
    review_by: dt.date = dt.date.max
    settled: bool = False
    seconds: float = 0.0


def make(task: Task) -> Result:
    """Make a job's files and put them into the cache; whatever goes wrong comes back as a value."""
    started, clock = time.time_ns(), time.perf_counter()
    try:
        (outcome,) = build.make(task.job.order(task.today), task.job.product)
        if isinstance(outcome, Failed):
            return Result(problems=outcome.problems, seconds=time.perf_counter() - clock)
        if task.job.options.strict:
            build.refuse_warnings(outcome.told)
        return _kept(task, outcome, started, clock)
    except LeafdeckError as error:
        return Result(problems=error.problems, seconds=time.perf_counter() - clock)
    except Exception as error:  # noqa: BLE001 - a bug that one guide meets must not end all others
        hint = "Please report it with the guide. " + traceback.format_exc(limit=-6).strip()
        bug = Problem(Place(task.job.content), f"a bug in leafdeck: {type(error).__name__}: {error}", hint)
        return Result(problems=(bug,), seconds=time.perf_counter() - clock)


def _kept(task: Task, made: Made, started: int, clock: float) -> Result:
    outputs = tuple(
        Output(file.name.as_posix(), task.store.put(file.data), len(file.data), str(file.count)) for file in made.files
    )
    files = tuple(dict.fromkeys(source.resolve() for source in made.sources))
    return Result(
        outputs,
        (),
        tuple(dict.fromkeys(told.notice for told in made.told)),
        tuple((file, digest(file)) for file in files),
        made.review_by or dt.date.max,
        _settled(files, started),
        time.perf_counter() - clock,
    )


def _settled(files: Sequence[Path], started: int) -> bool:
    """Return whether no file has changed since a moment (ns)."""
    try:
        return all(file.stat().st_mtime_ns < started - CLOCK_GRAIN_NS for file in files)
    except OSError:
        return False
