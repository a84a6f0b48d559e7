"""The levels of the spine as authors name them, and what is said to one who names none."""

from __future__ import annotations

from pathlib import Path

import pytest

from leafdeck.errors import SourceError
from leafdeck.guide import source
from leafdeck.guide.anatomy import LEVELS, Levels, levels

SAMPLE = Path(__file__).with_name("test_slides_guide.yaml")


@pytest.mark.parametrize(
    ("at", "first", "last", "disc"),
    [
        ("L4", "L4", "L4", False),
        ("l4", "L4", "L4", False),
        ("C1-C7", "C1", "C7", False),
        ("T12-L1", "T12", "L1", False),
        ("L4/L5", "L4", "L5", True),
        ("L5/S1", "L5", "S1", True),
        ("sacrum", "S1", "S5", False),
        ("Sacrum", "S1", "S5", False),
        ("L5-sacrum", "L5", "S5", False),
        ("sacrum-coccyx", "S1", "coccyx", False),
        ("coccyx", "coccyx", "coccyx", False),
    ],
)
def test_levels_are_named_as_clinicians_do(at: str, first: str, last: str, disc: bool) -> None:
    found = levels(at)
    assert found == Levels(LEVELS.index(first), LEVELS.index(last), disc)
    assert found.names == (first, last)


@pytest.mark.parametrize(
    ("at", "told"),
    [
        ("L6", "no level `L6`"),
        ("C8", "no level `C8`"),
        ("tail", "no level `tail`"),
        ("L5-L1", "does not go from the top down"),
        ("L4-L4", "does not go from the top down"),
        ("L1/L3", "no disc `L1/L3`"),
        ("C1/C2", "no disc `C1/C2`"),
        ("S1/S2", "no disc `S1/S2`"),
    ],
)
def test_others_are_refused(at: str, told: str) -> None:
    with pytest.raises(ValueError, match=told):
        levels(at)


@pytest.mark.parametrize(
    ("wrong", "told"),
    [
        ("{at: L6, label: Lower back}", "no level `L6`"),
        ("{at: L4/L5, label: A nerve, nerve: true}", "no nerves of its own"),
        ("{at: 'L1 to L5', label: Lower back}", "a level of the spine (L4), a range (L1-L5) or a disc (L4/L5)"),
    ],
)
def test_an_author_is_told_the_line_and_what_to_write(wrong: str, told: str, tmp_path: Path) -> None:
    text = SAMPLE.read_text(encoding="utf-8").replace("{at: coccyx, label: Tailbone}", wrong)
    line = next(number for number, row in enumerate(text.splitlines(), 1) if wrong in row)
    file = tmp_path / "content.yaml"
    file.write_text(text, encoding="utf-8")
    with pytest.raises(SourceError) as caught:
        source.load(file)
    problem = next(found for found in caught.value.problems if ".at" in found.where.path)
    assert problem.where.line == line
    assert problem.where.path.endswith("marks[5].at")
    assert told in problem.message
    assert "L4" in problem.hint or "L1-L5" in problem.hint
