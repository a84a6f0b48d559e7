"""The look of a presentation template: its theme's colours and fonts, what its master wears, its logo."""

from __future__ import annotations

import colorsys
import math
import re
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path

from pptx.opc.constants import RELATIONSHIP_TYPE
from pptx.opc.package import Part
from pptx.oxml import parse_xml
from pptx.presentation import Presentation
from pptx.slide import SlideMaster

from leafdeck.brand.color import RGB, NotAColorError, parse_hex, to_hex, to_srgb
from leafdeck.brand.look import Found, Logo, Look
from leafdeck.deck.model import SLOTS, Theme
from leafdeck.deck.template import open_template
from leafdeck.deck.theme import MAPPED
from leafdeck.deck.xml import Node, local, qualified
from leafdeck.notice import Notice, Place, Severity

SUFFIXES = {"image/svg+xml": ".svg", "image/png": ".png", "image/jpeg": ".jpg", "image/gif": ".gif"}
"""The pictures that leaflet and slides can both show, with the suffix of their files."""

LARGEST_LOGO = 0.2
"""A picture that covers more of the slide than this is taken for a background."""

_SVG = "{http://schemas.microsoft.com/office/drawing/2016/SVG/main}svgBlip"
_THEME_FONTS = {"+mj-lt": "majorFont", "+mn-lt": "minorFont"}
_WHOLE = 100_000


@dataclass(frozen=True, slots=True)
class SlideTheme:
    """A theme's slots as ``#rrggbb``, its two fonts, and what slides call the slots."""

    slots: Mapping[str, str]
    fonts: Mapping[str, str]
    called: Mapping[str, str]

    def slot(self, name: str) -> str:
        """Return a slot's colour by its own name or by the one that slides use; black for a name that is neither."""
        return self.slots.get(self.called.get(name, name), "#000000")


def read(path: Path) -> tuple[Look, tuple[Notice, ...]]:
    """Read a template's look, of its first master.

    Returns:
        The look, and what could not be used.

    Raises:
        LayoutError: the file is no presentation.
    """
    presentation = open_template(path)
    look, _, notices = worn(presentation, theme_of(presentation.slide_masters[0]), path)
    return look, notices


def worn(presentation: Presentation, theme: SlideTheme, path: Path) -> tuple[Look, Theme, tuple[Notice, ...]]:
    """Return an open template's look, its theme as slides refer to it by the master's colour map, and the notices.

    Args:
        presentation: the template.
        theme: its first master's theme.
        path: its file, for the notices.
    """
    master = presentation.slide_masters[0]
    notices: list[Notice] = []
    size = (presentation.slide_width or 1) * (presentation.slide_height or 1)
    pictures = [_pictures(master.element, master.part, size)]
    pictures += [_pictures(layout.element, layout.part, size) for layout in master.slide_layouts]
    logo = _logo(next((found for found in pictures if found), []), path, notices)
    title, text = _style(master, "title"), _style(master, "body")
    paper = Found(theme.slot("bg1"), "the theme's background colour")
    look = Look(
        name=path.name,
        slots=theme.slots,
        page=_background(master, theme),
        paper=paper,
        title=text_color(title, theme, "the titles of the master"),
        text=text_color(text, theme, "the body text of the master"),
        heading_font=font_of(title, theme, "majorFont"),
        body_font=font_of(text, theme, "minorFont"),
        logo=logo,
    )
    called = {slot: theme.slot(MAPPED.get(slot, slot)).removeprefix("#") for slot in SLOTS}
    return look, Theme(called, theme.fonts["majorFont"], theme.fonts["minorFont"]), tuple(notices)


