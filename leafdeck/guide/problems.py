"""What pydantic found, in the author's words: where it stands, what was expected, what to type."""

from __future__ import annotations

import datetime as dt
import difflib
from collections.abc import Iterable, Mapping
from dataclasses import replace
from enum import Enum
from typing import Any, Literal, get_args, get_origin

from pydantic import StringConstraints, ValidationError

from leafdeck.errors import Problem
from leafdeck.guide.anatomy import At
from leafdeck.guide.base import Amount, Email, IconName, Language, MisfitError, Part, Slug, Url
from leafdeck.guide.fields import fields, marks, models, options
from leafdeck.guide.model import Guide
from leafdeck.guide.shape import Spot
from leafdeck.guide.yamltext import Fields, Items, Scalar

MOST_READ = 500
"""How many of pydantic's errors are put into words; nobody reads so many."""
LONGEST_QUOTE = 40
"""How much of a wrong value is repeated, in characters."""


def schema_problems(error: ValidationError, root: Fields, model: type[Part] = Guide) -> list[Problem]:
    """Return a problem for each of pydantic's errors.

    Args:
        error: what validating the outline raised.
        root: the author's nodes, which know their places.
        model: what the nodes should be an outline of.
    """
    top = Spot(root, root.place, model)
    details = error.errors(include_url=False)[:MOST_READ]
    return [_problem(detail, top) for detail in details if not _follows(detail, top)]


def nearest(name: str, known: Iterable[str]) -> str:
    """Return "Did you mean `…`?" with the most similar known name, or nothing."""
    by_fold = {other.casefold().replace("-", "_"): other for other in known}
    close = difflib.get_close_matches(name.casefold().replace("-", "_"), by_fold, n=1, cutoff=0.6)
    return f"Did you mean `{by_fold[close[0]]}`?" if close else ""


def _follows(detail: Any, top: Spot) -> bool:  # noqa: ANN401 - pydantic's ErrorDetails has no precise values
    """Return whether a list only seems too short, because wrong entries of it were not counted."""
    node = top.find(detail["loc"]).node
    return detail["type"] == "too_short" and isinstance(node, Items) and len(node.nodes) >= detail["ctx"]["min_length"]


def _problem(detail: Any, top: Spot) -> Problem:  # noqa: ANN401 - as above
    kind, spot = detail["type"], top.find(detail["loc"])
    if kind == "extra_forbidden":
        return _unknown(top.find(detail["loc"][:-1]), spot, str(detail["loc"][-1]))
    if kind in {"union_tag_invalid", "union_tag_not_found"}:
        return _kind(spot)
    misfit = detail.get("ctx", {}).get("error")
    if isinstance(misfit, MisfitError):
        return Problem(top.find((*detail["loc"], *misfit.at)).place, str(misfit), misfit.hint)
    return Problem(spot.place, *_said(detail, spot))


def _said(detail: Any, spot: Spot) -> tuple[str, str]:  # noqa: ANN401 - as above
    """Return the message and the hint for a value that is missing or not as it should be."""
    kind, context, last = detail["type"], detail.get("ctx", {}), detail["loc"][-1] if detail["loc"] else 0
    name = f"`{last}`" if isinstance(last, str) else "this entry"
    what, such = expected(spot.takes)
    about = (spot.field.description or "") if spot.field else ""
    if kind == "missing":
        said = f"{name} is missing", f"Add a line `{last}: …`. {about}".strip()
    elif last == "[key]":
        what, such = expected(Slug)
        said = f"`{detail['loc'][-2]}` should be {what}", f"Write it like this: {such}: …"
    elif isinstance(spot.node, Scalar) and spot.node.value is None:
        said = f"{name} is empty", f"Write it after the colon. {about}".strip()
    elif kind == "too_short":
        said = f"{name} needs at least {_count(context['min_length'])}", about
    elif kind in _BOUNDS:
        said = f"{name} should be {_BOUNDS[kind]} {next(iter(context.values()))}", about
    else:
        said = f"{name} should be {what}, not {_found(spot)}", _suggestion(spot, such) or about
    return said


_BOUNDS = {"greater_than_equal": "at least", "less_than_equal": "at most"}


def _suggestion(spot: Spot, such: str) -> str:
    """Return the nearest word that a field may hold, or an example."""
    words = choices(spot.takes)
    if isinstance(spot.node, Scalar) and words:
        text = str(spot.node.value)
        return "Take the quotes away." if text in words else nearest(text, words)
    return f"Write it like this: {such}"


