"""Where the pages of a section end, so that they hold much the same. Pure.

The number of pages stays what the layout found. Of all the ways to share the pieces out, that one is taken whose pages
are most alike in height, unless it would leave a bullet or a row alone, or begin a page where the style asks for none.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import pairwise

from leafdeck.deck.stretch import Piece, Section, Stretch, Tight
from leafdeck.units import Px

UNWANTED = 1.0
"""What it costs to leave an item alone or to break where the style asks for none: more than evenness can gain."""

SPLIT = 0.1
"""What it costs to go on within a paragraph: it is done only where pages would be very uneven else."""

OVER = 100.0
"""What it costs that a page's content is too tall for it, which is so only where it cannot be cut."""

EARLIER = 1e-6
"""Of two ways that are as even, the one with more on its first pages is taken."""

WORTH = 0.01
"""A gain of less is not worth a second layout."""

NEAR = 0.5
LETTER = 0.56
"""The width of an average letter, as a share of the font size; digits and brackets are no wider."""

SMALLER = 0.6
"""The size of a part's number beside a title that has no room for it at full size."""

SMALLEST, SMALLEST_IN_TABLE = 24.0, 56 / 3
"""18 and 14 pt, in px: text is made no smaller than that to fit."""

LESS = 0.99
"""Rounding must not make what was shrunk to fit too large again."""


@dataclass(frozen=True)
class Shared:
    """A section and, for each of its stretches, the numbers of the pieces that begin a further page; None: as it is."""

    section: Section
    begins: tuple[tuple[int, ...] | None, ...]

    @property
    def moved(self) -> bool:
        """Whether any page ends elsewhere than it did."""
        return any(begins is not None for begins in self.begins)

    @property
    def pages(self) -> int:
        """How many pages the section will have."""
        counts = (
            stretch.pages if begins is None else len(begins) + 1
            for stretch, begins in zip(self.section.stretches, self.begins, strict=True)
        )
        return sum(counts)


def share(section: Section) -> Shared:
    """Plan where a section's pages end."""
    return Shared(section, tuple(_share(stretch) for stretch in section.stretches))


def _share(stretch: Stretch) -> tuple[int, ...] | None:
    """Return which pieces begin a further page; None where the layout's own way is as good."""
    if stretch.pages < 2 or stretch.fixed:  # noqa: PLR2004 - one page needs no break
        return None
    measure = _Measure(stretch)
    now = tuple(at for at, (one, two) in enumerate(pairwise(stretch.pieces), 1) if two.page > one.page)
    ways = [way for pages in (stretch.pages, stretch.pages + 1) if (way := measure.best(pages)) is not None]
    # One page more is better only where less would cut what should stay whole.
    best = min(ways, key=lambda way: (measure.cost(way) >= OVER, len(way)), default=None)
    return best if best is not None and measure.cost(now) - measure.cost(best) > WORTH else None


@dataclass(frozen=True)
class _Measure:
    """What it costs to put some of a stretch's pieces on one page."""

    stretch: Stretch

    @cached_property
    def edges(self) -> list[tuple[float, float]]:
        """Each piece's top and bottom, were all of them on one endless page."""
        found: list[tuple[float, float]] = []
        for before, piece in zip((None, *self.stretch.pieces), self.stretch.pieces, strict=False):
            gap = 0.0
            if before is not None:
                gap = piece.top - before.bottom if piece.page == before.page else piece.margin
            top = (found[-1][1] if found else 0.0) + gap
            found.append((top, top + piece.bottom - piece.top))
        return found

    @cached_property
    def room(self) -> float:
        """The height of a page; what the layout put on one fits, however it is measured here."""
        pieces = self.stretch.pieces
        starts = [0, *(at for at, (one, two) in enumerate(pairwise(pieces), 1) if two.page > one.page), len(pieces)]
        pages = [(a, b) for a, b in pairwise(starts) if not any(piece.cut for piece in pieces[a:b])]
        return max([self.stretch.room, *(self.height(a, b) for a, b in pages)]) + NEAR

    def height(self, start: int, end: int) -> float:
        """Return how tall a page with the pieces from ``start`` up to before ``end`` is."""
        first, last = self.stretch.pieces[start], self.stretch.pieces[end - 1]
        lead = first.top if start == 0 else first.head
        return lead + self.edges[end - 1][1] - self.edges[start][0] + last.tail

    def page(self, start: int, end: int) -> float | None:
        """Return what a page with these pieces costs; None where there may be no such page."""
        pieces = self.stretch.pieces
        first = pieces[start]
        if start and not first.can:
            return None
        height = self.height(start, end)
        cost = (height / self.stretch.room) ** 2
        if height > self.room:
            if any(piece.can for piece in pieces[start + 1 : end]):
                return None
            cost += OVER
        if start:
            cost += (UNWANTED if first.avoid else 0.0) + (0.0 if first.element else SPLIT)
        return cost + (UNWANTED if _lonely(pieces[start:end]) else 0.0)

    def best(self, pages: int) -> tuple[int, ...] | None:
        """Return the cheapest way to share all pieces out over so many pages; None where there is none."""
        count = len(self.stretch.pieces)
        ways: dict[int, tuple[float, tuple[int, ...]]] = {0: (0.0, ())}
        costs: dict[tuple[int, int], float | None] = {}
        for number in range(pages):
            further: dict[int, tuple[float, tuple[int, ...]]] = {}
            for start, (spent, begins) in ways.items():
                for end in range(start + 1, count + 1):
                    if (start, end) not in costs:
                        costs[start, end] = self.page(start, end)
                    cost = costs[start, end]
                    if cost is None:
                        if self.height(start, end) > self.room:
                            break
                        continue
                    total = spent + cost + EARLIER * number * self.height(start, end)
                    if end not in further or total < further[end][0]:
                        further[end] = total, (*begins, start)
            ways = further
        return ways[count][1][1:] if count in ways else None

    def cost(self, begins: Sequence[int]) -> float:
        """Return what a way to share the pieces out costs; one that may not be is worse than all that may."""
        edges = (0, *begins, len(self.stretch.pieces))
        return sum(OVER if (cost := self.page(start, end)) is None else cost for start, end in pairwise(edges))


