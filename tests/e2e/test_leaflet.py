"""The finished leaflet: tagged, readable, its pages filled. The real guide, also in another brand; the least guide."""

from __future__ import annotations

import datetime as dt
import itertools
import json
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pikepdf
import pytest
import weasyprint
from pdftags import broken_ties, failures, tree
from printedwords import contrast, text_of, words

from leafdeck.build import build
from leafdeck.guide import source
from leafdeck.guide.model import Guide
from leafdeck.order import Order, Product

if TYPE_CHECKING:
    from conftest import RealOutputs

pytestmark = pytest.mark.slow

ROOT = Path(__file__).resolve().parents[2]
TODAY = dt.date(2026, 11, 24)
PT = 4 / 3
MM = 96 / 25.4
DRAFT = "Draft: not yet checked by a clinician"
SMALL_TYPE = {"foot": 10, "foot-page": 10, "references": 10.5, "imprint": 10.5, "credit": 10, "cite": 9, "inside": 11}
"""What may be smaller than 12 pt, by the class of an element around it, and how small."""
WHOLE = (
    "mechanism",
    "urgent",
    "question",
    "sheet",
    "disclaimer",
    "stage",
    "band",
    "part--conclusion",
    "row",
    "chart",
    "risk",
)
"""What never breaks across pages, by class."""
QUIET = {
    "foot",
    "foot-page",
    "imprint",
    "reading-time",
    "credit",
    "mechanism-title",
    "link",
    "help-now",
    "urgent-level",
    "references",
}
"""Words that lead, name or accompany, and need 4.5:1 where the text itself needs 7:1."""


@dataclass(frozen=True)
class Leaflet:
    """A leaflet that was written: the file and its pages as the kept HTML gives them."""

    file: Path
    html: Path
    pages: list[Any]
    guide: Guide


def laid_out(file: Path, html: Path, content: Path) -> Leaflet:
    pages = weasyprint.HTML(filename=str(html)).render().pages
    return Leaflet(file, html, [page._page_box for page in pages], source.load(content).guide)


@pytest.fixture(scope="module")
def real(built: RealOutputs) -> Leaflet:
    return laid_out(built.leaflet, built.html / "leaflet-a4.html", ROOT / "content.yaml")


@pytest.fixture(scope="module")
def other_brand(tmp_path_factory: pytest.TempPathFactory) -> Leaflet:
    brand = ROOT / "examples" / "brands" / "high-contrast" / "brand.css"
    return made(ROOT / "content.yaml", tmp_path_factory.mktemp("other"), brand)


@pytest.fixture
def small(project: Path) -> Leaflet:
    return made(project / "content.yaml", project / "output")


def made(content: Path, folder: Path, brand: Path | None = None) -> Leaflet:
    done = build(Order(content, folder, TODAY, (Product.LEAFLET,), brand, keep_html=True))
    assert done.notices == ()
    return laid_out(folder / "leaflet.pdf", folder / "html" / "leaflet-a4.html", content)


@pytest.fixture(params=["real", "other_brand", "small"])
def leaflet(request: pytest.FixtureRequest) -> Leaflet:
    found: Leaflet = request.getfixturevalue(request.param)
    return found


def pdf_text(file: Path, *options: str) -> str:
    command = ["pdftotext", *options, str(file), "-"]
    return subprocess.run(command, check=True, capture_output=True, encoding="utf-8").stdout


def test_it_is_sound_pdf_ua(leaflet: Leaflet) -> None:
    data = leaflet.file.read_bytes()
    assert failures(data) == []
    assert broken_ties(data) == []
    command = ["pdfinfo", "-struct-text", str(leaflet.file)]
    assert subprocess.run(command, check=True, capture_output=True, encoding="utf-8").stderr == ""


def test_the_engine_had_nothing_to_say(built: RealOutputs) -> None:
    assert [notice for notice in built.notices if "layout engine" in notice.message] == []


def test_it_says_what_it_is(real: Leaflet) -> None:
    about = real.guide.guide
    with pikepdf.open(real.file) as pdf:
        info = {str(key)[1:]: str(value) for key, value in pdf.docinfo.items()}
        assert str(pdf.Root.Lang) == "en-GB"
        assert bool(pdf.Root.ViewerPreferences.DisplayDocTitle)
    assert info["Title"] == about.title
    assert info["Author"] == ", ".join(person.name for person in about.authors)
    assert info["Subject"] == about.subtitle
    assert info["Keywords"] == ", ".join(about.keywords)
    assert info["CreationDate"] == info["ModDate"] == f"D:{about.published:%Y%m%d}"


