"""Every fact, sign and limit of the first guide reaches the reader of every finished file."""

from __future__ import annotations

import datetime as dt
import re
import subprocess
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest
import weasyprint
import yaml
from forms import form
from pptx import Presentation
from pptx.enum.shapes import MSO_SHAPE_TYPE

from leafdeck.build import build
from leafdeck.formats import TEXT, WEB
from leafdeck.order import Order, Product

if TYPE_CHECKING:
    from conftest import RealOutputs

pytestmark = pytest.mark.slow

ROOT = Path(__file__).resolve().parents[2]
TODAY = dt.date(2026, 11, 24)
FACTS: list[dict[str, Any]] = yaml.safe_load(Path(__file__).with_name("facts.yaml").read_text(encoding="utf-8"))
SECTIONS = "{http://schemas.microsoft.com/office/powerpoint/2010/main}section"
IDS = "{http://schemas.microsoft.com/office/powerpoint/2010/main}sldId"
GROUPS = {
    "mechanisms": "R-D P-D D1 D2 D3 D4 D5 R-M P-M M1 M2 M3 R-B P-B B1 B2 B3 B4 R-I P-I I1 I2 I3",
    "comparison": "T1 T2 T3 T4 T5 T6",
    "diagnosis": "G1 G2 G3 G4",
    "management": "H1 H2 H3 H4 H5 H6",
    "rest": "A1 C1 C2 C3 K1 K2 K3 K4 K5 Q1 Q2 Q3 Q4 Q5 Q6 Q7 Z1 Z2 R1 X1",
    "signs": "legs-both saddle pee-hard control chest accident fever weight lump rest-night cough upper "
    "weeks daily worse b12-signs iron-signs metformin",
    "limits": "limit-vitd limit-mg limit-b12 limit-iron",
    "numbers": "chart-vitd risk-metformin",
}
"""What the guide was asked to say, by its ids in the evidence: an entry that goes from the table is missed."""


def plain(text: str) -> str:
    """Text as a search sees it: lower case, plain quotes, single spaces, none before punctuation."""
    for fancy, simple in zip("\u00a0\u202f\u2018\u2019\u201c\u201d", "  ''\"\"", strict=True):
        text = text.replace(fancy, simple)
    return re.sub(r"\s+([.,;:?!)])", r"\1", re.sub(r"\s+", " ", text)).lower().strip()


@dataclass(frozen=True)
class Part:
    """A part of the talk: the words on its slides, and those with its notes."""

    shown: str
    all: str


def heard(file: Path) -> str:
    """The words of a PDF as a screen reader meets them, by the order of its tags."""
    command = ["pdfinfo", "-struct-text", str(file)]
    told = subprocess.run(command, check=True, capture_output=True, encoding="utf-8").stdout
    lines = " ".join(re.findall(r'^\s+"(.*)"$', told, flags=re.MULTILINE))
    return plain(re.sub(r"(\w)- (\w)", r"\1-\2", lines))  # a line may end at a word's own hyphen


@pytest.fixture(scope="module")
def leaflet(built: RealOutputs) -> str:
    return heard(built.leaflet)


@pytest.fixture(scope="module")
def screens(tmp_path_factory: pytest.TempPathFactory) -> dict[str, str]:
    """The words of the web page and of the plain text."""
    folder = tmp_path_factory.mktemp("screens")
    build(Order(ROOT / "content.yaml", folder, TODAY, (Product.LEAFLET,), formats=(WEB, TEXT), side_by_side=False))
    page = weasyprint.HTML(filename=str(folder / WEB.file)).etree_element.find("body")
    text = (folder / TEXT.file).read_text(encoding="utf-8")
    assert page is not None
    rows = re.sub(r"(?m)^- ([^:\n]+): (\d+)$", r"- \1 \2", text)  # a chart's figures, as in the leaflet's table
    return {"web": plain(" ".join(page.itertext())), "text": plain(rows)}


