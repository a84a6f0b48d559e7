"""SVG markup to outlines: paths and basic shapes with their fill, stroke and transforms (SVG 1.1, chapters 7 to 11).

Pure but for fontTools' path parser. What has no counterpart in a native shape (text, gradients, clips, masks,
filters, references) is named, not drawn.
"""

from __future__ import annotations

import math
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from functools import lru_cache
from xml.etree.ElementTree import Element

from fontTools.misc.transform import Identity, Transform
from fontTools.pens.basePen import BasePen
from fontTools.svgLib.path import parse_path
from fontTools.svgLib.path.shapes import PathBuilder

from leafdeck.deck import svgattr, svgpaint
from leafdeck.deck.paint import Color, Gradient, Rect, Segment, Stroke, VectorPath
from leafdeck.deck.winding import split_outlines
from leafdeck.units import Px

SHAPES = frozenset({"path", "rect", "circle", "ellipse", "polygon", "polyline", "line"})
EFFECTS = ("clip-path", "mask", "filter", "marker-start", "marker-mid", "marker-end")
PLACED = frozenset({"x", "y", "width", "height", "viewBox"})
SILENT = frozenset({"title", "desc", "defs", "metadata", "style"})
LENGTHS = ("x", "y", "width", "height", "rx", "ry", "cx", "cy", "r", "x1", "y1", "x2", "y2")
FORMS = ("d", "points", *LENGTHS)
"""The attributes that say what outline a basic shape has."""

Outlines = tuple[tuple[Segment, ...], ...]
Form = tuple[str, tuple[tuple[str, str], ...]]
"""A shape's tag with those of its attributes: the key to its outlines, for most drawings come more than once."""

FARTHEST = 1e6
"""No shape reaches so far, in px: PowerPoint's own measure ends at some 200,000 (ST_Coordinate)."""

KEPT = 1024
"""How many forms are kept: more than a deck has, and about a megabyte."""


@dataclass(frozen=True)
class State:
    """Inherited presentation attributes while walking down; ``matrix`` goes from here to the page."""

    matrix: Transform
    fill: str = "black"
    stroke: str = "none"
    stroke_width: float = 1.0
    dashed: bool = False
    fill_rule: str = "nonzero"
    opacity: float = 1.0
    fill_opacity: float = 1.0
    stroke_opacity: float = 1.0
    color: str = "black"
    servers: Mapping[str, Element] = field(default_factory=dict)
    group: str = ""


def read(svg: Element, rect: Rect) -> tuple[tuple[VectorPath, ...], tuple[str, ...]]:
    """Read an ``<svg>`` drawn into a rectangle.

    Returns:
        The paths in px of the page, and the names of the elements that could not be read.
    """
    lost: list[str] = []
    paths: list[VectorPath] = []
    _walk(svg, State(view(svg, rect), servers=svgpaint.servers(svg)), paths, lost, root=True)
    return _merge(paths), tuple(dict.fromkeys(lost))


def faded(paths: tuple[VectorPath, ...], opacity: float) -> tuple[VectorPath, ...]:
    """Return paths at a share of their opacity."""
    if opacity >= 1:
        return paths
    return tuple(
        replace(
            path,
            fill=path.fill.faded(opacity) if path.fill else None,
            stroke=replace(path.stroke, color=path.stroke.color.faded(opacity)) if path.stroke else None,
        )
        for path in paths
    )


def alt_text(svg: Element) -> str:
    """Return what a screen reader says: the title or label; empty for decoration (SVG-AAM 1.0)."""
    if svg.get("aria-hidden") == "true":
        return ""
    label = svg.get("aria-label", "").strip()
    titles = (child.text or "" for child in svg if svgattr.name(child) == "title")
    return label or " ".join(next(titles, "").split())


