"""YAML text to a Guide, or every problem in it at once, each with file, line, column and what to do.

The way: text, nodes with places (``yamltext``), parts from other files (``includes``), the Guide (pydantic), or a
SourceError of what pydantic found (``problems``) and of what reaches across the outline (``crosscheck``).
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass, replace
from pathlib import Path

from pydantic import ValidationError

from leafdeck.errors import Problem, SourceError
from leafdeck.guide.crosscheck import cross_problems
from leafdeck.guide.includes import Includer
from leafdeck.guide.model import SCHEMA_VERSION, Guide
from leafdeck.guide.problems import schema_problems
from leafdeck.guide.shape import Spot
from leafdeck.guide.written import Written
from leafdeck.guide.yamltext import Fields, Items, Scalar, data_of
from leafdeck.notice import Place
from leafdeck.resources import project_folder

MOST_SHOWN = 50
"""How many problems are told at once."""


@dataclass(frozen=True)
class Source:
    """A guide and where it comes from.

    Attributes:
        guide: the author's words.
        files: every file read, the content file first.
        positions: where each part of the outline stands, by its path, such as ``sections[2].items[0].text``.
        texts: how each single value is written there.
    """

    guide: Guide
    files: tuple[Path, ...]
    positions: Mapping[str, Place]
    texts: Mapping[str, Written]


def load(content: Path, icons: Collection[str] | None = None, unsaved: Mapping[Path, str] | None = None) -> Source:
    """Read a content file and the files it includes.

    Args:
        content: the content file.
        icons: the names of the icons there are; None accepts any name.
        unsaved: texts to read in place of what files hold, by the names that `Source.files` has.

    Raises:
        SourceError: with every problem found: the file is not there, not YAML, or not an outline of a guide.
    """
    folder, root_folder = content.resolve().parent, project_folder(content)
    includer = Includer(content, folder, root_folder, unsaved or {})
    root = includer.load()
    if not isinstance(root, Fields):
        hint = "Begin with `schema: 1`, then `guide:` and the other fields, each at the start of a line."
        found = "a list" if isinstance(root, Items) else "text"
        raise SourceError(Problem(root.place, f"this is {found}, not the outline of a guide", hint))
    _refuse_other_versions(root)
    problems = list(includer.problems)
    guide = None
    try:
        guide = Guide.model_validate(data_of(root))
    except ValidationError as error:
        told = {f"`{name}` is missing" for name in includer.failed}  # what is wrong with its file is told already
        problems += [problem for problem in schema_problems(error, root) if problem.message not in told]
    outline = Spot(root, root.place, Guide)
    problems += cross_problems(outline, folder, root_folder, icons)
    if problems or guide is None:
        raise SourceError(_in_order(problems, includer.files))
    spots = {spot.place.path: spot for spot in outline.walk()}
    positions = {path: spot.place for path, spot in spots.items()}
    texts = {
        path: spot.node.written for path, spot in spots.items() if isinstance(spot.node, Scalar) and spot.node.written
    }
    return Source(guide, tuple(includer.files), positions, texts)


def published_by(source: Source, fields: Iterable[tuple[str, str]]) -> Source:
    """Return a source whose guide is published by someone else: fields of ``organisation`` in place of its own.

    Raises:
        pydantic.ValidationError: a field that there is none of, or a value that it cannot have; who offers values
            (a batch's sites) has judged them before.
    """
    house = source.guide.organisation
    house = type(house).model_validate({**house.model_dump(), **dict(fields)})
    return replace(source, guide=source.guide.model_copy(update={"organisation": house}))


def _refuse_other_versions(root: Fields) -> None:
    """Refuse an outline in another version of the format before anything else: its fields may mean something else."""
    node = root.get("schema")
    if not isinstance(node, Scalar) or not isinstance(node.value, int):
        return
    place = replace(node.place, path="schema")
    if isinstance(node.value, bool):  # which Python takes for 1 or 0
        message = f"`schema` should be `{SCHEMA_VERSION}`, not `{str(node.value).lower()}`"
        raise SourceError(Problem(place, message, f"Write `schema: {SCHEMA_VERSION}`."))
    if node.value == SCHEMA_VERSION:
        return
    message = f"this file is in version {node.value} of the format, and this leafdeck reads version {SCHEMA_VERSION}"
    hint = (
        "Install a newer leafdeck."
        if node.value > SCHEMA_VERSION
        else f"There was no such version: write `schema: {SCHEMA_VERSION}`."
    )
    raise SourceError(Problem(place, message, hint))


def _in_order(problems: list[Problem], files: list[Path]) -> list[Problem]:
    """Return the problems in the order of reading, each once, and not too many."""
    order = {file: number for number, file in enumerate(files)}

    def reading(problem: Problem) -> tuple[int, int, int]:
        where = problem.where
        return (order.get(where.file, 0) if where.file else 0, where.line, where.column)

    found = sorted(dict.fromkeys(problems), key=reading)
    if len(found) > MOST_SHOWN:
        rest = len(found) - MOST_SHOWN
        found = [*found[:MOST_SHOWN], Problem(Place(), f"and {rest} more", "Mend these first, then run it again.")]
    return found
