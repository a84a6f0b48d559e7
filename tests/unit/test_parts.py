"""Where pages end: every way to fill them that a plan may choose keeps order, room and company."""

from __future__ import annotations

from dataclasses import replace
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from leafdeck.deck import parts
from leafdeck.deck.parts import Shared
from leafdeck.deck.stretch import Piece, Section, Stretch, Tight

ROOM = 500.0
GAP = 10.0


def filled(heights: list[float], *, head: float = 0.0, lines: bool = False) -> Stretch:
    """Fill pages from the top, as the layout engine does."""
    pieces: list[Piece] = []
    page, at = 0, 0.0
    for number, height in enumerate(heights, 1):
        top = at + (GAP if at else head)
        if at and top + height > ROOM:
            page, top = page + 1, head
        at = top + height
        element = "" if lines and number > 1 else f"li:nth-child({number})"
        group = ("", 0, 0) if lines else ("ul", number, len(heights))
        pieces.append(Piece(page, top, at, element, True, False, GAP, False, head, 0.0, *group))
    return Stretch(0, page + 1, ROOM, tuple(pieces))


def section(*stretches: Stretch, free: float = 0.0, size: float = 0.0) -> Section:
    pages = sum(stretch.pages for stretch in stretches)
    return Section(":root > :nth-child(2)", "h1", 4, pages, True, free, size, stretches)


def pages(stretch: Stretch) -> list[list[Piece]]:
    """The pieces of each page as planned."""
    (begins,) = parts.share(section(stretch)).begins
    if begins is None:
        return [[piece for piece in stretch.pieces if piece.page == number] for number in range(stretch.pages)]
    edges = (0, *begins, len(stretch.pieces))
    return [list(stretch.pieces[start:end]) for start, end in pairwise(edges)]


def height(page: list[Piece]) -> float:
    return page[0].head + sum(piece.bottom - piece.top for piece in page) + GAP * (len(page) - 1)


