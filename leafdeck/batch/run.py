"""A batch from its manifest to its files: what is kept already is put in its place, the rest is made and kept."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Generator
from contextlib import closing
from dataclasses import dataclass, field
from enum import StrEnum
from functools import cached_property
from pathlib import Path
from typing import Any

from leafdeck import output
from leafdeck.batch import keys, pool
from leafdeck.batch.inputs import Inputs, digest, versions
from leafdeck.batch.job import Output, Result, Task, make
from leafdeck.batch.plan import Job, Manifest, jobs
from leafdeck.batch.pool import Limits, Lost
from leafdeck.batch.store import Store
from leafdeck.errors import LeafdeckError, Problem
from leafdeck.notice import Notice, Place, Severity


class State(StrEnum):
    """What became of a job."""

    MADE = "made"
    UNCHANGED = "unchanged"
    FAILED = "failed"


@dataclass(frozen=True, slots=True)
class Outcome:
    """What became of a job.

    Attributes:
        job: the job.
        state: what became of it.
        outputs: its files, in the job's folder.
        problems: why it failed.
        notices: what was told.
        inputs: the files that it was made of, besides its dress, each with its SHA-256.
        key: the hash of all that it was made of; "" where it failed or its sources changed meanwhile.
        seconds: how long it took to make.
    """

    job: Job
    state: State
    outputs: tuple[Output, ...] = ()
    problems: tuple[Problem, ...] = ()
    notices: tuple[Notice, ...] = ()
    inputs: tuple[tuple[Path, str | None], ...] = ()
    key: str = ""
    seconds: float = 0.0


@dataclass
class Batch:
    """A manifest with where its files go, and the cache.

    Attributes:
        manifest: what is asked for.
        folder: the output folder.
        store: the cache.
        today: the day that review dates are judged by.
        inputs: what files hold.
    """

    manifest: Manifest
    folder: Path
    store: Store
    today: dt.date
    inputs: Inputs = field(init=False)

    def __post_init__(self) -> None:
        self.inputs = Inputs(self.base)
        self._engine = keys.together(versions().items())

    @cached_property
    def base(self) -> Path:
        """The folder that names of files start from: the manifest's."""
        return self.manifest.path.resolve().parent

    def kept(self, job: Job) -> Outcome | None:
        """Return what the cache knows of a job as it would come out now, or None if it is to be made."""
        address = self._address(job)
        seen = self.store.seen(address)
        try:
            files = [self.base / file for file in seen["inputs"]]
            late = self.today > dt.date.fromisoformat(seen["review_by"])
            inputs = tuple((file, self.inputs.of(file)) for file in files)
            key = keys.key(address, self._named(inputs), late=late)
            made = self.store.made(key)
            outputs = tuple(Output(**each) for each in made["outputs"])
            notices = tuple(self._notice(each) for each in made["notices"])
        except (KeyError, TypeError, ValueError):  # it was never made, or its record is torn
            return None
        return Outcome(job, State.UNCHANGED, outputs, (), notices, inputs, key)

    def run(
        self, hands: int, limits: Limits | None = None, work: Callable[[Task], Result] = make
    ) -> Generator[Outcome, None, None]:
        """Make what is not kept, put everything in its place, and yield what became of each job.

        Args:
            hands: how many processes work.
            limits: when a process is renewed.
            work: makes a job.

        Raises:
            OutputError: the cache cannot be used.
        """
        self.store.prepare()
        missing: dict[str, list[Job]] = {}
        for job in jobs(self.manifest):
            known = self.kept(job)
            placed = self._placed(known) if known else None
            if placed:
                yield placed
            else:
                missing.setdefault(self._address(job), []).append(job)
        tasks = (Task(same[0], self.today, self.store) for same in missing.values())
        with closing(pool.each(work, tasks, min(hands, len(missing)), limits)) as results:
            for task, result in results:
                outcome = self._outcome(task.job, result)
                for job in missing[self._address(task.job)]:  # what differs in nothing but its name is made once
                    yield self._finished(job, outcome)

    def _finished(self, job: Job, outcome: Outcome) -> Outcome:
        """Return a job's outcome with its files in their place."""
        mine = Outcome(
            job,
            outcome.state,
            outcome.outputs,
            outcome.problems,
            outcome.notices,
            outcome.inputs,
            outcome.key,
            outcome.seconds,
        )
        if mine.state is State.FAILED:
            return mine
        gone = Problem(Place(self.store.folder), "the cache lost a file that had just been made", "Run it again.")
        return self._placed(mine) or Outcome(job, State.FAILED, problems=(gone,))

    def _placed(self, outcome: Outcome) -> Outcome | None:
        """Put a job's files in their place, those that are not there yet; None if the cache has lost one."""
        wanted: dict[Path, bytes] = {}
        for each in outcome.outputs:
            target = self.folder / outcome.job.folder / each.name
            if digest(target) == each.sha256:
                continue
            data = self.store.get(each.sha256)
            if data is None:
                return None
            wanted[target] = data
        try:
            output.write(wanted)
        except LeafdeckError as error:
            return Outcome(outcome.job, State.FAILED, problems=error.problems)
        return outcome

    def _outcome(self, job: Job, result: Result | Lost) -> Outcome:
        """Return what became of a job, and note it in the cache."""
        if isinstance(result, Lost):
            message = f"the process that made it was ended by the system, {result.tries} times"
            hint = "It may have run out of memory: try --workers 1, or make this guide by itself with leafdeck build."
            return Outcome(job, State.FAILED, problems=(Problem(Place(job.content), message, hint),))
        if result.problems:
            return Outcome(job, State.FAILED, problems=result.problems, seconds=result.seconds)
        key = ""
        if result.settled and not self.inputs.dress(job).changed():
            address = self._address(job)
            inputs = dict(self._named(result.inputs))
            key = keys.key(address, inputs.items(), late=self.today > result.review_by)
            seen = {"inputs": sorted(inputs), "review_by": result.review_by.isoformat()}
            self.store.note(address, seen, key, self._record(result))
        return Outcome(job, State.MADE, result.outputs, (), result.notices, result.inputs, key, result.seconds)

    def _address(self, job: Job) -> str:
        return keys.address(job, self.base, self.inputs.dress(job).hash, self._engine)

    def _named(self, inputs: tuple[tuple[Path, str | None], ...]) -> list[tuple[str, str | None]]:
        return [(keys.name(file, self.base), held) for file, held in inputs]

    def _record(self, result: Result) -> dict[str, Any]:
        return {
            "outputs": [
                {"name": each.name, "sha256": each.sha256, "size": each.size, "count": each.count}
                for each in result.outputs
            ],
            "notices": [self._told(each) for each in result.notices],
        }

    def _told(self, notice: Notice) -> dict[str, Any]:
        where = notice.where
        file = keys.name(where.file, self.base) if where.file else None
        place = {"file": file, "line": where.line, "column": where.column, "path": where.path}
        return {"severity": notice.severity, "message": notice.message, "hint": notice.hint, "where": place}

    def _notice(self, told: dict[str, Any]) -> Notice:
        where = told["where"]
        file = self.base / where["file"] if where["file"] else None
        place = Place(file, where["line"], where["column"], where["path"])
        return Notice(Severity(told["severity"]), place, told["message"], told["hint"])
