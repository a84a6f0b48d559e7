"""Rules: how words are set, on the laid-out pages of the leaflet and the slides."""

from __future__ import annotations

import re
from collections.abc import Iterator

from leafdeck.brand.color import AA, contrast
from leafdeck.check.finding import Finding, Rule, shown
from leafdeck.check.legibility import AA_LARGE, LARGE, LARGE_BOLD, ROUNDING
from leafdeck.check.page import Page, Style, Words
from leafdeck.check.proofs import Proofs, paragraphs
from leafdeck.guide.passages import RUNNING
from leafdeck.notice import Severity

CLEAR = ("RNIB/UKAAF clear print",)

SIZE = Rule(
    "type-size",
    Severity.ERROR,
    "Make the type larger in the style sheet, or give the words more room.",
    "Running text is at least 12 pt, 18 pt in large print; other words are at least 9 pt.",
    (*CLEAR, "EU guideline on leaflets"),
)
ALIGN = Rule(
    "alignment",
    Severity.ERROR,
    "Set `text-align: start`.",
    "Text is set flush left, never justified; nothing of more than two lines is centred.",
    (*CLEAR, "WCAG 2.2, 1.4.8"),
)
EMPHASIS = Rule(
    "italics",
    Severity.ERROR,
    "Use bold, and sparingly.",
    "Running text has no italics and no underlining but that of links.",
    (*CLEAR, "NHS content style"),
)
CAPITALS = Rule(
    "set-in-capitals",
    Severity.ERROR,
    "Take `text-transform: uppercase` or `font-variant: small-caps` away.",
    "Nothing longer than a label is set in block capitals.",
    (*CLEAR, "NHS content style"),
)
HYPHENS = Rule(
    "hyphenation",
    Severity.ERROR,
    "Set `hyphens: manual`.",
    "No word is divided at a line's end.",
    CLEAR,
)
LONG_LINES = Rule(
    "long-lines",
    Severity.ERROR,
    "Make the column narrower or the type larger.",
    "A line of running text has at most 80 characters.",
    (*CLEAR, "WCAG 2.2, 1.4.8"),
)
SHORT_LINES = Rule(
    "short-lines",
    Severity.WARNING,
    "Make the column wider.",
    "A column of running text is wide enough to read without leaping: 25 characters at least.",
    ("leafdeck",),
)
LEADING = Rule(
    "leading",
    Severity.WARNING,
    "Set `line-height` between 1.2 and 1.5.",
    "Lines of running text stand 1.2 to 1.5 times the type size apart.",
    CLEAR,
)
CONTRAST = Rule(
    "contrast",
    Severity.ERROR,
    "Choose colours that stand out more from each other; docs/branding.md says which meet.",
    "Text has a contrast of 4.5 to 1 with what is painted behind it; large text of 3 to 1.",
    ("WCAG 2.2, 1.4.3",),
)
BODY_CONTRAST = Rule(
    "contrast-body",
    Severity.INFO,
    "A darker ink helps people with low vision.",
    "Running text aims at a contrast of 7 to 1.",
    ("WCAG 2.2, 1.4.6",),
)
ON_PICTURE = Rule(
    "text-on-picture",
    Severity.WARNING,
    "Put the words beside the picture, or on an even ground.",
    "No text stands on a picture.",
    CLEAR,
)
GRAPHIC = Rule(
    "graphic-contrast",
    Severity.ERROR,
    "Choose a colour that stands out more from the ground.",
    "A drawing that says something has a contrast of 3 to 1 with what is behind it.",
    ("WCAG 2.2, 1.4.11",),
)
SPLIT = Rule(
    "split-number",
    Severity.WARNING,
    "Put no-break spaces into it.",
    "A telephone number stands on one line.",
    CLEAR,
)

LEAST, AIM = 9.0, 7.0
MOST_CHARACTERS, FEWEST_CHARACTERS = 80, 25
MANY_LINES = 5
CENTRED_LINES = 2
LEADINGS = (1.2, 1.5)
SMALL = 0.05
SOFT_HYPHEN = "\N{SOFT HYPHEN}"
_PHONE = re.compile(r"(?<![\d,.])0\d{2,4} \d{3,4} \d{3,4}(?!\d)")
_WORD = re.compile(r"[^\W\d_]{2,}")
LABEL_WORDS = 2
"""So many words in capitals are a label."""


