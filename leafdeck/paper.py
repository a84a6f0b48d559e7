"""The leaflet on paper: laid out, planned where its pages must fill a sheet or fit on one, and written as PDF."""

from __future__ import annotations

from bisect import bisect_left
from dataclasses import dataclass, replace
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from leafdeck.errors import LayoutError
from leafdeck.formats import BOOKLET, POSTER, Format
from leafdeck.notice import Notice, Place, Severity
from leafdeck.order import Count, File, Timer, Told

if TYPE_CHECKING:
    from weasyprint import Document

    from leafdeck.compose import Composer
    from leafdeck.leaflet.copyfit import Limit
    from leafdeck.leaflet.poster import Choice
    from leafdeck.leaflet.trifold import Folded
    from leafdeck.markup import Markup
    from leafdeck.typeset import ProjectFetcher
    from leafdeck.units import Pt

SPACINGS = ("normal", "close", "wide")
"""How a booklet's lines may be set, by the names that its style sheet has for them, the best first."""
SPARE = 1
"""How many pages of a booklet may be left to write on."""
STAPLED = 64
"""How many A5 pages one staple holds and one can still fold: 16 sheets of office paper."""
POSTER_TYPE = tuple(range(20, 33))
"""The sizes that a poster's text may have, in pt; none smaller is read from a metre and more."""


@dataclass(frozen=True, slots=True)
class LaidOut:
    """The leaflet's pages in a form on paper: their markup, the laid-out document, what could not be shown."""

    markup: Markup
    document: Document
    notices: tuple[Notice, ...] = ()


@dataclass(frozen=True, slots=True)
class Printed:
    """The leaflet in a form on paper: its files, the markup of its pages, and what was told."""

    files: tuple[File, ...]
    markup: Markup
    told: tuple[Told, ...]


