"""One frame's items to shapes: what becomes a text box, an autoshape with text, a group, a placeholder. Pure."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, replace

from leafdeck.deck import columns, flow, grid, losses, outline, runs, textbox, turning
from leafdeck.deck.frame import Block, Chart, Drawing, Item, Paragraph, Picture, Table
from leafdeck.deck.model import AnyShape, ChartShape, PictureShape, Shape
from leafdeck.deck.paint import Color, Paint
from leafdeck.notice import Notice, Place, Severity
from leafdeck.units import Px

PLACEHOLDERS = {
    "title": "title",
    "subtitle": "subTitle",
    "body": "body",
    "footer": "ftr",
    "slide-number": "sldNum",
}
"""The slide contract's words for PowerPoint's types of placeholder (19.7.10)."""

WHITE = Color("ffffff")


@dataclass
class Placer:
    """Collects the notices of one slide while it places items.

    Attributes:
        edge: the slide's right edge, which what text has to spare does not reach over; its left edge is 0.
        source: the slide's place in the content, for notices about things that name none.
        behind: the colour that things are placed on; None for a gradient or a picture.
        taken: the placeholders that the slide has already, by type.
    """

    edge: Px
    source: str = ""
    behind: Color | None = WHITE
    taken: set[str] = field(default_factory=set)
    notices: list[Notice] = field(default_factory=list)

    def place(self, items: Iterable[Item]) -> list[AnyShape]:
        """Place items in order; neighbours that one text frame can hold share one."""
        shapes: list[AnyShape] = []
        pending: list[Paragraph] = []
        for item in columns.gathered(items):
            if isinstance(item, columns.Columned):
                shapes.extend(self._boxed(pending))
                pending = []
                shapes.extend(self.beside(item.paragraphs, [textbox.columned(item, self.edge)]))
                continue
            inner = flow.flowing(item)
            if inner is not None and flow.stackable([*pending, *inner]):
                pending.extend(inner)
                continue
            shapes.extend(self._boxed(pending))
            pending = list(inner) if inner is not None else []
            if inner is None:
                shapes.extend(_revealed(self._one(item), item))
        return shapes + self._boxed(pending)

    def beside(self, found: Sequence[Paragraph], shapes: Iterable[AnyShape]) -> list[AnyShape]:
        """Return shapes of paragraphs between what stands behind their words and what stands over them."""
        behind, over = flow.beside(found)
        return [*self.place(behind), *shapes, *self.place(over)]

    def _boxed(self, found: Sequence[Paragraph]) -> list[AnyShape]:
        return self.beside(found, [textbox.of(found, self.edge)]) if found else []

    def lose(self, what: str, source: str) -> None:
        """Note what could not be carried over."""
        self.notices.append(losses.lost_notice(what, Place(path=source or self.source)))

    def _one(self, item: Item) -> list[AnyShape]:
        if isinstance(item, Block):
            return self._block(item)
        if isinstance(item, Drawing):
            return self._drawing(item)
        if isinstance(item, Picture):
            name = item.alt[: textbox.NAME_LENGTH] or "Picture"
            return [_picture(item, name)]
        if isinstance(item, Table):
            made, rest = grid.table(item, item.label or "Table", self.behind)
            for what in rest.lost:
                self.lose(what, item.origin.source)
            return [made, *self.place(rest.over)]
        if isinstance(item, Chart):
            name = item.alt.partition(":")[0][: textbox.NAME_LENGTH] or "Chart"
            return [ChartShape(name, outline.box(item.rect), item.data, runs.style(item.font), item.alt or name)]
        return self._boxed([item])

    def _drawing(self, item: Drawing) -> list[AnyShape]:
        for what in item.lost:
            self.lose(f"{what} in a drawing", item.origin.source)
        shape = outline.drawing(item, item.alt[: textbox.NAME_LENGTH] or "Icon")
        return [shape] if shape else []

    def _block(self, item: Block) -> list[AnyShape]:
        if item.turn is None:
            return self._still(item)
        shapes = self._still(replace(item, turn=None))
        if not turning.turnable(shapes):
            self.lose("the transform of a table", item.origin.source)
            return shapes
        name = item.origin.group or (shapes[0].name if shapes else "")
        return turning.turned(shapes, item.turn, name)

    def _still(self, item: Block) -> list[AnyShape]:
        for what in item.lost:
            self.lose(what, item.origin.source)
        if item.origin.placeholder:
            shape = self.placeholder(item)
            if shape:
                shapes = self.beside(flow.paragraphs(item.children) or (), [shape])
                return [*shapes, *outline.sides(item.rect, item.paint, "Border")]
        inner = flow.paragraphs(item.children)
        if inner is None and item.origin.group:
            return grouped(self._inner(item), item.origin.group)
        if inner and not item.paint.visible:
            # Unpainted text that cannot flow on with its neighbours, such as a group or a second body.
            return self._boxed(inner)
        if inner:
            behind, over = flow.beside(inner)
            panel = outline.painted(item.rect, item.paint, "Panel") if behind else None
            # What stands behind words stands before what is behind that.
            words = [*([panel] if panel else []), *self.place(behind), textbox.of(inner, self.edge)] if behind else []
            made: list[AnyShape] = [*(words or textbox.with_text(item, inner, self.edge)), *self.place(over)]
            made.extend(outline.sides(item.rect, item.paint, "Border"))
            return grouped(made, item.origin.group) if item.origin.group else made
        return self._inner(item)

    def _inner(self, item: Block) -> list[AnyShape]:
        """Return a box's paint, then what stands in it."""
        shapes: list[AnyShape] = []
        paint = outline.painted(item.rect, item.paint, "Panel" if item.children else "Decoration")
        shapes.extend([paint] if paint else [])
        shapes.extend(outline.sides(item.rect, item.paint, "Border"))
        before, fill = self.behind, item.paint.fill
        if fill is not None:
            self.behind = fill if isinstance(fill, Color) and fill.alpha >= 1 else None
        shapes += self.place(item.children)
        self.behind = before
        return shapes

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
            shape = textbox.within(block, inner, flow.ANCHORS.get(block.vertical_align, "t") if frame else None)
            if shape:
                return replace(shape, name=_title_case(item.origin.placeholder), placeholder=kind)
        return replace(textbox.of(inner, self.edge), name=_title_case(item.origin.placeholder), placeholder=kind)


def _picture(item: Picture, name: str) -> PictureShape:
    shape = outline.geometry(item.rect, item.paint.radii, item.paint.tall)
    return PictureShape(
        name=name,
        box=outline.box(item.rect),
        data=item.data,
        media_type=item.media_type,
        alt=item.alt,
        vector=item.vector,
        crop=item.crop,
        geometry=shape,
        alpha=item.opacity,
        shadows=outline.shadows(item.paint.shadows, item.rect),
        link=item.href,
    )


def _revealed(shapes: list[AnyShape], item: Item) -> list[AnyShape]:
    """Return shapes that appear at their item's click."""
    click = 0 if isinstance(item, Paragraph) else item.origin.reveal
    return [replace(shape, reveal=click) for shape in shapes] if click else shapes


def grouped(shapes: list[AnyShape], name: str) -> list[AnyShape]:
    """Return several shapes as one group; a single one takes the group's name.

    Where some of them appear at a click of their own they stay apart: PowerPoint shows a group only as a whole.
    """
    if len(shapes) <= 1:
        return [replace(shape, name=name) for shape in shapes]
    if any(shape.reveal for shape in shapes):
        return shapes
    return [outline.group(shapes, name, alt=name)]


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
