"""Words are put in place of others in a content file; comments, layout and quotes stay, and nothing else is read."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from leafdeck.errors import SourceError
from leafdeck.guide.passages import Role, of_text
from leafdeck.guide.rewrite import Edit, rewritten
from leafdeck.guide.yamltext import Fields, Scalar, parse

FILE = Path("content.yaml")


def edit(text: str, old: str, new: str) -> Edit:
    start = text.index(old)
    return Edit(start, start + len(old), new)


def value(text: str, name: str = "a") -> object:
    root, problems = parse(FILE, text)
    assert isinstance(root, Fields)
    assert problems == ()
    node = root.get(name)
    assert isinstance(node, Scalar)
    return node.value


@pytest.mark.parametrize(
    ("before", "old", "new", "after"),
    [
        ("a: You can't rest  # why\nb: 1\n", "can't", "cannot", "a: You cannot rest  # why\nb: 1\n"),
        ("a: 'You can''t rest'\n", "can''t", "cannot", "a: 'You cannot rest'\n"),
        ("a: 'You cannot'\n", "cannot", "can't", "a: 'You can''t'\n"),
        ("a: Take 4000mg\n", "4000", "4,000", "a: Take 4,000mg\n"),
        ('a: "You can\\u0027t"\n', "can\\u0027t", "cannot", 'a: "You cannot"\n'),
        ('a: "Say cannot"\n', "cannot", '"no"', 'a: "Say \\"no\\""\n'),
        ("{a: You can't, b: 1}\n", "can't", "cannot", "{a: You cannot, b: 1}\n"),
        ("a: >-\n  You do\n  can't rest.\n", "can't", "cannot", "a: >-\n  You do\n  cannot rest.\n"),
        ("a: >-\n  a number\n  of people\n", "a number\n  of people", "many people", "a: >-\n  many\n  people\n"),
        ("a: |-\n  a number\n  of people\n", "a number\n  of people", "many people", "a: |-\n  many\n  people\n"),
        ("a: >-\n  a number\n  of people go\n", "a number\n  of", "many", "a: >-\n  many\n  people go\n"),
        ("a: >-\n  a number\n  of.\n", "a number\n  of", "many", "a: >-\n  many.\n"),
        ("a: a number\n  of people\n", "a number\n  of", "many", "a: many\n  people\n"),
        ("a: >-\r\n  a number\r\n  of people\r\n", "a number\r\n  of", "many", "a: >-\r\n  many\r\n  people\r\n"),
        ("a: |-\r\n  I can't\r\n\r\n  - So\r\n", "can't", "cannot", "a: |-\r\n  I cannot\r\n\r\n  - So\r\n"),
        ("a: Bäder, 𝄞 can't\n", "can't", "cannot", "a: Bäder, 𝄞 cannot\n"),
    ],
)
def test_only_the_words_change(before: str, old: str, new: str, after: str) -> None:
    made = rewritten(FILE, before, [edit(before, old, new)])
    assert (made.text, len(made.made), made.refused) == (after, 1, ())


@pytest.mark.parametrize(
    ("text", "old", "new"),
    [
        ("a: Rest now\n", "now", "now: at once"),  # a colon
        ("a: Rest now\n", "now", "now #1"),
        ("a: [Rest now]\n", "now", "now, then"),
        ("{a: Take 4000mg, b: 1}\n", "4000", "4,000"),
        ("a: now\n", "now", "true"),  # no text any more
        ("a: now\n", "now", "12"),
        ("a: now\n", "now", "- later"),
        ("a: now\n", "now", "@home"),
        ("a: Rest now\n", "now", ""),  # a space is left at the end, which YAML drops
        ("a: Do **not** rest\n", "Do **not** rest", "Never rest"),  # markup
        ("a: Ask [@nice] us\n", "Ask [@nice] us", "Ask"),
        ("a: See [our page](https://x.example) now\n", "See [our", "Our"),
        ("a: 12\n", "12", "13"),  # a number
        ("a: Rest\n", "a", "b"),  # the name of a field
        ("a: Rest # now\n", "now", "then"),  # a comment
        ('a: "Rest \\\n  now"\n', "Rest \\\n  now", "Rest then"),
        ("a: |-\n  - one\n  - two\n", "one\n  - two", "both"),  # two bullets
    ],
)
def test_what_would_break_the_text_is_not_done(text: str, old: str, new: str) -> None:
    made = rewritten(FILE, text, [edit(text, old, new)])
    assert (made.text, made.made, len(made.refused)) == (text, (), 1)


def test_one_bad_edit_leaves_the_others_be() -> None:
    text = "a: now\nb: I can't\nc: We won't\n"
    edits = [edit(text, "can't", "cannot"), edit(text, "now", "true"), edit(text, "won't", "will not")]
    made = rewritten(FILE, text, edits)
    assert made.text == "a: now\nb: I cannot\nc: We will not\n"
    assert made.refused == (edits[1],)


def test_of_edits_that_overlap_the_first_wins() -> None:
    text = "a: one two three\n"
    edits = [edit(text, "two three", "2 3"), edit(text, "one two", "1 2"), edit(text, "one", "1")]
    made = rewritten(FILE, text, edits)
    assert (made.text, made.made, made.refused) == ("a: 1 2 3\n", (edits[0], edits[2]), ())


def test_a_text_that_is_no_yaml_is_told() -> None:
    with pytest.raises(SourceError):
        rewritten(FILE, 'a: "open\n', [])


WORD = st.text(st.sampled_from("abcäßñ背🙂'\".,%–’-"), min_size=1, max_size=8)
WORDS = st.lists(WORD, min_size=1, max_size=12).map(" ".join)
STYLES = st.sampled_from(["plain", "'", '"', "escaped", "|", ">"])


def written(words: str, style: str, width: int, end: str) -> str:
    """Return words as the value of a field, folded at a width in the styles that can be."""
    lines = re.findall(rf"\S.{{0,{width}}}(?!\S)|\S+", words) if style in {"|", ">", '"', "'"} else [words]
    lines = [line.rstrip() for line in lines]
    if style in {"|", ">"}:
        block = "".join(f"    {line}{end}" for line in lines)
        return f"{style}-  # a comment{end}{block}"
    if style == "'":
        return "'" + f"{end}    ".join(line.replace("'", "''") for line in lines) + f"'{end}"
    if style == '"':
        typed = [line.replace("\\", "\\\\").replace('"', '\\"') for line in lines]
        return '"' + f"{end}    ".join(typed) + f'"{end}'
    if style == "escaped":
        return '"' + "".join(f"\\U{ord(letter):08x}" if not letter.isspace() else " " for letter in words) + f'"{end}'
    return f"{words}  # a comment{end}"


@given(
    st.lists(st.tuples(WORDS, STYLES), min_size=1, max_size=4),
    st.integers(5, 30),
    st.sampled_from(["\n", "\r\n"]),
    st.data(),
)
def test_what_is_read_afterwards_is_what_was_meant(
    texts: list[tuple[str, str]], width: int, end: str, data: st.DataObject
) -> None:
    fields = [f"t{number}: {written(words, style, width, end)}" for number, (words, style) in enumerate(texts)]
    text = f"# first{end}" + f"# between{end}".join(fields) + f"# last{end}"
    try:
        root, problems = parse(FILE, text)
    except SourceError:
        return  # words that plain text cannot hold
    assert isinstance(root, Fields)
    if problems:
        return
    edits: list[Edit] = []
    expected: dict[str, object] = {}
    for name, (_, node) in root.entries.items():
        assert isinstance(node, Scalar)
        expected[name] = node.value
        if not isinstance(node.value, str) or not node.written:
            continue
        for passage in of_text(node.value, Role.PROSE, name, node.written):
            if passage.text != " ".join(node.value.split()):
                continue  # stars and such are markup
            words = [match.span() for match in re.finditer(r"\S+", passage.text)]
            first = data.draw(st.integers(0, len(words) - 1))
            last = data.draw(st.integers(first, min(first + 3, len(words) - 1)))
            start, stop = words[first][0], words[last][1]
            new = data.draw(WORDS)
            from_, to = passage.spots[start], node.written.after(passage.spots[stop - 1])
            edits.append(Edit(from_, to, new))
            expected[name] = passage.text[:start] + new + passage.text[stop:]
    made = rewritten(FILE, text, edits)
    after, _ = parse(FILE, made.text)
    assert isinstance(after, Fields)
    refused = {one.start for one in made.refused}
    for name, (_, node) in after.entries.items():
        assert isinstance(node, Scalar)
        before = root.get(name)
        assert isinstance(before, Scalar)
        own = [one for one in edits if before.written and before.written.start <= one.start < before.written.end]
        if own and own[0].start not in refused:
            assert " ".join(str(node.value).split()) == expected[name]
        else:
            assert node.value == before.value
    for sign in ("# first", "# between", "# last", "# a comment"):
        assert made.text.count(sign) == text.count(sign)
    assert made.text.count("\r") == made.text.count("\n") * (end == "\r\n")
    assert list(yaml.safe_load(made.text)) == list(root.entries)
