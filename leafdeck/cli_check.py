"""The command ``check``: its options, and what becomes of what was found."""

from __future__ import annotations

import datetime as dt
from enum import StrEnum
from pathlib import Path
from typing import Annotated

import typer

from leafdeck.cli_today import day
from leafdeck.cli_today import today as this_day
from leafdeck.formats import A4, FORMATS, Medium
from leafdeck.notice import Severity
from leafdeck.order import Order

FINDINGS = 1
"""The exit code of a check that found something."""
_ORDER = (Severity.ERROR, Severity.WARNING, Severity.INFO)


class OutputFormat(StrEnum):
    """The forms in which findings come out."""

    TEXT = "text"
    JSON = "json"
    GITHUB = "github"
    HTML = "html"
    SARIF = "sarif"


_PAPER = {form.name: form for form in FORMATS if form.medium is Medium.PAPER}


def _known(name: str) -> str:
    if name not in _PAPER:
        raise typer.BadParameter(f"{name!r} is not one of {', '.join(_PAPER)}")
    return name


def check(  # noqa: PLR0913, PLR0917 - typer makes each an option
    content: Annotated[Path, typer.Argument(help="The content file.", metavar="CONTENT")] = Path("content.yaml"),
    source: Annotated[bool, typer.Option("--source", help="Judge the content only; lay nothing out.")] = False,
    form: Annotated[
        str,
        typer.Option(
            "--format", metavar="NAME", help=f"The form of the leaflet to judge: {', '.join(_PAPER)}.", callback=_known
        ),
    ] = A4.name,
    brand: Annotated[
        Path | None,
        typer.Option(
            metavar="FILE", help="A brand file (CSS) to wear in place of styles/brand.css.", show_default=False
        ),
    ] = None,
    fail_on: Annotated[
        Severity, typer.Option("--fail-on", metavar="SEVERITY", help="Leave with 1 from this on: error, warning, info.")
    ] = Severity.ERROR,
    output_format: Annotated[
        OutputFormat,
        typer.Option(
            metavar="NAME",
            help="How findings come out: text, json, github (annotations), html (a page), sarif.",
        ),
    ] = OutputFormat.TEXT,
    fix: Annotated[
        bool, typer.Option("--fix", help="Write the mends that are safe into the content files, and show them.")
    ] = False,
    dry_run: Annotated[bool, typer.Option("--dry-run", help="With --fix: only show them.")] = False,
    checklist: Annotated[
        Path | None,
        typer.Option(
            metavar="FILE", help="Also write a sign-off list (PDF) of what only a person can judge.", show_default=False
        ),
    ] = None,
    today: Annotated[
        dt.date | None,
        typer.Option(parser=day, metavar="DATE", help="Judge dates as of this day, as 2026-11-23.", show_default=False),
    ] = None,
) -> None:
    """Say what an editor of patient information would say of a content file, and of what is made of it."""
    if dry_run and not fix:
        raise typer.BadParameter("it shows what --fix would change", param_hint="--dry-run")
    from leafdeck import checkreport
    from leafdeck.checking import check as run

    on = today or this_day()
    if fix:
        _fix(content, on, dry_run=dry_run, aside=output_format is not OutputFormat.TEXT)
    order = Order(content, Path("output"), on, brand=brand, formats=(_PAPER[form],))
    checked = run(order, source_only=source)
    if output_format is OutputFormat.TEXT:
        checkreport.printed(checked)
    elif output_format is OutputFormat.HTML:
        from leafdeck import approval

        typer.echo(approval.page(order, *checkreport.listed(checked), source_only=source))
    else:
        checkreport.told(checked, output_format)
    if checklist:
        from leafdeck import approval, output

        findings, _ = checkreport.listed(checked)
        output.write({checklist: approval.checklist(order, findings, source_only=source)})
        typer.echo(f"Sign-off list: {checklist}", err=output_format is not OutputFormat.TEXT)
    bad = _ORDER[: _ORDER.index(fail_on) + 1]
    if any(finding.severity in bad for finding in checked.findings):
        raise typer.Exit(FINDINGS)


def _fix(content: Path, today: dt.date, *, dry_run: bool, aside: bool) -> None:
    from leafdeck import checkreport, fixing

    found = fixing.fixed(content, today)
    if not dry_run:
        fixing.write(found.changes)
    checkreport.mended(found, dry_run=dry_run, aside=aside)
