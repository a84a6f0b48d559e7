"""docs/branding.md names classes and attributes as the templates write them; its example of rules reaches something."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from leafdeck import branding, typeset
from leafdeck.brand import rules
from leafdeck.compose import Composer
from leafdeck.formats import A4, LARGE_PRINT
from leafdeck.guide.source import load
from leafdeck.resources import Resources

ROOT = Path(__file__).resolve().parents[2]
PAGE = (ROOT / "docs" / "branding.md").read_text(encoding="utf-8")
ROWS = re.findall(r"(?m)^\| `((?:html)?[.\[][\w\[\]-]+)` \| (yes|no) \| (yes|no) \| (.+?) \|$", PAGE)
SPECIMEN = ROOT / branding.SPECIMEN


@pytest.fixture(scope="module")
def pages() -> dict[str, rules.Element]:
    brand = branding.worn(branding.defaults())
    resources = Resources.beside(SPECIMEN)
    composer = Composer(load(SPECIMEN).guide, brand, resources, SPECIMEN.parent, branding.defaults())
    fetcher = typeset.ProjectFetcher((SPECIMEN.parent, branding.defaults().parent))
    made = {"leaflet": composer.leaflet(A4), "slides": composer.slides(), "large": composer.leaflet(LARGE_PRINT)}
    return {name: typeset.parsed(markup, fetcher).wrapper_element for name, markup in made.items()}


def has(page: rules.Element, selector: str) -> bool:
    return any(True for _ in page.query_all(selector))


def test_there_are_enough_names() -> None:
    assert len(ROWS) > 60
    assert len({name for name, *_ in ROWS}) == len(ROWS)


@pytest.mark.parametrize(("name", "leaflet", "slides"), [row[:3] for row in ROWS])
def test_each_name_is_where_the_page_says(
    name: str, leaflet: str, slides: str, pages: dict[str, rules.Element]
) -> None:
    assert [has(pages["leaflet"], name), has(pages["slides"], name)] == [leaflet == "yes", slides == "yes"]


def test_more_names_in_the_table_s_words_exist_too(pages: dict[str, rules.Element]) -> None:
    for name in {name for _, _, _, words in ROWS for name in re.findall(r"`(\.[\w-]+)`", words)}:
        assert has(pages["leaflet"], name) or has(pages["slides"], name), name


def test_the_example_reaches_something(tmp_path: Path, pages: dict[str, rules.Element]) -> None:
    (example,) = re.findall(r"```css\n(/\* one round corner.*?)```", PAGE, re.DOTALL)
    own = tmp_path / "brand.css"
    own.write_text(example, encoding="utf-8")
    known = rules.vocabulary([], [])
    assert [one.message for one in rules.unmatched(rules.read(own), list(pages.values()), known)] == []
    assert typeset.refused(own) == ()
    assert len(rules.read(own)) == 6


def test_the_values_of_the_hooks_are_those_that_it_lists(pages: dict[str, rules.Element]) -> None:
    words = {name: re.findall(r"`([\w-]+)`", text) for name, _, _, text in ROWS}
    layouts = {element.etree_element.get("data-layout") for element in pages["slides"].query_all("[data-layout]")}
    assert layouts == set(words[".slide[data-layout]"])
    assert has(pages["leaflet"], 'html[data-document="leaflet"][data-format="a4"]')
    assert has(pages["slides"], 'html[data-document="slides"]')
    assert has(pages["large"], 'html[data-format="large-print"]')
