"""A deck's theme: its XML (ECMA-376 part 1, 20.1.6), and colours and fonts that refer to its slots."""

from __future__ import annotations

from collections.abc import Callable

from leafdeck.deck import tint
from leafdeck.deck.model import SLOTS, Theme
from leafdeck.deck.paint import Color, Fill, Texture
from leafdeck.deck.xml import Node, make

MAPPED = {"dk1": "tx1", "lt1": "bg1", "dk2": "tx2", "lt2": "bg2"}
"""What slides call a theme's slots, by the master's colour map."""

SCRIPTS = {
    "Jpan": "Yu Gothic",
    "Hang": "Malgun Gothic",
    "Hans": "Microsoft YaHei",
    "Hant": "Microsoft JhengHei",
    "Arab": "Arial",
    "Hebr": "Arial",
    "Thai": "Tahoma",
    "Viet": "Arial",
    **dict.fromkeys(
        ("Beng", "Deva", "Gujr", "Guru", "Knda", "Mlym", "Orya", "Sinh", "Taml", "Telu"),
        "Nirmala UI",
    ),
    "Khmr": "Leelawadee UI",
    "Laoo": "Leelawadee UI",
    "Mymr": "Myanmar Text",
    "Ethi": "Nyala",
    "Geor": "Sylfaen",
    "Armn": "Sylfaen",
    "Tibt": "Microsoft Himalaya",
}
"""Fonts that come with Office or its systems, by the scripts (ISO 15924) that the theme's own fonts may not have."""

PREFERRED = ("dk1", "lt1", *(f"accent{n}" for n in range(1, 7)), "dk2", "lt2")
"""Which slot a colour refers to where several hold it."""


def color(value: Color, theme: Theme) -> Node:
    """Return a colour: by the theme's slot that holds it or that it is a tint of: another theme recolours it."""
    slot = next((slot for slot in PREFERRED if theme.colors.get(slot) == value.hex), None)
    alpha = make("a:alpha", val=round(value.alpha * 100_000)) if value.alpha < 1 else None
    if slot:
        return make("a:schemeClr", alpha, val=MAPPED.get(slot, slot))
    page = theme.colors.get("lt1", "ffffff")
    slots = tuple((slot, theme.colors[slot]) for slot in PREFERRED if slot in theme.colors and slot != "lt1")
    made = tint.of(value.hex, slots, page)
    if made:
        changes = [make(f"a:{name}", val=amount) for name, amount in made[1]]
        return make("a:schemeClr", *changes, alpha, val=MAPPED.get(made[0], made[0]))
    return make("a:srgbClr", alpha, val=value.hex.upper())


Embed = Callable[[bytes], str]
"""Puts a picture's file beside the part that is being written, and returns its relationship."""


def fill(value: Fill | None, theme: Theme, embed: Embed | None = None) -> Node:
    """Return a fill; a texture needs a way to embed its picture."""
    if value is None:
        return make("a:noFill")
    if isinstance(value, Texture):
        assert embed is not None  # noqa: S101 - lines and letters are not filled with pictures
        return _texture(value, embed(value.data))
    if isinstance(value, Color):
        return make("a:solidFill", color(value, theme))
    stops = [make("a:gs", color(stop, theme), pos=round(share * 100_000)) for share, stop in value.stops]
    if value.center is None:
        way = make("a:lin", ang=round(value.angle * 60_000) % 21_600_000, scaled=False)
    else:
        across, down = (round(share * 100_000) for share in value.center)
        focus = make("a:fillToRect", l=across, t=down, r=100_000 - across, b=100_000 - down)
        way = make("a:path", focus, path="circle")
    return make("a:gradFill", make("a:gsLst", *stops), way, rotWithShape=True)


