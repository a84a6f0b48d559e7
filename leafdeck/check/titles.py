"""Rules: headings say what comes, in sentence case; no words in block capitals."""

from __future__ import annotations

import re
from collections.abc import Iterator

from leafdeck.check import phrases
from leafdeck.check.finding import Finding, Rule, shown
from leafdeck.check.manuscript import Manuscript
from leafdeck.guide.lexicon import Lexicon
from leafdeck.guide.passages import Passage, Role
from leafdeck.notice import Severity

HEADING_CASE = Rule(
    "heading-case",
    Severity.ERROR,
    "Use a capital for the first word and for names only.",
    "Headings are in sentence case.",
    ("NHS content style",),
)
HEADING_STOP = Rule(
    "heading-stop",
    Severity.ERROR,
    "Take it away.",
    'Headings have no full stop or colon at their end; those of urgent boxes end with "if:".',
    ("NHS content style",),
)
HEADING_QUESTION = Rule(
    "heading-question",
    Severity.WARNING,
    "Say what the section tells, or make it one of the questions and answers.",
    "Only the title and questions with answers are questions.",
    ("NHS content style",),
)
HEADING_STOCK = Rule(
    "heading-stock",
    Severity.WARNING,
    "Say what the section is about.",
    "Headings say what is in the section.",
    ("AHRQ PEMAT-P", "NHS content style"),
)
BLOCK_CAPITALS = Rule(
    "block-capitals",
    Severity.ERROR,
    "Write it in small letters; bold can make a few words stand out.",
    "No words are in block capitals but abbreviations.",
    ("NHS content style", "RNIB/UKAAF clear print"),
)

_HEADINGS = (Role.TITLE, Role.HEADING, Role.URGENT_HEADING, Role.MESSAGE)
_TOKEN = re.compile(r"[^\W\d_][\w]*(?:['’-][^\W_]+)*")
_FEW_LETTERS = 3


def _headings(manuscript: Manuscript, *roles: Role) -> Iterator[Passage]:
    """Yield the headings of a guide; the titles of other people's pages are not its own."""
    return (passage for passage in manuscript.of(*roles) if passage.kind != "more_information")


def heading_case(manuscript: Manuscript) -> Iterator[Finding]:
    """Find headings whose words begin with capitals."""
    words = manuscript.words
    if not words.heading_words:
        return
    for passage in _headings(manuscript, *_HEADINGS, Role.QUESTION, Role.LABEL):
        capitals = _capitals(passage, words)
        if capitals:
            message = f"{shown(passage.text)} has capitals within: {', '.join(capitals)}"
            yield HEADING_CASE.at(passage, 0, len(passage.text), message)


def _capitals(passage: Passage, words: Lexicon) -> list[str]:
    """Return the words of a heading that should have no capital.

    Words with capitals in a row may be a name; little words with capitals are one only beside words in small letters.
    """
    text = passage.text
    quotes = phrases.quotes(text)
    tokens = [token for token in _TOKEN.finditer(text) if not any(a < token.start() < b for a, b in quotes)]
    starts = {token.start() for token in tokens if _opens(text, token.start())}
    lower = any(
        token[0][0].islower() and token[0] not in words.small_words and len(token[0]) > _FEW_LETTERS for token in tokens
    )
    found: list[str] = []
    for row in _rows(tokens, text):
        inner = [token for token in row if token.start() not in starts]
        small = [] if lower else [token[0] for token in inner if token[0].lower() in words.small_words]
        if small or (inner and not _is_name(row, inner, text, words)):
            found += [token[0] for token in inner if token[0] in small or _is_common(token[0], words)]
    return found


def _rows(tokens: list[re.Match[str]], text: str) -> list[list[re.Match[str]]]:
    """Return words with a capital in rows: those that may belong to one name."""
    rows: list[list[re.Match[str]]] = []
    for token in tokens:
        if _is_title(token[0]):
            if rows and _linked(text[rows[-1][-1].end() : token.start()]):
                rows[-1].append(token)
            else:
                rows.append([token])
    return rows


def _opens(text: str, at: int) -> bool:
    """Whether a word begins a heading, or a part of it behind a colon."""
    before = text[:at].rstrip("\"'“‘( ")
    return not before or before[-1] in ":.?!–—" or before.strip().isdigit()


def _linked(between: str) -> bool:
    """Whether two words with capitals belong to one name: a space, or a little word stands between them."""
    return bool(re.fullmatch(r"['’]?\s(?:(?:of|the|and|for|on|in|&)\s){0,2}|\s?-\s?", between))


def _is_title(word: str) -> bool:
    return len(word) > 1 and word[0].isupper() and word[1:2].islower()


def _is_common(word: str, words: Lexicon) -> bool:
    """Whether a word is no name."""
    small = word.lower()
    if small in words.small_words or small in words.heading_words:
        return True
    return len(small) > 5 and small.endswith(words.heading_endings)  # noqa: PLR2004 - shorter ones are names too


