"""A small deck with one of everything, for the tests of what writes it; ways to look at decks through python-pptx."""

from __future__ import annotations

import datetime as dt
import io
from collections.abc import Iterator
from dataclasses import replace
from typing import Any

import pptx
from PIL import Image
from pptx.enum.shapes import MSO_SHAPE_TYPE, PP_PLACEHOLDER

from leafdeck.deck import writer
from leafdeck.deck.model import (
    AnyShape,
    Box,
    Deck,
    DeckInfo,
    Freeform,
    GroupShape,
    Layout,
    Line,
    Note,
    PictureShape,
    Preset,
    Shape,
    Slide,
    TableCell,
    TableShape,
    Theme,
)
from leafdeck.deck.paint import Color, Gradient
from leafdeck.deck.text import Bullet, Para, RunStyle, TextBody, TextRun
from leafdeck.units import Emu, Pt

INK, PRIMARY, ODD = Color("112233"), Color("0b4f5c"), Color("abcdef")
THEME = Theme(
    {
        "dk1": "112233",
        "lt1": "ffffff",
        "dk2": "0b4f5c",
        "lt2": "e8eef0",
        "accent1": "0b4f5c",
        "accent2": "d9822b",
        "accent3": "b3261e",
        "accent4": "8a5a00",
        "accent5": "00695c",
        "accent6": "555555",
        "hlink": "0b4f5c",
        "folHlink": "555555",
    },
    major="Some Serif",
    minor="Some Sans",
)
INFO = DeckInfo("A deck", "en-GB", dt.date(2026, 11, 1), THEME, "A. Writer", "A subject", "one, two")
DECORATIVE = "{http://schemas.microsoft.com/office/drawing/2017/decorative}decorative"
BULLET = Bullet("Some Sans", PRIMARY, char="•")


def style(size: float = 20, color: Color = INK, font: str = "Some Sans", **more: Any) -> RunStyle:
    return RunStyle(font, Pt(size), color, **more)


def para(text: str, look: RunStyle | None = None, **more: Any) -> Para:
    link, field = more.pop("link", ""), more.pop("field", "")
    return Para((TextRun(text, look or style(), link, field),), Pt(26), **more)


def item(text: str, level: int = 0, look: RunStyle | None = None) -> Para:
    return para(text, look, level=level, margin=Emu(200_000 * (level + 1)), indent=Emu(-200_000), bullet=BULLET)


def box(x: int, y: int, width: int, height: int) -> Box:
    return Box(Emu(x * 9525), Emu(y * 9525), Emu(width * 9525), Emu(height * 9525))


def placeholder(kind: str, place: Box, *paragraphs: Para) -> Shape:
    return Shape(kind, place, text=TextBody(paragraphs), placeholder=kind)


TITLE = style(30, PRIMARY, "Some Serif", bold=True)
TOP, MIDDLE = box(40, 20, 1200, 80), box(40, 120, 1200, 500)
FOOT, NUMBER = box(40, 660, 900, 40), box(1100, 660, 100, 40)
LAYOUTS = (
    Layout(
        "Title Slide",
        "title",
        PRIMARY,
        (),
        (
            placeholder("title", TOP, para("Title", TITLE)),
            placeholder("subTitle", box(40, 200, 900, 60), para("Subtitle")),
            placeholder("body", MIDDLE, item("Text")),
        ),
    ),
    Layout(
        "Title and Content",
        "obj",
        None,
        (Shape("Rule", box(40, 100, 1200, 2), fill=PRIMARY),),
        (
            placeholder("title", TOP, para("Title", TITLE)),
            placeholder("body", MIDDLE, item("Text"), item("Text", 1)),
            placeholder("ftr", FOOT, para("Footer", style(11))),
            placeholder("sldNum", NUMBER, para("#", style(11), field="slidenum")),
        ),
    ),
)


def png(color: str = "red") -> bytes:
    stream = io.BytesIO()
    Image.new("RGB", (8, 4), color).save(stream, "PNG")
    return stream.getvalue()


def titled(words: str, *shapes: AnyShape, layout: int = 1, **more: Any) -> Slide:
    return Slide(words, layout, (placeholder("title", TOP, para(words, TITLE)), *shapes), **more)


def deck(*slides: Slide) -> Deck:
    return Deck(Emu(12_192_000), Emu(6_858_000), LAYOUTS, slides)


