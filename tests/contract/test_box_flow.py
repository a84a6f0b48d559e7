"""What reading where pages end relies on in the layout engine, and what putting them elsewhere does."""

from __future__ import annotations

from typing import Any

import pytest
import weasyprint
from weasyprint.css.counters import CounterStyle
from weasyprint.formatting_structure import boxes
from weasyprint.text.fonts import FontConfiguration

STYLE = """
@page { size: 400px 200px; margin: 40px 20px 20px; @top-left { content: element(title) }
  @bottom-left { content: counter(page) } }
body, h1, p, li, ul { margin: 0; font: 20px/20px "Liberation Sans" }
h1 { position: running(title) } section { break-before: page } td { padding: 0 }
"""


def pages(body: str, css: str = "") -> list[Any]:
    document = weasyprint.HTML(string=f"<style>{STYLE}{css}</style>{body}").render()
    return [page._page_box for page in document.pages]


def words(box: Any) -> str:
    return " ".join(text.text for text in box.descendants() if isinstance(text, boxes.TextBox))


def items(count: int) -> str:
    return "<ul>" + "".join(f"<li>n{number}</li>" for number in range(count)) + "</ul>"


def test_a_forced_break_wins_over_a_wish_for_none_and_goes_with_no_margin_above() -> None:
    css = "li + li { margin-top: 5px } li:nth-child(3) { break-before: page !important; margin-top: 0 !important }"
    first, second = pages(items(4), css + "li:nth-child(2) { break-after: avoid }")
    assert [words(page.children[0]) for page in (first, second)] == ["n0 n1", "n2 n3"]
    (item, *_) = (box for box in second.descendants() if box.element_tag == "li" and isinstance(box, boxes.BlockBox))
    assert item.position_y == 40


def test_a_forced_break_comes_before_a_row_and_the_head_stands_again() -> None:
    rows = "".join(f"<tr><td>n{number}</td></tr>" for number in range(4))
    css = "tbody tr:nth-child(3) { break-before: page }"
    made = pages(f"<table><thead><tr><td>head</td></tr></thead><tbody>{rows}</tbody></table>", css)
    assert [words(page.children[0]) for page in made] == ["head n0 n1", "head n2 n3"]
    (table,) = (box for box in made[1].descendants() if isinstance(box, boxes.TableBox))
    assert [group.is_header for group in table.children] == [True, False]
    assert table.children[0].element is next(
        group.element for box in made[0].descendants() if isinstance(box, boxes.TableBox) for group in box.children
    )


def test_a_box_that_goes_on_fills_its_page_and_is_the_same_element() -> None:
    css = "div { background: red; min-height: 100px; padding: 5px } li:nth-child(3) { break-before: page }"
    made = pages(f"<div>{items(4)}</div>", css)
    first, second = (next(box for box in page.descendants() if box.element_tag == "div") for page in made)
    assert first.element is second.element
    assert first.border_box_y() + first.border_height() == pytest.approx(
        made[0].content_box_y() + made[0].height, abs=6
    )


def test_a_page_of_a_number_can_end_early_and_count_from_another() -> None:
    css = "@page :nth(2) { padding-bottom: 95px; counter-set: page 7 }"
    made = pages("<p>one<section>" + "<br>".join(f"n{n}" for n in range(5)), css)
    assert [words(page.children[0]) for page in made] == ["one", "n0 n1", "n2 n3 n4"]
    assert [words(page.children[-1]) for page in made] == ["1", "7", "8"]


def test_a_running_title_counts_its_own_page_in_a_style_from_a_further_sheet() -> None:
    counters, fonts = CounterStyle(), FontConfiguration()
    more = (
        '@counter-style parts { system: fixed 1; symbols: "(a)" "(b)" } h1::after { content: " " counter(page, parts) }'
    )
    sheet = weasyprint.CSS(string=more, font_config=fonts, counter_style=counters)
    html = weasyprint.HTML(string=f"<style>{STYLE}</style><h1>Title</h1>{items(9)}")
    document = html.render(stylesheets=[sheet], font_config=fonts, counter_style=counters)
    assert [words(page._page_box.children[1]).split() for page in document.pages] == [
        ["Title", "(a)"],
        ["Title", "(b)"],
    ]


def test_html_can_be_laid_out_again_with_a_part_of_it_away() -> None:
    html = weasyprint.HTML(string=f"<style>{STYLE}</style><section>one</section><section>two</section>")
    first = html.render()
    section = html.etree_element.find(".//section")
    section.text = ""
    section.set("style", "display: none !important")
    second = html.render()
    assert [words(page._page_box.children[0]) for page in second.pages] == ["two"]
    joined = first.copy([first.pages[0], second.pages[0]])
    assert [words(page._page_box.children[0]) for page in joined.pages] == ["one", "two"]
    assert joined.write_pdf()


def test_counters_and_the_content_of_margins_are_in_the_style() -> None:
    css = "h2 { counter-increment: figure } @page { @bottom-right { content: counter(page) ' / ' counter(pages) } }"
    (page,) = pages("<section><h2>x</h2></section>", css)
    heading = next(box for box in page.descendants() if box.element_tag == "h2" and isinstance(box, boxes.BlockBox))
    assert heading.style["counter_increment"] == (("figure", 1),)
    assert any("'pages'" in str(box.style["content"]) for box in page.children if isinstance(box, boxes.MarginBox))
    assert not isinstance(
        next(box for box in page.descendants() if box.element_tag == "section").style["counter_increment"], tuple
    )
