"""A guide's words as an editor reads them: paragraphs, list items, headings, each knowing where it stands. Pure.

Light Markdown is taken away; what is left are plain words, and for each of their characters its place in the file.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from enum import StrEnum

from pydantic import BaseModel

from leafdeck.guide.base import InlineMark
from leafdeck.guide.fields import field_marks, fields
from leafdeck.guide.model import Guide
from leafdeck.guide.unmarked import Citation, Link, unmarked
from leafdeck.guide.written import Written
from leafdeck.notice import Place


class Role(StrEnum):
    """What a passage is to its reader."""

    TITLE = "title"  # the guide's
    HEADING = "heading"
    URGENT_HEADING = "heading-urgent"
    MESSAGE = "message"  # a slide's title: the point, as a sentence
    PROSE = "prose"
    ITEM = "item"  # of a list
    SIGN = "sign"
    STEP = "step"  # of a pathway
    CELL = "cell"
    LABEL = "label"  # a table's or chart's headings
    QUESTION = "question"
    CAPTION = "caption"
    TERM = "term"  # that the glossary explains
    NOTE = "note"  # what a speaker says
    NAME = "name"  # of people, places, files: not an author's wording


RUNNING = (Role.PROSE, Role.ITEM, Role.SIGN, Role.CELL, Role.NOTE)
"""The roles whose words are sentences, or parts of them."""


@dataclass(frozen=True, slots=True)
class Passage:
    """A paragraph, a list item, a heading or a cell.

    Attributes:
        path: its place in the outline; paragraphs of one text share it.
        role: what it is.
        text: its words, without markup.
        spots: the offset in the file of each character, and of its end; empty where nobody typed it.
        written: how the whole text stands in its file.
        section: the index of its section; -1 outside them.
        kind: the kind of that section, ``glossary`` and other parts' names outside of them.
        citations: the sources it names.
        links: the links in it.
        bold: the stretches in bold.
    """

    path: str
    role: Role
    text: str
    spots: tuple[int, ...] = ()
    written: Written | None = None
    section: int = -1
    kind: str = ""
    citations: tuple[Citation, ...] = ()
    links: tuple[Link, ...] = ()
    bold: tuple[tuple[int, int], ...] = ()

    def place(self, at: int = 0) -> Place:
        """Return where a character of its words stands."""
        if not self.written or not self.spots:
            return Place(path=self.path)
        return self.written.sheet.place(self.spots[at], self.path)


def passages(guide: Guide, texts: Mapping[str, Written]) -> tuple[Passage, ...]:
    """Return a guide's passages in the order of its fields, which is the order of reading; references have none.

    Args:
        guide: the guide.
        texts: how each single value is written, by its path.
    """
    return tuple(_Walk(texts).part(guide, ""))


def of_text(  # noqa: PLR0913 - what all passages of a text share
    text: str, role: Role, path: str = "", written: Written | None = None, *, section: int = -1, kind: str = ""
) -> tuple[Passage, ...]:
    """Return the passages of one text in light Markdown: its paragraphs and its bullets."""
    offsets = written.offsets(text) if written else ()
    return tuple(
        Passage(
            path,
            Role.ITEM if part.bullet else role,
            part.words,
            tuple(offsets[one] for one in part.kept) if offsets else (),
            written,
            section,
            kind,
            part.citations,
            part.links,
            part.bold,
        )
        for part in unmarked(text)
    )


_ROLES: Mapping[str, Role] = {
    "title": Role.HEADING,
    "subtitle": Role.HEADING,
    "limits_title": Role.HEADING,
    "message": Role.MESSAGE,
    "question": Role.QUESTION,
    "items": Role.ITEM,
    "points": Role.ITEM,
    "effects": Role.ITEM,
    "actions": Role.ITEM,
    "also": Role.ITEM,
    "step": Role.STEP,
    "cells": Role.CELL,
    "columns": Role.LABEL,
    "categories": Role.LABEL,
    "label": Role.LABEL,
    "heading": Role.LABEL,
    "unit": Role.LABEL,
    "most_per_day": Role.LABEL,
    "alt": Role.CAPTION,
    "caption": Role.CAPTION,
    "credit": Role.NAME,
    "term": Role.TERM,
    "notes": Role.NOTE,
    "funding": Role.PROSE,
    "conflicts": Role.PROSE,
    "audience": Role.LABEL,
}
_UNREAD = {
    "references", "waivers", "minutes", "reveal", "keywords", "id", "kind", "type", "level", "icon", "icons", "image",
    "language", "status", "version", "published", "review_by", "reviewed_on", "url", "website", "email", "phone", "at",
    "strength", "decorative", "logo", "doi",
}  # fmt: skip
"""Fields that hold no wording."""


@dataclass(frozen=True, slots=True)
class _Walk:
    """A walk over a guide; ``section`` and ``kind`` are those of the part it is in."""

    texts: Mapping[str, Written]
    section: int = -1
    kind: str = ""

    def part(self, part: BaseModel, path: str) -> Iterator[Passage]:
        attributes = {id(info): name for name, info in type(part).model_fields.items()}
        for name, field in fields(type(part)).items():
            attribute = attributes[id(field)]
            if attribute not in _UNREAD and not (attribute == "limits_title" and not getattr(part, "limits", ())):
                below = f"{path}.{name}" if path else name
                walk = self if self.kind else replace(self, kind=name)
                rich = any(isinstance(mark, InlineMark) for mark in field_marks(field))
                yield from walk.value(getattr(part, attribute), below, _role(part, attribute, walk.kind, rich=rich))

    def value(self, value: object, path: str, role: Role) -> Iterator[Passage]:
        if isinstance(value, str):
            written = self.texts.get(path) or self.texts.get(path.removesuffix(".step"))
            yield from of_text(value, role, path, written, section=self.section, kind=self.kind)
        elif isinstance(value, BaseModel):
            yield from self.part(value, path)
        elif isinstance(value, tuple):
            for number, item in enumerate(value):
                walk = replace(self, section=number, kind=item.kind) if path == "sections" else self
                yield from walk.value(item, f"{path}[{number}]", role)
        elif isinstance(value, Mapping):
            for name, item in value.items():
                yield from self.value(item, f"{path}.{name}", role)


def _role(part: BaseModel, name: str, kind: str, *, rich: bool) -> Role:
    if name == "title":
        if kind == "guide":
            return Role.TITLE
        if kind == "urgent":
            return Role.URGENT_HEADING
        if kind == "more_information":
            return Role.NAME
    if name == "text" and type(part).__name__ == "Sign":
        return Role.SIGN
    if name == "name" and kind == "chart":
        return Role.LABEL
    return _ROLES.get(name, Role.PROSE if rich else Role.NAME)
