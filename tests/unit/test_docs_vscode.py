"""The task that docs/authoring.md gives for VS Code finds what `leafdeck check` really prints."""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

from leafdeck.check import rules
from leafdeck.check.finding import Finding, Rule
from leafdeck.check.manuscript import Dossier
from leafdeck.notice import Place, Severity

PAGE = Path(__file__).resolve().parents[2] / "docs" / "authoring.md"
ODD = Rule("odd-rule", Severity.INFO, "Look.", "It is even.", ("leafdeck",))
Run = Callable[..., Any]


def task() -> Any:
    (text,) = (
        block for block in re.findall(r"(?s)```json\n(.*?)```", PAGE.read_text(encoding="utf-8")) if "task" in block
    )
    return json.loads(text)["tasks"][0]


def problems(output: str) -> list[dict[str, str | None]]:
    """Read an output as VS Code does: each line by the first pattern that fits."""
    found: list[dict[str, str | None]] = []
    for line in output.splitlines():
        for matcher in task()["problemMatcher"]:
            pattern = matcher["pattern"]
            match = re.search(pattern["regexp"], line)
            if match:
                found.append({name: match[group] for name, group in pattern.items() if isinstance(group, int)})
                break
    return found


def everywhere(dossier: Dossier) -> Iterator[Finding]:
    """Find something in no column, in no line, and in a line that looks like a finding itself."""
    place = dossier.place("guide.title")
    yield ODD.found(Place(place.file, 4), "it is odd: error: [so] it is")
    yield ODD.found(Place(), "it is odd", slide=3)
    yield ODD.found(dossier.place("summary"), "it is odd", page=2)


def test_every_finding_becomes_a_problem(leafdeck: Run, project: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    file = project / "content.yaml"
    text = file.read_text(encoding="utf-8").replace("A line of text.", "You don't.")
    file.write_text(text.replace("This guide is small.", '"a:1:2: error: no [x]"'), encoding="utf-8")
    monkeypatch.setattr(rules, "CONTENT", {ODD: everywhere})
    told = json.loads(leafdeck("check", "--source", "--output-format", "json").out)["findings"]
    listed = problems(leafdeck(*task()["command"].split()[1:]).out)
    assert [
        (
            one["file"],
            int(one.get("line") or 0),
            int(one.get("column") or 0),
            one["severity"],
            one["message"],
            one["code"],
        )
        for one in listed
    ] == [
        (
            one["file"],
            one["line"],
            one["column"],
            one["severity"],
            f"{one['where']}: {one['message']}" if one["where"] else one["message"],
            one["rule"],
        )
        for one in told
    ]
    kinds = {(bool(one["line"]), bool(one["column"])) for one in told}
    assert kinds == {(True, True), (True, False), (False, False)}


def test_the_task_names_severities_as_vscode_knows_them() -> None:
    assert {str(severity) for severity in Severity} == {"error", "warning", "info"}
    for matcher in task()["problemMatcher"]:
        assert "(error|warning|info)" in matcher["pattern"]["regexp"]
