"""A font file to WOFF2 with only the signs that a page uses. fontTools' home for web fonts."""

from __future__ import annotations

import io

from fontTools import subset
from fontTools.ttLib import TTFont, TTLibError

_LICENCE_NAMES = (0, 7, 8, 9, 11, 13, 14)
"""Copyright, trademark, makers and licence (OpenType, name table): they stay with the font."""


def woff2(data: bytes, letters: frozenset[str]) -> bytes:
    """Return a font with the signs for some letters, the same bytes for the same input.

    What it calls itself is taken out, as licences with reserved names want of a changed font; the page names it.

    Raises:
        ValueError: the data is no font that can be read.
    """
    options = subset.Options(
        flavor="woff2",
        layout_features=["*"],
        name_IDs=list(_LICENCE_NAMES),
        name_languages=["*"],
        obfuscate_names=True,
        notdef_outline=True,
        hinting=False,
        recalc_timestamp=False,
    )
    try:
        font = TTFont(io.BytesIO(data), fontNumber=0, recalcTimestamp=False)
        cutter = subset.Subsetter(options)
        cutter.populate(text="".join(sorted(letters)))
        cutter.subset(font)
        out = io.BytesIO()
        subset.save_font(font, out, options)
    except (TTLibError, KeyError, AssertionError) as error:
        raise ValueError("it is no font that can be read") from error
    return out.getvalue()
