"""What the reader of boxes relies on for SVG, the engine's tree, style sheets, fetcher and fonts; and what it makes."""

from __future__ import annotations

import io
from pathlib import Path
from typing import Any

import pytest
import weasyprint
from boxtree import BASE, find, lay
from PIL import Image
from torture import photo

from leafdeck.deck import frames, svgattr
from leafdeck.deck.frame import Block, Drawing, Item, Picture
from leafdeck.typeset import ProjectFetcher

NAMESPACE = 'xmlns="http://www.w3.org/2000/svg"'
CLIPPED = (
    '<clipPath id="c"><circle cx="50" cy="50" r="50"/></clipPath><rect width="100" height="100" clip-path="url(#c)"/>'
)


def inline(body: str) -> str:
    return f'<svg width="100" height="100" viewBox="0 0 100 100">{body}</svg>'


def read(html: str, **more: Any) -> Item:
    document = weasyprint.HTML(string=f"<style>{BASE}</style><body>{html}", **more).render()
    item: Item = frames.read(document)[0].items[0]
    while isinstance(item, Block):
        item = item.children[0]
    return item


def pixel(picture: Picture, x: int, y: int) -> object:
    return Image.open(io.BytesIO(picture.data)).getpixel((x, y))


def test_the_engine_keeps_a_drawings_element_and_who_fetches_for_it() -> None:
    image = find(lay(inline("<rect/>"))[0], "{http://www.w3.org/2000/svg}svg")[0].replacement
    assert svgattr.name(image._svg.tree._etree_node) == "svg"
    assert callable(image._url_fetcher)
    assert hasattr(image, "_base_url")
    assert hasattr(image._svg.font_config, "_folder")


@pytest.mark.parametrize(
    ("rule", "own", "color"),
    [
        ("rect { fill: #c00 }", 'fill="#00c"', "cc0000"),  # a sheet wins over an attribute
        (".x { fill: #c00 }", 'class="x"', "cc0000"),
        (".x { fill: #c00 }", 'class="x" style="fill: #0c0"', "00cc00"),  # the element's own style over a sheet
        (".x { fill: #c00 !important }", 'class="x" style="fill: #0c0"', "cc0000"),
        (".y { fill: #c00 }", 'class="x"', "000000"),
    ],
)
def test_a_drawings_own_style_sheet_is_applied(rule: str, own: str, color: str) -> None:
    item = read(inline(f'<style>{rule}</style><rect width="9" height="9" {own}/>'))
    assert isinstance(item, Drawing)
    assert [getattr(path.fill, "hex", "") for path in item.paths] == [color]


@pytest.mark.parametrize(
    "body",
    [
        CLIPPED,
        '<text y="50">Words</text>',
        '<path d="M0 0h50" marker-end="url(#m)" stroke="red"/>',
        '<svg x="10" width="50" viewBox="0 0 9 9"><rect width="9" height="9"/></svg>',
        '<symbol id="s"><rect width="9" height="9"/></symbol><use href="#s"/>',
    ],
)
def test_what_outlines_cannot_say_becomes_an_svg_picture(body: str) -> None:
    item = read(inline(body))
    assert isinstance(item, Picture)
    assert (item.media_type, item.lost) == ("image/png", ())
    assert item.vector.startswith(b"<?xml")
    assert (float(item.rect.width), float(item.rect.height)) == (100.0, 100.0)


def test_an_svg_picture_is_drawn_with_its_clip_path() -> None:
    item = read(inline(CLIPPED))
    assert isinstance(item, Picture)
    assert pixel(item, 150, 150) == (0, 0, 0, 255)
    assert pixel(item, 3, 3) == (0, 0, 0, 0)


def test_an_svg_picture_keeps_its_words_link_and_opacity() -> None:
    item = read(f'<a href="https://example.org/"><svg role="img" width="9" height="9" style="opacity: .5">'
                f"<title>A sign</title>{CLIPPED}</svg></a>")  # fmt: skip
    assert isinstance(item, Picture)
    assert (item.alt, item.href, item.opacity) == ("A sign", "https://example.org/", 0.5)


def test_a_linked_drawing_takes_pictures_from_the_project_alone(tmp_path: Path) -> None:
    inside, outside = tmp_path / "project", tmp_path / "secret.png"
    inside.mkdir()
    picture = Image.new("RGB", (2, 2), "#c00")
    picture.save(outside)
    picture.save(inside / "photo.png")
    for name in ("photo.png", "../secret.png", outside.as_uri(), str(outside)):
        file = f'<svg {NAMESPACE} width="100" height="100"><image href="{name}" width="100" height="100"/></svg>'
        (inside / "drawing.svg").write_text(file, encoding="utf-8")
        html = '<img alt="x" src="drawing.svg">'
        item = read(html, base_url=f"{inside.as_uri()}/", url_fetcher=ProjectFetcher([inside]))
        assert isinstance(item, Picture)
        seen = name == "photo.png"
        assert pixel(item, 150, 150) == ((204, 0, 0, 255) if seen else (0, 0, 0, 0))
        assert item.lost == (() if seen else ("a picture in a drawing",))


def test_a_picture_in_a_drawing_may_be_a_data_address() -> None:
    item = read(inline(f'<image href="{photo()}" width="100" height="100"/>'))
    assert isinstance(item, Picture)
    assert pixel(item, 30, 150) == (192, 48, 48, 255)


def test_words_in_a_drawing_are_set_in_the_documents_own_font() -> None:
    fonts = Path(__file__).resolve().parents[2] / "styles" / "fonts"
    regular = next(font for font in sorted(fonts.glob("*.ttf")) if "Regular" in font.name)
    face = f"<style>@font-face {{ font-family: Own; src: url({regular.as_uri()}) }}</style>"
    words = '<text x="5" y="60" font-size="40" font-family="{}">Agile</text>'
    html = f'{face}<p style="font-family: Own">Words</p>'
    document = weasyprint.HTML(string=html + inline(words.format(_family(regular)))).render()
    folder = document.font_config._folder
    assert [font.read_bytes() for font in folder.iterdir()] == [regular.read_bytes()]
    other = weasyprint.HTML(string=html + inline(words.format("Liberation Mono"))).render()
    assert _drawn(document) != _drawn(other)


def _family(font: Path) -> str:
    from fontTools.ttLib import TTFont  # noqa: PLC0415 - only here

    return str(TTFont(font)["name"].getBestFamilyName())


def _drawn(document: weasyprint.Document) -> bytes:
    found: list[Item] = list(frames.read(document)[0].items)
    while found:
        item = found.pop()
        if isinstance(item, Picture):
            return item.data
        found.extend(item.children if isinstance(item, Block) else ())
    raise AssertionError("no picture")
