"""What every chart needs: round steps for its axis, decimals, words in lines. Pure."""

from __future__ import annotations

import math
from collections.abc import Iterable

LETTER = 0.58
"""The width of an average letter as a share of the font's size, rather too wide than too narrow."""

STEPS = (1, 2, 2.5, 5, 10)
MOST_STEPS = 5
MOST_DECIMALS = 2


def axis(highest: float) -> tuple[float, float]:
    """Return the end of an axis from 0 and its step: round numbers, at most five steps.

    Args:
        highest: the greatest value to show, above 0.
    """
    rough = highest / MOST_STEPS
    power = 10.0 ** math.floor(math.log10(rough))
    step = next(power * part for part in STEPS if power * part >= rough * (1 - 1e-9))
    return step * math.ceil(highest / step - 1e-9), step


def decimals(values: Iterable[float]) -> int:
    """Return how many decimals, two at most, show the values as they are."""
    digits = (f"{value:.{MOST_DECIMALS}f}".rstrip("0").partition(".")[2] for value in values)
    return max((len(part) for part in digits), default=0)


def width(text: str, size: float) -> float:
    """Return about how wide a text is, in the units of its font's size."""
    return len(text) * size * LETTER


def wrapped(text: str, room: float, size: float) -> tuple[str, ...]:
    """Break a text at its spaces into lines of about a given width; a wider word is broken where the room ends."""
    most = max(1, int(room / (size * LETTER)))
    lines: list[str] = []
    for word in text.split(" "):
        pieces = [word[start : start + most] for start in range(0, len(word), most)] or [""]
        if lines and width(f"{lines[-1]} {pieces[0]}", size) <= room:
            lines[-1] += f" {pieces.pop(0)}"
        lines += pieces
    return tuple(lines)


def fits(text: str, room: float, size: float) -> bool:
    """Return whether no word of a text must be broken to stand in lines of about a given width."""
    return all(width(word, size) <= room for word in text.split(" "))
