"""What `leafdeck.deck.boxpaint` relies on in WeasyPrint's box tree: backgrounds, borders, corners, lost effects."""

from __future__ import annotations

import math

import pytest
from boxtree import Box, find, lay
from weasyprint.draw.color import get_color
from weasyprint.images import LinearGradient


def one(style: str) -> Box:
    (box,) = find(lay(f'<div style="width: 100px; height: 40px; {style}"></div>')[0], "div")
    return box


def test_a_box_without_a_background_has_none() -> None:
    assert one("").background is None


def test_a_background_is_a_colour_and_layers() -> None:
    background = one("background: rgb(255 0 0 / 50%)").background
    assert background.color.to("srgb").coordinates == pytest.approx((1, 0, 0))
    assert background.color.alpha == pytest.approx(0.5)
    assert [layer.image for layer in background.layers] == [None]


def test_the_roots_background_goes_to_the_pages_canvas() -> None:
    (page,) = lay("<p>a", "@page { background: #00f } body { background: #0f0 }")
    assert page.background.color.coordinates == pytest.approx((0, 0, 1))
    assert page.canvas_background.color.coordinates == pytest.approx((0, 1, 0))
    assert page.canvas_background.layers[-1].painting_area == (20, 20, 360, 260)
    assert page.children[0].background is None


def test_a_page_without_a_root_background_has_no_canvas() -> None:
    assert lay("<p>a")[0].canvas_background is None


@pytest.mark.parametrize(
    ("direction", "kind", "value"),
    [("to right", "angle", math.pi / 2), ("135deg", "angle", 3 * math.pi / 4), ("to top right", "corner", "top_right")],
)
def test_a_linear_gradient_is_an_image_layer(direction: str, kind: str, value: float | str) -> None:
    image = one(f"background: linear-gradient({direction}, #f00, #00f 50%)").background.layers[0].image
    assert isinstance(image, LinearGradient)
    assert (image.direction_type, image.direction) == (kind, value if kind == "corner" else pytest.approx(value))
    assert [tuple(color.coordinates) for color in image.colors] == [(1, 0, 0), (0, 0, 1)]
    first, second = image.stop_positions
    assert first is None
    assert (second.value, second.unit) == (50, "%")


def test_other_background_images_are_layers_too() -> None:
    layers = one("background: radial-gradient(#f00, #00f)").background.layers
    assert layers[0].image is not None
    assert not isinstance(layers[0].image, LinearGradient)


def test_borders_have_a_width_a_style_and_a_colour_per_side() -> None:
    box = one("border-left: 8px dashed #0f0; border-top: 2px none red")
    assert [getattr(box, f"border_{side}_width") for side in ("top", "right", "bottom", "left")] == [0, 0, 0, 8]
    assert box.style["border_left_style"] == "dashed"
    assert get_color(box.style, "border_left_color").coordinates == pytest.approx((0, 1, 0))


def test_a_borders_colour_is_the_texts_by_default() -> None:
    box = one("border: 1px solid; color: #00f")
    assert get_color(box.style, "border_top_color").coordinates == pytest.approx((0, 0, 1))


def test_radii_are_resolved_and_kept_within_the_box() -> None:
    assert one("border-radius: 50%").rounded_border_box()[4:] == ((50, 20),) * 4
    assert one("border-radius: 999px").rounded_border_box()[4:] == ((20, 20),) * 4
    assert one("border-radius: 1px 2px 3px 4px").rounded_border_box() == (
        20, 20, 100, 40, (1, 1), (2, 2), (3, 3), (4, 4),
    )  # fmt: skip


def test_a_row_and_its_group_have_backgrounds_of_their_own() -> None:
    css = "tr { background: #f00 } tbody { background: #0f0 }"
    (page,) = lay("<table><tbody><tr><td>a</table>", css)
    (group,), (row,), (cell,) = find(page, "tbody"), find(page, "tr"), find(page, "td")
    assert row.background.color.coordinates == pytest.approx((1, 0, 0))
    assert group.background.color.coordinates == pytest.approx((0, 1, 0))
    assert cell.background is None


def test_effects_that_are_lost_can_be_seen_in_the_style() -> None:
    plain, rich = one(""), one("transform: rotate(3deg); box-shadow: 1px 1px red")
    assert not plain.style["transform"]
    assert not plain.style["box_shadow"]
    assert rich.style["transform"]
    assert rich.style["box_shadow"]


def test_a_hidden_box_says_so() -> None:
    assert one("visibility: hidden").style["visibility"] == "hidden"
