"""The slides of an outline laid out, and their words and painted boxes."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import yaml
from weasyprint import Document, Page
from weasyprint.formatting_structure.boxes import Box

from leafdeck import typeset
from leafdeck.brand import css
from leafdeck.compose import Composer
from leafdeck.guide.model import Guide
from leafdeck.resources import Resources, package_data

HERE = Path(__file__).resolve().parents[1] / "unit"
SAMPLE = HERE / "test_slides_guide.yaml"
ICON = (
    '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 48 48" fill="none"><path fill="black" d="M4 4h40v40z"/></svg>'
)


@dataclass(frozen=True)
class Word:
    """A line's worth of text in one style: where it stands (px) and the elements around it."""

    text: str
    x: float
    y: float
    width: float
    height: float
    size: float
    around: tuple[str, ...]


def outline() -> dict[str, Any]:
    return dict(yaml.safe_load(SAMPLE.read_text(encoding="utf-8")))


def only(kind: str) -> tuple[dict[str, Any], dict[str, Any]]:
    """Return an outline with one kind of section, and its first section."""
    data = outline()
    data["sections"] = [section for section in data["sections"] if section["kind"] == kind]
    data["guide"]["type"] = "general"
    return data, data["sections"][0]


def render(data: dict[str, Any], folder: Path, brand_css: str = "") -> Document:
    """Lay out the slides of an outline, with an icon for each name that it uses."""
    icons = folder / "styles" / "icons"
    icons.mkdir(parents=True, exist_ok=True)
    for name in set(re.findall(r"'icon': '(\w+)'", str(data))):
        (icons / f"{name}.svg").write_text(ICON, encoding="utf-8")
    defaults = package_data() / "styles" / "brand.css"
    brands = [defaults]
    if brand_css:
        (folder / "other.css").write_text(brand_css, encoding="utf-8")
        brands.append(folder / "other.css")
    resources = Resources((folder, package_data()))
    composer = Composer(Guide.model_validate(data), css.load(brands), resources, HERE, defaults)
    return typeset.layout(composer.slides(), typeset.ProjectFetcher((folder, HERE, package_data())))


def words(page: Page) -> Iterator[Word]:
    """Walk over a page's boxes; elements are named `tag.class`."""

    def walk(box: Box, around: tuple[str, ...]) -> Iterator[Word]:
        element = getattr(box, "element", None)
        if element is not None and getattr(box, "element_tag", "") == element.tag:
            around = (*around, *(f".{name}" for name in element.get("class", "").split()), element.tag)
        if type(box).__name__ == "AbsolutePlaceholder":
            yield from walk(box._box, around)
        elif type(box).__name__ == "TextBox":
            if box.text.strip():
                size = box.style["font_size"]
                text = box.text.replace("\N{NO-BREAK SPACE}", " ")
                yield Word(text, box.position_x, box.position_y, box.width, box.height, size, around)
        else:
            for child in getattr(box, "children", ()):
                yield from walk(child, around)

    yield from walk(page._page_box, ())


def boxes(box: Box) -> Iterator[Box]:
    """Every painted box below the page itself."""
    for child in getattr(box, "children", ()):
        real = child._box if type(child).__name__ == "AbsolutePlaceholder" else child
        if hasattr(real, "border_width") and (real.style["background_color"].alpha or real.border_left_width):
            yield real
        yield from boxes(real)


def titles(document: Document) -> list[str]:
    """The title of each page."""
    return [" ".join(word.text for word in words(page) if ".slide-title" in word.around) for page in document.pages]
