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
from leafdeck.deck.frame import Block, Break, Item, Line, Paragraph
from leafdeck.deck.paint import Font, Rect
from leafdeck.deck.text import LineBreak, Para, RunStyle, TextBody, TextRun
from leafdeck.units import Pt, Px

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

RAISED = 2 / 3
"""How large PowerPoint shows letters that are raised or lowered, as a share of their size."""

LIKE = 0.12
"""Sizes that differ by no more than this share are one size."""

UNDERLINES = {"solid": "sng", "double": "dbl", "dotted": "dotted", "dashed": "dash", "wavy": "wavy"}
"""CSS's styles of a line below words (CSS Text Decoration 3, 2.2) in PowerPoint's words (20.1.10.82)."""

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


def size(line: Line) -> Px:
    """Return the size of a line's largest letters; superscripts count as the text around them."""
    return max((run.font.size for run in line.runs if run.text.strip()), default=line.runs[0].font.size)


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


def runs(paragraph: Paragraph) -> tuple[TextRun | LineBreak, ...]:
    """Join the runs of all lines: a space where a line wrapped at one, a line break where one was forced."""
    joined: list[TextRun | LineBreak] = []
    for line in paragraph.lines:
        main = size(line)
        for run in line.runs:
            if run.text:
                _append(joined, TextRun(run.text, style(run.font, main), run.href))
        last = joined[-1]
        if line.ends is Break.SPACE and isinstance(last, TextRun) and not last.text.endswith(" "):
            joined[-1] = replace(last, text=last.text + " ")
        elif line.ends is Break.FORCED:
            if isinstance(last, TextRun):
                joined[-1] = replace(last, text=last.text.rstrip(" \n"))
            joined.append(LineBreak(style(line.runs[-1].font, main)))
    return tuple(run for run in joined if not isinstance(run, TextRun) or run.text)


def _append(joined: list[TextRun | LineBreak], run: TextRun) -> None:
    last = joined[-1] if joined else None
    both = _both(last.style, run.style) if isinstance(last, TextRun) and last.link == run.link else None
    if isinstance(last, TextRun) and both:
        joined[-1] = replace(last, text=last.text + run.text, style=both)
    else:
        joined.append(run)


def _both(one: RunStyle, other: RunStyle) -> RunStyle | None:
    """Return the style of two runs that differ at most in that only one has letters of a kind of script, or None."""
    if one == other:
        return one
    east_asian = other.east_asian if one.east_asian == "" else one.east_asian
    complex_script = other.complex_script if one.complex_script == "" else one.complex_script
    made = replace(one, east_asian=east_asian, complex_script=complex_script)
    fits = other.east_asian in {"", east_asian} and other.complex_script in {"", complex_script}
    same = replace(other, east_asian=east_asian, complex_script=complex_script)
    return made if fits and made == same else None


def style(font: Font, main: float | None = None) -> RunStyle:
    """Return a run's style; PowerPoint shrinks raised letters itself, so they are named larger than they are shown.

    Where that is near the size of the text around them (``main``), it is that size, as for letters raised by hand.
    """
    em = float(font.size)
    if font.rise:
        em /= RAISED
        em = main if main and abs(em - main) <= LIKE * main else em
    return RunStyle(
        font=font.family,
        size=points(em),
        color=font.color,
        bold=font.bold,
        italic=font.italic,
        underline=font.underline,
        underline_style=UNDERLINES.get(font.underline_style, "sng"),
        underline_color=font.underline_color,
        strike=font.strike,
        small_caps=font.small_caps,
        baseline=round(font.rise / em * 100_000) if em else 0,
        spacing=round(font.spacing * 75),
        highlight=font.highlight,
        lang=font.lang,
        east_asian=font.east_asian,
        complex_script=font.complex_script,
        kerning=font.kerning,
    )


def points(length: float) -> Pt:
    """Return CSS px as points to a hundredth, PowerPoint's own precision for text."""
    return Pt(round(length * 75) / 100)
