"""The words of a drawing: where each line stands, measured in the font that it is set in."""

from __future__ import annotations

import itertools
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

from PIL import ImageFont

ROOT = Path(__file__).resolve().parents[2]
FONTS = {
    "Atkinson Hyperlegible Next": ROOT / "styles" / "fonts" / "AtkinsonHyperlegibleNext-",
    "Source Sans 3": ROOT / "examples" / "brands" / "high-contrast" / "fonts" / "SourceSans3-",
}
UP, DOWN = 0.68, 0.02
"""How far capitals and figures reach above and below their baseline, as a share of their size."""


@dataclass(frozen=True)
class Line:
    """A line of text in a drawing's own units."""

    text: str
    left: float
    top: float
    right: float
    bottom: float

    def meets(self, other: Line) -> bool:
        across = min(self.right, other.right) - max(self.left, other.left)
        return across > 0.5 and min(self.bottom, other.bottom) - max(self.top, other.top) > 0.5


@cache
def _font(family: str, weight: str) -> ImageFont.FreeTypeFont:
    path = FONTS[family.split(",", maxsplit=1)[0].strip("\"' ")]
    return ImageFont.truetype(f"{path}{'Bold' if weight == '700' else 'Regular'}.ttf", 100)


def lines(svg: Any) -> Iterator[Line]:
    """The lines of a drawing, turned ones too."""
    for node in svg.iter():
        if str(node.tag).rpartition("}")[2] != "text" or not (node.text or "").strip():
            continue
        size = float(node.get("font-size").removesuffix("px"))
        width = _font(node.get("font-family"), node.get("font-weight", "400")).getlength(node.text) * size / 100
        shift = {"start": 0.0, "middle": width / 2, "end": width}[node.get("text-anchor", "start")]
        x, y = float(node.get("x")), float(node.get("y"))
        if node.get("transform"):
            assert node.get("transform") == f"rotate(-90 {node.get('x')} {node.get('y')})"
            yield Line(node.text, x - UP * size, y - width + shift, x + DOWN * size, y + shift)
        else:
            yield Line(node.text, x - shift, y - UP * size, x - shift + width, y + DOWN * size)


def beyond(svg: Any) -> list[str]:
    """The lines that reach out of a drawing."""
    _, _, width, height = (float(side) for side in svg.get("viewBox").split())
    return [
        line.text
        for line in lines(svg)
        if line.left < -0.5 or line.top < -0.5 or line.right > width + 0.5 or line.bottom > height + 0.5
    ]


def over_each_other(svg: Any) -> list[tuple[str, str]]:
    """The pairs of lines that are printed over each other."""
    return [(one.text, other.text) for one, other in itertools.combinations(lines(svg), 2) if one.meets(other)]
