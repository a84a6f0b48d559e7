"""What `leafdeck.pagepicture` relies on: that the engine lets a page of one document be an image of another."""

from __future__ import annotations

import io
import subprocess
from pathlib import Path
from typing import Any

import pikepdf
import pytest
import weasyprint
from pdftags import broken_ties, failures, text_of, tree
from PIL import Image

from leafdeck import typeset
from leafdeck.leaflet import tags
from leafdeck.markup import Markup
from leafdeck.pagepicture import PagePicture
from leafdeck.typeset import ProjectFetcher

SLIDE = """<html lang="en"><style>@page { size: 400px 200px; margin: 0; background: #00ff00 } * { margin: 0 }
div { width: 400px; height: 100px; background: #ff0000; opacity: 0.5 } p { font: 40px/1 monospace }</style>
<div></div><p>in the picture</p>"""
SHEET = """<html lang="en"><title>T</title><style>@page { size: 400px 400px; margin: 100px } * { margin: 0 }
img { display: block; width: 200px }</style><img src="slide:1" alt="A slide"><p>below</p>"""


@pytest.fixture(scope="module")
def data() -> bytes:
    slides = weasyprint.HTML(string=SLIDE).render()
    pictures = {"slide:1": PagePicture(slides.pages[0])}
    sheets = typeset.layout(Markup(SHEET, ""), ProjectFetcher(()), pictures)
    return typeset.pdf(sheets, tags.mend)


def test_the_page_is_drawn_where_and_as_large_as_the_image(data: bytes, tmp_path: Path) -> None:
    drawn = rendered(data, tmp_path)
    assert drawn.size == (400, 400)
    assert drawn.getpixel((90, 110)) == (255, 255, 255)
    assert drawn.getpixel((110, 90)) == (255, 255, 255)
    assert drawn.getpixel((290, 190)) == (0, 255, 0)
    assert drawn.getpixel((310, 190)) == (255, 255, 255)
    red, green, blue = drawn.getpixel((290, 110))  # the half-transparent box, to the right of the page's own width
    assert (abs(red - 128) < 3, abs(green - 128) < 3, blue) == (True, True, 0)


def rendered(data: bytes, folder: Path) -> Any:
    (folder / "sheet.pdf").write_bytes(data)
    subprocess.run(
        ["pdftoppm", "-r", "96", "-singlefile", "-png", "sheet.pdf", "sheet"],  # noqa: S607
        cwd=folder,
        check=True,
    )
    return Image.open(folder / "sheet.png").convert("RGB")


def test_it_is_vector_and_its_words_can_be_found(data: bytes) -> None:
    with pikepdf.open(io.BytesIO(data)) as pdf:
        kinds = {
            str(thing.Subtype) for thing in pdf.objects if isinstance(thing, pikepdf.Stream) and "/Subtype" in thing
        }
    assert "/Form" in kinds
    assert "/Image" not in kinds
    assert "in the picture" in text_of(data)


def test_it_is_one_figure_with_its_alternative_text(data: bytes) -> None:
    top = tree(data)
    assert str(top) == "Document(Figure(.) P(Span(.)))"
    assert top.of_kind("Figure")[0].said["Alt"] == "A slide"
    assert broken_ties(data) == []
    assert failures(data) == []
