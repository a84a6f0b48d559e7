"""A template's layouts are found, and slides are measured by what they say."""

from __future__ import annotations

import io
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any

import decks
import hospitals
import pptx
import pytest
from pptx.enum.shapes import PP_PLACEHOLDER

from leafdeck.deck import fit, onto, trace
from leafdeck.deck.paint import Color
from leafdeck.deck.text import Bullet, Para, TextRun
from leafdeck.deck.xml import make, put, qualified
from leafdeck.errors import LayoutError
from leafdeck.units import Emu, Pt

Make = Callable[[Path], Path]


def changed(path: Path, change: Callable[[object], None]) -> Path:
    presentation = pptx.Presentation(str(path))
    change(presentation)
    presentation.save(str(path))
    return path


@pytest.mark.parametrize(
    ("make", "names"),
    [
        (hospitals.riverside, ("Cover", "Heading with text", "Heading alone")),
        (hospitals.nord, ("Titelfolie", "Titel und Inhalt", "Nur Titel")),
    ],
)
@pytest.mark.parametrize("typed", [True, False])
def test_layouts_are_found_by_type_or_else_by_name(
    tmp_path: Path, make: Make, names: tuple[str, str, str], typed: bool
) -> None:
    def untype(presentation: object) -> None:
        for layout in presentation.slide_layouts:  # type: ignore[attr-defined]
            layout.element.attrib.pop("type", None)

    path = make(tmp_path / "corporate.pptx")
    if not typed:
        changed(path, untype)
    stencil = trace.template(path).stencil
    assert (stencil.title.name, stencil.content.name, stencil.plain.name) == names


def test_layouts_that_nothing_names_are_found_by_their_placeholders(tmp_path: Path) -> None:
    def forget(presentation: object) -> None:
        for number, layout in enumerate(presentation.slide_layouts):  # type: ignore[attr-defined]
            layout.element.attrib.pop("type", None)
            layout.name = f"Layout {number}"

    stencil = trace.template(changed(hospitals.nord(tmp_path / "vorlage.pptx"), forget)).stencil
    assert {"title", "body"} <= set(stencil.content.slots)
    assert "title" in stencil.plain.slots


def test_a_slot_says_what_its_layout_or_its_master_says(tmp_path: Path) -> None:
    nord = trace.template(hospitals.nord(tmp_path / "vorlage.potx")).stencil
    title = nord.content.slots["title"]
    x, y, width, height = (length / 9525 for length in (title.box.x, title.box.y, title.box.width, title.box.height))
    assert (x, y, width, height) == hospitals.NORD.title
    assert (title.font, float(title.size), title.color, title.align) == ("Liberation Serif", 44, "2b1a1a", "ctr")
    assert nord.title.slots["title"].color == "fbf6ee"  # the layout's own, over the photograph
    assert set(nord.content.slots) == {"title", "body", "ftr", "sldNum"}


def test_titles_are_made_smaller_where_two_lines_have_no_room(tmp_path: Path) -> None:
    riverside = trace.template(hospitals.riverside(tmp_path / "corporate.potx")).stencil.content.slots["title"]
    assert riverside.size.px > fit.title_size(riverside)
    assert fit.title_size(riverside) * 2 * fit.LEADING <= fit.inner(riverside)[3] + 0.01


def test_the_body_says_which_style_sheets_are_needed(tmp_path: Path) -> None:
    riverside = trace.template(hospitals.riverside(tmp_path / "corporate.potx")).stencil
    nord = trace.template(hospitals.nord(tmp_path / "vorlage.potx")).stencil
    assert fit.sheets(riverside) == ("low",)
    assert fit.sheets(nord) == ("narrow",)
    assert "size: 960.000px 720.000px" in fit.style_sheet(nord)


def test_a_template_without_a_layout_for_text_is_refused(tmp_path: Path) -> None:
    def bare(presentation: object) -> None:
        for layout in list(presentation.slide_layouts):  # type: ignore[attr-defined]
            for shape in list(layout.placeholders):
                if shape.placeholder_format.type in {PP_PLACEHOLDER.OBJECT, PP_PLACEHOLDER.BODY}:
                    shape.element.getparent().remove(shape.element)

    path = changed(hospitals.riverside(tmp_path / "corporate.pptx"), bare)
    with pytest.raises(LayoutError, match="no layout with a title and a body placeholder"):
        trace.template(path)


def test_a_body_without_room_is_refused(tmp_path: Path) -> None:
    def shrink(presentation: object) -> None:
        (body,) = [
            shape
            for shape in presentation.slide_master.placeholders  # type: ignore[attr-defined]
            if shape.placeholder_format.type == PP_PLACEHOLDER.BODY
        ]
        body.height = 914_400

    path = changed(hospitals.riverside(tmp_path / "corporate.pptx"), shrink)
    with pytest.raises(LayoutError, match=r"too small: 12\.2 by 1\.0 inches"):
        trace.template(path)


