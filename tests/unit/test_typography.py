"""Typography by language: what stays together, quotes, dashes, dates, numbers; and that no character is lost."""

from __future__ import annotations

import datetime as dt
import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from leafdeck.guide import inline, typography
from leafdeck.guide.languages import LANGUAGES, OTHER, language

CODES = sorted(LANGUAGES)
FOLDED = str.maketrans({"\u00a0": " ", "\u202f": " ", "–": "-"})
SPACES = "\u00a0\u202f"


def shown(text: str, code: str = "en-GB") -> str:
    """The text set in a language, no-break spaces as ``_`` and narrow ones as ``~``."""
    return inline.smart(text, typography.of(code)).replace("\u00a0", "_").replace("\u202f", "~")


def html(text: str, code: str = "en-GB") -> str:
    made = inline.to_html(text, cite=lambda ids: f"<sup>{len(ids)}</sup>", block=True, typography=typography.of(code))
    return made.replace("\u00a0", "_").replace("\u202f", "~")


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("vitamin B12 and vitamins A and C", "vitamin_B12 and vitamins_A and C"),
        ("take 100 micrograms a day", "take 100_micrograms a day"),
        ("people over 18 years old", "people over 18_years old"),
        ("about 1 in 10 people", "about 1_in_10 people"),
        ("up to 10 out of 100 people", "up to 10_out_of_100 people"),
        ("ask Dr Smith or Prof Jones", "ask Dr_Smith or Prof_Jones"),
        ("see page 3 and table 12", "see page_3 and table_12"),
        ("type 2 diabetes, Type II collagen", "type_2 diabetes, Type_II collagen"),
        ("call 01632 960 123 now", "call 01632_960_123 now"),
        ("on 6 August 2018", "on 6_August 2018"),
        ("5 mg, 37 °C, 10 %, 4,000 IU", "5_mg, 37_°C, 10_%, 4,000_IU"),
        ("Magnesium - Fact Sheet", "Magnesium_– Fact Sheet"),
        ("one -- two – three", "one_– two_– three"),
        ("aged 11-17, well-known, 2022-2037", "aged 11-17, well-known, 2022-2037"),
        ("in 300mg of A&E", "in 300mg of A&E"),
        ("5 minor cuts, 3 gulls, page three", "5 minor cuts, 3 gulls, page three"),
        ("Drive Smith", "Drive Smith"),
        ("He said \"yes\", it's 'so'", "He said “yes”, it’s ‘so’"),
    ],
)
def test_english(text: str, expected: str) -> None:
    assert shown(text) == expected


@pytest.mark.parametrize(
    ("code", "text", "expected"),
    [
        ("de-DE", 'Er sagt "ja" zu 100 Mikrogramm Vitamin B12', "Er sagt „ja“ zu 100_Mikrogramm Vitamin_B12"),
        ("de", "Seite 3, 1 von 10, am 6. August", "Seite_3, 1_von_10, am 6._August"),
        ("fr-FR", 'Pourquoi ? Il dit "oui" : voyez', "Pourquoi~? Il dit «~oui~»~: voyez"),
        ("fr", "« Oui » ; 10 % en 3 jours !", "«~Oui~»~; 10~% en 3_jours~!"),
        ("fr", "voir https://a.example/b:c?d et 12:30", "voir https://a.example/b:c?d et 12:30"),
        ("es", 'Dijo "no": 1 de cada 10', "Dijo «no»: 1_de_cada_10"),
        ("it", 'Dice "sì", pagina 4, 10 grammi', "Dice «sì», pagina_4, 10_grammi"),
        ("pl", 'Mówi "tak", strona 5, 3 dni', "Mówi „tak”, strona_5, 3_dni"),
        ("nl", 'Zeg "ja", pagina 2, 3 dagen', "Zeg “ja”, pagina_2, 3_dagen"),
        ("cy", 'Dywedodd "ie", tudalen 2', "Dywedodd “ie”, tudalen_2"),
        ("pt", 'Diz "sim", página 2, 3 dias', "Diz «sim», página_2, 3_dias"),
        ("tlh", 'Says "x", page 3, 5 mg', 'Says "x", page 3, 5_mg'),
    ],
)
def test_other_languages(code: str, text: str, expected: str) -> None:
    assert shown(text, code) == expected


@pytest.mark.parametrize(
    ("code", "expected"),
    [
        ("en-GB", "1_August 2018"),
        ("en-US", "August_1, 2018"),
        ("cy", "1_Awst 2018"),
        ("de-AT", "1._August 2018"),
        ("fr", "1er_août 2018"),
        ("es", "1_de agosto de 2018"),
        ("it", "1_agosto 2018"),
        ("pl", "1_sierpnia 2018"),
        ("tlh", "2018-08-01"),
    ],
)
def test_dates(code: str, expected: str) -> None:
    assert typography.of(code).date(dt.date(2018, 8, 1)).replace("\u00a0", "_") == expected


