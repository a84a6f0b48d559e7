"""Many guides at a glance: who owns each, how old it is, what is wrong with it."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from leafdeck.checking import check
from leafdeck.errors import LeafdeckError
from leafdeck.notice import Severity
from leafdeck.order import Order


@dataclass(frozen=True, slots=True)
class Row:
    """A guide, or why it cannot be read.

    Attributes:
        file: its content file.
        id: what names it.
        title: its title.
        owner: the organisation that publishes it.
        version: its version.
        status: ``draft`` or ``approved``.
        review_by: when it must be reviewed.
        days: how many days are left until then, negative when it is past.
        errors, warnings: how many the rules over the content find.
        problem: why it cannot be read; then only ``file`` is known.
    """

    file: Path
    id: str = ""
    title: str = ""
    owner: str = ""
    version: str = ""
    status: str = ""
    review_by: dt.date | None = None
    days: int | None = None
    errors: int | None = None
    warnings: int | None = None
    problem: str = ""


def rows(contents: Iterable[Path], today: dt.date) -> tuple[Row, ...]:
    """Return a row for each guide: first those that cannot be read, then by the day of review.

    Args:
        contents: content files; of a folder, the ``content.yaml`` in it.
        today: the day to judge by.
    """
    found = (_row(one / "content.yaml" if one.is_dir() else one, today) for one in dict.fromkeys(contents))
    return tuple(sorted(found, key=lambda row: (row.review_by is not None, row.review_by or dt.date.min)))


def _row(content: Path, today: dt.date) -> Row:
    try:
        checked = check(Order(content, Path("output"), today), source_only=True)
    except LeafdeckError as error:
        first, more = error.problems[0], len(error.problems) - 1
        line = f"line {first.where.line}: " if first.where.line else ""
        return Row(content, problem=f"{line}{first.message}{f' (and {more} more)' if more else ''}")
    about = checked.source.guide.guide
    return Row(
        content,
        about.id,
        about.title,
        checked.source.guide.organisation.name,
        about.version,
        about.status,
        about.review_by,
        (about.review_by - today).days,
        checked.count(Severity.ERROR),
        checked.count(Severity.WARNING),
    )
