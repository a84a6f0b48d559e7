"""A chart's data as python-pptx writes them into the workbook that PowerPoint opens for "Edit Data"."""

from __future__ import annotations

import re

from pptx.chart.data import ChartData as Values
from pptx.enum.chart import XL_CHART_TYPE

from leafdeck.deck.chart import ChartData

_ACTIVE = ("=", "{=", "+", "-", "@", "\t", "\r", "\n")
_ADDRESS = re.compile(r"(?:(?:ftp|http)s?://|mailto:|(?:in|ex)ternal:|file://)")
"""What XlsxWriter makes a link of."""

TYPES = {
    "bar": XL_CHART_TYPE.BAR_CLUSTERED,
    "column": XL_CHART_TYPE.COLUMN_CLUSTERED,
    "line": XL_CHART_TYPE.LINE_MARKERS,
    "pie": XL_CHART_TYPE.PIE,
    "doughnut": XL_CHART_TYPE.DOUGHNUT,
}


def values(data: ChartData) -> Values:
    """Return the data as python-pptx writes them into the chart's workbook."""
    made = Values(number_format=number_format(data.decimals))  # type: ignore[no-untyped-call]
    made.categories = [_cell(name) for name in data.categories]
    for series in data.series:
        made.add_series(_cell(series.name), series.values)  # type: ignore[no-untyped-call]
    return made


def number_format(decimals: int) -> str:
    """Return Excel's notation for numbers with so many decimals."""
    return "#,##0" + (f".{'0' * decimals}" if decimals else "")


def _cell(name: str) -> str:
    """Return a name as a workbook's cell may hold it.

    What begins with a sign of formulas would be run as one, now or when the sheet is saved as CSV; what begins like an
    address would become a link, to another machine's folder too.
    """
    return f" {name}" if name.startswith(_ACTIVE) or _ADDRESS.match(name) else name
