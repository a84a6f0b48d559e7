"""Whatever an author writes: each word that a page shows is on its slide once, in order, inside, and for everyone."""

from __future__ import annotations

import datetime as dt
import json
import tempfile
from collections.abc import Iterator
from itertools import count
from pathlib import Path
from typing import Any

import pytest
import weasyprint
from accessible import findings
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st
from printedwords import words

from leafdeck.build import build
from leafdeck.check.finished import Slide, walk
from leafdeck.deck import inspect
from leafdeck.order import Order, Product

pytestmark = pytest.mark.slow

TODAY = dt.date(2026, 11, 24)
SOME = settings(
    max_examples=max(4, settings().max_examples // 25),
    deadline=None,
    phases=(Phase.explicit, Phase.reuse, Phase.generate),
    suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large],
)
"""A whole run takes seconds: a few examples, and no shrinking."""

ELSEWHERE = {"slide-title", "footer", "@bottom-right"}
"""What marks words of a title, a footer or a slide's number, which stand in places of their own."""

Section = dict[str, Any]


class Writer:
    """Writes texts of words that are all different."""

    def __init__(self, draw: st.DrawFn) -> None:
        self.draw, self.number = draw, count(1)

    def text(self, most: int, least: int = 1) -> str:
        shapes = ("w{}", "word{}", "étendu{}", "longerword{}", "({})", "**bold{}**")
        words = [next(self.number) for _ in range(self.draw(st.integers(least, most)))]
        return " ".join(shapes[number % len(shapes)].format(number) for number in words)

    def plain(self, most: int) -> str:
        return self.text(most).replace("*", "")

    def some(self, most: int, length: int) -> list[str]:
        return [self.text(length) for _ in range(self.draw(st.integers(1, most)))]

    def title(self) -> str:
        return f"Title {next(self.number)} {self.plain(5)}"


def text(w: Writer) -> Section:
    lines = "".join(f"\n- {item}" for item in w.some(8, 14))
    return {"text": f"{w.text(60)}\n{lines}\n\n{w.text(20)}"}


def key_points(w: Writer) -> Section:
    points = [{"icon": "spine", "title": w.plain(3), "text": body} for body in w.some(8, 20)]
    return {"points": points, "intro": w.text(20), "closing": w.text(15)}


def mechanisms(w: Writer) -> Section:
    steps = [{"step": w.plain(4), "linked_only": w.draw(st.booleans())} for _ in range(w.draw(st.integers(2, 5)))]
    strength = w.draw(st.sampled_from(["strong", "moderate", "weak", "none"]))
    return {
        "intro": w.text(20),
        "items": [
            {
                "id": f"m{next(w.number)}",
                "title": w.plain(3),
                "message": w.title(),
                "text": body,
                "pathway": [{**step, "step": f"{step['step']} s{next(w.number)}"} for step in steps],
                "effects": w.some(7, 12),
                "evidence": {"strength": strength, "note": w.text(25)},
            }
            for body in w.some(3, 20)
        ],
    }


def comparison(w: Writer) -> Section:
    columns = [w.plain(2) for _ in range(w.draw(st.integers(2, 4)))]
    rows = [{"cells": [w.text(9) for _ in columns]} for _ in range(w.draw(st.integers(1, 10)))]
    return {"intro": w.text(15), "columns": columns, "rows": rows, "note": w.text(15)}


def diagnosis(w: Writer) -> Section:
    return {
        "steps": [{"icon": "spine", "title": w.plain(4), "text": body} for body in w.some(6, 20)],
        "note": w.text(20),
    }


def management(w: Writer) -> Section:
    options = [{"icon": "spine", "title": w.plain(3), "text": body, "actions": w.some(5, 10)} for body in w.some(3, 30)]
    return {"intro": w.text(15), "options": options}


def faq(w: Writer) -> Section:
    return {"items": [{"question": f"{w.plain(8)}?", "answer": body} for body in w.some(7, 40)]}


