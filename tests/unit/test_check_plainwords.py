"""Rules over words: hard ones, vague ones, American spelling; the lists themselves."""

from __future__ import annotations

import pytest
from labelled import manuscript_of
from wordrules import found, mended, words

from leafdeck.check.inflection import plural, verb_forms
from leafdeck.check.plainwords import plain_word
from leafdeck.check.wordlist import spelled

LEXICON = manuscript_of({"text": "Words."})[0].words


def test_the_lists_are_long_and_share_no_word() -> None:
    plain = {*LEXICON.plain, *LEXICON.plain_verbs, *LEXICON.plain_nouns}
    assert len(plain) >= 200
    assert len(LEXICON.us_spelling) >= 120
    assert len(LEXICON.terms) >= 250
    assert plain & {term.lower() for term in LEXICON.terms} == set()
    assert plain & set(LEXICON.us_spelling) == set()
    assert plain & {*spelled(LEXICON.vague), *spelled(LEXICON.vague_advice)} == set()


def test_no_plain_word_is_a_hard_one() -> None:
    easy = {word for words in (*LEXICON.plain.values(), *LEXICON.plain_verbs.values()) for word in words}
    assert [word for word in easy if words("plain-word", f"It is {word}.")] == []


def test_no_british_spelling_is_an_american_one() -> None:
    british = [word for word in LEXICON.us_spelling.values() if not word.endswith("*")]
    assert [word for word in british if words("us-spelling", f"the {word}")] == []


@pytest.mark.parametrize(
    ("text", "plain"),
    [
        ("Stop prior to surgery.", "Stop before surgery."),
        ("Prior to this", "Before this"),
        ("We commenced and are commencing.", None),
        ("It commences now.", "It starts now."),
        ("She utilised it.", "She used it."),
        ("They are utilising it.", "They are using it."),
        ("See the physicians.", "See the doctors."),
        ("You may undergo it.", "You may have it."),
    ],
)
def test_one_plain_word_takes_the_place_in_its_form(text: str, plain: str | None) -> None:
    if plain:
        assert mended("plain-word", text) == [plain]
    else:
        assert mended("plain-word", text) == ["We started and are commencing.", "We commenced and are starting."]


@pytest.mark.parametrize("text", ["It was administered.", "He has nausea.", "You are required to.", "An abrasion."])
def test_no_mend_where_several_may_be_meant_or_an_article_would_not_fit(text: str) -> None:
    (one,) = found("plain-word", text)
    assert one.mended is None
    assert one.finding.hint.startswith('Write "')


@pytest.mark.parametrize(
    "text",
    [
        "Feeling sick (nausea) is common.",
        "Nausea (feeling sick) is common.",
        "This is called nausea.",
        "The Acute Medical Unit is on level 2.",
        "Chronic pain (pain that lasts for 3 months or more) is common.",
        'The box says "may cause nausea".',
        "Read [Chronic pain in adults](https://x.example/a).",
        "You have hay fever.",
    ],
)
def test_a_hard_word_may_stand_where_it_is_taught_or_a_name(text: str) -> None:
    assert words("plain-word", text) == []


def test_a_hard_word_that_the_glossary_explains_may_stand() -> None:
    assert words("plain-word", "Nausea is common.") == ["Nausea"]
    told = manuscript_of({"text": "Nausea is common.", "glossary": [{"term": "Nausea", "meaning": "Feeling sick."}]})[0]
    assert told.glossary
    assert list(plain_word(told)) == []


@pytest.mark.parametrize("rule", ["plain-word", "vague-word", "us-spelling"])
def test_a_language_without_lists_is_left_alone(rule: str) -> None:
    text = "Rest regularly prior to a color test."
    assert words(rule, text)
    assert words(rule, text, language="de") == []


def test_american_english_keeps_its_spelling() -> None:
    assert words("us-spelling", "a color", language="en-US") == []


def test_american_spelling_is_mended_with_its_plural_and_its_capital() -> None:
    assert mended("us-spelling", "The tumors.") == ["The tumours."]
    assert mended("us-spelling", "Hemoglobin is red.") == ["Haemoglobin is red."]
    assert mended("us-spelling", "ANEMIA") == ["ANAEMIA"]
    assert words("us-spelling", "The World Trade Center, the American College of Pediatrics") == []


@pytest.mark.parametrize(
    "text",
    [
        "Exercise regularly.",
        "Drink a lot of water.",
        "You should rest often.",
        "Use it sparingly.",
        "See a GP if it lasts a long time.",
    ],
)
def test_vague_advice(text: str) -> None:
    assert len(words("vague-word", text)) == 1


@pytest.mark.parametrize(
    "text",
    [
        "Use it regularly, every 4 hours.",
        "Exercise often helps.",
        "If you often feel dizzy, sit down.",
        "A lot of people feel low.",
        "Call us as soon as you can.",
        "You will soon feel better.",
        "We do not know what it does over a long time.",
    ],
)
def test_what_is_exact_or_no_advice_is_not_vague(text: str) -> None:
    assert words("vague-word", text) == []


def test_regular_forms() -> None:
    assert verb_forms("stop") == ("stops", "stopped", "stopping")
    assert verb_forms("carry out") == ("carries out", "carried out", "carrying out")
    assert verb_forms("make sure") == ("makes sure", None, "making sure")
    assert verb_forms("undergo")[0] == "undergoes"
    assert verb_forms("pee") == ("pees", "peed", "peeing")
    assert verb_forms("have") == ("has", None, "having")
    assert verb_forms("transmit") == ("transmits", "transmitted", "transmitting")
    assert [plural(noun) for noun in ("biopsy", "stenosis", "cut", "stitch")] == [
        "biopsies",
        "stenoses",
        "cuts",
        "stitches",
    ]
