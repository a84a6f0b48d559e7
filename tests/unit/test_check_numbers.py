"""Rules over numbers, chances and sums: what they find, what they mend, and what they leave alone."""

from __future__ import annotations

import pytest
from wordrules import found, mended, words

GUILTY = {
    "number-word": "Rest for three days.",
    "thousands-comma": "About 4500 people come here.",
    "range-dash": "Wait for 5-10 days.",
    "percent-decimal": "About 14.3% of people feel sick.",
    "mixed-formats": "About 20% of people feel sick. 1 in 10 people get a rash.",
    "mixed-denominators": "3 in 20 people get it. With the jab, 1 in 50 do.",
    "sum-for-reader": "Take half your usual dose for 3 days.",
}


@pytest.mark.parametrize(("rule", "text"), GUILTY.items())
def test_a_rule_finds_its_fault_and_is_silent_in_another_language(rule: str, text: str) -> None:
    assert len(words(rule, text)) == 1
    assert words(rule, text, language="de") == []


@pytest.mark.parametrize(
    ("text", "numerals"),
    [
        ("One in four people.", "1 in 4"),
        ("Seven out of ten people.", "7 out of 10"),
        ("You need two or three visits.", "2 or 3"),
        ("Twenty-five nurses.", "25"),
        ("About one in a hundred people.", "1 in 100"),
        ("Take one tablet.", "1"),
        ("A two-hour rest.", "2"),
    ],
)
def test_a_number_in_words_is_shown_in_numerals(text: str, numerals: str) -> None:
    (one,) = found("number-word", text)
    assert one.finding.hint == f'Write "{numerals}".'


def test_a_number_in_words_is_mended_where_it_surely_counts() -> None:
    assert mended("number-word", "Rest for three days.") == ["Rest for 3 days."]
    assert mended("number-word", "One in four people.") == ["1 in 4 people."]
    assert mended("number-word", "There are two reasons.") == [None]


@pytest.mark.parametrize(
    "text",
    [
        "It is a two-way street.",
        "The Three Peaks walk helps us.",
        "Two Rivers Surgery can help.",
        "Ask for the one that suits you, or one of the team.",
        "About two-thirds of people agree.",
        "I am in two minds.",
        'The sign says "two visitors".',
    ],
)
def test_a_number_in_words_may_count_nothing(text: str) -> None:
    assert words("number-word", text) == []


def test_thousands_get_their_comma() -> None:
    assert mended("thousands-comma", "No more than 4000mg a day.") == ["No more than 4,000mg a day."]
    assert mended("thousands-comma", "1 in 10000 babies.") == ["1 in 10,000 babies."]
    assert words("thousands-comma", "Walk 8000 to 10000 steps for £1200.") == ["8000", "10000", "1200"]


@pytest.mark.parametrize(
    "text",
    [
        "In 2015 doctors found it.",
        "The 2019 guidelines say so.",
        "Between 2010 and 2020 deaths fell.",
        "Call 020 7946 0321 or text HELP to 60777 today.",
        "Quote FP1003, ISO 13485 and hospital number 448120 please.",
        "It has 2,000 calories.",
    ],
)
def test_years_and_names_get_no_comma(text: str) -> None:
    assert words("thousands-comma", text) == []


@pytest.mark.parametrize(
    ("text", "better"),
    [
        ("Wait 5-10 days.", "Wait 5 to 10 days."),
        ("Wait 5 – 10 days.", "Wait 5 to 10 days."),
        ("Open 9am-4pm.", "Open 9am to 4pm."),
        ("It helps between 20-30% of them.", "It helps between 20 and 30% of them."),
        ("Open Monday-Friday.", "Open Monday to Friday."),
    ],
)
def test_a_range_is_written_with_to(text: str, better: str) -> None:
    assert mended("range-dash", text) == [better]


def test_a_range_of_money_is_found_and_left_to_a_person() -> None:
    assert mended("range-dash", "It costs £5-10 a day.") == [None]


@pytest.mark.parametrize(
    "text",
    [
        "A worn disc at L4-L5 or L4-5.",
        "COVID-19, PHQ-9 and a 24-hour line.",
        "Call 01632-960-145.",
        "A 50-50 chance in the 2025-26 season.",
        "Write to 10-12 Station Road.",
        "Born on 6-8-18.",
    ],
)
def test_a_hyphen_may_be_no_range(text: str) -> None:
    assert words("range-dash", text) == []


def test_a_percentage_is_told_as_people() -> None:
    (one,) = found("percent-decimal", "The risk of a clot is 0.4%.")
    assert "4 in 1,000" in one.finding.hint
    assert words("percent-decimal", "Use saline 0.9% drops. Aim for an HbA1c under 6.5%.") == []


def test_bands_of_side_effects_and_easy_fractions_may_differ() -> None:
    assert words("mixed-denominators", "Up to 1 in 10 people feel sick. Up to 1 in 100 people faint.") == []
    assert words("mixed-denominators", "1 in 3 people fall. Of those over 80, 1 in 2 people do.") == []
    assert words("mixed-denominators", "Take no more than 8 in 24 hours. 1 in 10 people feel sick.") == []


def test_what_is_made_of_something_is_no_share_of_people() -> None:
    assert words("mixed-formats", "Wear socks of 100% cotton. 1 in 6 people get it.") == []


@pytest.mark.parametrize(
    ("text", "sums"),
    [
        ("Work out how many you need.", ["Work out how many"]),
        ("Give 10mg per kg.", ["10mg per kg"]),
        ("Give 15mg/kg every day.", ["15mg/kg"]),
        ("Drink a third of 240ml.", ["a third of 240"]),
        ("Lose 5% of your body weight.", ["5% of your body weight"]),
        ("The nurse will work out how many you need.", []),
        ("This chart helps you work out how much to drink.", []),
        ("Your dose will double, from 5mg to 10mg.", []),
        ("Do not double your dose.", []),
        ("Take half a tablet.", []),
    ],
)
def test_the_reader_has_no_sum_to_do(text: str, sums: list[str]) -> None:
    assert [one.removeprefix("a ") for one in words("sum-for-reader", text)] == [one.removeprefix("a ") for one in sums]
