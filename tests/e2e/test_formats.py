"""The leaflet in its forms on paper: the real guide in both brands and the least guide, read from their boxes."""

from __future__ import annotations

import io
import json
from pathlib import Path
from typing import Any

import pikepdf
import pytest
import whole
from forms import MM, PT, Form, body, form, overlapping
from pdftags import broken_ties, failures
from printedwords import words

from leafdeck import paper

pytestmark = pytest.mark.slow

SIZES = {"letter": (215.9, 279.4), "large-print": (210, 297), "a5-booklet": (148, 210), "poster": (297, 420)}
ALL = [(name, brand) for name in SIZES for brand in ("default", "other")]
ONE_COLUMN = ("large-print", "a5-booklet")


@pytest.fixture(params=ALL, ids="-".join)
def made(request: pytest.FixtureRequest) -> tuple[str, Form]:
    name, brand = request.param
    return name, form(name, brand)


def test_the_pages_have_the_size_that_was_asked_for(made: tuple[str, Form]) -> None:
    name, leaflet = made
    found = {(round(page.margin_width() / MM, 1), round(page.margin_height() / MM, 1)) for page in leaflet.pages}
    assert found == {SIZES[name]}


def test_it_is_sound_pdf_ua_with_bookmarks(made: tuple[str, Form]) -> None:
    assert failures(made[1].data) == []
    assert broken_ties(made[1].data) == []
    with pikepdf.open(io.BytesIO(made[1].data)) as pdf, pdf.open_outline() as outline:
        assert outline.root
        assert bool(pdf.Root.ViewerPreferences.DisplayDocTitle)


def test_nothing_is_cut_off_printed_over_other_words_or_off_its_page(made: tuple[str, Form]) -> None:
    assert whole.faults(made[1].pages) == []


def test_no_page_is_blank_and_no_heading_stands_at_a_foot(made: tuple[str, Form]) -> None:
    for number, page in enumerate(made[1].pages, 1):
        said = body(page)
        assert said, f"page {number} is blank"
        if not any(box.element is not None and box.element.get("class") == "blank-line" for box in boxes(page)):
            last = max(said, key=lambda word: word.y + word.height)
            assert not {"h1", "h2", "h3", "h4", "thead"} & last.around or made[0] == "poster", (number, last.text)


def boxes(page: Any) -> list[Any]:
    return [getattr(box, "_box", box) for box in page.descendants(placeholders=True)]


def test_the_first_page_leads_to_the_signs_of_an_emergency(made: tuple[str, Form]) -> None:
    assert any({"help-now", "urgent--emergency"} & word.around for word in words(made[1].pages[0]))


@pytest.mark.parametrize("brand", ["default", "other"])
def test_nothing_in_large_print_is_smaller_than_18_points(brand: str) -> None:
    pages = form("large-print", brand).pages
    small = [(word.text, word.size / PT) for page in pages for word in words(page) if word.size < 18 * PT - 0.01]
    assert small == []
    assert all(len([word for word in words(page) if "foot-page" in word.around]) for page in pages)


@pytest.mark.parametrize("brand", ["default", "other"])
def test_the_words_of_drawings_in_large_print_are_18_points_too(brand: str) -> None:
    """They are no boxes: what a drawing says is its size, times how far it is stretched."""
    seen = 0
    for page in form("large-print", brand).pages:
        for box in boxes(page):
            if box.element is None or not box.element.tag.endswith("svg"):
                continue
            texts = [node for node in box.element.iter() if node.tag.endswith("}text") or node.tag == "text"]
            if not texts:
                continue
            stretch = box.width / float(box.element.get("viewBox").split()[2])
            sizes = {float(node.get("font-size").removesuffix("px")) for node in texts}
            assert min(sizes) * stretch >= 18 * PT - 0.1
            seen += 1
    assert seen


@pytest.mark.parametrize("brand", ["default", "other"])
def test_large_print_is_one_column_set_left(brand: str) -> None:
    for page in form("large-print", brand).pages:
        for box in boxes(page):
            assert box.style["column_count"] in {"auto", 1}
            if box.element is not None and box.element.tag in {"p", "li"}:
                said = set(box.element.get("class", "").split())
                assert (
                    box.style["text_align_all"] in {"start", "left"}
                    or said & {"foot-page", "chart-unit"}
                    or in_mark(box)
                ), box.element.text


def in_mark(box: Any) -> bool:
    """Whether a box stands in a disc with a number, or beside the spine."""
    return bool(box.width < 60 * MM)


@pytest.mark.parametrize("brand", ["default", "other"])
def test_a_booklet_fills_its_sheets_and_its_last_page_says_where_to_find_help(brand: str) -> None:
    pages = form("a5-booklet", brand).pages
    assert len(pages) % 4 == 0
    assert any("back" in word.around for word in words(pages[-1]))
    assert not any("back" in word.around for page in pages[:-1] for word in words(page))
    notes = [page for page in pages if any("notes-page" in word.around for word in words(page))]
    assert len(notes) <= 1
    assert all("My notes" in [word.text for word in words(page)] for page in notes)


@pytest.mark.parametrize("brand", ["default", "other"])
def test_a_poster_is_one_page_that_can_be_read_from_afar(brand: str) -> None:
    leaflet = form("poster", brand)
    assert len(leaflet.pages) == 1
    small = [word.text for word in body(leaflet.pages[0]) if word.size < 20 * PT - 0.01]
    assert small == []
    (told,) = leaflet.notices
    assert "no room for" in told.message
    assert told.severity == "info"
    said = [word.text for word in words(leaflet.pages[0]) if "urgent--emergency" in word.around]
    assert "it is hard to pee" in said
    assert any("pathway" in word.around for word in words(leaflet.pages[0]))


@pytest.mark.parametrize("name", SIZES)
def test_the_least_guide_is_sound_in_every_form(project: Path, name: str) -> None:
    leaflet = form(name, content=project / "content.yaml")
    assert failures(leaflet.data) == []
    assert leaflet.notices == ()
    for page in leaflet.pages:
        assert list(overlapping(page)) == []
        assert body(page)
    assert len(leaflet.pages) == {"letter": 1, "large-print": 3, "a5-booklet": 4, "poster": 1}[name]


def test_a_booklet_that_is_too_thick_to_staple_says_so(project: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(paper, "STAPLED", 3)
    leaflet = form("a5-booklet", content=project / "content.yaml")
    (told,) = leaflet.notices
    assert len(leaflet.pages) == 4
    assert "too many to fold and staple" in told.message


def test_a_poster_that_has_no_room_for_its_signs_says_so_and_what_else_is_missing(project: Path) -> None:
    signs = [{"id": f"s{number}", "text": f"sign {number}: nobody may miss it"} for number in range(90)]
    points = [{"title": "Iron", "text": "It has none."}]
    content = project / "content.yaml"
    sections = [
        {"kind": "urgent", "level": "emergency", "title": "Call 999 if", "signs": signs},
        {"kind": "key_points", "title": "In short", "points": points},
    ]
    added = "".join(f"  - {json.dumps(section)}\n" for section in sections)
    text = content.read_text(encoding="utf-8")
    content.write_text(text.replace("sections:\n", f"sections:\n{added}"), encoding="utf-8")
    leaflet = form("poster", content=content)
    first, second = leaflet.notices
    assert (first.severity, second.severity) == ("warning", "info")
    assert "the poster needs 2 pages" in first.message
    assert "no room for the key points" in second.message
    said = " ".join(word.text for page in leaflet.pages for word in words(page))
    assert all(f"sign {number}:" in said for number in range(90))
