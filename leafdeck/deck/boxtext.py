"""Lines of the layout engine to paragraphs with runs. Part of the box tree's reader (`frames`)."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field, replace
from typing import Any

from weasyprint.formatting_structure import boxes
from weasyprint.layout.absolute import AbsolutePlaceholder

from leafdeck.deck import boxbreak, boxfont, boxinline, boxpaint, dom
from leafdeck.deck.frame import Block, Break, Item, Line, Paragraph, Run
from leafdeck.deck.paint import Color, Rect
from leafdeck.units import Px

Box = Any


@dataclass
class _Words:
    """Words side by side on one line."""

    pieces: list[tuple[Run, Box]] = field(default_factory=list)

    @property
    def text(self) -> str:
        return "".join(run.text for run, _ in self.pieces)


@dataclass
class _Parts:
    """What one line holds: words, atomic boxes between them, and boxes taken out of the flow.

    ``behind`` are frames of words, ``over`` atomic boxes that the words leave room for.
    """

    inline: list[_Words | Box] = field(default_factory=list)
    positioned: list[Box] = field(default_factory=list)
    behind: list[Block] = field(default_factory=list)
    over: list[Box] = field(default_factory=list)
    forced: bool = False

    def words(self) -> _Words:
        """Return the words to go on with."""
        if not self.inline or not isinstance(self.inline[-1], _Words):
            self.inline.append(_Words())
        return self.inline[-1]


@dataclass(frozen=True)
class _Around:
    """What words get from the inline boxes around them."""

    opacity: float
    href: str = ""
    highlight: Color | None = None


Read = Callable[[Box], list[Item]]
"""Reads a box that stands among words."""


def parts(block: Box, outline: dom.Outline, opacity: float, read: Read, after: str = "") -> Iterator[Paragraph | Box]:
    """Yield the paragraphs of a block of lines, and the boxes that have to be read by themselves, in DOM order.

    ``after`` is the line that the block goes on with in the next column.
    """
    pending: list[tuple[Box, _Parts]] = []
    for line in block.children:
        if not isinstance(line, boxes.LineBox):
            continue
        found = _Parts()
        around = _Around(opacity, outline.link(block.element))
        _collect(line, line, found, around)
        if any(isinstance(part, _Words) and part.text.strip() for part in found.inline):
            found = _joined(line, found, around)
        atoms = [part for part in found.inline if not isinstance(part, _Words)]
        if not atoms:
            if any(run.text.strip() for run, _ in found.words().pieces):
                pending.append((line, found))
        else:
            if pending:
                yield _paragraph(block, pending, outline, read)
                pending = []
            yield from _mixed(line, found)
        if found.positioned:
            if pending:
                # Words go before what is laid over them.
                yield _paragraph(block, pending, outline, read)
                pending = []
            yield from found.positioned
    if pending:
        yield _paragraph(block, pending, outline, read, after)


def _collect(box: Box, line: Box, found: _Parts, around: _Around) -> None:
    for child in box.children:
        if isinstance(child, AbsolutePlaceholder):
            found.positioned.append(child)
        elif isinstance(child, boxes.TextBox):
            if child.style["visibility"] == "visible":
                font = boxfont.font_of(child, line, around.opacity, around.highlight)
                text = child.text.replace(boxbreak.SOFT_HYPHEN, "")
                found.words().pieces.append((Run(text, font, Px(child.width), around.href), child))
        elif isinstance(child, boxes.InlineBox):
            found.forced = found.forced or child.element_tag == "br"
            link = child.element.get("href", "") if child.element_tag == "a" else ""
            inner = replace(around, opacity=around.opacity * child.style["opacity"], href=link or around.href)
            _within(child, child, line, found, inner)
        else:
            found.inline.append(child)


def _within(box: Box, holder: Box, line: Box, found: _Parts, around: _Around) -> None:
    """Collect the words that a painted box holds in ``holder``: on a highlight, or where it has a border on a frame."""
    behind = boxpaint.fill(getattr(box, "background", None), around.opacity)
    shade = behind if isinstance(behind, Color) else around.highlight
    if not boxinline.plain(box):
        found.behind.append(boxinline.framed(box, around.opacity))
        shade = None
    inner = replace(around, highlight=shade)
    for side in ("left", "right"):
        edge = boxpaint.border_box(box)
        outside, inside = boxinline.around(box, side)
        # The room inside a box has its highlight, that outside has what is around it.
        rooms = [(outside, edge.x - outside, around), (inside, edge.x, inner)]
        if side == "right":
            _collect(holder, line, found, inner)
            rooms = [(inside, edge.right - inside, inner), (outside, edge.right, around)]
        for width, x, given in rooms:
            font = boxfont.font_of(line, line, given.opacity, given.highlight)
            made = boxinline.room(width, x, line, font, given.href)
            found.words().pieces.extend([made] if made else [])


def _joined(line: Box, found: _Parts, around: _Around) -> _Parts:
    """Return a line's parts with the words of its atomic boxes among the others, and room for those without words.

    A line stays as it is where one of them is too large for that.
    """
    made = _Parts(positioned=found.positioned, behind=list(found.behind), forced=found.forced)
    for part in found.inline:
        if isinstance(part, _Words):
            made.words().pieces.extend(part.pieces)
            continue
        inner = boxinline.words(part)
        if inner is not None:
            _within(part, inner, line, made, replace(around, opacity=around.opacity * part.style["opacity"]))
        elif boxinline.small(part, line):
            font = boxfont.font_of(line, line, around.opacity, around.highlight)
            space = boxinline.room(part.margin_width(), part.position_x, line, font, around.href)
            made.words().pieces.extend([space] if space else [])
            made.over.append(part)
        else:
            return found
    return made


def _mixed(line: Box, found: _Parts) -> Iterator[Paragraph | Box]:
    """Yield what stands on a line that holds atomic boxes: each stretch of words at the place it was set."""
    for part in found.inline:
        if not isinstance(part, _Words):
            yield part
        elif part.text.strip():
            first, last = part.pieces[0][1], part.pieces[-1][1]
            rect = Rect.of(
                first.position_x, line.position_y, last.position_x + last.width - first.position_x, line.height
            )
            made = _line(line, part, Break.END)
            yield Paragraph(rect, (replace(made, rect=rect),), "left", Px(line.height), lost=_lost([part]))


def _paragraph(
    block: Box, lines: list[tuple[Box, _Parts]], outline: dom.Outline, read: Read, after: str = ""
) -> Paragraph:
    made: list[Line] = []
    texts = [parts.words() for _, parts in lines]
    following = [*(words.text for words in texts[1:]), after]
    for index, ((box, parts), words) in enumerate(zip(lines, texts, strict=True)):
        if not following[index]:
            ends = Break.END
        elif parts.forced:
            ends = Break.FORCED
        else:
            ends = boxbreak.kind(block, words.text, following[index], outline)
        divided = ends is Break.NONE and boxbreak.hyphenated(block, words.text, following[index], outline)
        if divided:
            run, text = words.pieces[-1]
            words = _Words([*words.pieces[:-1], (replace(run, text=run.text[:-1]), text)])  # noqa: PLW2901
        after_space = bool(made) and made[-1].ends is Break.SPACE
        made.append(replace(_line(box, words, ends, " " if after_space else ""), divided=divided))
    rtl = block.style["direction"] == "rtl"
    align = block.style["text_align_all"]
    align = {"start": "right" if rtl else "left", "end": "left" if rtl else "right"}.get(align, align)
    first = lines[0][0]
    return Paragraph(
        rect=Rect.of(
            block.content_box_x(),
            first.position_y,
            block.width,
            lines[-1][0].position_y + lines[-1][0].height - first.position_y,
        ),
        lines=tuple(made),
        align=align,
        line_height=Px(_height(made)),
        right_to_left=rtl,
        indent=Px(_indent(block)),
        lost=_lost(texts),
        behind=tuple(frame for _, parts in lines for frame in parts.behind),
        over=tuple(item for _, parts in lines for box in parts.over for item in read(box)),
    )


def _height(lines: list[Line]) -> float:
    """Return the height of lines that have one: that from baseline to baseline where a high box parts some of them."""
    heights = [float(line.rect.height) for line in lines]
    if max(heights) - min(heights) > boxfont.RISE_FROM and len(lines) > 1:
        return max(min(heights), (lines[-1].baseline - lines[0].baseline) / (len(lines) - 1))
    return min(heights)


def _indent(block: Box) -> float:
    """Return how far the first line stands in, where the block's first line is what was read first."""
    given = block.style["text_indent"]
    value = given.value if hasattr(given, "value") else given
    return float(value * block.width / 100 if getattr(given, "unit", "") == "%" else value)


