"""Slide HTML, laid out, to a native PowerPoint file.

    document = weasyprint.HTML("slides.html").render()
    data, notices = deck.render(document, info)

The way: `frames` reads the laid-out boxes, `plan` makes a Deck of them, `writer` turns it into bytes.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from leafdeck.deck.model import DeckInfo, Theme
from leafdeck.notice import Notice

if TYPE_CHECKING:
    from weasyprint import Document

__all__ = ["DeckInfo", "Theme", "render"]


def render(
    document: Document, info: DeckInfo, part_of: str = "({part} of {parts})"
) -> tuple[bytes, tuple[Notice, ...]]:
    """Turn a laid-out document into a .pptx file; each of its pages becomes one slide.

    Args:
        document: what ``weasyprint.HTML(...).render()`` returned for slide HTML.
        info: the deck's title, language, date and theme.
        part_of: what is put after the title of a section that goes over several pages.

    Returns:
        The file's bytes, and what could not be carried over. The same input gives the same bytes.
    """
    from leafdeck.deck import frames, plan, writer  # noqa: PLC0415 - the engine is slow to import

    deck, notices = plan.plan(frames.read(document), part_of)
    return writer.write(deck, info), notices
