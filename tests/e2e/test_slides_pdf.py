"""The slides as PDF, and the handout of the real guide: tagged, whole, every slide and every note there."""

from __future__ import annotations

import datetime as dt
import io
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pikepdf
import pptx
import pytest
from pdftags import broken_ties, failures, text_of, tree

from leafdeck.build import build
from leafdeck.order import Built, Order, Product

if TYPE_CHECKING:
    from conftest import RealOutputs

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
        assert len(pdf.pages) == made.slides == len(deck.slides) == len(titles)
        width, height = (float(side) for side in pdf.pages[0].mediabox[2:])
    assert width / height == pytest.approx(deck.slide_width / deck.slide_height)


def test_the_handout_shows_every_slide_with_words_for_it(made: Built, handout: bytes, deck: Any) -> None:
    figures = tree(handout).of_kind("Figure")
    assert len(figures) == len(deck.slides)
    for number, (figure, slide) in enumerate(zip(figures, deck.slides, strict=True), 1):
        title = squeezed(slide.shapes.title.text_frame.text)
        words = figure.said["Alt"]
        assert words.startswith(f"Slide {number} of {len(deck.slides)}: ")
        assert title.startswith(squeezed(words.partition(": ")[2])), number
    with pikepdf.open(io.BytesIO(handout)) as pdf:
        assert len(pdf.pages) == made.sheets
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
