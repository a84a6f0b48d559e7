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

from leafdeck.deck import boxback, boxcolumns, boxfont, boxmarker, boxpaint, boxsvg, boxtext, chart, clip, dom, svg
from leafdeck.deck.boxflow import owners_of
from leafdeck.deck.boxpaint import border_box
from leafdeck.deck.frame import Block, Break, Cell, Chart, Frame, Item, Marker, Origin, Paragraph, Picture, Row, Table
from leafdeck.deck.paint import Color, Fill, Gradient, Paint, Rect, Texture
from leafdeck.deck.svgattr import name
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
    for page, section in zip(pages, owners_of(document, outline), strict=True):
        frames.append(_frame(page, outline, section, first=section is not None and section not in seen))
        if section is not None:
            seen.add(section)
    return tuple(frames)


def _frame(page: Box, outline: dom.Outline, section: Element | None, *, first: bool) -> Frame:
    body, *margins = page.children
    reader = _Reader(outline)
    items: list[Item] = []
    background, sheets, lost = _backgrounds(page)
    if lost:
        items.append(Block(Rect.of(0, 0, 0, 0), Rect.of(0, 0, 0, 0), Paint(), (), Origin("html"), lost=lost))
    for sheet in sheets:
        items.extend(reader.sheet(sheet, Origin("html")))
    items.extend(reader.items(body))
    get = section.get if section is not None else (lambda _name, default="": default)
    return Frame(
        width=Px(page.margin_width()),
        height=Px(page.margin_height()),
        area=Rect.of(page.content_box_x(), page.content_box_y(), page.width, page.height),
        background=background,
        section=get("id", ""),
        layout=get("data-layout", ""),
        part=get("data-part", ""),
        source=get("data-source", ""),
        title=outline.title(section),
        notes=dom.notes(section) if first and section is not None else (),
        items=tuple(items),
        margins=tuple(item for box in margins for item in reader.margin(box)),
        lang=body.style["lang"] or "",
        anchors=tuple(_anchors(page)),
    )


def _backgrounds(page: Box) -> tuple[Fill | None, tuple[boxback.Sheet, ...], tuple[str, ...]]:
    """Return what fills a page, the sheets of its own and its root's background over that, and what of them is lost."""
    whole = Rect.of(0, 0, page.margin_width(), page.margin_height())
    found, lost = boxback.sheets(page.background, whole)
    canvas = page.canvas_background
    if canvas is not None:
        # The root's colour fills what is inside the page's margins.
        area = Rect.of(*canvas.layers[-1].painting_area)
        inside = boxback.near(area, whole)
        more, without = boxback.sheets(canvas, area)
        found += tuple(replace(sheet, whole=inside and sheet.whole) for sheet in more)
        lost += without
    first = found[0] if found else None
    if first and first.whole and isinstance(first.fill, Color | Gradient | Texture):
        return first.fill, found[1:], lost
    return None, found, lost


def _anchors(page: Box) -> Iterator[str]:
    """Yield the ids of the elements that stand on a page."""
    for box in page.descendants(placeholders=True):
        if box.element is not None and box.element.get("id"):
            yield box.element.get("id")


