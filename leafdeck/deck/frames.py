"""A laid-out document to frames: the only reader of WeasyPrint's private box tree.

Every fact about the tree that this module and its helpers `boxtext` and `boxpaint` rely on has a test in
``tests/contract``. The engine's version is pinned exactly.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field, replace
from typing import Any
from xml.etree.ElementTree import Element

from weasyprint import Document
from weasyprint.formatting_structure import boxes
from weasyprint.images import RasterImage, SVGImage
from weasyprint.layout.absolute import AbsolutePlaceholder
from weasyprint.layout.replaced import replacedbox_layout

from leafdeck.deck import boxpaint, boxtext, chart, dom, svg
from leafdeck.deck.frame import Block, Cell, Chart, Drawing, Frame, Item, Marker, Origin, Paragraph, Picture, Row, Table
from leafdeck.deck.paint import Color, Paint, Rect
from leafdeck.units import Px

Box = Any
"""A box of the engine; it has no public types."""


def read(document: Document, root: Element | None = None) -> tuple[Frame, ...]:
    """Read every page of a laid-out document.

    Args:
        document: what ``weasyprint.HTML(...).render()`` returned.
        root: the document's ``<html>`` element; the first page's root box knows it, so it may be left out.
    """
    pages = [page._page_box for page in document.pages]  # noqa: SLF001 - see the module's docstring
    if root is None:
        root = pages[0].children[0].element
    outline = dom.Outline(root)
    frames: list[Frame] = []
    seen: set[Element] = set()
    for page in pages:
        section = _section(page, outline)
        frames.append(_frame(page, outline, section, first=section is not None and section not in seen))
        if section is not None:
            seen.add(section)
    return tuple(frames)


def _section(page: Box, outline: dom.Outline) -> Element | None:
    """Return the slide's section: that of the first box in the page's flow that has one."""
    for child in page.children[:1]:
        for box in (child, *child.descendants(placeholders=True)):
            section = outline.section(getattr(box, "element", None))
            if section is not None:
                return section
    return None


def _frame(page: Box, outline: dom.Outline, section: Element | None, *, first: bool) -> Frame:
    body, *margins = page.children
    reader = _Reader(outline)
    items: list[Item] = []
    canvas = boxpaint.fill(page.canvas_background)
    if isinstance(canvas, Color):
        rect = Rect.of(*page.canvas_background.layers[-1].painting_area)
        items.append(Block(rect, rect, Paint(canvas), (), Origin("html")))
    items.extend(reader.items(body))
    get = section.get if section is not None else (lambda _name, default="": default)
    return Frame(
        width=Px(page.margin_width()),
        height=Px(page.margin_height()),
        area=Rect.of(page.content_box_x(), page.content_box_y(), page.width, page.height),
        background=boxpaint.fill(page.background),
        section=get("id", ""),
        layout=get("data-layout", ""),
        part=get("data-part", ""),
        source=get("data-source", ""),
        title=outline.title(section),
        notes=dom.notes(section) if first and section is not None else (),
        items=tuple(items),
        margins=tuple(item for box in margins for item in reader.margin(box)),
        lang=body.style["lang"] or "",
    )


@dataclass
class _Reader:
    """Walks one page's boxes down, with what children inherit."""

    outline: dom.Outline
    opacity: float = 1.0
    level: int = 0
    marker: Marker | None = field(default=None)
    element: Element | None = None

    def items(self, box: Box) -> list[Item]:
        """Read a box and all that stands in it."""
        if isinstance(box, AbsolutePlaceholder):
            box = box._box  # noqa: SLF001
        if isinstance(box, boxes.TableBox):
            return [self._table(box)]
        before, level = self.opacity, self.level
        self.opacity *= box.style["opacity"]
        self.level += box.element_tag in {"ul", "ol"} and isinstance(box, boxes.BlockBox)
        try:
            if isinstance(box, boxes.ReplacedBox):
                return self._replaced(box)
            return [self._block(box)]
        finally:
            self.opacity, self.level = before, level

    def margin(self, box: Box) -> list[Item]:
        """Read a margin box; an empty one that paints nothing is left out."""
        block = self._block(box, Origin(tag=box.at_keyword))
        return [block] if block.children or block.paint.visible else []

    def _block(self, box: Box, origin: Origin | None = None) -> Block:
        origin = origin or self.outline.origin(box.element)
        if box.element is not None and box.element is self.element:
            # An anonymous box inside the element's own: the element is named once.
            origin = replace(origin, group="", placeholder="")
        outer, self.element = self.element, box.element
        children = tuple(self._children(box))
        self.element = outer
        return Block(
            rect=border_box(box),
            content=Rect.of(box.content_box_x(), box.content_box_y(), box.width, box.height),
            paint=boxpaint.paint(box, self.opacity),
            children=children,
            origin=origin,
            vertical_align=str(box.style["vertical_align"]),
            lost=boxpaint.lost(box),
        )

    def _children(self, box: Box) -> Iterator[Item]:
        if any(isinstance(child, boxes.LineBox) for child in box.children):
            yield from self._lines(box)
            return
        for child in in_paint_order(box.children):
            if is_marker(child):
                self.marker = boxtext.marker(child, self.opacity)
            else:
                yield from self.items(child)

    def _lines(self, box: Box) -> Iterator[Item]:
        """Read a block of lines: paragraphs, and the atomic and positioned boxes that stand among the words."""
        others: list[Box] = []
        for child in box.children:
            if is_marker(child):
                self.marker = boxtext.marker(child, self.opacity)
            elif not isinstance(child, boxes.LineBox):
                others.append(child)
        origin = self.outline.origin(box.element)
        for part in boxtext.parts(box, self.outline, self.opacity):
            if isinstance(part, Paragraph):
                yield replace(part, origin=origin, level=self.level, marker=self.marker)
                self.marker = None
            else:
                yield from self.items(part)
        for other in in_paint_order(others):
            yield from self.items(other)

    def _replaced(self, box: Box) -> list[Item]:
        content = Rect.of(box.content_box_x(), box.content_box_y(), box.width, box.height)
        width, height, x, y = replacedbox_layout(box)
        drawn = Rect.of(x, y, width, height)
        image, element, origin = box.replacement, box.element, self.outline.origin(box.element)
        item: Item
        if isinstance(image, SVGImage):
            tree = image._svg.tree._etree_node  # noqa: SLF001
            alt = (element.get("alt") or "").strip() if svg.name(element) == "img" else svg.alt_text(tree)
            data = chart.read(tree.get("data-chart", ""))
            if data is not None:
                item = Chart(drawn, data, boxtext.font_of(box, box, self.opacity), alt, origin)
            else:
                paths, lost = svg.read(tree, drawn)
                lost = (*lost, "a chart whose data cannot be read") if "data-chart" in tree.attrib else lost
                item = Drawing(drawn, paths, alt, lost, origin)
        elif isinstance(image, RasterImage):
            seen, crop = _crop(drawn, content)
            kind = "image/jpeg" if image.format == "JPEG" else "image/png"
            item = Picture(seen, image.image_data.data, kind, (element.get("alt") or "").strip(), crop, origin)
        else:
            return [replace(self._own(box, ()), lost=("this kind of image",))]
        paint = boxpaint.paint(box, self.opacity)
        return [self._own(box, (item,))] if paint.visible else [item]

    def _own(self, box: Box, children: tuple[Item, ...]) -> Block:
        rect = border_box(box)
        return Block(rect, rect, boxpaint.paint(box, self.opacity), children, self.outline.origin(box.element))

    def _table(self, table: Box) -> Table:
        rows: list[Row] = []
        for group in table.children:
            for row in group.children:
                behind = boxpaint.fill(row.background) or boxpaint.fill(group.background)
                cells = tuple(self._cell(cell, behind) for cell in row.children)
                rows.append(Row(Px(row.position_y), Px(row.height), cells, head=bool(group.is_header)))
        columns = tuple(
            (Px(x), Px(width)) for x, width in zip(table.column_positions, table.column_widths, strict=True)
        )
        element = table.element
        label = self.outline.table_label(element)
        return Table(border_box(table), columns, tuple(rows), label, self.outline.origin(element))

    def _cell(self, box: Box, behind: Any) -> Cell:  # noqa: ANN401 - Color | Gradient | None
        block = self._block(box)
        paint = boxpaint.cell_paint(box, self.opacity)
        if paint.fill is None and behind is not None:
            paint = replace(paint, fill=behind)
        return Cell(
            column=box.grid_x,
            block=replace(block, paint=paint),
            header=box.element_tag == "th",
            colspan=box.colspan,
            rowspan=box.rowspan,
        )


