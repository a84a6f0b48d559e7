"""The whole run on one screen: one content file to a leaflet (PDF) and a deck (PPTX), or to what is asked for.

    content.yaml ──▶ Guide ──▶ Markup ──▶ laid-out Document ──┬─▶ leaflet.pdf
      brand.css  ──▶ Brand ──────┘                            └─▶ Frames ──▶ Deck ──▶ slides.pptx

Leaflet and slides, and the leaflet's forms, share nothing but their sources, so each processor has its share of them.
The other processes start before the engines are imported, which takes longer than most steps: that is why imports stand
in functions.
"""

from __future__ import annotations

import datetime as dt
import time
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING

from leafdeck import heap, output, shares, worker
from leafdeck.errors import LayoutError, LeafdeckError, Problem, SourceError
from leafdeck.formats import Format, Medium
from leafdeck.kept import kept_html
from leafdeck.notice import Notice, Place, Severity
from leafdeck.order import Built, Failed, File, Made, Order, Product, Progress, Step, Timer, Told
from leafdeck.resources import Resources, package_data, project_folder

if TYPE_CHECKING:
    from leafdeck.brand.model import Brand
    from leafdeck.compose import Composer
    from leafdeck.deck.trace import Template
    from leafdeck.guide.source import Source
    from leafdeck.markup import Markup
    from leafdeck.typeset import ProjectFetcher

FILES = {
    Product.SLIDES: Path("slides.pptx"),
    Product.SLIDES_PDF: Path("slides.pdf"),
    Product.HANDOUT: Path("handout.pdf"),
}
SLIDES_HTML = Path("html/slides.html")


def build(order: Order, progress: Progress = lambda _: None) -> Built:
    """Make what the order asks for and write it; nothing is written unless all of it was made.

    Raises:
        LeafdeckError: the content, a template, a style or the output folder is not as it should be. What leaflet
            and slides met comes together, under the type of the first.
    """
    started = time.perf_counter()
    first, *others = shares.of(order)
    with worker.beside(_make_all, others, progress) as beside:
        outcomes = [*_make_all(first, progress), *(outcome for each in beside for outcome in each.result())]
    failed = [outcome for outcome in outcomes if isinstance(outcome, Failed)]
    if failed:
        met = [(problem, one.format) for one in failed for problem in one.problems]
        raise failed[0].error(shares.said(met, order.formats))
    made = shares.in_order([outcome for outcome in outcomes if isinstance(outcome, Made)], order)
    told = shares.once(shares.merged([told for one in made for told in one.told], order.formats))
    if order.strict:
        refuse_warnings(told)
    files = [file for one in made for file in one.files]
    output.write({order.folder / file.name: file.data for file in files})
    return Built(
        files=tuple(order.folder / file.name for file in files),
        counts=tuple(file.count for file in files),
        seconds=time.perf_counter() - started,
        notices=tuple(one.notice for one in told),
        sources=tuple(dict.fromkeys(source for one in made for source in one.sources)),
        steps=tuple(step for one in made for step in one.steps),
    )


def _make_all(order: Order, progress: Progress) -> tuple[Made | Failed, ...]:
    """Make what one process makes of an order; what goes wrong with one product or form leaves the others be."""
    return tuple(outcome for product in order.products for outcome in make(order, product, progress))


@heap.filling()
def make(order: Order, product: Product, progress: Progress = lambda _: None) -> tuple[Made | Failed, ...]:
    """Make one product, the leaflet in each form that the order names. Nothing is written.

    What goes wrong comes back as a value; one form of the leaflet that fails leaves the others be.
    """
    steps: list[Step] = []
    step = _timer(product, steps, progress)
    try:
        desk = prepare(order, product, step)
        if product is not Product.LEAFLET:
            return (replace(_one(order, product, desk, step), steps=tuple(steps), review_by=desk.review_by),)
    except LeafdeckError as error:
        return (Failed(type(error), error.problems),)
    outcomes: list[Made | Failed] = []
    for form in order.formats:
        timed = _timer(product, steps, progress, form)
        try:
            made = _leaflet(order, form, desk, timed)
            outcomes.append(replace(made, steps=tuple(steps), review_by=desk.review_by))
        except LeafdeckError as error:
            outcomes.append(Failed(type(error), error.problems, form))
        steps.clear()
    return tuple(outcomes)


@dataclass(frozen=True, slots=True)
class Desk:
    """What all that a process makes of a product has in common: the guide, what composes it, what serves its files."""

    source: Source
    composer: Composer
    fetcher: ProjectFetcher
    told: tuple[Told, ...]
    chosen: Path
    template: Template | None

    @property
    def sources(self) -> tuple[Path, ...]:
        """What was read, as far as it has come."""
        return (*self.source.files, self.chosen, *self.fetcher.served)

    @property
    def review_by(self) -> dt.date:
        """The day that the guide must be reviewed by."""
        return self.source.guide.guide.review_by


