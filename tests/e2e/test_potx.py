"""The real guide on two hospitals' templates: their masters, their placeholders, every word, nothing off the slide."""

from __future__ import annotations

import re
import zipfile
from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

import hospitals
import pptx
import pytest
from accessible import findings
from openxml_audit import FileFormat, OpenXmlValidator
from pptx.enum.shapes import MSO_SHAPE_TYPE, PP_PLACEHOLDER

from leafdeck.build import build
from leafdeck.guide import source
from leafdeck.guide.anatomy import Spine
from leafdeck.order import Order, Product

if TYPE_CHECKING:
    from conftest import Outcome, RealOutputs

pytestmark = pytest.mark.slow

ROOT = Path(__file__).resolve().parents[2]
FONTS = ROOT / "examples" / "brands" / "high-contrast" / "brand.css"
TITLES = (PP_PLACEHOLDER.TITLE, PP_PLACEHOLDER.CENTER_TITLE)
EMU = 9525


@dataclass(frozen=True)
class Made:
    template: Path
    deck: Path
    hospital: hospitals.Hospital

    @property
    def prs(self) -> Any:
        return pptx.Presentation(str(self.deck))


@pytest.fixture(scope="module", params=["riverside", "nord"])
def made(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory, built: RealOutputs) -> Made:
    folder = tmp_path_factory.mktemp(request.param)
    template = getattr(hospitals, request.param)(folder / "corporate.potx")
    build(order(template, folder / "output", built))
    return Made(template, folder / "output" / "slides.pptx", getattr(hospitals, request.param.upper()))


def order(template: Path, folder: Path, built: RealOutputs) -> Order:
    return Order(
        ROOT / "content.yaml", folder, built.today, products=(Product.SLIDES,), brand=FONTS, potx=template
    )  # the brand lends its font files; colours and fonts are the template's


def texts(shapes: Any) -> list[str]:
    found = []
    for shape in shapes:
        if shape.shape_type == MSO_SHAPE_TYPE.GROUP:
            found += texts(shape.shapes)
        elif shape.has_text_frame and not (
            shape.is_placeholder
            and shape.placeholder_format.type in {PP_PLACEHOLDER.FOOTER, PP_PLACEHOLDER.SLIDE_NUMBER, *TITLES}
        ):
            found.append(shape.text_frame.text)
        elif getattr(shape, "has_table", False) and shape.has_table:
            rows = [[cell.text_frame.text for cell in row.cells] for row in shape.table.rows]
            found += [text for row in rows[1:] for text in row]  # heads repeat where a table goes on
    return found


def words(prs: Any) -> Counter[str]:
    """Count the words below the titles of all slides but the first, where a template has its own logo and name."""
    slides = list(prs.slides)[1:]
    return Counter(word for slide in slides for text in texts(slide.shapes) for word in re.findall(r"[^\W_]+", text))


def test_the_file_is_sound(made: Made) -> None:
    result = OpenXmlValidator(file_format=FileFormat.MICROSOFT_365).validate(made.deck)
    assert [str(error) for error in result.errors] == []


def test_our_accessibility_rules_find_nothing(made: Made) -> None:
    assert findings(made.deck) == []


def test_master_layouts_and_theme_are_the_templates(made: Made) -> None:
    prs = made.prs
    assert (prs.slide_width, prs.slide_height) == tuple(side * EMU for side in made.hospital.size)
    assert {layout.name for layout in prs.slide_layouts} == set(made.hospital.layouts.values())
    with zipfile.ZipFile(made.template) as before, zipfile.ZipFile(made.deck) as after:
        names = [name for name in before.namelist() if re.search(r"/(theme1|slideMaster1|slideLayout\d+)\.xml$", name)]
        assert len(names) > 5
        assert {name: after.read(name) for name in names} == {name: before.read(name) for name in names}


def test_sample_slides_are_gone(made: Made) -> None:
    assert len(made.prs.slides) > 25
    with zipfile.ZipFile(made.deck) as package:
        slides = [name for name in package.namelist() if re.fullmatch(r"ppt/slides/slide\d+\.xml", name)]
        assert len(slides) == len(made.prs.slides)
        assert not [name for name in slides if "Muster" in package.read(name).decode()]


def test_every_title_is_in_a_title_placeholder_of_its_layout(made: Made) -> None:
    seen: Counter[str] = Counter()
    own_place = 0
    for slide in made.prs.slides:
        title = slide.shapes.title
        assert title is not None
        assert title.placeholder_format.type in TITLES
        at = slide.slide_layout.placeholders.get(title.placeholder_format.idx)
        assert at.placeholder_format.type in TITLES
        own_place += title.element.spPr.find(".//{*}xfrm") is not None
        seen[title.text_frame.text] += 1
    assert max(seen.values()) == 1
    assert "" not in seen
    assert own_place == 0


