# ruff: noqa: E501 - attacks are data
"""Words of content that want to be markup, a template, a script, a link or a formula; and what a web page may hold."""

from __future__ import annotations

import csv
import datetime as dt
import io
import re
import zipfile
from collections.abc import Callable
from html.parser import HTMLParser
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from attacks import CANARY, SVG, Place, addresses, contents
from measured import harmless
from pptx.chart.xlsx import CategoryWorkbookWriter

from leafdeck import web
from leafdeck.brand import css
from leafdeck.build import build
from leafdeck.deck import chartbook
from leafdeck.deck.chart import ChartData, Series
from leafdeck.formats import FORMATS
from leafdeck.guide.inline import to_html
from leafdeck.markup import Markup
from leafdeck.order import Built, Order, Product
from leafdeck.overview import Row
from leafdeck.overviewreport import as_csv
from leafdeck.resources import package_data
from leafdeck.typeset import ProjectFetcher

if TYPE_CHECKING:
    from conftest import Outcome

TODAY = dt.date(2026, 11, 24)
WORDS = [
    "{{ 7 * 7191 }}",
    "{% include '../../outside/secret.txt' %}",
    "{{ guide.__class__.__mro__ }}",
    "{{ cycler.__init__.__globals__.os.popen('id').read() }}",
    "${7*7191} #{7*7191} <%= 7*7191 %>",
    "\\<script>fetch('WEB/a')\\</script>",
    "\\<img src=x onerror=\"fetch('WEB/a')\">",
    "\\<svg/onload=fetch('WEB/a')>",
    "\\<iframe src='WEB/a'>\\</iframe>",
    "\\<link rel=attachment href='FILE/secret.txt'>",
    "\\<!--\\<!DOCTYPE a [\\<!ENTITY b SYSTEM 'FILE/secret.txt'>]>-->&b;",
    "]]> \\</a:t>\\</a:r> &#60;script&#62; &lt;script&gt;",
    "\\</title>\\</style>\\</textarea>\\<script src='WEB/a.js'>",
    '" onmouseover="fetch(1)" x="',
    "' style='background: url(WEB/a.png)' x='",
    "@import url(WEB/a.css); url(FILE/secret.css)",
    "expression(alert(1)) -moz-binding: url(WEB/a)",
    "=HYPERLINK(\"WEB/a\"; 1) +cmd|' /C calc'!A0",
    "Zalgo a\u0300\u0301\u0302\u0303\u0304\u0305\u0306\u0307 \u200b\u200d\u2060",
    "https://a.example/" + "x" * 300,
]
PRODUCT = str(7 * 7191)


