"""A folded leaflet shows the most that fits, with every sign and limit, and what it leaves out is told."""

from __future__ import annotations

from itertools import pairwise
from pathlib import Path

import pytest

from leafdeck.guide.clinical import Management
from leafdeck.guide.model import Guide
from leafdeck.guide.sections import Urgent
from leafdeck.guide.source import load
from leafdeck.leaflet import trifold
from leafdeck.leaflet.trifold import SETTINGS, Choice, Folded
from leafdeck.resources import Resources

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


def test_what_is_marked_optional_goes_before_anything_else(guide: Guide) -> None:
    sections = tuple(
        part if part.kind == "urgent" else part.model_copy(update={"optional": False}) for part in guide.sections
    )
    marked = sections[-1].model_copy(update={"optional": True})
    every = trifold.choices(guide.model_copy(update={"sections": (*sections[:-1], marked)}))
    gone = next(choice for choice in every if marked not in choice.parts)
    assert len(gone.parts) == len(sections) - 1
    assert len(gone.whole) == len(gone.parts)


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
