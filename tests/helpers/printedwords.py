"""The words of a laid-out page: where they stand, how large, in which colour, on what; how well they can be read."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from weasyprint.draw.color import get_color
from weasyprint.formatting_structure import boxes
from weasyprint.layout.absolute import AbsolutePlaceholder

Color = tuple[float, float, float]
WHITE: Color = (1.0, 1.0, 1.0)


@dataclass(frozen=True)
class Word:
    """A line of text in one style, its spaces plain: lengths in px, the classes and tags around it, what is behind."""

    text: str
    x: float
    y: float
    width: float
    height: float
    size: float
    around: frozenset[str]
    color: Color
    behind: Color


def words(page: Any) -> Iterator[Word]:
    yield from _words(page, frozenset(), WHITE)


def _words(box: Any, around: frozenset[str], behind: Color) -> Iterator[Word]:
    if isinstance(box, AbsolutePlaceholder):
        box = box._box
    around = around | {box.element_tag or "", getattr(box, "at_keyword", "")}  # `li::marker`, `@bottom-right`
    if box.element is not None:
        around = around | {box.element.tag, *box.element.get("class", "").split()}
    ground = get_color(box.style, "background_color")
    if ground.alpha == 1:
        behind = rgb(ground)
    if isinstance(box, boxes.TextBox) and box.text.strip():
        size, color = box.style["font_size"], rgb(get_color(box.style, "color"))
        place = (box.position_x, box.position_y, box.width, box.height)
        yield Word(box.text.replace("\N{NO-BREAK SPACE}", " "), *place, size, around, color, behind)
    for child in getattr(box, "children", ()):
        yield from _words(child, around, behind)


def rgb(color: Any) -> Color:
    red, green, blue = color.to("srgb").coordinates
    return red, green, blue


def text_of(page: Any) -> list[Word]:
    """The words of a page, without its foot."""
    return [word for word in words(page) if not {"foot", "foot-page"} & word.around]


def contrast(one: Color, two: Color) -> float:
    """The contrast ratio of WCAG 2.2."""
    light, dark = sorted((luminance(one), luminance(two)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


def luminance(color: Color) -> float:
    red, green, blue = (part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in color)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue
