"""A Deck to the bytes of a .pptx file (ECMA-376 PresentationML). Nothing here reads CSS, a clock or the network."""

from __future__ import annotations

import uuid
from collections.abc import Mapping
from dataclasses import replace
from functools import partial
from itertools import groupby

from leafdeck.deck import master, notes, properties, textxml
from leafdeck.deck import theme as themes
from leafdeck.deck.model import Deck, DeckInfo, Layout, PictureShape, Slide
from leafdeck.deck.package import Package, Part
from leafdeck.deck.shapexml import Tree
from leafdeck.deck.xml import Node, make

TYPE = "application/vnd.openxmlformats-officedocument.presentationml"
THEME_TYPE = "application/vnd.openxmlformats-officedocument.theme+xml"
SECTIONS = "{521415D9-36F7-43E2-AB2F-B90AF26B5E84}"
FIRST_LAYOUT_ID = 2_147_483_649
FIRST_SLIDE_ID = 256
WEB = ("http://", "https://", "mailto:", "tel:")
JUMP = "ppaction://hlinksldjump"
NOTES_SIZE = (6_858_000, 9_144_000)
"""A portrait page of notes, 7.5 by 10 inches, as PowerPoint has it."""


def write(deck: Deck, info: DeckInfo) -> bytes:
    """Write a deck: the same deck and information give the same bytes."""
    package = Package()
    main = package.add("ppt/presentation.xml", f"{TYPE}.presentation.main+xml")
    package.root.relate("officeDocument", main.name)
    properties.add(package, info, len(deck.slides))
    master_part = package.add("ppt/slideMasters/slideMaster1.xml", f"{TYPE}.slideMaster+xml")
    main.relate("slideMaster", master_part.name)
    layouts = [_layout(package, deck, info, index, master_part) for index in range(len(deck.layouts))]
    master_part.relate("theme", _theme(package, info, 1).name)
    master_part.fill(master.part(deck, _setting(info, master_part), FIRST_LAYOUT_ID, [
        master_part.relate("slideLayout", layout.name) for layout in layouts
    ]))
    slides = [
        package.add(f"ppt/slides/slide{number}.xml", f"{TYPE}.slide+xml") for number in range(1, len(deck.slides) + 1)
    ]
    notes_master = notes.master(package, info, _theme(package, info, 2)) if any(s.notes for s in deck.slides) else None
    anchors = {slide.anchor: part for slide, part in reversed(list(zip(deck.slides, slides, strict=True))) if slide.anchor}
    for slide, part in zip(deck.slides, slides, strict=True):
        part.relate("slideLayout", layouts[slide.layout].name)
        part.fill(_slide(package, part, slide, deck.layouts[slide.layout], info, anchors))
        if notes_master and slide.notes:
            notes.slide(package, part, slide, notes_master, info)
    main.fill(_presentation(deck, main, slides, notes_master))
    return package.write()


def _setting(info: DeckInfo, part: Part, anchors: Mapping[str, Part] | None = None) -> textxml.Setting:
    return textxml.Setting(info.theme, info.language, partial(_link, part, anchors or {}))


def _link(part: Part, anchors: Mapping[str, Part], address: str) -> tuple[str, str] | None:
    """Return a link's relationship and action: to the web or to a slide; None for anywhere else."""
    if address.lower().startswith(WEB):
        return part.relate("hyperlink", address, external=True), ""
    target = anchors.get(address.removeprefix("#")) if address.startswith("#") else None
    return (part.relate("slide", target.name), JUMP) if target else None


def _theme(package: Package, info: DeckInfo, number: int) -> Part:
    part = package.add(f"ppt/theme/theme{number}.xml", THEME_TYPE)
    part.fill(themes.part(info.theme))
    return part


def _tree(package: Package, part: Part, setting: textxml.Setting, layout: Layout) -> Tree:
    def picture(shape: PictureShape) -> str:
        return part.relate("image", package.image(shape.data, shape.media_type).name)

    return Tree(setting, picture, centred=layout.kind == "title")


def _layout(package: Package, deck: Deck, info: DeckInfo, index: int, master_part: Part) -> Part:
    layout = deck.layouts[index]
    part = package.add(f"ppt/slideLayouts/slideLayout{index + 1}.xml", f"{TYPE}.slideLayout+xml")
    part.relate("slideMaster", master_part.name)
    tree = _tree(package, part, _setting(info, part), layout)
    tree.defining = True
    data = make(
        "p:cSld",
        background(layout, info),
        tree.tree((*layout.decorations, *layout.placeholders)),
        name=layout.name,
    )
    kind = layout.kind
    part.fill(make("p:sldLayout", data, _colors(), type=kind, preserve=True, showMasterSp=False))
    return part


def background(layout: Layout, info: DeckInfo) -> Node | None:
    """Return a layout's background; None to take the master's."""
    if layout.background is None:
        return None
    return make("p:bg", make("p:bgPr", themes.fill(layout.background, info.theme), make("a:effectLst")))


def _colors() -> Node:
    return make("p:clrMapOvr", make("a:masterClrMapping"))


def _slide(
    package: Package, part: Part, slide: Slide, layout: Layout, info: DeckInfo, anchors: Mapping[str, Part]
) -> Node:
    setting = _setting(info, part, anchors)
    if slide.language:
        setting = replace(setting, language=slide.language)
    tree = _tree(package, part, setting, layout)
    tree.inherited = {shape.placeholder: shape for shape in layout.placeholders}
    return make("p:sld", make("p:cSld", tree.tree(slide.shapes)), _colors())


def _presentation(deck: Deck, main: Part, slides: list[Part], notes_master: Part | None) -> Node:
    listed = [
        make("p:sldId", id=FIRST_SLIDE_ID + index, r_id=main.relate("slide", part.name))
        for index, part in enumerate(slides)
    ]
    notes_list = None
    if notes_master:
        notes_list = make(
            "p:notesMasterIdLst", make("p:notesMasterId", r_id=main.relate("notesMaster", notes_master.name))
        )
    return make(
        "p:presentation",
        make("p:sldMasterIdLst", make("p:sldMasterId", id=FIRST_LAYOUT_ID - 1, r_id="rId1")),
        notes_list,
        make("p:sldIdLst", *listed) if listed else None,
        make("p:sldSz", cx=deck.width, cy=deck.height),
        make("p:notesSz", cx=NOTES_SIZE[0], cy=NOTES_SIZE[1]),
        _sections(deck),
        saveSubsetFonts=True,
    )


def _sections(deck: Deck) -> Node | None:
    """Return PowerPoint's sections (MS-PPTX 2.6.4): neighbours of one part; a slide without one goes on with the last."""
    if not any(slide.part for slide in deck.slides):
        return None
    parts: list[str] = []
    for slide in deck.slides:
        parts.append(slide.part or (parts[-1] if parts else next(s.part for s in deck.slides if s.part)))
    made = []
    numbered = enumerate(parts)
    for name, members in groupby(numbered, key=lambda member: member[1]):
        ids = [FIRST_SLIDE_ID + index for index, _ in members]
        guid = str(uuid.uuid5(uuid.NAMESPACE_URL, f"{name}/{ids[0]}")).upper()
        slides = make("p14:sldIdLst", *[make("p14:sldId", id=number) for number in ids])
        made.append(make("p14:section", slides, name=name, id=f"{{{guid}}}"))
    return make("p:extLst", make("p:ext", make("p14:sectionLst", *made), uri=SECTIONS))


