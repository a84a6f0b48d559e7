"""Proofs by hand: a guide of a few passages, laid-out words and pages as values, and what a rule finds in them."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from tortureguides import bare as outline

from leafdeck.check.finding import Finding
from leafdeck.check.finished import Area, Cell, Item, Paragraph, Presentation, Run, Slide
from leafdeck.check.manuscript import Dossier, Manuscript
from leafdeck.check.page import Page, Style, Words
from leafdeck.check.proofs import Proofs
from leafdeck.guide.model import Guide
from leafdeck.guide.passages import Passage, Role, of_text
from leafdeck.guide.written import Sheet, Written
from leafdeck.notice import Place
from leafdeck.proofing import Printed, Shown
from leafdeck.units import Emu, Pt

FILE = Path("content.yaml")
TODAY = dt.date(2026, 11, 25)
WIDTH, HEIGHT = Pt(595), Pt(842)
HERE = Area(Emu(0), Emu(0), Emu(100), Emu(100))


def dossier(
    *texts: tuple[str, Role, str] | tuple[str, Role, str, str], sections: list[dict[str, Any]] | None = None
) -> Dossier:
    """A guide's words, one a line: text, role, path, kind of section; and its sections where those matter."""
    sheet = Sheet(FILE, "\n".join(text for text, *_ in texts))
    found: list[Passage] = []
    for number, (text, role, path, *kind) in enumerate(texts):
        start = sheet.starts[number]
        written = Written(sheet, start, start + len(text))
        section = int(path.split("]")[0].removeprefix("sections[")) if path.startswith("sections[") else -1
        found += of_text(text, role, path, written, section=section, kind=kind[0] if kind else "text")
    guide = Guide.model_validate(outline(sections or [{"kind": "text", "title": "A part", "text": "Words."}]))
    positions = {f"sections[{number}]": Place(FILE, 100 + number, 1) for number in range(len(guide.sections))}
    return Dossier(guide, {"": Place(FILE, 1, 1), **positions}, TODAY, Manuscript("en-GB", tuple(found)))


@dataclass(frozen=True)
class RealProofs:
    """The repository's own guide as rules judge it: its A4 leaflet and its slides."""

    printed: Printed
    shown: Shown


PROSE = "Rest is not the best thing for most kinds of back pain."
ONE = dossier((PROSE, Role.PROSE, "sections[0].text"))
"""A guide of one sentence, on line 1."""


def words(text: str = PROSE, *, style: dict[str, Any] | None = None, **more: Any) -> Words:
    """A paragraph of one line as it should be set; ``style`` and ``more`` say what is otherwise."""
    given: dict[str, Any] = {"size": Pt(12), "color": "#000000"} | (style or {})
    styles = (Style(text, **given),)
    usual: dict[str, Any] = {
        "styles": styles, "lines": (text,), "split": False, "align": "left", "leading": 1.4, "x": Pt(50), "y": Pt(50),
        "width": Pt(300), "height": Pt(20), "behind": ("#ffffff",), "tag": "p",
    }  # fmt: skip
    return Words(**(usual | more))


def lines(*of: str, **more: Any) -> Words:
    """A paragraph of several lines."""
    return words(" ".join(of), lines=of, **more)


def page(*of: Words, number: int = 1, **more: Any) -> Page:
    """A page of the leaflet with these words on it."""
    usual: dict[str, Any] = {"width": WIDTH, "height": HEIGHT, "filled": 1.0}
    return Page(number=number, words=of, **(usual | more))


def slide(*of: Words, number: int = 1, **more: Any) -> Page:
    """A slide with these words on it."""
    return page(*of, number=number, **({"width": Pt(960), "height": Pt(540), "slide": True} | more))


def found(rule: Callable[[Proofs], Iterator[Finding]], *of: Words, about: Dossier = ONE, **more: Any) -> list[Finding]:
    """What a rule finds on a page of the leaflet with these words."""
    return list(rule(Proofs(about, leaflet=(page(*of),), **more)))


def on_slide(rule: Callable[[Proofs], Iterator[Finding]], *of: Words, about: Dossier = ONE) -> list[Finding]:
    """What a rule finds on a slide with these words."""
    return list(rule(Proofs(about, slides=(slide(*of),))))


def paragraph(text: str) -> Paragraph:
    """A finished slide's paragraph."""
    return Paragraph((Run(text, Pt(12)),))


def shape(text: str, name: str = "", placeholder: str = "") -> Item:
    """A finished slide's shape, called by its words."""
    return Item("shape", name or text, HERE, placeholder=placeholder, paragraphs=(paragraph(text),))


def presentation(*of: Item, notes: tuple[str, ...] = ()) -> Presentation:
    """A finished deck of one slide, the third."""
    made = Slide(3, of, notes=tuple(map(paragraph, notes)))
    return Presentation(Emu(1000), Emu(1000), "A guide", "en-GB", (made,))


def deck(*shown: str, notes: tuple[str, ...] = (), cells: tuple[str, ...] = ()) -> Presentation:
    """A finished deck of one slide: shapes in a group, a table of one row, notes."""
    row = tuple(Cell(HERE, (paragraph(text),)) for text in cells)
    group = Item("group", "Group", HERE, children=tuple(map(shape, shown)))
    return presentation(group, Item("table", "Table", HERE, rows=(row,)), notes=notes)
