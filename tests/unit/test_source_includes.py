"""A content file that includes others: their sections, their mistakes, and what may not be included."""

from __future__ import annotations

from pathlib import Path

import pytest
from outlines import change, only, problems, spot

from leafdeck.guide.source import load


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


def test_a_flood_of_included_sections_is_refused(project: Path) -> None:
    section = "- {kind: text, title: A, text: a}\n"
    found = problems(include(project, "many.yaml", section * 501))
    assert [problem.message for problem in found] == ["more than 500 sections are included"]


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
