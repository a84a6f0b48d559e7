"""Columns that words flow through, as one text frame that has columns (ECMA-376 part 1, 21.1.2.1.1, ``numCol``). Pure.

A frame's first column is filled down to the frame's end, then the next; nothing is balanced. Its height is therefore
chosen so that each column ends where CSS ended it. Where no height does that, columns stay frames of their own.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import groupby, pairwise

from leafdeck.deck import flow
from leafdeck.deck.frame import Block, Break, Item, Line, Paragraph
from leafdeck.deck.paint import Rect
from leafdeck.deck.runs import points
from leafdeck.deck.text import NO_SPACE, TextBody
from leafdeck.units import Px

NEAR = 0.5
"""Widths, tops and line heights that differ by no more, in px, are the same."""

LEAST_PLAY, MOST_SPARE = 2.0, 8.0
"""Between a height at which all columns fit and one at which a line moves back lie so many px at least; a frame is no
more than so many higher than its tallest column."""


@dataclass(frozen=True)
class Columned:
    """Paragraphs in columns.

    Attributes:
        rect: all columns and the gaps between them, in px.
        wider: how many px each column of the frame is wider than CSS's, its gaps less wide.
        text: the text body.
        paragraphs: the laid-out paragraphs, as CSS has them.
    """

    rect: Rect
    wider: float
    text: TextBody
    paragraphs: tuple[Paragraph, ...]


def gathered(items: Iterable[Item]) -> Iterator[Item | Columned]:
    """Yield items, columns that stand side by side as one where one frame can hold them."""
    for top, group in groupby(items, _top):
        found = tuple(group)
        made = columned(found) if top is not None and len(found) > 1 else None
        yield from (made,) if made else found


def _top(item: Item) -> float | None:
    """Return where a column begins; None for all else."""
    return round(item.rect.y) if isinstance(item, Block) and item.column else None


def columned(items: Sequence[Item]) -> Columned | None:
    """Return columns side by side as one text body; None where one frame would not show them as CSS does."""
    found = [flow.flowing(item) for item in items]
    columns = [column for column in found if column]
    pitches = [after.rect.x - before.rect.x for before, after in pairwise(items)]
    first = items[0].rect
    alike = all(abs(item.rect.width - first.width) <= NEAR for item in items)
    if len(columns) < len(items) or not alike or max(pitches) - min(pitches) > NEAR:
        return None
    pitch, top = pitches[0], flow.top(columns[0][0])
    gap = pitch - first.width
    space = _space(columns)
    height = _height(columns, space)
    if height is None or any(abs(flow.top(column[0]) - top) > NEAR for column in columns):
        return None
    stacked = _stacked(columns, pitch, space)
    # Not every program has columns that begin at the right: LibreOffice 7.4 shows the first one only.
    if stacked is None or not _ends(stacked[0], first) or stacked[0][0].right_to_left:
        return None
    # The markers of a list stand before the column, in the gap.
    hang = max(0.0, first.x - min(flow.left(one) for one in stacked[0]))
    gap -= hang
    if gap < 0:
        return None
    wider = min(flow.slack(stacked[0]), gap / 2)
    text = flow.body(stacked[0], start=first.x - hang)
    text = replace(text, columns=len(columns), column_gap=Px(gap - wider).emu)
    rect = Rect.of(first.x - hang, top, hang + first.width + pitch * (len(items) - 1), height)
    return Columned(rect, wider, _after(text, stacked[1]), tuple(one for column in columns for one in column))


def _space(columns: Sequence[Sequence[Paragraph]]) -> float:
    """Return the most usual space between paragraphs: CSS leaves out that before one that begins a column."""
    gaps = (round(flow.top(below) - flow.bottom(above), 1) for column in columns for above, below in pairwise(column))
    usual = Counter(gaps).most_common(1)
    return max(0.0, usual[0][0]) if usual else 0.0


def _height(columns: Sequence[Sequence[Paragraph]], space: float) -> float | None:
    """Return a frame's height at which each column ends where it did; None when there is none."""
    heights = [flow.bottom(column[-1]) - flow.top(column[0]) for column in columns]
    # From such a height on, a column would take the next one's first line too.
    back = [
        height + (0.0 if _goes_on(column[-1]) else space) + following[0].line_height
        for height, column, following in zip(heights, columns, columns[1:], strict=False)
    ]
    play = min(back) - max(heights)
    return max(heights) + min(play / 2, MOST_SPARE) if play >= LEAST_PLAY else None


def _stacked(
    columns: Sequence[Sequence[Paragraph]], pitch: float, space: float
) -> tuple[tuple[Paragraph, ...], dict[int, float]] | None:
    """Return the columns' paragraphs as one column, those that go on joined.

    After them comes the space above each paragraph that begins a column, by its number. None where the parts of a
    paragraph are not alike.
    """
    made: list[Paragraph] = list(columns[0])
    begun: dict[int, float] = {}
    for number, column in enumerate(columns[1:], 1):
        goes_on = _goes_on(made[-1])
        below = flow.bottom(made[-1]) + (0.0 if goes_on else space)
        moved = [_moved(one, -number * pitch, below - flow.top(column[0])) for one in column]
        if goes_on:
            joined = _joined(made[-1], moved.pop(0))
            if joined is None:
                return None
            made[-1] = joined
        else:
            begun[len(made)] = space
        made.extend(moved)
    return (tuple(made), begun) if flow.stackable(made) else None


def _goes_on(paragraph: Paragraph) -> bool:
    return paragraph.lines[-1].ends is not Break.END


def _joined(one: Paragraph, other: Paragraph) -> Paragraph | None:
    """Return a paragraph with its part in the next column, None where that is set otherwise."""
    if abs(one.line_height - other.line_height) > NEAR or other.marker or one.align != other.align:
        return None
    rect = replace(one.rect, height=Px(one.rect.height + other.rect.height))
    return replace(one, rect=rect, lines=one.lines + other.lines)


def _moved(paragraph: Paragraph, x: float, y: float) -> Paragraph:
    marker = paragraph.marker
    return replace(
        paragraph,
        rect=_by(paragraph.rect, x, y),
        lines=tuple(_line(line, x, y) for line in paragraph.lines),
        marker=replace(marker, x=Px(marker.x + x), right=Px(marker.right + x)) if marker else None,
    )


def _line(line: Line, x: float, y: float) -> Line:
    return replace(line, rect=_by(line.rect, x, y), baseline=Px(line.baseline + y))


def _by(rect: Rect, x: float, y: float) -> Rect:
    return replace(rect, x=Px(rect.x + x), y=Px(rect.y + y))


def _ends(found: Sequence[Paragraph], column: Rect) -> bool:
    """Tell whether paragraphs reach to a column's end, and no further: its width breaks their lines."""
    return abs(max(flow.right(one) for one in found) - column.right) <= flow.NEAR


def _after(text: TextBody, begun: dict[int, float]) -> TextBody:
    """Put the space above a paragraph that begins a column below the one before it.

    There no program shows it, while the one above could push the column down; and it stays when words move.
    """
    made = list(text.paragraphs)
    for number, space in begun.items():
        made[number] = replace(made[number], space_before=NO_SPACE)
        made[number - 1] = replace(made[number - 1], space_after=points(space))
    return replace(text, paragraphs=tuple(made))
