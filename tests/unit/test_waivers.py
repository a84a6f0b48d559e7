"""What an author has given a reason for is no finding, until its day is past."""

from __future__ import annotations

import datetime as dt
from typing import Any

import pytest

from leafdeck.check.finding import Rule
from leafdeck.check.waivers import applied
from leafdeck.guide.model import Guide, Waiver
from leafdeck.notice import Place, Severity

TODAY = dt.date(2026, 11, 25)
RULE = Rule("long-sentence", Severity.WARNING, "Split it.")
FOUND = RULE.found(Place(path="sections[2].items[1].text"), "too long")


class Other:
    id = None


class Section:
    id = "mechanisms"
    items = (type("Item", (), {"id": "vitamin-d"})(), type("Item", (), {"id": "iron"})())


def guide(*waivers: dict[str, Any]) -> Guide:
    given = tuple(Waiver.model_validate({"reason": "r", "by": "b", "until": "2027-01-01"} | one) for one in waivers)
    made: Any = type("Made", (), {"waivers": given, "sections": (Other(), Other(), Section())})()
    checked: Guide = made
    return checked


@pytest.mark.parametrize(
    "where", ["sections[2].items[1].text", "sections[2].items[1]", "sections[2]", "iron", "mechanisms", "all"]
)
def test_a_waiver_covers_a_place_and_all_within(where: str) -> None:
    kept, waived = applied([FOUND], guide({"rule": "long-sentence", "where": where}), {}, TODAY)
    assert kept == ()
    assert [(one.finding, one.waiver.where) for one in waived] == [(FOUND, where)]


@pytest.mark.parametrize(
    ("rule", "where"),
    [
        ("long-sentence", "sections[2].items[10]"),
        ("long-sentence", "vitamin-d"),
        ("plain-word", "all"),
        ("long-sentence", "sections[2].item"),
    ],
)
def test_a_waiver_of_something_else_covers_nothing_and_says_so(rule: str, where: str) -> None:
    kept, waived = applied([FOUND], guide({"rule": rule, "where": where}), {"waivers[0]": Place(line=9)}, TODAY)
    assert [one.rule for one in kept] == ["long-sentence", "waiver-unused"]
    assert kept[1].place.line == 9
    assert waived == ()


def test_a_waiver_ends_with_its_day() -> None:
    one = {"rule": "long-sentence", "where": "all", "until": "2026-11-25"}
    assert applied([FOUND], guide(one), {}, TODAY)[0] == ()
    kept, waived = applied([FOUND], guide(one), {}, TODAY + dt.timedelta(days=1))
    assert [(found.rule, found.severity) for found in kept] == [
        ("long-sentence", Severity.WARNING),
        ("waiver-expired", Severity.ERROR),
    ]
    assert waived == ()
