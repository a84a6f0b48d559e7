"""Tiny fonts made for a test: a family, the characters that it has, and what it says of its shapes."""

from __future__ import annotations

import base64
import io
from collections.abc import Sequence
from typing import Any

from fontTools.fontBuilder import FontBuilder
from fontTools.pens.ttGlyphPen import TTGlyphPen
from fontTools.ttLib.tables.O_S_2f_2 import Panose


def font(
    family: str, characters: str, *, panose: Sequence[int] = (), fixed: bool = False, regular: bool = True
) -> bytes:
    """A TrueType font in which each character is a square."""
    names = {ord(character): f"u{ord(character):04X}" for character in characters}
    order = [".notdef", *names.values()]
    pen = TTGlyphPen(None)
    for point in ((0, 0), (0, 700), (700, 700), (700, 0)):
        (pen.lineTo if point[0] or point[1] else pen.moveTo)(point)
    pen.closePath()
    square: Any = pen.glyph()
    build = FontBuilder(1000)
    build.setupGlyphOrder(order)
    build.setupCharacterMap(names)
    build.setupGlyf(dict.fromkeys(order, square))
    build.setupHorizontalMetrics(dict.fromkeys(order, (800, 0)))
    build.setupHorizontalHeader(ascent=800, descent=-200)
    build.setupNameTable(
        {"familyName": family, "styleName": "Regular", "uniqueFontIdentifier": family, "fullName": family}
    )
    build.setupOS2(sTypoAscender=800, sTypoDescender=-200, fsSelection=1 << 6 if regular else 1 << 5)
    build.setupPost(isFixedPitch=int(fixed))
    if panose:
        given = Panose()
        for name, value in zip(PANOSE, panose, strict=True):
            setattr(given, name, value)
        build.font["OS/2"].panose = given
    build.updateHead(created=0, modified=0)  # no clock: the same font each time
    build.font.recalcTimestamp = False
    stream = io.BytesIO()
    build.save(stream)
    return stream.getvalue()


PANOSE = (
    "bFamilyType", "bSerifStyle", "bWeight", "bProportion", "bContrast", "bStrokeVariation", "bArmStyle", "bLetterForm",
    "bMidline", "bXHeight",
)  # fmt: skip


def face(family: str, characters: str) -> str:
    """A rule by which a style sheet brings such a font along."""
    data = base64.b64encode(font(family, characters)).decode()
    return f"@font-face {{ font-family: '{family}'; src: url(data:font/ttf;base64,{data}) }}"
