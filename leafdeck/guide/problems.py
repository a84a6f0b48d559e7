"""What pydantic found, in the author's words: where it stands, what was expected, what to type."""

from __future__ import annotations

import datetime as dt
import difflib
from collections.abc import Iterable, Mapping
from enum import Enum
from typing import Any, Literal, get_args, get_origin

from pydantic import BaseModel, StringConstraints, ValidationError

from leafdeck.errors import Problem
from leafdeck.guide.base import IconName, InlineMark, Language, Slug, Url
from leafdeck.guide.model import Guide
from leafdeck.guide.shape import Spot, fields, has_mark, marks, options
from leafdeck.guide.yamltext import Fields, Items, Node, Scalar


def schema_problems(error: ValidationError, root: Fields) -> list[Problem]:
    """Return a problem for each of pydantic's errors.

    Args:
        error: what validating the outline raised.
        root: the author's nodes, which know their places.
    """
    top = Spot(root, root.place, Guide)
    return [_problem(detail, top) for detail in error.errors(include_url=False)]


def nearest(name: str, known: Iterable[str]) -> str:
    """Return "Did you mean `…`?" with the most similar known name, or nothing."""
    by_fold = {other.casefold().replace("-", "_"): other for other in known}
    close = difflib.get_close_matches(name.casefold().replace("-", "_"), by_fold, n=1, cutoff=0.6)
    return f"Did you mean `{by_fold[close[0]]}`?" if close else ""


def _problem(detail: Any, top: Spot) -> Problem:  # noqa: ANN401 - pydantic's ErrorDetails differ between releases
    loc, kind, context = detail["loc"], detail["type"], detail.get("ctx", {})
    spot = top.find(loc)
    name = f"`{loc[-1]}`" if loc and isinstance(loc[-1], str) else "this"
    if kind == "extra_forbidden":
        return _unknown(top.find(loc[:-1]), spot, str(loc[-1]))
    if kind == "missing":
        about = f" {spot.field.description}" if spot.field and spot.field.description else ""
        return Problem(spot.place, f"{name} is missing", f"Add a line `{loc[-1]}: …`.{about}")
    if kind in {"union_tag_invalid", "union_tag_not_found"}:
        return _kind(spot)
    if kind == "value_error":
        said = str(context.get("error", detail["msg"]))
        return Problem(spot.place, said, f"Write it like this: {example(spot.takes)}" if "date" in said else "")
    if kind == "too_short":
        return Problem(spot.place, f"{name} needs at least {_count(context['min_length'])}", _about(spot))
    if loc and loc[-1] == "[key]":
        what, such = expected(Slug)
        return Problem(spot.place, f"`{loc[-2]}` should be {what}", f"Write it like this: {such}: …")
    return _wrong(detail, spot, name)


def _wrong(detail: Any, spot: Spot, name: str) -> Problem:  # noqa: ANN401 - as above
    """Describe a value of the wrong kind."""
    if isinstance(spot.node, Scalar) and spot.node.value is None:
        return Problem(
            spot.place, f"{name} is empty", f"Write it after the colon, or take the line away.{_about(spot)}"
        )
    what, such = expected(spot.takes)
    if detail["type"] in {"greater_than_equal", "less_than_equal"}:
        bounds = {"greater_than_equal": "at least", "less_than_equal": "at most"}
        limit = next(iter(detail["ctx"].values()))
        return Problem(spot.place, f"{name} should be {bounds[detail['type']]} {limit}", _about(spot))
    near = ""
    if isinstance(spot.node, Scalar):
        near = nearest(str(spot.node.value), _choices(spot.takes))
    hint = near or (f"Write it like this: {such}" if such else "")
    return Problem(spot.place, f"{name} should be {what}, not {_found(spot.node)}", hint)


def _unknown(part: Spot, spot: Spot, name: str) -> Problem:
    """Describe a field that a part does not have."""
    key = part.node.key(name) if isinstance(part.node, Fields) else None
    place = spot.place
    if key:
        place = type(place)(key.place.file, key.place.line, key.place.column, place.path)
    known = tuple(fields(part.model)) if part.model else ()
    hint = nearest(name, known) or f"The fields here are {', '.join(f'`{other}`' for other in known)}."
    return Problem(place, f"there is no field `{name}` here", hint)


