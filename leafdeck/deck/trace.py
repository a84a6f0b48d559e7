"""A template's layouts to a Stencil: which of them our slides stand on, and how each wants its text.

A layout is found by its type (ECMA-376 part 1, 19.7.15), then by its name, then by the placeholders that it has.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from pptx.enum.shapes import PP_PLACEHOLDER
from pptx.presentation import Presentation
from pptx.shapes.placeholder import LayoutPlaceholder
from pptx.slide import SlideLayout, SlideMaster

from leafdeck.deck import look as looks
from leafdeck.deck import tracelevels
from leafdeck.deck.model import Box
from leafdeck.deck.stencil import Cut, Slot, Stencil
from leafdeck.deck.template import open_template, placeholders
from leafdeck.deck.tracelevels import first, number
from leafdeck.deck.xml import Node, qualified
from leafdeck.errors import LayoutError, Problem
from leafdeck.notice import Notice, Place
from leafdeck.units import Emu, Pt

KINDS = {
    PP_PLACEHOLDER.TITLE: "title",
    PP_PLACEHOLDER.CENTER_TITLE: "title",
    PP_PLACEHOLDER.SUBTITLE: "subTitle",
    PP_PLACEHOLDER.BODY: "body",
    PP_PLACEHOLDER.OBJECT: "body",
    PP_PLACEHOLDER.FOOTER: "ftr",
    PP_PLACEHOLDER.SLIDE_NUMBER: "sldNum",
}
"""Which of our kinds a template's placeholder holds; of two of a kind the first one counts."""

WANTED = {
    "title": (("title", "ctrTitle"), r"title slide|titelfolie|cover|deckblatt|titelseite"),
    "content": (
        ("obj", "tx"),
        r"title and (content|text)|titel und inhalt|titel und text|heading with text|content|inhalt",
    ),
    "plain": (("titleOnly",), r"title only|nur titel|heading alone"),
}
"""For each of our layouts the types and the names that a template may give it."""

INSETS = (("lIns", 91_440), ("tIns", 45_720), ("rIns", 91_440), ("bIns", 45_720))
"""A text frame's insets and what they are where nothing names them (21.1.2.1.1)."""

USUAL_SIZE = 1800
SMALLEST = (480, 288)
"""The least width and height of a body, in px: a table of three columns needs as much."""


@dataclass(frozen=True, slots=True)
class Template:
    """A template, ready to be written on once: what slides keep to, the presentation, and what could not be used."""

    stencil: Stencil
    presentation: Presentation
    notices: tuple[Notice, ...]


def template(path: Path) -> Template:
    """Read a template.

    Raises:
        LayoutError: it is no presentation, or has no layout with a title, or none with a title and a body.
    """
    presentation = open_template(path)
    master = presentation.slide_masters[0]
    worn = looks.theme_of(master)
    look, theme, notices = looks.worn(presentation, worn, path)
    cuts = [_cut(number, layout, master, worn) for number, layout in enumerate(master.slide_layouts)]
    types = [str(layout.element.get("type", "")) for layout in master.slide_layouts]
    content = _find("content", cuts, types, {"title", "body"}, path)
    _refuse_small(content, path)
    made = Stencil(
        Emu(presentation.slide_width or 0),
        Emu(presentation.slide_height or 0),
        look,
        theme,
        _find("title", cuts, types, {"title"}, path),
        content,
        _find("plain", cuts, types, {"title"}, path, content),
    )
    return Template(made, presentation, notices)


def _refuse_small(content: Cut, path: Path) -> None:
    width, height = (Emu(side).px for side in (content.slots["body"].box.width, content.slots["body"].box.height))
    if width < SMALLEST[0] or height < SMALLEST[1]:
        message = f"the body of the layout {content.name} is too small: {width / 96:.1f} by {height / 96:.1f} inches"
        hint = f"Make it at least {SMALLEST[0] / 96:g} by {SMALLEST[1] / 96:g} inches in the slide master."
        raise LayoutError(Problem(Place(path), message, hint))


def _find(  # noqa: PLR0913, PLR0917 - all say which
    kind: str, cuts: Sequence[Cut], types: Sequence[str], needs: set[str], path: Path, other: Cut | None = None
) -> Cut:
    fit = [(cut, word) for cut, word in zip(cuts, types, strict=True) if needs <= set(cut.slots)]
    words, names = WANTED[kind]
    found = [cut for cut, word in fit if word in words]
    found += [cut for cut, _ in fit if re.search(names, cut.name, re.IGNORECASE)]
    found += [other] if other else [cut for cut, _ in fit]
    if not found:
        message = f"the template has no layout with a {' and a '.join(sorted(needs, reverse=True))} placeholder"
        raise LayoutError(Problem(Place(path), message, "Add one in PowerPoint: View, Slide Master, Insert Layout."))
    return found[0]


def _cut(number: int, layout: SlideLayout, master: SlideMaster, theme: looks.SlideTheme) -> Cut:
    slots: dict[str, Slot] = {}
    for shape in placeholders(layout):
        kind = KINDS.get(shape.placeholder_format.type, "")
        if kind and kind not in slots and shape.width and shape.height:
            slots[kind] = _slot(shape, kind, master, theme)
    return Cut(number, layout.name, slots)


def _slot(shape: LayoutPlaceholder, kind: str, master: SlideMaster, theme: looks.SlideTheme) -> Slot:
    element: Node = shape.element
    above = {"subTitle": "body"}.get(kind, kind)
    parents = [
        element,
        *(other.element for other in placeholders(master) if KINDS.get(other.placeholder_format.type) == above),
    ]
    frames = [found for parent in parents for found in parent.iter(qualified("a:bodyPr"))]
    style = {"title": "title", "body": "body", "subTitle": "body"}.get(kind, "other")

    def level(name: str) -> list[Node]:
        """Return the properties of a level of text, the layout's before the master's."""
        own = f"{qualified('p:txBody')}/{qualified('a:lstStyle')}/{qualified(f'a:{name}')}"
        usual = f"{qualified('p:txStyles')}/{qualified(f'p:{style}Style')}/{qualified(f'a:{name}')}"
        return [found for parent in parents for found in parent.findall(own)] + list(master.element.findall(usual))

    levels = level("lvl1pPr")
    runs = [found for level in levels for found in level.findall(qualified("a:defRPr"))]
    heading = "majorFont" if kind == "title" else "minorFont"
    left, top, right, bottom = (Emu(number(frames, name, usual)) for name, usual in INSETS)
    return Slot(
        index=shape.placeholder_format.idx,
        box=Box(*(Emu(value) for value in (shape.left, shape.top, shape.width, shape.height))),
        insets=(left, top, right, bottom),
        anchor=first(frames, "anchor") or "t",
        font=looks.font_of(runs, theme, heading),
        size=Pt(number(runs, "sz", USUAL_SIZE) / 100),
        color=looks.text_color(runs, theme, "").color.removeprefix("#"),
        bold=first(runs, "b") in {"1", "true"},
        align=first(levels, "algn") or "l",
        levels=tracelevels.levels(level, theme, USUAL_SIZE) if kind == "body" else (),
    )
