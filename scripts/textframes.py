"""The text frames of a deck, and where a drawing of it has their lines."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from drawn import Box, Word
from pptx import Presentation
from pptx.oxml.ns import qn

from leafdeck.units import EMU_PER_PX

Thing = Any
"""What python-pptx hands back has no narrower type."""

NEAR = 3.0
"""How far, in px, a word may stand out of a frame."""


@dataclass(frozen=True)
class TextFrame:
    """The text of a shape or of a table's column: each paragraph's words, and the room they may take.

    That is the shape's own box if it is painted. Text without paint of its own may grow up and down to the edges of the
    panel it stands on, or of the slide, and to what stands above and below it. ``columns`` are those of its room that
    words flow through, in order.
    """

    room: Box
    paragraphs: tuple[str, ...]
    columns: tuple[Box, ...] = ()

    def without(self, words: re.Pattern[str]) -> TextFrame:
        """Return the frame with some words taken off its paragraphs."""
        return replace(self, paragraphs=tuple(words.sub("", text) for text in self.paragraphs))


@dataclass(frozen=True)
class SlidePlan:
    """A slide's own box, its text frames, and where its native charts stand.

    What is turned is left out. The rows of a table grow with what they hold, so a column's cells count as one frame.
    """

    page: Box
    frames: tuple[TextFrame, ...]
    charts: tuple[Box, ...]

    def out(self, found: Sequence[Word]) -> tuple[str, ...]:
        """Return what a drawing has off the slide, or of a frame outside its room: words, or whole paragraphs."""
        off = tuple(word.text for word in found if not word.inside(self.page))
        return off + tuple(text for frame in self.frames for text in _out(frame, found))


def plans(pptx: Path) -> tuple[SlidePlan, ...]:
    """Return what a deck's slides hold."""
    deck: Thing = Presentation(str(pptx))
    page = (0.0, 0.0, deck.slide_width / EMU_PER_PX, deck.slide_height / EMU_PER_PX)
    found = []
    for slide in deck.slides:
        shapes = list(_leaves(slide.shapes))
        charts = tuple(_box(shape) for shape in shapes if getattr(shape, "has_chart", False))
        found.append(SlidePlan(page, tuple(_frames(shapes, page)), charts))
    return tuple(found)


def lines(frame: TextFrame, found: Sequence[Word]) -> tuple[tuple[tuple[Word, ...], ...] | None, ...]:
    """Return the lines of each of a frame's paragraphs as a drawing has them.

    None for a paragraph some of whose words do not stand within the frame's room.

    Args:
        frame: the frame.
        found: the words and signs on the page.
    """
    rows = [row for room in frame.columns or [frame.room] for row in _rows(w for w in found if w.within(room, NEAR))]
    wanted = [plain(paragraph) for paragraph in frame.paragraphs]
    made: list[list[list[Word]]] = [[] for _ in wanted]
    at, rest = 0, wanted[0] if wanted else ""
    for row in rows:
        fresh = True
        for word in row:
            text = plain(word.text)
            if not rest and at + 1 < len(wanted):
                at, fresh = at + 1, True
                rest = wanted[at]
            if not text or not rest.startswith(text):
                continue  # a bullet, or a word of a frame that lies over this one
            rest = rest[len(text) :]
            if fresh:
                made[at].append([])
            made[at][-1].append(word)
            fresh = False
    whole = range(at if rest else at + 1)
    return tuple(tuple(map(tuple, made[index])) if index in whole else None for index in range(len(wanted)))


def plain(text: str) -> str:
    """Return a text's signs, without spaces and without what only steers how lines break."""
    return "".join(
        sign
        for sign in unicodedata.normalize("NFKC", text)
        if not sign.isspace() and unicodedata.category(sign) not in {"Cf", "Cc"}
    )


def _out(frame: TextFrame, found: Sequence[Word]) -> Iterator[str]:
    for text, drawn in zip(frame.paragraphs, lines(frame, found), strict=True):
        if drawn is None:
            yield text
        else:
            yield from (word.text for line in drawn for word in line if not word.inside(frame.room, NEAR))


