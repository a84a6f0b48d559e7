"""A finished .pptx file to values that rules can judge. Everything inherited is resolved; nothing is changed."""

from __future__ import annotations

import io
from collections.abc import Iterator
from dataclasses import replace
from typing import Any

import pptx
from pptx.opc.constants import RELATIONSHIP_TYPE
from pptx.oxml import parse_xml
from pptx.presentation import Presentation as Opened
from pptx.slide import Slide as OpenedSlide

from leafdeck.check.finished import Item, Paragraph, Presentation, Slide
from leafdeck.deck import look
from leafdeck.deck.inherit import Wardrobe, is_on
from leafdeck.deck.readshapes import Frame, Reader
from leafdeck.deck.xml import Node, qualified
from leafdeck.units import Emu

BY_THEMSELVES = {"afterEffect", "withEffect", "afterGroup", "withGroup"}


def read(data: bytes) -> Presentation:
    """Read a finished presentation.

    Raises:
        Exception: as python-pptx raises it, for what is no presentation.
    """
    opened = pptx.Presentation(io.BytesIO(data))
    themes: dict[object, look.SlideTheme] = {}
    wardrobes: dict[object, Wardrobe] = {}
    slides = []
    for number, slide in enumerate(opened.slides, 1):
        layout = slide.slide_layout
        if layout.part not in wardrobes:
            master = layout.slide_master
            theme = themes.setdefault(master.part, look.theme_of(master))
            wardrobes[layout.part] = Wardrobe.of(layout, theme, opened.element)
        slides.append(_slide(slide, number, wardrobes[layout.part]))
    core = opened.core_properties
    return Presentation(
        width=Emu(opened.slide_width or 0),
        height=Emu(opened.slide_height or 0),
        title=core.title,
        language=core.language,
        slides=tuple(slides),
        sections=tuple(_sections(opened)),
        locked=opened.element.find(qualified("p:modifyVerifier")) is not None,
        runs_by_itself=_runs_by_itself(opened),
    )


def _slide(slide: OpenedSlide, number: int, wardrobe: Wardrobe) -> Slide:
    layout, master = slide.slide_layout, slide.slide_layout.slide_master
    shown = [one for one in (slide, layout) if is_on(one.element, "showMasterSp", usual="1")]
    beneath: list[Any] = [layout] if slide in shown else []
    beneath = [master, *beneath] if len(shown) > 1 else beneath
    below: list[Item] = []
    for one in beneath:
        reader = Reader(wardrobe, one.part)
        below += [item for item in reader.items(one.element.cSld.spTree, Frame()) if not item.placeholder]
    notes: tuple[Paragraph, ...] = ()
    if slide.has_notes_slide and slide.notes_slide.notes_placeholder is not None:
        shape = slide.notes_slide.notes_placeholder.element
        page: Any = slide.notes_slide.part
        style = page.notes_master.element.find(qualified("p:notesStyle"))
        spoken = replace(wardrobe, styles={} if style is None else {"default": style})
        notes = spoken.paragraphs(shape.find(qualified("p:txBody")), shape, None)
    return Slide(
        number=number,
        items=tuple(Reader(wardrobe, slide.part).items(slide.element.cSld.spTree, Frame())),
        below=tuple(below),
        background=wardrobe.background(slide.element, layout.element, master.element),
        notes=notes,
        advances=_advances(slide.element),
        starts_by_itself=_starts_by_itself(slide.element),
    )


def _sections(opened: Opened) -> Iterator[tuple[str, tuple[int, ...]]]:
    """Give the sections and their slides' numbers (MS-PPTX 2.6.4)."""
    numbers = {str(slide.slide_id): number for number, slide in enumerate(opened.slides, 1)}
    for section in opened.element.iter(qualified("p14:section")):
        listed = [entry.get("id") for entry in section.iter(qualified("p14:sldId"))]
        yield section.get("name", ""), tuple(numbers[one] for one in listed if one in numbers)


def _runs_by_itself(opened: Opened) -> bool:
    """Whether the show is set up to go round or to run without a speaker (19.2.1.30)."""
    for relation in opened.part.rels.values():
        if relation.reltype == RELATIONSHIP_TYPE.PRES_PROPS:
            show = parse_xml(relation.target_part.blob).find(qualified("p:showPr"))
            if show is not None:
                return is_on(show, "loop") or show.find(qualified("p:kiosk")) is not None
    return False


def _advances(slide: Node) -> int | None:
    """Return after how many milliseconds a slide goes on by itself (19.3.1.50)."""
    times = [int(one.get("advTm")) for one in slide.iter(qualified("p:transition")) if one.get("advTm") is not None]
    return min(times, default=None)


def _starts_by_itself(slide: Node) -> bool:
    """Whether anything moves or plays before the first click (19.5).

    In the main sequence that is an effect whose click is no click; a film or a sound plays by itself where its own
    node begins without delay.
    """
    for node in slide.iter(qualified("p:cTn")):
        if node.get("nodeType") == "mainSeq":
            first = next((one for one in node.iter(qualified("p:cTn")) if one.get("presetClass")), None)
            if first is not None and first.get("nodeType") in BY_THEMSELVES:
                return True
    return any(
        condition.get("delay") == "0"
        for media in slide.iter(qualified("p:cMediaNode"))
        for condition in media.iter(qualified("p:cond"))
    )
