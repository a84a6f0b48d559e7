"""The rules over what reaches the readers of leaflet and slides, each on outputs with and without what they ask."""

from __future__ import annotations

from typing import Any

import pytest
from proofed import PROSE, deck, dossier, page, words

from leafdeck.check import parity
from leafdeck.check.manuscript import Dossier
from leafdeck.check.page import Style
from leafdeck.check.proofs import Proofs
from leafdeck.guide.passages import Role
from leafdeck.units import Pt

SIGN = ("your legs are weak", Role.SIGN, "sections[0].signs[0].text", "urgent")
LIMIT = ("25 micrograms", Role.LABEL, "sections[0].limits[0].most_per_day", "management")
CHECK = ("Ask a doctor first.", Role.PROSE, "sections[0].limits[0].check_first", "management")
LAST = ("It replaces no doctor.", Role.PROSE, "disclaimer", "disclaimer")
PLAIN = (PROSE, Role.PROSE, "sections[0].text", "text")


def missing(rule: Any, about: Dossier, **more: Any) -> list[tuple[str, int]]:
    return [(one.rule, one.place.line) for one in rule(Proofs(about, **more))]


def in_leaflet(about: Dossier, *pages: Any, **more: Any) -> list[tuple[str, int]]:
    return missing(parity.not_in_leaflet, about, leaflet=pages, **more)


def test_what_the_leaflet_has_not_is_found() -> None:
    about = dossier(PLAIN, SIGN)
    assert in_leaflet(about, page(words(PROSE), words("Your legs are weak."))) == []
    assert in_leaflet(about, page(words(PROSE), words("your legs are"))) == [("not-in-leaflet", 2)]
    assert in_leaflet(about, page(words(PROSE), words("your legs are weak", margin=True))) == [("not-in-leaflet", 2)]
    assert in_leaflet(about) == [], "no leaflet was made"


def test_a_paragraph_over_two_pages_with_a_source_is_there() -> None:
    about = dossier(("Rest helps [@nice2016] few people.", Role.PROSE, "summary"))
    mark = Style("1", Pt(8), "#000000", raised=True)
    styles = (Style("Rest helps", Pt(12), "#000000"), mark, Style(" few", Pt(12), "#000000"))
    assert in_leaflet(about, page(words(styles=styles), words("2", margin=True)), page(words("people."))) == []
    unmarked = words("Rest helps 1 few people.")
    assert in_leaflet(about, page(unmarked)) == [], "a mark that is not raised parts words too"


@pytest.mark.parametrize("role", [Role.MESSAGE, Role.NOTE, Role.NAME, Role.CAPTION])
def test_the_leaflet_need_not_have_what_only_slides_and_listeners_get(role: Role) -> None:
    assert in_leaflet(dossier(("For slides", role, "sections[0].x")), page(words())) == []


@pytest.mark.parametrize("kind", ["slides", "guide"])
def test_what_a_guide_says_of_itself_need_not_be_there(kind: str) -> None:
    assert in_leaflet(dossier(("For a talk", Role.PROSE, f"{kind}.x", kind)), page(words())) == []


COLUMNS = (
    ("Food", Role.LABEL, "sections[0].table.columns[0]"),
    ("Much iron", Role.LABEL, "sections[0].table.columns[1]"),
)


def test_rows_that_are_cards_need_no_headings_but_a_table_does() -> None:
    about = dossier(*COLUMNS)
    assert in_leaflet(about, page(words("Liver"))) == []
    half = page(words("Food", table=True, tag="th"), words("Liver", table=True, tag="td"))
    assert in_leaflet(about, half) == [("not-in-leaflet", 2)]


EMERGENCY = {"kind": "urgent", "level": "emergency", "title": "Call 999 if:", "signs": [{"id": "legs", "text": "x"}]}
SOON = EMERGENCY | {"level": "urgent", "title": "Call 111 if:"}


def test_a_poster_must_have_the_signs_of_an_emergency_and_of_what_it_shows() -> None:
    rest = page(words("Something else"))
    emergency = dossier(SIGN, PLAIN, LAST, sections=[EMERGENCY])
    assert in_leaflet(emergency, rest, whole=False) == [("not-in-leaflet", 1)]
    soon = dossier(SIGN, sections=[SOON])
    assert in_leaflet(soon, rest, whole=False) == []
    assert in_leaflet(soon, page(words("Call 111 if:", tag="h2")), whole=False) == [("not-in-leaflet", 1)]


def test_what_the_deck_has_not_is_found() -> None:
    about = dossier(PLAIN, SIGN, ("A cell", Role.CELL, "sections[0].rows[0].cells[0]"))
    assert missing(parity.not_in_deck, about, deck=deck(PROSE, cells=("A cell",), notes=("your legs are weak",))) == []
    assert missing(parity.not_in_deck, about, deck=deck(PROSE, notes=("your legs",))) == [
        ("not-in-deck", 2),
        ("not-in-deck", 3),
    ]
    assert missing(parity.not_in_deck, about) == [], "no deck was made"


@pytest.mark.parametrize("role", [Role.NOTE, Role.NAME, Role.CAPTION])
def test_the_deck_need_not_have_what_is_not_read(role: Role) -> None:
    assert missing(parity.not_in_deck, dossier(("Some words", role, "sections[0].x")), deck=deck("x")) == []


@pytest.mark.parametrize("vital", [SIGN, LIMIT, CHECK, LAST])
def test_what_keeps_people_safe_is_on_a_slide_itself(vital: tuple[str, Role, str, str]) -> None:
    about = dossier(PLAIN, vital)
    assert missing(parity.not_on_slide, about, deck=deck(vital[0])) == []
    assert missing(parity.not_on_slide, about, deck=deck("x", cells=(vital[0],))) == []
    assert missing(parity.not_on_slide, about, deck=deck("x", notes=(vital[0], PROSE))) == [("not-on-slide", 2)]


def test_other_words_may_be_in_the_notes() -> None:
    assert missing(parity.not_on_slide, dossier(PLAIN), deck=deck("x", notes=(PROSE,))) == []


def test_every_rule_names_who_asks_for_it() -> None:
    assert all(
        rule.asks and rule.standards and rule.hint for rule in (parity.IN_LEAFLET, parity.IN_DECK, parity.ON_SLIDE)
    )
