"""The guides of `examples/guides`: each passes the check and builds whole; what they share lives once."""

from __future__ import annotations

import datetime as dt
import re
from pathlib import Path

import pytest

from leafdeck.build import build
from leafdeck.checking import check
from leafdeck.formats import FORMATS
from leafdeck.guide.source import load
from leafdeck.guide.texts import rich_texts
from leafdeck.notice import Severity
from leafdeck.order import Order, Product
from leafdeck.resources import ROOT_MARK, Resources

GUIDES = Path(__file__).resolve().parents[2] / "examples" / "guides"
NAMES = ("heel-pain", "statins")
DAY = dt.date(2026, 11, 25)


def test_these_are_all_the_guides() -> None:
    assert tuple(sorted(path.parent.name for path in GUIDES.glob("*/content.yaml"))) == NAMES


@pytest.mark.parametrize("name", NAMES)
def test_what_a_clinic_says_in_all_its_guides_lives_once(name: str) -> None:
    content = GUIDES / name / "content.yaml"
    assert (GUIDES / ROOT_MARK).is_file()
    source = load(content, Resources.beside(content).icons())
    assert {"organisation.yaml", "disclaimer.yaml"} <= {file.name for file in source.files[1:]}
    assert Resources.beside(content).find("styles/brand.css") == GUIDES / "styles" / "brand.css"
    assert source.guide.organisation.logo == "../shared/logo.svg"


@pytest.mark.parametrize("name", NAMES)
def test_every_source_says_when_it_was_read_and_is_told_with_its_facts(name: str) -> None:
    guide = load(GUIDES / name / "content.yaml").guide
    told = (GUIDES / name / "SOURCES.md").read_text(encoding="utf-8")
    pages = set(re.findall(r"\]\((https?://(?:[^()\s]|\([^()\s]*\))+)\)", told))
    cited = {cited for text in rich_texts(guide) for cited in re.findall(r"@([a-z0-9-]+)", text)}
    assert {reference.id for reference in guide.references} == cited
    for reference in guide.references:
        assert reference.accessed == "2026-11-25"
        assert reference.design
        if reference.type == "webpage":
            assert reference.url in pages, reference.id


@pytest.mark.slow
@pytest.mark.parametrize("name", NAMES)
def test_it_passes_the_check(name: str, tmp_path: Path) -> None:
    found = check(Order(GUIDES / name / "content.yaml", tmp_path, DAY)).findings
    assert [one.rule for one in found if one.severity is not Severity.INFO] == ["reviewer-missing"]


@pytest.mark.slow
@pytest.mark.parametrize(
    ("name", "wanted"),
    [
        ("heel-pain", ("letter", "large-print", "poster", "trifold")),
        pytest.param("statins", ("letter", "large-print", "poster", "trifold"), marks=pytest.mark.thorough),
    ],
)
def test_it_is_whole_in_every_form(name: str, wanted: tuple[str, ...], tmp_path: Path) -> None:
    forms = tuple(form for form in FORMATS if form.name in wanted)
    order = Order(GUIDES / name / "content.yaml", tmp_path, DAY, (Product.LEAFLET,), formats=forms)
    built = build(order)
    assert [notice.message for notice in built.notices if notice.severity is not Severity.INFO] == []
    assert {form.file for form in forms} <= {file.name for file in built.files}
