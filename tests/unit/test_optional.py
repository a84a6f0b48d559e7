"""What may be marked `optional`, and what never: signs, limits, the disclaimer, the last thing of a list."""

from __future__ import annotations

from pathlib import Path

import pytest

from leafdeck.errors import SourceError
from leafdeck.guide.source import load

PARTS = """\
  - kind: urgent
    level: emergency
    title: Call 999 if
    signs:
      - {id: one, text: a first sign}
      - {id: two, text: a second sign}
  - kind: management
    title: What can help
    options:
      - title: Food
        text: Eat well.
      - title: Walking
        text: Walk often.
    limits:
      - nutrient: Iron
        most_per_day: 17 milligrams
        check_first: Ask a doctor.
        harm: It hurts.
  - kind: faq
    title: Questions
    items:
      - question: Why?
        answer: Because.
      - question: When?
        answer: Now.
"""
REFUSED = {
    "a sign": ("text: a first sign}", "text: a first sign, optional: true}", "this is never left out"),
    "a box of signs": ("level: emergency\n", "level: emergency\n    optional: true\n", "should be `false`"),
    "a limit": ("nutrient: Iron\n", "nutrient: Iron\n        optional: true\n", "this is never left out"),
    "what holds limits": (
        "title: What can help\n",
        "title: What can help\n    optional: true\n",
        "with `limits` is never",
    ),
    "the disclaimer": ("disclaimer: It does", "optional: true\ndisclaimer: It does", "this is never left out"),
    "all of a list": (
        "        answer: Because.\n      - question: When?\n",
        "        answer: Because.\n        optional: true\n      - question: When?\n        optional: true\n",
        "at least one of it must stay",
    ),
}


@pytest.fixture
def content(project: Path) -> Path:
    file = project / "content.yaml"
    file.write_text(file.read_text(encoding="utf-8").replace("more_information:", f"{PARTS}more_information:"), "utf-8")
    return file


@pytest.mark.parametrize("what", REFUSED)
def test_what_must_stay_cannot_be_optional(content: Path, what: str) -> None:
    load(content)
    old, new, message = REFUSED[what]
    text = content.read_text(encoding="utf-8")
    assert text.count(old) == 1
    content.write_text(text.replace(old, new), encoding="utf-8")
    with pytest.raises(SourceError) as caught:
        load(content)
    (problem,) = caught.value.problems
    assert message in problem.message
    assert problem.hint
    found = content.read_text(encoding="utf-8").splitlines()[problem.where.line - 1]
    assert "optional" in found


def test_a_condition_keeps_the_sections_that_it_needs(content: Path) -> None:
    more = """\
  - kind: mechanisms
    title: How
    items: [{id: a, title: A, message: B, text: C}]
  - kind: diagnosis
    title: Finding out
    optional: true
    steps: [{title: Ask, text: Ask.}]
"""
    text = content.read_text(encoding="utf-8").replace("more_information:", f"{more}more_information:")
    content.write_text(text, encoding="utf-8")
    load(content)
    content.write_text(text.replace("type: general", "type: condition"), encoding="utf-8")
    with pytest.raises(SourceError) as caught:
        load(content)
    (problem,) = caught.value.problems
    assert "needs its section of kind `diagnosis`: it cannot be `optional`" in problem.message
    assert problem.where.path == "sections[5].optional"


def test_sections_and_items_may_be_optional(content: Path) -> None:
    text = content.read_text(encoding="utf-8")
    for old in ("title: Walking\n", "question: Why?\n"):
        text = text.replace(old, f"{old}        optional: true\n")
    text = text.replace("title: Questions\n", "title: Questions\n    optional: true\n")
    content.write_text(text, encoding="utf-8")
    assert "optional=True" in repr(load(content).guide)
