"""What of a guide may be left out where there is little room, and the guide without it: pure."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from typing import TypeVar

from leafdeck.guide.base import Part
from leafdeck.guide.model import Guide
from leafdeck.guide.names import anchor
from leafdeck.guide.texts import part_texts
from leafdeck.leaflet.copyfit import Spare

ENDS = {"glossary": "glossary", "more_information": "more"}
"""The parts of the leaflet after its sections, by the guide's field that each is made of."""
NAMES = ("title", "question", "term")
"""The fields that a part may be called by."""

Kind = TypeVar("Kind", bound=Part)


def spares(guide: Guide) -> tuple[Spare, ...]:
    """Return what may be left out, in the order of reading; what is inside a part comes after the part."""
    found: list[Spare] = []
    for number, section in enumerate(guide.sections):
        path, part = f"sections[{number}]", anchor(section)
        if section.optional:
            found.append(Spare(path, section.title, part, 1.0))
        whole = _words(section)
        found += [Spare(at, _name(item), part, _words(item) / whole) for at, item in _optional(section, path)]
    for field, part in ENDS.items():
        items = getattr(guide, field)
        whole = sum(map(_words, items))
        for number, item in enumerate(items):
            if item.optional:
                found.append(Spare(f"{field}[{number}]", _name(item), part, _words(item) / whole))
    return tuple(found)


def without(guide: Guide, paths: Collection[str]) -> Guide:
    """Return a guide without the parts at some paths; the same guide if there are none."""
    return _without(guide, "", frozenset(paths)) if paths else guide


def _without(part: Kind, path: str, gone: frozenset[str]) -> Kind:
    kept: dict[str, object] = {}
    for name in type(part).model_fields:
        value = getattr(part, name)
        at = f"{path}.{name}" if path else name
        if isinstance(value, tuple) and any(isinstance(item, Part) for item in value):
            kept[name] = tuple(
                _without(item, f"{at}[{number}]", gone)
                for number, item in enumerate(value)
                if f"{at}[{number}]" not in gone
            )
        elif isinstance(value, Part):
            kept[name] = _without(value, at, gone)
    return part.model_copy(update=kept) if kept else part


def _optional(part: Part, path: str) -> Iterator[tuple[str, Part]]:
    """Yield the optional parts inside a part, with their paths."""
    for name in type(part).model_fields:
        value = getattr(part, name)
        items = value if isinstance(value, tuple) else ()
        for number, item in enumerate(items):
            if isinstance(item, Part):
                at = f"{path}.{name}[{number}]"
                if getattr(item, "optional", False):
                    yield at, item
                yield from _optional(item, at)
        if isinstance(value, Part):
            yield from _optional(value, f"{path}.{name}")


def _name(part: Part) -> str:
    """Return what a person calls a part: its title, or its first words."""
    return next((str(getattr(part, name)) for name in NAMES if hasattr(part, name)), next(part_texts(part), ""))


def _words(part: Part) -> int:
    """Return how many words a part has, at least one."""
    return max(1, sum(len(text.split()) for text in part_texts(part)))
