"""Rules: what stands in the content reaches the readers of the leaflet and of the slides alike."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from leafdeck.check.finding import Finding, Rule, shown
from leafdeck.check.finished import Paragraph, Presentation, walk
from leafdeck.check.page import Page
from leafdeck.check.proofs import Proofs, bare
from leafdeck.guide.passages import Passage, Role
from leafdeck.guide.sections import UrgencyLevel, Urgent
from leafdeck.notice import Severity

IN_LEAFLET = Rule(
    "not-in-leaflet",
    Severity.ERROR,
    "Look at the template of this kind of section.",
    "All that the content says stands in the leaflet.",
    ("leafdeck",),
)
IN_DECK = Rule(
    "not-in-deck",
    Severity.ERROR,
    "Look at the template of this kind of section: what a slide leaves out belongs in its notes.",
    "All that the leaflet says stands on a slide or in its notes.",
    ("leafdeck",),
)
ON_SLIDE = Rule(
    "not-on-slide",
    Severity.ERROR,
    "Let the template show it on the slide itself, not in the notes only.",
    "Every urgent sign, every daily limit and the disclaimer stand on a slide.",
    ("leafdeck",),
)

_SLIDES_ONLY = {Role.MESSAGE, Role.NOTE, Role.NAME}
_UNSPOKEN = {Role.NOTE, Role.NAME, Role.CAPTION}
"""Roles whose words one of the two has no place for: alternative text is no text, a speaker's words are no reader's."""


def not_in_leaflet(proofs: Proofs) -> Iterator[Finding]:
    """Find passages that the leaflet does not have; of a form that shows as much as fits, what it may not leave out."""
    if not proofs.leaflet:
        return
    text = _of_pages(proofs.leaflet)
    for passage in proofs.dossier.manuscript.passages:
        if passage.role in _SLIDES_ONLY | {Role.CAPTION} or passage.kind in {"slides", "guide"}:
            continue
        wanted = not _heads_cards(proofs, passage) if proofs.whole else _kept(proofs, passage, text)
        if wanted and not _said(passage, text):
            yield IN_LEAFLET.found(passage.place(), f"{shown(passage.text)} is not in the leaflet")


def _heads_cards(proofs: Proofs, passage: Passage) -> bool:
    """Return whether a passage heads a column of a table whose rows are cards: the leaflet has no table's headings.

    Narrow forms have them; a heading that the leaflet has elsewhere counts as one.
    """
    if passage.role is not Role.LABEL or ".columns[" not in f".{passage.path}":
        return False
    table = passage.path.rpartition("columns[")[0]
    heads = {bare(words.text) for page in proofs.leaflet for words in page.words if words.table and words.tag == "th"}
    return not any(
        bare(one.text) in heads
        for one in proofs.dossier.manuscript.passages
        if one.role is Role.LABEL and one.path.startswith(f"{table}columns[")
    )


def _kept(proofs: Proofs, passage: Passage, text: str) -> bool:
    """Return whether a form that shows as much as fits must have a passage.

    These are the signs of an emergency, and the signs and limits of a part that is there.
    """
    if not _vital(passage) or passage.section < 0:
        return False
    section = proofs.dossier.guide.sections[passage.section]
    emergency = isinstance(section, Urgent) and section.level is UrgencyLevel.EMERGENCY
    return emergency or bare(getattr(section, "limits_title", None) or section.title) in text


def not_in_deck(proofs: Proofs) -> Iterator[Finding]:
    """Find passages that neither a slide nor its notes have."""
    if not proofs.deck:
        return
    text = _of_deck(proofs.deck, notes=True)
    for passage in proofs.dossier.manuscript.passages:
        if passage.role not in _UNSPOKEN and passage.kind not in {"slides", "guide"} and not _said(passage, text):
            yield IN_DECK.found(passage.place(), f"{shown(passage.text)} is not in the deck")


def not_on_slide(proofs: Proofs) -> Iterator[Finding]:
    """Find signs, limits and words of the disclaimer that no slide shows."""
    if not proofs.deck:
        return
    text = _of_deck(proofs.deck, notes=False)
    for passage in proofs.dossier.manuscript.passages:
        if _vital(passage) and not _said(passage, text):
            yield ON_SLIDE.found(passage.place(), f"{shown(passage.text)} is on no slide")


def _vital(passage: Passage) -> bool:
    limit = ".limits[" in passage.path and passage.path.endswith((".most_per_day", ".check_first", ".nutrient"))
    return passage.role is Role.SIGN or passage.kind == "disclaimer" or limit


def _said(passage: Passage, text: str) -> bool:
    """Return whether a passage is in a text, between its marks of sources."""
    stops = [0, *(citation.at for citation in passage.citations), len(passage.text)]
    pieces = [bare(passage.text[start:end]) for start, end in pairwise(stops)]
    return all(piece in text for piece in pieces)


def _of_pages(pages: tuple[Page, ...]) -> str:
    return "".join(
        bare("".join(style.text for style in words.styles if not style.raised))
        for page in pages
        for words in page.words
        if not words.margin
    )


def _of_deck(deck: Presentation, *, notes: bool) -> str:
    said: list[str] = []
    for slide in deck.slides:
        for item in walk(slide.items):
            said += _texts(item.paragraphs)
            said += [text for row in item.rows for cell in row for text in _texts(cell.paragraphs)]
        if notes:
            said += _texts(slide.notes)
    return "".join(map(bare, said))


def _texts(paragraphs: tuple[Paragraph, ...]) -> list[str]:
    return [paragraph.text for paragraph in paragraphs]
