"""Files are written beside their place and renamed into it: nobody meets half a file, an old one is never lost."""

from __future__ import annotations

import os
from collections.abc import Mapping
from contextlib import suppress
from pathlib import Path

from leafdeck.errors import OutputError, Problem
from leafdeck.notice import Place


def write(files: Mapping[Path, bytes]) -> None:
    """Write all files, or none: every one lies complete beside its place before the first is renamed.

    Raises:
        OutputError: a folder cannot be made or a file not written. What stood there before is untouched.
    """
    waiting: dict[Path, Path] = {}
    target = Path()
    try:
        for target, data in files.items():
            if target.is_dir():
                raise IsADirectoryError(None, "Is a directory")
            target.parent.mkdir(parents=True, exist_ok=True)
            beside = target.with_name(f".{target.name}.{os.getpid()}.part")
            waiting[target] = beside
            _write_through(beside, data)
        for target, beside in waiting.items():
            beside.replace(target)
    except OSError as error:
        raise OutputError(_problem(target, error)) from error
    finally:
        for beside in waiting.values():
            with suppress(OSError):
                beside.unlink(missing_ok=True)


def _write_through(path: Path, data: bytes) -> None:
    """Write and wait for the disk, so that a power cut after the rename leaves a whole file."""
    with path.open("wb") as stream:
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
