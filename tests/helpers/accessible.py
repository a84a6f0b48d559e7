"""What our accessibility rules find in a deck, in words."""

from __future__ import annotations

from pathlib import Path

from leafdeck.check import accessibility
from leafdeck.deck import inspect


def findings(deck: Path | bytes, *, leave: frozenset[str] = frozenset()) -> list[str]:
    """Each finding as a line, but for those of the rules to leave."""
    data = deck if isinstance(deck, bytes) else deck.read_bytes()
    return [str(finding) for finding in accessibility.judge(inspect.read(data)) if finding.rule not in leave]
