"""A folded leaflet shows the most that fits, with every sign and limit, and what it leaves out is told."""

from __future__ import annotations

from itertools import pairwise
from pathlib import Path

import pytest

from leafdeck.guide.clinical import Management
from leafdeck.guide.model import Guide
from leafdeck.guide.sections import KeyPoints, Urgent
from leafdeck.guide.source import load
from leafdeck.leaflet import trifold
from leafdeck.leaflet.spare import spares, without
from leafdeck.leaflet.trifold import SETTINGS, Choice, Folded
from leafdeck.resources import Resources

MARKED = {"title": "An extra point", "optional": True}
REAL = Path(__file__).resolve().parents[2] / "content.yaml"


@pytest.fixture(scope="module")
def guide() -> Guide:
    return load(REAL, Resources.beside(REAL).icons()).guide


def told(guide: Guide, choice: Choice) -> str:
    return " ".join(notice.message for notice in trifold.left_out(guide, choice))


def test_no_choice_is_without_a_sign_or_a_daily_limit(guide: Guide) -> None:
    kept = [one for one in guide.sections if isinstance(one, Urgent) or (isinstance(one, Management) and one.limits)]
    assert len(kept) == 4
    every = trifold.choices(guide)
    assert len(every) > 10
    assert all(part in choice.parts for choice in every for part in kept)
    assert set(every[-1].parts) == set(kept)


def test_each_choice_shows_less_than_the_one_before(guide: Guide) -> None:
    def much(choice: Choice) -> tuple[int, int, int]:
        flags = choice.explained, choice.usual, choice.advice, choice.glossary
        return len(choice.parts), len(choice.whole), sum(flags)

    every = trifold.choices(guide)
    assert len(set(every)) == len(every)
    for richer, poorer in pairwise(every):
        assert all(more >= less for more, less in zip(much(richer), much(poorer), strict=True))
        assert much(richer) != much(poorer)


def test_what_is_marked_optional_goes_before_anything_else_and_is_told(guide: Guide) -> None:
    bare = without(guide, [one.path for one in spares(guide)])
    *others, last = bare.sections
    (points,) = (part for part in others if isinstance(part, KeyPoints))
    fewer = points.model_copy(update={"points": (*points.points, points.points[0].model_copy(update=MARKED))})
    marked = (*(fewer if part is points else part for part in others), last.model_copy(update={"optional": True}))
    guide = guide.model_copy(update={"sections": marked})
    _, _, without_last, without_both, *_ = trifold.choices(guide)
    assert len(without_last.parts) == len(marked) - 1
    assert fewer in without_last.parts
    assert len(without_both.parts) == len(marked) - 1
    assert points in without_both.parts
    assert without_both.whole == without_both.parts
    assert f"“{last.title}”" in told(guide, without_last)
    assert "“An extra point”" not in told(guide, without_last)
    assert "“An extra point”" in told(guide, without_both)
    assert "in short" not in told(guide, without_both)


def test_a_section_with_daily_limits_stays_though_it_is_marked_optional(guide: Guide) -> None:
    marked = tuple(
        part.model_copy(update={"optional": True}) if isinstance(part, Management) else part for part in guide.sections
    )
    last = trifold.choices(guide.model_copy(update={"sections": marked}))[-1]
    assert any(isinstance(part, Management) for part in last.parts)


def test_signs_come_first_and_the_most_urgent_before_the_others(guide: Guide) -> None:
    parts = [part.id for part in trifold.everything(guide).parts]
    assert parts[:4] == ["emergency", "urgent", "short-version", "routine"]


@pytest.mark.parametrize("room", [0, 1, 7, 15])
@pytest.mark.parametrize("larger", range(len(SETTINGS)))
def test_the_most_that_fits_is_set_as_large_as_it_fits(guide: Guide, room: int, larger: int) -> None:
    every = trifold.choices(guide)
    asked: list[Folded] = []

    def fits(folded: Folded) -> bool:
        asked.append(folded)
        return every.index(folded.choice) >= room and SETTINGS.index(folded.setting) <= larger

    assert trifold.chosen(guide, fits) == Folded(every[room], SETTINGS[larger])
    assert len(asked) <= 9, "each question is a layout"


def test_no_type_is_smaller_than_clear_print_allows() -> None:
    assert min(setting.size for setting in SETTINGS) == 12
    assert [setting.size for setting in SETTINGS] == sorted(setting.size for setting in SETTINGS)


def test_when_not_even_the_signs_fit_nothing_is_chosen(guide: Guide) -> None:
    asked: list[Folded] = []

    def never(folded: Folded) -> bool:
        asked.append(folded)
        return False

    assert trifold.chosen(guide, never) is None
    assert asked[-1].choice == trifold.choices(guide)[-1]


def test_what_was_left_out_and_what_is_there_in_short_is_told(guide: Guide) -> None:
    every = trifold.choices(guide)
    assert told(guide, every[0]) == "six panels have no room for the sources"
    short = next(choice for choice in every if not choice.usual and choice.advice)
    message = told(guide, short)
    for name in ("“Your spine”", "the words explained", "what most people need of each supplement", "the sources"):
        assert name in message.partition(";")[0]
    for name in ("“The short version”", "“Call 999 or go to A&E now if:”", "“What can help”"):
        assert name in message.partition(";")[2]
    for name in ("Call 111", "See a GP"):
        assert name not in message, "a box that is whole"
