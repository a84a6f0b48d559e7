"""The slides as PDF, and the handout of the real guide: tagged, whole, every slide and every note there."""

from __future__ import annotations

import datetime as dt
import io
import re
import shutil
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pikepdf
import pptx
import pytest
from accessible import findings
from pdftags import broken_ties, failures, text_of, tree

from leafdeck.build import build
from leafdeck.order import Built, Order, Product

if TYPE_CHECKING:
    from conftest import Outcome, RealOutputs

pytestmark = pytest.mark.slow

ROOT = Path(__file__).resolve().parents[2]
A4 = (595.28, 841.89)


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Built:
    folder = tmp_path_factory.mktemp("pdf")
    products = (Product.SLIDES_PDF, Product.HANDOUT)
    return build(Order(ROOT / "content.yaml", folder, dt.date(2026, 11, 24), products, strict=True))


@pytest.fixture(scope="module")
def slides(made: Built) -> bytes:
    return made.files[0].read_bytes()


@pytest.fixture(scope="module")
def handout(made: Built) -> bytes:
    return made.files[1].read_bytes()


@pytest.fixture(scope="module")
def deck(built: RealOutputs) -> Any:
    return pptx.Presentation(str(built.slides))


def squeezed(text: str) -> str:
    return "".join(text.split())


@pytest.mark.parametrize("name", ["slides", "handout"])
def test_it_is_accessible(name: str, request: pytest.FixtureRequest) -> None:
    data = request.getfixturevalue(name)
    assert failures(data) == []
    assert broken_ties(data) == []


def test_each_slide_is_a_page_that_is_read_from_its_title_on(made: Built, slides: bytes, deck: Any) -> None:
    titles = tree(slides).of_kind("H1")
    with pikepdf.open(io.BytesIO(slides)) as pdf:
        assert len(pdf.pages) == made.count("slides.pdf") == len(deck.slides) == len(titles)
        width, height = (float(side) for side in pdf.pages[0].mediabox[2:])
    assert width / height == pytest.approx(deck.slide_width / deck.slide_height)


def test_titles_say_which_part_a_page_is(slides: bytes, deck: Any) -> None:
    shown = [squeezed(page) for page in text_of(slides).split("\f")[:-1]]  # Poppler ends each page with a form feed
    titles = [squeezed(slide.shapes.title.text_frame.text) for slide in deck.slides]
    parts = [(title, page) for title, page in zip(titles, shown, strict=True) if re.search(r"\(\dof\d\)$", title)]
    assert len(parts) > 5
    assert [title for title, page in parts if title not in page] == []
    assert len(set(titles)) == len(titles)


def test_what_is_too_large_for_a_slide_is_told_with_its_line(project: Path, leafdeck: Callable[..., Outcome]) -> None:
    words = "This row says more than anybody could read on one slide. " * 80
    text = (project / "content.yaml").read_text(encoding="utf-8")
    table = f"""  - kind: comparison
    title: A table
    columns: [One, Two]
    rows:
      - cells: [a, b]
      - cells: [c, "{words}"]
"""
    text = text.replace("more_information:", table + "more_information:")
    (project / "content.yaml").write_text(text, encoding="utf-8")
    line = text.splitlines().index("      - cells: [a, b]") + 2
    outcome = leafdeck("build", "--only", "slides-pdf")
    assert outcome.code == 0, outcome.err
    assert f"content.yaml:{line}:" in outcome.err
    assert "a row is taller than a slide has room for even at 14 pt" in outcome.err
    assert leafdeck("build", "--only", "slides", "--strict").code == 5


def test_the_agenda_leads_to_pages(slides: bytes) -> None:
    with pikepdf.open(io.BytesIO(slides)) as pdf:
        names = pdf.Root.Names.Dests.Names
        pages: dict[str, Any] = {str(name): dest[0].objgen for name, dest in zip(names[::2], names[1::2], strict=True)}
        led = [pages[str(link.Dest)] for link in pdf.pages[1].Annots if "/Dest" in link]
        numbers: dict[Any, int] = {page.objgen: number for number, page in enumerate(pdf.pages, 1)}
        assert len(led) >= 8
        assert [numbers[page] for page in led] == sorted({numbers[page] for page in led})
        assert numbers[led[0]] > 2


def test_a_deck_of_another_shape_fits_its_slides(tmp_path: Path) -> None:
    """4:3, by a style sheet of one rule beside the content."""
    (tmp_path / "styles").mkdir()
    (tmp_path / "styles" / "slides-page.css").write_text("@page { size: 1280px 960px }", encoding="utf-8")
    shutil.copy(ROOT / "content.yaml", tmp_path)
    order = Order(tmp_path / "content.yaml", tmp_path, dt.date(2026, 11, 24), (Product.SLIDES,), strict=True)
    (file,) = build(order).files
    made: Any = pptx.Presentation(str(file))
    assert (made.slide_width, made.slide_height) == (1280 * 9525, 960 * 9525)
    assert findings(file) == []
    for number, slide in enumerate(made.slides, 1):
        for shape in slide.shapes:
            inside = (
                min(shape.left, shape.top) >= 0
                and shape.left + shape.width <= made.slide_width
                and shape.top + shape.height <= made.slide_height
            )
            assert inside, (number, shape.name)
    cover, closing = made.slides[0], made.slides[len(made.slides) - 1]
    lowest = [max(shape.top + shape.height for shape in slide.shapes) for slide in (cover, closing)]
    assert min(lowest) > 0.85 * made.slide_height  # they fill the page


def test_the_handout_shows_every_slide_with_words_for_it(made: Built, handout: bytes, deck: Any) -> None:
    figures = tree(handout).of_kind("Figure")
    assert len(figures) == len(deck.slides)
    for number, (figure, slide) in enumerate(zip(figures, deck.slides, strict=True), 1):
        title = squeezed(slide.shapes.title.text_frame.text)
        words = figure.said["Alt"]
        assert words.startswith(f"Slide {number} of {len(deck.slides)}: ")
        assert title == squeezed(words.partition(": ")[2]), number
    with pikepdf.open(io.BytesIO(handout)) as pdf:
        assert len(pdf.pages) == made.count("handout.pdf")
        assert [float(side) for side in pdf.pages[0].mediabox[2:]] == pytest.approx(A4, abs=0.1)
        assert not any(
            isinstance(thing, pikepdf.Stream) and thing.get("/Subtype") == "/Image" and int(thing.Width) > 1000
            for thing in pdf.objects
        )


def test_the_handout_holds_all_that_is_to_be_said(handout: bytes, deck: Any) -> None:
    words = squeezed(text_of(handout))
    notes = [slide.notes_slide.notes_text_frame.text for slide in deck.slides]
    lines = {line for note in notes for line in note.splitlines() if line.strip()}
    assert len(lines) > 100
    # A line may go on after the foot of one sheet and the head of the next.
    lost = [line for line in lines if squeezed(line) not in words and squeezed(line)[:40] not in words]
    assert lost == []
