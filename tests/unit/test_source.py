"""A content file to a Guide, or to every problem in it: where each is, what was expected, what to do."""

from __future__ import annotations

import datetime as dt
import time
from pathlib import Path

import pytest
import yaml
from outlines import ICONS, change, only, problems, spot, text_of, write

from leafdeck.guide.model import Guide
from leafdeck.guide.source import MOST_SHOWN, load
from leafdeck.resources import Resources

ROOT = Path(__file__).parents[2]
REAL = ROOT / "content.yaml"
MECHANISMS = """\
  - kind: mechanisms
    title: How it comes about
    items:
      - id: vitamin-d
        icon: spine
        title: Vitamin D
        message: Low vitamin D weakens bone
        text: It keeps bones strong [@nhs].
        pathway: [Low vitamin D, {step: Pain, linked_only: true}]
references:
  - {id: nhs, type: webpage, title: Vitamin D, volume: 21}
"""


def with_mechanisms(project: Path) -> Path:
    return change(project, "more_information:", MECHANISMS + "more_information:")


def test_the_real_guide_is_sound() -> None:
    source = load(REAL, Resources.beside(REAL).icons())
    assert source.guide == Guide.model_validate(yaml.safe_load(REAL.read_text(encoding="utf-8")))
    assert source.files == (REAL,)


def test_positions_name_every_part(project: Path) -> None:
    source = load(with_mechanisms(project), ICONS)
    lines = text_of(project).splitlines()
    for path, words in {
        "guide.review_by": "2029-11-01",
        "sections[0].text": "A line of text.",
        "sections[1].items[0].pathway[1].step": "Pain",
        "more_information[0].url": '"https://www.example.org/"',
    }.items():
        place = source.positions[path]
        assert lines[place.line - 1][place.column - 1 :].startswith(words)
        assert (place.file, place.path) == (project / "content.yaml", path) or place.file == Path("content.yaml")


@pytest.mark.parametrize("text", ["no", "12:30", "1.10", "010", "2026", "2026-11-23", "1e3", "null text"])
def test_text_where_text_is_meant_stays_as_it_is_written(project: Path, text: str) -> None:
    guide = load(change(project, 'version: "1.0"', f"version: {text}")).guide
    assert guide.guide.version == text


def test_dates_and_numbers_become_what_they_are(project: Path) -> None:
    change(project, "disclaimer:", "slides: {minutes: {the-only-part: 3}}\ndisclaimer:")
    guide = load(project / "content.yaml").guide
    assert guide.guide.published == dt.date(2026, 11, 1)
    assert guide.slides.minutes == {"the-only-part": 3}


