"""The safe mends of findings, written into the content files: only the words change, and nothing is lost.

    content.yaml ──▶ findings with a mend ──▶ its text with them ──▶ read again, judged again, until no mend is left

Files are written only at the end, all or none, and only if nobody has changed them meanwhile.
"""

from __future__ import annotations

import codecs
import datetime as dt
import difflib
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from leafdeck import output
from leafdeck.check import rules, waivers
from leafdeck.check.finding import Finding
from leafdeck.checking import dossier
from leafdeck.errors import OutputError, Problem, SourceError
from leafdeck.guide.rewrite import Edit, Rewritten, rewritten
from leafdeck.guide.source import Source, load
from leafdeck.notice import Place
from leafdeck.resources import Resources

MOST_ROUNDS = 10
"""How often a text is judged again after mends: one may bring forth another, such as a shorter word a plainer one."""


@dataclass(frozen=True, slots=True)
class Change:
    """A file's text before and after, and how many mends made it so."""

    file: Path
    before: str
    after: str
    count: int


@dataclass(frozen=True, slots=True)
class Fixed:
    """What mends would change, and which findings have one that cannot be made as their words are typed."""

    changes: tuple[Change, ...]
    refused: tuple[Finding, ...]

    @property
    def count(self) -> int:
        """How many mends there are."""
        return sum(change.count for change in self.changes)


def fixed(content: Path, today: dt.date) -> Fixed:
    """Return what the mends of a content file's findings change in it and in the files it includes; nothing is written.

    Raises:
        SourceError: the content, or a file of words, cannot be read; or mends undo each other without end.
    """
    resources = Resources.beside(content)
    source = load(content, resources.icons())
    before = _texts(source)
    after, counts = dict(before), dict.fromkeys(before, 0)
    for _ in range(MOST_ROUNDS):
        found = _findings(source, resources, today)
        source, made, refused = _round(source, found, after, resources)
        if not any(made.values()):
            changes = (Change(file, before[file], after[file], counts[file]) for file in before)
            return Fixed(tuple(one for one in changes if one.before != one.after), tuple(refused))
        for file, number in made.items():
            counts[file] += number
    names = ", ".join(sorted({one.rule for one in found}))
    hint = "Mend these places by hand, and report the rules."
    raise SourceError(Problem(Place(content), f"the mends of some rules undo each other: {names}", hint))


def _texts(source: Source) -> dict[Path, str]:
    """Return the text of each file that holds words."""
    return {written.sheet.file: written.sheet.text for written in source.texts.values()}


def _findings(source: Source, resources: Resources, today: dt.date) -> list[Finding]:
    """Return what can be mended, in the order of reading."""
    found = rules.of_content(dossier(source, resources, today))
    kept, _ = waivers.applied(found, source.guide, source.positions, today)
    mendable = [one for one in kept if one.mend is not None and one.place.file and one.span[1] > one.span[0]]
    return sorted(dict.fromkeys(mendable), key=lambda one: (one.span, one.rule))


def _round(
    source: Source, found: Sequence[Finding], texts: dict[Path, str], resources: Resources
) -> tuple[Source, Mapping[Path, int], list[Finding]]:
    """Make mends in the texts, and read the guide again: what it was, and what it is, how many were made, the rest."""
    content = source.files[0]
    made: dict[Path, int] = {}
    refused: list[Finding] = []
    for file, text in texts.items():
        own = {_edit(one): one for one in reversed(found) if one.place.file == file}
        edits = sorted(own, key=lambda edit: (edit.start, edit.end))
        new = rewritten(file, text, edits)
        try:
            source = load(content, resources.icons(), {**texts, file: new.text})
        except SourceError:  # well-formed, but no guide, such as a title that has become too long
            new, source = _one_by_one(source, file, edits, texts, resources)
        texts[file], made[file] = new.text, len(new.made)
        refused += [own[edit] for edit in new.refused]
    return source, made, refused


def _one_by_one(
    source: Source, file: Path, edits: Sequence[Edit], texts: Mapping[Path, str], resources: Resources
) -> tuple[Rewritten, Source]:
    """Make those mends in a file after which the guide can still be read."""
    good: list[Edit] = []
    bad: list[Edit] = []
    new = Rewritten(texts[file], (), ())
    for edit in edits:
        tried = rewritten(file, texts[file], [*good, edit])
        try:
            source = load(source.files[0], resources.icons(), {**texts, file: tried.text})
        except SourceError:
            bad.append(edit)
        else:
            good.append(edit)
            new = tried
    return replace(new, refused=(*new.refused, *bad)), source


def _edit(finding: Finding) -> Edit:
    return Edit(*finding.span, finding.mend or "")


def difference(change: Change, name: str) -> Iterator[str]:
    """Yield a change as a unified diff, line by line without their ends."""
    before, after = change.before.splitlines(keepends=True), change.after.splitlines(keepends=True)
    for line in difflib.unified_diff(before, after, f"a/{name}", f"b/{name}"):
        yield line.rstrip("\r\n")
        if not line.endswith(("\n", "\r")):
            yield "\\ No newline at end of file"


def write(changes: Sequence[Change]) -> None:
    """Write changed files, all or none; line ends and a mark of UTF-8 at the beginning stay as they are.

    Raises:
        OutputError: a file was changed meanwhile, or cannot be written. All are as they were then.
    """
    data: dict[Path, bytes] = {}
    for change in changes:
        try:
            now = change.file.read_bytes()
        except OSError as error:
            raise OutputError(
                Problem(Place(change.file), f"the file cannot be read again: {error.strerror}")
            ) from error
        mark = codecs.BOM_UTF8 if now.startswith(codecs.BOM_UTF8) else b""
        if now != mark + change.before.encode():
            hint = "Nothing was written. Save it in your editor, then run this again."
            raise OutputError(Problem(Place(change.file), "the file was changed while it was being checked", hint))
        data[change.file.resolve()] = mark + change.after.encode()
    try:
        output.write(data)
    except OutputError as error:
        hint = "Nothing was changed. If the file is open in another program, or is read-only, change that there."
        raise OutputError([replace(problem, hint=hint) for problem in error.problems]) from error
