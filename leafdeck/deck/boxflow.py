"""How a laid-out document's sections went over their pages, and what had less room than it needs.

Part of the box tree's reader (`frames`): it says where pages can end, and `parts` where they should.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from typing import Any
from xml.etree.ElementTree import Element

from weasyprint import Document
from weasyprint.formatting_structure import boxes

from leafdeck.deck import boxbreak, boxpieces, dom
from leafdeck.deck.stretch import Section, Tight

Box = Any
OWN_COUNTERS = {"page", "list-item", "footnote"}
"""The counters that each page or list begins by itself."""

CELLS = {"td", "th"}
NEAR = 0.5
SHOWN = 60
"""How many letters of a text a notice shows."""


@dataclass(frozen=True)
class Laid:
    """What was read of a document.

    Attributes:
        sections: the sections that pages belong to, in order.
        tights: what had less room than it needs.
        owners: each page's section, None for a page of none.
        apart: each section can be laid out by itself, for no counter runs on from one to the next.
    """

    sections: tuple[Section, ...]
    tights: tuple[Tight, ...]
    owners: tuple[Element | None, ...]
    apart: bool


def read(document: Document, root: Element) -> Laid:
    """Read a laid-out document; ``root`` is its ``<html>`` element."""
    outline = dom.Outline(root)
    reader = _Reader(outline, _Paths(outline))
    pages = [page._page_box for page in document.pages]  # noqa: SLF001 - part of the box tree's reader
    owners = owners_of(document, outline)
    found: dict[Element, list[int]] = {}
    for number, (page, owner) in enumerate(zip(pages, owners, strict=True)):
        reader.look(page)
        if owner is not None:
            found.setdefault(owner, []).append(number)
    sections = tuple(reader.section(owner, [pages[at] for at in where], where[0]) for owner, where in found.items())
    return Laid(sections, tuple(reader.tights), owners, reader.apart and None not in owners)


def owners_of(document: Document, outline: dom.Outline) -> tuple[Element | None, ...]:
    """Return the section of each page."""
    return tuple(_owner(page._page_box, outline) for page in document.pages)  # noqa: SLF001 - as above


def _owner(page: Box, outline: dom.Outline) -> Element | None:
    """Return the section of the first box in a page's flow that has one."""
    for box in page.children[0].descendants(placeholders=True):
        section = outline.section(getattr(box, "element", None))
        if section is not None:
            return section
    return None


@dataclass
class _Paths:
    """Selectors that only one element has: the way to it from the root."""

    outline: dom.Outline
    made: dict[Element, str] = field(default_factory=dict)

    def of(self, element: Element) -> str:
        if element not in self.made:
            parent = self.outline.parents.get(element)
            if parent is None:
                self.made[element] = ":root"
            else:
                above = self.of(parent)
                for number, child in enumerate((child for child in parent if isinstance(child.tag, str)), 1):
                    self.made[child] = f"{above} > :nth-child({number})"
        return self.made[element]


