"""Every rule says what it asks for, what to do, and who asks; its id is its own."""

from __future__ import annotations

import re

import pytest

from leafdeck.check import rules
from leafdeck.check.finding import Rule

TABLES = (rules.WORDS, rules.CONTENT, rules.PROOFS, rules.DECK, (rules.TOLD, *rules.WAIVERS))
ALL = tuple(rule for table in TABLES for rule in table)


def test_no_two_rules_have_the_same_id() -> None:
    names = [rule.id for rule in ALL]
    assert len(names) == len(set(names))
    assert set(rules.known()) == set(names)
    assert len(names) > 60


@pytest.mark.parametrize("rule", ALL, ids=lambda rule: rule.id)
def test_a_rule_says_what_it_asks_for_and_who_asks(rule: Rule) -> None:
    assert re.fullmatch(r"[a-z]+(-[a-z0-9]+)*", rule.id)
    for sentence in (rule.asks, rule.hint):
        assert sentence.strip('`"()')[0].isupper()
        assert sentence.rstrip('")').endswith(".")
    assert rule.standards
    assert all(name == name.strip() and name for name in rule.standards)


def test_rules_call_a_standard_by_one_name() -> None:
    names = {name for rule in ALL for name in rule.standards}
    plain = [re.sub(r"[^a-z0-9]", "", name.lower()) for name in names]
    assert len(plain) == len(set(plain))
