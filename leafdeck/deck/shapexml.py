"""What a shape says of itself beyond python-pptx's calls (ECMA-376 part 1, 20.1): its look and its description."""

from __future__ import annotations

from leafdeck.deck import textxml
from leafdeck.deck import theme as themes
from leafdeck.deck.model import Box, Freeform, Line, Preset, Shape, TableCell, Theme
from leafdeck.deck.xml import Node, clean, make

DECORATIVE = "{C183D7F6-B498-43B3-948B-1728B52AA6E4}"
"""The extension that marks a shape as decoration (MS-ODRAWXML, decorative)."""

SIDES = ("lnL", "lnR", "lnT", "lnB")


def describe(element: Node, name: str, alt: str, *, decorative: bool) -> None:
    """Give a shape its name, and its alternative text or the mark of decoration."""
    said = element.xpath("./*[1]/p:cNvPr")[0]
    said.set("name", clean(name))
    said.attrib.pop("descr", None)
    if alt:
        said.set("descr", clean(alt))
    elif decorative:
        said.append(make("a:extLst", make("a:ext", make("adec:decorative", val=1), uri=DECORATIVE)))


def look(shape: Shape, base: Shape | None, theme: Theme) -> list[Node]:
    """Return place, geometry, fill and line: for a placeholder only what differs from its layout's."""
    nodes: list[Node] = []
    if shape.box and not (base and base.box == shape.box):
        nodes.append(_place(shape.box))
    if base is None or base.geometry != shape.geometry:
        nodes.append(_geometry(shape.geometry, shape.box))
    if base is None or base.fill != shape.fill:
        nodes.append(themes.fill(shape.fill, theme))
    if base is None or base.line != shape.line:
        nodes.append(line(shape.line, theme))
    return nodes


def line(value: Line | None, theme: Theme, tag: str = "a:ln") -> Node:
    """Return an outline, or with its own tag a table cell's border."""
    if value is None:
        return make(tag, make("a:noFill"))
    return make(tag, themes.fill(value.color, theme), make("a:prstDash", val=value.dash), w=max(0, value.width))


def cell(value: TableCell, setting: textxml.Setting) -> tuple[Node, Node]:
    """Return a table cell's text and its properties: margins, borders, fill."""
    left, top, right, bottom = value.text.insets
    text = textxml.body(value.text, setting, tag="a:txBody")
    text.replace(text[0], make("a:bodyPr"))
    borders = [line(one, setting.theme, f"a:{side}") for side, one in zip(SIDES, value.borders, strict=True)]
    anchor = value.text.anchor if value.text.anchor != "t" else None
    fill = themes.fill(value.fill, setting.theme)
    return text, make("a:tcPr", *borders, fill, marL=left, marR=right, marT=top, marB=bottom, anchor=anchor)


def _place(box: Box) -> Node:
    size = make("a:ext", cx=max(0, box.width), cy=max(0, box.height))
    return make("a:xfrm", make("a:off", x=box.x, y=box.y), size)


def _geometry(geometry: Preset | Freeform, box: Box | None) -> Node:
    if isinstance(geometry, Preset):
        guides = [make("a:gd", name=name, fmla=f"val {value}") for name, value in geometry.adjust]
        return make("a:prstGeom", make("a:avLst", *guides), prst=geometry.name)
    assert box is not None  # noqa: S101 - a freeform is never a placeholder without a place
    paths = []
    for steps in geometry.paths:
        nodes = [_step(kind, points) for kind, points in steps]
        paths.append(make("a:path", *nodes, w=max(1, box.width), h=max(1, box.height)))
    empty = [make(f"a:{name}") for name in ("avLst", "gdLst", "ahLst", "cxnLst")]
    rect = make("a:rect", l="0", t="0", r="r", b="b")
    return make("a:custGeom", *empty, rect, make("a:pathLst", *paths))


def _step(kind: str, points: tuple[tuple[int, int], ...]) -> Node:
    name = {"M": "moveTo", "L": "lnTo", "C": "cubicBezTo", "Z": "close"}[kind]
    return make(f"a:{name}", *[make("a:pt", x=x, y=y) for x, y in points])
