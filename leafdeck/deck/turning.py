"""Shapes turned about a point, as CSS turns a box and all in it (CSS Transforms 1, chapter 3). Pure."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import replace

from leafdeck.deck import outline
from leafdeck.deck.model import AnyShape, Box, GroupShape, TableShape, walk
from leafdeck.deck.paint import Matrix
from leafdeck.units import Emu, Px


def turnable(shapes: Sequence[AnyShape]) -> bool:
    """Tell whether PowerPoint can turn shapes: it cannot turn a table."""
    return not any(isinstance(shape, TableShape) for shape in walk(tuple(shapes)))


def turned(shapes: Sequence[AnyShape], matrix: Matrix, name: str) -> list[AnyShape]:
    """Return shapes turned and moved: several as one group, which turns as a whole, but for placeholders."""
    if len(shapes) > 1 and not any(getattr(shape, "placeholder", "") for shape in walk(tuple(shapes))):
        return [_turned(outline.group(shapes, name, alt=name), matrix)]
    return [_turned(shape, matrix) for shape in shapes]


def _turned(shape: AnyShape, matrix: Matrix) -> AnyShape:
    """Return a shape whose middle has gone where the matrix takes it; PowerPoint turns it about its middle."""
    box = shape.box
    if box is None or isinstance(shape, TableShape):
        return shape
    x, y = box.x + box.width / 2, box.y + box.height / 2
    to_x, to_y = matrix.move(Emu(round(x)).px, Emu(round(y)).px)
    dx, dy = round(Px(to_x).emu - x), round(Px(to_y).emu - y)
    moved = _moved(shape, dx, dy)
    return replace(moved, rotation=(moved.rotation + matrix.angle) % 360)  # type: ignore[union-attr,arg-type]


def _moved(shape: AnyShape, dx: int, dy: int) -> AnyShape:
    box = shape.box
    place = Box(Emu(box.x + dx), Emu(box.y + dy), box.width, box.height) if box else None
    if isinstance(shape, GroupShape):
        return replace(shape, box=place, shapes=tuple(_moved(inner, dx, dy) for inner in shape.shapes))  # type: ignore[arg-type]
    return replace(shape, box=place)  # type: ignore[arg-type]


def around(shape: AnyShape) -> Box | None:
    """Return the upright rectangle around a shape, turned or not."""
    box, angle = shape.box, math.radians(getattr(shape, "rotation", 0.0))
    if box is None or not angle:
        return box
    sine, cosine = abs(math.sin(angle)), abs(math.cos(angle))
    width, height = box.width * cosine + box.height * sine, box.width * sine + box.height * cosine
    x, y = box.x + box.width / 2 - width / 2, box.y + box.height / 2 - height / 2
    return Box(Emu(round(x)), Emu(round(y)), Emu(round(width)), Emu(round(height)))
