"""What `leafdeck.deck.boxtext` relies on in WeasyPrint's box tree: lines, words, where they break, how they are set."""

from __future__ import annotations

import pytest
from boxtree import find, lay, lines, texts, words
from weasyprint.draw.color import get_color
from weasyprint.formatting_structure import boxes
from weasyprint.layout.absolute import AbsolutePlaceholder
from weasyprint.text.line_break import split_first_line


def test_a_block_of_text_holds_only_lines() -> None:
    (page,) = lay('<p style="width: 100px">soft wrapped words here')
    (block,) = find(page, "p")
    assert {type(child) for child in block.children} == {boxes.LineBox}
    assert [line.position_y for line in block.children] == [20, 50, 80]
    assert {line.height for line in block.children} == {30}


def test_the_space_at_a_soft_wrap_is_dropped() -> None:
    (page,) = lay('<p style="width: 100px">soft wrapped words here')
    assert words(page) == ["soft", "wrapped", "words here"]


def test_a_space_at_a_soft_wrap_is_kept_where_white_space_is_preserved() -> None:
    (page,) = lay('<p style="width: 50px; white-space: pre-wrap">a     bbbbbbb')
    assert words(page) == ["a     ", "bbbbbbb"]
    assert find(page, "p")[0].style["white_space"] == "pre-wrap"


def test_a_baseline_lies_below_the_tops_of_its_line_and_of_its_text_alike() -> None:
    line = lines(lay('<p>a <span style="font-size: 40px">B</span>')[0])[0]
    places = {round(text.position_y + text.baseline, 3) for text in texts(line)}
    assert places == {round(line.position_y + line.baseline, 3)}


def test_a_texts_box_is_its_font_box_with_margins_to_the_line_height() -> None:
    (text,) = texts(lay("<p>a")[0])
    assert text.margin_top + text.height + text.margin_bottom == pytest.approx(30)
    assert text.margin_top < text.baseline < text.margin_top + text.height


def test_a_superscript_lies_above_the_lines_baseline() -> None:
    line = lines(lay('<p>a<sup style="font-size: 12px; line-height: 1">2</sup>')[0])[0]
    _, raised = texts(line)
    assert raised.position_y + raised.baseline < line.position_y + line.baseline - 1


def test_runs_stand_side_by_side_in_inline_boxes() -> None:
    line = lines(lay('<p>a <b>bold</b> <a href="#x">link</a>')[0])[0]
    assert [(type(child), child.element_tag) for child in line.children] == [
        (boxes.TextBox, "p"),
        (boxes.InlineBox, "b"),
        (boxes.TextBox, "p"),
        (boxes.InlineBox, "a"),
    ]
    assert line.children[3].element.get("href") == "#x"
    ends = [text.position_x + text.width for text in texts(line)]
    assert [text.position_x for text in texts(line)][1:] == pytest.approx(ends[:-1])


def test_a_forced_break_leaves_a_br_in_the_line_before_it() -> None:
    first, second = lines(lay("<p>a<br>b")[0])
    assert [child.element_tag for child in first.children if isinstance(child, boxes.InlineBox)] == ["br"]
    assert words(second) == ["b"]


def test_an_inline_block_is_an_atom_of_its_line() -> None:
    line = lines(lay('<p>a <i style="display: inline-block">b</i> c')[0])[0]
    kinds = [type(child).__name__ for child in line.children]
    assert kinds == ["TextBox", "InlineBlockBox", "TextBox"]


def test_a_positioned_box_among_words_is_a_placeholder_in_the_line() -> None:
    line = lines(lay('<p>a <i style="position: absolute">b</i> c')[0])[0]
    assert any(isinstance(child, AbsolutePlaceholder) for child in line.children)


def test_an_automatic_hyphen_is_added_to_the_text() -> None:
    (page,) = lay('<p style="width: 60px; hyphens: manual">extra&shy;ordinary')
    assert words(page) == ["extra\u00ad\u2010", "ordinary"]
    assert find(page, "p")[0].style["hyphenate_character"] == "\u2010"


def test_words_break_after_a_hyphen_of_their_own() -> None:
    (page,) = lay('<p style="width: 60px">long-term')
    assert words(page) == ["long-", "term"]


def test_fonts_are_computed_values() -> None:
    css = "p { font: italic 700 24px 'No Such Font', 'Liberation Sans'; letter-spacing: 2px; font-variant: small-caps }"
    style = texts(lay("<p>a", css)[0])[0].style
    assert style["font_family"] == ("No Such Font", "Liberation Sans")
    assert (style["font_size"], style["font_weight"], style["font_style"]) == (24, 700, "italic")
    assert (style["letter_spacing"], style["font_variant_caps"]) == (2, "small-caps")
    assert texts(lay("<p>a")[0])[0].style["letter_spacing"] == "normal"


def test_decorations_of_a_box_around_reach_its_texts() -> None:
    under, plain, struck = texts(lay("<p><u><b>a</b></u> <s>b</s>")[0])
    assert "underline" in under.style["text_decoration_line"]
    assert "underline" not in plain.style["text_decoration_line"]
    assert "line-through" in struck.style["text_decoration_line"]


def test_hidden_text_is_laid_out_and_says_so() -> None:
    (text,) = texts(lay('<p style="visibility: hidden">a')[0])
    assert text.style["visibility"] == "hidden"


def test_an_inline_box_has_a_laid_out_background_or_none() -> None:
    line = lines(lay("<p><mark>a</mark> <b>b</b>", "mark { background: #ff0 }")[0])[0]
    mark, _, bold = line.children
    assert mark.background.color.coordinates == pytest.approx((1, 1, 0))
    assert bold.background is None


def test_alignment_and_direction_are_on_the_block() -> None:
    (page,) = lay('<p>a</p><p style="text-align: center">b</p><p dir="rtl" style="direction: rtl">c</p>')
    styles = [box.style for box in find(page, "p")]
    assert [style["text_align_all"] for style in styles] == ["start", "center", "start"]
    assert [style["direction"] for style in styles] == ["ltr", "ltr", "rtl"]


def test_colours_follow_currentcolor() -> None:
    (text,) = texts(lay('<p style="color: #0080ff80">a')[0])
    shade = get_color(text.style, "color").to("srgb")
    assert shade.coordinates == pytest.approx((0, 128 / 255, 1))
    assert shade.alpha == pytest.approx(128 / 255)


def test_a_markers_words_stand_on_a_line_of_their_own() -> None:
    (page,) = lay('<ol style="counter-reset: list-item 2"><li>a</ol>', "li::marker { color: #d00 }")
    (marker,) = find(page, "li::marker")
    (line,) = lines(marker)
    assert words(line) == ["3. "]
    assert get_color(texts(line)[0].style, "color").coordinates == pytest.approx((221 / 255, 0, 0))


def test_words_can_be_measured_as_they_are_set() -> None:
    (text,) = texts(lay("<p>Widely known words")[0])
    assert split_first_line(text.text, text.style, None, None, 0)[3] == pytest.approx(text.width, abs=0.01)
    assert split_first_line("Widely", text.style, None, None, 0)[3] < text.width / 2


def test_a_float_shortens_the_lines_beside_it_and_not_their_block() -> None:
    (page,) = lay('<div style="float: right; width: 200px; height: 30px"></div><p>wide words beside a float here')
    (block,) = find(page, "p")
    assert block.width == 360
    text = texts(block.children[0])[-1]
    assert text.position_x + text.width <= 180
