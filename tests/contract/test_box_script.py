"""What the reader of boxes relies on to know which family the engine took for a script, and what becomes of it."""

from __future__ import annotations

import pytest
from boxtree import document, lay, texts
from ownfont import face, font

from leafdeck.deck import boxscript, flow, frames, runs
from leafdeck.deck.text import TextRun

HEBREW, JAPANESE = "שלום", "日本語"
FACES = face("Own Hebrew", HEBREW) + face("Own Japanese", JAPANESE)


def families(words: str, listed: str) -> dict[str, str | None]:
    (text,) = texts(lay(f'<p style="font-family: {listed}">{words}', FACES)[0])
    return boxscript.families(text)


@pytest.mark.parametrize(
    ("words", "listed", "found"),
    [
        ("Words", "Own Hebrew", {}),
        (HEBREW, "Liberation Sans, Own Hebrew", {"cs": "Own Hebrew"}),
        (HEBREW, "Liberation Sans, own hebrew", {"cs": "Own Hebrew"}),
        (HEBREW, "Liberation Sans", {"cs": None}),
        (f"{JAPANESE} and words", "Liberation Sans, Own Japanese", {"ea": "Own Japanese"}),
        (f"{JAPANESE} {HEBREW}", "Own Hebrew, Own Japanese", {"ea": "Own Japanese", "cs": "Own Hebrew"}),
    ],
)
def test_a_box_knows_the_family_of_each_kind_of_script(words: str, listed: str, found: dict[str, str | None]) -> None:
    assert families(words, listed) == found


@pytest.mark.parametrize(
    ("character", "kind"),
    [
        ("a", ""), ("é", ""), ("Ж", ""), ("•", ""), ("א", "cs"), ("ع", "cs"), ("न", "cs"), ("ไ", "cs"), ("ក", "cs"),
        ("日", "ea"), ("カ", "ea"), ("한", "ea"), ("。", "ea"), ("𠮷", "ea"), ("😀", ""), ("،", ""),
    ],
)  # fmt: skip
def test_letters_belong_to_a_kind_of_script(character: str, kind: str) -> None:
    assert boxscript.kind(character) == kind


def test_reading_the_families_leaves_the_layout_as_it_was() -> None:
    page = document(f'<p style="font-family: Own Hebrew">{HEBREW}', FACES)
    before = page.write_pdf()
    frames.read(page)
    assert page.write_pdf() == before


def test_a_documents_font_files_are_at_hand() -> None:
    page = document("<p>Words", FACES)
    assert {file.read_bytes() for file in boxscript.font_files(page)} == {
        font("Own Hebrew", HEBREW), font("Own Japanese", JAPANESE),
    }  # fmt: skip
    assert boxscript.font_files(document("<p>Words")) == ()


def test_a_paragraph_is_not_parted_where_a_script_begins_on_its_second_line() -> None:
    html = f'<p style="font-family: Liberation Sans, Own Hebrew; width: 90px">some words {HEBREW} and more'
    (paragraph,) = flow.paragraphs(frames.read(document(html, FACES))[0].items) or ()
    assert len(paragraph.lines) > 1
    (run,) = runs.runs(paragraph)
    assert isinstance(run, TextRun)
    assert run.style.complex_script == "Own Hebrew"
