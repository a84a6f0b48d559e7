"""Rules over how words are written: contractions, Latin, signs for words."""

from __future__ import annotations

import pytest
from wordrules import found, mended, words

RULES = ("contraction", "latin-abbreviation", "ampersand", "bracket-plural", "and-or")


@pytest.mark.parametrize("rule", RULES)
def test_they_are_about_english(rule: str) -> None:
    text = "You don't eat nuts & seeds, e.g. almond(s) and/or figs."
    assert words(rule, text)
    assert words(rule, text, language="fr") == []
    assert words(rule, text, "name") == []


@pytest.mark.parametrize(
    ("text", "full"),
    [
        ("You can't eat.", "You cannot eat."),
        ("Don’t eat.", "Do not eat."),
        ("We won't mind.", "We will not mind."),
        ("They would've left.", "They would have left."),
        ("DON'T eat.", "DO NOT eat."),
    ],
)
def test_a_contraction_is_mended_in_full(text: str, full: str) -> None:
    assert mended("contraction", text) == [full]


def test_a_question_is_not_mended_word_by_word() -> None:
    assert mended("contraction", "Haven't you eaten?") == [None]
    assert mended("contraction", "It isn't a rash.") == ["It is not a rash."]


def test_what_somebody_said_keeps_its_contractions() -> None:
    assert words("contraction", "\"I can't sleep,\" says Jo. You don't have to.") == ["don't"]


@pytest.mark.parametrize("latin", ["e.g.", "eg", "i.e.", "ie", "etc.", "NB", "vs", "tds", "N.B."])
def test_latin_has_an_english_hint(latin: str) -> None:
    (one,) = found("latin-abbreviation", f"{latin} more words")
    assert one.words == latin
    assert one.finding.hint.startswith("Write ")
    assert one.finding.hint != "Write it in English."
    assert one.mended is None


@pytest.mark.parametrize(
    "text", ["Dr E. G. Marsh", "See hse.ie or etc@x.example", "Newborn (NB) nappies", "Vitamin E. g stands for gram."]
)
def test_letters_that_only_look_like_latin(text: str) -> None:
    assert words("latin-abbreviation", text) == []


def test_an_ampersand_between_words_is_mended() -> None:
    assert mended("ampersand", "Nuts & seeds at A&E") == ["Nuts and seeds at A&E"]
    assert mended("ampersand", "salt&pepper") == [None]
    assert words("ampersand", "Ask at Marks & Spencer, R&D or www.x.example/?a=1&b=2") == []


def test_a_plural_in_brackets() -> None:
    assert words("bracket-plural", "Your tablet(s), box(es) and a knee brace (s)") == ["tablet(s)", "box(es)"]


def test_a_slash_between_pronouns_is_mended_where_one_word_fits() -> None:
    assert mended("and-or", "Bring his/her coat.") == ["Bring their coat."]
    assert mended("and-or", "He/she may eat and/or drink.") == [None, None]
    assert words("and-or", "Open 24/7, see /and/or/ and 120/80") == []
