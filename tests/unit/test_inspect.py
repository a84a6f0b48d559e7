"""What is read from a finished deck: nothing is left to inherit, and places are the slide's, whatever groups say."""

from __future__ import annotations

import io
from typing import Any

import decks
import pptx
from pptx.oxml.ns import qn

from leafdeck.check.backdrop import blocks
from leafdeck.check.finished import Area, Cell, Filling, Ink, Item, Paragraph, Presentation, Run, Slide, walk
from leafdeck.check.readingorder import reading_order
from leafdeck.deck import inspect, writer
from leafdeck.deck.xml import make, put
from leafdeck.units import Emu, Pt


def reread(edit: Any = lambda _: None) -> Presentation:
    presentation = pptx.Presentation(io.BytesIO(writer.write(decks.sample(), decks.INFO)))
    edit(presentation)
    stream = io.BytesIO()
    presentation.save(stream)
    return inspect.read(stream.getvalue())


def item(deck: Presentation, slide: int, name: str) -> Item:
    return next(one for one in walk(deck.slides[slide - 1].items) if one.name == name)


def run(one: Item, number: int = 0) -> Run:
    return [run for part in one.paragraphs for run in part.runs][number]


def area(x: float, y: float, width: float, height: float, rotation: float = 0.0) -> Area:
    return Area(Emu(round(x)), Emu(round(y)), Emu(round(width)), Emu(round(height)), rotation)


def px(one: Area) -> tuple[float, ...]:
    return one.x / 9525, one.y / 9525, one.width / 9525, one.height / 9525


def test_it_reads_what_the_file_says_of_itself() -> None:
    deck = reread()
    assert (deck.title, deck.language, len(deck.slides)) == ("A deck", "en-GB", 5)
    assert deck.sections == (("Opening", (1,)), ("Middle", (2, 3)), ("Closing", (4, 5)))
    assert not deck.locked
    assert not deck.runs_by_itself
    assert [part.text for part in deck.slides[1].notes] == ["Say this.", "and that"]


def test_a_placeholder_has_the_size_colour_and_place_of_its_layout() -> None:
    title = item(reread(), 2, "title")
    assert title.is_title
    assert px(title.area) == (40, 20, 1200, 80)
    assert run(title) == Run("A list", Pt(30), Ink("#0b4f5c"), bold=True, language="en-GB")


def test_a_change_of_theme_layout_or_master_is_seen_in_the_slides_text() -> None:
    def edit(presentation: Any) -> None:
        layout = presentation.slides[1].slide_layout
        style = layout.placeholders[0].element.txBody.find(qn("a:lstStyle")).find(qn("a:lvl1pPr")).find(qn("a:defRPr"))
        style.set("sz", "4000")
        put(style.find(qn("a:solidFill")), make("a:schemeClr", make("a:lumMod", val=50_000), val="accent2"))
        style.find(qn("a:solidFill"))[0].append(make("a:alpha", val=60_000))

    seen = run(item(reread(edit), 2, "title"))
    assert float(seen.size) == 40.0
    assert seen.color == Ink("#6e4114", 0.6)


def test_text_that_powerpoint_shrank_is_as_small_as_it_is_seen() -> None:
    def edit(presentation: Any) -> None:
        body = next(shape for shape in presentation.slides[1].shapes if shape.name == "body")
        put(body.element.txBody.bodyPr, make("a:normAutofit", fontScale=62_500))

    assert run(item(reread(edit), 2, "body")).size == Pt(12.5)


def test_parts_of_a_group_stand_where_the_slide_shows_them() -> None:
    def edit(presentation: Any) -> None:
        card = next(shape for shape in presentation.slides[2].shapes if shape.name == "Card")
        card.left, card.top, card.width, card.height = (side * 9525 for side in (100, 300, 150, 400))

    card = item(reread(edit), 3, "Card")
    assert px(card.area) == (100, 300, 150, 400)
    assert [px(child.area) for child in card.children[:2]] == [(100, 300, 150, 400), (105, 320, 20, 80)]
    assert card.alt == "Card"
    assert card.children[0].decorative


def test_tables_charts_and_decoration_are_told_apart() -> None:
    deck = reread()
    table = item(deck, 4, "Limits")
    assert (table.kind, table.first_row, table.first_column) == ("table", True, True)
    first, second = table.rows[0]
    assert first.filling == Filling((Ink("#0b4f5c"),))
    assert second.filling is None
    assert px(second.area)[0] > px(first.area)[0] + px(first.area)[2]
    assert item(deck, 5, "Glow").filling == Filling((Ink("#0b4f5c"), Ink("#abcdef")))
    assert [one.kind for one in deck.slides[2].items[1:]] == ["group", "picture", "picture"]
    assert [one.decorative for one in deck.slides[2].items[2:]] == [False, True]


