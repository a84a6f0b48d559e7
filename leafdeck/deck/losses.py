"""What a frame's words hold that PowerPoint has no counterpart for: effects, and links that lead nowhere. Pure."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from leafdeck.deck.frame import Block, Drawing, Frame, Item, Paragraph, Picture, Table
from leafdeck.deck.text import WEB
from leafdeck.notice import Notice, Place, Severity


def losses(frames: Sequence[Frame]) -> tuple[Notice, ...]:
    """Return a notice for each effect on words and each link that a deck cannot have, once for each place."""
    known = {name for frame in frames for name in (frame.section, *frame.anchors) if name}
    found: dict[Notice, None] = {}
    for frame in frames:
        for item in (*frame.items, *frame.margins):
            for part, link, lost in _walk(item):
                where = Place(path=part or frame.source)
                for what in lost:
                    found[lost_notice(what, where)] = None
                if link and not leads(link, known):
                    hint = "Link to a web address, or to the id of something that stands on a slide."
                    found[Notice(Severity.WARNING, where, f'a link leads nowhere in the deck: "{link}"', hint)] = None
    return tuple(found)


def lost_notice(what: str, where: Place) -> Notice:
    """Return the notice of a loss; what is said in brackets is what stands for it."""
    stands = what.endswith(")")
    message = f"PowerPoint has no native counterpart for {what}{'' if stands else ': it was left out of the slide'}"
    hint = "See on the slide whether that will do, or else style it in another way."
    return Notice(Severity.WARNING, where, message, hint)


def leads(address: str, known: set[str]) -> bool:
    """Tell whether a link leads to the web or to a slide."""
    return address.lower().startswith(WEB) or (address.startswith("#") and address[1:] in known)


def _walk(item: Item) -> Iterator[tuple[str, str, tuple[str, ...]]]:
    """Yield the source, the link and the lost effects of all words and pictures in an item."""
    if isinstance(item, Paragraph):
        yield item.origin.source, "", item.lost
        for line in item.lines:
            for run in line.runs:
                yield item.origin.source, run.href, ()
    elif isinstance(item, Picture | Drawing):
        yield item.origin.source, item.href, item.lost if isinstance(item, Picture) else ()
    for part in _within(item):
        yield from _walk(part)


def _within(item: Item) -> tuple[Item, ...]:
    if isinstance(item, Paragraph):
        return (*item.behind, *item.over)
    if isinstance(item, Table):
        return tuple(cell.block for row in item.rows for cell in row.cells)
    return item.children if isinstance(item, Block) else ()
