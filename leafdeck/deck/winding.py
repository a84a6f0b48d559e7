"""Outlines filled by the nonzero rule, split so that filling each group even-odd gives the same picture.

SVG fills nonzero by default (SVG 1.1, 11.3); PowerPoint fills the outlines of one path even-odd. An outline that
winds against the one around it is a hole and stays with it; one that winds the same way is painted by itself.
"""

from __future__ import annotations

from leafdeck.deck.paint import Segment

Outline = tuple[Segment, ...]
Point = tuple[float, float]
MOSTLY = 0.5
"""An outline with a larger share of its corners in another lies within it, even where their edges touch."""

STEPS = 8
"""Straight pieces that stand for a curve when areas are compared."""


def split_outlines(outlines: tuple[Outline, ...]) -> tuple[Outline, ...]:
    """Return groups of outlines as one outline each: an outer one with its holes.

    An outline that only winds further round what is painted anyway is left out: even-odd, it would be a hole.
    """
    polygons = [flatten(outline) for outline in outlines]
    areas = [area(polygon) for polygon in polygons]
    turns = [(value > 0) - (value < 0) for value in areas]
    order = sorted(range(len(outlines)), key=lambda i: -abs(areas[i]))
    groups: dict[int, list[int]] = {}
    for rank, index in enumerate(order):
        shares = {other: _share_within(polygons[index], polygons[other]) for other in order[:rank]}
        around = [other for other, share in shares.items() if share > MOSTLY]
        outside = sum(turns[other] for other in around)
        hosts = [other for other in around if other in groups]
        if not outside or not hosts:
            groups[index] = [index]
        elif outside + turns[index] == 0:
            groups[hosts[-1]].append(index)
        elif all(shares[other] < 1 for other in around):
            groups[index] = [index]
    found = sorted(groups.values(), key=min)
    return tuple(tuple(step for index in sorted(group) for step in outlines[index]) for group in found)


def _share_within(polygon: list[Point], other: list[Point]) -> float:
    """Return the share of a polygon's corners that lie in another."""
    return sum(contains(other, point) for point in polygon) / len(polygon)


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
