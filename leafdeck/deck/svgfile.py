"""An SVG drawing as a file that stands by itself, and as pixels: what a slide shows as an SVG picture.

The file names nothing outside itself: pictures are within it, and what it would fetch, run or open is left out. So
neither the renderer (resvg) nor a presenter's program meets an address.
"""

from __future__ import annotations

import base64
import re
from collections.abc import Callable, Sequence
from copy import deepcopy
from functools import lru_cache
from xml.etree.ElementTree import Element, tostring

from leafdeck.deck import svgattr
from leafdeck.deck.paint import Rect

SVG, XLINK = "http://www.w3.org/2000/svg", "http://www.w3.org/1999/xlink"
HREF = f"{{{XLINK}}}href"
XML_SPACE = "{http://www.w3.org/XML/1998/namespace}space"
ACTIVE = frozenset({"script", "style", "foreignObject", "iframe", "audio", "video", "animate", "animateMotion", "set"})
"""Elements that run, load or move; style sheets have been applied before."""

PICTURES = frozenset({"image", "feImage"})
SIGNATURES = {b"\x89PNG\r\n\x1a\n": "image/png", b"\xff\xd8\xff": "image/jpeg", b"GIF8": "image/gif"}
"""How the files of pictures start that a drawing may show (SVG 2, 12.2)."""

SCALE = 3
"""How many pixels a CSS pixel has in the picture for programs that show no SVG."""

MOST_PIXELS = 4000
"""How many pixels that picture has at most along a side."""

KEPT = 32
"""How many pictures are kept: a box is asked several times what it paints, and signs come more than once."""

OUTSIDE = re.compile(r"url\((?!\s*[\"']?#)")
"""A reference that does not stay within the drawing."""

Fetch = Callable[[str], bytes]
"""Returns the file at an address that a drawing names, or raises OSError or ValueError."""


def alone(drawing: Element, rect: Rect, fetch: Fetch) -> tuple[bytes, tuple[str, ...]]:
    """Return a drawing as a file of its own, as large as it is shown.

    Args:
        drawing: the ``<svg>`` element, its style sheets applied.
        rect: where it is drawn.
        fetch: serves the pictures that it names.

    Returns:
        The file, and the names of what it had to be without.
    """
    lost: list[str] = []
    root = deepcopy(drawing)
    if "viewBox" not in root.attrib:
        width = svgattr.length(root.get("width")) or rect.width
        root.set("viewBox", f"0 0 {width:g} {svgattr.length(root.get('height')) or rect.height:g}")
    root.set("width", f"{rect.width:g}")
    root.set("height", f"{rect.height:g}")
    _clean(root, fetch, lost)
    root.set("xmlns", SVG)
    root.set("xmlns:xlink", XLINK)
    return tostring(root, encoding="utf-8", xml_declaration=True), tuple(dict.fromkeys(lost))


def _clean(element: Element, fetch: Fetch, lost: list[str]) -> None:
    """Take out of an element what reaches outside the file, and the names of namespaces."""
    for child in list(element):
        space, _, name = str(child.tag).rpartition("}")
        if not isinstance(child.tag, str) or space not in {"", f"{{{SVG}"} or name in ACTIVE:
            lost.extend([f"<{name}> in a drawing"] if name == "foreignObject" else [])
            _remove(element, child)
            continue
        _clean(child, fetch, lost)
    element.tag = svgattr.name(element)
    given = dict(element.attrib)
    href = given.pop(HREF, "") or given.pop("href", "")
    element.attrib.clear()
    for key, value in given.items():
        outside = OUTSIDE.search(value) or key.startswith("on")
        if key == XML_SPACE or not (key.startswith("{") or outside):
            element.set(key, value)
    if element.tag in PICTURES:
        href = _within(href, fetch)
        lost.extend([] if href else ["a picture in a drawing"])
    if href.startswith("#") or (href and element.tag in PICTURES):
        element.set("xlink:href", href)


def _remove(parent: Element, child: Element) -> None:
    """Remove a child, but not the words after it."""
    at = list(parent).index(child)
    if child.tail and at:
        parent[at - 1].tail = (parent[at - 1].tail or "") + child.tail
    elif child.tail:
        parent.text = (parent.text or "") + child.tail
    parent.remove(child)


def _within(href: str, fetch: Fetch) -> str:
    """Return a picture as a ``data:`` address; empty for what is none or cannot be had."""
    try:
        data = fetch(href) if href else b""
    except (OSError, ValueError):
        return ""
    kind = next((kind for start, kind in SIGNATURES.items() if data.startswith(start)), "")
    return f"data:{kind};base64,{base64.b64encode(data).decode('ascii')}" if kind else ""


def size(rect: Rect) -> tuple[int, int]:
    """Return how many pixels a drawing's picture has across and down."""
    scale = min(SCALE, MOST_PIXELS / max(rect.width, rect.height))
    return max(1, round(rect.width * scale)), max(1, round(rect.height * scale))


def pixels(file: bytes, rect: Rect, fonts: Sequence[str] = (), family: str = "") -> bytes:
    """Draw a file that stands by itself as PNG.

    Args:
        file: what `alone` returned.
        rect: where it is drawn; the picture has SCALE pixels for each CSS pixel.
        fonts: files of fonts to know beside the system's.
        family: the font of words that name none.

    Raises:
        ValueError: it cannot be drawn.
    """
    return _drawn(file, size(rect), tuple(fonts), family)


@lru_cache(KEPT)
def _drawn(file: bytes, pixels: tuple[int, int], fonts: tuple[str, ...], family: str) -> bytes:
    """Draw a file so many pixels wide and high: once, however often it is shown and its box is asked what it paints."""
    import resvg_py  # noqa: PLC0415 - few decks need it

    return bytes(
        resvg_py.svg_to_bytes(
            svg_string=file.decode("utf-8"),
            width=pixels[0],
            height=pixels[1],
            skip_system_fonts=b"<text" not in file,  # looking for them takes longer than drawing
            font_files=list(fonts),
            font_family=family or None,
        )
    )
