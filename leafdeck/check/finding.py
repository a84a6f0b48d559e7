"""A rule, and what it finds: in the source, on a laid-out page or slide, in a finished file."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from leafdeck.check.finished import Item, Slide
from leafdeck.check.page import Page
from leafdeck.guide.passages import Passage
from leafdeck.notice import Place, Severity


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing that a rule found.

    Attributes:
        rule: the rule's id.
        severity: an error must be mended, a warning should be, an info is advice.
        message: what is wrong.
        hint: what to do about it.
        place: where it stands in the content, as far as that is known.
        span: the offsets in that file of the first character and of the one after the last; (0, 0) when no words of
            the content are meant.
        mend: what to write in place of the words of ``span``, where only one thing can be meant.
        page: the number of the page it was seen on, 0 for none.
        slide: the slide's number, 0 for none.
        shape: the shape's name in PowerPoint's selection pane.
    """

    rule: str
    severity: Severity
    message: str
    hint: str = ""
    place: Place = Place()  # noqa: RUF009 - it is frozen
    span: tuple[int, int] = (0, 0)
    mend: str | None = None
    page: int = 0
    slide: int = 0
    shape: str = ""

    @property
    def where(self) -> str:
        """The page or the slide, in words; empty for a finding in the content."""
        if self.page:
            return f"page {self.page}"
        return f"slide {self.slide}" if self.slide else ""

    def __str__(self) -> str:
        """Return one line for a person."""
        return f"{self.where}{': ' if self.where else ''}{self.message} [{self.rule}]"


@dataclass(frozen=True, slots=True)
class Rule:
    """A criterion.

    Attributes:
        id: its name, which a waiver names.
        severity: how bad it is to break it.
        hint: what to do.
        asks: what it asks for, in a sentence.
        standards: who asks for it, such as "NHS content style".
    """

    id: str
    severity: Severity
    hint: str
    asks: str = ""
    standards: tuple[str, ...] = ()

    def broken(self, message: str, slide: Slide | None = None, item: Item | None = None) -> Finding:
        """Return a finding on a slide of a finished deck, or in the whole of its file."""
        number, name = slide.number if slide else 0, item.name if item else ""
        return Finding(self.id, self.severity, message, self.hint, slide=number, shape=name)

    def at(  # noqa: PLR0913 - what a finding in words says
        self,
        passage: Passage,
        start: int,
        end: int,
        message: str,
        *,
        hint: str = "",
        severity: Severity | None = None,
        mend: str | None = None,
    ) -> Finding:
        """Return a finding at the characters ``start`` to ``end`` of a passage's words.

        Args:
            passage: the passage.
            start: the first of its characters that are meant.
            end: the one after the last.
            message: what is wrong.
            hint: what to do, where the rule's own hint says too little.
            severity: how bad this one is, where it is not as bad as the rule says, or worse.
            mend: what to write instead, where only one thing can be meant.
        """
        span = (0, 0)
        if passage.written:
            last = passage.spots[end - 1]
            span = (passage.spots[start], passage.written.after(last) if end > start else passage.spots[start])
        return Finding(
            self.id,
            severity or self.severity,
            message,
            hint or self.hint,
            passage.place(start),
            span,
            mend,
        )

    def on(
        self, page: Page, place: Place, message: str, *, hint: str = "", severity: Severity | None = None
    ) -> Finding:
        """Return a finding on a laid-out page or slide, and the place in the content behind it."""
        return self.found(
            place,
            message,
            hint=hint,
            severity=severity,
            page=0 if page.slide else page.number,
            slide=page.number if page.slide else 0,
        )

    def found(  # noqa: PLR0913 - what a finding at a place says
        self,
        place: Place,
        message: str,
        *,
        hint: str = "",
        severity: Severity | None = None,
        page: int = 0,
        slide: int = 0,
    ) -> Finding:
        """Return a finding at a place in the content, seen on a page or a slide where one is given."""
        said = hint or self.hint
        return Finding(self.id, severity or self.severity, message, said, place, page=page, slide=slide)


def shown(words: str, most: int = 50) -> str:
    """Return words in quotes, on one line, cut where they are many."""
    line = " ".join(words.split())
    return f'"{line if len(line) <= most else line[: most - 1] + "…"}"'


def listed(names: Iterable[str], most: int = 3) -> str:
    """Return some names in quotes, and how many more there are."""
    found = list(names)
    more = f" and {len(found) - most} more" if len(found) > most else ""
    return ", ".join(shown(name) for name in found[:most]) + more


def either(words: Iterable[str]) -> str:
    """Return words to choose from, each in quotes: ``"about" or "near"``."""
    *others, last = (f'"{word}"' for word in words)
    return f"{', '.join(others)} or {last}" if others else last
