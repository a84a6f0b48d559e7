# ruff: noqa: E501 - attacks are data
"""Numbers without measure in charts and risks: drawn, or refused with their place."""

from __future__ import annotations

import datetime as dt

import pytest
from attacks import Place
from measured import harmless

from leafdeck.build import build
from leafdeck.order import Order, Product

VALUES = [
    "1e308", "1e-308", "9" * 400, "1e400", "-1", ".inf", ".nan", "0x7fffffffffffffff", "0." + "3" * 300, "[]", "true", "", "1_000",
    "12:30", "=1+1",
]  # fmt: skip

SOUND = ("2", "0")


@pytest.mark.slow
@pytest.mark.parametrize("value", [*SOUND, *VALUES])
def test_a_chart_of_odd_numbers_is_drawn_or_refused(place: Place, value: str) -> None:
    file = place.project / "content.yaml"
    chart = (
        "  - kind: chart\n    title: A chart\n    type: column\n    message: Numbers.\n    unit: people\n    source: Us.\n    categories: [A, B]\n"
        f"    series:\n      - {{name: S, values: [1, {value}]}}\nmore_information:"
    )
    text = file.read_text(encoding="utf-8").replace("more_information:", chart)
    file.write_text(text, encoding="utf-8")
    order = Order(file, place.project / "output", dt.date(2026, 11, 24), products=(Product.SLIDES,), side_by_side=False)
    found = harmless(lambda: len(build(order).files))
    assert found.value == 1 or f"{file}:" in found.refused
    if value in SOUND:
        assert found.value == 1, found.refused
