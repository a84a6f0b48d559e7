"""Frames to a Deck: one slide a page, its layout, its title, what was lost on the way. Pure.

The title comes first in reading order, then the page's items in DOM order, then what stands in its margins. What
the margins paint belongs to the layout, as a presenter who adds a slide expects it there.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, replace

from leafdeck.deck import flow, layouts, losses, outline, parts, turning
from leafdeck.deck.frame import Block, Frame, Item, text_of
from leafdeck.deck.model import AnyShape, Deck, GroupShape, Note, Shape, Slide
from leafdeck.deck.paint import Color, Fill
from leafdeck.deck.place import WHITE, Placer, cover
from leafdeck.deck.text import LineBreak, TextRun
from leafdeck.notice import Notice, Place, Severity
from leafdeck.units import EMU_PER_PX, Emu, Pt


@dataclass(frozen=True)
class Planned:
    """A slide before its layout is known."""

    slide: Slide
    layout: str
    background: Fill | None
    decorations: tuple[AnyShape, ...]
    frame: Frame


def plan(frames: Sequence[Frame], part_of: str = "({part} of {parts})") -> tuple[Deck, tuple[Notice, ...]]:
    """Plan a deck.

    Args:
        frames: the laid-out pages; all have the first one's size.
        part_of: what is put after the title of a section that goes over several pages.

    Returns:
        The deck, and what could not be carried over or should be mended.
    """
    notices: list[Notice] = []
    counts = Counter(frame.section for frame in frames)
    seen: Counter[str] = Counter()
    said: dict[str, tuple[Note, ...]] = {}
    planned: list[Planned] = []
    for number, frame in enumerate(frames, 1):
        seen[frame.section] += 1
        made = _slide(frame, number, notices)
        if frame.section and counts[frame.section] > 1:
            suffix = parts.suffix(part_of, seen[frame.section], counts[frame.section])
            slide = _with_suffix(made.slide, frame, suffix, notices)
            # Its first page has the section's notes: whoever presents the next one need not go back for them.
            made = replace(made, slide=replace(slide, notes=said.setdefault(frame.section, slide.notes)))
        planned.append(made)
    planned = _unique(planned, notices)
    made_layouts, which = layouts.build(planned)
    slides = tuple(replace(made.slide, layout=which[index]) for index, made in enumerate(planned))
    width, height = (frames[0].width.emu, frames[0].height.emu) if frames else (Emu(0), Emu(0))
    notices.extend(losses.losses(frames))
    notices.extend(_outside(slides, width, height))
    return Deck(width, height, made_layouts, slides), tuple(notices)


def _slide(frame: Frame, number: int, notices: list[Notice]) -> Planned:
    items, background = _background(frame)
    behind = background if isinstance(background, Color) else None if background else WHITE
    placer = Placer(frame.width, frame.source, behind)
    shapes = placer.place(items)
    decorations: list[AnyShape] = []
    for item in frame.margins:
        if isinstance(item, Block):
            paint = outline.painted(item.rect, item.paint, "Decoration")
            decorations.extend([*([paint] if paint else []), *outline.sides(item.rect, item.paint, "Rule")])
            shapes.extend(_margin(item, number, placer))
    shapes = _title_first(_with_title(shapes, frame, notices))
    notices.extend(placer.notices)
    slide = Slide(
        title=frame.title,
        layout=0,
        shapes=tuple(shapes),
        notes=tuple(Note(note.text, note.level) for note in frame.notes),
        part=frame.part,
        source=frame.source,
        language=frame.lang,
        anchor=frame.section,
        anchors=frame.anchors,
    )
    return Planned(slide, frame.layout or "content", background, outline.joined(decorations), frame)


def _background(frame: Frame) -> tuple[tuple[Item, ...], Fill | None]:
    """Return the items and the background: boxes that only wrap are opened while one fills the whole page."""
    items, background = frame.items, frame.background
    while len(items) == 1 and isinstance(items[0], Block):
        block = items[0]
        paint = cover(block, frame.width, frame.height)
        if paint is None and (block.paint.visible or block.origin.group or block.origin.placeholder or block.lost):
            break
        if block.turn:
            break
        if flow.paragraphs(block.children) is not None:
            break
        items, background = block.children, paint.fill if paint else background
    return items, background


def _margin(block: Block, number: int, placer: Placer) -> list[AnyShape]:
    """Place what stands in a margin box: a placeholder in the box's own frame, or else loose shapes."""
    child = _only_placeholder(block)
    inner = flow.paragraphs(block.children)
    if child is None and inner:
        digits = re.search(rf"\b{number}\b", text_of(block))
        kind = "slide-number" if digits else "footer" if block.origin.tag.startswith("@bottom") else ""
        if kind:
            child = replace(block, origin=replace(block.origin, placeholder=kind))
    if child is None:
        return placer.place(block.children)
    plain = replace(block, rect=block.content, paint=replace(block.paint, fill=None, edges=(None,) * 4))
    shape = placer.placeholder(replace(child, paint=plain.paint) if child.rect == block.rect else child, plain)
    if shape is None:
        return placer.place(block.children)
    numbered = _numbered(shape, number) if shape.placeholder == "sldNum" else shape
    return placer.beside(flow.paragraphs(child.children) or (), [numbered])


