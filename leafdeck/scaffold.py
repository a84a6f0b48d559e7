"""A folder to begin a guide in: a short example that builds and passes the check, a brand file, help for editors."""

from __future__ import annotations

import datetime as dt
import json
import os
import re
from collections.abc import Mapping
from pathlib import Path

from leafdeck import output
from leafdeck.errors import OutputError, Problem
from leafdeck.guide.names import slug
from leafdeck.guide.schema import schema_text
from leafdeck.notice import Place
from leafdeck.resources import package_data

FILES: Mapping[str, str] = {
    "content.yaml": "content.yaml",
    "styles/brand.css": "brand.css",
    "README.md": "README.md",
    ".vscode/settings.json": "settings.json",
    ".vscode/tasks.json": "tasks.json",
    ".vscode/extensions.json": "extensions.json",
    ".gitignore": "gitignore",
}
"""The files of a new folder, and those of ``templates/new/`` that they are made of."""
SCHEMA = "content.schema.json"
"""The file that editors look a field up in; a copy, so that no network is needed."""


def scaffold(
    folder: Path, today: dt.date, *, title: str | None = None, language: str | None = None
) -> tuple[Path, ...]:
    """Write the files of a new guide; files that are in the folder already stay.

    Args:
        folder: where to write them; its name names the guide.
        today: the day that the guide is dated.
        title: the guide's title; that of the example when None.
        language: a BCP 47 tag; that of the example when None, whose words are English in any case.

    Returns:
        The files written, the content file first.

    Raises:
        OutputError: one of the files is there already, and nothing was written; or one cannot be written.
    """
    templates = package_data() / "templates" / "new"
    texts = {name: (templates / source).read_text(encoding="utf-8") for name, source in FILES.items()}
    told = {
        "id": slug(folder.resolve().name),
        "title": json.dumps(title, ensure_ascii=False) if title else None,  # a JSON string is one in YAML too
        "language": language,
        "published": str(today),
        "review_by": str(_years_on(today, 2)),
    }
    for name, value in told.items():
        if value is not None:
            texts["content.yaml"] = _with(texts["content.yaml"], name, value)
    if title:
        texts["README.md"] = texts["README.md"].replace("# My guide", f"# {title}", 1)
    files = {folder / name: text.encode() for name, text in {**texts, SCHEMA: schema_text()}.items()}
    there = [path for path in files if os.path.lexists(path)]
    if there:
        hint = "Nothing was written. Choose another folder, or move the file away."
        raise OutputError([Problem(Place(path), "the file is there already", hint) for path in there])
    output.write(files)
    return tuple(files)


def _with(content: str, name: str, value: str) -> str:
    """Return the content with another value of a field of ``guide``; what explains it stays."""
    made, count = re.subn(
        rf"^  {name}: (?:\"[^\"\n]*\"|[^#\n]*?)(?=\s*(?:#.*)?$)",
        lambda _: f"  {name}: {value}",
        content,
        count=1,
        flags=re.MULTILINE,
    )
    if not count:
        msg = f"the example has no field {name}"
        raise ValueError(msg)
    return made


def _years_on(day: dt.date, years: int) -> dt.date:
    """Return the same day of a later year, or 28 February for the 29th."""
    try:
        return day.replace(year=day.year + years)
    except ValueError:
        return day.replace(year=day.year + years, day=28)
