"""The laid-out slides: everything inside the page, nothing over anything else, large enough to read."""

from __future__ import annotations

import logging
from pathlib import Path

import pytest
from slidepages import boxes, only, outline, render, titles, words
from weasyprint import Document

from leafdeck import typeset
from leafdeck.brand import css
from leafdeck.compose import Composer
from leafdeck.guide.source import load
from leafdeck.resources import Resources, package_data

ROOT = Path(__file__).resolve().parents[2]
PAGE_WIDTH, PAGE_HEIGHT = 1280, 720
MARGIN = 56
FOOTER_TOP = 656
OTHER_BRAND = """:root {
  --brand-primary: #000000; --brand-accent: #ffb000; --brand-ink: #000000; --brand-muted: #222222;
  --brand-radius: 0; --brand-font: "Liberation Sans", sans-serif;
}
"""


@pytest.fixture(scope="module")
def complaints() -> list[str]:
    return []


@pytest.fixture(scope="module")
def sample(tmp_path_factory: pytest.TempPathFactory, complaints: list[str]) -> Document:
    class Listener(logging.Handler):
        def emit(self, record: logging.LogRecord) -> None:
            complaints.append(record.getMessage())

    listener = Listener(logging.WARNING)
    logging.getLogger("weasyprint").addHandler(listener)
    try:
        return render(outline(), tmp_path_factory.mktemp("sample"))
    finally:
        logging.getLogger("weasyprint").removeHandler(listener)


@pytest.fixture(scope="module")
def other(tmp_path_factory: pytest.TempPathFactory) -> Document:
    return render(outline(), tmp_path_factory.mktemp("other"), OTHER_BRAND)


@pytest.fixture(scope="module")
def real() -> Document:
    """The repository's own guide."""
    content = ROOT / "content.yaml"
    defaults = package_data() / "styles" / "brand.css"
    resources = Resources.beside(content)
    composer = Composer(load(content).guide, css.load([defaults]), resources, ROOT, defaults)
    return typeset.layout(composer.slides(), typeset.ProjectFetcher((ROOT, package_data())))


@pytest.fixture(scope="module", params=["sample", "other", "real"])
def deck(request: pytest.FixtureRequest) -> Document:
    return request.getfixturevalue(request.param)


def test_the_layout_engine_has_nothing_to_complain_of(sample: Document, complaints: list[str]) -> None:
    assert sample.pages
    assert complaints == []


def test_every_page_is_a_widescreen_slide(deck: Document) -> None:
    assert {(page.width, page.height) for page in deck.pages} == {(PAGE_WIDTH, PAGE_HEIGHT)}


def test_words_keep_clear_of_the_edges(deck: Document) -> None:
    outside = [
        (number, word)
        for number, page in enumerate(deck.pages, 1)
        for word in words(page)
        if word.x < MARGIN
        or word.x + word.width > PAGE_WIDTH - MARGIN
        or word.y < 16
        or word.y + word.height > PAGE_HEIGHT - 16
    ]
    assert outside == []


def test_painted_boxes_keep_clear_of_edges_and_footer(deck: Document) -> None:
    outside = [
        (number, box.element_tag, box.element.get("class"))
        for number, page in enumerate(deck.pages, 1)
        for box in boxes(page._page_box)
        if box.border_box_x() < MARGIN
        or box.border_box_x() + box.border_width() > PAGE_WIDTH - MARGIN
        or box.border_box_y() + box.border_height() > FOOTER_TOP + 1
    ]
    assert outside == []


def test_words_end_above_the_footer(deck: Document) -> None:
    low = [
        (number, word)
        for number, page in enumerate(deck.pages, 1)
        for word in words(page)
        if word.y + word.height > FOOTER_TOP + 1
        and not {".footer", ".slide--cover"} & set(word.around)
        and word.text != str(number)
    ]
    assert low == []


def test_no_words_lie_over_others(deck: Document) -> None:
    for number, page in enumerate(deck.pages, 1):
        placed = list(words(page))
        for at, one in enumerate(placed):
            for two in placed[at + 1 :]:
                across = min(one.x + one.width, two.x + two.width) - max(one.x, two.x)
                down = min(one.y + one.height, two.y + two.height) - max(one.y, two.y)
                assert across <= 1 or down <= min(one.size, two.size) * 0.35, (number, one, two)


