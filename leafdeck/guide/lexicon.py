"""What is known of a language's words, as rules over words use it. Pure."""

from __future__ import annotations

from collections.abc import Mapping

from pydantic import Field

from leafdeck.guide.base import Part, PlainText


class Lexicon(Part):
    """A language's words, as rules use them. Words are in small letters unless they are names."""

    abbreviations: tuple[PlainText, ...] = ()
    """Words that end with a full stop of their own, without it: `approx`."""
    plain: Mapping[PlainText, tuple[PlainText, ...]] = Field(default_factory=dict)
    """Plain equivalents of hard words; where there is one only, it can take the word's place."""
