"""Rules: how words are written, as the NHS content style asks."""

from __future__ import annotations

import re
from collections.abc import Iterator

from leafdeck.check.around import begins, matched, quoted
from leafdeck.check.finding import Finding, Rule, shown
from leafdeck.check.manuscript import Manuscript
from leafdeck.guide.passages import Passage, Role
from leafdeck.notice import Severity

CONTRACTION = Rule(
    "contraction",
    Severity.ERROR,
    "Write both words in full.",
    "Negative contractions are written in full: people read them wrongly.",
    ("NHS content style",),
)
LATIN = Rule(
    "latin-abbreviation",
    Severity.ERROR,
    "Write it in English.",
    "English words stand in place of Latin abbreviations: screen readers misread these, many people do not know them.",
    ("NHS content style",),
)
AMPERSAND = Rule(
    "ampersand",
    Severity.ERROR,
    'Write "and".',
    'The word "and" is written out, but in names such as A&E.',
    ("NHS content style",),
)
BRACKET_PLURAL = Rule(
    "bracket-plural",
    Severity.ERROR,
    "Write the plural: it covers one as well.",
    "A word is either singular or plural, without letters in brackets at its end.",
    ("NHS content style",),
)
AND_OR = Rule(
    "and-or",
    Severity.WARNING,
    'Write "or", or say it in words: "this or that, or both".',
    "No slash leaves it to the reader whether it means both or one of them.",
    ("NHS content style",),
)

_NEGATIVE = re.compile(r"\b(?:(?:ca|wo|sha)n['’]t|\w+n['’]t|\w+['’]ve)\b", re.IGNORECASE)
_SUBJECT = re.compile(r" (?:I|you|we|they|he|she|it|there)\b")
"""What follows in a question: "Haven't you" is no "have not you"."""
_FULL = {"can't": "cannot", "won't": "will not", "shan't": "shall not", "ain't": "is not"}

_LATIN = re.compile(
    r"(?<![\w@/.&-])(?:[Ee]\.g\b\.?|e\. g\b\.?|[Ii]\.e\b\.?|i\. e\b\.?|[Ee]g\b\.?|[Ii]e\b\.?|EG\b"
    r"|(?:and )?[Ee]tc\b\.?|&c\b\.?|[Vv]s\b\.?|v\.(?= [a-z])|[Vv]iz\b\.?|[Cc]f\b\.?|[Ee]t al\b\.?"
    r"|[Cc]a\.(?=\s?\d)|N\.\s?B\b\.?|NB\b\.?|[Nn]b\b(?=[:.,])|[Pp]\.?r\.?n\b\.?|[Bb]\.d\.|bd\b"
    r"|[Tt]\.?d\.?s\b\.?|[Qq]\.?d\.?s\b\.?|[Tt]\.i\.d\b\.?|[Bb]\.i\.d\b\.?|[Pp]\.o\.)(?![\w@/&-]|\.\w)"
)
_SAME = {"etal": "et al", "&c": "etc"}
_ENGLISH = {
    "eg": 'Write "for example", "such as" or "like".',
    "ie": 'Write "that is", or say it in another way.',
    "etc": 'Write "and so on", or begin the list with "such as".',
    "nb": 'Write "Note" or leave it out.',
    "v": 'Write "or", "against" or "compared with".',
    "vs": 'Write "or", "against" or "compared with".',
    "viz": 'Write "namely".',
    "cf": 'Write "compare".',
    "et al": 'Write "and others".',
    "ca": 'Write "about".',
    "prn": 'Write "when you need it".',
    "bd": 'Write "2 times a day".',
    "tds": 'Write "3 times a day".',
    "bid": 'Write "2 times a day".',
    "tid": 'Write "3 times a day".',
    "qds": 'Write "4 times a day".',
    "po": 'Write "by mouth".',
}

_AMPERSAND = re.compile(r"&(?!amp;|\w+;)")
_SHORT = re.compile(r"(?<![\w&])[A-Z]{1,3}&[A-Z]{1,3}(?![\w&])")
_COMPANY = re.compile(r"[A-Z][\w'’.-]*(?:, [A-Z][\w'’.-]*)* & [A-Z][\w'’-]*")
_TOKEN = re.compile(r"\S+")
_ADDRESS = re.compile(r"://|www\.|[?/=].*&|@")

