"""The whole check on one screen: a content file to findings.

    content.yaml ──▶ Guide, its words ──▶ rules over the content
         as build makes them ──▶ laid-out pages and slides, finished files ──▶ rules over these

Waivers take out what an author has given a reason for.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import AbstractContextManager, nullcontext
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING

from leafdeck.check import rules, waivers
from leafdeck.check.finding import Finding
from leafdeck.check.manuscript import Dossier, Manuscript
from leafdeck.check.proofs import Proofs
from leafdeck.check.waivers import Waived
from leafdeck.formats import POSTER, Format
from leafdeck.guide import words
from leafdeck.guide.passages import passages
from leafdeck.guide.source import Source, load
from leafdeck.guide.written import Sheet
from leafdeck.notice import Notice, Severity
from leafdeck.order import Order
from leafdeck.resources import Resources

if TYPE_CHECKING:
    from leafdeck.proofing import Printed, Shown

CLEAR = 12.0
"""The least type size of running text where a form of the leaflet asks for no larger one, in pt."""


@dataclass(frozen=True)
class Checked:
    """What a check found.

    Attributes:
        source: the guide, and how it stands in its files.
        findings: what is to be mended, in the order of reading.
        waived: what an author has given a reason for.
    """

    source: Source
    findings: tuple[Finding, ...]
    waived: tuple[Waived, ...]

    def sheet(self, finding: Finding) -> Sheet | None:
        """Return the text of the file that a finding stands in."""
        return self.sheets.get(finding.place.file) if finding.place.file else None

    @cached_property
    def sheets(self) -> Mapping[Path, Sheet]:
        """The text of each file of the content."""
        return {written.sheet.file: written.sheet for written in self.source.texts.values()}

    def count(self, severity: Severity) -> int:
        """Return how many findings are of that severity."""
        return sum(finding.severity is severity for finding in self.findings)


def check(order: Order, *, source_only: bool = False) -> Checked:
    """Check a content file, and what `build` would make of it.

    Args:
        order: the content, the day to judge by, the brand to wear; the leaflet is judged in its first form.
        source_only: judge by the rules over the content alone; nothing is laid out.

    Raises:
        SourceError: the content, or a file of words, cannot be read.
        LeafdeckError: a template or a style is not as it should be.
    """
    content, today = order.content, order.today
    with nullcontext() if source_only else _proofs(order) as make:
        resources = Resources.beside(content)
        source = load(content, resources.icons())
        about = dossier(source, resources, today)
        found = list(rules.of_content(about))
        if make:
            printed, shown = make()
            found += rules.of_proofs(proofs(about, order.formats[0], printed, shown))
            found += _told((*printed.notices, *shown.notices))
    kept, waived = waivers.applied(found, source.guide, source.positions, today)
    return Checked(source, tuple(_in_order(kept, source)), waived)


def proofs(about: Dossier, form: Format, printed: Printed, shown: Shown) -> Proofs:
    """Return what the rules over layout and files judge, of a leaflet in that form."""
    brief = bool(form.sides) or form == POSTER
    large = max(form.floor, CLEAR)
    return Proofs(about, printed.pages, shown.pages, shown.deck, printed.pdf, large, whole=not brief)


def _told(notices: Iterable[Notice]) -> Iterator[Finding]:
    """Return what was told while leaflet and slides were made as findings, each once."""
    for one in dict.fromkeys(notices):
        yield rules.TOLD.found(one.where, one.message, hint=one.hint, severity=one.severity)


def _proofs(order: Order) -> AbstractContextManager[Callable[[], tuple[Printed, Shown]]]:
    from leafdeck import proofing

    return proofing.proofs(order)


def dossier(source: Source, resources: Resources, today: dt.date) -> Dossier:
    """Return all that the rules over the content judge. Raises SourceError for a file of words that cannot be read."""
    guide = source.guide
    language = guide.guide.language
    manuscript = Manuscript(
        language,
        passages(guide, source.texts),
        words.load(resources.words(language)),
        {term.term: term.meaning for term in guide.glossary},
        {reference.id: reference.design for reference in guide.references if reference.design},
    )
    return Dossier(guide, source.positions, today, manuscript)


def _in_order(found: Sequence[Finding], source: Source) -> list[Finding]:
    """Return findings in the order of reading: by file and line, then those of pages and slides."""
    order = {file: number for number, file in enumerate(source.files)}

    def reading(finding: Finding) -> tuple[int, int, int, int, int]:
        place = finding.place
        file = order.get(place.file, len(order)) if place.file else len(order)
        return (file, place.line, place.column, finding.page, finding.slide)

    return sorted(dict.fromkeys(found), key=reading)
