"""Draws docs/pictures from the real outputs: ``make pictures``. Needs LibreOffice and Poppler.

Two pages of the leaflet as Poppler draws them, and some slides, in both brands, as LibreOffice draws the deck.
"""

from __future__ import annotations

import subprocess
import sys
import tempfile
from collections.abc import Sequence
from pathlib import Path

from drawn import to_pdf
from PIL import Image
from pptx import Presentation

from leafdeck.build import build
from leafdeck.clock import today
from leafdeck.order import USUAL, Order, Product

ROOT = Path(__file__).resolve().parents[1]
PICTURES = ROOT / "docs" / "pictures"
BRANDS = {"slides": None, "slides-high-contrast": ROOT / "examples" / "brands" / "high-contrast" / "brand.css"}
LEAFLET_PAGES = (1, 3)
PAGE_WIDTH, SLIDE_WIDTH = 794, 480
COLUMNS, GAP, GROUND = 2, 12, "#c9d3d6"
SLIDES = (
    "Could low nutrients",
    "4 nutrients",
    "Some signs",
    "Low vitamin D",
    "Other causes",
    "Testing comes",
    "Daily limits",
    "Take these questions",
)
"""The beginnings of the titles of the slides to show."""
COLORS = 256
MOST_BYTES = 300_000


def main() -> int:
    """Draw all pictures."""
    PICTURES.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory() as name:
        for picture, brand in BRANDS.items():
            folder = Path(name) / picture
            products = (Product.SLIDES,) if brand else USUAL
            build(Order(ROOT / "content.yaml", folder, today(), products, brand))
            if brand is None:
                for number, page in enumerate(LEAFLET_PAGES, 1):
                    drawn = _pages(folder / "leaflet.pdf", PAGE_WIDTH)[page - 1]
                    _save(drawn, PICTURES / f"leaflet-{number}.png")
            pptx = folder / "slides.pptx"
            fonts = brand.parent / "fonts" if brand else ROOT / "styles" / "fonts"
            drawn_slides = _pages(to_pdf(pptx, folder, fonts), SLIDE_WIDTH)
            _save(_sheet([drawn_slides[number] for number in _chosen(pptx)]), PICTURES / f"{picture}.png")
    return 0


def _chosen(pptx: Path) -> list[int]:
    """Return the places of the slides to show, counted from 0."""
    titles = [slide.shapes.title.text_frame.text.replace("\xa0", " ") for slide in Presentation(str(pptx)).slides]
    chosen = []
    for start in SLIDES:
        place = next((number for number, title in enumerate(titles) if title.startswith(start)), None)
        if place is None:
            raise SystemExit(
                f"no slide's title begins with {start!r}; change SLIDES in {Path(__file__).name}: {titles}"
            )
        chosen.append(place)
    return chosen


def _pages(pdf: Path, width: int) -> list[Image.Image]:
    """Draw each page of a PDF at a width in pixels."""
    start = pdf.parent / f"{pdf.stem}-page"
    command = ["pdftoppm", "-png", "-scale-to-x", str(width), "-scale-to-y", "-1", str(pdf), str(start)]
    subprocess.run(command, check=True)  # noqa: S603 - our own command
    return [Image.open(path).convert("RGB") for path in sorted(pdf.parent.glob(f"{start.name}-*.png"))]


def _sheet(slides: Sequence[Image.Image]) -> Image.Image:
    """Put pictures of one size side by side, in rows."""
    width, height = slides[0].size
    rows = -(-len(slides) // COLUMNS)
    sheet = Image.new("RGB", (COLUMNS * (width + GAP) + GAP, rows * (height + GAP) + GAP), GROUND)
    for number, slide in enumerate(slides):
        row, column = divmod(number, COLUMNS)
        sheet.paste(slide, (GAP + column * (width + GAP), GAP + row * (height + GAP)))
    return sheet


def _save(picture: Image.Image, path: Path) -> None:
    """Save a picture with few colours: those of flat areas and thin lines, kept apart however rare they are."""
    picture.quantize(COLORS, Image.Quantize.MAXCOVERAGE, dither=Image.Dither.NONE).save(path, optimize=True)
    size = path.stat().st_size
    print(f"{path.relative_to(ROOT)}  {picture.width} x {picture.height}  {size // 1000} kB")
    if size > MOST_BYTES:
        raise SystemExit(f"{path.name} is larger than {MOST_BYTES // 1000} kB")


if __name__ == "__main__":
    sys.exit(main())