def type_size(proofs: Proofs) -> Iterator[Finding]:
    """Find words of the leaflet that are too small."""
    for page, words in paragraphs(proofs.leaflet):
        passage = proofs.passage(words)
        running = passage is not None and passage.role in RUNNING and not (words.margin or words.drawn)
        least = proofs.large if running else LEAST
        small = min((style for style in _read(words)), key=lambda style: style.size, default=None)
        if small and small.size < least - SMALL:
            message = f"{shown(small.text)} is {small.size:.3g} pt, less than {least:g}"
            yield proofs.on(SIZE, page, words, message)


def alignment(proofs: Proofs) -> Iterator[Finding]:
    """Find justified text, and centred text of several lines."""
    for page, words in paragraphs(proofs.all):
        if words.align == "justify" and len(words.lines) > 1:
            yield proofs.on(ALIGN, page, words, f"{shown(words.text)} is justified")
        elif words.align == "center" and len(words.lines) > CENTRED_LINES and not _label(proofs, words):
            message = f"{shown(words.text)} is centred over {len(words.lines)} lines"
            yield proofs.on(ALIGN, page, words, message, Severity.WARNING)


def italics(proofs: Proofs) -> Iterator[Finding]:
    """Find italics, and underlining that is no link."""
    for page, words in paragraphs(proofs.all):
        for style in _read(words):
            if style.italic or (style.underlined and not style.linked):
                how = "in italics" if style.italic else "underlined"
                yield proofs.on(EMPHASIS, page, words, f"{shown(style.text)} is {how}")


def set_in_capitals(proofs: Proofs) -> Iterator[Finding]:
    """Find words in block capitals that the content has in small letters."""
    for page, words in paragraphs(proofs.all):
        passage = proofs.passage(words)
        for text in dict.fromkeys((words.text, *(" ".join(style.text.split()) for style in words.styles))):
            if passage and text.isupper() and len(_WORD.findall(text)) > LABEL_WORDS and text not in passage.text:
                yield proofs.on(CAPITALS, page, words, f"{shown(text)} is set in capitals")
                break


def hyphenation(proofs: Proofs) -> Iterator[Finding]:
    """Find words that are divided at a line's end, but where the author wrote a soft hyphen."""
    for page, words in paragraphs(proofs.all):
        passage = proofs.passage(words) if words.split else None
        if words.split and not (passage and SOFT_HYPHEN in passage.text):
            yield proofs.on(HYPHENS, page, words, f"a word is divided in {shown(words.text)}")


def long_lines(proofs: Proofs) -> Iterator[Finding]:
    """Find lines of the leaflet's running text that are too long."""
    for page, words, lengths in _columns(proofs):
        if sum(lengths) / len(lengths) > MOST_CHARACTERS:
            message = f"{shown(words.text)} has {max(lengths)} characters in a line"
            yield proofs.on(LONG_LINES, page, words, message)


def short_lines(proofs: Proofs) -> Iterator[Finding]:
    """Find columns of the leaflet's running text that are too narrow."""
    for page, words, lengths in _columns(proofs):
        average = sum(lengths) / len(lengths)
        if len(lengths) >= MANY_LINES and average < FEWEST_CHARACTERS:
            message = f"{shown(words.text)} has only {average:.0f} characters in a line"
            yield proofs.on(SHORT_LINES, page, words, message)


def _columns(proofs: Proofs) -> Iterator[tuple[Page, Words, list[int]]]:
    """Yield the leaflet's paragraphs of several lines with the number of characters in each full line."""
    for page, words in paragraphs(proofs.leaflet):
        if not (words.margin or words.table or words.heading) and len(words.lines) > CENTRED_LINES:
            yield page, words, [len(line) for line in words.lines[:-1]]


