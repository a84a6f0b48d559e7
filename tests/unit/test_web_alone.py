"""A web page is put together so that a browser asks for nothing else; what it cannot hold is told."""

from __future__ import annotations

import base64
import io
import re
from collections.abc import Callable
from pathlib import Path

import pytest
from fontTools.ttLib import TTFont

from leafdeck import web
from leafdeck.brand import css
from leafdeck.errors import LayoutError
from leafdeck.markup import Markup
from leafdeck.resources import package_data
from leafdeck.typeset import ProjectFetcher
from leafdeck.web import font

STYLES = package_data() / "styles"
PIXEL = base64.b64decode(
    "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg=="
)
SVG = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 1 1"><path d="M0 0h1v1z"/></svg>'
Alone = Callable[..., str]


@pytest.fixture
def alone(tmp_path: Path) -> Alone:
    (tmp_path / "a.png").write_bytes(PIXEL)
    (tmp_path / "a b.svg").write_text(SVG, encoding="utf-8")
    brand = css.load([STYLES / "brand.css"])
    fetcher = ProjectFetcher((tmp_path, STYLES))

    def run(html: str, **files: str) -> str:
        for name, text in files.items():
            (tmp_path / name.replace("_", ".")).write_text(text, encoding="utf-8")
        return web.alone(Markup(html, tmp_path.as_uri() + "/"), brand, fetcher.read)

    return run


def held(data: bytes, kind: str) -> str:
    return f"data:{kind};base64,{base64.b64encode(data).decode()}"


def test_a_page_that_holds_all_stays_as_it_is(alone: Alone) -> None:
    page = (
        '<!doctype html>\n<html lang="en"><head><meta charset="utf-8"><title>A &amp; B &#39;</title></head>'
        '<body><svg viewBox="0 0 1 1"><path d="M0 0" /></svg><!-- a --><p title=x>&lt;p&gt; &nbsp;ä'
        '<a href="https://example.org/a?b=1&amp;c=2">there</a> <a href="#here">here</a><br/></p></body></html>'
    )
    assert alone(page) == page.replace("<!-- a -->", "")


@pytest.mark.parametrize(
    ("tag", "kind", "data"),
    [
        ('<img alt="a" src="a.png">', "image/png", PIXEL),
        ("<img alt='a' src='a%20b.svg'>", "image/svg+xml", SVG.encode()),
        ("<img alt=a src=a.png />", "image/png", PIXEL),
        ('<svg viewBox="0 0 1 1"><image href="a.png"/></svg>', "image/png", PIXEL),
        ('<link rel="icon" href="a.png">', "image/png", PIXEL),
        ('<p style="background: url(a.png)">', "image/png", PIXEL),
    ],
)
def test_pictures_are_put_in(alone: Alone, tag: str, kind: str, data: bytes) -> None:
    page = alone(tag)
    assert held(data, kind) in page
    assert "a.png" not in page
    assert ("viewBox" in page) is ("viewBox" in tag)


def test_a_picture_that_is_drawn_at_other_sizes_keeps_the_one(alone: Alone) -> None:
    assert "2x" not in alone('<img alt="a" src="a.png" srcset="a.png 2x">')


def test_style_sheets_are_put_in_with_what_they_name(alone: Alone) -> None:
    page = alone(
        '<link rel="stylesheet" href="one.css"><style>p { background: url("a.png") }</style><style></style>',
        one_css='@charset "utf-8"; @import url(two.css) print; /* a */ b { cursor: url(a.png), auto }',
        two_css='@import "three.css"; c { color: red }',
        three_css="d::after { content: '</style>' }",
    )
    assert page.count("<style>") == page.count("</style>") == 3
    assert "<link" not in page
    assert page.count(held(PIXEL, "image/png")) == 2
    assert re.search(r"@media print \{\s*d::after \{ content: \"<\\/style>\" \}\s*c \{ color: red \}\s*\}", page)
    assert "@import" not in page
    assert "/*" not in page


def test_sheets_that_import_each_other_are_refused(alone: Alone) -> None:
    with pytest.raises(LayoutError, match="import each other without end"):
        alone('<link rel="stylesheet" href="one.css">', one_css="@import 'two.css';", two_css="@import 'one.css';")


