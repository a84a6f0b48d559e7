"""Each character of a text knows where it was typed, however YAML had it written."""

from __future__ import annotations

from pathlib import Path

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from leafdeck.guide.source import load
from leafdeck.guide.written import Sheet, Written, typed
from leafdeck.guide.yamltext import Fields, Scalar, parse

REAL = Path(__file__).parents[2] / "content.yaml"


def scalar(folder: Path, written: str) -> tuple[str, Written]:
    file = folder / "a.yaml"
    file.write_text(written, encoding="utf-8", newline="")
    root, problems = parse(file)
    assert not problems
    assert isinstance(root, Fields)
    node = root.get("a")
    assert isinstance(node, Scalar)
    assert isinstance(node.value, str)
    assert node.written
    return node.value, node.written


def letters(value: str, written: Written) -> str:
    """Return what stands in the file where each letter of a text says that it stands."""
    offsets = written.offsets(value)
    return "".join(
        letter if letter.isspace() else written.sheet.text[at] for letter, at in zip(value, offsets, strict=False)
    )


@pytest.mark.parametrize(
    "text",
    [
        "a: plain words\n",
        "a: plain words that\n  go on here\n\n  and here\n",
        "a: >-\n  folded words,\n  more words\n\n  a second paragraph\n",
        "a: |\n  literal\n    indented\n  lines\n",
        "a: 'it''s quoted,\n  over lines'\n",
        'a: "a \\"quoted\\" word and\\\n  more"\n',
        "\ufeffa: behind a mark\n",
        "a: >-\r\n  lines that end\r\n  as in Windows\r\n",
        "b: é ü 日\na: behind wide letters\n",
    ],
)
def test_letters_stand_where_they_say(tmp_path: Path, text: str) -> None:
    value, written = scalar(tmp_path, text)
    found = letters(value, written).replace("\\", '"')
    assert found == value


def test_an_escaped_character_stands_where_its_backslash_does(tmp_path: Path) -> None:
    value, written = scalar(tmp_path, 'a: "caf\\u00e9 two"\n')
    offsets = written.offsets(value)
    assert value == "café two"
    assert written.sheet.text[offsets[3] : offsets[4]] == "\\u00e9"
    assert written.sheet.text[offsets[5] :].startswith("two")


def test_the_end_of_a_text_is_behind_its_last_letter(tmp_path: Path) -> None:
    value, written = scalar(tmp_path, "a: 'it''s'\n")
    offsets = written.offsets(value)
    assert written.sheet.text[offsets[0] : offsets[-1]] == "it''s"


def test_every_text_of_the_real_guide_stands_where_it_says() -> None:
    source = load(REAL)
    texts = {path: written for path, written in source.texts.items() if path.startswith("sections[4].items")}
    assert len(texts) > 20
    for path, written in texts.items():
        value = yaml.safe_load(f"- {written.sheet.text[written.start : written.end]}\n")[0]
        if isinstance(value, str):
            assert letters(value, written) == value, path


WORDS = st.lists(st.text(st.characters(codec="ascii", categories=["L", "N", "P"]), min_size=1, max_size=8), min_size=1)


@given(words=WORDS, style=st.sampled_from(["'", '"', ">", "|"]))
def test_any_words_in_any_style_stand_where_they_say(
    tmp_path_factory: pytest.TempPathFactory, words: list[str], style: str
) -> None:
    quoted = typed(" ".join(words), style if style in {"'", '"'} else ">")
    assert quoted is not None
    text = f"a: {style}{quoted}{style}\n" if style in {"'", '"'} else f"a: {style}-\n  {quoted}\n"
    value, written = scalar(tmp_path_factory.mktemp("yaml"), text)
    offsets = written.offsets(value)
    assert value == " ".join(words)
    for letter, at in zip(value, offsets, strict=False):
        assert letter == " " or written.sheet.text[at] in {letter, "\\"}


def test_a_place_is_a_line_and_a_column() -> None:
    sheet = Sheet(Path("a.yaml"), "one\r\ntwo three\n")
    assert (sheet.place(9).line, sheet.place(9).column) == (2, 5)
    assert sheet.line(2) == "two three"


@pytest.mark.parametrize("words", ["a: b", "x #y", "[z]", "end:"])
def test_what_would_break_plain_text_is_not_typed(words: str) -> None:
    assert typed(words, "") is None
    assert typed(words, "'") == words
