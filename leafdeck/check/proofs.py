"""What rules over layout and finished files judge: pages of the leaflet, slides, the guide itself."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property

from leafdeck.check.finding import Finding
from leafdeck.check.finished import Presentation, walk
from leafdeck.check.manuscript import Dossier
from leafdeck.check.page import Page, Words
from leafdeck.check.pdffile import PdfFile
from leafdeck.guide.passages import Passage
from leafdeck.notice import Place

LEAST = 30
"""From so many letters on, words that are part of a passage can be no other's."""
_LETTERS = re.compile(r"[^\W_]+")


def bare(text: str) -> str:
    """Return the letters and digits of a text in small letters: what stays the same however it is set."""
    return "".join(_LETTERS.findall(text)).casefold()


@dataclass(frozen=True)
class Proofs:
    """A guide and what was made of it.

    Attributes:
        dossier: the guide.
        leaflet: the leaflet's pages.
        slides: the slides' pages.
        deck: the finished presentation.
        pdf: the finished leaflet.
        large: the least type size of running text in the leaflet, in pt.
    """

    dossier: Dossier
    leaflet: tuple[Page, ...] = ()
    slides: tuple[Page, ...] = ()
    deck: Presentation | None = None
    pdf: PdfFile | None = None
    large: float = 12.0

    @property
    def all(self) -> tuple[Page, ...]:
        """The pages of the leaflet and the slides."""
        return (*self.leaflet, *self.slides)

    def passage(self, words: Words) -> Passage | None:
        """Return the passage that laid-out words come from; None for the templates' own words."""
        sought = bare("".join(style.text for style in words.styles if not style.raised))
        if sought in self._by_words:
            return self._by_words[sought]
        at = self._run_together.find(sought) if len(sought) >= LEAST else -1
        if at < 0:
            return None
        number = bisect_right(self._starts, at) - 1
        within = at + len(sought) <= self._starts[number] + len(bare(self._passages[number].text))
        return self._passages[number] if within else None

    def place(self, words: Words) -> Place:
        """Return where laid-out words stand in the content, as far as that is known."""
        passage = self.passage(words)
        if passage:
            return passage.place()
        return self.dossier.place(words.source) if words.source else Place()

    def behind(self, finding: Finding) -> Place:
        """Return where the words of a finding's shape stand in the content; else those of its slide's title."""
        slide = next((one for one in self.deck.slides if one.number == finding.slide), None) if self.deck else None
        if slide is None:
            return Place()
        shapes = [item for item in walk(slide.items) if item.name == finding.shape]
        for item in (*shapes, *([slide.title] if slide.title else [])):
            found = self._by_words.get(bare(item.text))
            if found:
                return found.place()
        return Place()

    @cached_property
    def _passages(self) -> tuple[Passage, ...]:
        return tuple(passage for passage in self.dossier.manuscript.passages if bare(passage.text))

    @cached_property
    def _by_words(self) -> Mapping[str, Passage]:
        return {bare(passage.text): passage for passage in reversed(self._passages)}

    @cached_property
    def _run_together(self) -> str:
        return "".join(bare(passage.text) for passage in self._passages)

    @cached_property
    def _starts(self) -> tuple[int, ...]:
        starts, at = [], 0
        for passage in self._passages:
            starts.append(at)
            at += len(bare(passage.text))
        return tuple(starts)


def paragraphs(pages: Iterable[Page]) -> Iterator[tuple[Page, Words]]:
    """Yield the paragraphs of pages with words in them."""
    return ((page, words) for page in pages for words in page.words if words.text)
