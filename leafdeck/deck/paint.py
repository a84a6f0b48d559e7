"""Where and how things are drawn: rectangles, colours, borders, fonts, outlines. Lengths are CSS pixels of the page."""

from __future__ import annotations

import math
from dataclasses import dataclass

from leafdeck.units import Px

ZERO = Px(0)

NEAR_NOTHING = 1e-4


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

    def faded(self, opacity: float) -> Color:
        """Return this colour at a share of its alpha."""
        return self if opacity >= 1 else Color(self.hex, self.alpha * opacity)


@dataclass(frozen=True, slots=True)
class Gradient:
    """A gradient: stops as (position 0 to 1, colour).

    A linear one has an angle in degrees clockwise from "to the right"; a radial one a ``center``, its place across
    and down the box as shares of its width and height, and reaches to the farthest corner.
    """

    angle: float
    stops: tuple[tuple[float, Color], ...]
    center: tuple[float, float] | None = None

    def faded(self, opacity: float) -> Gradient:
        """Return this gradient at a share of its alpha."""
        return Gradient(self.angle, tuple((at, color.faded(opacity)) for at, color in self.stops), self.center)


@dataclass(frozen=True, slots=True)
class Texture:
    """A raster image as a fill.

    Attributes:
        data, media_type: the image's file.
        crop: the share of it cut off left, top, right and bottom, where it fills the box once.
        tile: where it repeats, the first tile's left and top from the box's, and its scale across and down.
        alpha: its opacity, from 0 to 1.
        opaque: whether it hides all that lies behind it.
    """

    data: bytes
    media_type: str
    crop: tuple[float, float, float, float] = (0, 0, 0, 0)
    tile: tuple[Px, Px, float, float] | None = None
    alpha: float = 1.0
    opaque: bool = False


Fill = Color | Gradient | Texture
"""What fills a shape."""


@dataclass(frozen=True, slots=True)
class Shadow:
    """A box's shadow: offset, blur and spread in px; ``inset`` falls within the box."""

    x: Px
    y: Px
    blur: Px
    spread: Px
    color: Color
    inset: bool = False


@dataclass(frozen=True, slots=True)
class Matrix:
    """A turn and a move of the page: a point (x, y) goes to (ax + cy + e, bx + dy + f)."""

    a: float
    b: float
    c: float
    d: float
    e: float
    f: float

    @property
    def rigid(self) -> bool:
        """Whether nothing is scaled, skewed or mirrored, so that PowerPoint can turn a shape alike."""
        return max(abs(self.a - self.d), abs(self.b + self.c), abs(self.a**2 + self.b**2 - 1)) < NEAR_NOTHING

    @property
    def angle(self) -> float:
        """How far it turns, in degrees clockwise."""
        return math.degrees(math.atan2(self.b, self.a)) % 360

    def move(self, x: float, y: float) -> tuple[float, float]:
        """Return where a point goes."""
        return self.a * x + self.c * y + self.e, self.b * x + self.d * y + self.f


@dataclass(frozen=True, slots=True)
class Edge:
    """One side's border: ``style`` is CSS's own word, such as ``solid`` or ``dashed``."""

    width: Px
    style: str
    color: Color


@dataclass(frozen=True, slots=True)
class Paint:
    """What a box draws of its own: background, a border per side (top, right, bottom, left), a radius per corner.

    ``tall`` holds the corners' radii downwards where they differ from those across.
    """

    fill: Fill | None = None
    edges: tuple[Edge | None, Edge | None, Edge | None, Edge | None] = (None, None, None, None)
    radii: tuple[Px, Px, Px, Px] = (ZERO, ZERO, ZERO, ZERO)
    shadows: tuple[Shadow, ...] = ()
    tall: tuple[Px, Px, Px, Px] | None = None

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
    """How a run is set. ``rise`` is how far its baseline lies above the line's; ``spacing`` is CSS letter-spacing.

    ``underline_color`` is None where the line has the text's own colour; ``underline_style`` is CSS's word.
    ``east_asian`` and ``complex_script`` are the families of the run's letters in such scripts: empty where it has
    none, None where no family that CSS lists has them.
    """

    family: str
    size: Px
    color: Color
    bold: bool = False
    italic: bool = False
    underline: bool = False
    underline_style: str = "solid"
    underline_color: Color | None = None
    strike: bool = False
    small_caps: bool = False
    rise: Px = ZERO
    spacing: Px = ZERO
    highlight: Color | None = None
    lang: str = ""
    east_asian: str | None = ""
    complex_script: str | None = ""
    kerning: bool = True


Segment = tuple[str, tuple[tuple[float, float], ...]]
"""A step of a path: ``M``, ``L``, ``Q``, ``C`` or ``Z``, and its points in px of the page."""


@dataclass(frozen=True, slots=True)
class VectorPath:
    """A path of a drawing. Each group of outlines is filled by itself, even-odd.

    ``group`` is the name of what it belongs to; such a path stays a shape of its own.
    """

    outlines: tuple[tuple[Segment, ...], ...]
    fill: Color | Gradient | None
    stroke: Stroke | None
    group: str = ""
