"""Which family the layout engine took for words in East Asian and complex scripts. Part of the box tree's reader.

PowerPoint has a font for each of three kinds of script in every run (21.1.2.3.1, .3 and .7), CSS a list for all.
"""

from __future__ import annotations

import unicodedata
from pathlib import Path
from typing import Any

from weasyprint import Document
from weasyprint.text.ffi import ffi, pango

Box = Any
COMPLEX = (
    (0x0590, 0x08FF),  # Hebrew, Arabic, Syriac, Thaana, N'Ko
    (0x0900, 0x109F),  # the scripts of India, Thai, Lao, Tibetan, Myanmar
    (0x1780, 0x17FF),  # Khmer
    (0x1A20, 0x1AAF),  # Tai Tham
    (0xA8E0, 0xA8FF),
    (0xAA00, 0xAAFF),
    (0xFB1D, 0xFDFF),  # Hebrew and Arabic letters in their forms
    (0xFE70, 0xFEFC),
)
"""Letters that PowerPoint sets in a run's font for complex scripts."""

PICTOGRAPHS = 0x1F000
"""From here on, wide signs are pictures for the most part, which every program takes from a font of its own."""


def kind(character: str) -> str:
    """Return ``ea`` for East Asian letters, ``cs`` for those of complex scripts, empty for all others."""
    code = ord(character)
    if code < COMPLEX[0][0]:
        return ""
    if any(first <= code <= last for first, last in COMPLEX):
        return "cs" if unicodedata.category(character)[0] in "LM" else ""
    wide = unicodedata.east_asian_width(character) in {"W", "F"}
    return "ea" if wide and not PICTOGRAPHS <= code < 0x20000 else ""  # noqa: PLR2004 - ideographs go on there


def families(text: Box) -> dict[str, str | None]:
    """Return the family of a box's words for each kind of script that they have.

    None stands for a family that the style does not list: the engine chose one that this machine happens to have.
    """
    wanted = {kind(character) for character in text.text} - {""}
    if not wanted:
        return {}
    style, layout = text.style, text.pango_layout
    listed = {name.casefold() for name in style["font_family"]}
    found: dict[str, str | None] = {}
    layout.reactivate(style)
    try:
        said = layout.text.encode()
        run = layout.get_first_line()[0].runs
        while run != ffi.NULL and wanted - found.keys():
            item = run.data.item
            words = said[item.offset : item.offset + item.length].decode(errors="ignore")
            name = _family(item.analysis.font)
            for each in sorted({kind(character) for character in words} & (wanted - found.keys())):
                found[each] = name if name.casefold() in listed else None
            run = run.next
    finally:
        layout.deactivate()
    return found


def font_files(document: Document) -> tuple[Path, ...]:
    """Return the files of the fonts that a document's style sheets have loaded."""
    folder = document.font_config._folder  # noqa: SLF001 - see the docstring of `frames`
    return tuple(sorted(folder.iterdir())) if folder else ()


def _family(font: Any) -> str:  # noqa: ANN401 - Pango's font
    description = ffi.gc(pango.pango_font_describe_with_absolute_size(font), pango.pango_font_description_free)
    return str(ffi.string(pango.pango_font_description_get_family(description)).decode())
