"""Edits of the good deck that break one rule each: of how its text looks, and of how it is shown."""

from __future__ import annotations

import re
from typing import Any

from gooddeck import Edit, recolour, remove, runs, shape
from pptx.opc.oxml import serialize_part_xml
from pptx.oxml import parse_xml
from pptx.oxml.ns import qn

from leafdeck.deck.xml import make, put


def no_language(prs: Any) -> None:
    del runs(shape(prs, 1, "Body"))[0].attrib["lang"]


def no_language_in_notes(prs: Any) -> None:
    notes = prs.slides[0].notes_slide.notes_placeholder
    del next(notes._element.iter(qn("a:rPr"))).attrib["lang"]
    for style in prs.notes_master.element.find(qn("p:notesStyle")).iter(qn("a:defRPr")):
        style.attrib.pop("lang", None)


def small_text(prs: Any) -> None:
    runs(shape(prs, 1, "Body"))[0].set("sz", "1700")


def shrunk_text(prs: Any) -> None:
    frame = shape(prs, 1, "Body").element.txBody.bodyPr
    put(frame, make("a:normAutofit", fontScale=90_000))


def small_table(prs: Any) -> None:
    runs(shape(prs, 2, "Iron in food"))[0].set("sz", "1300")


def small_source(prs: Any) -> None:
    runs(shape(prs, 1, "Source: a book."))[0].set("sz", "900")


def small_text_above_other_text(prs: Any) -> None:
    shape(prs, 1, "Source: a book.").top = shape(prs, 1, "Body").top


def pale_text(prs: Any) -> None:
    recolour(runs(shape(prs, 1, "Body"))[0], "A9A9A9")


def pale_heading_in_a_table(prs: Any) -> None:
    recolour(runs(shape(prs, 2, "Iron in food"))[0], "0A4040")


def text_in_the_colour_of_its_card(prs: Any) -> None:
    recolour(runs(shape(prs, 1, "Card: Beans"))[0], "0C505D")


def dark_page(prs: Any) -> None:
    prs.slides[0].background.fill.solid()
    recolour(prs.slides[0].element.cSld.bg.bgPr, "202030")


def dark_theme_slot(prs: Any) -> None:
    """Text whose colour only the theme names, changed there."""
    master = prs.slide_masters[0]
    theme = next(part for part in (rel.target_part for rel in master.part.rels.values()) if "theme" in part.partname)
    theme._blob = re.sub(rb"<a:dk1>.*?</a:dk1>", b'<a:dk1><a:srgbClr val="EEEEDD"/></a:dk1>', theme.blob)


def link_in_the_themes_colour(prs: Any) -> None:
    """Without the mark that keeps a run's colour PowerPoint shows a link in the theme's."""
    body = shape(prs, 1, "Body")
    for mark in list(body.element.iter(qn("a:extLst"))):
        remove(mark)
    master = prs.slide_masters[0]
    theme = next(part for part in (rel.target_part for rel in master.part.rels.values()) if "theme" in part.partname)
    theme._blob = re.sub(rb"<a:hlink>.*?</a:hlink>", b'<a:hlink><a:srgbClr val="FFEE88"/></a:hlink>', theme.blob)


def timed_transition(prs: Any) -> None:
    slide = prs.slides[1].element
    slide.find(qn("p:clrMapOvr")).addnext(make("p:transition", advTm=3000))


def effect_without_a_click(prs: Any) -> None:
    effect = make("p:par", make("p:cTn", id=3, presetID=1, presetClass="entr", nodeType="afterEffect"))
    sequence = make("p:seq", make("p:cTn", make("p:childTnLst", effect), id=2, nodeType="mainSeq"))
    root = make("p:cTn", make("p:childTnLst", sequence), id=1, nodeType="tmRoot")
    prs.slides[1].element.find(qn("p:clrMapOvr")).addnext(make("p:timing", make("p:tnLst", make("p:par", root))))


def kiosk(prs: Any) -> None:
    part = next(rel.target_part for rel in prs.part.rels.values() if rel.reltype.endswith("/presProps"))
    root = parse_xml(part.blob)
    root.insert(0, make("p:showPr", make("p:kiosk"), loop=True))
    part._blob = serialize_part_xml(root)


def locked(prs: Any) -> None:
    prs.element.append(make("p:modifyVerifier", hashValue="AA==", saltValue="AA==", spinValue=1))


OF_TEXT: tuple[tuple[str, int, Edit], ...] = (
    ("text-language", 1, no_language),
    ("text-language", 1, no_language_in_notes),
    ("text-size", 1, small_text),
    ("text-size", 1, shrunk_text),
    ("text-size", 2, small_table),
    ("text-size", 1, small_source),
    ("text-size", 1, small_text_above_other_text),
    ("text-contrast", 1, pale_text),
    ("text-contrast", 2, pale_heading_in_a_table),
    ("text-contrast", 1, text_in_the_colour_of_its_card),
    ("text-contrast", 1, dark_page),
    ("text-contrast", 1, dark_theme_slot),
    ("text-contrast", 1, link_in_the_themes_colour),
    ("timed", 2, timed_transition),
    ("starts-by-itself", 2, effect_without_a_click),
    ("show-runs-by-itself", 0, kiosk),
    ("locked", 0, locked),
)
"""The rule that each breaks, and the slide on which it is found; 0: of the whole file."""
