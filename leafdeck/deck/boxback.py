"""A laid-out background as sheets, the lowest first: its colour, then its images. Part of the box tree's reader."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from weasyprint.images import LinearGradient, RadialGradient, RasterImage, SVGImage

from leafdeck.deck import boxsvg, gradients, svgfile
from leafdeck.deck.paint import Color, Fill, Gradient, Rect, Texture
from leafdeck.units import Px

NEAR = 0.5
"""Two edges this close, in px, are one edge."""

MOST_STOPS = 10
"""How many stops of a gradient PowerPoint lets a presenter have."""

CLEAR = Color("ffffff", 0.0)

SEEN_THROUGH = ("A", "a", "P")
"""Letters of Pillow's modes whose images may have holes: RGBA, LA, PA, and P with a transparent colour."""


def color(value: Any, opacity: float = 1.0) -> Color | None:  # noqa: ANN401 - the engine's colour
    """Return an engine's colour as ours; None when it cannot be seen."""
    alpha = value.alpha * opacity
    if alpha <= 0:
        return None
    parts = value.to("srgb").coordinates[:3]
    return Color("".join(f"{round(min(1, max(0, part)) * 255):02x}" for part in parts), round(alpha, 4))


@dataclass(frozen=True)
class Sheet:
    """One layer of a background: what fills which rectangle; ``whole`` when that is all that the box paints."""

    fill: Fill | Any
    rect: Rect
    whole: bool


def sheets(background: Any, rect: Rect, opacity: float = 1.0) -> tuple[tuple[Sheet, ...], tuple[str, ...]]:  # noqa: ANN401
    """Return the layers of an engine's Background on a border box, and names of those that cannot be had.

    A sheet's fill is a Color, Gradient or Texture, or the engine's own SVGImage for the caller to read.
    """
    if background is None:
        return (), ()
    lost: list[str] = []
    found: list[Sheet] = []
    shade = color(background.color, opacity)
    if shade:
        found.append(Sheet(shade, rect, whole=True))
    for layer in reversed(background.layers):
        if layer.image is None or 0 in layer.size:
            continue
        painting = Rect.of(*layer.painting_area)
        for sheet in _layer(layer, painting, background.style, opacity, lost):
            whole = near(sheet.rect, rect)
            if whole and _hides(sheet.fill):
                found.clear()
            found.append(Sheet(sheet.fill, rect if whole else sheet.rect, whole))
    return tuple(found), tuple(lost)


def _layer(layer: Any, painting: Rect, style: Any, opacity: float, lost: list[str]) -> Iterator[Sheet]:  # noqa: ANN401
    x = layer.positioning_area[0] + layer.position[0]
    y = layer.positioning_area[1] + layer.position[1]
    drawn = Rect.of(x, y, *layer.size)
    across, down = layer.repeat
    once = (across == "no-repeat" or _spans(drawn.x, drawn.right, painting.x, painting.right, layer.image)) and (
        down == "no-repeat" or _spans(drawn.y, drawn.bottom, painting.y, painting.bottom, layer.image)
    )
    seen = common(drawn, painting)
    if seen is None and once:
        return
    image = layer.image
    shaded = isinstance(image, LinearGradient | RadialGradient)
    made = gradient(image, drawn.width, drawn.height, style, opacity) if shaded and once else None
    if made and len(made.stops) <= MOST_STOPS:
        place = painting if "no-repeat" not in layer.repeat and seen else seen or painting
        if isinstance(image, RadialGradient) and image.shape == "circle" and abs(drawn.width - drawn.height) > 1:
            lost.append("a round gradient in a box that is not square (an oval one stands for it)")
        yield Sheet(made, place, whole=False)
    elif isinstance(image, SVGImage) and once and seen == drawn:
        yield Sheet(image, drawn, whole=False)
    else:
        found = _shaded(image, drawn, style) if shaded else _pixels(image, drawn, lost)
        if found is None:
            lost.append("background-image")
            return
        if "space" in layer.repeat and not once:
            lost.append("background-repeat: space")
        yield _once(found, drawn, painting, opacity) if once else _tiled(layer, found, drawn, painting, opacity)


@dataclass(frozen=True)
class _Pixels:
    """A raster image: its file, its size in pixels, and whether it hides all that lies behind it."""

    data: bytes
    media_type: str
    width: float
    height: float
    opaque: bool


def _pixels(image: Any, drawn: Rect, lost: list[str]) -> _Pixels | None:  # noqa: ANN401 - the engine's image
    if isinstance(image, RasterImage):
        opaque = image.mode[-1] not in SEEN_THROUGH
        return _Pixels(image.image_data.data, media_type(image), image.width, image.height, opaque)
    if not isinstance(image, SVGImage):
        return None
    data, without = boxsvg.pixels(image, drawn)
    lost.extend(without)
    return _Pixels(data, "image/png", *svgfile.size(drawn), opaque=False) if data else None


