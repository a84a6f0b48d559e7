"""What the comparison of a deck with its CSS measures is what it says."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import numpy as np
import pytest
from drawn import Word, without_fields
from fidelity import painted_similarity, quantile
from pptx import Presentation
from pptx.util import Emu
from textframes import TextFrame, lines, plans

ROOM = (0.0, 0.0, 400.0, 200.0)


def said(*rows: str, x: float = 10, top: float = 10) -> list[Word]:
    """Words in rows 30 px apart, as a drawing has them; each is 10 px wide for a letter."""
    found = []
    for row, text in enumerate(rows):
        left = x
        for word in text.split():
            found.append(Word(word, left, top + 30 * row, left + 10 * len(word), top + 30 * row + 20))
            left += 10 * (len(word) + 1)
    return found


def texts(frame: TextFrame, found: list[Word]) -> list[list[str] | None]:
    return [
        rows if rows is None else [" ".join(word.text for word in row) for row in rows] for rows in lines(frame, found)
    ]


def test_a_paragraphs_lines_are_found() -> None:
    frame = TextFrame(ROOM, ("one two three four", "five"))
    found = said("• one two", "three four", "five")
    assert texts(frame, found) == [["one two", "three four"], ["five"]]


def test_a_raised_word_stays_on_its_line() -> None:
    frame = TextFrame(ROOM, ("one2 two",))
    found = [*said("one"), Word("2", 40, 9, 47, 22), *said("two", x=60)]
    assert texts(frame, found) == [["one 2 two"]]


def test_a_paragraph_whose_words_are_missing_is_not_found() -> None:
    frame = TextFrame(ROOM, ("one two", "three"))
    assert texts(frame, said("one two")) == [["one two"], None]
    assert texts(frame, said("one", "three")) == [None, None]


def test_words_of_other_frames_do_not_count() -> None:
    frame = TextFrame((0.0, 0.0, 100.0, 200.0), ("one two",))
    assert texts(frame, said("one two other")) == [["one two"]]


def painted(*spots: tuple[int, int]) -> Any:
    picture = np.full((540, 960, 3), 255, np.uint8)
    for x, y in spots:
        picture[y, x] = (10, 20, 30)
    return picture


def test_only_tiles_that_either_paints_count() -> None:
    alike = np.zeros((540, 960))
    alike[:32, :32], alike[:32, 32:64] = 0.5, 0.9
    assert painted_similarity(painted((3, 3)), painted((40, 3)), alike) == pytest.approx(0.7)
    assert painted_similarity(painted((3, 3)), painted((3, 3)), alike) == pytest.approx(0.5)
    assert painted_similarity(painted(), painted(), alike) == 1.0


def test_a_tile_of_one_colour_is_not_painted() -> None:
    picture = painted()
    picture[:32, :32] = (10, 20, 30)
    assert painted_similarity(picture, painted(), np.zeros((540, 960))) == 1.0


def test_a_share_of_figures() -> None:
    assert quantile(range(100), 0.95) == 95
    assert quantile((1.0, 2.0), 1) == 2.0
    assert quantile((), 0.95) == 0.0


def deck(folder: Path) -> tuple[Any, Any, Path]:
    """An empty slide of 1280 by 720 px."""
    made: Any = Presentation()
    made.slide_width, made.slide_height = Emu(1280 * 9525), Emu(720 * 9525)
    return made, made.slides.add_slide(made.slide_layouts[6]).shapes, folder / "deck.pptx"


def box(*sides: int) -> list[Emu]:
    return [Emu(side * 9525) for side in sides]


def test_text_may_grow_to_its_panels_edge_and_to_what_stands_below(tmp_path: Path) -> None:
    made, shapes, file = deck(tmp_path)
    panel = shapes.add_shape(1, *box(100, 100, 400, 300))
    panel.fill.solid()
    above = shapes.add_textbox(*box(120, 110, 300, 30))
    above.text_frame.text = "above"
    below = shapes.add_textbox(*box(120, 200, 300, 30))
    below.text_frame.text = "below"
    free = shapes.add_textbox(*box(600, 500, 300, 30))
    free.text_frame.text = "free"
    made.save(file)
    (plan,) = plans(file)
    assert [frame.room for frame in plan.frames] == [
        (120, 100, 420, 200),
        (120, 140, 420, 400),
        (600, 0, 900, 720),
    ]


def test_what_stands_out_is_told(tmp_path: Path) -> None:
    made, shapes, file = deck(tmp_path)
    shape = shapes.add_shape(1, *box(0, 0, 200, 60))
    shape.fill.solid()
    shape.text_frame.text = "one two three"
    made.save(file)
    (plan,) = plans(file)
    assert plan.out(said("one two three")) == ()
    assert plan.out(said("one two", "three", top=5)) == ()
    assert plan.out(said("one two", "three", top=20)) == ("three",)
    assert plan.out(said("one", "two", "three", top=5)) == ("one two three",)
    assert plan.out([*said("one two three"), *said("lost", x=1250)]) == ("lost",)


def test_the_cells_of_a_column_are_one_frame(tmp_path: Path) -> None:
    made, shapes, file = deck(tmp_path)
    table = shapes.add_table(2, 2, *box(0, 0, 400, 100)).table
    for cell, text in zip(table.iter_cells(), ("a", "b", "c", "d"), strict=True):
        cell.text = text
    made.save(file)
    (plan,) = plans(file)
    assert [(frame.room, frame.paragraphs) for frame in plan.frames] == [
        ((0, 0, 200, 720), ("a", "c")),
        ((200, 0, 400, 720), ("b", "d")),
    ]


def test_the_drawn_copy_has_no_links_and_no_fields(tmp_path: Path) -> None:
    made, shapes, file = deck(tmp_path)
    run = shapes.add_textbox(*box(0, 0, 300, 30)).text_frame.paragraphs[0].add_run()
    run.text, run.hyperlink.address = "linked", "https://www.example.org/"
    shapes[0].click_action.hyperlink.address = "https://www.example.org/"
    made.save(file)
    copy: Any = Presentation(str(without_fields(file, tmp_path / "plain.pptx")))
    (shape,) = copy.slides[0].shapes
    assert (shape.text_frame.text, shape.text_frame.paragraphs[0].runs[0].hyperlink.address) == ("linked", None)
    assert shape.click_action.hyperlink.address == "https://www.example.org/"
