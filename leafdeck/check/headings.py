"""Rules: what a presentation, its slides and its sections are called."""

from __future__ import annotations

import re
from collections.abc import Iterator

from leafdeck.check.finding import Finding, Rule, shown
from leafdeck.check.finished import Filling, Item, Presentation, Slide, walk
from leafdeck.notice import Severity

FILE_TITLE = Rule(
    "file-title",
    Severity.WARNING,
    "Give the file a title: File, Info, Properties.",
    "The file's properties name its title, which a screen reader says first.",
    ("Section 508", "WCAG 2.2"),
)
FILE_LANGUAGE = Rule(
    "file-language",
    Severity.WARNING,
    "Name the language in the file's properties.",
    "The file's properties name its language.",
    ("Section 508", "WCAG 2.2"),
)
TITLE_MISSING = Rule(
    "title-missing",
    Severity.ERROR,
    "Write a title in the slide's title placeholder.",
    "Each slide has a title in its title placeholder: people who see nothing move from title to title.",
    ("Section 508", "PowerPoint's Accessibility Checker"),
)
TITLE_REPEATED = Rule(
    "title-repeated",
    Severity.INFO,
    "Give each slide a title of its own.",
    "No two slides have the same title.",
    ("Section 508", "PowerPoint's Accessibility Checker"),
)
TITLE_HIDDEN = Rule(
    "title-hidden",
    Severity.WARNING,
    "Let everyone see the title.",
    "A slide's title can be seen.",
    ("PowerPoint's Accessibility Checker",),
)
SECTION_NAME = Rule(
    "section-name",
    Severity.ERROR,
    "Name the section after what it is about.",
    "A section's name says what it is about.",
    ("PowerPoint's Accessibility Checker",),
)
SECTION_REPEATED = Rule(
    "section-repeated",
    Severity.INFO,
    "Give each section a name of its own.",
    "No two sections have the same name.",
    ("PowerPoint's Accessibility Checker",),
)
SECTION_SLIDES = Rule(
    "section-slides",
    Severity.WARNING,
    "Let each slide stand in one section.",
    "Where there are sections, each slide stands in one of them.",
    ("leafdeck",),
)

_NO_NAME = re.compile(r"(untitled|default|unbenannter|standard)?[ -]*(section|abschnitt)[ -]*\d*", re.IGNORECASE)


def file_title(deck: Presentation) -> Iterator[Finding]:
    """Find a presentation without a title in its properties."""
    if not deck.title.strip():
        yield FILE_TITLE.broken("the file's properties name no title")


def file_language(deck: Presentation) -> Iterator[Finding]:
    """Find a presentation without a language in its properties."""
    if not deck.language.strip():
        yield FILE_LANGUAGE.broken("the file's properties name no language")


def title_missing(deck: Presentation) -> Iterator[Finding]:
    """Find slides without words in a title placeholder."""
    for slide in deck.slides:
        if slide.title is None:
            yield TITLE_MISSING.broken("there is no title", slide)
        elif not slide.title.text:
            yield TITLE_MISSING.broken("the title is empty", slide, slide.title)


def title_repeated(deck: Presentation) -> Iterator[Finding]:
    """Find titles that an earlier slide has."""
    seen: dict[str, int] = {}
    for slide in deck.slides:
        words = " ".join(slide.title.text.casefold().split()) if slide.title else ""
        first = seen.setdefault(words, slide.number)
        if words and slide.title and first != slide.number:
            message = f"slide {first} has the title {shown(slide.title.text)} too"
            yield TITLE_REPEATED.broken(message, slide, slide.title)


def title_hidden(deck: Presentation) -> Iterator[Finding]:
    """Find titles that nobody sees: switched off, off the slide, or with something opaque in front of them."""
    for slide in deck.slides:
        title = slide.title
        if title is None or not title.text:
            continue
        if title.hidden:
            yield TITLE_HIDDEN.broken("the title is switched off in the selection pane", slide, title)
        elif _is_off(title, deck):
            yield TITLE_HIDDEN.broken("the title stands off the slide", slide, title)
        else:
            over = next((item for item in _after(slide, title) if _covers(item, title)), None)
            if over is not None:
                yield TITLE_HIDDEN.broken(f"{shown(over.name)} stands in front of the title", slide, title)


def _after(slide: Slide, title: Item) -> Iterator[Item]:
    later = False
    for item in walk(slide.items):
        if later:
            yield item
        later = later or item is title


def _is_off(item: Item, deck: Presentation) -> bool:
    area = item.area
    return area.right <= 0 or area.bottom <= 0 or area.x >= deck.width or area.y >= deck.height


def _covers(item: Item, title: Item) -> bool:
    """Whether an item that hides what is behind it stands before the middle of a title."""
    opaque = item.kind == "picture" or (
        isinstance(item.filling, Filling) and all(ink.alpha == 1 for ink in item.filling.inks)
    )
    x, y = title.area.x + title.area.width / 2, title.area.y + title.area.height / 2
    inside = item.area.x <= x <= item.area.right and item.area.y <= y <= item.area.bottom
    return opaque and inside and not item.hidden


def section_name(deck: Presentation) -> Iterator[Finding]:
    """Find sections without a name, or with PowerPoint's own."""
    for name, _ in deck.sections:
        if not name.strip():
            yield SECTION_NAME.broken("a section has no name")
        elif _NO_NAME.fullmatch(name.strip()):
            yield SECTION_NAME.broken(f"the section's name {shown(name)} says nothing")


def section_repeated(deck: Presentation) -> Iterator[Finding]:
    """Find names that several sections have."""
    names = [name.strip().casefold() for name, _ in deck.sections]
    for name in dict.fromkeys(name for name in names if name and names.count(name) > 1):
        yield SECTION_REPEATED.broken(f"several sections are called {shown(name)}")


def section_slides(deck: Presentation) -> Iterator[Finding]:
    """Find slides that stand in no section, or in several, where there are sections."""
    listed = [number for _, numbers in deck.sections for number in numbers]
    for slide in deck.slides if deck.sections else ():
        if listed.count(slide.number) != 1:
            where = "no section" if slide.number not in listed else "several sections"
            yield SECTION_SLIDES.broken(f"the slide stands in {where}", slide)
