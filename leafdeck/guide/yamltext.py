"""YAML text to nodes that know their line and column. PyYAML's home for content.

The text is data from a stranger, written by someone who does not know YAML. So it is read as plain as can be: text
stays text (``no``, ``12:30``, ``1.10``, ``010`` and dates are what they look like), only ``true``, ``false``, whole
numbers and nothing at all are more than text. Aliases, anchors, tags and merge keys are refused, and so is whatever
is too large or too deep, before anything is built of it. Source of the grammar: YAML 1.1 as libyaml reads it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path

import yaml

from leafdeck.errors import Problem, SourceError
from leafdeck.guide.written import Sheet, Written
from leafdeck.guide.yamlhelp import explain
from leafdeck.notice import Place

MAX_BYTES = 512 * 1024
"""Largest file, in bytes; a long guide has 40,000."""
MAX_DEPTH = 24
"""Deepest nesting; a guide's own is 9."""
MAX_NODES = 10_000
"""Most entries and fields; a long guide has 1,000."""
MAX_SCALAR = 10_000
"""Longest single text, in characters: about five pages."""
MAX_NAME = 100
"""Longest name of a field, in characters."""

LOADER: type[yaml.CSafeLoader | yaml.SafeLoader] = yaml.CSafeLoader if yaml.__with_libyaml__ else yaml.SafeLoader
_NULLS = {"", "~", "null", "Null", "NULL"}
_BOOLS = {"true": True, "false": False}
_INTEGER = re.compile(r"-?[1-9][0-9]{0,17}|0")
_UNPRINTABLE = re.compile(
    "[^\t\n\r\x20-\x7e\x85\xa0-\u202c\u202f-\ud7ff\ue000-\ufefe\uff00-\ufffd\U00010000-\U0010ffff]"
)
"""All but letters and white space; U+202D and U+202E too, which make a reader see 15 mg where the file says 51 mg."""
_CUT_SHORT = re.compile(r"\s*#[^\s#]")
"""What follows text that ``#`` cuts short, as in ``leaflet #3``. A comment has a space after its sign."""
_LINE_END = re.compile("\r\n|[\r\n\x85\u2028\u2029]")


@dataclass(frozen=True, slots=True)
class Scalar:
    """A single value; ``written`` is how it stands in the file, where it does."""

    place: Place
    value: str | int | bool | None
    written: Written | None = field(default=None, compare=False)


@dataclass(frozen=True, slots=True)
class Items:
    """A list."""

    place: Place
    nodes: tuple[Node, ...]


@dataclass(frozen=True, slots=True)
class Fields:
    """Named values in their order. A name given twice stands once, with its first value."""

    place: Place
    entries: Mapping[str, tuple[Scalar, Node]]

    def get(self, name: str) -> Node | None:
        """Return the value of that name."""
        return self.entries[name][1] if name in self.entries else None

    def key(self, name: str) -> Scalar | None:
        """Return the name itself, which has a place too."""
        return self.entries[name][0] if name in self.entries else None


Node = Scalar | Items | Fields


def parse(path: Path, text: str | None = None) -> tuple[Node, tuple[Problem, ...]]:
    """Read a YAML file.

    Args:
        path: the file.
        text: what to read in place of what the file holds, as an editor has text that is not saved yet.

    Returns:
        The file's one document, and problems that did not stop the reading (a name given twice, an alias).

    Raises:
        SourceError: the file cannot be read, or is not YAML, or exceeds a limit.
    """
    text = read_text(path) if text is None else text
    builder = _Builder(path)
    try:
        node = builder.document(text)
    except yaml.MarkedYAMLError as error:
        raise SourceError(explain(error, text, path)) from None
    except yaml.YAMLError as error:
        raise SourceError(Problem(Place(path), f"this is not YAML: {error}")) from None
    if node is None:
        raise SourceError(
            Problem(Place(path, 1, 1), "the file is empty", "Was it saved? docs/authoring.md shows how to begin.")
        )
    return node, tuple(builder.problems)


