"""The shapes of a finished slide to values: places on the slide whatever their groups say, text, fills, marks."""

from __future__ import annotations

import math
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from typing import Any

from leafdeck.check.finished import Area, Cell, Filling, Item, Paragraph
from leafdeck.deck.inherit import FILLS, Wardrobe, is_on, placeholder
from leafdeck.deck.shapexml import DECORATIVE
from leafdeck.deck.xml import Node, local, qualified
from leafdeck.units import Emu

TURN = 60_000
"""An angle's unit: so many to a degree (20.1.10.3)."""

INSETS = (("lIns", 91_440), ("tIns", 45_720), ("rIns", 91_440), ("bIns", 45_720))
CELL_MARGINS = (("marL", 91_440), ("marT", 45_720), ("marR", 91_440), ("marB", 45_720))
KINDS = {"sp": "shape", "cxnSp": "line", "pic": "picture", "grpSp": "group", "graphicFrame": "other"}
MEDIA = {"videoFile", "audioFile", "wavAudioFile", "quickTimeFile", "audioCd"}
CAPTIONS = {"track", "tracksInfo"}
CHART_WORDS = {
    "catAx": "the names of the axis",
    "dateAx": "the dates of the axis",
    "valAx": "the numbers of the axis",
    "legend": "the legend",
    "dLbls": "the labels",
}
"""What stands in findings for words that a chart takes from its data."""

BESIDE = {"outEnd", "t", "b", "l", "r"}
"""Where a chart's labels stand beside what they are about (21.2.3.11)."""


@dataclass(frozen=True)
class Frame:
    """How a group's children are measured: an offset and a scale for each direction (20.1.7.5)."""

    x: float = 0.0
    y: float = 0.0
    across: float = 1.0
    down: float = 1.0

    def area(self, transform: Node | None) -> Area | None:
        """Return the place that a transform names."""
        offset = transform.find(qualified("a:off")) if transform is not None else None
        extent = transform.find(qualified("a:ext")) if transform is not None else None
        if transform is None or offset is None or extent is None:
            return None
        x, y = int(offset.get("x")), int(offset.get("y"))
        width, height = int(extent.get("cx")), int(extent.get("cy"))
        return Area(
            Emu(round(self.x + x * self.across)),
            Emu(round(self.y + y * self.down)),
            Emu(round(width * self.across)),
            Emu(round(height * self.down)),
            int(transform.get("rot", 0)) / TURN,
        )

    def within(self, transform: Node | None) -> Frame:
        """Return how the children of a group with that transform are measured."""
        area = self.area(transform)
        start = transform.find(qualified("a:chOff")) if transform is not None else None
        size = transform.find(qualified("a:chExt")) if transform is not None else None
        if area is None or start is None or size is None:
            return self
        across = area.width / (int(size.get("cx")) or 1)
        down = area.height / (int(size.get("cy")) or 1)
        return Frame(area.x - int(start.get("x")) * across, area.y - int(start.get("y")) * down, across, down)


