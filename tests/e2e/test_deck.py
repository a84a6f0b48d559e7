"""The finished deck of the real guide: sound, native, readable by everyone, and ready for a presenter to edit."""

from __future__ import annotations

import re
import zipfile
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pptx
import pytest
from accessible import findings
from decks import alt, everything, is_decorative, kind
from openxml_audit import FileFormat, OpenXmlValidator
from pptx.enum.shapes import MSO_SHAPE_TYPE, PP_PLACEHOLDER
from pptx.oxml.ns import qn

if TYPE_CHECKING:
    from conftest import RealOutputs

pytestmark = pytest.mark.slow

FOOT = (PP_PLACEHOLDER.DATE, PP_PLACEHOLDER.FOOTER, PP_PLACEHOLDER.SLIDE_NUMBER)
TITLES = (PP_PLACEHOLDER.TITLE, PP_PLACEHOLDER.CENTER_TITLE)


@pytest.fixture(scope="module")
def prs(built: RealOutputs) -> Any:
    return pptx.Presentation(str(built.slides))


def sizes(slide: Any, shape: Any) -> Iterator[tuple[str, float]]:
    """Each run's words and size in points, its own or that of its layout's placeholder."""
    styles = None
    if shape.is_placeholder:
        base = slide.slide_layout.placeholders.get(shape.placeholder_format.idx)
        styles = base.element.find(qn("p:txBody")).find(qn("a:lstStyle"))
    for paragraph in shape.element.iter(qn("a:p")):
        properties = paragraph.find(qn("a:pPr"))
        level = int(properties.get("lvl", "0")) if properties is not None else 0
        for run in (node for node in paragraph if node.tag in {qn("a:r"), qn("a:fld")}):
            size = run.find(qn("a:rPr")).get("sz")
            if size is None:
                assert styles is not None, run.find(qn("a:t")).text
                size = styles.find(qn(f"a:lvl{level + 1}pPr")).find(qn("a:defRPr")).get("sz")
            yield run.find(qn("a:t")).text, int(size) / 100


def errors(path: Path) -> list[str]:
    result = OpenXmlValidator(file_format=FileFormat.MICROSOFT_365).validate(path)
    return [str(error) for error in result.errors]


def test_the_file_is_sound(built: RealOutputs) -> None:
    assert errors(built.slides) == []


def test_layouts_have_the_placeholders_that_powerpoints_own_have(prs: Any) -> None:
    """Content takes a table, a chart or a picture too; a heading and a section's words are text alone."""
    text, content = PP_PLACEHOLDER.BODY, PP_PLACEHOLDER.OBJECT
    inside = {
        layout.name: [kind(one) for one in layout.placeholders if kind(one) not in {*FOOT, *TITLES}]
        for layout in prs.slide_layouts
    }
    assert inside["Title and Content"] == [content]
    assert inside["Two Content"] == [content, content]
    assert inside["Comparison"] == [text, content, text, content]
    assert inside["Section Header"] == [text]
    assert inside["Title Slide"] == [PP_PLACEHOLDER.SUBTITLE]
    assert inside["Title Only"] == inside["Blank"] == inside["Closing"] == []


def test_it_stays_sound_when_a_presenter_adds_a_slide_of_each_layout(built: RealOutputs, tmp_path: Path) -> None:
    prs = pptx.Presentation(str(built.slides))
    names = [layout.name for layout in prs.slide_layouts]
    usual = {"Title Slide", "Title and Content", "Two Content", "Comparison", "Section Header", "Title Only", "Blank"}
    assert {*usual, "Closing"} <= set(names)
    known = len(prs.slides)
    for layout in prs.slide_layouts:
        slide = prs.slides.add_slide(layout)
        for placeholder in slide.placeholders:
            placeholder.text_frame.text = f"New {layout.name}"
            first = next(sizes(slide, with_languages(placeholder)))
            assert first[1] >= 18
    sections = [node for node in prs.element.iter() if node.tag.endswith("}sectionLst")]
    for slide in list(prs.slides)[known:]:  # PowerPoint lists a new slide in the section where it is added
        sections[0][-1][0].append(sections[0][-1][0][0].__copy__())
        sections[0][-1][0][-1].set("id", str(slide.slide_id))
    prs.save(str(tmp_path / "more.pptx"))
    assert errors(tmp_path / "more.pptx") == []


def with_languages(shape: Any) -> Any:
    for run in shape.element.iter(qn("a:r")):
        run.get_or_add_rPr().set("lang", "en-GB")
    return shape


def test_our_accessibility_rules_find_nothing(built: RealOutputs) -> None:
    assert findings(built.slides) == []