def border_box(box: Box) -> Rect:
    """Return a box's border box."""
    return Rect.of(box.border_box_x(), box.border_box_y(), box.border_width(), box.border_height())


def is_marker(child: Box) -> bool:
    """Tell an outside list marker: a placeholder left in the list item for a box of its own."""
    return isinstance(child, AbsolutePlaceholder) and str(child._box.element_tag).endswith("::marker")  # noqa: SLF001


def in_paint_order(children: Iterable[Box]) -> list[Box]:
    """Return siblings in the order in which z-index stacks them; equal ones stay in DOM order (CSS 2.2, appendix E)."""
    return sorted(children, key=lambda child: z if isinstance(z := child.style["z_index"], int) else 0)


def _crop(drawn: Rect, content: Rect) -> tuple[Rect, tuple[float, float, float, float]]:
    """Return the part of a drawn image that its box shows, and the shares cut off left, top, right and bottom."""
    x, y = max(drawn.x, content.x), max(drawn.y, content.y)
    right, bottom = min(drawn.right, content.right), min(drawn.bottom, content.bottom)
    crop = (
        (x - drawn.x) / drawn.width,
        (y - drawn.y) / drawn.height,
        (drawn.right - right) / drawn.width,
        (drawn.bottom - bottom) / drawn.height,
    )
    return Rect.of(x, y, right - x, bottom - y), crop
