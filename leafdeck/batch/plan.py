"""Which documents a batch makes, and which of them its rules leave out: pure."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from fnmatch import fnmatchcase
from itertools import product as each_with_each
from pathlib import Path

from leafdeck.formats import FORMATS, Format
from leafdeck.notice import Place
from leafdeck.order import Order, Product

_FORMS = {form.name: form for form in FORMATS}


@dataclass(frozen=True, slots=True)
class Named:
    """A guide or a brand: its name and its file. A brand that nobody names has neither."""

    name: str
    file: Path | None


@dataclass(frozen=True, slots=True)
class Site:
    """A site: its name, and the fields of ``organisation`` that it gives."""

    name: str
    fields: tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class Pattern:
    """Names that a rule gives for one member of a document, with the place of each."""

    member: str
    names: tuple[tuple[str, Place], ...]

    def fits(self, job: Job) -> bool:
        """Return whether the job's member has one of the names."""
        name = getattr(job, self.member)
        return any(fnmatchcase(name, each) for each, _ in self.names)


Rule = tuple[Pattern, ...]
"""Describes the jobs that every one of its patterns fits."""


@dataclass(frozen=True, slots=True)
class Options:
    """What all documents are made with; see `Order`."""

    press: bool = False
    fillable: bool = False
    strict: bool = False


@dataclass(frozen=True, slots=True)
class Manifest:
    """What is asked for.

    Attributes:
        path: the manifest's file.
        files: every file that was read for it.
        guides, brands, formats, sites: the members; a batch without brands or sites has one without a name.
        include: only jobs that one of these describes, if there are any.
        exclude: no job that one of these describes.
        options: what all are made with.
    """

    path: Path
    files: tuple[Path, ...]
    guides: tuple[Named, ...]
    brands: tuple[Named, ...]
    formats: tuple[str, ...]
    sites: tuple[Site, ...]
    include: tuple[Rule, ...] = ()
    exclude: tuple[Rule, ...] = ()
    options: Options = field(default_factory=Options)


@dataclass(frozen=True, slots=True)
class Job:
    """One document to make: all that a process anywhere needs to know of it.

    Attributes:
        guide, brand, format, site: names; of brand and site, "" when nobody names them.
        content: the content file.
        brand_file: the brand file, or None for the guide's own.
        organisation: fields in place of the guide's.
        options: what it is made with.
    """

    guide: str
    brand: str
    format: str
    site: str
    content: Path
    brand_file: Path | None = None
    organisation: tuple[tuple[str, str], ...] = ()
    options: Options = field(default_factory=Options)

    @property
    def folder(self) -> Path:
        """Where its files go, from the output folder."""
        return Path(*(part for part in (self.site, self.guide, self.brand) if part))

    @property
    def product(self) -> Product:
        """The product that it is."""
        return Product.LEAFLET if self.format in _FORMS else Product(self.format)

    @property
    def form(self) -> Format | None:
        """The leaflet's form that it is, if it is one."""
        return _FORMS.get(self.format)

    def order(self, today: dt.date) -> Order:
        """Return what a build is asked for."""
        form = self.form
        return Order(
            self.content,
            Path(),
            today,
            products=(self.product,),
            brand=self.brand_file,
            formats=(form,) if form else (),
            press=self.options.press,
            fillable=self.options.fillable,
            strict=self.options.strict,
            organisation=self.organisation,
            side_by_side=False,
        )


def jobs(manifest: Manifest) -> Iterator[Job]:
    """Yield the jobs, those of one guide after one another."""
    members = each_with_each(manifest.guides, manifest.sites, manifest.brands, manifest.formats)
    for guide, site, brand, form in members:
        assert guide.file is not None  # noqa: S101 - only a brand may have none
        job = Job(guide.name, brand.name, form, site.name, guide.file, brand.file, site.fields, manifest.options)
        if _wanted(job, manifest.include, manifest.exclude):
            yield job


def _wanted(job: Job, include: Sequence[Rule], exclude: Sequence[Rule]) -> bool:
    if include and not any(_describes(rule, job) for rule in include):
        return False
    return not any(_describes(rule, job) for rule in exclude)


def _describes(rule: Rule, job: Job) -> bool:
    return all(pattern.fits(job) for pattern in rule)
