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
    causes: tuple[PlainText, ...] = ()
    """Phrases that say that one thing makes another happen. How a phrase is written stands in `check/phrases.py`."""
    not_causes: tuple[PlainText, ...] = ()
    """Phrases in which a word of `causes` says something else."""
    hedges: tuple[PlainText, ...] = ()
    """Phrases before a claim that take it back or leave it open."""
    not_hedges: tuple[PlainText, ...] = ()
    """Phrases in which a word of `hedges` does not do so."""
    sales: tuple[PlainText, ...] = ()
    """Phrases that sell."""
    not_sales: tuple[PlainText, ...] = ()
    """Phrases in which a word of `sales` says something else."""
    warnings: tuple[PlainText, ...] = ()
    """Phrases before a word of `sales` that warn of it."""
