"""Gradients of a drawing (SVG 1.1, 13.2) as those of a shape. Pure."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from typing import Protocol
from xml.etree.ElementTree import Element

from fontTools.misc.transform import Transform

from leafdeck.deck import gradients, svgattr
from leafdeck.deck.paint import Gradient, Rect, Segment

KINDS = ("linearGradient", "radialGradient")
HREFS = ("href", "{http://www.w3.org/1999/xlink}href")
DEEPEST = 9
"""How many gradients may take their stops from one another."""


class Inherited(Protocol):
    """What a shape inherits."""

    @property
    def color(self) -> str: ...  # noqa: D102
    @property
    def servers(self) -> Mapping[str, Element]: ...  # noqa: D102


def servers(svg: Element) -> dict[str, Element]:
    """Return a drawing's gradients by their ids."""
    return {element.get("id", ""): element for element in svg.iter() if svgattr.name(element) in KINDS}


def server(value: str, known: Mapping[str, Element]) -> Element | None:
    """Return the gradient that a fill names; None for anything else."""
    found = re.match(r"""url\(\s*["']?#([^"')]+)""", value)
    return known.get(found[1]) if found else None


def gradient(
    element: Element,
    outlines: Sequence[Sequence[Segment]],
    matrix: Transform,
    opacity: float,
    inherited: Inherited,
) -> Gradient | None:
    """Return a gradient over what outlines enclose; None when it has no stops or no place.

    Args:
        element: the gradient's element.
        outlines: what it fills, in px of the page.
        matrix: from the shape's own units to px of the page.
        opacity: how far it is faded.
        inherited: what the shape inherits.
    """
    chain = _chain(element, inherited.servers)
    given = {key: value for one in reversed(chain) for key, value in one.attrib.items()}
    stops = _stops(next((one for one in chain if len(one)), element), opacity, inherited)
    points = [point for outline in outlines for _, steps in outline for point in steps]
    left, top = min(x for x, _ in points), min(y for _, y in points)
    rect = Rect.of(left, top, max(x for x, _ in points) - left, max(y for _, y in points) - top)
    if not stops or not rect.width or not rect.height:
        return None
    if given.get("gradientUnits") != "userSpaceOnUse":
        matrix = Transform(rect.width, 0, 0, rect.height, rect.x, rect.y)
    matrix = matrix.transform(svgattr.matrix(given.get("gradientTransform", "")))

    def at(x: str, y: str, other: tuple[float, float]) -> tuple[float, float]:
        place = matrix.transformPoint((svgattr.share(given.get(x), other[0]), svgattr.share(given.get(y), other[1])))
        return place[0] - rect.x, place[1] - rect.y

    size = (float(rect.width), float(rect.height))
    if svgattr.name(element) == "linearGradient":
        return gradients.linear(size, at("x1", "y1", (0, 0)), at("x2", "y2", (1, 0)), stops)
    center = at("cx", "cy", (0.5, 0.5))
    radius = svgattr.share(given.get("r"), 0.5)
    across = matrix.transformPoint((radius, 0))[0] - matrix.transformPoint((0, 0))[0]
    down = matrix.transformPoint((0, radius))[1] - matrix.transformPoint((0, 0))[1]
    return gradients.radial(size, center, (abs(across), abs(down)), stops) if across and down else None


def _chain(element: Element, known: Mapping[str, Element]) -> list[Element]:
    """Return a gradient and those that it takes its stops and attributes from."""
    chain = [element]
    while len(chain) < DEEPEST:
        href = next((chain[-1].get(name, "") for name in HREFS if chain[-1].get(name)), "")
        following = known.get(href.removeprefix("#"))
        if following is None:
            break
        chain.append(following)
    return chain


def _stops(element: Element, opacity: float, inherited: Inherited) -> list[gradients.Stop]:
    stops: list[gradients.Stop] = []
    for stop in element:
        if svgattr.name(stop) == "stop":
            given = svgattr.given(stop)
            place = max(svgattr.share(given.get("offset"), 0.0), stops[-1][0] if stops else 0.0)
            shade = svgattr.share(given.get("stop-opacity")) * opacity
            stops.append((place, svgattr.color(given.get("stop-color", "black"), inherited.color, shade)))
    if stops:
        # The first and the last colour go on to the edges.
        stops = [(min(0.0, stops[0][0]), stops[0][1]), *stops, (max(1.0, stops[-1][0]), stops[-1][1])]
    return list(dict.fromkeys(stops))
