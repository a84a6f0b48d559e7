"""`leafdeck new`: a folder that is a sound guide at once, and that writes over nothing."""

from __future__ import annotations

import datetime as dt
import json
import re
from collections.abc import Callable
from pathlib import Path
from typing import Any

import jsonschema
import pytest
import yaml

from leafdeck.brand import css
from leafdeck.checking import check
from leafdeck.errors import OutputError
from leafdeck.guide.schema import json_schema
from leafdeck.guide.source import load
from leafdeck.order import Order
from leafdeck.resources import Resources, package_data
from leafdeck.scaffold import FILES, SCHEMA, scaffold

DAY = dt.date(2026, 11, 25)
Run = Callable[..., Any]


def test_it_writes_what_a_guide_needs(tmp_path: Path) -> None:
    written = scaffold(tmp_path / "my-guide", DAY)
    assert {path.relative_to(tmp_path / "my-guide").as_posix() for path in written} == {*FILES, SCHEMA}
    assert written[0].name == "content.yaml"
    assert {path for path in (tmp_path / "my-guide").rglob("*") if path.is_file()} == set(written)


def test_every_file_of_the_template_is_used() -> None:
    assert {path.name for path in (package_data() / "templates" / "new").iterdir()} == set(FILES.values())


def test_the_guide_has_its_folders_name_and_the_day(tmp_path: Path) -> None:
    about = load(scaffold(tmp_path / "Stiff Knee", DAY)[0]).guide.guide
    assert (about.id, about.published, about.review_by) == ("stiff-knee", DAY, dt.date(2028, 11, 25))
    assert (about.language, about.status, about.reviewed_by) == ("en-GB", "draft", ())


def test_a_leap_day_has_a_day_to_review_on(tmp_path: Path) -> None:
    about = load(scaffold(tmp_path / "a", dt.date(2028, 2, 29))[0]).guide.guide
    assert about.review_by == dt.date(2030, 2, 28)


@pytest.mark.parametrize(
    "title",
    ["Knee pain: what helps", 'A "sore" knee', "Knie # 2", "C:\\Knee", "*Knee*", "no", "Schmerzen im Knie – was hilft"],
)
def test_any_title_is_written_so_that_it_is_read_again(tmp_path: Path, title: str) -> None:
    written = scaffold(tmp_path / "a", DAY, title=title, language="de")
    about = load(written[0]).guide.guide
    assert (about.title, about.language) == (title, "de")
    assert (tmp_path / "a" / "README.md").read_text(encoding="utf-8").startswith(f"# {title}\n")


def test_the_notes_to_the_author_stay(tmp_path: Path) -> None:
    text = scaffold(tmp_path / "a", DAY, title="Knee")[0].read_text(encoding="utf-8")
    assert "  review_by: 2028-11-25 # at most 3 years on\n" in text
    assert text.count("#") == (package_data() / "templates" / "new" / "content.yaml").read_text(encoding="utf-8").count(
        "#"
    )


def test_the_content_has_no_error_and_no_warning_but_that_nobody_approved_it(tmp_path: Path) -> None:
    content = scaffold(tmp_path / "a", DAY)[0]
    found = check(Order(content, tmp_path / "output", DAY), source_only=True).findings
    assert [one.rule for one in found if str(one.severity) != "info"] == ["reviewer-missing"]


def test_the_editor_finds_the_schema_which_is_the_one_of_this_version(tmp_path: Path) -> None:
    content = scaffold(tmp_path / "a", DAY)[0]
    first = content.read_text(encoding="utf-8").splitlines()[0]
    named = first.removeprefix("# yaml-language-server: $schema=")
    assert json.loads((content.parent / named).read_text(encoding="utf-8")) == json_schema()
    settings = json.loads((content.parent / ".vscode" / "settings.json").read_text(encoding="utf-8"))
    assert {(content.parent / file).resolve() for file in settings["yaml.schemas"]} == {content.parent / SCHEMA}
    values = yaml.load(content.read_text(encoding="utf-8"), Loader=yaml.BaseLoader)  # noqa: S506 - text only
    values["schema"] = 1
    values["sections"] = []  # whose whole numbers are text to this loader
    errors = [error.message for error in jsonschema.Draft202012Validator(json_schema()).iter_errors(values)]
    assert len(errors) == 1, errors  # the empty list
    assert "[]" in errors[0]


