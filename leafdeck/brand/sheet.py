"""The look of a template to the text of a brand file. Pure: colours are chosen so that everyone can read them.

What a theme calls its colours says little about how they are used, so the rules are: what titles wear goes before the
theme's accents, a colour that can be read as it is goes before one that must be changed, and none is changed more than
it takes. Contrast is WCAG 2.2's: 4.5:1 for text, on the page and on every tint behind it, and 3:1 for lines.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import replace

from leafdeck.brand.color import AA, LINES, contrast, luminance, mix, parse_hex
from leafdeck.brand.look import Found, Look
from leafdeck.brand.model import Brand
from leafdeck.brand.palette import BLACK, TINTS, WHITE, derive

_PLAIN_PAGE = 9.0
"""A page needs this contrast with black or with white, or else no colour can be read on its tints."""

_COLORFUL = 0.15
"""The least chroma, 0 to 1, of a colour that is not taken for a grey."""

_APART = 0.15
"""How far two colours lie apart that are seen as two, in sRGB, 0 to 1 a channel."""

_NEARLY = 2.0
"""An accent with this contrast needs so little change that it is still the hospital's own colour."""

_STEPS = 50
_ACCENTS = tuple(f"accent{number}" for number in range(1, 7))
_SLOTS = {"dk1": "dark 1", "lt1": "light 1", "dk2": "dark 2", "lt2": "light 2"}
_OWN = {"emergency": "#a01818", "urgent": "#8f5f00"}
"""leafdeck's colours for the boxes of `urgent` sections: no theme says which of its colours mean danger."""

_MUTED = 0.72
"""How much of the text's colour is in that of quieter words; the rest is the page."""


def choose(look: Look) -> dict[str, Found]:
    """Choose the base colours of a brand, by their property's name without ``--brand-``; each says where it is from."""
    page = _page(look)
    primary, accent = _pair(look, page.color)
    accent = _until(accent, page.color, LINES, lambda _: (page.color,))
    accent_tint = _tint("accent", accent.color, page.color)

    def behind_primary(color: str) -> tuple[str, ...]:
        return page.color, _tint("primary", color, page.color), _soft(color, page.color), accent_tint

    primary = _until(primary, page.color, AA, behind_primary)
    roles = {name: _role(name, color, page.color) for name, color in _OWN.items()}
    areas = (*behind_primary(primary.color), *(_tint(name, role.color, page.color) for name, role in roles.items()))
    ink = _until(look.text, page.color, AA, lambda _: areas)
    quiet = Found(mix(ink.color, _MUTED, page.color), f"{_MUTED:.0%} of the ink on the page")
    muted = _until(quiet, page.color, AA, lambda _: areas[:3], ink.color)
    return {"primary": primary, "accent": accent, "ink": ink, "muted": muted, "page": page, **roles}


def _page(look: Look) -> Found:
    """Return the page: what the slides have, what the theme means, or white, the first that text can be read on."""
    found = look.page or Found(look.paper.color, f"{look.paper.where}, since the background is not one solid colour")
    if max(contrast(found.color, WHITE), contrast(found.color, BLACK)) >= _PLAIN_PAGE:
        return found
    return Found(WHITE, f"white, since little can be read on {found.where} ({found.color})")


def _pair(look: Look, page: str) -> tuple[Found, Found]:
    """Return the colours to make the primary and the accent of."""
    accents = [Found(look.slots[slot], f"the theme's {_slot(slot)}") for slot in _ACCENTS if slot in look.slots]
    others = [Found(look.slots[slot], f"the theme's {_slot(slot)}") for slot in ("dk2", "lt2") if slot in look.slots]
    colorful = [found for found in (look.title, *accents, *others) if _chroma(found.color) >= _COLORFUL]
    choices = colorful or [look.title]
    primary = next(
        (found for enough in (AA, LINES, 1) for found in choices if contrast(found.color, page) >= enough),
        choices[0],
    )
    apart = [
        found
        for found in (*accents, look.title, *others)
        if _chroma(found.color) >= _COLORFUL and _distance(found.color, primary.color) >= _APART
    ]
    seen = next((found for found in apart if contrast(found.color, page) >= _NEARLY), None)
    return primary, seen or next(iter(apart), primary)


def _role(name: str, color: str, page: str) -> Found:
    own = Found(color, "leafdeck's own: a theme does not say which colour means danger")
    return _until(own, page, AA, lambda made: (page, _tint(name, made, page)))


