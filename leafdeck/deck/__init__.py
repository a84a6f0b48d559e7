"""Slide HTML, laid out, to a native PowerPoint file.

    data = deck.from_html(Path("slides.html"))          # everything at once, or
    document = weasyprint.HTML("slides.html").render()
    data, notices = deck.render(document, info)         # step by step

The way: `frames` reads the laid-out boxes, `plan` makes a Deck of them, `writer` turns it into bytes.
docs/library.md shows the use, and says what slide HTML is.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Mapping
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from leafdeck import heap
from leafdeck.deck.model import Deck, DeckInfo, Theme
from leafdeck.markup import Spoken
from leafdeck.notice import Notice

if TYPE_CHECKING:
    from weasyprint import HTML, Document
    from weasyprint.urls import URLFetcher

    from leafdeck.deck.frame import Frame
    from leafdeck.deck.settle import Settled
    from leafdeck.deck.trace import Template

__all__ = ["DeckInfo", "Theme", "convert", "from_html", "lay_out", "render", "spoken"]

PART_OF = "({part} of {parts})"
"""What is put after the title of a section that goes over several pages."""

MANY = 100
"""From so many slides on, to give memory back is worth the time that it takes."""

UNDATED = dt.date(1980, 1, 1)
"""The date of a deck whose HTML names none: a clock would make other bytes each day."""


def from_html(  # noqa: PLR0913 - each is a choice of the caller's
    html: str | Path,
    stylesheets: Iterable[str | Path] = (),
    *,
    base_url: str | None = None,
    info: DeckInfo | None = None,
    url_fetcher: URLFetcher | None = None,
    part_of: str = PART_OF,
) -> bytes:
    """Lay slide HTML out and return it as a .pptx file. As `convert`, without the notices."""
    return convert(html, stylesheets, base_url=base_url, info=info, url_fetcher=url_fetcher, part_of=part_of)[0]


@heap.filling()
def convert(  # noqa: PLR0913 - each is a choice of the caller's
    html: str | Path,
    stylesheets: Iterable[str | Path] = (),
    *,
    base_url: str | None = None,
    info: DeckInfo | None = None,
    url_fetcher: URLFetcher | None = None,
    part_of: str = PART_OF,
) -> tuple[bytes, tuple[Notice, ...]]:
    """Lay slide HTML out, turn each of its pages into a slide, and say what could not be carried over.

    Args:
        html: the HTML itself, or the file that holds it.
        stylesheets: style sheets besides the HTML's own: each is CSS, or a file that holds some.
        base_url: what relative addresses in the HTML and in CSS text start from; a file's own place is its own.
        info: the deck's title, language, date and theme. Left out, they are the HTML's ``<title>``, ``lang`` (or
            else English), ``<meta name="dcterms.created">`` (or else 1 January 1980), and a theme of the colours and
            fonts that the slides use most.
        url_fetcher: serves images, fonts and style sheets. Left out, files and ``data:`` addresses are served and
            nothing from a network.
        part_of: what is put after the title of a section that goes over several pages.

    Returns:
        The file's bytes, and the notices. The same input gives the same bytes. A missing image or style sheet is
        told by the layout engine, on the logger ``weasyprint``.

    Raises:
        OSError: a file cannot be read.
    """
    import weasyprint  # noqa: PLC0415 - the engine is slow to import
    from weasyprint.text.fonts import FontConfiguration  # noqa: PLC0415

    from leafdeck.deck import frames, guess, plan, settle, writer  # noqa: PLC0415

    fetcher = url_fetcher or weasyprint.urls.URLFetcher(allowed_protocols=("file", "data"), allow_redirects=False)
    where = {"base_url": base_url, "url_fetcher": fetcher}
    page = weasyprint.HTML(filename=str(html), **where) if isinstance(html, Path) else None
    page = page or weasyprint.HTML(string=html, **where)
    fonts = FontConfiguration()
    sheets = [
        weasyprint.CSS(filename=str(sheet), url_fetcher=fetcher, font_config=fonts)
        if isinstance(sheet, Path)
        else weasyprint.CSS(string=sheet, font_config=fonts, **where)
        for sheet in stylesheets
    ]
    settled = settle.lay_out(page, part_of, stylesheets=sheets, fonts=fonts)
    told, about, shapes = settled.notices, settled.document.metadata, _font_shapes(settled.document)
    seen = frames.read(settled.document)
    del settled, page, fonts, sheets  # the laid-out boxes are most of the memory that a long deck takes
    if len(seen) > MANY:
        heap.let_go()
    deck, notices = plan.plan(seen, part_of)
    del seen
    if info is None:
        info = DeckInfo(
            title=about.title or "",
            language=about.lang or "en",
            date=_day(about.created),
            theme=guess.theme_of(deck),
            author=", ".join(about.authors),
            subject=about.description or "",
            keywords=", ".join(about.keywords),
        )
    return writer.write(deck, _dressed(info, deck, shapes)), (*told, *notices)


def lay_out(html: HTML, part_of: str = PART_OF, *, numbered: bool = False) -> Settled:
    """Lay slide HTML out: what goes over several pages fills them evenly, what is too large for one is made smaller.

    Args:
        html: the slides, as the layout engine reads them.
        part_of: what is put after the title of a section that goes over several pages.
        numbered: show that in the pages themselves; a deck made of them has it in any case.
    """
    from leafdeck.deck import settle  # noqa: PLC0415 - the engine is slow to import

    return settle.lay_out(html, part_of, numbered=numbered)


@heap.filling()
def render(
    document: Document,
    info: DeckInfo,
    part_of: str = PART_OF,
    template: Template | None = None,
    *,
    read: tuple[Frame, ...] = (),
) -> tuple[bytes, tuple[Notice, ...]]:
    """Turn a laid-out document into a .pptx file; each of its pages becomes one slide.

    Args:
        document: what ``weasyprint.HTML(...).render()`` returned for slide HTML.
        info: the deck's title, language, date and theme.
        part_of: what is put after the title of a section that goes over several pages.
        template: the presentation to write on; its theme goes before that of the information.
        read: the document's frames, where they have been read already.

    Returns:
        The file's bytes, and what could not be carried over. The same input gives the same bytes.
    """
    from leafdeck.deck import frames, onto, plan, writer  # noqa: PLC0415 - the engine is slow to import

    deck, notices = plan.plan(read or frames.read(document), part_of)
    if template:
        return onto.write(deck, info, template.stencil, template.presentation), notices
    return writer.write(deck, _dressed(info, deck, _font_shapes(document))), notices


def _font_shapes(document: Document) -> Mapping[str, tuple[str | None, int]]:
    """Return the shapes of a document's fonts by family, as a theme has them."""
    from leafdeck.deck import boxscript, fontshapes  # noqa: PLC0415

    return fontshapes.read(boxscript.font_files(document))


def _dressed(info: DeckInfo, deck: Deck, shapes: Mapping[str, tuple[str | None, int]]) -> DeckInfo:
    """Return what a deck says of itself, with what its words and its fonts' shapes tell of its theme's fonts."""
    from leafdeck.deck import guess  # noqa: PLC0415

    return replace(info, theme=replace(guess.scripted(info.theme, deck), shapes=shapes))


def spoken(document: Document) -> tuple[Spoken, ...]:
    """Return a laid-out document's slides with their notes; pages of one section are one of them."""
    from leafdeck.deck import frames  # noqa: PLC0415

    told: list[Spoken] = []
    before = ""
    for number, frame in enumerate(frames.read(document), 1):
        if frame.section and frame.section == before:
            told[-1] = replace(told[-1], pages=(*told[-1].pages, number))
        else:
            notes = tuple((note.level, note.text) for note in frame.notes)
            told.append(Spoken(frame.title, frame.part, (number,), notes))
        before = frame.section
    return tuple(told)


def _day(created: str | None) -> dt.date:
    """Return the day of a W3C date (YYYY-MM-DD, perhaps with a time), or a fixed one."""
    try:
        return dt.date.fromisoformat((created or "")[:10])
    except ValueError:
        return UNDATED
