"""Colours as values: any CSS notation to ``#rrggbb``, mixing, and contrast (WCAG 2.2, relative luminance)."""

from __future__ import annotations

import tinycss2.color4

RGB = tuple[float, float, float]
"""Red, green and blue of sRGB, each 0 to 1."""

AA = 4.5
"""The contrast of text that WCAG 2.2 asks for in success criterion 1.4.3."""
LINES = 3.0
"""The contrast of lines and signs that WCAG 2.2 asks for in success criterion 1.4.11."""
_SRGB_LINEAR_BELOW = 0.04045
_D65_TO_LINEAR_SRGB = (
    (3.2409699419045213, -1.5373831775700935, -0.4986107602930033),
    (-0.9692436362808798, 1.8759675015077206, 0.0415550574071756),
    (0.0556300796969936, -0.2039769588889765, 1.0569715142428784),
)
_D50_TO_D65 = (  # Bradford
    (0.955473421488075, -0.02309845494876471, 0.06325924320057072),
    (-0.0283697093338637, 1.0099953980813041, 0.021041441191917323),
    (0.012314014864481998, -0.020507649298898964, 1.330365926242124),
)
"""Matrices of CSS Color 4, section 10 (sample code for colour conversions)."""


class NotAColorError(ValueError):
    """A value is no colour that both a leaflet and a deck can show; the message says why, in words for a person."""


def to_srgb(value: str) -> str:
    """Turn an opaque CSS colour in any notation into ``#rrggbb``.

    Colours outside sRGB are clipped to it, since PowerPoint and most printers know nothing wider.

    Raises:
        NotAColorError: the value is not a colour, is see-through, or is in a colour space of which this knows nothing.
    """
    color = tinycss2.color4.parse_color(value)
    if color is None or color == "currentcolor":
        raise NotAColorError("is not a colour")
    if color.alpha < 1:
        raise NotAColorError("is see-through")
    return to_hex(_parts(color))


def _parts(color: tinycss2.color4.Color) -> RGB:
    if color.space in {"srgb", "hsl", "hwb"}:
        red, green, blue = color.to("srgb").coordinates
        return red, green, blue
    if color.space in {"lab", "lch", "xyz-d50"}:
        return _gamma(_product(_D65_TO_LINEAR_SRGB, _product(_D50_TO_D65, color.to("xyz-d50").coordinates)))
    if color.space in {"oklab", "oklch", "xyz-d65"}:
        return _gamma(_product(_D65_TO_LINEAR_SRGB, color.to("xyz-d65").coordinates))
    raise NotAColorError(f"is in the colour space {color.space}, which is not supported")


def _product(matrix: tuple[RGB, RGB, RGB], vector: RGB) -> RGB:
    first, second, third = (sum(a * b for a, b in zip(row, vector, strict=True)) for row in matrix)
    return first, second, third


def _gamma(linear: RGB) -> RGB:
    """Turn linear light into sRGB's own values (CSS Color 4, section 10)."""
    red, green, blue = (
        12.92 * part if part <= _SRGB_LINEAR_BELOW / 12.92 else 1.055 * part ** (1 / 2.4) - 0.055 for part in linear
    )
    return red, green, blue


def parse_hex(value: str) -> RGB:
    """Turn ``#rrggbb`` into its three parts."""
    return int(value[1:3], 16) / 255, int(value[3:5], 16) / 255, int(value[5:7], 16) / 255


def to_hex(rgb: RGB) -> str:
    """Turn three parts, each 0 to 1, into ``#rrggbb``."""
    return "#" + "".join(f"{round(min(1, max(0, part)) * 255):02x}" for part in rgb)


def mix(color: str, share: float, other: str) -> str:
    """Mix ``share`` (0 to 1) of a colour with another, in sRGB, as ``color-mix(in srgb, …)`` does."""
    first, second = parse_hex(color), parse_hex(other)
    red, green, blue = (a * share + b * (1 - share) for a, b in zip(first, second, strict=True))
    return to_hex((red, green, blue))


def luminance(color: str) -> float:
    """Return the relative luminance, 0 (black) to 1 (white)."""
    red, green, blue = (
        part / 12.92 if part <= _SRGB_LINEAR_BELOW else ((part + 0.055) / 1.055) ** 2.4 for part in parse_hex(color)
    )
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(first: str, second: str) -> float:
    """Return the contrast ratio of two colours, 1 to 21."""
    high, low = sorted((luminance(first), luminance(second)), reverse=True)
    return (high + 0.05) / (low + 0.05)


def readable_on(background: str, *choices: str) -> str:
    """Return the first choice with at least 4.5:1 on the background, or else the one with the highest contrast."""
    for choice in choices:
        if contrast(choice, background) >= AA:
            return choice
    return max(choices, key=lambda choice: contrast(choice, background))
