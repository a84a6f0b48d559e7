"""Makes what a check judges besides the content: the leaflet and the slides, as `build` makes them, kept as values.

Leaflet and slides are made side by side, each in a process; only what rules judge comes back. Nothing is written.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any

from leafdeck import build, heap, worker
from leafdeck.formats import Medium
from leafdeck.notice import Notice
from leafdeck.order import Order, Product, untimed

if TYPE_CHECKING:
    from leafdeck.check.finished import Presentation
    from leafdeck.check.page import Page
    from leafdeck.check.pdffile import PdfFile


@dataclass(frozen=True, slots=True)
class Printed:
    """The leaflet: its pages, the finished file, what was told while it was made."""

    pages: tuple[Page, ...]
    pdf: PdfFile
    notices: tuple[Notice, ...]


@dataclass(frozen=True, slots=True)
class Shown:
    """The slides: their pages, the finished file, what was told while it was made."""

    pages: tuple[Page, ...]
    deck: Presentation
    notices: tuple[Notice, ...]


@contextmanager
def proofs(order: Order) -> Iterator[Callable[[], tuple[Printed, Shown]]]:
    """Make the slides while the block runs; what it yields makes the leaflet in the first form, and returns both.

    Raises:
        LeafdeckError: from what is called, when the content, a template or a style is not as it should be.
    """
    with worker.beside(_slides, [order], lambda _: None) as (beside,):
        yield lambda: (leaflet(order), beside.result())


@heap.filling()
def leaflet(order: Order) -> Printed:
    """Make the leaflet in the order's first form. Raises LeafdeckError."""
    desk = build.prepare(order, Product.LEAFLET, untimed)
    form = order.formats[0]
    assert form.medium is Medium.PAPER  # noqa: S101 - the command line takes no other
    from leafdeck import paper, typeset
    from leafdeck.deck import frames, seen
    from leafdeck.leaflet import inspect

    with typeset.listening() as heard:
        made = paper.laid_out(form, replace(desk.composer, fillable=order.fillable), desk.fetcher, untimed)
        pages = seen.pages(frames.read(made.document))
        pdf = inspect.read(paper.written(made.document))
    told = tuple(one.notice for one in desk.told)
    return Printed(pages, pdf, (*told, *made.notices, *heard.notices))


def _slides(order: Order, _say: Callable[[Any], None]) -> Shown:
    return slides(order)


@heap.filling()
def slides(order: Order) -> Shown:
    """Make the slides. Raises LeafdeckError."""
    desk = build.prepare(order, Product.SLIDES, untimed)
    from leafdeck import shares, talk
    from leafdeck.deck import inspect, seen

    frames, data, told = talk.read(desk.composer, desk.fetcher, untimed)
    placed = shares.placed(told, desk.source.positions)
    return Shown(seen.pages(frames, slides=True), inspect.read(data), tuple(one.notice for one in placed))
