"""What `leafdeck.leaflet.measure` relies on: where elements stand on pages, how far the last page is filled."""

from __future__ import annotations

import pytest
from boxtree import document

from leafdeck.leaflet.measure import measured

BODY = '<div class="foot">foot</div>' + "".join(
    f'<p id="{name}" style="height: {height}px; margin: 0">{name}</p>'
    for name, height in (("one", 100), ("two", 80), ("three", 60))
)
FOOT = "@page { @bottom-left { content: element(foot) } } .foot { position: running(foot) }"


def test_pages_and_parts_are_measured_without_what_stands_in_the_margins() -> None:
    found = measured(document(BODY, f"{FOOT} p {{ break-inside: avoid }}"), ["one", "three", "nothing"])
    assert (found.pages, found.page, found.last) == (1, 260, 240)
    assert found.parts == (("one", 100), ("three", 60))
    assert found.line == 30
    assert found.size == 15


def test_a_part_that_is_cut_counts_on_each_page_it_is_on() -> None:
    lines = "<br>".join(["line"] * 12)
    found = measured(document(f'{BODY}<p id="cut" style="orphans: 1; widows: 1">{lines}</p>', FOOT), ["cut"])
    assert found.pages == 3
    assert found.flow == 2 * found.page + found.last
    assert dict(found.parts)["cut"] >= 360


@pytest.mark.parametrize(("height", "px"), [("1.5", 30), ("24px", 24), ("normal", 24)])
def test_a_lines_height_is_read_however_it_is_written(height: str, px: float) -> None:
    assert measured(document("<p>x</p>", f"html {{ line-height: {height} }}")).line == px
