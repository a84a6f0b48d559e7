"""False alarms are defects: rules that read words or numbers are measured on labelled snippets."""

from __future__ import annotations

import pytest
from labelled import score

PRECISION, RECALL = 0.95, 0.85
READY = ("claims", "dates", "headings", "length", "numbers", "passive", "reader", "safety", "style", "terms", "units", "words")


@pytest.mark.parametrize("family", READY)
def test_rules_find_what_an_editor_finds(family: str) -> None:
    result = score(family)
    told = "\n".join(["missed:", *result.missed, "false alarms:", *result.false])
    assert result.precision >= PRECISION, f"precision {result.precision:.3f}\n{told}"
    assert result.recall >= RECALL, f"recall {result.recall:.3f}\n{told}"
