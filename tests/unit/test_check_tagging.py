"""The rules over a finished PDF, each on one that breaks it and on a sound one that differs little."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest
from proofed import ONE, page

from leafdeck.check import tagging
from leafdeck.check.finding import Finding, Rule
from leafdeck.check.pdffile import PdfFile, Tag
from leafdeck.check.proofs import Proofs


def row(*kinds: str, scope: str = "Column") -> Tag:
    return Tag("TR", children=tuple(Tag(kind, scope=scope if kind == "TH" else "") for kind in kinds))


def item(*kinds: str) -> Tag:
    return Tag("LI", children=tuple(map(Tag, kinds)))


TABLE = Tag("Table", children=(Tag("THead", children=(row("TH", "TH"),)), Tag("TBody", children=(row("TH", "TD"),))))
LIST = Tag("L", children=(item("Lbl", "LBody"), Tag("L", children=(item("LBody"),))))
SOUND = PdfFile(
    title="A guide",
    language="en-GB",
    part=1,
    marked=True,
    shows_title=True,
    bookmarks=3,
    tags=(
        Tag("Document", children=(Tag("H1"), Tag("H2"), Tag("H3"), Tag("H2"), Tag("Figure", "A spine"), TABLE, LIST)),
    ),
)
RULES = {
    tagging.NAMED: tagging.named,
    tagging.LANGUAGE: tagging.language,
    tagging.TAGGED: tagging.tagged,
    tagging.LEVELS: tagging.heading_levels,
    tagging.FIGURES: tagging.figures,
    tagging.TABLES: tagging.tables,
    tagging.LISTS: tagging.lists,
    tagging.LINKS: tagging.links,
    tagging.FONTS: tagging.fonts,
    tagging.BOOKMARKS: tagging.bookmarks,
}


def judged(pdf: PdfFile | None, pages: int = 4) -> list[Finding]:
    proofs = Proofs(ONE, leaflet=tuple(page(number=number) for number in range(1, pages + 1)), pdf=pdf)
    return [finding for rule in RULES.values() for finding in rule(proofs)]


def test_a_sound_pdf_breaks_none() -> None:
    assert judged(SOUND) == []
    assert judged(None) == []


BREAKS: list[tuple[Rule, dict[str, Any], str]] = [
    (tagging.NAMED, {"title": " "}, "file's name"),
    (tagging.NAMED, {"title": ""}, "the PDF has no title"),
    (tagging.NAMED, {"shows_title": False}, "the PDF's window shows its file's name"),
    (tagging.LANGUAGE, {"language": ""}, "the PDF names no language"),
    (tagging.TAGGED, {"tags": ()}, "the PDF is not tagged"),
    (tagging.TAGGED, {"marked": False}, "the PDF is not tagged"),
    (tagging.TAGGED, {"part": 0}, "the PDF does not say that it is PDF/UA"),
    (tagging.TAGGED, {"locked_out": True}, "the PDF's lock keeps screen readers out"),
    (tagging.LEVELS, {"tags": (Tag("H2"),)}, "a heading of level 2 follows one of level none"),
    (tagging.LEVELS, {"tags": (Tag("H1"), Tag("H3"))}, "a heading of level 3 follows one of level 1"),
    (tagging.FIGURES, {"tags": (Tag("Figure"),)}, "1 figure of the PDF without alternative text"),
    (tagging.FIGURES, {"tags": (Tag("Figure", " "), Tag("Figure"))}, "2 figures of the PDF without alternative text"),
    (tagging.TABLES, {"tags": (Tag("Table", children=(row("TD"),)),)}, "table 1 of the PDF has no headings"),
    (
        tagging.TABLES,
        {"tags": (TABLE, Tag("Table", children=(row("TH", scope=""),)))},
        "table 2 of the PDF has headings that do not say what they head",
    ),
    (
        tagging.TABLES,
        {"tags": (Tag("Table", children=(row("TH", "TD"), row("TD"))),)},
        "table 1 of the PDF has rows of unequal length",
    ),
    (
        tagging.LISTS,
        {"tags": (Tag("L", children=(Tag("P"),)),)},
        "a list of the PDF holds something that is no item",
    ),
    (
        tagging.LISTS,
        {"tags": (Tag("L", children=(item("Lbl", "P"),)),)},
        "an item of a list in the PDF holds something beside its label and body",
    ),
    (tagging.LINKS, {"wordless_links": (2,)}, "a link does not say where it leads"),
    (tagging.LINKS, {"tab_order": (3,)}, "the tab key does not follow the order of reading"),
    (tagging.FONTS, {"loose_fonts": ("Arial",)}, "the font Arial is not in the PDF"),
    (tagging.BOOKMARKS, {"bookmarks": 0}, "the PDF has 4 pages and no bookmarks"),
]


@pytest.mark.parametrize(("rule", "spoiled", "message"), BREAKS, ids=lambda value: getattr(value, "id", None))
def test_one_flaw_breaks_its_rule_and_no_other(rule: Rule, spoiled: dict[str, Any], message: str) -> None:
    (finding,) = judged(replace(SOUND, **spoiled))
    assert finding.rule == rule.id
    assert message in finding.message
    assert finding.severity is rule.severity
    assert finding.hint


def test_every_rule_is_broken_by_a_flaw() -> None:
    assert {rule.id for rule, _, _ in BREAKS} == {rule.id for rule in RULES}
    assert {value.id for value in vars(tagging).values() if isinstance(value, Rule)} == {rule.id for rule in RULES}
    assert all(rule.asks and rule.standards for rule in RULES)


def test_links_name_their_page() -> None:
    assert [one.page for one in judged(replace(SOUND, wordless_links=(2,), tab_order=(4,)))] == [2, 4]


def test_three_pages_need_no_bookmarks() -> None:
    assert judged(replace(SOUND, bookmarks=0), pages=3) == []


def test_a_level_may_go_up_by_any_number() -> None:
    assert judged(replace(SOUND, tags=(Tag("H1"), Tag("H2"), Tag("H3"), Tag("H4"), Tag("H2")))) == []


def test_other_tags_that_begin_with_h_are_no_headings() -> None:
    assert judged(replace(SOUND, tags=(Tag("H1"), Tag("Hx"), Tag("H")))) == []
