"""What a person or a spreadsheet sees of many guides: a table, or CSV (RFC 4180)."""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Sequence

from rich.box import SIMPLE_HEAD
from rich.console import Console
from rich.table import Table
from rich.text import Text

from leafdeck.overview import Row
from leafdeck.report import shown

SOON = 90
"""A review that is due within so many days stands out."""
NARROW = 100
"""In a window of fewer columns there is no room for titles; the ids tell which guide is meant."""
_WIDE = 10_000
"""How wide a table may be that is piped into a file: nothing is cut."""
_FORMULA = ("=", "+", "-", "@", "\t", "\r", "\n", "\0", "\uff1d", "\uff0b", "\uff0d", "\uff20")
"""What a spreadsheet takes for the beginning of a formula, the wide forms too (OWASP, CSV injection)."""

_NEXT_CELL = re.compile(r"([;\t|]\s*[\"']?)(?=[=+\-@\uff1d\uff0b\uff0d\uff20])")
"""Where a formula would begin for a spreadsheet that divides lines at another sign than a comma, as in Germany."""

_COLUMNS = (
    "file",
    "id",
    "title",
    "owner",
    "version",
    "status",
    "review_by",
    "days_left",
    "errors",
    "warnings",
    "problem",
)


def table(rows: Sequence[Row]) -> None:
    """Print guides as a table."""
    console = Console(highlight=False, soft_wrap=False)
    if not console.is_terminal:
        console = Console(highlight=False, width=_WIDE)
    narrow = console.width < NARROW
    found = Table(box=SIMPLE_HEAD, pad_edge=False, padding=(0, 1, 0, 0))
    for name in ("Guide", "Owner") if narrow else ("Guide", "Title", "Owner"):
        found.add_column(name, overflow="fold")
    for name in ("Version", "Status", "Review by"):
        found.add_column(name, no_wrap=True)
    for name in ("Days left", "Errors", "Warnings"):
        found.add_column(name, justify="right", min_width=max(map(len, name.split())))
    for row in rows:
        found.add_row(*_cells(row, titled=not narrow))
    console.print(found)


def _cells(row: Row, *, titled: bool) -> tuple[Text, ...]:
    if row.problem:
        return Text(str(shown(row.file))), Text(row.problem, style="red")
    due = "red" if (row.days or 0) < 0 else "yellow" if (row.days or 0) <= SOON else ""
    return (
        Text(row.id),
        *((Text(row.title),) if titled else ()),
        Text(row.owner),
        Text(row.version),
        Text(row.status),
        Text(str(row.review_by), style=due),
        Text(str(row.days), style=due),
        Text(str(row.errors), style="red" if row.errors else ""),
        Text(str(row.warnings)),
    )


def as_csv(rows: Sequence[Row]) -> str:
    """Return guides as CSV with a line of headings; no cell of it is a formula to a spreadsheet."""
    text = io.StringIO()
    writer = csv.writer(text)
    writer.writerow(_COLUMNS)
    for row in rows:
        words = (str(shown(row.file)), row.id, row.title, row.owner, row.version, row.status)
        figures = (row.review_by, row.days, row.errors, row.warnings)
        writer.writerow((*map(_harmless, words), *figures, _harmless(row.problem)))
    return text.getvalue()


def _harmless(words: str) -> str:
    words = _NEXT_CELL.sub(r"\1'", words)
    return f"'{words}" if words.lstrip(" ").startswith(_FORMULA) else words
