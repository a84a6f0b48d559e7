"""List markers to PowerPoint's numbering schemes (ECMA-376 part 1, 20.1.10.61), and back to numbers. Pure."""

from __future__ import annotations

import re

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
