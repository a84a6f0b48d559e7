"""The outline's types beside the author's nodes: which field a node fills, and what that field takes."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import get_args, get_origin

from pydantic import BaseModel
from pydantic.fields import FieldInfo

from leafdeck.guide.fields import fields, models, options, taken
from leafdeck.guide.yamltext import Fields, Items, Node, Scalar
from leafdeck.notice import Place

Loc = tuple[int | str, ...]
"""Where pydantic found a problem: field names, list indices, and the kind of a section after its index."""


@dataclass(frozen=True, slots=True)
class Spot:
    """A place in the outline.

    Attributes:
        node: what the author wrote there, or None when it is missing.
        place: where that is; of something missing, where the part that lacks it begins.
        takes: the type of its field.
        field: its field's name and description, when it is a field.
    """

    node: Node | None
    place: Place
    takes: object
    field: FieldInfo | None = None

    @property
    def model(self) -> type[BaseModel] | None:
        """The type of the part that should stand here; of a section, by its kind."""
        parts = models(self.takes)
        if len(parts) <= 1:
            return parts[0] if parts else None
        kind = self.node.get("kind") if isinstance(self.node, Fields) else None
        wanted = kind.value if isinstance(kind, Scalar) else None
        return next((part for part in parts if wanted in get_args(part.model_fields["kind"].annotation)), None)

    def child(self, step: int | str) -> Spot:
        """Return the spot of a field, by the author's name for it, or of a list's item."""
        if isinstance(step, int):
            node = self.node.nodes[step] if isinstance(self.node, Items) and step < len(self.node.nodes) else None
            return self._spot(node, f"{self.place.path}[{step}]", _item(self.takes))
        node = self.node.get(step) if isinstance(self.node, Fields) else None
        path = f"{self.place.path}.{step}" if self.place.path else step
        field = fields(self.model).get(step) if self.model else None
        takes = taken(field) if field else _value(self.takes)
        return self._spot(node, path, takes, field)

    def _spot(self, node: Node | None, path: str, takes: object, field: FieldInfo | None = None) -> Spot:
        at = node.place if node else self.place
        return Spot(node, Place(at.file, at.line, at.column, path), takes, field)

    def children(self) -> Iterator[Spot]:
        """Yield the spots directly below, in the author's order."""
        if isinstance(self.node, Items):
            yield from (self.child(index) for index in range(len(self.node.nodes)))
        elif isinstance(self.node, Fields):
            yield from (self.child(name) for name in self.node.entries)

    def walk(self) -> Iterator[Spot]:
        """Yield this spot and all below it."""
        yield self
        for child in self.children():
            yield from child.walk()

    def find(self, loc: Loc) -> Spot:
        """Return the spot that pydantic means, as far as the author's nodes go."""
        spot, tagged = self, False
        for step in loc:
            if isinstance(step, str) and len(models(spot.takes)) > 1 and not tagged:
                tagged = True  # the kind of a section, which is no step of the outline
                continue
            if step == "[key]" or (isinstance(spot.node, Scalar) and isinstance(step, str)):
                continue
            spot, tagged = spot.child(step), False
        return spot


def _item(annotation: object) -> object:
    """Return the type of a list's items."""
    lists = [option for option in options(annotation) if get_origin(option) is tuple]
    return get_args(lists[0])[0] if lists else object


def _value(annotation: object) -> object:
    """Return the type of a mapping's values."""
    mappings = [option for option in options(annotation) if get_origin(option) is Mapping]
    return get_args(mappings[0])[1] if mappings else object
