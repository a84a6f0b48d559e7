"""Rules: what stands on which page, and how pages are filled."""

from __future__ import annotations

from collections.abc import Iterator

from leafdeck.check.finding import Finding, Rule, shown
from leafdeck.check.page import Page, Words
from leafdeck.check.proofs import Proofs, bare, paragraphs
from leafdeck.guide.sections import KeyPoints, UrgencyLevel, Urgent
from leafdeck.notice import Severity

OFF_PAGE = Rule(
    "off-page",
    Severity.ERROR,
    "Say less, or give it more room.",
    "All words stand within the page.",
    ("leafdeck",),
)
BLANK = Rule(
    "page-empty",
    Severity.WARNING,
    "Move what comes next up, or let a part break across pages.",
    "No page but the last is left nearly empty.",
    ("leafdeck",),
)
EARLY = Rule(
    "urgent-page",
    Severity.ERROR,
    "Move the section up: it belongs right behind the key points.",
    "The boxes for an emergency and for urgent help begin on page 1 or 2, and have slides of their own.",
    ("NHS standard for health content",),
)
FULL_SLIDE = Rule(
    "slide-words",
    Severity.INFO,
    "Say the rest in the notes.",
    "A slide that people should listen beside holds at most 90 words outside tables.",
    ("leafdeck",),
)

EMPTY = 0.25
FIRST_PAGES = 2
"""Where such a box begins at the latest; with less on a page, where nothing but key points may come before it."""
USUAL_TYPE, USUAL_WIDTH = 12.0, 590.0
"""The type and the narrowest pages, in pt, of a leaflet that has as much on a page as A4 and US letter have."""
MOST_WORDS = 90
SLACK = 1.0
"""How far words may reach over an edge, in pt: rounding."""


def off_page(proofs: Proofs) -> Iterator[Finding]:
    """Find words that reach over a page's edge."""
    for page, words in paragraphs(proofs.all):
        if _over(page, words):
            yield proofs.on(OFF_PAGE, page, words, f"{shown(words.text)} reaches over the edge")


def _over(page: Page, words: Words) -> bool:
    right, foot = words.x + words.width, words.y + words.height
    return min(words.x, words.y) < -SLACK or right > page.width + SLACK or foot > page.height + SLACK


def page_empty(proofs: Proofs) -> Iterator[Finding]:
    """Find pages of the leaflet with little on them that are not the last."""
    for page in proofs.leaflet[:-1]:
        if page.filled < EMPTY:
            first = next((words for words in page.words if words.text and not words.margin), None)
            where = proofs.place(first) if first else proofs.dossier.place("")
            yield BLANK.on(page, where, f"the page is {page.filled:.0%} full")


def urgent_page(proofs: Proofs) -> Iterator[Finding]:
    """Find boxes for urgent help that come late in the leaflet, or share their slide. A folded sheet is one page."""
    for number, section in enumerate(proofs.dossier.guide.sections):
        if not isinstance(section, Urgent) or section.level is UrgencyLevel.ROUTINE:
            continue
        place = proofs.dossier.place(f"sections[{number}]")
        pages = _holding(proofs.leaflet, section.title)
        before = _before(proofs, pages[0]) if proofs.whole and pages and pages[0] > FIRST_PAGES else ""
        if before:
            yield EARLY.found(place, f"{shown(section.title)} comes late: {before}", page=pages[0])
        if proofs.slides and not _titled(proofs.slides, section.title, section.message or section.title):
            yield EARLY.found(place, f"{shown(section.title)} has no slide of its own")


def _before(proofs: Proofs, number: int) -> str:
    """Return why a page is late: because of its number, or of what begins before it where pages have little on them."""
    if proofs.large <= USUAL_TYPE and min(page.width for page in proofs.leaflet) >= USUAL_WIDTH:
        return f"on page {number}"
    titles = {
        bare(one.title): one.title for one in proofs.dossier.guide.sections if not isinstance(one, Urgent | KeyPoints)
    }
    early = (words for page, words in paragraphs(proofs.leaflet) if page.number < number and words.heading)
    first = next((titles[bare(words.text)] for words in early if bare(words.text) in titles), "")
    return f"after {shown(first)}" if first else ""


def _holding(pages: tuple[Page, ...], title: str) -> list[int]:
    sought = bare(title)
    return [page.number for page, words in paragraphs(pages) if words.heading and bare(words.text) == sought]


def _titled(slides: tuple[Page, ...], *titles: str) -> bool:
    sought = {bare(title) for title in titles}
    return any(
        words.title and any(bare(words.text).startswith(title) for title in sought) for _, words in paragraphs(slides)
    )


def slide_words(proofs: Proofs) -> Iterator[Finding]:
    """Find slides with too many words to take in while someone speaks."""
    for page in proofs.slides:
        body = [words for words in page.words if not (words.table or words.margin or words.title)]
        count = sum(len(words.text.split()) for words in body)
        if count > MOST_WORDS:
            where = proofs.place(body[0])
            yield FULL_SLIDE.on(page, where, f"the slide holds {count} words")
