"""Whatever a content file holds, reading it gives a Guide or problems with places: never a traceback."""

from __future__ import annotations

import random
from collections.abc import Callable
from pathlib import Path

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from leafdeck.errors import Problem, SourceError
from leafdeck.guide.source import MOST_SHOWN, load
from leafdeck.guide.texts import rich_texts

ICONS = ("spine", "nerve", "leg")
REAL = Path(__file__).parents[2] / "content.yaml"
SAMPLE = Path(__file__).with_name("test_slides_guide.yaml")


def guide_or_problems(path: Path) -> None:
    """Load a file; whatever is in it, the outcome is a Guide or problems with places."""
    found: tuple[Problem, ...] = ()
    try:
        assert list(rich_texts(load(path, ICONS).guide))
    except SourceError as error:
        found = error.problems
    lines = len(path.read_bytes().splitlines()) + 1
    for problem in found[:MOST_SHOWN]:
        assert problem.where.file == path
        assert 0 <= problem.where.line <= lines
        assert problem.message


WORDS = [
    "kind: ", "title: ", "text", "- ", "  ", "\n", "[", "]", "{", "}", ": ", "true", "1", "null", '"', "'", "#", "@",
    "include: content.yaml", "sections:", "items:", "mechanisms", "urgent", "schema: 1", "guide:", "id: a", "|", ">-",
]  # fmt: skip
quiet = settings(suppress_health_check=[HealthCheck.function_scoped_fixture])


@quiet
@given(text=st.one_of(st.text(), st.lists(st.sampled_from(WORDS), max_size=40).map("".join)))
def test_any_text_gives_a_guide_or_problems(project: Path, text: str) -> None:
    path = project / "content.yaml"
    path.write_bytes(text.encode("utf-8", "surrogatepass"))
    guide_or_problems(path)


@quiet
@given(data=st.binary())
def test_any_bytes_give_a_guide_or_problems(project: Path, data: bytes) -> None:
    path = project / "content.yaml"
    path.write_bytes(data)
    guide_or_problems(path)


def _drop(lines: list[str], rng: random.Random) -> None:
    del lines[rng.randrange(len(lines))]


def _twice(lines: list[str], rng: random.Random) -> None:
    lines.insert(rng.randrange(len(lines)), rng.choice(lines))


def _shift(lines: list[str], rng: random.Random) -> None:
    number = rng.randrange(len(lines))
    lines[number] = rng.choice(["  ", " ", "\t", ""]) + (
        lines[number] if rng.random() < 0.5 else lines[number].lstrip()
    )


def _spoil(lines: list[str], rng: random.Random) -> None:
    number = rng.randrange(len(lines))
    at = rng.randrange(len(lines[number]) + 1)
    lines[number] = lines[number][:at] + rng.choice(WORDS) + lines[number][at + rng.randrange(3) :]


def _value(lines: list[str], rng: random.Random) -> None:
    number = rng.randrange(len(lines))
    name = lines[number].partition(":")[0]
    lines[number] = f"{name}: {rng.choice(['', 'true', '7', '[a, {b: c}]', '{kind: text}', '[[]]', 'x', '2026-01-01'])}"


CHANGES: list[Callable[[list[str], random.Random], None]] = [_drop, _twice, _shift, _spoil, _value]


@quiet
@given(rng=st.randoms(use_true_random=False), times=st.integers(1, 4), long=st.booleans())
def test_a_spoilt_guide_gives_a_guide_or_problems(project: Path, rng: random.Random, times: int, long: bool) -> None:
    lines = (REAL if long else SAMPLE).read_text(encoding="utf-8").splitlines()
    for _ in range(times):
        rng.choice(CHANGES)(lines, rng)
    path = project / "content.yaml"
    path.write_text("\n".join(lines) + "\n", encoding="utf-8")
    guide_or_problems(path)
