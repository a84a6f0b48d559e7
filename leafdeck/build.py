"""The whole run on one screen: one content file to a leaflet (PDF) and a deck (PPTX), or to what is asked for.

    content.yaml ──▶ Guide ──▶ Markup ──▶ laid-out Document ──┬─▶ leaflet.pdf
      brand.css  ──▶ Brand ──────┘                            └─▶ Frames ──▶ Deck ──▶ slides.pptx

Leaflet and slides share nothing but their sources, so each is made in a process of its own. The second process
starts before the engines are imported, which takes longer than most steps: that is why imports stand in functions.
"""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator, Mapping
from contextlib import AbstractContextManager, contextmanager
from dataclasses import replace
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from leafdeck import heap, output, worker
from leafdeck.errors import DeckError, LayoutError, Problem, SourceError
from leafdeck.kept import kept_html
from leafdeck.notice import Notice, Place, Severity
from leafdeck.order import USUAL, Built, Made, Order, Product, Progress, Step, Told
from leafdeck.resources import Resources, package_data

if TYPE_CHECKING:
    from leafdeck.brand.model import Brand
    from leafdeck.compose import Composer
    from leafdeck.deck import DeckInfo
    from leafdeck.deck.settle import Settled
    from leafdeck.deck.trace import Template
    from leafdeck.guide.model import Guide
    from leafdeck.markup import Markup
    from leafdeck.typeset import Document, Heard, ProjectFetcher

FILES = {
    Product.LEAFLET: Path("leaflet.pdf"),
    Product.SLIDES: Path("slides.pptx"),
    Product.SLIDES_PDF: Path("slides.pdf"),
    Product.HANDOUT: Path("handout.pdf"),
}
LEAFLET_HTML, SLIDES_HTML = Path("html/leaflet-a4.html"), Path("html/slides.html")
Result = tuple[bytes, int, tuple[Told, ...]]
"""A file's bytes, its number of pages or slides, and the notices."""

Timer = Callable[[str], AbstractContextManager[None]]


def build(order: Order, progress: Progress = lambda _: None) -> Built:
    """Make what the order asks for and write it; nothing is written unless all of it was made.

    Raises:
        LeafdeckError: the content, a template, a style or the output folder is not as it should be. What leaflet
            and slides met comes together, under the type of the first.
    """
    started = time.perf_counter()
    if order.products == USUAL and order.side_by_side:
        with worker.beside(_make_slides, order, progress) as slides:
            leaflet = worker.attempt(lambda: make(order, Product.LEAFLET, progress))
            made = worker.all_or_errors([leaflet, worker.attempt(slides.result)])
    else:
        made = worker.all_or_errors(
            [worker.attempt(partial(make, order, product, progress)) for product in order.products]
        )
    told = tuple(dict.fromkeys(told for one in made for told in one.told))
    if order.strict:
        _refuse_warnings(told)
    files = {order.folder / name: data for one in made for name, data in one.files}
    output.write(files)
    counts = {one.product: one.count for one in made}
    return Built(
        files=tuple(files),
        pages=counts.get(Product.LEAFLET, 0),
        slides=counts.get(Product.SLIDES) or counts.get(Product.SLIDES_PDF, 0),
        seconds=time.perf_counter() - started,
        notices=tuple(notice for _, notice in told),
        sources=tuple(dict.fromkeys(source for one in made for source in one.sources)),
        steps=tuple(step for one in made for step in one.steps),
        sheets=counts.get(Product.HANDOUT, 0),
    )


def _make_slides(order: Order, progress: Progress) -> Made:
    return make(order, Product.SLIDES, progress)