@pytest.mark.parametrize(
    ("old", "new", "where", "message", "hint"),
    [
        ("title: A small", "titel: A small", "guide.titel @ titel:", "no field `titel`", "Did you mean `title`?"),
        ("  audience: People who test\n", "", "guide.audience @ id: small", "`audience` is missing", "audience: …"),
        ("disclaimer: It does", "disclaimr: It does", "disclaimr @ disclaimr:", "no field", "`disclaimer`?"),
        ("title: A small guide", "title: [A, guide]", "guide.title @ [A, guide]", "should be text, not a list", "…"),
        ("title: A small guide", "title: {a: b}", "guide.title @ {a: b}", "text, not a group of fields", "…"),
        ("title: A small guide", "title:", "guide.title @ ", "`title` is empty", "after the colon"),
        ("title: A small guide", "title: true", "guide.title @ true", "in quotes it is a word", "…"),
        ("published: 2026-11-01", "published: 1 May 2026", "guide.published @ 1 May", "a date", "2026-11-23"),
        ("published: 2026-11-01", "published: 0", "guide.published @ 0", "a date", "2026-11-23"),
        ("published: 2026-11-01", "published: 2026-02-30", "guide.published @ 2026-02-30", "a date", "2026-11-23"),
        ("review_by: 2029-11-01", "review_by: 2020-11-01", "guide.review_by @ 2020", "must come after", "`published`"),
        ("type: general", "type: genral", "guide.type @ genral", "`condition` or `general`", "Did you mean `general`?"),
        ("id: small", "id: Small One", "guide.id @ Small", "small letters", "vitamin-d"),
        ("authors: [{name: A. Tester}]", "authors: []", "guide.authors @ []", "at least one entry", "Who wrote it"),
        ("authors: [{name: A. Tester}]", "authors: A. Tester", "guide.authors @ A. T", "should be a list", "- "),
        ("authors: [{name: A. Tester}]", "authors: [Me]", "guide.authors[0] @ Me]", "a group of fields", "name: …"),
        ("organisation:\n", "organisation: Us\nx:\n", "organisation @ Us", "a group of fields", "name: …"),
        ("feedback: Tell", "website: nhs.uk\n  feedback: Tell", "organisation.website @ nhs.uk", "https://", "nhs"),
        ("feedback: Tell", "email: back-care at riverside\n  feedback: Tell", "organisation.email @ back-care",
         "an email address", "name@example.org"),
        ("kind: text", "kind: txt", "sections[0].kind @ txt", "not a kind", "Did you mean `text`?"),
        ("kind: text\n    title", "title", "sections[0] @ title: The", "`kind` is missing", "`mechanisms`"),
        ("kind: text", "kind: [text]", "sections[0].kind @ [text]", "one word", "`text`"),
        ("text: A line", "optional: perhaps\n    text: A line", "sections[0].optional @ perhaps", "`true` or", "true"),
        ("schema: 1", "schema: 2", "schema @ 2", "version 2", "newer"),
        ("schema: 1", "schema: 0", "schema @ 0", "version 0", "`schema: 1`"),
        ("schema: 1", 'schema: "1"', "schema @ ", "should be `1`", "Take the quotes away"),
        ("schema: 1", "schema: true", "schema @ true", "should be `1`, not `true`", "1"),
        ("schema: 1\n", "", "schema @ guide:", "`schema` is missing", "schema: …"),
        ("A line of text", "A line [@nhs]", "sections[0].text @ A line", "cites `nhs`", "Add a reference"),
        ("A line of text", "A line [@a, b]", "sections[0].text @ A line", "cannot be read", "[@one-id]"),
        ("A line of text", "See [x](www.a.b)", "sections[0].text @ See [", "www.a.b", "https://"),
        ("A line of text", "See [x](javascript:alert(1)) now", "sections[0].text @ See [", "alert(1) cannot", "https://"),
        ("A line of text", "See [x](https://a.b", "sections[0].text @ See [", "a link in this text", "[words](https"),
        ("A line of text", "A **line of text", "sections[0].text @ A **", "`**` in this text", "close it"),
        ("A line of text", "A ** line ** of text", "sections[0].text @ A **", "`**` in this text", "close it"),
        ("A line of text", "A <b>line</b> of text", "sections[0].text @ A <b>", "`<b>` would be printed", "**words**"),
        ("A line of text", "A line<br/>of text", "sections[0].text @ A line<", "`<br/>` would be", "Take the tag"),
        ("feedback: Tell", 'feedback: Go <a href="https://a.b">here</a>. Tell', "organisation.feedback @ Go <a",
         "`<a …>` would be printed", "[words](https://…)"),
        ("The only part", "The **only** part", "sections[0].title @ The **", "`**only**` would be", "plain words"),
        ("The only part", "The <i>only</i> part", "sections[0].title @ The <i>", "`<i>` would be", "plain words"),
        ("The only part", "The [@a] part", "sections[0].title @ The [", "cannot stand in this field", "running"),
        ("feedback:", "logo: no.png\n  feedback:", "organisation.logo @ no.png", "no such file", "beside"),
        ("feedback:", "logo: /etc/hosts\n  feedback:", "organisation.logo @ /etc", "top of the disk", "beside"),
        ("feedback:", "logo: ../x.png\n  feedback:", "organisation.logo @ ../x", "outside", "beside"),
        ("feedback:", "logo: a\\b.png\n  feedback:", "organisation.logo @ a\\b", "write /", "beside"),
        ("feedback:", "logo: .\n  feedback:", "organisation.logo @ .", "a folder", "beside"),
        ("feedback:", "logo: https://x.y/z.png\n  feedback:", "organisation.logo @ https:", "on the web", "beside"),
        ("disclaimer:", "slides: {notes: {only-part: x}}\ndisclaimer:", "slides.notes.only-part @ only", "called",
         "Did you mean `the-only-part`?"),
        ("disclaimer:", "slides: {reveal: [the-only-part]}\ndisclaimer:", "slides.reveal[0] @ the-only", "called",
         "questions"),
        ("disclaimer:", "slides: {minutes: {x: 3}}\ndisclaimer:", "slides.minutes.x @ x: 3", "called", "`id`"),
        ("disclaimer:", "slides: {minutes: {the-only-part: x}}\ndisclaimer:", "slides.minutes.the-only-part @ x}",
         "a whole number", "3"),
        ("disclaimer:", "slides: {minutes: {the-only-part: true}}\ndisclaimer:", "slides.minutes.the-only-part @ true}",
         "a whole number, not `true`", "3"),
    ],
)  # fmt: skip
def test_a_problem_is_told_with_its_place_and_what_to_do(  # noqa: PLR0913, PLR0917 - a table of problems
    project: Path, old: str, new: str, where: str, message: str, hint: str
) -> None:
    found = problems(change(project, old, new))
    matching = [problem for problem in found if spot(problem).startswith(where) and message in problem.message]
    assert len(matching) == 1, [(spot(problem), problem.message) for problem in found]
    assert hint in matching[0].hint


