"""Light Markdown to plain words of which each character knows where it stood in the text. Pure.

The grammar is that of `inline`; here nothing is made of it but what rules over words need.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from leafdeck.guide.inline import CITATION, IDS, LINK


@dataclass(frozen=True, slots=True)
class Citation:
    """A mark such as ``[@a; @b]``: where it stands among the words, and the ids that it names."""

    at: int
    ids: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Link:
    """A link: which of the words it covers, and where it leads."""

    start: int
    end: int
    address: str


@dataclass(frozen=True, slots=True)
class Unmarked:
    """A paragraph or a bullet.

    Attributes:
        words: its words without markup, one space between them.
        kept: where each character of ``words`` stands in the text, and where the words end.
        bullet: whether it is a bullet.
        citations: the sources it names.
        links: the links in it.
        bold: the stretches of ``words`` in bold.
    """

    words: str
    kept: tuple[int, ...]
    bullet: bool
    citations: tuple[Citation, ...] = ()
    links: tuple[Link, ...] = ()
    bold: tuple[tuple[int, int], ...] = ()


def unmarked(text: str) -> Iterator[Unmarked]:
    """Yield the paragraphs and bullets of a text that have words."""
    for start, end, bullet in _blocks(text):
        reader = _Reader(text)
        reader.take(start, end)
        found = reader.done(start, bullet=bullet)
        if found.words:
            yield found


_PARAGRAPH_END = re.compile(r"\n[ \t]*\n+")
_BULLET = re.compile(r"[ \t]*[-*][ \t]+")
_MARKUP = re.compile(
    rf"(?P<citation>{CITATION.pattern})|(?P<link>{LINK.pattern})|(?P<bold>\*\*|__)"
    r"|(?P<italic>(?<!\w)[*_](?=\S)|(?<=\S)[*_](?!\w))|(?P<escape>\\(?=[!-/:-@\[-`{-~]))|(?P<space>(?:\\(?=\n))?\s+)"
)


def _blocks(text: str) -> Iterator[tuple[int, int, bool]]:
    """Yield where paragraphs and bullets begin and end, and whether each is a bullet."""
    at = 0
    for stop, after in (*(match.span() for match in _PARAGRAPH_END.finditer(text)), (len(text), len(text))):
        start, line, bullet = at, at, False
        while line < stop:
            match = _BULLET.match(text, line, stop)
            if match:
                if line > start:
                    yield start, line, bullet
                start, bullet = match.end(), True
            following = text.find("\n", line, stop)
            line = following + 1 if following >= 0 else stop
        if stop > start:
            yield start, stop, bullet
        at = after


@dataclass
class _Reader:
    """Takes a block's characters one stretch after another."""

    text: str
    words: list[str] = field(default_factory=list)
    kept: list[int] = field(default_factory=list)
    citations: list[Citation] = field(default_factory=list)
    links: list[Link] = field(default_factory=list)
    bold: list[int] = field(default_factory=list)

    def take(self, at: int, stop: int) -> None:
        """Take the characters from ``at`` to ``stop`` without what is markup."""
        while at < stop:
            match = _MARKUP.search(self.text, at, stop)
            until = match.start() if match else stop
            self._plain(at, until)
            if not match:
                return
            at = match.end()
            if match["escape"]:
                self._plain(at, at + 1)
                at += 1
            else:
                self._marked(match)

    def _marked(self, match: re.Match[str]) -> None:
        if match["citation"]:
            self._strip()
            self.citations.append(Citation(len(self.words), tuple(IDS.findall(match["citation"]))))
        elif match["link"]:
            inner = LINK.match(self.text, match.start())
            assert inner is not None  # noqa: S101 - it is what has just been found
            first = len(self.words)
            self.take(*inner.span(1))
            self.links.append(Link(first, len(self.words), inner[2]))
        elif match["bold"]:
            self.bold.append(len(self.words))
        elif match["space"] and self.words and self.words[-1] != " ":
            self.words.append(" ")
            self.kept.append(match.start())

    def _plain(self, start: int, end: int) -> None:
        self.words += self.text[start:end]
        self.kept += range(start, end)

    def _strip(self) -> None:
        while self.words and self.words[-1] == " ":
            self.words.pop()
            self.kept.pop()

    def done(self, start: int, *, bullet: bool) -> Unmarked:
        """Return what was taken."""
        self._strip()
        after = self.kept[-1] + 1 if self.kept else start
        bold = tuple(zip(self.bold[::2], self.bold[1::2], strict=False))
        return Unmarked(
            "".join(self.words), (*self.kept, after), bullet, tuple(self.citations), tuple(self.links), bold
        )