def _lost(lines: list[_Words]) -> tuple[str, ...]:
    """Name the effects on words that PowerPoint cannot have."""
    names: dict[str, None] = {}
    for box in (box for words in lines for _, box in words.pieces if box.text.strip()):
        caps, spacing = box.style["font_variant_caps"], box.style["word_spacing"]
        if "overline" in box.style["text_decoration_line"]:
            names["text-decoration: overline"] = None
        if caps not in {"normal", "small-caps"}:
            names[f"font-variant-caps: {caps} (small capitals stand for it)"] = None
        if spacing and spacing != "normal":
            names["word-spacing"] = None
    return tuple(names)


def _line(box: Box, words: _Words, ends: Break, before: str = "") -> Line:
    texts = [text for _, text in words.pieces if not isinstance(text, boxinline.Gap)]
    main = max(texts, key=lambda text: text.style["font_size"])
    descent = main.height - (main.baseline - main.margin_top)
    left = min(text.position_x for _, text in words.pieces)
    right = max(text.position_x + text.width for _, text in words.pieces)
    return Line(
        rect=Rect.of(left, box.position_y, right - left, box.height),
        baseline=Px(box.position_y + box.baseline),
        descent=Px(descent),
        runs=tuple(run for run, _ in words.pieces),
        ends=ends,
        head=Px(_head(words, before)),
    )


def _head(words: _Words, before: str) -> float:
    """Return the width of a line's first word after some text before it; a word may go through several runs."""
    width = 0.0
    for run, box in words.pieces:
        if isinstance(box, boxinline.Gap):
            width += box.width
            continue
        word, space, _ = run.text.partition(" ")
        if before + word:
            width += boxfont.width(before + word, box.style)
        if space:
            break
        before = ""
    return width
