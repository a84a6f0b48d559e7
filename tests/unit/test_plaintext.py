"""Plain text: blank lines tell what is what, nothing stands there that a message or a braille table does not know."""

from __future__ import annotations

import itertools
import re
from pathlib import Path
from typing import Any, get_args

import pytest
import yaml

from leafdeck.brand import css
from leafdeck.compose import Composer, plaintext
from leafdeck.guide.model import Guide
from leafdeck.guide.sections import Section
from leafdeck.resources import Resources, package_data

HERE = Path(__file__).parent
SAMPLE = HERE / "test_slides_guide.yaml"
KINDS = [get_args(model.model_fields["kind"].annotation)[0] for model in get_args(get_args(Section)[0])]
OTHER_SIGNS = set("éöüŞşçğ")
"""Letters of names that the sample's sources may have beside ASCII."""


def outline() -> dict[str, Any]:
    return dict(yaml.safe_load(SAMPLE.read_text(encoding="utf-8")))


def text_of(data: dict[str, Any]) -> str:
    defaults = package_data() / "styles" / "brand.css"
    resources = Resources((package_data(),))
    return Composer(Guide.model_validate(data), css.load([defaults]), resources, HERE, defaults).words()


@pytest.fixture(scope="module")
def text() -> str:
    return text_of(outline())


def test_every_kind_has_its_words() -> None:
    partials = package_data() / "templates" / "text" / "sections"
    assert {path.stem for path in partials.glob("*.txt")} == set(KINDS)


def test_it_is_plain(text: str) -> None:
    assert set(text) - {chr(code) for code in range(32, 127)} - {"\n"} - OTHER_SIGNS == set()
    assert text.endswith("\n")
    assert not text.endswith("\n\n")
    assert re.findall(r"(?m)[ \t]+$|^ |\S  +\S|<|\*\*", text) == []


def test_blank_lines_tell_what_is_what(text: str) -> None:
    assert "\n\n\n\n" not in text
    headings = re.findall(r"\n\n\n(.+)\n", text)
    parts = [words for words in headings if re.match(r"\d+\. ", words)]
    assert [int(words.split(".")[0]) for words in parts] == list(range(1, len(parts) + 1))
    for words in headings:
        assert f"\n\n\n{words}\n\n" in text, "one blank line after a heading"
    for before, line in itertools.pairwise(text.split("\n")):
        if line.startswith("- "):
            assert before == "" or before.startswith("- "), (before, line)


def test_the_contents_name_each_part(text: str) -> None:
    listed = text.partition("What is inside\n\n")[2].partition("\n\n")[0].split("\n")
    assert len(listed) > 10
    assert [line for line in listed if f"\n\n\n{line}\n\n" not in text] == []


def test_what_needs_help_comes_first(text: str) -> None:
    found = re.findall(r"\n\n\n(\d\. .*)", text)[:4]
    assert [words.split(":")[0] for words in found[:3]] == ["1. Emergency", "2. Urgent", "3. Not urgent"]
    signs = [sign["text"] for part in outline()["sections"] if part["kind"] == "urgent" for sign in part["signs"]]
    assert len(signs) > 10
    assert [sign for sign in signs if f"\n- {sign}" not in text] == []


def test_a_paragraph_is_one_line() -> None:
    data = outline()
    long = " ".join(["word"] * 200) + "."
    data["summary"] = f"{long}\n\nSecond."
    assert f"\n\n{long}\n\nSecond.\n\n" in text_of(data)


def test_tables_and_pathways_are_lists_with_their_columns_names(text: str) -> None:
    table = next(part for part in outline()["sections"] if part["kind"] == "comparison")
    first, row = table["columns"], table["rows"][0]["cells"]
    assert f"\n\n{first[0]}: {row[0]}\n\n- {first[1]}: {row[1]}\n" in text
    path = next(part for part in outline()["sections"] if part["kind"] == "mechanisms")["items"][0]["pathway"]
    assert f"\n- {path[0]}\n- leads to: {path[1]}\n" in text


def test_a_link_is_written_out_and_a_source_has_its_number() -> None:
    data = outline()
    data["sections"].append(
        {"kind": "text", "title": "Links", "text": "Go [there](https://example.org/a) [@nhs-vitd]."}
    )
    text = text_of(data)
    number = re.search(r"Go there \(https://example\.org/a\) \[(\d+)\]\.\n", text)
    assert number
    assert re.search(rf"(?m)^\[{number[1]}\] NHS\.", text)


def test_a_sign_of_markup_stays_what_the_author_wrote() -> None:
    data = outline()
    data["summary"] = "Less < more & <b>more</b> {{ 1 + 1 }}."
    assert "\nLess < more & <b>more</b> {{ 1 + 1 }}.\n" in text_of(data)


def test_an_approved_guide_names_who_checked_it() -> None:
    data = outline()
    data["guide"] |= {"status": "approved", "reviewed_by": [{"name": "Dr Ada Obi"}], "reviewed_on": "2026-11-20"}
    text = text_of(data)
    assert "\n- Checked by: Dr Ada Obi, 20 November 2026\n" in text
    assert "Draft" not in text


def test_a_bare_guide_leaves_no_empty_heading() -> None:
    data = outline()
    data["sections"] = [{"kind": "text", "title": "The only part", "text": "One line."}]
    data["guide"]["type"] = "general"
    for name in ("glossary", "more_information", "references", "slides"):
        data.pop(name)
    data["summary"] = "The answer."
    text = text_of(data)
    assert (
        "1. The only part\n2. About this leaflet\n\n\n1. The only part\n\nOne line.\n\n\n2. About this leaflet\n"
        in text
    )


@pytest.mark.parametrize(
    ("given", "shown"),
    [
        ("\u201cA\u201d \u2018b\u2019 5\u20136 \u2014 c\u2026 d\u00a0e\u00ad", "\"A\" 'b' 5-6 - c... d e\n"),
        (f"a\n{plaintext.MARK}H\nb\n\n\n\n\nc", "a\n\n\nH\n\nb\n\nc\n"),
        (f"{plaintext.MARK}One\n{plaintext.MARK}Two\n\n\n", "One\n\n\nTwo\n"),
        ("head\n- a\n- b\n  \nafter  it", "head\n\n- a\n- b\n\nafter it\n"),
    ],
)
def test_tidy(given: str, shown: str) -> None:
    assert plaintext.tidy(given) == shown
