"""What is drawn behind text on a finished slide: the colours at points of the place where the text may stand."""

from __future__ import annotations

import math
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from leafdeck.brand.color import mix
from leafdeck.check.finished import Area, Filling, Ink, Item, Paragraph, Slide, walk

POINTS = (0.02, 0.5, 0.98)
"""Where a text's place is looked at, as shares of its width and height."""

PAPER = "#ffffff"
"""What is behind a slide that names no background."""


Points = tuple[tuple[float, float], ...]
"""The corners of a shape, in EMU."""


@dataclass(frozen=True, slots=True)
class Layer:
    """A painted area; without a filling it is a picture. With outlines only what they hold, even-odd, is painted."""

    area: Area
    filling: Filling | None
    outlines: tuple[Points, ...] = ()


@dataclass(frozen=True, slots=True)
class Block:
    """Text, the item that it is in, and the colours behind it, as ``#rrggbb``."""

    item: Item
    paragraphs: tuple[Paragraph, ...]
    behind: tuple[str, ...]


def blocks(slide: Slide) -> Iterator[Block]:
    """Give each piece of text on a slide, a table's cell by cell, with what is behind it."""
    layers = [layer for item in walk(slide.below) for layer in _paint(item)]
    for item in walk(slide.items):
        layers.extend(_paint(item))
        if item.paragraphs and not item.hidden:
            yield Block(item, item.paragraphs, behind(item.inner or item.area, layers, slide.background))
        for row in item.rows:
            for cell in row:
                own = [*layers, *([Layer(cell.area, cell.filling)] if cell.filling else [])]
                yield Block(item, cell.paragraphs, behind(cell.area, own, slide.background))


def over(ink: Ink, ground: str) -> str:
    """Return the colour that is seen where an ink lies on a ground."""
    return ink.color if ink.alpha >= 1 else mix(ink.color, ink.alpha, ground)


def _paint(item: Item) -> list[Layer]:
    if item.hidden:
        return []
    if item.kind in {"picture", "media"}:
        return [Layer(item.area, None)]
    return [Layer(item.area, item.filling)] if item.filling else []


def behind(area: Area, layers: Sequence[Layer], background: Filling | None) -> tuple[str, ...]:
    """Return the colours behind an area; those of pictures are not known and left out.

    Args:
        area: the area.
        layers: what is painted beneath it, the lowest first.
        background: what fills all that is beneath these.
    """
    found: dict[str, None] = {}
    layers = [layer for layer in layers if _meet(area, layer.area)]
    for across in POINTS:
        for down in POINTS:
            x, y = _turned(area.x + across * area.width, area.y + down * area.height, area, area.rotation)
            found.update(dict.fromkeys(_at(x, y, layers, background)))
    return tuple(found)


def _meet(one: Area, other: Area) -> bool:
    """Tell whether areas may meet: turned ones may always."""
    if one.rotation or other.rotation:
        return True
    return one.x <= other.right and other.x <= one.right and one.y <= other.bottom and other.y <= one.bottom


def _at(x: float, y: float, layers: Sequence[Layer], background: Filling | None) -> list[str]:
    grounds = [over(ink, PAPER) for ink in background.inks] if background else [PAPER]
    for layer in layers:
        if not _within(x, y, layer):
            continue
        inks = layer.filling.inks if layer.filling else ()
        grounds = [over(ink, ground) for ink in inks for ground in (grounds or [PAPER])]
    return grounds


def _within(x: float, y: float, layer: Layer) -> bool:
    area = layer.area
    if area.rotation:
        x, y = _turned(x, y, area, -area.rotation)
    if layer.filling and layer.filling.ellipse and area.width and area.height:
        across, down = (x - area.x) / area.width - 0.5, (y - area.y) / area.height - 0.5
        return across * across + down * down <= 1 / 4
    within = area.x <= x <= area.right and area.y <= y <= area.bottom
    return within and (not layer.outlines or holds(layer.outlines, x, y))


def holds(outlines: Sequence[Points], x: float, y: float) -> bool:
    """Tell whether outlines, which are closed and filled even-odd, hold a point."""
    sides = (side for points in outlines for side in zip(points, (*points[1:], points[0]), strict=True))
    return sum(_crosses(one, other, x, y) for one, other in sides) % 2 == 1


def _crosses(one: tuple[float, float], other: tuple[float, float], x: float, y: float) -> bool:
    """Tell whether a line crosses the ray that goes right from a point."""
    (x1, y1), (x2, y2) = one, other
    return (y1 > y) != (y2 > y) and x < x1 + (y - y1) * (x2 - x1) / (y2 - y1)


def corners(area: Area) -> tuple[tuple[int, int], ...]:
    """Return the corners of an area as it is turned, from its top left one on."""
    places = ((area.x, area.y), (area.right, area.y), (area.right, area.bottom), (area.x, area.bottom))
    turned = (_turned(x, y, area, area.rotation) for x, y in places)
    return tuple((round(x), round(y)) for x, y in turned)


def _turned(x: float, y: float, area: Area, degrees: float) -> tuple[float, float]:
    """Return a point turned about the middle of an area."""
    if not degrees:
        return x, y
    cx, cy = area.x + area.width / 2, area.y + area.height / 2
    cos, sin = math.cos(math.radians(degrees)), math.sin(math.radians(degrees))
    return cx + (x - cx) * cos - (y - cy) * sin, cy + (x - cx) * sin + (y - cy) * cos