_PLURAL = re.compile(r"\b[^\W\d_]{2,}\((?:s|es|ies|ren|’s|'s)\)(?!\w)", re.IGNORECASE)

_OR = (
    r"and ?/ ?or|or ?/ ?and|he ?/ ?she|she ?/ ?he|his ?/ ?hers?|hers? ?/ ?his|him ?/ ?her|her ?/ ?him"
    r"|him/herself|himself ?/ ?herself|herself ?/ ?himself|s/he"
)
_AND_OR = re.compile(rf"(?<![\w/.-])(?:(?:{_OR})(?:/they|/them|/their)?(?![\w/])|\(s\)he\b)", re.IGNORECASE)
_FOR_BOTH = {"his/her": "their", "her/his": "their", "him/her": "them"}


def contraction(manuscript: Manuscript) -> Iterator[Finding]:
    """Find negative contractions, and such as "should've", but in somebody's own words."""
    for passage in _judged(manuscript):
        if "'" not in passage.text and "’" not in passage.text:
            continue
        for match in _NEGATIVE.finditer(passage.text):
            if quoted(passage, *match.span()):
                continue
            short = match[0].lower().replace("’", "'")
            full = matched(_FULL.get(short) or short.replace("n't", " not").replace("'ve", " have"), match[0])
            message = f'"{match[0]}" is a contraction'
            asked = _SUBJECT.match(passage.text, match.end())
            hint = "" if asked else f'Write "{full}".'
            yield CONTRACTION.at(passage, *match.span(), message, hint=hint, mend=None if asked else full)


def latin_abbreviation(manuscript: Manuscript) -> Iterator[Finding]:
    """Find "eg", "ie", "etc", "NB" and the like."""
    for passage in _judged(manuscript):
        for match in _LATIN.finditer(passage.text):
            start, end = match.span()
            kind = (
                re.sub(r"[.\s]", "", match[0].lower().removeprefix("and "))
                .replace("etal", "et al")
                .replace("&c", "etc")
            )
            if kind == "nb" and not (begins(passage.text, start) and passage.text[end : end + 1] not in {")", ""}):
                continue
            yield LATIN.at(passage, start, end, f"{shown(match[0])} is Latin", hint=_ENGLISH.get(kind, ""))


def ampersand(manuscript: Manuscript) -> Iterator[Finding]:
    """Find "&", but in names, addresses and such as A&E."""
    for passage in _judged(manuscript):
        text = passage.text
        if "&" not in text:
            continue
        fine = [match.span() for pattern in (_SHORT, _COMPANY) for match in pattern.finditer(text)]
        fine += [match.span() for match in _TOKEN.finditer(text) if len(match[0]) > 1 and _ADDRESS.search(match[0])]
        for match in _AMPERSAND.finditer(text):
            start, end = match.span()
            if any(one <= start < other for one, other in fine) or text[end : end + 2] == "c.":
                continue
            spaced = text[start - 1 : start] == " " and text[end : end + 1] == " "
            yield AMPERSAND.at(passage, start, end, '"&" stands for a word', mend="and" if spaced else None)


def bracket_plural(manuscript: Manuscript) -> Iterator[Finding]:
    """Find "tablet(s)" and the like."""
    for passage in _judged(manuscript):
        for match in _PLURAL.finditer(passage.text):
            yield BRACKET_PLURAL.at(passage, *match.span(), f"{shown(match[0])} is singular and plural at once")


def and_or(manuscript: Manuscript) -> Iterator[Finding]:
    """Find "and/or", "he/she" and the like."""
    for passage in _judged(manuscript):
        for match in _AND_OR.finditer(passage.text):
            plain = match[0].lower().replace(" ", "")
            mend = _FOR_BOTH.get(plain)
            hint = "" if plain in {"and/or", "or/and"} else f'Write "{mend or "they"}", or speak to the reader: "you".'
            message = f"{shown(match[0])} leaves it to the reader what is meant"
            yield AND_OR.at(passage, *match.span(), message, hint=hint, mend=matched(mend, match[0]) if mend else None)


def _judged(manuscript: Manuscript) -> Iterator[Passage]:
    if manuscript.english:
        yield from (passage for passage in manuscript.passages if passage.role is not Role.NAME)
