"""A Deck to a .pptx file: titles, text, layouts, notes, sections, what the file says of itself."""

from __future__ import annotations

import datetime as dt
import hashlib
import io
import os
import subprocess
import sys
import zipfile
from dataclasses import replace
from pathlib import Path
from typing import Any

import decks
import pptx
import pytest
from decks import INFO, TITLE, TOP, box, deck, is_decorative, named, para, placeholder, png, sample, titled, written
from openxml_audit import FileFormat, OpenXmlValidator
from pptx.enum.shapes import PP_PLACEHOLDER
from pptx.opc.package import OpcPackage
from pptx.oxml.ns import qn

from leafdeck.deck import writer
from leafdeck.deck.model import Note, PictureShape, Slide


@pytest.fixture(scope="module")
def data() -> bytes:
    return writer.write(sample(), INFO)


@pytest.fixture(scope="module")
def prs(data: bytes) -> Any:
    return pptx.Presentation(io.BytesIO(data))


def test_the_file_is_sound(data: bytes, tmp_path: Path) -> None:
    path = tmp_path / "deck.pptx"
    path.write_bytes(data)
    result = OpenXmlValidator(file_format=FileFormat.MICROSOFT_365).validate(path)
    assert [str(error) for error in result.errors] == []


def test_titles_stand_in_title_placeholders(prs: Any) -> None:
    assert [slide.shapes.title.text_frame.text for slide in prs.slides] == [
        "Welcome",
        "A list",
        "Cards",
        "A table",
        "Links",
    ]
    kinds = [slide.shapes.title.placeholder_format.type for slide in prs.slides]
    assert kinds == [PP_PLACEHOLDER.CENTER_TITLE, *[PP_PLACEHOLDER.TITLE] * 4]
    assert all(slide.shapes[0].shape_id == slide.shapes.title.shape_id for slide in prs.slides)


def test_a_slide_has_the_placeholders_that_it_fills_and_no_empty_one(prs: Any) -> None:
    kinds = [[p.placeholder_format.type for p in slide.placeholders] for slide in prs.slides]
    title = [PP_PLACEHOLDER.TITLE]
    assert kinds == [
        [PP_PLACEHOLDER.CENTER_TITLE, PP_PLACEHOLDER.SUBTITLE],
        [*title, PP_PLACEHOLDER.OBJECT, PP_PLACEHOLDER.FOOTER, PP_PLACEHOLDER.SLIDE_NUMBER],
        title,
        title,
        title,
    ]


def test_placeholders_of_one_layout_have_numbers_of_their_own(prs: Any) -> None:
    for layout in prs.slide_layouts:
        numbers = [placeholder.placeholder_format.idx for placeholder in layout.placeholders]
        assert len(numbers) == len(set(numbers))


def test_text_says_only_what_its_layout_does_not(prs: Any) -> None:
    body = named(prs.slides[1], "body").element
    assert body.find(qn("p:spPr")).getchildren() == []
    first, second, third = (paragraph_xml(p) for p in body.iter(qn("a:p")))
    assert first == "pPr[] r[rPr[lang=en-GB dirty=0] t[One]] endParaRPr[lang=en-GB dirty=0]"
    assert second == "pPr[lvl=1] r[rPr[lang=en-GB dirty=0] t[Two]] endParaRPr[lang=en-GB dirty=0]"
    assert third == "pPr[] r[rPr[lang=en-GB b=1 dirty=0] t[Three]] endParaRPr[lang=en-GB b=1 dirty=0]"


def paragraph_xml(element: Any) -> str:
    """Write an element's inside on one line: ``name[attributes children text]``."""

    def line(node: Any) -> str:
        said = [f"{name}={value}" for name, value in node.attrib.items()]
        words = [node.text] if node.text and not len(node) and node.tag == qn("a:t") else []
        return f"{node.tag.partition('}')[2]}[{' '.join([*said, *map(line, node), *words])}]"

    return " ".join(map(line, element))


