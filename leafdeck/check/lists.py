"""Rules: lists and tables that can be taken in."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import groupby

from leafdeck.check.finding import Finding, Rule, shown
from leafdeck.check.manuscript import Dossier, Manuscript
from leafdeck.guide.clinical import Comparison, Management, Mechanisms
from leafdeck.guide.passages import Role
from leafdeck.guide.sections import Checklist, Conclusion, KeyPoints, Section, Urgent
from leafdeck.notice import Severity

MOST_ITEMS = 6
TOO_MANY_ITEMS = 8
"""From here on it is an error."""
MOST_COLUMNS = 4
MOST_HEAD_WORDS = 5

LIST_LENGTH = Rule(
    "list-length",
    Severity.WARNING,
    f"Make 2 lists of it, each with words before it, or leave out what matters least. Up to {MOST_ITEMS} are easy.",
    f"A list has at most {MOST_ITEMS} items; over {TOO_MANY_ITEMS - 1} is an error, but not for signs that need help.",
    ("NHS content style", "CDC Clear Communication Index"),
)
LIST_SENTENCE = Rule(
    "list-sentence",
    Severity.WARNING,
    "Keep to one sentence; move the rest to the text, or make an item of its own of it.",
    "A list item is one sentence.",
    ("NHS content style",),
)
TABLE_COLUMNS = Rule(
    "table-columns",
    Severity.WARNING,
    "Make 2 tables of it, or turn rows and columns round.",
    f"A table has at most {MOST_COLUMNS} columns.",
    ("AHRQ PEMAT-P",),
)
TABLE_HEAD_WORDS = Rule(
    "table-head-words",
    Severity.WARNING,
    "Say it in fewer words; a sentence before the table can hold the rest.",
    f"The heading of a column has at most {MOST_HEAD_WORDS} words.",
    ("AHRQ PEMAT-P",),
)


def list_length(dossier: Dossier) -> Iterator[Finding]:
    """Find lists of more than 6 items. Signs that need help may be as many as there must be: never an error."""
    for path, count, signs in _lists(dossier):
        if count > MOST_ITEMS:
            severity = Severity.ERROR if count >= TOO_MANY_ITEMS and not signs else Severity.WARNING
            yield LIST_LENGTH.found(dossier.place(path), f"this list has {count} items", severity=severity)
    for _, bullets in groupby(dossier.manuscript.passages, key=lambda one: (one.path, one.role)):
        found = [one for one in bullets if one.role is Role.ITEM]
        if len(found) > MOST_ITEMS:
            severity = Severity.ERROR if len(found) >= TOO_MANY_ITEMS else Severity.WARNING
            yield LIST_LENGTH.at(
                found[0], 0, len(found[0].text), f"this list has {len(found)} items", severity=severity
            )


def list_sentence(manuscript: Manuscript) -> Iterator[Finding]:
    """Find list items of more than one sentence, at the second."""
    for passage, found in manuscript.split:
        if passage.role in {Role.ITEM, Role.SIGN} and len(found) > 1:
            message = f"this list item has {len(found)} sentences; the second begins here"
            yield LIST_SENTENCE.at(passage, found[1].start, found[1].end, message)


def table_columns(dossier: Dossier) -> Iterator[Finding]:
    """Find tables of more than 4 columns."""
    for path, columns in _tables(dossier):
        if len(columns) > MOST_COLUMNS:
            yield TABLE_COLUMNS.found(dossier.place(path), f"this table has {len(columns)} columns")


def table_head_words(dossier: Dossier) -> Iterator[Finding]:
    """Find headings of columns of more than 5 words."""
    for path, columns in _tables(dossier):
        for number, head in enumerate(columns):
            words = len(head.split())
            if words > MOST_HEAD_WORDS:
                message = f"the heading {shown(head)} has {words} words"
                yield TABLE_HEAD_WORDS.found(dossier.place(f"{path}[{number}]"), message)


def _lists(dossier: Dossier) -> Iterator[tuple[str, int, bool]]:
    """Yield the guide's lists: where each stands, how many items it has, and whether they are signs that need help."""
    for number, section in enumerate(dossier.guide.sections):
        for path, count in _lists_of(section):
            yield f"sections[{number}].{path}", count, isinstance(section, Urgent)


def _lists_of(section: Section) -> Iterator[tuple[str, int]]:
    match section:
        case KeyPoints():
            yield "points", len(section.points)
        case Urgent():
            yield "signs", len(section.signs)
        case Checklist():
            yield "items", len(section.items)
        case Conclusion():
            yield "points", len(section.points)
        case Mechanisms():
            yield from ((f"items[{at}].effects", len(one.effects)) for at, one in enumerate(section.items))
        case Management():
            yield from ((f"options[{at}].actions", len(one.actions)) for at, one in enumerate(section.options))
            yield from ((f"limits[{at}].also", len(one.also)) for at, one in enumerate(section.limits))
        case _:
            return


def _tables(dossier: Dossier) -> Iterator[tuple[str, tuple[str, ...]]]:
    """Yield where each table's headings stand, and the headings."""
    for number, section in enumerate(dossier.guide.sections):
        path = f"sections[{number}]"
        if isinstance(section, Comparison):
            yield f"{path}.columns", section.columns
        elif isinstance(section, Management):
            for at, option in enumerate(section.options):
                if option.table:
                    yield f"{path}.options[{at}].table.columns", option.table.columns
