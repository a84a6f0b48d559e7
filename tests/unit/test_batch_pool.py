"""Processes of a batch: kept, replaced when they die, renewed before they grow, and never left behind."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import pytest
from batches import dies_always, dies_once, doubled, process

from leafdeck.batch import pool
from leafdeck.batch.pool import Limits, Lost


@pytest.fixture(autouse=True)
def _light(monkeypatch: pytest.MonkeyPatch) -> None:
    """These need no engine."""
    monkeypatch.setattr(pool, "ENGINES", ())


def results(work: Any, tasks: Sequence[Any], hands: int = 2, limits: Limits | None = None) -> list[Any]:
    return [result for _, result in pool.each(work, tasks, hands, limits)]


def test_all_is_done_once() -> None:
    assert sorted(results(doubled, range(20))) == list(range(0, 40, 2))


def test_nothing_to_do_is_done_at_once() -> None:
    assert results(doubled, [], 0) == []


def test_processes_are_kept() -> None:
    assert len(set(results(process, range(8)))) <= 2


def test_a_process_is_renewed_after_so_many_pieces_of_work() -> None:
    assert len(set(results(process, range(6), 1, Limits(jobs=2)))) == 3


def test_a_process_that_holds_much_memory_is_renewed() -> None:
    assert len(set(results(process, range(3), 1, Limits(memory=1)))) == 3
    assert len(set(results(process, range(3), 1, Limits(memory=100_000)))) == 1


def test_what_a_process_was_at_when_it_died_is_done_by_another(tmp_path: Path) -> None:
    (said,) = results(dies_once, [tmp_path / "mark"])
    assert said.startswith("made by ")
    assert said != f"made by {(tmp_path / 'mark').read_text(encoding='utf-8')}"


def test_what_kills_each_process_is_told_and_harms_nothing_else(tmp_path: Path) -> None:
    (tmp_path / "sound").touch()
    found = results(dies_always, [tmp_path / "sound", tmp_path / "deadly", *[tmp_path / "sound"] * 4])
    assert sorted(map(str, found)) == [str(Lost(2)), *["sound"] * 5]
    assert (tmp_path / "deadly").read_text(encoding="utf-8") == "died\n" * 2


def test_no_process_stays_when_the_first_one_is_killed(tmp_path: Path) -> None:
    script = tmp_path / "first.py"
    script.write_text(
        "import os, sys, time\n"
        "from leafdeck.batch import pool\n"
        "pool.ENGINES = ()\n"
        "if __name__ == '__main__':\n"
        "    from batches import process\n"
        "    results = pool.each(process, range(100), 1)\n"
        "    print(next(results)[1], flush=True)\n"
        "    time.sleep(60)\n",
        encoding="utf-8",
    )
    path = os.pathsep.join(sys.path)
    first = subprocess.Popen(
        [sys.executable, str(script)], stdout=subprocess.PIPE, env={**os.environ, "PYTHONPATH": path}
    )
    assert first.stdout is not None
    worker = int(first.stdout.readline())
    os.kill(worker, 0)
    first.send_signal(signal.SIGKILL)
    first.communicate()
    deadline = time.monotonic() + 10
    while Path(f"/proc/{worker}").exists() and time.monotonic() < deadline:
        time.sleep(0.05)
    assert not Path(f"/proc/{worker}").exists()
