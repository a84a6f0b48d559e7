"""A guide's words as an editor reads them: each with its role, its section and its place."""

from __future__ import annotations

from pathlib import Path

import pytest

from leafdeck.guide.inline import to_plain
from leafdeck.guide.passages import Passage, Role, of_text, passages
from leafdeck.guide.source import load
from leafdeck.guide.unmarked import unmarked
from leafdeck.guide.written import Sheet, Written

REAL = Path(__file__).parents[2] / "content.yaml"


def read(text: str) -> tuple[Passage, ...]:
    return of_text(text, Role.PROSE, "summary", Written(Sheet(Path("a.yaml"), text), 0, len(text)))


def test_paragraphs_and_bullets_are_passages() -> None:
    found = read("First\nline.\n\nAsk:\n- one\n- two\n  more\n\nLast.")
    assert [(one.role.value, one.text) for one in found] == [
        ("prose", "First line."),
        ("prose", "Ask:"),
        ("item", "one"),
        ("item", "two more"),
        ("prose", "Last."),
    ]


def test_markup_is_taken_away_and_remembered() -> None:
    (found,) = read("**Do not** wait [@a; @b]. See [the NHS](https://www.nhs.uk) \\*now\\*.")
    assert found.text == "Do not wait. See the NHS *now*."
    assert [(one.at, one.ids) for one in found.citations] == [(11, ("a", "b"))]
    assert [(found.text[one.start : one.end], one.address) for one in found.links] == [
        ("the NHS", "https://www.nhs.uk")
    ]
    assert [found.text[start:end] for start, end in found.bold] == ["Do not"]


def test_each_letter_knows_its_place() -> None:
    text = "**Do not** wait [@a]. Go\n  now."
    (found,) = read(text)
    assert found.text == "Do not wait. Go now."
    for number, letter in enumerate(found.text):
        assert letter == " " or text[found.spots[number]] == letter
    now = found.place(found.text.index("now"))
    assert (now.line, now.column, now.path) == (2, 3, "summary")


@pytest.mark.parametrize(
    "text", ["a * b", "snake_case_name", "5 * 3 * 2", "**bold** and *thin*", "[not a link]", "a\\\nb", "- \n- x"]
)
def test_words_are_those_that_are_printed(text: str) -> None:
    printed = to_plain(text, cite=lambda _: "")
    assert " ".join(part.words for part in unmarked(text)).split() == printed.replace("- ", "").split()


def test_the_real_guides_words_are_those_that_are_printed() -> None:
    source = load(REAL)
    found = passages(source.guide, source.texts)
    assert len(found) > 250
    for path in ("summary", "sections[4].items[0].text", "sections[1].explain"):
        value = source.guide
        for step in path.replace("]", "").replace("[", ".").split("."):
            value = value[int(step)] if step.isdecimal() else getattr(value, step)  # type: ignore[index]
        printed = to_plain(str(value), cite=lambda _: "").replace("‘", "'").replace("’", "'")
        own = " ".join(one.text for one in found if one.path == path)
        assert own.split() == printed.replace("\N{NO-BREAK SPACE}", " ").split(), path


def test_roles_and_sections() -> None:
    source = load(REAL)
    found = {(one.path, one.role): one for one in passages(source.guide, source.texts)}
    assert ("guide.title", Role.TITLE) in found
    assert found["sections[1].title", Role.URGENT_HEADING].kind == "urgent"
    assert found["sections[1].signs[0].text", Role.SIGN].section == 1
    step = found["sections[4].items[0].pathway[0].step", Role.STEP]
    assert step.place().line
    assert ("sections[6].columns[0]", Role.LABEL) in found or ("sections[7].columns[0]", Role.LABEL) in found
    assert not [path for path, _ in found if path.startswith("references")]


def test_a_heading_over_limits_is_read_only_where_there_are_limits() -> None:
    guide = load(REAL).guide
    (at,) = (number for number, section in enumerate(guide.sections) if section.kind == "management")
    management = guide.sections[at]
    without = guide.model_copy(
        update={
            "sections": (*guide.sections[:at], management.model_copy(update={"limits": ()}), *guide.sections[at + 1 :])
        }
    )
    path = f"sections[{at}].limits_title"
    assert [path in {one.path for one in passages(each, {})} for each in (guide, without)] == [True, False]
