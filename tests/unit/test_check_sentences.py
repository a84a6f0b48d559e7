"""Sentences end where an editor sees their end, and words are counted as an editor counts them."""

from __future__ import annotations

import pytest
from labelled import manuscript_of

from leafdeck.check.sentences import paragraphs


def split(text: str, language: str = "en-GB") -> list[str]:
    manuscript, _ = manuscript_of({"text": text, "language": language})
    return [sentence.text for sentence in manuscript.sentences]


def count(text: str) -> list[int]:
    manuscript, _ = manuscript_of({"text": text})
    return [len(sentence.words) for sentence in manuscript.sentences]


@pytest.mark.parametrize(
    "text",
    [
        "Dr. A. B. Shah and Mrs. L. Okoro run it at St. Mary's.",
        "Some medicines, e.g. Ibuprofen, are sold at shops.",
        "See fig. 2 and no. 14 for more.",
        "Wait ... and breathe.",
        'Is it safe? she asked. No, "Is it safe?" asks everyone.'.partition("No, ")[2],
        "Call 01632 960 123 ext. 4 or visit www.nhs.uk for help.",
        "A child of 12.5kg may have 7.5ml.",
        "Come at 9.30 a.m. Monday to the desk.",
    ],
)
def test_a_stop_that_is_no_end_ends_nothing(text: str) -> None:
    assert split(text) == [text]


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        ("Take vitamin D. It helps.", ["Take vitamin D.", "It helps."]),
        ("Do you have hepatitis B? Call us.", ["Do you have hepatitis B?", "Call us."]),
        ("You know more than I. Ask her.", ["You know more than I.", "Ask her."]),
        ("It shuts at 5 p.m. Come early.", ["It shuts at 5 p.m.", "Come early."]),
        ("Use the app on IE. Ask us.", ["Use the app on IE.", "Ask us."]),
        ("Is it bad? No. It is not.", ["Is it bad?", "No.", "It is not."]),
        ("Bring soap, a towel, etc. Pack light.", ["Bring soap, a towel, etc.", "Pack light."]),
        ('She says: "Breathe in." Then it is over.', ['She says: "Breathe in."', "Then it is over."]),
        ("Read it first. (It is short.) Then start.", ["Read it first.", "(It is short.)", "Then start."]),
        ("Take 2. Then rest.", ["Take 2.", "Then rest."]),
        ("1. Sit up. 2. Breathe out.", ["1. Sit up.", "2. Breathe out."]),
    ],
)
def test_a_sentence_ends_where_its_end_is(text: str, parts: list[str]) -> None:
    assert split(text) == parts


def test_another_language_has_its_own_abbreviations() -> None:
    german = "Am 6. August gilt z. B. Folgendes: Warten Sie ca. 30 Minuten. Dann essen Sie."
    assert len(split(german, "de")) == 2
    assert split("Prenez p.ex. Doliprane. Puis dormez.", "fr") == ["Prenez p.ex. Doliprane.", "Puis dormez."]


def test_words_are_counted_as_an_editor_counts_them() -> None:
    assert count("A well-fitting, up-to-date aid isn't hard to get.") == [8]
    assert count("Go to A&E or call 999 at 9:30pm on 6 August.") == [11]
    assert count("1. Sit up. 2. Breathe out.") == [2, 2]
    assert count("Read [our guide to new hips](https://www.example.org/a/b/c) first.") == [7]


def test_numbered_steps_are_paragraphs_of_their_own() -> None:
    manuscript, _ = manuscript_of({"text": "1. Sit up. Rest. 2. Breathe out. 3. Wait. Then stop."})
    ((_, found),) = manuscript.split
    assert [len(part) for part in paragraphs(found)] == [2, 1, 2]
    manuscript, _ = manuscript_of({"text": "Take 2. Rest. Wait. Stop."})
    ((_, found),) = manuscript.split
    assert [len(part) for part in paragraphs(found)] == [4]
