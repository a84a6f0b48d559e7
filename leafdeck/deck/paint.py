"""Where and how things are drawn: rectangles, colours, borders, fonts, outlines. Lengths are CSS pixels of the page."""

from __future__ import annotations

from dataclasses import dataclass

from leafdeck.units import Px

ZERO = Px(0)


@dataclass(frozen=True, slots=True)
class Rect:
    """A rectangle: its left, top, width and height."""

    x: Px
    y: Px
    width: Px
    height: Px

    @classmethod
    def of(cls, x: float, y: float, width: float, height: float) -> Rect:
        """Make a rectangle from plain numbers of CSS pixels."""
        return cls(Px(x), Px(y), Px(width), Px(height))

    @property
    def right(self) -> Px:
        """The right edge."""
        return Px(self.x + self.width)

    @property
    def bottom(self) -> Px:
        """The bottom edge."""
        return Px(self.y + self.height)

    def inset(self, left: float, top: float, right: float, bottom: float) -> Rect:
        """Return this rectangle made smaller by some px on each side."""
        return Rect.of(
            self.x + left, self.y + top, max(0, self.width - left - right), max(0, self.height - top - bottom)
        )


@dataclass(frozen=True, slots=True)
class Color:
    """A colour of sRGB as ``rrggbb`` in lower case, and its alpha from 0 to 1."""

    hex: str
    alpha: float = 1.0


@dataclass(frozen=True, slots=True)
class Gradient:
    """A linear gradient: the angle in degrees clockwise from "to the right", stops as (position 0 to 1, colour)."""

    angle: float
    stops: tuple[tuple[float, Color], ...]


@dataclass(frozen=True, slots=True)
class Edge:
    """One side's border: ``style`` is CSS's own word, such as ``solid`` or ``dashed``."""

    width: Px
    style: str
    color: Color


@dataclass(frozen=True, slots=True)
class Paint:
    """What a box draws of its own: background, a border per side (top, right, bottom, left), a radius per corner."""

    fill: Color | Gradient | None = None
    edges: tuple[Edge | None, Edge | None, Edge | None, Edge | None] = (None, None, None, None)
    radii: tuple[Px, Px, Px, Px] = (ZERO, ZERO, ZERO, ZERO)

    @property
    def visible(self) -> bool:
        """Whether anything is drawn at all."""
        return self.fill is not None or any(self.edges)


@dataclass(frozen=True, slots=True)
class Stroke:
    """A drawn outline: colour, width in px of the page, and whether it is dashed."""

    color: Color
    width: Px
    dashed: bool = False


@dataclass(frozen=True, slots=True)
class Font:
    """How a run is set. ``rise`` is how far its baseline lies above the line's; ``spacing`` is CSS letter-spacing."""

    family: str
    size: Px
    color: Color
    bold: bool = False
    italic: bool = False
    underline: bool = False
    strike: bool = False
    small_caps: bool = False
    rise: Px = ZERO
    spacing: Px = ZERO
    highlight: Color | None = None
    lang: str = ""


Segment = tuple[str, tuple[tuple[float, float], ...]]
"""A step of a path: ``M``, ``L``, ``Q``, ``C`` or ``Z``, and its points in px of the page."""


@dataclass(frozen=True, slots=True)
class VectorPath:
    """A path of a drawing. Each group of outlines is filled by itself, even-odd."""

    outlines: tuple[tuple[Segment, ...], ...]
    fill: Color | None
    stroke: Stroke | None
