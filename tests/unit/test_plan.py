"""Laid-out boxes as shapes: which shapes and groups they become, and what is said of the rest."""

from __future__ import annotations

import base64
import io

import pytest
from PIL import Image
from planned import insets, messages, only, place, shapes

from leafdeck.deck.model import Freeform, GroupShape, PictureShape, Preset, Shape, TableShape, walk
from leafdeck.deck.paint import Color
from leafdeck.deck.text import TextRun
from leafdeck.units import Px


@pytest.mark.parametrize(
    ("side", "align"), [("right", "left"), ("left", "right"), ("right", "center"), ("left", "center")]
)
def test_what_text_has_to_spare_ends_at_the_slide(side: str, align: str) -> None:
    """A line that its box fits closely gets an eighth of its width more, if there is so much."""
    style = f"position: absolute; {side}: -18px; text-align: {align}; white-space: nowrap"
    shape = only(f'<p style="{style}">Words that fill a line of their own</p>', Shape)
    x, _, width, _ = place(shape)
    assert -0.01 <= x <= x + width <= 400.01


def test_flowing_text_without_paint_is_one_text_box() -> None:
    shape = only("<p>one</p><ul style='padding-left: 20px'><li>two</li></ul><div><p>three</p></div>", Shape)
    assert shape.text is not None
    assert shape.text.text == "one\ntwo\nthree"
    assert (shape.fill, shape.line, shape.text.anchor, insets(shape)) == (None, None, "t", (0, 0, 0, 0))


def test_a_painted_box_with_text_is_one_shape_with_insets_for_its_padding() -> None:
    shape = only('<p style="padding: 10px 24px; background: #eef; margin-top: 8px">a', Shape)
    assert place(shape) == pytest.approx((20, 58, 360, 50), abs=0.01)
    assert shape.fill == Color("eeeeff")
    assert shape.text is not None
    assert shape.text.anchor == "ctr"
    assert insets(shape)[0] == 24
    assert 0 < insets(shape)[2] < 24


def test_text_at_the_top_of_a_taller_box_stays_at_the_top() -> None:
    shape = only('<div style="height: 200px; padding: 10px; background: #eef"><p>a</div>', Shape)
    assert shape.text is not None
    assert shape.text.anchor == "t"
    assert 0 < insets(shape)[1] < 10  # PowerPoint has more of the line height above the letters


def test_insets_start_where_powerpoint_starts_in_a_round_corner() -> None:
    """Its text rectangle keeps 0.29 of the radius clear."""
    square, rounded = (
        only(f'<p style="padding: 20px; background: #eef; border-radius: {radius}px">a', Shape) for radius in (0, 20)
    )
    assert isinstance(rounded.geometry, Preset)
    assert rounded.geometry.name == "roundRect"
    assert insets(square)[0] - insets(rounded)[0] == pytest.approx(20 * 0.2929, abs=0.1)


def test_words_that_have_no_room_in_a_disc_stand_over_it() -> None:
    css = "p { width: 60px; border-radius: 30px; background: #eef; text-align: center; line-height: 60px }"
    assert [shape.name for shape in shapes("<p>1</p>", css)] == ["1"]
    wide = shapes("<p>wider</p>", css.replace("width: 60px", "font-size: 24px; width: 60px"))
    assert [shape.name for shape in wide] == ["Panel", "wider"]


def test_a_border_alike_on_all_sides_is_the_outline_within_the_box() -> None:
    shape = only('<p style="border: 4px dashed #f00; padding: 10px">a', Shape)
    assert shape.line is not None
    assert (shape.line.width, shape.line.color, shape.line.dash) == (Px(4).emu, Color("ff0000"), "dash")
    assert place(shape) == pytest.approx((22, 52, 356, 54), abs=0.01)


def test_borders_that_differ_are_bars() -> None:
    panel, bar = shapes('<p style="border-left: 8px solid #f00; background: #eef">a')
    assert isinstance(panel, Shape)
    assert isinstance(bar, Shape)
    assert (panel.text and panel.text.text, bar.fill) == ("a", Color("ff0000"))
    assert place(bar) == pytest.approx((20, 50, 8, 30), abs=0.01)


@pytest.mark.parametrize(
    ("style", "geometry"),
    [
        ("border-radius: 0", Preset("rect")),
        ("border-radius: 10px", Preset("roundRect", (("adj", 25_000),))),
        ("border-radius: 50%", Preset("ellipse")),
    ],
)
def test_corners_are_preset_shapes(style: str, geometry: Preset) -> None:
    shape = only(f'<div style="width: 40px; height: 40px; background: #eef; {style}"></div>', Shape)
    assert shape.geometry == geometry
    assert shape.text is None


def test_corners_that_differ_are_a_freeform() -> None:
    shape = only('<div style="width: 40px; height: 40px; background: #eef; border-radius: 9px 0 0 9px"></div>', Shape)
    assert isinstance(shape.geometry, Freeform)


def test_opacity_goes_down_to_paint_and_words() -> None:
    shape = only('<div style="opacity: .5"><p style="background: #00f; padding: 5px">a</p></div>', Shape)
    assert shape.fill == Color("0000ff", 0.5)
    assert shape.text is not None
    run = shape.text.paragraphs[0].runs[0]
    assert isinstance(run, TextRun)
    assert run.style.color.alpha == 0.5


def test_boxes_are_stacked_as_z_index_says() -> None:
    css = "i { position: absolute; width: 9px; height: 9px }"
    html = '<i style="z-index: 2; background: #f00"></i><i style="background: #0f0"></i>'
    html += '<i style="z-index: -1; background: #00f"></i>'
    fills = [shape.fill for shape in shapes(f"<div>{html}</div>", css) if isinstance(shape, Shape)]
    assert fills == [Color("0000ff"), Color("00ff00"), Color("ff0000")]


