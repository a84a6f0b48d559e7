"""What a box of the layout engine paints: background, borders, corners. Part of the box tree's reader (`frames`)."""

from __future__ import annotations

from typing import Any

from weasyprint.draw.color import get_color

from leafdeck.deck import boxback
from leafdeck.deck.paint import Color, Edge, Fill, Gradient, Matrix, Paint, Rect, Shadow, Texture
from leafdeck.units import Px

Box = Any
SIDES = ("top", "right", "bottom", "left")
PLAIN_EDGES = {"solid", "dashed", "dotted", "double"}
"""Styles of border that PowerPoint has a line for."""

NO_EDGES = {"none", "hidden"}
"""Styles of border that draw nothing."""


def border_box(box: Box) -> Rect:
    """Return a box's border box."""
    return Rect.of(box.border_box_x(), box.border_box_y(), box.border_width(), box.border_height())


def fill(background: Any, opacity: float = 1.0) -> Color | Gradient | None:  # noqa: ANN401 - the engine's Background
    """Return what a laid-out background fills its box with where that is a colour or a gradient."""
    if background is None:
        return None
    rect = Rect.of(*background.layers[-1].painting_area)
    for sheet in boxback.sheets(background, rect, opacity)[0]:
        if isinstance(sheet.fill, Color | Gradient):
            return sheet.fill
    return None


def paint(box: Box, opacity: float) -> Paint:
    """Return what a laid-out box paints of its own, but for the sheets of its background beyond the lowest."""
    if box.style["visibility"] != "visible":
        return Paint()
    edges = [_edge(box, side, getattr(box, f"border_{side}_width"), opacity) for side in SIDES]
    radii, tall = corners(box.rounded_border_box())
    return Paint(_lowest(box, opacity), (edges[0], edges[1], edges[2], edges[3]), radii, shadows(box, opacity), tall)


def corners(rounded: Any) -> tuple[tuple[Px, Px, Px, Px], tuple[Px, Px, Px, Px] | None]:  # noqa: ANN401
    """Return the corners' radii across, and those downwards where they differ.

    The engine has resolved them after layout, percentages and overlaps included: x, y, width, height, then (rx, ry)
    for each corner.
    """
    across = tuple(Px(x) for x, _ in rounded[4:])
    down = tuple(Px(y) for _, y in rounded[4:])
    differ = any(abs(x - y) > boxback.NEAR for x, y in rounded[4:])
    return across, down if differ else None  # type: ignore[return-value]


def clipping(box: Box) -> tuple[Rect, tuple[Px, Px, Px, Px]] | None:
    """Return the padding box, and its corners' radii across, of a box that hides what reaches beyond it.

    What the root hides is off the page anyway.
    """
    if box.style["overflow"] == "visible" or box.element_tag in {"html", "body"}:
        return None
    rounded = box.rounded_padding_box()
    return Rect.of(*rounded[:4]), corners(rounded)[0]


def _lowest(box: Box, opacity: float) -> Fill | None:
    found = boxback.sheets(box.background, border_box(box), opacity)[0]
    first = found[0] if found else None
    return first.fill if first and first.whole and isinstance(first.fill, Color | Gradient | Texture) else None


def above(box: Box, opacity: float) -> tuple[boxback.Sheet, ...]:
    """Return the sheets of a background that lie over the one that `paint` has."""
    if box.style["visibility"] != "visible":
        return ()
    found = boxback.sheets(getattr(box, "background", None), border_box(box), opacity)[0]
    return found[1:] if _lowest(box, opacity) is not None else found


def outline(box: Box, opacity: float) -> tuple[Rect, Paint] | None:
    """Return an outline around a box's border (CSS UI 4, 3) and where it lies; None when there is none."""
    style, width = box.style["outline_style"], box.style["outline_width"]
    shade = boxback.color(get_color(box.style, "outline_color"), opacity)
    if not width or style == "none" or shade is None or box.style["visibility"] != "visible":
        return None
    beyond = -(width + box.style["outline_offset"])
    edge = Edge(Px(width), "solid" if style == "auto" else style, shade)
    return border_box(box).inset(beyond, beyond, beyond, beyond), Paint(None, (edge, edge, edge, edge))


def cell_paint(box: Box, opacity: float) -> Paint:
    """Return what a table cell paints; where borders collapse, a cell keeps its own only in its style."""
    edges = [_edge(box, side, box.style[f"border_{side}_width"], opacity) for side in SIDES]
    return Paint(_lowest(box, opacity), (edges[0], edges[1], edges[2], edges[3]))


def table_paint(table: Box, opacity: float) -> Paint:
    """Return what a table paints around its cells; where borders collapse, its cells have them."""
    made = paint(table, opacity)
    if table.style["border_collapse"] == "collapse":
        return Paint(made.fill, radii=made.radii)
    return made


def _edge(box: Box, side: str, width: float, opacity: float) -> Edge | None:
    style = box.style[f"border_{side}_style"]
    if not width or style in NO_EDGES:
        return None
    shade = boxback.color(get_color(box.style, f"border_{side}_color"), opacity)
    return Edge(Px(width), style, shade) if shade else None


def shadows(box: Box, opacity: float) -> tuple[Shadow, ...]:
    """Return the topmost shadow outside a box and the topmost one inside: a shape has one of each."""
    found: dict[bool, Shadow] = {}
    for x, y, blur, spread, shade, inset in box.style["box_shadow"]:
        given = get_color(box.style, "color") if shade == "currentcolor" else shade
        seen = boxback.color(given, opacity)
        if seen:
            right, down, soft, wide = (Px(length.value) for length in (x, y, blur, spread))
            found.setdefault(bool(inset), Shadow(right, down, soft, wide, seen, bool(inset)))
    return tuple(found.values())


def turn(box: Box) -> Matrix | None:
    """Return how a box is turned and moved once it is laid out; None when it is not, or more than that."""
    if not box.style["transform"] or not box.transformation_matrix:
        return None
    matrix = Matrix(*box.transformation_matrix.values)
    return matrix if matrix.rigid else None


def lost(box: Box) -> tuple[str, ...]:
    """Name the effects of a box that frames have no words for."""
    names = []
    if box.style["transform"] and turn(box) is None:
        names.append("a transform that scales, skews or mirrors")
    given = box.style["box_shadow"]
    if given and _lowest(box, 1) is None and not is_image(box):
        names.append("box-shadow around a box without a background")
    elif len(given) > len(shadows(box, 1)):
        names.append("a second box-shadow")
    names.extend(boxback.sheets(getattr(box, "background", None), border_box(box))[1])
    styles = {box.style[f"border_{side}_style"] for side in SIDES if getattr(box, f"border_{side}_width")}
    # A cell whose borders collapse has a neighbour's width with its own style, which may be none.
    odd = sorted(styles - PLAIN_EDGES - NO_EDGES)
    names.extend(f"border-style: {style} (a solid line stands for it)" for style in odd)
    return tuple(names)


def is_image(box: Box) -> bool:
    """Tell whether a box is an image, whose shadow is the picture's."""
    return hasattr(box, "replacement")
