"""What the reader of boxes relies on for backgrounds' images, shadows, turns, outlines, markers and inline boxes."""

from __future__ import annotations

import math

import pytest
from boxtree import Box, find, lay, lines
from torture import photo
from weasyprint.formatting_structure import boxes
from weasyprint.images import LinearGradient, RadialGradient, RasterImage


def one(style: str, tag: str = "div") -> Box:
    (box,) = find(lay(f'<{tag} style="width: 100px; height: 40px; {style}"></{tag}>')[0], tag)
    return box


def test_a_layer_knows_where_its_first_image_lies_and_how_large_it_is() -> None:
    (layer,) = one(
        f"padding: 10px; background: url({photo()}) right 10px bottom 0 / 50px 25px repeat-x"
    ).background.layers
    assert isinstance(layer.image, RasterImage)
    assert layer.size == (50, 25)
    assert layer.repeat == ("repeat", "no-repeat")
    assert layer.positioning_area == layer.painting_area == (20, 20, 120, 60)
    assert layer.position == (60, 35)


def test_a_raster_image_knows_its_pixels_mode_and_file() -> None:
    image = one(f"background: url({photo()})").background.layers[0].image
    assert (image.width, image.height, image.mode, image.format) == (80, 40, "RGB", "PNG")
    assert image.image_data.data.startswith(b"\x89PNG")


def test_the_layers_stand_topmost_first() -> None:
    layers = one(f"background: linear-gradient(red, blue), url({photo()})").background.layers
    assert [type(layer.image) for layer in layers] == [LinearGradient, RasterImage]


def test_a_gradient_lays_its_stops_out_between_two_points() -> None:
    box = one("background: linear-gradient(to right, red 25px, blue 75px)")
    image = box.background.layers[0].image
    flat, kind, points, positions, colors, _ = image.layout(100, 40, box.background.style)
    assert (flat, kind, points, positions) == (1, "linear", (25, 20, 75, 20), [0, 1])
    assert len(colors) == 2


def test_a_radial_gradients_radius_is_that_across() -> None:
    box = one("background: radial-gradient(red, blue)")
    image = box.background.layers[0].image
    assert isinstance(image, RadialGradient)
    flat, kind, points, _, _, _ = image.layout(100, 40, box.background.style)
    assert kind == "radial"
    assert flat == pytest.approx(0.4)
    assert points == pytest.approx((50, 50, 0, 50, 50, 50 * math.sqrt(2)))


def test_a_shadow_is_four_lengths_a_colour_and_where_it_falls() -> None:
    ((x, y, blur, spread, color, inset),) = one("box-shadow: inset 1px 2px 3px 4px red").style["box_shadow"]
    assert [length.value for length in (x, y, blur, spread)] == [1, 2, 3, 4]
    assert color.coordinates == pytest.approx((1, 0, 0))
    assert inset


def test_a_turned_box_stays_where_it_was_and_has_a_matrix_of_the_page() -> None:
    box = one("transform: rotate(90deg)")
    assert (box.position_x, box.position_y) == (20, 20)
    # About its middle at (70, 40): (x, y) goes to (70 - (y - 40), 40 + (x - 70)).
    assert box.transformation_matrix.values == pytest.approx((0, 1, -1, 0, 110, -30))
    assert one("").transformation_matrix is None


def test_an_outline_lies_in_the_style() -> None:
    style = one("outline: 3px dashed red; outline-offset: 4px").style
    assert (style["outline_width"], style["outline_style"], style["outline_offset"]) == (3, "dashed", 4)


def test_a_marker_tells_the_style_of_its_list() -> None:
    (page,) = lay('<ol style="padding-left: 60px; list-style: lower-roman"><li>a</ol>')
    item = find(page, "li")[0]
    marker = item.children[0]._box
    assert marker.element_tag == "li::marker"
    assert marker.style["list_style_type"] == "lower-roman"


def test_a_markers_image_is_a_replaced_box_in_its_line() -> None:
    (page,) = lay(f'<ul style="padding-left: 90px; list-style-image: url({photo()})"><li>a</ul>')
    item = find(page, "li")[0]
    inside = [box for box in item.children[0]._box.descendants() if isinstance(box, boxes.ReplacedBox)]
    assert [type(box.replacement) for box in inside] == [RasterImage]


def test_an_inline_block_stands_in_its_line_with_a_line_of_its_own() -> None:
    (page,) = lay('<p>a <span style="display: inline-block">b</span> c')
    block = lines(page)[0].children[1]
    assert isinstance(block, boxes.InlineBlockBox)
    (line,) = block.children
    assert isinstance(line, boxes.LineBox)


def test_a_line_below_words_has_a_style_and_a_colour() -> None:
    (page,) = lay('<p><span style="text-decoration: underline wavy red">a</span>')
    style = find(page, "span")[0].children[0].style
    assert style["text_decoration_style"] == "wavy"
    assert style["text_decoration_color"].coordinates == pytest.approx((1, 0, 0))
