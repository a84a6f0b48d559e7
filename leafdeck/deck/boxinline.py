"""Boxes in the middle of a line: their words as words, room for the rest. Part of the box tree's reader (`frames`)."""

from __future__ import annotations

import math
from dataclasses import dataclass, replace
from typing import Any

from weasyprint.formatting_structure import boxes

from leafdeck.deck import boxfont, boxpaint
from leafdeck.deck.frame import Block, Origin, Run
from leafdeck.deck.paint import Color, Font
from leafdeck.units import Px

Box = Any
SPACES = (("margin", ""), ("border", "_width"), ("padding", ""))
ROOM = "\u00a0"
"""The space that stands for a box: it neither wraps nor collapses."""

SEEN = 0.75
"""Room of less than this, in px, is not worth a space."""

LESS = 0.25
"""How many px a space is too narrow, so that rounding never moves a word to the next line."""

HIGHEST = 2.5
"""How high a box among words may be, as a share of the size of the words around it."""


@dataclass(frozen=True)
class Gap:
    """What a line has in a box's place: as a box of words, it knows its style, its text and its place."""

    style: Any
    position_x: float
    width: float
    text: str = ROOM


def words(box: Box) -> Box | None:
    """Return the line of an inline-block that holds nothing but words on one line."""
    if not isinstance(box, boxes.InlineBlockBox) or boxpaint.lost(box) or box.style["transform"]:
        return None
    if boxpaint.above(box, 1.0):
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


def small(box: Box, line: Box) -> bool:
    """Tell whether a box is small enough to stand among a line's words, so that room can be left for it."""
    return bool(box.margin_height() <= HIGHEST * line.style["font_size"])


def plain(box: Box) -> bool:
    """Tell whether a box paints nothing but a colour, which words can have as a highlight."""
    paint = boxpaint.paint(box, 1.0)
    return not any(paint.edges) and not paint.shadows and isinstance(paint.fill, Color | None)


def framed(box: Box, opacity: float) -> Block:
    """Return what a box paints, to stand behind its words."""
    rect = boxpaint.border_box(box)
    return Block(rect, rect, boxpaint.paint(box, opacity), (), Origin("frame"))


def around(box: Box, side: str) -> tuple[float, float]:
    """Return the room that a box has on a side outside its background, and inside it: its margin, and its padding."""
    margin, border, padding = (getattr(box, f"{what}_{side}{more}") for what, more in SPACES)
    return margin, border + padding


def room(width: float, x: float, line: Box, font: Font, href: str = "") -> tuple[Run, Gap] | None:
    """Return a space as wide as the room, in px, that a line leaves at a place; None where that is next to nothing.

    Its letter spacing makes it so: PowerPoint keeps to that in any font. A highlight has as many spaces as it
    can: LibreOffice leaves what letter spacing adds without it.
    """
    if width < SEEN:
        return None
    own = boxfont.width(ROOM, line.style)
    count = max(1, math.floor(width / own)) if font.highlight else 1
    spacing = Px((width - LESS) / count - own + font.spacing)
    bare = replace(font, spacing=spacing, underline=False, strike=False, underline_style="solid", underline_color=None)
    return Run(ROOM * count, bare, Px(width), href), Gap(line.style, x, width)
