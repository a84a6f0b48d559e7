"""Rules: what people who see nothing are told of pictures, charts, tables, groups and links."""

from __future__ import annotations

import re
from collections.abc import Iterator

from leafdeck.check.finding import Finding, Rule, listed, shown
from leafdeck.check.finished import Item, Paragraph, Presentation, Slide, walk
from leafdeck.notice import Severity

ALT_MISSING = Rule(
    "alt-missing",
    Severity.ERROR,
    "Describe it in its alternative text, or mark it as decoration.",
    "Each picture, chart, table and group is described, or marked as decoration.",
    ("Section 508", "WCAG 2.2", "PowerPoint's Accessibility Checker"),
)
ALT_EMPTY_WORDS = Rule(
    "alt-says-nothing",
    Severity.WARNING,
    "Say what it shows, as you would to someone on the phone.",
    "A description says what is shown; it is no file's name and no word such as picture.",
    ("Section 508", "WCAG 2.2"),
)
ALT_REPEATED = Rule(
    "alt-repeated",
    Severity.WARNING,
    "Let the group speak for its parts, and mark them as decoration.",
    "A group and its parts do not say the same twice.",
    ("leafdeck",),
)
DECORATIVE_WORDS = Rule(
    "decorative-words",
    Severity.ERROR,
    "Take the mark of decoration off: its words are not read.",
    "Nothing with words is marked as decoration, which screen readers pass over.",
    ("WCAG 2.2",),
)
TABLE_HEADER = Rule(
    "table-header",
    Severity.ERROR,
    "Mark the table's header row: Table Design, Header Row.",
    "A table marks its headings.",
    ("Section 508", "WCAG 2.2", "PowerPoint's Accessibility Checker"),
)
TABLE_EMPTY_HEAD = Rule(
    "table-empty-head",
    Severity.WARNING,
    "Give each column's heading words.",
    "Each column of a table has a heading with words.",
    ("Section 508", "AHRQ PEMAT-P"),
)
TABLE_MERGED = Rule(
    "table-merged",
    Severity.WARNING,
    "Split the cells, so that each has one row and one column.",
    "A table has no merged cells.",
    ("Section 508", "PowerPoint's Accessibility Checker", "AHRQ PEMAT-P"),
)
PLACEHOLDER_EMPTY = Rule(
    "placeholder-empty",
    Severity.WARNING,
    "Fill the placeholder or delete it.",
    "No placeholder is left empty.",
    ("leafdeck",),
)
LINK_WORDS = Rule(
    "link-words",
    Severity.WARNING,
    "Let the linked words say where the link leads.",
    "The words of a link say where it leads.",
    ("WCAG 2.2", "NHS content style", "Section 508"),
)
MEDIA_CAPTIONS = Rule(
    "media-captions",
    Severity.INFO,
    "Add captions to the sound or the film.",
    "Sounds and films have captions.",
    ("WCAG 2.2", "Section 508", "PowerPoint's Accessibility Checker"),
)

_FILE = re.compile(r"\S+\.(?:png|jpe?g|gif|svg|bmp|tiff?|webp|emf|wmf|mp4|mp3|wav)\b", re.IGNORECASE)
_NOTHING = re.compile(
    r"(?:(?:a|an|the)\s+)?(?:image|picture|photo|graphic|icon|chart|table|group|shape|object|diagram|grafik|bild)"
    r"(?:\s+of)?[\s\d]*",
    re.IGNORECASE,
)
_EMPTY_LINKS = re.compile(
    r"(?:click|tap|press)?\s*(?:here|this|link|more|read more|learn more|more information|details|website|this link)",
    re.IGNORECASE,
)
_ADDRESS = re.compile(r"(?:https?|ftp)://\S+|mailto:\S+", re.IGNORECASE)


def alt_missing(deck: Presentation) -> Iterator[Finding]:
    """Find what has no words, no alternative text and no mark of decoration.

    Within a group that has alternative text its parts need none: the group stands for them.
    """
    for slide in deck.slides:
        for item in _undescribed(slide.items):
            yield ALT_MISSING.broken(f"{shown(item.name)} has no alternative text", slide, item)


def _undescribed(items: tuple[Item, ...]) -> Iterator[Item]:
    for item in items:
        speaks = item.kind == "shape" and (item.text or item.placeholder)
        if not (item.alt.strip() or item.decorative or speaks):
            yield item
        if item.kind == "group" and not item.alt.strip():
            yield from _undescribed(item.children)


