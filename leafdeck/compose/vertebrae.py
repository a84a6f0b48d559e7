"""The spine from the side as outlines: vertebrae of their usual proportions, set along its natural curves. Pure.

Lengths are in millimetres of an adult; x grows towards the back, y towards the feet, and the top of C1 is at the
origin. The drawing is our own. Sizes and angles are rounded from common anatomy: small bodies in the neck, large
ones in the lower back; a curve forwards in the neck and the lower back, backwards in the chest and the sacrum.
"""

from __future__ import annotations

import math
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import cache
from itertools import pairwise

from leafdeck.guide.anatomy import LEVELS

Point = tuple[float, float]
Outline = tuple[tuple[str, tuple[Point, ...]], ...]
"""Commands of an SVG path, M, L, Q, C or Z, each with its points."""

FIRST_SACRAL = LEVELS.index("S1")
COCCYX = LEVELS.index("coccyx")

TILTS = (
    ("C1", -20), ("C4", -2), ("C7", 18), ("T1", 21), ("T4", 14), ("T7", 0), ("T10", -12), ("L1", -17), ("L3", -3),
    ("L5", 19), ("S1", 42), ("S2", 32), ("S3", 12), ("S4", -14), ("S5", -30), ("coccyx", -42),
)  # fmt: skip
"""How far the spine leans towards the back on its way down, in degrees, at some levels; it turns evenly between."""

HEIGHTS = (
    ("C1", 9), ("C2", 17), ("C3", 14), ("C7", 15), ("T1", 17), ("T12", 25), ("L1", 27), ("L5", 28), ("S1", 28),
    ("S5", 14), ("coccyx", 27),
)  # fmt: skip
DEPTHS = (
    ("C1", 9), ("C2", 18), ("C7", 19), ("T1", 20), ("T12", 34), ("L1", 36), ("L5", 39), ("S1", 35), ("S2", 26),
    ("S5", 11), ("coccyx", 10),
)  # fmt: skip
DISCS = (("C1", 1), ("C2", 5), ("C7", 5), ("T1", 4.5), ("T9", 5), ("T12", 7), ("L1", 9), ("L4", 12), ("L5", 10))
"""The gap below a level."""

PILLARS = (("C1", 9), ("C7", 10), ("T1", 10), ("T12", 13), ("L1", 14), ("L5", 14))
"""How far the joints reach behind the body."""
SPINES = (
    ("C1", 7), ("C2", 19), ("C3", 12), ("C5", 14), ("C6", 19), ("C7", 28), ("T1", 29), ("T5", 34), ("T9", 30),
    ("T12", 22), ("L1", 25), ("L3", 28), ("L5", 21),
)  # fmt: skip
"""How long a spinous process is."""
DROOPS = (("C1", 0), ("C2", 18), ("C7", 20), ("T1", 26), ("T5", 56), ("T8", 54), ("T11", 26), ("L1", 10), ("L5", 8))
"""How far it points down, in degrees from the level's own plane."""
THICKS = (("C1", 5), ("C2", 9), ("C3", 5.5), ("C7", 8), ("T1", 7.5), ("T8", 7), ("T12", 14), ("L1", 18), ("L5", 17))
"""How thick it is at its end."""


@dataclass(frozen=True)
class Bone:
    """A bone of the spine, or one of the five that have become the sacrum.

    Attributes:
        level: its name, as in `LEVELS`.
        body: the outlines of its body.
        arch: those of what lies behind, drawn first.
        front, back: the middle of its front edge, the point farthest back.
        top, bottom: its middle at its two ends.
        foramen: where its nerve leaves the spine.
    """

    level: str
    body: tuple[Outline, ...]
    arch: tuple[Outline, ...]
    front: Point
    back: Point
    top: Point
    bottom: Point
    foramen: Point


@dataclass(frozen=True)
class Disc:
    """A disc below a level."""

    level: str
    outline: Outline
    front: Point


@dataclass(frozen=True)
class Column:
    """The whole spine."""

    bones: tuple[Bone, ...]
    discs: tuple[Disc, ...]


@dataclass(frozen=True)
class _Frame:
    """A place on the spine: u points to the back, v down along the spine."""

    x: float
    y: float
    tilt: float

    def at(self, u: float, v: float) -> Point:
        sine, cosine = math.sin(self.tilt), math.cos(self.tilt)
        return self.x + u * cosine + v * sine, self.y - u * sine + v * cosine

    def outline(self, *commands: tuple[str, tuple[Point, ...]]) -> Outline:
        return tuple((letter, tuple(self.at(*point) for point in points)) for letter, points in commands)


@cache
def column() -> Column:
    """Return the spine."""
    frames = _frames()
    bones: list[Bone] = []
    for index, frame in enumerate(frames):
        below = frames[index + 1] if index + 1 < len(frames) else None
        bones.append(_bone(index, frame, below))
    discs = tuple(_disc(index, frames) for index in range(LEVELS.index("C2"), FIRST_SACRAL))
    return Column(tuple(bones), discs)


