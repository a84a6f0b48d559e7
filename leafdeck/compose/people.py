"""A risk as an icon array: one figure for each person, as inline SVG. Filled figures are those it happens to.

Among a thousand people a figure is so small that its shape could not be made out: each is a dot there.

Filled and hollow differ in form, not by colour alone. Source: Garcia-Retamero and Galesic 2010 on icon arrays; the
figures stand in rows from the top left, without gaps that a reader might take for a meaning.
"""

from __future__ import annotations

from dataclasses import dataclass

from markupsafe import Markup as Safe

from leafdeck.brand.model import Brand
from leafdeck.compose.sketch import Sketch, number
from leafdeck.guide.numbers import RiskGroup

WIDTH, HEIGHT = 20.0, 27.0
"""The place of one figure in its row."""

PERSON = (
    "M10 2.2a4.3 4.3 0 0 1 0 8.6a4.3 4.3 0 0 1 0 -8.6Z"
    "M10 12.4c4.3 0 6.8 2.2 6.8 6.3v4.3a1.5 1.5 0 0 1 -1.5 1.5h-10.6a1.5 1.5 0 0 1 -1.5 -1.5v-4.3"
    "c0 -4.1 2.5 -6.3 6.8 -6.3Z"
)
"""A head and shoulders within that place."""

DOT = "M10 5.5a8 8 0 0 1 0 16a8 8 0 0 1 0 -16Z"
"""A disc in the middle of that place."""

STROKE = 1.3
COLUMNS = {10: 5, 100: 10, 1000: 50}
"""How many figures stand in a row, by how many there are."""

PLACES = {10: (WIDTH, HEIGHT), 100: (WIDTH, HEIGHT), 1000: (WIDTH, WIDTH)}
"""The place of one figure on paper, by how many there are."""
AIRY = {10: (25.0, 31.0), 100: (28.0, 28.0), 1000: (WIDTH, WIDTH)}
"""The place of one figure on a slide, which is seen from afar, by how many there are."""


@dataclass(frozen=True)
class People:
    """Draws icon arrays in a brand's colours."""

    brand: Brand

    def __call__(
        self, group: RiskGroup, of: int, title: str, names: tuple[str, str] | None = None, *, airy: bool = False
    ) -> Safe:
        """Return the whole array as one SVG.

        Args:
            group: how many it happens to.
            of: how many there are.
            title: what the array shows, for people who cannot see it.
            names: what the deck calls those it happens to and the others: two groups of shapes, one for each person.
                Without them, each are one shape.
            airy: whether there is more room around each figure, as on a slide.
        """
        columns = COLUMNS[of]
        width, height = AIRY[of] if airy else PLACES[of]
        left, top = (width - WIDTH) / 2, (height - HEIGHT) / 2
        sketch = Sketch(columns * width, of // columns * height, 0, self.brand.family)
        for filled, members in ((True, range(group.number)), (False, range(group.number, of))):
            if not members:
                continue
            named = {"data-group": names[not filled]} if names else {}
            pen = sketch.group(**self._look(filled), **named)
            for index in members:
                x, y = left + index % columns * width, top + index // columns * height
                pen.put("path", d=_shape(of), transform=f"translate({number(x)} {number(y)})")
        return sketch.svg(title, class_="people-drawing")

    def one(self, *, filled: bool, of: int = 100) -> Safe:
        """Return one figure as it looks among so many, as a drawing without words, to stand in a key or in a line."""
        sketch = Sketch(WIDTH, HEIGHT, 0, self.brand.family)
        sketch.put("path", d=_shape(of), **self._look(filled))
        return sketch.svg("", class_="person")

    def _look(self, filled: bool) -> dict[str, object]:
        fill = "--brand-primary" if filled else "--brand-page"
        outline = "--brand-primary" if filled else "--brand-muted"
        look = {"fill": self.brand.color(fill), "stroke": self.brand.color(outline)}
        return {**look, "stroke_width": STROKE}


def _shape(of: int) -> str:
    """Return the path of a figure among so many."""
    return DOT if of == max(COLUMNS) else PERSON
