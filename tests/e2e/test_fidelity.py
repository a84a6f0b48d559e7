"""The deck as LibreOffice draws it looks like the slides as the layout engine draws them, word for word."""

from __future__ import annotations

import re
from collections import Counter
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from fidelity import Likeness, Word, compare, to_pdf, words

if TYPE_CHECKING:
    from conftest import RealOutputs

pytestmark = pytest.mark.slow


@pytest.fixture(scope="module")
def likenesses(built: RealOutputs, tmp_path_factory: pytest.TempPathFactory) -> tuple[Likeness, ...]:
    folder: Path = tmp_path_factory.mktemp("fidelity")
    return compare(built.html / "slides.html", built.slides, folder)


def test_the_pictures_agree(likenesses: tuple[Likeness, ...]) -> None:
    found = [slide.similarity for slide in likenesses]
    assert sum(found) / len(found) >= 0.97
    assert min(found) >= 0.90  # the least is a native chart, which LibreOffice draws in its own way


def test_no_word_is_lost(likenesses: tuple[Likeness, ...]) -> None:
    assert {number: slide.lost for number, slide in enumerate(likenesses, 1) if slide.lost} == {}


def test_only_the_numbers_of_parts_are_added(likenesses: tuple[Likeness, ...]) -> None:
    """As in "(1 of 3)" after a title."""
    added = Counter(word for slide in likenesses for word in slide.added)
    assert {word for word in added if not re.fullmatch(r"\(?\d+\)?|of", word)} == set()


def test_each_word_stands_where_css_put_it(likenesses: tuple[Likeness, ...]) -> None:
    """A line that broke at another word would put words a line's height or more away."""
    assert {number: slide.offset(1) for number, slide in enumerate(likenesses, 1) if slide.offset(1) > 5} == {}


def test_the_deck_bears_another_font(built: RealOutputs, tmp_path: Path) -> None:
    """On a machine without the brand's font no word leaves its slide or runs into another."""
    slides = words(to_pdf(built.slides, tmp_path, stand_in="Liberation Sans"))
    for number, placed in enumerate(slides, 1):
        for at, one in enumerate(placed):
            assert 0 < one.x < one.right < 1280 and 0 < one.top < one.y < 720, (number, one)  # noqa: PT018
            assert [two for two in placed[at + 1 :] if overlap(one, two)] == [], (number, one)


def overlap(one: Word, two: Word) -> bool:
    """Whether two words' boxes share more than a sliver; a font's box is taller than its letters."""
    across = min(one.right, two.right) - max(one.x, two.x)
    down = min(one.y, two.y) - max(one.top, two.top)
    return across > 1 and down > 0.3 * min(one.y - one.top, two.y - two.top)
