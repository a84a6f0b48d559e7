"""All rules, each with what judges by it. A rule stands here once, or it does not run."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping

from leafdeck.check import accessibility, claims, doses, style, waivers
from leafdeck.check.finding import Finding, Rule
from leafdeck.check.manuscript import Dossier, Manuscript

WORDS: Mapping[Rule, Callable[[Manuscript], Iterator[Finding]]] = {
    style.CONTRACTION: style.contraction,
    claims.CAUSE_FOR_LINK: claims.cause_for_link,
    claims.SALES_WORD: claims.sales_word,
    doses.STOP_MEDICINE: doses.stop_medicine,
    doses.DOSE_BY_WEIGHT: doses.dose_by_weight,
    doses.DOSE_OVER_LIMIT: doses.dose_over_limit,
}
"""Rules over the words of the content."""

CONTENT: Mapping[Rule, Callable[[Dossier], Iterator[Finding]]] = {}
"""Rules over the content as a whole: its structure, its numbers, who stands behind it."""

DECK = accessibility.RULES
"""Rules over the finished slides."""

WAIVERS = (waivers.EXPIRED, waivers.UNUSED)
"""Rules over waivers, which `waivers.applied` judges by."""


def known() -> Mapping[str, Rule]:
    """Return every rule by its id."""
    return {rule.id: rule for rule in (*CONTENT, *WORDS, *WAIVERS, *DECK)}


def of_words(manuscript: Manuscript) -> Iterator[Finding]:
    """Yield what the rules over words find."""
    for rule in WORDS.values():
        yield from rule(manuscript)


def of_content(dossier: Dossier) -> Iterator[Finding]:
    """Yield what all rules over the content find."""
    yield from of_words(dossier.manuscript)
    for rule in CONTENT.values():
        yield from rule(dossier)
