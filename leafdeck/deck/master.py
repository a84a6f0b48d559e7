"""The slide master: the placeholders and text styles that the layouts share (ECMA-376 part 1, 19.3.1.42)."""

from __future__ import annotations

from collections.abc import Sequence

from leafdeck.deck import textxml
from leafdeck.deck import theme as themes
from leafdeck.deck.model import Deck, Layout, Para, Shape
from leafdeck.deck.paint import Color
from leafdeck.deck.shapexml import Tree
from leafdeck.deck.xml import Node, make

MAP = {
    "bg1": "lt1",
    "tx1": "dk1",
    "bg2": "lt2",
    "tx2": "dk2",
    **{f"accent{n}": f"accent{n}" for n in range(1, 7)},
    "hlink": "hlink",
    "folHlink": "folHlink",
}
KINDS = ("title", "body", "ftr", "sldNum")


def part(deck: Deck, setting: textxml.Setting, first_id: int, relations: Sequence[str]) -> Node:
    """Return the master, made from the layouts: ids of layouts go on from ``first_id``."""
    placeholders = shared(deck.layouts)
    tree = Tree(setting, picture=lambda _picture: "", defining=True)
    white = Color(setting.theme.colors["lt1"])
    back = make("p:bg", make("p:bgPr", themes.fill(white, setting.theme), make("a:effectLst")))
    ids = [make("p:sldLayoutId", id=first_id + n, r_id=relation) for n, relation in enumerate(relations)]
    return make(
        "p:sldMaster",
        make("p:cSld", back, tree.tree(placeholders)),
        make("p:clrMap", **MAP),
        make("p:sldLayoutIdLst", *ids),
        make(
            "p:txStyles",
            make("p:titleStyle", *_levels(placeholders, "title", setting)),
            make("p:bodyStyle", *_levels(placeholders, "body", setting)),
            make("p:otherStyle"),
        ),
    )


def shared(layouts: Sequence[Layout]) -> tuple[Shape, ...]:
    """Return the master's placeholders: each as the plainest layout has it that has one."""
    order = sorted(layouts, key=lambda layout: layout.kind != "obj")
    found: dict[str, Shape] = {}
    for layout in order:
        for shape in layout.placeholders:
            found.setdefault(shape.placeholder, shape)
    return tuple(found[kind] for kind in KINDS if kind in found)


def _levels(placeholders: Sequence[Shape], kind: str, setting: textxml.Setting) -> list[Node]:
    shape = next((shape for shape in placeholders if shape.placeholder == kind), None)
    levels: dict[int, Para] = {}
    if shape and shape.text:
        levels = {para.level: para for para in shape.text.paragraphs}
    return [textxml.level_style(para, setting, level) for level, para in sorted(levels.items())]
