"""A brand file from a primary colour and what a logo shows: as little as makes a good brand. Pure."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from leafdeck.brand.color import AA, contrast
from leafdeck.brand.oklch import distance, nearest, to_lch
from leafdeck.brand.palette import BASE_COLORS, follow, grounds
from leafdeck.brand.pixels import Painted, Seen

PAGE = "#ffffff"
COLORFUL = 0.05
"""The least chroma of Oklch of a colour that is not taken for a grey."""
ALIKE = 0.1
"""Colours of a logo that lie nearer than this are shades of one, as `oklch.distance` has it."""
APART = 40.0
"""How far the hues of primary and accent lie apart at least, in degrees."""
FAINT = 1.6
"""A logo none of whose colours has this contrast on the page was made for a dark ground."""

_OWN = dict.fromkeys(BASE_COLORS, PAGE) | {
    "--brand-accent": "#cf7a22",
    "--brand-emergency": "#a01818",
    "--brand-urgent": "#8f5f00",
    "--brand-routine": "#0b4f5c",
}
"""leafdeck's own colours, as far as they lie behind words."""


@dataclass(frozen=True, slots=True)
class Start:
    """What a brand begins with.

    Attributes:
        primary: the colour of headings, that can be read.
        wished: the colour that was asked for or found; the cover wears it where it is not the primary.
        accent: a second colour of the logo, or empty.
        plate: the colour under the logo, or empty for the page's.
        where: in words, where the primary comes from.
    """

    primary: str
    wished: str
    accent: str
    plate: str
    where: str


def start(primary: str, logo: Seen | None) -> Start:
    """Choose what a brand begins with.

    Args:
        primary: ``#rrggbb``, or empty to take it from the logo.
        logo: what the logo shows; None where there is none.
    """
    shades = merged(logo.colors) if logo else []
    colorful = [one.color for one in shades if to_lch(one.color)[1] >= COLORFUL]
    gray = [one.color for one in shades if one.color not in colorful and contrast(one.color, PAGE) >= AA]
    wished = primary or next(iter([*colorful, *gray]), "#333333")
    where = "as you gave it" if primary else "the colour that most of the logo has" if colorful else "the logo's grey"
    dark = nearest(wished, AA, _behind) or wished
    if distance(dark, wished) < ALIKE:
        wished = dark  # near enough to be one colour
    accent = next((one for one in colorful if _turn(one, wished) >= APART), "")
    if accent:
        accent = nearest(accent, 3.2, lambda _: [PAGE]) or ""
    faint = bool(shades) and all(contrast(one.color, PAGE) < FAINT for one in shades)
    return Start(dark, wished, accent, dark if faint else "", where)


def _behind(primary: str) -> list[str]:
    """Return what lies behind a primary colour, by the rules of leafdeck's own brand."""
    made = grounds({**_OWN, "--brand-primary": primary})
    return [PAGE, *(made[f"--brand-{name}-tint"] for name in ("primary", "accent", "emergency", "urgent", "routine"))]


def _base(primary: str, accent: str = "") -> dict[str, str]:
    """Return the base colours of a brand that sets primary, and perhaps accent."""
    own = {"--brand-primary": primary, "--brand-page": PAGE} | ({"--brand-accent": accent} if accent else {})
    colors = _OWN | own
    return colors | follow(colors, own.keys())


def merged(colors: Sequence[Painted]) -> list[Painted]:
    """Return a picture's colours, shades of one counted together under that which covers most."""
    found: list[Painted] = []
    for one in sorted(colors, key=lambda one: -one.share):
        for at, other in enumerate(found):
            if distance(one.color, other.color) < ALIKE:
                found[at] = Painted(other.color, other.share + one.share)
                break
        else:
            found.append(one)
    return sorted(found, key=lambda one: -one.share)


def _turn(one: str, other: str) -> float:
    apart = abs(to_lch(one)[2] - to_lch(other)[2]) % 360
    return min(apart, 360 - apart)


def brand_css(begun: Start, logo: str) -> str:
    """Write the brand file.

    Args:
        begun: what it begins with.
        logo: the name of the logo's file beside it, or empty.
    """
    colors = _base(begun.primary, begun.accent)
    how = begun.where if begun.primary == begun.wished else f"{begun.where}, darkened until it reads"
    lines = [f"  --brand-primary: {begun.primary}; /* headings, heads of tables, icons: {how} */"]
    if begun.primary != begun.wished:
        lines.append(f"  --brand-cover: {begun.wished}; /* masthead and title slide: {begun.where} */")
    if begun.accent:
        lines.append(f"  --brand-accent: {begun.accent}; /* lines and bars: the logo's second colour */")
    if logo:
        lines.append(f'  --brand-logo: url("{logo}");')
    if begun.plate:
        lines.append(f"  --brand-plate: {begun.plate}; /* under the logo, which is too light for a white page */")
    own = "\n".join(lines)
    open_ = {name: color for name, color in colors.items() if f"{name}:" not in own}
    rest = "\n".join(f"  {name}: {color};" for name, color in open_.items())
    return f"""\
/* Your brand. Leaflet and slides wear it: leafdeck build. See it at once: leafdeck brand preview.
   Change a value between : and ; and look again. Is it still readable? leafdeck brand check */

:root {{
{own}
}}

/* All else follows. These are the values that leafdeck works out; take a line up into the rule above to change it.

{rest}

  --brand-font: "Your Font", Arial, sans-serif;   with @font-face rules for its files: docs/branding.md
  --brand-font-heading: Georgia, serif;
  --brand-heading-weight: 700;                    or 400
  --brand-heading-scale: 1;                       0.8 to 1.3
  --brand-radius: 8px;                            corners of cards and boxes; 0 for square ones
  --brand-icon-radius: 50%;                       behind icons and numbers: 50% is a disc, 0 a square
  --brand-line: 1;                                0 to 2: lines under headings, bars beside boxes
  --brand-space: 1;                               0.8 to 1.25: how airy it is
  --brand-pattern: url(pattern.svg);              repeats behind masthead and title slide
  --brand-cover-image: url(cover.jpg);            a picture on the first page and the title slide
*/
"""
