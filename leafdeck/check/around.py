"""What stands around words: quotes, links, names, the beginning of a sentence. Pure."""

from __future__ import annotations

import re

from leafdeck.check import phrases
from leafdeck.guide.passages import Passage

_BEGUN = re.compile(r"(?:^|[.!?:…]|\s[-–—])[\"“”‘’')\]]*\s*[\"“‘'(\[]*$")
_NEXT = re.compile(r"\s[\"“(]?([A-Z][\w'’-]*)")


def begins(text: str, at: int) -> bool:
    """Return whether a sentence begins at a character, or what stands behind a colon or a dash."""
    return bool(_BEGUN.search(text, max(0, at - 8), at))


def named(text: str, start: int, end: int) -> bool:
    """Return whether words are part of a name: they have a capital that no beginning of a sentence asks for.

    Where a sentence begins, a capital of the next word tells. Words all in capitals are shouted.
    """
    words = text[start:end]
    if not words[:1].isupper() or (len(words) > 1 and words.isupper()):
        return False
    if not begins(text, start):
        return True
    following = _NEXT.match(text, end)
    return bool(following and not following[1].isupper())


def quoted(passage: Passage, start: int, end: int) -> bool:
    """Return whether words stand in quotes: they are somebody else's."""
    return any(one <= start and end <= other for one, other in phrases.quotes(passage.text))


def linked(passage: Passage, start: int, end: int) -> bool:
    """Return whether words are those of a link, which may be the title of what it leads to."""
    return any(link.start <= start and end <= link.end for link in passage.links)


def matched(mend: str, words: str) -> str:
    """Return words with a capital, or all in capitals, as those that they stand for."""
    if len(words) > 1 and words.isupper():
        return mend.upper()
    return mend[0].upper() + mend[1:] if words[:1].isupper() else mend


def article_fits(text: str, start: int, words: str, mend: str) -> bool:
    """Return whether "a" or "an" before words, if there is one, also fits what would stand in their place."""
    if not re.search(r"\ban?\s$", text[max(0, start - 4) : start], re.IGNORECASE):
        return True
    return (words[0].lower() in "aeiou") == (mend[0].lower() in "aeiou")
