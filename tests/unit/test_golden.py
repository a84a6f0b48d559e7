"""Slides as PowerPoint gets them, as text that a diff can show.

When a change is meant, `python tests/unit/test_golden.py` writes the texts anew; read what git then shows.
"""

from __future__ import annotations

import io
import zipfile
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import Any

import pytest
from pptx.oxml import parse_xml

from leafdeck import deck

GOLDEN = Path(__file__).resolve().parents[1] / "golden"
PARTS = {
    "cards-and-list.xml": "ppt/slides/slide1.xml",
    "table.xml": "ppt/slides/slide2.xml",
    "notes.xml": "ppt/notesSlides/notesSlide1.xml",
}


@cache
def package() -> dict[str, bytes]:
    page = GOLDEN / "slides.html"
    data = deck.from_html(page.read_text(encoding="utf-8"), base_url=page.as_uri())
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def readable(xml: bytes) -> str:
    """XML with an element on each line and attributes sorted."""
    root = parse_xml(xml)
    prefixes = {uri: prefix for prefix, uri in root.nsmap.items()}

    def short(name: str) -> str:
        uri, _, local = name.removeprefix("{").rpartition("}")
        return f"{prefixes.get(uri) or uri.rpartition('/')[2]}:{local}" if uri else local

    def lines(element: Any, depth: int) -> Iterator[str]:
        said = "".join(f' {name}="{value}"' for name, value in sorted((short(n), v) for n, v in element.attrib.items()))
        text = "" if len(element) else element.text or ""
        yield f"{'  ' * depth}{short(element.tag)}{said}{': ' + text if text else ''}\n"
        for child in element:
            yield from lines(child, depth + 1)

    return "".join(lines(root, 0))


@pytest.mark.parametrize("name", PARTS)
def test_a_slide_is_written_as_it_was(name: str) -> None:
    assert readable(package()[PARTS[name]]) == (GOLDEN / name).read_text(encoding="utf-8")


if __name__ == "__main__":
    for name, part in PARTS.items():
        (GOLDEN / name).write_text(readable(package()[part]), encoding="utf-8")
