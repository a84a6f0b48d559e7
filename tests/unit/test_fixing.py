"""``leafdeck check --fix`` writes the safe mends into the content files, shows them, and loses nothing."""

from __future__ import annotations

import datetime as dt
import re
import shutil
import stat
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from leafdeck import fixing
from leafdeck.check import rules, style
from leafdeck.check.finding import Finding, Rule
from leafdeck.check.manuscript import Manuscript
from leafdeck.checking import dossier
from leafdeck.errors import OutputError, SourceError
from leafdeck.guide.source import load
from leafdeck.notice import Severity
from leafdeck.resources import Resources

ROOT = Path(__file__).resolve().parents[2]
TODAY = dt.date(2026, 11, 24)
Run = Callable[..., Any]
SWAP = Rule("swap", Severity.WARNING, "Swap it.", "One word for the other.", ("leafdeck",))


@pytest.fixture(autouse=True)
def only_contractions(monkeypatch: pytest.MonkeyPatch) -> None:
    """Let one rule judge, so that what other rules find is not in the way."""
    monkeypatch.setattr(rules, "WORDS", {style.CONTRACTION: style.contraction})
    monkeypatch.setattr(rules, "CONTENT", {})
    monkeypatch.setattr(Resources, "words", lambda *_: ())


def swapping(old: str, new: str) -> Callable[[Manuscript], Iterator[Finding]]:
    def rule(manuscript: Manuscript) -> Iterator[Finding]:
        for passage in manuscript.passages:
            for match in re.finditer(old, passage.text):
                yield SWAP.at(passage, *match.span(), f"{match[0]} is wrong", mend=new)

    return rule


def change(file: Path, old: str, new: str) -> None:
    text = file.read_bytes().decode()
    assert old in text
    file.write_bytes(text.replace(old, new).encode())


def test_a_mend_is_written_and_shown(leafdeck: Run, project: Path) -> None:
    file = project / "content.yaml"
    change(file, "A line of text.", "You don't.  # a remark")
    before = file.read_text(encoding="utf-8")
    outcome = leafdeck("check", "--source", "--fix", "--today", "2026-11-24")
    assert outcome.code == 0
    assert file.read_text(encoding="utf-8") == before.replace("don't", "do not")
    assert outcome.out.splitlines()[:2] == ["--- a/content.yaml", "+++ b/content.yaml"]
    assert "-    text: You don't.  # a remark\n+    text: You do not.  # a remark\n" in outcome.out
    assert "1 mend made." in outcome.out
    assert outcome.out.endswith("No errors, no warnings.\n")


def test_a_second_run_changes_nothing(leafdeck: Run, project: Path) -> None:
    file = project / "content.yaml"
    change(file, "A line of text.", "You don't.")
    leafdeck("check", "--source", "--fix", "--today", "2026-11-24")
    written, when = file.read_bytes(), file.stat().st_mtime_ns
    outcome = leafdeck("check", "--source", "--fix", "--today", "2026-11-24")
    assert "There is nothing that can be mended safely." in outcome.out
    assert (file.read_bytes(), file.stat().st_mtime_ns) == (written, when)


def test_a_dry_run_only_shows_it(leafdeck: Run, project: Path) -> None:
    file = project / "content.yaml"
    change(file, "A line of text.", "You don't.")
    before = file.read_bytes()
    outcome = leafdeck("check", "--source", "--fix", "--dry-run", "--today", "2026-11-24")
    assert file.read_bytes() == before
    assert "+    text: You do not." in outcome.out
    assert "1 mend to be made with --fix; nothing was changed." in outcome.out
    assert (outcome.code, "[contraction]" in outcome.out) == (1, True)


def test_a_dry_run_alone_is_explained(leafdeck: Run, project: Path) -> None:
    del project
    outcome = leafdeck("check", "--dry-run")
    assert outcome.code == 2
    assert "it shows what --fix would change" in outcome.err


