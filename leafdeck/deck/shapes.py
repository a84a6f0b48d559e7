"""A Deck's shapes into python-pptx's shape trees: placeholders, text boxes, autoshapes, groups, pictures, tables."""

from __future__ import annotations

import io
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from typing import Any

from pptx.enum.shapes import MSO_CONNECTOR, MSO_SHAPE, PP_PLACEHOLDER
from pptx.oxml.shapes.groupshape import CT_GroupShape
from pptx.shapes.shapetree import GroupShapes, SlideShapes
from pptx.slide import Slide
from pptx.util import Emu

from leafdeck.deck import chartbook, chartxml, package, shapexml, textxml, timing
from leafdeck.deck import theme as themes
from leafdeck.deck.model import (
    AnyShape,
    Box,
    ChartShape,
    GroupShape,
    Layout,
    PictureShape,
    Preset,
    Shape,
    TableShape,
    walk,
)
from leafdeck.deck.text import Para
from leafdeck.deck.xml import Node, make, put, qualified

TYPES = {
    "title": PP_PLACEHOLDER.TITLE,
    "subTitle": PP_PLACEHOLDER.SUBTITLE,
    "body": PP_PLACEHOLDER.BODY,
    "dt": PP_PLACEHOLDER.DATE,
    "ftr": PP_PLACEHOLDER.FOOTER,
    "sldNum": PP_PLACEHOLDER.SLIDE_NUMBER,
}
CONTENT = {"obj": (1,), "twoObj": (1, 2), "twoTxTwoObj": (2, 4)}
"""The bodies of a layout, by its kind, that take a table, a chart or a picture as well as text (19.7.15)."""

INDEXES = {"title": 0, "subTitle": 1, "body": 1, "dt": 10, "ftr": 11, "sldNum": 12}
BODY_BESIDE_SUBTITLE = 13
SMALL = ("ftr", "sldNum")
NO_STYLE = "{2D5ABB26-0587-4C30-8999-92F81FD0307C}"
"""PowerPoint's table style "No Style, No Grid": all that is seen is the cells' own."""


class Members(GroupShapes):
    """The shapes of a group whose place is known: python-pptx would work it out anew from all of them at each one."""

    def _recalculate_extents(self) -> None:
        """Leave the group's place as it is."""


