"""One frame's items to shapes: what becomes a text box, an autoshape with text, a group, a placeholder. Pure."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, replace

from leafdeck.deck import flow, grid, outline
from leafdeck.deck.frame import Block, Drawing, Item, Paragraph, Picture, Table, text_of
from leafdeck.deck.model import AnyShape, Box, GroupShape, PictureShape, Shape
from leafdeck.deck.paint import Paint, Rect
from leafdeck.notice import Notice, Place, Severity
from leafdeck.units import Emu

PLACEHOLDERS = {
    "title": "title",
    "subtitle": "subTitle",
    "body": "body",
    "footer": "ftr",
    "slide-number": "sldNum",
}
"""The slide contract's words for PowerPoint's types of placeholder (19.7.10)."""

MIDDLE_NEAR = 3.0
"""Text whose gaps above and below differ by no more, in px, stands in the middle."""

NAME_LENGTH = 40


@dataclass
class Placer:
    """Collects the notices of one slide while it places items.

    Attributes:
        source: the slide's place in the content, for notices about things that name none.
        taken: the placeholders that the slide has already, by type.
    """

    source: str = ""
    taken: set[str] = field(default_factory=set)
    notices: list[Notice] = field(default_factory=list)

    def place(self, items: Iterable[Item]) -> list[AnyShape]:
        """Place items in order; neighbours that one text frame can hold share one."""
        shapes: list[AnyShape] = []
        pending: list[Paragraph] = []
        for item in items:
            inner = flow.flowing(item)
            if inner is not None and flow.stackable([*pending, *inner]):
                pending.extend(inner)
                continue
            shapes.extend(self._text(pending))
            pending = list(inner) if inner is not None else []
            if inner is None:
                shapes.extend(self._one(item))
        return shapes + self._text(pending)

    def lose(self, what: str, source: str) -> None:
        """Note what could not be carried over."""
        message = f"PowerPoint has no native counterpart for {what}: it was left out of the slide"
        self.notices.append(Notice(Severity.WARNING, Place(path=source or self.source), message))

    def _text(self, found: Sequence[Paragraph]) -> list[AnyShape]:
        if not found:
            return []
        area, wider = flow.extent(found), flow.slack(found)
        before = _before(found) * wider
        rect = Rect.of(area.x - before, area.y, area.width + wider, area.height)
        return [Shape(_name(found), outline.box(rect), text=flow.body(found, start=area.x))]

    def _one(self, item: Item) -> list[AnyShape]:
        if isinstance(item, Block):
            return self._block(item)
        if isinstance(item, Drawing):
            return self._drawing(item)
        if isinstance(item, Picture):
            name = item.alt[:NAME_LENGTH] or "Picture"
            return [PictureShape(name, outline.box(item.rect), item.data, item.media_type, item.alt, item.crop)]
        if isinstance(item, Table):
            made, lost = grid.table(item, item.label or "Table")
            for what in lost:
                self.lose(f"{what} in a table cell", item.origin.source)
            return [made]
        return self._text([item])

    def _drawing(self, item: Drawing) -> list[AnyShape]:
        for what in item.lost:
            self.lose(f"{what} in a drawing", item.origin.source)
        shape = outline.drawing(item, item.alt[:NAME_LENGTH] or "Icon")
        return [shape] if shape else []

    def _block(self, item: Block) -> list[AnyShape]:
        for what in item.lost:
            self.lose(what, item.origin.source)
        if item.origin.placeholder:
            shape = self.placeholder(item)
            if shape:
                return [shape, *outline.sides(item.rect, item.paint, "Border")]
        inner = flow.paragraphs(item.children)
        if inner is None and item.origin.group:
            return grouped(self._inner(item), item.origin.group)
        if inner and not item.paint.visible:
            # Unpainted text that cannot flow on with its neighbours, such as a group or a second body.
            return self._text(inner)
        if inner:
            made: list[AnyShape] = [*with_text(item, inner), *outline.sides(item.rect, item.paint, "Border")]
            return grouped(made, item.origin.group) if item.origin.group else made
        return self._inner(item)

    def _inner(self, item: Block) -> list[AnyShape]:
        """Return a box's paint, then what stands in it."""
        shapes: list[AnyShape] = []
        paint = outline.painted(item.rect, item.paint, "Panel" if item.children else "Decoration")
        shapes.extend([paint] if paint else [])
        shapes.extend(outline.sides(item.rect, item.paint, "Border"))
        return shapes + self.place(item.children)

    def placeholder(self, item: Block, frame: Block | None = None) -> Shape | None:
        """Return a placeholder with an item's text, in the frame of a block around it if one is given.

        None when the item holds more than flowing text, or its kind of placeholder is taken.
        """
        kind = PLACEHOLDERS.get(item.origin.placeholder, "")
        inner = flow.paragraphs(item.children)
        if not kind or not inner:
            if item.origin.placeholder:
                self.notices.append(_not_flowing(item, self.source))
            return None
        if kind in self.taken:
            return None
        self.taken.add(kind)
        block = replace(frame or item, paint=item.paint)
        if frame is not None or item.paint.visible:
            shape = within(
                block, inner, {"middle": "ctr", "bottom": "b"}.get(block.vertical_align, "t") if frame else None
            )
            if shape:
                return replace(shape, name=_title_case(item.origin.placeholder), placeholder=kind)
        text = self._text(inner)[0]
        assert isinstance(text, Shape)  # noqa: S101 - _text makes nothing else
        return replace(text, name=_title_case(item.origin.placeholder), placeholder=kind)


