"""Rules: how a guide is built: the main message first, few key points, something to do, short sections."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator

from leafdeck.check import phrases
from leafdeck.check.finding import Finding, Rule, shown
from leafdeck.check.manuscript import Dossier
from leafdeck.guide.clinical import Management
from leafdeck.guide.passages import Role
from leafdeck.guide.sections import Checklist, KeyPoints
from leafdeck.notice import Severity

SUMMARY = Rule(
    "summary-length",
    Severity.WARNING,
    "Give the answer in 1 to 3 sentences; the rest belongs in the sections.",
    "The summary is at most 3 sentences, the main message first.",
    ("CDC Clear Communication Index", "AHRQ PEMAT-P"),
)
FIRST = Rule(
    "key-points-first",
    Severity.WARNING,
    "Add a section of kind `key_points` and put it first.",
    "A guide to a condition begins with its key points; only signs that need help at once may stand before them.",
    ("CDC Clear Communication Index", "AHRQ PEMAT-P"),
)
POINTS = Rule(
    "key-points-count",
    Severity.WARNING,
    "Keep to what a reader must not miss.",
    "There are 3 to 6 key points.",
    ("CDC Clear Communication Index",),
)
ACTION = Rule(
    "action-missing",
    Severity.WARNING,
    'Say what the reader can do, in "you" or beginning with a verb.',
    "A guide names at least one thing that the reader can do.",
    ("AHRQ PEMAT-P", "CDC Clear Communication Index"),
)
TOOL = Rule(
    "tool-missing",
    Severity.WARNING,
    "Add a section of kind `checklist`, such as questions to ask at an appointment.",
    "A guide to a condition gives the reader a tool of at least 3 lines, such as questions to ask.",
    ("AHRQ PEMAT-P", "DISCERN"),
)
CHOICES = Rule(
    "choices",
    Severity.WARNING,
    "Name what else can help, also to wait and see.",
    "A guide to a condition makes clear that there is more than one choice.",
    ("DISCERN",),
)
SECTION_LENGTH = Rule(
    "section-length",
    Severity.WARNING,
    "Part it with a heading, or say it shorter.",
    "At most 150 words stand under one heading.",
    ("AHRQ PEMAT-P",),
)

FEWEST_POINTS, MOST_POINTS = 3, 6
SENTENCES, TOOL_LINES, OPTIONS = 3, 3, 2
SECTION_WORDS = 150
_HEADED = re.compile(r"sections\[\d+\](?:\.(?:items|options|points|steps|marks|limits)\[\d+\])?")
"""What has a heading of its own: a section; each of its mechanisms, options, limits, questions, points and steps."""


def summary_length(dossier: Dossier) -> Iterator[Finding]:
    """Find summaries of more than 3 sentences."""
    count = sum(sentence.passage.path == "summary" for sentence in dossier.manuscript.sentences)
    if count > SENTENCES:
        yield SUMMARY.found(dossier.place("summary"), f"the summary has {count} sentences")


def key_points_first(dossier: Dossier) -> Iterator[Finding]:
    """Find guides to a condition that do not begin with key points."""
    if dossier.guide.guide.type != "condition":
        return
    kinds = [section.kind for section in dossier.guide.sections if section.kind != "urgent"]
    if kinds and kinds[0] != "key_points":
        message = "the key points come later" if "key_points" in kinds else "there are no key points"
        yield FIRST.found(dossier.place("sections"), message)


def key_points_count(dossier: Dossier) -> Iterator[Finding]:
    """Find sections of fewer than 3 or more than 6 key points."""
    for number, section in enumerate(dossier.guide.sections):
        if isinstance(section, KeyPoints) and not FEWEST_POINTS <= len(section.points) <= MOST_POINTS:
            count = len(section.points)
            message = f"there {'is' if count == 1 else 'are'} {count} key point{'' if count == 1 else 's'}, not 3 to 6"
            yield POINTS.found(dossier.place(f"sections[{number}].points"), message)


def action_missing(dossier: Dossier) -> Iterator[Finding]:
    """Find guides that give the reader nothing to do."""
    verbs = dossier.manuscript.words.imperatives
    if not verbs:
        return
    for section in dossier.guide.sections:
        if isinstance(section, Checklist) or (
            isinstance(section, Management) and any(o.actions for o in section.options)
        ):
            return
    for sentence in dossier.manuscript.sentences:
        match = next(phrases.found(verbs, sentence.text), None)
        if match and (match.start() == 0 or " " in match[0]):
            return
    yield ACTION.found(dossier.place("sections"), "this guide names nothing that the reader can do")


def tool_missing(dossier: Dossier) -> Iterator[Finding]:
    """Find guides to a condition without a checklist of 3 lines."""
    if dossier.guide.guide.type != "condition":
        return
    lines = [len(one.items) + one.blank_lines for one in dossier.guide.sections if isinstance(one, Checklist)]
    if not lines or max(lines) < TOOL_LINES:
        yield TOOL.found(dossier.place("sections"), "this guide has no questions to ask, and no other list to tick")


def choices(dossier: Dossier) -> Iterator[Finding]:
    """Find guides to a condition that name one thing only that can help."""
    found = [one for one in dossier.guide.sections if isinstance(one, Management)]
    if dossier.guide.guide.type == "condition" and sum(len(one.options) for one in found) < OPTIONS:
        path = next(
            (f"sections[{n}].options" for n, one in enumerate(dossier.guide.sections) if one in found), "sections"
        )
        yield CHOICES.found(dossier.place(path), "only one thing that can help is named")


def section_length(dossier: Dossier) -> Iterator[Finding]:
    """Find headings with more than 150 words of running text under them; tables and glossaries do not count."""
    counts: Counter[str] = Counter()
    for sentence in dossier.manuscript.sentences:
        passage = sentence.passage
        match = _HEADED.match(passage.path)
        if match and passage.role is not Role.CELL:
            counts[_heading(match[0], passage.kind)] += len(sentence.words)
    for path, count in counts.items():
        if count > SECTION_WORDS:
            title = next((one.text for one in dossier.manuscript.passages if one.path in _titles(path)), path)
            message = f"{count} words stand under {shown(title)}; {SECTION_WORDS} are enough"
            yield SECTION_LENGTH.found(dossier.place(path), message)


def _heading(path: str, kind: str) -> str:
    """Return the path of what heads a part: points of a conclusion and lines to tick have no heading of their own."""
    return path.partition("].")[0].removesuffix("]") + "]" if kind in {"checklist", "conclusion"} else path


def _titles(path: str) -> tuple[str, ...]:
    return (f"{path}.title", f"{path}.question", f"{path}.label", f"{path}.nutrient")