def _only_placeholder(block: Block) -> Block | None:
    """Return the placeholder that a margin box holds, if it is all that the box holds."""
    for child in block.children:
        if isinstance(child, Block) and len(block.children) == 1:
            return child if child.origin.placeholder else _only_placeholder(child)
    return None


def _numbered(shape: Shape, number: int) -> Shape:
    """Put a field in the place of the slide's number."""
    assert shape.text is not None  # noqa: S101 - placeholders of frames have text
    paragraphs = []
    done = False
    for paragraph in shape.text.paragraphs:
        runs: list[TextRun | LineBreak] = []
        for run in paragraph.runs:
            found = None if done or isinstance(run, LineBreak) else re.search(rf"\b{number}\b", run.text)
            if found is None or isinstance(run, LineBreak):
                runs.append(run)
                continue
            done = True
            pieces = (run.text[: found.start()], found[0], run.text[found.end() :])
            runs.extend(
                replace(run, text=text, field="slidenum" if index == 1 else "")
                for index, text in enumerate(pieces)
                if text
            )
        paragraphs.append(replace(paragraph, runs=tuple(runs)))
    return replace(shape, text=replace(shape.text, paragraphs=tuple(paragraphs)))


def _with_title(shapes: list[AnyShape], frame: Frame, notices: list[Notice]) -> list[AnyShape]:
    """See to it that there is a title placeholder, which outline view and screen readers live by."""
    if any(isinstance(shape, Shape) and shape.placeholder == "title" for shape in shapes):
        return shapes
    message = "this slide shows no title of its own" if frame.title else "this slide has no title"
    hint = 'Give the section an <h1 class="slide-title"> that its page shows.'
    notices.append(Notice(Severity.WARNING, Place(path=frame.source), message, hint))
    return shapes


def _title_first(shapes: list[AnyShape]) -> list[AnyShape]:
    """Put the title first in reading order, unless something painted before it would then hide it."""
    at = next((i for i, shape in enumerate(shapes) if isinstance(shape, Shape) and shape.placeholder == "title"), 0)
    if not at:
        return shapes
    title = shapes[at]
    behind = [i for i in range(at) if _hides(shapes[i], title)]
    to = behind[-1] + 1 if behind else 0
    rest = shapes[:at] + shapes[at + 1 :]
    return [*rest[:to], title, *rest[to:]]


def _hides(shape: AnyShape, title: AnyShape) -> bool:
    if isinstance(shape, GroupShape):  # its box may reach further than what is painted
        return any(_hides(each, title) for each in shape.shapes)
    a, b = shape.box, title.box
    if a is None or b is None or (isinstance(shape, Shape) and shape.fill is None):
        return False
    return a.x < b.x + b.width and b.x < a.x + a.width and a.y < b.y + b.height and b.y < a.y + a.height


