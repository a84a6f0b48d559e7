"""What the outline's types say of their fields: names, kinds of part, marks. Pure."""

from __future__ import annotations

import types
from collections.abc import Iterator, Mapping
from functools import cache
from typing import Annotated, Any, Union, get_args, get_origin

from pydantic import BaseModel
from pydantic.fields import FieldInfo


@cache
def fields(model: type[BaseModel]) -> Mapping[str, FieldInfo]:
    """Return a part's fields under the names that authors write."""
    return {field.alias or name: field for name, field in model.model_fields.items()}


@cache
def options(annotation: object) -> tuple[object, ...]:
    """Return what a field may hold, without None: one type, or each kind of section."""
    origin = get_origin(annotation)
    if origin is Annotated:
        return options(get_args(annotation)[0])
    if origin in {Union, types.UnionType}:
        return tuple(option for part in get_args(annotation) for option in options(part))
    return () if annotation is type(None) else (annotation,)


@cache
def models(annotation: object) -> tuple[type[BaseModel], ...]:
    """Return the types of part that a field may hold: none, one, or each kind of section."""
    return tuple(option for option in options(annotation) if isinstance(option, type) and issubclass(option, BaseModel))


def marks(annotation: object) -> Iterator[object]:
    """Yield the marks and constraints of a field's type, those of its items and choices too."""
    arguments = get_args(annotation)
    if get_origin(annotation) is Annotated:
        yield from annotation.__metadata__  # type: ignore[attr-defined]
        arguments = arguments[:1]
    for argument in arguments:
        yield from marks(argument)


def field_marks(field: FieldInfo) -> Iterator[object]:
    """Yield the marks and constraints of a field."""
    yield from field.metadata
    yield from marks(field.annotation)


@cache
def has_mark(annotation: object, kind: type[Any]) -> bool:
    """Return whether a type has a mark of that kind."""
    return any(isinstance(mark, kind) for mark in marks(annotation))


def taken(field: FieldInfo) -> object:
    """Return a field's type with the marks that pydantic keeps beside it."""
    annotation: object = field.annotation
    for mark in field.metadata:
        annotation = Annotated[annotation, mark]
    return annotation
