"""The leaflet in its forms on paper, laid out: the pages' boxes, the files' bytes, what was told."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import nullcontext
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

from printedwords import Word, words
from weasyprint.draw.color import get_color
from weasyprint.formatting_structure import boxes

from leafdeck import paper, typeset
from leafdeck.brand import css
from leafdeck.compose import Composer
from leafdeck.formats import FORMATS
from leafdeck.guide.source import load
from leafdeck.notice import Notice
from leafdeck.resources import Resources, package_data

ROOT = Path(__file__).resolve().parents[2]
BRANDS = {"default": ROOT / "styles" / "brand.css", "other": ROOT / "examples/brands/high-contrast/brand.css"}
MM = 96 / 25.4
PT = 4 / 3


@dataclass(frozen=True)
class Form:
    """A leaflet in one form: the boxes of its pages, its PDF, what was told."""

    pages: tuple[Any, ...]
    data: bytes
    notices: tuple[Notice, ...]


def composer_of(content: Path, brand: str = "default") -> Composer:
    """What fills the templates with a content file's words in a brand."""
    resources, defaults = Resources.beside(content), package_data() / "styles" / "brand.css"
    return Composer(
        load(content, resources.icons()).guide,
        css.load(list(dict.fromkeys((defaults, BRANDS[brand]))), content.parent),
        resources,
        content.parent,
        defaults,
    )


@cache
def form(name: str, brand: str = "default", content: Path = ROOT / "content.yaml") -> Form:
    """Lay the leaflet out once for all tests of a process."""
    composer = composer_of(content, brand)
    defaults = composer.brand_defaults
    fetcher = typeset.ProjectFetcher((content.parent, BRANDS[brand].parent, defaults.parent))
    wanted = next(each for each in FORMATS if each.name == name)
    with typeset.listening() as heard:
        made = paper.laid_out(wanted, composer, fetcher, lambda _: nullcontext())
        data = paper.written(made.document)
    boxes = tuple(page._page_box for page in made.document.pages)
    return Form(boxes, data, (*made.notices, *heard.notices))


def inside(page: Any) -> tuple[float, float, float, float]:
    """Where a page's text may stand: left, top, right and bottom in px."""
    left, top = page.content_box_x(), page.content_box_y()
    return left, top, left + page.width, top + page.height


def body(page: Any) -> list[Word]:
    """The words of a page but for those in its margins."""
    margin = {"foot", "foot-page", "foot-title"}
    return [word for word in words(page) if not margin & word.around]


def overlapping(page: Any) -> Iterator[tuple[str, str]]:
    """Pairs of words that are printed over each other: the middle halves of their lines meet."""
    placed = [(word, word.y + word.height * 0.25, word.y + word.height * 0.75) for word in words(page)]
    for place, (one, top, bottom) in enumerate(placed):
        for other, head, foot in placed[place + 1 :]:
            across = min(one.x + one.width, other.x + other.width) - max(one.x, other.x)
            if across > 1 and min(bottom, foot) - max(top, head) > 1:
                yield one.text, other.text


def escaping(page: Any) -> Iterator[str]:
    """Words that reach across the edge of a card or a box, one that is filled or has borders."""
    for child in page.children:
        yield from _escaping(child, None)


def _escaping(box: Any, edges: tuple[float, float] | None) -> Iterator[str]:
    box = getattr(box, "_box", box)
    if isinstance(box, boxes.TextBox):
        if edges and box.text.strip() and not edges[0] - 1 <= box.position_x <= edges[1] - box.width + 1:
            yield box.text
        return
    if isinstance(box, boxes.BlockLevelBox) and _is_painted(box):
        left = box.border_box_x()
        edges = left, left + box.border_width()
    for child in getattr(box, "children", ()):
        yield from _escaping(child, edges)


def _is_painted(box: Any) -> bool:
    return bool(get_color(box.style, "background_color").alpha) or box.style["border_right_width"] > 0