def test_machines_read_findings_alone(leafdeck: Run, project: Path) -> None:
    change(project / "content.yaml", "A line of text.", "You don't.")
    outcome = leafdeck("check", "--source", "--fix", "--output-format", "json", "--today", "2026-11-24")
    assert outcome.out.startswith("{")
    assert "+    text: You do not." in outcome.err


@pytest.mark.parametrize("mark", [b"", b"\xef\xbb\xbf"])
@pytest.mark.parametrize("end", ["\n", "\r\n"])
def test_line_ends_a_mark_and_rights_stay(project: Path, mark: bytes, end: str) -> None:
    file = project / "content.yaml"
    text = file.read_text(encoding="utf-8").replace("A line of text.", "Bäder don't.").replace("\n", end)
    file.write_bytes(mark + text.encode())
    file.chmod(0o600)
    fixing.write(fixing.fixed(Path("content.yaml"), TODAY).changes)
    assert file.read_bytes() == mark + text.replace("don't", "do not").encode()
    assert stat.S_IMODE(file.stat().st_mode) == 0o600


def test_a_link_to_a_file_stays_one(project: Path) -> None:
    file, real = project / "content.yaml", project / "real.yaml"
    change(file, "A line of text.", "You don't.")
    file.rename(real)
    file.symlink_to("real.yaml")
    fixing.write(fixing.fixed(Path("content.yaml"), TODAY).changes)
    assert file.is_symlink()
    assert "You do not." in real.read_text(encoding="utf-8")


def test_included_files_are_mended_too(project: Path) -> None:
    change(project / "content.yaml", "sections:\n", "sections:\n  - include: blocks/b.yaml\n")
    block = project / "blocks" / "b.yaml"
    block.parent.mkdir()
    block.write_text("kind: text\ntitle: Rest\ntext: You don't. # so\n", encoding="utf-8")
    found = fixing.fixed(Path("content.yaml"), TODAY)
    assert [(one.file.name, one.count) for one in found.changes] == [("b.yaml", 1)]
    fixing.write(found.changes)
    assert block.read_text(encoding="utf-8") == "kind: text\ntitle: Rest\ntext: You do not. # so\n"


def test_what_a_waiver_covers_is_left_alone(project: Path) -> None:
    file = project / "content.yaml"
    change(file, "A line of text.", "You don't.")
    waiver = "waivers: [{rule: contraction, where: all, reason: A quote, by: B, until: 2027-01-01}]\n"
    file.write_text(file.read_text(encoding="utf-8") + waiver, encoding="utf-8")
    assert fixing.fixed(Path("content.yaml"), TODAY).changes == ()