def _rows(found: Iterable[Word]) -> list[list[Word]]:
    """Return words as rows from above, each from the left; a raised word belongs to its neighbours' row."""
    rows: list[list[Word]] = []
    for word in sorted(found, key=lambda word: word.y):
        row = rows[-1] if rows else []
        tall = max((other.y - other.top for other in (*row, word)), default=0.0)
        if row and word.y - max(row, key=lambda other: other.y - other.top).y < tall / 2:
            row.append(word)
        else:
            rows.append([word])
    return [sorted(row, key=lambda word: word.x) for row in rows]


def _leaves(shapes: Iterable[Thing]) -> Iterator[Thing]:
    """Yield shapes, those in groups too; what stands in a group of ours has the slide's own coordinates."""
    for shape in shapes:
        if getattr(shape, "rotation", 0):
            continue
        if hasattr(shape, "shapes"):
            yield from _leaves(shape.shapes)
        else:
            yield shape


def _frames(shapes: Sequence[Thing], page: Box) -> Iterator[TextFrame]:
    painted = [_box(shape) for shape in shapes if _painted(shape)]
    for shape in shapes:
        box = _box(shape)
        others = [_box(other) for other in shapes if other is not shape]
        room = box if _painted(shape) else _room(box, others, [page, *painted])
        if getattr(shape, "has_table", False):
            for (left, right), texts in _columns(shape).items():
                yield TextFrame((left, room[1], right, room[3]), tuple(texts))
        elif shape.has_text_frame:
            words = _paragraphs(shape.text_frame)
            if words:
                yield TextFrame(room, words, _flowed(shape, room))


def _flowed(shape: Thing, room: Box) -> tuple[Box, ...]:
    """Return the columns of a shape without insets, as high as its room."""
    frame = shape.text_frame._txBody.bodyPr  # noqa: SLF001 - python-pptx knows no columns
    number, gap = int(frame.get("numCol", "1")), int(frame.get("spcCol", "0")) / EMU_PER_PX
    pitch = (room[2] - room[0] + gap) / number
    lefts = (room[0] + pitch * index for index in range(number))
    return tuple((left, room[1], left + pitch - gap, room[3]) for left in lefts) if number > 1 else ()


def _room(box: Box, others: Iterable[Box], painted: Iterable[Box]) -> Box:
    """Return how far text without paint of its own may grow: to its panel's edges, to what stands above and below."""
    left, top, right, bottom = box
    around = [one for one in painted if one[0] - NEAR <= left and right <= one[2] + NEAR]
    panels = [one for one in around if one[1] - NEAR <= top and bottom <= one[3] + NEAR]
    panel = min(panels, key=lambda one: (one[2] - one[0]) * (one[3] - one[1]))
    beside = [one for one in others if one[0] < right and left < one[2]]
    highest = max([panel[1], *(one[3] for one in beside if one[3] <= top + NEAR)])
    lowest = min([panel[3], *(one[1] for one in beside if one[1] >= bottom - NEAR)])
    return left, min(top, highest), right, max(bottom, lowest)


def _painted(shape: Thing) -> bool:
    """Tell whether a shape shows an area of its own."""
    look = shape.element.find(qn("p:spPr"))
    return look is not None and any(look.find(qn(f"a:{kind}Fill")) is not None for kind in ("solid", "grad", "blip"))


def _columns(shape: Thing) -> dict[tuple[float, float], list[str]]:
    """Return the paragraphs of a table's cells from above, for each left and right edge that cells have."""
    table, left = shape.table, shape.left / EMU_PER_PX
    widths = [column.width for column in table.columns]
    edges = [left + sum(widths[:end]) / EMU_PER_PX for end in range(len(widths) + 1)]
    found: dict[tuple[float, float], list[str]] = {}
    for y in range(len(table.rows)):
        for x in range(len(table.columns)):
            cell = table.cell(y, x)
            if not cell.is_spanned:
                found.setdefault((edges[x], edges[x + cell.span_width]), []).extend(_paragraphs(cell.text_frame))
    return {edges: words for edges, words in found.items() if words}


def _paragraphs(frame: Thing) -> tuple[str, ...]:
    return tuple(paragraph.text for paragraph in frame.paragraphs if plain(paragraph.text))


def _box(shape: Thing) -> Box:
    left, top = shape.left / EMU_PER_PX, shape.top / EMU_PER_PX
    return left, top, left + shape.width / EMU_PER_PX, top + shape.height / EMU_PER_PX
