"""What a run is asked for, what it says while it works, and what came of it: values only."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path

from leafdeck.errors import LeafdeckError
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
        keep_html: also write the laid-out HTML.
        strict: treat warnings as errors.
        side_by_side: use a second process when leaflet and slides are made.
    """

    content: Path
    folder: Path
    today: dt.date
    products: tuple[Product, ...] = USUAL
    brand: Path | None = None
    potx: Path | None = None
    keep_html: bool = False
    strict: bool = False
    side_by_side: bool = True


@dataclass(frozen=True, slots=True)
class Step:
    """A step of the work on a product. ``seconds`` is None when it begins."""

    product: Product
    name: str
    seconds: float | None = None


Progress = Callable[[Step], None]
"""Called when a step begins and when it ends, perhaps from another thread."""

Told = tuple[type[LeafdeckError], Notice]
"""A notice, and the error that strict mode makes of it."""


@dataclass(frozen=True, slots=True)
class Made:
    """One product: file names in the output folder with their bytes, the number of pages or slides, what was read."""

    product: Product
    files: tuple[tuple[Path, bytes], ...]
    count: int
    told: tuple[Told, ...]
    sources: tuple[Path, ...]
    steps: tuple[Step, ...]


@dataclass(frozen=True, slots=True)
class Built:
    """What a run wrote and read; pages of the leaflet, slides, sheets of the handout are 0 if not asked for."""

    files: tuple[Path, ...]
    pages: int
    slides: int
    seconds: float
    notices: tuple[Notice, ...]
    sources: tuple[Path, ...]
    steps: tuple[Step, ...]
    sheets: int = 0


@dataclass(frozen=True, slots=True)
class Adopted:
    """What came of a presentation template: the files written, the brand file first, and what could not be used."""

    files: tuple[Path, ...]
    notices: tuple[Notice, ...]
