"""Long lists of words and phrases, found in a text in one pass. Pure.

A list of hundreds of words as one regular expression is tried at every word; here each word of the text is looked up.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache
from itertools import pairwise, product
from typing import Generic, TypeVar

_WORD = re.compile(r"[^\W_]+(?:['’‘-][^\W_]+)*")
_APOSTROPHES = str.maketrans("’‘", "''")

Value = TypeVar("Value")

_SHORTEST = 4
"""The least letters before a ``*``."""


@dataclass(frozen=True, slots=True)
class Word:
    """A word of a text: in small letters with straight apostrophes, and where it stands."""

    text: str
    start: int
    end: int


@lru_cache(maxsize=4096)
def words_of(text: str) -> tuple[Word, ...]:
    """Return a text's words; one with a hyphen or an apostrophe is one."""
    found = _WORD.finditer(text.translate(_APOSTROPHES))
    return tuple([Word(match[0].lower(), match.start(), match.end()) for match in found])


@dataclass(frozen=True, slots=True)
class Hit(Generic[Value]):
    """A word or phrase of a list in a text: which one, what the list says of it, and where it stands."""

    phrase: str
    value: Value
    start: int
    end: int


class WordList(Generic[Value]):
    """Words and phrases, each with what is said of it. A word that ends with ``*`` stands for all that begin so."""

    def __init__(self, entries: Mapping[str, Value]) -> None:
        self._entries: dict[tuple[str, ...], tuple[str, Value]] = {}
        lengths: dict[str, set[int]] = {}
        self._begun: dict[str, tuple[str, Value]] = {}
        for phrase, value in entries.items():
            if phrase.endswith("*"):
                self._begun[phrase[:-1].lower()] = (phrase, value)
                continue
            key = _key(phrase)
            self._entries.setdefault(key, (phrase, value))
            lengths.setdefault(key[0], set()).add(len(key))
        self._lengths = {first: sorted(found, reverse=True) for first, found in lengths.items()}
        self._begins = frozenset(stem[:_SHORTEST] for stem in self._begun)

    def find(self, text: str) -> Iterator[Hit[Value]]:
        """Yield the hits in a text, of several at one place the longest; they do not overlap."""
        words, after = words_of(text), 0
        for at, word in enumerate(words):
            if at < after or (word.text not in self._lengths and word.text[:_SHORTEST] not in self._begins):
                continue
            length, found = self._at(text, words, at)
            if found:
                yield Hit(*found, word.start, words[at + length - 1].end)
                after = at + length

    def __contains__(self, phrase: str) -> bool:
        return _key(phrase) in self._entries

    def _at(self, text: str, words: tuple[Word, ...], at: int) -> tuple[int, tuple[str, Value] | None]:
        """Return how many words the longest hit at a word takes, and the hit."""
        first = words[at].text
        for length in self._lengths.get(first, ()):
            taken = words[at : at + length]
            found = self._entries.get(tuple([word.text for word in taken]))
            if found and all(text[one.end : two.start].isspace() for one, two in pairwise(taken)):
                return len(taken), found
        for stop in range(len(first), _SHORTEST - 1, -1):
            if first[:stop] in self._begun:
                return 1, self._begun[first[:stop]]
        return 1, None


def _key(phrase: str) -> tuple[str, ...]:
    return tuple(phrase.lower().translate(_APOSTROPHES).split())


def spelled(phrases: Iterable[str]) -> Iterator[str]:
    """Yield all that phrases with `|` and `?` stand for, as `check/phrases.py` reads them; `*` may not be there."""
    for phrase in phrases:
        choices = [
            [*token.removesuffix("?").split("|"), *([""] if token.endswith("?") else [])] for token in phrase.split()
        ]
        yield from (" ".join(filter(None, words)) for words in product(*choices))