@dataclass(frozen=True)
class Reader:
    """Reads the shapes of one slide, layout or master."""

    wardrobe: Wardrobe
    part: Any

    def items(self, tree: Node, frame: Frame) -> Iterator[Item]:
        """Give what a shape tree or a group holds, in its order."""
        for element in tree:
            kind = KINDS.get(local(element), "")
            if kind:
                yield self._item(element, kind, frame)
            elif local(element) == "AlternateContent":  # what PowerPoint shows comes first, what is older last
                for choice in element:
                    yield from self.items(choice, frame)
                    break

    def _item(self, element: Node, kind: str, frame: Frame) -> Item:
        mark = placeholder(element)
        about = next(element.iter(qualified("p:cNvPr")))
        where = self._transform(element, mark)
        area = frame.area(where) or Area(Emu(0), Emu(0), Emu(0), Emu(0))
        said: dict[str, Any] = {
            "name": about.get("name", ""),
            "area": area,
            "alt": about.get("descr", ""),
            "decorative": _is_decorative(about),
            "hidden": is_on(about, "hidden"),
            "placeholder": self.wardrobe.kind(mark) if mark is not None else "",
            "link": self._click(about),
        }
        if kind == "group":
            return Item(kind, **said, children=tuple(self.items(element, frame.within(where))))
        if kind == "other":
            return self._graphic(element, said)
        if kind == "picture":
            media = [one for one in element.iter() if local(one) in MEDIA]
            captioned = any(local(one) in CAPTIONS for one in element.iter())
            return Item("media" if media else kind, **said, captioned=captioned)
        body = element.find(qualified("p:txBody"))
        paragraphs = self.wardrobe.paragraphs(body, element, mark)
        filling = self.wardrobe.shape_filling(element, mark) if kind == "shape" else None
        inner = self._inner(area, body, mark, round_=filling is not None and filling.ellipse)
        return Item(kind, **said, paragraphs=paragraphs, inner=inner, filling=filling)

    def _transform(self, element: Node, mark: Node | None) -> Node | None:
        for one in (element, *self.wardrobe.bases(mark)):
            for path in ("p:spPr", "p:grpSpPr"):
                found: Node | None = one.find(f"{qualified(path)}/{qualified('a:xfrm')}")
                if found is not None:
                    return found
            found = one.find(qualified("p:xfrm"))
            if found is not None:
                return found
        return None

    def _inner(self, area: Area, body: Node | None, mark: Node | None, *, round_: bool) -> Area:
        """Return where the text may stand: each margin as the first says that names it."""
        frames = [body.find(qualified("a:bodyPr"))] if body is not None else []
        frames += [base.find(f"{qualified('p:txBody')}/{qualified('a:bodyPr')}") for base in self.wardrobe.bases(mark)]
        inner = _less(area, [one for one in frames if one is not None], INSETS)
        return _inscribed(inner) if round_ else inner

    def _graphic(self, element: Node, said: dict[str, Any]) -> Item:
        table = next(element.iter(qualified("a:tbl")), None)
        if table is not None:
            marks = table.find(qualified("a:tblPr"))
            first_row, first_column = (is_on(marks, name) for name in ("firstRow", "firstCol"))
            rows = tuple(self._rows(table, said["area"]))
            return Item("table", **said, rows=rows, first_row=first_row, first_column=first_column)
        chart = next(element.iter(qualified("c:chart")), None)
        if chart is not None:
            root = self.part.related_part(chart.get(qualified("r:id")))._element  # noqa: SLF001 - its own XML
            return Item("chart", **said, paragraphs=tuple(self._chart(root)))
        return Item("other", **said)

    def _rows(self, table: Node, area: Area) -> Iterator[tuple[Cell, ...]]:
        widths = [int(column.get("w")) for column in table.iter(qualified("a:gridCol"))]
        y = int(area.y)
        for row in table.findall(qualified("a:tr")):
            x, height = int(area.x), int(row.get("h"))
            cells = []
            for element, width in zip(row.findall(qualified("a:tc")), widths, strict=False):
                cells.append(self._cell(element, Area(Emu(x), Emu(y), Emu(width), Emu(height))))
                x += width
            y += height
            yield tuple(cells)

    def _cell(self, element: Node, area: Area) -> Cell:
        properties = element.find(qualified("a:tcPr"))
        own = [properties] if properties is not None else []
        fill = next((one for part in own for one in part if local(one) in FILLS), None)
        merged = any(element.get(name, "1") != "1" for name in ("gridSpan", "rowSpan"))
        merged = merged or any(is_on(element, name) for name in ("hMerge", "vMerge"))
        paragraphs = self.wardrobe.paragraphs(element.find(qualified("a:txBody")), element, None)
        filling: Filling | None = self.wardrobe.filling(fill)
        return Cell(_less(area, own, CELL_MARGINS), paragraphs, filling, merged)

    def _chart(self, root: Node) -> Iterator[Paragraph]:
        """Give a chart's words: its titles as they are, and what stands for its other words in the style of each.

        Labels on bars and slices are left out: what is behind them is the chart's own.
        """
        for text in root.iter(qualified("c:rich")):
            yield from self.wardrobe.paragraphs(text, text, None)
        for text in root.iter(qualified("c:txPr")):
            holder = text.getparent()
            gone = holder.find(qualified("c:delete"))
            place = holder.find(qualified("c:dLblPos"))
            words = CHART_WORDS.get(local(holder), "")
            if local(holder) == "dLbls" and (place is None or place.get("val") not in BESIDE):
                words = ""
            style = next(text.iter(qualified("a:defRPr")), None)
            if words and style is not None and (gone is None or not is_on(gone, "val", usual="1")):
                language = next((one.get("lang", "") for one in text.iter(qualified("a:endParaRPr"))), "")
                run = self.wardrobe.run(words, [style])
                yield Paragraph((replace(run, language=run.language or language),))

    def _click(self, about: Node) -> str:
        click = about.find(qualified("a:hlinkClick"))
        return str(click.get(qualified("r:id")) or click.get("action") or "") if click is not None else ""


def _less(area: Area, holders: Iterable[Node], margins: Iterable[tuple[str, int]]) -> Area:
    """Return an area without its margins, which the first holder says that names them."""
    left, top, right, bottom = (
        int(next((one.get(name) for one in holders if one.get(name) is not None), usual)) for name, usual in margins
    )
    width, height = max(0, area.width - left - right), max(0, area.height - top - bottom)
    return Area(Emu(area.x + left), Emu(area.y + top), Emu(width), Emu(height), area.rotation)


def _inscribed(area: Area) -> Area:
    """Return the rectangle within an ellipse, where its text stands."""
    across, down = (round(side * (1 - math.sqrt(0.5)) / 2) for side in (area.width, area.height))
    size = Emu(area.width - 2 * across), Emu(area.height - 2 * down)
    return Area(Emu(area.x + across), Emu(area.y + down), *size, area.rotation)


def _is_decorative(about: Node) -> bool:
    return any(
        is_on(mark, "val")
        for extension in about.iter(qualified("a:ext"))
        if extension.get("uri") == DECORATIVE
        for mark in extension.iter(qualified("adec:decorative"))
    )