def _value(table: Sequence[tuple[str, float]], index: float) -> float:
    """Return a table's value at a level, evenly between those it names."""
    places = [(LEVELS.index(level), value) for level, value in table]
    if index <= places[0][0]:
        return places[0][1]
    for (start, before), (end, after) in pairwise(places):
        if index <= end:
            return before + (after - before) * (index - start) / (end - start)
    return places[-1][1]


def _frames() -> tuple[_Frame, ...]:
    """Return the middle of each level, going down the spine in small steps."""
    x = y = 0.0
    found: list[_Frame] = []
    for index in range(len(LEVELS)):
        gap = _value(DISCS, index) if index < FIRST_SACRAL else 1.0
        way = _value(HEIGHTS, index) / 2
        tilt = math.radians(_value(TILTS, index))
        x, y = _gone((x, y), index - 0.5, index, way)
        found.append(_Frame(x, y, tilt))
        x, y = _gone((x, y), index, index + 0.5, way + gap)
    return tuple(found)


def _gone(start: Point, before: float, after: float, way: float) -> Point:
    steps = 8
    x, y = start
    for step in range(steps):
        tilt = math.radians(_value(TILTS, before + (after - before) * (step + 0.5) / steps))
        x, y = x + way / steps * math.sin(tilt), y + way / steps * math.cos(tilt)
    return x, y


def _bone(index: int, frame: _Frame, below: _Frame | None) -> Bone:
    level = LEVELS[index]
    high, deep = _value(HEIGHTS, index) / 2, _value(DEPTHS, index) / 2
    ends = {"top": frame.at(0, -high), "bottom": frame.at(0, high)}
    if index >= FIRST_SACRAL:
        body = _coccyx(frame, high, deep) if index == COCCYX else (_sacral(index, frame, high, deep),)
        back = frame.at(deep + 3, 0)
        return Bone(level, body, (), frame.at(-deep, 0), back, foramen=frame.at(-deep + 2, high), **ends)
    arch, tip = _arch(index, frame, high, deep)
    foramen = frame.at(deep + 1.5, high + (0 if below is None else _value(DISCS, index) / 2))
    if level == "C1":
        ring = _ellipse(frame, (-9, 1), (4, 5))
        return Bone(level, (ring,), (arch,), frame.at(-13, 1), tip, foramen=foramen, **ends)
    bodies = [_body(frame, high, deep)]
    if level == "C2":
        bodies.insert(0, _ellipse(frame, (-2.5, -high - 3), (3.2, 9)))
    return Bone(level, tuple(bodies), (arch,), frame.at(-deep, 0), tip, foramen=foramen, **ends)


def _body(frame: _Frame, high: float, deep: float) -> Outline:
    """Return a body: a box with round corners, narrower at its waist."""
    round_, waist = 0.16 * 2 * deep, 0.1 * 2 * deep
    return frame.outline(
        ("M", ((-deep + round_, -high),)),
        ("L", ((deep - round_, -high),)),
        ("Q", ((deep, -high), (deep, -high + round_))),
        ("Q", ((deep - waist, 0), (deep, high - round_))),
        ("Q", ((deep, high), (deep - round_, high))),
        ("L", ((-deep + round_, high),)),
        ("Q", ((-deep, high), (-deep, high - round_))),
        ("Q", ((-deep + waist, 0), (-deep, -high + round_))),
        ("Q", ((-deep, -high), (-deep + round_, -high))),
        ("Z", ()),
    )


def _arch(index: int, frame: _Frame, high: float, deep: float) -> tuple[Outline, Point]:
    """Return what lies behind a body: pedicle, joints and spinous process; and the process's end."""
    reach, long = _value(PILLARS, index), _value(SPINES, index)
    droop, thick = math.radians(_value(DROOPS, index)), _value(THICKS, index) / 2
    start = (deep + 0.62 * reach, 0.1 * high)
    along = (math.cos(droop), math.sin(droop))
    across = (-along[1], along[0])

    def point(way: float, side: float) -> Point:
        return start[0] + way * along[0] + side * across[0], start[1] + way * along[1] + side * across[1]

    end = 0.38 * reach + long
    root = min(1.15 * thick, 0.75 * high)
    outline = frame.outline(
        ("M", ((deep - 4, -0.72 * high),)),
        ("Q", ((deep + 0.3 * reach, -0.7 * high), (deep + 0.55 * reach, -1.25 * high))),
        ("Q", ((deep + 0.8 * reach, -1.3 * high), (deep + 0.95 * reach, -0.55 * high))),
        ("Q", (point(0.3 * end, -root), point(end - thick, -thick))),
        ("Q", (point(end + 0.35 * thick, -thick), point(end + 0.25 * thick, 0))),
        ("Q", (point(end + 0.35 * thick, 1.15 * thick), point(end - thick, 1.1 * thick))),
        ("Q", (point(0.45 * end, 0.75 * root), (deep + 0.95 * reach, 0.75 * high))),
        ("Q", ((deep + 0.9 * reach, 1.3 * high), (deep + 0.55 * reach, 1.2 * high))),
        ("Q", ((deep + 0.42 * reach, 0.2 * high), (deep - 4, 0.02 * high))),
        ("Z", ()),
    )
    return outline, frame.at(*point(end + 0.25 * thick, 0))


