"""References in the fields of CSL-JSON (the Citation Style Language's data format, schema 1.0.2)."""

from __future__ import annotations

from enum import StrEnum
from typing import Literal

from pydantic import field_validator, model_validator

from leafdeck.guide.base import Field, MisfitError, Part, PlainText, Slug, Url


class Name(Part):
    """An author: a family name with a given name, or a body's name as `literal`."""

    family: PlainText | None = None
    """The family name."""
    given: PlainText | None = None
    """The given name or initials."""
    literal: PlainText | None = None
    """The whole name of an organisation."""

    @model_validator(mode="after")
    def _named(self) -> Name:
        if self.family is None and self.literal is None:
            msg = "an author needs a `family` name, or a `literal` for an organisation"
            raise MisfitError(msg, (), "Write {family: Smith, given: Jane}, or {literal: NHS}.")
        return self


class Design(StrEnum):
    """What kind of work a source is, which decides what may be said on its word."""

    SYSTEMATIC_REVIEW = "systematic-review"
    OBSERVATIONAL_REVIEW = "observational-review"
    RANDOMISED_TRIAL = "randomised-trial"
    COHORT = "cohort"
    CASE_CONTROL = "case-control"
    CROSS_SECTIONAL = "cross-sectional"
    OBSERVATIONAL = "observational"
    CASE_REPORT = "case-report"
    GUIDELINE = "guideline"
    REVIEW = "review"
    OTHER = "other"


class Reference(Part):
    """A source, in the fields of CSL-JSON. Give only fields that you have checked."""

    id: Slug
    """The name used in citations: `[@nhs-vitd]`."""
    type: Literal["article-journal", "webpage", "report", "chapter", "book", "article"]
    """What it is."""
    design: Design | None = None
    """What kind of work it is. Only what shows a cause lets a text say that one thing causes another: a
    `randomised-trial`, a `systematic-review` of trials. These show a link at most: `cohort`, `case-control`,
    `cross-sectional`, `case-report`, `observational` (one that only watches, of another or unnamed kind) and
    `observational-review` (a systematic review of such studies). The rest: `guideline` (also the advice of a health
    service or a regulator), `review` (by an expert) and `other` (such as a fact sheet)."""
    author: tuple[Name, ...] = ()
    """Who wrote it."""
    title: PlainText
    """Its title."""
    container_title: PlainText | None = Field(default=None, alias="container-title")
    """The journal, book or site it is part of."""
    publisher: PlainText | None = None
    """Who published it."""
    issued: PlainText | None = None
    """The year or date."""
    volume: PlainText | None = None
    """The volume."""
    issue: PlainText | None = None
    """The issue."""
    page: PlainText | None = None
    """The pages or article number."""
    doi: PlainText | None = Field(default=None, alias="DOI")
    """The DOI, without https://doi.org/."""
    pmid: PlainText | None = Field(default=None, alias="PMID")
    """The PubMed number."""
    url: Url | None = Field(default=None, alias="URL")
    """The web address."""
    accessed: PlainText | None = None
    """When a web page was read."""

    @field_validator("doi")
    @classmethod
    def _bare_doi(cls, value: str | None) -> str | None:
        if value is not None and not value.startswith("10."):
            msg = "a DOI begins with 10., without https://doi.org/"
            raise MisfitError(msg, (), "Write it like this: 10.1000/182")
        return value
