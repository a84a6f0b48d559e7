"""False alarms are defects: rules that read words or numbers are measured on labelled snippets."""

from __future__ import annotations

import pytest
from labelled import HELD_OUT, Score, families, hard, manuscript_of, ordinary, score

from leafdeck.check.rules import WORDS

PRECISION, RECALL = 0.95, 0.85
HARD_RECALL = 0.93
"""Of texts that were written to be missed."""


@pytest.mark.parametrize("family", families())
def test_rules_find_what_an_editor_finds(family: str) -> None:
    _enough(score(family))


@pytest.mark.parametrize("family", families())
def test_rules_find_what_an_editor_finds_in_texts_they_were_not_made_with(family: str) -> None:
    _enough(score(family, HELD_OUT))


@pytest.mark.parametrize("text", ordinary())
def test_no_rule_finds_fault_with_ordinary_sentences(text: str) -> None:
    manuscript, _ = manuscript_of({"text": text})
    assert [str(finding) for judge in WORDS.values() for finding in judge(manuscript)] == []


def test_rules_find_what_is_hard_to_find() -> None:
    found, missed = hard()
    assert len(found) / len([*found, *missed]) >= HARD_RECALL, "\n".join(["missed:", *missed])


def _enough(result: Score) -> None:
    told = "\n".join(["missed:", *result.missed, "false alarms:", *result.false])
    assert result.precision >= PRECISION, f"precision {result.precision:.3f}\n{told}"
    assert result.recall >= RECALL, f"recall {result.recall:.3f}\n{told}"
