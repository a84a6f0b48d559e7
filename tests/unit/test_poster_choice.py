"""A poster's choices: the richest first, never a sign left out of a box, and what was left out is told."""

from __future__ import annotations

from itertools import pairwise
from pathlib import Path

import pytest

from leafdeck.guide.model import Guide
from leafdeck.guide.source import load
from leafdeck.leaflet import poster
from leafdeck.resources import Resources

REAL = Path(__file__).resolve().parents[2] / "content.yaml"


@pytest.fixture(scope="module")
def guide() -> Guide:
    return load(REAL, Resources.beside(REAL).icons()).guide


def test_the_first_choice_is_all_and_the_last_the_signs_of_an_emergency(guide: Guide) -> None:
    choices = list(poster.choices(guide))
    assert choices[0] == poster.everything(guide)
    assert [item.id for item in choices[0].mechanisms] == ["vitamin-d", "magnesium", "vitamin-b12", "iron"]
    assert (choices[-1].points, choices[-1].mechanisms) == ((), ())
    assert [box.level for box in choices[-1].urgent] == ["emergency"]


def test_a_guide_without_key_points_shows_its_summary(guide: Guide) -> None:
    assert poster.everything(guide).summary == ""
    without = guide.model_copy(update={"sections": tuple(one for one in guide.sections if one.kind != "key_points")})
    choices = list(poster.choices(without))
    assert {choice.summary for choice in choices[:-1]} == {guide.summary}
    assert choices[-1].summary == ""


def test_every_choice_holds_the_emergency_with_all_its_signs(guide: Guide) -> None:
    whole = next(section for section in guide.sections if section.id == "emergency")
    assert all(whole in choice.urgent for choice in poster.choices(guide))


def test_no_choice_comes_twice_and_none_has_more_pathways_than_the_one_before(guide: Guide) -> None:
    choices = list(poster.choices(guide))
    assert len(choices) == len(set(choices))
    assert all(len(one.mechanisms) >= len(two.mechanisms) for one, two in pairwise(choices))


def test_what_was_left_out_is_told_by_name(guide: Guide) -> None:
    choices = list(poster.choices(guide))
    assert list(poster.left_out(guide, choices[0])) == []
    (told,) = poster.left_out(guide, choices[-1])
    for name in ("the key points", "Vitamin D, Magnesium, Vitamin B12 and Iron", "Call 111"):
        assert name in told.message
