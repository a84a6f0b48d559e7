"""The leaflet on a folded sheet: six panels, each inside its folds, and nothing missing that may never be left out."""

from __future__ import annotations

import io
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pikepdf
import pytest
from forms import MM, PT, Form, body, escaping, form, overlapping
from pdftags import broken_ties, failures
from printedwords import words

from leafdeck.formats import TRIFOLD, TRIFOLD_LETTER, TRIFOLD_Z, Format
from leafdeck.guide.clinical import Management
from leafdeck.guide.inline import to_plain
from leafdeck.guide.sections import Urgent
from leafdeck.guide.source import load
from leafdeck.leaflet import imposition
from leafdeck.resources import Resources

pytestmark = pytest.mark.slow

REAL = Path(__file__).resolve().parents[2] / "content.yaml"
WIDTHS = {
    "trifold": (100, 97, 100, 100, 97, 100),
    "trifold-z": (99,) * 6,
    "trifold-letter": (94.2, 91, 94.2, 94.2, 91, 94.2),
}
HEIGHT = {"trifold-letter": 215.9}
SHEET = {"trifold-letter": (279.4, 215.9)}
MARGIN = 8


@pytest.fixture(
    params=[("trifold", "default"), ("trifold", "other"), ("trifold-z", "other"), ("trifold-letter", "default")]
)
def made(request: pytest.FixtureRequest) -> tuple[Format, Form]:
    name, brand = request.param
    return next(each for each in (TRIFOLD, TRIFOLD_Z, TRIFOLD_LETTER) if each.name == name), form(name, brand)


def said(pages: Any) -> str:
    return " ".join(word.text for page in pages for word in words(page))


def spaced(text: str) -> str:
    """The letters of a text as it is printed, whatever its spaces, without marks of citations."""
    return letters(to_plain(text, cite=lambda _: ""))


def letters(text: str) -> str:
    return "".join(text.replace("\N{RIGHT SINGLE QUOTATION MARK}", "'").split())


def test_there_are_six_panels_of_the_right_width(made: tuple[Format, Form]) -> None:
    kind, leaflet = made
    found = [round(page.margin_width() / MM, 2) for page in leaflet.pages]
    assert found == list(WIDTHS[kind.name])
    assert {round(page.margin_height() / MM, 1) for page in leaflet.pages} == {HEIGHT.get(kind.name, 210)}


def test_both_sides_of_the_sheet_are_filled(made: tuple[Format, Form]) -> None:
    kind, leaflet = made
    with pikepdf.open(io.BytesIO(imposition.side_by_side(leaflet.data, kind.sides))) as pdf:
        sizes = [tuple(float(side) * 25.4 / 72 for side in page.mediabox[2:]) for page in pdf.pages]
    assert sizes == [pytest.approx(SHEET.get(kind.name, (297, 210)), abs=0.01)] * 2


def test_words_keep_away_from_the_folds_and_the_edges(made: tuple[Format, Form]) -> None:
    for page in made[1].pages:
        right, foot = page.margin_width() - MARGIN * MM, page.margin_height() - MARGIN * MM
        near = [
            word.text
            for word in words(page)
            if word.x < MARGIN * MM - 2  # a tick or a bullet may hang out
            or word.x + word.width > right + 1
            or word.y < MARGIN * MM
            or word.y + word.height > foot + 1
        ]
        assert near == []
        assert list(escaping(page)) == []
        assert list(overlapping(page)) == []


def test_no_type_is_smaller_than_12_points(made: tuple[Format, Form]) -> None:
    small = [
        (word.text, word.size / PT) for page in made[1].pages for word in words(page) if word.size < 12 * PT - 0.01
    ]
    assert small == []


def test_cover_flap_and_back_are_planned(made: tuple[Format, Form]) -> None:
    cover, flap, *_, back = made[1].pages
    assert "h1" in {tag for word in words(cover) for tag in word.around}
    assert "Who this is for" in said([cover])
    assert said([flap]).startswith("Call 999")
    assert all("back" in word.around for word in words(back))
    for wanted in ("01632 960 123", "Version 1.0", "Review by", "www.nhs.uk/", "not yet checked"):
        assert letters(wanted) in letters(said([back]))


def test_no_panel_is_nearly_empty(made: tuple[Format, Form]) -> None:
    for number, page in enumerate(made[1].pages, 1):
        lowest = max(word.y + word.height for word in body(page))
        assert lowest > page.margin_height() * 0.6, f"panel {number}"
        last = max(body(page), key=lambda word: word.y + word.height)
        assert not {"h2", "h3", "thead"} & last.around, f"a heading at the foot of panel {number}"


def test_every_sign_limit_and_the_disclaimer_are_there(made: tuple[Format, Form]) -> None:
    guide = load(REAL, Resources.beside(REAL).icons()).guide
    printed = letters(said(made[1].pages))
    wanted = [guide.disclaimer, "The most to take in a day:"]
    for part in guide.sections:
        if isinstance(part, Urgent):
            wanted += [part.title, *(sign.text for sign in part.signs), (part.explain or "").split("\n\n")[0]]
        elif isinstance(part, Management):
            for limit in part.limits:
                wanted += [limit.nutrient, limit.most_per_day, limit.check_first, limit.harm, *limit.also]
    assert len(wanted) > 40
    assert [text for text in wanted if spaced(text) not in printed] == []


