"""Outlines filled by the nonzero rule, split so that filling each group even-odd gives the same picture.

SVG fills nonzero by default (SVG 1.1, 11.3); PowerPoint fills the outlines of one path even-odd. An outline that
winds against the one around it is a hole and stays with it; one that winds the same way is painted by itself.
"""

from __future__ import annotations

from leafdeck.deck.paint import Segment

Outline = tuple[Segment, ...]
Point = tuple[float, float]
STEPS = 8
"""Straight pieces that stand for a curve when areas are compared."""


def split_outlines(outlines: tuple[Outline, ...]) -> tuple[Outline, ...]:
    """Return groups of outlines as one outline each: an outer one with its holes."""
    polygons = [flatten(outline) for outline in outlines]
    areas = [area(polygon) for polygon in polygons]
    order = sorted(range(len(outlines)), key=lambda i: -abs(areas[i]))
    hosts: dict[int, list[int]] = {}
    for index in order:
        host = next(
            (
                other
                for other in reversed(list(hosts))
                if areas[other] * areas[index] < 0 and contains(polygons[other], polygons[index][0])
            ),
            None,
        )
        if host is None:
            hosts[index] = [index]
        else:
            hosts[host].append(index)
    groups = sorted(hosts.values(), key=min)
    return tuple(tuple(step for index in sorted(group) for step in outlines[index]) for group in groups)


def flatten(outline: Outline) -> list[Point]:
    """Return an outline as a polygon."""
    points: list[Point] = []
    for kind, given in outline:
        if kind in "ML":
            points.append(given[0])
        elif kind == "C":
            start = points[-1]
            points.extend(_cubic((start, *given), step / STEPS) for step in range(1, STEPS + 1))
    return points


def area(polygon: list[Point]) -> float:
    """Return the signed area of a polygon (the shoelace formula)."""
    pairs = zip(polygon, polygon[1:] + polygon[:1], strict=True)
    return sum(x1 * y2 - x2 * y1 for (x1, y1), (x2, y2) in pairs) / 2


def contains(polygon: list[Point], point: Point) -> bool:
    """Return whether a point lies in a polygon, by the even-odd rule."""
    x, y = point
    inside = False
    for (x1, y1), (x2, y2) in zip(polygon, polygon[1:] + polygon[:1], strict=True):
        if (y1 > y) != (y2 > y) and x < (x2 - x1) * (y - y1) / (y2 - y1) + x1:
            inside = not inside
    return inside


def _cubic(points: tuple[Point, ...], t: float) -> Point:
    """Return the point of a cubic Bezier curve at a share of its way (Bernstein's form)."""
    weights = (1 - t) ** 3, 3 * (1 - t) ** 2 * t, 3 * (1 - t) * t**2, t**3
    weighted = list(zip(weights, points, strict=True))
    return sum(weight * x for weight, (x, _) in weighted), sum(weight * y for weight, (_, y) in weighted)
