"""Rule: British spelling in British English."""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache

from leafdeck.check.around import linked, matched, named, quoted
from leafdeck.check.finding import Finding, Rule, shown
from leafdeck.check.manuscript import Manuscript
from leafdeck.check.wordlist import WordList
from leafdeck.guide.passages import Role
from leafdeck.notice import Severity

US_SPELLING = Rule(
    "us-spelling",
    Severity.WARNING,
    "Write it as it is spelled in Britain.",
    "British English has British spelling, but in names and titles.",
    ("NHS content style",),
)


def us_spelling(manuscript: Manuscript) -> Iterator[Finding]:
    """Find American spellings, but in names, quotes and titles; silent in American English."""
    if not manuscript.words.us_spelling or not manuscript.british:
        return
    american = _spellings(tuple(manuscript.words.us_spelling.items()))
    for passage in manuscript.passages:
        if passage.role is Role.NAME:
            continue
        for hit in american.find(passage.text):
            span = hit.start, hit.end
            if named(passage.text, *span) or quoted(passage, *span) or linked(passage, *span):
                continue
            words = passage.text[hit.start : hit.end]
            british = hit.value
            if british.endswith("*"):
                british = british[:-1] + words[len(hit.phrase) - 1 :].lower()
            british = matched(british, words)
            message = f"{shown(words)} is American spelling"
            yield US_SPELLING.at(passage, *span, message, hint=f'Write "{british}".', mend=british)


@lru_cache(maxsize=4)
def _spellings(pairs: tuple[tuple[str, str], ...]) -> WordList[str]:
    found = dict(pairs)
    for american, british in pairs:
        if not american.endswith(("*", "s")):
            found.setdefault(f"{american}s", f"{british}s")
    return WordList(found)
