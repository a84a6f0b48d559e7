"""The colours of a page on a dark screen, worked out from the brand's own: pure.

Each keeps its hue and is lightened only as far as its use needs: 7:1 for text, 4.5:1 for quiet text and for words on a
filled area, 3:1 for lines and signs (WCAG 2.2, success criteria 1.4.3, 1.4.6 and 1.4.11).
"""

from __future__ import annotations

import colorsys
from collections.abc import Mapping

from leafdeck.brand.color import AA, LINES, contrast, luminance, mix, parse_hex, readable_on, to_hex
from leafdeck.brand.model import Brand
from leafdeck.brand.palette import BLACK, FILLS, ON, TINTS, WHITE, fills

NIGHT = "#111416"
"""A dark grey: white text on pure black swims for many readers with astigmatism."""
DARK = 0.1
"""A page below this luminance is dark already."""
TEXT = 7.0
"""The contrast of running text: that of success criterion 1.4.6."""
MOST = 12.0
"""Text keeps the contrast that the brand gives it on its own page, up to this; more glares on a dark one."""
LEVELS = ("emergency", "urgent", "routine")
_ALL = (
    "--brand-primary-tint",
    "--brand-primary-soft",
    "--brand-accent-tint",
    *(f"--brand-{level}-tint" for level in LEVELS),
)
NEEDS: Mapping[str, tuple[float, tuple[str, ...]]] = {
    "--brand-ink": (TEXT, _ALL),
    "--brand-primary": (TEXT, _ALL),
    "--brand-muted": (AA, _ALL),
    "--brand-accent": (LINES, ("--brand-accent-tint",)),
    **{f"--brand-{level}": (LINES, (f"--brand-{level}-tint",)) for level in LEVELS},
}
"""The contrast that each colour needs on the page, and the tints on which it needs it as well."""
_SHARE = 0.12
"""How much of the brand's primary colour the dark page holds."""
_STEPS = 100
_VIVID = 0.6
"""The most saturated that a lightened colour may be: neon glares on a dark page."""


def colors(brand: Brand) -> dict[str, str]:
    """Return the brand's colour properties for a dark screen, each ``#rrggbb``; none when its page is dark already."""
    if luminance(brand.color("--brand-page")) < DARK:
        return {}
    page = mix(brand.color("--brand-primary"), _SHARE, NIGHT)
    bases = {name: brand.color(name) for name in NEEDS} | {"--brand-ink": mix(brand.color("--brand-page"), 0.9, page)}
    ratios = {
        name: ratio if ratio == LINES else max(ratio, min(MOST, _on_page(brand, name)))
        for name, (ratio, _) in NEEDS.items()
    }
    on_page = {name: lifted(color, ratios[name], (page,)) for name, color in bases.items()}
    tints = {name: mix(on_page[base], share, page) for name, (base, share) in TINTS.items()}
    found = {
        name: lifted(color, NEEDS[name][0], (page, *(tints[tint] for tint in NEEDS[name][1])))
        for name, color in on_page.items()
    }
    rule = min(LINES, contrast(brand.color("--brand-rule"), brand.color("--brand-page")))
    tints["--brand-rule"] = lifted(tints["--brand-rule"], rule, (page,))
    on = {name: readable_on(found[base], WHITE, page, BLACK) for name, base in ON.items()}
    known = {"--brand-page": page} | found | tints | on
    own = {name: lifted(brand.color(name), LINES, (page,)) for name in FILLS if name not in brand.derived}
    return known | fills({**known, **own}, page)


def areas(brand: Brand, dark: Mapping[str, str]) -> tuple[dict[str, str], dict[str, str]]:
    """Return what a page needs besides, on a light and on a dark screen.

    ``--area`` and ``--on-area`` are a large filled area, such as the masthead, and its text; ``--plate`` lies under
    pictures that were made for the brand's own page; ``--label-on-…`` is a label on a chart's fill.
    """
    light = {
        "--area": brand.color("--brand-cover"),
        "--on-area": brand.color("--brand-on-cover"),
        "--plate": brand.color("--brand-plate"),
        **_labels({name: brand.color(name) for name in (*FILLS, "--brand-page")}),
    }
    if not dark:
        return light, {}
    area = brand.color("--brand-cover")
    if luminance(area) > DARK:  # a bright area would dazzle
        area = mix(area, 0.4, dark["--brand-page"])
    area = lifted(area, 1.3, (dark["--brand-page"],))
    return light, {"--area": area, "--on-area": readable_on(area, WHITE, BLACK), **_labels(dark)}


def lifted(color: str, ratio: float, grounds: tuple[str, ...]) -> str:
    """Make a colour lighter, in its hue, until it has a contrast on every ground; white when nothing less will do."""
    hue, lightness, saturation = colorsys.rgb_to_hls(*parse_hex(color))
    if _least(color, grounds) >= ratio:
        return color
    for step in range(1, _STEPS):
        lighter = lightness + (1 - lightness) * step / _STEPS
        tried = to_hex(colorsys.hls_to_rgb(hue, lighter, min(saturation, _VIVID)))
        if _least(tried, grounds) >= ratio:
            return tried
    return WHITE


def _on_page(brand: Brand, name: str) -> float:
    return contrast(brand.color(name), brand.color("--brand-page"))


def _least(color: str, grounds: tuple[str, ...]) -> float:
    return min(contrast(color, ground) for ground in grounds)


def _labels(found: Mapping[str, str]) -> dict[str, str]:
    names = {name: name.replace("--brand-", "--label-on-") for name in FILLS}
    return {label: readable_on(found[name], found["--brand-page"], WHITE, BLACK) for name, label in names.items()}


def style_sheet(brand: Brand) -> str:
    """Return all that as CSS: light by itself, dark on a screen whose reader asks for it. Paper is always light."""
    dark = colors(brand)
    light, more = areas(brand, dark)
    text = _rule(light)
    if dark:
        text += f"@media screen and (prefers-color-scheme: dark) {{\n{_rule(dark | more)}}}\n"
    return text


def _rule(found: Mapping[str, str]) -> str:
    return ":root {\n" + "".join(f"  {name}: {value};\n" for name, value in sorted(found.items())) + "}\n"
