"""What a shape says of itself beyond python-pptx's calls (ECMA-376 part 1, 20.1): its look and its description."""

from __future__ import annotations

from copy import deepcopy
from functools import lru_cache

from leafdeck.deck import textxml
from leafdeck.deck import theme as themes
from leafdeck.deck.model import Box, Freeform, Line, Preset, Shadow, Shape, TableCell, Theme
from leafdeck.deck.xml import Node, Value, clean, make, put, qualified

DECORATIVE = "{C183D7F6-B498-43B3-948B-1728B52AA6E4}"
"""The extension that marks a shape as decoration (MS-ODRAWXML, decorative)."""

VECTOR = "{96DAC541-7B7A-43D3-8B79-37D633B846F1}"
"""The extension that names a picture's SVG file (MS-ODRAWXML, svgBlip)."""

SIDES = ("lnL", "lnR", "lnT", "lnB")


def describe(element: Node, name: str, alt: str, *, decorative: bool, link: tuple[str, str] | None = None) -> None:
    """Give a shape its name, its alternative text or the mark of decoration, and where a click on it leads.

    A link is its relationship and its action.
    """
    said = element[0].find(qualified("p:cNvPr"))
    said.set("name", clean(name))
    said.attrib.pop("descr", None)
    if link:
        said.append(make("a:hlinkClick", r_id=link[0], action=link[1] or None))
    if alt:
        said.set("descr", clean(alt))
    elif decorative:
        said.append(make("a:extLst", make("a:ext", make("adec:decorative", val=1), uri=DECORATIVE)))


def surround(group: Node, box: Box) -> None:
    """Give a group its place; what stands in it keeps to the slide's own measures (20.1.7.5)."""
    place = [make(f"a:{name}", x=box.x, y=box.y) for name in ("off", "chOff")]
    size = [make(f"a:{name}", cx=box.width, cy=box.height) for name in ("ext", "chExt")]
    put(group.find(qualified("p:grpSpPr")), make("a:xfrm", place[0], size[0], place[1], size[1]))


def look(shape: Shape, base: Shape | None, setting: textxml.Setting) -> list[Node]:
    """Return place, geometry, fill, line and shadow: for a placeholder only what differs from its layout's."""
    theme = setting.theme
    nodes: list[Node] = []
    if shape.box and not (base and (base.box, base.rotation) == (shape.box, shape.rotation)):
        nodes.append(_place(shape.box, shape.rotation))
    if base is None or base.geometry != shape.geometry:
        nodes.append(geometry(shape.geometry, shape.box))
    if base is None or base.fill != shape.fill:
        nodes.append(themes.fill(shape.fill, theme, setting.embed))
    if base is None or base.line != shape.line:
        nodes.append(line(shape.line, theme))
    if shape.shadows and (base is None or base.shadows != shape.shadows):
        nodes.append(effects(shape.shadows, theme))
    return nodes


def effects(shadows: tuple[Shadow, ...], theme: Theme) -> Node:
    """Return a list of effects: the shadow inside a shape before the one outside, as the schema wants."""
    nodes = []
    for shadow in sorted(shadows, key=lambda shadow: not shadow.inset):
        place: dict[str, Value] = {
            "blurRad": shadow.blur,
            "dist": shadow.distance,
            "dir": angle(shadow.direction),
        }
        shade = themes.color(shadow.color, theme)
        if shadow.inset:
            nodes.append(make("a:innerShdw", shade, text="", **place))
        else:
            sx, sy = (round(share * 100_000) for share in shadow.scale)
            scale: dict[str, Value] = {} if (sx, sy) == (100_000, 100_000) else {"sx": sx, "sy": sy}
            nodes.append(make("a:outerShdw", shade, text="", **place, **scale, algn="ctr", rotWithShape=False))
    return make("a:effectLst", *nodes)


def angle(degrees: float) -> int:
    """Return an angle in 60,000ths of a degree (20.1.10.3)."""
    return round(degrees * 60_000) % 21_600_000


def line(value: Line | None, theme: Theme, tag: str = "a:ln") -> Node:
    """Return an outline, or with its own tag a table cell's border."""
    if value is None:
        return make(tag, make("a:noFill"))
    dash = make("a:prstDash", val=value.dash)
    return make(tag, themes.fill(value.color, theme), dash, w=max(0, value.width), cmpd=value.compound or None)


def cell(value: TableCell, setting: textxml.Setting) -> tuple[Node, Node]:
    """Return a table cell's text and its properties: margins, borders, fill."""
    left, top, right, bottom = value.text.insets
    text = textxml.body(value.text, setting, tag="a:txBody")
    text.replace(text[0], make("a:bodyPr"))
    borders = [line(one, setting.theme, f"a:{side}") for side, one in zip(SIDES, value.borders, strict=True)]
    anchor = value.text.anchor if value.text.anchor != "t" else None
    fill = themes.fill(value.fill, setting.theme, setting.embed)
    return text, make("a:tcPr", *borders, fill, marL=left, marR=right, marT=top, marB=bottom, anchor=anchor)


def _place(box: Box, rotation: float = 0.0) -> Node:
    size = make("a:ext", cx=max(0, box.width), cy=max(0, box.height))
    return make("a:xfrm", make("a:off", x=box.x, y=box.y), size, rot=angle(rotation) or None)


def geometry(value: Preset | Freeform, box: Box | None) -> Node:
    """Return a shape's outline."""
    if isinstance(value, Preset):
        guides = [make("a:gd", name=name, fmla=f"val {adjust}") for name, adjust in value.adjust]
        return make("a:prstGeom", make("a:avLst", *guides), prst=value.name)
    assert box is not None  # noqa: S101 - a freeform is never a placeholder without a place
    return deepcopy(_freeform(value, max(1, box.width), max(1, box.height)))


@lru_cache(256)
def _freeform(value: Freeform, width: int, height: int) -> Node:
    """Return an outline's element; it is kept, for icons come more than once."""
    paths = []
    for steps in value.paths:
        nodes = [_step(kind, points) for kind, points in steps]
        paths.append(make("a:path", *nodes, w=width, h=height))
    empty = [make(f"a:{name}") for name in ("avLst", "gdLst", "ahLst", "cxnLst")]
    rect = make("a:rect", l="0", t="0", r="r", b="b")
    return make("a:custGeom", *empty, rect, make("a:pathLst", *paths))


def _step(kind: str, points: tuple[tuple[int, int], ...]) -> Node:
    name = {"M": "moveTo", "L": "lnTo", "C": "cubicBezTo", "Z": "close"}[kind]
    return make(f"a:{name}", *[make("a:pt", x=x, y=y) for x, y in points])
