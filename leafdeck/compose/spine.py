"""The spine with its marks as inline SVG, and the places of the labels that stand beside it as text.

The drawing has no words of its own: they stand over it in the HTML, so that a page sets them in its own type and a
slide has them as text. Marked bones are filled, a disc and a nerve have the accent's colour; a bracket or a dot with a
leader line says which label belongs to what, so nothing depends on colour. Leader lines never cross.
"""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from markupsafe import Markup as Safe

from leafdeck.brand.model import Brand
from leafdeck.compose import body, leaders, scale, vertebrae
from leafdeck.compose.body import BOTTOM, LEFT, RIGHT, TOP
from leafdeck.compose.sketch import Sketch
from leafdeck.compose.vertebrae import COCCYX, Bone, Point
from leafdeck.guide import inline
from leafdeck.guide.anatomy import LEVELS, Spine, SpineMark
from leafdeck.guide.typography import NO_BREAK

TALL, WIDE = 25, 0.7
"""How tall the body is at most: in letters, and as a share of the drawing's width."""
LINE = 1.35
"""The distance of two lines of a label as a share of their size."""
GAP = 0.7
"""The least space between two labels, in letters."""
REACH = 1.6
"""The room for a leader line beside the body, in letters."""
NARROWEST, WIDEST = 4, 24
"""The narrowest and the widest a column of labels is, in letters."""
SHARES = (0.5, 0.46, 0.54, 0.42, 0.58, 0.38, 0.62)
"""The shares of the room for labels that the left ones may have, the first first among equals."""
HAIR = 1.1
DOT = 0.18


class Label(NamedTuple):
    """Where the words of a mark stand, in px from the drawing's top left corner."""

    mark: SpineMark
    words: str
    side: str
    x: float
    y: float
    width: float
    height: float


class Drawn(NamedTuple):
    """A drawing with its labels, in reading order, and its size in px.

    ``texts`` says whether the labels' texts fit; ``names`` whether at least their names do, or only the places.
    """

    svg: Safe
    labels: tuple[Label, ...]
    width: float
    height: float
    texts: bool
    names: bool


@dataclass(frozen=True)
class Spines:
    """Draws spines in a brand's colours."""

    brand: Brand

    def __call__(  # noqa: PLR0913, PLR0917 - what, its words, and how large
        self,
        section: Spine,
        places: Sequence[str],
        title: str,
        width: float,
        height: float,
        size: float,
        *,
        texts: bool = True,
        most: float = math.inf,
    ) -> Drawn:
        """Return a spine with its marks.

        Args:
            section: the author's marks.
            places: where each mark is, in words, to stand behind its label.
            title: what a screen reader says.
            width: the most it may take, in CSS px.
            height: its height; 0 for what its labels need.
            size: the size of its text.
            texts: whether the labels have texts, where they fit, or names only.
            most: how high it may be if its labels need more.
        """
        return _Drawing(self.brand, section, places, (width, height), size, most, texts=texts).drawn(title)


@dataclass
class _Side:
    """The labels on one side: their marks, and the points that the leader lines come from."""

    marks: list[int]
    width: float = 0.0


