"""Files are written beside their place and renamed into it: nobody meets half a file, an old one is never lost."""

from __future__ import annotations

import os
import shutil
from collections.abc import Callable, Mapping
from contextlib import ExitStack, suppress
from functools import partial
from pathlib import Path

from leafdeck.errors import OutputError, Problem
from leafdeck.notice import Place


def write(files: Mapping[Path, bytes]) -> None:
    """Write all files, or none: every one lies complete beside its place before the first is renamed.

    Raises:
        OutputError: a folder cannot be made or a file not written. What stood there before stands there again.
    """
    waiting: dict[Path, Path] = {}
    target = Path()
    try:
        for target, data in files.items():
            if target.is_dir():
                raise IsADirectoryError(None, "Is a directory")
            target.parent.mkdir(parents=True, exist_ok=True)
            waiting[target] = _beside(target, "part")
            _write_through(waiting[target], data)
            if target.exists():  # who may read it stays as it was
                shutil.copymode(target, waiting[target])
        with ExitStack() as undo:
            for target, new in waiting.items():
                undo.callback(_keep(target))
                new.replace(target)
            undo.pop_all()  # all went well
    except OSError as error:
        raise OutputError(_problem(target, error)) from error
    finally:
        for target in waiting:
            for suffix in ("part", "old"):
                with suppress(OSError):
                    _beside(target, suffix).unlink(missing_ok=True)


def _beside(target: Path, suffix: str) -> Path:
    return target.with_name(f".{target.name}.{os.getpid()}.{suffix}")


def _keep(target: Path) -> Callable[[], object]:
    """Keep what stands at a place, if anything does, and return what puts it back."""
    if not target.exists():
        return partial(target.unlink, missing_ok=True)
    old = _beside(target, "old")
    try:
        os.link(target, old)
    except OSError:  # not every disk knows hard links
        shutil.copy2(target, old)
    return partial(old.replace, target)


def _write_through(path: Path, data: bytes) -> None:
    """Write and wait for the disk, so that a power cut after the rename leaves a whole file.

    It is a file of our own, never one that a link with its name leads to.
    """
    path.unlink(missing_ok=True)
    with path.open("xb") as stream:
        stream.write(data)
        stream.flush()
        os.fsync(stream.fileno())


def _problem(target: Path, error: OSError) -> Problem:
    if isinstance(error, PermissionError):
        hint = "If the file is open in another program, close it there; or write elsewhere with --output."
    elif isinstance(error, IsADirectoryError):
        hint = "A folder has the file's name. Move it away, or write elsewhere with --output."
    elif isinstance(error, FileExistsError | NotADirectoryError):
        hint = "The output folder's name, or a part of it, is a file. Choose another folder with --output."
    else:
        hint = "Choose another folder with --output."
    return Problem(Place(target), f"the file cannot be written: {error.strerror}", hint)
