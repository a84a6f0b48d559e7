"""What a manifest of a batch holds, as pydantic reads it. Unknown fields are refused, as in a guide."""

from __future__ import annotations

from typing import Literal

from leafdeck.guide.base import Email, Field, FileName, Part, PlainText, RichText, Slug, Url

FormatName = Literal[
    "a4",
    "letter",
    "large-print",
    "a5-booklet",
    "poster",
    "trifold",
    "trifold-z",
    "trifold-letter",
    "web",
    "text",
    "slides",
    "slides-pdf",
    "handout",
]
"""What a document can be: the leaflet in one of its forms, or one of the products made of the slides."""


class Entry(Part):
    """A guide or a brand: its file, and what names it in folders and rules."""

    file: PlainText
    """The file, from the folder of the manifest."""
    name: Slug | None = None
    """What names it. Made from the file's name, or its folder's, when left out."""


class Site(Part):
    """Where documents are handed out: what it gives stands in place of the guide's own `organisation`."""

    site: Slug
    """A short name, such as `north-clinic`: documents go into a folder of that name."""
    name: PlainText | None = None
    """The name of the organisation."""
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
    logo: FileName | None = None
    """An image file, from the folder of the file that has the sites."""
    feedback: RichText | None = None
    """How to say what you think of a guide."""
    other_formats: RichText | None = None
    """How to get it in large print, braille, audio or another language."""


class Rule(Part):
    """Some of the documents: those with one of the names in each field that is given. `*` stands for any letters."""

    guide: tuple[PlainText, ...] = ()
    """Names of guides."""
    brand: tuple[PlainText, ...] = ()
    """Names of brands."""
    format: tuple[PlainText, ...] = ()
    """Names of formats."""
    site: tuple[PlainText, ...] = ()
    """Names of sites."""


class Options(Part):
    """What all documents are made with."""

    print: bool = False
    """Also write what a print shop needs, of the forms on paper."""
    fillable: bool = False
    """Let checklists be filled in on a screen, in forms on paper."""
    strict: bool = False
    """Treat warnings as errors."""


class Outline(Part):
    """A manifest: which guides, in which brands and formats, for which sites."""

    batch: Literal[1]
    """The version of this format: 1."""
    guides: tuple[Entry, ...] = Field(min_length=1)
    """Content files; `*` in a name stands for any letters."""
    brands: tuple[Entry, ...] = Field((), min_length=1)
    """Brand files. Each guide wears its own `styles/brand.css`, or leafdeck's, when left out."""
    formats: tuple[FormatName, ...] = Field(("a4", "slides"), min_length=1)
    """What to make of each guide: `a4` and `slides` when left out."""
    sites: tuple[Site, ...] = Field((), min_length=1)
    """Who hands the documents out: a list, or the name of a CSV or YAML file with one."""
    include: tuple[Rule, ...] = ()
    """Make only the documents that one of these rules describes."""
    exclude: tuple[Rule, ...] = ()
    """Leave out the documents that one of these rules describes."""
    options: Options = Options()
    """What all documents are made with."""


MEMBERS = ("guide", "brand", "format", "site")
"""The fields of a `Rule`, in the order of a document's folders."""