@pytest.mark.parametrize(
    ("code", "expected"),
    [
        ("en", ("1,234.5", "12,345", "999")),
        ("de", ("1.234,5", "12.345", "999")),
        ("fr", ("1~234,5", "12~345", "999")),
        ("es", ("1234,5", "12~345", "999")),
        ("pl", ("1234,5", "12_345", "999")),
        ("tlh", ("1234.5", "12_345", "999")),
    ],
)
def test_numbers(code: str, expected: tuple[str, ...]) -> None:
    own = typography.of(code)
    made = own.number(1234.5, 1), own.number(12345), own.number(999)
    assert tuple(number.replace("\u00a0", "_").replace("\u202f", "~") for number in made) == expected


def test_a_regional_form_takes_its_language_s_rules() -> None:
    assert language("fr-CA") == LANGUAGES["fr"]
    assert language("EN-us") == LANGUAGES["en-us"]
    assert language("xx") == OTHER


@pytest.mark.parametrize("code", CODES)
def test_each_language_has_what_dates_and_sentences_need(code: str) -> None:
    own = LANGUAGES[code]
    assert len(own.months) == len(set(own.months)) == 12
    assert own.units
    assert own.counted
    assert own.vitamin


SAMPLE = """
vitamin B12 100 micrograms Dr Smith page 3 1 in 10 - -- – ? : « » 12:30 `code` **bold** it's "so" January 5 000 a
https://a.example/b?c=d:e me@a.example
"""
WORDS = st.sampled_from(SAMPLE.split())
TEXTS = st.lists(WORDS, max_size=12).map(" ".join)


@given(TEXTS, st.sampled_from([*CODES, "tlh"]))
def test_no_character_is_lost(text: str, code: str) -> None:
    made = typography.of(code).set(text)
    assert made.translate(FOLDED).replace("--", "-") == text.translate(FOLDED).replace("--", "-")


@given(TEXTS, st.sampled_from([*CODES, "tlh"]))
def test_twice_is_as_good_as_once(text: str, code: str) -> None:
    own = typography.of(code)
    assert own.set(own.set(text)) == own.set(text)
    assert inline.smart(inline.smart(text, own), own) == inline.smart(text, own)


@given(st.text(max_size=60), st.sampled_from([*CODES, "tlh"]))
def test_any_text_keeps_its_characters(text: str, code: str) -> None:
    def bare(words: str) -> str:
        return re.sub(r"--|–", "-", re.sub(r"\s+", " ", words))

    assert bare(typography.of(code).set(text)) == bare(text)


@given(st.from_regex(r"https?://[a-z]{1,8}\.example/[a-z0-9:;!?%=&_.-]{0,20}", fullmatch=True), st.sampled_from(CODES))
def test_addresses_stay_as_they_are(address: str, code: str) -> None:
    made = inline.to_html(f"see [it]({address}) here", cite=lambda _: "", block=False, typography=typography.of(code))
    assert not set(SPACES) & set(re.findall(r'href="([^"]*)"', made)[0])
    assert address in typography.of(code).set(f"see {address} here")


@given(
    st.lists(st.from_regex(r"[a-z0-9]+(-[a-z0-9]+)*", fullmatch=True), min_size=1, max_size=3), st.sampled_from(CODES)
)
def test_citations_keep_their_ids(ids: list[str], code: str) -> None:
    said: list[tuple[str, ...]] = []
    text = f"so it is [{'; '.join('@' + name for name in ids)}] here"
    inline.to_html(text, cite=lambda found: said.append(found) or "", block=True, typography=typography.of(code))  # type: ignore[func-returns-value]
    assert said == [tuple(ids)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("You can take it with food or on its own too.", "<p>You can take it with food or on its own_too.</p>"),
        (
            "You can take it with **some food** or at the end\nof it.",
            "<p>You can take it with <strong>some food</strong> or at the end\nof_it.</p>",
        ),
        (
            "Nobody has yet shown that it helps at all\nso far.",
            "<p>Nobody has yet shown that it helps at all\nso_far.</p>",
        ),
        (
            "A long list of words ends in a **short one**.",
            "<p>A long list of words ends in a <strong>short_one</strong>.</p>",
        ),
        ("A long list of words ends so [@a].", "<p>A long list of words ends_so<sup>1</sup>.</p>"),
        ("Only a few words", "<p>Only a few words</p>"),
        ("A long list of words ends in osteoporosis.", "<p>A long list of words ends in osteoporosis.</p>"),
        (
            "The words before it are of extraordinarily-uncommon use.",
            "<p>The words before it are of extraordinarily-uncommon use.</p>",
        ),
    ],
)
def test_a_short_last_word_is_not_left_alone(text: str, expected: str) -> None:
    assert html(text) == expected


def test_items_of_a_list_end_so_too() -> None:
    made = html("- first of all the words that are in it\n- and then the last ones of it")
    assert "are in_it</li>" in made.replace("<p>", "").replace("</p>", "")
    assert "ones of_it" in made


def test_notes_have_no_tails_to_hold() -> None:
    assert "\u00a0" not in inline.to_plain("You can take it with food or on its own too.", cite=lambda _: "")


@given(st.text(st.sampled_from("ab .\u00a0"), max_size=60))
def test_held_lines_keep_their_words(text: str) -> None:
    assert typography.held(text).split() == text.split()