def sample() -> Deck:
    """Return a deck with one of everything."""
    cell = TableCell(TextBody((para("Cell"),), insets=(Emu(10), Emu(20), Emu(30), Emu(40))))
    line = Line(Emu(12_700), PRIMARY)
    table = TableShape(
        "Limits",
        box(40, 120, 600, 90),
        (Emu(2_000_000), Emu(3_715_000)),
        (Emu(300_000), Emu(557_250)),
        ((replace(cell, fill=PRIMARY), replace(cell, borders=(None, None, line, None))), (cell, cell)),
        first_row=True,
        first_column=True,
        alt="Daily limits",
    )
    curve = Freeform(
        (
            (("M", ((0, 0),)), ("L", ((100, 0),)), ("C", ((100, 50), (50, 100), (0, 100))), ("Z", ())),
            (("M", ((20, 20),)), ("L", ((40, 20),)), ("L", ((20, 40),)), ("Z", ())),
        )
    )
    card = GroupShape(
        "Card",
        box(40, 200, 300, 200),
        (
            Shape("Panel", box(40, 200, 300, 200), Preset("roundRect", (("adj", 5000),)), fill=ODD),
            Shape("Icon", box(50, 210, 40, 40), curve, fill=PRIMARY, alt="A bone"),
            Shape("Words", box(100, 210, 200, 40), text=TextBody((para("In a card"),))),
        ),
        alt="Card",
    )
    footer = placeholder("ftr", FOOT, para("Footer · Draft", style(11)))
    number = placeholder("sldNum", NUMBER, para("2", style(11), field="slidenum"))
    body = placeholder("body", MIDDLE, item("One"), item("Two", 1), item("Three", 0, style(bold=True)))
    picture = PictureShape("Photo", box(700, 200, 80, 40), png(), "image/png", "A red box", crop=(0.25, 0, 0, 0.5))
    return deck(
        titled("Welcome", placeholder("subTitle", box(40, 200, 900, 60), para("Hello")), layout=0, part="Opening"),
        titled("A list", body, footer, number, notes=(Note("Say this."), Note("and that", 1)), part="Middle"),
        titled("Cards", card, picture, replace(picture, alt=""), anchor="cards"),
        titled("A table", table, Shape("Line", box(40, 400, 90, 0), Preset("line"), line=line), part="Closing"),
        titled(
            "Links",
            Shape("Web", box(40, 120, 300, 40), text=TextBody((para("NHS", link="https://www.nhs.uk/"),))),
            Shape("Jump", box(40, 160, 300, 40), text=TextBody((para("Cards", link="#cards"),))),
            Shape("Bad", box(40, 200, 300, 40), text=TextBody((para("No", link="javascript:alert(1)"),))),
            Shape("Foreign", box(40, 240, 300, 40), text=TextBody((para("Bonjour", style(lang="fr-FR")),))),
            Shape("Glow", box(40, 300, 90, 90), fill=Gradient(90, ((0.0, PRIMARY), (1.0, ODD)))),
            notes=(Note("The end."),),
            language="en-US",
        ),
    )


def written(value: Deck, info: DeckInfo = INFO) -> Any:
    """Write a deck and read it back."""
    return pptx.Presentation(io.BytesIO(writer.write(value, info)))


def named(slide: Any, name: str) -> Any:
    """Return a slide's shape of that name."""
    return next(shape for shape in slide.shapes if shape.name == name)


def alt(shape: Any) -> str:
    """Return a shape's alternative text."""
    return str(described(shape).get("descr", ""))


def is_decorative(shape: Any) -> bool:
    """Whether a shape is marked as decoration."""
    return any(mark.get("val") == "1" for mark in described(shape).iter(DECORATIVE))


def described(shape: Any) -> Any:
    return shape.element.xpath("./*[1]/p:cNvPr")[0]


def walk(shapes: Any) -> Iterator[Any]:
    """Walk over shapes and those in groups."""
    for shape in shapes:
        yield shape
        if shape.shape_type == MSO_SHAPE_TYPE.GROUP:
            yield from walk(shape.shapes)


def everything(prs: Any) -> Iterator[tuple[int, Any, Any]]:
    """Walk over all shapes of a deck's slides: the slide's number, the slide, the shape."""
    for number, slide in enumerate(prs.slides, 1):
        for shape in walk(slide.shapes):
            yield number, slide, shape


def kind(shape: Any) -> PP_PLACEHOLDER | None:
    """Return what kind of placeholder a shape is, if it is one."""
    return shape.placeholder_format.type if shape.is_placeholder else None
