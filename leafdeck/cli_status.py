"""The command ``status``: many guides at a glance."""

from __future__ import annotations

import datetime as dt
from pathlib import Path
from typing import Annotated

import typer

from leafdeck.cli_today import day
from leafdeck.cli_today import today as this_day

UNREADABLE = 1
"""The exit code where a guide cannot be read."""


def status(
    contents: Annotated[
        list[Path], typer.Argument(help="Content files, or folders with a content.yaml.", metavar="GUIDE...")
    ],
    as_csv: Annotated[bool, typer.Option("--csv", help="Print CSV for a spreadsheet, not a table.")] = False,
    today: Annotated[
        dt.date | None,
        typer.Option(parser=day, metavar="DATE", help="Judge dates as of this day, as 2026-11-23.", show_default=False),
    ] = None,
) -> None:
    """List guides: owner, version, review date, and what the rules over their content find."""
    from leafdeck import overview, overviewreport

    rows = overview.rows(contents, today or this_day())
    if as_csv:
        typer.echo(overviewreport.as_csv(rows), nl=False)
    else:
        overviewreport.table(rows)
    if any(row.problem for row in rows):
        raise typer.Exit(UNREADABLE)
