"""Ways to look at a print shop's PDF as its preflight does: read by pikepdf, told in plain values."""

from __future__ import annotations

import io
from collections.abc import Iterator
from typing import Any

import pikepdf

SCREEN = {"/DeviceRGB", "/CalRGB", "/Lab"}
MM = 72 / 25.4


def for_screens(data: bytes) -> list[str]:
    """Everything in a file that is coloured for screens: colour spaces of any object, orders of any drawing."""
    with pikepdf.open(io.BytesIO(data)) as pdf:
        found = [str(name) for thing in pdf.objects for name in _names(thing) if str(name) in SCREEN]
        for drawing in _drawings(pdf):
            orders = {str(order.operator) for order in pikepdf.parse_content_stream(drawing)}
            found += sorted(orders & {"rg", "RG", "BI"})
    return found


def _names(thing: Any) -> Iterator[Any]:
    """The names and the profiles of three parts in an object, not in those that it refers to."""
    if isinstance(thing, pikepdf.Name):
        yield thing
    elif isinstance(thing, pikepdf.Array):
        if len(thing) == 2 and thing[0] == pikepdf.Name.ICCBased and thing[1].N == 3:
            yield "/DeviceRGB"
        for each in thing:
            if isinstance(each, pikepdf.Object) and not each.is_indirect:
                yield from _names(each)
    elif isinstance(thing, pikepdf.Dictionary | pikepdf.Stream):
        for each in dict(thing.stream_dict if isinstance(thing, pikepdf.Stream) else thing).values():
            if isinstance(each, pikepdf.Object) and not each.is_indirect:
                yield from _names(each)


def _drawings(pdf: pikepdf.Pdf) -> Iterator[Any]:
    yield from (page.obj for page in pdf.pages)
    for thing in pdf.objects:
        if isinstance(thing, pikepdf.Stream) and (thing.get("/Subtype") == "/Form" or thing.get("/PatternType") == 1):
            yield thing


def text_inks(data: bytes) -> set[tuple[float, ...]]:
    """The inks that the words of a file's pages are set in, in hundredths."""
    found: set[tuple[float, ...]] = set()
    ink: tuple[float, ...] = (0, 0, 0, 100)
    outer: list[tuple[float, ...]] = []
    with pikepdf.open(io.BytesIO(data)) as pdf:
        for page in pdf.pages:
            for order in pikepdf.parse_content_stream(page):
                operator = str(order.operator)
                if operator == "q":
                    outer.append(ink)
                elif operator == "Q":
                    ink = outer.pop()
                elif operator == "k":
                    ink = tuple(round(float(part) * 100) for part in order.operands)
                elif operator in {"TJ", "Tj"}:
                    found.add(ink)
    return found


def boxes(data: bytes) -> list[dict[str, list[float]]]:
    """The boxes of each page in mm."""
    names = ("MediaBox", "BleedBox", "TrimBox")
    with pikepdf.open(io.BytesIO(data)) as pdf:
        return [
            {name: [round(float(side) / MM, 2) for side in page[f"/{name}"]] for name in names} for page in pdf.pages
        ]


def marks(data: bytes) -> list[list[tuple[float, float, float, float]]]:
    """The lines on each page that are drawn in every ink, in mm."""
    pages = []
    with pikepdf.open(io.BytesIO(data)) as pdf:
        for page in pdf.pages:
            lines, point, every = [], (0.0, 0.0), False
            for order in pikepdf.parse_content_stream(page):
                operator, operands = str(order.operator), order.operands
                if operator == "CS":
                    every = page.Resources.ColorSpace[str(operands[0])][1] == pikepdf.Name.All
                elif every and operator in {"m", "l"}:
                    x, y = (round(float(value) / MM, 2) for value in operands)
                    if operator == "l":
                        lines.append((*point, x, y))
                    point = (x, y)
            pages.append(lines)
    return pages
