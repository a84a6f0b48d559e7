"""``batch.json``: what a batch is made of and what came of it, for machines. The same for the same inputs: no times."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Any

from leafdeck.batch import keys
from leafdeck.batch.inputs import digest, versions
from leafdeck.batch.plan import Job, jobs
from leafdeck.batch.run import Batch, Outcome, State
from leafdeck.errors import Problem
from leafdeck.notice import Notice

NAME = "batch.json"
SCHEMA = 1
"""The version of the format."""


def text(batch: Batch, outcomes: Iterable[Outcome]) -> str:
    """Return the record of a batch.

    Args:
        batch: the batch.
        outcomes: what became of its jobs, in any order; a job without one has not been reached.
    """
    by_job = {_id(outcome.job): outcome for outcome in outcomes}
    inputs: dict[str, str | None] = {}
    dresses: dict[str, dict[str, None]] = {}
    entries = []
    for job in jobs(batch.manifest):
        outcome = by_job.get(_id(job))
        entry: dict[str, Any] = {"guide": job.guide, "brand": job.brand, "format": job.format, "site": job.site}
        entries.append(entry | (_told(batch, outcome, inputs, dresses) if outcome else {"state": "not reached"}))
    whole = {
        "schema": SCHEMA,
        "made_with": dict(versions()),
        "manifest": {_name(file, batch.base): digest(file) for file in batch.manifest.files},
        "documents": entries,
        "inputs": dict(sorted(inputs.items())),
        "dresses": {dress: list(files) for dress, files in dresses.items()},
    }
    return json.dumps(whole, indent=1, ensure_ascii=False) + "\n"


def _told(
    batch: Batch, outcome: Outcome, inputs: dict[str, str | None], dresses: dict[str, dict[str, None]]
) -> dict[str, Any]:
    """Return what became of a job; what it was made of is added to what all were made of."""
    if outcome.state is State.FAILED:
        return {"state": "failed", "problems": [_problem(each, batch.base) for each in outcome.problems]}
    dress = batch.inputs.dress(outcome.job)
    if dress.hash not in dresses:
        worn = {_name(file, batch.base): held for file, held in dress.files}
        dresses[dress.hash] = dict.fromkeys(sorted(worn))
        inputs.update(worn)
    own = {keys.name(file, batch.base): held for file, held in outcome.inputs}
    inputs.update(own)
    return {
        "state": "done",
        "key": outcome.key,
        "outputs": [
            {
                "path": (outcome.job.folder / each.name).as_posix(),
                "sha256": each.sha256,
                "bytes": each.size,
                "count": each.count,
            }
            for each in outcome.outputs
        ],
        "inputs": sorted(name for name in own if name not in dresses[dress.hash]),
        "dress": dress.hash,
        "notices": [_notice(each, batch.base) for each in outcome.notices],
    }


def _problem(problem: Problem, base: Path) -> Mapping[str, Any]:
    return _where(problem, base) | {"message": problem.message, "hint": problem.hint}


def _notice(notice: Notice, base: Path) -> Mapping[str, Any]:
    return _where(notice, base) | {
        "severity": notice.severity,
        "message": notice.message,
        "hint": notice.hint,
    }


def _where(told: Problem | Notice, base: Path) -> dict[str, Any]:
    where = told.where
    file = _name(where.file, base) if where.file else None
    return {"file": file, "line": where.line, "column": where.column, "path": where.path}


def _name(file: Path, base: Path) -> str:
    return keys.name(file.resolve(), base)


def _id(job: Job) -> tuple[str, str, str, str]:
    return job.guide, job.brand, job.format, job.site
