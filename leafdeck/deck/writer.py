"""A Deck to the bytes of a .pptx file, through python-pptx. Nothing here reads CSS, a clock or the network."""

from __future__ import annotations

import uuid
from collections.abc import Callable, Mapping, Sequence
from functools import partial
from itertools import groupby

import pptx
from pptx.opc.constants import RELATIONSHIP_TYPE
from pptx.opc.package import XmlPart
from pptx.presentation import Presentation
from pptx.slide import Slide as MadeSlide
from pptx.util import Emu

from leafdeck.deck import master, notes, package, properties, shapes, textxml
from leafdeck.deck.model import Deck, DeckInfo, Slide
from leafdeck.deck.text import WEB
from leafdeck.deck.xml import Node, make, speak

SECTIONS = "{521415D9-36F7-43E2-AB2F-B90AF26B5E84}"
JUMP = "ppaction://hlinksldjump"


def write(deck: Deck, info: DeckInfo) -> bytes:
    """Write a deck: the same deck and information give the same bytes."""
    presentation = pptx.Presentation()
    package.tidy(presentation)
    package.Register(presentation.part.package)
    presentation.slide_width, presentation.slide_height = size = Emu(deck.width), Emu(deck.height)
    del presentation.element.sldSz.attrib["type"]  # the template's 4:3
    speak(presentation.element, info.language)
    layouts = master.fill(presentation, deck, info)
    slides = [presentation.slides.add_slide(layouts[slide.layout]) for slide in deck.slides]
    if any(slide.notes for slide in deck.slides):
        notes.master(presentation, size, info)
    return finish(
        presentation,
        deck,
        slides,
        info,
        lambda number, setting: shapes.fill(
            slides[number], deck.slides[number].shapes, deck.layouts[deck.slides[number].layout], setting
        ),
    )


def finish(
    presentation: Presentation,
    deck: Deck,
    slides: Sequence[MadeSlide],
    info: DeckInfo,
    fill: Callable[[int, textxml.Setting], None],
) -> bytes:
    """Fill the slides that a presentation has for a deck's, with links, notes and sections, and return the file.

    Args:
        presentation: the presentation, with its masters and layouts.
        deck: what to write.
        slides: the presentation's slides, one for each of the deck's.
        info: what the file says of itself.
        fill: puts the shapes on the slide of that number, counted from 0.
    """
    anchors: dict[str, XmlPart] = {}
    for planned, slide in zip(deck.slides, slides, strict=True):
        for name in (planned.anchor, *planned.anchors):
            if name:
                anchors.setdefault(name, slide.part)
    for number, (planned, slide) in enumerate(zip(deck.slides, slides, strict=True)):
        language = planned.language or info.language
        embed = partial(package.embed, slide.part)
        fill(number, textxml.Setting(info.theme, language, partial(_link, slide.part, anchors), embed=embed))
        if planned.notes:
            notes.fill(slide, planned.notes, language)
    _add_sections(presentation, deck.slides, slides)
    properties.fill(presentation.core_properties, info)
    return package.to_bytes(presentation)


def _link(part: XmlPart, anchors: Mapping[str, XmlPart], address: str) -> tuple[str, str] | None:
    """Return a link's relationship and action: to the web or to a slide; None for anywhere else."""
    if address.lower().startswith(WEB):
        return part.relate_to(address, RELATIONSHIP_TYPE.HYPERLINK, is_external=True), ""
    target = anchors.get(address.removeprefix("#")) if address.startswith("#") else None
    return (part.relate_to(target, RELATIONSHIP_TYPE.SLIDE), JUMP) if target else None


def _add_sections(presentation: Presentation, planned: Sequence[Slide], slides: Sequence[MadeSlide]) -> None:
    """Add PowerPoint's sections (MS-PPTX 2.6.4): neighbours of one part; a slide without one goes on with the last."""
    named = [slide.part for slide in planned if slide.part]
    if not named:
        return
    parts: list[tuple[str, int]] = []
    for slide, made in zip(planned, slides, strict=True):
        parts.append((slide.part or (parts[-1][0] if parts else named[0]), made.slide_id))
    sections: list[Node] = []
    for name, members in groupby(parts, key=lambda member: member[0]):
        ids = [number for _, number in members]
        guid = str(uuid.uuid5(uuid.NAMESPACE_URL, f"{name}/{ids[0]}")).upper()
        listed = make("p14:sldIdLst", *[make("p14:sldId", id=number) for number in ids])
        sections.append(make("p14:section", listed, name=name, id=f"{{{guid}}}"))
    extension = make("p:ext", make("p14:sectionLst", *sections), uri=SECTIONS)
    presentation.element.append(make("p:extLst", extension))