class _Drawing:
    """One spine being drawn."""

    def __init__(  # noqa: PLR0913, PLR0917 - what, its words, and how large
        self,
        brand: Brand,
        section: Spine,
        places: Sequence[str],
        room: tuple[float, float],
        size: float,
        most: float,
        *,
        texts: bool,
    ) -> None:
        self.brand, self.marks, self.places, self.size = brand, section.marks, places, size
        self.column, self.texts, self.names = vertebrae.column(), texts, True
        self.left, self.right = self._sides()
        tall = room[1] or min(TALL * size, WIDE * room[0])
        beside = sum((REACH + NARROWEST) * size for side in (self.left, self.right) if side.marks)
        tall = min(tall, max(size, room[0] - beside) / (RIGHT - LEFT) * (BOTTOM - TOP))
        self.scale = tall / (BOTTOM - TOP)
        self._share(room[0])
        most = room[1] or most
        self.texts = texts and self._needed() <= most
        self.names = self.texts or self._needed() <= most
        self.height = room[1] or max(tall, self._needed())
        between = REACH * size
        start = self.left.width + between if self.left.marks else 0.0
        self.origin = (start - LEFT * self.scale, (self.height - tall) / 2 - TOP * self.scale)
        self.edges = (start, start + (RIGHT - LEFT) * self.scale)
        self.width = self.edges[1] + (between + self.right.width if self.right.marks else 0.0)
        self.sketch = Sketch(self.width, self.height, size, brand.family)

    def _sides(self) -> tuple[_Side, _Side]:
        """Say which marks have their labels in front of the body and which behind it, from the top down."""
        front, back, end = [], [], -1
        for index in sorted(range(len(self.marks)), key=lambda index: self.marks[index].levels.first):
            mark, found = self.marks[index], self.marks[index].levels
            if mark.nerve or found.disc or found.first == found.last != COCCYX or found.first <= end:
                front.append(index)
            else:
                back.append(index)
                end = found.last
        return _Side(front), _Side(back)

    def _lines(self, index: int, width: float) -> float:
        """Return how many lines a label takes at a width, rather too many than too few."""
        mark = self.marks[index]
        name = f"{inline.smart(mark.label)} " if self.names else ""
        head = scale.wrapped(f"{name}{self._where(index, width)}", width / 1.06, self.size)
        text = inline.to_plain(mark.text, cite=lambda _: "") if mark.text and self.texts else ""
        return len(head) + (len(scale.wrapped(text, width, self.size)) if text else 0)

    def _where(self, index: int, width: float) -> str:
        """Return where a mark is, on one line if the label is wide enough."""
        place = self.places[index]
        return place.replace(" ", NO_BREAK) if scale.width(place, self.size) <= width else place

    def _tall(self, index: int, width: float) -> float:
        return self._lines(index, width) * LINE * self.size

    def _needed(self) -> float:
        """Return how tall the taller column of labels is."""
        return max(self._stack(side, side.width) for side in (self.left, self.right))

    def _stack(self, side: _Side, width: float) -> float:
        """Return how tall a side's labels are below each other."""
        return sum(self._tall(index, width) + GAP * self.size for index in side.marks) - GAP * self.size

    def _share(self, room: float) -> None:
        """Give the columns of labels their widths."""
        used = [side for side in (self.left, self.right) if side.marks]
        free = max(0.0, room - (RIGHT - LEFT) * self.scale - len(used) * REACH * self.size)
        for side, share in zip(used, self._best(free) if len(used) > 1 else (1.0,), strict=True):
            side.width = max(NARROWEST * self.size, min(WIDEST * self.size, share * free))

    def _best(self, free: float) -> tuple[float, float]:
        """Return the shares of two columns with which the taller one is as low as can be."""

        def tallest(share: float) -> float:
            return max(self._stack(self.left, share * free), self._stack(self.right, (1 - share) * free))

        least = min(0.5, NARROWEST * self.size / free) if free else 0.5
        share = min(max(min(SHARES, key=tallest), least), 1 - least)
        return share, 1 - share

    def place(self, point: Point) -> Point:
        """Return where a point of the body stands in the drawing."""
        return self.origin[0] + point[0] * self.scale, self.origin[1] + point[1] * self.scale

    def drawn(self, title: str) -> Drawn:
        self._put(body.torso(), fill=self.brand.color("--brand-primary-tint"))
        self._spine()
        for mark in self.marks:
            if mark.nerve:
                self._nerve(mark)
        labels = [*self._labels(self.left, "left"), *self._labels(self.right, "right")]
        labels.sort(key=lambda label: (label.mark.levels.first, label.y))
        svg = self.sketch.svg(title, class_="spine-drawing")
        return Drawn(svg, tuple(labels), self.width, self.height, self.texts, self.names)

    def _put(self, *outlines: vertebrae.Outline, **look: object) -> None:
        self.sketch.put("path", d=vertebrae.path(outlines, self.place), **look)

    def _spine(self) -> None:
        fills = self._fills()
        discs = {LEVELS[mark.levels.first] for mark in self.marks if mark.levels.disc}
        tint, accent, page = (self.brand.color(f"--brand-{name}") for name in ("accent-tint", "accent", "page"))
        for bone in self.column.bones:
            if bone.arch:
                self._put(*bone.arch, **self._look(fills, bone))
        line = {"stroke": self.brand.color("--brand-primary"), "stroke_width": HAIR}
        for disc in self.column.discs:
            if disc.level not in discs:
                self._put(disc.outline, fill=tint, **line)
        for bone in self.column.bones:
            self._put(*bone.body, **self._look(fills, bone))
        for disc in self.column.discs:
            if disc.level in discs:
                self._put(disc.outline, fill=accent, stroke=page, stroke_width=HAIR)

    def _look(self, fills: Mapping[str, str], bone: Bone) -> dict[str, object]:
        """Return how a bone is painted; one in full colour has a pale outline, which parts it from the next."""
        fill, page, primary = (
            fills.get(bone.level),
            self.brand.color("--brand-page"),
            self.brand.color("--brand-primary"),
        )
        return {"fill": fill or page, "stroke": page if fill == primary else primary, "stroke_width": HAIR}

    def _fills(self) -> dict[str, str]:
        """Return what the marked bones are filled with: neighbours in turns, a highlighted stretch in full colour."""
        bones = sorted(
            (mark for mark in self.marks if not mark.nerve and not mark.levels.disc),
            key=lambda mark: (mark.highlight, mark.levels.first),
        )
        found = {}
        for turn, mark in enumerate(bones):
            name = "--brand-primary" if mark.highlight else ("--brand-rule", "--brand-primary-soft")[turn % 2]
            found.update(dict.fromkeys((LEVELS[place] for place in _places(mark)), self.brand.color(name)))
        return found

    def _nerve(self, mark: SpineMark) -> None:
        """Draw nerves as cords: a dark line with a bright one on it."""
        for cord in body.nerves([self.column.bones[index] for index in _places(mark)]):
            width = max(2.2 * cord.thick * self.scale, cord.thick)
            outline: vertebrae.Outline = (("M", cord.points[:1]), ("C", cord.points[1:]))
            for color, extra in (("--brand-ink", 1.4), ("--brand-accent", 0.0)):
                look = {"stroke": self.brand.color(color), "stroke_width": width + extra}
                self._put(outline, fill="none", stroke_linecap="round", **look)

    def _labels(self, side: _Side, name: str) -> list[Label]:
        """Place the labels of a side and draw their leader lines."""
        if not side.marks:
            return []
        anchors = sorted((self._anchor(index, name), index) for index in side.marks)
        anchors.sort(key=lambda entry: entry[0][1])
        heights = [self._tall(index, side.width) for _, index in anchors]
        wanted = [point[1] for point, _ in anchors]
        tops = leaders.spread(wanted, heights, GAP * self.size, (0.0, self.height))
        turns = leaders.spread(wanted, [0.0] * len(wanted), 0.35 * self.size, (0.0, self.height))
        found = []
        inner = self.edges[0] if name == "left" else self.edges[1]
        outer = inner + (1 if name == "right" else -1) * (REACH - 0.4) * self.size
        at = 0.0 if name == "left" else self.width - side.width
        for (point, index), top, tall, turn in zip(anchors, tops, heights, turns, strict=True):
            self._leader((point, (inner, turn), (outer, top + tall / 2)), dot=self._pointed(index))
            found.append(Label(self.marks[index], self._where(index, side.width), name, at, top, side.width, tall))
        return found

    def _pointed(self, index: int) -> bool:
        """Return whether a mark is one point, not a stretch with a bracket."""
        found = self.marks[index].levels
        return self.marks[index].nerve or found.disc or found.first == found.last

    def _anchor(self, index: int, side: str) -> Point:
        """Return where a mark's leader line begins; a stretch of bones gets its bracket."""
        mark, bones = self.marks[index], self.column.bones
        if mark.nerve:
            return self.place(body.nerve_point([bones[place] for place in _places(mark)]))
        if mark.levels.disc:
            x, y = self.column.discs[mark.levels.first - LEVELS.index("C2")].front
            return self.place((x + 2, y))
        stretch = [bones[place] for place in _places(mark)]
        if self._pointed(index):
            x, y = stretch[0].front if side == "left" else stretch[0].back
            return self.place((x + (6 if side == "left" else -4), y))
        return self._bracket(stretch, side)

    def _bracket(self, stretch: Sequence[Bone], side: str) -> Point:
        """Draw a bracket beside some bones and return its middle."""
        top, bottom = self.place(stretch[0].top)[1], self.place(stretch[-1].bottom)[1]
        if stretch[-1].level == "coccyx":
            bottom = self.place((0, stretch[-1].bottom[1] + 2))[1]
        inset, tick = 1.5, 0.4 * self.size
        if side == "right":
            x = self.place((max(bone.back[0] for bone in self.column.bones) + 6, 0))[0]
            tip = x - tick
        else:
            x = self.place((min(bone.front[0] for bone in self.column.bones) - 6, 0))[0]
            tip = x + tick
        top, bottom = top + inset, max(bottom - inset, top + inset + 4)
        d = f"M{tip:.1f} {top:.1f}L{x:.1f} {top:.1f}L{x:.1f} {bottom:.1f}L{tip:.1f} {bottom:.1f}"
        self.sketch.put("path", d=d, fill="none", stroke=self.brand.color("--brand-ink"), stroke_width=1.6)
        return x, (top + bottom) / 2

    def _leader(self, points: Sequence[Point], *, dot: bool) -> None:
        ink = self.brand.color("--brand-ink")
        if dot:
            self.sketch.put("circle", cx=points[0][0], cy=points[0][1], r=DOT * self.size, fill=ink)
        d = "M" + "L".join(f"{x:.1f} {y:.1f}" for x, y in points)
        self.sketch.put("path", class_="spine-leader", d=d, fill="none", stroke=ink, stroke_width=1.2)


def _places(mark: SpineMark) -> range:
    return range(mark.levels.first, mark.levels.last + 1)
