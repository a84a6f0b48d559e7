"""A template's layouts are found, and slides are measured by what they say."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import hospitals
import pptx
import pytest
from pptx.enum.shapes import PP_PLACEHOLDER

from leafdeck.deck import fit, trace
from leafdeck.errors import LayoutError

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
