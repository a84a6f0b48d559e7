"""Rules: a guide speaks to its reader, of people with respect, and says where its links lead."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from leafdeck.check import phrases
from leafdeck.check.around import begins, named, quoted
from leafdeck.check.finding import Finding, Rule, either, shown
from leafdeck.check.inflection import plural
from leafdeck.check.manuscript import Manuscript
from leafdeck.check.wordlist import WordList, spelled
from leafdeck.guide.passages import Passage, Role
from leafdeck.notice import Severity

THIRD_PERSON = Rule(
    "third-person",
    Severity.ERROR,
    'Speak to the reader: write "you", or begin with what to do.',
    'Actions are told to the reader, as "you" or as a command.',
    ("AHRQ PEMAT-P", "NHS content style"),
)
LABELLING = Rule(
    "labelling-words",
    Severity.WARNING,
    "Name the person first, then what they live with.",
    "Nobody is named by an illness, pitied or blamed.",
    ("NHS content style", "PIF TICK"),
)
LINK_TEXT = Rule(
    "link-text",
    Severity.ERROR,
    "Say in the link's own words what is there.",
    "The words of a link make sense without the sentence around them.",
    ("NHS content style", "WCAG 2.2"),
)

_ASIDE = (
    r"(?:\s\(?(?:who|whose|with|on|taking|having|using|undergoing|receiving|prescribed|admitted|attending|waiting|due|needing|"
    r"wishing|over|under|aged|in|after|before|without|at)\b[^.;:?!]{0,80}?|\s(?:and|or) (?:their |the )?\w+)?"
)
_ADVERB = r"(?:\s(?:also|always|then|still|therefore|now|usually|often|normally|generally|all|both|only))?"
_DUTY = (
    r"(?:should|must|shall|ought to|need to|needs to|have to|has to|may|might|can|cannot|could|will|would|"
    r"(?:are|is)(?: \w+ly)? (?:advised|asked|required|expected|encouraged|told|requested|reminded|urged|"
    r"recommended|invited|instructed|given|offered|seen|able to|allowed|responsible|to)"
    r"|do not need to|does not need to|do not have to|"
    r"does not have to|are not|is not)"
)
_TOLD = re.compile(rf"{_ASIDE}{_ADVERB}\s{_DUTY}\b", re.IGNORECASE)
_OTHERS = re.compile(
    r"(?:\b(?:other|others|some|most|many|few|several|all other|these|those|how many|which|what|more|fellow|"
    r"for|of|than|between|with|and|or|from|by|to|our|in|about|that|because|so|as|\d[\d,]*|\d+%|one|two|three)|['’]s?|%)\s+(?:of\s+)?$",
    re.IGNORECASE,
)
_WANTED = re.compile(
    r"\b(?:important|essential|vital|best|recommend(?:ed)?|advised?|suggest(?:ed)?|ask) that\s$", re.IGNORECASE
)
_SOMEBODY = re.compile(r"\b(?:next|other|same|beside|nearby)\b", re.IGNORECASE)
_STUDY = re.compile(r"\b(?:study|studies|trial|trials|research|researchers|survey|compared|group)\b", re.IGNORECASE)
_ONE = re.compile(r"(?:\bOne|(?<=[,;] )one|(?<=\bthat )one) (?:should|must|ought to|has to|needs to|cannot)\b")
_COUNTED = re.compile(r"\b(?:\d+|two|three|four|both|several|pair|kinds|types|each)\b", re.IGNORECASE)
_ANOTHER = re.compile(r"\b(?:one|other|another|second)\b", re.IGNORECASE)

_ARTICLE = re.compile(r"\b(?:an?|the)\s$", re.IGNORECASE)
_STANDS = re.compile(
    r"(?:\s*(?:[.,;:!?)\"”]|$)|\s+(?:is|are|was|were|who|whose|that|can|may|might|should|must|need|needs|have|has|had|will|"
    r"do|does|often|usually|also|get|gets|take|takes|find|finds|and|or|but|with|on|in|at|to|from|than|as|because|if|when|"
    r"since|for|of|by|cannot|could|would)\b)",
    re.IGNORECASE,
)

_EMPTY = ("click here", "click on", "tap here", "follow this link", "use this link")
_SHORT_ADDRESS = 24
_ADDRESS = re.compile(r"https?://\S*[\w/]")
_BARE = re.compile(r"https?://|www\.", re.IGNORECASE)


def third_person(manuscript: Manuscript) -> Iterator[Finding]:
    """Find sentences that tell patients, not the reader, what to do."""
    if not manuscript.words.readers:
        return
    subjects = _subjects(manuscript.words.readers)
    for passage in manuscript.passages:
        if passage.role in {Role.NAME, Role.TERM, Role.NOTE, Role.LABEL}:
            continue
        text = passage.text
        for hit in subjects.find(text):
            start, end = hit.start, hit.end
            wanted = _WANTED.search(text, max(0, start - 40), start)
            match = _TOLD.match(text, end)
            if not match and not wanted:
                continue
            stop = match.end() if match else end
            around = text[_sentence_start(text, start) : _sentence_end(text, stop)]
            if (
                (_OTHERS.search(text, max(0, start - 30), start) and not wanted)
                or _SOMEBODY.search(text, end, stop)
                or _STUDY.search(around)
                or (named(text, start, end) and not begins(text, start))
                or quoted(passage, start, end)
            ):
                continue
            yield _told(passage, start, stop)
        for match in _ONE.finditer(text) if "ne " in text else ():
            start = match.start()
            if (match[0][0] == "O" and not begins(text, start)) or quoted(passage, *match.span()):
                continue
            before, after = text[max(0, start - 160) : start], text[match.end() : _sentence_end(text, match.end())]
            if not (_COUNTED.search(before) or _ANOTHER.search(after)):
                yield _told(passage, *match.span())


def labelling_words(manuscript: Manuscript) -> Iterator[Finding]:
    """Find words that make of a person an illness, or blame or belittle people."""
    words = manuscript.words
    if not (words.labels or words.label_nouns):
        return
    labels, nouns = _labels(tuple(words.labels.items())), _nouns(tuple(words.label_nouns.items()))
    for passage in manuscript.passages:
        if passage.role is Role.NAME:
            continue
        text = passage.text
        found = [(hit.start, hit.end, hit.value) for hit in labels.find(text)]
        found += [
            (hit.start, hit.end, hit.value)
            for hit in nouns.find(text)
            if hit.phrase not in words.label_nouns or _stands_for_person(text, hit.start, hit.end)
        ]
        fine = [match.span() for match in phrases.found(words.not_labels, text)] if found else []
        taken = 0
        for start, end, instead in sorted(found, key=lambda one: (one[0], -one[1])):
            if start < taken or quoted(passage, start, end) or _name(text, start, end):
                continue
            if any(one < end and start < other for one, other in fine):
                continue
            taken = end
            message = f"{shown(text[start:end])} labels, pities or blames people"
            yield LABELLING.at(passage, start, end, message, hint=f"Write {either(instead)}.")


def link_text(manuscript: Manuscript) -> Iterator[Finding]:
    """Find links such as "click here", and addresses in place of words."""
    empty = frozenset(manuscript.words.empty_links)
    for passage in manuscript.passages:
        if passage.role is Role.NAME:
            continue
        text = passage.text
        for link in passage.links:
            words = text[link.start : link.end]
            plain = re.sub(r"[^\w\s'-]", "", words).strip().lower()
            if plain in empty or (empty and plain.startswith(_EMPTY)):
                yield LINK_TEXT.at(
                    passage, link.start, link.end, f"the link {shown(words)} does not say where it leads"
                )
            elif _long_address(words.strip()):
                yield LINK_TEXT.at(passage, link.start, link.end, "the link shows an address in place of words")
        for match in _ADDRESS.finditer(text):
            inside = any(link.start <= match.start() < link.end for link in passage.links)
            if not inside and _long_address(match[0]):
                hint = "Write [words](https://…) that say what is there."
                yield LINK_TEXT.at(passage, *match.span(), "an address stands in place of a link's words", hint=hint)


def _told(passage: Passage, start: int, end: int) -> Finding:
    words = passage.text[start:end]
    return THIRD_PERSON.at(passage, start, end, f"{shown(words)} does not speak to the reader")


def _long_address(words: str) -> bool:
    """Return whether words are an address that nobody would say: with its scheme, or long."""
    if not _BARE.match(words) or " " in words:
        return False
    return "://" in words or len(words) > _SHORT_ADDRESS


def _name(text: str, start: int, end: int) -> bool:
    """Return whether words hold a capital that no sentence asks for, as in "Medicine for the Elderly"."""
    last = re.search(r"[\w-]+$", text[start:end])
    return named(text, start, end) or bool(last and named(text, start + last.start(), end) and " " in text[start:end])


def _sentence_start(text: str, at: int) -> int:
    return max(text.rfind(mark, 0, at) for mark in ".!?") + 1


def _sentence_end(text: str, at: int) -> int:
    match = re.search(r"[.!?](?=\s|$)", text[at:])
    return at + match.end() if match else len(text)


@lru_cache(maxsize=4)
def _subjects(readers: tuple[str, ...]) -> WordList[None]:
    return WordList(dict.fromkeys(readers))


@lru_cache(maxsize=4)
def _labels(labels: tuple[tuple[str, tuple[str, ...]], ...]) -> WordList[tuple[str, ...]]:
    return WordList({words: instead for phrase, instead in labels for words in spelled((phrase,))})


@lru_cache(maxsize=4)
def _nouns(nouns: tuple[tuple[str, tuple[str, ...]], ...]) -> WordList[tuple[str, ...]]:
    """Return nouns and their plurals, each with what to write instead."""
    one = {noun: instead[:1] for noun, instead in nouns}
    return WordList({plural(noun): instead[1:] for noun, instead in nouns if " " not in noun} | one)


def _stands_for_person(text: str, start: int, end: int) -> bool:
    """Return whether a noun that may be an adjective stands by itself: "a diabetic", not "a diabetic clinic"."""
    return bool(_ARTICLE.search(text, max(0, start - 5), start) and _STANDS.match(text, end))
