"""What the deck makes of each feature of CSS: HTML in, facts about the XML and the notices out."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
import weasyprint
from features import FEATURES, NATIVE, REPORTED, Feature
from torture import outcome

ROOT = Path(__file__).resolve().parents[2]
PAGES = {path.stem: path.read_text(encoding="utf-8") for path in (ROOT / "docs" / "analysis").glob("*.md")}
ROW = re.compile(r"(?m)^\| \[(.+?)\]\((.+?)\.md\) \| (\w+) \| ([\d.]+) \|$")


def name(feature: Feature) -> str:
    return feature.slug


@pytest.mark.parametrize("feature", FEATURES, ids=name)
def test_a_feature_becomes_what_its_row_says(feature: Feature) -> None:
    xml, notices = outcome(feature)
    assert [wanted for wanted in feature.xml if not re.search(wanted, xml, re.DOTALL)] == []
    assert not (feature.absent and re.search(feature.absent, xml))
    told = [notice.message for notice in notices]
    if feature.verdict == REPORTED:
        assert told
        assert [message for message in told if feature.notice not in message] == []
    else:
        assert told == []


@pytest.mark.parametrize("feature", [one for one in FEATURES if one.verdict == REPORTED], ids=name)
def test_what_is_reported_names_its_place(feature: Feature) -> None:
    assert {notice.where.path for notice in outcome(feature)[1]} == {f"sections[{feature.slug}]"}


@pytest.mark.parametrize("feature", FEATURES, ids=name)
def test_no_words_are_lost_but_those_within_drawings(feature: Feature) -> None:
    xml = outcome(feature)[0]
    said = "".join(re.findall(r"<a:t>(.*?)</a:t>", xml))
    drawings = re.sub(r"<svg[ >].*?</svg>", " ", feature.html) if feature.html.startswith("<svg") else feature.html
    words = "\n".join(weasyprint.HTML(string=drawings).etree_element.itertext()).split()
    assert [word for word in words if word.casefold() not in said.casefold()] == []


def test_native_features_say_what_they_become() -> None:
    assert [one.name for one in FEATURES if one.verdict == NATIVE and not one.xml and one.name != "@page size"] == []


def test_the_table_has_a_row_for_each_feature_and_no_other() -> None:
    rows = [row[:3] for row in ROW.findall(PAGES["README"])]
    assert rows == [(one.name, one.page, one.verdict) for one in FEATURES]


@pytest.mark.parametrize("feature", FEATURES, ids=name)
def test_a_features_page_explains_it(feature: Feature) -> None:
    assert f"`{feature.name}`" in PAGES[feature.page]


def examples() -> list[tuple[str, str]]:
    """Each example of XML on a page, with its page."""
    return [
        (page, example)
        for page, text in sorted(PAGES.items())
        for example in re.findall(r"(?ms)^```xml\n(.*?)^```$", text)
    ]


@pytest.mark.parametrize(("page", "example"), examples())
def test_an_example_of_xml_is_what_the_deck_really_has(page: str, example: str) -> None:
    """Three dots stand for anything, white space between elements for none."""
    wanted = re.escape(re.sub(r">\s+<", "><", example.strip())).replace("…", ".*?")
    found = [one.name for one in FEATURES if one.page == page and re.search(wanted, outcome(one)[0], re.DOTALL)]
    assert found


def test_every_page_shows_xml() -> None:
    assert {page for page, _ in examples()} == set(PAGES) - {"README"}
