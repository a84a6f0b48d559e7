"""A language's words from data files that anyone may edit: ``words/LANGUAGE/*.yaml``.

Each file holds some of a `Lexicon`'s fields; together they are the language's lexicon. A language without a folder has
an empty one, and rules about words stay silent.
"""

from __future__ import annotations

from collections.abc import Iterable
from functools import lru_cache
from pathlib import Path

from pydantic import ValidationError

from leafdeck.errors import Problem, SourceError
from leafdeck.guide.lexicon import Lexicon
from leafdeck.guide.problems import schema_problems
from leafdeck.guide.yamltext import Fields, data_of, parse


def load(files: Iterable[Path]) -> Lexicon:
    """Read a language's files; those that have not changed since are not read again.

    Raises:
        SourceError: a file is not YAML, or holds a field that no lexicon has, or that another file has too.
    """
    return _read(tuple((file, _stamp(file)) for file in sorted(files)))


def _stamp(file: Path) -> tuple[int, int]:
    """Return what changes when a file does; of one that cannot be read, nothing: reading it says why."""
    try:
        known = file.stat()
    except OSError:
        return (0, 0)
    return (known.st_mtime_ns, known.st_size)


@lru_cache(maxsize=8)
def _read(files: tuple[tuple[Path, tuple[int, int]], ...]) -> Lexicon:
    found: dict[str, object] = {}
    for file, _ in files:
        root, problems = parse(file)
        if problems or not isinstance(root, Fields):
            raise SourceError(problems or Problem(root.place, "this is not a list of named fields"))
        try:
            Lexicon.model_validate(data_of(root))
        except ValidationError as error:
            raise SourceError(schema_problems(error, root, Lexicon)) from None
        for name, (key, node) in root.entries.items():
            if name in found:
                raise SourceError(Problem(key.place, f"`{name}` stands in another file too", "Keep it in one file."))
            found[name] = data_of(node)
    return Lexicon.model_validate(found)
