"""The slide master and its layouts in python-pptx's template (ECMA-376 part 1, 19.3.1.39 and 19.3.1.42)."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from functools import partial

from pptx.opc.constants import CONTENT_TYPE, RELATIONSHIP_TYPE
from pptx.opc.packuri import PackURI
from pptx.parts.slide import SlideLayoutPart
from pptx.presentation import Presentation
from pptx.shapes.shapetree import GroupShapes
from pptx.slide import SlideLayout

from leafdeck.deck import package, shapes, textxml
from leafdeck.deck import theme as themes
from leafdeck.deck.model import Deck, DeckInfo, Layout, Shape
from leafdeck.deck.paint import Color, Fill
from leafdeck.deck.xml import Node, clean, make, put, qualified, serialise, speak

FIRST_LAYOUT_ID = 2_147_483_649
KINDS = ("title", "body", "dt", "ftr", "sldNum")
LEVELS = 9
"""How many levels of a list PowerPoint knows."""


def fill(presentation: Presentation, deck: Deck, info: DeckInfo) -> list[SlideLayout]:
    """Dress the template's master in our theme, give it the deck's layouts and return them in order."""
    master = presentation.slide_master
    master.part.part_related_by(RELATIONSHIP_TYPE.THEME).blob = serialise(themes.part(info.theme))
    setting = textxml.Setting(info.theme, info.language, lambda _address: None)
    placeholders = shared(deck.layouts)
    element = master.element
    tree = element.cSld.spTree
    for old in list(tree.iter_shape_elms()):
        tree.remove(old)
    pen = shapes.Pen(setting)
    for placeholder in placeholders:
        pen.define(placeholder, tree)
    _back(element, Color(info.theme.colors["lt1"]), setting)
    styles = element.find(qualified("p:txStyles"))
    put(styles.find(qualified("p:titleStyle")), *_levels(placeholders, "title", setting))
    put(styles.find(qualified("p:bodyStyle")), *_levels(placeholders, "body", setting))
    styles.addprevious(make("p:hf", hdr=False, dt=False))
    speak(element, info.language)
    return [_layout(presentation, layout, number, pen) for number, layout in enumerate(deck.layouts, 1)]


def _layout(presentation: Presentation, layout: Layout, number: int, pen: shapes.Pen) -> SlideLayout:
    """Add a layout; python-pptx has no call for it, but has the part and the list that it stands in."""
    master = presentation.slide_master
    head = make("p:nvGrpSpPr", make("p:cNvPr", id=1, name=""), make("p:cNvGrpSpPr"), make("p:nvPr"))
    element = make(
        "p:sldLayout",
        make("p:cSld", make("p:spTree", head, make("p:grpSpPr")), name=clean(layout.name)),
        make("p:clrMapOvr", make("a:masterClrMapping")),
        type=layout.kind,
        preserve=True,
        showMasterSp=False,
    )
    name = PackURI(f"/ppt/slideLayouts/slideLayout{number}.xml")
    part = SlideLayoutPart(name, CONTENT_TYPE.PML_SLIDE_LAYOUT, presentation.part.package, element)
    part.relate_to(master.part, RELATIONSHIP_TYPE.SLIDE_MASTER)
    listed = master.element.get_or_add_sldLayoutIdLst()
    relation = master.part.relate_to(part, RELATIONSHIP_TYPE.SLIDE_LAYOUT)
    listed.append(make("p:sldLayoutId", id=FIRST_LAYOUT_ID + number - 1, r_id=relation))
    made: SlideLayout = part.slide_layout
    setting = replace(pen.setting, embed=partial(package.embed, part))
    pen = replace(pen, setting=setting)
    if layout.background is not None:
        _back(element, layout.background, setting)
    pen.put(layout.decorations, GroupShapes(element.cSld.spTree, made))
    for placeholder in layout.placeholders:
        pen.define(placeholder, element.cSld.spTree, layout.kind, shapes.index(placeholder, layout))
    return made


def _back(element: Node, background: Fill, setting: textxml.Setting) -> None:
    """Set the background of a master or layout."""
    properties = element.cSld.get_or_add_bgPr()
    put(properties, themes.fill(background, setting.theme, setting.embed), make("a:effectLst"))


def shared(layouts: Sequence[Layout]) -> tuple[Shape, ...]:
    """Return the master's placeholders: each as the plainest layout has it that has one, with the largest body."""
    order = sorted(layouts, key=lambda layout: (layout.kind != "obj", -_room(layout)))
    found: dict[str, Shape] = {}
    for layout in order:
        for shape in layout.placeholders:
            found.setdefault(shape.placeholder, shape)
    return tuple(found[kind] for kind in KINDS if kind in found)


def _room(layout: Layout) -> int:
    boxes = (shape.box for shape in layout.placeholders if shape.placeholder == "body")
    return max((box.width * box.height for box in boxes if box), default=0)


def _levels(placeholders: Sequence[Shape], kind: str, setting: textxml.Setting) -> list[Node]:
    shape = next((shape for shape in placeholders if shape.placeholder == kind), None)
    return [textxml.level_style(para, setting, level) for level, para in sorted(shapes.levels(shape).items())]