def view(svg: Element, rect: Rect) -> Transform:
    """Return the transform from the viewBox to the page; ``preserveAspectRatio`` is ``xMidYMid meet`` or ``none``."""
    box = [float(number) for number in svgattr.NUMBER.findall(svg.get("viewBox", ""))]
    if len(box) != 4 or not box[2] or not box[3]:  # noqa: PLR2004 - min-x, min-y, width, height
        width, height = svgattr.length(svg.get("width")) or rect.width, svgattr.length(svg.get("height")) or rect.height
        box = [0, 0, width, height]
    sx, sy = rect.width / box[2], rect.height / box[3]
    if svg.get("preserveAspectRatio", "").strip() != "none":
        sx = sy = min(sx, sy)
    dx, dy = (rect.width - box[2] * sx) / 2, (rect.height - box[3] * sy) / 2
    return Identity.translate(rect.x + dx, rect.y + dy).scale(sx, sy).translate(-box[0], -box[1])


def _walk(element: Element, state: State, paths: list[VectorPath], lost: list[str], *, root: bool = False) -> None:
    kind = svgattr.name(element)
    if kind in SILENT:
        return
    given = svgattr.given(element)
    if given.get("display") == "none" or given.get("visibility") == "hidden":
        return
    state = inherit(state, given)
    if not root and "transform" in given:
        state = replace(state, matrix=state.matrix.transform(svgattr.matrix(given["transform"])))
    lost.extend(effect for effect in EFFECTS if given.get(effect, "none") != "none")
    if not root and kind == "svg" and PLACED & given.keys():
        lost.append("a drawing of its own size within it")
    if kind in SHAPES:
        paths.extend(shape(element, state, lost))
    elif kind in {"svg", "g", "a"}:
        for child in element:
            _walk(child, state, paths, lost)
    else:
        lost.append(f"<{kind}>")


def inherit(state: State, given: Mapping[str, str]) -> State:
    """Return what an element hands down, of what it was handed and what `svgattr.given` says of it."""
    return replace(
        state,
        fill=given.get("fill", state.fill),
        stroke=given.get("stroke", state.stroke),
        stroke_width=svgattr.length(given.get("stroke-width"), state.stroke_width),
        dashed=given["stroke-dasharray"] != "none" if "stroke-dasharray" in given else state.dashed,
        fill_rule=given.get("fill-rule", state.fill_rule),
        opacity=state.opacity * svgattr.share(given.get("opacity")),
        fill_opacity=svgattr.share(given.get("fill-opacity"), state.fill_opacity),
        stroke_opacity=svgattr.share(given.get("stroke-opacity"), state.stroke_opacity),
        color=given.get("color", state.color),
        group=given.get("data-group", state.group),
    )


def shape(element: Element, state: State, lost: list[str]) -> list[VectorPath]:
    """Return the paths of a basic shape; what of its paint cannot be read is added to ``lost``."""
    server = svgpaint.server(state.fill, state.servers)
    fill: Color | Gradient | None = None
    if server is None:
        fill = _color(state.fill, state, state.fill_opacity, lost)
    line = _color(state.stroke, state, state.stroke_opacity, lost)
    width = state.stroke_width * math.sqrt(abs(state.matrix[0] * state.matrix[3] - state.matrix[1] * state.matrix[2]))
    stroke = Stroke(line, Px(width), state.dashed) if line and width else None
    if svgattr.name(element) == "line":
        fill = None
    if fill is None and stroke is None and server is None:
        return []
    form = _form(element)
    outlines = _read(form, state.matrix, lost)
    if not outlines:
        return []
    if server is not None:
        fill = svgpaint.gradient(server, outlines, state.matrix, state.opacity * state.fill_opacity, state)
    whole = (tuple(step for outline in outlines for step in outline),)
    if fill is None or state.fill_rule != "nonzero":
        return [VectorPath(whole, fill, stroke, state.group)]
    groups = _moved(_split(form), state.matrix)
    if stroke is None or sum(map(len, groups)) == len(whole[0]):
        return [VectorPath(groups, fill, stroke, state.group)]
    return [VectorPath(groups, fill, None, state.group), VectorPath(whole, None, stroke, state.group)]


