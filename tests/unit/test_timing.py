"""What appears at a click: from slide HTML to PowerPoint's effects, and in the slides of a guide."""

from __future__ import annotations

import datetime as dt
import io
import shutil
import subprocess
from pathlib import Path
from typing import Any

import pptx
import pytest
from openxml_audit import FileFormat, OpenXmlValidator
from pptx.oxml.ns import qn

from leafdeck import deck
from leafdeck.build import build
from leafdeck.order import Order, Product

PAGE = """@page { size: 960px 540px; margin: 40px } section { break-before: page } p, h1, h2 { margin: 0 }
.card { background: #e8eef0; padding: 20px }"""
SQUARE = '<svg width="40" height="40" viewBox="0 0 9 9" aria-hidden="true"><path d="M0 0h9v9h-9z"/></svg>'
NONE: list[list[str]] = []


def slides(body: str) -> list[Any]:
    return list(pptx.Presentation(io.BytesIO(deck.from_html(body, [PAGE]))).slides)


def clicks(slide: Any) -> list[list[str]]:
    """What appears at each click, by name; the first with the click, the others with the first."""
    names = {str(shape.shape_id): shape.name for shape in slide.shapes}
    found: list[list[str]] = []
    for step in slide.element.iter(qn("p:cTn")):
        kind = step.get("nodeType")
        if kind in {"clickEffect", "withEffect"}:
            assert (step.get("presetID"), step.get("presetClass")) == ("1", "entr")
            name = names[next(step.iter(qn("p:spTgt"))).get("spid")]
            if kind == "clickEffect":
                found.append([])
            found[-1].append(name)
    return found


def test_what_has_a_click_appears_at_it_in_order() -> None:
    (slide,) = slides(
        '<section><h1>T</h1><p data-reveal="2">second</p><p data-reveal="1">first</p><p>there</p></section>'
    )
    assert clicks(slide) == [["first"], ["second"]]


def test_a_deck_shows_everything_at_once_unless_asked() -> None:
    (slide,) = slides('<section><h1>T</h1><p>one</p><div class="card" data-reveal="soon">two</div></section>')
    assert clicks(slide) == NONE
    assert slide.element.find(qn("p:timing")) is None


def test_things_of_one_click_appear_together() -> None:
    (slide,) = slides(
        f'<section><h1>T</h1><div data-reveal="3">{SQUARE}</div><div class="card" data-reveal="3">two</div></section>'
    )
    assert clicks(slide) == [["Icon", "two"]]


def test_a_group_appears_as_a_whole_and_never_in_part() -> None:
    card = '<div class="card" data-group="Card"{}>{}<p{}>words</p></div>'
    whole, parts = (
        slides(f"<section><h1>T</h1>{html}</section>")[0]
        for html in (
            card.format(' data-reveal="1"', SQUARE, ""),
            card.format("", SQUARE, ' data-reveal="1"'),
        )
    )
    assert clicks(whole) == [["Card"]]
    assert clicks(parts) == [["words"]]
    assert "Card" not in [shape.name for shape in parts.shapes]


def test_a_placeholder_and_a_table_can_appear_too() -> None:
    (slide,) = slides(
        '<section data-layout="content"><h1>T</h1><ul data-placeholder="body" data-reveal="1"><li>one</ul>'
        '<div data-reveal="2"><table aria-label="Limits"><tr><th>a<td>b</table></div></section>'
    )
    assert clicks(slide) == [["Body"], ["Limits"]]


def test_a_page_that_goes_on_counts_its_own_clicks() -> None:
    card = '<div class="card" style="height: 300px" data-reveal="{0}">number {0}</div>'
    pages = slides(f"<section><h1>T</h1>{card.format(4)}{card.format(5)}</section>")
    assert [clicks(page) for page in pages] == [[["number 4"]], [["number 5"]]]


def test_shapes_that_hold_text_are_listed_as_built() -> None:
    (slide,) = slides(
        '<section><h1>T</h1><p data-reveal="1">bare</p><div class="card" data-reveal="2">painted</div></section>'
    )
    built = slide.element.findall(f".//{qn('p:bldP')}")
    assert [one.get("animBg") for one in built] == [None, "1"]
    targets = [one.get("spid") for one in slide.element.iter(qn("p:spTgt"))]
    assert [one.get("spid") for one in built] == targets
    assert len({one.get("id") for one in slide.element.iter(qn("p:cTn"))}) == len(list(slide.element.iter(qn("p:cTn"))))


@pytest.mark.slow
def test_pathways_and_answers_of_a_guide_unfold(tmp_path: Path) -> None:
    root = Path(__file__).resolve().parents[2]
    content = (root / "content.yaml").read_text(encoding="utf-8")
    assert "\nslides:\n" in content
    content = content.replace("\nslides:\n", "\nslides:\n  reveal: [vitamin-d, questions]\n")
    (tmp_path / "content.yaml").write_text(content, encoding="utf-8")
    made = build(Order(tmp_path / "content.yaml", tmp_path, dt.date(2026, 11, 24), (Product.SLIDES,), strict=True))
    assert OpenXmlValidator(file_format=FileFormat.MICROSOFT_365).validate(made.files[0]).errors == []
    found = {
        slide.shapes.title.text_frame.text.replace("\xa0", " "): clicks(slide)
        for slide in pptx.Presentation(str(made.files[0])).slides
    }
    unfolding = {title: steps for title, steps in found.items() if steps}
    pathway = unfolding.pop("Low vitamin D can make bones soft and sore")
    assert len(pathway) == 4
    assert [step[0] for step in pathway] == ["leads to"] * 4
    assert pathway[-1][1].startswith("Sore bones")
    assert sum(len(steps) for steps in unfolding.values()) == content.count("- question:")
    assert all(title.startswith("Questions people ask (") for title in unfolding)
    program = shutil.which("soffice")
    assert program
    profile = f"-env:UserInstallation={(tmp_path / 'profile').as_uri()}"
    command = [program, profile, "--headless", "--convert-to", "pdf", "--outdir", str(tmp_path), str(made.files[0])]
    subprocess.run(command, check=True, timeout=240)
    assert (tmp_path / "slides.pdf").stat().st_size > 10_000
