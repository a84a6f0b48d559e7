"""Rules over units, dates and times: what they find, what they mend, and what they leave alone."""

from __future__ import annotations

import pytest
from wordrules import mended, words

from leafdeck.guide.typography import NO_BREAK, of

GUILTY = {
    "microgram-short": "Take 50mcg a day.",
    "unit-space": "Take 300 mg a day.",
    "international-units": "Take 400 IU of vitamin D a day.",
    "unit-missing": "Take 400 of ibuprofen.",
    "date-form": "It is on 06/08/2018.",
    "time-form": "Come at 17:30.",
}


@pytest.mark.parametrize(("rule", "text"), GUILTY.items())
def test_a_rule_finds_its_fault_and_is_silent_in_another_language(rule: str, text: str) -> None:
    assert len(words(rule, text)) == 1
    assert words(rule, text, language="de") == []


@pytest.mark.parametrize(
    ("text", "better"),
    [
        ("Take 50 µg a day.", "Take 50 micrograms a day."),
        ("Take 1mcg a day.", "Take 1 microgram a day."),
        ("One 25mcg tablet.", "One 25 microgram tablet."),
        ("It gives 12 mcg/hour.", None),
    ],
)
def test_micrograms_are_written_in_full(text: str, better: str | None) -> None:
    assert mended("microgram-short", text) == [better]


def test_what_a_pack_says_may_be_shown() -> None:
    assert words("microgram-short", 'The pack may say "25mcg". The label says 25 micrograms (25mcg).') == []
    assert words("microgram-short", "Room 8UG, an MCUG, a mug.") == []


def test_a_unit_that_is_a_sign_has_no_space() -> None:
    assert mended("unit-space", "Take 2.5 ml at 38 °C.") == ["Take 2.5ml at 38 °C.", "Take 2.5 ml at 38°C."]
    assert words("unit-space", "Wait 5 minutes, take 100 micrograms, go to bay 4 MRI side and 4 g-force.") == []
    assert words("unit-space", "Take 300 mg.", language="en-US") == []


def test_checks_and_typesetting_know_the_same_units() -> None:
    typography = of("en-GB")
    assert typography.set("100 micrograms") == f"100{NO_BREAK}micrograms"
    assert words("unit-space", "100 micrograms and 5 minutes") == []
    for unit in ("mg", "kg", "ml", "cm", "°C", "%", "kcal", "mmol/l"):
        assert typography.set(f"5 {unit}") == f"5{NO_BREAK}{unit}"
        assert words("unit-space", f"It is 5 {unit} now.") == [f"5 {unit}"]


def test_international_units_stand_beside_their_weight() -> None:
    assert words("international-units", "Take 10 micrograms (400 IU) of vitamin D.") == []
    assert words("international-units", "Inject 5,000 IU of heparin.") == []
    assert words("international-units", "An IUD or IUI.") == []


@pytest.mark.parametrize(
    ("text", "doses"),
    [
        ("Take metformin 500 twice a day.", ["500"]),
        ("Your dose goes up to 75 a day.", ["75 "]),
        ("Take 400 a day.", ["400"]),
        ("Take 10 of vitamin B12.", ["10 of vitamin B12"]),
        ("Take 2 a day, 10 times a day, or 1 of the aspirin tablets.", []),
        ("Aim for an INR of 2.5. Platelets under 150 are low.", []),
        ("Take bus 400. About 50 of our patients come.", []),
    ],
)
def test_a_dose_has_its_unit(text: str, doses: list[str]) -> None:
    assert [one.strip() for one in words("unit-missing", text)] == [one.strip() for one in doses]


@pytest.mark.parametrize(
    ("text", "better"),
    [
        ("On 6th August 2018.", "On 6 August 2018."),
        ("On the 3rd of May we shut.", "On 3 May we shut."),
        ("On March 3, 2026.", "On 3 March 2026."),
        ("From Sept 9, park here.", "From 9 September, park here."),
        ("Checked 2026-02-11.", "Checked 11 February 2026."),
        ("It was 25/12/2026.", "It was 25 December 2026."),
        ("It was 6 Aug 2018.", "It was 6 August 2018."),
        ("It is on 06/08/2018.", None),
        ("It is on 06/08/18.", None),
        ("Next review 06/29", None),
    ],
)
def test_a_date_is_mended_where_it_can_mean_one_day_only(text: str, better: str | None) -> None:
    assert mended("date-form", text) == [better]


@pytest.mark.parametrize(
    "text",
    [
        "On 6 August 2018, or in March 2019.",
        "Open 24/7, 2/3 of people, 120/80, 7/10, 6/12 vision.",
        "In May 20 nurses came. You may 3 times rest.",
        "Version 1.2.10 and call 5-1-3.",
        "The box may show 08/2027.",
    ],
)
def test_figures_may_be_no_date(text: str) -> None:
    assert words("date-form", text) == []


def test_other_english_has_other_dates() -> None:
    assert words("date-form", "On August 6, 2018.", language="en-US") == []
    assert words("time-form", "At 5 PM.", language="en-US") == []


@pytest.mark.parametrize(
    ("text", "better"),
    [
        ("Come at 17:30.", "Come at 5:30pm."),
        ("Come at 6.30 a.m. on Monday.", "Come at 6:30am on Monday."),
        ("It shuts at 5 p.m. Come early.", "It shuts at 5pm. Come early."),
        ("At 8:00 AM.", "At 8am."),
        ("At 0700 hours.", "At 7am."),
        ("Do not eat after 06:00.", "Do not eat after 6am."),
        ("Do not eat after 00:00.", None),
        ("Come at 9:30 on Monday.", None),
    ],
)
def test_a_time_is_mended_where_it_can_mean_one_only(text: str, better: str | None) -> None:
    assert mended("time-form", text) == [better]


@pytest.mark.parametrize(
    "text",
    [
        "From 9am to 5:30pm, at midday.",
        "Mix it 1:10. Try 16:8 fasting. Read Luke 10:30.",
        "It costs £2.30. Use 5.30 litres. A pH of 7.35.",
        "I am 5 am I too young?",
        "He ran it in 21:45.",
    ],
)
def test_figures_may_be_no_time(text: str) -> None:
    assert words("time-form", text) == []
