"""What rules over numbers share: units that are signs, and the words round a number. Pure."""

from __future__ import annotations

import re
from functools import cache

from leafdeck.guide.typography import UNITS

_NOT_SIGNS = {"°", "h", "min", "s", "IU", "μg", "µg", "mcg"}
"""Of the signs that typesetting keeps with their number: those that are written as words."""
SIGNS = tuple(unit for unit in UNITS.split("|") if unit not in _NOT_SIGNS)
"""Units that stand directly behind their number: 300mg, as the NHS writes it."""
_SHORT = ("μg", "µg", "mcg")
ATTACHED = "|".join(sorted(map(re.escape, (*SIGNS, *_SHORT)), key=len, reverse=True))
"""A regular expression of units that are signs."""


@cache
def oneof(words: tuple[str, ...]) -> str:
    """Return a regular expression for any of some words; one that nothing matches for none."""
    return "|".join(sorted(map(re.escape, words), key=len, reverse=True)) or r"(?!)"


def before_word(text: str, at: int) -> str:
    """Return the word that ends before a place, in small letters; empty where there is none."""
    match = re.search(r"([^\W\d_](?:[\w'’-]*\w)?)[\s,:;(\"'“‘]*$", text[max(0, at - 40) : at])
    return match[1].lower() if match else ""


def after_word(text: str) -> str:
    """Return the word of small letters that a text goes on with behind a space; empty for anything else."""
    match = re.match(r"[ \u00a0]([a-z][a-z'’-]*)", text)
    return match[1] if match else ""
