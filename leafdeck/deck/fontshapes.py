"""What font files say of their letters' shapes, by which a program finds a like font where one is missing."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

from fontTools.ttLib import TTFont, TTLibError

DIGITS = (
    "bFamilyType",
    "bSerifStyle",
    "bWeight",
    "bProportion",
    "bContrast",
    "bStrokeVariation",
    "bArmStyle",
    "bLetterForm",
    "bMidline",
    "bXHeight",
)
"""The ten PANOSE numbers in order (OpenType, OS/2)."""

FIXED, VARIABLE = 1, 2
ROMAN, SWISS, MODERN = 0x10, 0x20, 0x30
LATIN_TEXT, MONOSPACED = 2, 9
SERIFS, SANS = range(2, 11), range(11, 16)


def read(files: Iterable[Path]) -> dict[str, tuple[str | None, int]]:
    """Return for each family its PANOSE numbers in hexadecimal digits, None where they say nothing, and its pitch.

    The pitch and family are one number as PowerPoint has it (MS-EMF LogFont, PitchAndFamily). A regular face goes
    before others of its family.
    """
    found: dict[str, tuple[bool, tuple[str | None, int]]] = {}
    for file in files:
        try:
            with file.open("rb") as stream, TTFont(stream, lazy=True, fontNumber=0) as font:
                family = font["name"].getBestFamilyName()
                panose = [getattr(font["OS/2"].panose, digit) for digit in DIGITS]
                regular = bool(font["OS/2"].fsSelection & 1 << 6)
                fixed = bool(font["post"].isFixedPitch)
        except (TTLibError, KeyError, OSError):
            continue  # the layout engine takes fonts that leave these tables out
        if family and (regular or family not in found):
            found[family] = (regular, (_digits(panose), _pitch(panose, fixed=fixed)))
    return {family: shape for family, (_, shape) in sorted(found.items())}


def _digits(panose: list[int]) -> str | None:
    return "".join(f"{digit:02X}" for digit in panose) if any(panose) else None


def _pitch(panose: list[int], *, fixed: bool) -> int:
    kind, serifs, proportion = panose[0], panose[1], panose[3]
    if fixed or (kind == LATIN_TEXT and proportion == MONOSPACED):
        return MODERN | FIXED
    if kind == LATIN_TEXT and serifs in SERIFS:
        return ROMAN | VARIABLE
    return (SWISS if kind == LATIN_TEXT and serifs in SANS else 0) | VARIABLE