@pytest.fixture(scope="module")
def talk(built: RealOutputs) -> dict[str, Part]:
    """The deck's words by PowerPoint's sections."""
    deck = Presentation(str(built.slides))
    by_id = {int(entry.get("id")): slide for entry, slide in zip(deck.part._element.sldIdLst, deck.slides, strict=True)}
    parts: dict[str, Part] = {}
    for section in deck.part._element.iter(SECTIONS):
        slides = [by_id[int(entry.get("id"))] for entry in section.iter(IDS)]
        shown = " ".join(words for slide in slides for words in shape_words(slide.shapes))
        notes = " ".join(slide.notes_slide.notes_text_frame.text for slide in slides if slide.has_notes_slide)
        name = plain(section.get("name"))
        before = parts.get(name, Part("", ""))
        parts[name] = Part(f"{before.shown} {plain(shown)}", f"{before.all} {plain(shown)} {plain(notes)}")
    return parts


def shape_words(shapes: Iterable[Any]) -> list[str]:
    """The words of shapes, those in groups, tables and charts too."""
    found: list[str] = []
    for shape in shapes:
        if shape.shape_type == MSO_SHAPE_TYPE.GROUP:
            found += shape_words(shape.shapes)
        elif shape.has_text_frame:
            found.append(shape.text_frame.text)
        elif getattr(shape, "has_table", False):
            found += [cell.text_frame.text for row in shape.table.rows for cell in row.cells]
        elif getattr(shape, "has_chart", False):
            found += chart_words(shape.chart)
    return found


def chart_words(chart: Any) -> list[str]:
    """Each category with its values, and the unit."""
    plot = chart.plots[0]
    rows = [[name, *(f"{one.values[at]:g}" for one in plot.series)] for at, name in enumerate(plot.categories)]
    return [*(" ".join(row) for row in rows), chart.value_axis.axis_title.text_frame.text]


def test_the_table_names_all_that_was_asked_for() -> None:
    known = [fact["id"] for fact in FACTS]
    assert len(known) == len(set(known))
    assert [name for group in GROUPS.values() for name in group.split() if name not in known] == []
    assert [fact["id"] for fact in FACTS if len(fact["words"]) < 2] == []


@pytest.mark.parametrize("fact", FACTS, ids=[fact["id"] for fact in FACTS])
def test_the_leaflet_says_it(fact: dict[str, Any], leaflet: str) -> None:
    assert [words for words in fact["words"] if words not in leaflet] == [], fact["fact"]


@pytest.mark.parametrize("fact", FACTS, ids=[fact["id"] for fact in FACTS])
@pytest.mark.parametrize("form", ["web", "text"])
def test_the_leaflet_for_screens_says_it(fact: dict[str, Any], form: str, screens: dict[str, str]) -> None:
    assert [words for words in fact["words"] if words not in screens[form]] == [], fact["fact"]


@pytest.mark.parametrize("name", ["letter", "large-print", "a5-booklet"])
def test_every_form_that_carries_the_whole_guide_says_it(name: str, tmp_path: Path) -> None:
    file = tmp_path / "leaflet.pdf"
    file.write_bytes(form(name).data)
    said = heard(file)
    lost = {fact["id"]: [words for words in fact["words"] if words not in said] for fact in FACTS}
    assert {name: words for name, words in lost.items() if words} == {}


@pytest.mark.parametrize("fact", FACTS, ids=[fact["id"] for fact in FACTS])
def test_the_deck_says_it_where_it_belongs(fact: dict[str, Any], talk: dict[str, Part]) -> None:
    part = talk[plain(fact["part"])]
    where = part.shown if fact.get("slide") else part.all
    assert [words for words in fact["words"] if words not in where] == [], fact["fact"]


@pytest.mark.parametrize("group", ["mechanisms", "comparison", "diagnosis", "management", "signs", "limits", "numbers"])
def test_what_a_listener_must_see_stands_on_slides(group: str) -> None:
    """Only the long text of a mechanism may stand in its notes alone: its pathway and effects are on the slide."""
    long_text = {"R-D", "R-M", "R-B", "R-I", "B4"}
    hidden = {fact["id"] for fact in FACTS if fact["id"] in GROUPS[group].split() and not fact.get("slide")}
    assert hidden <= long_text
