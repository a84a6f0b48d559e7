"""What one rule over words finds in a text."""

from __future__ import annotations

from dataclasses import dataclass

from labelled import manuscript_of

from leafdeck.check.finding import Finding
from leafdeck.check.rules import WORDS, known


@dataclass(frozen=True)
class Found:
    """A finding, the words it stands at, and the text with its mend written into it, if it has one."""

    words: str
    finding: Finding
    mended: str | None


def found(rule: str, text: str, role: str = "prose", language: str = "en-GB") -> list[Found]:
    """Return what a rule finds in a text."""
    manuscript, sheet = manuscript_of({"text": text, "role": role, "language": language})
    return [
        Found(
            sheet.text[slice(*one.span)],
            one,
            None if one.mend is None else sheet.text[: one.span[0]] + one.mend + sheet.text[one.span[1] :],
        )
        for one in WORDS[known()[rule]](manuscript)
    ]


def words(rule: str, text: str, role: str = "prose", language: str = "en-GB") -> list[str]:
    """Return the words that a rule finds in a text."""
    return [one.words for one in found(rule, text, role, language)]


def mended(rule: str, text: str, role: str = "prose") -> list[str | None]:
    """Return a text with each of a rule's mends written into it; None for a finding without one."""
    return [one.mended for one in found(rule, text, role)]