def alt_says_nothing(deck: Presentation) -> Iterator[Finding]:
    """Find alternative text that is a file's name or only says that it is a picture; and what has both marks."""
    for slide, item in _all(deck):
        alt = item.alt.strip()
        if alt and item.decorative:
            yield ALT_EMPTY_WORDS.broken(f"{shown(item.name)} is marked as decoration and has words too", slide, item)
        elif _FILE.search(alt) or _NOTHING.fullmatch(alt):
            yield ALT_EMPTY_WORDS.broken(f"the alternative text {shown(alt)} says nothing", slide, item)


def decorative_words(deck: Presentation) -> Iterator[Finding]:
    """Find words, tables and charts within what is marked as decoration."""
    for slide, item in _all(deck):
        if item.decorative:
            inside = [one for one in walk((item,)) if one.text or one.kind in {"table", "chart"}]
            if inside:
                words = shown(inside[0].text or inside[0].name)
                yield DECORATIVE_WORDS.broken(f"{words} is marked as decoration", slide, item)


def table_header(deck: Presentation) -> Iterator[Finding]:
    """Find tables of more than one row that mark neither a header row nor a header column."""
    for slide, item in _all(deck):
        if item.kind == "table" and not (item.first_row or item.first_column):
            yield TABLE_HEADER.broken(f"the table {shown(item.name)} marks no headings", slide, item)


def table_empty_head(deck: Presentation) -> Iterator[Finding]:
    """Find headings of columns without words; the corner above a header column may be empty."""
    for slide, item in _all(deck):
        if item.kind == "table" and item.first_row and item.rows:
            cells = item.rows[0][1:] if item.first_column else item.rows[0]
            if any(not _words(cell.paragraphs) and not cell.merged for cell in cells):
                yield TABLE_EMPTY_HEAD.broken(f"a heading of the table {shown(item.name)} is empty", slide, item)


def table_merged(deck: Presentation) -> Iterator[Finding]:
    """Find tables with merged cells."""
    for slide, item in _all(deck):
        if any(cell.merged for row in item.rows for cell in row):
            yield TABLE_MERGED.broken(f"the table {shown(item.name)} has merged cells", slide, item)


def placeholder_empty(deck: Presentation) -> Iterator[Finding]:
    """Find placeholders without anything; an empty title is another rule's."""
    for slide, item in _all(deck):
        if item.kind == "shape" and item.placeholder and not item.is_title and not item.text:
            yield PLACEHOLDER_EMPTY.broken(f"the placeholder {shown(item.name)} is empty", slide, item)


def link_words(deck: Presentation) -> Iterator[Finding]:
    """Find links whose words are a whole address, say only "here" or the like, or are missing."""
    for slide, item in _all(deck):
        for words in _links(item):
            if not words or _EMPTY_LINKS.fullmatch(words) or _ADDRESS.fullmatch(words):
                said = f"the words {shown(words)} do not say where their link leads" if words else "a link has no words"
                yield LINK_WORDS.broken(said, slide, item)


def _links(item: Item) -> Iterator[str]:
    """Give the words of each link; neighbouring runs to one address are one link."""
    paragraphs = [*item.paragraphs, *(part for row in item.rows for cell in row for part in cell.paragraphs)]
    for paragraph in paragraphs:
        words, address = "", ""
        for run in paragraph.runs:
            if address and run.link != address:
                yield words.strip(" .,;:()")
                words = ""
            address = run.link
            words = words + run.text if address else ""
        if address:
            yield words.strip(" .,;:()")
    if item.link and not item.decorative:
        inside = " ".join(one.alt or one.text for one in walk((item,)) if one.alt or one.text)
        yield inside.strip()


def media_captions(deck: Presentation) -> Iterator[Finding]:
    """Find sounds and films without a track of captions."""
    for slide, item in _all(deck):
        if item.kind == "media" and not item.captioned:
            yield MEDIA_CAPTIONS.broken(f"{shown(item.name)} has no captions", slide, item)


def repeated_alt(deck: Presentation) -> Iterator[Finding]:
    """Find what a group and a part of it both say: a screen reader says it twice."""
    for slide, item in _all(deck):
        said = [one.name for one in walk(item.children) if item.alt and one.alt == item.alt]
        if said:
            yield ALT_REPEATED.broken(f"{listed(said)} within {shown(item.name)} says the same again", slide, item)


def _words(paragraphs: tuple[Paragraph, ...]) -> str:
    return "".join(paragraph.text for paragraph in paragraphs).strip()


def _all(deck: Presentation) -> Iterator[tuple[Slide, Item]]:
    for slide in deck.slides:
        for item in walk(slide.items):
            yield slide, item
