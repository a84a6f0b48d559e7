"""A colour as a tint of a theme's slot, in PowerPoint's words: so that another theme recolours it too. Pure.

A brand's tints are some of a colour and the rest of the page. PowerPoint makes such colours by scaling and shifting
saturation and luminance (ECMA-376 part 1, 20.1.2.3.20, .21 and .27), as its own palette does.
"""

from __future__ import annotations

import colorsys
from functools import cache

NEAR = 1
"""By how much a channel, of 0 to 255, may differ: each step rounds."""

LEAST, MOST = 0.02, 0.98
"""A tint has more of its colour than a trace, and less than all."""

WHOLE = 100_000

Channels = tuple[int, ...]
Changes = tuple[tuple[str, int], ...]
"""Names of changes and their values in thousandths of a per cent, in the order in which they are made."""


@cache
def of(color: str, slots: tuple[tuple[str, str], ...], page: str) -> tuple[str, Changes] | None:
    """Return the slot that a colour is a tint of and how it is made of it; None where it is a tint of none.

    Args:
        color: the colour, ``rrggbb``.
        slots: names and colours of slots, the preferred first.
        page: the colour that the rest of a tint is.
    """
    wanted, ground = _channels(color), _channels(page)
    for name, value in slots:
        base = _channels(value)
        share = _share(wanted, base, ground)
        if share is not None:
            changes = _changes(wanted, base, share)
            if _alike(changed(base, changes), wanted):
                return name, changes
    return None


def changed(base: Channels, changes: Changes) -> Channels:
    """Return a colour after some changes."""
    hue, light, saturation = colorsys.rgb_to_hls(*(channel / 255 for channel in base))
    for name, value in changes:
        share = value / WHOLE
        saturation = saturation * share if name == "satMod" else saturation
        light = light * share if name == "lumMod" else light + share if name == "lumOff" else light
    return tuple(round(part * 255) for part in colorsys.hls_to_rgb(hue, min(1, max(0, light)), min(1, saturation)))


def _share(wanted: Channels, base: Channels, ground: Channels) -> float | None:
    """Return how much of a base a colour has, the rest of it the ground; None where it is no such mix."""
    place = max(range(3), key=lambda one: abs(base[one] - ground[one]))
    width = base[place] - ground[place]
    share = (wanted[place] - ground[place]) / width if width else 0.0
    if not LEAST <= share <= MOST:
        return None
    mixed = tuple(round(b * share + g * (1 - share)) for b, g in zip(base, ground, strict=True))
    return share if _alike(mixed, wanted) else None


def _changes(wanted: Channels, base: Channels, share: float) -> Changes:
    _, light, saturation = colorsys.rgb_to_hls(*(channel / 255 for channel in base))
    _, to_light, to_saturation = colorsys.rgb_to_hls(*(channel / 255 for channel in wanted))
    richer = to_saturation / saturation if saturation else 1.0
    steps = (("satMod", richer), ("lumMod", share), ("lumOff", to_light - light * share))
    return tuple((name, round(value * WHOLE)) for name, value in steps)


def _alike(one: Channels, other: Channels) -> bool:
    return all(abs(a - b) <= NEAR for a, b in zip(one, other, strict=True))


def _channels(color: str) -> Channels:
    return tuple(bytes.fromhex(color))