def _is_name(row: list[re.Match[str]], inner: list[re.Match[str]], text: str, words: Lexicon) -> bool:
    """Return whether words with capitals in a row are a name: one is no common word, or the last is a body or place."""
    if any(token[0].lower() in words.small_words for token in inner):
        return False
    before = text[: inner[0].start()]
    called = re.search(r"\b(?:the|our|of|at|from|to|by)\s$", before, re.IGNORECASE)
    if called and len(inner) > 1 and inner[-1][0].lower() in words.name_words:
        return True
    if re.match(r"\s(?:UK|NI|USA|GB)\b", text[row[-1].end() :]):
        return True
    return any(not _is_common(token[0], words) and token[0].lower() not in words.name_words for token in inner)


_STOP = re.compile(r"([.:;,…]+)[\"'”’)]*$")


def heading_stop(manuscript: Manuscript) -> Iterator[Finding]:
    """Find full stops and colons at the end of headings."""
    words = manuscript.words
    for passage in _headings(manuscript, *_HEADINGS):
        match = _STOP.search(passage.text)
        if not match or (passage.role is Role.URGENT_HEADING and match[1] == ":"):
            continue
        last = passage.text[: match.start()].rpartition(" ")[2].lower()
        known = {*words.abbreviations, *words.last_abbreviations, *words.number_abbreviations, "a.m", "p.m"}
        if match[1] == "." and last in known:
            continue
        message = f"the heading ends with {shown(match[1])}"
        yield HEADING_STOP.at(passage, *match.span(1), message, mend="" if len(match[1]) == 1 else None)


def heading_question(manuscript: Manuscript) -> Iterator[Finding]:
    """Find headings that ask, with a question mark or without."""
    starts = phrases.compiled(manuscript.words.question_starts)
    for passage in _headings(manuscript, Role.HEADING, Role.MESSAGE):
        text = passage.text
        quotes = phrases.quotes(text)
        mark = next(
            (at for at, letter in enumerate(text) if letter == "?" and not any(a < at < b for a, b in quotes)), -1
        )
        if mark >= 0:
            yield HEADING_QUESTION.at(passage, mark, mark + 1, "the heading is a question")
        elif starts and starts.match(text):
            yield HEADING_QUESTION.at(passage, 0, len(text), f"{shown(text)} is a question without a question mark")


def heading_stock(manuscript: Manuscript) -> Iterator[Finding]:
    """Find headings that would fit any section."""
    stock = set(manuscript.words.stock_headings)
    for passage in _headings(manuscript, Role.TITLE, Role.HEADING, Role.MESSAGE):
        plain = re.sub(r"^[\d.\s]+|[.:!?\s]+$", "", passage.text).lower()
        parts = re.split(r"\s*(?:,|/|&|\band\b)\s*", plain)
        if plain in stock or all(part in stock for part in parts):
            yield HEADING_STOCK.at(passage, 0, len(passage.text), f"{shown(passage.text)} would fit any section")


_CAPITALS = re.compile(
    r"(?<![\w.@/&+'’-])[A-Z]{2,}(?:['’][A-Z]+)?(?![\w@/&+-])"
    r"(?:[ ,]{1,2}(?:[A-Z]{2,}(?:['’][A-Z]+)?|I|A)(?![\w@/&+'’-]))*"
)
_LONG = 6
"""Abbreviations of so many letters are few."""


def block_capitals(manuscript: Manuscript) -> Iterator[Finding]:
    """Find words in capitals that are no abbreviations: several in a row, or one that is shouted."""
    words = manuscript.words
    if not words.loud:
        return
    for passage, _ in manuscript.split:
        text = passage.text
        found = [match for match in _CAPITALS.finditer(text) if _is_shouted(match, text, words)]
        quotes = phrases.quotes(text) if found else ()
        for match in found:
            if not any(start < match.start() < end for start, end in quotes):
                yield BLOCK_CAPITALS.at(passage, *match.span(), f"{shown(match[0])} is in block capitals")


def _is_shouted(match: re.Match[str], text: str, words: Lexicon) -> bool:
    before = re.search(r"([A-Za-z]+)[\s:]+$", text[: match.start()])
    if before and before[1].lower() in words.spelled:
        return False
    tokens = re.findall(r"[A-Z]+(?:['’][A-Z]+)?", match[0])
    small = [token.lower().replace("’", "'") for token in tokens]
    if any(word in words.loud for word in small):
        return True
    known = {name.lower() for name in words.known_abbreviations}
    ordinary = [
        word for word in small if (word in words.heading_words or word in words.small_words) and word not in known
    ]
    alone = text.strip(" .:!?") == match[0]
    if len(tokens) == 1:
        return alone and len(tokens[0]) >= _LONG
    return bool(ordinary) or (sum(len(token) >= _LONG for token in tokens) > 1) or (alone and len(tokens[0]) >= _LONG)
