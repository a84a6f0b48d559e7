"""What slides must keep to on somebody's template: its page, and where and how each layout wants its text."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from leafdeck.brand.look import Look
from leafdeck.deck.model import Box, Theme
from leafdeck.deck.text import Para
from leafdeck.units import Emu, Pt


@dataclass(frozen=True, slots=True)
class Slot:
    """A placeholder of a layout: its number there, its place, its first level's style.

    ``insets`` are left, top, right, bottom; ``align`` and ``anchor`` are PowerPoint's words; ``color`` is ``rrggbb``.
    ``levels`` are a body's paragraphs, one for each level whose style slides can keep to.
    """

    index: int
    box: Box
    insets: tuple[Emu, Emu, Emu, Emu]
    anchor: str
    font: str
    size: Pt
    color: str
    bold: bool
    align: str
    levels: tuple[Para, ...] = ()


@dataclass(frozen=True, slots=True)
class Cut:
    """A layout of the template: its number among the master's, its name, its placeholders by our kinds."""

    number: int
    name: str
    slots: Mapping[str, Slot]


@dataclass(frozen=True, slots=True)
class Stencil:
    """A template as slides see it. ``title``, ``content`` and ``plain`` are the layouts that our slides stand on."""

    width: Emu
    height: Emu
    look: Look
    theme: Theme
    title: Cut
    content: Cut
    plain: Cut

    def cut(self, kind: str, *, body: bool) -> Cut:
        """Return the layout for one of our kinds of slide, which fills a body placeholder or does not."""
        if kind == "title":
            return self.title
        return self.content if body else self.plain