def _until(found: Found, page: str, enough: float, behind: Callable[[str], Sequence[str]], goal: str = "") -> Found:
    """Move a colour towards a goal, black on a light page and white on a dark one, no further than contrast needs."""
    goal = goal or (BLACK if contrast(page, BLACK) > contrast(page, WHITE) else WHITE)
    for step in range(_STEPS + 1):
        color = found.color if not step else mix(goal, step / _STEPS, found.color)
        if all(contrast(color, area) >= enough for area in behind(color)):
            break
    if color == found.color:
        return found
    how = "darkened" if luminance(color) < luminance(found.color) else "lightened"
    return Found(color, f"{found.where} ({found.color}), {how} to {enough:g}:1")


def _tint(name: str, color: str, page: str) -> str:
    return mix(color, TINTS[f"--brand-{name}-tint"][1], page)


def _soft(color: str, page: str) -> str:
    return mix(color, TINTS["--brand-primary-soft"][1], page)


def _chroma(color: str) -> float:
    parts = parse_hex(color)
    return max(parts) - min(parts)


def _distance(one: str, other: str) -> float:
    return max(abs(a - b) for a, b in zip(parse_hex(one), parse_hex(other), strict=True))


def _slot(slot: str) -> str:
    return _SLOTS.get(slot) or slot.replace("accent", "accent ")


def worn(brand: Brand, look: Look) -> Brand:
    """Return a brand in a look's colours and fonts, for slides on that template; corners and logo stay the brand's."""
    colors = {f"--brand-{name}": found.color for name, found in choose(look).items()}
    colors["--brand-routine"] = colors["--brand-primary"]
    body = family(look.body_font) or brand.family
    heading = family(look.heading_font) or body
    values = {**colors, **derive(colors), "--brand-font": _stack(body), "--brand-font-heading": _stack(heading)}
    return replace(brand, tokens={**brand.tokens, **values}, derived={**brand.derived, **values})


def brand_css(look: Look, logo: str = "") -> str:
    """Write a brand file.

    Args:
        look: the template's.
        logo: the name of the logo's file, beside the brand file; empty for none.
    """
    colors = choose(look)
    lines = [_declaration(f"--brand-{name}", found.color, found.where) for name, found in colors.items()]
    lines.append(_declaration("--brand-routine", "var(--brand-primary)", "as calm as a heading"))
    lines.append("")
    heading, body = family(look.heading_font), family(look.body_font)
    if body:
        lines.append(_declaration("--brand-font", _stack(body), "the template's body text"))
    if heading and heading != body:
        lines.append(_declaration("--brand-font-heading", _stack(heading), "the template's titles"))
    elif body:
        lines.append(_declaration("--brand-font-heading", "var(--brand-font)", "titles wear the same"))
    lines.append("")
    if logo:
        lines.append(_declaration("--brand-logo", f'url("{logo}")', "the master's picture"))
    else:
        lines.append("  /* no logo was found on the template's master: --brand-logo: url(logo.svg); */")
    text = "\n".join(lines)
    return f"""\
/* A brand made from {_comment(look.name)}. Each line says where its value comes from; change what you like.
   What is not here keeps leafdeck's own value, and tints follow from these colours. docs/branding.md tells more. */
{_font_comment(body or heading)}
:root {{
{text}
}}
"""


def _font_comment(name: str) -> str:
    if not name:
        return ""
    return f"""
/* The template names its fonts and does not carry them. Where they are not installed, put their files into a folder
   fonts beside this file, and take this rule out of the comment, once for each file:
   @font-face {{ font-family: "{_comment(name)}"; font-weight: 400; src: url(fonts/YOUR-FILE.ttf) }} */
"""


def _declaration(name: str, value: str, comment: str) -> str:
    return f"  {name}: {value}; /* {_comment(comment)} */"


def _comment(text: str) -> str:
    """Keep a stranger's words inside their comment."""
    return re.sub(r"[^ -\U0010ffff]", " ", text).replace("*/", "* /")


def family(name: str) -> str:
    """Return a font's name without what a CSS string cannot hold; a name that is nothing else is empty."""
    return re.sub(r"[\x00-\x1f\"\\\x7f]", "", name).strip()


def _stack(name: str) -> str:
    return ", ".join(dict.fromkeys((f'"{name}"', '"Liberation Sans"', "Arial", "sans-serif")))
