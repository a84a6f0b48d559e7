"""The rules over what stands on which page, each on pages that break it and on some that nearly do."""

from __future__ import annotations

from typing import Any

import pytest
from proofed import PROSE, dossier, found, on_slide, page, slide, words

from leafdeck.check import pagination
from leafdeck.check.finding import Rule
from leafdeck.check.proofs import Proofs
from leafdeck.guide.passages import Role
from leafdeck.notice import Severity
from leafdeck.units import Pt

SIGNS = [{"id": "legs", "text": "your legs are weak"}]
CALL = {"kind": "urgent", "level": "emergency", "title": "Call 999 if:", "signs": SIGNS}
SEE = {"kind": "urgent", "level": "routine", "title": "See a GP if:", "signs": [{"id": "pain", "text": "it hurts"}]}
OTHER = {"kind": "text", "title": "What it is", "text": "Words."}
POINTS = {"kind": "key_points", "title": "In short", "points": [{"title": "Iron", "text": "Eat well."}] * 3}
ABOUT = dossier((PROSE, Role.PROSE, "summary"), sections=[POINTS, OTHER, CALL, SEE])


@pytest.mark.parametrize(
    ("place", "bad"),
    [
        ({"x": Pt(-0.9)}, False),
        ({"x": Pt(-1.1)}, True),
        ({"y": Pt(-1.1)}, True),
        ({"x": Pt(200), "width": Pt(396)}, False),
        ({"x": Pt(200), "width": Pt(396.1)}, True),
        ({"y": Pt(830), "height": Pt(13)}, False),
        ({"y": Pt(830), "height": Pt(13.1)}, True),
    ],
)
def test_words_stand_on_the_page(place: dict[str, Any], bad: bool) -> None:
    seen = found(pagination.off_page, words(**place))
    assert [(one.rule, one.place.line) for one in seen] == [("off-page", 1)] * bad


def test_a_page_but_the_last_is_not_left_empty() -> None:
    pages = (page(words(), filled=0.25), page(words(), number=2, filled=0.24), page(words(), number=3, filled=0.1))
    (finding,) = pagination.page_empty(Proofs(ABOUT, leaflet=pages))
    assert (finding.page, finding.message, finding.place.line) == (2, "the page is 24% full", 1)
    assert list(pagination.page_empty(Proofs(ABOUT, leaflet=pages[:1]))) == []


def test_an_empty_page_with_nothing_but_its_foot_is_told_of_the_whole() -> None:
    pages = (page(words(margin=True), filled=0), page(words(), number=2))
    (finding,) = pagination.page_empty(Proofs(ABOUT, leaflet=pages))
    assert (finding.page, finding.place.line) == (1, 1)


def leaflet(*titles: str, **more: Any) -> tuple[Any, ...]:
    """Pages with one heading each."""
    return tuple(page(words(title, tag="h2"), number=number, **more) for number, title in enumerate(titles, 1))


def late(pages: tuple[Any, ...], **more: Any) -> list[str]:
    return [f"{one.place.path or one.place.line}: {one.message}" for one in urgent(leaflet=pages, **more)]


def urgent(**more: Any) -> list[Any]:
    return list(pagination.urgent_page(Proofs(ABOUT, **more)))


def test_urgent_boxes_begin_on_the_first_two_pages() -> None:
    assert late(leaflet("In short", "Call 999 if:", "See a GP if:")) == []
    assert late(leaflet("In short", "In short", "Call 999 if:")) == ['102: "Call 999 if:" comes late: on page 3']
    assert urgent(leaflet=leaflet("In short", "", "Call 999 if:"))[0].page == 3
    assert late(leaflet("In short", "", "", "See a GP if:")) == [], "that is not urgent"


@pytest.mark.parametrize("more", [{"width": Pt(420)}, {}])
def test_with_less_on_a_page_nothing_but_key_points_comes_before(more: dict[str, Any]) -> None:
    large = 12.0 if more else 18.0
    assert late(leaflet("A small guide", "In short", "", "Call 999 if:", **more), large=large) == []
    early = leaflet("What it is", "In short", "", "Call 999 if:", **more)
    assert late(early, large=large) == ['102: "Call 999 if:" comes late: after "What it is"']


def test_a_folded_sheet_is_one_page() -> None:
    assert late(leaflet("What it is", "In short", "Call 999 if:", width=Pt(280)), whole=False) == []


def test_urgent_boxes_have_slides_of_their_own() -> None:
    own = slide(words("Call 999 if:", title=True), words("your legs are weak"))
    assert urgent(slides=(own,)) == []
    (finding,) = urgent(slides=(slide(words("What it is", title=True), words("Call 999 if:")),))
    assert finding.message == '"Call 999 if:" has no slide of its own'
    assert finding.severity is Severity.ERROR
    part = slide(words("Call 999 if: (2 of 2)", title=True))
    assert urgent(slides=(part,)) == []


def test_a_slide_holds_at_most_90_words() -> None:
    full, title = "word " * 90, words("A title of five words", title=True)
    assert on_slide(pagination.slide_words, words(full), title) == []
    assert on_slide(pagination.slide_words, words(full), words("a cell", table=True), words("1", margin=True)) == []
    (finding,) = on_slide(pagination.slide_words, words(full), words("more"))
    assert (finding.message, finding.slide, finding.severity) == ("the slide holds 91 words", 1, Severity.INFO)
    assert found(pagination.slide_words, words(full + full)) == [], "a leaflet is read"


def test_every_rule_names_who_asks_for_it() -> None:
    rules = [value for value in vars(pagination).values() if isinstance(value, Rule)]
    assert len(rules) == 4
    assert all(rule.asks and rule.standards and rule.hint for rule in rules)
