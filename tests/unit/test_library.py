"""The deck engine by itself: HTML and CSS to a PowerPoint file, as docs/library.md shows it."""

from __future__ import annotations

import datetime as dt
import io
import logging
import re
import zipfile
from pathlib import Path
from typing import Any

import pptx
import pytest
from openxml_audit import FileFormat, OpenXmlValidator

from leafdeck import deck
from leafdeck.deck.model import SLOTS

DOCS = Path(__file__).resolve().parents[2] / "docs" / "library.md"
PAGE = """@page { size: 960px 540px; margin: 40px; background: #fffdf7 }
section { break-before: page } .notes { display: none }"""
TWO = """<!doctype html><html lang="de"><title>Zwei</title><meta name="dcterms.created" content="2026-11-23">
<section id="a"><h1 style="color: #0b4f5c; font-family: Liberation Serif">Eins</h1><p>Worte</p>
<aside class="notes"><p>Sagen.</p></aside></section>
<section id="b"><h1 style="color: #0b4f5c; font-family: Liberation Serif">Zwei</h1>
<p style="background: #e8eef0">Mehr <a href="#a">Worte</a></p></section>"""


def opened(data: bytes) -> Any:
    return pptx.Presentation(io.BytesIO(data))


def slots(data: bytes) -> dict[str, str]:
    theme = zipfile.ZipFile(io.BytesIO(data)).read("ppt/theme/theme1.xml").decode()
    return dict(re.findall(r'<a:(\w+)><a:srgbClr val="([0-9A-F]{6})"/></a:\1>', theme))


def test_the_example_of_the_docs_runs(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    blocks = dict(re.findall(r"```(\w+)\n(.*?)```", DOCS.read_text(encoding="utf-8"), re.DOTALL))
    monkeypatch.chdir(tmp_path)
    Path("slides.html").write_text(blocks["html"], encoding="utf-8")
    Path("house.css").write_text("p { color: #222222 }", encoding="utf-8")
    exec(compile(blocks["python"], "library.md", "exec"), {})  # noqa: S102 - our own page
    assert len([line for line in blocks["python"].splitlines() if line.strip()]) <= 10
    made = pptx.Presentation("slides.pptx")
    assert [slide.shapes.title.text_frame.text for slide in made.slides] == [
        "Iron carries oxygen",
        "Beans, meat and greens have iron",
    ]
    assert made.core_properties.title == "Iron"
    jump = made.slides[0].placeholders[1].element.xpath(".//a:hlinkClick/@action")
    assert jump == ["ppaction://hlinksldjump"]
    assert made.slides[0].notes_slide.notes_text_frame.text == "Ask who takes iron now."
    assert "Vitamin C helps" in made.slides[1].shapes[1].text_frame.text
    audit = OpenXmlValidator(file_format=FileFormat.MICROSOFT_365).validate(Path("slides.pptx"))
    assert [str(error) for error in audit.errors] == []


def test_every_page_is_a_slide_and_the_same_input_gives_the_same_bytes() -> None:
    data, notices = deck.convert(TWO, [PAGE])
    made = opened(data)
    assert (made.slide_width, made.slide_height) == (960 * 9525, 540 * 9525)
    assert len(made.slides) == 2
    assert notices == ()
    assert deck.from_html(TWO, [PAGE]) == data


def test_the_file_says_what_the_html_says_of_itself() -> None:
    core = opened(deck.from_html(TWO, [PAGE])).core_properties
    assert (core.title, core.language) == ("Zwei", "de")
    assert core.created.date() == dt.date(2026, 11, 23)
    undated = TWO.replace("2026-11-23", "soon").replace(' lang="de"', "")
    core = opened(deck.from_html(undated, [PAGE])).core_properties
    assert (core.language, core.created.date()) == ("en", dt.date(1980, 1, 1))


def test_the_theme_is_what_the_slides_use_most() -> None:
    data = deck.from_html(TWO, [PAGE, "p { font-family: Liberation Sans; color: #112233 } a { color: #aa0000 }"])
    found = slots(data)
    assert set(SLOTS) == set(found)
    assert (found["dk1"], found["lt1"], found["accent1"], found["dk2"]) == ("112233", "FFFDF7", "0B4F5C", "0B4F5C")
    assert found["hlink"] == "AA0000"
    assert {"E8EEF0", "AA0000"} <= {found[f"accent{number}"] for number in range(1, 7)}
    theme = zipfile.ZipFile(io.BytesIO(data)).read("ppt/theme/theme1.xml").decode()
    assert re.findall(r'<a:latin typeface="([^"]+)"', theme) == ["Liberation Serif", "Liberation Sans"]
    for slide in opened(data).slides:
        assert slide.element.xpath(".//a:srgbClr") == []


def test_a_theme_of_ones_own_wins() -> None:
    own = deck.Theme(dict.fromkeys(SLOTS, "123456"), "Some Serif", "Some Sans")
    info = deck.DeckInfo("Mine", "en-GB", dt.date(2026, 1, 2), own)
    data = deck.from_html(TWO, [PAGE], info=info)
    assert set(slots(data).values()) == {"123456"}
    assert opened(data).core_properties.title == "Mine"


def test_files_are_read_from_their_own_place_and_base_url(tmp_path: Path) -> None:
    (tmp_path / "css").mkdir()
    (tmp_path / "css" / "a.css").write_text('@import "b.css";', encoding="utf-8")
    (tmp_path / "css" / "b.css").write_text(PAGE, encoding="utf-8")
    data = deck.from_html(TWO, [tmp_path / "css" / "a.css"])
    assert opened(data).slide_width == 960 * 9525
    linked = '<link rel="stylesheet" href="css/b.css">' + TWO
    assert opened(deck.from_html(linked, base_url=f"{tmp_path.as_uri()}/")).slide_width == 960 * 9525


def test_nothing_comes_from_a_network(caplog: pytest.LogCaptureFixture) -> None:
    with caplog.at_level(logging.ERROR, "weasyprint"):
        deck.from_html('<link rel="stylesheet" href="https://www.example.org/a.css"><h1>T</h1>')
    assert "https://www.example.org/a.css" in caplog.text


def test_a_cell_without_a_border_beside_one_that_has_one_loses_nothing() -> None:
    css = "table { border-collapse: collapse } td, th { border-bottom: 1px solid #cccccc } thead th { border: none }"
    html = "<section><h1>T</h1><table aria-label=L><thead><tr><th>a<th>b</thead><tbody><tr><td>c<td>d</table>"
    assert deck.convert(html, [PAGE, css])[1] == ()


def test_what_cannot_be_carried_over_is_told() -> None:
    _, notices = deck.convert("<section data-source='here'><p>No title</p></section>")
    assert [(str(notice.where.path), notice.message) for notice in notices] == [("here", "this slide has no title")]
