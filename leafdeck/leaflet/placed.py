"""Where a PDF's pictures stand and how fine they are there.

Source: ISO 32000-1:2008, clauses 8.3 (coordinate systems), 8.9.5 (an image fills a square of one unit).
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from math import hypot
from typing import Any

import pikepdf
from pikepdf import Dictionary, Matrix, Name

INCH = 72
"""PDF points in an inch."""


@dataclass(frozen=True, slots=True)
class Placed:
    """A picture on a page: its object's name, its pixels across and down, its width and height there in points."""

    name: str
    page: int
    pixels: tuple[int, int]
    size: tuple[float, float]

    @property
    def dpi(self) -> float:
        """How many pixels an inch of it has, in the coarser of its two directions."""
        return min(count * INCH / length for count, length in zip(self.pixels, self.size, strict=True) if length)


def pictures(pdf: pikepdf.Pdf) -> Iterator[Placed]:
    """Yield the pictures of a PDF, each as often as it is drawn; the pages are counted from 1."""
    for number, page in enumerate(pdf.pages, 1):
        yield from _drawn(page.obj, page.Resources, Matrix(), number)


def _drawn(content: Any, resources: Any, start: Matrix, page: int) -> Iterator[Placed]:  # noqa: ANN401
    """Yield what content draws, of a page, a form XObject or a tiling pattern, whose own space lies at ``start``."""
    place, outer = start, []
    for order in pikepdf.parse_content_stream(content, "q Q cm Do scn SCN"):
        operator, operands = str(order.operator), order.operands
        if operator == "q":
            outer.append(place)
        elif operator == "Q" and outer:
            place = outer.pop()
        elif operator == "cm":
            place = Matrix(*(float(value) for value in operands)) @ place
        elif operator == "Do":
            thing = resources.XObject[operands[0]]
            if thing.Subtype == Name.Image:
                across, up = hypot(place.a, place.b), hypot(place.c, place.d)
                yield Placed(str(operands[0]), page, (int(thing.Width), int(thing.Height)), (across, up))
            else:
                yield from _drawn(thing, thing.get("/Resources", Dictionary()), _moved(thing) @ place, page)
        elif operator in {"scn", "SCN"} and isinstance(operands[-1], Name):
            pattern = resources.Pattern[operands[-1]]
            if pattern.PatternType == 1:
                yield from _drawn(pattern, pattern.get("/Resources", Dictionary()), _moved(pattern) @ start, page)


def _moved(drawing: Any) -> Matrix:  # noqa: ANN401
    return Matrix(drawing.Matrix) if "/Matrix" in drawing else Matrix()
