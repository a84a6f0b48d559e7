"""A batch makes what is missing, keeps what is made, and lets one failure be one failure. Making is a stand-in here."""

from __future__ import annotations

import base64
import datetime as dt
import json
import os
import platform
import shutil
from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from contextlib import closing
from pathlib import Path

import pytest
from batches import TODAY, batch, failing, project, standing_in, stubborn

from leafdeck.batch import inputs, pool, record
from leafdeck.batch.job import Result, Task, make
from leafdeck.batch.plan import jobs
from leafdeck.batch.run import Outcome, State
from leafdeck.batch.store import Store


@pytest.fixture(autouse=True)
def _here(monkeypatch: pytest.MonkeyPatch, request: pytest.FixtureRequest) -> None:
    """Work in this process, which is quicker; the pool has tests of its own."""
    if "processes" in request.fixturenames:
        monkeypatch.setattr(pool, "ENGINES", ())
    else:
        monkeypatch.setattr(pool, "each", in_turn)


def in_turn(work: Callable[[Task], Result], tasks: Iterable[Task], *_: object) -> Iterator[tuple[Task, Result]]:
    yield from ((task, work(task)) for task in tasks)


@pytest.fixture
def processes() -> None:
    """Ask for real processes."""


@pytest.fixture
def path(tmp_path: Path) -> Path:
    """A manifest of 16 documents, whose files were saved some time ago."""
    path = project(tmp_path)
    for file in (file for file in tmp_path.rglob("*") if file.is_file()):
        os.utime(file, ns=(file.stat().st_mtime_ns - 10**9,) * 2)
    return path


def change(file: Path, text: str) -> None:
    file.write_text(text, encoding="utf-8")
    os.utime(file, ns=(file.stat().st_mtime_ns - 10**9,) * 2)


def run(path: Path, today: dt.date = TODAY) -> list[Outcome]:
    return list(batch(path, today).run(2, work=standing_in))


def states(outcomes: list[Outcome]) -> Counter[State]:
    return Counter(outcome.state for outcome in outcomes)


def written(path: Path) -> dict[str, bytes]:
    folder = path.parent / "output"
    return {str(file.relative_to(folder)): file.read_bytes() for file in folder.rglob("*") if file.is_file()}


def test_what_is_made_is_not_made_again_and_says_the_same(path: Path) -> None:
    first = run(path)
    assert states(first) == {State.MADE: 16}
    files = written(path)
    assert len(files) == 16
    whole, again = batch(path), run(path)
    assert states(again) == {State.UNCHANGED: 16}
    assert written(path) == files
    assert record.text(whole, first) == record.text(whole, again)


def test_files_that_are_lost_or_changed_come_back_from_the_cache(path: Path) -> None:
    run(path)
    files = written(path)
    (path.parent / "output" / "north" / "one" / "plain" / "leaflet.pdf").unlink()
    (path.parent / "output" / "north" / "two" / "plain" / "leaflet.pdf").write_text("scribble", encoding="utf-8")
    assert states(run(path)) == {State.UNCHANGED: 16}
    assert written(path) == files


@pytest.mark.parametrize(
    ("file", "text", "made"),
    [
        ("plain.css", ":root { --brand-primary: #222222; }", 8),
        ("guides/one/content.yaml", "other", 8),
        ("sites.csv", "site,name,phone\nnorth,North Clinic,0123 456\nsouth,South Clinic,1\n", 8),
        ("guides/two/styles/leaflet.css", "", 8),
        ("guides/two/styles/formats/a4.css", "", 4),
        ("guides/two/styles/slides.css", "", 0),
        ("guides/two/notes.txt", "", 0),
    ],
)
def test_a_change_calls_for_its_own_documents_only(path: Path, file: str, text: str, made: int) -> None:
    run(path)
    (path.parent / file).parent.mkdir(parents=True, exist_ok=True)
    before = (path.parent / file).read_text(encoding="utf-8") if (path.parent / file).exists() else None
    change(path.parent / file, text)
    assert states(run(path))[State.MADE] == made
    if before is not None:
        change(path.parent / file, before)
        assert states(run(path)) == {State.UNCHANGED: 16}, "what was made before the change is still kept"


