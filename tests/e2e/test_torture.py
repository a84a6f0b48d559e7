"""The torture deck as a whole: a sound file, nothing off its slides, and drawn by LibreOffice as its table says."""

from __future__ import annotations

import io
import re
import subprocess
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pptx
import pytest
from accessible import findings
from features import FEATURES, Feature
from openxml_audit import FileFormat, OpenXmlValidator
from torture import Seen, made, measure

pytestmark = pytest.mark.slow

PAGE = Path(__file__).resolve().parents[2] / "docs" / "analysis" / "README.md"
ROW = re.compile(r"(?m)^\| \[(.+?)\]\(.+?\) \| \w+ \| ([\d.]+) \|$")
WORSE = 0.05
"""How far below its row a slide may be drawn: other versions of fonts and programs draw a little otherwise."""


@pytest.fixture(scope="module")
def deck() -> bytes:
    return made(*FEATURES)[0]


@pytest.fixture(scope="module")
def seen(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Seen]:
    return measure(tmp_path_factory.mktemp("torture"))


def test_the_file_is_sound(deck: bytes, tmp_path: Path) -> None:
    file = tmp_path / "torture.pptx"
    file.write_bytes(deck)
    result = OpenXmlValidator(file_format=FileFormat.MICROSOFT_365).validate(str(file))
    assert result.is_valid, result.errors[:10]


def test_our_accessibility_rules_find_nothing_but_what_features_are_about(deck: bytes) -> None:
    """Colours, spans and tables without headings are there on purpose; the rest holds whatever the CSS."""
    on_purpose = frozenset({"text-contrast", "table-merged", "table-header"})
    assert findings(deck, leave=on_purpose) == []


def test_it_has_a_slide_for_each_feature(deck: bytes) -> None:
    titles = [slide.shapes.title.text_frame.text for slide in pptx.Presentation(io.BytesIO(deck)).slides]
    assert titles == [feature.name for feature in FEATURES]


def test_nothing_lies_off_a_slide(deck: bytes) -> None:
    prs = pptx.Presentation(io.BytesIO(deck))
    width, height = prs.slide_width or 0, prs.slide_height or 0
    for slide in prs.slides:
        for shape in shapes(slide.shapes):
            inside = shape.left >= 0 and shape.top >= 0
            inside = inside and shape.left + shape.width <= width and shape.top + shape.height <= height
            assert inside, (slide.shapes.title.text_frame.text, shape.name)


def test_no_letter_is_lost_but_those_in_drawings(seen: dict[str, Seen]) -> None:
    lost = {name: slide.lost for name, slide in seen.items() if slide.lost}
    assert set(lost) <= {"SVG text"}, lost


def test_each_slide_looks_as_its_row_says(seen: dict[str, Seen]) -> None:
    """Those in scripts that this machine has no fonts for show empty boxes, and differ."""
    told = {name: float(figure) for name, figure in ROW.findall(PAGE.read_text(encoding="utf-8"))}
    assert set(told) == set(seen)
    boxes = {feature.name for feature in FEATURES if wants_a_font(feature)}
    worse = {name: slide.similarity for name, slide in seen.items() if slide.similarity < told[name] - WORSE}
    assert worse.keys() <= boxes, worse


def wants_a_font(feature: Feature) -> bool:
    """Whether a feature names a Noto font that this machine has not got."""
    families = re.findall(r"Noto [\w ]+", feature.html)
    listed = [subprocess.run(["fc-list", name], capture_output=True, check=True).stdout for name in families]  # noqa: S607
    return not all(listed)


def shapes(container: Any) -> Iterator[Any]:
    for shape in container:
        yield shape
        if hasattr(shape, "shapes"):
            yield from shapes(shape.shapes)
