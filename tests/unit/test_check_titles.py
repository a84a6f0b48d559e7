"""Rules over headings and capitals: what they find and what they leave alone."""

from __future__ import annotations

import pytest
from wordrules import found, mended, words

GUILTY = {
    "heading-case": "Looking After Your New Knee",
    "heading-stop": "What to bring:",
    "heading-question": "Why do I need it?",
    "heading-stock": "Background",
}


@pytest.mark.parametrize(("rule", "text"), GUILTY.items())
def test_a_rule_finds_its_fault_in_headings_only(rule: str, text: str) -> None:
    assert len(words(rule, text, "heading")) == 1
    assert words(rule, text, "prose") == []


@pytest.mark.parametrize("rule", ["heading-case", "heading-stock"])
def test_a_rule_about_words_is_silent_in_another_language(rule: str) -> None:
    assert words(rule, GUILTY[rule], "heading", language="de") == []


@pytest.mark.parametrize(
    "text", ["Side Effects", "After the Operation", "Reducing your Risk of Infection", "How To Cope"]
)
def test_capitals_within_a_heading_are_found(text: str) -> None:
    assert words("heading-case", text, "heading") == [text]


@pytest.mark.parametrize(
    "text",
    [
        "Living with Parkinson's disease",
        "Getting to the Royal Infirmary of Edinburgh",
        "Help from the NHS App and Macmillan Cancer Support",
        "Visiting St Thomas' Hospital",
        "What the Equality Act means for you",
        "Contact Diabetes UK or Mencap",
        "Eating well in January and February",
        "The Friends and Family Test",
        "Diabetes: What to eat",
        "MRI scans and vitamin D",
    ],
)
def test_names_keep_their_capitals(text: str) -> None:
    assert words("heading-case", text, "heading") == []


def test_a_heading_loses_its_stop_but_not_that_of_a_word() -> None:
    assert mended("heading-stop", "Your stitches.", "heading") == ["Your stitches"]
    assert words("heading-stop", "Open from 8 a.m.", "heading") == []
    assert words("heading-stop", "Call 999 if:", "heading-urgent") == []
    assert words("heading-stop", "Call 999.", "heading-urgent") == ["."]


def test_a_question_needs_no_question_mark() -> None:
    assert words("heading-question", "What is asthma", "heading") == ["What is asthma"]
    assert words("heading-question", "Who should I call", "heading") == ["Who should I call"]
    for text in (
        "What can help",
        "Who can take it",
        "When to get help",
        "Have a bath first",
        "Do your exercises sitting down",
        "How it feels",
    ):
        assert words("heading-question", text, "heading") == []
    assert words("heading-question", "What is asthma?", "title") == []
    assert words("heading-question", "Can I drive?", "question") == []


def test_a_heading_of_stock_words_is_found_in_pairs_too() -> None:
    assert words("heading-stock", "Introduction and background", "heading") == ["Introduction and background"]
    assert words("heading-stock", "Introduction to your new pump", "heading") == []


@pytest.mark.parametrize(
    ("text", "loud"),
    [
        ("DO NOT take it.", ["DO NOT"]),
        ("You must NEVER cut it.", ["NEVER"]),
        ("Bring ALL YOUR MEDICINES.", ["ALL YOUR MEDICINES"]),
        ("The NHS ENT team, UK, US and WHO staff.", []),
        ("Text SHOUT to 85258. Press STOP.", []),
        ('The door says "STAFF ONLY".', []),
        ("BRCA1, LS1 3EX, AB+ and A&E.", []),
        ("Think FAST.", []),
    ],
)
def test_words_in_capitals_are_found(text: str, loud: list[str]) -> None:
    assert words("block-capitals", text) == loud


def test_a_heading_in_capitals_is_found() -> None:
    (one,) = found("block-capitals", "DISCHARGE ADVICE", "heading")
    assert one.words == "DISCHARGE ADVICE"
    assert words("block-capitals", "DISCHARGE ADVICE", "heading", language="de") == []
