"""Rules: how long sentences, paragraphs and titles are, and how much is in bold."""

from __future__ import annotations

from collections.abc import Iterator

from leafdeck.check.finding import Finding, Rule
from leafdeck.check.manuscript import Manuscript
from leafdeck.check.sentences import paragraphs
from leafdeck.guide.passages import RUNNING, Role
from leafdeck.notice import Severity

MOST_WORDS = 20
MOST_SENTENCES = 3
MOST_TITLE = 65
"""Characters in a title."""
BOLD_SHARE = 0.05
LONG_TEXT = 2000
"""In a text of fewer characters a few words in bold are a large share, and no bother."""

LONG_SENTENCE = Rule(
    "long-sentence",
    Severity.WARNING,
    f"Make it 2 sentences of at most {MOST_WORDS} words each, or a list.",
    f"A sentence has at most {MOST_WORDS} words.",
    ("NHS standard for health content", "NHS content style", "AHRQ PEMAT-P"),
)
LONG_PARAGRAPH = Rule(
    "long-paragraph",
    Severity.WARNING,
    "Part it with an empty line, or make a list of it.",
    f"A paragraph has at most {MOST_SENTENCES} sentences.",
    ("NHS standard for health content", "NHS content style"),
)
TITLE_LENGTH = Rule(
    "title-length",
    Severity.WARNING,
    "Say it shorter; a subtitle can hold the rest.",
    f"The title has at most {MOST_TITLE} characters.",
    ("NHS content style",),
)
BOLD_MUCH = Rule(
    "bold-much",
    Severity.WARNING,
    "Keep bold for the few words that nobody may miss.",
    f"At most {BOLD_SHARE:.0%} of the running text is in bold.",
    ("NHS content style", "RNIB/UKAAF clear print"),
)

_SENTENCES = {*RUNNING, Role.QUESTION, Role.MESSAGE}
_PARAGRAPHS = {Role.PROSE, Role.ITEM, Role.SIGN, Role.CELL}


def long_sentence(manuscript: Manuscript) -> Iterator[Finding]:
    """Find sentences of more than 20 words. A bullet counts by itself, not with the words before the list."""
    for passage, found in manuscript.split:
        if passage.role not in _SENTENCES:
            continue
        for sentence in found:
            words = len(sentence.words)
            if words > MOST_WORDS:
                message = f"this sentence has {words} words, {words - MOST_WORDS} too many"
                yield LONG_SENTENCE.at(passage, sentence.start, sentence.end, message)


def long_paragraph(manuscript: Manuscript) -> Iterator[Finding]:
    """Find paragraphs and bullets of more than 3 sentences; numbered steps count one by one."""
    for passage, found in manuscript.split:
        if passage.role not in _PARAGRAPHS:
            continue
        for paragraph in paragraphs(found):
            if len(paragraph) > MOST_SENTENCES:
                message = f"this paragraph has {len(paragraph)} sentences"
                yield LONG_PARAGRAPH.at(passage, paragraph[0].start, paragraph[-1].end, message)


def title_length(manuscript: Manuscript) -> Iterator[Finding]:
    """Find a title of more than 65 characters."""
    for passage in manuscript.of(Role.TITLE):
        length = len(passage.text)
        if length > MOST_TITLE:
            yield TITLE_LENGTH.at(passage, 0, length, f"the title has {length} characters")


def bold_much(manuscript: Manuscript) -> Iterator[Finding]:
    """Find a guide of which more than 5% is in bold; said once, at the longest words in bold."""
    running = [passage for passage in manuscript.of() if passage.role is not Role.NOTE]
    letters = sum(len(passage.text) for passage in running)
    bold = [(end - start, start, end, passage) for passage in running for start, end in passage.bold]
    share = sum(length for length, *_ in bold) / max(letters, 1)
    if letters >= LONG_TEXT and share > BOLD_SHARE:
        _, start, end, passage = max(bold, key=lambda one: one[0])
        message = f"{share:.0%} of the running text is in bold; these are the longest of its words in bold"
        yield BOLD_MUCH.at(passage, start, end, message)
