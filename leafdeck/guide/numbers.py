"""The kinds of section that show numbers: a chart, and a risk as natural frequencies.

An author gives the data. How it is drawn, printed and read aloud follows from it, in the leaflet and on the slides.
"""

from __future__ import annotations

from enum import StrEnum
from typing import Literal

from pydantic import model_validator

from leafdeck.guide.base import Count, Field, Magnitude, Part, PlainText, RichText, SectionBase

MOST_CATEGORIES = 12
MOST_SLICES = 6
MOST_SERIES = 4
MOST_GROUPS = 3


class ChartType(StrEnum):
    """How data is drawn."""

    BAR = "bar"
    COLUMN = "column"
    LINE = "line"
    PIE = "pie"
    DOUGHNUT = "doughnut"


ROUND = (ChartType.PIE, ChartType.DOUGHNUT)
"""The types that show parts of one whole."""


class Series(Part):
    """A row of numbers, one for each category."""

    name: PlainText
    """What is counted or measured, such as "Most a day"."""
    values: tuple[Magnitude, ...] = Field(min_length=1)
    """The numbers, in the order of the categories, without their unit."""


class Chart(SectionBase):
    """Numbers as a chart: drawn in the leaflet with a table beside it, native and editable on the slide."""

    kind: Literal["chart"]
    """`chart`"""
    message: PlainText
    """What the chart shows, in one sentence. It stands over the chart and is the title of the slide."""
    type: ChartType
    """`bar` (across), `column` (upright), `line` (over time), `pie` or `doughnut` (parts of a whole)."""
    unit: PlainText
    """What the numbers count, such as "micrograms a day"."""
    categories: tuple[PlainText, ...] = Field(min_length=1, max_length=MOST_CATEGORIES)
    """What the numbers belong to, in a few words each, in the order to show them."""
    series: tuple[Series, ...] = Field(min_length=1, max_length=MOST_SERIES)
    """The numbers: one row, or up to four to compare."""
    heading: PlainText | None = None
    """The heading of the table's first column, such as "Age"."""
    text: RichText | None = None
    """A sentence or two on what it means."""
    source: RichText
    """Where the numbers come from, as a citation."""

    @model_validator(mode="after")
    def _complete(self) -> Chart:
        for number, series in enumerate(self.series, 1):
            if len(series.values) != len(self.categories):
                have, want = len(series.values), len(self.categories)
                raise ValueError(f"series {number} should have {want} values, one for each category, not {have}")
        for what, names in (("category", self.categories), ("series", tuple(series.name for series in self.series))):
            twice = next((name for name in names if names.count(name) > 1), None)
            if twice:
                raise ValueError(f'the {what} "{twice}" is there twice: give each a name of its own')
        if not any(any(series.values) for series in self.series):
            raise ValueError("a chart needs at least one value above 0")
        if self.type in ROUND and len(self.series) > 1:
            raise ValueError(f"a {self.type} shows one series, not {len(self.series)}: use `bar` to compare several")
        if self.type in ROUND and not 1 < len(self.categories) <= MOST_SLICES:
            raise ValueError(f"a {self.type} shows 2 to {MOST_SLICES} categories: use `bar` for more or fewer")
        if self.type is ChartType.LINE and len(self.categories) == 1:
            raise ValueError("a line needs at least 2 categories: use `column` for one")
        return self


class RiskGroup(Part):
    """How often something happens, out of the section's `of`."""

    label: PlainText
    """Who, and what happens to them, so that it follows on from the number: "people who ... get ..."."""
    number: Count = Field(ge=0)
    """How many of them, out of `of`."""
    at_most: bool = False
    """True when it is no more than this many: the sentence says "up to"."""


class Risk(SectionBase):
    """How likely something is: so many people out of 100, as a sentence and as a picture with a figure for each."""

    kind: Literal["risk"]
    """`risk`"""
    message: PlainText
    """What it shows, in one sentence. It stands over the picture and is the title of the slide."""
    of: Literal[10, 100, 1000]
    """How many people the numbers are out of: 10, 100 or 1000, the same for all groups."""
    groups: tuple[RiskGroup, ...] = Field(min_length=1, max_length=MOST_GROUPS)
    """One group, or up to three to compare."""
    text: RichText | None = None
    """A sentence or two on what it means, or what to do."""
    source: RichText
    """Where the numbers come from, as a citation."""

    @model_validator(mode="after")
    def _within(self) -> Risk:
        for number, group in enumerate(self.groups, 1):
            if group.number > self.of:
                raise ValueError(f"group {number} has {group.number} people out of {self.of}: that is too many")
        return self
