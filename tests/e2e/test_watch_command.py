"""``leafdeck build --watch`` as an author meets it: saves, mistakes, styles, Ctrl+C."""

from __future__ import annotations

import os
import queue
import shutil
import signal
import subprocess
import sys
import threading
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

import pytest
from pptx import Presentation

pytestmark = [
    pytest.mark.slow,
    pytest.mark.skipif(sys.platform == "win32", reason="Windows has no SIGINT for another process"),
]

ROOT = Path(__file__).resolve().parents[2]
PATIENCE = 60


@dataclass
class Watch:
    """A watch under way, and what it prints."""

    process: subprocess.Popen[str]
    lines: queue.Queue[str] = field(default_factory=queue.Queue)

    def until(self, start: str) -> list[str]:
        """Return the lines up to one that begins so."""
        seen: list[str] = []
        while not seen or not seen[-1].startswith(start):
            try:
                seen.append(self.lines.get(timeout=PATIENCE))
            except queue.Empty:
                pytest.fail(f"no line {start!r} came; seen: {seen}")
        return seen


@pytest.fixture
def watch(project: Path, interruptible: list[str]) -> Iterator[Watch]:
    """A watch of the small guide, with styles of its own."""
    (project / "styles").mkdir()
    for name in ("leaflet.css", "slides.css"):
        shutil.copy(ROOT / "styles" / name, project / "styles" / name)
    with subprocess.Popen(
        [*interruptible, "build", "--watch", "--today", "2026-11-24"],
        cwd=project,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
        env={**os.environ, "PYTHONUNBUFFERED": "1"},
    ) as process:
        made = Watch(process)
        stream = process.stdout
        assert stream is not None

        def read() -> None:
            for line in stream:
                made.lines.put(line.rstrip("\n"))

        reader = threading.Thread(target=read, daemon=True)
        reader.start()
        try:
            yield made
        finally:
            process.kill()
            process.wait()
            reader.join()


def save(path: Path, old: str, new: str) -> None:
    """Save as editors do: a new file beside the old one, renamed into its place."""
    text = path.read_text(encoding="utf-8")
    assert old in text
    beside = path.with_name(f".{path.name}.swp")
    beside.write_text(text.replace(old, new), encoding="utf-8")
    beside.replace(path)


def title(project: Path) -> str:
    deck = Presentation(str(project / "output" / "slides.pptx"))
    return str(deck.slides[0].shapes.title.text_frame.text)


def test_a_day_of_an_author(watch: Watch, project: Path) -> None:
    content, output = project / "content.yaml", project / "output"

    assert watch.until("Done in ")[0] == "Watching. Press Ctrl+C to stop."
    assert title(project) == "A small guide"

    save(content, "title: A small guide", "title: A better guide")
    made = watch.until("Done in ")
    assert [line.split()[0] for line in made[:-1]] == ["output/leaflet.pdf", "output/slides.pptx"]
    assert title(project) == "A better guide"

    good = {path.name: path.read_bytes() for path in output.iterdir()}
    save(content, "title: A better guide", "title: [A broken guide")
    said = watch.until("Mend it and save")
    assert said[0].startswith("error: content.yaml:")
    assert "Traceback" not in "\n".join(said)
    assert {path.name: path.read_bytes() for path in output.iterdir()} == good
    assert watch.process.poll() is None

    save(content, "title: [A broken guide", "title: A mended guide")
    watch.until("Done in ")
    assert title(project) == "A mended guide"

    for name, products in (("slides.css", ["output/slides.pptx"]), ("leaflet.css", ["output/leaflet.pdf"])):
        style = project / "styles" / name
        save(style, "/*", "/* changed")
        made = watch.until("Done in ")
        assert [line.split()[0] for line in made[:-1]] == products

    watch.process.send_signal(signal.SIGINT)
    assert watch.until("Stopped.") == ["Stopped."]
    assert watch.process.wait(PATIENCE) == 130
