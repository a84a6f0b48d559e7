"""A passage's words as sentences, and sentences as words. Pure.

A sentence ends where an editor sees its end: at a full stop, a question or an exclamation mark, also within a closing
quote or bracket. None ends after an abbreviation, an initial, the number of a step, at dots for a pause, or where small
letters go on. What is peculiar to a language stands in its `Lexicon`.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise

from leafdeck.guide.lexicon import Lexicon
from leafdeck.guide.passages import Passage

_CLOSERS = "\"'”’»)]"
_OPENERS = "\"'“‘«([¿¡„"
_END = re.compile(rf"[.!?…]+[{re.escape(_CLOSERS)}]*(?=\s|$)")
_WORD = re.compile(r"[^\W_]+(?:[.,:/&°'’‘\u2010\u2011–-]+[^\W_]+)*")
_BEFORE = re.compile(r"(\S+)\s+(\S+)$|(\S+)$")
_DOTTED = re.compile(r"[^\W\d_](?:\.[^\W\d_])+")
_STEP = re.compile(r"(\d{1,2})[.)]\s")
_CLOCK = {"a.m", "p.m"}


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
    def step(self) -> int:
        """The number that it begins with, as a step of a numbered list does; 0 for none."""
        match = _STEP.match(self.text)
        return int(match[1]) if match else 0

    @property
    def words(self) -> tuple[str, ...]:
        """Its words one by one: what a hyphen or an apostrophe joins is one, the number of a step is none."""
        text = self.text
        step = _STEP.match(text)
        return tuple(match[0] for match in _WORD.finditer(text, step.end() if step else 0))


def sentences(passage: Passage, words: Lexicon | None = None) -> Iterator[Sentence]:
    """Yield a passage's sentences.

    Args:
        passage: the passage.
        words: what is known of its language.
    """
    text, start = passage.text, 0
    stops = _Stops(words or Lexicon())
    for match in _END.finditer(text):
        following = text[match.end() :].lstrip()
        if following and not stops.ends(match[0], text[start : match.start()], following):
            continue
        yield Sentence(passage, start, match.end())
        start = len(text) - len(following)
    if start < len(text):
        yield Sentence(passage, start, len(text))


def paragraphs(found: tuple[Sentence, ...]) -> tuple[tuple[Sentence, ...], ...]:
    """Return a passage's sentences as one paragraph; of numbered steps, each step as one.

    Steps are numbered from 1 and follow on one another.
    """
    starts = [index for index, one in enumerate(found) if one.step]
    numbers = [found[index].step for index in starts]
    if len(numbers) < 2 or starts[0] != 0 or numbers != list(range(1, len(numbers) + 1)):  # noqa: PLR2004 - one is no list
        return (found,)
    return tuple(found[first:last] for first, last in pairwise([*starts, len(found)]))


@dataclass(frozen=True, slots=True)
class _Stops:
    words: Lexicon

    def ends(self, mark: str, before: str, following: str) -> bool:
        """Return whether a sentence ends at a mark.

        Args:
            mark: the mark, with quotes and brackets that close behind it.
            before: the sentence so far, without it.
            following: what comes after the space behind it.
        """
        letter = following.lstrip(_OPENERS)[:1]
        if letter.islower():
            return mark[0] in "!?" and mark[-1] not in _CLOSERS
        if mark[0] in "!?" or mark[:2] == ".." or not before:
            return True
        return self._full_stop(before, following, letter)

    def _full_stop(self, before: str, following: str, letter: str) -> bool:
        """Return whether a full stop ends a sentence, not only a word."""
        match = _BEFORE.search(before)
        if not match:
            return True
        token, previous = (match[2] or match[3]).strip(_OPENERS), match[1] or ""
        last = token.rpartition("-")[2].lower()
        clock = last in self.words.last_abbreviations or last in _CLOCK
        if last.isdigit():
            ends = not self._counts(before, following, last)
        elif last in self.words.number_abbreviations:
            ends = not letter.isdigit()
        elif clock:
            first = following.split(maxsplit=1)[0].strip(_OPENERS + ".,;:")
            ends = letter.isupper() and first.lower() not in self.words.dated
        elif last in self.words.abbreviations or _DOTTED.fullmatch(last):
            ends = token.isalpha() and token.isupper() and len(token) > 1  # IE, not i.e.
        else:
            ends = not (len(last) == 1 and last.isalpha()) or self._letter_ends(token, previous)
        return ends

    def _counts(self, before: str, following: str, last: str) -> bool:
        """Whether a number numbers a step or a day: "1. Wash your hands", "am 6. August"."""
        alone = not before[: -len(last)].strip()
        word = re.split(r"\W", following, maxsplit=1)[0].lower()
        return (alone and len(last) <= 2) or word in self.words.ordinal_before  # noqa: PLR2004 - no list is that long

    def _letter_ends(self, word: str, previous: str) -> bool:
        """Whether a single letter is the last word of a sentence, such as "vitamin D", not the initial of a name."""
        if word == "I" or previous.lower().strip(_OPENERS) in self.words.lettered:
            return True
        initials = not previous or previous.endswith(".") or previous[:1].isupper()
        return word.isupper() and not initials