def _shaded(image: Any, drawn: Rect, style: Any) -> _Pixels:  # noqa: ANN401 - the engine's gradient
    """Return a gradient that PowerPoint has no words for as pixels."""
    flat, kind, points, positions, colors, _ = image.layout(drawn.width, drawn.height, style)
    stops = list(zip(_shares(positions), (color(value) or CLEAR for value in colors), strict=True))
    file = gradients.svg((drawn.width, drawn.height), kind, points, stops, flat)
    opaque = all(shade.alpha >= 1 for _, shade in stops)
    return _Pixels(svgfile.pixels(file, drawn), "image/png", *svgfile.size(drawn), opaque=opaque)


def _once(image: _Pixels, drawn: Rect, painting: Rect, opacity: float) -> Sheet:
    seen = common(drawn, painting) or painting
    opaque = image.opaque and opacity >= 1
    fill = Texture(image.data, image.media_type, crop(drawn, seen), None, opacity, opaque)
    return Sheet(fill, seen, whole=False)


def _tiled(layer: Any, image: _Pixels, drawn: Rect, painting: Rect, opacity: float) -> Sheet:  # noqa: ANN401
    """Return a repeated image; where it repeats one way only, it fills a band."""
    across, down = layer.repeat
    x, width = (drawn.x, drawn.width) if across == "no-repeat" else (painting.x, painting.width)
    y, height = (drawn.y, drawn.height) if down == "no-repeat" else (painting.y, painting.height)
    band = common(Rect.of(x, y, width, height), painting) or painting
    tile = (Px(drawn.x - band.x), Px(drawn.y - band.y), drawn.width / image.width, drawn.height / image.height)
    opaque = image.opaque and opacity >= 1
    return Sheet(Texture(image.data, image.media_type, tile=tile, alpha=opacity, opaque=opaque), band, whole=False)


def _spans(start: float, end: float, first: float, last: float, image: Any) -> bool:  # noqa: ANN401
    """Tell whether one tile reaches from edge to edge; a gradient may repeat below the borders only."""
    spare = NEAR if isinstance(image, RasterImage) else 0.1 * (end - start)
    return start <= first + spare and end >= last - spare


def _hides(fill: Fill | Any) -> bool:  # noqa: ANN401
    if isinstance(fill, Gradient):
        return all(stop.alpha >= 1 for _, stop in fill.stops)
    return fill.opaque if isinstance(fill, Texture) else isinstance(fill, Color) and fill.alpha >= 1


def media_type(image: Any) -> str:  # noqa: ANN401 - the engine's RasterImage
    """Return the media type of an engine's raster image."""
    return "image/jpeg" if image.format == "JPEG" else "image/png"


def gradient(image: Any, width: float, height: float, style: Any, opacity: float) -> Gradient:  # noqa: ANN401
    """Return an engine's gradient over a box of that size in px; stops that repeat are written out."""
    flat, kind, points, positions, colors, _ = image.layout(width, height, style)
    shades = [color(value, opacity) or CLEAR for value in colors]
    if kind == "solid":
        return Gradient(0, ((0.0, shades[0]), (1.0, shades[0])))
    shares = _shares(positions)
    if kind == "radial":
        x, y, inner, _, _, outer = points
        along = [(inner + share * (outer - inner)) / outer for share in shares]
        radius = (outer, outer * flat)
        return gradients.radial((width, height), (x, y * flat), radius, list(zip(along, shades, strict=True)))
    return gradients.linear((width, height), points[:2], points[2:], list(zip(shares, shades, strict=True)))


def _shares(positions: Sequence[float]) -> list[float]:
    """Return stops from 0 to 1: the engine's points are those of its first and last one, wherever they are."""
    reach = (positions[-1] - positions[0]) or 1.0
    return [(position - positions[0]) / reach for position in positions]


def near(one: Rect, other: Rect) -> bool:
    """Tell whether two rectangles are the same but for rounding."""
    return max(
        abs(one.x - other.x), abs(one.y - other.y), abs(one.right - other.right), abs(one.bottom - other.bottom)
    ) <= NEAR  # fmt: skip


def common(one: Rect, other: Rect) -> Rect | None:
    """Return the part that two rectangles share; None when there is none."""
    x, y = max(one.x, other.x), max(one.y, other.y)
    right, bottom = min(one.right, other.right), min(one.bottom, other.bottom)
    return Rect.of(x, y, right - x, bottom - y) if right > x and bottom > y else None


def crop(drawn: Rect, seen: Rect) -> tuple[float, float, float, float]:
    """Return the shares of a drawn image that lie outside what is seen of it: left, top, right and bottom."""
    return (
        (seen.x - drawn.x) / drawn.width,
        (seen.y - drawn.y) / drawn.height,
        (drawn.right - seen.right) / drawn.width,
        (drawn.bottom - seen.bottom) / drawn.height,
    )