def theme_of(master: SlideMaster) -> SlideTheme:
    """Return a master's theme."""
    element = parse_xml(master.part.part_related_by(RELATIONSHIP_TYPE.THEME).blob)
    scheme = element.find(f".//{qualified('a:clrScheme')}")
    slots = {}
    for slot in SLOTS:
        holder = scheme.find(qualified(f"a:{slot}")) if scheme is not None else None
        color = color_of(holder, None)
        if color:
            slots[slot] = color
    fonts = {}
    for kind in ("majorFont", "minorFont"):
        latin = element.find(f".//{qualified(f'a:{kind}')}/{qualified('a:latin')}")
        fonts[kind] = (latin.get("typeface") or "") if latin is not None else ""
    called = master.element.find(qualified("p:clrMap"))
    return SlideTheme(slots, fonts, dict(called.attrib) if called is not None else {})


def _background(master: SlideMaster, theme: SlideTheme) -> Found | None:
    """Return the master's background, None where it is not one solid colour (19.3.1.1)."""
    background = master.element.find(f"{qualified('p:cSld')}/{qualified('p:bg')}")
    if background is None:
        return Found(theme.slot("bg1"), "the theme's background colour")
    own = background.find(f"{qualified('p:bgPr')}/{qualified('a:solidFill')}")
    if own is not None:
        color = color_of(own, theme)
        return Found(color, "the background of the master") if color else None
    reference = background.find(qualified("p:bgRef"))
    if reference is not None and reference.get("idx") in {"0", "1000", "1001"}:  # the first of the theme's: plain
        color = color_of(reference, theme)
        return Found(color, "the background of the master") if color else None
    return None


def _style(master: SlideMaster, kind: str) -> list[Node]:
    """Return the run properties of a kind of text's first level, the placeholder's own before the master's."""
    found: list[Node] = []
    level = f"{qualified('a:lvl1pPr')}/{qualified('a:defRPr')}"
    for element in master.element.iter(qualified("p:sp")):
        mark = element.find(f".//{qualified('p:ph')}")
        if mark is not None and mark.get("type", "body") == kind:
            found += element.findall(f"{qualified('p:txBody')}/{qualified('a:lstStyle')}/{level}")
            break
    styles = master.element.find(f"{qualified('p:txStyles')}/{qualified(f'p:{kind}Style')}")
    return found + (styles.findall(level) if styles is not None else [])


def text_color(styles: Iterable[Node], theme: SlideTheme, where: str) -> Found:
    """Return the first colour that run properties name, or else the theme's for text."""
    for style in styles:
        color = color_of(style.find(qualified("a:solidFill")), theme)
        if color:
            return Found(color, where)
    return Found(theme.slot("tx1"), "the theme's text colour")


def font_of(styles: Iterable[Node], theme: SlideTheme, kind: str) -> str:
    """Return the first family that run properties name, or else the theme's of that kind."""
    for style in styles:
        latin = style.find(qualified("a:latin"))
        if latin is not None and latin.get("typeface"):
            name = str(latin.get("typeface"))
            return theme.fonts.get(_THEME_FONTS.get(name, ""), "") if name.startswith("+") else name
    return theme.fonts[kind]


def color_of(holder: Node | None, theme: SlideTheme | None) -> str | None:
    """Return the colour that an element holds as ``#rrggbb``, None where it holds none (20.1.2.3)."""
    element = next(iter(holder), None) if holder is not None else None
    if element is None:
        return None
    kind, value = local(element), str(element.get("val", ""))
    if kind == "sysClr":
        value = str(element.get("lastClr", "")) or {"window": "ffffff"}.get(value, "000000")
    if kind in {"srgbClr", "sysClr"}:
        color = f"#{value.lower()}" if re.fullmatch("[0-9a-fA-F]{6}", value) else None
    elif kind == "schemeClr":
        color = theme.slot(value) if theme else None
    else:
        color = _named(value) if kind == "prstClr" else None
    if color is None:
        return None
    rgb = parse_hex(color)
    for change in element:
        name, share = local(change), _share(change)
        if name in _CHANGES and share is not None:
            rgb = _CHANGES[name](rgb, share)
    return to_hex(rgb)


