"""Speaker notes: python-pptx's notes master in our theme, and a notes page per slide that has something to say."""

from __future__ import annotations

from pptx.enum.shapes import PP_PLACEHOLDER
from pptx.opc.constants import CONTENT_TYPE, RELATIONSHIP_TYPE
from pptx.opc.package import Part
from pptx.presentation import Presentation
from pptx.slide import Slide
from pptx.util import Emu

from leafdeck.deck import theme as themes
from leafdeck.deck.model import DeckInfo, Note
from leafdeck.deck.textxml import field_run
from leafdeck.deck.xml import Node, make, put, qualified, serialise, speak

BULLET_STEP = 228_600
NUMBER = "#"
"""What stands in a number's place until PowerPoint fills it in."""


def master(presentation: Presentation, slide_size: tuple[Emu, Emu], info: DeckInfo) -> None:
    """Add the notes master: its theme is the deck's, its picture of the slide has the slide's shape."""
    part = presentation.part.notes_master_part
    whole = presentation.part.package
    old = next(relation for relation in part.rels.values() if relation.reltype == RELATIONSHIP_TYPE.THEME)
    name = old.target_part.partname
    part.drop_rel(old.rId)
    theme = Part(name, CONTENT_TYPE.OFC_THEME, whole, serialise(themes.part(info.theme)))
    part.relate_to(theme, RELATIONSHIP_TYPE.THEME)
    notes_master = part.notes_master
    speak(notes_master.element, info.language)
    shape = slide_size[0] / slide_size[1]
    image = notes_master.placeholders.get(PP_PLACEHOLDER.SLIDE_IMAGE)
    right, bottom = image.left + image.width, image.top + image.height
    image.width, image.height = (
        Emu(round(min(image.width, image.height * shape))),
        Emu(round(min(image.height, image.width / shape))),
    )
    image.left, image.top = Emu((image.left + right - image.width) // 2), Emu((image.top + bottom - image.height) // 2)
    # python-pptx relates the notes master without listing it; PowerPoint looks for it in the list.
    listed = make("p:notesMasterId", r_id=presentation.part.relate_to(part, RELATIONSHIP_TYPE.NOTES_MASTER))
    presentation.element.find(qualified("p:sldMasterIdLst")).addnext(make("p:notesMasterIdLst", listed))


def fill(slide: Slide, notes: tuple[Note, ...], language: str) -> None:
    """Write a slide's notes page."""
    for element in slide.notes_slide.shapes.element.iter_ph_elms():
        if element.ph_type == PP_PLACEHOLDER.BODY:
            paragraphs = [_paragraph(note.text, note.level, language) for note in notes]
            put(element.get_or_add_txBody(), make("a:bodyPr"), make("a:lstStyle"), *paragraphs)
        elif element.ph_type == PP_PLACEHOLDER.SLIDE_NUMBER:
            field = field_run(make("a:rPr", lang=language), NUMBER)
            number = make("a:p", field, make("a:endParaRPr", lang=language))
            put(element.get_or_add_txBody(), make("a:bodyPr"), make("a:lstStyle"), number)


def _paragraph(text: str, level: int, language: str) -> Node:
    run = make("a:r", make("a:rPr", lang=language, dirty=False), make("a:t", text=text))
    end = make("a:endParaRPr", lang=language, dirty=False)
    if not level:
        return make("a:p", run, end)
    properties = make(
        "a:pPr",
        make("a:buFont", typeface="Arial"),
        make("a:buChar", char="•"),
        marL=BULLET_STEP * level,
        indent=-BULLET_STEP,
    )
    return make("a:p", properties, run, end)
