"""How a template sets each level of a body's text, as far as slides can keep to it. Part of the template's tracer."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence

from leafdeck.deck import look as looks
from leafdeck.deck.paint import Color
from leafdeck.deck.text import Bullet, Para, RunStyle, TextRun
from leafdeck.deck.xml import Node, qualified
from leafdeck.units import Emu, Pt

LEVELS = 5
ODD = {"i": {"0", "false"}, "u": {"none"}, "strike": {"noStrike"}, "cap": {"none"}, "spc": {"0"}, "baseline": {"0"}}
"""What a run may say beside its size, weight, colour and font, and the values that change nothing."""

OTHER = Pt(-1)
"""A distance that no paragraph of ours has: the template gives it as a share of the text's size."""

MARKS = ("buNone", "buAutoNum", "buChar", "buBlip")


def levels(styles: Callable[[str], Sequence[Node]], theme: looks.SlideTheme, size: int) -> tuple[Para, ...]:
    """Return a paragraph for each level that slides can keep to, with its style.

    Args:
        styles: returns the properties of a level by their name (``lvl1pPr``), the placeholder's own first.
        theme: what colours and fonts refer to.
        size: the size in hundredths of a point where nothing names one.
    """
    return tuple(_levels(styles, theme, size))


def _levels(styles: Callable[[str], Sequence[Node]], theme: looks.SlideTheme, size: int) -> Iterator[Para]:
    for depth in range(LEVELS):
        found = styles(f"lvl{depth + 1}pPr")
        runs = [run for style in found for run in style.findall(qualified("a:defRPr"))]
        odd = any(first(runs, name) not in {"", *plain} for name, plain in ODD.items())
        if odd or _distance(found, "spcAft") or first(found, "rtl") in {"1", "true"}:
            continue
        style = RunStyle(
            looks.font_of(runs, theme, "minorFont"),
            Pt(number(runs, "sz", size) / 100),
            Color(looks.text_color(runs, theme, "").color.removeprefix("#")),
            bold=first(runs, "b") in {"1", "true"},
        )
        yield Para(
            (TextRun("", style),),
            line_spacing=_distance(found, "lnSpc") or OTHER,
            align=first(found, "algn") or "l",
            level=depth,
            margin=Emu(number(found, "marL")),
            indent=Emu(number(found, "indent")),
            bullet=_bullet(found, theme, style.color),
            space_before=_distance(found, "spcBef"),
        )


def _bullet(styles: Sequence[Node], theme: looks.SlideTheme, color: Color) -> Bullet | None:
    mark = next((child for style in styles for name in MARKS for child in style.findall(qualified(f"a:{name}"))), None)
    if mark is None or mark.tag == qualified("a:buNone"):
        return None
    own = next((looks.color_of(found, theme) for found in _children(styles, "buClr")), None)
    font = next((str(found.get("typeface", "")) for found in _children(styles, "buFont")), "")
    size = number(list(_children(styles, "buSzPct")), "val", 100_000) // 1000
    # A number, a picture, or a bullet in the text's font is one that ours never is.
    char = str(mark.get("char", "")) if font else ""
    return Bullet(font, Color(own.removeprefix("#")) if own else color, size, char)


def _children(styles: Sequence[Node], name: str) -> Iterator[Node]:
    return (child for style in styles for child in style.findall(qualified(f"a:{name}")))


def _distance(styles: Sequence[Node], name: str) -> Pt:
    """Return a distance between lines or paragraphs: 0 where none is named, a foreign one for a share."""
    for holder in _children(styles, name):
        points = holder.find(qualified("a:spcPts"))
        share = holder.find(qualified("a:spcPct"))
        if points is not None:
            return Pt(number([points], "val") / 100)
        return OTHER if share is None or share.get("val") not in {"0", "0%"} else Pt(0)
    return Pt(0)


def first(elements: Sequence[Node], name: str) -> str:
    """Return an attribute's value, of the first element that has one; empty for none."""
    return next((str(element.get(name)) for element in elements if element.get(name)), "")


def number(elements: Sequence[Node], name: str, usual: int = 0) -> int:
    """Return an attribute's whole number, of the first element that has one; the usual one for what is none."""
    value = first(elements, name)
    return int(value) if re.fullmatch(r"-?\d{1,9}", value) else usual
