"""The Guide: one structured source for a leaflet and a deck. Only the author's words; nothing about how they look."""

from __future__ import annotations

from collections.abc import Mapping
from enum import StrEnum
from typing import Literal

from pydantic import model_validator

from leafdeck.guide.base import (
    Count,
    Day,
    Email,
    Field,
    FileName,
    Language,
    MisfitError,
    Part,
    PlainText,
    RichText,
    Slug,
    Url,
)
from leafdeck.guide.reference import Reference
from leafdeck.guide.sections import Section

SCHEMA_VERSION = 1
"""The version of the format that this release reads."""

REQUIRED_OF_A_CONDITION = ("mechanisms", "diagnosis", "management")
"""Kinds of section that a guide to a condition must have."""


class Status(StrEnum):
    """Whether a clinician has signed the guide off."""

    DRAFT = "draft"
    APPROVED = "approved"


class Person(Part):
    """Someone who wrote or reviewed the guide."""

    name: PlainText
    """Their name, or the name of a team."""
    role: PlainText | None = None
    """What they do, such as "Physiotherapist"."""


class Governance(Part):
    """What the guide is and who stands behind it. Patient-information standards ask for all of it."""

    id: Slug
    """Names the guide in reports and batches, such as `nutrients-back-pain`."""
    type: Literal["condition", "general"] = "condition"
    """A `condition` guide must have mechanisms, diagnosis and management; a `general` one need not."""
    title: PlainText
    """The title, up to 65 characters, in sentence case."""
    subtitle: PlainText | None = None
    """A line under the title."""
    language: Language = "en-GB"
    """The language as a BCP 47 tag, such as `en-GB`. It sets labels and quotes."""
    audience: PlainText
    """Who it is for."""
    keywords: tuple[PlainText, ...] = ()
    """Words that people search for."""
    status: Status = Status.DRAFT
    """`draft` or `approved`. A draft says so on every page and on the title slide."""
    version: PlainText
    """The version, such as 1.0."""
    published: Day
    """When it was published, as 2026-11-23."""
    review_by: Day
    """When it must be reviewed, at most three years on."""
    authors: tuple[Person, ...] = Field(min_length=1)
    """Who wrote it."""
    reviewed_by: tuple[Person, ...] = ()
    """Who approved it. A draft may have none; an approved guide may not."""
    reviewed_on: Day | None = None
    """When it was approved. An approved guide needs it."""
    funding: PlainText
    """Who paid for it."""
    conflicts: PlainText
    """Interests that a reader should know of, or that there are none."""

    @model_validator(mode="after")
    def _approved_by_someone(self) -> Governance:
        if self.status is Status.APPROVED and (not self.reviewed_by or self.reviewed_on is None):
            msg = "an approved guide names who approved it (`reviewed_by`) and when (`reviewed_on`)"
            hint = "Add reviewed_by: [{name: …, role: …}] and reviewed_on: …, or write status: draft."
            raise MisfitError(msg, ("status",), hint)
        if self.review_by <= self.published:
            msg = "`review_by` must come after `published`"
            raise MisfitError(msg, ("review_by",), f"Write a day after {self.published}, or mend `published`.")
        return self


class Organisation(Part):
    """Who publishes the guide and how to reach them."""

    name: PlainText
    """Its name."""
    logo: FileName | None = None
    """An image file beside this one. The brand's logo is used when left out."""
    department: PlainText | None = None
    """The service or department."""
    address: PlainText | None = None
    """The postal address, in one line."""
    phone: PlainText | None = None
    """The telephone number."""
    website: Url | None = None
    """The web address, with https://."""
    email: Email | None = None
    """The email address."""
    feedback: RichText
    """How to say what you think of this guide."""
    other_formats: RichText
    """How to get it in large print, braille, audio or another language."""


class GlossaryTerm(Part):
    """A word that the guide explains."""

    term: PlainText
    """The word as the text uses it."""
    meaning: RichText
    """What it means, in plain words."""
    optional: bool = False
    """A tight format may leave this one out."""


class Link(Part):
    """A place to find out more."""

    title: PlainText
    """What it is."""
    url: Url
    """Where it is, with https://."""
    note: RichText | None = None
    """What a reader finds there."""
    optional: bool = False
    """A tight format may leave this one out."""


class SlideExtras(Part):
    """What a talk needs that a leaflet does not."""

    presenter: PlainText | None = None
    """Who gives the talk; shown on the title slide."""
    occasion: PlainText | None = None
    """Where or to whom, such as "Back pain class"; shown on the title slide."""
    notes: Mapping[Slug, RichText] = Field(default_factory=dict)
    """What to say that the text does not, under the `id` of a section, mechanism or option."""
    minutes: Mapping[Slug, Count] = Field(default_factory=dict)
    """How many minutes to give it, under the `id` of a section, mechanism or option."""
    reveal: tuple[Slug, ...] = ()
    """The `id`s of mechanisms and of sections of questions whose steps or answers appear as you click."""


class Waiver(Part):
    """A rule that does not apply here, with the reason."""

    rule: PlainText
    """The rule's name."""
    where: PlainText
    """Where it does not apply."""
    reason: PlainText
    """Why."""
    by: PlainText
    """Who decided."""
    until: Day
    """Until when."""


class Guide(Part):
    """One structured source for a printed leaflet and a slide deck."""

    schema_version: Literal[1] = Field(alias="schema")
    """The version of this format: 1."""
    guide: Governance
    """What the guide is and who stands behind it."""
    organisation: Organisation
    """Who publishes it and how to reach them."""
    summary: RichText
    """One to three sentences, the answer first."""
    sections: tuple[Section, ...] = Field(min_length=1)
    """The parts of the guide, in any order and number; `kind` decides the fields and the look."""
    glossary: tuple[GlossaryTerm, ...] = ()
    """Words the guide explains."""
    more_information: tuple[Link, ...] = ()
    """Places to find out more. The first becomes the QR code."""
    references: tuple[Reference, ...] = ()
    """The sources that the text cites."""
    disclaimer: RichText
    """What the guide is not: it does not replace advice from a health professional."""
    slides: SlideExtras = SlideExtras()
    """What a talk needs that a leaflet does not."""
    waivers: tuple[Waiver, ...] = ()
    """Rules that do not apply here."""
