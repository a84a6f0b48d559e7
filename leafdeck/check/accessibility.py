"""All rules over a finished presentation: those of PowerPoint's own checker that a file can show, and more."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping

from leafdeck.check import conduct, descriptions, headings, legibility, readingorder
from leafdeck.check.finding import Finding, Rule
from leafdeck.check.finished import Presentation

RULES: Mapping[Rule, Callable[[Presentation], Iterator[Finding]]] = {
    headings.FILE_TITLE: headings.file_title,
    headings.FILE_LANGUAGE: headings.file_language,
    headings.TITLE_MISSING: headings.title_missing,
    headings.TITLE_REPEATED: headings.title_repeated,
    headings.TITLE_HIDDEN: headings.title_hidden,
    headings.SECTION_NAME: headings.section_name,
    headings.SECTION_REPEATED: headings.section_repeated,
    headings.SECTION_SLIDES: headings.section_slides,
    descriptions.ALT_MISSING: descriptions.alt_missing,
    descriptions.ALT_EMPTY_WORDS: descriptions.alt_says_nothing,
    descriptions.ALT_REPEATED: descriptions.repeated_alt,
    descriptions.DECORATIVE_WORDS: descriptions.decorative_words,
    descriptions.TABLE_HEADER: descriptions.table_header,
    descriptions.TABLE_EMPTY_HEAD: descriptions.table_empty_head,
    descriptions.TABLE_MERGED: descriptions.table_merged,
    descriptions.PLACEHOLDER_EMPTY: descriptions.placeholder_empty,
    descriptions.LINK_WORDS: descriptions.link_words,
    descriptions.MEDIA_CAPTIONS: descriptions.media_captions,
    readingorder.ORDER: readingorder.reading_order,
    legibility.LANGUAGE: legibility.text_language,
    legibility.SIZE: legibility.text_size,
    legibility.CONTRAST: legibility.text_contrast,
    conduct.TIMED: conduct.timed,
    conduct.STARTS: conduct.starts_by_itself,
    conduct.SHOW: conduct.show_runs_by_itself,
    conduct.LOCKED: conduct.locked,
}


def judge(deck: Presentation) -> tuple[Finding, ...]:
    """Return what all rules find, slide by slide; what is said of the whole file comes first."""
    found = [finding for rule in RULES.values() for finding in rule(deck)]
    return tuple(sorted(found, key=lambda finding: finding.slide))
