"""One page that shows a brand in every kind of section, as PDF and as PNG: the specimen through the same templates."""

from __future__ import annotations

import io
import math
from collections.abc import Iterator
from contextlib import nullcontext
from dataclasses import dataclass
from pathlib import Path

from leafdeck import branding, output
from leafdeck.brand import guard
from leafdeck.brand.color import contrast, readable_on
from leafdeck.brand.model import Brand
from leafdeck.brand.palette import BASE_COLORS, BLACK, FILLS, WHITE
from leafdeck.brand.vision import DEFICIENCIES, gray, simulate
from leafdeck.formats import A4
from leafdeck.notice import Severity
from leafdeck.order import Adopted
from leafdeck.resources import Resources, package_data

PDF, PNG = "brand-preview.pdf", "brand-preview.png"
ACROSS = 4
"""How many pages, or slides, stand side by side."""
HEAD, PART, GAP, SHEET, SLIDE, FOOT = 760, 70, 24, 611, 243, 60
"""Heights of styles/preview.css in px: all above the pages, a heading, between pictures, a page, a slide, the end."""
SCALE = 1.0
"""Pixels of the PNG for each px of the page."""


@dataclass(frozen=True, slots=True)
class Swatch:
    """A colour, what can be read on it, and how it does as text."""

    name: str
    color: str
    words: str
    note: str


@dataclass(frozen=True, slots=True)
class Sight:
    """How somebody, or a printer, sees the colours."""

    name: str
    colors: tuple[str, ...]


def preview(file: Path | None, folder: Path) -> Adopted:
    """Write the page as ``brand-preview.pdf`` and ``brand-preview.png``.

    Args:
        file: the brand file; None takes ``styles/brand.css`` beside the content, or leafdeck's own.
        folder: where to write.

    Returns:
        The files, and what is wrong with the brand's colours, advice left out.

    Raises:
        LeafdeckError: the brand, a template or a style is not as it should be, or a file cannot be written.
    """
    from leafdeck import deck, paper, typeset
    from leafdeck.compose import Composer
    from leafdeck.guide.source import load
    from leafdeck.leaflet import tags
    from leafdeck.pagepicture import PagePicture

    path = branding.chosen(file)
    brand = branding.worn(path)
    specimen = package_data() / branding.SPECIMEN
    resources = Resources.beside(Path("content.yaml"))
    guide = load(specimen, resources.icons()).guide
    composer = Composer(guide, brand, resources, specimen.parent, branding.defaults())
    fetcher = typeset.ProjectFetcher((specimen.parent, path.parent, *(root / "styles" for root in resources.roots)))
    leaflet = paper.laid_out(A4, composer, fetcher, lambda _: nullcontext()).document
    with typeset.listening():
        slides = deck.lay_out(typeset.parsed(composer.slides(), fetcher), composer.labels["part_of"]).document
    pictures = {f"leaflet:{number}": PagePicture(page) for number, page in enumerate(leaflet.pages, 1)}
    pictures |= {f"slide:{number}": PagePicture(page) for number, page in enumerate(slides.pages, 1)}
    found = tuple(one for one in guard.judge(brand) if one.severity is not Severity.INFO)
    markup = composer.preview(
        name=_name(path),
        verdict=f"{len(found)} to mend in its colours" if found else "Its colours can be read and told apart",
        swatches=tuple(_swatches(brand)),
        sights=tuple(_sights(brand)),
        pages=len(leaflet.pages),
        slides=len(slides.pages),
        height=_height(len(leaflet.pages), len(slides.pages)),
    )
    with typeset.listening():
        data = typeset.pdf(typeset.layout(markup, fetcher, pictures), tags.mend)
    files = {folder / PDF: data, folder / PNG: _png(data)}
    output.write(files)
    return Adopted(tuple(files), found)


def _name(path: Path) -> str:
    """Return what a brand is called: by its folder, or that which holds its ``styles``."""
    if path == branding.defaults():
        return "leafdeck"
    folder = path.parent.parent if path.parent.name == "styles" else path.parent
    return folder.name or path.stem


def _height(pages: int, slides: int) -> int:
    rows = math.ceil(pages / ACROSS), math.ceil(slides / ACROSS)
    return HEAD + 2 * PART + rows[0] * (SHEET + GAP) + rows[1] * (SLIDE + GAP) + FOOT


def _swatches(brand: Brand) -> Iterator[Swatch]:
    page = brand.color("--brand-page")
    for name in (*BASE_COLORS, "--brand-cover", *FILLS):
        color = brand.color(name)
        ratio = f"{contrast(color, page):.1f}:1 on the page" if name != "--brand-page" else "the page"
        words = readable_on(color, WHITE, brand.color("--brand-ink"), BLACK)
        yield Swatch(name.removeprefix("--brand-"), color, words, ratio)


def _sights(brand: Brand) -> Iterator[Sight]:
    names = ("--brand-emergency", "--brand-urgent", "--brand-routine", *FILLS)
    colors = tuple(brand.color(name) for name in names)
    yield Sight("most people", colors)
    for kind in DEFICIENCIES:
        yield Sight(kind, tuple(simulate(color, kind) for color in colors))
    yield Sight("printed in grey", tuple(gray(color) for color in colors))


def _png(pdf: bytes) -> bytes:
    """Return the first page of a PDF as PNG."""
    import pypdfium2

    document = pypdfium2.PdfDocument(pdf)
    try:
        image = document[0].render(scale=SCALE * 96 / 72).to_pil()
        data = io.BytesIO()
        image.save(data, "PNG", optimize=True)
        return data.getvalue()
    finally:
        document.close()
