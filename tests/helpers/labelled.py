"""Labelled snippets: what a rule must find in them and what it must leave alone, and how well it does."""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import cache
from pathlib import Path

import yaml

from leafdeck.check.finding import Finding
from leafdeck.check.manuscript import Manuscript
from leafdeck.check.rules import WORDS
from leafdeck.guide import words as lexicons
from leafdeck.guide.lexicon import Lexicon
from leafdeck.guide.passages import Role, of_text
from leafdeck.guide.written import Sheet, Written
from leafdeck.resources import Resources

FOLDER = Path(__file__).parents[1] / "labelled"
HELD_OUT = FOLDER / "held-out"


@dataclass
class Score:
    """How often a family's rules were right: found as labelled, missed, found where nothing is."""

    hits: list[str] = field(default_factory=list)
    missed: list[str] = field(default_factory=list)
    false: list[str] = field(default_factory=list)

    @property
    def precision(self) -> float:
        """How many of the findings are right."""
        return len(self.hits) / max(1, len(self.hits) + len(self.false))

    @property
    def recall(self) -> float:
        """How much of what is labelled is found."""
        return len(self.hits) / max(1, len(self.hits) + len(self.missed))


def families() -> list[str]:
    """Return the names of the families there are snippets for."""
    return sorted(path.stem for path in FOLDER.glob("*.yaml"))


def score(family: str, folder: Path = FOLDER) -> Score:
    """Run a family's rules over its snippets, those in `folder`."""
    data = yaml.safe_load((folder / f"{family}.yaml").read_text(encoding="utf-8"))
    ids = {find["rule"] for snippet in data["snippets"] for find in snippet["finds"]}
    rules = [judge for rule, judge in WORDS.items() if rule.id in ids]
    total = Score()
    for snippet in data["snippets"]:
        manuscript, sheet = manuscript_of(snippet)
        found = [finding for judge in rules for finding in judge(manuscript) if finding.rule in ids]
        _compare(snippet, sheet, found, total)
    return total


def manuscript_of(snippet: dict[str, object]) -> tuple[Manuscript, Sheet]:
    """Return a snippet as a manuscript and the file that it would stand in."""
    text, language = str(snippet["text"]), str(snippet.get("language", "en-GB"))
    sheet = Sheet(Path("snippet.yaml"), text)
    written = Written(sheet, 0, len(text))
    words = _words_of(language)
    terms: list[dict[str, str]] = snippet.get("glossary", [])  # type: ignore[assignment]
    glossary = {term["term"]: term["meaning"] for term in terms}
    designs: dict[str, str] = snippet.get("references", {})  # type: ignore[assignment]
    found = of_text(text, Role(str(snippet.get("role", "prose"))), "summary", written)
    return Manuscript(language, found, words, glossary, designs), sheet


@cache
def _words_of(language: str) -> Lexicon:
    return lexicons.load(Resources.beside(FOLDER).words(language))


def _compare(snippet: dict[str, object], sheet: Sheet, found: list[Finding], total: Score) -> None:
    labelled: list[dict[str, str]] = snippet["finds"]  # type: ignore[assignment]
    right: set[int] = set()
    for label in labelled:
        start = sheet.text.index(label["words"])
        end = start + len(label["words"])
        touching = [
            number
            for number, one in enumerate(found)
            if one.rule == label["rule"] and one.span[0] < end and one.span[1] > start
        ]
        right.update(touching)
        (total.hits if touching else total.missed).append(f"{label['rule']}: {label['words']!r} in {sheet.text!r}")
    for number, one in enumerate(found):
        if number not in right:
            words = sheet.text[one.span[0] : one.span[1]]
            total.false.append(f"{one.rule}: {words!r} in {sheet.text!r}")