def _read(form: Form, matrix: Transform, lost: list[str]) -> Outlines:
    """Return the outlines of a form in px of the page, none where its numbers are none, or beyond all measure."""
    try:
        outlines = _moved(_outlines(form), matrix)
    except (ValueError, TypeError, IndexError, ArithmeticError, AssertionError):  # fontTools' ways to say so
        lost.append("a shape that cannot be read")
        return ()
    points = (at for outline in outlines for _, pairs in outline for pair in pairs for at in pair)
    if all(abs(at) < FARTHEST for at in points):
        return outlines
    lost.append("a shape that cannot be read")
    return ()


def _form(element: Element) -> Form:
    """Return what an element's outlines follow from: its lengths without units, and no transform."""
    given = {key: element.attrib[key] for key in FORMS if key in element.attrib}
    given.update((key, str(svgattr.length(given[key]))) for key in LENGTHS if key in given)
    return str(element.tag), tuple(given.items())


@lru_cache(KEPT)
def _outlines(form: Form) -> Outlines:
    """Return the outlines of a form in its own units."""
    tag, given = form
    builder = PathBuilder()
    builder.add_path_from_element(Element(tag, dict(given)))
    pen = _Outlines()
    for data in builder.paths:
        parse_path(data, pen)
    return pen.outlines()


@lru_cache(KEPT)
def _split(form: Form) -> Outlines:
    """Return the outlines of a form as groups to fill even-odd; no transform changes which they are."""
    return split_outlines(_outlines(form))


def _moved(outlines: Outlines, matrix: Transform) -> Outlines:
    """Return outlines in px of the page."""
    a, b, c, d, e, f = matrix
    return tuple(
        tuple((kind, tuple((a * x + c * y + e, b * x + d * y + f) for x, y in points)) for kind, points in outline)
        for outline in outlines
    )


class _Outlines(BasePen):  # type: ignore[misc]
    """Collects outlines as segments."""

    def __init__(self) -> None:
        super().__init__()
        self.done: list[tuple[Segment, ...]] = []
        self.current: list[Segment] = []

    def outlines(self) -> Outlines:
        """Return what was drawn."""
        self._flush()
        return tuple(self.done)

    def _flush(self) -> None:
        if len(self.current) > 1:
            self.done.append(tuple(self.current))
        self.current = []

    def _moveTo(self, pt: tuple[float, float]) -> None:  # noqa: N802 - fontTools' name
        self._flush()
        self.current = [("M", (pt,))]

    def _lineTo(self, pt: tuple[float, float]) -> None:  # noqa: N802
        self.current.append(("L", (pt,)))

    def _curveToOne(self, pt1: tuple[float, float], pt2: tuple[float, float], pt3: tuple[float, float]) -> None:  # noqa: N802
        self.current.append(("C", (pt1, pt2, pt3)))

    def _closePath(self) -> None:  # noqa: N802
        self.current.append(("Z", ()))
        self._flush()

    def _endPath(self) -> None:  # noqa: N802
        self._flush()


def _merge(paths: list[VectorPath]) -> tuple[VectorPath, ...]:
    """Join neighbours that share fill and stroke, so that an icon of one colour is one shape."""
    merged: list[VectorPath] = []
    for path in paths:
        last = merged[-1] if merged else None
        # A gradient goes from edge to edge of its shape: two shapes would become one with another gradient.
        alone = isinstance(path.fill, Gradient) or path.group
        if last and not alone and (last.fill, last.stroke, last.group) == (path.fill, path.stroke, ""):
            merged[-1] = VectorPath(last.outlines + path.outlines, path.fill, path.stroke)
        else:
            merged.append(path)
    return tuple(merged)


def _color(value: str, state: State, opacity: float, lost: list[str]) -> Color | None:
    if value in {"none", "transparent"}:
        return None
    if value.startswith("url("):
        lost.append("gradient or pattern")
        return None
    return svgattr.color(value, state.color, state.opacity * opacity)
