"""Columns: what the reader relies on, and that words flow through one text frame where it breaks them as CSS does."""

from __future__ import annotations

import pytest
from boxtree import document, find, lay
from weasyprint.formatting_structure import boxes

from leafdeck.deck import frames, plan, runs
from leafdeck.deck.frame import Block, Break, Item, Paragraph
from leafdeck.deck.model import Shape, walk
from leafdeck.deck.text import TextRun

WORDS = "Some words that flow on and on. "
CSS = "html { font: 16px/20px 'Liberation Sans' } body, p, ul, ol { margin: 0 } .c { columns: 2; column-gap: 40px }"
"""Pages are 360 px wide within their margins, so each column is 160 px."""


def texts(html: str, css: str = "") -> list[Shape]:
    """The text boxes that a page becomes."""
    deck, _ = plan.plan(frames.read(document(f"<style>{CSS}{css}</style>{html}")), "({number} of {count})")
    return [shape for shape in walk(deck.slides[0].shapes) if isinstance(shape, Shape) and shape.text]


def columns(html: str, css: str = "") -> list[int]:
    return [shape.text.columns for shape in texts(html, css) if shape.text]


def paragraphs(html: str) -> list[Paragraph]:
    found: list[Item] = list(frames.read(document(f"<style>{CSS}</style>{html}"))[0].items)
    made: list[Paragraph] = []
    while found:
        item = found.pop(0)
        made.extend([item] if isinstance(item, Paragraph) else [])
        found[:0] = item.children if isinstance(item, Block) else ()
    return made


def test_each_column_is_a_box_of_its_own() -> None:
    whole, *made = find(lay(f'<div class="c">{WORDS * 4}</div>', CSS)[0], "div")
    assert [box.is_column for box in (whole, *made)] == [False, True, True]
    assert [(box.position_x, box.width) for box in made] == [(20, 160), (220, 160)]


def test_the_last_line_in_a_column_knows_where_it_is_resumed() -> None:
    made = [box for box in find(lay(f'<div class="c"><p>{WORDS * 4}</p></div>', CSS)[0], "p") if box.children]
    lines = [box.children[-1] for box in made if isinstance(box.children[-1], boxes.LineBox)]
    assert [bool(line.resume_at) for line in lines] == [True, False]


def test_a_margin_above_a_column_stays() -> None:
    css = f"{CSS} p + p {{ margin-top: 10px }}"
    first, second = find(lay(f'<div class="c"><p>{WORDS}</p><p>{WORDS}</p></div>', css)[0], "p")
    assert second.children[0].position_y - first.children[0].position_y == 10


def test_a_paragraph_that_goes_on_in_the_next_column_is_joined() -> None:
    first, second = paragraphs(f'<div class="c"><p>{WORDS * 4}</p></div>')
    assert (first.lines[-1].ends, second.lines[-1].ends) == (Break.SPACE, Break.END)
    said = [run.text for one in (first, second) for run in runs.runs(one) if isinstance(run, TextRun)]
    assert " ".join(said).split() == (WORDS * 4).split()
    assert [text[-1] for text in said] != [" ", " "]
    (shape,) = texts(f'<div class="c"><p>{WORDS * 4}</p></div>')
    assert shape.text
    assert [one.text for one in shape.text.paragraphs] == [(WORDS * 4).strip()]


def test_the_first_line_of_a_column_counts_the_space_before_it() -> None:
    whole = paragraphs(f"<p style='width: 160px'>{WORDS * 4}</p>")[0]
    first, second = paragraphs(f'<div class="c"><p>{WORDS * 4}</p></div>')
    assert [line.head for line in second.lines] == pytest.approx(
        [line.head for line in whole.lines[len(first.lines) :]]
    )


def test_a_part_in_the_next_column_is_not_indented() -> None:
    first, second = paragraphs(f'<div class="c"><p style="text-indent: 30px">{WORDS * 4}</p></div>')
    assert (float(first.indent), float(second.indent)) == (30, 0)


def test_a_frame_fills_its_columns_as_css_did() -> None:
    (shape,) = texts(f'<div class="c"><p>{WORDS * 4}</p></div>')
    first, _ = paragraphs(f'<div class="c"><p>{WORDS * 4}</p></div>')
    assert shape.text
    assert shape.box
    full = len(first.lines) * 20
    # The lines of the first column fit, and no other one.
    assert full < shape.box.height.px < full + 20
    pitch = (shape.box.width.px + shape.text.column_gap.px) / 2
    assert pitch == pytest.approx(200, abs=0.1)


def test_the_space_between_columns_is_below_the_paragraph_before() -> None:
    (shape,) = texts(f'<div class="c">{f"<p>{WORDS}</p>" * 4}</div>', "p { margin-bottom: 10px }")
    assert shape.text
    spaces = [(one.space_before, one.space_after) for one in shape.text.paragraphs]
    assert spaces == [(0, 0), (7.5, 7.5), (0, 0), (7.5, 0)]


def test_markers_of_a_list_stand_in_the_gap() -> None:
    (shape,) = texts(f'<ol class="c" style="padding-left: 30px">{f"<li>{WORDS}</li>" * 4}</ol>')
    assert shape.text
    assert shape.box
    assert [one.bullet.scheme for one in shape.text.paragraphs if one.bullet] == ["arabicPeriod"] * 4
    assert 20 < shape.box.x.px < 50
    assert shape.text.column_gap.px < 40


@pytest.mark.parametrize(
    ("html", "css"),
    [
        (f"<p>{WORDS}</p><p>{WORDS}</p>", "p + p { margin-top: 10px }"),
        (f"<p>{WORDS}</p><p style='font-size: 12px'>{WORDS}</p>", ""),
        (f"<p>{WORDS}</p><p style='border: 1px solid'>{WORDS}</p>", ""),
        (f"<p>{WORDS}</p><p style='break-before: column'>{WORDS * 3}</p>", ""),
        ("שלום עולם " * 12, ".c { direction: rtl }"),
    ],
    ids=["margin at the top", "smaller letters", "border", "last one the tallest", "from the right"],
)
def test_columns_that_one_frame_would_show_otherwise_stay_apart(html: str, css: str) -> None:
    assert columns(f'<div class="c">{html}</div>', css) == [1, 1]


def test_markers_without_room_in_the_gap_keep_columns_apart() -> None:
    assert columns(f'<ol class="c">{f"<li>{WORDS}</li>" * 4}</ol>', ".c { column-gap: 0; padding-left: 30px }") == [
        1,
        1,
    ]


def test_what_spans_all_columns_parts_them() -> None:
    html = f'<div class="c">{WORDS * 4}<p style="column-span: all">Between</p>{WORDS * 4}</div>'
    assert columns(html) == [2, 1, 2]
