"""A small pen for SVG: the elements of a drawing, escaped, with numbers cut to tenths."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from xml.etree import ElementTree as ET

from markupsafe import Markup as Safe

LINE = 1.2
"""The distance of two lines of text as a share of their size."""

RISE = 0.36
"""How far the middle of a letter lies above its baseline, as a share of its size."""


@dataclass
class Sketch:
    """An SVG drawing of some width and height, with text in one family.

    Attributes:
        width, height: the size of its view box; its units are the CSS pixels that it is meant to be drawn at.
        size: the size of its text.
        family: the font of its text.
    """

    width: float
    height: float
    size: float
    family: str
    root: ET.Element = field(default_factory=lambda: ET.Element("svg"))

    def put(self, tag: str, **attributes: object) -> None:
        """Add an element; an underscore in an attribute's name stands for a hyphen, numbers are cut to tenths."""
        ET.SubElement(self.root, tag, _shown(attributes))

    def group(self, **attributes: object) -> Sketch:
        """Return a pen for what stands in a new group of the drawing."""
        return replace(self, root=ET.SubElement(self.root, "g", _shown(attributes)))

    def text(  # noqa: PLR0913 - where, what, and how it is set
        self, x: float, y: float, words: str, fill: str, *, anchor: str = "start", bold: bool = False
    ) -> None:
        """Write a line whose letters have their middle at a height."""
        ET.SubElement(self.root, "text", self._set(x, y + RISE * self.size, fill, anchor, bold=bold)).text = words

    def upwards(self, x: float, y: float, words: Iterable[str], fill: str) -> None:
        """Write lines that read upwards and end at a height, side by side around a place."""
        found = tuple(words)
        first = x - (len(found) - 1) * LINE * self.size / 2
        for index, line in enumerate(found):
            given = self._set(first + index * LINE * self.size + RISE * self.size, y, fill, "end")
            turn = f"rotate(-90 {given['x']} {given['y']})"
            ET.SubElement(self.root, "text", given | {"transform": turn}).text = line

    def _set(self, x: float, y: float, fill: str, anchor: str, *, bold: bool = False) -> dict[str, str]:
        """Return how a line is set whose baseline begins, ends or has its middle at a point."""
        return {
            "x": number(x),
            "y": number(y),
            "fill": fill,
            "font-family": self.family,
            "font-size": number(self.size),
            "font-weight": "700" if bold else "400",
            "text-anchor": anchor,
        }

    def lines(self, x: float, y: float, words: Iterable[str], fill: str, *, anchor: str = "start") -> None:
        """Write lines around a height."""
        found = tuple(words)
        top = y - (len(found) - 1) * LINE * self.size / 2
        for index, line in enumerate(found):
            self.text(x, top + index * LINE * self.size, line, fill, anchor=anchor)

    def svg(self, title: str, **attributes: str) -> Safe:
        """Return the markup: with a title for people who cannot see it, or as decoration without one."""
        root = ET.Element("svg", {"viewBox": f"0 0 {number(self.width)} {number(self.height)}"})
        root.attrib.update({name.strip("_").replace("_", "-"): value for name, value in attributes.items()})
        if title:
            root.set("role", "img")
            ET.SubElement(root, "title").text = str(plain(title))
        else:
            root.set("aria-hidden", "true")
        root.extend(list(self.root))
        return Safe(ET.tostring(root, encoding="unicode"))  # noqa: S704 - serialised XML


def _shown(attributes: Mapping[str, object]) -> dict[str, str]:
    """Return attributes as SVG has them; words that a template has escaped are escaped again when they are written."""
    return {name.strip("_").replace("_", "-"): number(plain(value)) for name, value in attributes.items()}


def plain(value: object) -> object:
    """Return a template's escaped words as they were."""
    return value.unescape() if isinstance(value, Safe) else value


def number(value: object) -> str:
    """Return an attribute's value, numbers with at most one decimal."""
    return f"{value:.1f}".removesuffix(".0") if isinstance(value, int | float) else str(value)
