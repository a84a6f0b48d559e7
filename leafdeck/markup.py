"""Markup: a whole HTML document as a value, and what a handout of slides is composed of."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Markup:
    """A whole HTML document, and the address that its relative links start from."""

    html: str
    base_url: str

    def dressed(self, css: str) -> Markup:
        """Return the document with a style sheet after all those that it has."""
        head, end, rest = self.html.partition("</head>")
        return Markup(f"{head}<style>\n{css}</style>\n{end}{rest}", self.base_url)


@dataclass(frozen=True, slots=True)
class Spoken:
    """A slide and what is said with it.

    Attributes:
        title: its title, without the number of a part.
        part: its part of the talk.
        pages: its number, counted from 1, or several where it goes over several pages.
        notes: the speaker notes: each paragraph's level in lists, 0 for none, and its words.
    """

    title: str
    part: str
    pages: tuple[int, ...]
    notes: tuple[tuple[int, str], ...]
