"""List markers and PowerPoint's numbering schemes."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from leafdeck.deck.numbering import numbered, roman


@pytest.mark.parametrize(
    ("text", "kind", "found"),
    [
        ("7.", "decimal", ("arabicPeriod", 7)),
        ("7", "decimal", ("arabicPlain", 7)),
        ("(7)", "own", ("arabicParenBoth", 7)),
        ("c)", "lower-alpha", ("alphaLcParenR", 3)),
        ("AA.", "upper-latin", ("alphaUcPeriod", 27)),
        ("i.", "lower-roman", ("romanLcPeriod", 1)),
        ("i.", "lower-alpha", ("alphaLcPeriod", 9)),
        ("(XIV)", "upper-roman", ("romanUcParenBoth", 14)),
    ],
)
def test_a_marker_that_counts_has_a_scheme(text: str, kind: str, found: tuple[str, int]) -> None:
    assert numbered(text, kind) == found


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("07.", "decimal-leading-zero"),
        ("ab.", "lower-alpha"),  # PowerPoint's 28th is "bb"
        ("iiii.", "lower-roman"),
        ("a.", "own"),
        ("(7", "decimal"),
        ("\u2022", "disc"),
        ("99999.", "decimal"),
        ("0.", "decimal"),
    ],
)
def test_any_other_marker_has_none(text: str, kind: str) -> None:
    assert numbered(text, kind) is None


@given(st.integers(1, 3999))
def test_roman_numbers_are_read_as_they_are_written(number: int) -> None:
    assert numbered(f"{roman(number)}.", "lower-roman") == ("romanLcPeriod", number)
