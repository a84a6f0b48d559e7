"""The typographic finish of the real guide, measured on its laid-out pages and in its deck."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pptx
import pytest
import weasyprint
from fontTools.ttLib import TTFont

from leafdeck.guide import typography

if TYPE_CHECKING:
    from conftest import RealOutputs

ROOT = Path(__file__).parents[2]
BRANDS = (ROOT / "styles", *sorted((ROOT / "examples" / "brands").iterdir()))
REPEATED = {"foot", "foot-page"}
"""What stands on every page."""
SHORT = 7
"""A word of fewer letters does not end a paragraph on a line of its own."""
LEAST_LINES = 3
LINE = 10.5 * 96 / 72 * 1.36
"""A line of the references, in px."""

pytestmark = pytest.mark.slow


@pytest.fixture(scope="module")
def pages(built: RealOutputs) -> list[Any]:
    document = weasyprint.HTML(filename=str(built.html / "leaflet-a4.html")).render()
    return [page._page_box for page in document.pages]


def boxes(page: Any) -> Iterator[Any]:
    for box in page.descendants(placeholders=True):
        yield getattr(box, "_box", box)


def lines(box: Any) -> list[str]:
    """The lines of a block of text."""
    found = [line for line in box.children if type(line).__name__ == "LineBox"]
    return ["".join(inner.text for inner in line.descendants() if type(inner).__name__ == "TextBox") for line in found]


def names(box: Any) -> set[str]:
    return set(box.element.get("class", "").split())


def blocks(page: Any) -> Iterator[tuple[Any, list[str]]]:
    for box in boxes(page):
        if hasattr(box, "children") and (said := lines(box)):
            yield box, said


def test_text_is_set_left_without_gaps_between_words(pages: list[Any]) -> None:
    """No line is stretched to the measure, so no rivers run through the text."""
    aligned = {box.style["text_align_all"] for page in pages for box, _ in blocks(page)}
    assert aligned <= {"start", "left", "center", "right", "end"}
    assert {box.style["word_spacing"] for page in pages for box, _ in blocks(page)} == {0}


def test_figures_in_tables_are_of_one_width(pages: list[Any]) -> None:
    cells = [box for page in pages for box in boxes(page) if getattr(box, "element_tag", "") == "td"]
    assert len(cells) > 20
    assert {box.style["font_variant_numeric"] for box in cells} == {("tabular-nums",)}


@pytest.mark.parametrize("brand", BRANDS, ids=[brand.name for brand in BRANDS])
def test_the_brand_s_font_has_such_figures(brand: Path) -> None:
    for file in (brand / "fonts").glob("*.ttf"):
        if "Italic" in file.name:
            continue  # tables have none
        font = TTFont(file)
        names = font.getBestCmap()
        widths = {font["hmtx"][names[ord(figure)]][0] for figure in "0123456789"}
        features = {record.FeatureTag for record in font["GSUB"].table.FeatureList.FeatureRecord}
        assert len(widths) == 1 or "tnum" in features, file.name


def test_a_paragraph_that_goes_on_on_the_next_page_leaves_lines_on_both(pages: list[Any]) -> None:
    seen: dict[Any, list[int]] = {}
    foot = {
        inner
        for page in pages
        for box in boxes(page)
        if box.element is not None and names(box) & REPEATED
        for inner in box.element.iter()
    }
    for page in pages:
        for box, said in blocks(page):
            if box.element_tag in {"p", "li"} and box.element not in foot:
                seen.setdefault(box.element, []).append(len(said))
    broken = [counts for counts in seen.values() if len(counts) > 1]
    assert [counts for counts in broken if min(counts) < LEAST_LINES] == []
    assert len(seen) > 200


def test_no_paragraph_ends_in_a_short_word_on_a_line_of_its_own(pages: list[Any]) -> None:
    lone = []
    for page in pages:
        for box, said in blocks(page):
            source = box.element.get("id", "").startswith("ref-")  # it ends in an address
            prose = box.element_tag in {"p", "li", "td"} and len(" ".join(said).split()) > 5 and not source
            last = said[-1].strip()
            if prose and len(said) > 1 and " " not in last and len(last.rstrip(".,;:!?)0123456789")) < SHORT:
                lone.append((said[-2], last))
    assert lone == []


def test_the_references_columns_end_at_about_the_same_height(pages: list[Any]) -> None:
    last = pages[-1]
    items = [
        box for box in boxes(last) if getattr(box, "element_tag", "") == "li" and "ref-" in box.element.get("id", "")
    ]
    columns = {box.position_x > last.width / 2: box.position_y + box.height for box in items}
    assert len(columns) == 2
    assert max(columns.values()) - min(columns.values()) < 6 * LINE


def test_what_belongs_together_stays_so_in_the_deck(built: RealOutputs) -> None:
    said = {
        run.text
        for slide in pptx.Presentation(str(built.slides)).slides
        for shape in slide.shapes
        if shape.has_text_frame
        for paragraph in shape.text_frame.paragraphs
        for run in paragraph.runs
    }
    words = " ".join(said)
    assert f"vitamin{typography.NO_BREAK}" in words
    assert f"vitamin{' '}B12" not in words.lower()