@pytest.mark.parametrize(
    ("old", "new", "where", "message", "hint"),
    [
        ("icon: spine", "icon: spin", "sections[1].items[0].icon @ spin", "no icon `spin`", "Did you mean `spine`?"),
        ("icon: spine", "icon: zzz", "sections[1].items[0].icon @ zzz", "no icon `zzz`", "leg, nerve, spine"),
        ("[@nhs]", "[@nsh]", "sections[1].items[0].text @ It keeps", "cites `nsh`", "Did you mean `nhs`?"),
        ("[@nhs]", "[nhs]", "sections[1].items[0].text @ It keeps", "`[nhs]` would be printed", "Write [@nhs]"),
        ("[@nhs]", "[nhs; @nhs]", "sections[1].items[0].text @ It keeps", "`[nhs; @nhs]` would", "Write [@nhs; @nhs]"),
        ("linked_only: true", "linked: true", "sections[1].items[0].pathway[1].linked @ linked: true", "no field",
         "linked_only"),
        ("Low vitamin D, {", "[x], {", "sections[1].items[0].pathway[0] @ [x], {", "a group of fields", "step: …"),
        ("id: vitamin-d", "id: the-only-part", "sections[1].items[0].id @ the-only-part", "line 20 has it", "another"),
        ("id: nhs, type: webpage", "id: nhs, type: web", "references[0].type @ web,", "should be", "webpage"),
        ("volume: 21", "doi: 10.1", "references[0].doi @ doi: 10.1}", "no field `doi`", "Did you mean `DOI`?"),
        ("volume: 21", "DOI: https://doi.org/10.1", "references[0].DOI @ https://doi", "begins with 10.", ""),
        ("volume: 21", "author: [{given: B}]", "references[0].author[0] @ {given: B}", "`family`", ""),
        ("volume: 21}\n", "volume: 21}\n  - {id: nhs, type: webpage, title: T}\n", "references[1].id @ nhs,",
         "line 32 has it", "another"),
    ],
)  # fmt: skip
def test_a_problem_deep_in_the_outline(  # noqa: PLR0913, PLR0917 - a table of problems
    project: Path, old: str, new: str, where: str, message: str, hint: str
) -> None:
    with_mechanisms(project)
    problem = only(change(project, old, new))
    assert spot(problem).startswith(where)
    assert message in problem.message
    assert hint in problem.hint


