"""Rules: what the text rests on, how sure it is, and what is not known."""

from __future__ import annotations

import re
from collections.abc import Iterator

from leafdeck.check import phrases
from leafdeck.check.finding import Finding, Rule, shown
from leafdeck.check.manuscript import Dossier
from leafdeck.guide.clinical import EvidenceStrength, Mechanism, Mechanisms
from leafdeck.guide.inline import citations
from leafdeck.guide.passages import Role
from leafdeck.guide.texts import rich_texts
from leafdeck.notice import Severity

PATHWAY = Rule(
    "pathway-certain",
    Severity.ERROR,
    "Write the step as {step: …, linked_only: true}: it gets a broken line and the words for a link.",
    "No plain arrow leads to what the evidence only links.",
    ("DISCERN", "leafdeck"),
)
EVIDENCE_MISSING = Rule(
    "evidence-missing",
    Severity.WARNING,
    "Add `evidence: {strength: …, note: …}`.",
    "Each mechanism says how sure we can be of it.",
    ("DISCERN",),
)
CLAIM_UNCITED = Rule(
    "claim-uncited",
    Severity.WARNING,
    "Cite the source in the same text, as [@id].",
    "What studies found, and how often something happens, has its source beside it.",
    ("DISCERN", "PIF TICK"),
)
UNKNOWN_UNSAID = Rule(
    "unknown-unsaid",
    Severity.WARNING,
    'Say it where it matters: "We do not know if …".',
    "A guide says what is not known.",
    ("DISCERN",),
)
UNUSED = Rule(
    "reference-unused",
    Severity.WARNING,
    "Cite it where the text rests on it, or take it away: it is not printed.",
    "Every reference is cited.",
    ("DISCERN",),
)
AGE = Rule(
    "reference-age",
    Severity.INFO,
    "Look for newer evidence before the next review.",
    "The newest source is at most 5 years old.",
    ("PIF TICK",),
)
UNREAD = Rule(
    "reference-read",
    Severity.INFO,
    "Read it again and write the day into `accessed`.",
    "A web page says when it was read, for it changes.",
    ("DISCERN", "NHS standard for health content"),
)

NEWEST = 5
"""How many years old the newest source may be."""

_OFTEN = re.compile(r"\d(?:[\d.,]*\d)?\s?(?:%|per ?cent\b)|\b\d+ (?:in|out of)(?: every)? \d[\d,]*\b", re.IGNORECASE)
_YEAR = re.compile(r"\b(?:19|20)\d\d\b")
_CLAIMING = {Role.PROSE, Role.ITEM, Role.CELL}
_CLAIMED_IN = {
    "mechanisms",
    "key_points",
    "text",
    "comparison",
    "diagnosis",
    "management",
    "risk",
    "chart",
    "spine",
    "figure",
}


def pathway_certain(dossier: Dossier) -> Iterator[Finding]:
    """Find pathways that lead by plain arrows all the way to what has weak evidence, or none."""
    for path, item in mechanisms(dossier):
        strength = item.evidence.strength if item.evidence else None
        last = len(item.pathway) - 1
        if (
            strength in {EvidenceStrength.WEAK, EvidenceStrength.NONE}
            and last >= 0
            and not item.pathway[last].linked_only
        ):
            message = f"a plain arrow leads to {shown(item.pathway[last].step)}, but the evidence is `{strength}`"
            yield PATHWAY.found(dossier.place(f"{path}.pathway[{last}]"), message)


def evidence_missing(dossier: Dossier) -> Iterator[Finding]:
    """Find mechanisms that do not say how sure they are."""
    for path, item in mechanisms(dossier):
        if not item.evidence:
            yield EVIDENCE_MISSING.found(
                dossier.place(path), f"{shown(item.title)} does not say how sure we can be of it"
            )


def claim_uncited(dossier: Dossier) -> Iterator[Finding]:
    """Find results of studies, and how often something happens, in texts that cite nothing."""
    words = dossier.manuscript.words
    if not words.studies:
        return
    cited = {passage.path for passage in dossier.manuscript.passages if passage.citations}
    told: set[str] = set()
    for passage in dossier.manuscript.of(*_CLAIMING):
        if passage.kind not in _CLAIMED_IN or passage.path in cited or passage.path in told:
            continue
        match = next(phrases.found(words.studies, passage.text), None) or _OFTEN.search(passage.text)
        if match:
            told.add(passage.path)
            yield CLAIM_UNCITED.at(passage, *match.span(), f"{shown(match[0])}: this text names no source")


def unknown_unsaid(dossier: Dossier) -> Iterator[Finding]:
    """Find guides to a condition that are sure of everything."""
    words = dossier.manuscript.words
    if dossier.guide.guide.type != "condition" or not words.unknowns:
        return
    if not any(phrases.has(words.unknowns, passage.text) for passage in dossier.manuscript.of()):
        yield UNKNOWN_UNSAID.found(dossier.place("sections"), "nothing in this guide says what is not known")


def reference_unused(dossier: Dossier) -> Iterator[Finding]:
    """Find references that no text cites."""
    cited = {name for text in rich_texts(dossier.guide) for name in citations(text)}  # also those beside numbers
    for number, reference in enumerate(dossier.guide.references):
        if reference.id not in cited:
            place = dossier.place(f"references[{number}].id")
            yield UNUSED.found(place, f"no text cites the reference `{reference.id}`")


def reference_age(dossier: Dossier) -> Iterator[Finding]:
    """Find guides whose newest dated source is old."""
    years = [int(match[0]) for one in dossier.guide.references for match in _YEAR.finditer(one.issued or "")]
    if years and max(years) < dossier.today.year - NEWEST:
        yield AGE.found(dossier.place("references"), f"the newest source is from {max(years)}")


def reference_read(dossier: Dossier) -> Iterator[Finding]:
    """Find web pages of which nobody says when they were read."""
    for number, reference in enumerate(dossier.guide.references):
        if reference.type == "webpage" and not reference.accessed:
            place = dossier.place(f"references[{number}]")
            yield UNREAD.found(place, f"`{reference.id}` is a web page; when was it read?")


def mechanisms(dossier: Dossier) -> Iterator[tuple[str, Mechanism]]:
    """Yield the mechanisms, each with its path."""
    for number, section in enumerate(dossier.guide.sections):
        if isinstance(section, Mechanisms):
            for index, item in enumerate(section.items):
                yield f"sections[{number}].items[{index}]", item