def test_a_day_past_review_tells_more_and_is_made_again(path: Path) -> None:
    run(path)
    assert states(run(path, dt.date(2029, 11, 1))) == {State.UNCHANGED: 16}
    assert states(run(path, dt.date(2029, 11, 2))) == {State.MADE: 16}


def test_another_version_makes_all_again(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    run(path)
    newer = {**inputs.versions(), "weasyprint": "71.0"}
    monkeypatch.setattr("leafdeck.batch.run.versions", lambda: newer)
    assert states(run(path)) == {State.MADE: 16}


@pytest.mark.usefixtures("processes")
def test_a_run_that_was_stopped_goes_on_from_there(path: Path) -> None:
    with closing(batch(path).run(1, work=standing_in)) as outcomes:
        for _ in range(5):
            next(outcomes)
    found = states(run(path))
    assert found[State.UNCHANGED] >= 5
    assert found[State.MADE] == 16 - found[State.UNCHANGED]


def test_a_failure_is_one_failure(path: Path) -> None:
    outcomes = list(batch(path).run(2, work=failing))
    assert states(outcomes) == {State.MADE: 8, State.FAILED: 8}
    told = json.loads(record.text(batch(path), outcomes))
    failed = [each for each in told["documents"] if each["state"] == "failed"]
    assert {each["guide"] for each in failed} == {"two"}
    assert failed[0]["problems"][0] == {
        "file": "guides/two/content.yaml",
        "line": 3,
        "column": 5,
        "path": "",
        "message": "it is broken",
        "hint": "Mend it.",
    }
    assert states(run(path)) == {State.UNCHANGED: 8, State.MADE: 8}


@pytest.mark.usefixtures("processes")
def test_a_job_that_kills_its_process_is_told(path: Path) -> None:
    outcomes = list(batch(path).run(2, work=stubborn))
    (lost,) = [outcome for outcome in outcomes if outcome.state is State.FAILED]
    assert (lost.job.guide, lost.job.brand, lost.job.format, lost.job.site) == ("two", "dark", "a4", "south")
    assert "ended by the system, 2 times" in lost.problems[0].message


def test_what_differs_in_its_name_only_is_made_once(path: Path) -> None:
    (path.parent / "sites.csv").write_text("site,name\na,Clinic\nb,Clinic\n", encoding="utf-8")
    outcomes = run(path)
    assert states(outcomes) == {State.MADE: 16}
    made = path.parent / "made.txt"
    assert len(made.read_text(encoding="utf-8").splitlines()) == 8


def test_a_file_that_changes_while_it_is_read_is_not_kept(path: Path) -> None:
    (path.parent / "guides" / "one" / "content.yaml").touch()
    content = path.parent / "guides" / "one" / "content.yaml"
    os.utime(content, ns=(content.stat().st_mtime_ns + 10**12,) * 2)
    assert states(run(path)) == {State.MADE: 16}
    assert states(run(path)) == {State.MADE: 8, State.UNCHANGED: 8}


def test_a_torn_cache_is_as_good_as_none(path: Path) -> None:
    run(path)
    files = written(path)
    shutil.rmtree(path.parent / "output")
    for file in (path.parent / "cache").rglob("*"):
        if file.is_file():
            file.write_bytes(file.read_bytes()[:-1])
    assert states(run(path)) == {State.MADE: 16}
    assert written(path) == files


def test_what_a_killed_process_left_in_the_cache_is_cleared(tmp_path: Path) -> None:
    store = Store(tmp_path / "cache")
    store.prepare()
    here = platform.node()
    names = (f"{os.getpid()}@{here}@x", f"{2**22 + 1}@{here}@x", f"{2**22 + 1}@elsewhere@x")
    mine, dead, others = (store.folder / "passing" / name for name in names)
    for file in (mine, dead, others):
        file.touch()
    store.prepare()
    assert mine.exists()
    assert others.exists(), "another machine may share the cache"
    assert not dead.exists()


def test_an_output_folder_that_cannot_be_written_fails_each_document(path: Path) -> None:
    (path.parent / "output").write_text("a file", encoding="utf-8")
    outcomes = run(path)
    assert states(outcomes) == {State.FAILED: 16}
    assert "cannot be written" in outcomes[0].problems[0].message


def test_the_record_names_every_file_with_its_hash(path: Path) -> None:
    outcomes = run(path)
    told = json.loads(record.text(batch(path), outcomes))
    assert told["manifest"].keys() == {"batch.yaml", "sites.csv"}
    assert len(told["documents"]) == 16
    for document in told["documents"]:
        for each in document["outputs"]:
            assert inputs.digest(path.parent / "output" / each["path"]) == each["sha256"]
        names = {*document["inputs"], *told["dresses"][document["dress"]]}
        assert f"guides/{document['guide']}/content.yaml" in names
        assert f"{document['brand']}.css" in names
        assert names <= told["inputs"].keys()
    assert told["inputs"]["plain.css"] == inputs.digest(path.parent / "plain.css")
    assert all(told["inputs"].values())
    assert told["made_with"]["weasyprint"]


def test_a_job_without_an_outcome_has_not_been_reached(path: Path) -> None:
    told = json.loads(record.text(batch(path), []))
    assert {each["state"] for each in told["documents"]} == {"not reached"}


def test_a_plan_knows_what_is_kept(path: Path) -> None:
    run(path)
    change(path.parent / "dark.css", ":root { --brand-primary: #222222; }")
    whole = batch(path)
    kept = [whole.kept(job) is not None for job in jobs(whole.manifest)]
    assert sum(kept) == 8


def test_a_site_may_have_a_logo_of_its_own(path: Path) -> None:
    (path.parent / "logo.svg").write_text("<svg/>", encoding="utf-8")
    (path.parent / "sites.csv").write_text("site,logo\nnorth,logo.svg\n", encoding="utf-8")
    job = next(jobs(batch(path).manifest))
    assert job.organisation == (("logo", str(path.parent / "logo.svg")),)
    assert job.order(TODAY).organisation == job.organisation


def test_a_document_has_the_name_and_the_logo_of_its_site(path: Path) -> None:
    """The logo lies beside the sites, where no guide of its own may take a file from."""
    drawn = '<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"><rect id="north" width="9" height="9"/></svg>'
    (path.parent / "logo.svg").write_text(drawn, encoding="utf-8")
    (path.parent / "sites.csv").write_text("site,name,logo\nnorth,The North,logo.svg\n", encoding="utf-8")
    whole = batch(path)
    job = next(jobs(whole.manifest))
    assert job.format == "web"
    whole.store.prepare()
    result = make(Task(job, TODAY, whole.store))
    assert result.problems == ()
    page = (whole.store.get(result.outputs[0].sha256) or b"").decode()
    assert "The North" in page
    assert "Example Clinic" not in page
    assert base64.b64encode(drawn.encode()).decode() in page
    assert dict(result.inputs)[path.parent / "logo.svg"] == inputs.digest(path.parent / "logo.svg")


def test_a_bug_is_one_failure_too(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def broken(*_: object) -> None:
        raise ZeroDivisionError("by nought")

    monkeypatch.setattr("leafdeck.build.make", broken)
    whole = batch(path)
    (problem,) = make(Task(next(jobs(whole.manifest)), TODAY, whole.store)).problems
    assert problem.message == "a bug in leafdeck: ZeroDivisionError: by nought"
    assert "Traceback" in problem.hint
