"""Frames to pages as rules judge them: paragraphs with their styles and what is painted behind them. Pure."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field, replace

from leafdeck.check import backdrop
from leafdeck.check.backdrop import Layer
from leafdeck.check.finished import Area, Filling, Ink
from leafdeck.check.page import Graphic, Page, Style, Words
from leafdeck.deck import lettering
from leafdeck.deck.frame import Block, Break, Chart, Drawing, Frame, Item, Lettering, Paragraph, Picture, Run, Table
from leafdeck.deck.paint import Color, Fill, Gradient, Matrix, Rect, VectorPath
from leafdeck.units import Emu, Pt, Px

ASCENT, DESCENT = 0.75, 0.2
"""How far letters reach above and below their baseline, as shares of their size."""
_ROUND = 0.45
"""From this share of its height on, a box's radius makes an ellipse of it, for what is behind words."""


def pages(frames: Iterable[Frame], *, slides: bool = False) -> tuple[Page, ...]:
    """Return laid-out pages, of the leaflet or of the slides, as values for rules.

    On slides a chart's words are the chart's own, which the rules over the finished deck judge.
    """
    return tuple(_page(number, frame, slides=slides) for number, frame in enumerate(frames, 1))


def _page(number: int, frame: Frame, *, slides: bool) -> Page:
    walk = _Walk(_filling(frame.background), slides=slides)
    for item in frame.items:
        walk.item(item)
    walk.margin = True
    for item in frame.margins:
        walk.item(item)
    lowest = max((words.y + words.height for words in walk.words if not words.margin), default=0.0)
    lowest = max(lowest, walk.lowest * 0.75)
    return Page(
        number=number,
        width=frame.width.pt,
        height=frame.height.pt,
        filled=min(1.0, max(0.0, (lowest - frame.area.y.pt) / frame.area.height.pt)) if frame.area.height else 0.0,
        words=tuple(walk.words),
        graphics=tuple(walk.graphics),
        slide=slides,
        anchors=frame.anchors,
    )


@dataclass
class _Walk:
    """Goes over a page in the order in which it is painted; ``turn`` is how what it goes over is turned."""

    ground: Filling | None
    slides: bool = False
    layers: list[Layer] = field(default_factory=list)
    words: list[Words] = field(default_factory=list)
    graphics: list[Graphic] = field(default_factory=list)
    turn: Matrix | None = None
    table: bool = False
    margin: bool = False
    lowest: float = 0.0

    def item(self, item: Item) -> None:
        if isinstance(item, Block):
            self._block(item)
        elif isinstance(item, Paragraph):
            self._paragraph(item)
        elif isinstance(item, Table):
            before, self.table = self.table, True
            for cell in (cell for row in item.rows for cell in row.cells):
                self.item(cell.block)
            self.table = before
        else:
            self._picture(item)

    def _paragraph(self, paragraph: Paragraph) -> None:
        for one in paragraph.behind:
            self.item(one)
        if paragraph.lines:
            self.words.append(self._words(paragraph))
        for one in paragraph.over:
            self.item(one)

    def _block(self, block: Block) -> None:
        before = self.turn
        if block.turn:
            self.turn = _after(block.turn, before)
        if block.paint.fill is not None:
            filling = _filling(block.paint.fill)
            radius = min(block.paint.radii)
            round_box = bool(block.rect.height) and radius >= _ROUND * min(block.rect.width, block.rect.height)
            square = abs(block.rect.width - block.rect.height) < 1
            shape = replace(filling, ellipse=round_box and square) if filling else None
            self.layers.append(Layer(self._area(block.rect), shape))
        if block.paint.visible:
            self._reaches(block.rect)
        for child in block.children:
            self.item(child)
        self.turn = before

    def _picture(self, item: Picture | Drawing | Chart) -> None:
        self._reaches(item.rect)
        area, middle = self._area(item.rect), self._area(_middle(item.rect))
        behind = backdrop.behind(middle, self.layers, self.ground)
        if isinstance(item, Drawing) and item.alt:
            fills = [fill for path in item.paths for fill in (path.fill, path.stroke.color if path.stroke else None)]
            inks = [ink for fill in fills for ink in _inks(fill)]
            colors = dict.fromkeys(backdrop.over(ink, behind[0]) for ink in inks if behind and ink.alpha)
            self.graphics.append(Graphic(item.alt, tuple(colors), behind, item.origin.source, len(self.words)))
        if not isinstance(item, Drawing) and not self.slides:
            self.words += [self._drawn(line, item.origin.source, behind) for line in item.lettering]
        if isinstance(item, Drawing):
            self.layers += [layer for path in item.paths for layer in self._painted(path)]
        elif isinstance(item, Picture):
            self.layers.append(Layer(area, None))

    def _painted(self, path: VectorPath) -> Iterator[Layer]:
        """Yield what a drawing's path fills."""
        filling = _filling(path.fill)
        for group in path.outlines if filling else ():
            move = self.turn.move if self.turn else lambda x, y: (x, y)
            outlines = tuple(
                tuple((Px(x).emu, Px(y).emu) for x, y in (move(*point) for point in points))
                for points in lettering.corners(group)
            )
            across, down = zip(*(point for points in outlines for point in points), strict=True)
            left, top = min(across), min(down)
            area = Area(Emu(left), Emu(top), Emu(max(across) - left), Emu(max(down) - top))
            yield Layer(area, filling, outlines)

    def _reaches(self, rect: Rect) -> None:
        if not self.margin:
            self.lowest = max(self.lowest, rect.bottom)

    def _drawn(self, line: Lettering, source: str, behind: tuple[str, ...]) -> Words:
        """Return a line of words of a drawing: on what the drawing paints there, or on what is behind the drawing."""
        grounds = behind
        for fill in line.behind:
            grounds = tuple(
                dict.fromkeys(backdrop.over(ink, one) for ink in _inks(fill) for one in grounds or (backdrop.PAPER,))
            )
        color = backdrop.over(Ink(f"#{line.color.hex}", line.color.alpha), grounds[0] if grounds else backdrop.PAPER)
        (x, y), size = line.middle, line.size.pt
        return Words(
            styles=(Style(line.text, size, color, line.bold),),
            lines=(line.text,),
            split=False,
            align="",
            leading=0.0,
            x=Px(x).pt,
            y=Px(y).pt,
            width=Pt(0),
            height=Pt(0),
            behind=grounds,
            tag="text",
            margin=self.margin,
            source=source,
            drawn=True,
        )

    def _words(self, paragraph: Paragraph) -> Words:
        left = min(line.rect.x for line in paragraph.lines)
        right = max(line.rect.right for line in paragraph.lines)
        runs = [run for line in paragraph.lines for run in line.runs]
        main = max((run.font.size for run in runs), default=Px(0))
        top, foot = paragraph.lines[0].baseline - ASCENT * main, paragraph.lines[-1].baseline + DESCENT * main
        area = self._area(Rect.of(left, top, max(right - left, 1), max(foot - top, 1)))
        behind = backdrop.behind(area, self.layers, self.ground)
        x, y, width, height = _upright(area)
        return Words(
            styles=_styles(paragraph, main, behind),
            lines=tuple("".join(run.text for run in line.runs) for line in paragraph.lines),
            split=any(line.divided for line in paragraph.lines),
            align=paragraph.align,
            leading=paragraph.line_height / main if main else 0.0,
            x=x,
            y=y,
            width=width,
            height=height,
            behind=behind,
            tag=paragraph.origin.tag,
            table=self.table,
            margin=self.margin,
            title=paragraph.origin.placeholder == "title",
            source=paragraph.origin.source,
        )

    def _area(self, rect: Rect) -> Area:
        """Return where a rectangle is seen: turned about its middle, which may have moved."""
        x, y, angle = rect.x + rect.width / 2, rect.y + rect.height / 2, 0.0
        if self.turn:
            (x, y), angle = self.turn.move(x, y), self.turn.angle
        corner = Px(x - rect.width / 2).emu, Px(y - rect.height / 2).emu
        return Area(*corner, rect.width.emu, rect.height.emu, angle)


