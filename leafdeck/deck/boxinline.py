"""Painted boxes in the middle of a line, as words with a highlight. Part of the box tree's reader (`frames`)."""

from __future__ import annotations

from typing import Any

from weasyprint.formatting_structure import boxes

from leafdeck.deck import boxback, boxpaint
from leafdeck.deck.paint import Color

Box = Any
SPACE = 0.28
"""The width of an average font's space, as a share of its size."""

MOST = 3
"""How many spaces may stand for a padding."""


def words(box: Box) -> Box | None:
    """Return the line of an inline-block that holds nothing but words on one line, and paints a colour at most."""
    if not isinstance(box, boxes.InlineBlockBox) or boxpaint.lost(box) or box.style["transform"]:
        return None
    paint = boxpaint.paint(box, 1.0)
    if any(paint.edges) or paint.shadows or boxpaint.above(box, 1.0) or not isinstance(paint.fill, Color | None):
        return None
    inner = box
    while len(inner.children) == 1 and isinstance(inner.children[0], boxes.BlockBox):
        inner = inner.children[0]
        if boxpaint.paint(inner, 1.0).visible:
            return None
    if len(inner.children) != 1 or not isinstance(inner.children[0], boxes.LineBox):
        return None
    line = inner.children[0]
    inside = [below for below in line.descendants(placeholders=True) if below is not line]
    plain = all(isinstance(below, boxes.InlineBox | boxes.TextBox) for below in inside)
    return line if plain and any(isinstance(below, boxes.TextBox) for below in inside) else None


def highlight(box: Box, opacity: float) -> Color | None:
    """Return the colour behind an inline-block's words."""
    return boxback.color(box.background.color, opacity) if box.background else None


def spaces(box: Box, side: str, what: str) -> str:
    """Return the spaces that stand for an inline-block's padding or margin on a side."""
    width = max(0.0, getattr(box, f"{what}_{side}"))
    count: int = min(MOST, round(width / (SPACE * box.style["font_size"])))
    return "\u00a0" * count
