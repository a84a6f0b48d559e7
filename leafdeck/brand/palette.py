"""The colours a brand sets, and those that follow from them."""

from __future__ import annotations

from collections.abc import Mapping
from collections.abc import Set as AbstractSet

from leafdeck.brand.color import AA, LINES, contrast, mix, readable_on
from leafdeck.brand.oklch import distance, from_lch, nearest, to_lch
from leafdeck.brand.vision import DEFICIENCIES, simulate

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

COPIES = {"--brand-cover": "--brand-primary", "--brand-plate": "--brand-page"}
"""Large areas that may have a colour of their own, with the one that they have otherwise."""

ON = {
    "--brand-on-primary": "--brand-primary",
    "--brand-on-accent": "--brand-accent",
    "--brand-on-emergency": "--brand-emergency",
    "--brand-on-urgent": "--brand-urgent",
    "--brand-on-routine": "--brand-routine",
}
"""Each colour of text on a filled area with the colour of the area."""

ON_COVER = "--brand-on-cover"

FILLS = {
    "--brand-chart-1": ("--brand-primary", 1.0),
    "--brand-chart-2": ("--brand-accent", 1.0),
    "--brand-chart-3": ("--brand-primary", 0.3),
    "--brand-chart-4": ("--brand-ink", 1.0),
    "--brand-chart-5": ("--brand-accent", 0.55),
    "--brand-chart-6": ("--brand-muted", 0.8),
}
"""The colours of a chart's series and slices, each with the colour it is made of and that colour's share; the rest is
the page. Neighbours differ in grey too."""

CURVES = ("--brand-chart-1", "--brand-chart-2", "--brand-chart-4", "--brand-chart-6")
"""The colours of curves: none so pale that a thin line would be lost."""

_PALER = (0.75, 0.65, 0.55, 0.45, 0.35, 0.25)
SEEN_APART = 0.06
"""How far two colours that tell things apart must lie from each other, as `oklch.distance` has it: three times what is
just seen side by side, for they are compared across a page."""
GRAY_APART = 1.15
"""The least contrast of two neighbours in a chart that is printed in grey."""

DERIVED = (*COPIES, *TINTS, *ON, ON_COVER, *FILLS)
"""The colours that are worked out where no file sets them."""

QUIET = 7.0
"""The contrast of quiet words that a brand leaves to us: success criterion 1.4.6."""
WARM = range(20, 115)
"""Hues of red, orange and yellow, in degrees of Oklch."""
APART = 0.12
"""How far colours keep from each other that are not to be mistaken, as `oklch.distance` has it."""


def grounds(colors: Mapping[str, str]) -> dict[str, str]:
    """Work out the derived colours that things lie on. As `derive`, without the rest."""
    page = colors["--brand-page"]
    found = {name: colors.get(name, colors[base]) for name, base in COPIES.items()}
    return found | {name: colors.get(name) or mix(colors[base], share, page) for name, (base, share) in TINTS.items()}


def derive(colors: Mapping[str, str]) -> dict[str, str]:
    """Work out the derived colours, all as ``#rrggbb``; those that are given keep their value.

    Args:
        colors: the base colours, and any derived ones that a file sets.
    """
    page, ink = colors["--brand-page"], colors["--brand-ink"]
    found = grounds(colors)
    known = {**colors, **found}
    for name, area in {**ON, ON_COVER: "--brand-cover"}.items():
        found[name] = colors.get(name) or readable_on(known[area], WHITE, ink, page, BLACK)
    return found | fills({**known, **found}, page)


def fills(known: Mapping[str, str], page: str) -> dict[str, str]:
    """Work out the colours of a chart: each as `FILLS` has it, or paler where it would be mistaken for another.

    Args:
        known: the colours that they are made of, and those of a chart that a file sets.
        page: what they lie on.
    """
    found: dict[str, str] = {}
    for name, (base, share) in FILLS.items():
        choices = [mix(known[base], one, page) for one in (share, *_PALER)]
        found[name] = known.get(name) or next((one for one in choices if _fits(one, name, found, page)), choices[0])
    return found


def _fits(color: str, name: str, before: Mapping[str, str], page: str) -> bool:
    """Return whether a colour of a chart can be told from those before it, and a curve of it be seen."""
    curves = [before[one] for one in CURVES if one in before]
    beside = [*tuple(before.values())[-1:], *(curves[-1:] if name in CURVES else [])]
    return (
        (name not in CURVES or contrast(color, page) >= LINES)
        and all(contrast(color, one) >= GRAY_APART for one in beside)
        and not any(alike(color, one) for one in before.values())
    )


def alike(one: str, other: str) -> tuple[str, ...]:
    """Return to whom two colours look alike: "everyone", or the names of colour vision deficiencies."""
    if distance(one, other) < SEEN_APART:
        return ("everyone",)
    pairs = {kind: (simulate(one, kind), simulate(other, kind)) for kind in DEFICIENCIES}
    return tuple(kind for kind, pair in pairs.items() if distance(*pair) < SEEN_APART)


def follow(colors: Mapping[str, str], own: AbstractSet[str]) -> dict[str, str]:
    """Return the base colours that a brand leaves open, to go with those that it sets.

    Nothing comes back for a brand that sets neither primary nor page: then leafdeck's own colours go together already.

    Args:
        colors: all base colours, leafdeck's own where the brand has none.
        own: the names that the brand sets.
    """
    if not own & {"--brand-primary", "--brand-page"}:
        return {}
    primary, page = colors["--brand-primary"], colors["--brand-page"]
    hue, chroma = to_lch(primary)[2], to_lch(primary)[1]
    found = dict(colors)

    def near(name: str, color: str, ratio: float, *tints: str) -> str:
        """Return the colour nearest to a wish that can be read on the page and on some tints."""

        def behind(tried: str) -> list[str]:
            made = {**found, name: tried}
            return [page, *(mix(made[base], share, page) for base, share in (TINTS[tint] for tint in tints))]

        return nearest(color, ratio, behind) or color

    def put(name: str, color: str, ratio: float, *tints: str) -> None:
        if name not in own:
            found[name] = near(name, color, ratio, *tints)

    accent = (0.6, 0.1, 225.0) if round(hue) in WARM and chroma > 0.03 else (0.7, 0.15, 65.0)  # noqa: PLR2004
    put("--brand-accent", from_lch(accent), LINES, "--brand-accent-tint")
    levels = ("--brand-emergency-tint", "--brand-urgent-tint")
    quiet = ("--brand-primary-tint", "--brand-primary-soft", "--brand-accent-tint")
    put("--brand-emergency", colors["--brand-emergency"], AA, levels[0])
    put("--brand-urgent", colors["--brand-urgent"], AA, levels[1])
    put("--brand-ink", from_lch((0.27, min(chroma, 0.03), hue)), 10.0, *quiet, *levels)
    put("--brand-muted", mix(found["--brand-ink"], 0.74, page), QUIET)
    warns = [found["--brand-emergency"], found["--brand-urgent"]]
    calm = near("--brand-routine", primary, AA, "--brand-routine-tint")
    if any(distance(calm, one) < APART for one in warns):
        calm = from_lch((0.42, 0.07, 225.0))
    put("--brand-routine", calm, AA, "--brand-routine-tint")
    return {name: color for name, color in found.items() if color != colors[name] and name not in own}
