"""An order dealt out to processes, and what they tell brought together again: pure."""

from __future__ import annotations

import os
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from typing import TypeVar

from leafdeck.errors import Problem
from leafdeck.formats import BOOKLET, POSTER, TEXT, TRIFOLD, TRIFOLD_LETTER, TRIFOLD_Z, WEB, Format
from leafdeck.notice import Notice, Place
from leafdeck.order import Made, Order, Product, Told

EFFORT = {Product.LEAFLET: 2.0, Product.SLIDES: 3.0, Product.SLIDES_PDF: 2.5, Product.HANDOUT: 3.5}
"""About how long each takes beside the others; measured with the real guide."""
FORMS = {BOOKLET: 4.0, POSTER: 3.0, WEB: 1.0, TEXT: 0.5} | dict.fromkeys((TRIFOLD, TRIFOLD_Z, TRIFOLD_LETTER), 2.5)
"""The same of those forms of the leaflet that are laid out several times, or not on pages."""

_IGNORED = "the layout engine says: Ignored `"

Saying = TypeVar("Saying", Problem, Notice)


def of(order: Order, hands: int | None = None) -> list[Order]:
    """Deal an order out, the first share for this process.

    Args:
        order: what to make.
        hands: how many processes may work; as many as there are processors, and two at least, if nobody says.
    """
    if not order.side_by_side:
        return [order]
    pieces: list[tuple[Product, Format | None]] = []
    for product in order.products:
        forms = order.formats if product is Product.LEAFLET else (None,)
        pieces += [(product, form) for form in forms]
    hands = min(hands or max(2, os.cpu_count() or 1), len(pieces))
    dealt: list[list[tuple[Product, Format | None]]] = [[] for _ in range(hands)]
    for piece in sorted(pieces, key=lambda piece: -_effort(piece)):
        min(dealt, key=lambda share: sum(map(_effort, share))).append(piece)
    return [_share(order, share) for share in sorted(dealt, key=lambda share: min(map(pieces.index, share)))]


def _effort(piece: tuple[Product, Format | None]) -> float:
    product, form = piece
    return FORMS.get(form, EFFORT[product]) if form else EFFORT[product]


def _share(order: Order, pieces: Sequence[tuple[Product, Format | None]]) -> Order:
    return replace(
        order,
        products=tuple(product for product in order.products if product in {made for made, _ in pieces}),
        formats=tuple(form for form in order.formats if form in {made for _, made in pieces}),
    )


def in_order(made: Iterable[Made], order: Order) -> list[Made]:
    """Return what was made in the order in which it was asked for."""
    places = {form: place for place, form in enumerate(order.formats)}
    return sorted(made, key=lambda one: (order.products.index(one.product), places[one.format] if one.format else 0))


def merged(told: Sequence[Told], ordered: Sequence[Format]) -> list[Told]:
    """Return each notice once, naming the forms of the leaflet that it is about."""
    first = {one.notice: one.error for one in reversed(told)}
    heard: dict[Notice, list[Format | None]] = {}
    for one in told:
        heard.setdefault(one.notice, []).append(one.format)
    return [Told(first[notice], _named(notice, forms, ordered)) for notice, forms in heard.items()]


def once(told: Iterable[Told]) -> list[Told]:
    """Leave out what the layout engine says of a declaration without its file where that is told with the file."""
    told = list(told)
    spots = {f" at {at.line}:{at.column}," for one in told if (at := one.notice.where).file and at.line}
    return [one for one in told if not (_IGNORED in one.notice.message and any(s in one.notice.message for s in spots))]


def placed(told: Iterable[Told], positions: Mapping[str, Place]) -> tuple[Told, ...]:
    """Give notices that name a place in the outline its file and line."""
    places = {path: place for path, place in positions.items() if path}
    return tuple(
        replace(one, notice=replace(one.notice, where=places.get(one.notice.where.path, one.notice.where)))
        for one in told
    )


def said(met: Iterable[tuple[Problem, Format | None]], ordered: Sequence[Format]) -> list[Problem]:
    """Return each problem once, naming the forms of the leaflet that it is about."""
    heard: dict[Problem, list[Format | None]] = {}
    for problem, form in met:
        heard.setdefault(problem, []).append(form)
    return [_named(problem, forms, ordered) for problem, forms in heard.items()]


def _named(saying: Saying, forms: Sequence[Format | None], ordered: Sequence[Format]) -> Saying:
    """Name the forms before what is said of them, unless it is said of all or of more than the leaflet."""
    named = list(dict.fromkeys(form.name for form in forms if form))
    if None in forms or len(ordered) == 1 or len(named) == len(ordered):
        return saying
    return replace(saying, message=f"{', '.join(named)}: {saying.message}")