def with_text(item: Block, inner: Sequence[Paragraph]) -> list[Shape]:
    """Return a painted box and its text: one autoshape where PowerPoint can put the text there, else two shapes."""
    shape = within(item, inner)
    if shape and (shape.fill is not None or shape.line is not None):
        return [shape]
    paint = outline.painted(item.rect, item.paint, "Panel")
    area, wider = flow.extent(inner), flow.slack(inner)
    rect = Rect.of(area.x - _before(inner) * wider, area.y, area.width + wider, area.height)
    text = Shape(_name(inner), outline.box(rect), text=flow.body(inner, start=area.x))
    return [paint, text] if paint else [text]


def within(item: Block, inner: Sequence[Paragraph], anchor: str | None = None) -> Shape | None:
    """Return a shape with its text inside, insets for padding; None where the text lies outside the box."""
    area, wider = flow.extent(inner), flow.slack(inner)
    before, after = area.x - item.rect.x, item.rect.right - area.right
    above, below = area.y - item.rect.y, item.rect.bottom - area.bottom
    if min(before, after) < -flow.NEAR or above < 0:
        return None
    if anchor is None:
        real = _drawn(inner)
        gaps = real.y - item.rect.y, item.rect.bottom - real.bottom
        anchor = "ctr" if abs(gaps[0] - gaps[1]) <= MIDDLE_NEAR and below > -flow.NEAR else "t"
    start, end = flow.upright(item.rect, area.y, area.height, anchor)
    share = _before(inner)
    left, right = before - wider * share, after - wider * (1 - share)
    if share == 0.5:  # noqa: PLR2004 - centred
        spare = min(left, right, 0.0)
        left, right = left - spare, right - spare
    shape = outline.painted(item.rect, item.paint, _name(inner)) or Shape(_name(inner), outline.box(item.rect))
    rim = (shape.box.x.px - item.rect.x) if shape.box else 0.0
    insets = (max(0.0, left - rim), max(0.0, start - (rim if anchor == "t" else 0)), max(0.0, right - rim), end)
    return replace(shape, text=flow.body(inner, insets=insets, anchor=anchor))


def grouped(shapes: list[AnyShape], name: str) -> list[AnyShape]:
    """Return several shapes as one group; a single one takes the group's name."""
    if len(shapes) <= 1:
        return [replace(shape, name=name) for shape in shapes]
    boxes = [shape.box for shape in shapes if shape.box is not None]
    x, y = min(b.x for b in boxes), min(b.y for b in boxes)
    right, bottom = max(b.x + b.width for b in boxes), max(b.y + b.height for b in boxes)
    return [GroupShape(name, Box(Emu(x), Emu(y), Emu(right - x), Emu(bottom - y)), tuple(shapes), alt=name)]


def _before(inner: Sequence[Paragraph]) -> float:
    """Return which share of a frame's slack goes to its left, so that aligned text stays where it is."""
    aligned = {paragraph.align for paragraph in inner}
    return {frozenset({"center"}): 0.5, frozenset({"right"}): 1.0}.get(frozenset(aligned), 0.0)


def _drawn(inner: Sequence[Paragraph]) -> Rect:
    first, last = inner[0].rect, inner[-1].rect
    return Rect.of(first.x, first.y, first.width, last.bottom - first.y)


def _name(inner: Sequence[Paragraph]) -> str:
    words = text_of(inner[0])
    return words if len(words) <= NAME_LENGTH else words[:NAME_LENGTH].rsplit(" ", 1)[0] + "…"


def _title_case(placeholder: str) -> str:
    return placeholder.replace("-", " ").title()


def _not_flowing(item: Block, source: str) -> Notice:
    return Notice(
        Severity.WARNING,
        Place(path=item.origin.source or source),
        f'a placeholder "{item.origin.placeholder}" holds more than flowing text: it became loose shapes',
        "Let only paragraphs and lists without boxes of their own stand in it.",
    )


def cover(item: Item, width: float, height: float) -> Paint | None:
    """Return the paint of an item that fills the whole page, to be the slide's background."""
    if not isinstance(item, Block) or item.paint.fill is None or any(item.paint.edges) or any(item.paint.radii):
        return None
    near = 1
    full = item.rect.x <= near and item.rect.y <= near and item.rect.right >= width - near
    return item.paint if full and item.rect.bottom >= height - near else None
