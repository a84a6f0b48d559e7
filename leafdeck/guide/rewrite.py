"""Words of a content file put in place of others, all else left as it is typed: comments, layout, quotes. Pure.

What would not be read back as the same outline with those words in it is not done.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from leafdeck.errors import SourceError
from leafdeck.guide.unmarked import unmarked
from leafdeck.guide.written import Written, typed
from leafdeck.guide.yamltext import Fields, Items, Node, Scalar, parse

_BREAK = re.compile(r"[ \t]*(?:\r\n|[\r\n])[ \t]*")


@dataclass(frozen=True, slots=True)
class Edit:
    """Words in place of the characters ``start`` to ``end`` of a file's text."""

    start: int
    end: int
    words: str


@dataclass(frozen=True, slots=True)
class Rewritten:
    """A text with edits made.

    Attributes:
        text: the text.
        made: the edits in it.
        refused: those that would have broken it, or that would have lost markup between the words.
    """

    text: str
    made: tuple[Edit, ...]
    refused: tuple[Edit, ...]


def rewritten(path: Path, text: str, edits: Iterable[Edit]) -> Rewritten:
    """Make edits in the text of a content file; of those that overlap, the first. Text without any comes back as it is.

    Args:
        path: the file's name.
        text: its text, as it was decoded.
        edits: the edits, in the order in which they win.

    Raises:
        SourceError: the text itself cannot be read.
    """
    values = _Values.of(path, text)
    ready: list[_Ready] = []
    refused: list[Edit] = []
    for edit in edits:
        if any(edit.start < other.edit.end and other.edit.start < edit.end for other in ready):
            continue
        found = values.ready(edit)
        if found:
            ready.append(found)
        else:
            refused.append(edit)
    if not values.keep(ready):  # one of them breaks the text: make each by itself
        good: list[_Ready] = []
        for one in ready:
            if values.keep([*good, one]):
                good.append(one)
            else:
                refused.append(one.edit)
        ready = good
    return Rewritten(_put(text, ready), tuple(one.edit for one in ready), tuple(refused))


@dataclass(frozen=True, slots=True)
class _Ready:
    """An edit as it is typed, ``raw`` from ``start`` to ``end``, and as it is read: in which value, and where in it."""

    edit: Edit
    start: int
    end: int
    raw: str
    value: int
    first: int
    last: int
    read: str


@dataclass(frozen=True, slots=True)
class _Values:
    """The single values of a text, in order."""

    path: Path
    text: str
    shape: tuple[object, ...]
    scalars: tuple[Scalar, ...]

    @classmethod
    def of(cls, path: Path, text: str) -> _Values:
        root, _ = parse(path, text)
        walked = list(_walk(root))
        return cls(path, text, _shape(walked), tuple(one for one in walked if isinstance(one, Scalar)))

    def ready(self, edit: Edit) -> _Ready | None:
        """Return an edit as it is to be typed; None where it cannot be, or would lose markup between the words."""
        for number, scalar in enumerate(self.scalars):
            written = scalar.written
            if written and written.start <= edit.start < edit.end <= written.end:
                return self._within(edit, number, scalar.value, written) if isinstance(scalar.value, str) else None
        return None

    def _within(self, edit: Edit, number: int, value: str, written: Written) -> _Ready | None:
        offsets = written.offsets(value)
        first, last = bisect_left(offsets, edit.start), bisect_left(offsets, edit.end)
        words, raw = value[first:last], self.text[edit.start : edit.end]
        if offsets[first] != edit.start or not _plain(value, first, last):
            return None
        new = typed(edit.words, written.style)
        gap = _BREAK.search(raw)
        if new is None or (gap and raw[: gap.start()].endswith("\\")):
            return None
        if not gap:
            return _Ready(edit, edit.start, edit.end, new, number, first, last, edit.words)
        seen = _BREAK.search(words)
        over = _Broken(edit, number, self.text, value, (first, last), gap[0], gap.start(), seen[0] if seen else " ")
        return over.ready(written.style)

    def keep(self, edits: Sequence[_Ready]) -> bool:
        """Whether the text with these edits is read as the same outline, but for their words."""
        if not edits:
            return True
        try:
            root, problems = parse(self.path, _put(self.text, edits))
        except SourceError:
            return False
        walked = list(_walk(root))
        if problems or _shape(walked) != self.shape:
            return False
        values = [one.value for one in walked if isinstance(one, Scalar)]
        return values == [self._expected(number, edits) for number in range(len(self.scalars))]

    def _expected(self, number: int, edits: Sequence[_Ready]) -> object:
        value = self.scalars[number].value
        for one in sorted(edits, key=lambda each: each.first, reverse=True):
            if one.value == number and isinstance(value, str):
                value = value[: one.first] + one.read + value[one.last :]
        return value


@dataclass(frozen=True, slots=True)
class _Broken:
    """An edit whose old words go over the end of a line, which is kept among the new ones, or behind them.

    Attributes:
        edit: the edit.
        number: which value it is in.
        text: the file's text.
        value: the value.
        span: where in it the old words are.
        gap: the end of the line as it is typed, with the spaces round it.
        at: how many characters of the old words come before it.
        seen: the end of the line as it is read.
    """

    edit: Edit
    number: int
    text: str
    value: str
    span: tuple[int, int]
    gap: str
    at: int
    seen: str

    def ready(self, style: str) -> _Ready:
        edit, (first, last) = self.edit, self.span
        spaces = [match.start() for match in re.finditer(" ", edit.words)]
        if spaces:  # the line ends nearest to where it did
            at = min(spaces, key=lambda one: abs(one - self.at))
            before, after = edit.words[:at], edit.words[at + 1 :]
            raw = f"{typed(before, style)}{self.gap}{typed(after, style)}"
            return _Ready(edit, edit.start, edit.end, raw, self.number, first, last, before + self.seen + after)
        new = str(typed(edit.words, style))
        following = self.text[edit.end : edit.end + 2]
        if following[:1] == " " and following[1:].strip() and self.value[last : last + 1] == " ":
            read = edit.words + self.seen
            return _Ready(edit, edit.start, edit.end + 1, new + self.gap, self.number, first, last + 1, read)
        return _Ready(edit, edit.start, edit.end, new, self.number, first, last, edit.words)


def _plain(value: str, first: int, last: int) -> bool:
    """Whether the characters from ``first`` to ``last`` are words of one paragraph or bullet, without markup."""
    wanted = {at for at in range(first, last) if not value[at].isspace()}
    return any(wanted <= set(part.kept[:-1]) for part in unmarked(value))


def _put(text: str, edits: Iterable[_Ready]) -> str:
    for one in sorted(edits, key=lambda each: each.start, reverse=True):
        text = text[: one.start] + one.raw + text[one.end :]
    return text


def _walk(node: Node) -> Iterator[Node | str]:
    """Yield the nodes and the names of fields in order."""
    yield node
    if isinstance(node, Items):
        for item in node.nodes:
            yield from _walk(item)
    elif isinstance(node, Fields):
        for name, (_, value) in node.entries.items():
            yield name
            yield from _walk(value)


def _shape(walked: Iterable[Node | str]) -> tuple[object, ...]:
    """Return an outline without its single values."""
    return tuple(
        one if isinstance(one, str) else (type(one).__name__, len(one.nodes) if isinstance(one, Items) else 0)
        for one in walked
    )
