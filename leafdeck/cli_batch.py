"""The command ``batch``: many documents in one go."""

from __future__ import annotations

import datetime as dt
import os
import time
from pathlib import Path
from typing import Annotated

import typer

from leafdeck.cli_today import day
from leafdeck.cli_today import today as this_day

FAILED = 1
"""The exit code where a document could not be made."""
CACHE = ".leafdeck-cache"
"""The name of the cache, beside the output folder."""


def batch(  # noqa: PLR0913, PLR0917 - typer makes each an option
    manifest: Annotated[Path, typer.Argument(help="The manifest: what to make of what.", metavar="MANIFEST")],
    output: Annotated[Path, typer.Option(metavar="DIR", help="The folder to write to.")] = Path("output"),
    cache: Annotated[
        Path | None,
        typer.Option(
            metavar="DIR",
            help=f"Where finished files are kept, so that none is made twice: {CACHE} beside the output folder.",
            show_default=False,
        ),
    ] = None,
    workers: Annotated[
        int | None,
        typer.Option(
            min=1, metavar="N", help="How many processes work: as many as there are processors.", show_default=False
        ),
    ] = None,
    dry_run: Annotated[bool, typer.Option("--dry-run", help="Only show what would be made.")] = False,
    today: Annotated[
        dt.date | None,
        typer.Option(
            parser=day, metavar="DATE", help="Judge review dates as of this day, as 2026-11-23.", show_default=False
        ),
    ] = None,
    quiet: Annotated[bool, typer.Option("--quiet", "-q", help="Print only warnings and errors.")] = False,
) -> None:
    """Make many documents: guides in brands and formats for sites, each once, by as many processes as work at once."""
    from leafdeck import batchreport
    from leafdeck.batch import manifest as manifests
    from leafdeck.batch.plan import jobs
    from leafdeck.batch.run import Batch, State
    from leafdeck.batch.store import Store

    asked = manifests.load(manifest)
    store = Store((cache or Path(os.path.abspath(output)).parent / CACHE).absolute())  # noqa: PTH100 - links stay
    whole = Batch(asked, output, store, today or this_day())
    wanted = list(jobs(asked))
    if dry_run:
        batchreport.plan(asked, wanted, sum(whole.kept(job) is not None for job in wanted))
        return
    from leafdeck import output as files
    from leafdeck.batch import record

    started, outcomes, stopped = time.monotonic(), [], False
    try:
        with batchreport.progress(len(wanted), quiet=quiet) as ticker:
            for outcome in whole.run(workers or os.cpu_count() or 1):
                outcomes.append(outcome)
                ticker.tell(outcome)
    except KeyboardInterrupt:
        stopped = True
    files.write({output / record.NAME: record.text(whole, outcomes).encode()})
    batchreport.result(outcomes, time.monotonic() - started, quiet=quiet)
    if stopped:
        typer.echo(
            f"Stopped: {len(outcomes):,} of {len(wanted):,} done. The same command goes on from there.", err=True
        )
        raise typer.Exit(130)
    if any(outcome.state is State.FAILED for outcome in outcomes):
        raise typer.Exit(FAILED)
