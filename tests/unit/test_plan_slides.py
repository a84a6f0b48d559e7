"""Laid-out pages as slides: placeholders, layouts, titles, and sections that go over several slides."""

from __future__ import annotations

import pytest
from planned import deck, messages, place, shapes

from leafdeck.deck.model import Shape
from leafdeck.deck.paint import Color, Gradient
from leafdeck.deck.text import TextRun
from leafdeck.notice import Severity
from leafdeck.units import Emu


def test_a_title_is_read_before_a_card_whose_words_reach_up_to_it() -> None:
    """Raised letters make a first line tall, and PowerPoint starts a tall line's frame above the card's own edge."""
    css = (
        "@page { margin: 40px 20px 20px; @top-left { content: element(t); width: 100% } }"
        "h1 { position: running(t); margin: 0 } .card { background: #eee; padding-top: 1px } p { margin: 0 }"
    )
    card = '<div class="card" data-group="Card"><p>words<sup style="font-size: 1em">up</sup></p><p>more</p></div>'
    made, _ = deck(f'<section id="s"><h1 class="slide-title">T</h1>{card * 2}</section>', css)
    first, second = made.slides[0].shapes[:2]
    assert isinstance(first, Shape)
    assert first.placeholder == "title"
    assert place(second)[1] < sum(place(first)[1::2])  # or this would show nothing


def test_main_text_goes_to_the_body_placeholder_once() -> None:
    first, second = shapes('<div data-placeholder="body"><p>a</p></div><div data-placeholder="body"><p>b</p></div>')
    assert isinstance(first, Shape)
    assert isinstance(second, Shape)
    assert (first.placeholder, second.placeholder) == ("body", "")


def test_a_body_that_holds_more_than_text_is_said_and_becomes_loose_shapes() -> None:
    html = '<div data-placeholder="body"><p>a</p><p style="background: #eef">b</p></div>'
    assert [shape.name for shape in shapes(html)] == ["a", "b"]
    assert any("more than flowing text" in message for message in messages(html))


def test_a_footer_and_the_slides_number_are_placeholders_in_the_margins_frames() -> None:
    css = """.f { position: running(f) }
    @page { margin: 40px; @bottom-left { content: element(f); width: 200px }
      @bottom-right { content: 'Page ' counter(page); width: 90px } }
    """
    made, _ = deck('<p class="f" data-placeholder="footer">Foot</p><section id="s"><h1>T</h1></section>', css)
    footer, number = made.slides[0].shapes[-2:]
    assert isinstance(footer, Shape)
    assert isinstance(number, Shape)
    assert (footer.placeholder, number.placeholder) == ("ftr", "sldNum")
    assert place(footer) == pytest.approx((40, 260, 200, 40), abs=0.01)
    assert number.text is not None
    runs = [run for run in number.text.paragraphs[0].runs if isinstance(run, TextRun)]
    assert [(run.text, run.field) for run in runs] == [("Page ", ""), ("1", "slidenum")]


def test_what_margins_paint_belongs_to_the_layout() -> None:
    css = "@page { margin-top: 60px; @top-left { content: ''; width: 100%; border-bottom: 3px solid #f80 } }"
    made, _ = deck('<section id="s"><h1>T</h1></section>', css)
    (rule,) = made.layouts[0].decorations
    assert isinstance(rule, Shape)
    assert rule.fill == Color("ff8800")
    assert all(shape.name != "Rule" for shape in made.slides[0].shapes)


def test_a_pages_paint_and_a_box_over_the_whole_page_are_the_slides_background() -> None:
    page = "@page { margin: 0; background: #0f0 }"
    html = '<section id="s"{}><h1>T</h1></section>'
    assert deck(html.format(""), page)[0].layouts[0].background == Color("00ff00")
    covered, _ = deck(html.format(' style="height: 300px; background: linear-gradient(#f00, #00f)"'), page)
    assert covered.layouts[0].background == Gradient(90, ((0, Color("ff0000")), (1, Color("0000ff"))))
    assert [shape.name for shape in covered.slides[0].shapes] == ["Title"]


