"""A passage's words as sentences, and sentences as words. Pure."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator
from dataclasses import dataclass

from leafdeck.guide.passages import Passage

_END = re.compile(r"[.!?…]+[\"'”’)\]]*(?=\s|$)")
_WORD = re.compile(r"[^\W_]+(?:[.,:/][^\W_]+)*(?:['’‘-][^\W_]+)*|\d+%?")
_BEFORE = re.compile(r"(\S+)$")


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence: which characters of its passage's words it takes."""

    passage: Passage
    start: int
    end: int

    @property
    def text(self) -> str:
        """Its words."""
        return self.passage.text[self.start : self.end]

    @property
    def words(self) -> tuple[str, ...]:
        """Its words one by one; a number is one, so are words with a hyphen or an apostrophe."""
        return tuple(match[0] for match in _WORD.finditer(self.text))


def sentences(passage: Passage, abbreviations: Collection[str] = ()) -> Iterator[Sentence]:
    """Yield a passage's sentences. A full stop after an abbreviation or an initial ends none.

    Args:
        passage: the passage.
        abbreviations: words that end with a full stop of their own, in small letters and without it.
    """
    text, start = passage.text, 0
    for match in _END.finditer(text):
        before = _BEFORE.search(text, start, match.start())
        last = before[1].strip("(\"'“‘[").lower() if before else ""
        following = text[match.end() :].lstrip()
        if match[0].startswith(".") and following and (last in abbreviations or (len(last) == 1 and last.isalpha())):
            continue
        if following and following[0].islower() and match[0][0] in ".…":
            continue
        yield Sentence(passage, start, match.end())
        start = match.end() + len(text[match.end() :]) - len(text[match.end() :].lstrip())
    if start < len(text):
        yield Sentence(passage, start, len(text))