def _named(value: str) -> str | None:
    """Return a preset colour (20.1.10.47): CSS's names, some shortened."""
    name = re.sub("^dk", "dark", re.sub("^lt", "light", re.sub("^med", "medium", value)))
    try:
        return to_srgb(name)
    except NotAColorError:
        return None


def _share(change: Node) -> float | None:
    value = str(change.get("val", ""))
    return int(value) / _WHOLE if re.fullmatch(r"-?\d{1,9}", value) else None


def _lightness(rgb: RGB, by: Callable[[float], float]) -> RGB:
    hue, light, saturation = colorsys.rgb_to_hls(*rgb)
    return colorsys.hls_to_rgb(hue, min(1.0, max(0.0, by(light))), saturation)


def _saturation(rgb: RGB, share: float) -> RGB:
    hue, light, saturation = colorsys.rgb_to_hls(*rgb)
    return colorsys.hls_to_rgb(hue, light, min(1.0, saturation * share))


def _towards(rgb: RGB, share: float, other: float) -> RGB:
    red, green, blue = (part * share + other * (1 - share) for part in rgb)
    return red, green, blue


_CHANGES: Mapping[str, Callable[[RGB, float], RGB]] = {
    "lumMod": lambda rgb, share: _lightness(rgb, lambda light: light * share),
    "lumOff": lambda rgb, share: _lightness(rgb, lambda light: light + share),
    "satMod": _saturation,
    "shade": lambda rgb, share: _towards(rgb, share, 0),
    "tint": lambda rgb, share: _towards(rgb, share, 1),
}
"""What a colour's children do to it, near enough for a brand (20.1.2.3.20, .21, .27, .31 and .34)."""


def _pictures(element: Node, part: Part, slide: int) -> list[tuple[Node, Part]]:
    """Return the pictures that may be a logo, the likeliest first: those that say so, then the order drawn in."""
    found = []
    for picture in element.iter(qualified("p:pic")):
        extent = picture.find(f"{qualified('p:spPr')}/{qualified('a:xfrm')}/{qualified('a:ext')}")
        sides = [str(extent.get(side, "")) for side in ("cx", "cy")] if extent is not None else []
        area = math.prod(int(side) if re.fullmatch(r"\d{1,12}", side) else 0 for side in sides)
        if area <= LARGEST_LOGO * slide:
            found.append((picture, part))
    return sorted(found, key=lambda one: not _says_logo(one[0]))


def _says_logo(picture: Node) -> bool:
    about = picture.find(f".//{qualified('p:cNvPr')}")
    return about is not None and "logo" in f"{about.get('name')} {about.get('descr')}".lower()


def _logo(pictures: Iterable[tuple[Node, Part]], path: Path, notices: list[Notice]) -> Logo | None:
    """Return the first picture's file, the SVG where there is one; what cannot be used is said."""
    where = Place(path)
    for picture, part in pictures:
        for image in _files(picture, part):
            if image.content_type in SUFFIXES:
                if picture.find(f".//{qualified('a:srcRect')}") is not None:
                    hint = "The whole picture was taken; crop the file if it shows too much."
                    notices.append(Notice(Severity.INFO, where, "the template crops its logo", hint))
                return Logo(image.blob, SUFFIXES[image.content_type])
        hint = "Save the logo as SVG or PNG beside the brand file, and name it in --brand-logo."
        notices.append(Notice(Severity.WARNING, where, "the logo is in a format that a leaflet cannot show", hint))
        return None
    return None


def _files(picture: Node, part: Part) -> list[Part]:
    """Return the files of a picture, the sharpest first."""
    references = [element.get(qualified("r:embed")) for element in picture.iter(_SVG)]
    references += [element.get(qualified("r:embed")) for element in picture.iter(qualified("a:blip"))]
    relations = [part.rels[reference] for reference in references if reference and reference in part.rels]
    return [relation.target_part for relation in relations if not relation.is_external]