def test_boxes_lie_beside_or_within_each_other(deck: Document) -> None:
    for number, page in enumerate(deck.pages, 1):
        placed = [
            (
                box.border_box_x(),
                box.border_box_y(),
                box.border_box_x() + box.border_width(),
                box.border_box_y() + box.border_height(),
                box.element.get("class"),
            )
            for box in boxes(page._page_box)
        ]
        for at, one in enumerate(placed):
            for two in placed[at + 1 :]:
                apart = one[2] <= two[0] + 1 or two[2] <= one[0] + 1 or one[3] <= two[1] + 1 or two[3] <= one[1] + 1
                assert apart or holds(one, two) or holds(two, one), (number, one, two)


def holds(outer: tuple[float, ...], inner: tuple[float, ...]) -> bool:
    """Whether a box holds another."""
    return all(a <= b + 1 for a, b in zip(outer[:2], inner[:2], strict=True)) and all(
        a >= b - 1 for a, b in zip(outer[2:4], inner[2:4], strict=True)
    )


def test_text_is_large_enough(deck: Document) -> None:
    """18 pt, in tables 14 pt, in footers and credits 10 pt."""
    small = [
        word
        for number, page in enumerate(deck.pages, 1)
        for word in words(page)
        if word.size
        < (
            13.4
            if {".footer", ".credit"} & set(word.around) or word.text == str(number)
            else 18.7
            if "table" in word.around
            else 24
        )
    ]
    assert small == []


def test_each_slide_has_a_title_of_one_or_two_lines(deck: Document) -> None:
    for page in deck.pages:
        lines = {round(word.y) for word in words(page) if ".slide-title" in word.around}
        assert 1 <= len(lines) <= 2


def test_titles_tell_the_slides_apart(sample: Document) -> None:
    """Only the pages of one flowing slide share a title, and they follow each other."""
    seen = titles(sample)
    runs = [title for title, before in zip(seen, [None, *seen], strict=False) if title != before]
    assert len(runs) == len(set(runs))


def test_a_long_table_repeats_title_and_head_and_leaves_no_row_alone(tmp_path: Path) -> None:
    data, section = only("comparison")
    section["rows"] = [{**row, "highlight": False} for row in section["rows"] * 3][:13]
    document = render(data, tmp_path)
    pages = [
        page for page in document.pages if any("table" in word.around and word.text == "Cause" for word in words(page))
    ]
    assert len(pages) >= 2
    for page in pages:
        assert any(".slide-title" in word.around for word in words(page))
        heads = {round(word.y) for word in words(page) if "tbody" in word.around and "th" in word.around}
        assert len(heads) >= 2


def test_a_note_after_a_full_table_is_not_left_alone(tmp_path: Path) -> None:
    data, section = only("comparison")
    section["note"] = " ".join([section["note"]] * 9)
    document = render(data, tmp_path)
    page = next(page for page in document.pages if any(".table-note" in word.around for word in words(page)))
    assert any("tbody" in word.around for word in words(page))


def test_many_questions_leave_none_alone(tmp_path: Path) -> None:
    data, section = only("faq")
    section["items"] = section["items"][:4]
    document = render(data, tmp_path)
    counts = [
        len({word.text for word in words(page) if ".question" in word.around and "h2" in word.around})
        for page in document.pages
    ]
    assert [count for count in counts if count] == [2, 2]


def test_three_steps_of_two_lines_stand_on_one_slide(tmp_path: Path) -> None:
    data, section = only("diagnosis")
    text = "Say when it hurts and what has changed, such as new shoes, a new sport or a new place of work."
    section["steps"] = [{**step, "text": text} for step in section["steps"][:3]]
    section["intro"] = section["note"] = None
    pages = [page for page in render(data, tmp_path).pages if any(".stage" in word.around for word in words(page))]
    assert len(pages) == 1


