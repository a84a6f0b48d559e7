"""Markup: a whole HTML document as a value."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Markup:
    """A whole HTML document, and the address that its relative links start from."""

    html: str
    base_url: str
