"""A box's paint and a drawing's paths as native shapes. Pure."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import replace
from itertools import count, groupby

from leafdeck.deck.frame import Drawing
from leafdeck.deck.model import AnyShape, Box, Freeform, GroupShape, Line, Preset, Shadow, Shape, Step
from leafdeck.deck.paint import Edge, Paint, Rect, Segment, VectorPath
from leafdeck.deck.paint import Shadow as CssShadow
from leafdeck.units import EMU_PER_PX, Emu, Px

DASHES = {"dashed": "dash", "dotted": "sysDot"}
ARC = 0.5523
"""How far a cubic's handles reach to draw a quarter of a circle of radius 1."""


def box(rect: Rect) -> Box:
    """Return a rectangle in EMU."""
    return Box(rect.x.emu, rect.y.emu, rect.width.emu, rect.height.emu)


def outline(edge: Edge) -> Line:
    """Return a border's line."""
    return Line(edge.width.emu, edge.color, DASHES.get(edge.style, "solid"), "dbl" if edge.style == "double" else "")


def shadows(given: Sequence[CssShadow], rect: Rect) -> tuple[Shadow, ...]:
    """Return a box's shadows; a spread is told as a scale about the box's middle."""
    return tuple(
        Shadow(
            blur=shadow.blur.emu,
            distance=Px(math.hypot(shadow.x, shadow.y)).emu,
            direction=math.degrees(math.atan2(shadow.y, shadow.x)) % 360,
            color=shadow.color,
            scale=tuple(max(0.0, 1 + 2 * shadow.spread / side) if side else 1.0 for side in (rect.width, rect.height)),  # type: ignore[arg-type]
            inset=shadow.inset,
        )
        for shadow in given
    )


def uniform(paint: Paint) -> bool:
    """Tell whether all four borders are alike, so that one outline draws them."""
    return len(set(paint.edges)) == 1


def painted(rect: Rect, paint: Paint, name: str) -> Shape | None:
    """Return the shape that draws a box's fill, and its border where all sides are alike; None for neither."""
    edge = paint.edges[0] if uniform(paint) else None
    if paint.fill is None and edge is None:
        return None
    cast = shadows(paint.shadows, rect) if paint.fill is not None else ()
    if edge:
        # CSS draws a border inside the box's edge, PowerPoint centres the line on it.
        half = edge.width / 2
        rect = rect.inset(half, half, half, half)
        radii, tall = _less(paint.radii, half), _less(paint.tall, half) if paint.tall else None
        paint = replace(paint, radii=radii, tall=tall)
    line = outline(edge) if edge else None
    return Shape(name, box(rect), geometry(rect, paint.radii, paint.tall), paint.fill, line, shadows=cast)


def _less(radii: tuple[Px, Px, Px, Px], by: float) -> tuple[Px, Px, Px, Px]:
    return tuple(Px(max(0, radius - by)) for radius in radii)  # type: ignore[return-value]


def sides(rect: Rect, paint: Paint, name: str) -> list[Shape]:
    """Return a bar for each border where the sides differ."""
    if uniform(paint):
        return []
    found: list[Shape] = []
    for side, edge in zip(("top", "right", "bottom", "left"), paint.edges, strict=True):
        if edge is None:
            continue
        bar = {
            "top": Rect.of(rect.x, rect.y, rect.width, edge.width),
            "right": Rect.of(rect.right - edge.width, rect.y, edge.width, rect.height),
            "bottom": Rect.of(rect.x, rect.bottom - edge.width, rect.width, edge.width),
            "left": Rect.of(rect.x, rect.y, edge.width, rect.height),
        }[side]
        if edge.style in DASHES:
            found.append(_dashed(bar, edge, name))
        else:
            found.append(Shape(name, box(bar), fill=edge.color))
    return found


def _dashed(bar: Rect, edge: Edge, name: str) -> Shape:
    """Return a line along the middle of a border."""
    across = bar.width >= bar.height
    middle = (
        Rect.of(bar.x, bar.y + bar.height / 2, bar.width, 0)
        if across
        else Rect.of(bar.x + bar.width / 2, bar.y, 0, bar.height)
    )
    return Shape(name, box(middle), Preset("line"), line=outline(edge))


def geometry(rect: Rect, radii: tuple[Px, Px, Px, Px], tall: tuple[Px, Px, Px, Px] | None = None) -> Preset | Freeform:
    """Return the geometry of a box with rounded corners (top left, top right, bottom right, bottom left).

    ``tall`` are the corners' radii downwards where they differ from those across.
    """
    if not any(radii):
        return Preset("rect")
    if tall is not None:
        oval = all(2 * x >= rect.width - 1 and 2 * y >= rect.height - 1 for x, y in zip(radii, tall, strict=True))
        return Preset("ellipse") if oval else Freeform((_rounded(rect.width, rect.height, radii, tall),))
    shorter = min(rect.width, rect.height)
    if len({round(radius, 2) for radius in radii}) == 1:
        if abs(rect.width - rect.height) < 1 and radii[0] * 2 >= shorter - 1:
            return Preset("ellipse")
        return Preset("roundRect", (("adj", round(min(0.5, radii[0] / shorter) * 100_000)),))
    return Freeform((_rounded(rect.width, rect.height, radii, radii),))


