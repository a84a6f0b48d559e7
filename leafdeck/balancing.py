"""A leaflet laid out so that no page is nearly empty while another is crammed: once more only where that helps."""

from __future__ import annotations

from typing import TYPE_CHECKING

from leafdeck import typeset
from leafdeck.leaflet import balance, pagefill

if TYPE_CHECKING:
    from weasyprint import Document

    from leafdeck.markup import Markup
    from leafdeck.order import Timer
    from leafdeck.typeset import ProjectFetcher

TRIES = 2
"""How often at most a leaflet is laid out again: a page that gives to the next may then have too little itself."""


def balanced(markup: Markup, document: Document, fetcher: ProjectFetcher, step: Timer) -> tuple[Markup, Document]:
    """Return a leaflet with better filled pages, in the same number; the same one if there are none to mend.

    Args:
        markup: the leaflet.
        document: its pages as they are laid out.
        fetcher: serves what it names.
        step: times a step of the work.

    Raises:
        LayoutError: a font, an image or a style that cannot be used.
    """
    pages = pagefill.pages(document)
    for _ in range(TRIES):
        css = balance.moved(pages)
        if not css:
            break
        new = markup.dressed(css)
        with step("Even out the pages"):
            made = typeset.layout(new, fetcher)
        found = pagefill.pages(made)
        if len(found) != len(pages) or balance.lacking(found) >= balance.lacking(pages):
            break
        markup, document, pages = new, made, found
    return markup, document
