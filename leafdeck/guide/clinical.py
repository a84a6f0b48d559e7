"""The kinds of section that explain a problem: how it comes about, how it is told apart and found out, what helps."""

from __future__ import annotations

from enum import StrEnum
from typing import Literal

from pydantic import field_validator, model_validator

from leafdeck.guide.base import Amount, Field, IconName, MisfitError, Part, PlainText, RichText, SectionBase, Slug


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
    icons: tuple[IconName, ...] = Field(default=(), max_length=4)
    """Up to four icons in `styles/icons/` of what the row names, such as foods, in the table of an option."""
    optional: bool = False
    """A tight format may leave this one out."""


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
    """Each row has as many cells as there are columns, or MisfitError."""
    for index, row in enumerate(rows):
        if len(row.cells) != len(columns):
            msg = f"row {index + 1} should have {len(columns)} cells, one for each column, not {len(row.cells)}"
            raise MisfitError(msg, ("rows", index, "cells"), 'Write "-" in a cell that is to say nothing.')


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
    most_per_day: Amount
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

    @model_validator(mode="after")
    def _keeps_limits(self) -> Management:
        if self.optional and self.limits:
            msg = "a section with `limits` is never left out: it cannot be `optional`"
            raise MisfitError(msg, ("optional",), "Take the line away, or give single options one of their own.")
        return self
