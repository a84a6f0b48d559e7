"""The labelled snippets are whole: each can be marked right or wrong, and no rule goes without."""

from __future__ import annotations

from collections import Counter
from pathlib import Path
from typing import Any

import pytest
import yaml

FOLDER = Path(__file__).resolve().parents[1] / "labelled"
FILES = sorted(FOLDER.glob("*.yaml"))
HELD_OUT = sorted(FOLDER.glob("held-out/*.yaml"))

RULES = {
    "claims": {"cause-for-link", "sales-word"},
    "dates": {"date-form", "time-form"},
    "headings": {"heading-case", "heading-stop", "heading-question", "heading-stock", "block-capitals"},
    "length": {"long-sentence", "long-paragraph"},
    "numbers": {
        "number-word", "thousands-comma", "range-dash", "percent-decimal",
        "mixed-formats", "mixed-denominators", "sum-for-reader",
    },
    "passive": {"passive-voice"},
    "reader": {"third-person", "link-text", "labelling-words"},
    "safety": {"stop-medicine", "dose-by-weight", "dose-over-limit"},
    "style": {"contraction", "latin-abbreviation", "ampersand", "bracket-plural", "and-or"},
    "terms": {"unexplained-term", "unexplained-abbreviation"},
    "units": {"microgram-short", "unit-space", "international-units", "unit-missing"},
    "words": {"plain-word", "vague-word", "us-spelling"},
}  # fmt: skip
ROLES = {"prose", "heading", "heading-urgent", "title", "question", "item", "cell", "sign", "caption"}
KEYS = {"text", "role", "language", "glossary", "references", "finds", "looks_like", "why"}

each_file = pytest.mark.parametrize("path", [*FILES, *HELD_OUT], ids=lambda path: f"{path.parent.name}-{path.stem}")


def snippets(path: Path) -> list[dict[str, Any]]:
    """Return a file's snippets, or an empty list if it has none."""
    found: list[dict[str, Any]] = yaml.safe_load(path.read_text(encoding="utf-8"))["snippets"]
    return found


def found(snippet: dict[str, Any]) -> set[str]:
    return {finding["rule"] for finding in snippet["finds"]}


def test_no_text_stands_twice() -> None:
    texts = Counter(snippet["text"] for path in [*FILES, *HELD_OUT] for snippet in snippets(path))
    assert [text for text, times in texts.items() if times > 1] == []


@each_file
def test_a_file_is_named_after_its_family(path: Path) -> None:
    assert path.stem in RULES
    content = yaml.safe_load(path.read_text(encoding="utf-8"))
    assert set(content) == {"family", "snippets"}
    assert content["family"] == path.stem


@each_file
def test_a_snippet_holds_what_the_readme_says(path: Path) -> None:
    for snippet in snippets(path):
        assert set(snippet) <= KEYS, snippet
        assert snippet["text"] == snippet["text"].strip() != "", snippet
        assert snippet.get("role", "prose") in ROLES, snippet
        assert all(set(term) == {"term", "meaning"} for term in snippet.get("glossary", [])), snippet
        assert all(f"@{cited}" in snippet["text"] for cited in snippet.get("references", {})), snippet


@each_file
def test_what_is_found_can_be_pointed_at(path: Path) -> None:
    for snippet in snippets(path):
        for finding in snippet["finds"]:
            assert set(finding) == {"rule", "words"}, snippet
            assert finding["rule"] in RULES[path.stem], snippet
            assert snippet["text"].count(finding["words"]) == 1, finding


@each_file
def test_a_harmless_snippet_says_which_rule_it_tempts_and_why_it_is_fine(path: Path) -> None:
    for snippet in snippets(path):
        if snippet["finds"]:
            assert snippet.get("looks_like") not in found(snippet), snippet
        else:
            assert snippet["looks_like"] in RULES[path.stem], snippet
            assert snippet["why"].strip(), snippet


@each_file
def test_half_of_a_family_or_more_is_harmless(path: Path) -> None:
    family = snippets(path)
    assert 2 * sum(not snippet["finds"] for snippet in family) >= len(family)


@pytest.mark.parametrize("files", [FILES, HELD_OUT], ids=["known", "held out"])
def test_every_family_is_there(files: list[Path]) -> None:
    assert {path.stem for path in files} == set(RULES)


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_a_family_holds_40_snippets_and_each_rule_4_guilty_ones(path: Path) -> None:
    family = snippets(path)
    assert len(family) >= 40
    guilty = Counter(rule for snippet in family for rule in found(snippet))
    assert {rule: guilty[rule] for rule in RULES[path.stem] if guilty[rule] < 4} == {}


@pytest.mark.parametrize("path", HELD_OUT, ids=lambda path: path.stem)
def test_a_held_out_family_holds_24_snippets_and_each_rule_a_guilty_one(path: Path) -> None:
    family = snippets(path)
    assert len(family) >= 24
    assert {rule for snippet in family for rule in found(snippet)} == RULES[path.stem]