def body_of(template: trace.Template, *paragraphs: Para) -> Any:
    """Write paragraphs into the body placeholder of a slide on a template, and return it."""
    body = decks.placeholder("body", decks.MIDDLE, *paragraphs)
    data = onto.write(decks.deck(decks.titled("A slide", body)), decks.INFO, template.stencil, template.presentation)
    (slide,) = pptx.Presentation(io.BytesIO(data)).slides
    return next(shape for shape in slide.placeholders if shape.placeholder_format.type == PP_PLACEHOLDER.OBJECT)


def test_a_bodys_text_says_only_what_its_placeholder_does_not(tmp_path: Path) -> None:
    template = trace.template(hospitals.nord(tmp_path / "vorlage.potx"))
    first, second = template.stencil.content.slots["body"].levels[:2]
    assert (first.level, second.level) == (0, 1)
    style = next(run.style for run in first.runs if isinstance(run, TextRun))
    alike = replace(first, runs=(TextRun("As the template", style),), line_spacing=Pt(24))
    other = replace(
        alike, runs=(TextRun("Smaller", replace(style, size=Pt(18), bold=True)),), margin=Emu(0), bullet=None
    )
    same, smaller = body_of(template, alike, other).element.iter(qualified("a:p"))
    assert set(next(same.iter(qualified("a:rPr"))).attrib) == {"lang", "dirty"}
    assert not [*same.iter(qualified("a:solidFill"), qualified("a:latin"), qualified("a:buNone"))]
    assert dict(same.pPr.attrib) == {}
    run = next(smaller.iter(qualified("a:rPr")))
    assert (run.get("sz"), run.get("b")) == ("1800", "1")
    assert smaller.pPr.get("marL") == "0"
    assert [*smaller.iter(qualified("a:buNone"))]


@pytest.mark.parametrize(
    "change",
    [
        lambda level: level.find(qualified("a:defRPr")).set("i", "1"),
        lambda level: level.find(qualified("a:defRPr")).set("cap", "all"),
        lambda level: level.insert(1, make("a:spcAft", make("a:spcPts", val=600))),
        lambda level: level.set("rtl", "1"),
    ],
)
def test_a_level_that_slides_cannot_keep_to_is_left_to_their_own_words(
    tmp_path: Path, change: Callable[[Any], None]
) -> None:
    def restyle(presentation: Any) -> None:
        (style,) = presentation.slide_master.element.iter(qualified("p:bodyStyle"))
        change(style.find(qualified("a:lvl1pPr")))

    template = trace.template(changed(hospitals.nord(tmp_path / "vorlage.pptx"), restyle))
    assert [para.level for para in template.stencil.content.slots["body"].levels] == [1, 2, 3, 4]
    (para,) = body_of(template, decks.para("Text")).element.iter(qualified("a:p"))
    assert next(para.iter(qualified("a:rPr"))).get("sz") == "2000"
    assert [*para.iter(qualified("a:spcAft"))]


def test_a_levels_bullet_and_distances_are_read(tmp_path: Path) -> None:
    def restyle(presentation: Any) -> None:
        (style,) = presentation.slide_master.element.iter(qualified("p:bodyStyle"))
        put(
            style.find(qualified("a:lvl1pPr")),
            make("a:lnSpc", make("a:spcPts", val=2400)),
            make("a:spcBef", make("a:spcPts", val=600)),
            make("a:buClr", make("a:srgbClr", val="AA0000")),
            make("a:buSzPct", val=80000),
            make("a:buFont", typeface="Arial"),
            make("a:buChar", char="•"),
            make("a:defRPr", sz=1800, b=1),
        )

    stencil = trace.template(changed(hospitals.nord(tmp_path / "vorlage.pptx"), restyle)).stencil
    first = stencil.content.slots["body"].levels[0]
    assert (first.line_spacing, first.space_before) == (Pt(24), Pt(6))
    assert first.bullet == Bullet("Arial", Color("aa0000"), 80, "•")
    assert [(run.style.size, run.style.bold) for run in first.runs if isinstance(run, TextRun)] == [(Pt(18), True)]


def test_a_level_whose_numbers_are_none_has_the_usual_ones(tmp_path: Path) -> None:
    def restyle(presentation: Any) -> None:
        (style,) = presentation.slide_master.element.iter(qualified("p:bodyStyle"))
        put(
            style.find(qualified("a:lvl1pPr")),
            make("a:spcBef", make("a:spcPts", val="6pt")),
            make("a:buSzPct", val="100%"),
            make("a:buFont", typeface="Arial"),
            make("a:buChar", char="•"),
            make("a:defRPr", sz="large"),
        )

    stencil = trace.template(changed(hospitals.nord(tmp_path / "vorlage.pptx"), restyle)).stencil
    first = stencil.content.slots["body"].levels[0]
    assert first.bullet is not None
    assert (first.bullet.size, first.space_before) == (100, Pt(0))
    assert [run.style.size for run in first.runs if isinstance(run, TextRun)] == [Pt(18)]
