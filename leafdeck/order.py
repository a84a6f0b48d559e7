"""What a run is asked for, what it says while it works, and what came of it: values only."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from contextlib import AbstractContextManager, nullcontext
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path

from leafdeck.errors import LeafdeckError, Problem
from leafdeck.formats import A4, Format
from leafdeck.notice import Notice


class Product(StrEnum):
    """What a run makes."""

    LEAFLET = "leaflet"
    SLIDES = "slides"
    SLIDES_PDF = "slides-pdf"
    HANDOUT = "handout"


USUAL = (Product.LEAFLET, Product.SLIDES)
"""What a run makes when nobody says."""


@dataclass(frozen=True, slots=True)
class Order:
    """What to make of what, and where to put it.

    Attributes:
        content: the content file.
        folder: where the files are written.
        today: the day to judge the review date by.
        products: what to make.
        brand: a brand file to wear in place of ``styles/brand.css``.
        potx: a PowerPoint template that the slides are written on.
        formats: the forms of the leaflet, where it is one of the products.
        press: also write what a print shop needs, of the forms on paper.
        fillable: the leaflet's checklists can be filled in on a screen.
        pages: the most pages that a form may have whose number of pages is asked for.
        keep_html: also write the laid-out HTML.
        strict: treat warnings as errors.
        organisation: fields of ``organisation`` in place of the guide's own, as a site of a batch has them.
        side_by_side: use further processes, as many as there are processors, when there is work for them.
    """

    content: Path
    folder: Path
    today: dt.date
    products: tuple[Product, ...] = USUAL
    brand: Path | None = None
    potx: Path | None = None
    formats: tuple[Format, ...] = (A4,)
    press: bool = False
    fillable: bool = False
    pages: int | None = None
    keep_html: bool = False
    strict: bool = False
    organisation: tuple[tuple[str, str], ...] = ()
    side_by_side: bool = True


@dataclass(frozen=True, slots=True)
class Step:
    """A step of the work on a product. ``seconds`` is None when it begins, ``format`` for what all forms share."""

    product: Product
    name: str
    seconds: float | None = None
    format: Format | None = None

    @property
    def of(self) -> str:
        """What is worked on, in words."""
        return f"{self.product} {self.format.name}" if self.format and self.format != A4 else str(self.product)


Progress = Callable[[Step], None]
"""Called when a step begins and when it ends, perhaps from another thread."""

Timer = Callable[[str], AbstractContextManager[None]]
"""Times a step by its name: the step is what is done within it."""


def untimed(_name: str) -> AbstractContextManager[None]:
    """Time nothing: a `Timer` for those who do not tell how long steps took."""
    return nullcontext()


@dataclass(frozen=True, slots=True)
class Told:
    """A notice, the error that strict mode makes of it, and the form of the leaflet that it is about, if one is."""

    error: type[LeafdeckError]
    notice: Notice
    format: Format | None = None


@dataclass(frozen=True, slots=True)
class Count:
    """How many pages or slides a file has: 0 and no noun if it has none."""

    number: int = 0
    noun: str = ""

    def __str__(self) -> str:
        return f"{self.number} {self.noun}{'' if self.number == 1 else 's'}" if self.noun else ""


@dataclass(frozen=True, slots=True)
class File:
    """A file for the output folder: its name there, its bytes, its pages or slides."""

    name: Path
    data: bytes
    count: Count = Count()


@dataclass(frozen=True, slots=True)
class Made:
    """What came of a product, or of the leaflet in one of its forms: what was told, what was read, the steps.

    ``review_by`` is the day that the guide must be reviewed by: a later run tells more of the same sources.
    """

    product: Product
    files: tuple[File, ...]
    told: tuple[Told, ...]
    sources: tuple[Path, ...]
    steps: tuple[Step, ...]
    format: Format | None = None
    review_by: dt.date | None = None


@dataclass(frozen=True, slots=True)
class Failed:
    """Why a product, or the leaflet in one of its forms, could not be made."""

    error: type[LeafdeckError]
    problems: tuple[Problem, ...]
    format: Format | None = None


@dataclass(frozen=True, slots=True)
class Built:
    """What a run wrote and read; ``counts`` has a count for each file."""

    files: tuple[Path, ...]
    counts: tuple[Count, ...]
    seconds: float
    notices: tuple[Notice, ...]
    sources: tuple[Path, ...]
    steps: tuple[Step, ...]

    def count(self, name: str) -> int:
        """Return how many pages or slides the file of that name has. Raises KeyError if none was written."""
        return {file.name: count.number for file, count in zip(self.files, self.counts, strict=True)}[name]


@dataclass(frozen=True, slots=True)
class Adopted:
    """What came of a presentation template: the files written, the brand file first, and what could not be used."""

    files: tuple[Path, ...]
    notices: tuple[Notice, ...]