def checklist(w: Writer) -> Section:
    return {"icon": "spine", "intro": w.text(12), "items": w.some(12, 12)}


def conclusion(w: Writer) -> Section:
    return {"text": w.text(20), "points": w.some(6, 14)}


def urgent(w: Writer) -> Section:
    signs = [{"id": f"s{next(w.number)}", "text": sign} for sign in w.some(9, 12)]
    return {"level": "emergency", "lead": w.text(6), "signs": signs, "explain": w.text(30)}


def risk(w: Writer) -> Section:
    groups = [{"label": w.plain(8), "number": w.draw(st.integers(0, 10))} for _ in range(w.draw(st.integers(1, 3)))]
    return {"message": w.title(), "of": 10, "groups": groups, "text": w.text(15), "source": w.text(6)}


KINDS = (text, key_points, mechanisms, comparison, diagnosis, management, faq, checklist, conclusion, risk)


@st.composite
def guides(draw: st.DrawFn) -> dict[str, Any]:
    """A guide of a few sections of any kind, with short and long texts, few and many items."""
    w = Writer(draw)
    made = [*draw(st.lists(st.sampled_from(KINDS), min_size=1, max_size=4)), *draw(st.sampled_from([(), (urgent,)]))]
    links = draw(st.integers(1, 4))
    return {
        "schema": 1,
        "guide": {
            "id": "any", "type": "general", "title": w.title(), "subtitle": w.plain(6), "audience": w.plain(4),
            "version": "1.0",
            "published": "2026-11-01", "review_by": "2029-11-01", "authors": [{"name": "A. Tester"}],
            "funding": "Nobody paid for it.", "conflicts": "None.",
        },
        "organisation": {"name": "Example Clinic", "feedback": w.text(8), "other_formats": w.text(8)},
        "summary": w.text(40),
        "sections": [{"kind": kind.__name__, "title": w.title(), **kind(w)} for kind in made],
        "more_information": [{"title": w.plain(4), "url": f"https://www.example.org/{more}"} for more in range(links)],
        "disclaimer": w.text(25),
    }  # fmt: skip


def letters(parts: Iterator[str]) -> str:
    """All letters in a row: where lines end is another test's."""
    return "".join("".join(part.split()) for part in parts)


def on_page(page: Any) -> Iterator[str]:
    for word in words(page._page_box):
        if not ELSEWHERE & word.around and not any("::marker" in tag for tag in word.around):
            yield word.text


def on_slide(slide: Slide) -> Iterator[str]:
    for item in walk(slide.items):
        if not (item.is_title or item.is_foot):
            yield item.text
            yield from (part.text for row in item.rows for cell in row for part in cell.paragraphs)


@SOME
@given(guides())
def test_each_word_of_a_page_is_on_its_slide_once_in_order_and_inside(guide: dict[str, Any]) -> None:
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        content = folder / "content.yaml"
        content.write_text(json.dumps(guide), encoding="utf-8")
        done = build(Order(content, folder / "output", TODAY, (Product.SLIDES,), keep_html=True))
        data = (folder / "output" / "slides.pptx").read_bytes()
        pages = weasyprint.HTML(filename=str(folder / "output" / "html" / "slides.html")).render().pages
    told = [notice.message for notice in done.notices]
    assert [message for message in told if "wider than its place" not in message] == []  # a word, in a narrow step
    deck = inspect.read(data)
    assert len(deck.slides) == len(pages)
    for page, slide in zip(pages, deck.slides, strict=True):
        assert letters(on_slide(slide)) == letters(on_page(page)), slide.number
        for item in walk(slide.items):
            assert 0 <= item.area.x <= item.area.right <= deck.width, (slide.number, item.name)
            assert 0 <= item.area.y <= item.area.bottom <= deck.height, (slide.number, item.name)
    assert findings(data) == []