def _texture(value: Texture, relation: str) -> Node:
    """Return a picture fill: stretched over the shape, or in tiles from its top left corner."""
    blip = make("a:blip", alpha_of(value.alpha), r_embed=relation)
    if value.tile is None:
        # What is cut off reaches over the shape's edges: the offsets that PowerPoint shows for a picture fill.
        left, top, right, bottom = value.crop
        across, down = 1 - left - right, 1 - top - bottom
        beyond = (left / across, top / down, right / across, bottom / down)
        sides = [round(-share * 100_000) or None for share in beyond]
        way = make("a:stretch", make("a:fillRect", l=sides[0], t=sides[1], r=sides[2], b=sides[3]))
    else:
        x, y, across, down = value.tile
        sx, sy = round(across * 100_000), round(down * 100_000)
        way = make("a:tile", tx=x.emu, ty=y.emu, sx=sx, sy=sy, flip="none", algn="tl")
    return make("a:blipFill", blip, make("a:srcRect"), way, dpi=0, rotWithShape=True)


def alpha_of(share: float) -> Node | None:
    """Return a picture's opacity; None where it hides what is behind it."""
    return make("a:alphaModFix", amt=round(share * 100_000)) if share < 1 else None


def font(family: str, theme: Theme, *, heading: bool = False) -> str:
    """Return a font's name: the theme's heading or body font where it is the family."""
    if heading and family == theme.major:
        return "+mj-lt"
    if family == theme.minor:
        return "+mn-lt"
    return "+mj-lt" if family == theme.major else family


def script_font(script: str, given: str | None, face: str, theme: Theme, *, heading: bool = False) -> str:
    """Return the font of a run's letters in East Asian (``ea``) or complex (``cs``) scripts.

    Args:
        script: ``ea`` or ``cs``.
        given: their family; empty for that of the run, None for the theme's choice by language.
        face: the run's font as `font` returned it.
        theme: the theme.
        heading: whether the run stands in a title.
    """
    own = {"+mj-lt": "+mj-", "+mn-lt": "+mn-"}.get(face)
    themes = f"{own or ('+mj-' if heading else '+mn-')}{script}"
    if given:
        return themes if given == (theme.east_asian if script == "ea" else theme.complex_script) else given
    return themes if own or given is None else face


def typeface(tag: str, face: str, theme: Theme) -> Node:
    """Return an element that names a font, with what is known of its shapes."""
    panose, pitch = theme.shapes.get(face, (None, None))
    return make(tag, typeface=face, panose=panose, pitchFamily=pitch)


def part(theme: Theme) -> Node:
    """Return the theme part."""
    slots = [make(f"a:{slot}", make("a:srgbClr", val=theme.colors[slot].upper())) for slot in SLOTS]
    fonts = [
        make(
            f"a:{kind}Font",
            typeface("a:latin", family, theme),
            typeface("a:ea", theme.east_asian, theme),
            typeface("a:cs", theme.complex_script, theme),
            *[make("a:font", script=script, typeface=name) for script, name in SCRIPTS.items()],
        )
        for kind, family in (("major", theme.major), ("minor", theme.minor))
    ]
    return make(
        "a:theme",
        make(
            "a:themeElements",
            make("a:clrScheme", *slots, name=theme.name),
            make("a:fontScheme", *fonts, name=theme.name),
            _formats(theme.name),
        ),
        make("a:objectDefaults"),
        make("a:extraClrSchemeLst"),
        name=theme.name,
    )


def _formats(name: str) -> Node:
    """Return plain fills, lines and effects: a shape that a presenter draws is as flat as the deck's own."""

    def solid() -> Node:
        return make("a:solidFill", make("a:schemeClr", val="phClr"))

    lines = [make("a:ln", solid(), make("a:prstDash", val="solid"), w=width) for width in (9525, 19050, 28575)]
    effects = [make("a:effectStyle", make("a:effectLst")) for _ in range(3)]
    return make(
        "a:fmtScheme",
        make("a:fillStyleLst", solid(), solid(), solid()),
        make("a:lnStyleLst", *lines),
        make("a:effectStyleLst", *effects),
        make("a:bgFillStyleLst", solid(), solid(), solid()),
        name=name,
    )
