"""How lines were broken: at a space, within a word, with a hyphen. Part of the box tree's reader (`frames`)."""

from __future__ import annotations

import unicodedata
from typing import Any

from leafdeck.deck import dom
from leafdeck.deck.frame import Break

Box = Any
SOFT_HYPHEN = "\u00ad"
"""A place to break a word; PowerPoint would show it as a hyphen wherever it stands."""

HYPHENS = ("-", "\u2010", "/", "\u2014", "\u200b")


def kind(block: Box, before: str, after: str, outline: dom.Outline) -> Break:
    """Tell how a line was wrapped; the engine has already dropped the space that it wrapped at."""
    if before[-1:].isspace() and block.style["white_space"] in {"pre", "pre-wrap", "pre-line"}:
        return Break.SPACE
    spaced = outline.spaced(block.element, before, after)
    if spaced is None:
        spaced = outline.spaced(block.element, before.rstrip("\u2010"), after)
    if spaced is None:
        last, following = before[-1:], after[:1]
        inside = last in HYPHENS and before[-2:-1].isalnum()
        spaced = not inside and not (is_ideograph(last) and is_ideograph(following))
    return Break.SPACE if spaced else Break.NONE


def hyphenated(block: Box, before: str, after: str, outline: dom.Outline) -> bool:
    """Tell whether the engine put a hyphen at a line's end that the source has not."""
    ends = before[-1:] == block.style["hyphenate_character"]
    return ends and outline.spaced(block.element, before, after) is None


def is_ideograph(character: str) -> bool:
    """Tell whether a character is as wide as an ideograph, so that a line may break before and after it."""
    return bool(character) and unicodedata.east_asian_width(character) in {"W", "F"}
