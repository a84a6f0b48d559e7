"""A few lines of HTML laid out and planned as slides, and a look at their shapes."""

from __future__ import annotations

from typing import TypeVar

from boxtree import document

from leafdeck.deck import frames, plan
from leafdeck.deck.model import AnyShape, Deck, Shape
from leafdeck.notice import Notice

S = TypeVar("S", bound=AnyShape)


def deck(body: str, css: str = "", part_of: str = "({part} of {parts})") -> tuple[Deck, tuple[Notice, ...]]:
    return plan.plan(frames.read(document(body, css)), part_of)


def shapes(body: str, css: str = "") -> tuple[AnyShape, ...]:
    """The shapes of a slide with a title, but for the title."""
    made, _ = deck(f'<section id="s"><h1 class="slide-title">T</h1>{body}</section>', css)
    title, *rest = made.slides[0].shapes
    assert isinstance(title, Shape)
    assert title.placeholder == "title"
    return tuple(rest)


def only(body: str, kind: type[S], css: str = "") -> S:
    (shape,) = shapes(body, css)
    assert isinstance(shape, kind)
    return shape


def messages(body: str, css: str = "") -> list[str]:
    _, notices = deck(f'<section id="s" data-source="sections[0]"><h1>T</h1>{body}</section>', css)
    return [notice.message for notice in notices if notice.where.path == "sections[0]"]


def place(shape: AnyShape) -> tuple[float, float, float, float]:
    assert shape.box is not None
    return shape.box.x.px, shape.box.y.px, shape.box.width.px, shape.box.height.px


def insets(shape: Shape) -> tuple[float, ...]:
    assert shape.text is not None
    return tuple(round(inset.px, 1) for inset in shape.text.insets)