def prepare(order: Order, product: Product, step: Timer) -> Desk:
    """Read the sources and load the engines. Raises LeafdeckError."""
    with step("Read the content"):
        from leafdeck.check.language import unready
        from leafdeck.check.review import past_review
        from leafdeck.guide.source import load, published_by

        resources = Resources.beside(order.content)
        source = published_by(load(order.content, resources.icons()), order.organisation)
        review, language = (
            source.positions.get(f"guide.{field}", Place(order.content)) for field in ("review_by", "language")
        )
        notices = past_review(source.guide, order.today, review)
        notices += unready(source.guide.guide.language, resources.languages(), language)
        told: tuple[Told, ...] = tuple(Told(SourceError, notice) for notice in notices)
    with step("Read the brand"):
        from leafdeck import branding
        from leafdeck.brand import css

        defaults = package_data() / "styles" / "brand.css"
        chosen = (order.brand or resources.find("styles/brand.css")).resolve()
        folder, project = order.content.resolve().parent, project_folder(order.content)
        brand = css.load(list(dict.fromkeys((defaults, chosen))), project)
        told += tuple(Told(LayoutError, each) for each in branding.passing(brand, source.guide))
        template = None
        if order.potx and product is Product.SLIDES:
            from leafdeck.brand.sheet import worn
            from leafdeck.deck import trace

            template = trace.template(order.potx)
            brand = worn(brand, template.stencil.look)
            told += tuple(Told(LayoutError, each) for each in (*template.notices, *_stand_ins(brand, order.potx)))
    with step("Load the engines"):
        from leafdeck import typeset
        from leafdeck.compose import Composer

        composer = Composer(source.guide, brand, resources, folder, defaults)
        logo = [folder / file for field, file in order.organisation if field == "logo"]  # which may lie elsewhere
        fetcher = typeset.ProjectFetcher((project, chosen.parent, defaults.parent, *logo))
    return Desk(source, composer, fetcher, told, chosen, template)


def _leaflet(order: Order, form: Format, desk: Desk, step: Timer) -> Made:
    """Make the leaflet in one form. Raises LeafdeckError."""
    if form.medium is not Medium.PAPER:
        return _on_screen(order, form, desk, step)
    from leafdeck import paper
    from leafdeck.leaflet.copyfit import Limit

    composer = replace(desk.composer, fillable=order.fillable)
    limit = Limit(order.pages, desk.source.positions) if order.pages else None
    made = paper.printed(form, composer, desk.fetcher, step, press=order.press, limit=limit)
    files = (*made.files, *_kept(order, Path(form.kept), made.markup))
    return Made(Product.LEAFLET, files, (*desk.told, *made.told), desk.sources, (), form)


def _on_screen(order: Order, form: Format, desk: Desk, step: Timer) -> Made:
    """Make the leaflet as a web page or as plain text. Raises LeafdeckError."""
    kept: tuple[File, ...] = ()
    with step("Fill the templates"):
        if form.medium is Medium.WORDS:
            text = desk.composer.words(form)
        else:
            markup = desk.composer.web(form)
            kept = _kept(order, Path(form.kept), markup)
    if form.medium is Medium.SCREEN:
        from leafdeck import web

        with step("Put files into the page"):
            text = web.alone(markup, desk.composer.brand, desk.fetcher.read)
    files = (File(Path(form.file), text.encode()), *kept)
    return Made(Product.LEAFLET, files, desk.told, desk.sources, (), form)


def _one(order: Order, product: Product, desk: Desk, step: Timer) -> Made:
    """Make the slides in one of their forms. Raises LeafdeckError."""
    composer, template = desk.composer, desk.template
    with step("Fill the templates"):
        if template:
            from leafdeck.deck import fit

            composer = replace(composer, room=fit.room(template.stencil))
            extra = [composer.resources.find(f"styles/slides-fit/{name}.css") for name in fit.sheets(template.stencil)]
            sheets = [fit.style_sheet(template.stencil), *(sheet.read_text(encoding="utf-8") for sheet in extra)]
            markup = composer.slides().dressed("\n".join(sheets))
        else:
            markup = composer.slides()
    from leafdeck import talk

    made = talk.made(product, markup, composer, desk.fetcher, step, template)
    told = shares.placed(made.told, desk.source.positions)
    files = (File(FILES[product], made.data, made.count), *_kept(order, SLIDES_HTML, made.markup))
    sources = (*desk.sources, *([order.potx] if template and order.potx else []))
    return Made(product, files, (*desk.told, *told), sources, ())


def _kept(order: Order, name: Path, markup: Markup) -> tuple[File, ...]:
    """Return the laid-out HTML as a file, if it is asked for."""
    if not order.keep_html:
        return ()
    return (File(name, kept_html(markup, (order.folder / name).parent).encode()),)


def _stand_ins(brand: Brand, template: Path) -> list[Notice]:
    """Say which of a template's fonts nobody gave: text is measured with what stands in where they are missing."""
    given = {font.family for font in brand.fonts}
    hint = "If it is not installed here, give its files in a brand file (docs/branding.md), and build with --brand."
    return [
        Notice(Severity.INFO, Place(template), f"the template's font {family} is taken from this machine", hint)
        for family in dict.fromkeys((brand.heading_family, brand.family))
        if family not in given
    ]


def refuse_warnings(told: Sequence[Told]) -> None:
    """Refuse what strict mode refuses. Raises LeafdeckError, of the first warning's type, for warnings or worse."""
    worse = [one for one in told if one.notice.severity is not Severity.INFO]
    if worse:
        notices = [one.notice for one in worse]
        raise worse[0].error([Problem(notice.where, notice.message, notice.hint) for notice in notices])


def _timer(product: Product, steps: list[Step], progress: Progress, form: Format | None = None) -> Timer:
    @contextmanager
    def step(name: str) -> Iterator[None]:
        progress(Step(product, name, None, form))
        started = time.perf_counter()
        yield
        steps.append(Step(product, name, time.perf_counter() - started, form))
        progress(steps[-1])

    return step
