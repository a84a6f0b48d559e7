"""The words within an SVG drawing: what they say, how large and in which colours they are seen. Pure.

What is behind a line of them is what the drawing itself has painted before, looked up at the line's middle.
"""

from __future__ import annotations

import math
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field, replace
from xml.etree.ElementTree import Element

from leafdeck.check.backdrop import Points, holds
from leafdeck.deck import svg, svgattr
from leafdeck.deck.frame import Lettering
from leafdeck.deck.paint import Fill, Rect, Segment, VectorPath
from leafdeck.units import Px

BOLD = {"bold", "bolder", "600", "700", "800", "900"}
USUAL_SIZE = 16.0
"""The size of words whose drawing names none, in its own units (CSS Fonts 4, `medium`)."""
LETTER = 0.5
"""How wide a letter is and how high its middle lies above the baseline, as a share of its size."""
MIDDLE = 0.35


def read(root: Element, rect: Rect) -> tuple[Lettering, ...]:
    """Return the lines of words of an ``<svg>`` drawn into a rectangle, in the order in which they are painted."""
    walk = _Walk()
    walk.element(root, svg.State(svg.view(root, rect)), _Set(), root=True)
    return tuple(walk.found)


@dataclass(frozen=True)
class _Set:
    """How words are set, as an element hands it down."""

    size: float = USUAL_SIZE
    bold: bool = False
    anchor: str = "start"
    x: float = 0.0
    y: float = 0.0


@dataclass
class _Walk:
    """Goes over a drawing in the order in which it is painted."""

    found: list[Lettering] = field(default_factory=list)
    painted: list[VectorPath] = field(default_factory=list)

    def element(self, element: Element, state: svg.State, setting: _Set, *, root: bool = False) -> None:
        kind = svgattr.name(element)
        given = svgattr.given(element)
        if kind in svg.SILENT or given.get("display") == "none" or given.get("visibility") == "hidden":
            return
        state, setting = svg.inherit(state, given), _inherit(setting, given)
        if not root and "transform" in given:
            state = replace(state, matrix=state.matrix.transform(svgattr.matrix(given["transform"])))
        if kind in svg.SHAPES:
            self.painted += svg.shape(element, state, [])
        elif kind in {"text", "tspan"}:
            if element.text:
                self._line(element.text, state, setting)
            for child in element:
                self.element(child, state, setting)
                if child.tail:
                    self._line(child.tail, state, setting)
        elif kind in {"svg", "g", "a"}:
            for child in element:
                self.element(child, state, setting)

    def _line(self, text: str, state: svg.State, setting: _Set) -> None:
        words = " ".join(text.split())
        if not words or state.fill in {"none", "transparent"} or state.fill.startswith("url("):
            return
        a, b, c, d, *_ = state.matrix
        wide = LETTER * setting.size * len(words)
        x = setting.x + {"middle": 0.0, "end": -wide / 2}.get(setting.anchor, wide / 2)
        at = state.matrix.transformPoint((x, setting.y - MIDDLE * setting.size))
        size = Px(setting.size * math.sqrt(abs(a * d - b * c)))
        color = svgattr.color(state.fill, state.color, state.opacity * state.fill_opacity)
        self.found.append(Lettering(words, size, color, at, setting.bold, tuple(self._behind(*at))))

    def _behind(self, x: float, y: float) -> Iterator[Fill]:
        """Yield what is painted at a point, the lowest first."""
        for path in self.painted:
            if path.fill is not None and any(holds(corners(group), x, y) for group in path.outlines):
                yield path.fill


def _inherit(setting: _Set, given: dict[str, str]) -> _Set:
    return _Set(
        size=svgattr.length(given.get("font-size"), setting.size),
        bold=given["font-weight"] in BOLD if "font-weight" in given else setting.bold,
        anchor=given.get("text-anchor", setting.anchor),
        x=svgattr.length(given.get("x"), setting.x),
        y=svgattr.length(given.get("y"), setting.y),
    )


def corners(steps: Iterable[Segment]) -> tuple[Points, ...]:
    """Return the corners of outlines; curves count as the lines between their points."""
    found: list[list[tuple[float, float]]] = []
    for kind, points in steps:
        if kind == "M":
            found.append([])
        if found:
            found[-1] += points
    return tuple(tuple(points) for points in found if points)
