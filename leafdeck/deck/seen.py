"""Frames to pages as rules judge them: paragraphs with their styles and what is painted behind them. Pure."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field, replace

from leafdeck.check import backdrop
from leafdeck.check.backdrop import Layer
from leafdeck.check.finished import Area, Filling, Ink
from leafdeck.check.page import Graphic, Page, Style, Words
from leafdeck.deck.frame import Block, Break, Drawing, Frame, Item, Paragraph, Picture, Table
from leafdeck.deck.paint import Color, Fill, Gradient, Rect
from leafdeck.units import Px

SOFT_HYPHEN = "\N{HYPHEN}"
"""What the engine puts where it breaks a word, unless CSS names another sign."""
ASCENT, DESCENT = 0.75, 0.2
"""How far letters reach above and below their baseline, as shares of their size."""
_ROUND = 0.45
"""From this share of its height on, a box's radius makes an ellipse of it, for what is behind words."""


def pages(frames: Iterable[Frame], *, slides: bool = False) -> tuple[Page, ...]:
    """Return laid-out pages, of the leaflet or of the slides, as values for rules."""
    return tuple(replace(_page(number, frame), slide=slides) for number, frame in enumerate(frames, 1))


def _page(number: int, frame: Frame) -> Page:
    walk = _Walk(_filling(frame.background))
    for item in frame.items:
        walk.item(item)
    foot = max((words.y + words.height for words in walk.words), default=frame.area.y.pt)
    walk.margin = True
    for item in frame.margins:
        walk.item(item)
    lowest = max(float(foot), walk.lowest * 0.75)
    return Page(
        number=number,
        width=frame.width.pt,
        height=frame.height.pt,
        filled=min(1.0, max(0.0, (lowest - frame.area.y.pt) / frame.area.height.pt)) if frame.area.height else 0.0,
        words=tuple(walk.words),
        graphics=tuple(walk.graphics),
        anchors=frame.anchors,
    )


@dataclass
class _Walk:
    """Goes over a page in the order in which it is painted."""

    ground: Filling | None
    layers: list[Layer] = field(default_factory=list)
    words: list[Words] = field(default_factory=list)
    graphics: list[Graphic] = field(default_factory=list)
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
        elif isinstance(item, Drawing):
            self._drawing(item)
        elif isinstance(item, Picture):
            self.layers.append(Layer(_area(item.rect), None))
            self.lowest = max(self.lowest, 0.0 if self.margin else item.rect.bottom)

    def _paragraph(self, paragraph: Paragraph) -> None:
        for one in paragraph.behind:
            self.item(one)
        if paragraph.lines:
            self.words.append(self._words(paragraph))
        for one in paragraph.over:
            self.item(one)

    def _block(self, block: Block) -> None:
        filling = _filling(block.paint.fill)
        if filling or block.paint.fill is not None:
            radius = min(block.paint.radii) if block.paint.radii else 0
            round_box = bool(block.rect.height) and radius >= _ROUND * min(block.rect.width, block.rect.height)
            square = abs(block.rect.width - block.rect.height) < 1
            shape = Filling(filling.inks, ellipse=round_box and square) if filling else None
            self.layers.append(Layer(_area(block.rect), shape))
        if block.paint.visible and not self.margin:
            self.lowest = max(self.lowest, block.rect.bottom)
        for child in block.children:
            self.item(child)

    def _drawing(self, drawing: Drawing) -> None:
        if not self.margin:
            self.lowest = max(self.lowest, drawing.rect.bottom)
        behind = backdrop.behind(_area(drawing.rect), self.layers, self.ground)
        if drawing.alt:
            fills = [fill for path in drawing.paths for fill in (path.fill, path.stroke.color if path.stroke else None)]
            inks = [ink for fill in fills for ink in _inks(fill)]
            colors = dict.fromkeys(backdrop.over(ink, behind[0]) for ink in inks if behind and ink.alpha)
            self.graphics.append(Graphic(drawing.alt, tuple(colors), behind))

    def _words(self, paragraph: Paragraph) -> Words:
        left = min(line.rect.x for line in paragraph.lines)
        right = max(line.rect.right for line in paragraph.lines)
        runs = [run for line in paragraph.lines for run in line.runs]
        main = max((run.font.size for run in runs), default=Px(0))
        top, foot = paragraph.lines[0].baseline - ASCENT * main, paragraph.lines[-1].baseline + DESCENT * main
        around = Rect.of(left, top, max(right - left, 1), max(foot - top, 1))
        behind = backdrop.behind(_area(around), self.layers, self.ground)
        styles: list[Style] = []
        for line in paragraph.lines:
            for run in line.runs:
                font = run.font
                ground = behind[0] if behind else "#ffffff"
                color = backdrop.over(Ink(f"#{font.color.hex}", font.color.alpha), ground)
                styles.append(
                    Style(
                        run.text,
                        font.size.pt,
                        color,
                        font.bold,
                        font.italic,
                        font.underline,
                        bool(run.href),
                        font.rise > 0 and font.size < main,
                    )
                )
            if styles and line.ends is not Break.NONE:
                styles[-1] = replace(styles[-1], text=f"{styles[-1].text} ")
        return Words(
            styles=tuple(styles),
            lines=tuple("".join(run.text for run in line.runs) for line in paragraph.lines),
            split=any(
                line.ends is Break.NONE and line.runs and line.runs[-1].text.endswith(SOFT_HYPHEN)
                for line in paragraph.lines
            ),
            align=paragraph.align,
            leading=paragraph.line_height / main if main else 0.0,
            x=around.x.pt,
            y=around.y.pt,
            width=around.width.pt,
            height=around.height.pt,
            behind=behind,
            tag=paragraph.origin.tag,
            table=self.table,
            margin=self.margin,
            title=paragraph.origin.placeholder == "title",
            source=paragraph.origin.source,
        )


def _area(rect: Rect) -> Area:
    return Area(rect.x.emu, rect.y.emu, rect.width.emu, rect.height.emu)


def _filling(fill: Fill | None) -> Filling | None:
    inks = _inks(fill)
    return Filling(inks) if inks else None


def _inks(fill: Fill | None) -> tuple[Ink, ...]:
    if isinstance(fill, Color):
        return (Ink(f"#{fill.hex}", fill.alpha),) if fill.alpha else ()
    if isinstance(fill, Gradient):
        return tuple(Ink(f"#{color.hex}", color.alpha) for _, color in fill.stops)
    return ()
