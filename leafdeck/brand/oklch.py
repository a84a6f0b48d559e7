"""Colours by lightness, chroma and hue as eyes see them (Oklch, CSS Color 4, section 9); the nearest that can be read.

Pure. A colour is moved along its own hue only: a clinic's green stays a green.
"""

from __future__ import annotations

import math
from collections.abc import Callable, Sequence
from functools import lru_cache

from leafdeck.brand.color import RGB, contrast, parse_hex, to_hex

Lch = tuple[float, float, float]
"""Lightness 0 to 1, chroma from 0 (grey) to about 0.37, hue in degrees."""

Grounds = Callable[[str], Sequence[str]]
"""What may lie behind a colour; some of it may be mixed of that colour itself."""

_LMS = (
    (0.4122214708, 0.5363325363, 0.0514459929),
    (0.2119034982, 0.6806995451, 0.1073969566),
    (0.0883024619, 0.2817188376, 0.6299787005),
)
_LAB = (
    (0.2104542553, 0.7936177850, -0.0040720468),
    (1.9779984951, -2.4285922050, 0.4505937099),
    (0.0259040371, 0.7827717662, -0.8086757660),
)
_FROM_LAB = (
    (1.0, 0.3963377774, 0.2158037573),
    (1.0, -0.1055613458, -0.0638541728),
    (1.0, -0.0894841775, -1.2914855480),
)
_FROM_LMS = (
    (4.0767416621, -3.3077115913, 0.2309699292),
    (-1.2684380046, 2.6097574011, -0.3413193965),
    (-0.0041960863, -0.7034186147, 1.7076147010),
)
"""Björn Ottosson, "A perceptual color space for image processing" (2020): linear sRGB to Oklab and back."""

_STEPS = 400
"""How finely a lightness is looked for."""
_NEARLY = 1e-4
"""What is lost in rounding."""


def _times(matrix: tuple[RGB, RGB, RGB], vector: RGB) -> RGB:
    first, second, third = (sum(a * b for a, b in zip(row, vector, strict=True)) for row in matrix)
    return first, second, third


def linear(color: str) -> RGB:
    """Return the light of ``#rrggbb``: its three parts without sRGB's own curve, each 0 to 1."""
    red, green, blue = (
        part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4  # noqa: PLR2004 - sRGB's curve
        for part in parse_hex(color)
    )
    return red, green, blue


def from_linear(light: RGB) -> str:
    """Return light as ``#rrggbb``, what sRGB cannot show clipped."""
    red, green, blue = (
        12.92 * part if part <= 0.0031308 else 1.055 * part ** (1 / 2.4) - 0.055  # noqa: PLR2004 - sRGB's curve
        for part in (max(0.0, part) for part in light)
    )
    return to_hex((red, green, blue))


@lru_cache(maxsize=4096)
def to_lch(color: str) -> Lch:
    """Return ``#rrggbb`` as Oklch. A grey has chroma 0 and hue 0."""
    root = tuple(part ** (1 / 3) for part in _times(_LMS, linear(color)))
    lightness, a, b = _times(_LAB, (root[0], root[1], root[2]))
    chroma = math.hypot(a, b)
    return (lightness, chroma, math.degrees(math.atan2(b, a)) % 360) if chroma > _NEARLY else (lightness, 0.0, 0.0)


def from_lch(lch: Lch) -> str:
    """Return Oklch as ``#rrggbb``; a colour that sRGB cannot show loses chroma, and keeps lightness and hue."""
    lightness, chroma, hue = min(1.0, max(0.0, lch[0])), lch[1], math.radians(lch[2])
    low, high = 0.0, chroma
    light = _light(lightness, chroma, hue)
    if not _shown(light):
        for _ in range(16):
            middle = (low + high) / 2
            low, high = (middle, high) if _shown(_light(lightness, middle, hue)) else (low, middle)
        light = _light(lightness, low, hue)
    return from_linear(light)


def _light(lightness: float, chroma: float, hue: float) -> RGB:
    root = _times(_FROM_LAB, (lightness, chroma * math.cos(hue), chroma * math.sin(hue)))
    return _times(_FROM_LMS, (root[0] ** 3, root[1] ** 3, root[2] ** 3))


def _shown(light: RGB) -> bool:
    return all(-_NEARLY <= part <= 1 + _NEARLY for part in light)


def distance(one: str, other: str) -> float:
    """Return how far two colours lie apart in Oklab (ΔE OK, CSS Color 4, section 14.1): 0.02 is just seen."""
    (l1, c1, h1), (l2, c2, h2) = to_lch(one), to_lch(other)
    a1, b1 = c1 * math.cos(math.radians(h1)), c1 * math.sin(math.radians(h1))
    a2, b2 = c2 * math.cos(math.radians(h2)), c2 * math.sin(math.radians(h2))
    return math.sqrt((l1 - l2) ** 2 + (a1 - a2) ** 2 + (b1 - b2) ** 2)


def nearest(color: str, ratio: float, behind: Grounds) -> str | None:
    """Return the colour of the same hue that differs least in lightness and has a contrast on all that is behind it.

    Args:
        color: where to start; it comes back itself if it passes.
        ratio: the contrast that it must have.
        behind: what may lie behind a colour that is tried.

    Returns:
        ``#rrggbb``, or None when neither black nor white nor anything between would do.
    """
    lightness, chroma, hue = to_lch(color)
    for step in range(_STEPS + 1):
        for tried in {lightness - step / _STEPS, lightness + step / _STEPS} if step else {lightness}:
            if not -1 / _STEPS < tried < 1 + 1 / _STEPS:
                continue
            found = from_lch((tried, chroma, hue)) if step else color
            if all(contrast(found, ground) >= ratio for ground in behind(found)):
                return found
    return None