def printed(  # noqa: PLR0913 - what a leaflet is made of, and what was asked for
    form: Format,
    composer: Composer,
    fetcher: ProjectFetcher,
    step: Timer,
    *,
    press: bool = False,
    limit: Limit | None = None,
) -> Printed:
    """Make the leaflet in a form on paper, and for a print shop besides if that is asked for.

    Raises:
        LayoutError: a font, an image or a style that cannot be used, or more pages than are asked for.
        TemplateError: a template is wrong.
    """
    from leafdeck import typeset

    with typeset.listening() as heard:
        made = laid_out(form, composer, fetcher, step, limit)
        with step("Write the PDF"):
            data = written(made.document)
    files = [File(Path(form.file), data, Count(len(made.document.pages), "page"))]
    if form == BOOKLET:
        from leafdeck.leaflet import imposition

        with step("Lay out the sheets"):
            sheets = imposition.impose(data)
        files.append(File(Path(form.sheets), sheets, Count(len(made.document.pages) // 4, "sheet")))
    if form.sides and _fits_on(sum(map(len, form.sides)), made.document):
        from leafdeck.leaflet import imposition

        with step("Lay out the sheets"):
            sheets = imposition.side_by_side(data, form.sides)
        files.append(File(Path(form.sheets), sheets, Count(1, "sheet")))
    notices = [*made.notices, *heard.notices]
    if press and (not form.sides or _fits_on(sum(map(len, form.sides)), made.document)):
        shop, more = _pressed(form, made.markup, composer, fetcher, step)
        files.append(shop)
        notices += more
    told = tuple(Told(LayoutError, notice, form) for notice in notices)
    return Printed(tuple(files), made.markup, told)


def laid_out(
    form: Format, composer: Composer, fetcher: ProjectFetcher, step: Timer, limit: Limit | None = None
) -> LaidOut:
    """Lay the leaflet out in a form on paper, on as many pages as asked for. Raises LayoutError or TemplateError."""
    from leafdeck import fitting

    if form == BOOKLET:
        return _booklet(form, composer, fetcher, step)
    if form == POSTER:
        return _poster(form, composer, fetcher, step)
    if form.sides:
        return _folded(form, composer, fetcher, step)
    made, notices = fitting.leaflet(form, composer, fetcher, step, limit)
    return LaidOut(made.markup, made.document, notices)


def written(document: Document) -> bytes:
    """Return a laid-out document as PDF/UA-1."""
    from leafdeck import typeset
    from leafdeck.leaflet import tags

    return typeset.pdf(document, tags.mend)


def _pressed(
    form: Format, markup: Markup, composer: Composer, fetcher: ProjectFetcher, step: Timer
) -> tuple[File, tuple[Notice, ...]]:
    """Return pages as a print shop needs them, laid out as those to read are, and what it would find fault with."""
    from leafdeck import typeset
    from leafdeck.leaflet import imposition, press

    sheet = composer.resources.find("styles/press/press.css")
    with typeset.listening():  # what it hears was heard of the pages to read
        with step("Lay out the print shop's pages"):
            document = typeset.layout(markup.dressed(sheet.read_text(encoding="utf-8")), fetcher)
        with step("Mix the inks"):
            pages = typeset.untagged(document)
            folds: tuple[tuple[Pt, ...], ...] = ()
            count = Count(len(document.pages), "page")
            if form.sides:
                (pages, folds), count = imposition.for_press(pages, form.sides), Count(1, "sheet")
            profile = composer.resources.find("styles/press/press.icc")
            data, notices = press.finished(pages, profile, typeset.picture_names(fetcher.served), folds)
    return File(Path(form.press), data, count), notices


def _set(form: Format, composer: Composer, fetcher: ProjectFetcher, step: Timer, **more: object) -> LaidOut:
    """Lay the leaflet out once, in the way that its template is told. Raises LayoutError or TemplateError."""
    from leafdeck import typeset

    with step("Fill the templates"):
        markup = composer.leaflet(form, **more)
    with step("Lay out the pages"):
        return LaidOut(markup, typeset.layout(markup, fetcher))


def _booklet(form: Format, composer: Composer, fetcher: ProjectFetcher, step: Timer) -> LaidOut:
    """Lay a booklet out so that its pages fill whole sheets: lines a little closer or wider, then a page for notes."""
    from leafdeck.balancing import balanced
    from leafdeck.leaflet.imposition import missing

    lay_out = partial(_set, form, composer, fetcher, step)
    tried = {}
    for spacing in SPACINGS:
        tried[spacing] = lay_out(spacing=spacing, notes_pages=0)
        if missing(len(tried[spacing].document.pages)) <= SPARE:
            break
    spacing = min(tried, key=lambda name: missing(len(tried[name].document.pages)))
    made = tried[spacing]
    notes = missing(len(made.document.pages))
    if notes:
        made = lay_out(spacing=spacing, notes_pages=notes)
    markup, document = balanced(made.markup, made.document, fetcher, step)
    made = replace(made, markup=markup, document=document)
    count = len(made.document.pages)
    if count <= STAPLED:
        return made
    message = f"{count} pages are too many to fold and staple: {STAPLED} at most stay flat"
    return replace(made, notices=(Notice(Severity.WARNING, Place(), message, "Leave parts out, or have it bound."),))


def _poster(form: Format, composer: Composer, fetcher: ProjectFetcher, step: Timer) -> LaidOut:
    """Lay a poster out with as much as fits on its one page, in type as large as fits; what is left out is told."""
    from leafdeck.leaflet.poster import chosen, left_out

    lay_out = partial(_set, form, composer, fetcher, step)
    tried: dict[tuple[Choice, int], LaidOut] = {}

    def fits(choice: Choice, size: int = POSTER_TYPE[0]) -> bool:
        tried[choice, size] = lay_out(choice=choice, size=size)
        return len(tried[choice, size].document.pages) == 1

    choice = chosen(composer.guide, fits)
    if choice is None:
        made = list(tried.values())[-1]
        message = f"the poster needs {len(made.document.pages)} pages: its title and the signs of an emergency fill one"
        short = Notice(Severity.WARNING, Place(), message, "Shorten the signs.")
        return replace(made, notices=(short, *left_out(composer.guide, list(tried)[-1][0])))
    larger = POSTER_TYPE[1:]
    size = POSTER_TYPE[bisect_left(larger, True, key=lambda size: not fits(choice, size))]
    return replace(tried[choice, size], notices=tuple(left_out(composer.guide, choice)))


def _folded(form: Format, composer: Composer, fetcher: ProjectFetcher, step: Timer) -> LaidOut:
    """Lay out the panels of a sheet that is folded, with as much as fits on them; what is left out is told."""
    from leafdeck.leaflet.trifold import PANELS, chosen, left_out

    lay_out = partial(_set, form, composer, fetcher, step)
    tried: dict[Folded, LaidOut] = {}

    def fits(folded: Folded) -> bool:
        tried[folded] = lay_out(choice=folded.choice, setting=folded.setting, notes_pages=0)
        return _fits_on(PANELS, tried[folded].document)

    folded = chosen(composer.guide, fits)
    if folded is None:
        made = list(tried.values())[-1]
        message = f"signs, daily limits, cover and back do not fit on {PANELS} panels, so there is no sheet to print"
        short = Notice(Severity.WARNING, Place(), message, "Shorten them, or make a booklet.")
        return replace(made, notices=(short, *left_out(composer.guide, list(tried)[-1].choice)))
    made = tried[folded]
    left = PANELS - len(made.document.pages)
    if left:
        made = lay_out(choice=folded.choice, setting=folded.setting, notes_pages=left)
    return replace(made, notices=tuple(left_out(composer.guide, folded.choice)))


def _fits_on(panels: int, document: Document) -> bool:
    """Whether a document has no more pages than there are panels, one of them its cover and one its back."""
    others = document.pages[1:]
    back = [page for page in others if "back" in page.anchors]
    inside = any("inside" in page.anchors for page in others[:1])
    return len(others) < panels and inside and back == others[-1:]
