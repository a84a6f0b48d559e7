"""A form's style sheet that is copied beside the content wins, and still finds what it builds on."""

from __future__ import annotations

import datetime as dt
import shutil
from pathlib import Path

import pytest

from leafdeck.build import build
from leafdeck.formats import FORMATS, Medium
from leafdeck.order import Order, Product

pytestmark = pytest.mark.slow

ROOT = Path(__file__).resolve().parents[2]


def test_a_copied_style_sheet_wins(project: Path) -> None:
    folder = project / "styles" / "formats"
    folder.mkdir(parents=True)
    papers = tuple(each for each in FORMATS if each.medium is Medium.PAPER)
    for form in papers:
        shutil.copy(ROOT / form.sheet, folder)
    order = Order(
        project / "content.yaml",
        project / "out",
        dt.date(2026, 11, 24),
        (Product.LEAFLET,),
        formats=papers,
        side_by_side=False,
    )
    made = build(order)
    assert {folder / f"{form.name}.css" for form in papers} <= {path.resolve() for path in made.sources}