def _kind(spot: Spot) -> Problem:
    """Describe a section whose kind is missing or unknown."""
    kinds = [get_args(option.model_fields["kind"].annotation)[0] for option in _models(spot.takes)]  # type: ignore[attr-defined]
    listed = f"The kinds are {', '.join(f'`{kind}`' for kind in kinds)}."
    given = spot.node.get("kind") if isinstance(spot.node, Fields) else None
    if given is None:
        return Problem(spot.place, "`kind` is missing: what sort of section this is", listed)
    place = type(spot.place)(given.place.file, given.place.line, given.place.column, f"{spot.place.path}.kind")
    if not isinstance(given, Scalar) or given.value is None:
        return Problem(place, "`kind` should be one word", listed)
    near = nearest(str(given.value), kinds)
    return Problem(place, f"`{given.value}` is not a kind of section", f"{near} {listed}".strip())


def _models(annotation: object) -> list[object]:
    return [option for option in options(annotation) if isinstance(option, type) and issubclass(option, BaseModel)]


_PATTERNS = {
    next(mark.pattern for mark in marks(kind) if isinstance(mark, StringConstraints)): meant
    for kind, meant in (
        (Slug, ("a short name of small letters, digits and hyphens", "vitamin-d")),
        (IconName, ("the name of an icon, in small letters", "spine")),
        (Url, ("an address that begins with https:// and has no spaces", "https://www.nhs.uk/")),
        (Language, ("a language's code", "en-GB")),
    )
}
_SIMPLE: Mapping[object, tuple[str, str]] = {
    str: ("text", '"…"'),
    int: ("a whole number", "3"),
    bool: ("`true` or `false`", "true"),
    dt.date: ("a date as year-month-day", "2026-11-23"),
}


def expected(annotation: object) -> tuple[str, str]:
    """Return what a field takes, in words, and an example."""
    for mark in marks(annotation):
        if isinstance(mark, StringConstraints) and mark.pattern in _PATTERNS:
            return _PATTERNS[mark.pattern]
    option = next(iter(options(annotation)), None)
    if option in _SIMPLE:
        if has_mark(annotation, InlineMark):
            return "text", '"Some **bold** words."'
        return _SIMPLE[option]
    if get_origin(option) is tuple:
        return "a list, each line of it beginning with `- `", f"- {expected(get_args(option)[0])[1]}"
    choices = _choices(annotation)
    if choices:
        return " or ".join(f"`{choice}`" for choice in choices), choices[0]
    models = _models(annotation)
    if models:
        first = next(iter(fields(models[0])))  # type: ignore[arg-type]
        return "a group of fields, each on a line of its own", f"{first}: …"
    return "a group of lines `name: …`", "vitamin-d: …"


def example(annotation: object) -> str:
    """Return an example of what a field takes."""
    return expected(annotation)[1]


def _choices(annotation: object) -> tuple[str, ...]:
    """Return the words that a field may hold, when they are few."""
    found: list[str] = []
    for option in options(annotation):
        if get_origin(option) is Literal:
            found += [str(choice).lower() if isinstance(choice, bool) else str(choice) for choice in get_args(option)]
        elif isinstance(option, type) and issubclass(option, Enum):
            found += [str(choice.value) for choice in option]
    return tuple(found)


def _found(node: Node | None) -> str:
    if isinstance(node, Items):
        return "a list"
    if isinstance(node, Fields):
        return "a group of fields"
    value = node.value if node else None
    if value is None:
        return "empty"
    if isinstance(value, bool):
        return f"`{str(value).lower()}` (in quotes it is a word)"
    text = str(value)
    return f"`{text[:40]}…`" if len(text) > 41 else f"`{text}`"  # noqa: PLR2004 - no dots for one character


def _count(number: int) -> str:
    return "one entry" if number == 1 else f"{number} entries"


def _about(spot: Spot) -> str:
    return f" {spot.field.description}" if spot.field and spot.field.description else ""