def test_a_layout_holds_real_bullets_for_each_level(prs: Any) -> None:
    layout = prs.slide_layouts[1]
    body = next(p for p in layout.placeholders if p.placeholder_format.type == PP_PLACEHOLDER.OBJECT)
    styles = body.element.find(qn("p:txBody")).find(qn("a:lstStyle"))
    assert [node.tag for node in styles] == [qn("a:lvl1pPr"), qn("a:lvl2pPr")]
    assert [node.find(qn("a:buChar")).get("char") for node in styles] == ["•", "•"]
    assert [(node.get("marL"), node.get("indent")) for node in styles] == [("200000", "-200000"), ("400000", "-200000")]
    master = prs.slide_master.element.find(qn("p:txStyles")).find(qn("p:bodyStyle"))
    assert [node.tag for node in master] == [qn("a:lvl1pPr"), qn("a:lvl2pPr")]


def test_a_new_slide_from_a_layout_looks_like_the_others(data: bytes) -> None:
    """What a presenter adds takes place, size and colour from the layout."""
    again = pptx.Presentation(io.BytesIO(data))
    slide = again.slides.add_slide(again.slide_layouts[1])
    title = slide.shapes.title
    assert (title.left, title.top, title.width) == (TOP.x, TOP.y, TOP.width)
    kinds = [placeholder.placeholder_format.type for placeholder in slide.placeholders]
    assert kinds == [PP_PLACEHOLDER.TITLE, PP_PLACEHOLDER.OBJECT]


def test_every_run_and_every_end_of_paragraph_names_its_language(prs: Any) -> None:
    for number, slide in enumerate(prs.slides, 1):
        paragraphs = list(slide.element.iter(qn("a:p")))
        assert paragraphs
        for paragraph in paragraphs:
            ends = paragraph.find(qn("a:endParaRPr"))
            marks = [*paragraph.iter(qn("a:rPr")), ends]
            expected = "fr-FR" if "Bonjour" in "".join(paragraph.itertext()) else "en-US" if number == 5 else "en-GB"
            assert {mark.get("lang") for mark in marks} == {expected}
    others = [prs.slide_master, *prs.slide_layouts, prs.notes_master]
    said = {node.get("lang") for part in others for node in part.element.iter() if node.get("lang")}
    assert said == {"en-GB"}


def test_notes_are_written_where_there_is_something_to_say(prs: Any) -> None:
    assert [slide.has_notes_slide for slide in prs.slides] == [False, True, False, False, True]
    page = prs.slides[1].notes_slide
    assert page.notes_text_frame.text == "Say this.\nand that"
    second = page.notes_text_frame.paragraphs[1]._p
    assert second.pPr.find(qn("a:buChar")).get("char") == "•"
    assert {node.get("lang") for node in page.element.iter(qn("a:rPr"))} == {"en-GB"}
    listed = prs.element.find(qn("p:notesMasterIdLst"))[0].get(qn("r:id"))
    assert prs.part.related_part(listed) is prs.notes_master.part
    image = prs.notes_master.placeholders.get(PP_PLACEHOLDER.SLIDE_IMAGE)
    assert image.width / image.height == pytest.approx(16 / 9, rel=1e-4)


def test_the_package_is_not_looked_through_for_each_slide(monkeypatch: pytest.MonkeyPatch) -> None:
    """python-pptx does so for each notes page, chart and picture: a deck of 500 slides took minutes."""

    def looks(slides: int) -> int:
        counted: list[Any] = []
        look = OpcPackage.iter_rels

        def counting(package: Any) -> Any:
            counted.append(package)
            return look(package)

        monkeypatch.setattr(OpcPackage, "iter_rels", counting)
        drawn = [png(f"#0000{number:02x}") for number in range(slides)]
        own = [PictureShape("Dot", box(9, 99, 9, 9), data, "image/png") for data in drawn]
        prs = written(deck(*(titled(f"Slide {n}", shape, notes=(Note("Say it"),)) for n, shape in enumerate(own))))
        monkeypatch.undo()
        assert [named(slide, "Dot").image.blob for slide in prs.slides] == drawn
        assert len({slide.notes_slide.part.partname for slide in prs.slides}) == slides
        return len(counted)

    assert looks(20) == looks(2)


def test_sections_hold_every_slide_once(prs: Any) -> None:
    sections = [node for node in prs.element.iter() if node.tag.endswith("}section")]
    assert [node.get("name") for node in sections] == ["Opening", "Middle", "Closing"]
    listed = [[int(one.get("id")) for one in node.iter() if one.tag.endswith("}sldId")] for node in sections]
    ids = [slide.slide_id for slide in prs.slides]
    assert listed == [ids[:1], ids[1:3], ids[3:]]