def test_a_group_holds_its_parts_and_its_name() -> None:
    html = '<div data-group="Card: one" style="background: #eef"><p>a</p><p style="background: #fff">b</p></div>'
    group = only(html, GroupShape)
    assert (group.name, group.alt) == ("Card: one", "Card: one")
    assert [shape.name for shape in group.shapes] == ["Panel", "a", "b"]
    assert place(group) == pytest.approx((20, 50, 360, 60), abs=13)
    assert only('<p data-group="Alone" style="background: #eef">a', Shape).name == "Alone"


def test_a_shape_outside_the_slide_is_said() -> None:
    html = '<div style="position: absolute; left: 300px; width: 300px; height: 9px; background: #eef"></div>'
    assert messages(html) == ['"Decoration" reaches outside the slide']


@pytest.mark.parametrize(
    ("html", "what"),
    [
        ('<p style="transform: skew(3deg)">a', "a transform that scales, skews or mirrors"),
        ('<p style="box-shadow: 1px 1px red">a', "box-shadow around a box without a background"),
        ('<svg viewBox="0 0 9 9" width="9"><image href="x:y"/></svg>', "a picture in a drawing"),
        ('<table><tr><td><p style="background: #eef">a</table>', "a painted box in a table cell"),
    ],
)
def test_what_powerpoint_has_not_is_said_with_its_place(html: str, what: str) -> None:
    assert messages(html) == [f"PowerPoint has no native counterpart for {what}: it was left out of the slide"]


def test_a_picture_has_its_place_its_words_and_what_is_cut_off() -> None:
    stream = io.BytesIO()
    Image.new("RGB", (40, 20), "red").save(stream, "PNG")
    address = "data:image/png;base64," + base64.b64encode(stream.getvalue()).decode()
    style = "display: block; width: 80px; height: 80px; object-fit: cover"
    picture = only(f'<img src="{address}" style="{style}" alt="A red flag">', PictureShape)
    assert (picture.alt, picture.media_type, picture.crop) == ("A red flag", "image/png", (0.25, 0, 0.25, 0))
    assert place(picture) == pytest.approx((20, 50, 80, 80), abs=0.01)


def test_a_drawing_is_one_freeform_or_a_group_of_colours() -> None:
    svg = '<svg viewBox="0 0 9 9" width="90" style="display: block"><title>Leaf</title>{}</svg>'
    one = only(svg.format('<path d="M0 0h9v9z"/><path d="M1 1h2v2z"/>'), Shape)
    assert (one.name, one.alt, one.fill) == ("Leaf", "Leaf", Color("000000"))
    two = only(svg.format('<path d="M0 0h9v9z"/><path fill="red" d="M1 1h2v2z"/>'), GroupShape)
    assert two.alt == "Leaf"
    assert len(walk((two,))) == 3


def test_a_named_group_of_a_drawing_is_a_group_of_shapes_and_only_the_whole_is_described() -> None:
    figures = "".join(f'<path d="M{n} 0h.5v9z"/>' for n in range(5))
    whole = only(
        '<svg viewBox="0 0 9 9" width="90" role="img"><title>5 people</title>'
        f'<g data-group="The ill" fill="red">{figures}</g><g data-group="The well"><path d="M8 0h1v9z"/></g></svg>',
        GroupShape,
    )
    assert (whole.name, whole.alt) == ("5 people", "5 people")
    ill, well = whole.shapes
    assert isinstance(ill, GroupShape)
    assert (ill.name, ill.alt, [shape.name for shape in ill.shapes]) == (
        "The ill", "", ["Figure 1", "Figure 2", "Figure 3", "Figure 4", "Figure 5"]
    )  # fmt: skip
    assert isinstance(well, GroupShape)
    assert [getattr(shape, "alt", None) for shape in (*ill.shapes, *well.shapes)] == [""] * 6


def test_a_table_keeps_its_head_its_borders_and_its_row_heights() -> None:
    css = """table { border-collapse: collapse } td, th { padding: 6px 10px; text-align: left; width: 100px }
    td, th { vertical-align: top; border-bottom: 2px solid #888 } tr.on { background: #eef }"""
    html = "<thead><tr><th>H<th>I<tbody><tr class=on><th>a<td>b<tr><th>c<td>d"
    named = only(f"<table>{html}</table>", TableShape, css)
    assert (named.name, named.alt) == ("Table", "H, I")
    table = only(f'<table aria-label="Numbers">{html}</table>', TableShape, css)
    assert (table.alt, table.first_row, table.first_column) == ("Numbers", True, True)
    assert [[cell.text.text for cell in row] for row in table.rows] == [["H", "I"], ["a", "b"], ["c", "d"]]
    assert table.rows[1][0].fill == Color("eeeeff")
    lines = [row[0].borders[3] for row in table.rows]
    assert [line and line.width for line in lines] == [Px(2).emu] * 3
    assert all(height % 360 == 0 for height in table.heights)
    above, below = (table.rows[1][1].text.insets[side].px for side in (1, 3))
    assert 0 < below <= above < 10
    assert sum(table.heights) == pytest.approx(table.box.height, abs=360)


def test_cells_that_span_cover_their_neighbours() -> None:
    html = "<tr><td colspan=2>a<td rowspan=2>b<tr><td>c<td>d"
    table = only(f"<table>{html}</table>", TableShape)
    assert [[cell.merged for cell in row] for row in table.rows] == [["", "h", ""], ["", "", "v"]]