def test_its_bookmarks_lead_to_every_part(real: Leaflet) -> None:
    with pikepdf.open(real.file) as pdf, pdf.open_outline() as outline:
        (root,) = outline.root
        found = [item.title.replace("\N{NO-BREAK SPACE}", " ") for item in root.children]
    assert root.title.replace("\N{NO-BREAK SPACE}", " ") == real.guide.guide.title
    assert [section.title for section in real.guide.sections if section.title not in found] == []
    assert found[-1] == "Where the facts come from"


def test_its_headings_and_its_foot_are_tagged_as_what_they_are(real: Leaflet) -> None:
    top = tree(real.file.read_bytes())
    assert len(top.of_kind("H1")) == 1
    assert {figure.said["Alt"].replace("\N{NO-BREAK SPACE}", " ") for figure in top.of_kind("Figure")} == {
        "leads to",
        "QR code that opens NHS, Back pain, https://www.nhs.uk/conditions/back-pain/",
        "Picture of 100 people, 10 of them filled in",
        "Bar chart: The most vitamin D to take a day depends on your age. The table gives the same numbers.",
        (
            "The spine from the side. Marked, from top to bottom: Neck (C1 to C7); Upper and middle back (T1 to T12); "
            "Lower back (L1 to L5); A disc (between L3 and L4); Sciatic nerve (L4 to S3); "
            "Base of the spine (S1 to S5); Tailbone (coccyx)."
        ),
    }
    heads = [cell.said["Scope"] for cell in top.of_kind("TH")]
    assert {"Row", "Column"} == set(heads)


def test_a_draft_says_so_in_the_foot_of_every_page(real: Leaflet) -> None:
    count = len(real.pages)
    about = real.guide.guide
    for number, page in enumerate(real.pages, 1):
        foot = " ".join(word.text for word in words(page) if {"foot", "foot-page"} & word.around)
        assert DRAFT in foot
        assert about.title in foot
        assert f"Version {about.version}" in foot
        assert "Review by 23 November 2028" in foot
        assert f"Page {number} of {count}" in " ".join(foot.split())


def test_an_approved_guide_names_who_checked_it_in_the_foot_of_every_page(project: Path) -> None:
    content = project / "content.yaml"
    approval = (
        "  status: approved\n  reviewed_by: [{name: Dr Adaeze Obi-Williamson}]\n  reviewed_on: 2026-11-20\n  funding:"
    )
    content.write_text(content.read_text(encoding="utf-8").replace("  funding:", approval), encoding="utf-8")
    for page in made(content, project / "output").pages:
        said = " ".join(word.text for word in words(page))
        assert "Checked by Dr Adaeze Obi-Williamson, 20 November 2026" in " ".join(said.split())
        assert any(word.text.strip() == "Review by 1 November 2029" for word in words(page)), "it stands in one line"
        assert "Draft" not in said


def test_both_boxes_for_urgent_help_stand_on_the_first_two_pages(real: Leaflet) -> None:
    for level in ("urgent--emergency", "urgent--urgent"):
        where = [number for number, page in enumerate(real.pages, 1) if any(level in w.around for w in words(page))]
        assert where in ([1], [2])


def test_no_page_but_the_last_is_less_than_a_third_full(leaflet: Leaflet) -> None:
    fill = []
    for page in leaflet.pages[:-1]:
        height = page.height
        fill.append((max(word.y + word.height for word in text_of(page)) - page.content_box_y()) / height)
    assert [round(share, 2) for share in fill if share < 1 / 3] == []


def test_the_least_guide_is_one_page(small: Leaflet) -> None:
    assert len(small.pages) == 1


def test_no_heading_stands_at_the_foot_of_a_page(leaflet: Leaflet) -> None:
    for page in leaflet.pages:
        last = max(text_of(page), key=lambda word: word.y + word.height)
        assert not {"h1", "h2", "h4", "lead", "thead"} & last.around, last.text


def test_cards_boxes_and_rows_never_break_across_pages(leaflet: Leaflet) -> None:
    seen: dict[Any, set[int]] = {}
    for number, page in enumerate(leaflet.pages):
        for box in page.descendants(placeholders=True):
            element = getattr(getattr(box, "_box", box), "element", None)
            if element is not None and set(WHOLE) & set(element.get("class", "").split()):
                seen.setdefault(element, set()).add(number)
    assert [element.get("class") for element, pages in seen.items() if len(pages) > 1] == []
    assert seen or len(leaflet.pages) == 1


