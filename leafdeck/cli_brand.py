"""The commands ``brand …``: their options, and what becomes of what was made or found."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from leafdeck.notice import Severity

FINDINGS = 1
"""The exit code of a check that found an error."""

brands = typer.Typer(
    help="Brands: the CSS files that dress leaflet and slides.", no_args_is_help=True, rich_markup_mode=None
)

_Output = Annotated[Path, typer.Option(metavar="DIR", help="The folder to write brand.css and the logo to.")]
_Force = Annotated[bool, typer.Option("--force", help="Write over files that are there.")]
_File = Annotated[
    Path | None,
    typer.Argument(help="The brand file; styles/brand.css if none is named.", metavar="FILE", show_default=False),
]
_Content = Annotated[Path, typer.Option(metavar="CONTENT", help="The content file that wears it, if it is there.")]


@brands.command("import")
def brand_import(
    template: Annotated[
        Path, typer.Argument(help="A PowerPoint template (.potx) or presentation (.pptx).", metavar="TEMPLATE")
    ],
    output: _Output = Path("styles"),
    force: _Force = False,
) -> None:
    """Make a brand file of a PowerPoint template: its colours, fonts and logo."""
    from leafdeck.adopt import adopt
    from leafdeck.report import adopted

    adopted(adopt(template, output, force=force))


@brands.command("new")
def brand_new(
    primary: Annotated[
        str,
        typer.Option(
            metavar="COLOUR", help="Your main colour, as '#5b2a86'; else that of the logo.", show_default=False
        ),
    ] = "",
    logo: Annotated[
        Path | None,
        typer.Option(
            metavar="FILE", help="Your logo: SVG, PNG or JPEG.", exists=True, dir_okay=False, show_default=False
        ),
    ] = None,
    output: _Output = Path("styles"),
    force: _Force = False,
) -> None:
    """Make a brand file from your main colour and your logo; one of them is enough."""
    if not primary and not logo:
        raise typer.BadParameter("give a colour, a logo, or both", param_hint="--primary / --logo")
    from leafdeck.adopt import start
    from leafdeck.report import adopted

    adopted(start(primary, logo, output, force=force))


@brands.command("preview")
def brand_preview(
    file: _File = None,
    output: Annotated[Path, typer.Option(metavar="DIR", help="The folder to write to.")] = Path("output"),
) -> None:
    """Show a brand on one page, in every kind of section: brand-preview.pdf and brand-preview.png."""
    from leafdeck.preview import preview
    from leafdeck.report import previewed

    previewed(preview(file, output))


@brands.command("check")
def brand_check(file: _File = None, content: _Content = Path("content.yaml")) -> None:
    """Say what of a brand cannot be read, told apart, embedded or found, and what to write instead."""
    from leafdeck.branding import check
    from leafdeck.report import judged

    found = check(file, content)
    judged(found.brand.path, found.notices)
    if found.count(Severity.ERROR):
        raise typer.Exit(FINDINGS)