def _ellipse(frame: _Frame, middle: Point, radii: Point) -> Outline:
    (u, v), (a, b) = middle, radii
    k = 0.5523
    return frame.outline(
        ("M", ((u, v - b),)),
        ("C", ((u + k * a, v - b), (u + a, v - k * b), (u + a, v))),
        ("C", ((u + a, v + k * b), (u + k * a, v + b), (u, v + b))),
        ("C", ((u - k * a, v + b), (u - a, v + k * b), (u - a, v))),
        ("C", ((u - a, v - k * b), (u - k * a, v - b), (u, v - b))),
        ("Z", ()),
    )


def _sacral(index: int, frame: _Frame, high: float, deep: float) -> Outline:
    """Return a segment of the sacrum: it narrows towards the next one, and has a low crest at its back."""
    above = (_value(DEPTHS, index - 0.5) if index > FIRST_SACRAL else _value(DEPTHS, index) * 1.06) / 2
    below = _value(DEPTHS, index + 0.5) / 2 if LEVELS[index] != "S5" else 0.8 * deep
    crest = 8 - 1.6 * (index - FIRST_SACRAL)
    return frame.outline(
        ("M", ((-above, -high),)),
        ("L", ((above + 1, -high),)),
        ("Q", ((deep + crest, -0.5 * high), (deep + 0.75 * crest, 0.35 * high))),
        ("Q", ((deep + 0.5 * crest, 0.9 * high), (below + 1, high))),
        ("L", ((-below, high),)),
        ("Q", ((-deep + 0.12 * deep, 0), (-above, -high))),
        ("Z", ()),
    )


def _coccyx(frame: _Frame, high: float, deep: float) -> tuple[Outline, ...]:
    """Return the three small bones at the end, each smaller than the one above."""
    parts, top = [], -high
    for share, width in ((0.42, 1.0), (0.33, 0.72), (0.25, 0.46)):
        tall = share * 2 * high
        parts.append(_part(frame, top + 0.5, top + tall - 0.5, width * deep))
        top += tall
    return tuple(parts)


def _part(frame: _Frame, top: float, bottom: float, wide: float) -> Outline:
    narrow, bend = 0.75 * wide, 0.06

    def at(u: float, v: float) -> Point:
        return u - bend * (v + 13) ** 2 / 4, v

    middle = (top + bottom) / 2
    return frame.outline(
        ("M", (at(-wide, top),)),
        ("Q", (at(0, top - 1.5), at(wide, top))),
        ("Q", (at(1.1 * wide, middle), at(narrow, bottom))),
        ("Q", (at(0, bottom + 1.5), at(-narrow, bottom))),
        ("Q", (at(-1.1 * wide, middle), at(-wide, top))),
        ("Z", ()),
    )


def _disc(index: int, frames: tuple[_Frame, ...]) -> Disc:
    """Return the disc between two bodies, a little rounder in front."""
    above, below = frames[index], frames[index + 1]
    high, low = _value(HEIGHTS, index) / 2, _value(HEIGHTS, index + 1) / 2
    deep = _value(DEPTHS, index) / 2 - 0.8
    under = min(_value(DEPTHS, index + 1) / 2 - 0.8, deep * 1.1)
    a, b = above.at(-deep, high + 0.4), above.at(deep, high + 0.4)
    c, d = below.at(under, -low - 0.4), below.at(-under, -low - 0.4)
    bulge = above.at(-deep - 2.2, high + _value(DISCS, index) / 2)
    outline: Outline = (("M", (a,)), ("L", (b,)), ("L", (c,)), ("L", (d,)), ("Q", (bulge, a)), ("Z", ()))
    return Disc(LEVELS[index], outline, ((a[0] + d[0]) / 2 - 1, (a[1] + d[1]) / 2))


def path(outlines: Sequence[Outline], place: Callable[[Point], Point]) -> str:
    """Return outlines as the data of an SVG path, each point put where `place` says."""
    made = []
    for outline in outlines:
        for letter, points in outline:
            made.append(letter + " ".join(f"{x:.2f} {y:.2f}" for x, y in map(place, points)))
    return "".join(made)
