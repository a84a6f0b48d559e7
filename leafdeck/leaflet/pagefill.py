"""A laid-out leaflet to its pages: how full they are, and where else they could end."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from itertools import pairwise
from typing import TYPE_CHECKING, Any
from xml.etree.ElementTree import Element

from weasyprint.formatting_structure import boxes
from weasyprint.layout.absolute import AbsolutePlaceholder
from weasyprint.layout.block import block_level_page_break

from leafdeck.leaflet.balance import Page, Start

if TYPE_CHECKING:
    from weasyprint import Document

Box = Any
FORCED = frozenset({"page", "always", "left", "right", "recto", "verso"})
AVOID = frozenset({"avoid", "avoid-page"})


def pages(document: Document) -> tuple[Page, ...]:
    """Return the pages of a laid-out document."""
    reader = _Reader(_selectors(document.pages[0]._page_box.children[0].element))  # noqa: SLF001 - a contract test holds it
    return tuple(reader.page(page._page_box) for page in document.pages)  # noqa: SLF001 - as above


@dataclass
class _Reader:
    """Reads pages in their order.

    Attributes:
        selectors: the way to each element from the root.
        seen: the elements that have begun.
    """

    selectors: Mapping[Element, str]
    seen: set[Element] = field(default_factory=set)

    def page(self, page: Box) -> Page:
        top, height, flow = page.content_box_y(), page.height, page.children[0]
        foot = max((_foot(box) for box in _below(flow)), default=top)
        found = Page(
            fill=min(1.0, (foot - top) / height),
            starts=tuple(self._starts(flow, top, height, foot)),
            forced=self._is_forced(flow),
        )
        self.seen.update(box.element for box in (flow, *_below(flow)) if box.element is not None)
        return found

    def _starts(self, box: Box, top: float, height: float, foot: float) -> Iterator[Start]:
        """Yield where a page could end within a box."""
        if not _may_end_in(box):
            return
        children = [child for child in box.children if child.is_in_normal_flow()]
        for before, child in pairwise([None, *children]):
            new = child.element is not None and child.element is not box.element and child.element not in self.seen
            kept = (
                before is None or getattr(before, "is_header", False) or block_level_page_break(before, child) in AVOID
            )
            if new and not kept and isinstance(child, boxes.BlockLevelBox | boxes.TableRowBox):
                above = before.position_y + before.margin_height() - before.margin_bottom
                below = foot - child.position_y - child.margin_top
                way = self.selectors[child.element]
                yield Start(way, way.count(">"), (above - top) / height, below / height)
            yield from self._starts(child, top, height, foot)

    def _is_forced(self, flow: Box) -> bool:
        """Whether what a page begins with asks for a new page."""
        box = flow
        while box is not None:
            if box.element not in self.seen and box.style["break_before"] in FORCED:
                return True
            children = getattr(box, "children", ())
            box = next((child for child in children if child.is_in_normal_flow()), None)
        return False


def _may_end_in(box: Box) -> bool:
    """Whether a page may end between two of a box's children."""
    kind = boxes.BlockBox | boxes.TableBox | boxes.TableRowGroupBox
    columns = box.style["column_count"] != "auto" or box.style["column_width"] != "auto"
    return isinstance(box, kind) and box.style["break_inside"] not in AVOID and not columns


def _foot(box: Box) -> float:
    """Return where something ends that is seen: words, a picture, a frame with nothing in it."""
    if isinstance(box, boxes.LineBox | boxes.ReplacedBox):
        return float(box.position_y + box.margin_height())
    if isinstance(box, boxes.BlockLevelBox) and not getattr(box, "children", ()):
        return float(box.border_box_y() + box.border_height())
    return 0.0


def _below(box: Box) -> Iterator[Box]:
    """Yield all boxes in a box."""
    for child in getattr(box, "children", ()):
        inner = child._box if isinstance(child, AbsolutePlaceholder) else child  # noqa: SLF001 - as above
        yield inner
        yield from _below(inner)


def _selectors(root: Element) -> dict[Element, str]:
    """Return a selector for each element that no other has."""
    found = {root: ":root"}
    for parent in root.iter():
        children = (child for child in parent if isinstance(child.tag, str))
        for number, child in enumerate(children, 1):
            found[child] = f"{found[parent]} > :nth-child({number})"
    return found
