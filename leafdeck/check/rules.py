"""All rules, each with what judges by it. A rule stands here once, or it does not run."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import replace

from leafdeck.check import (
    accessibility,
    chances,
    claims,
    dates,
    doses,
    evidence,
    governance,
    length,
    lists,
    numbers,
    numerals,
    pagination,
    parity,
    passive,
    plainwords,
    reader,
    reading,
    setting,
    spelling,
    structure,
    style,
    sums,
    supplements,
    tagging,
    terms,
    titles,
    units,
    urgency,
    vague,
    waivers,
)
from leafdeck.check.finding import Finding, Rule
from leafdeck.check.manuscript import Dossier, Manuscript
from leafdeck.check.proofs import Proofs
from leafdeck.notice import Severity

WORDS: Mapping[Rule, Callable[[Manuscript], Iterator[Finding]]] = {
    style.CONTRACTION: style.contraction,
    style.LATIN: style.latin_abbreviation,
    style.AMPERSAND: style.ampersand,
    style.BRACKET_PLURAL: style.bracket_plural,
    style.AND_OR: style.and_or,
    plainwords.PLAIN_WORD: plainwords.plain_word,
    vague.VAGUE_WORD: vague.vague_word,
    spelling.US_SPELLING: spelling.us_spelling,
    terms.UNEXPLAINED_TERM: terms.unexplained_term,
    terms.UNEXPLAINED_ABBREVIATION: terms.unexplained_abbreviation,
    reader.THIRD_PERSON: reader.third_person,
    reader.LABELLING: reader.labelling_words,
    reader.LINK_TEXT: reader.link_text,
    claims.CAUSE_FOR_LINK: claims.cause_for_link,
    claims.SALES_WORD: claims.sales_word,
    doses.STOP_MEDICINE: doses.stop_medicine,
    doses.DOSE_BY_WEIGHT: doses.dose_by_weight,
    doses.DOSE_OVER_LIMIT: doses.dose_over_limit,
    numerals.NUMBER_WORD: numerals.number_word,
    numbers.THOUSANDS_COMMA: numbers.thousands_comma,
    numbers.RANGE_DASH: numbers.range_dash,
    chances.PERCENT_DECIMAL: chances.percent_decimal,
    chances.MIXED_FORMATS: chances.mixed_formats,
    chances.MIXED_DENOMINATORS: chances.mixed_denominators,
    sums.SUM_FOR_READER: sums.sum_for_reader,
    units.MICROGRAM_SHORT: units.microgram_short,
    units.UNIT_SPACE: units.unit_space,
    units.INTERNATIONAL_UNITS: units.international_units,
    units.UNIT_MISSING: units.unit_missing,
    dates.DATE_FORM: dates.date_form,
    dates.TIME_FORM: dates.time_form,
    titles.HEADING_CASE: titles.heading_case,
    titles.HEADING_STOP: titles.heading_stop,
    titles.HEADING_QUESTION: titles.heading_question,
    titles.HEADING_STOCK: titles.heading_stock,
    titles.BLOCK_CAPITALS: titles.block_capitals,
    passive.PASSIVE_VOICE: passive.passive_voice,
    passive.PASSIVE_SHARE: passive.passive_share,
    length.LONG_SENTENCE: length.long_sentence,
    length.LONG_PARAGRAPH: length.long_paragraph,
    length.TITLE_LENGTH: length.title_length,
    length.BOLD_MUCH: length.bold_much,
    lists.LIST_SENTENCE: lists.list_sentence,
}
"""Rules over the words of the content."""

CONTENT: Mapping[Rule, Callable[[Dossier], Iterator[Finding]]] = {
    lists.LIST_LENGTH: lists.list_length,
    chances.RISK_NUMBERS: chances.risk_numbers,
    lists.TABLE_COLUMNS: lists.table_columns,
    lists.TABLE_HEAD_WORDS: lists.table_head_words,
    urgency.BOX_MISSING: urgency.box_missing,
    urgency.SIGN_MISSING: urgency.sign_missing,
    urgency.HEADING: urgency.heading,
    urgency.ONE_BOX: urgency.one_box,
    urgency.EARLY: urgency.early,
    supplements.LIMIT_MISSING: supplements.limit_missing,
    supplements.LIMIT_OVER: supplements.limit_over,
    evidence.PATHWAY: evidence.pathway_certain,
    evidence.EVIDENCE_MISSING: evidence.evidence_missing,
    evidence.CLAIM_UNCITED: evidence.claim_uncited,
    evidence.UNKNOWN_UNSAID: evidence.unknown_unsaid,
    evidence.UNUSED: evidence.reference_unused,
    evidence.AGE: evidence.reference_age,
    evidence.UNREAD: evidence.reference_read,
    governance.REVIEWER_MISSING: governance.reviewer_missing,
    governance.REVIEW_FAR: governance.review_far,
    governance.REVIEW_PAST: governance.review_past,
    governance.CONTACT: governance.feedback_contact,
    governance.FORMS: governance.other_formats,
    governance.MORE_HELP: governance.more_help,
    governance.DISCLAIMER: governance.disclaimer_says,
    governance.PLACEHOLDER: governance.placeholder,
    structure.SUMMARY: structure.summary_length,
    structure.FIRST: structure.key_points_first,
    structure.POINTS: structure.key_points_count,
    structure.ACTION: structure.action_missing,
    structure.TOOL: structure.tool_missing,
    structure.CHOICES: structure.choices,
    structure.SECTION_LENGTH: structure.section_length,
    reading.READING_GRADE: reading.reading_grade,
}
"""Rules over the content as a whole: its structure, its numbers, who stands behind it."""

PROOFS: Mapping[Rule, Callable[[Proofs], Iterator[Finding]]] = {
    setting.SIZE: setting.type_size,
    setting.ALIGN: setting.alignment,
    setting.EMPHASIS: setting.italics,
    setting.CAPITALS: setting.set_in_capitals,
    setting.HYPHENS: setting.hyphenation,
    setting.LONG_LINES: setting.long_lines,
    setting.SHORT_LINES: setting.short_lines,
    setting.LEADING: setting.leading,
    setting.CONTRAST: setting.text_contrast,
    setting.BODY_CONTRAST: setting.body_contrast,
    setting.ON_PICTURE: setting.text_on_picture,
    setting.GRAPHIC: setting.graphic_contrast,
    setting.SPLIT: setting.split_number,
    pagination.OFF_PAGE: pagination.off_page,
    pagination.BLANK: pagination.page_empty,
    pagination.EARLY: pagination.urgent_page,
    pagination.FULL_SLIDE: pagination.slide_words,
    parity.IN_LEAFLET: parity.not_in_leaflet,
    parity.IN_DECK: parity.not_in_deck,
    parity.ON_SLIDE: parity.not_on_slide,
    tagging.NAMED: tagging.named,
    tagging.LANGUAGE: tagging.language,
    tagging.TAGGED: tagging.tagged,
    tagging.LEVELS: tagging.heading_levels,
    tagging.FIGURES: tagging.figures,
    tagging.TABLES: tagging.tables,
    tagging.LISTS: tagging.lists,
    tagging.LINKS: tagging.links,
    tagging.FONTS: tagging.fonts,
    tagging.BOOKMARKS: tagging.bookmarks,
}
"""Rules over the laid-out pages and slides, and over the leaflet's file."""