def test_a_box_with_signs_is_never_parted(made: tuple[Format, Form]) -> None:
    for level in ("emergency", "urgent", "routine"):
        holding = [page for page in made[1].pages if any(f"urgent--{level}" in word.around for word in words(page))]
        assert len(holding) == 1


def test_what_a_folded_sheet_leaves_out_is_told(made: tuple[Format, Form]) -> None:
    (told,) = made[1].notices
    assert told.severity == "info"
    assert "six panels have no room for “Your spine”" in told.message
    assert "the sources" in told.message
    assert "“What can help”" in told.message.partition(";")[2]


def test_its_reading_file_is_sound_pdf_ua_in_the_order_of_the_panels(made: tuple[Format, Form]) -> None:
    assert failures(made[1].data) == []
    assert broken_ties(made[1].data) == []
    with pikepdf.open(io.BytesIO(made[1].data)) as pdf, pdf.open_outline() as outline:
        assert outline.root[0].title.startswith("Could low nutrients")


def test_without_room_for_all_signs_there_is_a_warning_and_no_sheet(
    project: Path, leafdeck: Callable[..., Any]
) -> None:
    signs = "".join(f"      - {{id: s{number}, text: 'sign {number}: nobody may miss it'}}\n" for number in range(150))
    section = f"  - kind: urgent\n    level: emergency\n    title: Call 999 if\n    signs:\n{signs}"
    content = project / "content.yaml"
    content.write_text(
        content.read_text(encoding="utf-8").replace("sections:\n", f"sections:\n{section}"), encoding="utf-8"
    )
    outcome = leafdeck("build", "--only", "leaflet", "--format", "trifold")
    assert outcome.code == 0
    assert "do not fit on 6 panels, so there is no sheet to print" in outcome.err + outcome.out
    assert [file.name for file in sorted((project / "output").iterdir())] == ["leaflet-trifold.pdf"]
    pages = form("trifold", content=content).pages
    assert all(f"sign {number}:" in said(pages) for number in range(150))


def test_sheet_and_panels_are_written_together(project: Path, leafdeck: Callable[..., Any]) -> None:
    assert leafdeck("build", "--only", "leaflet", "--format", "trifold-z").code == 0
    names = [file.name for file in sorted((project / "output").iterdir())]
    assert names == ["leaflet-trifold-z-sheets.pdf", "leaflet-trifold-z.pdf"]
    with pikepdf.open(project / "output" / names[0]) as sheet, pikepdf.open(project / "output" / names[1]) as panels:
        assert (len(sheet.pages), len(panels.pages)) == (2, 6)


def test_a_full_back_stays_on_one_panel_though_others_are_free(project: Path) -> None:
    content = project / "content.yaml"
    much = "your own doctor." + " It is for information only." * 20
    content.write_text(content.read_text(encoding="utf-8").replace("your own doctor.", much), encoding="utf-8")
    pages = form("trifold", content=content).pages
    assert len(pages) == 6
    assert [any("back" in word.around for word in words(page)) for page in pages] == [False] * 5 + [True]


def test_a_back_that_does_not_fit_on_its_panel_makes_no_sheet(project: Path, leafdeck: Callable[..., Any]) -> None:
    content = project / "content.yaml"
    much = "your own doctor." + " It is for information only." * 60
    content.write_text(content.read_text(encoding="utf-8").replace("your own doctor.", much), encoding="utf-8")
    outcome = leafdeck("build", "--only", "leaflet", "--format", "trifold", "--strict")
    assert outcome.code == 5
    assert "do not fit on 6 panels" in outcome.err
    assert not (project / "output").exists() or not list((project / "output").iterdir())


@pytest.mark.parametrize("name", WIDTHS)
def test_the_least_guide_is_shown_whole_with_panels_to_write_on(project: Path, name: str) -> None:
    leaflet = form(name, content=project / "content.yaml")
    assert failures(leaflet.data) == []
    assert leaflet.notices == ()
    assert len(leaflet.pages) == 6
    assert "A line of text." in said(leaflet.pages[1:2])
    assert [said([page]).startswith("My notes") for page in leaflet.pages] == [False, False, True, True, True, False]


def test_a_template_of_ones_own_with_a_single_panel_makes_no_sheet(project: Path, leafdeck: Callable[..., Any]) -> None:
    own = project / "templates" / "leaflet" / "trifold.html"
    own.parent.mkdir(parents=True)
    own.write_text('<html lang="en"><title>Short</title><h1>Short</h1></html>', encoding="utf-8")
    outcome = leafdeck("build", "--only", "leaflet", "--format", "trifold", "--strict")
    assert outcome.code == 5
    assert "do not fit on 6 panels" in outcome.err
