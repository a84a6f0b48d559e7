"""Phrases as a word list writes them, and where they stand in a text. Pure.

A phrase is words between spaces. `a|b` is one of several words, `*` is any one word, `*cillin` a word that ends so, and
a word with `?` behind it may be missing: `is|are the? * cause of`. A comma may stand between them.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator
from functools import cache, lru_cache

_ANY = r"[^\W_]+(?:['’‘.-][^\W_]+)*"
_PART = r"[^\W_]*"
_SPACE = r",?\s+"
_PIECE = re.compile(r"[^\W_]+")
_QUOTED = re.compile(r"\"[^\"]*\"|“[^”]*”|(?<!\w)'[^']*'(?!\w)|‘[^’]*’(?!\w)")


@cache
def compiled(phrases: tuple[str, ...]) -> re.Pattern[str] | None:
    """Return one pattern for a list of phrases, the longest first; None for an empty list.

    It knows no difference between small letters and capitals, nor between straight and typographic apostrophes.
    """
    if not phrases:
        return None
    ordered = sorted(phrases, key=lambda phrase: (-len(phrase.split()), -len(phrase)))
    return re.compile(rf"(?<![\w-])(?:{'|'.join(map(_pattern, ordered))})(?![\w-])", re.IGNORECASE)


def found(phrases: tuple[str, ...], text: str, start: int = 0, end: int | None = None) -> Iterator[re.Match[str]]:
    """Yield where phrases of a list stand in a text, or in a stretch of it."""
    pattern = compiled(phrases)
    if pattern and _possible(phrases, text):
        yield from pattern.finditer(text, start, len(text) if end is None else end)


def has(phrases: tuple[str, ...], text: str, start: int = 0, end: int | None = None) -> bool:
    """Return whether a phrase of a list stands in a text, or in a stretch of it."""
    return next(found(phrases, text, start, end), None) is not None


@cache
def _beginnings(phrases: tuple[str, ...]) -> tuple[frozenset[str], tuple[str, ...]] | None:
    """Return what words of a text must be, or end with, for a phrase to begin with one; None where any word will do."""
    words, endings = set[str](), set[str]()
    for token in (token for phrase in phrases for first in _firsts(phrase) for token in first.split("|")):
        pieces = _PIECE.findall(token)
        if token.endswith("*") or not pieces:
            return None
        if token.startswith("*") and len(pieces) == 1:
            endings.add(pieces[0])
        else:
            words.add(pieces[-1])
    return frozenset(words), tuple(endings)


def _firsts(phrase: str) -> Iterator[str]:
    """Yield the words that a phrase may begin with: those that may be missing, and the one after them."""
    for token in phrase.lower().split():
        yield token.removesuffix("?")
        if not token.endswith("?"):
            return


@lru_cache(maxsize=4096)
def _pieces(text: str) -> frozenset[str]:
    return frozenset(_PIECE.findall(text.lower()))


def _possible(phrases: tuple[str, ...], text: str) -> bool:
    """Return whether a text may hold a phrase of a list: that is soon told, and most texts hold none."""
    beginnings, pieces = _beginnings(phrases), _pieces(text)
    if not beginnings:
        return True
    words, endings = beginnings
    return not words.isdisjoint(pieces) or bool(endings and any(piece.endswith(endings) for piece in pieces))


def covered(span: tuple[int, int], others: Collection[tuple[int, int]]) -> bool:
    """Return whether another stretch holds all of this one, and more."""
    start, end = span
    return any(one[0] <= start and end <= one[1] and one != span for one in others)


def quotes(text: str) -> tuple[tuple[int, int], ...]:
    """Return the stretches of a text that stand in quotes."""
    return tuple(match.span() for match in _QUOTED.finditer(text))


def _pattern(phrase: str) -> str:
    parts: list[str] = []
    begun = False
    for token in phrase.split():
        words = token.removesuffix("?")
        word = _ANY if words == "*" else "|".join(_word(each) for each in words.split("|"))
        if begun:
            parts.append(f"(?:{_SPACE}(?:{word}))?" if token.endswith("?") else f"{_SPACE}(?:{word})")
        elif token.endswith("?"):
            parts.append(f"(?:(?:{word}){_SPACE})?")
        else:
            parts.append(f"(?:{word})")
            begun = True
    return "".join(parts)


def _word(word: str) -> str:
    return re.escape(word).replace(r"\*", _PART).replace("'", "['’‘]")
