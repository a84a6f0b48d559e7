"""Paragraphs as a shape: in a text box of their own, or within the shape of the box that they stand in. Pure."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from leafdeck.deck import columns, flow, outline
from leafdeck.deck.frame import Block, Paragraph, text_of
from leafdeck.deck.model import Shape
from leafdeck.deck.paint import Rect
from leafdeck.units import Px

CENTRED = 0.5
"""The share of a frame's slack to the left of centred text."""

MIDDLE_NEAR = 3.0
"""Text whose gaps above and below differ by no more, in px, stands in the middle."""

NAME_LENGTH = 40
"""The most letters of a shape's name that are taken from its words."""


def with_text(item: Block, inner: Sequence[Paragraph], edge: Px) -> list[Shape]:
    """Return a painted box and its text: one autoshape where PowerPoint can put the text there, else two shapes."""
    shape = within(item, inner)
    if shape and (shape.fill is not None or shape.line is not None):
        return [shape]
    paint = outline.painted(item.rect, item.paint, "Panel")
    text = of(inner, edge)
    return [paint, text] if paint else [text]


def of(found: Sequence[Paragraph], edge: Px) -> Shape:
    """Return a text box around paragraphs, a little wider than they are where the slide, up to its edge, has room."""
    area = flow.extent(found)
    text = flow.body(found, start=area.x)
    return Shape(_name(found), outline.box(_widened(area, flow.slack(found), _before(found), edge)), text=text)


def columned(text: columns.Columned, edge: Px) -> Shape:
    """Return a text box whose text flows through columns."""
    found = text.paragraphs
    return Shape(_name(found), outline.box(_widened(text.rect, text.wider, _before(found), edge)), text=text.text)


def within(item: Block, inner: Sequence[Paragraph], anchor: str | None = None) -> Shape | None:
    """Return a shape with its text inside, insets for padding; None where PowerPoint would put the text elsewhere."""
    if flow.extent(inner).y < item.rect.y:
        inner = flow.compact(inner)
    area, wider = flow.extent(inner), flow.slack(inner)
    shape = outline.painted(item.rect, item.paint, _name(inner)) or Shape(_name(inner), outline.box(item.rect))
    assert shape.box is not None  # noqa: S101 - both have a box
    own = Rect.of(shape.box.x.px, shape.box.y.px, shape.box.width.px, shape.box.height.px)
    across, down = outline.text_rim(own, shape.geometry)
    text = own.inset(across, down, across, down)
    if anchor is None:
        anchor = _anchor(item.rect, inner)
    share = _before(inner)
    left, right = area.x - wider * share - text.x, text.right - area.right - wider * (1 - share)
    if share == CENTRED:
        left = right = min(left, right)
        fits = max(line.rect.width for paragraph in inner for line in paragraph.lines) < text.width
    else:
        fits = left > -flow.NEAR and right > -wider - flow.NEAR
    above, below = flow.upright(text, area.y, area.height, anchor)
    if not fits or (anchor == "t" and area.y < text.y - flow.NEAR) or area.y < item.rect.y:
        return None
    insets = (max(0.0, left), above, max(0.0, right), below)
    return replace(shape, text=flow.body(inner, insets=insets, anchor=anchor))


def _widened(area: Rect, wider: float, share: float, edge: Px) -> Rect:
    """Return a frame with what its text has to spare, ``share`` of it to the left, as far as the slide goes."""
    before, after = min(share * wider, max(0.0, area.x)), min((1 - share) * wider, max(0.0, edge - area.right))
    if share == CENTRED:
        before = after = min(before, after)
    return Rect.of(area.x - before, area.y, area.width + before + after, area.height)


def _anchor(rect: Rect, inner: Sequence[Paragraph]) -> str:
    """Return ``ctr`` for text that stands in the middle of a box, and stays there when it changes, or else ``t``."""
    top, bottom = inner[0].rect.y, inner[-1].rect.bottom
    gaps = top - rect.y, rect.bottom - bottom
    return "ctr" if abs(gaps[0] - gaps[1]) <= MIDDLE_NEAR and gaps[1] > -flow.NEAR else "t"


def _before(inner: Sequence[Paragraph]) -> float:
    """Return which share of a frame's slack goes to its left, so that aligned text stays where it is."""
    aligned = {paragraph.align for paragraph in inner}
    return CENTRED if aligned == {"center"} else 1.0 if aligned == {"right"} else 0.0


def _name(inner: Sequence[Paragraph]) -> str:
    words = text_of(inner[0])
    return words if len(words) <= NAME_LENGTH else words[:NAME_LENGTH].rsplit(" ", 1)[0] + "…"