def read_text(path: Path) -> str:
    """Return a file's text.

    Raises:
        SourceError: no such file, not a file, too large, not UTF-8, or with characters that no text has.
    """
    try:
        with path.open("rb") as stream:
            data = stream.read(MAX_BYTES + 1)
    except OSError as error:
        raise SourceError(_unreadable(path, error)) from None
    if len(data) > MAX_BYTES:
        hint = "Split it with `- include:`, and keep pictures in files of their own."
        raise SourceError(Problem(Place(path), f"the file is larger than {MAX_BYTES // 1024} KiB", hint))
    save_as = "Save it again as UTF-8: many editors ask for the encoding in Save As."
    if data.startswith((b"\xff\xfe", b"\xfe\xff")):
        raise SourceError(Problem(Place(path, 1, 1), "the file is saved as UTF-16", save_as))
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        before = data[: error.start].decode("utf-8-sig", "ignore")
        message = "there is a character here that is not saved as UTF-8"
        raise SourceError(Problem(_place(path, before), message, save_as)) from None
    odd = _UNPRINTABLE.search(text)
    if odd:
        message = f"there is an invisible character here (U+{ord(odd[0]):04X})"
        raise SourceError(Problem(_place(path, text[: odd.start()]), message, "Delete it and type the words again."))
    return text


def _unreadable(path: Path, error: OSError) -> Problem:
    if isinstance(error, FileNotFoundError):
        near = [other.name for other in path.parent.glob("*.y*ml")] if path.parent.is_dir() else []
        hint = f"In that folder there is {', '.join(sorted(near)[:5])}." if near else "Check the name and the folder."
        return Problem(Place(path), "there is no such file", hint)
    if isinstance(error, IsADirectoryError) or path.is_dir():
        return Problem(Place(path), "this is a folder, not a file", "Give the content file in it.")
    return Problem(Place(path), f"the file cannot be read: {error.strerror or error}")


def _place(path: Path, before: str) -> Place:
    """Return the place that comes after ``before``."""
    lines = _LINE_END.split(before)
    return Place(path, len(lines), len(lines[-1]) + 1)


