"""Outlines of charts for the tests."""

from __future__ import annotations

from typing import Any

KINDS = ("bar", "column", "line", "pie", "doughnut")

CHART: dict[str, Any] = {
    "kind": "chart",
    "title": "By age",
    "message": "It depends on age",
    "type": "bar",
    "unit": "micrograms a day",
    "categories": ["Young", "Old"],
    "series": [{"name": "Most", "values": [25, 50]}],
    "source": "[@nhs]",
}


def many(kind: str) -> dict[str, Any]:
    """Return a chart with three series."""
    values = {"A": [1, 2], "B": [3, 4], "C": [2, 2]}
    return CHART | {"type": kind, "series": [{"name": name, "values": given} for name, given in values.items()]}
