"""The web page's HTML: its landmarks, headings, names and numbers to call, for every kind of section."""

from __future__ import annotations

import re
from collections import Counter
from itertools import pairwise
from pathlib import Path
from typing import Any
from xml.etree import ElementTree as ET

import pytest
import weasyprint
import yaml

from leafdeck.brand import css
from leafdeck.compose import Composer
from leafdeck.compose.composer import called, dialled
from leafdeck.guide.model import Guide
from leafdeck.resources import Resources, package_data

HERE = Path(__file__).parent
SAMPLE = HERE / "test_slides_guide.yaml"
ICON = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 48 48"><path fill="black" d="M4 4h40v40z"/></svg>'
POLICY = (
    "default-src 'none'; style-src 'unsafe-inline'; img-src data:; font-src data:; base-uri 'none'; form-action 'none'"
)
Html = ET.Element


def composer(folder: Path, data: dict[str, Any]) -> Composer:
    """A composer of an outline, with an icon for each name that it uses."""
    icons = folder / "styles" / "icons"
    icons.mkdir(parents=True, exist_ok=True)
    for name in set(re.findall(r"'icon': '(\w+)'", str(data))):
        (icons / f"{name}.svg").write_text(ICON, encoding="utf-8")
    defaults = package_data() / "styles" / "brand.css"
    resources = Resources((folder, package_data()))
    return Composer(Guide.model_validate(data), css.load([defaults]), resources, HERE, defaults)


@pytest.fixture(scope="module")
def source(tmp_path_factory: pytest.TempPathFactory) -> str:
    data = yaml.safe_load(SAMPLE.read_text(encoding="utf-8"))
    return composer(tmp_path_factory.mktemp("web"), data).web().html


@pytest.fixture(scope="module")
def page(source: str) -> Html:
    html: Html = weasyprint.HTML(string=source).etree_element
    return html


def all_of(page: Html, *tags: str) -> list[Html]:
    return [element for element in page.iter() if element.tag in tags]


def words(element: Html) -> str:
    return " ".join("".join(element.itertext()).split())


def named(page: Html, element: Html) -> str:
    """The name that a screen reader says of an element."""
    by_id = {one.get("id"): one for one in page.iter() if one.get("id")}
    labels = element.get("aria-labelledby", "").split()
    return element.get("aria-label") or " ".join(words(by_id[label]) for label in labels)


def test_the_policy_stands_first_and_allows_nothing_from_elsewhere(page: Html) -> None:
    metas = all_of(page, "meta")
    assert metas[0].get("charset") == "utf-8"
    assert metas[1].get("http-equiv") == "Content-Security-Policy"
    assert metas[1].get("content") == POLICY
    assert all_of(page, "script", "iframe", "object", "embed", "form") == []


def test_it_says_what_it_is(page: Html) -> None:
    assert page.get("lang") == "en-GB"
    assert words(all_of(page, "title")[0]).startswith("Could low nutrients be part of your back pain?")
    metas = {meta.get("name"): meta.get("content", "") for meta in all_of(page, "meta")}
    assert metas["viewport"] == "width=device-width, initial-scale=1"
    assert metas["description"].startswith("Sometimes. Back pain has many causes")
    assert "[" not in metas["description"]


def test_it_has_each_landmark_once_and_a_way_past_the_first(page: Html) -> None:
    tags = Counter(element.tag for element in page.iter())
    assert [tags[tag] for tag in ("header", "nav", "main", "footer", "h1")] == [1, 1, 1, 1, 1]
    body = all_of(page, "body")[0]
    skip = body[0]
    assert (skip.tag, skip.get("href"), skip.get("class")) == ("a", "#main", "skip")
    assert all_of(page, "main")[0].get("id") == "main"
    outside = [child.tag for child in body if child.tag not in {"a", "header", "footer", "div"}]
    assert outside == []


def test_no_heading_level_is_skipped(page: Html) -> None:
    levels = [int(heading.tag[1]) for heading in all_of(page, "h1", "h2", "h3", "h4", "h5", "h6")]
    assert levels[0] == 1
    assert levels.count(1) == 1
    assert [pair for pair in pairwise(levels) if pair[1] > pair[0] + 1] == []


