"""An order is dealt out fairly and whole, and what is told comes together with the forms that it is about."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace
from pathlib import Path

import pytest

from leafdeck import shares
from leafdeck.errors import LayoutError, Problem, SourceError
from leafdeck.formats import A4, BOOKLET, TEXT, Format
from leafdeck.notice import Notice, Place, Severity
from leafdeck.order import Made, Order, Product, Told

LETTER, LARGE = Format("letter", "leaflet-letter.pdf"), Format("large-print", "leaflet-large-print.pdf")
FORMS = (A4, LETTER, LARGE)
ORDER = Order(Path("content.yaml"), Path("output"), dt.date(2026, 11, 24))


def dealt(order: Order, hands: int | None = None) -> list[tuple[tuple[Product, ...], tuple[Format, ...]]]:
    return [(share.products, share.formats) for share in shares.of(order, hands)]


def test_leaflet_and_slides_are_two_shares_the_leaflet_for_this_process() -> None:
    assert dealt(ORDER) == [((Product.LEAFLET,), (A4,)), ((Product.SLIDES,), ())]


def test_one_product_needs_one_process() -> None:
    assert dealt(replace(ORDER, products=(Product.SLIDES,))) == [((Product.SLIDES,), ())]


def test_a_run_in_one_process_is_one_share() -> None:
    assert shares.of(replace(ORDER, side_by_side=False, formats=FORMS)) == [
        replace(ORDER, side_by_side=False, formats=FORMS)
    ]


@pytest.mark.parametrize("hands", [1, 2, 3, 4, 8])
def test_every_product_and_form_is_dealt_once(hands: int) -> None:
    order = replace(ORDER, products=tuple(Product), formats=FORMS)
    found = dealt(order, hands)
    assert len(found) == min(hands, 6)
    assert sorted(product for products, _ in found for product in products if product is not Product.LEAFLET) == [
        Product.HANDOUT,
        Product.SLIDES,
        Product.SLIDES_PDF,
    ]
    assert sorted(form.name for _, forms in found for form in forms) == ["a4", "large-print", "letter"]
    assert all((Product.LEAFLET in products) == bool(forms) for products, forms in found)


def test_two_processes_have_about_as_much_to_do() -> None:
    (_, here), (_, beside) = dealt(replace(ORDER, formats=(A4, LETTER, LARGE)), 2)
    assert (here, beside) in {((A4, LETTER), (LARGE,)), ((A4, LARGE), (LETTER,))}


def test_a_form_that_takes_long_has_less_beside_it() -> None:
    order = replace(ORDER, formats=(A4, BOOKLET, TEXT), products=(Product.LEAFLET,))
    assert {forms for _, forms in dealt(order, 2)} == {(BOOKLET,), (A4, TEXT)}


def test_what_was_made_comes_in_the_order_that_was_asked_for() -> None:
    order = replace(ORDER, formats=FORMS)
    made = [Made(Product.LEAFLET, (), (), (), (), form) for form in (LARGE, A4, LETTER)]
    made.insert(0, Made(Product.SLIDES, (), (), (), ()))
    assert [one.format for one in shares.in_order(made, order)] == [A4, LETTER, LARGE, None]


def notice(message: str) -> Notice:
    return Notice(Severity.WARNING, Place(), message)


def test_a_notice_names_the_forms_that_it_is_about_unless_it_is_about_all() -> None:
    told = [Told(SourceError, notice("late"))]
    told += [Told(LayoutError, notice("odd"), form) for form in FORMS]
    told += [Told(LayoutError, notice("tight"), form) for form in (LETTER, LARGE)]
    merged = shares.merged([*told, *told], FORMS)
    assert [one.notice.message for one in merged] == ["late", "odd", "letter, large-print: tight"]
    assert [one.error for one in merged] == [SourceError, LayoutError, LayoutError]


def test_what_is_said_of_the_slides_too_names_no_form() -> None:
    told = [Told(LayoutError, notice("odd"), LETTER), Told(LayoutError, notice("odd"))]
    assert [one.notice.message for one in shares.merged(told, FORMS)] == ["odd"]


def test_a_problem_names_its_forms_too() -> None:
    missing, wide = Problem(Place(), "missing"), Problem(Place(), "too wide", "narrow it")
    met = [(missing, A4), (missing, LETTER), (missing, LARGE), (wide, LETTER)]
    assert shares.said(met, FORMS) == [missing, Problem(Place(), "letter: too wide", "narrow it")]
