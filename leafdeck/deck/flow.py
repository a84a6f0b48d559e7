"""Laid-out paragraphs to a text body: where the frame stands, which paragraphs it can hold, how they are set.

Pure. PowerPoint with exact line spacing puts a paragraph's first baseline at its top plus the line height less a
fifth of the font size, whatever the font (measured; its "font-independent spacing"), so a frame's top and the
space between paragraphs follow from the baselines that CSS gave.
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise

from leafdeck.deck import numbering
from leafdeck.deck.frame import Block, Break, Item, Paragraph
from leafdeck.deck.paint import Rect
from leafdeck.deck.runs import points, runs, size, style
from leafdeck.deck.text import Para, TextBody, TextRun
from leafdeck.units import Px

BELOW_BASELINE = 0.2
"""Share of the font size that PowerPoint leaves below a baseline in an exactly spaced line."""

NEAR = 1.5
"""Two edges this close, in px, are one edge."""

TIGHT = 4.0
"""The least px, where it can be had, between a frame's right edge and where a word of the next line would fit."""

SLACK = 12.0
"""The most px that a frame is wider than its text, so that a slightly wider font still breaks the same way."""

SPARE, MOST_SPARE = 1 / 8, 48.0
"""How much wider a frame is that fits its only line closely, as a share of the line: what a wider font takes; and the
most px of it."""

EXACT = 0.5
"""How many px wider a frame is that has to be as wide as its text, for rounding."""

OWN_HEIGHT = 1.2
"""The height of a line that no other line follows, as a share of the font size."""

ANCHORS = {"middle": "ctr", "bottom": "b"}
"""PowerPoint's words for where text stands in a box; ``t`` for the rest."""

ALIGN = {"left": "l", "center": "ctr", "right": "r", "justify": "just"}


def flowing(item: Item) -> tuple[Paragraph, ...] | None:
    """Return the paragraphs of an item that holds nothing but flowing text without paint of its own, or None."""
    if isinstance(item, Paragraph):
        return (item,)
    if item.origin.reveal:
        return None
    if not isinstance(item, Block) or item.paint.visible or item.origin.group or item.origin.placeholder or item.lost:
        return None
    return None if item.turn else paragraphs(item.children)


def beside(found: Sequence[Paragraph]) -> tuple[tuple[Item, ...], tuple[Item, ...]]:
    """Return what stands behind paragraphs' words, and what stands over them."""
    behind = tuple(item for paragraph in found for item in paragraph.behind)
    return behind, tuple(item for paragraph in found for item in paragraph.over)


def paragraphs(items: Sequence[Item]) -> tuple[Paragraph, ...] | None:
    """Return the paragraphs of items that one text frame can hold together, or None."""
    found: list[Paragraph] = []
    for item in items:
        inner = flowing(item)
        if inner is None:
            return None
        found.extend(inner)
    return tuple(found) if stackable(found) else None


def stackable(found: Sequence[Paragraph]) -> bool:
    """Tell whether paragraphs stand below each other so that one frame can hold them."""
    for above, below in pairwise(found):
        if top(below) < bottom(above) - NEAR or below.right_to_left != above.right_to_left:
            return False
    edge = max((right(paragraph) for paragraph in found), default=Px(0))
    return all(_fits(paragraph, edge) for paragraph in found)


def _fits(paragraph: Paragraph, edge: float) -> bool:
    """Tell whether a paragraph keeps its line breaks in a frame whose right edge lies at ``edge``."""
    if edge - right(paragraph) <= NEAR:
        return True
    return paragraph.align == "left" and _room(paragraph) > edge - right(paragraph) + NEAR


def top(paragraph: Paragraph, *, cell: bool = False) -> Px:
    """Return where PowerPoint has to start a paragraph for its first baseline to lie where CSS put it.

    In a table cell the baseline lies a font's own descent above the line's bottom, in a shape a share of its size.
    """
    first = paragraph.lines[0]
    below = first.descent if cell else BELOW_BASELINE * size(first)
    return Px(first.baseline - (paragraph.line_height - below))


def bottom(paragraph: Paragraph, *, cell: bool = False) -> Px:
    """Return where PowerPoint ends a paragraph."""
    return Px(top(paragraph, cell=cell) + len(paragraph.lines) * paragraph.line_height)


def left(paragraph: Paragraph) -> Px:
    """Return the left edge, that of its marker if there is one before left-to-right words."""
    marker = None if paragraph.right_to_left else paragraph.marker
    hanging = min(0.0, paragraph.indent) if not paragraph.right_to_left else 0.0
    return Px(min(paragraph.rect.x + hanging, marker.x if marker else paragraph.rect.x))


def right(paragraph: Paragraph) -> Px:
    """Return the right edge that the lines were broken at: short of the box's where a float stood in the way."""
    lines = paragraph.lines
    widest = max(line.rect.right for line in lines)
    if paragraph.right_to_left and paragraph.marker:
        widest = max(widest, paragraph.marker.right)
    for line, following in pairwise(lines):
        if (
            line.ends is Break.SPACE
            and paragraph.align == "left"
            and line.rect.right + following.head + NEAR < paragraph.rect.right
        ):
            return Px(widest + 1)
    return Px(max(paragraph.rect.right, widest))