@dataclass
class Pen:
    """Puts shapes on one slide, layout or master.

    Attributes:
        setting: how text is written.
        inherited: a slide's placeholders as its layout has them, by type; empty for layouts and masters.
        revealed: the shapes so far that appear at a click, with its number.
        waiting: the placeholders that python-pptx has put on a new slide and that are not yet filled, by type.
    """

    setting: textxml.Setting
    inherited: Mapping[str, Shape] = field(default_factory=dict)
    waiting: dict[str, Node] = field(default_factory=dict)
    revealed: list[tuple[int, Node]] = field(default_factory=list)

    def put(self, shapes: Iterable[AnyShape], on: SlideShapes | GroupShapes) -> None:
        """Add shapes, in order."""
        for shape in shapes:
            before = set(on.element) if shape.reveal else set()
            if isinstance(shape, GroupShape):
                self._group(shape, on)
            elif isinstance(shape, PictureShape):
                self._picture(shape, on)
            elif isinstance(shape, TableShape):
                self._table(shape, on)
            elif isinstance(shape, ChartShape):
                self._chart(shape, on)
            elif shape.placeholder:
                self._placeholder(shape, on)
            else:
                self._shape(shape, on)
            if shape.reveal:  # a placeholder stood there before, and now stands last
                made = [element for element in on.element if element not in before] or list(on.element)[-1:]
                self.revealed.extend((shape.reveal, element) for element in made)

    def _group(self, group: GroupShape, on: SlideShapes | GroupShapes) -> None:
        """Add a group; what PowerPoint cannot group, a placeholder or a table, stands on the slide with the rest."""
        if any(isinstance(shape, TableShape) or getattr(shape, "placeholder", "") for shape in walk(group.shapes)):
            self.put(group.shapes, on)
            return
        made = on.add_group_shape()
        shapexml.describe(made.element, group.name, group.alt, decorative=True, link=self._link(group.link))
        self.put(group.shapes, Members(made.element, made))
        shapexml.surround(made.element, group.box)
        if group.rotation:
            made.rotation = group.rotation

    def _picture(self, picture: PictureShape, on: SlideShapes | GroupShapes) -> None:
        made = on.add_picture(io.BytesIO(picture.data), *_lengths(picture.box))
        made.crop_left, made.crop_top, made.crop_right, made.crop_bottom = picture.crop
        made.rotation = picture.rotation
        link = self._link(picture.link)
        shapexml.describe(made.element, picture.name, picture.alt, decorative=True, link=link)
        blip = next(made.element.iter(qualified("a:blip")))
        blip.extend(node for node in (themes.alpha_of(picture.alpha), self._vector(picture)) if node is not None)
        look = made.element.find(qualified("p:spPr"))
        outline = shapexml.geometry(picture.geometry, picture.box)
        look.replace(look.find(qualified("a:prstGeom")), outline)
        if picture.shadows:
            look.append(shapexml.effects(picture.shadows, self.setting.theme))

    def _vector(self, picture: PictureShape) -> Node | None:
        """Return the extension that names a picture's SVG file."""
        if not picture.vector or self.setting.embed is None:
            return None
        drawing = make("asvg:svgBlip", r_embed=self.setting.embed(picture.vector))
        return make("a:extLst", make("a:ext", drawing, uri=shapexml.VECTOR))

    def _link(self, address: str) -> tuple[str, str] | None:
        return self.setting.link(address) if address else None

    def _table(self, table: TableShape, on: SlideShapes | GroupShapes) -> None:
        assert isinstance(on, SlideShapes)  # noqa: S101 - _group puts tables on the slide
        frame = on.add_table(len(table.rows), len(table.columns), *_lengths(table.box))
        shapexml.describe(frame.element, table.name, table.alt, decorative=False)
        made = frame.table
        made.first_row, made.first_col, made.horz_banding = table.first_row, table.first_column, False
        if table.right_to_left:
            frame.element.find(f".//{qualified('a:tblPr')}").set("rtl", "1")
        for number, width in enumerate(table.columns):
            made.columns[number].width = Emu(width)
        for number, height in enumerate(table.heights):
            made.rows[number].height = Emu(height)
        for y, cells in enumerate(table.rows):
            for x, cell in enumerate(cells):
                if cell.colspan > 1 or cell.rowspan > 1:
                    made.cell(y, x).merge(made.cell(y + cell.rowspan - 1, x + cell.colspan - 1))
        next(frame.element.iter(qualified("a:tableStyleId"))).text = NO_STYLE
        elements = frame.element.iter(qualified("a:tc"))
        for element, cell in zip(elements, (cell for row in table.rows for cell in row), strict=True):
            put(element, *shapexml.cell(cell, self.setting))

    def _chart(self, chart: ChartShape, on: SlideShapes | GroupShapes) -> None:
        data = chartbook.values(chart.data)
        frame: Any = on.add_chart(chartbook.TYPES[chart.data.kind], *_lengths(chart.box), data)
        shapexml.describe(frame.element, chart.name, chart.alt, decorative=False)
        part = frame.chart.part
        chartxml.dress(part._element, chart, self.setting)  # noqa: SLF001 - python-pptx has no call for much of it
        book = part.chart_workbook
        book.update_from_xlsx_blob(package.workbook(book.xlsx_part.blob))

    def _shape(self, shape: Shape, on: SlideShapes | GroupShapes) -> None:
        assert shape.box is not None  # noqa: S101 - only placeholders may take their layout's place
        x, y, width, height = box = _lengths(shape.box)
        if shape.geometry == Preset("line"):
            made: Node = on.add_connector(MSO_CONNECTOR.STRAIGHT, x, y, Emu(x + width), Emu(y + height)).element
        elif shape.text is not None and shape.fill is None and shape.line is None:
            made = on.add_textbox(*box).element
        else:
            made = on.add_shape(MSO_SHAPE.RECTANGLE, *box).element
        for style in made.findall(qualified("p:style")):  # it would bring the theme's shadow
            made.remove(style)
        link = self._link(shape.link)
        shapexml.describe(made, shape.name, shape.alt, decorative=shape.text is None, link=link)
        self._dress(made, shape, None)

    def _placeholder(self, shape: Shape, on: SlideShapes | GroupShapes) -> None:
        """Fill the placeholder that the layout gives a slide, in its place in the reading order."""
        made = self.waiting.pop(shape.placeholder)
        on.element.append(made)
        shapexml.describe(made, shape.name, shape.alt, decorative=False)
        self._dress(made, shape, self.inherited[shape.placeholder])

    def define(self, placeholder: Shape, tree: CT_GroupShape, kind: str = "obj", index: int | None = None) -> None:
        """Add a placeholder to a layout or master; its styles stand in it as a list style."""
        of = TYPES[placeholder.placeholder]
        if of == PP_PLACEHOLDER.TITLE and kind == "title":
            of = PP_PLACEHOLDER.CENTER_TITLE
        if of == PP_PLACEHOLDER.BODY and index in CONTENT.get(kind, ()):
            of = PP_PLACEHOLDER.OBJECT
        made = tree.add_placeholder(
            tree.max_shape_id + 1,
            placeholder.placeholder,
            of,
            "horz",
            "quarter" if placeholder.placeholder in {"dt", *SMALL} else "full",
            INDEXES[placeholder.placeholder] if index is None else index,
        )
        shapexml.describe(made, placeholder.name, placeholder.alt, decorative=False)
        self._dress(made, placeholder, placeholder, defining=True)

    def _dress(self, made: Node, shape: Shape, base: Shape | None, *, defining: bool = False) -> None:
        """Give an element its look and its text, without what it has from the base."""
        put(made.find(qualified("p:spPr")), *shapexml.look(shape, None if defining else base, self.setting))
        for old in made.findall(qualified("p:txBody")):
            made.remove(old)
        if shape.text is None:
            return
        setting = replace(self.setting, heading=shape.placeholder == "title", base=levels(base))
        text = textxml.body(shape.text, setting, base=base.text if base and not defining else None)
        if defining:
            plain = replace(setting, base={})
            put(text[1], *(textxml.level_style(para, plain, level) for level, para in sorted(levels(shape).items())))
        made.append(text)


