"""A brand file from a presentation template, or from a colour and a logo, with the logo beside it."""

from __future__ import annotations

from pathlib import Path

from leafdeck import output
from leafdeck.errors import LayoutError, OutputError, Problem
from leafdeck.notice import Place, Severity
from leafdeck.order import Adopted


def adopt(template: Path, folder: Path, *, force: bool = False) -> Adopted:
    """Write ``brand.css`` and the logo, both or neither.

    Args:
        template: a .potx or .pptx file.
        folder: where to write.
        force: write over files that are there.

    Raises:
        LayoutError: the template is no presentation.
        OutputError: a file is there already, or cannot be written.
    """
    from leafdeck.brand.sheet import brand_css
    from leafdeck.deck import look

    found, notices = look.read(template)
    logo = f"logo{found.logo.suffix}" if found.logo else ""
    files = {folder / "brand.css": brand_css(found, logo).encode()}
    if found.logo:
        files[folder / logo] = found.logo.data
    _write(files, force=force)
    return Adopted(tuple(files), notices)


def start(primary: str, logo: Path | None, folder: Path, *, force: bool = False) -> Adopted:
    """Write ``brand.css`` and a copy of the logo, both or neither.

    Args:
        primary: a CSS colour; empty takes it from the logo.
        logo: an SVG, PNG or JPEG file, or None.
        folder: where to write.
        force: write over files that are there.

    Returns:
        The files, and what the brand's own check says of them, advice left out.

    Raises:
        LayoutError: the colour is none, or the logo is no picture that can be read.
        OutputError: a file is there already, or cannot be written.
    """
    from leafdeck.brand import color, guard
    from leafdeck.brand import start as beginning
    from leafdeck.branding import worn

    seen = None
    if logo:
        from leafdeck.brand import pixels

        seen = pixels.read(logo)
    try:
        begun = beginning.start(color.to_srgb(primary) if primary else "", seen)
    except color.NotAColorError as error:
        hint = "Write it as '#0b4f5c', with quotes, or as a colour's name."
        raise LayoutError(Problem(Place(), f"--primary: {primary} {error}", hint)) from error
    files = {folder / "brand.css": b""}
    name = f"logo{logo.suffix.lower()}" if logo else ""
    if logo:
        files[folder / name] = logo.read_bytes()
    files[folder / "brand.css"] = beginning.brand_css(begun, name).encode()
    _write(files, force=force, but=logo)
    found = guard.judge(worn((folder / "brand.css").resolve()))
    return Adopted(tuple(files), tuple(one for one in found if one.severity is not Severity.INFO))


def _write(files: dict[Path, bytes], *, force: bool, but: Path | None = None) -> None:
    """Write files, over those that are there only if asked to; ``but`` is the one that was read."""
    present = [path for path in files if path.exists() and not (but and path.samefile(but))]
    if present and not force:
        hint = "Choose another folder with --output, or write over it with --force."
        raise OutputError([Problem(Place(path), "the file is there already", hint) for path in present])
    output.write(files)