@heap.filling()
def make(order: Order, product: Product, progress: Progress = lambda _: None) -> Made:
    """Make one product; nothing is written. Raises LeafdeckError as `build` does."""
    steps: list[Step] = []
    step = _timer(product, steps, progress)
    with step("Read the content"):
        from leafdeck.check.language import unready
        from leafdeck.check.review import past_review
        from leafdeck.guide.source import load

        resources = Resources.beside(order.content)
        source = load(order.content, resources.icons())
        review, language = (
            source.positions.get(f"guide.{field}", Place(order.content)) for field in ("review_by", "language")
        )
        notices = past_review(source.guide, order.today, review)
        notices += unready(source.guide.guide.language, resources.languages(), language)
        told: tuple[Told, ...] = tuple((SourceError, notice) for notice in notices)
    with step("Read the brand"):
        from leafdeck.brand import css

        defaults = package_data() / "styles" / "brand.css"
        chosen = (order.brand or resources.find("styles/brand.css")).resolve()
        folder = order.content.resolve().parent
        brand = css.load(list(dict.fromkeys((defaults, chosen))), folder)
        template = None
        if order.potx and product is Product.SLIDES:
            from leafdeck.brand.sheet import worn
            from leafdeck.deck import fit, trace

            template = trace.template(order.potx)
            brand = worn(brand, template.stencil.look)
            told += tuple((LayoutError, notice) for notice in (*template.notices, *_stand_ins(brand, order.potx)))
    with step("Fill the templates"):
        from leafdeck.compose import Composer

        composer = Composer(source.guide, brand, resources, folder, defaults)
        if template:
            composer = replace(composer, room=fit.room(template.stencil))
        markup = composer.leaflet() if product is Product.LEAFLET else composer.slides()
        if template:
            extra = [resources.find(f"styles/formats/{name}.css") for name in fit.formats(template.stencil)]
            sheets = [fit.style_sheet(template.stencil), *(sheet.read_text(encoding="utf-8") for sheet in extra)]
            markup = markup.dressed("\n".join(sheets))
    with step("Load the layout engine"):
        from leafdeck import typeset

        fetcher = typeset.ProjectFetcher((folder, chosen.parent, defaults.parent))
    if product is Product.LEAFLET:
        data, count, more = _leaflet(markup, fetcher, step)
    else:
        settled, more = _laid_out(composer, markup, fetcher, step, numbered=product is not Product.SLIDES)
        markup = markup.dressed(settled.css) if settled.css else markup
        about = _deck_info(source.guide, brand)
        data, count, further = _of_slides(product, settled.document, composer, about, fetcher, step, template)
        more = _placed((*more, *further), source.positions)
    kept = (LEAFLET_HTML if product is Product.LEAFLET else SLIDES_HTML,) if order.keep_html else ()
    return Made(
        product,
        ((FILES[product], data), *((name, kept_html(markup, (order.folder / name).parent).encode()) for name in kept)),
        count,
        (*told, *more),
        (*source.files, chosen, *([order.potx] if template and order.potx else []), *fetcher.served),
        tuple(steps),
    )


def _leaflet(markup: Markup, fetcher: ProjectFetcher, step: Timer) -> Result:
    """Return the leaflet as PDF, its number of pages and the notices."""
    from leafdeck import typeset

    with typeset.listening() as heard, step("Lay out the pages"):
        document = typeset.layout(markup, fetcher)
    data, count, told = _pdf(document, step)
    return data, count, (*_layout_notices(heard), *told)


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
    return settled, (*_layout_notices(heard), *((LayoutError, notice) for notice in settled.notices))


def _of_slides(  # noqa: PLR0913, PLR0917 - what slides become
    product: Product,
    slides: Document,
    composer: Composer,
    info: DeckInfo,
    fetcher: ProjectFetcher,
    step: Timer,
    template: Template | None,
) -> Result:
    """Return what was asked for of laid-out slides: its file, its number of pages or slides, the notices."""
    from leafdeck import deck, typeset
    from leafdeck.pagepicture import PagePicture

    if product is Product.SLIDES_PDF:
        return _pdf(slides, step)
    if product is Product.HANDOUT:
        pictures = {f"slide:{number}": PagePicture(page) for number, page in enumerate(slides.pages, 1)}
        with typeset.listening() as heard, step("Lay out the pages"):
            sheets = typeset.layout(composer.handout(deck.spoken(slides)), fetcher, pictures)
        data, count, told = _pdf(sheets, step)
        return data, count, (*_layout_notices(heard), *told)
    with step("Write the deck"):
        data, notices = deck.render(slides, info, composer.labels["part_of"], template)
    return data, len(slides.pages), tuple((DeckError, notice) for notice in notices)


def _layout_notices(heard: Heard) -> tuple[Told, ...]:
    return tuple((LayoutError, notice) for notice in heard.notices)


def _placed(told: tuple[Told, ...], positions: Mapping[str, Place]) -> tuple[Told, ...]:
    """Give notices that name a place in the outline its file and line."""
    places = {path: place for path, place in positions.items() if path}
    return tuple((kind, replace(notice, where=places.get(notice.where.path, notice.where))) for kind, notice in told)


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


def _stand_ins(brand: Brand, template: Path) -> list[Notice]:
    """Say which of a template's fonts nobody gave: text is measured with what stands in where they are missing."""
    given = {font.family for font in brand.fonts}
    hint = "If it is not installed here, give its files in a brand file (docs/branding.md), and build with --brand."
    return [
        Notice(Severity.INFO, Place(template), f"the template's font {family} is taken from this machine", hint)
        for family in dict.fromkeys((brand.heading_family, brand.family))
        if family not in given
    ]


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


def _refuse_warnings(told: tuple[Told, ...]) -> None:
    """Raise strict mode's error, of the first warning's type, when there is a warning or worse."""
    worse = [(kind, notice) for kind, notice in told if notice.severity is not Severity.INFO]
    if worse:
        raise worse[0][0]([Problem(notice.where, notice.message, notice.hint) for _, notice in worse])


def _timer(product: Product, steps: list[Step], progress: Progress) -> Timer:
    @contextmanager
    def step(name: str) -> Iterator[None]:
        progress(Step(product, name))
        started = time.perf_counter()
        yield
        steps.append(Step(product, name, time.perf_counter() - started))
        progress(steps[-1])

    return step