def levels(shape: Shape | None) -> dict[int, Para]:
    """Return a placeholder's paragraph for each level of its text."""
    return {para.level: para for para in shape.text.paragraphs} if shape and shape.text else {}


def index(placeholder: Shape, layout: Layout) -> int:
    """Return a placeholder's number in its layout, by which slides find it."""
    bodies = [shape for shape in layout.placeholders if shape.placeholder == "body"]
    if len(bodies) > 1 and placeholder.placeholder == "body":
        return 1 + next(place for place, shape in enumerate(bodies) if shape is placeholder)
    both = {"subTitle", "body"} <= {shape.placeholder for shape in layout.placeholders}
    return BODY_BESIDE_SUBTITLE if placeholder.placeholder == "body" and both else INDEXES[placeholder.placeholder]


def fill(slide: Slide, shapes: tuple[AnyShape, ...], layout: Layout, setting: textxml.Setting) -> None:
    """Put a slide's shapes on it; placeholders that it does not fill are taken away."""
    on = slide.shapes
    wanted = {getattr(shape, "placeholder", "") for shape in walk(shapes)}
    for kind in SMALL:  # python-pptx leaves these out, as PowerPoint does where a presenter wants none
        placeholder = slide.slide_layout.placeholders.get(INDEXES[kind])
        if kind in wanted and placeholder is not None:
            on.clone_placeholder(placeholder)
    made = {element.ph_idx: element for element in on.element.iter_ph_elms()}
    inherited = {shape.placeholder: shape for shape in layout.placeholders}
    waiting = {kind: made[index(shape, layout)] for kind, shape in inherited.items() if kind in wanted}
    for element in set(made.values()) - set(waiting.values()):
        on.element.remove(element)
    pen = Pen(setting, inherited, waiting)
    pen.put(shapes, on)
    timing.add(slide.element, pen.revealed)


def _lengths(box: Box) -> tuple[Emu, Emu, Emu, Emu]:
    return Emu(box.x), Emu(box.y), Emu(max(0, box.width)), Emu(max(0, box.height))
