"""Work dealt out to processes that are kept warm, are replaced when they die, and are renewed before they grow.

Each process is an executor of its own, so that it is known whose work was lost when one dies: an executor with several
processes breaks as a whole.
"""

from __future__ import annotations

import multiprocessing
import os
import signal
import sys
import threading
from collections.abc import Callable, Generator, Iterable, Iterator
from concurrent.futures import FIRST_COMPLETED, Future, ProcessPoolExecutor, wait
from concurrent.futures.process import BrokenProcessPool
from dataclasses import dataclass
from multiprocessing.connection import wait as wait_for
from multiprocessing.context import BaseContext
from pathlib import Path
from typing import Generic, TypeVar

Task = TypeVar("Task")
Result = TypeVar("Result")

TRIES = 2
"""How often a piece of work is begun whose process dies."""
ENGINES = (
    "weasyprint",
    "pptx",
    "pikepdf",
    "pydantic",
    "jinja2",
    "markdown_it",
    "segno",
    "fontTools.ttLib",
    "PIL.Image",
)
"""What is imported once, in the process that all others are forked from."""
_MIB = 1024 * 1024


@dataclass(frozen=True, slots=True)
class Limits:
    """When a process is renewed: after so many pieces of work, or when it holds so much memory, in MiB."""

    jobs: int = 100
    memory: int = 1024


@dataclass(frozen=True, slots=True)
class Lost:
    """The process died each time that the work was begun."""

    tries: int = TRIES


def each(
    work: Callable[[Task], Result], tasks: Iterable[Task], hands: int, limits: Limits | None = None
) -> Generator[tuple[Task, Result | Lost], None, None]:
    """Do the work on each task and yield what comes of it, in the order in which it is done.

    Args:
        work: a function of a module's top level that a fresh interpreter can find. What it raises is raised here.
        tasks: values that can be pickled; taken one by one, as processes become free.
        hands: how many processes work.
        limits: when a process is renewed.
    """
    before = set(multiprocessing.active_children())
    crew = _Crew(work, iter(tasks), hands, limits or Limits())
    try:
        yield from crew.results()
    except BaseException:  # Ctrl+C, or who listens has stopped: nobody waits for what is under way
        for child in set(multiprocessing.active_children()) - before:
            child.terminate()
        raise
    finally:
        crew.close()


class _Crew(Generic[Task, Result]):
    """All processes, and what each is at."""

    def __init__(self, work: Callable[[Task], Result], tasks: Iterator[Task], hands: int, limits: Limits) -> None:
        context = _context()
        self._work, self._tasks, self._limits = work, tasks, limits
        self._slots = [_Slot(context) for _ in range(hands)]
        self._under_way: dict[Future[tuple[Result, float]], tuple[_Slot, Task, int]] = {}

    def results(self) -> Iterator[tuple[Task, Result | Lost]]:
        for slot in self._slots:
            self._begin_next(slot)
        while self._under_way:
            for future in wait(self._under_way, return_when=FIRST_COMPLETED).done:
                slot, task, tries = self._under_way.pop(future)
                result: Result | Lost
                try:
                    result, memory = future.result()
                    slot.tend(memory, self._limits)
                except BrokenProcessPool:
                    slot.renew()
                    if tries < TRIES:
                        self._begin(slot, task, tries + 1)
                        continue
                    result = Lost()
                self._begin_next(slot)
                yield task, result

    def close(self) -> None:
        for slot in self._slots:
            slot.close()

    def _begin_next(self, slot: _Slot) -> None:
        for task in self._tasks:
            self._begin(slot, task)
            return

    def _begin(self, slot: _Slot, task: Task, tries: int = 1) -> None:
        self._under_way[slot.submit(self._work, task)] = (slot, task, tries)


class _Slot:
    """A place for one process."""

    def __init__(self, context: BaseContext) -> None:
        self._context = context
        self._executor = self._new()
        self._done = 0

    def submit(self, work: Callable[[Task], Result], task: Task) -> Future[tuple[Result, float]]:
        try:
            return self._executor.submit(_measured, work, task)
        except BrokenProcessPool:  # it died while it had nothing to do
            self.renew()
            return self._executor.submit(_measured, work, task)

    def tend(self, memory: float, limits: Limits) -> None:
        """Renew the process if it has done, or holds, enough."""
        self._done += 1
        if self._done >= limits.jobs or memory > limits.memory:
            self.renew()

    def renew(self) -> None:
        self.close()
        self._executor = self._new()
        self._done = 0

    def close(self) -> None:
        self._executor.shutdown(cancel_futures=True)

    def _new(self) -> ProcessPoolExecutor:
        return ProcessPoolExecutor(1, mp_context=self._context, initializer=_settle_in)


def _context() -> BaseContext:
    """Return how processes start: forked from one that has the engines, where the system can, or afresh."""
    if sys.platform == "win32":
        return multiprocessing.get_context("spawn")
    context = multiprocessing.get_context("forkserver")
    context.set_forkserver_preload(list(ENGINES))
    return context


def _settle_in() -> None:
    """Prepare a process: Ctrl+C is the first one's to handle, and when that dies this one ends too."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    parent = multiprocessing.parent_process()
    if parent is not None:
        threading.Thread(target=_end_with, args=(parent.sentinel,), daemon=True).start()


def _end_with(sentinel: int) -> None:
    wait_for([sentinel])
    os._exit(1)


def _measured(work: Callable[[Task], Result], task: Task) -> tuple[Result, float]:
    """Do the work, and say how much memory this process holds now, in MiB; 0 where the system does not tell."""
    result = work(task)
    try:
        pages = int(Path("/proc/self/statm").read_text(encoding="ascii").split()[1])
        return result, pages * os.sysconf("SC_PAGE_SIZE") / _MIB
    except OSError:
        return result, 0.0
