"""Colour arithmetic for derived properties: mixing and contrast (WCAG 2.2, relative luminance)."""

from __future__ import annotations

RGB = tuple[float, float, float]
"""Red, green and blue of sRGB, each 0 to 1."""

SRGB_LINEAR_BELOW = 0.04045


def parse_hex(value: str) -> RGB:
    """Turn ``#rrggbb`` into its three parts."""
    return int(value[1:3], 16) / 255, int(value[3:5], 16) / 255, int(value[5:7], 16) / 255


def to_hex(rgb: RGB) -> str:
    """Turn three parts, each 0 to 1, into ``#rrggbb``."""
    return "#" + "".join(f"{round(min(1, max(0, part)) * 255):02x}" for part in rgb)


def mix(color: str, share: float, other: str) -> str:
    """Mix ``share`` (0 to 1) of a colour with another, in sRGB, as ``color-mix(in srgb, …)`` does."""
    first, second = parse_hex(color), parse_hex(other)
    return to_hex(tuple(a * share + b * (1 - share) for a, b in zip(first, second, strict=True)))  # type: ignore[arg-type]


def luminance(color: str) -> float:
    """Return the relative luminance, 0 (black) to 1 (white)."""
    red, green, blue = (
        part / 12.92 if part <= SRGB_LINEAR_BELOW else ((part + 0.055) / 1.055) ** 2.4 for part in parse_hex(color)
    )
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(first: str, second: str) -> float:
    """Return the contrast ratio of two colours, 1 to 21."""
    high, low = sorted((luminance(first), luminance(second)), reverse=True)
    return (high + 0.05) / (low + 0.05)


def readable_on(background: str, *choices: str) -> str:
    """Return the first choice with at least 4.5:1 on the background, or else the one with the highest contrast."""
    for choice in choices:
        if contrast(choice, background) >= 4.5:  # noqa: PLR2004 - WCAG 2.2, success criterion 1.4.3
            return choice
    return max(choices, key=lambda choice: contrast(choice, background))
