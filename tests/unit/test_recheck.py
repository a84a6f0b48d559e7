"""A check that watches checks again at each save, and lives through mistakes."""

from __future__ import annotations

import datetime as dt
import queue
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from leafdeck.checking import Checked
from leafdeck.errors import SourceError
from leafdeck.order import Order
from leafdeck.recheck import recheck

PATIENCE = 20


@contextmanager
def rechecking(content: Path) -> Iterator[queue.Queue[Any]]:
    order = Order(content, content.parent / "output", dt.date(2026, 1, 1))
    stop, told = threading.Event(), queue.Queue[Any]()

    def run() -> None:
        for outcome in recheck(order, source_only=True, stop=stop):
            if outcome is not None:
                told.put(outcome)

    thread = threading.Thread(target=run, daemon=True)
    thread.start()
    try:
        yield told
    finally:
        stop.set()
        thread.join(PATIENCE)
        assert not thread.is_alive()


def rules(outcome: Any) -> set[str]:
    assert isinstance(outcome, Checked)
    return {finding.rule for finding in outcome.findings}


def until(told: queue.Queue[Any], wanted: Any) -> Any:
    """Return the first outcome that is as wanted; a save may be seen in two steps."""
    while True:
        outcome = told.get(timeout=PATIENCE)
        if wanted(outcome):
            return outcome


def test_each_save_is_checked(project: Path) -> None:
    content = project / "content.yaml"
    sound = content.read_text(encoding="utf-8")
    with rechecking(content) as told:
        assert "contraction" not in rules(told.get(timeout=PATIENCE))
        content.write_text(sound.replace("A line of text.", "You don't."), encoding="utf-8")
        until(told, lambda outcome: "contraction" in rules(outcome))
        content.write_text("schema 1", encoding="utf-8")
        until(told, lambda outcome: isinstance(outcome, SourceError))
        content.write_text(sound, encoding="utf-8")
        assert "contraction" not in rules(until(told, lambda outcome: isinstance(outcome, Checked)))


def test_words_of_ones_own_are_watched(project: Path) -> None:
    words = project / "words" / "en"
    words.mkdir(parents=True)
    content = project / "content.yaml"
    content.write_text(
        content.read_text(encoding="utf-8").replace("A line of text.", "We use a frobnicator."), encoding="utf-8"
    )
    with rechecking(content) as told:
        assert "unexplained-term" not in rules(told.get(timeout=PATIENCE))
        (words / "terms.yaml").write_text("terms: {frobnicator: a tool}\n", encoding="utf-8")
        until(told, lambda outcome: "unexplained-term" in rules(outcome))
