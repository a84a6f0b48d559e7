"""Colours as people with a colour vision deficiency see them, and as a black-and-white printer prints them. Pure.

The matrices are those of Machado, Oliveira and Fernandes, "A Physiologically-based Model for Simulation of Color Vision
Deficiency", IEEE Transactions on Visualization and Computer Graphics 15 (2009), at severity 1.0, for linear light.
"""

from __future__ import annotations

from collections.abc import Mapping

from leafdeck.brand.color import RGB, luminance
from leafdeck.brand.oklch import from_linear, linear

DEFICIENCIES: Mapping[str, tuple[RGB, RGB, RGB]] = {
    "protanopia": (
        (0.152286, 1.052583, -0.204868),
        (0.114503, 0.786281, 0.099216),
        (-0.003882, -0.048116, 1.051998),
    ),
    "deuteranopia": (
        (0.367322, 0.860646, -0.227968),
        (0.280085, 0.672501, 0.047413),
        (-0.011820, 0.042940, 0.968881),
    ),
    "tritanopia": (
        (1.255528, -0.076749, -0.178779),
        (-0.078411, 0.930809, 0.147602),
        (0.004733, 0.691367, 0.303900),
    ),
}
"""No red cones, no green cones, no blue cones."""


def simulate(color: str, deficiency: str) -> str:
    """Return ``#rrggbb`` as somebody with a deficiency sees it. KeyError for one that is not in `DEFICIENCIES`."""
    light = linear(color)
    red, green, blue = (sum(a * b for a, b in zip(row, light, strict=True)) for row in DEFICIENCIES[deficiency])
    return from_linear((min(1.0, red), min(1.0, green), min(1.0, blue)))


def gray(color: str) -> str:
    """Return the grey of the same luminance, as a black-and-white printer prints a colour."""
    light = luminance(color)
    return from_linear((light, light, light))
