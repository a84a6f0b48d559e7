"""The kinds of section an author can write: one frozen type each, told apart by ``kind``."""

from __future__ import annotations

from enum import StrEnum
from typing import Annotated, Literal

from pydantic import field_validator, model_validator

from leafdeck.guide.base import Field, FileName, IconName, Part, PlainText, RichText, Slug


class SectionBase(Part):
    """What every kind of section has."""

    id: Slug | None = None
    """A short name for links and slide notes, such as `vitamin-d`. Made from the title when left out."""
    title: PlainText
    """The heading, in sentence case."""
    message: PlainText | None = None
    """The title of its slide, as a full sentence that says the point. The heading is used when left out."""
    optional: bool = False
    """A tight format may leave this section out."""


class Point(Part):
    """A short point with an icon."""

    icon: IconName | None = None
    """The name of an icon in `styles/icons/`."""
    title: PlainText
    """Two or three words."""
    text: RichText
    """One or two sentences."""


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


class Step(Part):
    """A step of a pathway."""

    step: PlainText
    """A few words."""
    linked_only: bool = False
    """True when the evidence shows only a link to this step: it gets a broken line and "may go with", not an arrow."""


class EvidenceStrength(StrEnum):
    """How sure we can be."""

    STRONG = "strong"
    MODERATE = "moderate"
    WEAK = "weak"
    NONE = "none"


class Evidence(Part):
    """How strong the evidence is, shown in words."""

    strength: EvidenceStrength
    """`strong`, `moderate`, `weak` or `none`."""
    note: RichText | None = None
    """What is known and what is not, in a sentence or two."""


class Mechanism(Part):
    """One way in which something leads, or may lead, to the problem."""

    id: Slug
    """A short name, such as `vitamin-d`."""
    icon: IconName | None = None
    """The name of an icon in `styles/icons/`."""
    title: PlainText
    """What it is, such as "Vitamin D"."""
    subtitle: PlainText | None = None
    """What it acts on, such as "Bones"."""
    message: PlainText
    """The slide's title: the point in one sentence."""
    text: RichText
    """The full explanation. Blank lines part paragraphs."""
    pathway: tuple[Step, ...] = ()
    """The steps in order, as text or with `linked_only`; an arrow says "leads to"."""
    effects: tuple[RichText, ...] = ()
    """What a person may notice, one line each."""
    evidence: Evidence | None = None
    """How sure we can be of this."""
    optional: bool = False
    """A tight format may leave this one out."""

    @field_validator("pathway", mode="before", json_schema_input_type=tuple[PlainText | Step, ...])
    @classmethod
    def _plain_steps(cls, value: object) -> object:
        """A step may be written as bare text."""
        if isinstance(value, list | tuple):
            return [{"step": item} if isinstance(item, str) else item for item in value]
        return value


class Mechanisms(SectionBase):
    """How it comes about: one card and one slide for each mechanism."""

    kind: Literal["mechanisms"]
    """`mechanisms`"""
    intro: RichText | None = None
    """A few sentences before the cards."""
    items: tuple[Mechanism, ...] = Field(min_length=1)
    """The mechanisms."""


class Row(Part):
    """A table row."""

    cells: tuple[RichText, ...] = Field(min_length=1)
    """One text for each column; the first heads the row."""
    highlight: bool = False
    """Show this row in a tint."""


class Table(Part):
    """A small table; the first column heads each row."""

    columns: tuple[PlainText, ...] = Field(min_length=2)
    """The column headings."""
    rows: tuple[Row, ...] = Field(min_length=1)
    """The rows."""

    @model_validator(mode="after")
    def _even(self) -> Table:
        _check_rows(self.columns, self.rows)
        return self


class Comparison(SectionBase):
    """A table that sets causes or choices side by side."""

    kind: Literal["comparison"]
    """`comparison`"""
    intro: RichText | None = None
    """A sentence before the table."""
    columns: tuple[PlainText, ...] = Field(min_length=2)
    """The column headings; the first column heads each row."""
    rows: tuple[Row, ...] = Field(min_length=1)
    """The rows."""
    note: RichText | None = None
    """A sentence after the table."""

    @model_validator(mode="after")
    def _even(self) -> Comparison:
        _check_rows(self.columns, self.rows)
        return self


def _check_rows(columns: tuple[str, ...], rows: tuple[Row, ...]) -> None:
    """Each row has as many cells as there are columns, or ValueError."""
    for number, row in enumerate(rows, 1):
        if len(row.cells) != len(columns):
            msg = f"row {number} should have {len(columns)} cells, one for each column, not {len(row.cells)}"
            raise ValueError(msg)


class DiagnosisStep(Part):
    """A step on the way to finding out."""

    icon: IconName | None = None
    """The name of an icon in `styles/icons/`."""
    title: PlainText
    """A few words."""
    text: RichText
    """What happens and why."""


class Diagnosis(SectionBase):
    """How it is found out, step by step."""

    kind: Literal["diagnosis"]
    """`diagnosis`"""
    intro: RichText | None = None
    """A sentence or two before the steps."""
    steps: tuple[DiagnosisStep, ...] = Field(min_length=1)
    """The steps in order."""
    note: RichText | None = None
    """What the tests cannot show, or what to bear in mind."""


class Option(Part):
    """One thing that can help."""

    id: Slug | None = None
    """A short name. Made from the title when left out."""
    icon: IconName | None = None
    """The name of an icon in `styles/icons/`."""
    title: PlainText
    """What it is, such as "Food"."""
    message: PlainText | None = None
    """The title of its slide."""
    text: RichText
    """What it does and for whom."""
    table: Table | None = None
    """A small table, such as foods for each nutrient."""
    actions: tuple[RichText, ...] = ()
    """What the reader can do, one line each, beginning with a verb."""
    optional: bool = False
    """A tight format may leave this one out."""


class DailyLimit(Part):
    """The most of a supplement to take in a day. It can never be left out of an output."""

    nutrient: PlainText
    """Its name."""
    usual: RichText | None = None
    """What most people need."""
    most_per_day: PlainText
    """The most a day, with its unit, such as "100 micrograms"."""
    source: PlainText | None = Field(default=None, alias="from")
    """What the limit counts, such as "supplements"."""
    check_first: RichText
    """Who must ask before they take it."""
    harm: RichText
    """What too much can do."""
    also: tuple[RichText, ...] = ()
    """Other warnings, one line each."""


class Management(SectionBase):
    """What can help, grouped by what the reader does, with the daily limits of supplements."""

    kind: Literal["management"]
    """`management`"""
    intro: RichText | None = None
    """A sentence or two first."""
    options: tuple[Option, ...] = Field(min_length=1)
    """What can help, one group each."""
    limits_title: PlainText = "Daily limits for supplements"
    """The heading over the limits."""
    limits_intro: RichText | None = None
    """A sentence before the limits."""
    limits: tuple[DailyLimit, ...] = ()
    """The daily limit of every supplement named."""


class Question(Part):
    """A question people ask, with its answer."""

    question: PlainText
    """The question, ending in a question mark."""
    answer: RichText
    """The answer: the short one first."""


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
    blank_lines: int = Field(default=0, ge=0, le=12)
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
            raise ValueError(msg)
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
            raise ValueError(msg)
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
    | Faq
    | Checklist
    | Figure
    | Conclusion
    | Text,
    Field(discriminator="kind"),
]
