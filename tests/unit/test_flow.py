"""Laid-out paragraphs as a text body: where PowerPoint puts lines, how they break, bullets, runs."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from boxtree import document

from leafdeck.deck import flow, frames
from leafdeck.deck.frame import Block, Item, Paragraph
from leafdeck.deck.paint import Color, Rect
from leafdeck.deck.text import Bullet, LineBreak, Para, TextBody, TextRun
from leafdeck.units import Pt


def walk(items: tuple[Item, ...]) -> Iterator[Paragraph]:
    for item in items:
        if isinstance(item, Paragraph):
            yield item
        elif isinstance(item, Block):
            yield from walk(item.children)


def read(body: str, css: str = "") -> list[Paragraph]:
    """The paragraphs of some HTML: on lines of 30 px, in a font of 20 px, in a column of 360 px from 20 px."""
    return [paragraph for frame in frames.read(document(body, css)) for paragraph in walk(frame.items)]


def body(html: str, css: str = "") -> TextBody:
    return flow.body(read(html, css))


def texts(paragraph: Para) -> list[str]:
    return [run.text if isinstance(run, TextRun) else "\n" for run in paragraph.runs]


def test_a_first_baseline_lies_a_fifth_of_the_size_above_the_lines_bottom() -> None:
    (paragraph,) = read("<p>a")
    baseline = paragraph.lines[0].baseline
    assert flow.top(paragraph) == pytest.approx(baseline - 30 + 0.2 * 20)
    assert flow.bottom(paragraph) == pytest.approx(baseline + 0.2 * 20)


def test_in_a_table_cell_it_lies_the_fonts_descent_above() -> None:
    (paragraph,) = read("<p>a")
    line = paragraph.lines[0]
    assert line.descent != pytest.approx(0.2 * 20)
    assert flow.bottom(paragraph, cell=True) == pytest.approx(line.baseline + line.descent)


def test_the_space_between_paragraphs_is_what_is_between_their_baselines() -> None:
    one, two = body('<p>a</p><p style="margin-top: 14px; font-size: 30px; line-height: 40px">b</p>').paragraphs
    # 14 px, what the bigger line has above its baseline and less by what PowerPoint puts there.
    assert (one.space_before, one.line_spacing) == (Pt(0), Pt(22.5))
    found = read('<p>a</p><p style="margin-top: 14px; font-size: 30px; line-height: 40px">b</p>')
    between = found[1].lines[0].baseline - found[0].lines[0].baseline
    assert two.space_before == pytest.approx(0.75 * (between - 0.2 * 20 - (40 - 0.2 * 30)), abs=0.01)


def test_wrapped_lines_become_one_run_with_the_spaces_back() -> None:
    (paragraph,) = body('<p style="width: 100px">soft wrapped words here').paragraphs
    assert texts(paragraph) == ["soft wrapped words here"]


def test_a_word_that_breaks_at_its_hyphen_stays_whole() -> None:
    (paragraph,) = body('<p style="width: 60px">long-term').paragraphs
    assert texts(paragraph) == ["long-term"]


def test_hyphens_of_the_layout_are_not_part_of_the_text() -> None:
    (paragraph,) = body('<p style="width: 60px; hyphens: manual">extra&shy;ordinary').paragraphs
    assert texts(paragraph) == ["extraordinary"]
    (unbroken,) = body('<p style="hyphens: manual">extra&shy;ordinary').paragraphs
    assert texts(unbroken) == ["extraordinary"]


def test_a_forced_break_stays_one() -> None:
    (paragraph,) = body("<p>one <br>two").paragraphs
    assert texts(paragraph) == ["one", "\n", "two"]
    assert isinstance(paragraph.runs[1], LineBreak)


def test_styles_part_runs_and_like_neighbours_join() -> None:
    (paragraph,) = body("<p>a <b>b</b><strong> c</strong> <a href='https://x.example/'>d</a>").paragraphs
    assert texts(paragraph) == ["a ", "b c", " ", "d"]
    bold, link = paragraph.runs[1], paragraph.runs[3]
    assert isinstance(bold, TextRun)
    assert isinstance(link, TextRun)
    assert (bold.style.bold, bold.style.size, bold.style.font) == (True, Pt(15), "Liberation Sans")
    assert (link.link, link.style.underline) == ("https://x.example/", True)


def test_raised_letters_are_sized_by_powerpoint() -> None:
    (paragraph,) = body("<p>a<sup style='font-size: 12px; line-height: 1'>2</sup>").paragraphs
    raised = paragraph.runs[1]
    assert isinstance(raised, TextRun)
    assert raised.style.size == Pt(15)
    assert 20_000 < raised.style.baseline < 60_000


def test_raised_letters_that_css_shows_larger_are_named_larger() -> None:
    (paragraph,) = body("<p>a<sup style='font-size: 16px; line-height: 1'>2</sup>").paragraphs
    raised = paragraph.runs[1]
    assert isinstance(raised, TextRun)
    assert raised.style.size == Pt(18)  # two thirds of which are 12 pt, or 16 px


def test_paragraphs_of_several_alignments_share_a_frame_no_wider_than_they_are() -> None:
    centred = read('<p style="text-align: center">a</p>')
    right = read('<p style="text-align: right">b</p>')
    assert flow.slack(centred) > 1
    assert flow.slack((*centred, *right)) < 1


@pytest.mark.parametrize(
    ("style", "said"),
    [("", "l"), ("text-align: center", "ctr"), ("text-align: right", "r"), ("direction: rtl", "r")],
)
def test_alignment_is_said_in_powerpoints_words(style: str, said: str) -> None:
    assert body(f'<p style="{style}">a').paragraphs[0].align == said


def test_bullets_keep_their_sign_colour_and_place() -> None:
    css = "ul { padding-left: 30px } li::marker { color: #dd0000; content: normal }"
    outer, inner = body("<ul><li>a<ul><li>b</ul></ul>", css).paragraphs
    assert outer.bullet == Bullet("Liberation Sans", Color("dd0000"), char="•")
    assert (outer.level, inner.level) == (0, 1)
    assert outer.indent < 0 < outer.margin < inner.margin
    assert outer.margin + outer.indent == 0  # the frame starts at the sign


def test_numbers_count_on_from_the_first_of_their_list() -> None:
    css = "ol { padding-left: 30px }"
    html = '<ol style="counter-reset: list-item 2"><li>a<ol><li>x</ol></li><li>b<ol><li>y</ol></li></ol>'
    bullets = [paragraph.bullet for paragraph in body(f"{html}<p>z</p><ol><li>c</ol>", css).paragraphs]
    starts = [bullet and (bullet.scheme, bullet.start) for bullet in bullets]
    third, first = ("arabicPeriod", 3), ("arabicPeriod", 1)
    assert starts == [third, first, third, first, None, first]


def test_paragraphs_beside_each_other_do_not_share_a_frame() -> None:
    assert flow.stackable(read("<p>a</p><p>b</p>"))
    assert not flow.stackable(read('<p>a</p><p style="margin-top: -20px">b</p>'))
    assert not flow.stackable(read('<p>a</p><p style="direction: rtl">b</p>'))


def test_a_narrower_paragraph_that_would_wrap_anew_does_not_share_a_frame() -> None:
    narrow = '<p style="width: 100px">soft wrapped words here</p>'
    assert not flow.stackable(read(f"<p>a</p>{narrow}"))
    assert flow.stackable(read(f'<p style="width: 100px">a</p>{narrow}'))


def test_slack_is_half_of_what_would_move_a_word_up() -> None:
    found = read('<p style="width: 100px">soft wrapped words here')
    first, second = found[0].lines[:2]
    room = first.rect.width + second.head - 100
    assert flow.slack(found, 1000) == pytest.approx(room / 2)
    assert flow.slack(found, 3) == 3
    assert flow.slack(read("<p>a"), 9) == 9


def test_a_line_that_its_frame_fits_closely_has_room_for_a_wider_font() -> None:
    """As on a machine that has not got the brand's: a label must not break into two lines."""
    (label,) = read("<p style='display: inline-block'>How sure are we of all this?")
    assert flow.slack([label]) == pytest.approx(label.lines[0].rect.width / 8)
    (long,) = read(f"<p style='display: inline-block; white-space: nowrap'>{'How sure are we? ' * 9}")
    assert flow.slack([long]) == flow.MOST_SPARE
    assert flow.slack(read("<p>How sure are we?")) == flow.SLACK


def test_a_frame_is_narrower_where_a_word_only_just_went_down() -> None:
    (wide,) = read("<p style='white-space: nowrap'>Food gives this.")
    width = wide.lines[0].rect.width - 0.5
    found = read(f'<p style="width: {width}px">Food gives this.')
    assert len(found[0].lines) == 2
    assert flow.slack(found) == pytest.approx(0.5 - flow.TIGHT, abs=0.05)


def test_a_float_beside_the_words_narrows_their_frame() -> None:
    html = '<div style="float: right; width: 200px; height: 80px"></div><p>wide words beside a float here</p>'
    (paragraph,) = read(html)
    assert 100 < flow.right(paragraph) <= 181


@pytest.mark.parametrize(("anchor", "insets"), [("t", (20.0, 0.0)), ("b", (0.0, 50.0)), ("ctr", (0.0, 30.0))])
def test_insets_put_text_where_css_had_it(anchor: str, insets: tuple[float, float]) -> None:
    assert flow.upright(Rect.of(0, 100, 50, 100), 120, 30, anchor) == insets