def _room(paragraph: Paragraph) -> float:
    """Return how many px wider the frame may be before a word moves up a line."""
    width = right(paragraph) - paragraph.rect.x
    wrapped = (pair for pair in pairwise(paragraph.lines) if pair[0].ends in {Break.SPACE, Break.NONE})
    return min((line.rect.width + following.head - width for line, following in wrapped), default=math.inf)


def _play(paragraph: Paragraph) -> float:
    """Return how many px narrower the frame may be before a word moves down a line."""
    return right(paragraph) - paragraph.rect.x - max(line.rect.width for line in paragraph.lines)


def slack(found: Sequence[Paragraph], most: float = SLACK) -> float:
    """Return how many px wider than its text a frame should be, for lines to break alike in a slightly other font.

    That is about half of what would move a word up. Where a word only just went down, the frame has to be narrower
    than its text's box, if there is play.
    """
    if any(paragraph.align == "justify" and len(paragraph.lines) > 1 for paragraph in found):
        # Its lines are stretched to the edge, which hides how much room there is.
        return EXACT
    if len({paragraph.align for paragraph in found}) > 1 and any(one.align in {"center", "right"} for one in found):
        # A wider frame would move some of them, and a frame that reaches out on another side the others.
        return EXACT
    if found and all(len(paragraph.lines) == 1 and _play(paragraph) <= NEAR for paragraph in found):
        most = max(most, min(MOST_SPARE, SPARE * max(paragraph.lines[0].rect.width for paragraph in found)))
    room = min((_room(paragraph) for paragraph in found), default=0.0)
    wider = max(0.5, min(most, room / 2))
    if room - wider >= TIGHT:
        return wider
    play = min(_play(paragraph) for paragraph in found)
    return min(wider, max(room - TIGHT, (room - play) / 2))


def extent(found: Sequence[Paragraph]) -> Rect:
    """Return the frame that holds paragraphs: in PowerPoint's tops and bottoms, without slack."""
    x, y = min(left(p) for p in found), top(found[0])
    return Rect.of(x, y, max(right(p) for p in found) - x, bottom(found[-1]) - y)


def compact(found: Sequence[Paragraph]) -> tuple[Paragraph, ...]:
    """Give a single line no more height than its letters want, where CSS centres it in its box by its line height.

    PowerPoint has nearly all of a line's spare height above the letters, which would put its top outside the box.
    """
    if len(found) != 1 or len(found[0].lines) != 1:
        return tuple(found)
    height = min(found[0].line_height, Px(OWN_HEIGHT * size(found[0].lines[0])))
    return (replace(found[0], line_height=height),)


def body(
    found: Sequence[Paragraph],
    *,
    start: float | None = None,
    insets: tuple[float, float, float, float] = (0, 0, 0, 0),
    anchor: str = "t",
    cell: bool = False,
) -> TextBody:
    """Set paragraphs into a text body whose text starts at ``start`` (the frame's left edge in px)."""
    x = extent(found).x if start is None else start
    made: list[Para] = []
    starts: numbering.Counts = {}
    edge = max(right(paragraph) for paragraph in found) if found else 0.0
    for index, paragraph in enumerate(found):
        gap = top(paragraph, cell=cell) - bottom(found[index - 1], cell=cell) if index else 0.0
        made.append(_para(paragraph, x, edge, gap, starts))
    return TextBody(tuple(made), tuple(Px(max(0, inset)).emu for inset in insets), anchor)  # type: ignore[arg-type]


def _para(paragraph: Paragraph, x: float, edge: float, gap: float, starts: numbering.Counts) -> Para:
    marker = paragraph.marker
    level = max(0, paragraph.level - 1) if marker else 0
    bullet = numbering.bullet(marker, level, starts)
    said = runs(paragraph)
    if marker and bullet is None:
        # A longer marker is words of its own; the tab after them leads to where the item's text starts.
        said = (TextRun(f"{marker.text}\t", style(marker.font)), *said)
    if paragraph.right_to_left:
        margin = edge - paragraph.rect.right
        indent = paragraph.rect.right - marker.right if marker else paragraph.indent
    else:
        margin = paragraph.rect.x - x
        indent = marker.x - paragraph.rect.x if marker else paragraph.indent
    return Para(
        runs=said,
        line_spacing=points(paragraph.line_height),
        align=ALIGN.get(paragraph.align, "l"),
        level=min(level, 8),
        margin=Px(max(0, margin)).emu,
        indent=Px(indent).emu,
        bullet=bullet,
        space_before=points(max(0, gap)),
        right_to_left=paragraph.right_to_left,
    )


def upright(rect: Rect, start: float, height: float, anchor: str) -> tuple[float, float]:
    """Return the insets at the top and the bottom that put text of a height at ``start`` within a frame.

    Text that is anchored in the middle or at the bottom stays there when a presenter changes it.
    """
    above, below = start - rect.y, rect.bottom - start - height
    if anchor == "t":
        return max(0.0, above), 0.0
    if anchor == "b":
        return 0.0, max(0.0, below)
    return max(0.0, above - below), max(0.0, below - above)
