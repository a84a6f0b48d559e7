"""A laid-out page as a picture on a page of another document: vector, sharp at any size, its fonts embedded once.

It stands in for one of WeasyPrint's images; tests/contract/test_page_picture.py shows what the engine asks of one.
"""

from __future__ import annotations

from typing import Any

from weasyprint.document import Page


class PagePicture:
    """A page that ``<img>`` can show. Its document must live as long as this is drawn: it holds the fonts."""

    def __init__(self, page: Page) -> None:
        self.page = page

    def get_intrinsic_size(self, _resolution: float, _font_size: float) -> tuple[float, float, float]:
        """Return the width and height in CSS px, and their ratio."""
        return self.page.width, self.page.height, self.page.width / self.page.height

    def draw(self, stream: Any, width: float, height: float, _style: object) -> None:  # noqa: ANN401 - the engine's stream
        """Draw the page at this size, in CSS px. It is one figure: nothing in it has a tag of its own."""
        group = stream.add_group(0, 0, self.page.width, self.page.height)
        group.page_rectangle = (0, 0, self.page.width, self.page.height)
        group._tags = None  # noqa: SLF001
        self.page.paint(group)
        stream.transform(a=width / self.page.width, d=height / self.page.height)
        stream.draw_x_object(group.id)
