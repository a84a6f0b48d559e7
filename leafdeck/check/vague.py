"""Rule: words that leave open how much, how often or how long."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from leafdeck.check import phrases
from leafdeck.check.around import linked, named, quoted
from leafdeck.check.finding import Finding, Rule, shown
from leafdeck.check.manuscript import Manuscript
from leafdeck.check.sentences import Sentence
from leafdeck.check.wordlist import WordList, spelled
from leafdeck.guide.passages import Role
from leafdeck.notice import Severity

VAGUE_WORD = Rule(
    "vague-word",
    Severity.INFO,
    "Say how much, how often or how long, or what exactly is meant.",
    "Advice says how much, how often, how long or until when.",
    ("AHRQ PEMAT-P", "CDC Clear Communication Index"),
)

_ROLES = {Role.PROSE, Role.ITEM, Role.SIGN, Role.CELL}
_EXACT = re.compile(
    r"\d|\b(?:once|twice|every|each|daily|weekly|monthly|hourly|nightly|mondays?|tuesdays?|wednesdays?|thursdays?|fridays?|"
    r"saturdays?|sundays?|weekends?|half an hour|an hour|a day|a week|a month|a year|today|tonight|tomorrow|before bed|"
    r"at bedtime|with meals)\b",
    re.IGNORECASE,
)
_DEMAND = re.compile(
    r"\b(?:should(?!n)|must(?!n)|need to|needs to|ought to|have to|has to|had better|"
    r"try to|make sure|remember to|important to|best to|sure to|"
    r"advise you to|ask you to|tell you to|want you to|recommend|"
    r"it helps to|you can|you could|helps? if you|"
    r"(?:we|they|nurse|doctor|team|clinic|hospital|midwife|results?|letter|appointment) "
    r"(?:will|['’]ll)|you will (?:get|have|hear|see|be|receive|need))\b"
    r"|(?:^|[,;:] |\band |\bor |\bso |\bplease )(?:please|do not|don['’]t|never|avoid)\b",
    re.IGNORECASE,
)
_CLAUSE = re.compile(
    r"[,;:(]\s|\s[–—-]\s|\b(?:if|when|whenever|who|whose|that|which|because|since|as|while|why|and then)\b",
    re.IGNORECASE,
)
_CONDITION = re.compile(r"(?:if|when|whenever|who|whose|that|which|because|since|as|while|why)$", re.IGNORECASE)
_LASTS = re.compile(r"\b(?:lasts?|lasted|goes on|go on|continues?|carr(?:y|ies) on|stays?)(?: for)? $", re.IGNORECASE)
"""What comes before a length of time on which a reader's next step depends: "if it lasts a long time"."""
_BETTER = re.compile(
    r"\b(?:feel|better|ease|heal|recover|settle|pass|wear off|go away|used to|grow|back to)\b", re.IGNORECASE
)
_COMMA = re.compile(", ")
_FIRST = re.compile(r"[\w'’-]+")
_TURN = re.compile(r",? (?:but|so|because) |[;:] ")
_ADVERB = re.compile(r"\w+ly|often|soon", re.IGNORECASE)
_GOES_ON = re.compile(r" (?!(?:as|this|his|its|us|across|unless|always)\b)(?:\w+s|can|may|will|could|should|might)\b")
"""What follows where a noun, not a command, stands before a vague word: "Exercise often helps"."""


def vague_word(manuscript: Manuscript) -> Iterator[Finding]:
    """Find vague words in advice, where no figure and no time in the same sentence makes them exact."""
    lexicon = manuscript.words
    if not (lexicon.vague or lexicon.vague_advice):
        return
    phrase_list = _phrases(lexicon.vague, lexicon.vague_advice)
    for passage, sentences in manuscript.split:
        if passage.role not in _ROLES:
            continue
        text = passage.text
        hits = list(phrase_list.find(text))
        fine = [match.span() for match in phrases.found(lexicon.not_vague, text)] if hits else []
        for hit in hits:
            sentence = next(one for one in sentences if one.start <= hit.start < one.end)
            if (
                _EXACT.search(sentence.text)
                or any(one < hit.end and hit.start < other for one, other in fine)
                or named(text, hit.start, hit.end)
                or quoted(passage, hit.start, hit.end)
                or linked(passage, hit.start, hit.end)
            ):
                continue
            if hit.value or _advises(sentence, hit.start, hit.end, lexicon.actions):
                message = f"{shown(text[hit.start : hit.end])} can mean many things"
                yield VAGUE_WORD.at(passage, hit.start, hit.end, message)


@lru_cache(maxsize=4)
def _phrases(always: tuple[str, ...], advice: tuple[str, ...]) -> WordList[bool]:
    """Return vague phrases, each with whether it is vague in every sentence."""
    return WordList(dict.fromkeys(spelled(advice), False) | dict.fromkeys(spelled(always), True))


def _advises(sentence: Sentence, at: int, end: int, actions: tuple[str, ...]) -> bool:
    """Return whether a place in a sentence is in advice to the reader, not in a condition or a report."""
    text = sentence.passage.text
    begun = max((match.end() for match in _TURN.finditer(text, sentence.start, at)), default=sentence.start)
    before = text[begun:at]
    clauses = list(_CLAUSE.finditer(before))
    if clauses and _CONDITION.search(clauses[-1][0]):
        return bool(
            _LASTS.search(before) and (sentence.passage.role is Role.SIGN or _orders(text, sentence.start, actions))
        )
    if re.search(r"\bwill\b", before) and _BETTER.search(sentence.text):
        return False
    if _DEMAND.search(before):
        return True
    for start in (begun, *(begun + clause.end() for clause in clauses)):
        first = _FIRST.match(text, start, at)
        if (
            first
            and first[0].lower() in actions
            and not (_ADVERB.fullmatch(text, first.end() + 1, end) and _GOES_ON.match(text, end))
        ):
            return True
    return False


def _orders(text: str, start: int, actions: tuple[str, ...]) -> bool:
    """Return whether a sentence tells the reader to do something, before or behind an "if"."""
    firsts = (
        _FIRST.match(text, at) for at in (start, *(start + comma.end() for comma in _COMMA.finditer(text[start:])))
    )
    return any(first and first[0].lower() in actions for first in firsts)
