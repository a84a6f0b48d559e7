"""Attributes of SVG elements as values: declarations, lengths, shares, colours, transforms. Pure."""

from __future__ import annotations

import math
import re
from xml.etree.ElementTree import Element

import tinycss2.color4
from fontTools.misc.transform import Identity, Transform

from leafdeck.deck.paint import Color

_TRANSFORM = re.compile(r"(\w+)\s*\(([^)]*)\)")
NUMBER = re.compile(r"[-+]?(?:\d+\.?\d*|\.\d+)(?:[eE][-+]?\d+)?")


def name(element: Element) -> str:
    """Return an element's name without its namespace."""
    return str(element.tag).rpartition("}")[2]


def given(element: Element) -> dict[str, str]:
    """Return presentation attributes, with the style attribute's declarations over them."""
    found = {key: value.strip() for key, value in element.attrib.items()}
    for declaration in found.get("style", "").split(";"):
        key, colon, value = declaration.partition(":")
        if colon:
            found[key.strip()] = value.strip()
    return found


def color(value: str, current: str, opacity: float) -> Color:
    """Return a colour, faded; black for what is none. ``current`` is what ``currentColor`` means."""
    parsed = tinycss2.color4.parse_color(current if value.lower() == "currentcolor" else value)
    if parsed is None or isinstance(parsed, str):
        return Color("000000", opacity)
    parts = parsed.to("srgb").coordinates
    text = "".join(f"{round(min(1, max(0, part)) * 255):02x}" for part in parts[:3])
    return Color(text, parsed.alpha * opacity)


def length(value: str | None, default: float = 0.0) -> float:
    """Return a length's number, without its unit; the default for none and for a percentage."""
    match = NUMBER.match(value.strip()) if value else None
    return float(match[0]) if match and "%" not in (value or "") else default


def share(value: str | None, default: float = 1.0) -> float:
    """Return a number or a percentage as a share."""
    if value is None:
        return default
    number = length(value.replace("%", ""), default)
    return number / 100 if value.endswith("%") else number


def matrix(value: str) -> Transform:
    """Read a ``transform`` attribute (SVG 1.1, 7.6)."""
    made = Identity
    for kind, body in _TRANSFORM.findall(value):
        n = [float(number) for number in NUMBER.findall(body)]
        if kind == "matrix" and len(n) == 6:  # noqa: PLR2004 - a to f
            made = made.transform(n)
        elif kind == "translate":
            made = made.translate(n[0], n[1] if len(n) > 1 else 0)
        elif kind == "scale":
            made = made.scale(n[0], n[1] if len(n) > 1 else n[0])
        elif kind == "rotate":
            x, y = (n[1], n[2]) if len(n) > 2 else (0, 0)  # noqa: PLR2004 - angle, x, y
            made = made.translate(x, y).rotate(math.radians(n[0])).translate(-x, -y)
        elif kind == "skewX":
            made = made.skew(math.radians(n[0]))
        elif kind == "skewY":
            made = made.skew(0, math.radians(n[0]))
    return made
