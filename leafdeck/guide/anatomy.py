"""The kind of section that shows the spine: which of its bones, discs and nerves are marked, with which words.

An author names levels as clinicians do: C1 to C7 in the neck, T1 to T12 in the chest, L1 to L5 in the lower back, the
sacrum (S1 to S5) and the coccyx. How they are drawn and said follows from that.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Annotated, Literal

from pydantic import StringConstraints, model_validator

from leafdeck.guide.base import Field, MisfitError, Part, PlainText, RichText, SectionBase

LEVELS = (
    *(f"C{number}" for number in range(1, 8)),
    *(f"T{number}" for number in range(1, 13)),
    *(f"L{number}" for number in range(1, 6)),
    *(f"S{number}" for number in range(1, 6)),
    "coccyx",
)
"""The levels of the spine from the top down; those of the sacrum have grown into one bone."""

MOST_MARKS = 8
HOW = "Write a level (L4), a range (L1-L5), a disc (L4/L5), sacrum or coccyx."

At = Annotated[str, StringConstraints(pattern=r"^[A-Za-z][A-Za-z0-9]*([-/][A-Za-z][A-Za-z0-9]*)?$")]


@dataclass(frozen=True, slots=True)
class Levels:
    """A stretch of the spine.

    Attributes:
        first, last: the places of its ends in `LEVELS`.
        disc: True for the disc between two neighbours, not for the bones themselves.
    """

    first: int
    last: int
    disc: bool = False

    @property
    def names(self) -> tuple[str, str]:
        """The names of its ends; of one level, the same twice."""
        return LEVELS[self.first], LEVELS[self.last]


def levels(at: str) -> Levels:
    """Return what ``L4``, ``L1-L5``, ``L4/L5``, ``sacrum`` or ``S1-coccyx`` names.

    Raises:
        ValueError: there is no such level, or the two do not go together.
    """
    first, sign, second = re.split(r"([-/])", at, maxsplit=1) if re.search(r"[-/]", at) else (at, "", at)
    start, end = _level(first)[0], _level(second)[1]
    if sign and start >= end:
        raise ValueError(f"`{at}` does not go from the top down: the level nearer to the head comes first")
    if sign == "/" and (end != start + 1 or start < LEVELS.index("C2") or start >= LEVELS.index("S1")):
        raise ValueError(f"there is no disc `{at}`: discs lie between neighbours, from C2/C3 to L5/S1")
    return Levels(start, end, disc=sign == "/")


def _level(name: str) -> tuple[int, int]:
    """Return the first and last place of a level; the sacrum has five."""
    if name.lower() == "sacrum":
        return LEVELS.index("S1"), LEVELS.index("S5")
    found = next((place for place, level in enumerate(LEVELS) if level.lower() == name.lower()), None)
    if found is None:
        raise ValueError(f"the spine has no level `{name}`: there are C1 to C7, T1 to T12, L1 to L5 and S1 to S5")
    return found, found


class SpineMark(Part):
    """A stretch of the spine, a disc or a nerve that is marked."""

    at: At
    """Where: a level (`L4`), a range (`L1-L5`), a disc (`L4/L5`), `sacrum` or `coccyx`."""
    label: PlainText
    """What it is, in a few words, such as "Lower back"."""
    text: RichText | None = None
    """What to know about it, in a short sentence."""
    nerve: bool = False
    """True for the nerves that leave the spine there, not the bones."""
    highlight: bool = False
    """Show this mark in full colour."""

    @model_validator(mode="after")
    def _on_the_spine(self) -> SpineMark:
        try:
            found = levels(self.at)
        except ValueError as error:
            raise MisfitError(str(error), ("at",), HOW) from error
        if self.nerve and found.disc:
            raise MisfitError(
                "a disc has no nerves of its own", ("at",), "Name the levels the nerves leave from: L4-S3."
            )
        return self

    @property
    def levels(self) -> Levels:
        """The levels that `at` names."""
        return levels(self.at)


class Spine(SectionBase):
    """The spine from the side, with the parts that matter marked and named: drawn from this list."""

    kind: Literal["spine"]
    """`spine`"""
    intro: RichText | None = None
    """A sentence or two before the picture."""
    marks: tuple[SpineMark, ...] = Field(min_length=1, max_length=MOST_MARKS)
    """What is marked, from the top down."""
    note: RichText | None = None
    """A sentence after the picture."""
