"""What a person sees: progress, the summary, mistakes with the line and a caret."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from leafdeck import report
from leafdeck.errors import Problem, SourceError
from leafdeck.formats import A4, Format
from leafdeck.notice import Notice, Place, Severity
from leafdeck.order import Built, Count, Product, Step

WARNING = Notice(Severity.WARNING, Place(Path("content.yaml"), 3, 5, "guide.review_by"), "it is late", "Review it.")
INFO = Notice(Severity.INFO, Place(), "for your interest")


def built(*notices: Notice, pages: int = 4, slides: int = 30) -> Built:
    files = (Path("output/leaflet.pdf"), Path("output/slides.pptx"), Path("output/html/slides.html"))
    steps = (Step(Product.LEAFLET, "Read the content", 0.125), Step(Product.SLIDES, "Write the deck", 1.5))
    counts = (Count(pages, "page"), Count(slides, "slide"), Count())
    return Built(files, counts, 3.14159, notices, (), steps)


def test_the_summary_names_files_pages_slides_seconds(capsys: pytest.CaptureFixture[str]) -> None:
    report.summary(built(), quiet=False, verbose=False)
    printed = capsys.readouterr()
    assert printed.out.splitlines() == [
        "output/leaflet.pdf       4 pages",
        "output/slides.pptx       30 slides",
        "output/html/slides.html",
        "Done in 3.1 s, no notices.",
    ]
    assert printed.err == ""


def test_the_summary_counts_in_words(capsys: pytest.CaptureFixture[str]) -> None:
    report.summary(built(WARNING, pages=1, slides=1), quiet=False, verbose=False)
    printed = capsys.readouterr().out
    assert "1 page\n" in printed
    assert "1 slide\n" in printed
    assert printed.endswith("1 notice.\n")


def test_every_notice_is_told_with_its_place_and_what_to_do(capsys: pytest.CaptureFixture[str]) -> None:
    report.summary(built(WARNING, INFO), quiet=False, verbose=False)
    printed = capsys.readouterr()
    assert printed.err.splitlines() == [
        "warning: content.yaml:3:5 (guide.review_by): it is late",
        "  hint: Review it.",
        "info: for your interest",
    ]
    assert printed.out.endswith("2 notices.\n")


def test_verbose_tells_how_long_each_step_took(capsys: pytest.CaptureFixture[str]) -> None:
    report.summary(built(), quiet=False, verbose=True)
    lines = capsys.readouterr().out.splitlines()
    assert lines[:2] == ["   0.12 s  leaflet: Read the content", "   1.50 s  slides: Write the deck"]


def test_quiet_prints_only_warnings_and_worse(capsys: pytest.CaptureFixture[str]) -> None:
    with report.progress(quiet=True) as tell:
        tell(Step(Product.LEAFLET, "Read the content", 0.1))
    report.summary(built(WARNING, INFO), quiet=True, verbose=False)
    printed = capsys.readouterr()
    assert printed.out == ""
    assert printed.err.splitlines()[0].startswith("warning: ")
    assert "for your interest" not in printed.err


def test_progress_is_a_line_a_step_when_piped_and_leaves_times_to_verbose(capsys: pytest.CaptureFixture[str]) -> None:
    with report.progress(quiet=False) as tell:
        tell(Step(Product.LEAFLET, "Read the content"))
        tell(Step(Product.LEAFLET, "Read the content", 0.123))
    assert capsys.readouterr().err == "leaflet: Read the content\n"


def test_a_step_says_which_form_of_the_leaflet_it_is_for(capsys: pytest.CaptureFixture[str]) -> None:
    for form in (A4, Format("letter", "leaflet-letter.pdf"), None):
        with report.progress(quiet=False) as tell:
            tell(Step(Product.LEAFLET, "Write the PDF", 0.1, form))
    assert capsys.readouterr().err.splitlines() == [
        "leaflet: Write the PDF",
        "leaflet letter: Write the PDF",
        "leaflet: Write the PDF",
    ]


SHOW = """
import time
from leafdeck import report
from leafdeck.order import Product, Step
with report.progress(quiet=False) as tell:
    tell(Step(Product.LEAFLET, "Lay out the pages"))
    time.sleep(0.3)
    tell(Step(Product.LEAFLET, "Lay out the pages", 0.3))
    tell(Step(Product.SLIDES, "Write the deck"))
    time.sleep(0.3)
"""


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no pseudo-terminals")
def test_progress_moves_on_a_terminal_and_leaves_nothing_behind() -> None:
    try:
        main, other = os.openpty()
    except OSError:
        pytest.skip("this machine has no pseudo-terminals (is /dev/pts mounted?)")
    environment = {**os.environ, "TERM": "xterm-256color", "COLUMNS": "80", "LINES": "24"}
    with subprocess.Popen([sys.executable, "-c", SHOW], stderr=other, env=environment) as process:
        os.close(other)
        shown = b""
        while True:
            try:
                data = os.read(main, 65536)
            except OSError:  # Linux: the other end was closed
                break
            if not data:
                break
            shown += data
    os.close(main)
    assert process.returncode == 0
    text = shown.decode()
    assert "leaflet" in text
    assert "Lay out the pages ✓" in text
    assert "Write the deck" in text
    assert text.rstrip("\r").endswith("\x1b[2K")  # the last thing done is to clear the lines


@pytest.fixture
def content(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    path = tmp_path / "content.yaml"
    path.write_text("one\n\ttwo: thrée\n", encoding="utf-8")
    return path


def test_a_mistake_shows_its_line_with_a_caret(content: Path, capsys: pytest.CaptureFixture[str]) -> None:
    report.failure(SourceError([Problem(Place(content, 2, 2, "a.b"), "it is wrong", "Mend it.")]))
    printed = capsys.readouterr()
    assert printed.out == ""
    assert printed.err.splitlines() == [
        "error: content.yaml:2:2 (a.b): it is wrong",
        "  2 |  two: thrée",
        "    |  ^",
        "  hint: Mend it.",
        "Nothing was written.",
    ]


def test_several_mistakes_are_counted(content: Path, capsys: pytest.CaptureFixture[str]) -> None:
    places = (Place(content, 1), Place(content, 9, 9), Place(content.parent / "gone", 1), Place())
    report.failure(SourceError([Problem(place, f"mistake {n}") for n, place in enumerate(places)]))
    assert capsys.readouterr().err.splitlines() == [
        "error: content.yaml:1: mistake 0",
        "  1 | one",
        "error: content.yaml:9:9: mistake 1",
        "error: gone:1: mistake 2",
        "error: mistake 3",
        "4 problems. Nothing was written.",
    ]


def test_a_given_excerpt_goes_before_the_files_line(content: Path, capsys: pytest.CaptureFixture[str]) -> None:
    report.failure(SourceError(Problem(Place(content, 1, 1), "wrong", excerpt="1 | as it was\n    ^")))
    assert capsys.readouterr().err.splitlines()[1:3] == ["  1 | as it was", "      ^"]


def test_paths_are_shown_as_a_person_types_them(content: Path) -> None:
    assert report.shown(content) == Path("content.yaml")
    assert report.shown(content.parent / "a" / ".." / "b") == Path("b")
    assert report.shown(content.parent.parent / "elsewhere") == content.parent.parent / "elsewhere"