def test_the_brand_is_read_without_a_complaint(tmp_path: Path) -> None:
    content = scaffold(tmp_path / "a", DAY)[0]
    own = Resources.beside(content).find("styles/brand.css")
    assert own == content.parent / "styles" / "brand.css"
    css.load((package_data() / "styles" / "brand.css", own), content.parent)


@pytest.mark.parametrize("name", ["content.yaml", "styles/brand.css", ".gitignore"])
def test_it_writes_over_nothing_and_then_nothing_at_all(tmp_path: Path, name: str) -> None:
    there = tmp_path / "a" / name
    there.parent.mkdir(parents=True)
    there.write_text("mine", encoding="utf-8")
    with pytest.raises(OutputError) as caught:
        scaffold(tmp_path / "a", DAY)
    assert [problem.where.file for problem in caught.value.problems] == [there]
    assert "there already" in caught.value.problems[0].message
    assert [path for path in (tmp_path / "a").rglob("*") if path.is_file()] == [there]
    assert there.read_text(encoding="utf-8") == "mine"


def test_a_link_that_leads_nowhere_is_something_too(tmp_path: Path) -> None:
    (tmp_path / "a").mkdir()
    try:
        (tmp_path / "a" / "content.yaml").symlink_to(tmp_path / "elsewhere.yaml")
    except OSError:
        pytest.skip("this system has no links")
    with pytest.raises(OutputError):
        scaffold(tmp_path / "a", DAY)
    assert not (tmp_path / "elsewhere.yaml").exists()


def test_other_files_in_the_folder_stay(tmp_path: Path) -> None:
    (tmp_path / "notes.txt").write_text("mine", encoding="utf-8")
    scaffold(tmp_path, DAY)
    assert (tmp_path / "notes.txt").read_text(encoding="utf-8") == "mine"


def test_the_command_says_what_it_wrote_and_what_to_do_next(leafdeck: Run, project: Path) -> None:
    done = leafdeck("new", "my-guide", "--title", "Knee: pain", "--language", "fr")
    assert done.code == 0
    assert "Wrote my-guide/content.yaml" in done.out.replace("\\", "/")
    assert "cd my-guide" in done.out
    assert "words are English" in done.out
    assert load(project / "my-guide" / "content.yaml").guide.guide.title == "Knee: pain"
    again = leafdeck("new", "my-guide")
    assert again.code == OutputError.exit_code
    assert "content.yaml" in again.err


@pytest.mark.parametrize("option", [("--language", "English please"), ("--title", " "), ("--title", "a\nb")])
def test_options_that_cannot_be_are_told(leafdeck: Run, project: Path, option: tuple[str, str]) -> None:
    done = leafdeck("new", "my-guide", *option)
    assert done.code == 2
    assert option[0] in done.err
    assert not (project / "my-guide").exists()


def test_the_task_finds_what_the_check_prints_as_the_docs_say(tmp_path: Path) -> None:
    page = (Path(__file__).resolve().parents[2] / "docs" / "authoring.md").read_text(encoding="utf-8")
    (shown,) = (block for block in re.findall(r"(?s)```json\n(.*?)```", page) if "problemMatcher" in block)
    scaffold(tmp_path / "a", DAY)
    tasks = json.loads((tmp_path / "a" / ".vscode" / "tasks.json").read_text(encoding="utf-8"))["tasks"]
    assert tasks[0] == json.loads(shown)["tasks"][0]


def test_the_tasks_run_commands_that_there_are(leafdeck: Run, tmp_path: Path) -> None:
    scaffold(tmp_path / "a", DAY)
    tasks = json.loads((tmp_path / "a" / ".vscode" / "tasks.json").read_text(encoding="utf-8"))["tasks"]
    told = leafdeck("--help").out
    assert {task["command"].split()[0] for task in tasks} == {"leafdeck"}
    for task in tasks:
        assert re.search(rf"^\W*{task['command'].split()[1]}\b", told, re.MULTILINE)
