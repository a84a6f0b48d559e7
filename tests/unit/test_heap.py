"""Memory that is filled and let go of: Python's own habits come back afterwards."""

from __future__ import annotations

import gc
import weakref

import pytest

from leafdeck import deck, heap


def test_waste_is_looked_for_less_often_inside_a_block_and_as_before_after_it() -> None:
    before = gc.get_threshold()
    with heap.filling(), heap.filling():
        assert gc.get_threshold()[0] > before[0]
    assert gc.get_threshold() == before


def test_it_is_so_after_a_mistake_too() -> None:
    before = gc.get_threshold()
    with pytest.raises(ZeroDivisionError), heap.filling():
        _ = 1 / 0
    assert gc.get_threshold() == before


def test_the_laid_out_boxes_of_a_long_deck_are_gone_before_it_is_written(monkeypatch: pytest.MonkeyPatch) -> None:
    from leafdeck.deck import frames, plan  # noqa: PLC0415 - the engine is slow to import

    boxes: list[weakref.ref[object]] = []
    read, planned, alive = frames.read, plan.plan, []

    def reading(document, *more):  # type: ignore[no-untyped-def] # noqa: ANN001, ANN002, ANN202
        boxes.extend(weakref.ref(page._page_box) for page in document.pages)
        return read(document, *more)

    def planning(*given):  # type: ignore[no-untyped-def] # noqa: ANN002, ANN202
        alive.append(sum(box() is not None for box in boxes))
        return planned(*given)

    monkeypatch.setattr(frames, "read", reading)
    monkeypatch.setattr(plan, "plan", planning)
    slides = "".join(f"<section style='break-before: page'><h1>Slide {n}</h1></section>" for n in range(deck.MANY + 1))
    deck.from_html(f"<html lang=en><title>Long</title>{slides}")
    assert len(boxes) == deck.MANY + 1
    assert alive == [0]
