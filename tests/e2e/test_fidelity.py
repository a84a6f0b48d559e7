"""The deck as LibreOffice draws it looks like the slides as the layout engine draws them, word for word.

PowerPoint cannot run here. The floors are what the deck promises in both brands; what holds is a little more.
"""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

import numpy as np
import pytest
from drawn import FONTS, Word, signs, to_pdf, without_fields
from fidelity import STAND_IN, Likeness, compare, quantile
from textframes import plans
from workers import once

from leafdeck.build import build
from leafdeck.order import Order, Product

if TYPE_CHECKING:
    from conftest import RealOutputs

pytestmark = pytest.mark.slow

ROOT = Path(__file__).resolve().parents[2]
BRANDS = {"default": None, "high-contrast": ROOT / "examples" / "brands" / "high-contrast" / "brand.css"}


@dataclass(frozen=True)
class Measured:
    """A deck of the real guide, measured, and what its slides hold when another font stands in for the brand's."""

    slides: tuple[Likeness, ...]
    words_in_another_font: tuple[tuple[Word, ...], ...]
    overflow_in_another_font: tuple[tuple[str, ...], ...]


@pytest.fixture(scope="module", params=BRANDS)
def measured(request: pytest.FixtureRequest, built: RealOutputs, tmp_path_factory: pytest.TempPathFactory) -> Measured:
    """Measure once for all workers."""
    brand = BRANDS[request.param]
    return once(tmp_path_factory, f"fidelity-{request.param}", lambda folder: measure(brand, built, folder))[1]


def measure(brand: Path | None, built: RealOutputs, folder: Path) -> Measured:
    html, deck, fonts = built.html, built.slides, FONTS
    if brand:
        build(Order(ROOT / "content.yaml", folder, built.today, (Product.SLIDES,), brand, keep_html=True))
        html, deck, fonts = folder / "html", folder / "slides.pptx", brand.parent / "fonts"
    slides = compare(html / "slides.html", deck, folder, fonts=fonts)
    copy = without_fields(deck, folder / "stand-in.pptx")
    seen = signs(to_pdf(copy, folder, stand_in=STAND_IN))
    out = tuple(plan.out(words) for plan, words in zip(plans(copy), seen, strict=True))
    return Measured(slides, tuple(tuple(word for word in words if word.spoken) for words in seen), out)


def test_the_pictures_agree(measured: Measured) -> None:
    found = {number: round(slide.similarity, 4) for number, slide in enumerate(measured.slides, 1)}
    assert np.mean(list(found.values())) >= 0.975
    assert {number: alike for number, alike in found.items() if alike < 0.95} == {}


def test_the_painted_tiles_agree(measured: Measured) -> None:
    found = {number: round(slide.painted, 4) for number, slide in enumerate(measured.slides, 1)}
    assert np.mean(list(found.values())) >= 0.96
    assert {number: alike for number, alike in found.items() if alike < 0.91} == {}


def test_no_word_is_lost(measured: Measured) -> None:
    assert {number: slide.lost for number, slide in enumerate(measured.slides, 1) if slide.lost} == {}


def test_only_the_numbers_of_parts_are_added(measured: Measured) -> None:
    """As in "(1 of 3)" after a title."""
    added = Counter(word for slide in measured.slides for word in slide.added)
    assert {word for word in added if not re.fullmatch(r"\(?\d+\)?|of", word)} == set()


def test_each_word_stands_where_css_put_it(measured: Measured) -> None:
    offsets = sorted(offset for slide in measured.slides for offset in slide.offsets)
    assert len(offsets) > 1000
    assert quantile(offsets, 0.95) <= 2
    assert {number: slide.offset(1) for number, slide in enumerate(measured.slides, 1) if slide.offset(1) > 5} == {}


def test_lines_break_at_the_same_words(measured: Measured) -> None:
    broken = {number: slide.broken for number, slide in enumerate(measured.slides, 1) if slide.broken}
    paragraphs = sum(slide.paragraphs for slide in measured.slides)
    assert paragraphs > 300
    assert sum(map(len, broken.values())) <= 0.02 * paragraphs, broken


def test_nothing_stands_out_of_its_frame(measured: Measured) -> None:
    assert {number: slide.overflow for number, slide in enumerate(measured.slides, 1) if slide.overflow} == {}


def test_nothing_stands_out_of_its_frame_in_another_font(measured: Measured) -> None:
    """As on a machine that has not got the brand's."""
    assert {number: out for number, out in enumerate(measured.overflow_in_another_font, 1) if out} == {}


def test_no_word_runs_into_another_in_another_font(measured: Measured) -> None:
    for number, placed in enumerate(measured.words_in_another_font, 1):
        for at, one in enumerate(placed):
            assert [two for two in placed[at + 1 :] if overlap(one, two)] == [], (number, one)


def overlap(one: Word, two: Word) -> bool:
    """Whether two words' boxes share more than a sliver; a font's box is taller than its letters."""
    across = min(one.right, two.right) - max(one.x, two.x)
    down = min(one.y, two.y) - max(one.top, two.top)
    return across > 1 and down > 0.3 * min(one.y - one.top, two.y - two.top)
