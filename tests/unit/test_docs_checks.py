"""docs/checks.md lists every rule as it is, and what it says of rules elsewhere is true."""

from __future__ import annotations

import re
from pathlib import Path

import checks
import yaml

from leafdeck.check import rules

DOCS = Path(__file__).resolve().parents[2] / "docs"
PAGE = (DOCS / "checks.md").read_text(encoding="utf-8")


def test_the_page_is_as_the_rules_are() -> None:
    assert checks.page() == PAGE, "run scripts/checks.py"


def test_the_page_lists_every_rule_once() -> None:
    listed = re.findall(r"(?m)^\| `([a-z0-9-]+)` \| (?:error|warning|note) \|", PAGE)
    assert sorted(listed) == sorted(rules.known())


def test_what_is_not_checked_names_rules_that_exist() -> None:
    told = yaml.safe_load((DOCS / "unchecked.yaml").read_text(encoding="utf-8"))
    why = [one["why"] for part in told.values() for standard in part for one in standard["criteria"]]
    named = {name for text in why for name in re.findall(r"`([a-z]+(?:-[a-z0-9]+)*)`", text)}
    assert named - {"risk"} <= set(rules.known())
    assert len(named) > 10
    assert len(why) > 40
