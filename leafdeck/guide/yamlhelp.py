"""What a YAML mistake means to the person who made it.

The parser says what it stumbled over. Here the line itself is looked at too, because nearly every mistake in
a content file is one of a few: text that needs quotes, a tab, a missing space or colon, a line that stands too far
to the right. Both of PyYAML's parsers, libyaml's and the slow one, are understood.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from pathlib import Path

import yaml

from leafdeck.errors import Problem
from leafdeck.notice import Place

_ENTRY = re.compile(r"(?P<before>\s*(?:-\s+)*)(?:(?P<key>[\w-]+):(?:\s+|$))?(?P<value>.*)")
_SIGNS = "*&!|>%@`[]{}#?,-"
"""Characters that mean something to YAML where text begins."""
_SHOWN = 60
_CLOSE = 'Put the same quote at the end of the text. Within "…", write a quote as \\".'
_INDENT = "Use two spaces for each level, and begin the fields of one part in the same column."


@dataclass(frozen=True)
class _Mistake:
    """Where the parser stopped, what it said, and where the thing began that it was reading; all count from 0."""

    lines: list[str]
    line: int
    column: int
    said: str
    start: tuple[int, int] | None

    @property
    def text(self) -> str:
        return self.lines[self.line] if self.line < len(self.lines) else ""

    @property
    def entry(self) -> re.Match[str]:
        """The line's field name and value."""
        match = _ENTRY.match(self.text)
        assert match is not None  # noqa: S101 - every part of the pattern may be empty
        return match


_Found = tuple[str, str, tuple[int, int]]
"""A message, a hint, and a line and column from 0."""


def explain(error: yaml.MarkedYAMLError, text: str, path: Path) -> Problem:
    """Say where a YAML mistake is, what it is, and what to type."""
    mark = error.problem_mark or error.context_mark
    if mark is None:
        return Problem(Place(path), f"this is not YAML: {error.problem or error}")
    context = error.context_mark
    start = (context.line, context.column) if context else None
    said = f"{error.context or ''}: {error.problem or ''}".strip(": ")
    mistake = _Mistake(text.splitlines() or [""], mark.line, mark.column, said, start)
    for check in (_quote, _forgotten_quote, _tab, _escape, _space, _colon, _after_quote, _brackets, _sign, _no_colon):
        found = check(mistake)
        if found:
            break
    else:
        found = ("this line does not fit under the lines above", _INDENT, (mark.line, mark.column))
    message, hint, (line, column) = found
    return Problem(Place(path, line + 1, column + 1), message, hint)


def _quote(mistake: _Mistake) -> _Found | None:
    """A quote that is never closed: the parser stops at the end, the author's eye should go to the start."""
    if mistake.start and "quoted" in mistake.said and ("end of stream" in mistake.said or "document" in mistake.said):
        return "this quote is never closed", _CLOSE, mistake.start
    return None


def _forgotten_quote(mistake: _Mistake) -> _Found | None:
    """A forgotten quote that the next one in the file closes: the parser stops behind that one."""
    before = mistake.text[: mistake.column].rstrip()
    quote = before[-1:]
    if quote not in {'"', "'"} or before.count(quote) != 1:
        return None
    for number in range(mistake.line - 1, -1, -1):
        entry = _ENTRY.match(mistake.lines[number])
        if entry and entry["value"].startswith(quote) and entry["value"].count(quote) == 1:
            return "this quote is never closed", _CLOSE, (number, entry.start("value"))
    return None


def _tab(mistake: _Mistake) -> _Found | None:
    indent = mistake.text[: len(mistake.text) - len(mistake.text.lstrip())]
    if "\t" not in indent:
        return None
    message = "a tab stands at the start of this line"
    return message, "Use spaces, two for each level.", (mistake.line, indent.index("\t"))


def _escape(mistake: _Mistake) -> _Found | None:
    if "escape" not in mistake.said:
        return None
    message = "a backslash within double quotes has a meaning of its own"
    return message, "Write it twice, or use single quotes.", (mistake.line, mistake.column)


def _space(mistake: _Mistake) -> _Found | None:
    """``name:text``, which YAML takes for text, so that it stumbles over the next field."""
    if "mapping values are not allowed" in mistake.said:
        number = mistake.line - 1
    elif "could not find expected ':'" in mistake.said and mistake.start:
        number = mistake.start[0]
    else:
        return None
    field = re.match(r"\s*(?:-\s+)*[\w-]+:(?=[^\s/])", mistake.lines[number]) if number >= 0 else None
    if not field:
        return None
    return "a space is missing after this colon", "Write a field as `name: text`.", (number, field.end() - 1)


def _colon(mistake: _Mistake) -> _Found | None:
    """A colon where there may be none: within text, or in a line that stands too far to the right."""
    if "mapping values are not allowed" not in mistake.said:
        return None
    at = (mistake.line, mistake.column)
    entry, value = mistake.entry, mistake.entry["value"]
    if entry["key"] and entry.end("key") < mistake.column:
        return "text with a colon and a space in it needs quotes", f"Write {entry['key']}: {_quoted(value)}", at
    if entry["key"] and mistake.line:
        return "this line stands too far to the right, or the text above it needs quotes", _INDENT, at
    return "text with a colon and a space in it needs quotes", f"Write {_quoted(value)}", at


def _after_quote(mistake: _Mistake) -> _Found | None:
    value = mistake.entry["value"]
    if value[:1] not in {'"', "'"} or "expected" not in mistake.said or "flow" in mistake.said:
        return None
    message = "something stands after the closing quote"
    return message, f"Put quotes around the whole text: {_quoted(value)}", (mistake.line, mistake.column)


def _brackets(mistake: _Mistake) -> _Found | None:
    if "flow" not in mistake.said:
        return None
    if "depth" in mistake.said or "level" in mistake.said:
        return "there are too many brackets within brackets", "Check the brackets.", (mistake.line, mistake.column)
    if mistake.start and mistake.start[0] != mistake.line:
        message = "a list or group in brackets begins here and is not closed"
        return message, "Close [ with ] and { with }, or put the text in quotes.", mistake.start
    message = "a comma or a closing bracket is missing before this"
    hint = 'Put commas between the entries, and text with , [ ] { } in quotes: "…".'
    return message, hint, (mistake.line, mistake.column)


def _sign(mistake: _Mistake) -> _Found | None:
    value = mistake.entry["value"]
    if "simple key" in mistake.said or not value or value[0] not in _SIGNS:
        return None
    message = f"text cannot begin with {value[0]} here"
    return message, f"Put the text in quotes: {_quoted(value)}", (mistake.line, mistake.entry.start("value"))


def _no_colon(mistake: _Mistake) -> _Found | None:
    if "could not find expected ':'" not in mistake.said:
        return None
    hint = "Write a field as `name: text`. If the line belongs to the text above, put two more spaces before it."
    return "a colon is missing in this line", hint, mistake.start or (mistake.line, mistake.column)


def _quoted(text: str) -> str:
    """Return text in the quotes that need no change within it, cut short."""
    text = text.strip()
    if len(text) > 1 and text[0] == text[-1] and text[0] in {'"', "'"}:
        text = text[1:-1]  # the author's own quotes, round text that holds one more
    if len(text) > _SHOWN:
        text = text[:_SHOWN].rstrip() + "…"
    if '"' not in text and "\\" not in text:
        return f'"{text}"'
    return "'" + text.replace("'", "''") + "'"
