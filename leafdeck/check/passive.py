"""Rules: sentences say who does what."""

from __future__ import annotations

import re
from collections.abc import Iterator
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
_MODAL = (
    r"(?:(?:will|would|can|could|may|might|must|shall|should|cannot|need(?:s|ed)? to|ha(?:s|ve|d)(?: to)?|to)\s"
    r"(?:\w+ly\s|not\s|also\s|never\s|always\s|then\s)*)?"
)
_BE = (
    r"(?:is|are|was|were|be|been|being|am|isn['’]t|aren['’]t|wasn['’]t|weren['’]t|[a-z]+['’]re"
    r"|(?:it|he|she|that|what|who)['’]s)"
)
_OUT = r"(?P<out>\s(?:out|off|up|away|down|over|back|through|on)\b)?"
_SUBJECT = (
    r"(?:it|they|he|she|you|we|I"
    r"|(?:the|your|my|a|an|this|that|these|those|his|her|their|any|all)(?:\s[a-z-]+){1,3}?)"
)


@cache
def _passive(participles: tuple[str, ...], adverbs: tuple[str, ...]) -> tuple[re.Pattern[str], re.Pattern[str]]:
    """Return patterns of a form of "be" with a participle, and of the same with its subject between, in a question."""
    between = rf"(?:(?:[a-z]+ly|being|been|be|{oneof(adverbs)})\s)"
    participle = rf"(?P<participle>{oneof(participles)}|[a-z]{{2,}}ed)(?![\w'’-]){_OUT}"
    return (
        re.compile(
            rf"(?<![\w'’-])(?P<modal>{_MODAL})(?P<be>{_BE})\s(?P<between>{between}{{0,3}}){participle}", re.IGNORECASE
        ),
        re.compile(
            rf"(?P<be>\b(?:is|are|was|were|can|will|must|should|may|could|has|have|had))\s{_SUBJECT}\s"
            rf"(?:(?:be|been|being)\s)?(?P<between>{between}{{0,2}}){participle}",
            re.IGNORECASE,
        ),
    )


def passive_voice(manuscript: Manuscript) -> Iterator[Finding]:
    """Find clear passives; a warning in the main message and in what to do, a note elsewhere."""
    for sentence, start, end in _passives(manuscript):
        passage = sentence.passage
        main = passage.role is Role.MESSAGE or bool(_MAIN.search(passage.path))
        severity = Severity.WARNING if main else Severity.INFO
        message = f"{shown(passage.text[start:end])} does not say who does it"
        yield PASSIVE_VOICE.at(passage, start, end, message, severity=severity)


def passive_share(manuscript: Manuscript) -> Iterator[Finding]:
    """Find a guide of which more than 10% of the sentences are passive; said once, at the first of them."""
    found = list(_passives(manuscript))
    passive = {(id(sentence.passage), sentence.start) for sentence, *_ in found}
    total = sum(len(sentences) for passage, sentences in manuscript.split if passage.role in _JUDGED)
    if len(passive) > FEW and len(passive) > MOST_PASSIVES * total:
        sentence, start, end = found[0]
        message = f"{len(passive)} of {total} sentences are passive, {len(passive) / total:.0%}; this is the first"
        yield PASSIVE_SHARE.at(sentence.passage, start, end, message)


def _passives(manuscript: Manuscript) -> Iterator[tuple[Sentence, int, int]]:
    """Yield the passives of running text: the sentence, and where the verb begins and ends in its passage."""
    words = manuscript.words
    if not words.participles:
        return
    statement, question = _passive(words.participles, words.adverbs)
    for passage, found in manuscript.split:
        if passage.role not in _JUDGED:
            continue
        idioms = None
        for sentence in found:
            matches = list(statement.finditer(passage.text, sentence.start, sentence.end))
            asked = question.match(passage.text, sentence.start, sentence.end) if sentence.text.endswith("?") else None
            for match in (*matches, *((asked,) if asked and _has_be(asked) else ())):
                idioms = idioms if idioms is not None else _idioms(passage, words)
                if _is_passive(match, passage.text, words) and not _within(match, idioms):
                    yield sentence, match.start(), match.end()


def _has_be(match: re.Match[str]) -> bool:
    return match["be"].lower() in {"is", "are", "was", "were"} or bool(re.search(r"\s(?:be|been|being)\s", match[0]))


def _idioms(passage: Passage, words: Lexicon) -> list[tuple[int, int]]:
    return [match.span() for match in phrases.found(words.passive_idioms, passage.text)]


def _within(match: re.Match[str], spans: list[tuple[int, int]]) -> bool:
    """Whether an idiom covers both the form of "be" and the participle."""
    return any(start <= match.start("be") and match.end("participle") <= end for start, end in spans) or any(
        start <= match.start("participle") < end and start <= match.start("be") for start, end in spans
    )


def _is_passive(match: re.Match[str], text: str, words: Lexicon) -> bool:
    """Whether a participle tells what is done, not how somebody or something is."""
    participle, between = match["participle"].lower(), match["between"].lower().split()
    if participle in words.not_participles or participle in words.adjectives:
        return False
    if any(word in words.degrees for word in between) or (participle.startswith("un") and participle.endswith("ed")):
        return False
    if participle not in words.states:
        return True
    agent = re.match(r"(?:\s\w+)?\sby\s(?!\d|the (?:end|time|weekend|age))", text[match.end() :])
    if participle in {"caused", "called", "known", "named", "needed", "meant", "linked", "related"}:
        return False
    be, modal = match["be"].lower(), (match.groupdict().get("modal") or "").lower()
    done = be in {"was", "were", "been", "being"} or "being" in between or "been" in between
    wanted = re.search(r"\b(?:must|should|shall|can|cannot|needs? to)\b", modal)
    process = done or modal.startswith("will")
    told = re.match(r"\s(?:with|in|on|at|from|into|out|for|to|after|before|when)\b", text[match.end() :])
    return (
        bool(agent) or "being" in between or be == "being" or bool(wanted) or (process and bool(told or match["out"]))
    )
