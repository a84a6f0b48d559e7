"""A brand from a presentation template: the template's look to a brand file, with the logo beside it."""

from __future__ import annotations

from pathlib import Path

from leafdeck import output
from leafdeck.errors import OutputError, Problem
from leafdeck.notice import Place
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
    present = [path for path in files if path.exists()]
    if present and not force:
        hint = "Choose another folder with --output, or write over it with --force."
        raise OutputError([Problem(Place(path), "the file is there already", hint) for path in present])
    output.write(files)
    return Adopted(tuple(files), notices)
