"""A style sheet of one's own sets larger type: to fit its pages it gets smaller by so much as it must, and no more."""

from __future__ import annotations

import re
import shutil
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

import pikepdf
import pytest
import weasyprint

if TYPE_CHECKING:
    from conftest import Outcome

pytestmark = pytest.mark.slow

ROOT = Path(__file__).resolve().parents[2]
PAGES = 4
LARGE = 16
"""The size that the style sheet sets, in pt."""
SENTENCE = "Most back pain gets better in a few weeks, and it helps to keep moving in the meantime. "


@pytest.fixture
def large(project: Path) -> Path:
    """A guide of plain text, in larger type than A4 needs: nothing can stand in two columns or is optional."""
    styles = project / "styles" / "formats"
    styles.mkdir(parents=True)
    shutil.copy(ROOT / "styles/formats/a4.css", styles)
    with (styles / "a4.css").open("a", encoding="utf-8") as sheet:
        sheet.write(f"\nhtml {{ font-size: {LARGE}pt }}\n")
    content = project / "content.yaml"
    part = "  - kind: text\n    title: Part {number}\n    text: " + SENTENCE * 16 + "\n"
    parts = "".join(part.format(number=number) for number in range(1, 7))
    content.write_text(content.read_text("utf-8").replace("sections:\n", f"sections:\n{parts}"), encoding="utf-8")
    return project


def count(html: str, base: Path) -> int:
    return len(weasyprint.HTML(string=html, base_url=str(base)).render().pages)


def test_smaller_type_is_what_makes_it_fit(large: Path, leafdeck: Callable[..., Outcome]) -> None:
    command = ("build", "--only", "leaflet", "--pages", str(PAGES), "--keep-html")
    outcome = leafdeck(*command)
    assert outcome.code == 0, outcome.err
    told = re.search(rf"to fit {PAGES} pages, the text is ([\d.]+) pt, not {LARGE} pt", outcome.err)
    assert told, outcome.err
    assert f"to fit {PAGES} pages, lines and parts stand as close as clear print allows" in outcome.err
    size = float(told[1])
    assert 12 < size < LARGE
    with pikepdf.open(large / "output/leaflet.pdf") as pdf:
        assert len(pdf.pages) == PAGES

    kept = large / "output/html/leaflet-a4.html"
    html = kept.read_text("utf-8")
    (style,) = re.findall(r'<html[^>]* style="font-size: ([\d.]+)pt"', html)
    assert float(style) == size
    assert count(html, kept) == PAGES
    assert count(html.replace(f"font-size: {style}pt", f"font-size: {LARGE}pt"), kept) > PAGES, "spacing was not enough"
    assert count(html.replace(f"font-size: {style}pt", f"font-size: {size + 0.5}pt"), kept) > PAGES, "no step too many"


def test_it_gets_no_smaller_than_clear_print(large: Path, leafdeck: Callable[..., Outcome]) -> None:
    outcome = leafdeck("build", "--only", "leaflet", "--pages", "2")
    assert outcome.code != 0
    assert "the leaflet needs" in outcome.err
    assert "at its tightest, and 2 are asked for" in " ".join(outcome.err.split())
    assert not (large / "output/leaflet.pdf").exists()