def text_rim(rect: Rect, geometry: Preset | Freeform) -> tuple[float, float]:
    """Return how far inside a shape's edges PowerPoint's own text rectangle starts, across and down, in px.

    The definitions of the preset shapes (presetShapeDefinitions.xml of ECMA-376 part 1) keep text out of round corners.
    """
    corner = 1 - math.sqrt(0.5)
    if geometry == Preset("ellipse"):
        return rect.width / 2 * corner, rect.height / 2 * corner
    if isinstance(geometry, Preset) and geometry.name == "roundRect":
        radius = min(rect.width, rect.height) * geometry.adjust[0][1] / 100_000
        return radius * corner, radius * corner
    return 0.0, 0.0


def _rounded(
    width: float, height: float, radii: tuple[Px, Px, Px, Px], tall: tuple[Px, Px, Px, Px]
) -> tuple[Step, ...]:
    """Return the outline of a box whose corners differ, clockwise from the top left."""
    (a, b, c, d), (p, q, r, s) = radii, tall
    k = 1 - ARC
    path: list[Segment] = [
        ("M", ((a, 0),)),
        ("L", ((width - b, 0),)),
        ("C", ((width - b * k, 0), (width, q * k), (width, q))),
        ("L", ((width, height - r),)),
        ("C", ((width, height - r * k), (width - c * k, height), (width - c, height))),
        ("L", ((d, height),)),
        ("C", ((d * k, height), (0, height - s * k), (0, height - s))),
        ("L", ((0, p),)),
        ("C", ((0, p * k), (a * k, 0), (a, 0))),
        ("Z", ()),
    ]
    return _steps(path, 0, 0)


def _steps(path: list[Segment] | tuple[Segment, ...], x: float, y: float) -> tuple[Step, ...]:
    return tuple((kind, tuple((Px(px - x).emu, Px(py - y).emu) for px, py in points)) for kind, points in path)


def drawing(item: Drawing, name: str) -> AnyShape | None:
    """Return a drawing as one freeform, or as a group where its colours differ; None when it is empty.

    The paths of a group of the drawing's own stay shapes apart within a group of that name. Only the whole is
    described: a screen reader says it once.
    """
    shapes: list[AnyShape] = []
    for called, paths in groupby(item.paths, key=lambda path: path.group):
        names = (f"Figure {number}" if called else name for number in count(1))
        parts = [replace(_freeform(path, one), link=item.href) for path, one in zip(paths, names, strict=False)]
        shapes.extend([group(parts, called, "")] if called else parts)
    if not shapes:
        return None
    if len(shapes) == 1:
        return replace(shapes[0], name=name, alt=item.alt)
    return group(shapes, name, item.alt)


def group(shapes: Sequence[AnyShape], name: str, alt: str) -> GroupShape:
    """Return shapes as a group whose box goes around all of them."""
    boxes = [shape.box for shape in shapes if shape.box is not None]
    x, y = min(b.x for b in boxes), min(b.y for b in boxes)
    right, bottom = max(b.x + b.width for b in boxes), max(b.y + b.height for b in boxes)
    return GroupShape(name, Box(x, y, Emu(right - x), Emu(bottom - y)), tuple(shapes), alt=alt)


def _freeform(path: VectorPath, name: str) -> Shape:
    points = [point for outline_ in path.outlines for _, given in outline_ for point in given]
    xs, ys = [x for x, _ in points], [y for _, y in points]
    rect = Rect.of(min(xs), min(ys), max(xs) - min(xs), max(ys) - min(ys))
    steps = tuple(_steps(outline_, rect.x, rect.y) for outline_ in path.outlines)
    line = (
        Line(path.stroke.width.emu, path.stroke.color, "dash" if path.stroke.dashed else "solid")
        if path.stroke
        else None
    )
    return Shape(name, box(rect), Freeform(steps), path.fill, line)


def joined(shapes: Sequence[AnyShape]) -> tuple[AnyShape, ...]:
    """Join bars of one colour that touch end to end: a rule drawn by several margin boxes is one rule."""
    result: list[AnyShape] = []
    for shape in shapes:
        last = result[-1] if result else None
        if isinstance(shape, Shape) and isinstance(last, Shape) and _continues(last, shape):
            assert last.box is not None  # noqa: S101 - _continues has seen it
            assert shape.box is not None  # noqa: S101
            width = Emu(shape.box.x + shape.box.width - last.box.x)
            result[-1] = replace(last, box=replace(last.box, width=width))
        else:
            result.append(shape)
    return tuple(result)


def _continues(left: Shape, right: Shape) -> bool:
    a, b = left.box, right.box
    if a is None or b is None or left.text or right.text or (left.fill, left.line) != (right.fill, right.line):
        return False
    level = abs(a.y - b.y) < EMU_PER_PX and abs(a.height - b.height) < EMU_PER_PX
    return level and left.line is None and abs(a.x + a.width - b.x) < EMU_PER_PX
