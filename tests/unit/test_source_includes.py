"""A content file that includes others: their parts, their mistakes, and what may not be included."""

from __future__ import annotations

from pathlib import Path
from typing import get_args

import pytest
from outlines import change, only, problems, spot
from pydantic import BaseModel

from leafdeck.guide.base import FileMark
from leafdeck.guide.fields import field_marks, fields, models
from leafdeck.guide.includes import NAMES_FILES
from leafdeck.guide.model import Guide
from leafdeck.guide.source import load
from leafdeck.resources import ROOT_MARK


def include(project: Path, name: str, text: str, *, line: str | None = None) -> Path:
    """Write a file of sections and include it after the first section."""
    path = project / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")
    return change(project, "more_information:", f"  - include: {line or name}\nmore_information:")


def test_an_include_stands_for_its_section(project: Path) -> None:
    source = load(include(project, "blocks/more.yaml", "kind: text\ntitle: More\ntext: Words.\n"))
    assert [section.title for section in source.guide.sections] == ["The only part", "More"]
    assert [file.name for file in source.files] == ["content.yaml", "more.yaml"]
    place = source.positions["sections[1].text"]
    assert (place.file, place.line, place.column) == (source.files[1], 3, 7)


def test_an_include_may_hold_a_list_and_include_others_beside_it(project: Path) -> None:
    (project / "blocks").mkdir()
    (project / "blocks" / "b.yaml").write_text("kind: text\ntitle: B\ntext: b\n", encoding="utf-8")
    path = include(project, "blocks/a.yaml", "- include: b.yaml\n- kind: text\n  title: A\n  text: a\n")
    change(project, "sections:\n", "sections:\n  - include: blocks/b.yaml\n")
    found = problems(path)
    assert "the name `b` is taken" in found[0].message  # the same section twice
    change(project, "  - include: blocks/b.yaml\n", "")
    assert [section.title for section in load(path).guide.sections] == ["The only part", "B", "A"]


def test_an_error_in_an_included_file_names_that_file(project: Path) -> None:
    problem = only(include(project, "blocks/more.yaml", "kind: text\ntitel: More\ntext: Words.\ntitle: x\n"))
    assert (problem.where.file or Path()).name == "more.yaml"
    assert spot(problem) == "sections[1].titel @ titel: More"
    problem = only(write_block(project, "kind: text\ntitle: a: b\n"))
    assert (problem.where.file or Path()).name == "more.yaml"
    assert spot(problem) == " @ : b"


def write_block(project: Path, text: str) -> Path:
    (project / "blocks" / "more.yaml").write_text(text, encoding="utf-8")
    return project / "content.yaml"


@pytest.mark.parametrize(
    ("line", "message"),
    [
        ("nowhere.yaml", "there is no such file"),
        (".", "this is a folder"),
        ("../x.yaml", "outside the content's folder"),
        ("/etc/hosts", "top of the disk"),
        ("https://a.example/x.yaml", "an address on the web"),
        ("[a]", "should be the name of a file"),
        ("", "should be the name of a file"),
        ("content.yaml", "includes itself"),
    ],
)
def test_an_include_that_cannot_be_is_told_where_it_is_asked_for(project: Path, line: str, message: str) -> None:
    problem = only(change(project, "more_information:", f"  - include: {line}\nmore_information:"))
    assert message in problem.message
    assert (problem.where.file or Path()).name == "content.yaml"
    assert problem.where.line == 22


def test_an_include_stands_alone(project: Path) -> None:
    path = include(project, "a.yaml", "kind: text\ntitle: A\ntext: a\n", line="a.yaml\n    title: B")
    assert "cannot stand beside `include`" in only(path).message


def test_a_circle_of_includes_is_refused(project: Path) -> None:
    (project / "b.yaml").write_text("- include: a.yaml\n", encoding="utf-8")
    problem = only(include(project, "a.yaml", "- include: b.yaml\n"))
    assert "includes itself" in problem.message
    assert (problem.where.file or Path()).name == "b.yaml"


def test_a_flood_of_includes_is_refused(project: Path) -> None:
    for number in range(6):
        (project / f"f{number}.yaml").write_text(f"- include: f{number + 1}.yaml\n" * 30, encoding="utf-8")
    (project / "f6.yaml").write_text("kind: text\ntitle: A\ntext: a\n", encoding="utf-8")
    found = problems(change(project, "more_information:", "  - include: f0.yaml\nmore_information:"))
    assert any("too many includes" in problem.message for problem in found)


def test_a_flood_of_included_entries_is_refused(project: Path) -> None:
    (project / "many.yaml").write_text("- {kind: text, title: A, text: a}\n" * 1000, encoding="utf-8")
    found = problems(include(project, "all.yaml", "- include: many.yaml\n" * 2))
    flood = [problem for problem in found if "come from included files" in problem.message]
    assert [problem.message for problem in flood] == ["more than 10,000 entries and fields come from included files"]


