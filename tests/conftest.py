"""What many tests need: the real outputs built once, a small project to break, the command line in this process."""

from __future__ import annotations

import datetime as dt
import socket
import sys
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest
from attacks import CANARY, Place
from hypothesis import settings
from proofed import RealProofs
from workers import once

from leafdeck import cli, proofing
from leafdeck.build import build
from leafdeck.notice import Notice
from leafdeck.order import Built, Order

# A busy machine is slow at times; that is no defect, so no single example has a deadline.
settings.register_profile("usual", deadline=None)
settings.register_profile("thorough", max_examples=1000, deadline=None)
settings.load_profile("usual")

ROOT = Path(__file__).resolve().parents[1]
TODAY = dt.date(2026, 11, 24)

SMALL_GUIDE = """\
schema: 1
guide:
  id: small
  type: general
  title: A small guide
  audience: People who test
  version: "1.0"
  published: 2026-11-01
  review_by: 2029-11-01
  authors: [{name: A. Tester}]
  funding: Nobody paid for it.
  conflicts: None.
organisation:
  name: Example Clinic
  feedback: Tell us what you think.
  other_formats: Ask us for large print.
summary: This guide is small.
sections:
  - kind: text
    title: The only part
    text: A line of text.
more_information:
  - {title: An example, url: "https://www.example.org/"}
disclaimer: It does not replace advice from your own doctor.
"""


@dataclass(frozen=True)
class RealOutputs:
    """The repository's own guide, built: the files, the laid-out HTML's folder, what the run said."""

    leaflet: Path
    slides: Path
    html: Path
    built: Built
    today: dt.date = TODAY

    @property
    def notices(self) -> tuple[Notice, ...]:
        return self.built.notices


@pytest.fixture(scope="session")
def built(tmp_path_factory: pytest.TempPathFactory) -> RealOutputs:
    """Build ``content.yaml`` once for all workers."""

    def make(folder: Path) -> Built:
        return build(Order(ROOT / "content.yaml", folder, TODAY, keep_html=True, side_by_side=False))

    folder, result = once(tmp_path_factory, "built", make)
    return RealOutputs(folder / "leaflet.pdf", folder / "slides.pptx", folder / "html", result)


@pytest.fixture(scope="session")
def real_proofs(tmp_path_factory: pytest.TempPathFactory) -> RealProofs:
    """Make the proofs of ``content.yaml`` once for all workers."""

    def make(folder: Path) -> RealProofs:
        order = Order(ROOT / "content.yaml", folder, TODAY)
        return RealProofs(proofing.leaflet(order), proofing.slides(order))

    return once(tmp_path_factory, "proofs", make)[1]


@pytest.fixture
def project(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder with a small, sound guide in it, which is the working folder."""
    folder = tmp_path / "project"
    folder.mkdir()
    (folder / "content.yaml").write_text(SMALL_GUIDE, encoding="utf-8")
    monkeypatch.chdir(folder)
    return folder


@dataclass(frozen=True)
class Outcome:
    """What a command left: its exit code and what it printed."""

    code: int
    out: str
    err: str


@pytest.fixture
def leafdeck(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> Callable[..., Outcome]:
    """Run the ``leafdeck`` command in this process."""

    def run(*arguments: str) -> Outcome:
        monkeypatch.setattr(sys, "argv", ["leafdeck", *arguments])
        try:
            cli.main()
            code: str | int | None = 0
        except SystemExit as leave:
            code = leave.code
        captured = capsys.readouterr()
        assert isinstance(code, int | None)
        return Outcome(code or 0, captured.out, captured.err)

    return run


@pytest.fixture
def interruptible() -> list[str]:
    """Start the ``leafdeck`` command so that it heeds Ctrl+C; a process in the background does not by itself."""
    heed = "import signal; signal.signal(signal.SIGINT, signal.default_int_handler)"
    return [sys.executable, "-c", f"{heed}; from leafdeck.cli import main; main()"]


class _Server:
    """Listens on the loopback and counts who asks, without a thread: the system takes calls in, nobody is answered."""

    def __init__(self) -> None:
        self.socket = socket.create_server(("127.0.0.1", 0), backlog=128)
        self.socket.setblocking(False)
        self.port = int(self.socket.getsockname()[1])
        self._asked = 0

    @property
    def asked(self) -> int:
        """How many have called so far."""
        while True:
            try:
                connection, _ = self.socket.accept()
            except BlockingIOError:
                return self._asked
            self._asked += 1
            connection.close()


@pytest.fixture(scope="session")
def server() -> Iterator[_Server]:
    found = _Server()
    yield found
    found.socket.close()


@pytest.fixture
def place(project: Path, server: _Server) -> Iterator[Place]:
    """The small project, with a secret outside; at the end nobody has asked the server for anything."""
    outside = project.parent / "outside"
    outside.mkdir()
    (outside / "secret.txt").write_text(CANARY, encoding="utf-8")
    (outside / "secret.css").write_text(f"p::before {{ content: '{CANARY}' }}", encoding="utf-8")
    (outside / "secret.svg").write_text(
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9"><text id="a">{CANARY}</text></svg>',
        encoding="utf-8",
    )
    (project / "link.svg").symlink_to(outside / "secret.svg")
    (project / "link.css").symlink_to(outside / "secret.css")
    (project / "linked").symlink_to(outside)
    before = server.asked
    yield Place(project, outside, f"http://127.0.0.1:{server.port}")
    assert server.asked == before, "something was fetched"
