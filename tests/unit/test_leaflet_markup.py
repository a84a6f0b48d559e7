"""The leaflet's HTML, before it is laid out: what each kind of section becomes, and what is never there."""

from __future__ import annotations

import itertools
import re
from pathlib import Path
from typing import Any, get_args
from xml.etree import ElementTree as ET

import pytest
import weasyprint
import yaml

from leafdeck.brand import css
from leafdeck.compose import Composer
from leafdeck.guide.model import Guide
from leafdeck.guide.sections import Section
from leafdeck.resources import Resources, package_data

HERE = Path(__file__).parent
SAMPLE = HERE / "test_slides_guide.yaml"
ICON = (
    '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 48 48" fill="none"><path fill="black" d="M4 4h40v40z"/></svg>'
)
KINDS = [get_args(model.model_fields["kind"].annotation)[0] for model in get_args(get_args(Section)[0])]
PARTIALS = package_data() / "templates" / "leaflet" / "sections"
Html = ET.Element
APPROVED = {
    "status": "approved",
    "reviewed_by": [{"name": "Dr Ada Obi", "role": "physiotherapist"}],
    "reviewed_on": "2026-11-20",
}


def outline() -> dict[str, Any]:
    return dict(yaml.safe_load(SAMPLE.read_text(encoding="utf-8")))


def bare(*kinds: str) -> dict[str, Any]:
    """An outline with only some kinds of section, and nothing that may be left out."""
    data = outline()
    data["sections"] = [section for section in data["sections"] if section["kind"] in kinds]
    data["guide"]["type"] = "general"
    for name in ("glossary", "more_information", "references", "slides"):
        data.pop(name)
    return data


@pytest.fixture
def compose(tmp_path: Path) -> Any:
    """Compose the leaflet of an outline, with an icon for each name that it uses, and read the HTML."""

    def run(data: dict[str, Any]) -> Html:
        icons = tmp_path / "styles" / "icons"
        icons.mkdir(parents=True, exist_ok=True)
        for name in set(re.findall(r"'icon': '(\w+)'", str(data))):
            (icons / f"{name}.svg").write_text(ICON, encoding="utf-8")
        defaults = package_data() / "styles" / "brand.css"
        resources = Resources((tmp_path, package_data()))
        composer = Composer(Guide.model_validate(data), css.load([defaults]), resources, HERE, defaults)
        html: Html = weasyprint.HTML(string=composer.leaflet().html).etree_element
        return html

    return run


def having(html: Html, name: str) -> list[Html]:
    """The elements of a class."""
    return [element for element in html.iter() if name in element.get("class", "").split()]


def words(element: Html) -> str:
    return " ".join("".join(element.itertext()).split())


def headings(html: Html) -> list[tuple[int, str]]:
    return [(int(element.tag[1]), words(element)) for element in html.iter() if re.fullmatch("h[1-6]", element.tag)]


def test_there_is_a_partial_for_each_kind_of_section_and_no_other() -> None:
    assert sorted(path.stem for path in PARTIALS.glob("*.html")) == sorted(KINDS)


def test_the_sample_has_each_kind_of_section() -> None:
    assert {section["kind"] for section in outline()["sections"]} == set(KINDS)


@pytest.mark.parametrize("kind", KINDS)
def test_a_kind_that_is_not_used_leaves_nothing(kind: str, compose: Any) -> None:
    data = bare(*(other for other in KINDS if other != kind))
    titles = [section["title"] for section in outline()["sections"] if section["kind"] == kind]
    html = compose(data)
    assert [title for title in titles if title in [text for _, text in headings(html)]] == []
    assert [element.get("id") for element in html.iter("section") if not words(element)] == []


def test_the_least_guide_has_no_empty_headings_lists_or_tables(compose: Any) -> None:
    html = compose(bare("text"))
    assert headings(html) == [
        (1, "Could low nutrients be part of your back pain?"),
        (2, "How this guide was made"),
        (2, "About this leaflet"),
        (3, "Please note"),
        (3, "Contact"),
        (3, "Tell us what you think"),
        (3, "Other formats"),
    ]
    assert [
        element.tag for element in html.iter() if element.tag in {"ul", "ol", "table", "nav"} and not words(element)
    ] == []
    assert having(html, "inside") == []
    assert having(html, "help-now") == []


