"""What a rule over a finished presentation finds."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from leafdeck.check.finished import Item, Slide
from leafdeck.notice import Severity


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing that a rule found.

    Attributes:
        rule: the rule's id.
        severity: an error keeps people out, a warning often does, an info makes it harder: as PowerPoint's own
            checker parts errors, warnings and tips.
        message: what is wrong.
        hint: what to do about it.
        slide: the slide's number, 0 for the whole file.
        shape: the shape's name in the selection pane.
    """

    rule: str
    severity: Severity
    message: str
    hint: str = ""
    slide: int = 0
    shape: str = ""

    def __str__(self) -> str:
        """Return one line for a person."""
        where = f"slide {self.slide}: " if self.slide else ""
        return f"{where}{self.message} [{self.rule}]"


@dataclass(frozen=True, slots=True)
class Rule:
    """A rule's id, how bad it is to break it, and what to do."""

    id: str
    severity: Severity
    hint: str

    def broken(self, message: str, slide: Slide | None = None, item: Item | None = None) -> Finding:
        """Return a finding of this rule."""
        number, name = slide.number if slide else 0, item.name if item else ""
        return Finding(self.id, self.severity, message, self.hint, number, name)


def shown(words: str, most: int = 50) -> str:
    """Return words in quotes, on one line, cut where they are many."""
    line = " ".join(words.split())
    return f'"{line if len(line) <= most else line[: most - 1] + "…"}"'


def listed(names: Iterable[str], most: int = 3) -> str:
    """Return some names in quotes, and how many more there are."""
    found = list(names)
    more = f" and {len(found) - most} more" if len(found) > most else ""
    return ", ".join(shown(name) for name in found[:most]) + more