def test_an_include_may_not_leave_by_a_link(project: Path) -> None:
    (project.parent / "secret.yaml").write_text("kind: text\ntitle: A\ntext: a\n", encoding="utf-8")
    try:
        (project / "link.yaml").symlink_to(project.parent / "secret.yaml")
    except OSError:
        pytest.skip("this system has no links")
    problem = only(change(project, "more_information:", "  - include: link.yaml\nmore_information:"))
    assert "outside the content's folder" in problem.message


def test_a_picture_lies_beside_the_file_that_names_it(project: Path) -> None:
    figure = "kind: figure\ntitle: F\nimage: pics/a.svg\nalt: A line.\n"
    path = include(project, "blocks/figure.yaml", figure)
    assert "no such file" in only(path).message
    (project / "blocks" / "pics").mkdir()
    (project / "blocks" / "pics" / "a.svg").write_text("<svg xmlns='http://www.w3.org/2000/svg'/>", encoding="utf-8")
    section = load(path).guide.sections[1]
    assert section.kind == "figure"
    assert section.image == "blocks/pics/a.svg"  # from the content's folder, where the templates look


def test_content_reached_by_a_link_keeps_its_own_folder(project: Path, tmp_path: Path) -> None:
    include(project, "a.yaml", "kind: text\ntitle: A\ntext: a\n")
    link = tmp_path / "elsewhere.yaml"
    try:
        link.symlink_to(project / "content.yaml")
    except OSError:
        pytest.skip("this system has no links")
    assert len(load(link).guide.sections) == 2


# --- parts that are no sections -----------------------------------------------------------------------------------

ORGANISATION = "name: Our Clinic\nfeedback: Tell us.\nother_formats: Ask us.\n"
"""What the file of an organisation holds."""


def share(project: Path, field: str, text: str, name: str = "shared/part.yaml") -> Path:
    """Write a file and let a field of the outline, whatever it held before, include it."""
    path = project / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")
    content = project / "content.yaml"
    lines, kept = content.read_text(encoding="utf-8").splitlines(), []
    inside_field = False
    for line in lines:
        inside_field = line.startswith(f"{field}:") or (inside_field and line.startswith(" "))
        kept += [] if inside_field else [line]
    content.write_text("\n".join([*kept, f"{field}: {{include: {name}}}"]) + "\n", encoding="utf-8")
    return content


def test_a_field_of_the_outline_may_live_in_a_file(project: Path) -> None:
    share(project, "organisation", ORGANISATION, "shared/us.yaml")
    share(project, "disclaimer", "It does not replace advice from us.\n", "shared/disclaimer.yaml")
    path = share(project, "glossary", "- {term: Disc, meaning: A cushion.}\n", "shared/words.yaml")
    source = load(path)
    assert source.guide.organisation.name == "Our Clinic"
    assert source.guide.disclaimer == "It does not replace advice from us."
    assert [term.term for term in source.guide.glossary] == ["Disc"]
    assert [file.name for file in source.files] == ["content.yaml", "us.yaml", "disclaimer.yaml", "words.yaml"]
    place = source.positions["glossary[0].meaning"]
    assert (place.file, place.line) == (source.files[3], 1)


def test_any_list_may_take_entries_from_a_file(project: Path) -> None:
    (project / "shared").mkdir()
    (project / "shared" / "signs.yaml").write_text("- {id: b, text: b}\n- {id: c, text: c}\n", encoding="utf-8")
    urgent = """\
kind: urgent
level: emergency
title: "Call 999 if:"
signs:
  - {id: a, text: a}
  - include: ../shared/signs.yaml
  - {id: d, text: d}
"""
    section = load(include(project, "blocks/urgent.yaml", urgent)).guide.sections[1]
    assert section.kind == "urgent"
    assert [sign.id for sign in section.signs] == ["a", "b", "c", "d"]


def test_a_file_may_hand_on_to_another(project: Path) -> None:
    (project / "shared").mkdir()
    (project / "shared" / "us.yaml").write_text(ORGANISATION, encoding="utf-8")
    assert load(share(project, "organisation", "include: us.yaml\n")).guide.organisation.name == "Our Clinic"
    found = problems(share(project, "organisation", "include: part.yaml\n"))
    assert [problem.message for problem in found] == ["part.yaml includes itself"]


@pytest.mark.parametrize(
    ("field", "text", "message"),
    [
        (
            "organisation",
            "- name: x\n",
            "`organisation` should be a group of fields, each on a line of its own, not a list",
        ),
        ("organisation", ORGANISATION + "phon: 1\n", "there is no field `phon` here"),
        ("disclaimer", "- x\n", "`disclaimer` should be text, not a list"),
        ("glossary", "{term: a, meaning: b}\n", "`glossary` should be a list"),
    ],
)
def test_what_a_file_holds_wrongly_is_told_with_its_name(project: Path, field: str, text: str, message: str) -> None:
    problem = only(share(project, field, text))
    assert message in problem.message
    assert (problem.where.file or Path()).name == "part.yaml"


def test_a_file_that_cannot_be_included_is_told_once(project: Path) -> None:
    path = share(project, "organisation", ORGANISATION)
    (project / "shared" / "part.yaml").unlink()
    problem = only(path)
    assert problem.message == "part.yaml cannot be included: there is no such file"
    assert "leafdeck.root" in problem.hint


