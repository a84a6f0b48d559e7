"""Each accessibility rule over a finished deck: a good deck breaks none, and one edit breaks the one that it should."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from accessible import findings
from deckedits import OF_THINGS
from gooddeck import Edit, edited, good
from textedits import OF_TEXT

from leafdeck.check import accessibility
from leafdeck.check.finding import Finding
from leafdeck.deck import inspect

PAGE = Path(__file__).resolve().parents[2] / "docs" / "accessibility.md"


def found(data: bytes) -> list[Finding]:
    return list(accessibility.judge(inspect.read(data)))


BREAKS = (*OF_THINGS, *OF_TEXT)
MAY_FOLLOW = {
    "linked_picture_without_words": {"alt-missing"},
    "covered_title": {"reading-order"},  # what covers the title stands above the table that is read before it
}


def test_a_good_deck_breaks_none() -> None:
    assert findings(good()) == []


@pytest.mark.parametrize(("rule", "slide", "edit"), BREAKS, ids=lambda value: getattr(value, "__name__", str(value)))
def test_one_edit_breaks_its_rule(rule: str, slide: int, edit: Edit) -> None:
    seen = found(edited(edit))
    assert (rule, slide) in {(finding.rule, finding.slide) for finding in seen}
    assert {finding.rule for finding in seen} <= {rule, *MAY_FOLLOW.get(edit.__name__, ())}
    assert all(finding.message and finding.hint for finding in seen)


def test_the_page_lists_the_rules() -> None:
    rows = re.findall(r"(?m)^\| `([a-z-]+)` \| (\w+) \|", PAGE.read_text(encoding="utf-8"))
    assert rows == [(rule.id, rule.severity.value) for rule in accessibility.RULES]


def test_every_rule_is_broken_by_an_edit() -> None:
    assert {rule for rule, _, _ in BREAKS} == {rule.id for rule in accessibility.RULES}
    assert len(accessibility.RULES) == len({rule.id for rule in accessibility.RULES})
