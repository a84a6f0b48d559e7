"""English words in their regular forms: starts, started, starting; cuts. Pure."""

from __future__ import annotations

import re
from collections.abc import Iterator

_IRREGULAR = frozenset(
    [
        "be", "bear", "become", "begin", "break", "bring", "build", "buy", "catch", "choose", "come", "cut",
        "do", "draw", "drink", "eat", "fall", "feel", "find", "get", "give", "go", "grow", "hold", "keep",
        "know", "leave", "let", "lie", "lose", "make", "mean", "meet", "pay", "put", "read", "ring", "run",
        "say", "see", "send", "set", "show", "sleep", "speak", "spend", "spread", "stand", "swell", "swim",
        "take", "teach", "tell", "think", "wear", "write",
    ]
)  # fmt: skip
"""Verbs whose past or participle has a form of its own, as far as plain words need them."""
_ODD_THIRD = {"be": "is", "have": "has", "do": "does", "go": "goes"}
_DOUBLED = re.compile(r"[^aeiou]*[aeiou][bdgklmnprt]$")
"""Words of one syllable that double their last letter: stop, stopped."""
_STRESSED_LAST = ("mit", "fer", "cur", "pel", "gin", "bar")
"""Endings of longer words that do so too: permit, transmit."""


def plural(noun: str) -> str:
    """Return a noun's regular plural; of several words that of the last."""
    if re.search(r"[^aeiou]y$", noun):
        return f"{noun[:-1]}ies"
    if noun.endswith("sis"):
        return f"{noun[:-2]}es"
    return f"{noun}es" if re.search(r"(?:s|x|z|ch|sh|[gd]o)$", noun) else f"{noun}s"


def verb_forms(verb: str) -> tuple[str, str | None, str]:
    """Return the forms in -s, -ed and -ing of a verb, whose first word changes; None for -ed that is not regular."""
    first, space, rest = verb.partition(" ")
    tail = space + rest
    past = None if first in _IRREGULAR or first == "have" else _with("ed", first) + tail
    return (_ODD_THIRD.get(first) or plural(first)) + tail, past, _with("ing", first) + tail


def swapped(verb: str, plain: str) -> Iterator[tuple[str, str | None]]:
    """Yield a verb's forms, each with the same form of a plain one; None where that is not regular."""
    yield verb, plain
    for hard, easy in zip(verb_forms(verb), verb_forms(plain), strict=True):
        if hard:
            yield hard, easy


def _with(ending: str, verb: str) -> str:
    if ending == "ed" and re.search(r"[^aeiou]y$", verb):
        return f"{verb[:-1]}ied"
    if verb.endswith("e"):
        if ending == "ed":
            return f"{verb}d"
        return f"{verb}ing" if verb.endswith(("ee", "oe", "ye")) else f"{verb[:-1]}ing"
    if _DOUBLED.fullmatch(verb) or verb.endswith(_STRESSED_LAST):
        return f"{verb}{verb[-1]}{ending}"
    return f"{verb}{ending}"
