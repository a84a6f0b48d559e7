"""A laid-out leaflet to what it measures: pages, how far they are filled, how high each part is."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING, Any

from leafdeck.leaflet.copyfit import Measures
from leafdeck.units import Px

if TYPE_CHECKING:
    from weasyprint import Document

NORMAL = 1.2
"""How high a line of 1 px is about, where the style sheets leave it to the font."""


def measured(document: Document, parts: Iterable[str] = ()) -> Measures:
    """Return what a laid-out document measures.

    Args:
        document: the pages.
        parts: the ids of the elements whose heights are wanted; those that are not there have none.
    """
    boxes = [page._page_box for page in document.pages]  # noqa: SLF001 - a contract test holds it
    root = boxes[0].children[0]
    heights: dict[str, float] = dict.fromkeys(parts, 0.0)
    for page in document.pages:
        for name, (_, top, _, bottom) in page.anchors.items():
            if name in heights:
                heights[name] += bottom - top
    return Measures(
        pages=len(boxes),
        page=boxes[-1].height,
        last=_filled(boxes[-1]),
        line=_line(root),
        size=Px(root.style["font_size"]).pt,
        parts=tuple((name, height) for name, height in heights.items() if height),
    )


def _filled(page: Any) -> float:  # noqa: ANN401 - WeasyPrint's boxes have no types
    """Return how much of a page's height its content takes, without what stands in its margins."""
    return float(page.children[0].margin_height())


def _line(root: Any) -> float:  # noqa: ANN401 - as above
    """Return the height of a line of running text."""
    height, size = root.style["line_height"], float(root.style["font_size"])
    if height == "normal":
        return size * NORMAL
    return float(height.value) if hasattr(height, "value") else size * float(height)