def test_the_least_sections_have_no_empty_parts(compose: Any) -> None:
    data = bare("text")
    data["sections"] = [
        {"kind": "key_points", "title": "Short", "points": [{"title": "A point", "text": "A text."}]},
        {"kind": "urgent", "level": "routine", "title": "See a GP if:", "signs": [{"id": "a", "text": "a sign"}]},
        {
            "kind": "mechanisms",
            "title": "How",
            "items": [{"id": "one", "title": "One", "message": "One does it", "text": "It does."}],
        },
        {"kind": "diagnosis", "title": "Finding out", "steps": [{"title": "Ask", "text": "Ask it."}]},
        {"kind": "management", "title": "What helps", "options": [{"title": "Rest", "text": "Rest a little."}]},
        {
            "kind": "chart",
            "title": "Numbers",
            "message": "One is more",
            "type": "bar",
            "unit": "people",
            "categories": ["One"],
            "series": [{"name": "Now", "values": [1]}],
            "source": "Our own count",
        },
        {
            "kind": "risk",
            "title": "Chances",
            "message": "It is rare",
            "of": 100,
            "groups": [{"label": "people get it", "number": 1}],
            "source": "Our own count",
        },
        {"kind": "checklist", "title": "To do", "items": ["Do it"]},
        {"kind": "conclusion", "title": "At home", "text": "Take it home."},
    ]
    html = compose(data)
    meant_to_be_empty = {"dot", "dot--on", "number", "disc", "blank-line"}
    empty = [
        element
        for element in html.iter()
        if element.tag in {"p", "h2", "h3", "h4", "ul", "li", "div", "table"}
        and not words(element)
        and not meant_to_be_empty & set(element.get("class", "").split())
        and not element.findall(".//{http://www.w3.org/2000/svg}svg")
    ]
    assert [ET.tostring(element) for element in empty] == []
    said = words(html)
    for label in ("What you may notice", "How sure are we?", "What you can do", "Your notes", "Daily limits"):
        assert label not in said


def test_headings_skip_no_level(compose: Any) -> None:
    levels = [level for level, _ in headings(compose(outline()))]
    assert levels[0] == 1
    assert levels.count(1) == 1
    assert [(one, two) for one, two in itertools.pairwise(levels) if two > one + 1] == []


def test_a_step_that_is_only_linked_never_gets_an_arrow(compose: Any) -> None:
    html = compose(outline())
    seen = 0
    for pathway in having(html, "pathway"):
        for link, step in zip(list(pathway)[1::2], list(pathway)[2::2], strict=True):
            arrow = "leads to" in words(link)
            linked = "step--linked" in step.get("class", "")
            assert arrow != linked, words(step)
            assert ("may go with" in words(link)) == linked
            seen += linked
    assert seen == 3


def test_every_step_of_a_pathway_that_is_not_linked_only_gets_an_arrow_that_says_so(compose: Any) -> None:
    data = bare("mechanisms")
    for item in data["sections"][0]["items"]:
        item["pathway"] = [step if isinstance(step, str) else step["step"] for step in item["pathway"]]
    html = compose(data)
    assert having(html, "link--linked") == []
    assert len(having(html, "link")) == sum(len(item["pathway"]) - 1 for item in data["sections"][0]["items"])


def test_the_evidence_is_told_in_words(compose: Any) -> None:
    marks = [(words(mark), len(having(mark, "dot--on"))) for mark in having(compose(outline()), "strength")]
    assert marks == [("Strong evidence", 3), ("Moderate evidence", 2), ("Weak evidence", 1), ("No good evidence", 0)]


def test_the_boxes_for_help_differ_in_words_and_in_the_shape_of_their_sign(compose: Any) -> None:
    html = compose(outline())
    boxes = having(html, "urgent")
    assert [words(having(box, "urgent-level")[0]) for box in boxes] == ["Emergency", "Urgent", "Not urgent"]
    shapes = [path.get("d") for box in boxes for path in having(box, "urgency-sign")[0]]
    assert len(set(shapes)) == len(shapes) == 6


def test_a_draft_says_so_at_its_head_and_foot_and_in_its_imprint(compose: Any) -> None:
    html = compose(outline())
    for name in ("pill--draft", "foot", "imprint"):
        assert "Draft" in words(having(html, name)[0])
    assert "Draft: not yet checked by a clinician" in words(having(html, "foot")[0])


