"""What `leafdeck.leaflet.pagefill` relies on: where boxes lie, where the engine may end a page, and does if told."""

from __future__ import annotations

from boxtree import document, words

from leafdeck.leaflet import balance, pagefill
from leafdeck.leaflet.balance import Page

HEIGHT = 260
"""How high the text of a page is."""


def read(body: str, css: str = "") -> tuple[Page, ...]:
    return pagefill.pages(document(body, css))


def block(height: int, more: str = "", text: str = "") -> str:
    return f'<div style="height: {height}px; {more}">{text}</div>'


def test_a_page_is_as_full_as_its_lowest_words_frames_and_floats() -> None:
    for body, lowest in (
        ("<p>one line</p>", 30),
        (block(90), 90),
        ('<p>x</p><div style="float: left; width: 9px; height: 80px"></div>', 110),
        ('<div style="position: relative; height: 10px"><div style="position: absolute; top: 70px; height: 5px">', 75),
        ('<svg width="5" height="130" style="display: block"></svg>', 130),
    ):
        assert [page.fill for page in read(body)] == [lowest / HEIGHT], body


def test_what_stands_in_the_margins_fills_no_page() -> None:
    foot = "@page { @bottom-left { content: element(foot) } } .foot { position: running(foot) }"
    assert read('<div class="foot">foot</div><p>one line</p>', foot)[0].fill == 30 / HEIGHT


def test_a_page_may_end_between_blocks_items_and_rows_but_not_where_styles_forbid_it() -> None:
    listed = f"<ul><li>a</li><li>b</li></ul>{block(5)}"
    assert [start.above * HEIGHT for start in read(listed)[0].starts] == [30, 60]
    kept = "<ul style='break-inside: avoid'><li>a</li><li>b</li></ul>"
    assert read(kept)[0].starts == ()
    head = "<h2 style='break-after: avoid; margin: 0'>a</h2><p>b</p><p style='break-before: avoid'>c</p>"
    assert read(head)[0].starts == ()
    columns = "<div style='columns: 2'><p>a</p><p>b</p></div>"
    assert read(columns)[0].starts == ()
    table = "<table><thead><tr><th>h</th></tr></thead><tbody><tr><td>a</td></tr><tr><td>b</td></tr></tbody></table>"
    assert len(read(table)[0].starts) == 1


def test_what_goes_on_from_the_page_before_begins_there_not_here() -> None:
    pages = read(f"<div>{block(200)}{block(100)}{block(20)}</div>{block(10)}")
    assert [round(page.fill * HEIGHT) for page in pages] == [200, 130]
    assert [start.depth for start in pages[1].starts] == [3, 2]


def test_a_page_that_a_style_asks_for_is_told() -> None:
    asked = read(f"{block(50)}<main><section style='break-before: page'>{block(50)}{block(250)}</section></main>")
    assert [page.forced for page in asked] == [False, True, False]


def test_the_engine_ends_the_page_where_it_is_told() -> None:
    body = "".join(block(height, "break-inside: avoid", f"p{height}") for height in (100, 60, 50, 70))
    first, second = read(body)
    assert len(second.starts) == 0
    css = balance.moved([first, Page(0.5), Page(0.5)])
    assert css.count(" > :nth-child(") == 2
    new = document(body, css)
    assert [words(page._page_box) for page in new.pages] == [["p100", "p60"], ["p50", "p70"]]
