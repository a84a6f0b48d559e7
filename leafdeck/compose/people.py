"""A risk as an icon array: one figure for each person, as inline SVG. Filled figures are those it happens to.

Filled and hollow differ in form, not by colour alone. Source: Garcia-Retamero and Galesic 2010 on icon arrays; the
figures stand in rows from the top left, without gaps that a reader might take for a meaning.
"""

from __future__ import annotations

from dataclasses import dataclass

from markupsafe import Markup as Safe

from leafdeck.brand.model import Brand
from leafdeck.compose.sketch import Sketch
from leafdeck.guide.numbers import RiskGroup

WIDTH, HEIGHT = 20.0, 27.0
"""The place of one figure in its row."""

PERSON = (
    "M10 2.2a4.3 4.3 0 0 1 0 8.6a4.3 4.3 0 0 1 0 -8.6Z"
    "M10 12.4c4.3 0 6.8 2.2 6.8 6.3v4.3a1.5 1.5 0 0 1 -1.5 1.5h-10.6a1.5 1.5 0 0 1 -1.5 -1.5v-4.3"
    "c0 -4.1 2.5 -6.3 6.8 -6.3Z"
)
"""A head and shoulders within that place."""

STROKE = 1.3
COLUMNS = {10: 5, 100: 10, 1000: 40}
"""How many figures stand in a row, by how many there are."""


@dataclass(frozen=True)
class People:
    """Draws icon arrays in a brand's colours."""

    brand: Brand

    def __call__(self, group: RiskGroup, of: int, title: str) -> Safe:
        """Return the whole array as one SVG with a title for people who cannot see it."""
        columns = COLUMNS[of]
        sketch = Sketch(columns * WIDTH, of // columns * HEIGHT, 0, self.brand.family)
        for index in range(of):
            x, y = index % columns * WIDTH, index // columns * HEIGHT
            sketch.put("path", d=PERSON, transform=f"translate({x:.0f} {y:.0f})", **self._look(index < group.number))
        return sketch.svg(title, class_="people-drawing")

    def one(self, *, filled: bool) -> Safe:
        """Return one figure as a drawing without words, to stand among others or in a key."""
        sketch = Sketch(WIDTH, HEIGHT, 0, self.brand.family)
        sketch.put("path", d=PERSON, **self._look(filled))
        return sketch.svg("", class_="person")

    def _look(self, filled: bool) -> dict[str, object]:
        fill = "--brand-primary" if filled else "--brand-page"
        outline = "--brand-primary" if filled else "--brand-muted"
        look = {"fill": self.brand.color(fill), "stroke": self.brand.color(outline)}
        return {**look, "stroke_width": STROKE}
