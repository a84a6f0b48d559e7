"""The cache of a batch: finished files by the hash of what they hold, and what each key has led to.

    objects/ab/abcd…   a finished file, by its own SHA-256
    seen/ADDRESS.json  which files were read the last time for a job of that address
    made/KEY.json      what came of a job of that key

Whatever is missing, torn or not what its name says counts as not there, so nothing needs to wait for the disk, and any
of it may be deleted at any time.
"""

from __future__ import annotations

import json
import os
import platform
import sys
from collections.abc import Mapping
from contextlib import suppress
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path
from typing import Any

from leafdeck.errors import OutputError, Problem
from leafdeck.notice import Place

_TAG = "Signature: 8a477f597d28d172789f06886806bc55\n# Made by leafdeck batch; it may be deleted.\n"
"""What tells programs that back up to leave a folder out (https://bford.info/cachedir/)."""


@dataclass(frozen=True, slots=True)
class Store:
    """A cache folder."""

    folder: Path

    def prepare(self) -> None:
        """Make the folder, and clear what a process that was killed has left. Raises OutputError."""
        try:
            self._passing.mkdir(parents=True, exist_ok=True)
            (self.folder / "CACHEDIR.TAG").write_text(_TAG, encoding="utf-8")
            (self.folder / ".gitignore").write_text("*\n", encoding="utf-8")
            for file in self._passing.iterdir():
                if _left(file.name):
                    file.unlink(missing_ok=True)
        except OSError as error:
            hint = "Choose another folder with --cache."
            raise OutputError(
                Problem(Place(self.folder), f"the cache cannot be used: {error.strerror}", hint)
            ) from error

    def put(self, data: bytes) -> str:
        """Keep a file and return its SHA-256. Raises OutputError."""
        name = sha256(data).hexdigest()
        if self.get(name) is None:
            self._write(self._object(name), data)
        return name

    def get(self, name: str) -> bytes | None:
        """Return the file of that SHA-256, or None where it is not there, or not whole."""
        try:
            data = self._object(name).read_bytes()
        except OSError:
            return None
        return data if sha256(data).hexdigest() == name else None

    def seen(self, address: str) -> Mapping[str, Any]:
        """Return what was noted of an address, or nothing."""
        return self._read("seen", address)

    def made(self, key: str) -> Mapping[str, Any]:
        """Return what was noted of a key, or nothing."""
        return self._read("made", key)

    def note(self, address: str, seen: Mapping[str, Any], key: str, made: Mapping[str, Any]) -> None:
        """Note what came of a job. Raises OutputError."""
        self._write(self.folder / "made" / key[:2] / f"{key}.json", json.dumps(made).encode())
        self._write(self.folder / "seen" / address[:2] / f"{address}.json", json.dumps(seen).encode())

    @property
    def _passing(self) -> Path:
        return self.folder / "passing"

    def _object(self, name: str) -> Path:
        return self.folder / "objects" / name[:2] / name

    def _read(self, kind: str, name: str) -> Mapping[str, Any]:
        try:
            found = json.loads((self.folder / kind / name[:2] / f"{name}.json").read_bytes())
        except (OSError, ValueError):
            return {}
        return found if isinstance(found, dict) else {}

    def _write(self, target: Path, data: bytes) -> None:
        """Write a file beside its place and rename it there."""
        passing = self._passing / f"{os.getpid()}@{platform.node()}@{target.name}"
        try:
            target.parent.mkdir(parents=True, exist_ok=True)
            passing.write_bytes(data)
            passing.replace(target)
        except OSError as error:
            with suppress(OSError):
                passing.unlink(missing_ok=True)
            hint = "Make room there, or choose another folder with --cache."
            raise OutputError(Problem(Place(target), f"the cache cannot be written: {error.strerror}", hint)) from error


def _left(name: str) -> bool:
    """Return whether a file that was being written is one of a process of this machine that has ended.

    Windows has no way to ask for a process by its number that does not touch it.
    """
    process, machine, *_ = (*name.split("@"), "")
    if machine != platform.node() or sys.platform == "win32":
        return False
    try:
        os.kill(int(process), 0)
    except (ValueError, ProcessLookupError):
        return True
    except OSError:  # somebody else's
        return False
    return False
