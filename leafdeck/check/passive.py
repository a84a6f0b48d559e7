"""Rules: sentences say who does what."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from leafdeck.check import phrases
from leafdeck.check.amounts import oneof
from leafdeck.check.finding import Finding, Rule, shown
from leafdeck.check.manuscript import Manuscript
from leafdeck.check.sentences import Sentence
from leafdeck.guide.lexicon import Lexicon
from leafdeck.guide.passages import RUNNING, Passage, Role
from leafdeck.notice import Severity

MOST_PASSIVES = 0.1
"""Of all sentences."""
FEW = 3
"""So many passives are not much in any guide."""

PASSIVE_VOICE = Rule(
    "passive-voice",
    Severity.INFO,
    'Say who does it: "A nurse will take your blood", "Swallow the tablets".',
    "A sentence says who does what; the main message and what to do always.",
    ("AHRQ PEMAT-P", "CDC Clear Communication Index", "NHS content style"),
)
PASSIVE_SHARE = Rule(
    "passive-share",
    Severity.WARNING,
    "Say who does what in most of them; each is noted.",
    f"At most {MOST_PASSIVES:.0%} of the sentences are passive.",
    ("AHRQ PEMAT-P",),
)

_JUDGED = {*RUNNING, Role.QUESTION, Role.MESSAGE}
_MAIN = re.compile(r"^summary$|\.actions\[|\.message$|\.most_per_day$|\.check_first$")
"""Places of the main messages and of what to do."""
_MODAL = re.compile(
    r"\b(?:will|would|can|could|may|might|must|shall|should|cannot|needs? to|needed to|ha(?:s|ve|d)(?: to)?|to)\s"
    r"(?:(?:\w+ly|not|also|never|always|then)\s)*$",
    re.IGNORECASE,
)
_BE = re.compile(
    r"(?<![\w'’-])(?:is|are|was|were|be|been|being|am|isn['’]t|aren['’]t|wasn['’]t|weren['’]t|(?:they|you|we)['’]re"
    r"|(?:it|he|she|that|what|who)['’]s)\b",
    re.IGNORECASE,
)
_ASKS = re.compile(r"(?:is|are|was|were|can|will|must|should|may|could|has|have|had)\b", re.IGNORECASE)
_WANTED = re.compile(r"\b(?:must|should|shall|can|cannot|needs? to)\b")
_TOLD = re.compile(r"\s(?:with|in|on|at|from|into|out|for|to|after|before|when)\b")
_OUT = r"(?P<out>\s(?:out|off|up|away|down)\b)?"
_SUBJECT = (
    r"(?:it|they|he|she|you|we|I"
    r"|(?:the|your|my|a|an|this|that|these|those|his|her|their|any|all)(?:\s[a-z-]+){1,3}?)"
)


@cache
def _passive(participles: tuple[str, ...], adverbs: tuple[str, ...]) -> tuple[re.Pattern[str], re.Pattern[str]]:
    """Return patterns of what follows a form of "be" in a passive, and of a question with its subject between."""
    between = rf"(?P<between>(?:(?:[a-z]+ly|being|been|be|{oneof(adverbs)})\s){{0,3}})"
    participle = rf"(?P<participle>{oneof(participles)}|[a-z]{{2,}}ed)(?![\w'’-]){_OUT}"
    return (
        re.compile(rf"\s{between}{participle}", re.IGNORECASE),
        re.compile(
            rf"(?:is|are|was|were|can|will|must|should|may|could|has|have|had)\s{_SUBJECT}\s"
            rf"(?:(?:be|been|being)\s)?{between}{participle}",
            re.IGNORECASE,
        ),
    )


def passive_voice(manuscript: Manuscript) -> Iterator[Finding]:
    """Find clear passives; a warning in the main message and in what to do, a note elsewhere."""
    for one in _passives(manuscript):
        passage = one.sentence.passage
        main = passage.role is Role.MESSAGE or bool(_MAIN.search(passage.path))
        severity = Severity.WARNING if main else Severity.INFO
        message = f"{shown(passage.text[one.start : one.end])} does not say who does it"
        yield PASSIVE_VOICE.at(passage, one.start, one.end, message, severity=severity)


def passive_share(manuscript: Manuscript) -> Iterator[Finding]:
    """Find a guide of which more than 10% of the sentences are passive; said once, at the first of them."""
    found = list(_passives(manuscript))
    passive = {(id(one.sentence.passage), one.sentence.start) for one in found}
    total = sum(len(sentences) for passage, sentences in manuscript.split if passage.role in _JUDGED)
    if len(passive) > FEW and len(passive) > MOST_PASSIVES * total:
        first = found[0]
        message = f"{len(passive)} of {total} sentences are passive, {len(passive) / total:.0%}; this is the first"
        yield PASSIVE_SHARE.at(first.sentence.passage, first.start, first.end, message)


@dataclass(frozen=True, slots=True)
class _Passive:
    """A verb that may be passive: where it begins and ends, its form of "be" and its participle."""

    sentence: Sentence
    start: int
    end: int
    be: re.Match[str]
    verb: re.Match[str]
    modal: str = ""


def _passives(manuscript: Manuscript) -> Iterator[_Passive]:
    """Yield the passives of running text."""
    words = manuscript.words
    if not words.participles:
        return
    for passage, found in manuscript.split:
        if passage.role not in _JUDGED or not _BE.search(passage.text):
            continue
        idioms = None
        for sentence in found:
            for one in _candidates(sentence, words):
                idioms = idioms if idioms is not None else _idioms(passage, words)
                if _is_passive(one, words) and not _within(one, idioms):
                    yield one


def _candidates(sentence: Sentence, words: Lexicon) -> Iterator[_Passive]:
    """Yield forms of "be" with a participle, and those of a question with its subject between."""
    text = sentence.passage.text
    follows, asks = _passive(words.participles, words.adverbs)
    taken = sentence.start
    first = _ASKS.match(text, sentence.start) if text[sentence.end - 1] == "?" else None
    asked = asks.match(text, sentence.start, sentence.end) if first else None
    if first and asked and (_BE.fullmatch(first[0]) or _BE.search(asked[0])):
        taken = asked.end()
        yield _Passive(sentence, asked.start(), asked.end(), first, asked)
    for be in _BE.finditer(text, taken, sentence.end):
        verb = follows.match(text, be.end(), sentence.end) if be.start() >= taken else None
        if verb:
            taken = verb.end()
            modal = _MODAL.search(text[sentence.start : be.start()])
            start = sentence.start + modal.start() if modal else be.start()
            yield _Passive(sentence, start, verb.end(), be, verb, modal[0].lower() if modal else "")


def _idioms(passage: Passage, words: Lexicon) -> list[tuple[int, int]]:
    return [match.span() for match in phrases.found(words.passive_idioms, passage.text)]


def _within(one: _Passive, spans: list[tuple[int, int]]) -> bool:
    """Whether an idiom begins at the form of "be" or before it, and reaches the participle."""
    at = one.verb.start("participle")
    return any(start <= one.be.start() and start <= at < end for start, end in spans)


def _is_passive(one: _Passive, words: Lexicon) -> bool:
    """Whether a participle tells what is done, not how somebody or something is."""
    text = one.sentence.passage.text
    participle, between = one.verb["participle"].lower(), one.verb["between"].lower().split()
    if participle in words.not_participles or participle in words.adjectives:
        return False
    if any(word in words.degrees for word in between) or (participle.startswith("un") and participle.endswith("ed")):
        return False
    if participle not in words.states:
        return True
    be = one.be[0].lower()
    if participle in words.naming:
        return False
    agent = re.match(r"(?:\s\w+)?\sby\s(?!\d|the (?:end|time|weekend|age))", text[one.verb.end() :])
    told = one.verb["out"] or _TOLD.match(text, one.verb.end())
    done = be in {"was", "were", "been"} or "been" in between or one.modal.startswith("will")
    happens = be == "being" or "being" in between or _WANTED.search(one.modal)
    return bool(agent or happens or (done and told))