def test_every_slide_has_a_title_of_its_own_first_in_reading_order(prs: Any) -> None:
    titles = [slide.shapes.title for slide in prs.slides]
    words = [title.text_frame.text.strip() for title in titles]
    assert all(words)
    assert len({word.casefold() for word in words}) == len(words)
    assert all(kind(title) in TITLES for title in titles)
    assert [slide.shapes[0].shape_id for slide in prs.slides] == [title.shape_id for title in titles]


def test_main_text_stands_in_placeholders_and_none_is_left_empty(prs: Any) -> None:
    """A slide fills what its layout asks for, so that "reset slide" brings nothing empty."""
    for number, slide in enumerate(prs.slides, 1):
        asked = {kind(placeholder) for placeholder in slide.slide_layout.placeholders} - set(FOOT)
        assert {kind(placeholder) for placeholder in slide.placeholders} - set(FOOT) == asked, number
        assert all(placeholder.text_frame.text.strip() for placeholder in slide.placeholders), number
    bodies = [shape for _, _, shape in everything(prs) if kind(shape) == PP_PLACEHOLDER.OBJECT]
    assert len(bodies) >= 10


def test_bullets_are_real(prs: Any) -> None:
    for number, _, shape in everything(prs):
        for paragraph in shape.element.iter(qn("a:p")):
            assert not re.match(r"\s*[•◦▪\u2013-]\s", "".join(paragraph.itertext())), number
    shown = [shape for _, _, shape in everything(prs) if kind(shape) == PP_PLACEHOLDER.OBJECT]
    listed = [p for shape in shown for p in shape.element.iter(qn("a:p")) if not p.findall(f".//{qn('a:buNone')}")]
    assert len(listed) >= 20


def test_everything_has_words_or_is_marked_as_decoration(prs: Any) -> None:
    for number, _, shape in everything(prs):
        if not shape.element.xpath("./p:txBody//a:t"):
            assert bool(alt(shape)) != is_decorative(shape), (number, shape.name)
        else:
            assert not is_decorative(shape), (number, shape.name)


def test_tables_are_native_with_header_rows(prs: Any) -> None:
    tables = [(number, shape.table) for number, _, shape in everything(prs) if getattr(shape, "has_table", False)]
    assert len(tables) >= 3
    for number, table in tables:
        assert table.first_row, number
        assert all(cell.text_frame.text.strip() for cell in table.rows[0].cells), number
        assert not any(cell.is_merge_origin or cell.is_spanned for cell in table.iter_cells()), number


def test_text_is_large_enough(prs: Any) -> None:
    """Where numbers come from may stand below them in the footer's size; the notes say it again."""
    small = []
    for number, slide, shape in everything(prs):
        least = 10 if kind(shape) in FOOT else 14 if getattr(shape, "has_table", False) else 18
        if shape.shape_type != MSO_SHAPE_TYPE.GROUP:
            found = [(words, size) for words, size in sizes(slide, shape) if size < least]
            small += [(number, size, words) for words, size in found if size < 12 or not words.startswith("Source: ")]
    assert small == []


def test_everything_stands_within_its_slide(prs: Any) -> None:
    outside = [
        (number, shape.name)
        for number, _, shape in everything(prs)
        if shape.left < 0
        or shape.top < 0
        or shape.left + shape.width > prs.slide_width
        or shape.top + shape.height > prs.slide_height
    ]
    assert outside == []


def test_no_slide_is_a_picture(prs: Any) -> None:
    for number, slide, shape in everything(prs):
        assert slide.element.xpath("./p:cSld/p:bg//a:blip") == []
        assert shape.element.xpath("./p:spPr/a:blipFill") == []
        if shape.shape_type == MSO_SHAPE_TYPE.PICTURE:
            assert shape.width * shape.height < 0.5 * prs.slide_width * prs.slide_height, number


def test_every_slide_has_notes(prs: Any) -> None:
    for number, slide in enumerate(prs.slides, 1):
        assert slide.has_notes_slide, number
        assert len(slide.notes_slide.notes_text_frame.text.split()) >= 5, number


def test_sections_hold_every_slide_once_in_order(prs: Any) -> None:
    ids = [int(node.get("id")) for node in prs.element.iter() if node.tag.endswith("main}sldId") and "2010" in node.tag]
    assert ids == [slide.slide_id for slide in prs.slides]
    names = [node.get("name") for node in prs.element.iter() if node.tag.endswith("}section")]
    assert len(names) == len(set(names)) >= 5


def test_links_are_live_and_lead_to_the_web_or_to_slides(built: RealOutputs) -> None:
    with zipfile.ZipFile(built.slides) as package:
        names = [name for name in package.namelist() if re.fullmatch(r"ppt/slides/_rels/slide\d+\.xml\.rels", name)]
        outside = re.findall(
            r'Target="([^"]+)" TargetMode="External"', "".join(package.read(n).decode() for n in names)
        )
    assert outside
    assert all(re.match(r"(https://|tel:|mailto:)", target) for target in outside)
