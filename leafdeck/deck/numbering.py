"""List markers to bullets: signs, pictures, numbering schemes (ECMA-376 part 1, 20.1.10.61). Pure."""

from __future__ import annotations

import re

from leafdeck.deck.frame import Marker
from leafdeck.deck.text import Bullet

KINDS = {
    "decimal": "arabic",
    "lower-alpha": "alphaLc",
    "lower-latin": "alphaLc",
    "upper-alpha": "alphaUc",
    "upper-latin": "alphaUc",
    "lower-roman": "romanLc",
    "upper-roman": "romanUc",
}
"""CSS's counter styles (CSS Counter Styles 3, chapter 6) that have a scheme, and how its name starts."""

ENDS = {("", "."): "Period", ("", ")"): "ParenR", ("(", ")"): "ParenBoth"}
ROMAN = (
    (1000, "m"), (900, "cm"), (500, "d"), (400, "cd"), (100, "c"), (90, "xc"), (50, "l"), (40, "xl"), (10, "x"),
    (9, "ix"), (5, "v"), (4, "iv"), (1, "i"),
)  # fmt: skip
SIGN = 2
"""The most characters of a marker that PowerPoint shows as a bullet: a sign, and what may tell how it looks."""

LARGEST = 32_767
"""The largest number that a list may start at (20.1.10.62)."""


def numbered(text: str, kind: str) -> tuple[str, int] | None:
    """Return the scheme and the number of a marker, as in ``("romanLcPeriod", 4)`` for "iv."; None for any other.

    Args:
        text: the marker's words.
        kind: CSS's name of the list's style, which tells "i." the letter from "i." the number.
    """
    found = re.fullmatch(r"(\(?)([0-9]+|[a-z]+|[A-Z]+)([.)]?)", text)
    if not found:
        return None
    before, said, after = found.groups()
    start = "arabic" if said[0].isdecimal() else KINDS.get(kind, "")
    if not start or (start == "arabic") != said[0].isdecimal():
        return None
    end = "Plain" if start == "arabic" and not before and not after else ENDS.get((before, after), "")
    number = {"arabic": _arabic, "alpha": _alpha, "roman": _roman}[start.removesuffix("Lc").removesuffix("Uc")](said)
    return (start + end, number) if end and 1 <= number <= LARGEST else None


def _arabic(said: str) -> int:
    return 0 if said.startswith("0") else int(said)


def _alpha(said: str) -> int:
    """Return 1 for "a" and 27 for "aa"; PowerPoint goes on with "bb", so that only the first 27 agree."""
    number = 0
    for letter in said.lower():
        number = number * 26 + ord(letter) - ord("a") + 1
    return number if number <= 27 else 0  # noqa: PLR2004 - see the docstring


def _roman(said: str) -> int:
    rest, number = said.lower(), 0
    for value, letters in ROMAN:
        while rest.startswith(letters):
            rest, number = rest[len(letters) :], number + value
    return 0 if rest or roman(number) != said.lower() else number


def roman(number: int) -> str:
    """Return a number in small Roman letters."""
    made = ""
    for value, letters in ROMAN:
        count, number = divmod(number, value)
        made += letters * count
    return made


Counts = dict[int, tuple[str, int, int]]
"""For each level of lists, the scheme of the list under way, its first number and its latest."""


def bullet(marker: Marker | None, level: int, starts: Counts) -> Bullet | None:
    """Return a bullet; numbers that follow each other keep the first one's start, as PowerPoint counts on.

    None for a paragraph without a marker, and for a marker that is neither a sign nor a number.

    Args:
        marker: the list item's marker, None for a paragraph without one.
        level: how deep the list lies in others.
        starts: the lists under way; kept up to date here.
    """
    for ended in [known for known in starts if known > level or (marker is None and known == level)]:
        del starts[ended]
    if marker is None:
        return None
    font = marker.font
    if marker.image:
        share = max(25, min(400, round(100 * marker.height / font.size)))
        return Bullet(font.family, font.color, size=share, char=marker.text, picture=marker.image)
    found = numbered(marker.text, marker.kind)
    if found:
        scheme, number = found
        known = starts.get(level)
        follows = known is not None and known[0] == scheme and known[2] + 1 == number
        start = known[1] if known is not None and follows else number
        starts[level] = (scheme, start, number)
        return Bullet(font.family, font.color, scheme=scheme, start=start)
    starts.pop(level, None)
    return Bullet(font.family, font.color, char=marker.text) if len(marker.text) <= SIGN else None
