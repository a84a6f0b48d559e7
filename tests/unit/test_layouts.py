"""Layouts from the slides that use them, and those that a presenter misses."""

from __future__ import annotations

from dataclasses import replace

import pytest
from decks import FOOT, INK, MIDDLE, NUMBER, PRIMARY, TITLE, TOP, box, item, para, placeholder, style

from leafdeck.deck import layoutnames, layouts
from leafdeck.deck.frame import Frame
from leafdeck.deck.model import AnyShape, GroupShape, Layout, Shape, Slide
from leafdeck.deck.paint import Rect
from leafdeck.deck.plan import Planned
from leafdeck.deck.text import TextRun
from leafdeck.units import Pt, Px

AREA = Rect.of(64, 136, 1152, 520)
FRAME = Frame(Px(1280), Px(720), AREA, None, "", "content", "", "", "", (), (), ())
RULE = Shape("Rule", box(64, 113, 1152, 3), fill=PRIMARY)
HEAD = placeholder("title", TOP, para("Low iron", TITLE))
LIST = placeholder(
    "body", MIDDLE, item("First", 0, style(19)), replace(item("Next", 0, style(19)), space_before=style().size)
)
PROSE = placeholder("body", MIDDLE, para("Just words", style(25, bold=True)))
FEET = (
    placeholder("ftr", FOOT, para("A clinic · Draft", style(11))),
    placeholder("sldNum", NUMBER, para("7", style(11), field="slidenum")),
)


def slide(kind: str, *shapes: AnyShape) -> Planned:
    decorations = () if kind in {"title", "closing"} else (RULE,)
    background = PRIMARY if kind in {"title", "closing"} else None
    return Planned(Slide("", 0, (HEAD, *shapes)), kind, background, decorations, FRAME)


def built(*slides: Planned) -> tuple[dict[str, Layout], list[str]]:
    """Return the layouts by name, and the name of each slide's own."""
    made, which = layouts.build(slides)
    return {layout.name: layout for layout in made}, [made[number].name for number in which]


def kinds(layout: Layout) -> list[str]:
    return [shape.placeholder for shape in layout.placeholders]


def body(layout: Layout) -> Shape:
    return next(shape for shape in layout.placeholders if shape.placeholder == "body")


def test_slides_of_one_look_share_a_layout() -> None:
    made, names = built(slide("title"), slide("content", LIST, *FEET), slide("content", LIST, *FEET), slide("closing"))
    assert names == ["Title Slide", "Title and Content", "Title and Content", "Closing"]
    kinds_made = [made[name].kind for name in made]
    assert kinds_made == ["title", "obj", "titleOnly", "twoObj", "twoTxTwoObj", "titleOnly", "secHead", "blank"]


def test_a_layout_without_a_body_does_not_call_itself_one_with_content() -> None:
    made, names = built(slide("agenda", *FEET), slide("content", LIST, *FEET))
    assert [made[name].kind for name in names] == ["titleOnly", "obj"]


def test_a_body_that_stands_elsewhere_has_a_layout_whose_body_stands_there() -> None:
    """When such a slide is reset, its text stays beside what it stands beside."""
    aside = replace(LIST, box=box(408, 200, 808, 300))
    near = replace(LIST, box=box(418, 240, 800, 200))
    below = replace(PROSE, box=box(408, 400, 808, 200))
    made, names = built(*(slide("content", one, *FEET) for one in (aside, LIST, near, below)))
    usual = "Title and Content"
    assert names == [f"{usual}, Right", usual, f"{usual}, Right", f"{usual}, Lower Right"]
    assert body(made[usual]).box == box(64, 136, 1152, 520)
    assert body(made[f"{usual}, Right"]).box == aside.box
    assert body(made[f"{usual}, Lower Right"]).box == below.box
    words = body(made[f"{usual}, Lower Right"]).text
    assert words is not None
    assert words.paragraphs[0].bullet is None  # its own text has none
    alone, _ = built(slide("content", aside, *FEET))
    assert list(alone)[:1] == [f"{usual}, Right"]
    assert body(alone[usual]).box == box(64, 136, 1152, 520)


@pytest.mark.parametrize(
    ("place", "where"),
    [
        ((64, 400, 1152, 200), "Lower"),
        ((64, 300, 1152, 200), "Middle"),
        ((142, 216, 1000, 346), "Inset"),
        ((142, 314, 1000, 151), "Middle Inset"),
        ((64, 136, 520, 520), "Left Half"),
        ((560, 400, 656, 100), "Lower Right Half"),
        ((408, 200, 808, 300), "Right"),
        ((112, 190, 1104, 300), "2"),
    ],
)
def test_a_layouts_name_says_where_its_body_stands(place: tuple[int, int, int, int], where: str) -> None:
    name = layoutnames.unique("Title and Content", box(*place), box(64, 136, 1152, 520), ())
    assert name == ("Title and Content 2" if where == "2" else f"Title and Content, {where}")


def test_layouts_of_one_place_are_numbered() -> None:
    area, place = box(64, 136, 1152, 520), box(408, 200, 808, 300)
    taken = ["Text, Right", "Text, Right 2"]
    assert layoutnames.unique("Text", place, area, taken) == "Text, Right 3"


def test_another_look_of_a_kind_is_a_layout_of_its_own() -> None:
    _, names = built(slide("content", LIST), replace(slide("content", LIST), background=INK))
    assert names == ["Title and Content", "Title and Content 2"]


