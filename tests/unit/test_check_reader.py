"""Rules over whom a guide speaks to, what it calls people, and what its links say."""

from __future__ import annotations

import pytest
from wordrules import found, words


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("Patients should rest.", "Patients should"),
        ("Patients with asthma must rest.", "Patients with asthma must"),
        ("The patient is asked to rest.", "The patient is asked"),
        ("It is important that patients rest.", "patients"),
        ("One should rest.", "One should"),
    ],
)
def test_the_third_person(text: str, told: str) -> None:
    assert words("third-person", text) == [told]


@pytest.mark.parametrize(
    "text",
    [
        "Other patients need to sleep.",
        "Some patients may feel sick.",
        "In the trial, patients should have had more.",
        "You get 2 patches. One should go on your back.",
        "The Patients Association can help.",
        "Nurses should wash their hands.",
        '"Patients should rest," he said.',
    ],
)
def test_people_that_are_not_the_reader(text: str) -> None:
    assert words("third-person", text) == []


@pytest.mark.parametrize(
    ("text", "told", "instead"),
    [
        ("Diabetics need a test.", "Diabetics", "people with diabetes"),
        ("A diabetic should eat.", "diabetic", "person with diabetes"),
        ("She suffers from asthma.", "suffers from", "has"),
        ("It harms the elderly.", "the elderly", "older people"),
        ("He is confined to a wheelchair.", "confined to a wheelchair", "uses a wheelchair"),
    ],
)
def test_words_that_label_people(text: str, told: str, instead: str) -> None:
    (one,) = found("labelling-words", text)
    assert told in one.words
    assert f'"{instead}"' in one.finding.hint


@pytest.mark.parametrize(
    "text",
    [
        "A diabetic foot clinic.",
        "Your sleep may suffer.",
        "Victim Support can help.",
        "The Department of Medicine for the Elderly.",
        "A disabled toilet.",
        '"I am an addict," says Mo.',
        "A normal result.",
    ],
)
def test_words_that_label_nobody(text: str) -> None:
    assert words("labelling-words", text) == []


@pytest.mark.parametrize(
    "link",
    [
        "[here](https://x.example/a)",
        "[Click here to book](https://x.example/a)",
        "[Read more](https://x.example/a)",
        "[https://x.example/a](https://x.example/a)",
        "[www.x.example/visiting/times/2026](https://x.example/a)",
        "See https://x.example/a for it.",
    ],
)
def test_links_that_say_nothing(link: str) -> None:
    assert len(words("link-text", link)) == 1


@pytest.mark.parametrize(
    "link",
    [
        "[Read more about asthma](https://x.example/click/here)",
        "[111.nhs.uk](https://111.nhs.uk/)",
        "[team@x.example](mailto:team@x.example)",
        "[Here for You](https://x.example/)",
        "Click here on the pump.",
    ],
)
def test_links_that_say_where_they_lead(link: str) -> None:
    assert words("link-text", link) == []


def test_a_language_without_lists_is_left_alone() -> None:
    for rule in ("third-person", "labelling-words"):
        assert words(rule, "Patients should rest like the elderly.", language="de") == []
    assert words("link-text", "[here](https://x.example/a)", language="de") == []