def test_slides_stand_on_the_layout_for_their_kind(made: Made) -> None:
    first, second = list(made.hospital.layouts.values())[:2]
    prs = made.prs
    assert [slide.slide_layout.name == first for slide in prs.slides] == [True] + [False] * (len(prs.slides) - 1)
    with_body = [
        slide
        for slide in prs.slides
        if any(
            shape.placeholder_format.type in {PP_PLACEHOLDER.OBJECT, PP_PLACEHOLDER.BODY}
            for shape in slide.placeholders
        )
    ]
    assert {slide.slide_layout.name for slide in with_body} == {second}
    assert len(with_body) > 5


def test_footers_and_numbers_are_placeholders(made: Made) -> None:
    for slide in list(made.prs.slides)[1:]:
        kinds = {shape.placeholder_format.type for shape in slide.placeholders}
        assert {PP_PLACEHOLDER.FOOTER, PP_PLACEHOLDER.SLIDE_NUMBER} <= kinds


def test_nothing_stands_off_the_slide_or_on_the_templates_own_things(made: Made) -> None:
    width, height = made.hospital.size
    left, top, across, down = made.hospital.body
    for number, slide in enumerate(made.prs.slides, 1):
        for shape in slide.shapes:
            assert shape.left >= 0, (number, shape.name)
            assert shape.top >= 0, (number, shape.name)
            assert shape.left + shape.width <= width * EMU + EMU, (number, shape.name)
            assert shape.top + shape.height <= height * EMU + EMU, (number, shape.name)
            if number > 1 and not (shape.is_placeholder and shape.placeholder_format.type != PP_PLACEHOLDER.OBJECT):
                slack = 8 * EMU
                assert shape.left >= left * EMU - slack, (number, shape.name)
                assert shape.top >= top * EMU - slack, (number, shape.name)
                assert shape.left + shape.width <= (left + across) * EMU + slack, (number, shape.name)
                assert shape.top + shape.height <= (top + down) * EMU + slack, (number, shape.name)


def test_every_word_of_the_usual_deck_is_there_once(made: Made, built: RealOutputs) -> None:
    usual, here = words(pptx.Presentation(str(built.slides))), words(made.prs)
    assert usual - here == Counter()
    # A spine without room for texts beside it names its marks in the picture and in the list after it.
    sections = source.load(ROOT / "content.yaml").guide.sections
    marks = (mark for section in sections if isinstance(section, Spine) for mark in section.marks)
    names = Counter(word for mark in marks for word in re.findall(r"[^\W_]+", mark.label))
    assert here - usual - names == Counter()


def test_text_is_large_enough_and_names_the_templates_fonts_and_colours(made: Made) -> None:
    with zipfile.ZipFile(made.deck) as package:
        slides = "".join(
            package.read(name).decode() for name in package.namelist() if name.startswith("ppt/slides/slide")
        )
    bodies = re.sub(r"<p:sp>(?:(?!</p:sp>).)*?<p:ph[^>]*type=\"(?:ftr|sldNum)\".*?</p:sp>", "", slides, flags=re.DOTALL)
    sizes = {int(size) for size in re.findall(r'<a:rPr[^>]* sz="(\d+)"', bodies)}
    assert min(sizes) >= 1000
    assert "Atkinson" not in slides
    assert not re.findall(r'<a:latin typeface="[^+"]*"', slides)
    assert slides.count("<a:schemeClr") > slides.count("<a:srgbClr")  # signs of urgency keep their colours


def test_the_same_template_gives_the_same_bytes(made: Made, built: RealOutputs, tmp_path: Path) -> None:
    build(order(made.template, tmp_path, built))
    assert (tmp_path / "slides.pptx").read_bytes() == made.deck.read_bytes()


def test_the_option_takes_a_template_and_refuses_other_files(project: Path, leafdeck: Callable[..., Outcome]) -> None:
    (project / "wrong.potx").write_bytes(b"no presentation")
    outcome = leafdeck("build", "--potx", "wrong.potx")
    assert outcome.code == 5
    assert "wrong.potx: this is not a presentation" in outcome.err
    hospitals.riverside(project / "corporate.potx")
    outcome = leafdeck("build", "--potx", "corporate.potx")
    assert outcome.code == 0, outcome.err
    assert "the template's font Source Sans 3 is taken from this machine" in outcome.err
    assert (project / "output" / "leaflet.pdf").exists()
    names = {slide.slide_layout.name for slide in pptx.Presentation("output/slides.pptx").slides}
    assert "Cover" in names


@pytest.mark.parametrize("only", ["leaflet", "handout", "slides-pdf"])
def test_what_is_not_written_on_a_template_is_refused_with_one(
    project: Path, leafdeck: Callable[..., Outcome], only: str
) -> None:
    outcome = leafdeck("build", "--potx", "corporate.potx", "--only", only)
    assert outcome.code == 2
    assert "only slides are written on a template" in outcome.err
    assert not (project / "output").exists()
