"""The small guide changed, and what is said of it: for the tests of what reads content files."""

from __future__ import annotations

from pathlib import Path

import pytest

from leafdeck.errors import Problem, SourceError
from leafdeck.guide.source import load

ICONS = ("spine", "nerve", "leg")


def text_of(project: Path) -> str:
    return (project / "content.yaml").read_text(encoding="utf-8")


def write(project: Path, text: str) -> Path:
    path = project / "content.yaml"
    path.write_text(text, encoding="utf-8")
    return path


def change(project: Path, old: str, new: str) -> Path:
    """Change the sound guide; the change must hit."""
    text = text_of(project)
    assert text.count(old) == 1
    return write(project, text.replace(old, new))


def problems(path: Path) -> tuple[Problem, ...]:
    with pytest.raises(SourceError) as caught:
        load(path, ICONS)
    return caught.value.problems


def only(path: Path) -> Problem:
    (problem,) = problems(path)
    return problem


def spot(problem: Problem) -> str:
    """The path, and the words that the caret stands under, as "guide.titel @ titel: x"."""
    where = problem.where
    assert where.file is not None
    line = where.file.read_text(encoding="utf-8").splitlines()[where.line - 1]
    return f"{where.path} @ {line[where.column - 1 :]}"
