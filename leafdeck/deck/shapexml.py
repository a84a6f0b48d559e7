"""Shapes as PresentationML (ECMA-376 part 1, 19.3): what stands in a slide's, layout's or master's shape tree."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, replace

from leafdeck.deck import textxml
from leafdeck.deck import theme as themes
from leafdeck.deck.model import (
    AnyShape,
    Box,
    Freeform,
    GroupShape,
    Line,
    Para,
    PictureShape,
    Preset,
    Shape,
    TableCell,
    TableShape,
    Theme,
)
from leafdeck.deck.xml import Node, make
from leafdeck.units import Emu

DECORATIVE = "{C183D7F6-B498-43B3-948B-1728B52AA6E4}"
"""The extension that marks a shape as decoration (MS-ODRAWXML, decorative)."""

INDEXES = {"subTitle": 1, "body": 1, "ftr": 11, "sldNum": 12}
TABLE = "http://schemas.openxmlformats.org/drawingml/2006/table"
SIDES = ("lnL", "lnR", "lnT", "lnB")


@dataclass
class Tree:
    """Makes one part's shapes; ids count up within the part.

    Attributes:
        setting: how text is written.
        picture: turns a picture into the id of a relationship.
        inherited: the layout's placeholders by type; empty in a layout or master itself.
        defining: whether placeholders carry their style as a list style, as layouts and masters do.
        centred: whether the title is of the centred kind, as on title slides.
    """

    setting: textxml.Setting
    picture: Callable[[PictureShape], str]
    inherited: Mapping[str, Shape] = field(default_factory=dict)
    defining: bool = False
    centred: bool = False
    last_id: int = 1

    @property
    def theme(self) -> Theme:
        """The deck's theme."""
        return self.setting.theme

    def tree(self, shapes: tuple[AnyShape, ...]) -> Node:
        """Return the shape tree."""
        made = [self.shape(shape) for shape in shapes]
        return make("p:spTree", _group_head(make("p:cNvPr", id=1, name="")), make("p:grpSpPr", _transform(None)), *made)

    def shape(self, shape: AnyShape) -> Node:
        """Return one shape."""
        if isinstance(shape, GroupShape):
            return self._group(shape)
        if isinstance(shape, PictureShape):
            return self._picture(shape)
        if isinstance(shape, TableShape):
            return self._table(shape)
        return self._shape(shape)

    def _head(self, name: str, alt: str, *, decorative: bool) -> Node:
        self.last_id += 1
        mark = None
        if decorative:
            mark = make("a:extLst", make("a:ext", make("adec:decorative", val=1), uri=DECORATIVE))
        return make("p:cNvPr", mark, id=self.last_id, name=name, descr=alt or None)

    def _shape(self, shape: Shape) -> Node:
        text = shape.text
        decorative = text is None and not shape.alt and not shape.placeholder
        head = self._head(shape.name, shape.alt, decorative=decorative)
        base = self.inherited.get(shape.placeholder)
        plain = shape.fill is None and shape.line is None and not shape.placeholder
        inherits = bool(shape.placeholder) and not self.defining
        return make(
            "p:sp",
            make(
                "p:nvSpPr",
                head,
                make(
                    "p:cNvSpPr",
                    make("a:spLocks", noGrp=True) if shape.placeholder else None,
                    txBox=True if plain and text else None,
                ),
                make("p:nvPr", self._placeholder(shape.placeholder)),
            ),
            make("p:spPr", *self._look(shape, base if inherits else None)),
            self._text(shape, base) if text is not None else None,
        )

    def _placeholder(self, kind: str) -> Node | None:
        if not kind:
            return None
        type_ = "ctrTitle" if kind == "title" and self.centred else kind
        small = kind in {"ftr", "sldNum"}
        return make("p:ph", type=type_, sz="quarter" if small else None, idx=INDEXES.get(kind))

    def _look(self, shape: Shape, base: Shape | None) -> list[Node]:
        """Return place, geometry, fill and line: for a placeholder only what differs from its layout's."""
        nodes: list[Node] = []
        if shape.box and not (base and base.box == shape.box):
            nodes.append(_place(shape.box))
        if base is None or base.geometry != shape.geometry:
            nodes.append(_geometry(shape.geometry, shape.box))
        if base is None or base.fill != shape.fill:
            nodes.append(themes.fill(shape.fill, self.theme))
        if base is None or base.line != shape.line:
            nodes.append(self._line(shape.line))
        return nodes

    def _text(self, shape: Shape, base: Shape | None) -> Node:
        assert shape.text is not None  # noqa: S101 - the caller has checked
        setting = replace(self.setting, heading=shape.placeholder == "title")
        if not shape.placeholder:
            return textxml.body(shape.text, setting)
        if not self.defining:
            levels = _levels(base)
            under = base.text if base else None
            return textxml.body(shape.text, replace(setting, base=levels), base=under)
        levels = _levels(shape)
        node = textxml.body(shape.text, replace(setting, base=levels))
        style = node[1]
        style.extend(textxml.level_style(para, setting, level) for level, para in sorted(levels.items()))
        return node

    def _line(self, line: Line | None, tag: str = "a:ln") -> Node:
        if line is None:
            return make(tag, make("a:noFill"))
        return make(
            tag, themes.fill(line.color, self.theme), make("a:prstDash", val=line.dash), w=max(0, line.width)
        )

    def _group(self, group: GroupShape) -> Node:
        head = self._head(group.name, group.alt, decorative=not group.alt)
        made = [self.shape(shape) for shape in group.shapes]
        return make("p:grpSp", _group_head(head), make("p:grpSpPr", _transform(group.box)), *made)

    def _picture(self, picture: PictureShape) -> Node:
        head = self._head(picture.name, picture.alt, decorative=not picture.alt)
        left, top, right, bottom = (round(share * 100_000) or None for share in picture.crop)
        return make(
            "p:pic",
            make("p:nvPicPr", head, make("p:cNvPicPr", make("a:picLocks", noChangeAspect=True)), make("p:nvPr")),
            make(
                "p:blipFill",
                make("a:blip", r_embed=self.picture(picture)),
                make("a:srcRect", l=left, t=top, r=right, b=bottom) if any(picture.crop) else None,
                make("a:stretch", make("a:fillRect")),
            ),
            make("p:spPr", _place(picture.box), _geometry(Preset(), picture.box)),
        )

    def _table(self, table: TableShape) -> Node:
        rows = [
            make("a:tr", *[self._cell(cell) for cell in row], h=height)
            for row, height in zip(table.rows, table.heights, strict=True)
        ]
        grid = make("a:tblGrid", *[make("a:gridCol", w=width) for width in table.columns])
        flags = make("a:tblPr", firstRow=table.first_row or None, firstCol=table.first_column or None)
        head = self._head(table.name, table.alt, decorative=False)
        locks = make("p:cNvGraphicFramePr", make("a:graphicFrameLocks", noGrp=True))
        return make(
            "p:graphicFrame",
            make("p:nvGraphicFramePr", head, locks, make("p:nvPr")),
            make("p:xfrm", *_offset(table.box)),
            make("a:graphic", make("a:graphicData", make("a:tbl", flags, grid, *rows), uri=TABLE)),
        )

    def _cell(self, cell: TableCell) -> Node:
        left, top, right, bottom = cell.text.insets
        text = textxml.body(cell.text, self.setting, tag="a:txBody")
        text.replace(text[0], make("a:bodyPr"))
        lines = [self._line(line, f"a:{side}") for side, line in zip(SIDES, cell.borders, strict=True)]
        anchor = cell.text.anchor if cell.text.anchor != "t" else None
        return make(
            "a:tc",
            text,
            make(
                "a:tcPr",
                *lines,
                themes.fill(cell.fill, self.theme),
                marL=left,
                marR=right,
                marT=top,
                marB=bottom,
                anchor=anchor,
            ),
            rowSpan=cell.rowspan if cell.rowspan > 1 else None,
            gridSpan=cell.colspan if cell.colspan > 1 else None,
            hMerge=True if cell.merged == "h" else None,
            vMerge=True if cell.merged == "v" else None,
        )


