"""One frame's items to shapes: what becomes a text box, an autoshape with text, a group, a placeholder. Pure."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, replace

from leafdeck.deck import columns, flow, grid, losses, outline, runs, turning
from leafdeck.deck.frame import Block, Chart, Drawing, Item, Paragraph, Picture, Table, text_of
from leafdeck.deck.model import AnyShape, ChartShape, PictureShape, Shape
from leafdeck.deck.paint import Color, Paint, Rect
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

CENTRED = 0.5
"""The share of a frame's slack to the left of centred text."""

MIDDLE_NEAR = 3.0
"""Text whose gaps above and below differ by no more, in px, stands in the middle."""

NAME_LENGTH = 40

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
                shapes.extend(self.beside(item.paragraphs, [_columned(item, self.edge)]))
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
        return self.beside(found, [text_box(found, self.edge)]) if found else []

    def lose(self, what: str, source: str) -> None:
        """Note what could not be carried over."""
        self.notices.append(losses.lost_notice(what, Place(path=source or self.source)))

    def _one(self, item: Item) -> list[AnyShape]:
        if isinstance(item, Block):
            return self._block(item)
        if isinstance(item, Drawing):
            return self._drawing(item)
        if isinstance(item, Picture):
            name = item.alt[:NAME_LENGTH] or "Picture"
            return [_picture(item, name)]
        if isinstance(item, Table):
            made, rest = grid.table(item, item.label or "Table", self.behind)
            for what in rest.lost:
                self.lose(what, item.origin.source)
            return [made, *self.place(rest.over)]
        if isinstance(item, Chart):
            name = item.alt.partition(":")[0][:NAME_LENGTH] or "Chart"
            return [ChartShape(name, outline.box(item.rect), item.data, runs.style(item.font), item.alt or name)]
        return self._boxed([item])

    def _drawing(self, item: Drawing) -> list[AnyShape]:
        for what in item.lost:
            self.lose(f"{what} in a drawing", item.origin.source)
        shape = outline.drawing(item, item.alt[:NAME_LENGTH] or "Icon")
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
            words = [*([panel] if panel else []), *self.place(behind), text_box(inner, self.edge)] if behind else []
            made: list[AnyShape] = [*(words or with_text(item, inner, self.edge)), *self.place(over)]
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
            shape = within(block, inner, flow.ANCHORS.get(block.vertical_align, "t") if frame else None)
            if shape:
                return replace(shape, name=_title_case(item.origin.placeholder), placeholder=kind)
        return replace(text_box(inner, self.edge), name=_title_case(item.origin.placeholder), placeholder=kind)


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


def with_text(item: Block, inner: Sequence[Paragraph], edge: Px) -> list[Shape]:
    """Return a painted box and its text: one autoshape where PowerPoint can put the text there, else two shapes."""
    shape = within(item, inner)
    if shape and (shape.fill is not None or shape.line is not None):
        return [shape]
    paint = outline.painted(item.rect, item.paint, "Panel")
    text = text_box(inner, edge)
    return [paint, text] if paint else [text]


def text_box(found: Sequence[Paragraph], edge: Px) -> Shape:
    """Return a text box around paragraphs, a little wider than they are where the slide, up to its edge, has room."""
    area = flow.extent(found)
    text = flow.body(found, start=area.x)
    return Shape(_name(found), outline.box(_widened(area, flow.slack(found), _before(found), edge)), text=text)


def _columned(text: columns.Columned, edge: Px) -> Shape:
    """Return a text box whose text flows through columns."""
    found = text.paragraphs
    return Shape(_name(found), outline.box(_widened(text.rect, text.wider, _before(found), edge)), text=text.text)


def _widened(area: Rect, wider: float, share: float, edge: Px) -> Rect:
    """Return a frame with what its text has to spare, ``share`` of it to the left, as far as the slide goes."""
    before, after = min(share * wider, max(0.0, area.x)), min((1 - share) * wider, max(0.0, edge - area.right))
    if share == CENTRED:
        before = after = min(before, after)
    return Rect.of(area.x - before, area.y, area.width + before + after, area.height)


def within(item: Block, inner: Sequence[Paragraph], anchor: str | None = None) -> Shape | None:
    """Return a shape with its text inside, insets for padding; None where PowerPoint would put the text elsewhere."""
    if flow.extent(inner).y < item.rect.y:
        inner = flow.compact(inner)
    area, wider = flow.extent(inner), flow.slack(inner)
    shape = outline.painted(item.rect, item.paint, _name(inner)) or Shape(_name(inner), outline.box(item.rect))
    assert shape.box is not None  # noqa: S101 - both have a box
    own = Rect.of(shape.box.x.px, shape.box.y.px, shape.box.width.px, shape.box.height.px)
    across, down = outline.text_rim(own, shape.geometry)
    text = own.inset(across, down, across, down)
    if anchor is None:
        anchor = _anchor(item.rect, inner)
    share = _before(inner)
    left, right = area.x - wider * share - text.x, text.right - area.right - wider * (1 - share)
    if share == CENTRED:
        left = right = min(left, right)
        fits = max(line.rect.width for paragraph in inner for line in paragraph.lines) < text.width
    else:
        fits = left > -flow.NEAR and right > -wider - flow.NEAR
    above, below = flow.upright(text, area.y, area.height, anchor)
    if not fits or (anchor == "t" and area.y < text.y - flow.NEAR) or area.y < item.rect.y:
        return None
    insets = (max(0.0, left), above, max(0.0, right), below)
    return replace(shape, text=flow.body(inner, insets=insets, anchor=anchor))


def _anchor(rect: Rect, inner: Sequence[Paragraph]) -> str:
    """Return ``ctr`` for text that stands in the middle of a box, and stays there when it changes, or else ``t``."""
    top, bottom = inner[0].rect.y, inner[-1].rect.bottom
    gaps = top - rect.y, rect.bottom - bottom
    return "ctr" if abs(gaps[0] - gaps[1]) <= MIDDLE_NEAR and gaps[1] > -flow.NEAR else "t"


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


def _before(inner: Sequence[Paragraph]) -> float:
    """Return which share of a frame's slack goes to its left, so that aligned text stays where it is."""
    aligned = {paragraph.align for paragraph in inner}
    return {frozenset({"center"}): CENTRED, frozenset({"right"}): 1.0}.get(frozenset(aligned), 0.0)


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
