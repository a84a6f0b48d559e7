"""SVG drawings of the layout engine: native outlines where these can say all of it, or else an SVG picture.

Part of the box tree's reader (`frames`).
"""

from __future__ import annotations

from copy import deepcopy
from functools import partial
from typing import Any
from urllib.parse import urljoin
from xml.etree.ElementTree import Element

from weasyprint.svg import SVG
from weasyprint.urls import fetch

from leafdeck.deck import lettering, svg, svgfile
from leafdeck.deck.frame import Drawing, Lettering, Picture
from leafdeck.deck.paint import Rect

Image = Any
"""The engine's SVGImage."""

STYLE = f"{{{svgfile.SVG}}}style"


def tree(image: Image) -> Element:
    """Return a drawing's element, with its own style sheets applied as attributes."""
    root: Element = image._svg.tree._etree_node  # noqa: SLF001 - see the docstring of `frames`
    if root.find(f".//{STYLE}") is None:
        return root
    styled = SVG(deepcopy(root), image._base_url, None, None).tree  # noqa: SLF001
    normal, important = styled._style  # noqa: SLF001
    for wrapper in styled._wrapper.iter_subtree():  # noqa: SLF001
        element = wrapper.etree_element
        for *_, declarations in normal.match(wrapper):
            for name, value in declarations:
                element.set(name, value)
        strong = [f"{name}: {value}" for *_, given in important.match(wrapper) for name, value in given]
        if strong:
            element.set("style", ";".join([element.get("style", ""), *strong]))
    return styled._etree_node  # type: ignore[no-any-return]  # noqa: SLF001


def read(image: Image, rect: Rect, opacity: float, alt: str = "", family: str = "") -> Drawing | Picture:
    """Return a drawing as it is shown at a place: outlines, or a picture where these would lose something.

    Args:
        image: the engine's SVGImage.
        rect: where it is drawn.
        opacity: how far it is faded.
        alt: what it shows; empty for decoration.
        family: the font of words that name none.
    """
    root = tree(image)
    paths, lost = svg.read(root, rect)
    if not lost or not rect.width or not rect.height:
        return Drawing(rect, svg.faded(paths, opacity), alt, lost)
    file, without = svgfile.alone(root, rect, partial(_fetch, image))
    drawn = _pixels(image, file, rect, family)
    if not drawn:
        return Drawing(rect, svg.faded(paths, opacity), alt, lost)
    lines = lettering.read(root, rect)
    return Picture(rect, drawn, "image/png", alt, opacity=opacity, vector=file, lost=without, lettering=lines)


def words(image: Image, rect: Rect) -> tuple[Lettering, ...]:
    """Return the lines of words of a drawing that is shown at a place."""
    return lettering.read(tree(image), rect)


def pixels(image: Image, rect: Rect) -> tuple[bytes, tuple[str, ...]]:
    """Draw a drawing as PNG, with `svgfile.size` pixels; empty when it cannot be. Its losses are named too."""
    file, without = svgfile.alone(tree(image), rect, partial(_fetch, image))
    return _pixels(image, file, rect), without


def _pixels(image: Image, file: bytes, rect: Rect, family: str = "") -> bytes:
    """Draw a drawing's file with the fonts that the document has loaded."""
    folder = getattr(image._svg.font_config, "_folder", None)  # noqa: SLF001
    fonts = [str(font) for font in sorted(folder.iterdir())] if folder else []
    try:
        return svgfile.pixels(file, rect, fonts, family)
    except ValueError:
        return b""


def _fetch(image: Image, address: str) -> bytes:
    """Return the file that a drawing names, through the document's own fetcher."""
    with fetch(image._url_fetcher, urljoin(image._base_url or "", address)) as response:  # noqa: SLF001
        return bytes(response.read())
