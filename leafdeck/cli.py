"""The command line: arguments, progress, messages, exit codes. The only room that reports a LeafdeckError."""

from __future__ import annotations

import datetime as dt
import sys
from pathlib import Path
from typing import Annotated

import typer

from leafdeck import __version__, cli_batch, cli_brand, cli_check, cli_new, cli_status
from leafdeck.cli_today import day
from leafdeck.cli_today import today as this_day
from leafdeck.errors import LeafdeckError
from leafdeck.formats import A4, FORMATS, Format, Medium
from leafdeck.order import USUAL, Order, Product

app = typer.Typer(
    name="leafdeck",
    help="Turn one content file into a print-ready patient leaflet (PDF) and an editable PowerPoint deck.",
    epilog="Exit codes: 0 done, 1 findings, 2 command line, 3 content, 4 template, 5 layout, 6 deck, 7 output, "
    "130 stopped.",
    add_completion=False,
    no_args_is_help=True,
    rich_markup_mode=None,
    pretty_exceptions_enable=False,
    context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100},
)
app.add_typer(cli_brand.brands, name="brand")
app.command()(cli_batch.batch)
app.command()(cli_check.check)
app.command()(cli_new.new)
app.command()(cli_status.status)
ALL = "all"
"""What ``--format`` calls every form of the leaflet."""
INTERRUPTED = 130
"""The exit code that shells give a command stopped by Ctrl+C (128 + SIGINT)."""


def _version(wanted: bool) -> None:
    if wanted:
        typer.echo(f"leafdeck {__version__}")
        raise typer.Exit


def _names(*forms: Format) -> str:
    return ", ".join(form.name for form in forms)


def _known(names: list[str] | None) -> list[str]:
    for name in names or ():
        if name != ALL and name not in {form.name for form in FORMATS}:
            raise typer.BadParameter(f"{name!r} is not one of {_names(*FORMATS)}, {ALL}")
    return names or []


@app.callback()
def leafdeck(
    version: Annotated[
        bool, typer.Option("--version", callback=_version, is_eager=True, help="Print the version and stop.")
    ] = False,
) -> None:
    """Hold the commands together: typer makes a lone command the whole program otherwise."""


@app.command()
def build(  # noqa: PLR0913, PLR0917 - typer makes each an option
    content: Annotated[Path, typer.Argument(help="The content file.", metavar="CONTENT")] = Path("content.yaml"),
    only: Annotated[
        list[Product] | None,
        typer.Option(
            help="Make only this, or these when given again: slides also as PDF, or a handout of their notes.",
            show_default=False,
        ),
    ] = None,
    form: Annotated[
        list[str] | None,
        typer.Option(
            "--format",
            metavar="NAME",
            callback=_known,
            help=f"The leaflet's form, or forms when given again: {_names(A4)} (default), "
            f"{_names(*FORMATS[1:])}, or {ALL}.",
            show_default=False,
        ),
    ] = None,
    press: Annotated[
        bool,
        typer.Option("--print", help="Also write leaflet-FORMAT-press.pdf for a print shop: bleed, crop marks, CMYK."),
    ] = False,
    fillable: Annotated[
        bool, typer.Option("--fillable", help="Let checklists be filled in on a screen, in forms on paper.")
    ] = False,
    pages: Annotated[
        int | None,
        typer.Option(
            min=1,
            metavar="N",
            help=f"Fit the leaflet on this many pages ({_names(*(form for form in FORMATS if form.floor))}).",
            show_default=False,
        ),
    ] = None,
    brand: Annotated[
        Path | None,
        typer.Option(
            metavar="FILE", help="A brand file (CSS) to wear in place of styles/brand.css.", show_default=False
        ),
    ] = None,
    potx: Annotated[
        Path | None,
        typer.Option(
            metavar="FILE", help="Write the slides on this PowerPoint template (.potx, .pptx).", show_default=False
        ),
    ] = None,
    output: Annotated[Path, typer.Option(metavar="DIR", help="The folder to write to.")] = Path("output"),
    keep_html: Annotated[
        bool, typer.Option("--keep-html", help="Also write html/leaflet-FORMAT.html and html/slides.html.")
    ] = False,
    strict: Annotated[bool, typer.Option("--strict", help="Treat warnings as errors; nothing is overwritten.")] = False,
    watch: Annotated[bool, typer.Option("--watch", help="Build again whenever a file changes, until Ctrl+C.")] = False,
    today: Annotated[
        dt.date | None,
        typer.Option(
            parser=day,
            metavar="DATE",
            help="Judge the review date as of this day, as 2026-11-23.",
            show_default=False,
        ),
    ] = None,
    quiet: Annotated[bool, typer.Option("--quiet", "-q", help="Print only warnings and errors.")] = False,
    verbose: Annotated[bool, typer.Option("--verbose", "-v", help="Print how long each step took.")] = False,
) -> None:
    """Build the leaflet and the slides from a content file."""
    if quiet and verbose:
        raise typer.BadParameter("choose one of them", param_hint="--quiet / --verbose")
    products = tuple(product for product in Product if product in only) if only else USUAL
    if potx and Product.SLIDES not in products:
        raise typer.BadParameter("only slides are written on a template", param_hint="--potx / --only")
    if form and Product.LEAFLET not in products:
        raise typer.BadParameter("only the leaflet has formats", param_hint="--format / --only")
    formats = tuple(each for each in FORMATS if {each.name, ALL} & set(form)) if form else (A4,)
    on_paper = Product.LEAFLET in products and any(each.medium is Medium.PAPER for each in formats)
    for name, wanted in (("--print", press), ("--fillable", fillable)):
        if wanted and not on_paper:
            raise typer.BadParameter("it is for the leaflet's forms on paper", param_hint=name)
    if pages and (Product.LEAFLET not in products or not all(each.floor for each in formats)):
        takes = _names(*(each for each in FORMATS if each.floor))
        raise typer.BadParameter(f"only {takes} can be asked for a number of pages", param_hint="--pages / --format")
    order = Order(
        content=content,
        folder=output,
        today=today or this_day(),
        products=products,
        formats=formats,
        press=press,
        fillable=fillable,
        pages=pages,
        brand=brand,
        potx=potx,
        keep_html=keep_html,
        strict=strict,
    )
    run = _watch if watch else _build
    try:
        run(order, quiet=quiet, verbose=verbose)
    except KeyboardInterrupt:
        typer.echo("Stopped.", err=True)
        raise typer.Exit(INTERRUPTED) from None


def _build(order: Order, *, quiet: bool, verbose: bool) -> None:
    from leafdeck.build import build as run
    from leafdeck.report import progress, summary

    with progress(quiet=quiet) as tell:
        built = run(order, tell)
    summary(built, quiet=quiet, verbose=verbose)


def _watch(order: Order, *, quiet: bool, verbose: bool) -> None:
    from leafdeck.report import failure, summary
    from leafdeck.watch import Rebuilt, watch

    if not quiet:
        typer.echo("Watching. Press Ctrl+C to stop.")
    for event in watch(order):
        if isinstance(event, Rebuilt):
            summary(event.built, quiet=quiet, verbose=verbose)
        else:
            failure(event.error)
            typer.echo("Mend it and save; the files of the last good build are still there.", err=True)


def main() -> None:
    """Run the command, print errors as messages, and leave with the exit code that they stand for."""
    try:
        app()
    except LeafdeckError as error:
        from leafdeck.report import failure

        failure(error)
        sys.exit(error.exit_code)
