"""A language's words: read from files that anyone may edit, mistakes told, read again when a file changes."""

from __future__ import annotations

from pathlib import Path

import pytest

from leafdeck.errors import SourceError
from leafdeck.guide import words
from leafdeck.resources import Resources


def test_files_together_are_the_lexicon(tmp_path: Path) -> None:
    (tmp_path / "a.yaml").write_text("sales: [miracle]\n", encoding="utf-8")
    (tmp_path / "b.yaml").write_text("hedges: [may|might]\n", encoding="utf-8")

    found = words.load(tmp_path.glob("*.yaml"))

    assert (found.sales, found.hedges) == (("miracle",), ("may|might",))


def test_a_file_that_changes_is_read_again_and_one_that_does_not_is_not(tmp_path: Path) -> None:
    file = tmp_path / "a.yaml"
    file.write_text("sales: [miracle]\n", encoding="utf-8")
    first = words.load([file])

    assert words.load([file]) is first

    file.write_text("sales: [miracle, breakthrough]\n", encoding="utf-8")
    assert words.load([file]).sales == ("miracle", "breakthrough")


def test_a_file_beside_the_content_takes_the_place_of_ours(tmp_path: Path) -> None:
    (tmp_path / "words/en").mkdir(parents=True)
    (tmp_path / "words/en/claims.yaml").write_text("sales: [wonderful]\n", encoding="utf-8")

    found = words.load(Resources.beside(tmp_path / "content.yaml").words("en-GB"))

    assert found.sales == ("wonderful",)
    assert found.causes == ()
    assert found.daily_limits, "other files are still ours"


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("sale: [miracle]\n", "there is no field `sale`"),
        ("sales: miracle\n", "sales"),
        ("- miracle\n", "not a list of named fields"),
    ],
)
def test_a_mistake_in_a_file_is_told_with_its_line(tmp_path: Path, text: str, told: str) -> None:
    file = tmp_path / "a.yaml"
    file.write_text(text, encoding="utf-8")

    with pytest.raises(SourceError) as caught:
        words.load([file])

    assert told in str(caught.value)
    assert caught.value.problems[0].where.line == 1


def test_the_same_words_in_two_files_are_a_mistake(tmp_path: Path) -> None:
    for name in ("a.yaml", "b.yaml"):
        (tmp_path / name).write_text("sales: [miracle]\n", encoding="utf-8")

    with pytest.raises(SourceError, match="`sales` stands in another file too"):
        words.load(tmp_path.glob("*.yaml"))