def test_the_names_in_slides_are_a_guides_own(project: Path) -> None:
    path = change(project, "title: The only part", "title: The only part\n    id: include")
    change(project, "disclaimer:", "slides: {notes: {include: Say this.}}\ndisclaimer:")
    assert load(path).guide.slides.notes == {"include": "Say this."}


def test_every_field_that_names_a_file_is_known() -> None:
    named = {
        name
        for part in (Guide, *parts_below(Guide))
        for name, field in fields(part).items()
        if any(isinstance(mark, FileMark) for mark in field_marks(field))
    }
    assert named == NAMES_FILES


def parts_below(model: type[BaseModel]) -> set[type[BaseModel]]:
    """Every type of part below one."""
    found: set[type[BaseModel]] = set()
    later = [model]
    while later:
        below = {part for field in fields(later.pop()).values() for part in parts_of(field.annotation)} - found
        found |= below
        later += below
    return found


def parts_of(annotation: object) -> set[type[BaseModel]]:
    """The types of part that an annotation speaks of, in lists and mappings too."""
    deeper = {part for argument in get_args(annotation) for part in parts_of(argument)}
    return deeper | set(models(annotation))


# --- guides that share files --------------------------------------------------------------------------------------


@pytest.fixture
def clinic(project: Path) -> Path:
    """A guide in a folder of a project that has shared files."""
    (project.parent / "shared" / "pics").mkdir(parents=True)
    (project.parent / "shared" / "us.yaml").write_text(f"{ORGANISATION}logo: pics/us.svg\n", encoding="utf-8")
    (project.parent / "shared" / "pics" / "us.svg").write_text(
        "<svg xmlns='http://www.w3.org/2000/svg'/>", encoding="utf-8"
    )
    content = project / "content.yaml"
    text = content.read_text(encoding="utf-8")
    start, end = text.index("organisation:"), text.index("summary:")
    asked = "organisation: {include: ../shared/us.yaml}\n"
    content.write_text(text[:start] + asked + text[end:], encoding="utf-8")
    return content


def test_guides_of_a_marked_project_share_files(clinic: Path) -> None:
    (clinic.parents[1] / ROOT_MARK).touch()
    organisation = load(clinic).guide.organisation
    assert organisation.name == "Our Clinic"
    assert organisation.logo == "../shared/pics/us.svg"  # from the content's folder, where the templates look


def test_without_the_mark_nothing_above_the_content_is_read(clinic: Path) -> None:
    problem = only(clinic)
    assert "outside the content's folder" in problem.message
    assert problem.where.line == 13
    assert f"put an empty file named {ROOT_MARK}" in problem.hint


@pytest.mark.parametrize("where", ["beside", "below"])
def test_a_mark_that_comes_with_the_content_opens_nothing(clinic: Path, where: str) -> None:
    (clinic.parents[1] / ROOT_MARK).touch()
    folder = clinic.parent if where == "beside" else clinic.parent / "blocks"
    folder.mkdir(exist_ok=True)
    (folder / ROOT_MARK).touch()
    if where == "beside":  # the nearest counts: it even closes what lies above
        assert "outside the project's folder" in only(clinic).message
    else:
        assert load(clinic).guide.organisation.name == "Our Clinic"


def test_the_mark_is_a_file(clinic: Path) -> None:
    (clinic.parents[1] / ROOT_MARK).mkdir()
    assert "outside the content's folder" in only(clinic).message


@pytest.mark.parametrize("name", ["../../../etc/hosts", "../shared/../../secret.yaml", "../shared/link.yaml"])
def test_a_marked_project_is_left_by_nothing(clinic: Path, name: str) -> None:
    top = clinic.parents[1]
    (top / ROOT_MARK).touch()
    (top.parent / "secret.yaml").write_text(ORGANISATION, encoding="utf-8")
    try:
        (top / "shared" / "link.yaml").symlink_to(top.parent / "secret.yaml")
    except OSError:
        pytest.skip("this system has no links")
    problem = only(change(clinic.parent, "../shared/us.yaml", name))
    assert "outside the project's folder" in problem.message
    assert ROOT_MARK in problem.hint


def test_a_picture_that_a_shared_file_names_may_not_leave_the_project(clinic: Path) -> None:
    top = clinic.parents[1]
    (top / ROOT_MARK).touch()
    shared = top / "shared" / "us.yaml"
    shared.write_text(shared.read_text(encoding="utf-8").replace("pics/us.svg", "../../../x.svg"), encoding="utf-8")
    found = problems(clinic)
    assert any("outside the project's folder" in problem.message for problem in found)
    assert {(problem.where.file or Path()).name for problem in found} == {"us.yaml"}


def test_content_reached_by_a_link_belongs_to_the_project_it_lies_in(clinic: Path, tmp_path: Path) -> None:
    (clinic.parents[1] / ROOT_MARK).touch()
    link = tmp_path / "far" / "away" / "content.yaml"
    link.parent.mkdir(parents=True)
    try:
        link.symlink_to(clinic)
    except OSError:
        pytest.skip("this system has no links")
    assert load(link).guide.organisation.name == "Our Clinic"
