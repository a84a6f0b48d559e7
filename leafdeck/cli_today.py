"""The option ``--today`` of several commands, and the day that counts without it."""

from __future__ import annotations

import datetime as dt

import typer


def day(text: str) -> dt.date:
    """Return a day as the command line gives it. Raises typer.BadParameter."""
    try:
        return dt.date.fromisoformat(text)
    except ValueError:
        raise typer.BadParameter(f"{text!r} is not a day; write it as 2026-11-23") from None


def today() -> dt.date:
    """Return the day of this run. Raises typer.BadParameter where ``SOURCE_DATE_EPOCH`` is no time."""
    from leafdeck.clock import today as of_clock

    try:
        return of_clock()
    except ValueError as error:
        raise typer.BadParameter(str(error)) from error
