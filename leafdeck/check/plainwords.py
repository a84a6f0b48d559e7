"""Rule: hard words that have plain ones."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache

from leafdeck.check import phrases
from leafdeck.check.around import article_fits, linked, matched, named, quoted
from leafdeck.check.explained import explained
from leafdeck.check.finding import Finding, Rule, either, shown
from leafdeck.check.inflection import plural, swapped
from leafdeck.check.manuscript import Manuscript
from leafdeck.check.wordlist import WordList
from leafdeck.guide.lexicon import Lexicon
from leafdeck.guide.passages import Role
from leafdeck.notice import Severity

PLAIN_WORD = Rule(
    "plain-word",
    Severity.WARNING,
    "Write a plain word, or put the hard one in brackets behind it.",
    "Where there is a plain word for it, a hard word only stands beside it, to be learnt.",
    ("NHS content style", "AHRQ PEMAT-P", "CDC Clear Communication Index"),
)


_BRACKETS = re.compile(r"((?: [\w'’-]+){0,2}) \(([^()]{3,})\)")


@dataclass(frozen=True, slots=True)
class Plain:
    """What to write instead of a hard word; ``mend`` where only one thing can be meant."""

    words: tuple[str, ...]
    mend: str | None = None


def plain_word(manuscript: Manuscript) -> Iterator[Finding]:
    """Find hard words without a plain one beside them, but in names, quotes and titles."""
    lexicon = manuscript.words
    if not (lexicon.plain or lexicon.plain_verbs or lexicon.plain_nouns):
        return
    hard, taught = _hard_words(lexicon), {term.lower() for term in manuscript.glossary}
    for passage in manuscript.passages:
        if passage.role in {Role.NAME, Role.TERM}:
            continue
        text = passage.text
        for hit in hard.find(text):
            start, end = hit.start, hit.end
            if (
                hit.phrase in taught
                or named(text, start, end)
                or quoted(passage, start, end)
                or linked(passage, start, end)
                or explained(text, start, end)
                or _beside(text, end, hit.value)
                or phrases.covered((start, end), [match.span() for match in phrases.found(lexicon.not_plain, text)])
            ):
                continue
            words = text[start:end]
            mend = hit.value.mend
            mend = matched(mend, words) if mend and article_fits(text, start, words, mend) else None
            yield PLAIN_WORD.at(
                passage,
                start,
                end,
                f"{shown(words)} is a hard word",
                hint=f"Write {either(hit.value.words)}.",
                mend=mend,
            )


def _beside(text: str, end: int, plain: Plain) -> bool:
    """Return whether brackets a word or two behind a hard word say it plainly: "chronic pain (long-term pain)"."""
    match = _BRACKETS.match(text, end)
    return bool(match and any(word in match[2].lower() for word in (*match[1].lower().split(), *plain.words)))


@lru_cache(maxsize=4)
def _forms(
    exact: tuple[tuple[str, tuple[str, ...]], ...],
    verbs: tuple[tuple[str, tuple[str, ...]], ...],
    nouns: tuple[tuple[str, tuple[str, ...]], ...],
) -> WordList[Plain]:
    found: dict[str, Plain] = {word: Plain(plain, plain[0] if len(plain) == 1 else None) for word, plain in exact}
    for noun, plain in nouns:
        found.setdefault(noun, Plain(plain, plain[0] if len(plain) == 1 else None))
        found.setdefault(plural(noun), Plain(plain, plural(plain[0]) if len(plain) == 1 else None))
    for verb, plain in verbs:
        for form, same in swapped(verb, plain[0]):
            found.setdefault(form, Plain(plain, same if len(plain) == 1 else None))
    return WordList(found)


def _hard_words(lexicon: Lexicon) -> WordList[Plain]:
    def entries(words: Mapping[str, tuple[str, ...]]) -> tuple[tuple[str, tuple[str, ...]], ...]:
        return tuple(words.items())

    return _forms(entries(lexicon.plain), entries(lexicon.plain_verbs), entries(lexicon.plain_nouns))