class _Builder:
    """Makes nodes of libyaml's events, one level of nesting at a time."""

    def __init__(self, path: Path) -> None:
        self.path = path
        self.problems: list[Problem] = []
        self.lines: list[str] = []
        self.sheet = Sheet(path, "")
        self.nodes = 0

    def document(self, text: str) -> Node | None:
        """Return the only document in a text, or None when there is none."""
        self.lines = _LINE_END.split(text)
        self.sheet = Sheet(self.path, text)
        events = (event for event in yaml.parse(text, Loader=LOADER) if not isinstance(event, _STREAM))
        first = next(events, None)
        if first is None:
            return None
        self._plain_start(first)
        node = self._node(next(events), events, 1)
        next(events)  # the document's end
        second = next(events, None)
        if second is not None:
            message = "a second outline begins here, after a line of `---`"
            raise SourceError(Problem(self._at(second), message, "Keep one outline in a file: take the line away."))
        if isinstance(node, Scalar) and node.value is None:
            return None
        return node

    def _plain_start(self, event: yaml.Event) -> None:
        if isinstance(event, yaml.DocumentStartEvent) and (event.tags or event.version):
            raise SourceError(Problem(Place(self.path, 1, 1), "lines that begin with % are not read", "Delete them."))

    def _node(self, event: yaml.Event, events: Iterator[yaml.Event], depth: int) -> Node:
        self._refuse_tricks(event)
        self.nodes += 1
        if self.nodes > MAX_NODES:
            hint = "A guide is much shorter: has something been pasted here?"
            raise SourceError(Problem(self._at(event), f"there are more than {MAX_NODES:,} entries", hint))
        if isinstance(event, yaml.AliasEvent):
            return Scalar(self._at(event), f"*{event.anchor}")
        if isinstance(event, yaml.ScalarEvent):
            return self._scalar(event)
        if depth > MAX_DEPTH:
            message = f"this is nested more than {MAX_DEPTH} levels deep"
            raise SourceError(Problem(self._at(event), message, "Check the brackets and the spaces before this line."))
        if isinstance(event, yaml.SequenceStartEvent):
            nodes = []
            while not isinstance(inner := next(events), yaml.SequenceEndEvent):
                nodes.append(self._node(inner, events, depth + 1))
            return Items(self._at(event), tuple(nodes))
        return self._fields(event, events, depth)

    def _fields(self, event: yaml.Event, events: Iterator[yaml.Event], depth: int) -> Fields:
        found: dict[str, tuple[Scalar, Node]] = {}
        while not isinstance(inner := next(events), yaml.MappingEndEvent):
            key = self._node(inner, events, depth + 1)
            value = self._node(next(events), events, depth + 1)
            name = inner.value if isinstance(inner, yaml.ScalarEvent) else ""
            if not name or len(name) > MAX_NAME:
                hint = "Write `name: text`, and put text that begins with [ or { in quotes."
                self.problems.append(Problem(key.place, "a field's name must be a word", hint))
                continue
            if name in found:
                first = found[name][0].place.line
                message = f"`{name}` is given twice; it stands in line {first} already"
                self.problems.append(Problem(key.place, message, "Keep one of them."))
            else:
                found[name] = (Scalar(key.place, name), value)
        return Fields(self._at(event), found)

    def _scalar(self, event: yaml.ScalarEvent) -> Scalar:
        place, text = self._at(event), event.value
        if len(text) > MAX_SCALAR:
            message = f"this text is longer than {MAX_SCALAR:,} characters"
            raise SourceError(Problem(place, message, "Is a closing quote missing? Split a long text into sections."))
        odd = _UNPRINTABLE.search(text)
        if odd:
            message = f"the text holds a character that cannot be printed (U+{ord(odd[0]):04X})"
            self.problems.append(Problem(place, message, "Look for a backslash, and take it and what follows away."))
            text = _UNPRINTABLE.sub(" ", text)
        written = self._written(event)
        if event.style:
            return Scalar(place, text, written)
        end = event.end_mark
        if end and end.line < len(self.lines) and _CUT_SHORT.match(self.lines[end.line], end.column):
            hint = 'Put the text in quotes: "…". (For a comment, write a space after #.)'
            self.problems.append(Problem(place, "# ends the text in this line", hint))
            return Scalar(place, text or "#")
        return Scalar(place, _plain_value(text), written)

    def _written(self, event: yaml.ScalarEvent) -> Written | None:
        start, end = event.start_mark, event.end_mark
        return Written(self.sheet, start.index, end.index, event.style or "") if start and end else None

    def _refuse_tricks(self, event: yaml.Event) -> None:
        """Note an alias, an anchor or a tag: an author who writes one means text."""
        sign = ""
        if isinstance(event, yaml.AliasEvent):
            sign = "*"
        elif getattr(event, "anchor", None) is not None:
            sign = "&"
        elif getattr(event, "tag", None) is not None:
            sign = "!"
        if sign:
            message = f"text cannot begin with {sign} here"
            self.problems.append(Problem(self._at(event), message, 'Put the text in quotes: "…".'))

    def _at(self, event: yaml.Event) -> Place:
        mark = event.start_mark
        return Place(self.path, mark.line + 1, mark.column + 1) if mark else Place(self.path)


def data_of(node: Node) -> object:
    """Return a node as plain values."""
    if isinstance(node, Scalar):
        return node.value
    if isinstance(node, Items):
        return [data_of(item) for item in node.nodes]
    return {name: data_of(value) for name, (_, value) in node.entries.items()}


_STREAM = (yaml.StreamStartEvent, yaml.StreamEndEvent)


def _plain_value(text: str) -> str | int | bool | None:
    """Return what text without quotes stands for."""
    if text in _NULLS:
        return None
    if _INTEGER.fullmatch(text):
        return int(text)
    return _BOOLS.get(text, text)
