"""A Deck onto somebody's template: its master, layouts and theme stay, its sample slides go."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from pptx.enum.shapes import PP_PLACEHOLDER
from pptx.presentation import Presentation
from pptx.slide import Slide as MadeSlide
from pptx.util import Emu as Length

from leafdeck.deck import notes, package, shapes, textxml, timing, writer
from leafdeck.deck.flow import SPARE
from leafdeck.deck.model import AnyShape, Deck, DeckInfo, GroupShape, Shape, walk
from leafdeck.deck.paint import Color
from leafdeck.deck.stencil import Cut, Slot, Stencil
from leafdeck.deck.template import placeholders
from leafdeck.deck.text import Para, RunStyle, TextBody, TextRun
from leafdeck.deck.xml import Node, qualified
from leafdeck.units import Emu, Pt

SMALL = {"ftr": PP_PLACEHOLDER.FOOTER, "sldNum": PP_PLACEHOLDER.SLIDE_NUMBER}
NEAR = Emu(4 * 9525)
"""How far text may stand out of its placeholder before it takes a place of its own."""


def write(deck: Deck, info: DeckInfo, stencil: Stencil, presentation: Presentation) -> bytes:
    """Write a deck onto a template; the same three give the same bytes."""
    _clear(presentation)
    package.Register(presentation.part.package)
    info = replace(info, theme=stencil.theme)
    layouts = presentation.slide_masters[0].slide_layouts
    cuts = [stencil.cut(deck.layouts[slide.layout].kind, body="body" in _kinds(slide.shapes)) for slide in deck.slides]
    slides = [presentation.slides.add_slide(layouts[cut.number]) for cut in cuts]
    if any(slide.notes for slide in deck.slides) and not presentation.element.findall(qualified("p:notesMasterIdLst")):
        notes.master(presentation, (Length(deck.width), Length(deck.height)), info)
    return writer.finish(
        presentation,
        deck,
        slides,
        info,
        lambda number, setting: _fill(slides[number], deck.slides[number].shapes, cuts[number], setting),
    )


def _clear(presentation: Presentation) -> None:
    """Take out the template's own slides, and the sections that list them."""
    package.forget(presentation)
    listed = presentation.slides._sldIdLst  # noqa: SLF001 - python-pptx has no call that takes a slide out
    for entry in list(listed):
        presentation.part.drop_rel(entry.rId)
        listed.remove(entry)
    for extra in presentation.element.findall(qualified("p:extLst")):
        presentation.element.remove(extra)
    for shows in presentation.element.findall(qualified("p:custShowLst")):
        presentation.element.remove(shows)


def _kinds(placed: tuple[AnyShape, ...]) -> set[str]:
    return {shape.placeholder for shape in walk(placed) if isinstance(shape, Shape) and shape.placeholder}


def _fill(slide: MadeSlide, placed: tuple[AnyShape, ...], cut: Cut, setting: textxml.Setting) -> None:
    """Put a slide's shapes on it: in the layout's placeholders where it has them, or else as text boxes."""
    on = slide.shapes
    kinds = _kinds(placed)
    for placeholder in placeholders(slide.slide_layout):
        kind = next((kind for kind, of in SMALL.items() if placeholder.placeholder_format.type == of), "")
        if kind in kinds and kind in cut.slots and placeholder.placeholder_format.idx == cut.slots[kind].index:
            on.clone_placeholder(placeholder)
    made: dict[int, Node] = {element.ph_idx: element for element in on.element.iter_ph_elms()}
    waiting = {kind: made[slot.index] for kind, slot in cut.slots.items() if kind in kinds and slot.index in made}
    for element in set(made.values()) - set(waiting.values()):
        on.element.remove(element)
    inherited = {kind: _base(kind, slot) for kind, slot in cut.slots.items()}
    settled = _settled(placed, cut.slots, waiting)
    pen = shapes.Pen(setting, inherited, dict(waiting))
    pen.put(settled, on)
    timing.add(slide.element, pen.revealed)


def _settled(
    placed: tuple[AnyShape, ...], slots: Mapping[str, Slot], waiting: Mapping[str, Node]
) -> tuple[AnyShape, ...]:
    result: list[AnyShape] = []
    for shape in placed:
        if isinstance(shape, GroupShape):
            result.append(replace(shape, shapes=_settled(shape.shapes, slots, waiting)))
        elif isinstance(shape, Shape) and shape.placeholder and shape.placeholder not in waiting:
            result.append(replace(shape, placeholder=""))
        elif isinstance(shape, Shape) and shape.placeholder in slots and shape.placeholder != "body":
            result.append(_in_place(shape, slots[shape.placeholder]))
        else:
            result.append(shape)
    return tuple(result)


def _in_place(shape: Shape, slot: Slot) -> Shape:
    """Let a placeholder take its layout's place where its text has room there, if not all that it has to spare."""
    _, top, _, bottom = slot.insets
    room = slot.box.height - top - bottom
    if (
        shape.box is None
        or shape.text is None
        or shape.box.height > room + NEAR
        or shape.box.width > slot.box.width * (1 + SPARE) + NEAR
    ):
        return shape
    return replace(shape, box=slot.box, text=replace(shape.text, insets=slot.insets, anchor=slot.anchor))


def _base(kind: str, slot: Slot) -> Shape:
    """Return a placeholder as its layout has it, by which a slide's says only what differs."""
    style = RunStyle(slot.font, slot.size, Color(slot.color), bold=slot.bold)
    paragraphs = slot.levels if kind == "body" else (Para((TextRun("", style),), Pt(0), align=slot.align),)
    text = TextBody(paragraphs, insets=slot.insets, anchor=slot.anchor)
    return Shape(kind, slot.box, text=text, placeholder=kind)
