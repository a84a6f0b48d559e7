"""What rules over layout and finished files judge: pages of the leaflet, slides, the guide itself."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property

from leafdeck.check.finding import Finding, Rule, shown
from leafdeck.check.finished import Item, Paragraph, Presentation, walk
from leafdeck.check.manuscript import Dossier
from leafdeck.check.page import Page, Words
from leafdeck.check.pdffile import PdfFile
from leafdeck.guide.passages import Passage
from leafdeck.notice import Place, Severity

LEAST = 30
"""From so many letters on, words that are part of a passage can be no other's."""
LEAST_WITHIN = 6
"""From so many letters on, a passage that is part of a line of several ones is told from others."""
OURS = "These words are the template's, not the content's."
"""What a hint says of words that no author wrote."""
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
        whole: whether the leaflet is of a form with room for all of the content: a poster and a folded sheet are not.
    """

    dossier: Dossier
    leaflet: tuple[Page, ...] = ()
    slides: tuple[Page, ...] = ()
    deck: Presentation | None = None
    pdf: PdfFile | None = None
    large: float = 12.0
    whole: bool = True

    @property
    def all(self) -> tuple[Page, ...]:
        """The pages of the leaflet and the slides."""
        return (*self.leaflet, *self.slides)

    def passage(self, words: Words) -> Passage | None:
        """Return the passage that laid-out words come from; None for the templates' own words."""
        sought = bare("".join(style.text for style in words.styles if not style.raised))
        if sought not in self._found:
            self._found[sought] = self._by_words.get(sought) or self._part(sought)
        return self._found[sought]

    def _part(self, sought: str) -> Passage | None:
        """Return the passage that letters are part of, as they are of a paragraph that goes over two pages."""
        at = self._run_together.find(sought) if len(sought) >= LEAST else -1
        if at < 0:
            return None
        number = bisect_right(self._starts, at) - 1
        within = at + len(sought) <= self._starts[number] + len(bare(self._passages[number].text))
        return self._passages[number] if within else None

    def place(self, words: Words, page: Page | None = None) -> Place:
        """Return where laid-out words stand in the content: the passage, or the first that is one part of them.

        Of the templates' own words the part of the outline is known that they belong to, and no line.
        """
        found = self.passage(words) or self._first_of(words)
        if found:
            return found.place()
        if words.source or page is None:
            return Place(path=words.source)
        number = next(number for number, one in enumerate(page.words) if one is words)
        return Place(path=self.section(page, number))

    def section(self, page: Page, after: int) -> str:
        """Return the section of the nearest words before a place on a page, as ``sections[2]``; empty for none.

        Args:
            page: the page.
            after: how many of its paragraphs come before the place.
        """
        pages = self.slides if page.slide else self.leaflet
        before = [*page.words[after - 1 :: -1]] if after else []
        before += [words for one in reversed(pages[: page.number - 1]) for words in reversed(one.words)]
        found = (self.passage(words) for words in before if not words.margin)
        number = next((passage.section for passage in found if passage), -1)
        return f"sections[{number}]" if number >= 0 else ""

    def _first_of(self, words: Words) -> Passage | None:
        """Return the first passage in words that a template has put together of several."""
        sought = bare(words.text)
        parts = (
            (sought.find(letters), passage)
            for letters, passage in self._by_words.items()
            if len(letters) >= LEAST_WITHIN and letters in sought and passage.path.startswith(words.source)
        )
        return min(parts, key=lambda part: part[0], default=(0, None))[1]

    def on(self, rule: Rule, page: Page, words: Words, message: str, severity: Severity | None = None) -> Finding:
        """Return what a rule finds of laid-out words; a hint says so where they are no author's."""
        place = self.place(words, page)
        hint = "" if place.line else f"{OURS} {rule.hint}"
        return rule.on(page, place, message, hint=hint, severity=severity)

    def behind(self, finding: Finding) -> Place:
        """Return where the words of a finding's shape stand in the content; else those of its slide's title.

        Of a shape with several paragraphs it is the first, or the one that the message quotes.
        """
        slide = next((one for one in self.deck.slides if one.number == finding.slide), None) if self.deck else None
        if slide is None:
            return Place()
        shapes = [item for item in walk(slide.items) if item.name == finding.shape]
        texts = [paragraph for item in shapes for paragraph in (*item.paragraphs, *_cells(item))]
        texts.sort(key=lambda one: not any(run.text.strip() and shown(run.text) in finding.message for run in one.runs))
        for paragraph in (*texts, *(slide.title.paragraphs if slide.title else ())):
            found = self._by_words.get(bare(paragraph.text))
            if found:
                return found.place()
        return Place()

    @cached_property
    def _found(self) -> dict[str, Passage | None]:
        return {}

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


def _cells(item: Item) -> Iterator[Paragraph]:
    return (paragraph for row in item.rows for cell in row for paragraph in cell.paragraphs)


def paragraphs(pages: Iterable[Page]) -> Iterator[tuple[Page, Words]]:
    """Yield the paragraphs of pages with words in them."""
    return ((page, words) for page in pages for words in page.words if words.text)
