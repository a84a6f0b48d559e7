"""What a box cuts off that hides what reaches beyond it (CSS Overflow 3, ``overflow``). Pure.

Pictures are cropped and plain fills made smaller, as a presenter would; what PowerPoint shows whole is named.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field, replace

from leafdeck.deck.frame import Block, Chart, Drawing, Item, Line, Paragraph, Picture, Table
from leafdeck.deck.paint import Color, Paint, Rect
from leafdeck.units import Px

NEAR = 1.5
"""What reaches less far beyond an edge, in px, is within it."""

ASCENT, DESCENT = 0.75, 0.25
"""How far letters reach above and below their baseline, as shares of their size."""

HIDDEN = 2.0
"""A box no wider or no higher than this, in px, hides all that stands in it: words for screen readers only."""

Corners = tuple[Px, Px, Px, Px]


@dataclass
class _Clip:
    """The edges of a box that hides the rest, and the radii of its corners; ``lost`` collects what is shown whole."""

    rect: Rect
    radii: Corners
    lost: dict[str, None] = field(default_factory=dict)

    def items(self, given: Sequence[Item]) -> tuple[Item, ...]:
        return tuple(made for item in given if (made := self.item(item)) is not None)

    def item(self, item: Item) -> Item | None:
        if isinstance(item, Picture):
            return self._picture(item)
        if isinstance(item, Block):
            return self._block(item)
        if isinstance(item, Paragraph):
            return self._paragraph(item)
        if isinstance(item, Drawing | Chart | Table):
            return self._whole(item, item.rect, type(item).__name__.lower())
        return item

    def _whole(self, item: Item, rect: Rect, what: str) -> Item | None:
        """Return what can only be shown whole, or None where nothing of it is seen."""
        if self.seen(rect) is None:
            return None
        if not self.holds(rect):
            self.lost[f"overflow: hidden around a {what} (it is shown whole)"] = None
        return item

    def _picture(self, item: Picture) -> Picture | None:
        seen = self.seen(item.rect)
        if seen is None:
            return None
        rect, (left, top, right, bottom) = item.rect, item.crop
        # A share of the picture for each px that shows of it.
        across, down = (1 - left - right) / rect.width, (1 - top - bottom) / rect.height
        crop = (
            left + (seen.x - rect.x) * across,
            top + (seen.y - rect.y) * down,
            right + (rect.right - seen.right) * across,
            bottom + (rect.bottom - seen.bottom) * down,
        )
        paint = replace(item.paint, radii=self.corners(seen, item.paint.radii)) if not item.paint.tall else item.paint
        return replace(item, rect=seen, crop=crop, paint=paint)

    def _block(self, item: Block) -> Block | None:
        if item.turn is not None:
            self.lost["overflow: hidden around something turned (it is shown whole)"] = None
            return item
        children = self.items(item.children)
        if not item.paint.visible or self.holds(item.rect):
            paint = item.paint
            if item.paint.visible and not item.paint.tall:
                paint = replace(paint, radii=self.corners(item.rect, paint.radii))
            return replace(item, children=children, paint=paint)
        seen = self.seen(item.rect)
        if seen is None:
            return replace(item, children=children, paint=Paint()) if children else None
        if not isinstance(item.paint.fill, Color) or any(item.paint.edges) or any(item.paint.radii):
            self.lost["overflow: hidden around a painted box (it is shown whole)"] = None
            return replace(item, children=children)
        paint = replace(item.paint, radii=self.corners(seen, item.paint.radii))
        return replace(item, rect=seen, children=children, paint=paint)

    def _paragraph(self, item: Paragraph) -> Paragraph | None:
        letters = [_letters(line) for line in item.lines]
        if all(self.seen(rect) is None for rect in letters):
            return None
        if not all(self.holds(rect) for rect in letters):
            self.lost["overflow: hidden around words (they are shown whole)"] = None
        return replace(item, behind=self.items(item.behind), over=self.items(item.over))

    def seen(self, rect: Rect) -> Rect | None:
        """Return the part of a rectangle within the edges, None where that is next to nothing."""
        x, y = max(rect.x, self.rect.x), max(rect.y, self.rect.y)
        right, bottom = min(rect.right, self.rect.right), min(rect.bottom, self.rect.bottom)
        inside = right - x > min(NEAR, rect.width / 2) and bottom - y > min(NEAR, rect.height / 2)
        return Rect.of(x, y, right - x, bottom - y) if inside else None

    def holds(self, rect: Rect) -> bool:
        """Tell whether a rectangle lies within the edges."""
        x, y = self.rect.x - NEAR, self.rect.y - NEAR
        return (
            rect.x >= x
            and rect.y >= y
            and rect.right <= self.rect.right + NEAR
            and rect.bottom <= self.rect.bottom + NEAR
        )

    def corners(self, rect: Rect, own: Corners) -> Corners:
        """Return the radii of what lies in the corners of the box: no less than the box's own."""
        left, right = abs(rect.x - self.rect.x) < NEAR, abs(rect.right - self.rect.right) < NEAR
        top, bottom = abs(rect.y - self.rect.y) < NEAR, abs(rect.bottom - self.rect.bottom) < NEAR
        meets = (left and top, right and top, right and bottom, left and bottom)
        a, b, c, d = (max(mine, its) if met else mine for mine, its, met in zip(own, self.radii, meets, strict=True))
        return a, b, c, d


def clipped(items: Sequence[Item], rect: Rect, radii: Corners) -> tuple[tuple[Item, ...], tuple[str, ...]]:
    """Return items as a box shows them that hides what reaches beyond it, and names of what is shown whole.

    Args:
        items: what stands in the box.
        rect: its padding box.
        radii: the radii of that box's corners.
    """
    if min(rect.width, rect.height) <= HIDDEN:
        return (), ()
    clip = _Clip(rect, radii)
    return clip.items(items), tuple(clip.lost)


def _letters(line: Line) -> Rect:
    """Return where a line's letters are: without the room above and below them."""
    size = max((run.font.size for run in line.runs), default=Px(0))
    return Rect.of(line.rect.x, line.baseline - ASCENT * size, line.rect.width, (ASCENT + DESCENT) * size)
