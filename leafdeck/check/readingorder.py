"""Rule: the order in which a screen reader goes through a slide is the one in which eyes do.

PowerPoint reads a slide's items, and those of a group, in the order in which they are drawn. That order is judged
pair by pair, for what is read on one level, on the slide itself or within one group:

- Nothing that is read stands before the title.
- Of two that share a column (they overlap in width by half of the narrower or more), the one that is wholly above
  comes first.
- Of two that share a row (they overlap in height by half of the lower or more), the one that is wholly to the left
  comes first; to the right where most of the slide's paragraphs run from right to left.

A grid of cards may therefore be read row by row or column by column, for two cards that share neither are not
compared. Where two columns stand side by side, the left one's items come before those of the right one beside them.
Within a group, a picture with labels around it may come before them, for its description says what they label; and they
are read down the picture, so that a label to the left may come after one to the right.
Decoration, hidden items, footers, dates and slide numbers are left out, and the title is only asked to come first.
Edges may overlap by two px.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import combinations

from leafdeck.check.finding import Finding, Rule, shown
from leafdeck.check.finished import Area, Item, Presentation, Slide, walk
from leafdeck.notice import Severity
from leafdeck.units import Px

ORDER = Rule(
    "reading-order",
    Severity.WARNING,
    "Move it in the Reading Order pane: Review, Check Accessibility.",
    "A screen reader goes through a slide in the order in which eyes do.",
    ("Section 508", "WCAG 2.2", "PowerPoint's Accessibility Checker"),
)
NEAR = Px(2).emu
SHARED = 0.5


def reading_order(deck: Presentation) -> Iterator[Finding]:
    """Find what is read before something that eyes see first; once for each thing read too early."""
    for slide in deck.slides:
        read = [item for item in slide.items if _is_read(item)]
        at = next((place for place, item in enumerate(read) if _holds_title(item)), 0)
        if at:
            yield ORDER.broken(f"{shown(read[0].name)} is read before the title", slide, read[0])
        yield from _level(slide.items, slide, right_to_left=_runs_right_to_left(slide))


def _level(items: tuple[Item, ...], slide: Slide, *, right_to_left: bool, grouped: bool = False) -> Iterator[Finding]:
    read = [item for item in items if _is_read(item) and not _holds_title(item)]
    labelled = grouped and any(not _has_words(item) for item in read)
    early: set[int] = set()
    for (first, one), (_, other) in combinations(enumerate(read), 2):
        if first in early or (labelled and not (_has_words(one) and _share_column(one.area, other.area))):
            continue
        if _goes_before(other.area, one.area, right_to_left=right_to_left):
            early.add(first)
            yield ORDER.broken(f"{shown(one.name)} is read before {shown(other.name)}", slide, one)
    for item in items:
        yield from _level(item.children, slide, right_to_left=right_to_left, grouped=True)


def _share_column(one: Area, other: Area) -> bool:
    return min(one.right, other.right) - max(one.x, other.x) >= SHARED * min(one.width, other.width)


def _goes_before(one: Area, other: Area, *, right_to_left: bool) -> bool:
    """Whether eyes come to one area before the other."""
    down = min(one.bottom, other.bottom) - max(one.y, other.y)
    if _share_column(one, other):
        return one.bottom <= other.y + NEAR
    if down >= SHARED * min(one.height, other.height):
        return one.x >= other.right - NEAR if right_to_left else one.right <= other.x + NEAR
    return False


def _is_read(item: Item) -> bool:
    if item.decorative or item.hidden or item.is_foot:
        return False
    return bool(item.text or item.alt or item.rows or any(_is_read(child) for child in item.children))


def _has_words(item: Item) -> bool:
    return any(one.text or one.rows for one in walk((item,)))


def _holds_title(item: Item) -> bool:
    return any(one.is_title for one in walk((item,)))


def _runs_right_to_left(slide: Slide) -> bool:
    ways = [part.right_to_left for item in walk(slide.items) for part in item.paragraphs if part.text.strip()]
    return 2 * sum(ways) > len(ways)