def _levels(shape: Shape | None) -> dict[int, Para]:
    return {para.level: para for para in shape.text.paragraphs} if shape and shape.text else {}


def _group_head(head: Node) -> Node:
    return make("p:nvGrpSpPr", head, make("p:cNvGrpSpPr"), make("p:nvPr"))


def _offset(box: Box) -> tuple[Node, Node]:
    return make("a:off", x=box.x, y=box.y), make("a:ext", cx=max(0, box.width), cy=max(0, box.height))


def _place(box: Box) -> Node:
    return make("a:xfrm", *_offset(box))


def _transform(box: Box | None) -> Node:
    """Return a group's transform: its children are placed as on the slide."""
    box = box or Box(Emu(0), Emu(0), Emu(0), Emu(0))
    return make(
        "a:xfrm",
        *_offset(box),
        make("a:chOff", x=box.x, y=box.y),
        make("a:chExt", cx=box.width, cy=box.height),
    )


def _geometry(geometry: Preset | Freeform, box: Box | None) -> Node:
    if isinstance(geometry, Preset):
        guides = [make("a:gd", name=name, fmla=f"val {value}") for name, value in geometry.adjust]
        return make("a:prstGeom", make("a:avLst", *guides), prst=geometry.name)
    assert box is not None  # noqa: S101 - a freeform is never a placeholder without a place
    paths = []
    for steps in geometry.paths:
        nodes = [_step(kind, points) for kind, points in steps]
        paths.append(make("a:path", *nodes, w=max(1, box.width), h=max(1, box.height)))
    empty = [make(f"a:{name}") for name in ("avLst", "gdLst", "ahLst", "cxnLst")]
    rect = make("a:rect", l="0", t="0", r="r", b="b")
    return make("a:custGeom", *empty, rect, make("a:pathLst", *paths))


def _step(kind: str, points: tuple[tuple[int, int], ...]) -> Node:
    name = {"M": "moveTo", "L": "lnTo", "C": "cubicBezTo", "Z": "close"}[kind]
    return make(f"a:{name}", *[make("a:pt", x=x, y=y) for x, y in points])
