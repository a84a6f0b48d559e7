"""Two hospitals' PowerPoint templates, as different as two real ones, made afresh for each test that wants them.

Riverside: 16:9, white page, title across the top, logo at the right, Source Sans 3, layouts with English names.
Nord: 4:3, a coloured page, titles in a column at the left, logo at the left, a serif, layouts with German names, a
photograph behind the title layout, a sample slide, and a first accent that cannot be read on the page.
"""

from __future__ import annotations

import io
import zipfile
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pptx
from PIL import Image, ImageDraw
from pptx.opc.constants import RELATIONSHIP_TYPE
from pptx.oxml import parse_xml
from pptx.util import Emu

from leafdeck.deck.xml import make, put, qualified, serialise

PRESENTATION = b"presentationml.presentation.main+xml"
TEMPLATE = b"presentationml.template.main+xml"
CORNER = 9525
Rect = tuple[int, int, int, int]


@dataclass(frozen=True)
class Hospital:
    """What a template is made of; lengths in px of 1/96 inch."""

    size: tuple[int, int]
    colors: Mapping[str, str]
    fonts: tuple[str, str]
    page: str
    title: Rect
    body: Rect
    footer: Rect
    number: Rect
    title_color: str
    bar: tuple[Rect, str]
    logo: Rect
    layouts: Mapping[str, str]
    """Names of python-pptx's layouts, and those that the hospital gives them; all others are taken out."""


RIVERSIDE = Hospital(
    size=(1280, 720),
    colors={
        "dk1": "1F2933", "lt1": "FFFFFF", "dk2": "005F73", "lt2": "E9F5F5", "accent1": "0A7E8C", "accent2": "EE7B30",
        "accent3": "9B2226", "accent4": "94D2BD", "accent5": "3D5A80", "accent6": "6C757D", "hlink": "005F73",
        "folHlink": "3D5A80",
    },
    fonts=("Source Sans 3", "Liberation Sans"),
    page="bg1",
    title=(56, 28, 900, 84),
    body=(56, 148, 1168, 492),
    footer=(56, 668, 900, 32),
    number=(1124, 668, 100, 32),
    title_color="tx2",
    bar=((0, 124, 1280, 6), "accent2"),
    logo=(1040, 36, 184, 64),
    layouts={
        "Title Slide": "Cover", "Title and Content": "Heading with text", "Two Content": "Two columns",
        "Title Only": "Heading alone", "Blank": "Empty",
    },
)  # fmt: skip
NORD = Hospital(
    size=(960, 720),
    colors={
        "dk1": "2B1A1A", "lt1": "FBF6EE", "dk2": "7A1C2E", "lt2": "EFE3D0", "accent1": "F2C14E", "accent2": "7A1C2E",
        "accent3": "4F6D7A", "accent4": "C0D6DF", "accent5": "8A9A5B", "accent6": "5C4742", "hlink": "7A1C2E",
        "folHlink": "4F6D7A",
    },
    fonts=("Liberation Serif", "Liberation Serif"),
    page="bg1",
    title=(24, 120, 216, 420),
    body=(288, 40, 640, 608),
    footer=(288, 672, 500, 28),
    number=(828, 672, 100, 28),
    title_color="tx1",
    bar=((258, 0, 6, 720), "accent1"),
    logo=(24, 24, 140, 60),
    layouts={
        "Title Slide": "Titelfolie", "Title and Content": "Titel und Inhalt", "Comparison": "Vergleich",
        "Title Only": "Nur Titel", "Section Header": "Abschnittsüberschrift",
    },
)  # fmt: skip


def riverside(path: Path) -> Path:
    """Write Riverside's template."""
    presentation = _dressed(RIVERSIDE)
    return _save(presentation, path)


def nord(path: Path) -> Path:
    """Write Nord's template."""
    presentation = _dressed(NORD)
    title_layout = presentation.slide_layouts.get_by_name("Titelfolie")
    photo = io.BytesIO()
    Image.new("RGB", (96, 72), "#7A1C2E").save(photo, "JPEG")
    _picture(title_layout, photo.getvalue(), (0, 0, 960, 720), "Foto")
    for shape in title_layout.placeholders:  # dark words would not be seen on the photograph
        for level in shape.element.iter(qualified("a:lstStyle")):
            words = make("a:defRPr", make("a:solidFill", make("a:schemeClr", val="bg1")))
            put(level, make("a:lvl1pPr", make("a:buNone"), words, marL=0, indent=0, algn="ctr"))
    sample = presentation.slides.add_slide(title_layout)
    sample.shapes.title.text = "Muster: bitte überschreiben"
    return _save(presentation, path)


