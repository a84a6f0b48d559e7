"""The space between a table's cells, as native cells show it."""

from __future__ import annotations

import pytest
from boxtree import document

from leafdeck.deck import frames, plan
from leafdeck.deck.model import Line, TableShape, walk
from leafdeck.deck.paint import Color

GREY, WHITE = Color("eeeeee"), Color("ffffff")
PAINTED = "td { background: #ff8; width: 60px; padding: 0 }"


def table(html: str, css: str = PAINTED) -> TableShape:
    deck, notices = plan.plan(frames.read(document(f"<section><h1>One</h1>{html}</section>", css)))
    assert notices == ()
    return next(shape for shape in walk(deck.slides[0].shapes) if isinstance(shape, TableShape))


def html(style: str, rows: str = "<tr><td>a<td>b<tr><td>c<td>d") -> str:
    return f'<table style="{style}">{rows}</table>'


def test_cells_take_half_of_the_space_around_them() -> None:
    made = table(html("border-spacing: 8px 6px"), "td { padding: 0; width: 60px }")
    assert [round(width.px) for width in made.columns] == [64, 64]
    assert [round(height.px) for height in made.heights] == [33, 33]
    assert round(made.box.x.px) == 28
    left = [round(cell.text.insets[0].px) for cell in made.rows[0]]
    assert left == [0, 4]


@pytest.mark.parametrize(
    ("style", "behind"),
    [("", WHITE), ("background: #eee", GREY)],
)
def test_painted_cells_are_parted_by_borders_in_the_colour_behind(style: str, behind: Color) -> None:
    made = table(html(f"border-spacing: 8px 6px; {style}"))
    (a, b), (c, _) = made.rows
    across, down = (Line(type(made.box.x)(px * 9525), behind) for px in (8, 6))
    assert a.borders == (None, across, None, down)
    assert b.borders == (across, None, None, down)
    assert c.borders == (None, across, down, None)


def test_the_colour_behind_is_that_of_the_box_around() -> None:
    made = table(f'<div style="background: #eee; padding: 10px">{html("border-spacing: 8px")}</div>')
    line = made.rows[0][0].borders[1]
    assert line is not None
    assert line.color == GREY


def test_a_cell_over_several_places_is_not_parted() -> None:
    made = table(html("border-spacing: 8px", "<tr><td colspan=2>a<tr><td>c<td>d"))
    assert made.rows[0][0].borders[1] is None
    assert made.rows[0][0].borders[3] is not None


def test_in_a_table_read_from_the_right_the_first_column_stands_there() -> None:
    narrow = "<tr><td style='width: 40px'>a<td>b"
    made = table(f'<div dir="rtl">{html("border-spacing: 8px; width: 200px; table-layout: fixed", narrow)}</div>')
    assert made.right_to_left
    assert made.columns[0] < made.columns[1]
    assert [cell.text.text for cell in made.rows[0]] == ["a", "b"]
    first, second = made.rows[0]
    assert first.borders[0] == second.borders[1] is not None  # the left edge of the first meets the second
