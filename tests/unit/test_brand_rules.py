"""A brand's own rules: what matches nothing, and what the layout engine passes over, told with file and line."""

from __future__ import annotations

from pathlib import Path

import pytest
import weasyprint

from leafdeck import typeset
from leafdeck.brand import rules

KNOWN = rules.vocabulary(
    ['<div class="row{{ " " ~ kind if kind }}"><p class="urgent--{{ level }} masthead{{ " masthead--long" if x }}">'],
    [".card { color: red } /* .not-this */ .tile .disc { background: url(a.svg) }"],
)
PAGE = weasyprint.HTML(string='<html data-document="slides"><p class="card">a<b id="x">b</b></p>').wrapper_element


@pytest.fixture
def sheet(tmp_path: Path) -> Path:
    return tmp_path / "brand.css"


def told(sheet: Path, css: str) -> list[tuple[int, int, str, str]]:
    sheet.write_text(css, encoding="utf-8")
    found = rules.unmatched(rules.read(sheet), [PAGE], KNOWN)
    return [(one.where.line, one.where.column, one.message, one.hint) for one in found]


def test_the_vocabulary_is_that_of_templates_and_style_sheets() -> None:
    assert KNOWN.names == {"row", "masthead", "masthead--long", "card", "tile", "disc"}
    assert "urgent--routine" in KNOWN
    assert "urgen--routine" not in KNOWN


@pytest.mark.parametrize(
    "css",
    [
        ".card { color: red }",
        "html[data-document=slides] .card > #x { color: red }",
        "p::before { content: 'x' }",
        "@media print { .card { color: red } }",
        "@media screen { .nothing { color: red } }",
        "@media (prefers-color-scheme: dark) { .nothing { color: red } }",
        "a:hover { color: red }",
        ":is(.nothing, .card) { color: red }",
        ".nothing, .card { color: red }",
        ":root { --x: 1 }",
    ],
)
def test_what_matches_is_passed_over(sheet: Path, css: str) -> None:
    assert told(sheet, css) == []


def test_what_matches_nothing_is_told_with_the_nearest_name(sheet: Path) -> None:
    assert told(
        sheet, ":root { --x: 1 }\n@media print {\n  .mastehad h1 { color: red }\n}\n.tile .card { margin: 0 }"
    ) == [
        (
            3,
            3,
            ".mastehad h1 matches nothing in leaflet and slides",
            "Did you mean .masthead? docs/branding.md lists the names.",
        ),
        (
            5,
            1,
            ".tile .card matches nothing in leaflet and slides",
            "Its names exist, and nothing has them in this order or together.",
        ),
    ]


def test_a_selector_that_is_none_is_told(sheet: Path) -> None:
    ((line, _, message, _),) = told(sheet, ".card >> p { color: red }")
    assert (line, message.startswith("this selector is not CSS: .card >> p")) == (1, True)


def test_a_name_that_no_template_has_is_told_without_any_page(sheet: Path) -> None:
    sheet.write_text(".crad :not(.tile) { color: red }\n.urgent--urgent { color: red }", encoding="utf-8")
    found = list(rules.unknown(rules.read(sheet), KNOWN))
    assert [(one.where.line, one.message, one.hint.split("?")[0]) for one in found] == [
        (1, "nothing has the class .crad", "Did you mean .card")
    ]


def test_what_the_engine_passes_over_is_told_with_file_and_line(sheet: Path) -> None:
    sheet.write_text(".card {\n  colr: red;\n  color: rde;\n  margn: 1px;\n  color: red;\n}\n", encoding="utf-8")
    found = list(rules.refused(sheet, typeset.refused(sheet), typeset.properties()))
    assert [(one.where.file, one.where.line, one.message, one.hint) for one in found] == [
        (sheet, 2, "colr is no property that is known here", "Did you mean color?"),
        (sheet, 3, "color: rde has no effect: invalid value", "Look up which values the property takes."),
        (sheet, 4, "margn is no property that is known here", "Did you mean margin?"),
    ]
