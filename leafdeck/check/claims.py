"""Rules: what is claimed, and on whose word; words that sell."""

from __future__ import annotations

import re
from collections.abc import Iterator

from leafdeck.check import phrases
from leafdeck.check.finding import Finding, Rule, shown
from leafdeck.check.manuscript import Manuscript
from leafdeck.check.sentences import Sentence, sentences
from leafdeck.guide.lexicon import Lexicon
from leafdeck.guide.passages import Role
from leafdeck.guide.reference import Design
from leafdeck.notice import Severity

LINK_ONLY = {
    Design.COHORT: "a cohort study",
    Design.CASE_CONTROL: "a case-control study",
    Design.CROSS_SECTIONAL: "a cross-sectional study",
    Design.CASE_REPORT: "a case report",
    Design.OBSERVATIONAL: "an observational study",
    Design.OBSERVATIONAL_REVIEW: "a review of observational studies",
}
"""Kinds of study that can show a link, not a cause, each as a sentence names it."""

CAUSE_FOR_LINK = Rule(
    "cause-for-link",
    Severity.ERROR,
    'Write "is linked with", "goes with" or "may", or cite what shows the cause.',
    "What rests on a study that can only show a link is not told as a cause.",
    ("AHRQ PEMAT-P", "DISCERN", "leafdeck"),
)
SALES_WORD = Rule(
    "sales-word",
    Severity.WARNING,
    "Say what it does, for how many people, and what it cannot do.",
    "Patient information informs; it does not sell.",
    ("DISCERN",),
)

_JUDGED = tuple(role for role in Role if role not in {Role.NAME, Role.TERM, Role.QUESTION})
_CLAUSE = re.compile(
    r"[;:]|\s[–—-]\s|,?\s(?:but|yet|so|because|although|though)\s|, (?:and|it|this|that|they|these|he|she)\s"
)


def cause_for_link(manuscript: Manuscript) -> Iterator[Finding]:
    """Find words of cause in sentences all of whose sources can only show a link."""
    words = manuscript.words
    for sentence in manuscript.sentences:
        study = _study(sentence, manuscript)
        if not study or sentence.text.endswith("?"):
            continue
        for match in _told(sentence, words.causes, words.not_causes, words):
            if phrases.has(words.hedges, match[0]):  # "is not caused by"
                continue
            message = f"{shown(match[0])} says that it is the cause, but {study} can only show a link"
            yield CAUSE_FOR_LINK.at(sentence.passage, *match.span(), message)


def sales_word(manuscript: Manuscript) -> Iterator[Finding]:
    """Find words that sell, where they are not denied or warned of."""
    words = manuscript.words
    if not words.sales:
        return
    for passage in manuscript.of(*_JUDGED):
        if not phrases.has(words.sales, passage.text):
            continue
        for sentence in sentences(passage, words):
            if sentence.text.endswith("?"):
                continue
            for match in _told(sentence, words.sales, words.not_sales, words):
                before = _clause_start(sentence, match.start())
                if not phrases.has(words.warnings, passage.text, before, match.start()):
                    yield SALES_WORD.at(passage, *match.span(), f"{shown(match[0])} is a word that sells")


def _told(
    sentence: Sentence, claims: tuple[str, ...], others: tuple[str, ...], words: Lexicon
) -> Iterator[re.Match[str]]:
    """Yield the claims of a sentence that stand: not in another sense, in quotes, denied before, or left open."""
    text = sentence.passage.text
    found = list(phrases.found(claims, text, sentence.start, sentence.end))
    if not found:
        return
    senses = [match.span() for match in phrases.found(others, text, sentence.start, sentence.end)]
    quotes = phrases.quotes(text)
    for match in found:
        if phrases.covered(match.span(), senses) or phrases.covered(match.span(), quotes):
            continue
        if not _hedged(sentence, match.start(), words):
            yield match


def _hedged(sentence: Sentence, at: int, words: Lexicon) -> bool:
    """Return whether words earlier in the same clause take back what is said from there on, or leave it open."""
    text, start = sentence.passage.text, _clause_start(sentence, at)
    meant = [match.span() for match in phrases.found(words.not_hedges, text, start, at)]
    hedges = (match.span() for match in phrases.found(words.hedges, text, start, at))
    return any(span not in meant and not phrases.covered(span, meant) for span in hedges)


def _clause_start(sentence: Sentence, at: int) -> int:
    """Return where the clause that holds a character begins."""
    ends = [match.end() for match in _CLAUSE.finditer(sentence.passage.text, sentence.start, at)]
    return ends[-1] if ends else sentence.start


def _study(sentence: Sentence, manuscript: Manuscript) -> str:
    """Return what kind of study a sentence rests on, where none of its sources can show a cause."""
    cited = [
        name
        for citation in sentence.passage.citations
        if sentence.start < citation.at <= sentence.end
        for name in citation.ids
    ]
    studies = [LINK_ONLY.get(Design(manuscript.designs[name])) for name in cited if name in manuscript.designs]
    return studies[0] or "" if studies and len(studies) == len(cited) and all(studies) else ""
