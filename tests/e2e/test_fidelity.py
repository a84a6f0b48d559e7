"""The deck as LibreOffice draws it looks like the slides as the layout engine draws them, word for word."""

from __future__ import annotations

import re
from collections import Counter
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from fidelity import Likeness, compare

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
    assert min(found) >= 0.91


def test_no_word_is_lost(likenesses: tuple[Likeness, ...]) -> None:
    assert {number: slide.lost for number, slide in enumerate(likenesses, 1) if slide.lost} == {}


def test_only_the_numbers_of_parts_are_added(likenesses: tuple[Likeness, ...]) -> None:
    """As in "(1 of 3)" after a title."""
    added = Counter(word for slide in likenesses for word in slide.added)
    assert {word for word in added if not re.fullmatch(r"\(?\d+\)?|of", word)} == set()


def test_each_word_stands_where_css_put_it(likenesses: tuple[Likeness, ...]) -> None:
    """A line that broke at another word would put words a line's height or more away."""
    assert {number: slide.offset(1) for number, slide in enumerate(likenesses, 1) if slide.offset(1) > 5} == {}