def test_a_slide_without_main_text_does_not_get_a_layout_that_asks_for_some() -> None:
    made, names = built(slide("content", *FEET), slide("content", LIST, *FEET))
    assert names == ["Title Only", "Title and Content"]
    assert kinds(made["Title Only"]) == ["title", "dt", "ftr", "sldNum"]
    assert kinds(made["Title and Content"]) == ["title", "body", "dt", "ftr", "sldNum"]


USUAL = ["Title and Content", "Two Content", "Comparison", "Title Only", "Section Header", "Blank"]


def test_the_usual_layouts_are_there_even_where_no_slide_has_them() -> None:
    made, _ = built(slide("title"), slide("agenda", *FEET))
    assert list(made) == ["Title Slide", "Agenda", *USUAL]
    assert kinds(made["Title and Content"]) == ["title", "body", "dt", "ftr", "sldNum"]
    assert made["Title and Content"].decorations == made["Title Only"].decorations == (RULE,)
    assert (kinds(made["Blank"]), made["Blank"].decorations) == (["dt", "ftr", "sldNum"], ())


def test_a_layouts_body_fills_the_page_and_is_a_list_in_five_levels() -> None:
    """Even where the first slide's main text is prose in bold: what a presenter adds is a list."""
    made, _ = built(slide("content", PROSE), slide("content", LIST))
    shape = body(made["Title and Content"])
    assert shape.box
    assert shape.box == box(64, 136, 1152, 520)
    assert shape.text
    paragraphs = shape.text.paragraphs
    assert [paragraph.level for paragraph in paragraphs] == [0, 1, 2, 3, 4]
    assert all(paragraph.bullet and paragraph.indent == -200_000 for paragraph in paragraphs)
    margins = [paragraph.margin for paragraph in paragraphs]
    assert margins == sorted(set(margins))
    assert margins[0] == 200_000
    assert all(paragraph.space_before == style().size for paragraph in paragraphs)
    sizes = {run.style.size for paragraph in paragraphs for run in paragraph.runs}
    assert sizes == {Pt(19)}


def test_a_body_of_prose_alone_gives_prose_without_stress() -> None:
    made, _ = built(slide("content", PROSE))
    text = body(made["Title and Content"]).text
    assert text
    assert not any(paragraph.bullet for paragraph in text.paragraphs)
    assert not any(run.style.bold for paragraph in text.paragraphs for run in paragraph.runs)


def test_a_body_in_a_card_counts_as_one() -> None:
    card = GroupShape("Card", MIDDLE, (Shape("Panel", MIDDLE, fill=INK), LIST), alt="Card")
    made, names = built(slide("content", card))
    assert names == ["Title and Content"]
    assert "body" in kinds(made["Title and Content"])


def test_a_layouts_footer_keeps_its_words_and_its_number_is_a_field() -> None:
    made, _ = built(slide("content", LIST, *FEET))
    foot, number = made["Title and Content"].placeholders[-2:]
    assert foot.text
    assert foot.text.text == "A clinic · Draft"
    assert number.text
    run = number.text.paragraphs[0].runs[0]
    assert isinstance(run, TextRun)
    assert (run.text, run.field) == ("\u2039#\u203a", "slidenum")


def test_a_deck_of_title_slides_alone_still_offers_the_rest() -> None:
    made, _ = built(slide("title"))
    assert list(made) == ["Title Slide", *USUAL]


def test_two_columns_stand_side_by_side_within_the_page() -> None:
    made, _ = built(slide("content", LIST, *FEET))
    left, right = (shape for shape in made["Two Content"].placeholders if shape.placeholder == "body")
    assert (left.box, right.box) == (box(64, 136, 560, 520), box(656, 136, 560, 520))
    assert left.text == right.text == body(made["Title and Content"]).text


def test_a_comparison_has_a_heading_without_a_bullet_above_each_column() -> None:
    made, _ = built(slide("content", LIST, *FEET))
    assert kinds(made["Comparison"]) == ["title", "body", "body", "body", "body", "dt", "ftr", "sldNum"]
    head, column, *_ = (shape for shape in made["Comparison"].placeholders if shape.placeholder == "body")
    assert head.box
    assert head.text
    assert column.box
    assert head.box.y + head.box.height == column.box.y
    assert column.box.y + column.box.height == box(0, 136, 0, 520).y + box(0, 0, 0, 520).height
    (paragraph,) = head.text.paragraphs
    assert paragraph.bullet is None
    assert [run.style.bold for run in paragraph.runs] == [True]


def test_a_section_header_has_its_title_in_the_middle_and_no_rule() -> None:
    made, _ = built(slide("content", LIST, *FEET))
    title, words = made["Section Header"].placeholders[:2]
    assert made["Section Header"].decorations == ()
    assert title.text
    assert title.text.anchor == "b"
    assert title.box == box(64, 136, 1152, 260)
    assert words.box == box(64, 396, 1152, 260)


def test_a_date_has_its_place_at_the_end_of_the_footers() -> None:
    made, _ = built(slide("content", LIST, *FEET))
    for layout in made.values():
        date, foot = layout.placeholders[-3:-1]
        assert (date.placeholder, foot.placeholder) == ("dt", "ftr")
        assert date.box
        assert foot.box
        assert (date.box.x + date.box.width, date.box.y) == (foot.box.x + foot.box.width, foot.box.y)
        assert date.text
        (run,) = date.text.paragraphs[0].runs
        assert isinstance(run, TextRun)
        assert (run.field, date.text.paragraphs[0].align) == ("datetime1", "r")


def test_no_slides_no_layouts() -> None:
    assert layouts.build([]) == ((), ())