def _lonely(pieces: Sequence[Piece]) -> bool:
    """Tell whether a page has one item alone of a group that begins before it or goes on after it."""
    items: dict[str, set[int]] = {}
    for piece in pieces:
        if piece.siblings > 1:
            items.setdefault(piece.group, set()).add(piece.item)
    return any(len(found) == 1 for found in items.values())


def suffix(part_of: str, part: int, parts: int) -> str:
    """Return what stands after the title of one of several pages, on one line."""
    return part_of.format(part=part, parts=parts).replace(" ", "\u00a0")


def suffix_width(words: str, size: float) -> float:
    """Return about how wide a part's number and the space before it are, in px; its size is in px too."""
    return (len(words) + 1) * LETTER * size


def suffix_size(words: str, size: float, free: float) -> Px:
    """Return the size of a part's number in px: the title's, or less where so many free px are too few for it."""
    return Px(size if suffix_width(words, size) <= free else min(size, max(SMALLEST, size * SMALLER)))


def numbering(section: Section, first: int, pages: int, part_of: str) -> str:
    """Return CSS that puts each page's number among its section's after the title; ``first`` is the first's number.

    A counter style turns the page's own number into it, so that nothing on the page is counted twice.
    """
    if not section.title or not section.named or pages < 2:  # noqa: PLR2004 - one page is no part
        return ""
    words = [suffix(part_of, part, pages) for part in range(1, pages + 1)]
    size = suffix_size(words[-1], section.size, section.free)
    less = f"; font-size: {size:.3f}px" if size < section.size else ""
    symbols = " ".join(_quoted(word) for word in words)
    name = f"leafdeck-parts-{first}"
    return (
        f"@counter-style {name} {{ system: fixed {first}; symbols: {symbols} }}\n"
        f'{section.title}::after {{ content: " " counter(page, {name}); white-space: nowrap{less} }}\n'
    )


def breaks(shared: Shared, first: int) -> str:
    """Return CSS that ends a section's pages where they should; ``first`` is its first page among all laid out."""
    rules: list[str] = []
    for stretch, begins in zip(shared.section.stretches, shared.begins, strict=True):
        measure = _Measure(stretch)
        edges = (0, *(begins or ()))
        for number, (start, end) in enumerate(pairwise(edges)):
            piece = stretch.pieces[end]
            if piece.element:
                rules.append(f"{piece.element} {{ break-before: page !important; margin-top: 0 !important }}\n")
            else:
                below = stretch.padding + stretch.room - measure.height(start, end) - 2 * NEAR
                page = first + stretch.first + number
                rules.append(f"@page :nth({page}) {{ padding-bottom: {max(0.0, below):.3f}px }}\n")
    return "".join(rules)


def shrunk(tights: Sequence[Tight], *, least: bool = False) -> Mapping[str, float]:
    """Return the elements whose text can be made smaller so that it fits, and the size for each in px.

    Args:
        tights: what does not fit.
        least: make it as small as it may be at once.
    """
    sizes: dict[str, float] = {}
    for tight in tights:
        floor = smallest(tight)
        # Smaller letters make fewer lines too, so a height goes down with the square of the size.
        by = (tight.share if tight.what == "word" else tight.share**0.5) * LESS
        for selector, size in tight.selectors:
            if size > floor + NEAR / 10:
                wanted = floor if least else max(floor, size * by)
                sizes[selector] = min(wanted, sizes.get(selector, wanted))
    return sizes


def smallest(tight: Tight) -> float:
    """Return the size below which a text is not made smaller, in px."""
    return SMALLEST_IN_TABLE if tight.table else SMALLEST


def sized(sizes: Mapping[str, float]) -> str:
    """Return CSS that sets elements in these sizes."""
    return "".join(f"{who} {{ font-size: {size:.3f}px !important }}\n" for who, size in sizes.items())


def _quoted(text: str) -> str:
    escaped = text.replace("\\", "\\\\").replace('"', '\\"').replace("\n", "\\a ")
    return f'"{escaped}"'