def test_fonts_come_with_the_letters_of_the_page_and_their_licence(alone: Alone) -> None:
    page = alone(f'<link rel="stylesheet" href="{(STYLES / "brand.css").as_uri()}"><p>Ab</p>')
    faces = re.findall(r"@font-face \{[^}]*data:font/woff2;base64,([^\"]+)", page)
    assert len(faces) == 2, "no italics where none are asked for"
    cut = TTFont(io.BytesIO(base64.b64decode(faces[0])))
    assert cut.flavor == "woff2"
    letters = set(cut.getBestCmap())
    assert {ord("A"), ord("b")} <= letters
    assert ord("Q") not in letters
    assert "Open Font License" in str(cut["name"].getDebugName(13))
    assert "Atkinson" not in str(cut["name"].getDebugName(1))


def test_only_families_that_are_used_come_along(alone: Alone) -> None:
    file = (STYLES / "fonts" / "AtkinsonHyperlegibleNext-Bold.ttf").as_uri()
    face = f"@font-face {{ font-family: Other; src: url({file}) }}"
    assert "@font-face" not in alone(f"<style>{face}</style>")
    assert "@font-face" in alone(f"<style>{face} h1 {{ font-family: Other, serif }}</style>")
    italic = face.replace("src", "font-style: italic; src") + " h1 { font-family: Other }"
    assert "@font-face" not in alone(f"<style>{italic}</style>")
    assert "@font-face" in alone(f"<style>{italic} i {{ font-style: italic }}</style>")


def test_the_same_font_gives_the_same_bytes() -> None:
    data = (STYLES / "fonts" / "AtkinsonHyperlegibleNext-Regular.ttf").read_bytes()
    assert font.woff2(data, frozenset("abc")) == font.woff2(data, frozenset("cba"))


@pytest.mark.parametrize(
    "tag",
    ['<script src="a.js">', "<script>1</script>", '<iframe src="a.html">', '<base href="/">', '<object data="a.swf">',
     '<video src="a.mp4">', '<meta http-equiv="Refresh" content="0; url=https://a.org">', '<source srcset="a.png">'],
)  # fmt: skip
def test_what_loads_or_runs_is_refused(alone: Alone, tag: str) -> None:
    with pytest.raises(LayoutError, match="the web page may not hold <"):
        alone(f"<p>{tag}</p>")


@pytest.mark.parametrize(
    ("html", "why"),
    [
        ('<img alt="a" src="https://example.org/a.png">', "https://example.org/a.png cannot be put into the web page"),
        ('<img alt="a" src="../../../etc/passwd">', "lies outside the project"),
        ('<img alt="a" src="none.png">', "there is no such file"),
        ("<style>p { background: url(none.png) }</style>", "there is no such file"),
        ('<link rel="stylesheet" href="none.css">', "there is no such file"),
        (
            "<style>@font-face { font-family: A; src: url(a.png) } p { font-family: A }</style>",
            "no font that can be read",
        ),
        ("<style>@import none;</style>", "an @import names no style sheet"),
        ('<p style="background: url(none.png)">', "there is no such file"),
    ],
)
def test_what_is_not_to_be_had_is_told(alone: Alone, html: str, why: str) -> None:
    with pytest.raises(LayoutError, match=re.escape(why)):
        alone(html)


def test_all_that_is_missing_is_told_together(alone: Alone) -> None:
    with pytest.raises(LayoutError) as caught:
        alone('<img alt="a" src="x.png"><img alt="b" src="y.png"><script></script>')
    assert len(caught.value.problems) == 3


@pytest.mark.parametrize(
    ("html", "files", "what_to_do"),
    [
        ('<img alt="a" src="gone.png">', {}, "as PNG, JPEG or SVG"),
        ('<link rel="stylesheet" href="gone.css">', {}, "Keep the style sheet"),
        ("<style>@import 'gone.css';</style>", {}, "Keep the style sheet"),
        ('<link rel="stylesheet" href="a.css">', {"a_css": "@import 'a.css';"}, "@import"),
        (
            '<link rel="stylesheet" href="a.css">',
            {"a_css": "@font-face { font-family: Odd; src: url(a.png) } p { font-family: Odd }"},
            "Keep the font",
        ),
    ],
)
def test_what_to_do_fits_what_is_missing(alone: Alone, html: str, files: dict[str, str], what_to_do: str) -> None:
    with pytest.raises(LayoutError) as caught:
        alone(html, **files)
    (problem,) = caught.value.problems
    assert what_to_do in problem.hint


def test_a_style_sheet_that_cannot_be_put_in_is_named_as_a_file(alone: Alone, tmp_path: Path) -> None:
    with pytest.raises(LayoutError) as caught:
        alone('<link rel="stylesheet" href="a%20b.css">', **{"a b_css": "@import none;"})
    assert caught.value.problems[0].where.file == tmp_path / "a b.css"