def test_an_approved_guide_names_who_checked_it_and_when_and_is_no_draft(compose: Any) -> None:
    data = outline()
    data["guide"] |= APPROVED
    html = compose(data)
    assert "Checked by Dr Ada Obi, 20 November 2026" in words(having(html, "foot")[0])
    assert "Checked by: Dr Ada Obi (physiotherapist), 20 November 2026" in words(having(html, "imprint")[0])
    assert "Draft" not in words(html)


def test_what_is_inside_leads_to_parts_that_are_there(compose: Any) -> None:
    html = compose(outline())
    names = {element.get("id") for element in html.iter() if element.get("id")}
    targets = [link.get("href", "") for link in html.iter("a")]
    assert [target for target in targets if target.startswith("#") and target[1:] not in names] == []
    (inside,) = having(html, "inside")
    own = [section for section in outline()["sections"] if section["kind"] not in {"urgent", "chart", "risk"}]
    assert len(list(inside.iter("a"))) == len(own) + 2


def test_the_first_page_shows_the_way_to_the_signs_of_an_emergency(compose: Any) -> None:
    (strip,) = having(compose(outline()), "help-now")
    assert words(strip) == "Do you need help now? Check the signs on page"
    early = outline()
    early["sections"].sort(key=lambda section: section["kind"] != "urgent")
    assert having(compose(early), "help-now") == []


def test_a_logo_says_whose_it_is(compose: Any) -> None:
    data = outline()
    data["organisation"]["logo"] = "test_slides_figure.svg"
    (logo,) = having(compose(data), "logo")
    assert logo.get("alt") == "Riverside Back Care"


def test_icons_are_decoration_and_other_drawings_say_what_they_are(compose: Any) -> None:
    svg = "{http://www.w3.org/2000/svg}"
    for drawing in compose(outline()).iter(f"{svg}svg"):
        title = drawing.find(f"{svg}title")
        assert (drawing.get("aria-hidden") == "true") != (title is not None and bool(title.text))


def test_a_picture_has_its_words_and_decoration_a_blank(compose: Any) -> None:
    data = bare("figure")
    (image,) = compose(data).iter("img")
    assert image.get("alt") == "A box with a line through it."
    data["sections"][0] |= {"decorative": True}
    data["sections"][0].pop("alt")
    (image,) = compose(data).iter("img")
    assert image.get("alt") == " "


@pytest.mark.parametrize(
    ("title", "kept"),
    [
        ("Could low nutrients be part of your back pain?", True),
        ("A small guide", False),
        ("Living well with arthritis", False),
    ],
)
def test_a_title_keeps_its_last_short_word_company(title: str, kept: bool, compose: Any) -> None:
    data = bare("text")
    data["guide"]["title"] = title
    (heading,) = compose(data).iter("h1")
    assert ("\N{NO-BREAK SPACE}" in "".join(heading.itertext())) == kept


def test_a_chart_has_its_message_a_drawing_and_a_table(compose: Any) -> None:
    html = compose(bare("chart"))
    (chart,) = having(html, "chart")
    assert words(next(chart.iter("h3"))) == "Younger children should take less vitamin D"
    rows = [[words(cell) for cell in row] for row in chart.iter("tr")]
    assert rows == [["Age", "The most"], ["Under 1 year", "25"], *rows[2:]]
    assert [row[-1] for row in rows[1:]] == ["25", "50", "100"]
    assert {cell.get("scope") for cell in chart.iter("th")} == {"row", "col"}
    (drawing,) = having(chart, "chart-drawing")
    assert words(drawing[0]).startswith("Bar chart: Younger children should take less vitamin D.")


def test_a_risk_is_told_with_one_denominator_and_up_to(compose: Any) -> None:
    data = bare("risk")
    (section,) = (section for section in data["sections"])
    said = words(having(compose(data), "risk")[0])
    assert "Up to 7 out of 100 people who take it get pins and needles." in said
    assert "The other 93 or more" in said
    section["groups"] = [{"label": "people get better", "number": 20}, {"label": "others do", "number": 12}]
    said = words(having(compose(data), "risk")[0])
    assert "20 out of 100 people get better." in said
    assert "12 out of 100 others do." in said
    assert "p to" not in said
