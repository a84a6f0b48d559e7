"""A batch of real documents: made once, the same bytes from any run, one broken guide alone, processes killed."""

from __future__ import annotations

import json
import os
import shutil
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import suppress
from pathlib import Path
from typing import Any

import pytest
from batches import MANIFEST, project

Command = Callable[..., Any]
pytestmark = pytest.mark.slow


@pytest.fixture
def path(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    return project(tmp_path).relative_to(tmp_path)


def outputs() -> dict[str, bytes]:
    return {str(file): file.read_bytes() for file in sorted(Path("output").rglob("*")) if file.is_file()}


def test_a_batch_is_made_once_and_tells_what_failed(path: Path, leafdeck: Command) -> None:
    plan = leafdeck("batch", str(path), "--dry-run")
    assert plan.out.startswith("2 guides × 2 brands × 2 formats × 2 sites\n16 documents: 0 unchanged, 16 to make\n")
    assert not Path("output").exists()

    first = leafdeck("batch", str(path), "--workers", "2")
    assert first.code == 0, first.err
    assert "16 made, 0 unchanged, 0 failed" in first.out
    files = outputs()
    assert len(files) == 17
    north = files["output/north/one/plain/leaflet.html"].decode()
    assert "North Clinic" in north
    assert "0123 456" in north
    assert "Example Clinic" not in north

    again = leafdeck("batch", str(path))
    assert "0 made, 16 unchanged, 0 failed" in again.out
    assert outputs() == files

    Path("guides/two/content.yaml").write_text("schema: 1\nguide: nothing\n", encoding="utf-8")
    broken = leafdeck("batch", str(path), "--workers", "2")
    assert broken.code == 1
    assert "0 made, 8 unchanged, 8 failed" in broken.out
    assert "guides/two/content.yaml:2:8" in broken.err
    assert outputs().keys() == files.keys()
    record = json.loads(Path("output/batch.json").read_text(encoding="utf-8"))
    assert [each["state"] for each in record["documents"]] == ["done"] * 8 + ["failed"] * 8


def test_processes_may_be_killed_and_a_second_cache_gives_the_same_bytes(path: Path) -> None:
    """One worker is killed, then all of them with the first process; the next run makes the rest."""
    path.write_text(MANIFEST.replace("[web, a4]", "a4"), encoding="utf-8")
    run = start(path, "--workers", "2")
    os.kill(next(workers(run.pid)), signal.SIGKILL)
    wait_for(2, run)
    run.kill()
    run.communicate()
    made = len(finished())
    assert 2 <= made < 8
    again = start(path, "--workers", "2")
    said, _ = again.communicate()
    assert again.returncode == 0, said
    assert "0 failed" in said
    assert f"{8 - made} made" in said or f"{7 - made} made" in said
    files = outputs()
    assert len(files) == 9
    shutil.rmtree("output")
    other = start(path, "--workers", "1", "--cache", "other")
    said, _ = other.communicate()
    assert "8 made" in said
    assert outputs() == files


def start(path: Path, *more: str) -> subprocess.Popen[str]:
    command = [sys.executable, "-m", "leafdeck", "batch", str(path), *more]
    env = os.environ | {"PYTHONPATH": os.pathsep.join(sys.path)}
    return subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True, env=env)


def finished() -> list[Path]:
    return [file for file in Path("output").rglob("leaflet.*") if not file.name.startswith(".")]


def wait_for(files: int, run: subprocess.Popen[str]) -> None:
    deadline = time.monotonic() + 60
    while len(finished()) < files:
        assert time.monotonic() < deadline
        assert run.poll() is None, run.communicate()[0]
        time.sleep(0.01)


def workers(first: int) -> Iterator[int]:
    """Yield the processes that work for one, once they are there: forked from one of its own that has the engines."""
    deadline = time.monotonic() + 60
    while time.monotonic() < deadline:
        for process in list(below(first)):
            with suppress(OSError):
                mapped = Path(f"/proc/{process}/maps").read_text(encoding="utf-8")
                if "pango" in mapped and parent(process) != first:
                    yield process
        time.sleep(0.01)


def below(first: int) -> Iterator[int]:
    for entry in Path("/proc").iterdir():
        if entry.name.isdigit():
            above = int(entry.name)
            while above > 1 and above != first:
                above = parent(above)
            if above == first and int(entry.name) != first:
                yield int(entry.name)


def parent(process: int) -> int:
    try:
        return int(Path(f"/proc/{process}/stat").read_text(encoding="utf-8").rpartition(")")[2].split()[1])
    except OSError:
        return 0
