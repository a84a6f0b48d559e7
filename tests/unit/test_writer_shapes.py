"""A Deck's shapes to native ones: groups, pictures, tables, freeforms, links, colours of the theme."""

from __future__ import annotations

import hashlib
import io
import zipfile
from dataclasses import replace
from typing import Any

import pptx
import pytest
from decks import INFO, PRIMARY, THEME, alt, box, deck, is_decorative, named, para, png, sample, titled, written
from lxml import etree
from pptx.enum.shapes import MSO_SHAPE_TYPE
from pptx.oxml.ns import qn
from pptx.oxml.shapes.groupshape import CT_GroupShape

from leafdeck.deck import outline, writer
from leafdeck.deck.model import GroupShape, PictureShape, Shape, TableShape
from leafdeck.deck.text import TextBody


@pytest.fixture(scope="module")
def data() -> bytes:
    return writer.write(sample(), INFO)


@pytest.fixture(scope="module")
def prs(data: bytes) -> Any:
    return pptx.Presentation(io.BytesIO(data))


def test_a_group_holds_its_shapes_in_their_places(prs: Any) -> None:
    card = named(prs.slides[2], "Card")
    assert card.shape_type == MSO_SHAPE_TYPE.GROUP
    assert [shape.name for shape in card.shapes] == ["Panel", "Icon", "Words"]
    place = box(40, 200, 300, 200)
    assert (card.left, card.top, card.width, card.height) == (place.x, place.y, place.width, place.height)
    icon = card.shapes[1]
    assert (icon.left, icon.top) == (50 * 9525, 210 * 9525)


def test_a_vector_picture_is_one_file_in_the_package_with_pixels_beside_it() -> None:
    vector = b'<?xml version="1.0"?><svg xmlns="http://www.w3.org/2000/svg"/>'
    one = PictureShape("Sign", box(10, 10, 20, 20), png(), "image/png", "A sign", vector=vector, alpha=0.5)
    data = writer.write(deck(titled("One", one, one), titled("Two", one)), INFO)
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        files = [name for name in archive.namelist() if name.endswith(".svg")]
        assert len(files) == 1
        assert archive.read(files[0]) == vector
        assert f'PartName="/{files[0]}" ContentType="image/svg+xml"' in archive.read("[Content_Types].xml").decode()
    for slide in pptx.Presentation(io.BytesIO(data)).slides:
        blip = next(slide.element.iter(qn("a:blip")))
        (named,) = blip.iter("{http://schemas.microsoft.com/office/drawing/2016/SVG/main}svgBlip")
        assert slide.part.related_part(named.get(qn("r:embed"))).blob == vector
        assert slide.part.related_part(blip.get(qn("r:embed"))).content_type == "image/png"
        assert [etree.QName(child).localname for child in blip] == ["alphaModFix", "extLst"]


def test_a_group_s_place_is_not_worked_out_anew_for_each_of_its_shapes(monkeypatch: pytest.MonkeyPatch) -> None:
    inner = tuple(Shape("Dot", box(100 + 30 * n, 100 + n, 20, 20), fill=PRIMARY) for n in range(12))
    halves = tuple(outline.group(half, "Half", "") for half in (inner[:4], inner[4:]))
    counted: list[str] = []
    monkeypatch.setattr(CT_GroupShape, "recalculate_extents", lambda element: counted.append(element.tag))
    prs = written(deck(titled("One", outline.group(halves, "All", "Dots"))))
    assert qn("p:grpSp") not in counted
    monkeypatch.undo()
    whole = named(prs.slides[0], "All")
    for group in (*whole.shapes, whole):
        told = etree.tostring(group.element.grpSpPr)
        group.element.recalculate_extents()
        assert etree.tostring(group.element.grpSpPr) == told, "where python-pptx has it too"
    assert [len(half.shapes) for half in whole.shapes] == [4, 8]


def test_what_powerpoint_cannot_group_stands_on_the_slide() -> None:
    table = next(shape for shape in sample().slides[3].shapes if isinstance(shape, TableShape))
    group = GroupShape("Both", table.box, (Shape("Words", table.box, text=TextBody((para("x"),))), table), alt="Both")
    slide = written(deck(titled("One", group))).slides[0]
    assert [shape.shape_type for shape in slide.shapes][1:] == [MSO_SHAPE_TYPE.TEXT_BOX, MSO_SHAPE_TYPE.TABLE]


def test_shapes_are_native(prs: Any) -> None:
    panel, icon, _ = named(prs.slides[2], "Card").shapes
    assert panel.shape_type == MSO_SHAPE_TYPE.AUTO_SHAPE
    assert panel.element.find(qn("p:style")) is None
    assert panel.adjustments[0] == pytest.approx(0.05)
    assert icon.shape_type == MSO_SHAPE_TYPE.FREEFORM
    paths = list(icon.element.iter(qn("a:path")))
    assert [[step.tag.partition("}")[2] for step in path] for path in paths] == [
        ["moveTo", "lnTo", "cubicBezTo", "close"],
        ["moveTo", "lnTo", "lnTo", "close"],
    ]
    assert named(prs.slides[3], "Line").shape_type == MSO_SHAPE_TYPE.LINE


