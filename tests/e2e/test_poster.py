"""The poster of the real guide: every sign of both boxes, every pathway, nothing over the foot or the edge."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from forms import MM, Form, escaping, form, inside, overlapping
from printedwords import words

from leafdeck.guide.clinical import Mechanisms
from leafdeck.guide.sections import UrgencyLevel, Urgent
from leafdeck.guide.source import load
from leafdeck.resources import Resources

pytestmark = pytest.mark.slow

REAL = Path(__file__).resolve().parents[2] / "content.yaml"


@pytest.fixture(params=["default", "other"])
def poster(request: pytest.FixtureRequest) -> Form:
    return form("poster", request.param)


def letters(text: str) -> str:
    return "".join(text.replace("\N{RIGHT SINGLE QUOTATION MARK}", "'").split())


def boxes(page: Any, name: str) -> list[Any]:
    """The boxes of a class, without those of their words."""
    found = [getattr(box, "_box", box) for box in page.descendants(placeholders=True)]
    return [
        box
        for box in found
        if box.element is not None
        and box.element_tag in {"section", "div"}
        and name in box.element.get("class", "").split()
    ]


def test_it_shows_both_boxes_whole_and_every_pathway(poster: Form) -> None:
    (page,) = poster.pages
    printed = letters(" ".join(word.text for word in words(page)))
    wanted: list[str] = []
    for section in load(REAL, Resources.beside(REAL).icons()).guide.sections:
        if isinstance(section, Urgent) and section.level is not UrgencyLevel.ROUTINE:
            wanted += [section.title, section.lead or "", *(sign.text for sign in section.signs)]
        elif isinstance(section, Mechanisms):
            wanted += [item.message for item in section.items]
            wanted += [step.step for item in section.items for step in item.pathway]
    assert len(wanted) > 30
    assert [text for text in wanted if letters(text) not in printed] == []


def test_what_has_no_room_is_told(poster: Form) -> None:
    (told,) = poster.notices
    assert "no room for “The whole picture” and the text of the key points" in told.message


def test_nothing_reaches_into_the_foot_or_across_an_edge(poster: Form) -> None:
    (page,) = poster.pages
    _, _, right, bottom = inside(page)
    cards = [*boxes(page, "urgent"), *boxes(page, "mechanism")]
    assert len(cards) == 6
    assert [box.element.get("class") for box in cards if box.border_box_y() + box.border_height() > bottom] == []
    assert [word.text for word in words(page) if word.x + word.width > right + 1] == []
    foot = [word for word in words(page) if "foot" in word.around]
    assert min(word.y for word in foot) > bottom
    assert max(word.y + word.height for word in foot) < page.margin_height() - 3 * MM
    assert list(overlapping(page)) == []
    assert list(escaping(page)) == []


def test_both_boxes_end_at_about_the_same_height(poster: Form) -> None:
    ends = [box.border_box_y() + box.border_height() for box in boxes(poster.pages[0], "urgent")]
    assert max(ends) - min(ends) < 12 * MM
