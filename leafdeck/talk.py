"""The slides: laid out, what flowed over once more, and written as a deck, as PDF, or as a handout with their notes."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from leafdeck.errors import DeckError, LayoutError
from leafdeck.order import Count, Product, Timer, Told

if TYPE_CHECKING:
    from leafdeck.brand.model import Brand
    from leafdeck.compose import Composer
    from leafdeck.deck import DeckInfo
    from leafdeck.deck.frame import Frame
    from leafdeck.deck.settle import Settled
    from leafdeck.deck.trace import Template
    from leafdeck.guide.model import Guide
    from leafdeck.markup import Markup
    from leafdeck.typeset import Document, Heard, ProjectFetcher

Result = tuple[bytes, int, tuple[Told, ...]]
"""A file's bytes, its number of pages or slides, and the notices."""


@dataclass(frozen=True, slots=True)
class Presented:
    """The slides in one of their forms: the file, how much is in it, the markup that was laid out, what was told."""

    data: bytes
    count: Count
    markup: Markup
    told: tuple[Told, ...]


def made(  # noqa: PLR0913, PLR0917 - what slides are made of
    product: Product,
    markup: Markup,
    composer: Composer,
    fetcher: ProjectFetcher,
    step: Timer,
    template: Template | None,
) -> Presented:
    """Make the slides in one of their forms. Raises LayoutError or DeckError."""
    settled, told = _laid_out(composer, markup, fetcher, step, numbered=product is not Product.SLIDES)
    markup = markup.dressed(settled.css) if settled.css else markup
    if product is Product.SLIDES_PDF:
        data, count, more = _pdf(settled.document, step)
    elif product is Product.HANDOUT:
        data, count, more = _handout(settled.document, composer, fetcher, step)
    else:
        data, count, more = _deck(settled.document, composer, step, template)
    noun = "page" if product is Product.HANDOUT else "slide"
    return Presented(data, Count(count, noun), markup, (*told, *more))


def read(composer: Composer, fetcher: ProjectFetcher, step: Timer) -> tuple[tuple[Frame, ...], bytes, tuple[Told, ...]]:
    """Return the slides' laid-out pages, the deck made of them, what was told. Raises LayoutError or DeckError."""
    from leafdeck.deck import frames

    settled, told = _laid_out(composer, composer.slides(), fetcher, step, numbered=False)
    seen = frames.read(settled.document)
    data, _, more = _deck(settled.document, composer, step, None, seen)
    return seen, data, (*told, *more)


def _pdf(document: Document, step: Timer) -> Result:
    """Return laid-out pages as PDF, their number and the notices."""
    from leafdeck import typeset
    from leafdeck.leaflet import tags

    with typeset.listening() as heard, step("Write the PDF"):
        data = typeset.pdf(document, tags.mend)
    return data, len(document.pages), _layout_notices(heard)


def _laid_out(
    composer: Composer, markup: Markup, fetcher: ProjectFetcher, step: Timer, *, numbered: bool
) -> tuple[Settled, tuple[Told, ...]]:
    """Lay the slides out. What has not enough room for its words is told."""
    from leafdeck import deck, typeset

    with typeset.listening() as heard, step("Lay out the slides"):
        settled = deck.lay_out(typeset.parsed(markup, fetcher), composer.labels["part_of"], numbered=numbered)
    return settled, (*_layout_notices(heard), *(Told(LayoutError, notice) for notice in settled.notices))


def _handout(slides: Document, composer: Composer, fetcher: ProjectFetcher, step: Timer) -> Result:
    """Return the PDF of the slides with their notes, its number of pages and the notices."""
    from leafdeck import deck, typeset
    from leafdeck.pagepicture import PagePicture

    pictures = {f"slide:{number}": PagePicture(page) for number, page in enumerate(slides.pages, 1)}
    with typeset.listening() as heard, step("Lay out the pages"):
        sheets = typeset.layout(composer.handout(deck.spoken(slides)), fetcher, pictures)
    data, count, told = _pdf(sheets, step)
    return data, count, (*_layout_notices(heard), *told)


def _deck(
    slides: Document, composer: Composer, step: Timer, template: Template | None, read: tuple[Frame, ...] = ()
) -> Result:
    """Return the PPTX, its number of slides and the notices."""
    from leafdeck import deck

    with step("Write the deck"):
        about = _deck_info(composer.guide, composer.brand)
        data, notices = deck.render(slides, about, composer.labels["part_of"], template, read=read)
    return data, len(slides.pages), tuple(Told(DeckError, notice) for notice in notices)


def _layout_notices(heard: Heard) -> tuple[Told, ...]:
    return tuple(Told(LayoutError, notice) for notice in heard.notices)


def _deck_info(guide: Guide, brand: Brand) -> DeckInfo:
    """Say what the deck's file says of itself; its theme wears the brand, so a presenter's additions do too."""
    from leafdeck.deck import DeckInfo, Theme

    colors = {slot: brand.color(f"--brand-{name}").removeprefix("#") for slot, name in THEME.items()}
    about = guide.guide
    return DeckInfo(
        title=about.title,
        language=about.language,
        date=about.published,
        theme=Theme(colors, brand.heading_family, brand.family),
        author=", ".join(person.name for person in about.authors),
        subject=about.subtitle or "",
        keywords=", ".join(about.keywords),
    )


THEME = {
    "dk1": "ink",
    "lt1": "page",
    "dk2": "primary",
    "lt2": "primary-tint",
    "accent1": "primary",
    "accent2": "accent",
    "accent3": "emergency",
    "accent4": "urgent",
    "accent5": "routine",
    "accent6": "muted",
    "hlink": "primary",
    "folHlink": "muted",
}
"""A theme's colour slots and the brand's colours that fill them."""