class Tags(HTMLParser):
    """Notes what a page would load or run."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.found: list[str] = []
        self.feed(text)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag in {"script", "iframe", "object", "embed", "base", "link"}:
            self.found.append(tag)
        for name, value in attrs:
            if name.startswith("on") or (name in {"src", "srcset", "data"} and not (value or "").startswith("data:")):
                self.found.append(f"{tag} {name}")
            if name == "href" and not re.match(r"(https?://|mailto:|tel:|#|data:)", value or ""):
                self.found.append(f"{tag} {value}")


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> tuple[Place, Built]:
    """One guide with all of these words in every kind of place, built as leaflet, web page, text, deck and handout."""
    folder = tmp_path_factory.mktemp("words")
    project, outside = folder / "project", folder / "outside"
    project.mkdir()
    outside.mkdir()
    (outside / "secret.txt").write_text(CANARY, encoding="utf-8")
    place = Place(project, outside, "http://127.0.0.1:9")
    (project / "a.svg").write_text(
        SVG.format("<rect width='9' height='9' onload='a()'/><script>a()</script><text>a</text>"), encoding="utf-8"
    )

    def quoted(text: str) -> str:
        return "'" + place.filled(text).replace("'", "''") + "'"

    plain = [text.replace("\\<", "<") for text in WORDS if not re.search(r"<(iframe|a|img|script)", text)]
    texts = "\n\n".join(place.filled(text) for text in WORDS)
    content = (
        "schema: 1\nguide:\n  id: small\n  type: general\n"
        f"  title: {quoted(plain[0])}\n  audience: {quoted(plain[1])}\n"
        "  version: '1.0'\n  published: 2026-11-01\n  review_by: 2029-11-01\n"
        f"  authors: [{{name: {quoted(plain[2])}}}]\n  funding: {quoted(plain[3])}\n  conflicts: None.\n"
        f"organisation:\n  name: {quoted(plain[4])}\n  feedback: Tell us.\n  other_formats: Ask us.\n"
        f"summary: {quoted(WORDS[0])}\nsections:\n"
        "  - kind: text\n    title: Words\n    text: " + quoted_block(texts) + "\n"
        "  - {kind: figure, title: A drawing, image: a.svg, alt: '\"><script>a()</script>'}\n"
        "more_information:\n  - {title: An example, url: 'https://a.example/\"onclick=a()'}\n"
        "disclaimer: It does not replace advice.\n"
    )
    (project / "content.yaml").write_text(content, encoding="utf-8")
    forms = tuple(form for form in FORMATS if form.name in {"a4", "web", "text"})
    order = Order(
        project / "content.yaml", project / "output", TODAY,
        products=(Product.LEAFLET, Product.SLIDES), formats=forms, side_by_side=False,
    )  # fmt: skip
    return place, build(order)


def quoted_block(text: str) -> str:
    return '"' + text.replace("\\", "\\\\").replace('"', '\\"').replace("\n", "\\n") + '"'


@pytest.mark.slow
def test_nothing_of_the_words_came_alive(made: tuple[Place, Built]) -> None:
    place, built = made
    assert {file.suffix for file in built.files} == {".pdf", ".html", ".txt", ".pptx"}
    for file in built.files:
        whole = b"\n".join(contents(file))
        assert CANARY.encode() not in whole, file.name
        assert PRODUCT.encode() not in whole, file.name
        if file.suffix == ".pdf":
            assert not re.search(rb"/(JavaScript|JS|Launch|EmbeddedFile|SubmitForm|GoToR|RichMedia)\b", whole)
            assert b"file:///" not in whole
    assert not any(place.outside.glob("*.pdf"))


@pytest.mark.slow
def test_the_web_page_holds_nothing_that_runs_or_loads(made: tuple[Place, Built]) -> None:
    page = next(file for file in made[1].files if file.suffix == ".html").read_text(encoding="utf-8")
    assert Tags(page).found == []
    assert "default-src 'none'" in page


@pytest.mark.slow
def test_the_deck_asks_for_nothing(made: tuple[Place, Built]) -> None:
    deck = next(file for file in made[1].files if file.suffix == ".pptx")
    assert addresses(deck) == set()
    with zipfile.ZipFile(deck) as package:
        assert not [name for name in package.namelist() if "vba" in name.lower() or "activeX" in name]
        for name in package.namelist():
            if name.endswith(".svg"):
                assert b"onload" not in package.read(name)
                assert b"script" not in package.read(name)


LINKS = [
    "javascript:alert(1)", "JaVaScRiPt:alert(1)", "java\tscript:alert(1)", "&#106;avascript:alert(1)", "vbscript:msgbox(1)",
    "data:text/html,<script>alert(1)</script>", "data:text/html;base64,PHNjcmlwdD4=", "file:///etc/passwd", "FILE:///etc/passwd",
    "\\\\host\\share\\a", "//host/share/a", "smb://host/a", "ftp://host/a", "ms-word:ofe|u|http://a/b", "about:blank",
    "blob:http://a/b", "view-source:http://a", "ldap://a/b", "ws://a/b", "/etc/passwd", "../outside/secret.txt", "intent://a#Intent;end",
]  # fmt: skip


@pytest.mark.parametrize("address", LINKS)
def test_a_link_of_another_kind_stays_words(address: str) -> None:
    made = to_html(f"[words]({address}) <{address}>", cite=lambda _: "", block=True)
    assert "<a" not in made
    assert "<script" not in made


@pytest.fixture
def alone(place: Place) -> Callable[[str], str]:
    brand = css.load([package_data() / "styles" / "brand.css"])
    (place.project / "a.svg").write_text(SVG.format("<rect width='9' height='9'/>"), encoding="utf-8")

    def run(body: str) -> str:
        html = f'<!doctype html><html lang="en"><body>{place.filled(body)}</body></html>'
        base = place.project.as_uri() + "/"
        found = harmless(lambda: web.alone(Markup(html, base), brand, ProjectFetcher((place.project,)).read))
        return found.refused or found.value

    return run


PAGES = [
    "<script>a()</script>", "<script src='WEB/a.js'></script>", "<SCRIPT >a()</SCRIPT>", "<svg><script>a()</script></svg>",
    "<img src=a.svg alt=a onerror='a()'>", "<body onload='a()'>", "<svg onload='a()'></svg>", "<details ontoggle=a()>a</details>",
    "<p/onclick=a()>a", "<input onfocus=a() autofocus>", "<a href='javascript:a()'>a</a>", "<a href=' jAvAsCrIpT:a()'>a</a>",
    "<a href='java&#9;script:a()'>a</a>", "<a href='vbscript:a'>a</a>", "<a href='data:text/html,a'>a</a>",
    "<a href='file:///etc/passwd'>a</a>", "<a href='FILE/secret.txt'>a</a>", "<a href='//HOST/a'>a</a>", "<a href='\\\\host\\a'>a</a>",
    "<svg><a xlink:href='javascript:a()'><text>a</text></a></svg>", "<iframe src='WEB/a'></iframe>", "<iframe srcdoc='<p>a'></iframe>",
    "<object data='WEB/a'></object>", "<embed src='WEB/a'>", "<base href='WEB/'>", "<meta http-equiv=refresh content='0;WEB/'>",
    "<img src='WEB/a.png' alt=a>", "<img src='FILE/secret.svg' alt=a>", "<img src='link.svg' alt=a>", "<video poster='WEB/a.png'></video>",
    "<p background='WEB/a.png'>a", "<form action='WEB/a'><button>a</button></form>", "<button formaction='WEB/a'>a</button>",
    "<a href='https://a.example/' ping='WEB/a'>a</a>", "<input type=image src='WEB/a.png'>", "<svg><image href='WEB/a.png'/></svg>",
    "<svg><use href='WEB/a.svg#a'/></svg>", "<svg><use xlink:href='a.svg#a'/></svg>", "<p style='background: url(WEB/a.png)'>a",
    "<p style='background: \\75rl(WEB/a.png)'>a", "<style>p { background: url(WEB/a.png) }</style>", "<style>@import 'WEB/a.css';</style>",
    "<style>@import url(FILE/secret.css);</style>", "<style>@import url(link.css);</style>",
    "<style>p { background: image-set('WEB/a.png' 1x) }</style>", "<style>p { background: -webkit-image-set('WEB/a.png' 1x) }</style>",
    "<style>p { background: src('WEB/a.png') }</style>", "<style>p { --a: url(WEB/a.png) }</style>",
    "<style>@font-face { font-family: x; src: url(WEB/a.woff2) } p { font-family: x }</style>",
    "<link rel=stylesheet href='WEB/a.css'>", "<link rel=icon href='WEB/a.png'>", "<link rel=preload href='WEB/a.js'>",
    "<link rel=stylesheet href='link.css'>",
]  # fmt: skip


@pytest.mark.parametrize("body", PAGES)
def test_a_web_page_with_what_runs_or_loads_is_refused(alone: Callable[[str], str], body: str) -> None:
    said = alone(body)
    assert "web page" in said.partition("\n")[0]
    assert not said.startswith("<")
    assert CANARY not in said


@pytest.mark.parametrize("body", ["<a href='https://a.example/'>a</a>", "<a href='mailto:a@b.example'>a</a>", "<a href='tel:1'>a</a>",
                                  "<a href='#a'>a</a>", "<svg><use href='#a'/></svg>", "<img src='a.svg' alt=a>"])  # fmt: skip
def test_a_web_page_with_links_is_fine(alone: Callable[[str], str], body: str) -> None:
    assert alone(body).startswith("<!doctype html>")


CELLS = [
    "=1+1", "+1", "-1", "@SUM(A1)", "\t=1", " =1", "=cmd|' /C calc'!A0", '=HYPERLINK("http://a")', "\uff1d1", "\uff0b1", "a;=1", "a; =1",
    'a";=1', "a\t=1", "a|@b", "-2+3+cmd|' /C calc'!A0", "{=1}", '=DDE("a")',
]  # fmt: skip


@pytest.mark.parametrize("cell", CELLS)
def test_no_cell_of_the_overview_is_a_formula(cell: str) -> None:
    row = Row(Path("a.yaml"), id="a", title=cell, owner=cell, version="1", status="draft", review_by=TODAY, days=1)
    text = as_csv([row])
    for sign in (",", ";", "\t", "|"):
        for found in csv.reader(io.StringIO(text), delimiter=sign):
            assert not [each for each in found if re.match(r"[ \"']*[=+@\uff1d\uff0b]", each) and "'" not in each[:3]]


@pytest.mark.parametrize("cell", [*CELLS[:4], "{=1}", "http://a.example", "https://a.example", "ftp://a.example", "mailto:a@b.example",
                                  "internal:Sheet1!A1", "external:\\\\host\\share\\a.xlsx", "file://///host/share/a"])  # fmt: skip
def test_no_cell_of_a_charts_workbook_is_a_formula_or_a_link(cell: str) -> None:
    data = ChartData("bar", (cell, "b"), (Series(cell, (1.0, 2.0)),))
    with zipfile.ZipFile(io.BytesIO(CategoryWorkbookWriter(chartbook.values(data)).xlsx_blob)) as book:  # type: ignore[no-untyped-call]
        sheet = book.read("xl/worksheets/sheet1.xml")
        assert b"<f>" not in sheet
        assert b"<hyperlink" not in sheet
        assert not [name for name in book.namelist() if "externalLink" in name or "worksheets/_rels" in name]


@pytest.mark.parametrize("sign", ["\x1b]0;a\x07", "\x1b[2J", "\x9b2J", "\u202e", "\x08"])
def test_a_message_does_not_move_the_terminal(place: Place, leafdeck: Callable[..., Outcome], sign: str) -> None:
    (place.project / "own.css").write_text(f":root {{\n  --brand-ink: 'a{sign}b';\n}}\n", encoding="utf-8")
    outcome = leafdeck("build", "--brand", "own.css")
    assert outcome.code == 5
    assert "own.css:2:3" in outcome.err
    assert sign[0] not in outcome.err
