"""The command ``check``: its options, and what becomes of what was found."""

from __future__ import annotations

import datetime as dt
from enum import StrEnum
from pathlib import Path
from typing import Annotated

import typer

from leafdeck.cli_today import day
from leafdeck.cli_today import today as this_day
from leafdeck.notice import Severity

FINDINGS = 1
"""The exit code of a check that found something."""
_ORDER = (Severity.ERROR, Severity.WARNING, Severity.INFO)


class OutputFormat(StrEnum):
    """The forms in which findings come out."""

    TEXT = "text"
    JSON = "json"
    GITHUB = "github"
    SARIF = "sarif"


def check(
    content: Annotated[Path, typer.Argument(help="The content file.", metavar="CONTENT")] = Path("content.yaml"),
    fail_on: Annotated[
        Severity, typer.Option("--fail-on", metavar="SEVERITY", help="Leave with 1 from this on: error, warning, info.")
    ] = Severity.ERROR,
    output_format: Annotated[
        OutputFormat,
        typer.Option(
            metavar="NAME",
            help="How findings come out: text, json, github (annotations), sarif.",
        ),
    ] = OutputFormat.TEXT,
    today: Annotated[
        dt.date | None,
        typer.Option(parser=day, metavar="DATE", help="Judge dates as of this day, as 2026-11-23.", show_default=False),
    ] = None,
) -> None:
    """Say what an editor of patient information would say of a content file, and of what is made of it."""
    from leafdeck import checkreport
    from leafdeck.checking import check as run

    checked = run(content, today or this_day())
    if output_format is OutputFormat.TEXT:
        checkreport.printed(checked)
    else:
        checkreport.told(checked, output_format)
    bad = _ORDER[: _ORDER.index(fail_on) + 1]
    if any(finding.severity in bad for finding in checked.findings):
        raise typer.Exit(FINDINGS)
