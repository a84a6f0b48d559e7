"""Rules over medical terms and abbreviations: explained where they are first used, or in the glossary."""

from __future__ import annotations

from dataclasses import replace

import pytest
from labelled import manuscript_of
from wordrules import found, words

from leafdeck.check.manuscript import Manuscript
from leafdeck.check.terms import unexplained_abbreviation, unexplained_term
from leafdeck.guide.passages import Passage, Role


def guide(*passages: tuple[Role, str], **glossary: str) -> Manuscript:
    """Return a guide of passages of a section each, with a glossary."""
    base = manuscript_of({"text": "Words."})[0]
    made = tuple(
        Passage(f"sections[{number}].text", role, text, section=number) for number, (role, text) in enumerate(passages)
    )
    return replace(base, passages=made, glossary=glossary)


@pytest.mark.parametrize(
    "text",
    [
        "Too few red blood cells (anaemia) make you tired.",
        "Anaemia (too few red blood cells) makes you tired.",
        "Having too few red blood cells is called anaemia.",
        "Anaemia is when you have too few red blood cells.",
        "Anaemia means that you have too few red blood cells.",
        "You have anaemia, a lack of red blood cells.",
        "You have too few red blood cells. This is anaemia.",
        "You have anaemia. This means that you have too few red blood cells.",
        "Anaemia: too few red blood cells",
        "Anaemia - too few red blood cells - makes you tired.",
        "We use the word anaemia for having too few red blood cells.",
        "You get a catheter to drain your bladder.",
    ],
)
def test_ways_to_explain_a_term(text: str) -> None:
    assert words("unexplained-term", text) == []


@pytest.mark.parametrize(
    "text",
    [
        "You have anaemia.",
        "You have anaemia (see page 6).",
        "Anaemia is common.",
        "Anaemia is a serious problem.",
        "You may have anaemia, a rash or a cough.",
        "Anaemia is treated in hospital.",
        "Take it with food (not if you have anaemia).",
    ],
)
def test_what_explains_no_term(text: str) -> None:
    (one,) = found("unexplained-term", text)
    assert one.words.lower() == "anaemia"
    assert "(anaemia)" in one.finding.hint


def test_only_the_first_use_is_told() -> None:
    told = list(unexplained_term(guide((Role.PROSE, "You have anaemia."), (Role.PROSE, "Anaemia (too few cells)."))))
    assert [one.place.path for one in told] == ["sections[0].text"]


def test_once_explained_is_enough() -> None:
    first = (Role.PROSE, "A clot in a deep vein (deep vein thrombosis)")
    assert list(unexplained_term(guide(first, (Role.PROSE, "A thrombosis needs care.")))) == []
    assert len(list(unexplained_term(guide((Role.PROSE, "A thrombosis needs care."), first)))) == 1


def test_a_heading_may_wait_for_the_text_below_it() -> None:
    heading = (Role.HEADING, "Living with anaemia")
    assert list(unexplained_term(guide(heading, (Role.PROSE, "Anaemia is when you have too few red cells.")))) == []
    (alone,) = unexplained_term(guide(heading))
    assert alone.place.path == "sections[0].text"


def test_the_glossary_explains_terms_in_any_number_and_abbreviations() -> None:
    text = (Role.PROSE, "Biopsies and an INR test. The haemoglobin is low.")
    told = guide(
        text, Biopsy="A piece of tissue.", INR="How fast blood clots.", Anaemia="Too little of x (haemoglobin)."
    )
    assert list(unexplained_term(told)) == []
    assert list(unexplained_abbreviation(told)) == []


def test_names_explain_themselves() -> None:
    assert words("unexplained-term", "The Royal Osteoporosis Society and the Dialysis Unit can help.") == []
    assert words("unexplained-term", "You have Crohn's disease.") == ["Crohn's disease"]


@pytest.mark.parametrize("text", ["You have COPD.", "Take NSAIDs.", "Ask for PALS (see page 2).", "An IV drip"])
def test_an_abbreviation_that_is_not_spelled_out(text: str) -> None:
    assert len(words("unexplained-abbreviation", text)) == 1


@pytest.mark.parametrize(
    "text",
    [
        "Chronic obstructive pulmonary disease (COPD) is common. COPD lasts.",
        "COPD (chronic obstructive pulmonary disease) is common.",
        "Deep vein thrombosis, or DVT, needs care.",
        "COPD stands for chronic obstructive pulmonary disease.",
        "The NHS, a GP and A&E. An MRI scan. HIV.",
        "Leeds LS1 4AP. Vitamin B12, L4-L5, COVID-19, type II, grade IV.",
        "DO NOT eat. STOP. Dr J. OKORO.",
        "READ THE WHOLE LEAFLET",
    ],
)
def test_capitals_that_need_nothing(text: str) -> None:
    assert words("unexplained-abbreviation", text) == []


def test_a_language_without_terms_is_left_alone() -> None:
    assert words("unexplained-term", "Anaemia", language="de") == []
    assert words("unexplained-abbreviation", "COPD", language="de") == []