def test_text_is_12_points_but_for_small_print(leaflet: Leaflet) -> None:
    small = []
    for page in leaflet.pages:
        for word in words(page):
            least = min((size for name, size in SMALL_TYPE.items() if name in word.around), default=12)
            if word.size < least * PT - 0.01:
                small.append((word.text, round(word.size / PT, 1)))
    assert small == []


def test_lines_are_no_longer_than_80_characters(leaflet: Leaflet) -> None:
    long = []
    for page in leaflet.pages:
        for _, line in itertools.groupby(text_of(page), key=lambda word: (round(word.y + word.height), word.around)):
            text = "".join(word.text for word in line)
            if len(text) > 82:  # one or two more where the letters are narrow
                long.append(text)
    assert long == []


def test_no_running_text_is_italic_in_capitals_or_hyphenated(leaflet: Leaflet) -> None:
    for page in leaflet.pages:
        for box in page.descendants(placeholders=True):
            style = getattr(box, "_box", box).style
            assert style["font_style"] == "normal"
            assert style["text_transform"] == "none"
            assert style["hyphens"] == "manual"


def test_words_stay_clear_of_the_edges_and_of_the_foot(leaflet: Leaflet) -> None:
    for page in leaflet.pages:
        right = page.width + 2 * 17 * MM
        outside = [word for word in words(page) if word.x < 15 * MM or word.x + word.width > right - 15 * MM]
        below = [word for word in text_of(page) if word.y + word.height > page.content_box_y() + page.height + 1]
        assert outside + below == []


def test_a_long_pathway_of_long_words_goes_on_in_a_second_row(project: Path) -> None:
    steps = [
        "Hypomagnesaemia",
        "Neuromuscular hyperexcitability",
        "Inflammation",
        "Hospitalisation",
        "Tiredness",
        "Pain",
    ]
    items = [{"id": "one", "title": "One", "message": "One does it", "text": "It does.", "pathway": steps}]
    section = {"kind": "mechanisms", "title": "How it happens", "items": items}
    content = project / "content.yaml"
    with_pathway = f"sections:\n  - {json.dumps(section)}\n"
    content.write_text(content.read_text(encoding="utf-8").replace("sections:\n", with_pathway), encoding="utf-8")
    leaflet = made(content, project / "output")
    placed = [word for page in leaflet.pages for word in words(page) if "step" in word.around]
    assert " ".join(word.text.strip() for word in placed) == " ".join(steps)
    test_words_stay_clear_of_the_edges_and_of_the_foot(leaflet)
    assert len({round(word.y / 40) for word in placed}) > 1


def test_words_can_be_told_from_what_lies_behind_them(leaflet: Leaflet) -> None:
    weak = []
    for page in leaflet.pages:
        for word in words(page):
            body = len(word.text.strip()) > 1 and {"p", "li", "td"} & word.around and not QUIET & word.around
            least = 7 if body else 4.5
            if contrast(word.color, word.behind) < least:
                weak.append((word.text, round(contrast(word.color, word.behind), 2)))
    assert weak == []


def test_every_link_leads_somewhere(real: Leaflet) -> None:
    outside, inside = [], []
    with pikepdf.open(real.file) as pdf:
        names = {str(name) for name in list(pdf.Root.Names.Dests.Names)[::2]}
        for page in pdf.pages:
            for area in page.get("/Annots", ()):
                if "/A" in area:
                    outside.append(str(area.A.URI))
                else:
                    inside.append(str(area.Dest))
    assert set(inside) <= names
    wanted = [link.url for link in real.guide.more_information]
    wanted += [f"https://doi.org/{each.doi}" for each in real.guide.references if each.doi]
    wanted += [f"mailto:{real.guide.organisation.email}"]
    assert [address for address in wanted if address not in outside] == []
    assert len(inside) > 40


def test_the_address_of_the_qr_code_is_printed_beside_it(real: Leaflet) -> None:
    said = ["".join(word.text for word in words(page) if "scan" in word.around) for page in real.pages]
    (beside,) = [text for text in said if text]
    assert "www.nhs.uk/conditions/back-pain/" in beside


def test_the_bare_weasyprint_command_makes_the_same_pages_of_the_kept_html(real: Leaflet, tmp_path: Path) -> None:
    bare = tmp_path / "bare.pdf"
    command = [sys.executable, "-m", "weasyprint", str(real.html), str(bare)]
    told = subprocess.run(command, check=True, capture_output=True, text=True)
    assert told.stderr == ""
    assert pdf_text(bare, "-layout") == pdf_text(real.file, "-layout")
