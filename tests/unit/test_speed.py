"""How the work grows with a deck: as its slides do, and no faster. Calls are counted, for clocks differ."""

from __future__ import annotations

import sys
from typing import Any

import bench
import weasyprint

from leafdeck import deck

STYLE = """
  @page { size: 1280px 720px; margin: 120px 60px 60px; @top-left { content: element(title) } }
  section { break-before: page } h1 { position: running(title) } .notes { display: none }
  .card { padding: 20px; background: #eee } svg { display: block; width: 90px }
"""
SLIDE = """<section class="slide" id="one"><h1 class="slide-title">Title</h1>
<ul data-placeholder="body"><li>One</li><li><a href="#one">Two</a></li></ul>
<div class="card" data-group="Card"><p>Words</p>
<svg viewBox="0 0 9 9"><path fill="red" d="M0 0h9v4z"/><path d="M0 5h9v4z"/></svg></div>
<aside class="notes"><p>Say this.</p></aside></section>"""
MARKUP = f"<!doctype html><html lang=en><title>Deck</title><style>{STYLE}</style><body>{SLIDE}{SLIDE}</body></html>"
GROWTH = 1.1
"""How much more than its share a longer deck may take: lists within python-pptx are gone through now and then."""


def calls(slides: int) -> int:
    """Return how many functions are called to make a deck of so many slides."""
    html = bench.lengthened(MARKUP, [1, 1], slides)
    count = 0

    def called(_frame: Any, event: str, _argument: Any) -> None:
        nonlocal count
        count += event == "call"

    sys.setprofile(called)
    try:
        deck.from_html(html)
    finally:
        sys.setprofile(None)
    return count


def test_a_deck_four_times_as_long_takes_four_times_the_work() -> None:
    calls(2)  # what is read once, such as fonts
    few, more, many = calls(5), calls(25), calls(100)
    per_slide = (more - few) / 20
    assert (many - more) / 75 < per_slide * GROWTH


def test_the_benchmark_lengthens_a_deck_to_what_is_asked_for() -> None:
    html = bench.lengthened(MARKUP, [1, 1], 7)
    document = weasyprint.HTML(string=html).render()
    assert len(document.pages) == 7
    names = [name for page in document.pages for name in page.anchors]
    assert len(set(names)) == len(names) == 7
    assert bench.pages_of_sections(document, html) == [1] * 7
