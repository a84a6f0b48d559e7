"""Sound guides of an unusual shape: very long words, very many parts. Nothing may lie over anything else or be lost."""

from __future__ import annotations

import datetime as dt
import itertools
import json
from pathlib import Path

import pptx
import pytest
import weasyprint
from printedwords import Word, words

from leafdeck.build import build
from leafdeck.order import Order, Product

pytestmark = pytest.mark.slow

TODAY = dt.date(2026, 11, 24)
LONG = "Pneumonoultramicroscopicsilicovolcanoconiosis"


def write(project: Path, *sections: dict[str, object], title: str = "A small guide") -> Path:
    """Put sections before the small guide's own, and give it a title."""
    content = project / "content.yaml"
    text = content.read_text(encoding="utf-8").replace("title: A small guide", f"title: {title}")
    added = "".join(f"  - {json.dumps(section)}\n" for section in sections)
    content.write_text(text.replace("sections:\n", f"sections:\n{added}"), encoding="utf-8")
    return content


def test_a_word_too_long_for_its_place_is_broken_and_told(project: Path) -> None:
    points = [
        {"icon": "spine", "title": LONG, "text": "It has a long name."},
        {"title": "Iron", "text": "It has none."},
    ]
    content = write(project, {"kind": "key_points", "title": "In short", "points": points}, title=f"{LONG} and you")
    output = project / "output"
    done = build(Order(content, output, TODAY, (Product.LEAFLET, Product.SLIDES), keep_html=True))
    (notice,) = done.notices
    assert notice.message.startswith(f'the word "{LONG}" is wider than its place even at 18 pt')
    assert (notice.where.file, notice.where.path) == (content, "sections[0]")
    for page in weasyprint.HTML(filename=str(output / "html" / "leaflet-a4.html")).render().pages:
        over = [pair for pair in itertools.combinations(words(page._page_box), 2) if lies_over(*pair)]
        assert over == []


def lies_over(one: Word, two: Word) -> bool:
    across = min(one.x + one.width, two.x + two.width) - max(one.x, two.x)
    down = min(one.y + one.height, two.y + two.height) - max(one.y, two.y)
    return across > 1 and down > 0.35 * min(one.height, two.height)


def test_an_agenda_of_many_parts_goes_on_like_any_other_slide(project: Path) -> None:
    parts: list[dict[str, object]] = [
        {"kind": "text", "title": f"Part number {number}", "text": "Words."} for number in range(14)
    ]
    content = write(project, *parts)
    done = build(Order(content, project / "output", TODAY, (Product.SLIDES,)))
    assert done.notices == ()
    slides = pptx.Presentation(str(project / "output" / "slides.pptx")).slides
    titles = [slide.shapes.title.text for slide in slides]
    assert titles[1:3] == ["What we will cover (1\u00a0of\u00a02)", "What we will cover (2\u00a0of\u00a02)"]
    assert len(set(titles)) == len(titles)
