"""Rules: how words are written, as the NHS content style asks."""

from __future__ import annotations

import re
from collections.abc import Iterator

from leafdeck.check.finding import Finding, Rule
from leafdeck.check.manuscript import Manuscript
from leafdeck.guide.passages import Role
from leafdeck.notice import Severity

CONTRACTION = Rule(
    "contraction",
    Severity.ERROR,
    "Write both words in full.",
    "Negative contractions are written in full: people read them wrongly.",
    ("NHS content style",),
)

_NEGATIVE = re.compile(r"\b(?:(?:ca|wo|sha)n['’]t|\w+n['’]t|\w+['’]ve)\b", re.IGNORECASE)
_FULL = {"can't": "cannot", "won't": "will not", "shan't": "shall not", "ain't": "is not"}


def contraction(manuscript: Manuscript) -> Iterator[Finding]:
    """Find negative contractions, and such as "should've"."""
    if not manuscript.english:
        return
    for passage in manuscript.passages:
        if passage.role is Role.NAME:
            continue
        for match in _NEGATIVE.finditer(passage.text):
            short = match[0].lower().replace("’", "'")
            full = _FULL.get(short) or short.replace("n't", " not").replace("'ve", " have")
            full = full[0].upper() + full[1:] if match[0][0].isupper() else full
            message = f'"{match[0]}" is a contraction'
            yield CONTRACTION.at(passage, *match.span(), message, hint=f'Write "{full}".', mend=full)