def _unknown(part: Spot, spot: Spot, name: str) -> Problem:
    """Describe a field that a part does not have."""
    key = part.node.key(name) if isinstance(part.node, Fields) else None
    place = replace(key.place, path=spot.place.path) if key else spot.place
    if name == "optional":
        hint = "Take the line away. A whole section may be optional, and an item of it that stands by itself."
        return Problem(place, "this is never left out by itself: it cannot be `optional`", hint)
    if " " in name and isinstance(spot.node, Scalar) and spot.node.value is None:
        hint = "Within { } a comma ends the text. Put the whole text in quotes."
        return Problem(place, f"`{_short(name)}` is not a field but the rest of a text", hint)
    known = tuple(fields(part.model)) if part.model else ()
    hint = nearest(name, known) or f"The fields here are {', '.join(f'`{other}`' for other in known)}."
    return Problem(place, f"there is no field `{name}` here", hint)


def _kind(spot: Spot) -> Problem:
    """Describe a section whose kind is missing or unknown."""
    kinds = [get_args(model.model_fields["kind"].annotation)[0] for model in models(spot.takes)]
    listed = f"The kinds are {', '.join(f'`{kind}`' for kind in kinds)}."
    given = spot.node.get("kind") if isinstance(spot.node, Fields) else None
    if given is None:
        return Problem(spot.place, "`kind` is missing: what sort of section this is", listed)
    place = replace(given.place, path=f"{spot.place.path}.kind")
    if not isinstance(given, Scalar) or given.value is None:
        return Problem(place, "`kind` should be one word", listed)
    near = nearest(str(given.value), kinds)
    return Problem(place, f"`{_short(str(given.value))}` is not a kind of section", f"{near} {listed}".strip())


_PATTERNS = {
    next(mark.pattern for mark in marks(kind) if isinstance(mark, StringConstraints)): meant
    for kind, meant in (
        (Slug, ("a short name of small letters, digits and hyphens", "vitamin-d")),
        (IconName, ("the name of an icon, in small letters", "spine")),
        (Url, ("an address that begins with https:// and has no spaces", "https://www.nhs.uk/")),
        (Language, ("a language's code", "en-GB")),
        (Email, ("an email address", "name@example.org")),
        (Amount, ("a number with its unit", "100 micrograms")),
        (At, ("a level of the spine (L4), a range (L1-L5) or a disc (L4/L5)", "L1-L5")),
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
    option, words, parts = next(iter(options(annotation)), None), choices(annotation), models(annotation)
    patterns = [mark.pattern for mark in marks(annotation) if isinstance(mark, StringConstraints)]
    if get_origin(option) is tuple:
        said = "a list, each line of it beginning with `- `", f"- {expected(get_args(option)[0])[1]}"
    elif patterns and patterns[0] in _PATTERNS:
        said = _PATTERNS[patterns[0]]
    elif option in _SIMPLE:
        said = _SIMPLE[option]
    elif words:
        said = " or ".join(f"`{word}`" for word in words), words[0]
    elif parts:
        first = next(iter(fields(parts[0]))) if len(parts) == 1 else "kind"
        said = "a group of fields, each on a line of its own", f"{first}: …"
    else:
        said = "a group of lines `name: …`", "vitamin-d: …"
    return said


def choices(annotation: object) -> tuple[str, ...]:
    """Return the words that a field may hold, when they are few."""
    found: list[str] = []
    for option in options(annotation):
        if get_origin(option) is Literal:
            found += [str(choice).lower() if isinstance(choice, bool) else str(choice) for choice in get_args(option)]
        elif isinstance(option, type) and issubclass(option, Enum):
            found += [str(choice.value) for choice in option]
    return tuple(found)


def _found(spot: Spot) -> str:
    node = spot.node
    if isinstance(node, Items):
        return "a list"
    if isinstance(node, Fields):
        return "a group of fields"
    value = node.value if node else None
    if isinstance(value, bool) and str in options(spot.takes):
        return f"`{str(value).lower()}` (in quotes it is a word)"
    return f"`{str(value).lower() if isinstance(value, bool) else _short(str(value))}`"


def _short(text: str) -> str:
    line = " ".join(text.split())
    return line if len(line) <= LONGEST_QUOTE else f"{line[:LONGEST_QUOTE]}…"


def _count(number: int) -> str:
    return "one entry" if number == 1 else f"{number} entries"
