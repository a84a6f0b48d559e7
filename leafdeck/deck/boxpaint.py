"""What a box of the layout engine paints: background, borders, corners. Part of the box tree's reader (`frames`)."""

from __future__ import annotations

import math
from typing import Any

from weasyprint.draw.color import get_color
from weasyprint.images import LinearGradient

from leafdeck.deck.paint import Color, Edge, Gradient, Paint
from leafdeck.units import Px

Box = Any
SIDES = ("top", "right", "bottom", "left")


def color(value: Any, opacity: float = 1.0) -> Color | None:  # noqa: ANN401 - the engine's colour
    """Return an engine's colour as ours; None when it cannot be seen."""
    alpha = value.alpha * opacity
    if alpha <= 0:
        return None
    parts = value.to("srgb").coordinates[:3]
    return Color("".join(f"{round(min(1, max(0, part)) * 255):02x}" for part in parts), round(alpha, 4))


def fill(background: Any, opacity: float = 1.0) -> Color | Gradient | None:  # noqa: ANN401 - the engine's Background
    """Return what a laid-out background fills its box with; a linear gradient goes before the colour."""
    if background is None:
        return None
    for layer in background.layers:
        if isinstance(layer.image, LinearGradient):
            return _gradient(layer.image, opacity)
    return color(background.color, opacity)


def _gradient(image: LinearGradient, opacity: float) -> Gradient:
    last = max(1, len(image.colors) - 1)
    stops = []
    for index, (stop, position) in enumerate(zip(image.colors, image.stop_positions, strict=True)):
        share = position.value / 100 if position is not None and position.unit == "%" else index / last
        stops.append((share, color(stop, opacity) or Color("ffffff", 0.0)))
    if image.direction_type == "corner":
        angle = {"top_left": 225, "top_right": 315, "bottom_right": 45, "bottom_left": 135}[image.direction]
    else:
        angle = round(math.degrees(image.direction)) - 90
    return Gradient(angle % 360, tuple(stops))


def paint(box: Box, opacity: float) -> Paint:
    """Return what a laid-out box paints of its own."""
    if box.style["visibility"] != "visible":
        return Paint()
    edges = [_edge(box, side, getattr(box, f"border_{side}_width"), opacity) for side in SIDES]
    # Resolved after layout, percentages and overlaps included: x, y, width, height, then (rx, ry) per corner.
    corners = box.rounded_border_box()[4:]
    radii = [Px(min(corner)) for corner in corners]
    return Paint(fill(box.background, opacity), (edges[0], edges[1], edges[2], edges[3]), tuple(radii))  # type: ignore[arg-type]


def cell_paint(box: Box, opacity: float) -> Paint:
    """Return what a table cell paints; where borders collapse, a cell keeps its own only in its style."""
    edges = [_edge(box, side, box.style[f"border_{side}_width"], opacity) for side in SIDES]
    return Paint(fill(box.background, opacity), (edges[0], edges[1], edges[2], edges[3]))


def _edge(box: Box, side: str, width: float, opacity: float) -> Edge | None:
    style = box.style[f"border_{side}_style"]
    if not width or style in {"none", "hidden"}:
        return None
    shade = color(get_color(box.style, f"border_{side}_color"), opacity)
    return Edge(Px(width), style, shade) if shade else None


def lost(box: Box) -> tuple[str, ...]:
    """Name the effects of a box that frames have no words for."""
    names = []
    if box.style["transform"]:
        names.append("transform")
    if box.style["box_shadow"]:
        names.append("box-shadow")
    layers = box.background.layers if getattr(box, "background", None) else ()
    if any(layer.image is not None and not isinstance(layer.image, LinearGradient) for layer in layers):
        names.append("background-image")
    return tuple(names)
