"""What a template or a style sheet is part of."""

from __future__ import annotations

from pathlib import PurePosixPath

import pytest

from leafdeck.formats import A4, FORMATS, TEXT, TRIFOLD, TRIFOLD_LETTER, TRIFOLD_Z, WEB, Format
from leafdeck.order import Product
from leafdeck.reach import reaches

SLIDES = {Product.SLIDES, Product.SLIDES_PDF, Product.HANDOUT}


@pytest.mark.parametrize(
    ("file", "products", "forms"),
    [
        ("styles/brand.css", set(Product), set(FORMATS)),
        ("styles/icons/spine.svg", set(Product), set(FORMATS)),
        ("templates/labels/en.yaml", set(Product), set(FORMATS)),
        ("styles/formats/a4.css", {Product.LEAFLET}, {A4}),
        ("styles/formats/trifold.css", {Product.LEAFLET}, {TRIFOLD, TRIFOLD_Z, TRIFOLD_LETTER}),
        ("styles/formats/trifold-z.css", {Product.LEAFLET}, {TRIFOLD_Z}),
        ("templates/web/web.html", {Product.LEAFLET}, {WEB}),
        ("templates/text/leaflet.txt", {Product.LEAFLET}, {TEXT}),
        ("templates/leaflet/leaflet.html", {Product.LEAFLET}, set(FORMATS)),
        ("styles/slides.css", SLIDES, set()),
        ("styles/slides-fit/low.css", {Product.SLIDES}, set()),
        ("templates/handout/handout.html", {Product.HANDOUT}, set()),
    ],
)
def test_a_file_reaches(file: str, products: set[Product], forms: set[Format]) -> None:
    place = PurePosixPath(file)
    assert {product for product in Product if reaches(place, product)} == products
    assert {form for form in FORMATS if reaches(place, Product.LEAFLET, form)} == forms
