"""Boxes among the words of a line: what the reader relies on, and that a paragraph stays one."""

from __future__ import annotations

import pytest
from boxtree import document, find, lay
from torture import photo

from leafdeck.deck import frames, plan, runs
from leafdeck.deck.frame import Block, Drawing, Item, Paragraph, Picture, text_of
from leafdeck.deck.model import AnyShape, Shape, TableShape, walk
from leafdeck.deck.text import TextRun
from leafdeck.units import Px

SIGN = '<svg width="30" height="20" viewBox="0 0 30 20"><rect width="30" height="20" fill="#c00"/></svg>'
KEY = '<kbd style="font: inherit; border: 2px solid #888; padding: 0 6px; margin: 0 4px">Enter</kbd>'


def paragraphs(html: str) -> list[Paragraph]:
    found: list[Item] = list(frames.read(document(html))[0].items)
    made: list[Paragraph] = []
    while found:
        item = found.pop(0)
        if isinstance(item, Paragraph):
            made.append(item)
        found[:0] = item.children if isinstance(item, Block) else ()
    return made


def widths(paragraph: Paragraph) -> list[float]:
    """The width of each space that stands for a box."""
    return [float(run.width) for line in paragraph.lines for run in line.runs if not run.text.strip()]


def test_an_inline_box_knows_its_edges_and_where_it_begins_and_ends() -> None:
    (box,) = find(lay(f"<p>Press {KEY}")[0], "kbd")
    assert (box.margin_left, box.border_left_width, box.padding_left) == (4, 2, 6)
    assert box.border_box_x() == pytest.approx(box.children[0].position_x - 8)


def test_where_an_inline_box_is_broken_it_has_no_edge() -> None:
    words = '<b style="border: 2px solid; padding: 0 6px">some words on</b>'
    first, second = find(lay(f'<p style="width: 100px">{words}')[0], "b")
    assert (first.border_right_width, first.padding_right) == (0, 0)
    assert (second.border_left_width, second.padding_left) == (0, 0)


@pytest.mark.parametrize(
    "inner",
    [
        SIGN,
        f'<img alt="x" src="{photo()}" style="width: 30px">',
        '<span style="display: inline-block; width: 30px; height: 9px; background: #c00"></span>',
        '<span style="display: inline-block; width: 30px; transform: rotate(9deg)">a</span>',
    ],
)
def test_a_paragraph_with_a_box_among_its_words_is_one(inner: str) -> None:
    (paragraph, *beyond) = paragraphs(f'<p style="width: 160px">some words {inner} and some more of them')
    assert [one for one in beyond if one not in paragraph.over] == []
    assert text_of(paragraph) == "some words and some more of them"
    assert widths(paragraph) == [30]
    (over,) = paragraph.over
    assert isinstance(over, Block | Drawing | Picture)
    assert "".join(run.text for run in runs.runs(paragraph) if isinstance(run, TextRun)) == (
        "some words \u00a0 and some more of them"
    )


def test_the_space_is_as_wide_as_the_box() -> None:
    (paragraph,) = paragraphs(f"<p>a {SIGN} b")
    before, gap, after = paragraph.lines[0].runs
    assert gap.font.spacing == pytest.approx(30 - 5.56, abs=0.3)  # Liberation Sans has a space of 0.278 em
    assert (before.text, after.text) == ("a ", " b")
    (over,) = paragraph.over
    assert isinstance(over, Drawing)
    assert over.rect.x == pytest.approx(20 + before.width)


def test_a_border_stands_behind_its_words() -> None:
    (paragraph,) = paragraphs(f"<p>Press {KEY} now")
    assert text_of(paragraph) == "Press Enter now"
    (frame,) = paragraph.behind
    assert isinstance(frame, Block)
    assert frame.paint.edges[0] is not None
    assert widths(paragraph) == [4, 8, 8, 4]
    words = next(run for run in paragraph.lines[0].runs if run.text == "Enter")
    assert frame.rect.width == pytest.approx(words.width + 16)


def test_a_box_too_high_for_a_line_stays_by_itself() -> None:
    html = '<p>some <span style="display: inline-block; height: 90px; width: 30px; background: #c00"></span> words'
    assert [text_of(one) for one in paragraphs(html)] == ["some", "words"]


def test_lines_keep_their_places_around_a_high_box() -> None:
    tall = '<img alt="x" src="' + photo() + '" style="width: 30px; height: 45px">'
    (paragraph,) = paragraphs(f'<p style="width: 120px">some words {tall} and some more of them')
    lines = paragraph.lines
    spread = lines[-1].baseline - lines[0].baseline
    assert paragraph.line_height * (len(lines) - 1) == pytest.approx(spread)


def shapes(html: str) -> list[str]:
    deck, _ = plan.plan(frames.read(document(f"<section><h1>One</h1>{html}</section>")))
    made = walk(deck.slides[0].shapes)[1:]
    return ["table" if isinstance(one, TableShape) else said(one) for one in made]


def said(shape: AnyShape) -> str:
    return shape.text.text if isinstance(shape, Shape) and shape.text else "shape"


@pytest.mark.parametrize(
    ("html", "order"),
    [
        (f"<p>a {SIGN} b</p><p>c</p>", ["a \u00a0 b\nc", "shape"]),
        (f"<p>a {KEY}</p>", ["shape", "a \u00a0\u00a0Enter\u00a0\u00a0"]),
        (f'<div style="background: #eee; padding: 9px">a {SIGN}</div>', ["a \u00a0", "shape"]),
        (
            f'<div style="background: #eee; padding: 9px">a {KEY}</div>',
            ["shape", "shape", "a \u00a0\u00a0Enter\u00a0\u00a0"],
        ),
        (f'<div data-placeholder="body">a {SIGN}</div>', ["a \u00a0", "shape"]),
        (f"<table><tr><td>a {SIGN}</table>", ["table", "shape"]),
    ],
)
def test_a_shape_of_words_stands_between_what_is_behind_and_over_them(html: str, order: list[str]) -> None:
    assert shapes(html) == order


def test_a_highlight_reaches_over_the_padding_with_as_many_spaces_as_it_can() -> None:
    (paragraph,) = paragraphs('<p>a <b style="background: #fe8; padding: 0 12px">b</b> c')
    left = next(run for run in paragraph.lines[0].runs if run.font.highlight and not run.text.strip())
    assert (left.text, left.width) == ("\u00a0\u00a0", Px(12))
    assert 0 < left.font.spacing < 1