def leading(proofs: Proofs) -> Iterator[Finding]:
    """Find lines of the leaflet's running text that stand too close, or too far apart."""
    for page, words in paragraphs(proofs.leaflet):
        passage = proofs.passage(words)
        if len(words.lines) < CENTRED_LINES or words.margin or not passage or passage.role not in RUNNING:
            continue
        if not LEADINGS[0] - SMALL / 5 <= words.leading <= LEADINGS[1] + SMALL / 5:
            message = f"the lines of {shown(words.text)} stand {words.leading:.2g} times their type size apart"
            yield proofs.on(LEADING, page, words, message)


def text_contrast(proofs: Proofs) -> Iterator[Finding]:
    """Find text whose colour is too near to that of what is painted behind it."""
    for page, words, rated in _rated(proofs):
        low = [(ratio, style) for ratio, style in rated if ratio < _wanted(style) - ROUNDING]
        if low:
            ratio, style = min(low, key=lambda one: one[0] / _wanted(one[1]))
            message = f"{shown(style.text)} has a contrast of {ratio:.1f} to 1, less than {_wanted(style):g}"
            yield proofs.on(CONTRAST, page, words, message)


def body_contrast(proofs: Proofs) -> Iterator[Finding]:
    """Find running text that can be read, but less well than it might."""
    for page, words, rated in _rated(proofs):
        ratio, style = min(rated, key=lambda one: one[0])
        if AA - ROUNDING <= ratio < AIM - ROUNDING:
            passage = proofs.passage(words)
            if passage and passage.role in RUNNING:
                message = f"{shown(style.text)} has a contrast of {ratio:.1f} to 1"
                yield BODY_CONTRAST.on(page, passage.place(), message)


def _rated(proofs: Proofs) -> Iterator[tuple[Page, Words, list[tuple[float, Style]]]]:
    """Yield the leaflet's paragraphs with the contrast of each of their styles."""
    for page, words in paragraphs(proofs.leaflet):
        rated = [(_ratio(style, words), style) for style in _read(words) if style.ground or words.behind]
        if rated:
            yield page, words, rated


def text_on_picture(proofs: Proofs) -> Iterator[Finding]:
    """Find text with nothing but a picture behind it."""
    for page, words in paragraphs(proofs.all):
        if not words.behind and not all(style.ground for style in _read(words)):
            yield proofs.on(ON_PICTURE, page, words, f"{shown(words.text)} stands on a picture")


def graphic_contrast(proofs: Proofs) -> Iterator[Finding]:
    """Find drawings that say something and are nearly of the colour of what is behind them."""
    for page in proofs.all:
        for graphic in page.graphics:
            rated = [
                min(contrast(color, ground) for ground in graphic.behind) for color in graphic.colors if graphic.behind
            ]
            if rated and max(rated) < AA_LARGE - ROUNDING:
                message = f"the drawing {shown(graphic.alt)} has a contrast of {max(rated):.1f} to 1"
                place = proofs.dossier.place(graphic.source or proofs.section(page, graphic.after))
                yield GRAPHIC.on(page, place, message)


def split_number(proofs: Proofs) -> Iterator[Finding]:
    """Find telephone numbers that go over two lines."""
    for page, words in paragraphs(proofs.all):
        lines = [" ".join(line.split()) for line in words.lines]
        for match in _PHONE.finditer(" ".join(lines)):
            if not any(match[0] in line for line in lines):
                yield proofs.on(SPLIT, page, words, f"{shown(match[0])} goes over two lines")


def _read(words: Words) -> list[Style]:
    """Return the styles that hold words of their own, without marks of sources."""
    return [style for style in words.styles if style.text.strip() and not style.raised]


def _label(proofs: Proofs, words: Words) -> bool:
    passage = proofs.passage(words)
    return words.table or not (passage and passage.role in RUNNING)


def _ratio(style: Style, words: Words) -> float:
    return min(contrast(style.color, ground) for ground in ((style.ground,) if style.ground else words.behind))


def _wanted(style: Style) -> float:
    return AA_LARGE if style.size >= LARGE or (style.bold and style.size >= LARGE_BOLD) else AA