def test_the_notes_wear_the_same_theme(data: bytes) -> None:
    archive = zipfile.ZipFile(io.BytesIO(data))
    assert archive.read("ppt/theme/theme2.xml") == archive.read("ppt/theme/theme1.xml")


def test_the_file_says_whose_it_is(prs: Any) -> None:
    core = prs.core_properties
    assert (core.title, core.author, core.subject, core.keywords) == ("A deck", "A. Writer", "A subject", "one, two")
    assert (core.language, core.last_modified_by, core.comments) == ("en-GB", "A. Writer", "")
    assert core.created == core.modified == dt.datetime(2026, 11, 1)  # noqa: DTZ001 - python-pptx gives no zone


def test_long_properties_are_cut_and_characters_that_xml_forbids_are_dropped() -> None:
    info = replace(INFO, author=", ".join(["Dr Ada Obi"] * 40), title="A\x07 deck")
    title = placeholder("title", TOP, para("Ring\x07 it", TITLE))
    made = written(deck(Slide("Ring it", 1, (replace(title, name="T\x08itle"),))), info)
    assert made.core_properties.title == "A deck"
    assert len(made.core_properties.author) <= 255
    assert made.core_properties.author.startswith("Dr Ada Obi, Dr Ada Obi")
    assert made.slides[0].shapes.title.text_frame.text == "Ring it"


def test_the_layouts_are_ours_alone(prs: Any) -> None:
    assert [layout.name for layout in prs.slide_layouts] == ["Title Slide", "Title and Content"]
    assert [layout.element.get("type") for layout in prs.slide_layouts] == ["title", "obj"]
    assert (prs.slide_width, prs.slide_height) == (12_192_000, 6_858_000)
    assert prs.element.sldSz.get("type") is None
    kinds = [p.placeholder_format.type for p in prs.slide_master.placeholders]
    assert kinds == [PP_PLACEHOLDER.TITLE, PP_PLACEHOLDER.BODY, PP_PLACEHOLDER.FOOTER, PP_PLACEHOLDER.SLIDE_NUMBER]
    backs = [layout.element.xpath("./p:cSld/p:bg//a:schemeClr/@val") for layout in prs.slide_layouts]
    assert backs == [["accent1"], []]
    assert prs.slide_master.element.xpath("./p:cSld/p:bg//a:schemeClr/@val") == ["bg1"]
    rule = prs.slide_layouts[1].shapes[0]
    assert (rule.name, is_decorative(rule)) == ("Rule", True)


def test_a_number_is_a_field(prs: Any) -> None:
    field = named(prs.slides[1], "sldNum").element.xpath(".//a:fld")[0]
    assert (field.get("type"), field.find(qn("a:t")).text) == ("slidenum", "2")


def test_nothing_of_the_template_or_the_clock_is_left(data: bytes) -> None:
    archive = zipfile.ZipFile(io.BytesIO(data))
    names = archive.namelist()
    assert names[0] == "[Content_Types].xml"
    assert not [name for name in names if "thumbnail" in name or "printer" in name or "app.xml" in name]
    assert {info.date_time for info in archive.infolist()} == {(1980, 1, 1, 0, 0, 0)}
    everything = b"".join(archive.read(name) for name in names)
    assert b"python-pptx" not in everything
    assert b"Steve" not in everything


def test_the_same_deck_gives_the_same_bytes_in_any_process(data: bytes) -> None:
    assert writer.write(sample(), INFO) == data
    code = (
        "import hashlib, runpy, sys; own = runpy.run_path(sys.argv[1]);"
        "print(hashlib.sha256(own['writer'].write(own['sample'](), own['INFO'])).hexdigest())"
    )
    for seed in ("1", "2"):
        done = subprocess.run(
            [sys.executable, "-c", code, decks.__file__],
            env={**os.environ, "PYTHONHASHSEED": seed},
            capture_output=True,
            text=True,
            check=True,
        )
        assert done.stdout.strip() == hashlib.sha256(data).hexdigest()