@pytest.mark.parametrize("count", range(2, 41))
def test_items_of_one_height_are_shared_out_one_by_one(count: int) -> None:
    stretch = filled([30.0] * count, head=40.0)
    counts = [len(page) for page in pages(stretch)]
    assert sum(counts) == count
    assert len(counts) == -(-count // 11)
    assert max(counts) - min(counts) <= 1
    assert counts == sorted(counts, reverse=True)


@given(st.lists(st.floats(20, 200), min_size=2, max_size=40), st.sampled_from([0.0, 40.0]))
def test_whatever_the_heights_nothing_is_lost_and_no_page_over_full(heights: list[float], head: float) -> None:
    stretch = filled(heights, head=head)
    made = pages(stretch)
    assert [piece for page in made for piece in page] == list(stretch.pieces)
    assert len(made) == stretch.pages
    assert all(height(page) <= ROOM + 1 for page in made)


@given(st.lists(st.floats(20, 120), min_size=2, max_size=40))
def test_no_page_is_nearly_empty_beside_a_full_one(heights: list[float]) -> None:
    stretch = filled(heights)
    tall = [height(page) for page in pages(stretch)]
    assert min(tall) >= 0.5 * max(tall) - 120 / 2


@given(st.lists(st.floats(20, 120), min_size=4, max_size=40))
def test_no_item_is_left_alone(heights: list[float]) -> None:
    assert all(len(page) > 1 for page in pages(filled(heights)))


def test_a_tall_item_gets_company_though_pages_are_less_even() -> None:
    assert parts.share(section(filled([300.0, 60, 60, 60, 60]))).begins == ((2,),)


@given(st.integers(2, 60))
def test_lines_are_shared_out_where_a_paragraph_alone_is_too_long(count: int) -> None:
    stretch = filled([24.0] * count, lines=True)
    counts = [len(page) for page in pages(stretch)]
    assert sum(counts) == count
    assert min(counts) >= 0.5 * max(counts)


def test_a_paragraph_is_split_only_where_pages_would_be_very_uneven() -> None:
    def prose(*lines: int) -> Stretch:
        """Paragraphs of so many lines, each 24 px; about 20 fit on a page."""
        pieces: list[Piece] = []
        page, at = 0, 0.0
        for number, count in enumerate(lines):
            for line in range(count):
                if at + 24 > ROOM:
                    page, at = page + 1, 0.0
                can = line == 0 or 2 <= line <= count - 2
                pieces.append(Piece(page, at, at + 24, "" if line else f"p{number}", can=can))
                at += 24
        return Stretch(0, page + 1, ROOM, tuple(pieces))

    assert parts.share(section(prose(11, 14))).begins == ((11,),)
    assert parts.share(section(prose(3, 19))).begins == ((11,),)


def test_a_page_that_style_wants_nothing_to_begin_is_begun_only_in_need() -> None:
    wide = filled([90.0] * 6)
    kept = tuple(replace(piece, avoid=number == 3) for number, piece in enumerate(wide.pieces))
    assert parts.share(section(wide)).begins == ((3,),)
    (begins,) = parts.share(section(Stretch(0, 2, ROOM, kept))).begins
    assert begins in {(2,), (4,), None}  # None: the layout began its second page with the fifth


def test_one_page_more_is_taken_where_something_would_be_cut_else() -> None:
    tall = (Piece(0, 0, 300, "a"), Piece(0, 310, 610, "b", cut=True), Piece(1, 110, 390, "c"))
    assert parts.share(section(Stretch(0, 2, ROOM, tall))).begins == ((1, 2),)


def test_what_is_too_tall_for_a_page_leaves_its_stretch_as_it_is() -> None:
    stretch = filled([30.0] * 13)
    fixed = Stretch(0, stretch.pages, ROOM, stretch.pieces, fixed=True)
    assert parts.share(section(fixed)).begins == (None,)


def test_breaks_name_elements_and_end_pages_early_within_paragraphs() -> None:
    items, lines = filled([30.0] * 13), filled([24.0] * 24, lines=True)
    shared = Shared(section(items, Stretch(2, lines.pages, ROOM, lines.pieces, padding=5)), ((7,), (12,)))
    css = parts.breaks(shared, 10)
    assert "li:nth-child(8) { break-before: page !important; margin-top: 0 !important }" in css
    assert f"@page :nth(12) {{ padding-bottom: {5 + 500 - (12 * 24 + 11 * 10) - 1:.3f}px }}" in css


def test_the_number_is_smaller_where_the_title_leaves_no_room_for_it() -> None:
    roomy, full = (section(filled([30.0] * 13), free=free, size=40.0) for free in (400.0, 20.0))
    assert 'symbols: "(1\u00a0of\u00a02)" "(2\u00a0of\u00a02)"' in parts.numbering(roomy, 4, 2, "({part} of {parts})")
    assert "font-size" not in parts.numbering(roomy, 4, 2, "({part} of {parts})")
    assert "font-size: 24.000px" in parts.numbering(full, 4, 2, "({part} of {parts})")
    assert parts.numbering(roomy, 4, 1, "({part} of {parts})") == ""
    assert r'"\"1\"_\\_2"'.replace("_", "\u00a0") in parts.numbering(roomy, 4, 2, '"{part}" \\ {parts}')


@given(st.floats(1, 100), st.floats(0.01, 0.99), st.booleans(), st.sampled_from(["word", "row", "part", "title"]))
def test_text_is_never_made_smaller_than_may_be(size: float, share: float, table: bool, what: str) -> None:
    tight = Tight(what, "words", (("p", size),), share, table, "section", "")
    for least in (False, True):
        made = parts.shrunk([tight], least=least)
        assert all(parts.smallest(tight) <= new < size for new in made.values())
        assert bool(made) == (size > parts.smallest(tight) + 0.05)
