"""A served file's kind by its first bytes, never by its name, and what each kind is judged by: pure."""

from __future__ import annotations

import re

from leafdeck.vetting import drawing, fontfile, picture

_OTHER_PICTURE = re.compile(rb"%!PS|P[1-7][\s#]|/\* XPM \*/")
"""How pictures start that are text but no SVG: PostScript, Netpbm, XPM."""
_FIRST = 1024
_KIND = "it is no picture, font or style sheet that can be used here: save pictures as PNG, JPEG, GIF, WebP or SVG"


def refuse(data: bytes) -> None:
    """Raise ValueError for a file that no engine is to open: of an unknown kind, damaged, or too much when unpacked.

    Pictures of pixels, fonts and drawings are judged; other text passes, as a style sheet or as nothing at all.
    """
    if data.startswith(picture.SIGNATURES):
        picture.refuse(data)
    elif data.startswith(fontfile.SIGNATURES):
        fontfile.refuse(data)
    elif b"\0" in data[:_FIRST] or _OTHER_PICTURE.match(data):
        raise ValueError(_KIND)
    elif drawing.is_one(data):
        drawing.refuse(data)
