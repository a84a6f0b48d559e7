"""What the workers of a test run share: something made once, by whichever needs it first."""

from __future__ import annotations

import os
import pickle
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TypeVar

import pytest

Made = TypeVar("Made")


def once(factory: pytest.TempPathFactory, name: str, make: Callable[[Path], Made]) -> tuple[Path, Made]:
    """Return a folder that all workers share, and what was made in it by the first."""
    base = factory.getbasetemp()
    folder = (base.parent if "PYTEST_XDIST_WORKER" in os.environ else base) / name
    folder.mkdir(exist_ok=True)
    with _alone(folder / "lock"):
        done = folder / "made.pickle"
        if not done.exists():
            done.write_bytes(pickle.dumps(make(folder)))
    return folder, pickle.loads(done.read_bytes())  # noqa: S301 - written above


@contextmanager
def _alone(lock: Path) -> Iterator[None]:
    """Let one process of a test run at a time through."""
    with lock.open("w") as stream:
        if sys.platform != "win32":
            import fcntl  # noqa: PLC0415 - Windows has none

            fcntl.flock(stream, fcntl.LOCK_EX)
        yield
