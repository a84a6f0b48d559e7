"""Lays a few lines of HTML out on a page of 400 by 300 px with margins of 20 px, text of 20 px on lines of 30 px."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import weasyprint
from weasyprint.formatting_structure import boxes
from weasyprint.layout.absolute import AbsolutePlaceholder

Box = Any
BASE = """
@page { size: 400px 300px; margin: 20px }
html { font: 20px/30px "Liberation Sans"; color: #102030 }
body, p, ul, ol, h1 { margin: 0; padding: 0 }
"""


def document(body: str, css: str = "") -> weasyprint.Document:
    """Lay HTML out."""
    return weasyprint.HTML(string=f'<html lang="en-GB"><style>{BASE}{css}</style><body>{body}').render()


def lay(body: str, css: str = "") -> list[Box]:
    """Return the box of each page of some HTML."""
    return [page._page_box for page in document(body, css).pages]


def find(page: Box, tag: str) -> list[Box]:
    """Return an element's boxes below a page's box, but for those of its lines and words."""
    return [box for box in below(page) if box.element_tag == tag and not isinstance(box, boxes.LineBox | boxes.TextBox)]


def texts(box: Box) -> list[Box]:
    """Return the boxes of words below a box."""
    return [inner for inner in below(box) if isinstance(inner, boxes.TextBox)]


def words(box: Box) -> list[str]:
    """Return the words of each text below a box."""
    return [text.text for text in texts(box)]


def lines(box: Box) -> list[Box]:
    """Return the lines below a box."""
    return [inner for inner in below(box) if isinstance(inner, boxes.LineBox)]


def below(box: Box) -> Iterator[Box]:
    """Walk over all boxes below a box, positioned ones at their place in the DOM."""
    for child in getattr(box, "children", ()):
        inner = child._box if isinstance(child, AbsolutePlaceholder) else child
        yield inner
        yield from below(inner)