@pytest.mark.parametrize("kind", ["bar", "column"])
def test_a_chart_with_a_long_source_keeps_its_words_on_its_slide(tmp_path: Path, kind: str) -> None:
    data, section = only("chart")
    section |= {"type": kind, "text": "In 19 trials with 123,940 people nobody knew who had it. " * 2}
    data["references"][0] |= {"title": "Effects of a medicine on a symptom: a meta-analysis of large trials " * 3}
    section["source"] = f"[@{data['references'][0]['id']}]"
    shown = [title for title in titles(render(data, tmp_path)) if title.startswith(section["message"])]
    assert shown == [section["message"]]


@pytest.mark.parametrize("groups", [1, 2, 3])
def test_a_thousand_dots_on_a_slide_can_be_told_apart(tmp_path: Path, groups: int) -> None:
    data, section = only("risk")
    section |= {"of": 1000, "text": "Ask how likely it is for you.", "groups": [section["groups"][0]] * groups}
    document = render(data, tmp_path)
    pages = document.pages
    assert [title for title in titles(document) if title.startswith(section["message"])] == [section["message"]]
    widths = {
        (box.element, box.width)
        for page in pages
        for box in page._page_box.descendants()
        if box.element is not None and box.element.get("class") == "people-drawing"
    }
    assert len(widths) == groups
    assert all(width / 50 > 7 for _, width in widths)


def test_a_guide_of_numbers_alone_has_no_agenda(tmp_path: Path) -> None:
    data, _ = only("risk")
    assert not any(".agenda" in word.around for page in render(data, tmp_path).pages for word in words(page))


LONG_SIGN = "pain, tingling, weakness or numbness in both legs, which came on suddenly"


@pytest.mark.parametrize(
    ("text", "number", "pages"),
    [
        ("it is hard to pee", 7, 1),
        ("it is hard to pee", 8, 2),
        ("it is hard to pee", 20, 3),
        (LONG_SIGN * 5, 1, 1),
        (LONG_SIGN, 4, 1),
        (LONG_SIGN, 7, 2),
        (LONG_SIGN, 20, 5),
    ],
)
@pytest.mark.parametrize("explain", ["Go now. " * 40, "Do not wait to see if a vitamin or mineral helps. " * 3, None])
def test_many_signs_stand_beside_their_panel_on_every_page(
    tmp_path: Path, text: str, number: int, pages: int, explain: str | None
) -> None:
    data, section = only("urgent")
    section["signs"] = [{"id": f"s{sign}", "text": text} for sign in range(number)]
    section["explain"] = explain
    data["sections"] = [section]
    shown = [list(words(page)) for page in render(data, tmp_path).pages]
    with_signs = [page for page in shown if any(".urgent-signs" in word.around for word in page)]
    assert len(with_signs) == pages
    for page in with_signs:
        assert any(".urgent-level" in word.around for word in page)
        assert max(word.y + word.height for word in page if ".urgent-signs" in word.around) <= FOOTER_TOP
    assert sum(word.text.startswith(("it is hard", "pain, ting")) for page in with_signs for word in page) == number


def test_kinds_that_are_not_used_leave_no_slide(tmp_path: Path) -> None:
    data, _ = only("text")
    for name in ("glossary", "more_information", "references", "slides"):
        data.pop(name)
    data["summary"] = "Sometimes."
    assert titles(render(data, tmp_path)) == [
        "Could low nutrients be part of your back pain?",
        "What we will cover",
        "The short answer",
        "How this guide was made",
        "Thank you",
    ]


def test_a_linked_step_gets_words_and_a_broken_line(sample: Document) -> None:
    page = sample.pages[titles(sample).index("Low iron is linked with disc wear")]
    said = " ".join(word.text for word in words(page) if ".link--linked" in word.around)
    assert said.split() == ["may", "go", "with"]


def test_the_title_slide_says_that_a_draft_is_one(sample: Document, tmp_path: Path) -> None:
    assert "Draft: not yet checked by a clinician" in {word.text for word in words(sample.pages[0])}
    data, _ = only("text")
    data["guide"] |= {"status": "approved", "reviewed_by": [{"name": "Dr Ada Obi"}], "reviewed_on": "2026-11-20"}
    said = [word.text for page in render(data, tmp_path).pages for word in words(page)]
    assert not any("Draft" in text for text in said)
    assert any("Checked by Dr Ada Obi, 20 November 2026" in text for text in said)
