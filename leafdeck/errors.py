"""The error tree. Every error a user can cause or mend is one of these; anything else is a bug.

    LeafdeckError
    ├─ SourceError    3  the content: YAML syntax or the outline's rules, every problem at once
    ├─ TemplateError  4  a template: an undefined name, a missing partial
    ├─ LayoutError    5  a missing font or image, a style that cannot be laid out
    ├─ DeckError      6  strict mode: something PowerPoint has no counterpart for
    └─ OutputError    7  a file that cannot be written

Only the command line catches ``LeafdeckError``; the number is the exit code of the command.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import ClassVar

from leafdeck.notice import Place


@dataclass(frozen=True, slots=True)
class Problem:
    """One mistake in a file: where it is, what was expected, the lines around it, what to do."""

    where: Place
    message: str
    hint: str = ""
    excerpt: str = ""


class LeafdeckError(Exception):
    """The root of all errors that are not bugs; carries one or more problems."""

    exit_code: ClassVar[int] = 1

    def __init__(self, problems: Sequence[Problem] | Problem | str) -> None:
        if isinstance(problems, str):
            problems = Problem(Place(), problems)
        self.problems: tuple[Problem, ...] = (problems,) if isinstance(problems, Problem) else tuple(problems)
        super().__init__("\n".join(f"{p.where}: {p.message}" if str(p.where) else p.message for p in self.problems))


class SourceError(LeafdeckError):
    """The content could not be read: YAML syntax, an unknown field, a missing part."""

    exit_code = 3


class TemplateError(LeafdeckError):
    """A template named something that does not exist."""

    exit_code = 4


class LayoutError(LeafdeckError):
    """A font, an image or a style that the layout engine could not use."""

    exit_code = 5


class DeckError(LeafdeckError):
    """Strict mode: something on a slide has no native counterpart in PowerPoint."""

    exit_code = 6


class OutputError(LeafdeckError):
    """A file could not be written; what stood there before is untouched."""

    exit_code = 7
