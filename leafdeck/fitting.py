"""A leaflet laid out until it fits its pages, in as few layouts as that takes."""

from __future__ import annotations

from collections.abc import Callable, Collection
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from leafdeck import typeset
from leafdeck.balancing import balanced
from leafdeck.errors import LayoutError
from leafdeck.guide.names import anchor
from leafdeck.leaflet import copyfit, fitreport, spare
from leafdeck.leaflet.copyfit import Fit, Limit, Measures, Room
from leafdeck.leaflet.measure import measured

if TYPE_CHECKING:
    from weasyprint import Document

    from leafdeck.compose import Composer
    from leafdeck.formats import Format
    from leafdeck.markup import Markup
    from leafdeck.notice import Notice
    from leafdeck.order import Timer
    from leafdeck.typeset import ProjectFetcher


@dataclass(frozen=True, slots=True)
class Fitted:
    """A leaflet as it was laid out: how it is set, its markup, its pages, what they measure.

    ``usual`` is what it measures as its style sheets say.
    """

    fit: Fit
    markup: Markup
    document: Document
    measures: Measures
    usual: Measures


@dataclass(frozen=True, slots=True)
class Typesetter:
    """What lays a leaflet out in each way to set it.

    Attributes:
        compose: makes the markup.
        fetcher: serves what it names.
        step: times a step of the work.
        parts: the ids of the elements whose heights are wanted.
    """

    compose: Callable[[Fit], Markup]
    fetcher: ProjectFetcher
    step: Timer
    parts: Collection[str] = ()

    def lay_out(self, fit: Fit, usual: Measures | None = None) -> Fitted:
        """Lay it out in one way. Raises TemplateError or LayoutError."""
        with self.step("Fill the templates"):
            markup = self.compose(fit)
        with self.step("Lay out the pages"):
            document = typeset.layout(markup, self.fetcher)
        found = measured(document, self.parts)
        return Fitted(fit, markup, document, found, usual or found)


def leaflet(
    form: Format, composer: Composer, fetcher: ProjectFetcher, step: Timer, limit: Limit | None = None
) -> tuple[Fitted, tuple[Notice, ...]]:
    """Lay the leaflet out in a form, on as many pages as are asked for, and say what was done to fit it.

    Raises:
        LayoutError: it does not fit, or a font, an image or a style cannot be used.
        TemplateError: a template is wrong.
    """
    guide = composer.guide

    def compose(fit: Fit) -> Markup:
        return replace(composer, guide=spare.without(guide, fit.left_out)).leaflet(form, fit=fit)

    parts = {anchor(section): (section.title, f"sections[{at}]") for at, section in enumerate(guide.sections)}
    ends = {"glossary": "glossary", "more": "more_information", "about": "about", "references": "references"}
    parts |= {name: (composer.labels[path], path) for name, path in ends.items() if name not in parts}
    typesetter = Typesetter(compose, fetcher, step, tuple(parts))
    if limit is None:
        return _balanced(evened(typesetter), typesetter), ()
    room = Room(limit.pages, form.floor, columns=form.columns, spares=spare.spares(guide))
    made = fitted(typesetter, room)
    if made.measures.pages > limit.pages:
        raise LayoutError(fitreport.too_much(made.measures, limit, parts, optional=bool(room.spares)))
    made = _balanced(made, typesetter)
    return made, tuple(fitreport.told(made.fit, limit, room.spares, made.usual.size))


def fitted(typesetter: Typesetter, room: Room) -> Fitted:
    """Lay a leaflet out as it fits: closer, then in columns, then in smaller type, then without what is optional.

    Args:
        typesetter: lays it out.
        room: what its form allows.

    Returns:
        The first way to set it in which it fits, or else the tightest; then it has too many pages.

    Raises:
        LayoutError: a font, an image or a style that cannot be used.
        TemplateError: a template is wrong.
    """
    made = typesetter.lay_out(Fit())
    rungs = copyfit.ladder(room, made.measures.size)
    tried, best = {0: made.measures}, 0
    while (rung := copyfit.next_rung(rungs, tried, room)) is not None:
        new = typesetter.lay_out(rungs[rung], tried[0])
        tried[rung] = new.measures
        if new.measures.pages <= room.pages or (made.measures.pages > room.pages and rung > best):
            made, best = new, rung
    closer = copyfit.closer(rungs, best, made.measures)
    if closer is not None and closer not in tried:
        new = typesetter.lay_out(rungs[closer], tried[0])
        made = made if copyfit.is_nearly_empty(new.measures) else new
    richer = copyfit.restored(made.fit, made.measures, room) if made.measures.pages <= room.pages else None
    if richer is not None:
        new = typesetter.lay_out(richer, tried[0])
        emptier = copyfit.is_nearly_empty(new.measures) and not copyfit.is_nearly_empty(made.measures)
        made = new if new.measures.pages <= room.pages and not emptier else made
    return made


def evened(typesetter: Typesetter) -> Fitted:
    """Lay a leaflet out that may have any number of pages; once more if its last page is nearly empty.

    Raises:
        LayoutError: a font, an image or a style that cannot be used.
        TemplateError: a template is wrong.
    """
    usual = typesetter.lay_out(Fit())
    spacing = copyfit.evening(usual.measures)
    if spacing is None:
        return usual
    other = typesetter.lay_out(Fit(spacing))
    return usual if copyfit.is_nearly_empty(other.measures) else other


def _balanced(made: Fitted, typesetter: Typesetter) -> Fitted:
    """Return a leaflet with pages that end where they leave none nearly empty. Raises LayoutError."""
    markup, document = balanced(made.markup, made.document, typesetter.fetcher, typesetter.step)
    return replace(made, markup=markup, document=document)