def _middle(rect: Rect) -> Rect:
    """Return the middle of a rectangle; an arrow's ends touch what it joins."""
    return rect.inset(rect.width / 4, rect.height / 4, rect.width / 4, rect.height / 4)


def _after(inner: Matrix, outer: Matrix | None) -> Matrix:
    """Return a turn within another one."""
    if outer is None:
        return inner
    (a, b), (c, d) = (_along(outer, inner.a, inner.b), _along(outer, inner.c, inner.d))
    return Matrix(a, b, c, d, *outer.move(inner.e, inner.f))


def _along(matrix: Matrix, x: float, y: float) -> tuple[float, float]:
    return matrix.a * x + matrix.c * y, matrix.b * x + matrix.d * y


def _upright(area: Area) -> tuple[Pt, Pt, Pt, Pt]:
    """Return the upright rectangle around a turned area: its left, top, width and height."""
    corners = backdrop.corners(area)
    left, right = min(x for x, _ in corners), max(x for x, _ in corners)
    top, foot = min(y for _, y in corners), max(y for _, y in corners)
    return Emu(left).pt, Emu(top).pt, Emu(right - left).pt, Emu(foot - top).pt


def _styles(paragraph: Paragraph, main: Px, behind: tuple[str, ...]) -> tuple[Style, ...]:
    """Return a paragraph's words, those of one style together, with a space where a line ends between words."""
    styles: list[Style] = []
    for line in paragraph.lines:
        for run in line.runs:
            made = _style(run, main, behind[0] if behind else backdrop.PAPER)
            if styles and replace(styles[-1], text="") == replace(made, text=""):
                styles[-1] = replace(made, text=styles[-1].text + made.text)
            else:
                styles.append(made)
        if styles and line.ends not in {Break.NONE, Break.END}:
            styles[-1] = replace(styles[-1], text=f"{styles[-1].text} ")
    return tuple(styles)


def _style(run: Run, main: Px, behind: str) -> Style:
    font = run.font
    marked = backdrop.over(Ink(f"#{font.highlight.hex}", font.highlight.alpha), behind) if font.highlight else ""
    return Style(
        run.text.upper() if font.small_caps else run.text,
        font.size.pt,
        backdrop.over(Ink(f"#{font.color.hex}", font.color.alpha), marked or behind),
        font.bold,
        font.italic,
        font.underline,
        bool(run.href),
        font.rise > 0 and font.size < main,
        marked,
    )


def _filling(fill: Fill | None) -> Filling | None:
    inks = _inks(fill)
    return Filling(inks) if inks else None


def _inks(fill: Fill | None) -> tuple[Ink, ...]:
    if isinstance(fill, Color):
        return (Ink(f"#{fill.hex}", fill.alpha),) if fill.alpha else ()
    if isinstance(fill, Gradient):
        return tuple(Ink(f"#{color.hex}", color.alpha) for _, color in fill.stops)
    return ()