def test_equal_pictures_share_a_part(prs: Any) -> None:
    first, second = (shape for shape in prs.slides[2].shapes if shape.shape_type == MSO_SHAPE_TYPE.PICTURE)
    assert first.image.sha1 == hashlib.sha1(png()).hexdigest()  # noqa: S324 - python-pptx's own fingerprint
    assert first.part.related_part(first.element.blip_rId) is second.part.related_part(second.element.blip_rId)
    assert (first.crop_left, first.crop_bottom, first.crop_right) == (0.25, 0.5, 0)


def test_pictures_and_shapes_have_words_or_are_marked_as_decoration(prs: Any) -> None:
    first, second = (shape for shape in prs.slides[2].shapes if shape.shape_type == MSO_SHAPE_TYPE.PICTURE)
    assert alt(first) == "A red box"
    assert not is_decorative(first)
    assert alt(second) == ""
    assert is_decorative(second)
    card = named(prs.slides[2], "Card")
    assert [is_decorative(shape) for shape in (card, *card.shapes)] == [False, True, False, False]
    assert is_decorative(named(prs.slides[3], "Line"))


def test_a_table_is_native_with_headings_and_no_style_of_its_own(prs: Any) -> None:
    frame = named(prs.slides[3], "Limits")
    table = frame.table
    assert (table.first_row, table.first_col, table.horz_banding) == (True, True, False)
    assert [column.width for column in table.columns] == [2_000_000, 3_715_000]
    assert [row.height for row in table.rows] == [300_000, 557_250]
    assert [cell.text_frame.text for cell in table.iter_cells()] == ["Cell"] * 4
    cell = table.cell(0, 0)
    assert (cell.margin_left, cell.margin_top, cell.margin_right, cell.margin_bottom) == (10, 20, 30, 40)
    assert frame.element.xpath(".//a:tableStyleId")[0].text == "{2D5ABB26-0587-4C30-8999-92F81FD0307C}"
    assert frame.element.xpath(".//a:tr[1]/a:tc[2]/a:tcPr/a:lnT/a:solidFill/a:schemeClr/@val") == ["accent1"]
    assert alt(frame) == "Daily limits"


def test_merged_cells_are_merged() -> None:
    table = next(shape for shape in sample().slides[3].shapes if isinstance(shape, TableShape))
    top, other = table.rows
    merged = replace(table, rows=((replace(top[0], colspan=2), replace(top[1], merged="h")), other))
    made = named(written(deck(titled("One", merged))).slides[0], "Limits").table
    assert made.cell(0, 0).is_merge_origin
    assert made.cell(0, 0).span_width == 2
    assert made.cell(0, 1).is_spanned


def test_links_lead_to_the_web_or_to_a_slide_and_nowhere_else(prs: Any) -> None:
    slide = prs.slides[4]

    def run(name: str) -> Any:
        return named(slide, name).text_frame.paragraphs[0].runs[0]

    assert run("Web").hyperlink.address == "https://www.nhs.uk/"
    click = run("Jump")._r.rPr.find(qn("a:hlinkClick"))
    assert click.get("action") == "ppaction://hlinksldjump"
    assert slide.part.related_part(click.get(qn("r:id"))) is prs.slides[2].part
    assert run("Bad")._r.rPr.find(qn("a:hlinkClick")) is None
    keeps = click.find(qn("a:extLst"))[0][0]
    assert keeps.tag.endswith("}hlinkClr")
    assert keeps.get("val") == "tx"


def test_colours_and_fonts_come_from_the_theme_where_it_has_them(data: bytes, prs: Any) -> None:
    theme = zipfile.ZipFile(io.BytesIO(data)).read("ppt/theme/theme1.xml").decode()
    for slot, value in THEME.colors.items():
        assert f'<a:{slot}><a:srgbClr val="{value.upper()}"/></a:{slot}>' in theme
    assert theme.index("Some Serif") < theme.index("Some Sans")
    panel, icon, words = named(prs.slides[2], "Card").shapes
    assert icon.element.xpath("./p:spPr/a:solidFill/a:schemeClr/@val") == ["accent1"]
    assert panel.element.xpath("./p:spPr/a:solidFill/a:srgbClr/@val") == ["ABCDEF"]
    assert words.element.xpath(".//a:rPr/a:latin/@typeface") == ["+mn-lt"]
    assert words.element.xpath(".//a:rPr/a:solidFill/a:schemeClr/@val") == ["tx1"]
    title = prs.slide_master.element.find(qn("p:txStyles")).find(qn("p:titleStyle"))
    assert [face.get("typeface") for face in title.iter(qn("a:latin"))] == ["+mj-lt"]
    stops = named(prs.slides[4], "Glow").element.xpath(".//a:gs/@pos")
    assert stops == ["0", "100000"]
