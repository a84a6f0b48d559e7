"""How LibreOffice draws a link, and why what draws a deck for a comparison makes plain words of it."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import numpy as np
import pytest
from drawn import FONTS, pictures_of, signs, to_pdf, without_fields
from PIL import Image
from pptx import Presentation
from pptx.dml.color import RGBColor
from pptx.util import Pt

pytestmark = pytest.mark.slow

SIZE = Pt(20)
TALL = 1.3
"""The height of the font's box in ems: higher than the 1.2 that LibreOffice gives every line."""


@pytest.fixture(scope="module")
def decks(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, Path]:
    """A slide with a line that begins with a link in red and a line without, drawn as it is and as plain words."""
    folder = tmp_path_factory.mktemp("fields")
    deck: Any = Presentation()
    slide = deck.slides.add_slide(deck.slide_layouts[1])
    frame = slide.placeholders[1].text_frame
    for paragraph, text in ((frame.paragraphs[0], "Linked"), (frame.add_paragraph(), "Plain")):
        paragraph.line_spacing, paragraph.space_before = Pt(30), Pt(0)
        run, more = paragraph.add_run(), paragraph.add_run()
        run.text, more.text = text, " and more"
        run.font.size = more.font.size = SIZE
        run.font.name = more.font.name = "Atkinson Hyperlegible Next"
        if text == "Linked":
            run.font.color.rgb = RGBColor.from_string("FF0000")  # type: ignore[no-untyped-call]
            run.hyperlink.address = "https://www.example.org/"
    deck.save(str(folder / "linked.pptx"))
    without_fields(folder / "linked.pptx", folder / "plain.pptx")
    linked, plain = (to_pdf(folder / f"{name}.pptx", folder, FONTS) for name in ("linked", "plain"))
    return linked, plain


def pitch(pdf: Path) -> float:
    """The distance in px of the two lines' baselines."""
    linked, plain = (next(word for word in signs(pdf)[0] if word.text == text) for text in ("Linked", "Plain"))
    return plain.y - linked.y


def test_plain_words_have_lines_of_the_same_distance(decks: tuple[Path, Path]) -> None:
    assert pitch(decks[1]) == pytest.approx(40, abs=0.5)


def test_a_line_with_a_link_stands_too_high(decks: tuple[Path, Path]) -> None:
    """When this fails, LibreOffice has mended it, and the harness may draw the deck as it is."""
    assert pitch(decks[0]) - 40 == pytest.approx((TALL - 1.2) * 20 * 96 / 72, abs=0.6)


def test_a_link_takes_the_colour_of_the_words_after_it(decks: tuple[Path, Path], tmp_path: Path) -> None:
    linked, plain = (red(pictures_of(pdf, tmp_path / pdf.stem)[0]) for pdf in decks)
    assert plain > 100
    assert linked < plain / 2


def red(picture: Path) -> int:
    """How many pixels are red."""
    pixels = np.asarray(Image.open(picture).convert("RGB")).astype(int)
    return int(((pixels[..., 0] > 180) & (pixels[..., 1] < 90) & (pixels[..., 2] < 90)).sum())
