"""The main job as a person runs it: what it writes, what it says, and the same bytes for the same input."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
import zipfile
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

import pikepdf
import pytest
from pptx import Presentation

from leafdeck.build import build
from leafdeck.order import Order, Product

if TYPE_CHECKING:
    from conftest import Outcome, RealOutputs

pytestmark = pytest.mark.slow

ROOT = Path(__file__).resolve().parents[2]
Run = Callable[..., "Outcome"]


def command(folder: Path, *arguments: str, **environment: str) -> subprocess.CompletedProcess[str]:
    """Run leafdeck in a process and a working folder of its own."""
    return subprocess.run(
        [sys.executable, "-m", "leafdeck", "build", *arguments],
        cwd=folder,
        env={**os.environ, **environment},
        capture_output=True,
        text=True,
        check=False,
    )


def test_the_summary_tells_what_was_made(project: Path) -> None:
    done = command(project, "--today", "2026-11-24")
    assert done.returncode == 0, done.stderr
    lines = done.stdout.splitlines()
    with pikepdf.open(project / "output" / "leaflet.pdf") as pdf:
        pages = len(pdf.pages)
    slides = len(Presentation(str(project / "output" / "slides.pptx")).slides)
    assert lines[0].split(maxsplit=1) == ["output/leaflet.pdf", f"{pages} page{'s' if pages > 1 else ''}"]
    assert lines[1].split(maxsplit=1) == ["output/slides.pptx", f"{slides} slides"]
    assert lines[2].startswith("Done in ")
    assert "leaflet: Write the PDF\n" in done.stderr
    assert "slides: Write the deck\n" in done.stderr
    assert sorted(path.name for path in (project / "output").iterdir()) == ["leaflet.pdf", "slides.pptx"]


@pytest.mark.parametrize("product", list(Product))
def test_only_one_is_made_when_only_one_is_asked_for(leafdeck: Run, project: Path, product: Product) -> None:
    assert leafdeck("build", "--only", product, "--quiet").code == 0
    expected = {
        Product.LEAFLET: "leaflet.pdf",
        Product.SLIDES: "slides.pptx",
        Product.SLIDES_PDF: "slides.pdf",
        Product.HANDOUT: "handout.pdf",
    }[product]
    assert [path.name for path in (project / "output").iterdir()] == [expected]


def test_several_forms_of_the_leaflet_are_made_and_told(project: Path) -> None:
    forms = ("--format", "letter", "--format", "a5-booklet", "--format", "poster")
    done = command(project, "--only", "leaflet", *forms, "--keep-html", "--strict", "--today", "2026-11-24")
    assert done.returncode == 0, done.stderr
    assert [line.split(maxsplit=1) for line in done.stdout.splitlines()[:-1]] == [
        ["output/leaflet-letter.pdf", "1 page"],
        ["output/html/leaflet-letter.html"],
        ["output/leaflet-a5-booklet.pdf", "4 pages"],
        ["output/leaflet-a5-booklet-sheets.pdf", "1 sheet"],
        ["output/html/leaflet-a5-booklet.html"],
        ["output/leaflet-poster.pdf", "1 page"],
        ["output/html/leaflet-poster.html"],
    ]
    assert "leaflet a5-booklet: Lay out the sheets\n" in done.stderr
    with pikepdf.open(project / "output" / "leaflet-a5-booklet-sheets.pdf") as pdf:
        assert len(pdf.pages) == 2


def test_a_mistake_in_one_form_names_it_and_nothing_is_written(project: Path) -> None:
    sheet = project / "styles" / "formats" / "letter.css"
    sheet.parent.mkdir(parents=True)
    sheet.write_text("body { background: url(none.png) }", encoding="utf-8")
    done = command(project, "--only", "leaflet", "--format", "a4", "--format", "letter", "--today", "2026-11-24")
    assert done.returncode == 5
    assert "error: letter: Failed to load image" in done.stderr
    assert not (project / "output").exists()


def test_quiet_prints_nothing_and_the_output_folder_can_be_chosen(project: Path) -> None:
    done = command(project, "content.yaml", "--quiet", "--output", "one/two", "--today", "2026-11-24")
    assert (done.returncode, done.stdout, done.stderr) == (0, "", "")
    assert (project / "one" / "two" / "slides.pptx").is_file()
    assert not (project / "output").exists()


def has_gone(group: int) -> bool:
    """Return whether all processes of a group end soon; what engines start as they load has nobody to wait for it."""
    patience = time.monotonic() + 10
    while time.monotonic() < patience:
        try:
            os.killpg(group, 0)
        except ProcessLookupError:
            return True
        time.sleep(0.05)
    return False


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no SIGINT for another process")
def test_ctrl_c_stops_both_processes_and_writes_nothing(project: Path, interruptible: list[str]) -> None:
    """As a terminal does it: the signal goes to the whole group of processes."""
    with subprocess.Popen(
        [*interruptible, "build", str(ROOT / "content.yaml")],
        cwd=project,
        stderr=subprocess.PIPE,
        text=True,
        start_new_session=True,
    ) as process:
        assert process.stderr is not None
        assert process.stderr.readline().endswith(": Read the content\n")  # a first step is done; both are at work
        os.killpg(process.pid, signal.SIGINT)
        said = process.stderr.read()
    assert process.returncode == 130
    assert said.endswith("Stopped.\n")
    assert "Traceback" not in said
    assert not (project / "output").exists()
    assert has_gone(process.pid)


def test_the_same_input_gives_the_same_bytes(tmp_path: Path) -> None:
    """In another process, with another hash seed, from another folder, at another time."""
    for folder, seed, zone in (("one", "1", "UTC"), ("two", "2", "Pacific/Auckland")):
        (tmp_path / folder).mkdir()
        done = command(
            tmp_path / folder,
            os.path.relpath(ROOT / "content.yaml", tmp_path / folder),
            "--quiet",
            "--keep-html",
            PYTHONHASHSEED=seed,
            TZ=zone,
        )
        assert done.returncode == 0, done.stderr
    for name in ("leaflet.pdf", "slides.pptx", "html/leaflet-a4.html", "html/slides.html"):
        one, two = (tmp_path / folder / "output" / name for folder in ("one", "two"))
        assert one.read_bytes() == two.read_bytes(), name


def test_side_by_side_gives_the_same_as_one_after_the_other(built: RealOutputs, tmp_path: Path) -> None:
    order = Order(ROOT / "content.yaml", tmp_path, built.today, keep_html=True)
    both = build(order)
    assert order.side_by_side
    assert not replace(order, side_by_side=False).side_by_side
    assert [path.name for path in both.files] == [path.name for path in built.built.files]
    assert (both.counts, both.notices) == (built.built.counts, built.built.notices)
    assert both.sources == built.built.sources
    for path in both.files:
        if path.suffix != ".html":  # its links start from the folder that it is kept in
            assert path.read_bytes() == (built.leaflet.parent / path.relative_to(tmp_path)).read_bytes(), path.name


@pytest.mark.parametrize(("html", "name"), [("leaflet-a4.html", "leaflet"), ("slides.html", "slides")])
def test_kept_html_renders_to_the_same_pages(built: RealOutputs, tmp_path: Path, html: str, name: str) -> None:
    weasyprint = Path(sys.executable).with_name("weasyprint")
    done = subprocess.run(
        [weasyprint, built.html / html, tmp_path / "out.pdf"], capture_output=True, text=True, check=False
    )
    assert (done.returncode, done.stderr) == (0, "")
    with pikepdf.open(tmp_path / "out.pdf") as pdf:
        assert len(pdf.pages) == built.built.count("leaflet.pdf" if name == "leaflet" else "slides.pptx")
    if name == "leaflet":
        assert words(tmp_path / "out.pdf") == words(built.leaflet)


def words(pdf: Path) -> list[str]:
    """Return the words of each page."""
    text = subprocess.run(["pdftotext", "-layout", pdf, "-"], capture_output=True, text=True, check=True).stdout  # noqa: S607 - poppler's, found on the PATH
    return text.split("\f")


def test_a_style_beside_the_content_wins(leafdeck: Run, project: Path) -> None:
    (project / "styles").mkdir()
    own = (ROOT / "styles" / "brand.css").read_text(encoding="utf-8").replace("#0b4f5c", "#123456")
    own = own.replace("url(fonts/", f"url({(ROOT / 'styles' / 'fonts').as_posix()}/")
    (project / "styles" / "brand.css").write_text(own, encoding="utf-8")
    assert leafdeck("build", "--only", "slides", "--quiet").code == 0
    with zipfile.ZipFile(project / "output" / "slides.pptx") as package:
        assert b'<a:accent1><a:srgbClr val="123456"/>' in package.read("ppt/theme/theme1.xml")
