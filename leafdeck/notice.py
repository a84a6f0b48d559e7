"""Notices: what could not be carried over, or should be better, as values.

A notice is returned to the caller. It is never printed where it arises, and never swallowed.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path


class Severity(StrEnum):
    """How much a notice matters to the person who runs the command."""

    INFO = "info"
    WARNING = "warning"
    ERROR = "error"


@dataclass(frozen=True, slots=True)
class Place:
    """Where something stands in a source file; ``line`` and ``column`` count from 1, 0 means unknown.

    ``path`` is the place in the outline, as in ``sections[2].items[0].text``.
    """

    file: Path | None = None
    line: int = 0
    column: int = 0
    path: str = ""

    def __str__(self) -> str:
        spot = str(self.file) if self.file else ""
        if self.line:
            spot += f":{self.line}" + (f":{self.column}" if self.column else "")
        return f"{spot} ({self.path})" if spot and self.path else spot or self.path


@dataclass(frozen=True, slots=True)
class Notice:
    """One thing a person should know: how bad, where, what, and what to do about it."""

    severity: Severity
    where: Place
    message: str
    hint: str = ""
