"""Whether a leaflet is whole: what of its words is cut off, printed over other words, off its page, or lost."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from typing import Any

import svgtexts
from forms import MM, body, escaping, inside, overlapping
from printedwords import Word, words
from pydantic import BaseModel
from weasyprint.formatting_structure import boxes
from weasyprint.layout.absolute import AbsolutePlaceholder

from leafdeck.guide.inline import to_plain
from leafdeck.guide.model import Guide
from leafdeck.guide.sections import Section

SILENT = {"kind", "id", "icon", "icons", "image", "level", "type", "strength", "at", "alt"}
"""Fields that choose or name something, or are said in other words."""
SPOKEN = {"chart", "risk"}
"""Kinds of section whose message is printed; that of the others is the title of a slide."""
HEADINGS = {"h1", "h2", "h3", "h4", "thead"}


def faults(pages: Iterable[Any]) -> list[str]:
    """What is not whole of laid-out pages, with the page's number."""
    return [f"page {number}: {fault}" for number, page in enumerate(pages, 1) for fault in _faults(page)]


def _faults(page: Any) -> Iterator[str]:
    _, _, right, bottom = inside(page)
    for word in body(page):
        if word.x < 4 * MM or word.x + word.width > right + 1 or word.y + word.height > bottom + 1:
            yield f"outside: {word.text}"
    edge = page.margin_height() - 3 * MM
    for word in words(page):
        if word.y < 0 or word.y + word.height > edge:
            yield f"off the page: {word.text}"
    yield from (f"across an edge: {text}" for text in escaping(page))
    yield from (f"over each other: {one} | {other}" for one, other in overlapping(page))
    pictures = list(_pictures(page))
    for box in pictures:
        foot = box.position_y + box.margin_height()
        if box.position_x < -1 or box.position_x + box.width > page.margin_width() + 1 or foot > edge:
            yield f"a picture is off the page: {box.element.get('class')}"
        if box.element.tag.rpartition("}")[2] == "svg":
            yield from (f"out of a drawing: {text}" for text in svgtexts.beyond(box.element))
            yield from (f"over each other: {one} | {other}" for one, other in svgtexts.over_each_other(box.element))
    said = body(page)
    if not said and not pictures and not _has_lines_to_write_on(page):
        yield "blank"
    elif said and not pictures and all(_is_heading(word) for word in said):
        yield "nothing but headings"


def _is_heading(word: Word) -> bool:
    """Whether a word heads something; a page to write on has nothing else."""
    return bool(HEADINGS & word.around) and "notes-page" not in word.around


def _has_lines_to_write_on(box: Any) -> bool:
    box = box._box if isinstance(box, AbsolutePlaceholder) else box
    if box.element is not None and box.element.get("class") == "blank-line":
        return True
    return any(map(_has_lines_to_write_on, getattr(box, "children", ())))


def _pictures(box: Any) -> Iterator[Any]:
    """The drawings and images of a page but for those in its foot."""
    box = box._box if isinstance(box, AbsolutePlaceholder) else box
    if isinstance(box, boxes.ReplacedBox):
        yield box
    for child in getattr(box, "children", ()):
        if not isinstance(child, boxes.MarginBox):
            yield from _pictures(child)


def lost(texts: Iterable[str], printed: str) -> list[str]:
    """The texts that a leaflet's words have not, or not as often."""
    wanted = Counter(letters(to_plain(text, cite=lambda _: "")) for text in texts)
    return [text for text, count in wanted.items() if printed.count(text) < count]


def printed(pages: Iterable[Any]) -> str:
    """The letters of laid-out pages in the order of the document, without marks of citations."""
    return "".join(letters(word.text) for page in pages for word in body(page) if "cite" not in word.around)


def letters(text: str) -> str:
    """The letters and figures of a text, whatever is between them."""
    return "".join(filter(str.isalnum, text))


def texts(guide: Guide, without: Iterable[str] = ()) -> Iterator[str]:
    """What a leaflet that has room for all of it prints of a guide.

    Args:
        guide: the guide.
        without: the fields that the form has no place for, such as the heads of tables whose rows are cards.
    """
    yield from (guide.guide.title, guide.guide.subtitle or "", guide.summary, guide.disclaimer)
    yield from (guide.organisation.feedback, guide.organisation.other_formats, guide.organisation.name)
    for section in guide.sections:
        yield from of(section, without)
    for part in (*guide.glossary, *guide.more_information):
        yield from _strings(part, frozenset({"url"}))


def of(section: Section, without: Iterable[str] = ()) -> Iterator[str]:
    """What a leaflet prints of a section."""
    yield from _strings(section, frozenset(without) | (set() if section.kind in SPOKEN else {"message"}))


def _strings(part: object, without: frozenset[str]) -> Iterator[str]:
    if isinstance(part, str):
        yield part
    elif isinstance(part, BaseModel):
        for name in type(part).model_fields:
            if name not in SILENT and name not in without:
                yield from _strings(getattr(part, name), without)
    elif isinstance(part, tuple):
        for item in part:
            yield from _strings(item, without)