@dataclass
class _Reader:
    outline: dom.Outline
    paths: _Paths
    tights: list[Tight] = field(default_factory=list)
    apart: bool = True

    def look(self, page: Box) -> None:
        """Look for words that had to be broken, and for counters that run on from one section to the next."""
        for box in page.descendants():
            if isinstance(box, boxes.MarginBox):
                self.apart &= "'pages'" not in str(box.style["content"])
                self._high(box)
            counted = box.style["counter_increment"]
            if isinstance(counted, tuple) and any(name not in OWN_COUNTERS for name, _ in counted):
                self.apart = False
            if isinstance(box, boxes.BlockContainerBox) and len(box.children) > 1 and box.element is not None:
                self._words(box)

    def _high(self, margin: Box) -> None:
        """Note a title that is taller than the margin box that shows it."""
        for block in _lines(margin):
            section = self.outline.section(block.element)
            titles = section is not None and dom.title_element(section) is block.element
            if titles and block.height > margin.height + NEAR > NEAR:
                self._tight("title", _text(block), [block], margin.height / block.height)

    def _words(self, block: Box) -> None:
        """Note words that are wider than their block, so that they had to be broken."""
        lines = [line for line in block.children if isinstance(line, boxes.LineBox)]
        texts = [_text(line).strip() for line in lines]
        at = 0
        while at + 1 < len(lines):
            end = at
            while end + 1 < len(lines) and self._broken(block, texts[end], texts[end + 1]):
                end += 1
            if end > at:
                word = "".join(texts[at:end]) + texts[end].split(" ")[0]
                need = _ink(lines[at]) * len(word) / len(texts[at])
                self._tight("word", word, [block], block.width / need)
            at = end + 1

    def _broken(self, block: Box, before: str, after: str) -> bool:
        """Tell whether a line ends within a word: not at a space, a hyphen or between ideographs."""
        last, following = before[-1:], after[:1]
        inside = (
            last.isalnum()
            and following.isalnum()
            and not (boxbreak.is_ideograph(last) or boxbreak.is_ideograph(following))
        )
        return inside and " " not in before and self.outline.spaced(block.element, before, after) is False

    def _tight(self, what: str, text: str, blocks: Sequence[Box], share: float) -> None:
        around = list(self.outline.ancestors(blocks[0].element))
        sizes = {self.paths.of(block.element): float(block.style["font_size"]) for block in blocks}
        source = next((element.get("data-source", "") for element in around if element.get("data-source")), "")
        section = self.outline.section(blocks[0].element)
        self.tights.append(
            Tight(
                what=what,
                text=text if len(text) <= SHOWN else f"{text[:SHOWN]}…",
                selectors=tuple(sizes.items()),
                share=share,
                table=any(element.tag in CELLS for element in around),
                section=self.paths.of(section) if section is not None else "",
                source=source,
            )
        )

    def _too_tall(self, whole: boxpieces.Whole, room: float) -> None:
        """Note a row, or what else should stay whole, that is taller than a page."""
        row = isinstance(whole.box, boxes.TableRowBox)
        blocks = list(_lines(whole.box))
        if whole.height > room + NEAR and blocks and (row or whole.box.style["break_inside"] in boxpieces.AVOID):
            text = " ".join(_text(line).strip() for block in blocks for line in block.children)
            self._tight("row" if row else "part", text, blocks, room / whole.height)

    def section(self, element: Element, pages: Sequence[Box], first: int) -> Section:
        """Read a section's pages."""
        title = dom.title_element(element)
        free, size = _title(pages[0], title)
        walk = boxpieces.Walk(self.outline.parents, self.paths.of)
        for page in pages:
            walk.page(page)
        walk.end()
        for whole in walk.wholes:
            self._too_tall(whole, walk.room - (walk.heads.get(whole.table, 0.0) if whole.table is not None else 0.0))
        return Section(
            key=self.paths.of(element),
            title=self.paths.of(title) if title is not None else "",
            first=first + 1,
            pages=len(pages),
            named=bool(element.get("id")),
            free=free,
            size=size,
            stretches=tuple(walk.stretches) if len(pages) > 1 else (),
        )


def _lines(box: Box) -> Iterator[Box]:
    """Yield the blocks of lines in a box, itself among them."""
    for block in (box, *box.descendants(placeholders=True)):
        if isinstance(block, boxes.BlockContainerBox) and any(isinstance(kid, boxes.LineBox) for kid in block.children):
            yield block


def _text(box: Box) -> str:
    texts = (below.text for below in box.descendants() if isinstance(below, boxes.TextBox))
    return "".join(texts).replace(boxbreak.SOFT_HYPHEN, "")


def _ink(line: Box) -> float:
    """Return how wide a line's words are."""
    texts = [below for below in line.descendants() if isinstance(below, boxes.TextBox)]
    return float(max(text.position_x + text.width for text in texts) - min(text.position_x for text in texts))


def _title(page: Box, title: Element | None) -> tuple[float, float]:
    """Return the px left on the last line of a title, and its font's size."""
    for box in page.descendants(placeholders=True):
        if title is not None and box.element is title and isinstance(box, boxes.BlockContainerBox):
            lines = [line for line in box.children if isinstance(line, boxes.LineBox) and _text(line)]
            if lines:
                return float(box.width - _ink(lines[-1])), float(box.style["font_size"])
    return 0.0, 0.0
