"""A drawing as a file that stands by itself, and as pixels: nothing in it leads out."""

from __future__ import annotations

import io
from pathlib import Path
from typing import Any
from xml.etree.ElementTree import Element, fromstring

import pytest
import resvg_py
from decks import png
from PIL import Image

from leafdeck.deck import svgfile
from leafdeck.deck.paint import Rect

PLACE = Rect.of(10, 20, 100, 50)
TEXT = '<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink" {more}>{body}</svg>'


def drawing(body: str, more: str = 'viewBox="0 0 100 50"') -> Element:
    return fromstring(TEXT.format(body=body, more=more))  # noqa: S314 - our own


def nothing(address: str) -> bytes:
    raise OSError(address)


def alone(body: str, more: str = 'viewBox="0 0 100 50"') -> str:
    return svgfile.alone(drawing(body, more), PLACE, nothing)[0].decode()


def drawn(body: str, rect: Rect = PLACE) -> Image.Image:
    file, _ = svgfile.alone(drawing(body), rect, nothing)
    return Image.open(io.BytesIO(svgfile.pixels(file, rect)))


def test_a_file_is_as_large_as_it_is_shown() -> None:
    root = fromstring(alone('<path d="M0 0h9"/>', 'viewBox="0 0 10 5" width="2cm" preserveAspectRatio="none"'))  # noqa: S314
    assert (root.get("width"), root.get("height"), root.get("viewBox")) == ("100", "50", "0 0 10 5")
    assert root.get("preserveAspectRatio") == "none"
    assert [child.tag for child in root] == ["{http://www.w3.org/2000/svg}path"]


def test_without_a_view_box_its_own_size_is_one() -> None:
    assert 'viewBox="0 0 20 10"' in alone("", 'width="20px" height="10"')
    assert 'viewBox="0 0 100 50"' in alone("")


@pytest.mark.parametrize(
    "body",
    [
        "<script>alert(1)</script>",
        "<style>@import url(https://example.org/a.css);</style>",
        "<foreignObject><p xmlns='http://www.w3.org/1999/xhtml'>Words</p></foreignObject>",
        '<rect onclick="alert(1)"/>',
        '<rect fill="url(https://example.org/a.svg#b)"/>',
        "<rect style=\"fill: url( '//example.org/a.svg#b')\"/>",
        '<use xlink:href="file:///etc/hostname#a"/>',
        '<use href="other.svg#a"/>',
        '<a href="https://example.org/"><rect/></a>',
        '<image href="/etc/hostname"/>',
        '<filter id="f"><feImage href="https://example.org/a.png"/></filter>',
        '<sodipodi:x xmlns:sodipodi="http://example.org/x" href="https://example.org/"/>',
        '<animate attributeName="x"/>',
    ],
)
def test_a_file_neither_runs_nor_loads_anything(body: str) -> None:
    said = alone(body).replace("http://www.w3.org/2000/svg", "").replace("http://www.w3.org/1999/xlink", "")
    assert not [sign for sign in ("alert", "example.org", "/etc/", "file:", "other.svg", "animate") if sign in said]


def test_what_refers_to_the_drawing_itself_stays() -> None:
    said = alone('<g id="a"/><use href="#a"/><rect fill="url(#g)" clip-path="url(\'#c\')"/>')
    assert 'xlink:href="#a"' in said
    assert 'fill="url(#g)"' in said
    assert "clip-path" in said


def test_words_after_what_is_taken_out_stay() -> None:
    assert ">one  two three<" in alone("<text>one <script/> two<script/> three</text>")


def test_pictures_are_put_into_the_file_by_the_fetcher() -> None:
    asked: list[str] = []

    def fetch(address: str) -> bytes:
        asked.append(address)
        return png()

    file, lost = svgfile.alone(drawing('<image href="photo.png" width="100" height="50"/>'), PLACE, fetch)
    assert (asked, lost) == (["photo.png"], ())
    assert b'xlink:href="data:image/png;base64,' in file
    assert Image.open(io.BytesIO(svgfile.pixels(file, PLACE))).getbbox()


@pytest.mark.parametrize("data", [b"", b"<svg/>", b"root:x:0:0"])
def test_a_file_that_is_no_picture_is_told_and_left_out(data: bytes) -> None:
    file, lost = svgfile.alone(drawing('<image href="x"/>'), PLACE, lambda _: data)
    assert lost == ("a picture in a drawing",)
    assert b"href=" not in file


def test_the_drawing_itself_is_left_as_it_was() -> None:
    given = drawing('<script/><rect onclick="x"/>')
    svgfile.alone(given, PLACE, nothing)
    assert len(given) == 2
    assert given[1].attrib == {"onclick": "x"}


def test_pixels_are_three_for_each_of_css_and_clear_where_nothing_is_drawn() -> None:
    picture = drawn('<rect width="50" height="50" fill="#c00"/>')
    assert picture.size == (300, 150)
    assert picture.getpixel((75, 75)) == (204, 0, 0, 255)
    assert picture.getpixel((225, 75)) == (0, 0, 0, 0)


def test_a_huge_drawing_has_no_more_pixels_than_a_program_can_bear() -> None:
    assert drawn("<rect/>", Rect.of(0, 0, 8000, 4000)).size == (4000, 2000)


def test_the_renderer_would_load_a_file_that_is_named(tmp_path: Path) -> None:
    """Why the file has to be clean before the renderer sees it."""
    (tmp_path / "secret.png").write_bytes(png())
    named = f'<image href="{tmp_path}/secret.png" width="100" height="50"/>'
    raw = TEXT.format(body=named, more='viewBox="0 0 100 50"').encode()
    assert Image.open(io.BytesIO(svgfile.pixels(raw, PLACE))).getbbox()
    assert not drawn(named).getbbox()


def test_what_cannot_be_drawn_is_refused() -> None:
    with pytest.raises(ValueError, match=r".+"):
        svgfile.pixels(b"<svg", PLACE)


def test_a_picture_is_drawn_once_however_often_it_is_shown(monkeypatch: pytest.MonkeyPatch) -> None:
    draw, widths = resvg_py.svg_to_bytes, []

    def counted(*, width: int, **given: Any) -> Any:
        widths.append(width)
        return draw(width=width, **given)

    monkeypatch.setattr(resvg_py, "svg_to_bytes", counted)
    for rect in (PLACE, Rect.of(30, 40, 100, 50), Rect.of(30, 40, 200, 100)):
        drawn('<path d="M0 0h7v11z" fill="#123456"/>', rect)
    assert widths == [300, 600]