def test_the_title_comes_first_unless_that_would_hide_it() -> None:
    def order(html: str) -> list[str]:
        return [shape.name for shape in deck(f'<section id="s">{html}</section>')[0].slides[0].shapes]

    assert order("<p>a</p><h1>T</h1>") == ["Title", "a"]
    over = '<div style="position: absolute; width: 99px; height: 99px; background: #eef"></div><h1>T</h1>'
    assert order(over) == ["Decoration", "Title"]


def test_parts_of_a_section_are_numbered_and_share_its_notes() -> None:
    css = """h1 { position: running(t) } p { height: 200px }
    @page { margin-top: 60px; @top-left { content: element(t); width: 100% } }"""
    aside = '<aside class="notes" style="display: none"><p>Say this.</p><ul><li>And this</li></ul></aside>'
    made, notices = deck(f'<section id="s" data-part="P"><h1>T</h1><p>a</p><p>b</p>{aside}</section>', css)
    assert [slide.title for slide in made.slides] == ["T (1\u00a0of\u00a02)", "T (2\u00a0of\u00a02)"]
    for slide, said in zip(made.slides, ("T (1\u00a0of\u00a02)", "T (2\u00a0of\u00a02)"), strict=True):
        title = slide.shapes[0]
        assert isinstance(title, Shape)
        assert title.text is not None
        assert title.text.text == said
        assert [(note.text, note.level) for note in slide.notes] == [("Say this.", 0), ("And this", 1)]
    assert notices == ()


def test_a_parts_number_is_smaller_where_the_title_has_no_room_for_it() -> None:
    css = "h1 { position: running(t) } @page { margin-top: 60px; @top-left { content: element(t); width: 340px } }"
    html = '<section id="s"><h1 style="font-size: 28px">{}</h1><p style="height: 200px">a<p style="height: 200px">b'

    def sizes(title: str) -> list[float]:
        shape = deck(html.format(title), css)[0].slides[0].shapes[0]
        assert isinstance(shape, Shape)
        assert shape.text is not None
        return [run.style.size for run in shape.text.paragraphs[0].runs]

    assert sizes("Short") == [21]
    assert sizes("A title without room") == [21, 18]


@pytest.mark.parametrize(("height", "said"), [(60, 1), (110, 0)])
def test_a_parts_number_that_needs_a_line_of_its_own_is_said_where_there_is_none(height: int, said: int) -> None:
    css = f"""h1 {{ position: running(t); font: 28px/40px sans-serif }} p {{ height: 200px }}
    @page {{ margin-top: {height}px; @top-left {{ content: element(t); width: 200px; vertical-align: top }} }}"""
    _, notices = deck('<section id="s"><h1>A full line</h1><p>a</p><p>b</p>', css)
    assert sum("one line more" in notice.message for notice in notices) == 2 * said


def test_titles_that_are_the_same_are_told_apart_and_said() -> None:
    made, notices = deck('<section id="a"><h1>T</h1></section><section id="b" style="break-before: page"><h1>T</h1>')
    assert [slide.title for slide in made.slides] == ["T", "T (2)"]
    assert [notice.severity for notice in notices] == [Severity.INFO]


def test_a_slide_without_a_title_is_said() -> None:
    assert [notice.message for notice in deck("<p>a")[1]] == ["this slide has no title"]


def test_a_deck_has_the_pages_size() -> None:
    made, _ = deck("<section><h1>T</h1>")
    assert (made.width, made.height) == (Emu(400 * 9525), Emu(300 * 9525))


def test_what_the_roots_background_cannot_be_is_said() -> None:
    css = "html { background: radial-gradient(#f00, #00f) space; background-size: 300px 60px }"
    _, notices = deck('<section id="s"><h1 class="slide-title">T</h1><p>Words</p></section>', css)
    said = [notice.message for notice in notices]
    assert said == ["PowerPoint has no native counterpart for background-repeat: space: it was left out of the slide"]
    assert all(notice.hint for notice in notices)
