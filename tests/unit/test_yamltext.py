"""YAML text to nodes: what text stays text, what is refused, and how a mistake is told to someone new to YAML."""

from __future__ import annotations

import time
from pathlib import Path

import pytest
import yaml
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from leafdeck.errors import Problem, SourceError
from leafdeck.guide import yamltext
from leafdeck.guide.yamltext import Fields, Items, Scalar

PARSERS = [yaml.SafeLoader, *([yaml.CSafeLoader] if yaml.__with_libyaml__ else [])]


@pytest.fixture(params=PARSERS, ids=lambda parser: parser.__name__)
def file(request: pytest.FixtureRequest, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A file to write to; the test runs with each of PyYAML's parsers."""
    monkeypatch.setattr(yamltext, "LOADER", request.param)
    return tmp_path / "content.yaml"


def values(file: Path, text: str) -> dict[object, object]:
    file.write_text(text, encoding="utf-8")
    root, problems = yamltext.parse(file)
    assert problems == ()
    assert isinstance(root, Fields)
    return {name: node.value if isinstance(node, Scalar) else node for name, (_, node) in root.entries.items()}


def mistakes(file: Path, text: str | bytes) -> tuple[Problem, ...]:
    file.write_bytes(text.encode() if isinstance(text, str) else text)
    try:
        return yamltext.parse(file)[1]
    except SourceError as error:
        return error.problems


@pytest.mark.parametrize(
    "text", ["no", "yes", "on", "12:30", "1.10", "010", "2026-11-23", "1_000", "0x1F", "1e3", "<<"]
)
def test_text_stays_text(file: Path, text: str) -> None:
    assert values(file, f"a: {text}\n{text}: b\n") == {"a": text, text: "b"}


def test_only_whole_numbers_true_false_and_nothing_are_more_than_text(file: Path) -> None:
    read = values(file, "a: 12\nb: true\nc: false\nd: null\ne:\nf: '12'\ng: \"true\"\nh: -3\ni: 99999999999999999999\n")
    assert read == {
        "a": 12, "b": True, "c": False, "d": None, "e": None, "f": "12", "g": "true", "h": -3, "i": "9" * 20,
    }  # fmt: skip


def test_places_count_from_one(file: Path) -> None:
    file.write_text("a: 1\nb:\n  - ä: x\n    c: y\n", encoding="utf-8")
    root, _ = yamltext.parse(file)
    assert isinstance(root, Fields)
    items = root.get("b")
    assert isinstance(items, Items)
    (entry,) = items.nodes
    assert isinstance(entry, Fields)
    inner, key = entry.get("c"), entry.key("c")
    assert (items.place.line, items.place.column) == (3, 3)
    assert key is not None
    assert inner is not None
    assert (key.place.line, key.place.column, inner.place.line, inner.place.column) == (4, 5, 4, 8)


@pytest.mark.parametrize(
    ("text", "line", "column", "message", "hint"),
    [
        ("a: Note: x\n", 1, 8, "a colon and a space", 'Write a: "Note: x"'),
        ("- Note: x: y\n", 1, 10, "a colon and a space", 'Write Note: "x: y"'),
        ("a: *b c\n", 1, 4, "cannot begin with *", '"*b c"'),
        ("a: **b** c\n", 1, 4, "cannot begin with *", '"**b** c"'),
        ("a: *b\n", 1, 4, "cannot begin with *", "quotes"),
        ("a: &b c\n", 1, 4, "cannot begin with &", "quotes"),
        ("a: !b c\n", 1, 4, "cannot begin with !", "quotes"),
        ("a: @b\n", 1, 4, "cannot begin with @", '"@b"'),
        ("a: `b`\n", 1, 4, "cannot begin with `", '"`b`"'),
        ("a: %b\n", 1, 4, "cannot begin with %", '"%b"'),
        ("a: [x] y\n", 1, 4, "cannot begin with [", '"[x] y"'),
        ("a: [@x] y\n", 1, 4, "cannot begin with [", '"[@x] y"'),
        ("a: {x} y\n", 1, 4, "cannot begin with {", '"{x} y"'),
        ("a: > x\n", 1, 4, "cannot begin with >", '"> x"'),
        ("a: - x\n", 1, 4, "cannot begin with -", '"- x"'),
        ("a: #1 tip\n", 1, 3, "# ends the text", "quotes"),
        ("a: leaflet #3\n", 1, 4, "# ends the text", "quotes"),
        ('a: "x" y\n', 1, 8, "after the closing quote", "'\"x\" y'"),
        ("a: 'it's'\n", 1, 8, "after the closing quote", '"it\'s"'),
        ('a: "x\nb: 1\nc: 2\n', 1, 4, "never closed", "same quote"),
        ('a: "\\d"\n', 1, 0, "backslash", "twice"),
        ("a:\n\tb: 1\n", 2, 1, "a tab", "spaces"),
        ("a:\n  b: 1\n \tc: 2\n", 3, 2, "a tab", "spaces"),
        ("a: 1\n  b: 2\n", 2, 4, "too far to the right", "two spaces"),
        ("a:b\nc: 1\n", 1, 2, "space is missing after this colon", "name: text"),
        ("a: 1\nb:c\nd: 1\n", 2, 2, "space is missing after this colon", "name: text"),
        ('a: "x\nb: {c: d, e: "f"}\n', 1, 4, "never closed", "same quote"),
        ("a: 1\nb\nc: 1\n", 2, 1, "a colon is missing", "name: text"),
        ("a:\n  - b\n c: 1\n", 3, 2, "does not fit", "two spaces"),
        ("- a\nb: 1\n", 2, 1, "does not fit", "two spaces"),
        ("a: [x, y\nb: 1\n", 1, 4, "not closed", "Close ["),
        ('a: [b, "x" y]\n', 1, 12, "a comma", "commas"),
        ("a: 1\nb: 2\na: 3\n", 3, 1, "`a` is given twice", "Keep one"),
        ("? [a]\n: b\n", 1, 3, "must be a word", "name: text"),
        ("a: 1\n---\nb: 1\n", 2, 1, "second outline", "one outline"),
        ("%YAML 1.2\n---\na: b\n", 1, 1, "begin with %", "Delete"),
        ("", 1, 1, "empty", "saved"),
        ("# only a comment\n", 1, 1, "empty", "saved"),
        ("a: b\nc: d\x07e\n", 2, 5, "invisible character", "Delete"),
        ("a: b\ufeffc\n", 1, 5, "U+FEFF", "Delete"),
        ('a: "b\\0c"\n', 1, 4, "U+0000", "backslash"),
        (b"a: b\nc: caf\xe9\n", 2, 7, "not saved as UTF-8", "UTF-8"),
        ("a: b\n".encode("utf-16"), 1, 1, "UTF-16", "UTF-8"),
    ],
)
def test_a_mistake_is_told_with_its_place_and_what_to_type(  # noqa: PLR0913, PLR0917 - a table of mistakes
    file: Path, text: str | bytes, line: int, column: int, message: str, hint: str
) -> None:
    problem = mistakes(file, text)[0]
    assert message in problem.message
    assert hint in problem.hint
    assert problem.where.file == file
    assert (problem.where.line, problem.where.column) == (line, column or problem.where.column)


@pytest.mark.parametrize("text", ["a: b # a comment\n", "a: b\n#c: d\n", "a:\n  #b: c\n  d: e\n", 'a: "b" #c\n'])
def test_comments_are_fine(file: Path, text: str) -> None:
    assert mistakes(file, text) == ()


def test_a_mark_of_utf8_at_the_start_is_fine(file: Path) -> None:
    file.write_bytes(b"\xef\xbb\xbfa: b\n")
    root, problems = yamltext.parse(file)
    assert problems == ()
    assert isinstance(root, Fields)
    key = root.key("a")
    assert key is not None
    assert key.place.column == 1


def test_several_mistakes_come_together(file: Path) -> None:
    assert [problem.where.line for problem in mistakes(file, "a: 1\na: 2\nb: *c\nd: e #f\nb: 2\n")] == [2, 3, 4, 5]


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("a: &a [x]\n" + "\n".join(f"b{n}: &b{n} [{', '.join(['*a'] * 9)}]" for n in range(500)), "cannot begin with"),
        ("[" * 100_000, "nested|brackets"),
        ("- " * 100_000, "nested"),
        ("{a: " * 100_000, "nested|brackets"),
        (" ".join("a" for _ in range(200_000)), "longer than"),
        ('a: "' + "x" * 400_000 + '"', "longer than"),
        ("a: |\n" + "  x\n" * 100_000, "longer than"),
        ("x" * 2_000_000, "larger than"),
        ("a: b\n" * 4_000, "given twice"),
        ("a: [" + "1," * 200_000 + "]", "more than 10,000 entries"),
    ],
    ids=["aliases", "brackets", "dashes", "braces", "plain", "quoted", "block", "file", "names", "entries"],
)
def test_what_is_too_much_is_refused_quickly(tmp_path: Path, text: str, message: str) -> None:
    file = tmp_path / "content.yaml"
    started = time.process_time()
    problem = mistakes(file, text)[0]
    assert time.process_time() - started < 1
    assert any(part in problem.message for part in message.split("|"))


def test_missing_files_and_folders(tmp_path: Path) -> None:
    (tmp_path / "content.yml").write_text("a: b\n", encoding="utf-8")
    with pytest.raises(SourceError, match="there is no such file") as caught:
        yamltext.parse(tmp_path / "content.yaml")
    assert "content.yml" in caught.value.problems[0].hint
    with pytest.raises(SourceError, match="this is a folder"):
        yamltext.parse(tmp_path)
    with pytest.raises(SourceError, match="there is no such file"):
        yamltext.parse(tmp_path / "nowhere" / "content.yaml")


YAML_SIGNS = st.text(st.sampled_from("ab: -\n\t#[]{},\"'&*!|>%@`?\\~=.0\r\u0085\u2028\ufeff\x00ä"), max_size=60)


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(text=YAML_SIGNS)
def test_any_text_gives_nodes_or_an_error_with_a_place_in_it(file: Path, text: str) -> None:
    for problem in mistakes(file, text):
        assert problem.where.file == file
        assert 1 <= problem.where.line <= len(text.splitlines()) + 1
        assert problem.where.column >= 1
        assert problem.hint
