"""Walks over the texts of a guide in reading order."""

from __future__ import annotations

from collections.abc import Iterator

from pydantic import BaseModel

from leafdeck.guide.base import InlineMark
from leafdeck.guide.model import Guide


def rich_texts(part: object) -> Iterator[str]:
    """Yield the light Markdown of a guide in the order of its fields, which is the order of reading."""
    if isinstance(part, BaseModel):
        for name, field in type(part).model_fields.items():
            value = getattr(part, name)
            if isinstance(value, str):
                if any(isinstance(mark, InlineMark) for mark in field.metadata) or _optional_rich(field.annotation):
                    yield value
            elif isinstance(value, tuple) and value and isinstance(value[0], str):
                if "InlineMark" in repr(field.annotation):
                    yield from value
            else:
                yield from rich_texts(value)
    elif isinstance(part, tuple):
        for item in part:
            yield from rich_texts(item)


def _optional_rich(annotation: object) -> bool:
    return "InlineMark" in repr(annotation)


def all_texts(guide: Guide) -> Iterator[str]:
    """Yield everything that a reader of the leaflet's body reads."""
    yield from _strings(guide.summary)
    yield from _strings(guide.sections)
    yield guide.disclaimer


def _strings(part: object) -> Iterator[str]:
    if isinstance(part, str):
        yield part
    elif isinstance(part, BaseModel):
        for name in type(part).model_fields:
            if name not in {"kind", "id", "icon", "image", "level"}:
                yield from _strings(getattr(part, name))
    elif isinstance(part, tuple):
        for item in part:
            yield from _strings(item)
