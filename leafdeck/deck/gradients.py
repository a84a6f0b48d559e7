"""Stops of a gradient, moved to where PowerPoint's own gradient over the same box begins and ends. Pure."""

from __future__ import annotations

import math
from collections.abc import Sequence

from leafdeck.deck.paint import Color, Gradient

Stop = tuple[float, Color]


def linear(
    size: tuple[float, float], start: tuple[float, float], end: tuple[float, float], stops: list[Stop]
) -> Gradient:
    """Return a gradient between two points of a box of that size, in px from its top left corner.

    PowerPoint's line goes from corner to corner at its angle, as CSS's own does.
    """
    width, height = size
    angle = math.degrees(math.atan2(end[1] - start[1], end[0] - start[0]))
    dx, dy = math.cos(math.radians(angle)), math.sin(math.radians(angle))
    length = abs(width * dx) + abs(height * dy) or 1.0
    first, last = (((x - width / 2) * dx + (y - height / 2) * dy) / length + 0.5 for x, y in (start, end))
    return Gradient(round(angle, 2) % 360, within([(first + at * (last - first), color) for at, color in stops]))


def radial(
    size: tuple[float, float], center: tuple[float, float], radius: tuple[float, float], stops: list[Stop]
) -> Gradient:
    """Return a gradient about a point of a box, whose stop 1 lies at a radius across and down.

    PowerPoint's goes on to the farthest corner.
    """
    far = [max(at, side - at) for at, side in zip(center, size, strict=True)]
    reach = math.hypot(far[0], far[1] * radius[0] / radius[1]) / radius[0] or 1.0
    place = (center[0] / size[0], center[1] / size[1])
    return Gradient(0, within([(at / reach, color) for at, color in stops]), place)


def svg(
    size: tuple[float, float], kind: str, points: Sequence[float], stops: Sequence[Stop], flat: float = 1.0
) -> bytes:
    """Return a gradient over a box of that size as an SVG file.

    Args:
        size: the box's width and height in px.
        kind: ``linear``, ``radial``, or else one colour.
        points: those of stops 0 and 1, or of the circles there: middle and radius of each.
        stops: from 0 to 1.
        flat: by how much circles are shorter than they are wide.
    """
    if kind == "radial":
        x, y, inner, _, _, outer = points
        place = f'cx="{x:g}" cy="{y:g}" r="{outer:g}" gradientTransform="scale(1 {flat:g})"'
        stops = [((inner + at * (outer - inner)) / outer, shade) for at, shade in stops]
    else:
        ends = points if kind == "linear" else (0.0, 0.0, size[0], 0.0)
        place = " ".join(f'{name}="{at:g}"' for name, at in zip(("x1", "y1", "x2", "y2"), ends, strict=True))
    name = "radialGradient" if kind == "radial" else "linearGradient"
    shades = "".join(f'<stop offset="{at:g}" stop-color="#{c.hex}" stop-opacity="{c.alpha:g}"/>' for at, c in stops)
    box = f'width="{size[0]:g}" height="{size[1]:g}"'
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" {box} viewBox="0 0 {size[0]:g} {size[1]:g}">'
        f'<{name} id="g" gradientUnits="userSpaceOnUse" {place}>{shades}</{name}><rect {box} fill="url(#g)"/></svg>'
    ).encode()


def within(stops: Sequence[Stop]) -> tuple[Stop, ...]:
    """Return stops from 0 to 1; where they reach beyond, the colour at the edge is mixed."""
    inside = [stop for stop in stops if 0 <= stop[0] <= 1]
    before = [stop for stop in stops if stop[0] < 0]
    after = [stop for stop in stops if stop[0] > 1]
    if before and (not inside or inside[0][0] > 0):
        following = (inside or after)[:1]
        inside.insert(0, (0.0, _mix(before[-1], following[0], 0.0) if following else before[-1][1]))
    if after and (not inside or inside[-1][0] < 1):
        inside.append((1.0, _mix(inside[-1], after[0], 1.0) if inside else after[0][1]))
    return tuple((round(share, 5), color) for share, color in inside)


def _mix(one: Stop, other: Stop, at: float) -> Color:
    share = (at - one[0]) / (other[0] - one[0]) if other[0] != one[0] else 0.0
    pairs = [(int(one[1].hex[i : i + 2], 16), int(other[1].hex[i : i + 2], 16)) for i in (0, 2, 4)]
    parts = [round(a * (1 - share) + b * share) for a, b in pairs]
    return Color("".join(f"{part:02x}" for part in parts), one[1].alpha * (1 - share) + other[1].alpha * share)
