"""What is known of a language's words, as rules over words use it. Pure."""

from __future__ import annotations

from collections.abc import Mapping

from pydantic import Field

from leafdeck.guide.base import Part, PlainText, Slug


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
    stopping: tuple[PlainText, ...] = ()
    """Phrases that tell somebody to stop or change what comes after them."""
    medicines: tuple[PlainText, ...] = ()
    """Medicines as people call them."""
    not_medicines: tuple[PlainText, ...] = ()
    """Phrases in which a word of `medicines` names something that nobody prescribes."""
    asking_first: tuple[PlainText, ...] = ()
    """Phrases that make a sentence no advice to stop or change a medicine by oneself."""
    forbidding: tuple[PlainText, ...] = ()
    """Phrases before such an advice that forbid it, or tell of other people."""
    weights: tuple[PlainText, ...] = ()
    """Units of a body's weight."""
    weight_sums: tuple[PlainText, ...] = ()
    """Phrases that ask the reader to reckon with a weight."""
    reckoners: tuple[PlainText, ...] = ()
    """Phrases that say who works out a dose for the reader."""
    daily_limits: Mapping[PlainText, tuple[PlainText, ...]] = Field(default_factory=dict)
    """The most of a supplement that an adult may take in a day, in each unit that it is given in."""
    nutrient_names: Mapping[PlainText, PlainText] = Field(default_factory=dict)
    """Other names of what `daily_limits` holds."""
    units: Mapping[PlainText, float] = Field(default_factory=dict)
    """Units of weight and the micrograms in each; 0 for a unit that has no fixed weight."""
    taking: tuple[PlainText, ...] = ()
    """Phrases that advise the reader to take something."""
    not_taking: tuple[PlainText, ...] = ()
    """Phrases that make an amount no advice to take it."""
    supplements: tuple[PlainText, ...] = ()
    """Supplements as people call them."""
    signs: Mapping[PlainText, Mapping[PlainText, Mapping[Slug, PlainText]]] = Field(default_factory=dict)
    """Signs that guides on a topic must name: topic, level, the sign's id and what it is."""
    urgent_starts: tuple[PlainText, ...] = ()
    """Words that the heading over signs begins with: what to do."""
    urgent_ends: tuple[PlainText, ...] = ()
    """Words that it ends with; the usual ones first."""
    studies: tuple[PlainText, ...] = ()
    """Phrases that tell of what a study found."""
    unknowns: tuple[PlainText, ...] = ()
    """Phrases that say what is not known."""
    disclaims: tuple[PlainText, ...] = ()
    """Phrases that say that a guide replaces no advice."""
    professionals: tuple[PlainText, ...] = ()
    """Who gives advice."""
    forms: tuple[PlainText, ...] = ()
    """Other forms that a guide can be had in."""
    imperatives: tuple[PlainText, ...] = ()
    """Words that an action begins with."""
    placeholders: tuple[PlainText, ...] = ()
    """What stands where nobody has written yet."""
