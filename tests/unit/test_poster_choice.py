"""A poster shows the most that fits, never a sign left out of a box, and what was left out is told."""

from __future__ import annotations

from pathlib import Path

import pytest

from leafdeck.guide.model import Guide
from leafdeck.guide.sections import KeyPoints
from leafdeck.guide.source import load
from leafdeck.leaflet import poster
from leafdeck.resources import Resources

REAL = Path(__file__).resolve().parents[2] / "content.yaml"


@pytest.fixture(scope="module")
def guide() -> Guide:
    return load(REAL, Resources.beside(REAL).icons()).guide


def size(choice: poster.Choice) -> int:
    """A stand-in for how much room a choice takes."""
    points = sum(60 if choice.texts else 10 for _ in choice.points)
    return points + len(choice.summary) + 50 * len(choice.mechanisms) + sum(100 for _ in choice.urgent)


@pytest.mark.parametrize(
    ("room", "points", "texts", "pathways", "boxes"),
    [
        (10_000, 5, True, 4, 2),
        (549, 5, False, 4, 2),
        (440, 4, False, 4, 2),
        (439, 5, False, 3, 2),
        (250, 5, False, 0, 2),
        (249, 5, False, 1, 1),
        (199, 5, False, 0, 1),
        (149, 0, False, 0, 1),
    ],
)
def test_the_most_that_fits_is_chosen(  # noqa: PLR0913, PLR0917
    guide: Guide, room: int, points: int, texts: bool, pathways: int, boxes: int
) -> None:
    choice = poster.chosen(guide, lambda choice: size(choice) <= room)
    assert choice is not None
    found = (len(choice.points), choice.texts, len(choice.mechanisms), len(choice.urgent))
    assert found == (points, texts, pathways, boxes)
    assert size(choice) <= room


def test_the_emergency_is_never_left_out_and_keeps_all_its_signs(guide: Guide) -> None:
    whole = next(section for section in guide.sections if section.id == "emergency")
    asked: list[poster.Choice] = []

    def ask(*, answer: bool) -> poster.Choice | None:
        def fits(choice: poster.Choice) -> bool:
            asked.append(choice)
            return answer

        return poster.chosen(guide, fits)

    assert ask(answer=False) is None
    assert ask(answer=True) == poster.everything(guide)
    assert all(whole in choice.urgent for choice in asked)
    assert len(asked) < 10


def test_key_points_that_no_pathway_says_are_not_given_up_for_pathways(guide: Guide) -> None:
    others = tuple(
        section.model_copy(
            update={"points": tuple(point.model_copy(update={"title": f"A {point.title}"}) for point in section.points)}
        )
        if isinstance(section, KeyPoints)
        else section
        for section in guide.sections
    )
    choice = poster.chosen(guide.model_copy(update={"sections": others}), lambda choice: size(choice) <= 440)
    assert choice is not None
    assert (len(choice.points), len(choice.mechanisms)) == (5, 3)


def test_a_guide_without_key_points_shows_its_summary(guide: Guide) -> None:
    assert poster.everything(guide).summary == ""
    without = guide.model_copy(update={"sections": tuple(one for one in guide.sections if one.kind != "key_points")})
    choice = poster.chosen(without, lambda _: True)
    assert choice is not None
    assert choice.summary == guide.summary


def test_what_was_left_out_is_told_by_name(guide: Guide) -> None:
    every = poster.everything(guide)
    assert list(poster.left_out(guide, every)) == []
    least = poster.chosen(guide, lambda choice: not choice.points)
    assert least is not None
    (told,) = poster.left_out(guide, least)
    for name in ("the key points", "Vitamin D, Magnesium, Vitamin B12 and Iron", "Call 111"):
        assert name in told.message


def test_a_key_point_that_gave_way_to_pathways_is_told(guide: Guide) -> None:
    choice = poster.chosen(guide, lambda choice: size(choice) <= 440)
    assert choice is not None
    (told,) = poster.left_out(guide, choice)
    assert "no room for “The whole picture” and the text of the key points" in told.message
