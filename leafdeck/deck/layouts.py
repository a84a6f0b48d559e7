"""Slide layouts from the slides that use them: background, decoration, and each placeholder's place and style. Pure."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import Protocol

from leafdeck.deck.frame import Frame
from leafdeck.deck.model import AnyShape, Box, Layout, Para, Shape, Slide, TextBody
from leafdeck.deck.paint import Color, Gradient
from leafdeck.units import EMU_PER_PX, Emu

KINDS = {
    "title": ("Title Slide", "title"),
    "agenda": ("Agenda", "obj"),
    "content": ("Title and Content", "obj"),
    "title-only": ("Title Only", "titleOnly"),
    "section": ("Section Header", "secHead"),
    "closing": ("Closing", "titleOnly"),
}
"""The contract's layouts: PowerPoint's name and type for each (19.7.15)."""

SAMPLES = {"title": "Title", "subTitle": "Subtitle", "body": "Text", "ftr": "Footer", "sldNum": "‹#›"}
ORDER = ("title", "subTitle", "body", "ftr", "sldNum")


class Made(Protocol):
    """A planned slide: what a layout is made from."""

    @property
    def slide(self) -> Slide: ...  # noqa: D102
    @property
    def layout(self) -> str: ...  # noqa: D102
    @property
    def background(self) -> Color | Gradient | None: ...  # noqa: D102
    @property
    def decorations(self) -> tuple[AnyShape, ...]: ...  # noqa: D102
    @property
    def frame(self) -> Frame: ...  # noqa: D102


def build(planned: Sequence[Made]) -> tuple[tuple[Layout, ...], tuple[int, ...]]:
    """Return the layouts, and for each slide the number of its own.

    Slides of one kind with one background and one decoration share a layout; other looks of a kind get their own.
    """
    keys: list[tuple[object, ...]] = []
    which: list[int] = []
    for made in planned:
        key = (made.layout, made.background, made.decorations)
        if key not in keys:
            keys.append(key)
        which.append(keys.index(key))
    layouts: list[Layout] = []
    names: dict[str, int] = {}
    for index in range(len(keys)):
        users = [made for made, number in zip(planned, which, strict=True) if number == index]
        name, kind = KINDS.get(users[0].layout, (users[0].layout.title(), "obj"))
        names[name] = names.get(name, 0) + 1
        if names[name] > 1:
            name = f"{name} {names[name]}"
        layouts.append(Layout(name, kind, users[0].background, users[0].decorations, _placeholders(users)))
    return tuple(layouts), tuple(which)


def _placeholders(users: Sequence[Made]) -> tuple[Shape, ...]:
    """Return each placeholder as the first slide has it that has one."""
    found: dict[str, Shape] = {}
    for made in users:
        for shape in made.slide.shapes:
            if isinstance(shape, Shape) and shape.placeholder and shape.placeholder not in found and shape.text:
                box = _roomy(shape.box, made.frame) if shape.placeholder == "body" else shape.box
                sample = _sample(shape.text, shape.placeholder)
                found[shape.placeholder] = replace(shape, box=box, text=sample)
    return tuple(found[kind] for kind in ORDER if kind in found)


def _roomy(box: Box | None, frame: Frame) -> Box | None:
    """Give the body of a layout the page's whole content area below its top, as a new slide wants it."""
    if box is None or frame.area.width >= frame.width:
        return box
    area = frame.area
    return Box(area.x.emu, area.y.emu, area.width.emu, area.height.emu)


def _sample(text: TextBody, kind: str) -> TextBody:
    """Keep one paragraph for each level, with a sample word; a body's level has a bullet if any of it has."""
    levels: dict[int, Para] = {}
    for paragraph in text.paragraphs:
        if paragraph.runs and (
            paragraph.level not in levels or (paragraph.bullet and not levels[paragraph.level].bullet)
        ):
            levels[paragraph.level] = paragraph
    made = []
    for level in sorted(levels):
        paragraph = levels[level]
        first = replace(paragraph.runs[0], text=SAMPLES[kind], link="") if hasattr(paragraph.runs[0], "text") else None
        if first is not None:
            made.append(replace(paragraph, runs=(first,)))
    return replace(text, paragraphs=tuple(made))


def joined(shapes: Sequence[AnyShape]) -> tuple[AnyShape, ...]:
    """Join bars of one colour that touch end to end: a rule drawn by several margin boxes is one rule."""
    result: list[AnyShape] = []
    for shape in shapes:
        last = result[-1] if result else None
        if isinstance(shape, Shape) and isinstance(last, Shape) and _continues(last, shape):
            assert last.box is not None  # noqa: S101 - _continues has seen it
            assert shape.box is not None  # noqa: S101
            width = Emu(shape.box.x + shape.box.width - last.box.x)
            result[-1] = replace(last, box=replace(last.box, width=width))
        else:
            result.append(shape)
    return tuple(result)


def _continues(left: Shape, right: Shape) -> bool:
    a, b = left.box, right.box
    if a is None or b is None or left.text or right.text or (left.fill, left.line) != (right.fill, right.line):
        return False
    level = abs(a.y - b.y) < EMU_PER_PX and abs(a.height - b.height) < EMU_PER_PX
    return level and left.line is None and abs(a.x + a.width - b.x) < EMU_PER_PX