def test_ids_are_there_once_and_links_lead_to_them(page: Html) -> None:
    ids = Counter(element.get("id") for element in page.iter() if element.get("id"))
    assert [name for name, count in ids.items() if count > 1] == []
    links = [link.get("href", "") for link in all_of(page, "a")]
    assert [link for link in links if link.startswith("#") and link[1:] not in ids] == []
    assert [link for link in links if not link.startswith(("#", "https://", "http://", "mailto:", "tel:"))] == []


def test_every_region_and_table_has_a_name(page: Html) -> None:
    for element in page.iter():
        if element.tag in {"section", "nav"} or element.get("role") == "region":
            assert named(page, element), ET.tostring(element)[:120]
    for table in all_of(page, "table"):
        known = named(page, table) or all_of(table, "caption") or "glossary" in table.get("class", "")
        assert known, ET.tostring(table)[:200]


def test_cells_are_headed(page: Html) -> None:
    for head in all_of(page, "th"):
        assert head.get("scope") in {"row", "col"}
        assert words(head)
    folding = [table for table in all_of(page, "table") if "folds" in table.get("class", "")]
    assert len(folding) >= 3
    for table in folding:
        assert {row.get("role") for row in all_of(table, "tr")} == {"row"}
        columns = [words(head) for head in all_of(table, "th") if head.get("scope") == "col"]
        for row in all_of(table, "tr")[1:]:
            assert [cell.get("data-column") for cell in all_of(row, "td")] == columns[1:]


def test_pictures_say_what_they_show_or_are_hidden(page: Html) -> None:
    for picture in all_of(page, "svg"):
        assert picture.get("aria-hidden") == "true" or words(all_of(picture, "title")[0])
    for image in all_of(page, "img"):
        assert image.get("alt") is not None


def test_urgency_is_said_before_the_heading_and_numbers_can_be_called(page: Html) -> None:
    boxes = {box.get("id", ""): box for box in all_of(page, "section") if "urgent" in box.get("class", "").split()}
    heads = [named(page, box) for box in boxes.values()]
    assert [head.split(":")[0] for head in heads] == ["Emergency", "Urgent", "Not urgent"]
    calls = [link.get("href") for box in boxes.values() for link in all_of(box, "a") if "call" in link.get("class", "")]
    assert calls == ["tel:999", "tel:111"]
    dial = [words(link) for link in all_of(page, "a") if link.get("href") == "tel:01234567890"]
    assert dial == ["01234 567 890"]


@pytest.mark.parametrize(
    ("title", "number"),
    [
        ("Call 999 or go to A&E now if:", "999"),
        ("call 111 today", "111"),
        ("Lost 100 pounds?", ""),
        ("Call 24 hours", ""),
    ],
)
def test_only_what_a_heading_says_to_call_is_a_number(title: str, number: str) -> None:
    assert called(title, "Call {number}") == number


def test_a_number_is_dialled_without_its_spaces() -> None:
    assert dialled("+44 (0)1632 960-123") == "+4401632960123"


def test_colours_of_drawings_are_looked_up_so_that_they_follow_the_screen(page: Html) -> None:
    fixed = [
        (element.tag, element.get("fill"))
        for picture in all_of(page, "svg")
        if "qr" not in picture.get("class", "").split()
        for element in picture.iter()
        if (element.get("fill") or "none").startswith("#") or (element.get("stroke") or "none").startswith("#")
    ]
    assert fixed == []
    assert "data-chart" not in ET.tostring(page, encoding="unicode")


def test_answers_fold_and_their_questions_are_headings(page: Html) -> None:
    folded = [one for one in all_of(page, "details") if one.get("class") == "question"]
    assert len(folded) >= 2
    for one in folded:
        assert next(child.tag for child in one) == "summary"
        assert words(all_of(one, "h3")[0]).endswith("?")


def test_a_section_has_one_way_for_all_its_kinds(source: str) -> None:
    data = yaml.safe_load(SAMPLE.read_text(encoding="utf-8"))
    titles = [section["title"] for section in data["sections"]]
    text = words(weasyprint.HTML(string=source).etree_element).replace("\u2019", "'").replace("\u00a0", " ")
    assert [title for title in titles if title.replace("\u00a0", " ") not in text] == []