def test_mends_that_bring_forth_others_are_made_in_one_run(project: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    change(project / "content.yaml", "A line of text.", "You utilise it.")
    monkeypatch.setattr(
        rules, "WORDS", {SWAP: swapping("utilise|employ", "use"), style.CONTRACTION: swapping("utilise", "employ")}
    )
    (found,) = fixing.fixed(Path("content.yaml"), TODAY).changes
    assert "You use it." in found.after


def test_mends_that_undo_each_other_are_told_and_nothing_is_written(
    project: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    file = project / "content.yaml"
    change(file, "A line of text.", "One and 1.")
    monkeypatch.setattr(rules, "WORDS", {SWAP: swapping(r"\bOne\b", "Won"), style.CONTRACTION: swapping("Won", "One")})
    before = file.read_bytes()
    with pytest.raises(SourceError, match="undo each other: swap"):
        fixing.fixed(Path("content.yaml"), TODAY)
    assert file.read_bytes() == before


def test_a_mend_that_leaves_no_guide_is_left_to_the_author(project: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    change(project / "content.yaml", "A line of text.", "You rest.")
    both = {
        SWAP: swapping("small guide", "guide that is much too long " * 4),
        style.CONTRACTION: swapping("rest", "go"),
    }
    monkeypatch.setattr(rules, "WORDS", both)
    found = fixing.fixed(Path("content.yaml"), TODAY)
    (changed,) = found.changes
    assert "You go." in changed.after
    assert "title: A small guide" in changed.after
    assert [one.message for one in found.refused] == ["small guide is wrong"]


def test_a_mend_that_would_break_the_text_is_counted(
    leafdeck: Run, project: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    file = project / "content.yaml"
    monkeypatch.setattr(rules, "WORDS", {SWAP: swapping("line of text", "note: so")})
    before = file.read_bytes()
    outcome = leafdeck("check", "--source", "--fix", "--today", "2026-11-24")
    assert "1 mend left to you" in outcome.out
    assert file.read_bytes() == before


def test_a_file_that_was_saved_meanwhile_is_not_written_over(project: Path) -> None:
    file = project / "content.yaml"
    change(file, "A line of text.", "You don't.")
    found = fixing.fixed(Path("content.yaml"), TODAY)
    change(file, "You don't.", "You don't. More.")
    with pytest.raises(OutputError, match="changed while it was being checked"):
        fixing.write(found.changes)
    assert "You don't. More." in file.read_text(encoding="utf-8")


def test_when_a_file_cannot_be_written_all_stay_as_they_were(project: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    change(project / "content.yaml", "sections:\n", "sections:\n  - include: b.yaml\n")
    change(project / "content.yaml", "A line of text.", "You don't.")
    block = project / "b.yaml"
    block.write_text("kind: text\ntitle: Rest\ntext: You won't.\n", encoding="utf-8")
    before = {file: file.read_bytes() for file in project.glob("*.yaml")}
    found = fixing.fixed(Path("content.yaml"), TODAY)
    assert len(found.changes) == 2
    moved: list[Path] = []
    really = Path.replace

    def replace(self: Path, target: Path) -> Path:
        if self.name.endswith(".part"):
            moved.append(self)
            if len(moved) == 2:
                raise PermissionError(13, "Permission denied")
        return really(self, target)

    monkeypatch.setattr(Path, "replace", replace)
    with pytest.raises(OutputError, match="Permission denied") as raised:
        fixing.write(found.changes)
    assert "Nothing was changed" in raised.value.problems[0].hint
    assert {file: file.read_bytes() for file in project.iterdir()} == before


def test_a_file_without_a_last_line_end_is_shown_as_such(project: Path) -> None:
    file = project / "content.yaml"
    change(file, "from your own doctor.\n", "from a doctor. You don't")
    (found,) = fixing.fixed(Path("content.yaml"), TODAY).changes
    shown = list(fixing.difference(found, "content.yaml"))
    assert shown.count("\\ No newline at end of file") == 2
    assert not found.after.endswith("\n")


REAL = (ROOT / "content.yaml").read_text(encoding="utf-8")
PLACES = [match.end() for match in re.finditer(r"[a-z]{4}(?= [a-z]{4})", REAL)]


@pytest.fixture(scope="module")
def real(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("real")
    shutil.copy(ROOT / "content.yaml", folder)
    return folder / "content.yaml"


@settings(max_examples=15, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.lists(st.sampled_from(PLACES), min_size=1, max_size=8, unique=True), st.booleans())
def test_mistakes_planted_in_the_real_guide_are_mended_and_nothing_else_changes(
    real: Path, places: list[int], windows: bool
) -> None:
    planted = REAL
    for place in sorted(places, reverse=True):
        planted = f"{planted[:place]} don't{planted[place:]}"
    end = "\r\n" if windows else "\n"
    planted = planted.replace("\n", end)
    real.write_bytes(planted.encode())
    try:
        before = load(real)
    except SourceError:
        return  # it stood in a name, such as that of a kind of section
    found = fixing.fixed(real, TODAY)
    after = found.changes[0].after if found.changes else planted
    for old, new in zip(planted.split(end), after.split(end), strict=True):
        assert new == old or re.fullmatch(re.escape(old).replace(r"\ don't", "(?: don't| do not)"), new)
    real.write_bytes(after.encode())
    assert fixing.fixed(real, TODAY).changes == ()
    source = load(real)
    assert source.positions.keys() == before.positions.keys()
    resources = Resources.beside(real)
    left = {one.place.line for one in rules.of_content(dossier(source, resources, TODAY))}
    assert left == {one.place.line for one in found.refused}
