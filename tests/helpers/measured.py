"""A piece of work in a process of its own that may neither run nor grow without end; what it took is measured."""

from __future__ import annotations

import os
import pickle
import resource
import time
import traceback
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from leafdeck.errors import LeafdeckError

SECONDS = 10
"""The processor time that any hostile input may cost."""
MIB = 500
"""The memory that a whole process may take for it; a process that has the engines loaded has BASE already."""
BASE = 150
LIMIT = 2 * 2**30
"""Where the system stops a process that grows without end, so that a failing test does not take the machine along."""


@dataclass(frozen=True)
class Measured:
    """What the work gave or was refused with, and what it cost.

    Attributes:
        value: what it returned; None when it raised.
        refused: what the LeafdeckError or ValueError said that it raised; empty when it raised none.
        crash: the traceback of any other exception, or how the process ended.
        seconds: processor time.
        grown: by how much memory grew at most, in MiB.
    """

    value: Any
    refused: str
    crash: str
    seconds: float
    grown: float


def run(work: Callable[[], Any]) -> Measured:
    """Do the work in a child of this process, stopped where it takes several times what is allowed."""
    reading, writing = os.pipe()
    child = os.fork()
    if not child:
        os.close(reading)
        _in_child(work, writing)
    os.close(writing)
    with os.fdopen(reading, "rb") as stream:
        said = stream.read()
    _, status = os.waitpid(child, 0)
    if status or not said:
        return Measured(None, "", f"the process ended with {status:#x}", SECONDS * 2, LIMIT / 2**20)
    found = pickle.loads(said)  # noqa: S301 - our own child's
    assert isinstance(found, Measured)
    return found


def _in_child(work: Callable[[], Any], writing: int) -> None:
    value, refused, crash = None, "", ""
    try:
        resource.setrlimit(resource.RLIMIT_CPU, (used() + SECONDS * 2, used() + SECONDS * 2 + 1))
        room = _status("VmSize") * 1024 + LIMIT
        resource.setrlimit(resource.RLIMIT_AS, (room, room))
        before, started = _status("VmRSS"), time.process_time()
        Path("/proc/self/clear_refs").write_text("5", encoding="ascii")  # the peak counts from here
        try:
            value = work()
        except (LeafdeckError, ValueError) as error:
            refused = str(error) or type(error).__name__
        except BaseException:  # noqa: BLE001 - whatever it is, the test is to hear of it
            crash = traceback.format_exc()
        seconds, grown = time.process_time() - started, (_status("VmHWM") - before) / 1024
        with os.fdopen(writing, "wb") as stream:
            pickle.dump(Measured(value, refused, crash, seconds, grown), stream)
    finally:
        os._exit(0)


def used() -> int:
    """Return the processor time that this process has taken, in whole seconds."""
    return int(time.process_time()) + 1


def _status(name: str) -> int:
    lines = Path("/proc/self/status").read_text(encoding="ascii").splitlines()
    return next(int(line.split()[1]) for line in lines if line.startswith(f"{name}:"))


def harmless(work: Callable[[], Any]) -> Measured:
    """Do the work, and see that it ended well, in time and within its memory."""
    found = run(work)
    assert not found.crash, found.crash
    assert found.seconds <= SECONDS, f"{found.seconds:.1f} s"
    assert found.grown <= MIB - BASE, f"{found.grown:.0f} MiB"
    return found