def test_links_are_one_where_they_lead_to_one_place() -> None:
    deck = reread()
    assert run(item(deck, 5, "Web")).link
    assert run(item(deck, 5, "Jump")).link
    assert not run(item(deck, 5, "Bad")).link


WORDS = (Paragraph((Run("Words", Pt(20), Ink("#000000")),)),)


def box(name: str, x: float, y: float, width: float = 100, height: float = 100, **more: Any) -> Item:
    scale = 9525
    return Item("shape", name, area(x * scale, y * scale, width * scale, height * scale), paragraphs=WORDS, **more)


def early(*items: Item) -> list[str]:
    slide = Slide(1, items)
    deck = Presentation(Emu(12_192_000), Emu(6_858_000), "T", "en", (slide,))
    return [finding.shape for finding in reading_order(deck)]


def test_a_grid_may_be_read_by_rows_or_by_columns() -> None:
    a, b, c, d = box("a", 0, 0), box("b", 120, 0), box("c", 0, 120), box("d", 120, 120)
    assert early(a, b, c, d) == []
    assert early(a, c, b, d) == []
    assert early(b, a, c, d) == ["b"]
    assert early(a, b, d, c) == ["d"]
    assert early(c, a, b, d) == ["c"]


def test_columns_of_their_own_heights_are_read_one_after_the_other() -> None:
    tall, low, other = box("tall", 0, 0, height=300), box("low", 0, 310), box("other", 120, 250, height=160)
    assert early(tall, low, other) == []
    assert early(other, tall, low) == ["other"]


def test_right_to_left_text_is_read_from_the_right() -> None:
    words = (Paragraph((Run("كلمات", Pt(20)),), right_to_left=True),)
    left, right = (
        Item("shape", name, area(x * 9525, 0, 952_500, 952_500), paragraphs=words)
        for name, x in (("left", 0), ("right", 120))
    )
    assert early(right, left) == []
    assert early(left, right) == ["left"]


def test_decoration_feet_and_hidden_things_have_no_place_in_the_order() -> None:
    words = box("words", 0, 200)
    assert early(words, box("foot", 0, 0, placeholder="ftr"), box("gone", 0, 0, hidden=True)) == []
    assert early(words, Item("shape", "panel", area(0, 0, 9, 9), decorative=True)) == []


def behind(*items: Item, **more: Any) -> list[tuple[str, ...]]:
    return [block.behind for block in blocks(Slide(1, items, **more))]


def test_what_is_behind_text_is_what_is_drawn_before_it() -> None:
    panel = Item("shape", "panel", area(0, 0, 1_000_000, 1_000_000), filling=Filling((Ink("#112233"),)))
    veil = Item("shape", "veil", area(0, 0, 1_000_000, 1_000_000), filling=Filling((Ink("#ffffff", 0.5),)))
    words = Item("shape", "words", area(100, 100, 5000, 5000), paragraphs=WORDS)
    assert behind(words) == [("#ffffff",)]
    assert behind(words, background=Filling((Ink("#445566"),))) == [("#445566",)]
    assert behind(panel, words) == [("#112233",)]
    assert behind(words, panel) == [("#ffffff",)]
    assert behind(panel, veil, words) == [("#889099",)]
    assert behind(words, below=(panel,)) == [("#112233",)]


def test_text_on_two_colours_has_both_behind_it_and_on_a_picture_none_that_is_known() -> None:
    half = Item("shape", "half", area(0, 0, 500, 1000), filling=Filling((Ink("#112233"),)))
    words = Item("shape", "words", area(0, 0, 1000, 1000), paragraphs=WORDS)
    assert set(behind(half, words)[0]) == {"#112233", "#ffffff"}
    assert behind(Item("picture", "photo", area(0, 0, 2000, 2000)), words) == [()]


def test_a_turned_or_round_shape_hides_only_what_it_covers() -> None:
    words = Item("shape", "words", area(0, 0, 100, 100), paragraphs=WORDS)
    ink = (Ink("#112233"),)
    bar = Item("shape", "bar", area(-1000, 45, 2100, 10, 90), filling=Filling(ink))
    assert set(behind(bar, words)[0]) == {"#112233", "#ffffff"}
    disc = Item("shape", "disc", area(0, 0, 100, 100), filling=Filling(ink, ellipse=True))
    assert set(behind(disc, words)[0]) == {"#112233", "#ffffff"}


def test_a_cell_stands_on_its_own_filling() -> None:
    cells = (
        Cell(area(0, 0, 100, 100), WORDS, Filling((Ink("#112233"),))),
        Cell(area(100, 0, 100, 100), WORDS),
    )
    assert behind(Item("table", "table", area(0, 0, 200, 100), rows=(cells,))) == [("#112233",), ("#ffffff",)]
