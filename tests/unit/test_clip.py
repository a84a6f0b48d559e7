"""What a box hides that reaches beyond it: cropped, made smaller, left out or told."""

from __future__ import annotations

import pytest
from boxtree import document
from torture import photo

from leafdeck.deck import frames
from leafdeck.deck.frame import Block, Drawing, Item, Paragraph, Picture, text_of
from leafdeck.deck.paint import Rect

WHOLE = "(it is shown whole)"


def box(inner: str, style: str = "") -> Block:
    html = f'<div class="b" style="width: 100px; height: 50px; overflow: hidden; {style}">{inner}</div>'
    found: list[Item] = list(frames.read(document(html))[0].items)
    while found:
        item = found.pop(0)
        if isinstance(item, Block):
            if item.origin.tag == "div":
                return item
            found.extend(item.children)
    raise AssertionError(html)


def only(block: Block, kind: type[Item]) -> Item:
    found: list[Item] = [block]
    while found:
        item = found.pop(0)
        if isinstance(item, kind) and item is not block:
            return item
        found.extend(item.children if isinstance(item, Block) else ())
    raise AssertionError(kind)


def image(style: str) -> str:
    return f'<img alt="x" src="{photo()}" style="display: block; {style}">'


def test_a_picture_is_cropped() -> None:
    block = box(image("width: 200px; height: 100px; margin: -25px 0 0 -50px"))
    picture = only(block, Picture)
    assert isinstance(picture, Picture)
    assert picture.rect == Rect.of(20, 20, 100, 50)
    assert picture.crop == pytest.approx((0.25, 0.25, 0.25, 0.25))
    assert block.lost == ()


def test_a_picture_that_is_cropped_already_is_cropped_further() -> None:
    picture = only(box(image("width: 40px; height: 80px; object-fit: cover")), Picture)
    assert isinstance(picture, Picture)
    assert picture.rect == Rect.of(20, 20, 40, 50)
    assert picture.crop == pytest.approx((0.375, 0, 0.375, 0.375))


def test_a_picture_in_a_round_corner_is_round_there() -> None:
    picture = only(box(image("width: 100px; height: 30px"), "border-radius: 12px"), Picture)
    assert isinstance(picture, Picture)
    assert [float(radius) for radius in picture.paint.radii] == [12, 12, 0, 0]


def test_a_plain_fill_is_made_smaller() -> None:
    block = box('<p style="width: 300px; height: 20px; background: #eee"></p>', "border-radius: 0 8px 0 0")
    fill = only(block, Block)
    assert isinstance(fill, Block)
    assert fill.rect == Rect.of(20, 20, 100, 20)
    assert [float(radius) for radius in fill.paint.radii] == [0, 8, 0, 0]
    assert block.lost == ()


@pytest.mark.parametrize(
    ("inner", "what"),
    [
        ("<p style='white-space: nowrap'>words that go on and on beyond", "words"),
        ("<p>one<p>two<p>three", "words"),
        ("<p style='width: 300px; border: 2px solid'></p>", "a painted box"),
        (
            "<svg width='200' height='20' viewBox='0 0 200 20' style='display: block'><path d='M0 0h200v20z'/></svg>",
            "a drawing",
        ),
        ("<p style='transform: rotate(9deg)'>turned", "something turned"),
        ("<table style='width: 200px'><tr><td>a</table>", "a table"),
    ],
)
def test_what_is_shown_whole_is_told(inner: str, what: str) -> None:
    assert box(inner).lost == (
        f"overflow: hidden around {what} ({'they are' if what == 'words' else 'it is'} shown whole)",
    )


def test_what_is_not_seen_is_left_out() -> None:
    far = "position: relative; left: 500px"
    sign = f'<svg width="9" style="{far}"><rect width="9" height="9"/></svg>'
    block = box(f"<p>one</p><p style='{far}; background: #eee'>two</p>{image(far)}{sign}")
    assert text_of(block) == "one"
    assert block.lost == ()
    with pytest.raises(AssertionError):
        only(block, Drawing)


def test_words_for_screen_readers_alone_are_not_on_the_slide() -> None:
    assert box("<p>Skip to the content", "position: absolute; width: 1px; height: 1px").children == ()


def test_what_fits_stays_as_it_is() -> None:
    block = box("<p>one</p>", "line-height: 20px")
    assert isinstance(only(block, Paragraph), Paragraph)
    assert block.lost == ()


def test_without_hiding_nothing_is_cut() -> None:
    picture = only(box(image("width: 200px; height: 100px"), "overflow: visible"), Picture)
    assert isinstance(picture, Picture)
    assert (picture.rect, picture.crop) == (Rect.of(20, 20, 200, 100), (0, 0, 0, 0))