@pytest.mark.parametrize(
    "text",
    [
        "See [nhs](https://www.nhs.uk/) or [nhs1].",
        r"Take \**, \[nhs] or \<b> as it stands.",
        "A dose of 2 * 3 mg*, p < 0.05 and b > 3.",
        "Ask <https://www.nhs.uk/> or <mailto:a@b.example>.",
        "**Do not wait** [@nhs].",
    ],
)
def test_what_only_looks_like_a_slip_is_let_be(project: Path, text: str) -> None:
    with_mechanisms(project)
    load(change(project, "A line of text.", f"'{text}'"), ICONS)


def test_a_condition_needs_mechanisms_diagnosis_and_management(project: Path) -> None:
    with_mechanisms(project)
    found = problems(change(project, "  type: general\n", ""))
    assert [spot(problem) for problem in found] == ["sections @ sections:", "sections @ sections:"]
    assert ["diagnosis" in found[0].message, "management" in found[1].message] == [True, True]


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("sections:\n  - kind: text\n    title: The only part\n    text: A line of text.\n", ""),
        ("kind: text", "kind: txt"),
        ("title: The only part", "titel: The only part"),
    ],
    ids=["missing", "kind", "title"],
)
def test_slide_notes_are_not_judged_by_sections_that_cannot_be_read(project: Path, old: str, new: str) -> None:
    change(project, "disclaimer:", "slides: {notes: {disc-wear: x}, minutes: {disc-wear: 3}}\ndisclaimer:")
    found = problems(change(project, old, new))
    assert [problem.message for problem in found if "is called" in problem.message] == []


def test_all_problems_come_together_in_the_order_of_the_file(project: Path) -> None:
    change(project, "title: A small guide", "titel: A small guide")
    change(project, "  funding: Nobody paid for it.\n", "  funding: x\n  funding: y\n")
    change(project, "A line of text.", "A line [@nope].")
    change(project, "kind: text", "icon: x\n    kind: text")
    found = problems(change(project, "disclaimer: It does not replace advice from your own doctor.\n", ""))
    places = [(problem.where.line, problem.where.column) for problem in found]
    assert places == [(1, 1), (3, 3), (5, 3), (12, 3), (20, 5), (23, 11)]


def test_very_many_problems_are_cut_short(project: Path) -> None:
    found = problems(change(project, "  funding:", "  keywords: [" + "[], " * 200 + "]\n  funding:"))
    assert len(found) == MOST_SHOWN + 1
    assert found[-1].message == "and 150 more"


@pytest.mark.parametrize(
    "section",
    [
        "- a\n" * 9_000,
        "- {kind: text}\n" * 3_000,
        ('- {kind: text, title: a, text: "' + "[@a]" * 2_400 + '"}\n') * 50,
        ('- {kind: text, title: a, text: "' + "[" * 9_900 + '](a)"}\n') * 50,
        ('- {kind: text, title: a, text: "' + "[a](" * 2_400 + '"}\n') * 50,
        ('- {kind: text, title: a, text: "' + "- " * 4_900 + '](a)"}\n') * 50,
    ],
    ids=["words", "fields", "citations", "brackets", "links", "bullets"],
)
def test_a_file_full_of_mistakes_is_told_soon(project: Path, section: str) -> None:
    started = time.process_time()
    found = problems(write(project, "sections:\n" + section))
    assert time.process_time() - started < 4
    assert len(found) == MOST_SHOWN + 1


@pytest.mark.parametrize(("text", "what"), [("- a\n- b\n", "a list"), ("just words\n", "text"), ("3\n", "text")])
def test_a_file_that_is_no_outline(project: Path, text: str, what: str) -> None:
    problem = only(write(project, text))
    assert what in problem.message
    assert "schema: 1" in problem.hint


def test_a_comma_that_ends_a_text_within_braces_is_told_as_such(project: Path) -> None:
    problem = only(change(project, "authors: [{name: A. Tester}]", "authors: [{name: A. Tester, a nurse}]"))
    assert problem.message == "`a nurse` is not a field but the rest of a text"
    assert "comma" in problem.hint
    assert spot(problem) == "guide.authors[0].a nurse @ a nurse}]"