def _with_suffix(slide: Slide, frame: Frame, suffix: str, notices: list[Notice]) -> Slide:
    """Put a part's number after the title: at its size where the last line has room, else smaller.

    A title that was laid out with the number has it already.
    """
    shown = _find_title((*frame.items, *frame.margins))
    if shown is not None and text_of(shown).split()[-len(suffix.split()) :] == suffix.split():
        return replace(slide, title=f"{slide.title} {suffix}")
    shapes = list(slide.shapes)
    for index, shape in enumerate(shapes):
        if isinstance(shape, Shape) and shape.placeholder == "title" and shape.text and shape.box:
            last = shape.text.paragraphs[-1]
            run = next(run for run in reversed(last.runs) if isinstance(run, TextRun))
            free = _free(frame)
            size = parts.suffix_size(suffix, run.style.size.px, free)
            style = run.style
            if size < style.size.px:
                style = replace(style, size=Pt(round(size.pt, 1)))
                if parts.suffix_width(suffix, size) > free and not _has_line_left(frame, shape):
                    hint = "Make the title shorter, so that its part's number fits beside it."
                    where = Place(path=slide.source)
                    message = f"the title and its part's number {suffix} may need one line more than there is"
                    notices.append(Notice(Severity.INFO, where, message, hint))
            added = (*last.runs, TextRun(f" {suffix}", style))
            if style == run.style and run is last.runs[-1]:
                added = (*last.runs[:-1], replace(run, text=f"{run.text} {suffix}"))
            text = replace(shape.text, paragraphs=(*shape.text.paragraphs[:-1], replace(last, runs=added)))
            shapes[index] = replace(shape, text=text)
    return replace(slide, title=f"{slide.title} {suffix}", shapes=tuple(shapes))


def _free(frame: Frame) -> float:
    """Return the px left on the last line of a frame's title as it was laid out; 0 where it shows none."""
    title = _find_title((*frame.items, *frame.margins))
    lines = (flow.paragraphs(title.children) if title else None) or ()
    return lines[-1].rect.width - lines[-1].lines[-1].rect.width if lines else 0.0


def _has_line_left(frame: Frame, title: Shape) -> bool:
    """Whether a title's place is high enough for one line more than it takes."""
    block = _find_title((*frame.items, *frame.margins))
    lines = [
        line for paragraph in (flow.paragraphs(block.children) if block else None) or () for line in paragraph.lines
    ]
    if not lines or title.box is None or title.text is None:
        return False
    _, above, _, below = title.text.insets
    return (len(lines) + 1) * lines[0].rect.height <= (title.box.height - above - below) / EMU_PER_PX


def _find_title(items: Sequence[Item]) -> Block | None:
    for item in items:
        if isinstance(item, Block):
            found = item if item.origin.placeholder == "title" else _find_title(item.children)
            if found:
                return found
    return None


def _unique(planned: list[Planned], notices: list[Notice]) -> list[Planned]:
    """Tell titles apart that are the same, as outline view and screen readers need it."""
    seen: Counter[str] = Counter()
    result: list[Planned] = []
    for made in planned:
        slide = made.slide
        key = slide.title.casefold()
        seen[key] += 1
        if slide.title and seen[key] > 1:
            message = f'the title "{slide.title}" stands on more than one slide'
            hint = "Give each slide a title of its own."
            notices.append(Notice(Severity.INFO, Place(path=slide.source), message, hint))
            slide = _with_suffix(slide, made.frame, f"({seen[key]})", notices)
        result.append(replace(made, slide=slide))
    return result


def _outside(slides: Sequence[Slide], width: Emu, height: Emu) -> list[Notice]:
    """Name the shapes that reach over the slide's edge."""
    found: list[Notice] = []
    for slide in slides:
        for shape in slide.shapes:
            box = turning.around(shape)
            if box and (box.x < 0 or box.y < 0 or box.x + box.width > width or box.y + box.height > height):
                message = f'"{shape.name}" reaches outside the slide'
                hint = "Say it in fewer words or make it smaller; on a screen it is cut off there."
                found.append(Notice(Severity.WARNING, Place(path=slide.source), message, hint))
    return found
