"""The reference part of the authors' page: every field with what it takes and what it is, from the models."""

from __future__ import annotations

import inspect
from collections.abc import Iterator, Mapping
from typing import get_args, get_origin

from pydantic import BaseModel

from leafdeck.guide.base import Amount, Day, Email, FileMark, IconMark, InlineMark, Language, Slug, Url
from leafdeck.guide.fields import fields, has_mark, marks, models, options, taken
from leafdeck.guide.model import Guide
from leafdeck.guide.problems import choices
from leafdeck.guide.schema import INCLUDE

BEGIN = "<!-- The rest is written by scripts/schema.py from the models: do not edit it. -->"
"""Everything after this line of the page is generated."""

_NAMED = (
    (InlineMark, "running text"),
    (IconMark, "an icon's name"),
    (FileMark, "a file's name"),
)
_SIMPLE = (
    (Slug, "a short name"),
    (Url, "an address"),
    (Language, "a language's code"),
    (Email, "an email address"),
    (Amount, "a number with its unit"),
    (Day, "a date"),
)
_PLAIN: Mapping[object, str] = {int: "a whole number", float: "a number", bool: "`true` or `false`"}


def with_reference(page: str) -> str:
    """Return the authors' page with its reference part written afresh.

    Raises:
        ValueError: the page lacks the line after which it is generated.
    """
    written, found, _ = page.partition(BEGIN)
    if not found:
        msg = f"the page lacks the line {BEGIN}"
        raise ValueError(msg)
    return f"{written}{BEGIN}\n\n{reference()}"


def reference() -> str:
    """Return the reference part in Markdown."""
    blocks = ["## All fields", _INTRO, *_part(Guide, "The outline")]
    seen: set[type[BaseModel]] = {Guide}
    later = list(_below(Guide))
    while later:
        part = later.pop(0)
        if part in seen:
            continue
        seen.add(part)
        blocks += _part(part, _title(part))
        later = [*_below(part), *later]
    include = INCLUDE["properties"]["include"]["description"]
    row = ("**`include`**", "a file's name", include)
    blocks += ["### A part from another file", INCLUDE["description"], _table([row])]
    return "\n\n".join(blocks) + "\n"


_INTRO = """\
A field in **bold** must be there; all others may be left out. "Text" is printed as it stands. "Running text" may hold
**bold** words, links and citations; where a field says that blank lines part paragraphs, bullet lists too."""


def _part(part: type[BaseModel], title: str) -> list[str]:
    rows = []
    for name, field in sorted(fields(part).items(), key=lambda named: named[0] != "kind"):
        shown = f"**`{name}`**" if field.is_required() else f"`{name}`"
        rows.append((shown, takes(taken(field)), " ".join((field.description or "").split())))
    return [f"### {title}", inspect.cleandoc(part.__doc__ or ""), _table(rows)]


def _table(rows: list[tuple[str, str, str]]) -> str:
    lines = [" | ".join(cell.replace("|", "\\|") for cell in row) for row in rows]
    return "\n".join(["| Field | Takes | What it is |", "|---|---|---|", *(f"| {line} |" for line in lines)])


def _title(part: type[BaseModel]) -> str:
    kind = part.model_fields.get("kind")
    return f"Section of kind `{get_args(kind.annotation)[0]}`" if kind else _words(part)


def _words(part: type[BaseModel]) -> str:
    """Return a type's name as words: ``KeyPoints`` to ``Key points``."""
    name = part.__name__
    return name[0] + "".join(f" {letter.lower()}" if letter.isupper() else letter for letter in name[1:])


def _link(part: type[BaseModel]) -> str:
    words = _title(part)
    return f"[{words.lower()}](#{words.lower().replace('`', '').replace(' ', '-')})"


def _below(part: type[BaseModel]) -> Iterator[type[BaseModel]]:
    """Yield the parts that a part's fields hold."""
    for field in fields(part).values():
        for inner in _inner(taken(field)):
            yield from models(inner)


def _inner(annotation: object) -> Iterator[object]:
    yield annotation
    for option in options(annotation):
        if get_origin(option) is tuple:
            yield from _inner(get_args(option)[0])


def takes(annotation: object) -> str:
    """Return what a field takes, in a few words."""
    option, words, parts = next(iter(options(annotation)), None), choices(annotation), models(annotation)
    inner = get_args(option)
    if get_origin(option) is tuple:
        said = f"a list: {takes(inner[0])}"
    elif parts:
        said = _link(parts[0]) if len(parts) == 1 else "a section of one of the kinds below"
    elif words:
        said = ", ".join(f"`{word}`" for word in words)
    elif inner:
        said = f"names, each with {takes(inner[1])}"
    else:
        said = _simple(annotation, option)
    return said


def _simple(annotation: object, option: object) -> str:
    """Return what a field with a single value takes."""
    named = [words for mark, words in _NAMED if has_mark(annotation, mark)]
    given = set(map(repr, marks(annotation)))
    same = [words for kind, words in _SIMPLE if set(map(repr, marks(kind))) <= given]
    return (*named, *same, _PLAIN.get(option, "text"))[0]
