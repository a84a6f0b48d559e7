"""Sites from a CSV file (RFC 4180) as nodes that know their line and column, as if YAML had held them."""

from __future__ import annotations

import csv
from collections.abc import Iterator, Sequence
from pathlib import Path

from leafdeck.errors import Problem, SourceError
from leafdeck.guide.problems import nearest
from leafdeck.guide.yamltext import Fields, Items, Scalar, read_text
from leafdeck.notice import Place

_SEPARATORS = ",;\t"
"""What stands between cells: a comma, or what spreadsheets write where a comma divides numbers."""


def read(path: Path, columns: Sequence[str]) -> Items:
    """Read a table with a line of headings; a cell that is empty is a field that is left out.

    Args:
        path: the file.
        columns: the headings there may be.

    Raises:
        SourceError: with every problem: the file cannot be read, a heading is unknown or given twice, a row is longer
            than the headings, quotes do not close.
    """
    text = read_text(path)
    lines = text.splitlines()
    if not any(line.strip() for line in lines):
        raise SourceError(
            Problem(Place(path, 1, 1), "the file is empty", f"Begin with a line of headings: {_some(columns)}.")
        )
    separator = max(_SEPARATORS, key=lines[0].count)
    rows = list(_rows(path, text, separator))
    (_, headings), *rest = rows
    problems = list(_headings(path, headings, columns))
    names = [name.strip().lower() for _, name in headings]
    nodes = []
    for place, cells in rest:
        if not any(cell.strip() for _, cell in cells):
            continue
        for at, cell in cells[len(names) :]:
            if cell.strip():
                hint = 'Put a text that has the separator in it in quotes: "…".'
                problems.append(Problem(at, f"this row has more cells than the {len(names)} headings", hint))
                break
        entries = {
            name: (Scalar(at, name), Scalar(at, cell.strip()))
            for name, (at, cell) in zip(names, cells, strict=False)
            if cell.strip()
        }
        nodes.append(Fields(place, entries))
    if problems:
        raise SourceError(problems)
    return Items(Place(path, 1, 1), tuple(nodes))


def _headings(path: Path, headings: Sequence[tuple[Place, str]], columns: Sequence[str]) -> Iterator[Problem]:
    seen: set[str] = set()
    for at, written in headings:
        name = written.strip().lower()
        if name not in columns:
            hint = nearest(name, columns) or f"The headings are {_some(columns)}."
            yield Problem(at, f"there is no field `{written.strip()}` of a site", hint)
        elif name in seen:
            yield Problem(at, f"the heading `{name}` is given twice", "Keep one of them.")
        seen.add(name)
    if "site" not in seen:
        hint = "It holds a short name for each row, such as north-clinic."
        yield Problem(Place(path, 1, 1), "the heading `site` is missing", hint)


def _rows(path: Path, text: str, separator: str) -> Iterator[tuple[Place, list[tuple[Place, str]]]]:
    """Yield each row's place, and its cells with theirs. Raises SourceError."""
    lines = text.splitlines(keepends=True)
    reader = csv.reader(lines, delimiter=separator, strict=True)
    before = 0
    try:
        for cells in reader:
            starts = _starts("".join(lines[before : reader.line_num]), separator)
            places = [Place(path, before + 1 + line, column) for line, column in starts]
            places += [places[-1]] * (len(cells) - len(places))
            yield places[0], list(zip(places, cells, strict=False))
            before = reader.line_num
    except csv.Error as error:
        hint = 'A text with quotes in it is written "like ""this""", and a quote that opens must close.'
        raise SourceError(Problem(Place(path, before + 1, 1), f"this row cannot be read: {error}", hint)) from None


def _starts(row: str, separator: str) -> list[tuple[int, int]]:
    """Return where each cell of a row begins: its line in the row from 0, its column from 1."""
    starts, line, column, quoted = [(0, 1)], 0, 1, False
    for sign in row:
        column += 1
        if sign == '"':
            quoted = not quoted
        elif sign == "\n":
            line, column = line + 1, 1
        elif sign == separator and not quoted:
            starts.append((line, column))
    return starts


def _some(columns: Sequence[str]) -> str:
    return ", ".join(columns)