DECK = accessibility.RULES
"""Rules over the finished slides."""

TOLD = Rule(
    "build",
    Severity.WARNING,
    "See what `leafdeck build` says.",
    "Leaflet and slides are made without a notice.",
    ("leafdeck",),
)
"""What is told while leaflet and slides are made."""

WAIVERS = (waivers.EXPIRED, waivers.UNUSED)
"""Rules over waivers, which `waivers.applied` judges by."""


def known() -> Mapping[str, Rule]:
    """Return every rule by its id."""
    return {rule.id: rule for rule in (*CONTENT, *WORDS, *PROOFS, *DECK, TOLD, *WAIVERS)}


def of_words(manuscript: Manuscript) -> Iterator[Finding]:
    """Yield what the rules over words find."""
    for rule in WORDS.values():
        yield from rule(manuscript)


def of_content(dossier: Dossier) -> Iterator[Finding]:
    """Yield what all rules over the content find."""
    yield from of_words(dossier.manuscript)
    for rule in CONTENT.values():
        yield from rule(dossier)


def of_proofs(proofs: Proofs) -> Iterator[Finding]:
    """Yield what the rules over pages, slides and finished files find."""
    for rule in PROOFS.values():
        yield from rule(proofs)
    if proofs.deck:
        yield from (replace(one, place=proofs.behind(one)) for one in accessibility.judge(proofs.deck))
