"""Pieces of work in further processes, beside what this one does; their errors come back with their own types."""

from __future__ import annotations

import multiprocessing
import signal
import sys
import threading
import traceback
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from multiprocessing.connection import Connection
from pathlib import Path
from typing import Any, Generic, TypeVar

from leafdeck.errors import LeafdeckError

T = TypeVar("T")
Say = Callable[[Any], None]


class WorkerError(RuntimeError):
    """The second process died, or met an error that is a bug; the message holds its traceback."""


class Beside(Generic[T]):
    """The handle of a piece of work that is under way."""

    def __init__(self, connection: Connection, say: Say) -> None:
        self._connection = connection
        self._say = say
        self._answer: tuple[str, Any] = ("bug", "The second process ended without an answer.")
        self._listener = threading.Thread(target=self._listen, daemon=True)
        self._listener.start()

    def result(self) -> T:
        """Wait for the work's result.

        Raises:
            LeafdeckError: the very subclass that the work raised, with its problems.
            WorkerError: the work met a bug, or its process died.
        """
        self.join()
        kind, value = self._answer
        if kind == "error":
            error_type, problems = value
            raise error_type(problems)
        if kind == "bug":
            raise WorkerError(value)
        done: T = value
        return done

    def join(self) -> None:
        """Wait until the second process has said its last word."""
        self._listener.join()

    def _listen(self) -> None:
        """Pass on what the work says, until its answer comes or its process ends."""
        try:
            while True:
                kind, value = self._connection.recv()
                if kind != "say":
                    self._answer = kind, value
                    return
                self._say(value)
        except (EOFError, OSError):
            return


@contextmanager
def beside(work: Callable[[Any, Say], T], orders: Sequence[object], say: Say) -> Iterator[tuple[Beside[T], ...]]:
    """Run ``work(order, say)`` for each order in a process of its own while the block runs; they end with the block.

    Args:
        work: a function of a module's top level, so that a fresh interpreter can find it.
        orders: what it gets; values that can be pickled.
        say: called here, in a thread, with everything that the work says.
    """
    context = multiprocessing.get_context("fork") if _may_fork() else multiprocessing.get_context("spawn")
    ends: list[Connection] = []
    processes = []
    for order in orders:  # all processes start before the first thread: a process with threads cannot be forked safely
        here, there = context.Pipe(duplex=False)
        ends.append(here)
        process = context.Process(target=_run, args=(work, order, there, tuple(ends)), daemon=True)
        process.start()
        processes.append(process)
        there.close()
    under_way = tuple(Beside[T](here, say) for here in ends)
    try:
        yield under_way
    finally:
        for process in processes:
            if process.is_alive():
                process.join(0.2)  # an answer was given: it is about to end by itself
                process.terminate()
        for process, work_beside, here in zip(processes, under_way, ends, strict=True):
            process.join()
            work_beside.join()  # or it would go on telling what nobody shows any more
            here.close()


def _may_fork() -> bool:
    """Return whether a fork is safe: on Linux, while this process has one thread only."""
    tasks = Path("/proc/self/task")
    return sys.platform == "linux" and tasks.is_dir() and len(list(tasks.iterdir())) == 1


def _run(work: Callable[[Any, Say], Any], order: object, connection: Connection, ends: Sequence[Connection]) -> None:
    """Do the work in a process of its own. Ctrl+C is the first one's to handle; it ends this one."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    for end in ends:  # or a write would wait for ever once the first process has gone
        end.close()
    try:
        connection.send(("done", work(order, lambda value: connection.send(("say", value)))))
    except LeafdeckError as error:
        connection.send(("error", (type(error), error.problems)))
    except BrokenPipeError:
        pass  # the first process has gone
    except Exception:  # noqa: BLE001 - a bug is carried over with its traceback and raised there
        connection.send(("bug", traceback.format_exc()))
