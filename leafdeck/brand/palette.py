"""The colours a brand sets, and those that follow from them."""

from __future__ import annotations

from collections.abc import Mapping

from leafdeck.brand.color import mix, readable_on

WHITE, BLACK = "#ffffff", "#000000"

BASE_COLORS = (
    "--brand-primary",
    "--brand-accent",
    "--brand-ink",
    "--brand-muted",
    "--brand-page",
    "--brand-emergency",
    "--brand-urgent",
    "--brand-routine",
)
"""The colours a brand may set; everything else derives from them."""

TINTS = {
    "--brand-primary-tint": ("--brand-primary", 0.09),
    "--brand-primary-soft": ("--brand-primary", 0.18),
    "--brand-accent-tint": ("--brand-accent", 0.10),
    "--brand-emergency-tint": ("--brand-emergency", 0.09),
    "--brand-urgent-tint": ("--brand-urgent", 0.09),
    "--brand-routine-tint": ("--brand-routine", 0.09),
    "--brand-rule": ("--brand-primary", 0.24),
}
"""Each tint with the colour it is made of and that colour's share; the rest is the page."""

ON = {
    "--brand-on-primary": "--brand-primary",
    "--brand-on-accent": "--brand-accent",
    "--brand-on-emergency": "--brand-emergency",
    "--brand-on-urgent": "--brand-urgent",
    "--brand-on-routine": "--brand-routine",
}
"""Each colour of text on a filled area with the colour of the area."""

FILLS = (
    "--brand-primary",
    "--brand-accent",
    "--brand-primary-tint",
    "--brand-ink",
    "--brand-accent-tint",
    "--brand-muted",
)
"""The colours of a chart's series and slices, in an order in which neighbours differ in grey too."""

DERIVED = (*TINTS, *ON)
"""The colours that are worked out where no file sets them."""


def derive(colors: Mapping[str, str]) -> dict[str, str]:
    """Work out the derived colours of the base colours, all as ``#rrggbb``."""
    page, ink = colors["--brand-page"], colors["--brand-ink"]
    tints = {name: mix(colors[base], share, page) for name, (base, share) in TINTS.items()}
    return tints | {name: readable_on(colors[area], WHITE, ink, page, BLACK) for name, area in ON.items()}
