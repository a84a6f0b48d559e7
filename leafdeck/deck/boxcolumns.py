"""Paragraphs that go on in the next column. Part of the box tree's reader (`frames`).

The engine makes each column a box (``is_column``) and breaks blocks between them: the last line of a block that goes on
knows where it is resumed (``resume_at``).
"""

from __future__ import annotations

from dataclasses import replace
from itertools import pairwise
from typing import Any

from weasyprint.formatting_structure import boxes

from leafdeck.deck import boxfont, boxmarker
from leafdeck.deck.frame import Break, Paragraph
from leafdeck.units import Px

Box = Any


def is_column(box: Box) -> bool:
    """Tell whether a box is one column of the box around it."""
    return bool(getattr(box, "is_column", False))


def going_on(box: Box) -> dict[Box, str]:
    """Return the blocks that end with a column and go on in the next, each with the first line it has there."""
    found: dict[Box, str] = {}
    for one, following in pairwise(box.children):
        if is_column(one) and is_column(following):
            (block, last), (other, first) = _outermost(one, -1), _outermost(following, 0)
            if last is not None and first is not None and last.resume_at and block.element is other.element:
                found[block] = "".join(piece.text for piece in first.descendants() if isinstance(piece, boxes.TextBox))
    return found


def resumed(paragraph: Paragraph, block: Box, ends: Break) -> Paragraph:
    """Return what a paragraph goes on with in a column: not indented, and after a space where its last line has one.

    Args:
        paragraph: the lines in this column.
        block: the block that they stand in.
        ends: how the last line in the column before ends.
    """
    first, *others = paragraph.lines
    if ends is Break.SPACE:
        alone, after = (boxfont.width(text, block.style) for text in ("n", " n"))
        first = replace(first, head=Px(first.head + after - alone))
    return replace(paragraph, lines=(first, *others), indent=Px(0))


def _outermost(box: Box, at: int) -> tuple[Box, Box | None]:
    """Return the first (0) or last (-1) line of a box in the flow, None for none, after the block it stands in."""
    while True:
        within = [child for child in box.children if child.is_in_normal_flow() and not boxmarker.is_marker(child)]
        if not within or not isinstance(within[at], boxes.ParentBox):
            return box, None
        if isinstance(within[at], boxes.LineBox):
            return box, within[at]
        box = within[at]
