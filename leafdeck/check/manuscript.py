"""What the rules over the content judge: the guide, its words as passages, what is known of its language."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from functools import cached_property

from leafdeck.check.sentences import Sentence, sentences
from leafdeck.guide.lexicon import Lexicon
from leafdeck.guide.model import Guide
from leafdeck.guide.passages import RUNNING, Passage, Role
from leafdeck.notice import Place


@dataclass(frozen=True)
class Manuscript:
    """A guide's words.

    Attributes:
        language: their language, a BCP 47 tag.
        passages: the words in reading order.
        words: what is known of the language's words; empty for a language that nothing is known of.
        glossary: what the guide itself explains, by term.
        designs: the kind of study that each reference reports, by its id.
    """

    language: str
    passages: tuple[Passage, ...]
    words: Lexicon = field(default_factory=Lexicon)
    glossary: Mapping[str, str] = field(default_factory=dict)
    designs: Mapping[str, str] = field(default_factory=dict)

    def of(self, *roles: Role) -> Iterator[Passage]:
        """Yield the passages of these roles; without roles, those of running text."""
        wanted = roles or RUNNING
        return (passage for passage in self.passages if passage.role in wanted)

    @cached_property
    def split(self) -> tuple[tuple[Passage, tuple[Sentence, ...]], ...]:
        """Each passage but names, with its sentences."""
        return tuple(
            (passage, tuple(sentences(passage, self.words)))
            for passage in self.passages
            if passage.role is not Role.NAME
        )

    @cached_property
    def sentences(self) -> tuple[Sentence, ...]:
        """The sentences of running text."""
        return tuple(one for passage, found in self.split if passage.role in RUNNING for one in found)

    @property
    def english(self) -> bool:
        """Whether the words are English."""
        return self.language.lower().partition("-")[0] == "en"

    @property
    def british(self) -> bool:
        """Whether the words are English, and numbers, units and dates not written as in the United States."""
        return self.english and self.language.lower() != "en-us"


@dataclass(frozen=True)
class Dossier:
    """A guide with all that is known of it.

    Attributes:
        guide: the guide.
        positions: where each part of it stands, by its path.
        today: the day to judge by.
        manuscript: its words.
    """

    guide: Guide
    positions: Mapping[str, Place]
    today: dt.date
    manuscript: Manuscript

    def place(self, path: str) -> Place:
        """Return where a part stands; of something that is not there, the nearest part around it that is."""
        while path and path not in self.positions:
            path = path.rpartition("[" if path.endswith("]") else ".")[0]
        return self.positions.get(path, Place())
