"""The kinds of section an author can write: one frozen type each, told apart by ``kind``."""

from __future__ import annotations

from enum import StrEnum
from typing import Annotated, Literal

from pydantic import model_validator

from leafdeck.guide.anatomy import Spine
from leafdeck.guide.base import (
    Count,
    Field,
    FileName,
    IconName,
    MisfitError,
    Part,
    PlainText,
    RichText,
    SectionBase,
    Slug,
)
from leafdeck.guide.clinical import Comparison, Diagnosis, Management, Mechanisms
from leafdeck.guide.numbers import Chart, Risk


class Point(Part):
    """A short point with an icon."""

    icon: IconName | None = None
    """The name of an icon in `styles/icons/`."""
    title: PlainText
    """Two or three words."""
    text: RichText
    """One or two sentences."""
    optional: bool = False
    """A tight format may leave this one out."""


class KeyPoints(SectionBase):
    """The short version: three to six points that a reader must not miss."""

    kind: Literal["key_points"]
    """`key_points`"""
    intro: RichText | None = None
    """A sentence or two before the points."""
    points: tuple[Point, ...] = Field(min_length=1)
    """The points, most important first."""
    closing: RichText | None = None
    """A line that puts the points in proportion, shown in a band below them."""


class UrgencyLevel(StrEnum):
    """How soon a person needs help."""

    EMERGENCY = "emergency"
    URGENT = "urgent"
    ROUTINE = "routine"


class Sign(Part):
    """A sign that a person needs help. It can never be left out of an output."""

    id: Slug
    """A short name, such as `saddle`."""
    text: RichText
    """The sign, so that it follows on from `lead`."""


class Urgent(SectionBase):
    """When to get help: one section for each level."""

    kind: Literal["urgent"]
    """`urgent`"""
    level: UrgencyLevel
    """`emergency` (999, now), `urgent` (111, today) or `routine` (see a GP)."""
    lead: RichText | None = None
    """The words before the signs, such as "You have back pain and:"."""
    signs: tuple[Sign, ...] = Field(min_length=1)
    """The signs, one each."""
    explain: RichText | None = None
    """Why it matters, or what to do meanwhile."""
    optional: Literal[False] = False
    """Always false: help in an emergency is never left out."""


class Question(Part):
    """A question people ask, with its answer."""

    question: PlainText
    """The question, ending in a question mark."""
    answer: RichText
    """The answer: the short one first."""
    optional: bool = False
    """A tight format may leave this one out."""


class Faq(SectionBase):
    """Questions people ask."""

    kind: Literal["faq"]
    """`faq`"""
    intro: RichText | None = None
    """A sentence first."""
    items: tuple[Question, ...] = Field(min_length=1)
    """The questions with their answers."""


class Checklist(SectionBase):
    """Something to do, to ask or to write on, each line with a box to tick."""

    kind: Literal["checklist"]
    """`checklist`"""
    icon: IconName | None = None
    """The name of an icon in `styles/icons/`."""
    intro: RichText | None = None
    """A sentence first."""
    items: tuple[RichText, ...] = Field(min_length=1)
    """The lines to tick."""
    blank_lines: Count = Field(default=0, ge=0, le=12)
    """How many empty lines to print for the reader's own notes."""


class Figure(SectionBase):
    """A picture: an image file or an SVG drawing."""

    kind: Literal["figure"]
    """`figure`"""
    image: FileName
    """The file, beside this one or in a folder below it."""
    alt: PlainText | None = None
    """What the picture shows, for people who cannot see it."""
    decorative: bool = False
    """True when the picture says nothing that the text does not."""
    caption: RichText | None = None
    """The words under the picture."""
    credit: PlainText | None = None
    """Who made it, and under which licence."""

    @model_validator(mode="after")
    def _described(self) -> Figure:
        if self.alt is None and not self.decorative:
            msg = "a figure needs `alt` (what it shows, in a sentence), or `decorative: true`"
            raise MisfitError(msg, (), "Add a line `alt: …`, for people who cannot see the picture.")
        return self


class Conclusion(SectionBase):
    """What to take home."""

    kind: Literal["conclusion"]
    """`conclusion`"""
    text: RichText | None = None
    """The closing words."""
    points: tuple[RichText, ...] = ()
    """What to remember or do, one line each."""

    @model_validator(mode="after")
    def _says_something(self) -> Conclusion:
        if self.text is None and not self.points:
            msg = "a conclusion needs `text` or `points`"
            raise MisfitError(msg, (), "Add `points:` and below it a line `- …` for each thing to remember.")
        return self


class Text(SectionBase):
    """Anything else, in light Markdown: paragraphs, bullet lists, bold, links, citations."""

    kind: Literal["text"]
    """`text`"""
    text: RichText
    """The words. Blank lines part paragraphs; a line that begins with "- " is a bullet."""


Section = Annotated[
    KeyPoints
    | Urgent
    | Mechanisms
    | Comparison
    | Diagnosis
    | Management
    | Chart
    | Risk
    | Faq
    | Checklist
    | Figure
    | Spine
    | Conclusion
    | Text,
    Field(discriminator="kind"),
]