def logo_png(color: str = "#005F73") -> bytes:
    """Return a small mark as a PNG."""
    stream = io.BytesIO()
    image = Image.new("RGBA", (368, 128), (0, 0, 0, 0))
    pen = ImageDraw.Draw(image)
    pen.ellipse((4, 4, 124, 124), fill=color)
    pen.rectangle((150, 40, 360, 88), fill=color)
    image.save(stream, "PNG")
    return stream.getvalue()


def _dressed(hospital: Hospital) -> Any:
    presentation = pptx.Presentation()
    width, height = hospital.size
    presentation.slide_width, presentation.slide_height = Emu(width * CORNER), Emu(height * CORNER)
    master = presentation.slide_master
    _theme(master, hospital)
    for layout in list(presentation.slide_layouts):
        if layout.name in hospital.layouts:
            _layout(layout, hospital)
        else:
            presentation.slide_layouts.remove(layout)
    put(master.element.cSld.get_or_add_bgPr(), make("a:solidFill", make("a:schemeClr", val=hospital.page)),
        make("a:effectLst"))  # fmt: skip
    _places(master, hospital)
    for kind, color in (("title", hospital.title_color), ("body", "tx1")):
        for style in master.element.iter(qualified(f"p:{kind}Style")):
            for fill in style.iter(qualified("a:solidFill")):
                put(fill, make("a:schemeClr", val=color))
    place, color = hospital.bar
    bar = _bar(place, color)
    master.element.cSld.spTree.insert(2, bar)
    _picture(master, logo_png(f"#{hospital.colors['dk2']}"), hospital.logo, "Hospital logo")
    return presentation


def _theme(master: Any, hospital: Hospital) -> None:
    part = master.part.part_related_by(RELATIONSHIP_TYPE.THEME)
    theme = parse_xml(part.blob)
    scheme = next(theme.iter(qualified("a:clrScheme")))
    slots = [make(f"a:{name}", make("a:srgbClr", val=value)) for name, value in hospital.colors.items()]
    put(scheme, *slots)
    for kind, family in zip(("majorFont", "minorFont"), hospital.fonts, strict=True):
        theme.find(f".//{qualified(f'a:{kind}')}/{qualified('a:latin')}").set("typeface", family)
    part.blob = serialise(theme)


def _layout(layout: Any, hospital: Hospital) -> None:
    layout.name = hospital.layouts[layout.name]
    across = hospital.size[0] / 960
    for shape in layout.placeholders:  # python-pptx's own are for a page of 960 px
        if shape.element.spPr.find(qualified("a:xfrm")) is not None:
            shape.left, shape.width = Emu(round(shape.left * across)), Emu(round(shape.width * across))


def _places(master: Any, hospital: Hospital) -> None:
    places = {"title": hospital.title, "body": hospital.body, "ftr": hospital.footer, "sldNum": hospital.number}
    for shape in list(master.placeholders):
        kind = shape.element.find(f".//{qualified('p:ph')}").get("type")
        if kind in places:
            shape.left, shape.top, shape.width, shape.height = (Emu(length * CORNER) for length in places[kind])
        else:
            shape.element.getparent().remove(shape.element)


def _bar(place: Rect, color: str) -> Any:
    x, y, width, height = (length * CORNER for length in place)
    return make(
        "p:sp",
        make("p:nvSpPr", make("p:cNvPr", id=90, name="Bar"), make("p:cNvSpPr"), make("p:nvPr")),
        make(
            "p:spPr",
            make("a:xfrm", make("a:off", x=x, y=y), make("a:ext", cx=width, cy=height)),
            make("a:prstGeom", make("a:avLst"), prst="rect"),
            make("a:solidFill", make("a:schemeClr", val=color)),
            make("a:ln", make("a:noFill")),
        ),
    )


def _picture(on: Any, data: bytes, place: Rect, name: str) -> None:
    x, y, width, height = (length * CORNER for length in place)
    _, relation = on.part.get_or_add_image_part(io.BytesIO(data))
    picture = make(
        "p:pic",
        make("p:nvPicPr", make("p:cNvPr", id=91, name=name), make("p:cNvPicPr"), make("p:nvPr")),
        make("p:blipFill", make("a:blip", r_embed=relation), make("a:stretch", make("a:fillRect"))),
        make(
            "p:spPr",
            make("a:xfrm", make("a:off", x=x, y=y), make("a:ext", cx=width, cy=height)),
            make("a:prstGeom", make("a:avLst"), prst="rect"),
        ),
    )
    on.element.cSld.spTree.insert(2, picture)


def _save(presentation: Any, path: Path) -> Path:
    """Save; a .potx calls itself a template."""
    stream = io.BytesIO()
    presentation.save(stream)
    with zipfile.ZipFile(stream) as parts, zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as package:
        for name in parts.namelist():
            data = parts.read(name)
            if name == "[Content_Types].xml" and path.suffix == ".potx":
                assert PRESENTATION in data
                data = data.replace(PRESENTATION, TEMPLATE)
            package.writestr(name, data)
    return path
