"""The finished deck of the real guide says what the guide says, in its language and in the brand's colours."""

from __future__ import annotations

import re
import zipfile
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pptx
import pytest
from decks import alt, everything, is_decorative, kind
from pptx.enum.shapes import MSO_SHAPE_TYPE, PP_PLACEHOLDER
from pptx.oxml.ns import qn

from leafdeck.guide import source
from leafdeck.guide.model import Guide

if TYPE_CHECKING:
    from conftest import RealOutputs

pytestmark = pytest.mark.slow

ROOT = Path(__file__).resolve().parents[2]
FULL_BLEED = ("Title Slide", "Closing")
"""Layouts without a footer: they say what it would say in larger type, or nothing."""
COLORS = {
    "dk1": "ink",
    "lt1": "page",
    "accent1": "primary",
    "accent2": "accent",
    "accent3": "emergency",
    "accent4": "urgent",
}


@pytest.fixture(scope="module")
def prs(built: RealOutputs) -> Any:
    return pptx.Presentation(str(built.slides))


@pytest.fixture(scope="module")
def guide() -> Guide:
    return source.load(ROOT / "content.yaml").guide


@pytest.fixture(scope="module")
def brand() -> dict[str, str]:
    """The brand's colours by name, as rrggbb."""
    css = (ROOT / "styles" / "brand.css").read_text(encoding="utf-8")
    return dict(re.findall(r"--brand-(\w+): #([0-9a-f]{6});", css))


def test_all_text_names_its_language(prs: Any, guide: Guide) -> None:
    pages = [*prs.slides, *(slide.notes_slide for slide in prs.slides if slide.has_notes_slide)]
    for page in pages:
        for paragraph in page.element.iter(qn("a:p")):
            marks = [*paragraph.iter(qn("a:rPr")), paragraph.find(qn("a:endParaRPr"))]
            assert {mark.get("lang") for mark in marks} == {guide.guide.language}
            runs = [node for node in paragraph if node.tag in {qn("a:r"), qn("a:fld"), qn("a:br")}]
            assert len(runs) == len(marks) - 1


def test_slides_are_numbered_and_a_draft_says_that_it_is_one(prs: Any, guide: Guide) -> None:
    draft = guide.guide.status == "draft"
    for number, slide in enumerate(prs.slides, 1):
        if slide.slide_layout.name in FULL_BLEED:
            continue
        by_kind = {kind(placeholder): placeholder for placeholder in slide.placeholders}
        field = by_kind[PP_PLACEHOLDER.SLIDE_NUMBER].element.xpath(".//a:fld[@type='slidenum']/a:t")
        assert [node.text for node in field] == [str(number)]
        assert ("Draft" in by_kind[PP_PLACEHOLDER.FOOTER].text_frame.text) == draft, number
    title = prs.slides[0].element.xpath("string(.)")
    assert ("Draft" in title) == draft


def test_the_theme_is_the_brand(built: RealOutputs, prs: Any, brand: dict[str, str]) -> None:
    theme = zipfile.ZipFile(built.slides).read("ppt/theme/theme1.xml").decode()
    slots = dict(re.findall(r'<a:(\w+)><a:srgbClr val="([0-9A-F]{6})"/></a:\1>', theme))
    assert {slot: slots[slot].lower() for slot in COLORS} == {slot: brand[name] for slot, name in COLORS.items()}
    fonts = re.findall(r'<a:latin typeface="([^"]+)"', theme)
    assert fonts == ["Atkinson Hyperlegible Next"] * 2
    for number, slide in enumerate(prs.slides, 1):
        literal = {value.lower() for value in slide.element.xpath(".//a:srgbClr/@val")}
        assert literal <= {"000000"}, number  # a QR code is black; all else is a slot's colour or a tint of it
        assert all(face.startswith("+") for face in slide.element.xpath(".//a:latin/@typeface")), number


def test_the_file_says_what_it_is(prs: Any, guide: Guide) -> None:
    core = prs.core_properties
    assert core.title == guide.guide.title
    assert core.language == guide.guide.language
    assert core.author == ", ".join(person.name for person in guide.guide.authors)
    assert core.subject == guide.guide.subtitle
    assert core.keywords == ", ".join(guide.guide.keywords)
    assert core.created.date() == core.modified.date() == guide.guide.published


def test_the_agenda_leads_to_the_slides(prs: Any, guide: Guide) -> None:
    agenda = next(slide for slide in prs.slides if slide.slide_layout.name == "Agenda")
    jumps = {
        run.find(qn("a:t")).text: run.find(qn("a:rPr")).find(qn("a:hlinkClick"))
        for run in agenda.element.iter(qn("a:r"))
        if run.find(qn("a:rPr")).find(qn("a:hlinkClick")) is not None
    }
    parts = [section for section in guide.sections if section.kind not in {"urgent", "chart", "risk"}]
    assert len(jumps) == len(parts) + 1
    for section in parts:
        link = jumps[section.title]
        assert link.get("action") == "ppaction://hlinksldjump"
        slide = agenda.part.related_part(link.get(qn("r:id"))).slide
        title = slide.shapes.title.text_frame.text.replace("\xa0", " ")
        assert title.startswith(section.message or section.title)


def plain(text: str) -> str:
    return text.replace("\N{NO-BREAK SPACE}", " ")


def test_the_chart_is_native_and_holds_the_guide_s_numbers(prs: Any, guide: Guide) -> None:
    wanted = [section for section in guide.sections if section.kind == "chart"]
    found = [(slide, shape) for _, slide, shape in everything(prs) if getattr(shape, "has_chart", False)]
    assert len(found) == len(wanted) == 1
    for (slide, frame), section in zip(found, wanted, strict=True):
        plot = frame.chart.plots[0]
        assert tuple(plot.categories) == section.categories
        assert [tuple(one.values) for one in plot.series] == [one.values for one in section.series]
        assert plain(slide.shapes.title.text_frame.text) == section.message
        for name, value in zip(section.categories, section.series[0].values, strict=True):
            assert f"{name}: {value:g}" in plain(alt(frame))
            assert f"{name}: {value:g}" in plain(slide.notes_slide.notes_text_frame.text)


def test_the_risk_is_two_groups_of_one_shape_for_each_person(prs: Any, guide: Guide) -> None:
    (section,) = (section for section in guide.sections if section.kind == "risk")
    (slide,) = (slide for slide in prs.slides if plain(slide.shapes.title.text_frame.text) == section.message)
    (people,) = (s for s in slide.shapes if s.shape_type == MSO_SHAPE_TYPE.GROUP)
    assert "Up to 10 out of 100 people" in plain(alt(people))
    assert [(half.name, len(half.shapes)) for half in people.shapes] == [
        ("Up to 10", 10),
        ("The other 90 or more", section.of - 10),
    ]
    fills = [
        {val for shape in half.shapes for val in shape.element.xpath("./p:spPr/a:solidFill/a:schemeClr/@val")}
        for half in people.shapes
    ]
    assert fills == [{"accent1"}, {"bg1"}]
    assert all(is_decorative(inner) for half in people.shapes for inner in (half, *half.shapes))
