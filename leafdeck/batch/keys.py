"""What a document is made of, as a key: the same key, the same bytes. Pure.

What a guide includes and shows is known only once it has been read. So there are two steps, as in compiler caches
(ccache's direct mode): the *address*, of all that is known before, leads to the names of the files that were read the
last time; with what these hold now, it becomes the *key*. If a file names others than before, its own bytes differ,
and so does the key.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from hashlib import sha256
from pathlib import Path

from leafdeck.batch.plan import Job

VERSION = 1
"""Raised when what a key means changes: what an older leafdeck kept is then made again."""


def address(job: Job, base: Path, dress: str, engine: str) -> str:
    """Return the hash of all that is known of a job before its guide is read.

    Args:
        job: the job; what it is called plays no part.
        base: the folder that names of files start from, so that a project may move.
        dress: the hash of the templates and styles that it may wear.
        engine: the hash of leafdeck and the libraries that make it.
    """
    organisation = {field: name(Path(text), base) if field == "logo" else text for field, text in job.organisation}
    return _hash(
        {
            "version": VERSION,
            "content": name(job.content, base),
            "brand": name(job.brand_file, base) if job.brand_file else None,
            "format": job.format,
            "organisation": organisation,
            "press": job.options.press,
            "fillable": job.options.fillable,
            "strict": job.options.strict,
            "dress": dress,
            "engine": engine,
        }
    )


def key(address: str, inputs: Iterable[tuple[str, str | None]], *, late: bool) -> str:
    """Return the hash of all that a document is made of.

    Args:
        address: the job's address.
        inputs: each file that was read, by name, with the SHA-256 of what it holds; None where it has gone.
        late: the guide is past its review date, which is told.
    """
    return _hash({"address": address, "inputs": sorted(dict(inputs).items()), "late": late})


def together(files: Iterable[tuple[str, str | None]]) -> str:
    """Return the hash of some files, each with a name and the SHA-256 of what it holds."""
    return _hash(dict(files))


def name(file: Path, base: Path) -> str:
    """Return a file's name from a folder, or its whole name where it lies elsewhere."""
    return (file.relative_to(base) if file.is_relative_to(base) else file).as_posix()


def _hash(facts: Mapping[str, object]) -> str:
    text = json.dumps(facts, sort_keys=True, ensure_ascii=False, separators=(",", ":"))
    return sha256(text.encode("utf-8", "surrogateescape")).hexdigest()
