"""What an approver is handed: a page that stands alone, and a sign-off list on paper, both in the brand's look."""

from __future__ import annotations

import html
import re
from collections.abc import Callable
from html.parser import HTMLParser
from pathlib import Path
from typing import Any

import pytest
import yaml
from pdftags import failures, text_of, tree

from leafdeck.brand import css

ROOT = Path(__file__).resolve().parents[2]
OTHER_BRAND = ROOT / "examples" / "brands" / "high-contrast" / "brand.css"
WAIVER = 'waivers: [{rule: contraction, where: all, reason: "A <quote>", by: B. Tester, until: 2027-01-02}]\n'
Run = Callable[..., Any]


class Page(HTMLParser):
    """What a page holds: headings with their levels, marked words, names of elements, addresses."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.headings: list[tuple[int, str]] = []
        self.marked: list[str] = []
        self.elements: list[str] = []
        self.addresses: list[str] = []
        self.ids: list[str] = []
        self._open: list[str] = []
        self.feed(text)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.elements.append(tag)
        self._open.append(tag)
        for name, value in attrs:
            if name in {"src", "href"}:
                self.addresses.append(value or "")
            if name == "id":
                self.ids.append(value or "")
        if re.fullmatch(r"h[1-6]", tag):
            self.headings.append((int(tag[1]), ""))
        if tag == "mark":
            self.marked.append("")

    def handle_endtag(self, tag: str) -> None:
        while self._open and self._open.pop() != tag:
            pass

    def handle_data(self, data: str) -> None:
        if self._open and re.fullmatch(r"h[1-6]", self._open[-1]):
            level, text = self.headings[-1]
            self.headings[-1] = (level, text + data)
        if self._open and self._open[-1] == "mark":
            self.marked[-1] += data


@pytest.fixture
def guilty(project: Path) -> Path:
    file = project / "content.yaml"
    text = file.read_text(encoding="utf-8").replace("A line of text.", "You don't if 1 < 2 & we won't.")
    file.write_text(text, encoding="utf-8")
    return file


def page(leafdeck: Run, *more: str) -> str:
    outcome = leafdeck("check", "--source", "--output-format", "html", "--today", "2026-11-24", *more)
    assert outcome.err == ""
    return str(outcome.out)


def test_the_page_groups_findings_and_underlines_their_words(leafdeck: Run, guilty: Path) -> None:
    del guilty
    text = page(leafdeck)
    made = Page(text)
    groups = [title for level, title in made.headings if level == 2]
    assert [title.split(" (")[0] for title in groups] == ["Errors", "Warnings", "Notes", "Waived"]
    assert {"don't", "won't"} <= set(made.marked)
    assert '"don\'t" is a contraction' in {title for _, title in made.headings}
    assert "The only part · content.yaml, Line 21" in text
    assert "NHS content style" in text
    assert "You <mark>" in text
    assert "1 &lt; 2 &amp; we" in text  # what a guide says is no markup
    assert "score" not in re.sub("<style>.*?</style>", "", text, flags=re.DOTALL).lower()
    assert "Only the content was judged" in text


def test_the_page_needs_nothing_else_and_is_in_order(leafdeck: Run, guilty: Path) -> None:
    del guilty
    text = page(leafdeck)
    made = Page(text)
    assert all(address.startswith("#") for address in made.addresses)
    assert {address[1:] for address in made.addresses} <= set(made.ids)
    assert "script" not in made.elements
    assert not re.search(r"url\((?!['\"]?data:)", text)
    assert '<html lang="en-GB">' in text
    levels = [level for level, _ in made.headings]
    assert levels.count(1) == 1
    assert all(after <= before + 1 for before, after in zip([0, *levels], levels, strict=False))
    assert made.elements.count("main") == made.elements.count("header") == 1


def test_the_page_lists_waivers_with_their_reasons(leafdeck: Run, guilty: Path) -> None:
    guilty.write_text(guilty.read_text(encoding="utf-8") + WAIVER, encoding="utf-8")
    made = page(leafdeck)
    after = html.unescape(made[made.index('id="waived"') :]).replace("\N{NO-BREAK SPACE}", " ")
    assert "A <quote>" in after
    assert "B. Tester" in after
    assert "2 January 2027" in after
    assert "contraction" not in html.unescape(made[: made.index('id="waived"')]).split("<main", 1)[1]


def test_the_page_wears_the_brand(leafdeck: Run, guilty: Path) -> None:
    del guilty
    primary = css.load([ROOT / "styles" / "brand.css", OTHER_BRAND]).color("--brand-primary")
    assert primary in page(leafdeck, "--brand", str(OTHER_BRAND))
    assert "prefers-color-scheme: dark" in page(leafdeck)


@pytest.fixture
def signoff(leafdeck: Run, guilty: Path) -> bytes:
    guilty.write_text(guilty.read_text(encoding="utf-8") + WAIVER, encoding="utf-8")
    outcome = leafdeck("check", "--source", "--checklist", "out/signoff.pdf", "--today", "2026-11-24")
    assert "Sign-off list: out/signoff.pdf" in outcome.out
    return Path("out/signoff.pdf").read_bytes()


def test_the_list_is_accessible(signoff: bytes) -> None:
    assert failures(signoff) == []
    kinds = [element.kind for element in tree(signoff).below()]
    assert {"H1", "H2", "Table", "TH"} <= set(kinds)


def test_the_list_holds_what_an_approver_needs(signoff: bytes) -> None:
    said = " ".join(text_of(signoff).split())
    for words in (
        "A small guide",
        "Version 1.0 (Draft)",
        "1 November 2026",
        "1 November 2029",
        "Checked as of 24 November 2026",
        "A <quote>",
        "B. Tester",
        "2 January 2027",
        "Only the content was judged",
    ):
        assert words in said, words
    for field in ("Name", "Role", "Date", "Signature"):
        assert said.count(field) >= 2
    assert "%" not in said
    assert "score" not in said.lower()


def test_the_list_asks_every_question(signoff: bytes) -> None:
    said = "".join(text_of(signoff).split())
    groups = yaml.safe_load((ROOT / "templates" / "check" / "questions" / "en.yaml").read_text(encoding="utf-8"))
    questions = [question["ask"] for group in groups for question in group["questions"]]
    assert len(questions) > 20
    for question in questions:
        assert "".join(question.split()).replace("'", "’") in said, question


def test_a_clinic_can_ask_its_own_questions(leafdeck: Run, project: Path) -> None:
    own = project / "templates" / "check" / "questions"
    own.mkdir(parents=True)
    (own / "en.yaml").write_text(
        '- {title: Ours, questions: [{ask: "Is it ours?", standards: [us]}]}\n', encoding="utf-8"
    )
    leafdeck("check", "--source", "--checklist", "signoff.pdf")
    said = text_of(Path("signoff.pdf").read_bytes())
    assert "Is it ours?" in said
    assert "screen reader" not in said


def test_a_mistake_in_ones_own_questions_is_told(leafdeck: Run, project: Path) -> None:
    own = project / "templates" / "check" / "questions"
    own.mkdir(parents=True)
    (own / "en.yaml").write_text("- title: [\n", encoding="utf-8")
    outcome = leafdeck("check", "--source", "--checklist", "signoff.pdf")
    assert outcome.code == 4
    assert "en.yaml:2:1: this is not YAML" in outcome.err
    assert not Path("signoff.pdf").exists()
