"""``leafdeck status``: a row for each guide, one for what cannot be read, and CSV that no spreadsheet runs."""

from __future__ import annotations

import csv
import io
import json
import re
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

Run = Callable[..., Any]


@pytest.fixture
def shelf(project: Path) -> Path:
    """A folder with the small guide, one due earlier, and one that cannot be read."""
    text = (project / "content.yaml").read_text(encoding="utf-8")
    early = text.replace("id: small", "id: early").replace("review_by: 2029-11-01", "review_by: 2026-12-01")
    (project / "early.yaml").write_text(early, encoding="utf-8")
    (project / "broken.yaml").write_text("schema: 1\nguide: [\n", encoding="utf-8")
    return project


def _rows(out: str) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(out)))


@pytest.mark.usefixtures("shelf")
def test_each_guide_is_a_row_the_next_to_review_first(leafdeck: Run) -> None:
    outcome = leafdeck("status", "content.yaml", "early.yaml", "--csv", "--today", "2026-11-24")

    assert outcome.code == 0
    rows = _rows(outcome.out)
    assert [row["id"] for row in rows] == ["early", "small"]
    assert rows[0] | {"errors": "", "warnings": ""} == {
        "file": "early.yaml",
        "id": "early",
        "title": "A small guide",
        "owner": "Example Clinic",
        "version": "1.0",
        "status": "draft",
        "review_by": "2026-12-01",
        "days_left": "7",
        "errors": "",
        "warnings": "",
        "problem": "",
    }


@pytest.mark.usefixtures("shelf")
def test_counts_are_those_of_a_check_of_the_source(leafdeck: Run) -> None:
    told = json.loads(leafdeck("check", "--source", "--output-format", "json", "--today", "2026-11-24").out)
    (row,) = _rows(leafdeck("status", "content.yaml", "--csv", "--today", "2026-11-24").out)

    severities = [finding["severity"] for finding in told["findings"]]
    assert int(row["errors"]) == severities.count("error")
    assert int(row["warnings"]) == severities.count("warning") > 0


@pytest.mark.usefixtures("shelf")
def test_a_guide_past_its_review_has_days_below_zero_and_an_error(leafdeck: Run) -> None:
    before = _rows(leafdeck("status", "early.yaml", "--csv", "--today", "2026-12-01").out)[0]
    after = _rows(leafdeck("status", "early.yaml", "--csv", "--today", "2026-12-03").out)[0]

    assert after["days_left"] == "-2"
    assert int(after["errors"]) == int(before["errors"]) + 1


@pytest.mark.usefixtures("shelf")
def test_what_cannot_be_read_is_a_row_with_its_error_and_the_exit_code_1(leafdeck: Run) -> None:
    outcome = leafdeck("status", "content.yaml", "broken.yaml", "none.yaml", "--csv", "--today", "2026-11-24")

    assert outcome.code == 1
    broken, none, small = _rows(outcome.out)
    assert broken["file"] == "broken.yaml"
    assert broken["problem"].startswith("line ")
    assert broken["id"] == broken["errors"] == ""
    assert none["problem"] == "there is no such file"
    assert small["id"] == "small"


@pytest.mark.usefixtures("shelf")
def test_a_folder_stands_for_the_content_file_in_it(leafdeck: Run) -> None:
    (row,) = _rows(leafdeck("status", ".", "--csv", "--today", "2026-11-24").out)

    assert row["file"] == "content.yaml"


@pytest.mark.usefixtures("shelf")
def test_the_table_says_the_same(leafdeck: Run) -> None:
    outcome = leafdeck("status", "content.yaml", "broken.yaml", "--today", "2026-11-24")

    assert outcome.code == 1
    head, _, broken, small = [line.split() for line in outcome.out.splitlines() if line.strip()]
    assert " ".join(head) == "Guide Title Owner Version Status Review by Days left Errors Warnings"
    assert broken[0] == "broken.yaml"
    assert {"small", "Clinic", "1.0", "draft", "2029-11-01", "1073"} <= set(small)


@pytest.mark.parametrize("title", ["=HYPERLINK(A1)", "+1", "-1", "@SUM(1)", "\uff1d1+1"])
def test_no_cell_is_a_formula(shelf: Path, leafdeck: Run, title: str) -> None:
    file = shelf / "content.yaml"
    text = file.read_text(encoding="utf-8")
    file.write_text(text.replace("title: A small guide", f'title: "{title}"', 1), encoding="utf-8")

    (row,) = _rows(leafdeck("status", "content.yaml", "--csv", "--today", "2026-11-24").out)

    assert row["title"] == f"'{title}"


def test_brackets_in_a_title_are_no_markup_of_the_table(shelf: Path, leafdeck: Run) -> None:
    file = shelf / "content.yaml"
    text = file.read_text(encoding="utf-8")
    file.write_text(text.replace("title: A small guide", 'title: "A [red]small[/] guide"', 1), encoding="utf-8")

    assert "A [red]small[/] guide" in leafdeck("status", "content.yaml", "--today", "2026-11-24").out


def test_it_wants_at_least_one_guide(leafdeck: Run) -> None:
    assert leafdeck("status").code == 2


@pytest.mark.usefixtures("shelf")
@pytest.mark.parametrize("width", [80, 120])
def test_in_a_window_the_table_keeps_to_its_width_and_dates_stay_whole(
    leafdeck: Run, monkeypatch: pytest.MonkeyPatch, width: int
) -> None:
    monkeypatch.setenv("TTY_COMPATIBLE", "1")
    monkeypatch.setenv("COLUMNS", str(width))

    out = re.sub(r"\x1b\[[0-9;]*m", "", leafdeck("status", "content.yaml", "--today", "2026-11-24").out)

    assert max(map(len, out.splitlines())) <= width
    assert "2029-11-01" in out
    assert ("A small" in out) is (width > 100)
