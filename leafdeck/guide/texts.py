"""Walks over the texts of a guide in reading order."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from pydantic import BaseModel

from leafdeck.guide.base import InlineMark
from leafdeck.guide.fields import field_marks
from leafdeck.guide.model import Guide

UNSEEN = {"kind", "id", "icon", "icons", "image", "level", "type"}
"""Fields that choose or name something; no reader sees them."""


def rich_texts(part: object) -> Iterator[str]:
    """Yield the light Markdown of a part or a guide in the order of its fields, which is the order of reading."""
    if isinstance(part, BaseModel):
        for name, field in type(part).model_fields.items():
            value = getattr(part, name)
            if any(isinstance(mark, InlineMark) for mark in field_marks(field)):
                yield from _strings(value)
            else:
                yield from rich_texts(value)
    elif isinstance(part, tuple):
        for item in part:
            yield from rich_texts(item)


def all_texts(guide: Guide) -> Iterator[str]:
    """Yield everything that a reader of the leaflet's body reads."""
    yield from _strings(guide.summary)
    yield from _strings(guide.sections)
    yield guide.disclaimer


def part_texts(part: BaseModel) -> Iterator[str]:
    """Yield everything that a reader reads of a part of a guide."""
    return _strings(part)


def _strings(part: object) -> Iterator[str]:
    if isinstance(part, str):
        yield part
    elif isinstance(part, BaseModel):
        for name in type(part).model_fields:
            if name not in UNSEEN:
                yield from _strings(getattr(part, name))
    elif isinstance(part, tuple):
        for item in part:
            yield from _strings(item)
    elif isinstance(part, Mapping):
        for item in part.values():
            yield from _strings(item)
