"""Rules over length: sentences, paragraphs, titles, bold, lists and tables."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

import pytest
from labelled import manuscript_of
from wordrules import found, words

from leafdeck.check.chances import risk_numbers
from leafdeck.check.length import bold_much
from leafdeck.check.lists import list_length, table_columns, table_head_words
from leafdeck.check.manuscript import Dossier
from leafdeck.checking import dossier
from leafdeck.guide.source import load
from leafdeck.notice import Severity
from leafdeck.resources import Resources

ROOT = Path(__file__).resolve().parents[2]
LONG = "Word" + " word" * 20 + "."


def test_a_sentence_of_21_words_is_long_and_one_of_20_is_not() -> None:
    (one,) = found("long-sentence", f"Short. {LONG}")
    assert one.words == LONG
    assert "21 words, 1 too many" in one.finding.message
    assert words("long-sentence", LONG.replace(" word", "", 1)) == []
    assert words("long-sentence", LONG, "heading") == []
    assert words("long-sentence", LONG, language="de") == [LONG]


def test_bullets_are_counted_one_by_one() -> None:
    bullets = "Call us if you have:\n\n" + "\n".join(["- " + " ".join(["word"] * 12)] * 4)
    assert words("long-sentence", bullets) == []
    assert words("long-paragraph", bullets) == []


def test_a_paragraph_of_4_sentences_is_long() -> None:
    assert words("long-paragraph", "Rest. Wait. Eat. Sleep.") == ["Rest. Wait. Eat. Sleep."]
    assert words("long-paragraph", "Rest. Wait. Eat.\n\nSleep.") == []
    assert words("long-paragraph", "1. Rest. 2. Wait. 3. Eat. 4. Sleep.") == []


def test_a_title_has_65_characters() -> None:
    assert words("title-length", "x" * 66, "title") == ["x" * 66]
    assert words("title-length", "x" * 65, "title") == []
    assert words("title-length", "x" * 66, "heading") == []


def test_a_list_item_is_one_sentence() -> None:
    assert words("list-sentence", "Rest. Then eat.", "item") == ["Then eat."]
    assert words("list-sentence", "Rest, then eat.", "item") == []
    assert words("list-sentence", "Rest. Then eat.") == []


def test_much_bold_is_told_once_in_a_long_text() -> None:
    text = "Plain words that go on. " * 90
    bold = "**These are bold words that go on and on for a while, far too long.** " * 3
    (one,) = bold_much(manuscript_of({"text": text + bold})[0])
    assert "of the running text is in bold" in one.message
    assert list(bold_much(manuscript_of({"text": text + "**Stop.**"})[0])) == []
    assert list(bold_much(manuscript_of({"text": "**All bold.**"})[0])) == []


def guide(tmp_path: Path, sections: str) -> Dossier:
    """Return a guide whose sections are these alone."""
    head = (ROOT / "content.yaml").read_text(encoding="utf-8").partition("\nsections:\n")[0]
    head = head.replace("type: condition", "type: general")
    tail = "glossary: []\ndisclaimer: This is not advice.\n"
    content = tmp_path / "content.yaml"
    content.write_text(f"{head}\nsections:\n{sections}{tail}", encoding="utf-8")
    resources = Resources.beside(content)
    return dossier(load(content, resources.icons()), resources, dt.date(2026, 11, 25))


def checklist(count: int) -> str:
    items = "".join(f"      - Line {number}\n" for number in range(count))
    return f"  - kind: checklist\n    title: Ask\n    items:\n{items}"


@pytest.mark.parametrize(
    ("count", "severity"), [(6, None), (7, Severity.WARNING), (8, Severity.ERROR), (12, Severity.ERROR)]
)
def test_a_list_of_7_is_long_and_one_of_8_too_long(tmp_path: Path, count: int, severity: Severity | None) -> None:
    found = list(list_length(guide(tmp_path, checklist(count))))
    assert [one.severity for one in found] == ([severity] if severity else [])
    if severity:
        assert f"{count} items" in found[0].message
        assert found[0].place.path == "sections[0].items"


def test_signs_that_need_help_may_be_many(tmp_path: Path) -> None:
    signs = "".join(f"      - {{id: s{number}, text: sign {number}}}\n" for number in range(9))
    urgent = f'  - kind: urgent\n    level: emergency\n    title: "Call 999 if:"\n    signs:\n{signs}'
    (one,) = list_length(guide(tmp_path, urgent))
    assert one.severity is Severity.WARNING


def test_bullets_of_a_text_are_a_list(tmp_path: Path) -> None:
    bullets = "".join(f"      - bullet {number}\n" for number in range(8))
    (one,) = list_length(guide(tmp_path, f"  - kind: text\n    title: Ask\n    text: |-\n      Ask:\n\n{bullets}"))
    assert one.severity is Severity.ERROR
    assert one.place.line > 1


def table(columns: list[str]) -> str:
    return (
        f"  - kind: comparison\n    title: Causes\n    columns: [{', '.join(columns)}]\n"
        f"    rows:\n      - cells: [{', '.join('x' for _ in columns)}]\n"
    )


def test_a_table_has_4_columns_with_short_headings(tmp_path: Path) -> None:
    sound = guide(tmp_path, table(["One", "Two", "Three", "What it may feel like"]))
    assert [*table_columns(sound), *table_head_words(sound)] == []
    wide = guide(tmp_path, table(["One", "Two", "Three", "Four", "What it may feel like here"]))
    (columns,) = table_columns(wide)
    assert "5 columns" in columns.message
    (head,) = table_head_words(wide)
    assert head.place.path == "sections[0].columns[4]"


def risk(title: str, of: int, text: str) -> str:
    return (
        f"  - kind: risk\n    title: {title}\n    message: It is rare\n    of: {of}\n"
        f"    groups: [{{label: people get it, number: 3}}]\n    text: {text}\n    source: NHS\n"
    )


def test_pictures_of_risks_are_out_of_the_same_number(tmp_path: Path) -> None:
    alike = risk("A", 100, "That is 3 in 100 people.") + risk("B", 100, "That is fewer than 1 in 10 people.")
    assert list(risk_numbers(guide(tmp_path, alike))) == []
    words, other = sorted(
        risk_numbers(guide(tmp_path, risk("A", 100, "It is 1 in 33 people.") + risk("B", 1000, "It is rare."))),
        key=lambda one: one.place.line,
    )
    assert words.place.path == "sections[0].text"
    assert other.place.path == "sections[1].of"
