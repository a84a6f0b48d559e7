"""Outside list markers of the layout engine. Part of the box tree's reader (`frames`)."""

from __future__ import annotations

from typing import Any

from weasyprint.formatting_structure import boxes
from weasyprint.images import RasterImage, SVGImage
from weasyprint.layout.absolute import AbsolutePlaceholder

from leafdeck.deck import boxsvg
from leafdeck.deck.boxfont import font_of
from leafdeck.deck.frame import Marker
from leafdeck.deck.paint import Rect
from leafdeck.units import Px

Box = Any
OWN_KIND = "own"
"""The kind of a marker that a list does not count itself: a string, or the ``content`` of its own."""


def is_marker(child: Box) -> bool:
    """Tell an outside list marker: a placeholder left in the list item for a box of its own."""
    return isinstance(child, AbsolutePlaceholder) and str(child._box.element_tag).endswith("::marker")  # noqa: SLF001


def marker(placeholder: Box, opacity: float) -> Marker | None:
    """Return an outside marker's text or picture, its place and style; None when it shows neither."""
    box = placeholder._box  # noqa: SLF001
    for line in (below for below in box.descendants() if isinstance(below, boxes.LineBox)):
        inside = list(line.descendants())
        texts = [text for text in inside if isinstance(text, boxes.TextBox)]
        words = "".join(text.text for text in texts).strip()
        if words:
            first, last = texts[0], texts[-1]
            kind = box.style["list_style_type"]
            return Marker(
                text=words,
                x=Px(first.position_x),
                font=font_of(first, line, opacity),
                right=Px(last.position_x + last.width),
                kind=kind if isinstance(kind, str) else OWN_KIND,
            )
        for picture in inside:
            data = _image(picture)
            if data:
                return Marker(
                    text="\u2022",
                    x=Px(picture.position_x),
                    font=font_of(box, line, opacity),
                    right=Px(picture.position_x + picture.width),
                    image=data,
                    height=Px(picture.height),
                )
    return None


def _image(box: Box) -> bytes:
    """Return a box's picture as a raster image's file; empty for a box that is none."""
    image = box.replacement if isinstance(box, boxes.ReplacedBox) else None
    if isinstance(image, RasterImage):
        return bytes(image.image_data.data)
    if isinstance(image, SVGImage):
        return boxsvg.pixels(image, Rect.of(box.position_x, box.position_y, box.width, box.height))[0]
    return b""


def lost(placeholder: Box) -> tuple[str, ...]:
    """Name what of a marker cannot be had: a picture that cannot be drawn."""
    pictures = (box for box in placeholder._box.descendants() if isinstance(box, boxes.ReplacedBox))  # noqa: SLF001
    return tuple("list-style-image" for box in pictures if not _image(box))
