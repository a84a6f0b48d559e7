"""What a YAML mistake means to the person who made it.

The parser says what it stumbled over. Here the line itself is looked at too, because nearly every mistake in
a content file is one of a few: text that needs quotes, a tab, a missing space or colon, a line that stands too far
to the right.
"""

from __future__ import annotations

import re
from pathlib import Path

import yaml

from leafdeck.errors import Problem
from leafdeck.notice import Place

_ENTRY = re.compile(r"(?P<before>\s*(?:-\s+)*)(?:(?P<key>[\w -]+):(?:\s+|$))?(?P<value>.*)")
_SIGNS = "*&!|>%@`[]{}#?,-"
"""Characters that mean something to YAML where text begins."""
_SHOWN = 60


def explain(error: yaml.MarkedYAMLError, text: str, path: Path) -> Problem:
    """Say where a YAML mistake is, what it is, and what to type."""
    mark = error.problem_mark or error.context_mark
    lines = text.splitlines() or [""]
    if mark is None:
        return Problem(Place(path), f"this is not YAML: {error.problem or error}")
    said = error.problem or ""
    start = error.context_mark
    if start and "quoted scalar" in (error.context or "") and ("end of stream" in said or "document" in said):
        return Problem(Place(path, start.line + 1, start.column + 1), "this quote is never closed", _CLOSE)
    number = min(mark.line, len(lines) - 1)
    place = Place(path, number + 1, mark.column + 1 if number == mark.line else 1)
    message, hint, column = _explain(lines, number, mark.column, f"{error.context or ''} {said}")
    return Problem(Place(path, place.line, column or place.column), message, hint)


_CLOSE = 'Put the same quote at the end of the text. Within "…", write a quote as \\".'
_INDENT = "Use two spaces for each level, and start the fields of one part in the same column."


def _explain(lines: list[str], number: int, column: int, said: str) -> tuple[str, str, int]:
    """Return the message, the hint and the column, or 0 for the parser's own."""
    line = lines[number]
    entry = _ENTRY.match(line)
    indent = line[: len(line) - len(line.lstrip())]
    if "\t" in indent:
        return "a tab stands at the start of this line", "Use spaces, two for each level.", indent.index("\t") + 1
    value = entry["value"] if entry else ""
    at = entry.start("value") + 1 if entry else 0
    if "escape" in said:
        return "a backslash within double quotes has a meaning of its own", "Write it twice, or use single quotes.", 0
    if "mapping values are not allowed" in said:
        return _colon(lines, number, column)
    if value[:1] in {'"', "'"} and "expected" in said:
        return "something stands after the closing quote", f"Put the whole text in quotes: {_quoted(value)}", at
    if value and value[0] in _SIGNS and "simple key" not in said:
        return f"text cannot begin with `{value[0]}` here", f"Put the text in quotes: {_quoted(value)}", at
    if "could not find expected ':'" in said:
        missing = lines[number - 1] if "simple key" in said and number else line
        if _ENTRY.match(missing) and ":" not in line[column:]:
            return "a colon is missing", "Write a field as `name: text`, with a space after the colon.", 0
        return "a colon is missing in the line above", "Write a field as `name: text`.", 0
    if "flow" in said or "',' or" in said:
        return "a list or group in brackets is not closed", "Close [ with ] and { with }, with commas between.", 0
    if "expected" in said:
        return "this line does not fit under the lines above", _INDENT, 0
    return f"this is not YAML that can be read ({said.strip()})", _INDENT, 0


def _colon(lines: list[str], number: int, column: int) -> tuple[str, str, int]:
    """Explain a colon where there may be none: within text, or in a line that stands too far to the right."""
    line = lines[number]
    first = re.match(r"\s*(?:-\s+)*([\w-]+):(?:\s|$)", line)
    if first and first.end(1) < column:
        value = line[first.end() :].strip()
        return "text with a colon and a space in it needs quotes", f"Write {first[1]}: {_quoted(value)}", 0
    if number and ":" in lines[number - 1] and re.match(r"\S+:\S", lines[number - 1].strip()):
        return "a space is missing after the colon in the line above", "Write a field as `name: text`.", 0
    if first and number:
        return "this line stands too far to the right, or the text above it needs quotes", _INDENT, 0
    return "text with a colon and a space in it needs quotes", f"Write {_quoted(line.strip().removeprefix('- '))}", 0


def _quoted(text: str) -> str:
    """Return text in the quotes that need no change within it, cut short."""
    text = text.strip()
    if len(text) > _SHOWN:
        text = text[:_SHOWN].rstrip() + "…"
    if len(text) > 1 and text[0] in {'"', "'"}:
        text = text.replace(text[0], "")
    if '"' not in text and "\\" not in text:
        return f'"{text}"'
    return "'" + text.replace("'", "''") + "'"
