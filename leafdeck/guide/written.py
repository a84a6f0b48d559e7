"""How a text stands in its file: which character of the file each character of the text was read from. Pure.

YAML folds lines, doubles quotes and spells characters with backslashes, so a text and what was typed differ. Source of
the rules: YAML 1.1, chapters 5.6 (escapes) and 9 (scalar styles). Offsets count characters of the file from 0.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

from leafdeck.notice import Place

_ESCAPE = re.compile(r"\\(?:x[0-9A-Fa-f]{2}|u[0-9A-Fa-f]{4}|U[0-9A-Fa-f]{8}|\r\n|.)", re.DOTALL)
_LINE_END = re.compile("\r\n|[\r\n\x85\u2028\u2029]")
_BLOCK_HEAD = re.compile(r"[|>][^\r\n\x85\u2028\u2029]*")


@dataclass(frozen=True)
class Sheet:
    """A file's text, and where its lines begin."""

    file: Path
    text: str

    @cached_property
    def starts(self) -> tuple[int, ...]:
        """Where each line begins."""
        return (0, *(match.end() for match in _LINE_END.finditer(self.text)))

    def place(self, offset: int, path: str = "") -> Place:
        """Return the line and column of a character."""
        line = bisect_right(self.starts, offset)
        return Place(self.file, line, offset - self.starts[line - 1] + 1, path)

    def line(self, number: int) -> str:
        """Return a line without its end; lines count from 1."""
        start, ends = self.starts[number - 1], [*self.starts[1:], len(self.text) + 1]
        return _LINE_END.sub("", self.text[start : ends[number - 1]])


@dataclass(frozen=True)
class Written:
    """A text as it stands in its file, from ``start`` to ``end``; ``style`` is the sign YAML begins it with, or none.

    The styles are ``>`` folded, ``|`` literal, ``"`` and ``'`` quoted, and nothing for plain text.
    """

    sheet: Sheet
    start: int
    end: int
    style: str = ""

    def offsets(self, text: str) -> tuple[int, ...]:
        """Return the file's offset of each character of ``text``, which was read from here, and of its end.

        A space that stands for a line's end has that of the line's last character but one: where the words went on.
        """
        raw, at, found = self.sheet.text, self._first(), []
        for letter in text:
            if letter.isspace():
                found.append(min(at, self.end))
                at = self._gap(at) if not raw[at : at + 1].isspace() or letter == "\n" else self._white(at, letter)
                continue
            at = self._seek(at, letter)
            found.append(at)
            at += self._length(at)
        return (*found, found[-1] + self._length(found[-1]) if found else at)

    def after(self, at: int) -> int:
        """Return the offset behind the character at ``at``, which may be spelled with several."""
        return at + self._length(at)

    def _first(self) -> int:
        """Return where the words begin, behind a quote or the head of a block."""
        if self.style in {"|", ">"}:
            head = _BLOCK_HEAD.match(self.sheet.text, self.start, self.end)
            return head.end() if head else self.start
        return self.start + (1 if self.style else 0)

    def _white(self, at: int, letter: str) -> int:
        """Return what comes after a space: another one where the text has more of them on the same line."""
        raw = self.sheet.text
        if raw[at] == letter and not _LINE_END.match(raw, at + 1) and raw[at + 1 : at + 2].isspace():
            return at + 1
        return self._gap(at)

    def _gap(self, at: int) -> int:
        """Return where the next words begin, behind spaces, line ends and a backslash that joins lines."""
        raw = self.sheet.text
        while at < self.end and (raw[at].isspace() or (self.style == '"' and re.match(r"\\[\r\n]", raw[at : at + 2]))):
            at += 1
        return at

    def _seek(self, at: int, letter: str) -> int:
        """Return where a letter stands, at or after ``at``."""
        at = self._gap(at)
        if self.style == '"' and self.sheet.text[at : at + 1] == "\\":
            return at
        found = self.sheet.text.find(letter, at, self.end)
        return at if found < 0 else found

    def _length(self, at: int) -> int:
        """Return how many characters of the file stand for the one at ``at``."""
        raw = self.sheet.text
        if self.style == '"' and raw[at : at + 1] == "\\":
            escape = _ESCAPE.match(raw, at)
            return len(escape[0]) if escape else 1
        return 2 if self.style == "'" and raw[at : at + 2] == "''" else 1


def typed(words: str, style: str) -> str | None:
    """Return words as they are typed within a text of that style; None where they would break it.

    Plain text is broken by what YAML takes for its own: a colon or ``#`` beside a space, brackets. A comma breaks it in
    a list in brackets only, which is seen when the file is read again.
    """
    if style == "'":
        return words.replace("'", "''")
    if style == '"':
        return words.replace("\\", "\\\\").replace('"', '\\"')
    if style:
        return words
    return None if re.search(r": |:$| #|[\[\]{}]", words) else words


def spans(offsets: Sequence[int], start: int, end: int) -> tuple[int, int]:
    """Return the file's span of a text's characters ``start`` to ``end``, from what `Written.offsets` returned."""
    return (offsets[start], offsets[end]) if end > start else (offsets[start], offsets[start])
