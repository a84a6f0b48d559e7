"""Rules: medical terms and abbreviations are explained where they are first used, or in the glossary."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from functools import lru_cache

from leafdeck.check import phrases
from leafdeck.check.around import linked, named
from leafdeck.check.explained import explained
from leafdeck.check.finding import Finding, Rule, shown
from leafdeck.check.inflection import plural
from leafdeck.check.manuscript import Manuscript
from leafdeck.check.wordlist import Hit, WordList, words_of
from leafdeck.guide.passages import Passage, Role
from leafdeck.notice import Severity

UNEXPLAINED_TERM = Rule(
    "unexplained-term",
    Severity.WARNING,
    "Say it in plain words first and put the term in brackets, or explain it in the glossary.",
    "A medical term is explained where it is first used, or in the glossary.",
    ("AHRQ PEMAT-P", "NHS content style", "CDC Clear Communication Index"),
)
UNEXPLAINED_ABBREVIATION = Rule(
    "unexplained-abbreviation",
    Severity.WARNING,
    "Spell it out at first use, with the abbreviation in brackets, or leave it out.",
    "An abbreviation that not everybody knows is spelled out where it is first used.",
    ("NHS content style",),
)

_AHEAD = {Role.TITLE, Role.HEADING, Role.URGENT_HEADING, Role.MESSAGE, Role.LABEL, Role.QUESTION, Role.STEP}
"""Roles that stand before or above the text that explains their words."""
_SILENT = {Role.NAME, Role.TERM, Role.NOTE}

_CAPITALS = re.compile(r"(?<![\w./@&'’-])[A-Z]{2,6}s?(?![\w&@]|['’]\w{2}|-\d|\.\w)")
_ROMAN = re.compile(r"(?=[IVX])X{0,3}(?:IX|IV|V?I{0,3})")
_DRIP = {"IV", "IVs"}
"""A numeral that is an abbreviation too: "IV antibiotics"."""
_ORDINAL = re.compile(
    r"(?:\b(?:[Tt]ypes?|[Gg]rade|[Ss]tage|[Ss]tep|[Cc]hapter|[Cc]lass|[Pp]hase|[Ff]actor|[Pp]art|[Ll]evel|[Vv]olume|nerve|III)|"
    r"[a-z] [A-Z][a-z]+)\s$"
)
_POSTCODE = re.compile(r"\b[A-Z]{1,2}\d[A-Z\d]? ?\d[A-Z]{2}\b")
_ROW_BEFORE = re.compile(r"(?:[A-Z]{2,} )+$")
_ROW_AFTER = re.compile(r"(?: [A-Z]{2,}\b)+")
_BOTH = {"IT", "US", "AM", "WHO", "OR", "AN"}
"""Words that are abbreviations too, or stand between them."""
_PERSON = re.compile(r"(?:\b(?:Dr|Mr|Mrs|Ms|Miss|Mx|Prof|Professor|Sister|Nurse|Sir|Dame|Lord|Lady)\.?|\b[A-Z]\.)\s+$")
_ASKED = re.compile(r"\b(?:what|who) (?:is|are|does|do|causes) (?:an? |the |my |your )?$", re.IGNORECASE)
"""A question that its answer explains: "What is bursitis?"."""
_INTRODUCED = re.compile(r"(?: \w+)? \([A-Z]{2,6}s?\)")
"""What follows a term that is written in full to introduce its abbreviation."""
_TYPED = re.compile(
    r"\b(?:text|type|word|words|reply|press|button|code|enter|marked|labelled)\s[\"“‘]?$", re.IGNORECASE
)
_NUMBERED = re.compile(r"\s\d{3,}")
_LISTED = re.compile(r"[\"”’]?(?::| -| –| means| is)\s")
_LITTLE = frozenset(["a", "an", "and", "at", "by", "for", "from", "in", "of", "on", "or", "the", "to", "with"])
_INITIALS = 9
"""So many words before an abbreviation may be what it stands for."""


@dataclass
class _Uses:
    """What a guide has explained so far, and what it used first in a heading that may be explained below it."""

    done: set[str] = field(default_factory=set)
    ahead: dict[str, Finding] = field(default_factory=dict)

    def told(self, name: str) -> None:
        """Take a name as explained."""
        self.done.add(name)
        self.ahead.pop(name, None)


def unexplained_term(manuscript: Manuscript) -> Iterator[Finding]:
    """Find the first use of each medical term that nothing has explained by then."""
    lexicon = manuscript.words
    if not lexicon.terms:
        return
    terms, uses = _terms(tuple(lexicon.terms.items())), _Uses()
    _from_glossary(manuscript.glossary, terms, uses)
    for passage in _read(manuscript):
        text = passage.text
        hits = [hit for hit in terms.find(text) if hit.value not in uses.done]
        if not hits:
            continue
        fine = [match.span() for match in phrases.found(lexicon.not_terms, text)]
        hits = [hit for hit in hits if not _passed(passage, hit, fine)]
        for hit in hits:
            asked = _INTRODUCED.match(text, hit.end) or _ASKED.search(text, 0, hit.start)
            if asked or explained(text, hit.start, hit.end, loose=True):
                _learn(hit.value, terms, uses)
        for hit in hits:
            if hit.value in uses.done:
                continue
            words = text[hit.start : hit.end]
            meaning = lexicon.terms[hit.value]
            hint = f'Explain it at its first use, as in "{meaning} ({hit.value})", or in the glossary.'
            found = UNEXPLAINED_TERM.at(passage, hit.start, hit.end, f"{shown(words)} is not explained", hint=hint)
            yield from _used(hit.value, passage, found, uses)
    yield from uses.ahead.values()


def unexplained_abbreviation(manuscript: Manuscript) -> Iterator[Finding]:
    """Find the first use of each abbreviation that nothing has spelled out by then."""
    lexicon = manuscript.words
    if not lexicon.known_abbreviations:
        return
    uses = _Uses(set(lexicon.known_abbreviations))
    shouted = frozenset(lexicon.shouted)
    for term, meaning in manuscript.glossary.items():
        for match in (*_CAPITALS.finditer(term), *_CAPITALS.finditer(meaning)):
            uses.told(_bare(match[0]))
    for passage in _read(manuscript):
        text = passage.text
        matches = [match for match in _CAPITALS.finditer(text) if _bare(match[0]) not in uses.done]
        if not matches or (text.isupper() and len(matches) > 1):
            continue
        codes = [match.span() for match in _POSTCODE.finditer(text)]
        spelled = [match for match in matches if _spelled_out(text, match)]
        for match in spelled:
            uses.told(_bare(match[0]))
        for match in matches:
            name = _bare(match[0])
            if name in uses.done or _no_abbreviation(text, match, shouted, codes):
                continue
            found = UNEXPLAINED_ABBREVIATION.at(passage, *match.span(), f"{shown(match[0])} is not spelled out")
            yield from _used(name, passage, found, uses)
    yield from uses.ahead.values()


def _read(manuscript: Manuscript) -> Iterator[Passage]:
    """Yield what readers read, in their order, but the glossary, which explains and is known before."""
    yield from (one for one in manuscript.passages if one.role not in _SILENT and one.kind != "glossary")


def _used(name: str, passage: Passage, found: Finding, uses: _Uses) -> Iterator[Finding]:
    """Take a name's first use: in a heading it may wait for an explanation below, elsewhere it may not."""
    if passage.role in _AHEAD:
        uses.ahead.setdefault(name, found)
    else:
        uses.told(name)
        yield found


