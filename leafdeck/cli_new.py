"""The command ``new``: its options, and what to do next."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Annotated

import typer

from leafdeck.cli_today import today

_LANGUAGE = re.compile(r"[A-Za-z]{2,3}(-[A-Za-z0-9]{2,8})*")


def _tag(text: str | None) -> str | None:
    if text is not None and not _LANGUAGE.fullmatch(text):
        raise typer.BadParameter(f"{text!r} is not a language's code; write it as en-GB")
    return text


def _words(text: str | None) -> str | None:
    if text is not None and (not text.strip() or not text.isprintable()):
        raise typer.BadParameter("it should be a line of words")
    return text and text.strip()


def new(
    folder: Annotated[Path, typer.Argument(help="The folder to make, such as my-guide.", metavar="FOLDER")],
    title: Annotated[
        str | None, typer.Option(callback=_words, metavar="TEXT", help="The guide's title.", show_default=False)
    ] = None,
    language: Annotated[
        str | None,
        typer.Option(
            callback=_tag, metavar="CODE", help="The guide's language, as en-GB (default) or fr.", show_default=False
        ),
    ] = None,
) -> None:
    """Begin a guide in a folder: a short example that builds, a brand file, help for your editor."""
    from leafdeck.scaffold import scaffold

    for path in scaffold(folder, today(), title=title, language=language):
        typer.echo(f"Wrote {path}")
    if language and not language.lower().startswith("en"):
        typer.echo("The example's words are English: write yours in place of them.")
    typer.echo("")
    if folder.resolve() != Path.cwd():
        typer.echo(f"Next:  cd {folder}")
        typer.echo("       leafdeck build --watch")
    else:
        typer.echo("Next:  leafdeck build --watch")