@dataclass
class _Reader:
    """Walks one page's boxes down, with what children inherit."""

    outline: dom.Outline
    opacity: float = 1.0
    level: int = 0
    marker: Marker | None = field(default=None)
    element: Element | None = None
    going_on: dict[Box, str] = field(default_factory=dict)
    ended: Break = Break.END

    def items(self, box: Box) -> list[Item]:
        """Read a box and all that stands in it."""
        if isinstance(box, AbsolutePlaceholder):
            box = box._box  # noqa: SLF001
        if isinstance(box, boxes.TableBox):
            return self._framed(box)
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
            origin = replace(origin, group="", placeholder="", reveal=0)
        outer, self.element = self.element, box.element
        under = [item for sheet in boxpaint.above(box, self.opacity) for item in self.sheet(sheet, Origin(origin.tag))]
        edges = boxpaint.clipping(box)
        self.going_on |= boxcolumns.going_on(box)
        inner = tuple(self._children(box))
        inner, cut = clip.clipped(inner, *edges) if edges else (inner, ())
        children = (*under, *inner, *self._outline(box, origin))
        self.element = outer
        markers = [child for child in box.children if boxmarker.is_marker(child)]
        return Block(
            rect=border_box(box),
            content=Rect.of(box.content_box_x(), box.content_box_y(), box.width, box.height),
            paint=boxpaint.paint(box, self.opacity),
            children=children,
            origin=origin,
            vertical_align=str(box.style["vertical_align"]),
            lost=(*boxpaint.lost(box), *cut, *(what for marker in markers for what in boxmarker.lost(marker))),
            turn=boxpaint.turn(box),
            column=boxcolumns.is_column(box),
        )

    def sheet(self, sheet: boxback.Sheet, origin: Origin) -> list[Item]:
        """Return one layer of a background as an item of its own."""
        if isinstance(sheet.fill, SVGImage):
            return [replace(boxsvg.read(sheet.fill, sheet.rect, self.opacity), origin=origin)]
        return [Block(sheet.rect, sheet.rect, Paint(sheet.fill), (), origin)]

    def _outline(self, box: Box, origin: Origin) -> list[Item]:
        found = boxpaint.outline(box, self.opacity) if box.element is not None else None
        return [Block(found[0], found[0], found[1], (), Origin(origin.tag))] if found else []

    def _children(self, box: Box) -> Iterator[Item]:
        if any(isinstance(child, boxes.LineBox) for child in box.children):
            yield from self._lines(box)
            return
        for child in in_paint_order(box.children):
            if boxmarker.is_marker(child):
                self.marker = boxmarker.marker(child, self.opacity)
            else:
                yield from self.items(child)

    def _lines(self, box: Box) -> Iterator[Item]:
        """Read a block of lines: paragraphs, and the atomic and positioned boxes that stand among the words."""
        others: list[Box] = []
        for child in box.children:
            if boxmarker.is_marker(child):
                self.marker = boxmarker.marker(child, self.opacity)
            elif not isinstance(child, boxes.LineBox):
                others.append(child)
        origin = self.outline.origin(box.element)
        for part in boxtext.parts(box, self.outline, self.opacity, self.items, self.going_on.get(box, "")):
            if isinstance(part, Paragraph):
                if self.ended is not Break.END:
                    part = boxcolumns.resumed(part, box, self.ended)  # noqa: PLW2901
                self.ended = part.lines[-1].ends
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
        href = self.outline.link(element)
        item: Item
        if isinstance(image, SVGImage):
            tree = image._svg.tree._etree_node  # noqa: SLF001
            alt = (element.get("alt") or "").strip() if name(element) == "img" else svg.alt_text(tree)
            data = chart.read(tree.get("data-chart", ""))
            if data is not None:
                font = boxfont.font_of(box, box, self.opacity)
                item = Chart(drawn, data, font, alt, origin, boxsvg.words(image, drawn))
            else:
                family = box.style["font_family"][0]
                shown = boxsvg.read(image, drawn, self.opacity, alt, family)
                broken = ("a chart whose data cannot be read",) if "data-chart" in tree.attrib else ()
                item = replace(shown, origin=origin, href=href, lost=(*shown.lost, *broken))
        elif isinstance(image, RasterImage):
            seen = boxback.common(drawn, content) or content
            # A frame's shape has the border and the shadow; a bare picture has its own.
            bare = not boxpaint.paint(box, self.opacity).visible
            shadows = boxpaint.shadows(box, self.opacity) if bare else ()
            radii, tall = boxpaint.corners(box.rounded_content_box())
            item = Picture(
                rect=seen,
                data=image.image_data.data,
                media_type=boxback.media_type(image),
                alt=(element.get("alt") or "").strip(),
                crop=boxback.crop(drawn, seen),
                origin=origin,
                paint=Paint(radii=radii, shadows=shadows, tall=tall),
                opacity=self.opacity,
                href=href,
            )
        else:
            return [replace(self._own(box, ()), lost=("this kind of image",))]
        own = self._own(box, (item,))
        return [own] if own.paint.visible or own.turn or own.lost else [item]

    def _own(self, box: Box, children: tuple[Item, ...]) -> Block:
        rect = border_box(box)
        paint, origin = boxpaint.paint(box, self.opacity), self.outline.origin(box.element)
        return Block(rect, rect, paint, children, origin, lost=boxpaint.lost(box), turn=boxpaint.turn(box))

    def _framed(self, table: Box) -> list[Item]:
        """Return a table, within a box of its own where it paints more than its cells do."""
        made, paint = self._table(table), boxpaint.table_paint(table, self.opacity)
        lost, turned = boxpaint.lost(table), boxpaint.turn(table)
        if not paint.visible and not lost and not turned:
            return [made]
        rect = border_box(table)
        return [Block(rect, rect, paint, (made,), Origin(made.origin.tag, made.origin.source), lost=lost, turn=turned)]

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
        if table.style["direction"] == "rtl":
            columns = columns[::-1]
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


def in_paint_order(children: Iterable[Box]) -> list[Box]:
    """Return siblings in the order in which z-index stacks them; equal ones stay in DOM order (CSS 2.2, appendix E)."""
    return sorted(children, key=lambda child: z if isinstance(z := child.style["z_index"], int) else 0)