def _passed(passage: Passage, hit: Hit[str], fine: list[tuple[int, int]]) -> bool:
    """Return whether a term stands in a name, a title or a phrase that needs no explanation."""
    start, end = hit.start, hit.end
    return (
        any(one <= start and end <= other for one, other in fine)
        or (named(passage.text, start, end) and not hit.value[0].isupper())
        or linked(passage, start, end)
    )


def _learn(term: str, terms: WordList[str], uses: _Uses) -> None:
    """Take a term as explained, and those that it is made of: who knows a deep vein thrombosis knows a thrombosis."""
    uses.told(term)
    words = term.split()
    for start in range(len(words)):
        for end in range(start + 1, len(words) + 1):
            part = " ".join(words[start:end])
            if part in terms:
                uses.told(part)


def _from_glossary(glossary: Mapping[str, str], terms: WordList[str], uses: _Uses) -> None:
    for term, meaning in glossary.items():
        for hit in terms.find(term):
            _learn(hit.value, terms, uses)
        for hit in terms.find(meaning):
            if explained(meaning, hit.start, hit.end, loose=True):
                _learn(hit.value, terms, uses)


@lru_cache(maxsize=4)
def _terms(entries: tuple[tuple[str, str], ...]) -> WordList[str]:
    """Return the terms and their plurals, each with the term."""
    found = {term: term for term, _ in entries}
    for term, _ in entries:
        found.setdefault(plural(term), term)
    return WordList(found)


def _bare(name: str) -> str:
    return name.removesuffix("s")


def _spelled_out(text: str, match: re.Match[str]) -> bool:
    """Return whether the words around an abbreviation say what it stands for."""
    start, end = match.span()
    if explained(text, start, end, loose=True) or re.search(r"\([^()]*\bor\s$", text[:start]):
        return True
    letters = _bare(match[0]).lower()
    before = [
        part for word in words_of(text[max(0, start - 120) : start])[-_INITIALS:] for part in word.text.split("-")
    ]
    after = [word.text for word in words_of(text[end : end + 120])][: len(letters)]
    if _LISTED.match(text, end) and _initials(after) == letters:
        return True
    return any(
        _initials(before[at:]) == letters or _initials([w for w in before[at:] if w not in _LITTLE]) == letters
        for at in range(len(before))
        if len(before) - at > 1
    )


def _shouted(text: str, match: re.Match[str], shouted: frozenset[str]) -> bool:
    """Return whether capitals stand in a row of words in capitals of which one is a word that people shout."""
    before = _ROW_BEFORE.search(text, 0, match.start())
    after = _ROW_AFTER.match(text, match.end())
    row = f"{before[0] if before else ''} {after[0] if after else ''}".lower().split()
    return any(word in shouted for word in row if word.upper() not in _BOTH)


def _initials(words: list[str]) -> str:
    return "".join(word[0] for word in words if word)


def _no_abbreviation(text: str, match: re.Match[str], shouted: frozenset[str], codes: list[tuple[int, int]]) -> bool:
    """Return whether capitals are something else: a number, a post code, a person's name, a shouted word."""
    start, name = match.start(), match[0]
    return (
        (bool(_ROMAN.fullmatch(name)) and (name not in _DRIP or bool(_ORDINAL.search(text, 0, start))))
        or name.lower() in shouted
        or _shouted(text, match, shouted)
        or any(one <= start < other for one, other in codes)
        or bool(_PERSON.search(text, max(0, start - 14), start))
        or bool(_TYPED.search(text, max(0, start - 14), start))
        or bool(_NUMBERED.match(text, match.end()))
    )
