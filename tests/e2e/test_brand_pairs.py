"""The pairs of colours that the contrast guard judges are those that meet on laid-out pages and slides."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from contextlib import AbstractContextManager, nullcontext
from pathlib import Path

import pytest

from leafdeck import build, paper, talk
from leafdeck.brand.guard import TEXT
from leafdeck.brand.palette import BASE_COLORS, DERIVED, FILLS
from leafdeck.check.page import Page
from leafdeck.deck import frames, seen
from leafdeck.formats import A4
from leafdeck.order import Order, Product

ROOT = Path(__file__).resolve().parents[2]
SPECIMEN = ROOT / "templates" / "specimen" / "content.yaml"
NAMES = {
    f"#{20 + 7 * at:02x}{200 - 5 * at:02x}{37 * at % 256:02x}": name for at, name in enumerate((*BASE_COLORS, *DERIVED))
}
"""A colour for each property that no other has."""


def untimed(_name: str) -> AbstractContextManager[None]:
    return nullcontext()


@pytest.fixture(scope="module")
def pages(tmp_path_factory: pytest.TempPathFactory) -> list[Page]:
    folder = tmp_path_factory.mktemp("colours")
    (folder / "brand.css").write_text(
        ":root {" + "".join(f"{name}: {color};" for color, name in NAMES.items()) + "}", encoding="utf-8"
    )
    order = Order(SPECIMEN, folder, dt.date(2026, 11, 25), brand=folder / "brand.css")
    desk = build.prepare(order, Product.LEAFLET, untimed)
    leaflet = paper.laid_out(A4, desk.composer, desk.fetcher, untimed)
    slides, _, _ = talk.read(desk.composer, desk.fetcher, untimed)
    return [*seen.pages(frames.read(leaflet.document)), *seen.pages(slides, slides=True)]


def pairs(pages: list[Page]) -> Iterator[tuple[str, str]]:
    for page in pages:
        for words in page.words:
            for style in words.styles:
                yield from ((NAMES.get(style.color, style.color), NAMES.get(area, area)) for area in words.behind)


@pytest.mark.slow
def test_every_pair_that_meets_is_judged(pages: list[Page]) -> None:
    met = {(words, area) for words, area in pairs(pages) if area not in FILLS}  # a label's colour follows its slice's
    judged = {(name, area) for name, areas in TEXT.items() for area in areas}
    assert met - judged == set()
    assert len(met) >= 14
