"""What is drawn around the spine, in its own millimetres (`vertebrae`): the body's outline, and nerves. Pure.

Nerves leave the spine between its bones. Those of the neck and of the lower back join in a trunk that goes on
down, those of the chest go forward, each by itself. Only what a reader needs to see where a nerve goes is drawn.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from leafdeck.compose.vertebrae import Bone, Outline, Point

BACK = (
    (50, -30), (46, 30), (60, 105), (86, 195), (96, 290), (90, 380), (77, 460), (68, 525), (76, 590), (104, 650),
    (126, 715), (124, 775), (108, 830),
)  # fmt: skip
FRONT = (
    (-112, 830), (-108, 780), (-98, 725), (-120, 660), (-138, 590), (-142, 520), (-132, 430), (-132, 350), (-124, 280),
    (-96, 210), (-62, 150), (-68, 90), (-72, 30), (-80, -30),
)  # fmt: skip
"""Points of the outline, from the nape to the thigh and up again at the front."""

LEFT, RIGHT, TOP, BOTTOM = -142.0, 127.0, -30.0, 830.0
"""Its edges."""

THIN, THICK = 1.4, 2.2


@dataclass(frozen=True)
class Cord:
    """A nerve as one cubic curve: its four points, and how thick it is."""

    points: tuple[Point, Point, Point, Point]
    thick: float


def torso() -> Outline:
    """Return the outline of the body from the neck to the thighs, its front to the left."""
    return (("M", (BACK[0],)), *_smooth(BACK), *_smooth(FRONT), ("Z", ()))


def nerves(roots: Sequence[Bone]) -> tuple[Cord, ...]:
    """Return the nerves that leave the spine at some bones."""
    start = _trunk(roots)
    if start is None:
        return tuple(_alone(bone) for bone in roots)
    joined = [_joining(bone.foramen, start) for bone in roots]
    x, y = start
    return (*joined, Cord((start, (x - 4, y + 30), (x + 4, y + 60), _end(start)), THICK))


def nerve_point(roots: Sequence[Bone]) -> Point:
    """Return where a label points to."""
    start = _trunk(roots)
    if start is None:
        return _alone(roots[0]).points[-1]
    return _end(start)[0] - 10, _end(start)[1] - 26


def _alone(bone: Bone) -> Cord:
    x, y = bone.foramen
    return Cord(((x, y), (x - 25, y + 4), (x - 45, y + 20), (x - 55, y + 45)), THIN)


def _joining(foramen: Point, start: Point) -> Cord:
    x, y = foramen
    return Cord(((x, y), (x - 4, y + 22), (start[0] + 6, start[1] - 40), start), THIN)


def _trunk(roots: Sequence[Bone]) -> Point | None:
    """Return where nerves join: in front of the lowest one; None in the chest."""
    if {bone.level[0] for bone in roots} == {"T"}:
        return None
    lowest = roots[-1]
    return lowest.front[0] - 34, lowest.foramen[1] + 20


def _end(start: Point) -> Point:
    """Return where a trunk leaves the drawing."""
    return start[0] + 26, min(start[1] + 110, BOTTOM)


def _smooth(points: Sequence[Point]) -> tuple[tuple[str, tuple[Point, ...]], ...]:
    """Return a curve through points (Catmull-Rom) as commands of a path."""
    padded = (points[0], *points, points[-1])
    made: list[tuple[str, tuple[Point, ...]]] = [("L", (points[0],))]
    for (before, start), (end, after) in zip(pairwise(padded[:-2]), pairwise(padded[2:]), strict=True):
        one = (start[0] + (end[0] - before[0]) / 6, start[1] + (end[1] - before[1]) / 6)
        two = (end[0] - (after[0] - start[0]) / 6, end[1] - (after[1] - start[1]) / 6)
        made.append(("C", (one, two, end)))
    return tuple(made)
