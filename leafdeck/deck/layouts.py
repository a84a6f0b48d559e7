"""Slide layouts from the slides that use them: background, decoration, and each placeholder's place and style. Pure."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import Protocol

from leafdeck.deck import layoutnames
from leafdeck.deck.frame import Frame
from leafdeck.deck.model import AnyShape, Box, Layout, Shape, Slide, walk
from leafdeck.deck.paint import Fill
from leafdeck.deck.text import NONE, Para, RunStyle, TextBody, TextRun
from leafdeck.units import EMU_PER_PX, Emu, Px

KINDS = {
    "title": ("Title Slide", "title"),
    "agenda": ("Agenda", "obj"),
    "content": ("Title and Content", "obj"),
    "two-content": ("Two Content", "twoObj"),
    "comparison": ("Comparison", "twoTxTwoObj"),
    "title-only": ("Title Only", "titleOnly"),
    "section": ("Section Header", "secHead"),
    "closing": ("Closing", "titleOnly"),
    "blank": ("Blank", "blank"),
}
"""The contract's layouts: PowerPoint's name and type for each (19.7.15)."""

SAMPLES = {"title": "Title", "subTitle": "Subtitle", "body": "Text", "dt": "Date", "sldNum": "\u2039#\u203a"}
"""What stands in a placeholder of a layout; a footer keeps its words there, for the slides that a presenter adds."""

DATE_WIDTH = Px(180).emu
"""How wide the place of a date is, in 16px type: "24 November 2026" and a little more."""

ORDER = ("title", "subTitle", "body", "ftr", "sldNum")
LEVELS = 5
"""How many levels of a list a presenter's own text may have."""

GAP = Px(32).emu
"""How far two columns stand apart."""

NEAR = Px(48).emu
"""How far places may differ and still be one layout's: a slide that is reset moves by no more."""

STEP = Px(30).emu
"""How far a level stands in from the one above it where no slide shows one."""


class Made(Protocol):
    """A planned slide: what a layout is made from."""

    @property
    def slide(self) -> Slide: ...  # noqa: D102
    @property
    def layout(self) -> str: ...  # noqa: D102
    @property
    def background(self) -> Fill | None: ...  # noqa: D102
    @property
    def decorations(self) -> tuple[AnyShape, ...]: ...  # noqa: D102
    @property
    def frame(self) -> Frame: ...  # noqa: D102


def build(planned: Sequence[Made]) -> tuple[tuple[Layout, ...], tuple[int, ...]]:
    """Return the layouts, and for each slide the number of its own.

    Slides of one kind with one background and one decoration share a layout, where their main texts stand near each
    other; other looks of a kind get their own, so that a slide that is reset stays as it is. After them come those of a
    presenter's usual layouts that no slide has.
    """
    keys: list[tuple[object, ...]] = []
    places: list[Box | None] = []
    which: list[int] = []
    for made in planned:
        key, place = (_kind(made), made.background, made.decorations), _own_place(made)
        pairs = enumerate(zip(keys, places, strict=True))
        found = next((index for index, (one, there) in pairs if one == key and _near(there, place)), len(keys))
        if found == len(keys):
            keys.append(key)
            places.append(place)
        which.append(found)
    bodies = _bodies(planned)
    layouts: list[Layout] = []
    names: set[str] = set()
    for index in range(len(keys)):
        users = [made for made, number in zip(planned, which, strict=True) if number == index]
        kind = _kind(users[0])
        name, word = KINDS.get(kind, (kind.title(), "obj"))
        # The plain name is kept for a body that has the whole slide: that is what a presenter means by it.
        own = next(iter(_bodies(users)), None)
        name = layoutnames.unique(name, places[index], _area(users[0].frame, own) if own else None, names)
        names.add(name)
        placeholders = _placeholders(users, bodies, places[index])
        if word == "obj" and not any(shape.placeholder == "body" for shape in placeholders):
            word = "titleOnly"  # as an agenda, whose lines are cards
        layouts.append(Layout(name, word, users[0].background, users[0].decorations, _dated(placeholders)))
    return (*layouts, *_missing(layouts, planned, bodies)), tuple(which)


def _kind(made: Made) -> str:
    """Return a slide's kind of layout; one for text without a body to fill would show an empty one when reset."""
    if made.layout == "content" and not _bodies([made]):
        return "title-only"
    return made.layout


def _own_place(made: Made) -> Box | None:
    """Return where a slide's main text stands; None where there is none, or where it begins and ends as all could."""
    body = next(iter(_bodies([made])), None)
    if body is None or body.box is None:
        return None
    area = _area(made.frame, body)
    return None if area and _near(replace(area, height=body.box.height), body.box) else body.box


def _near(one: Box | None, other: Box | None) -> bool:
    """Whether two texts stand in nearly the same place: as far to the left, the right and the top."""
    if one is None or other is None:
        return one is other
    apart = (one.x - other.x, one.x + one.width - other.x - other.width, one.y - other.y)
    return all(abs(side) <= NEAR for side in apart)


def _bodies(planned: Sequence[Made]) -> list[Shape]:
    """Return the main texts, those before the others that are lists and nothing else."""
    found = [
        shape
        for made in planned
        for shape in walk(made.slide.shapes)
        if isinstance(shape, Shape) and shape.placeholder == "body" and shape.text
    ]
    return sorted(found, key=lambda shape: not all(para.bullet for para in shape.text.paragraphs) if shape.text else 1)


def _placeholders(users: Sequence[Made], bodies: Sequence[Shape], place: Box | None) -> tuple[Shape, ...]:
    """Return each placeholder as the first slide has it that has one; a body is as a presenter wants an empty one.

    ``place`` is the body's; without one it takes the whole content area.
    """
    found: dict[str, Shape] = {}
    for made in users:
        for shape in walk(made.slide.shapes):
            if isinstance(shape, Shape) and shape.placeholder and shape.placeholder not in found and shape.text:
                sample = replace(shape, text=_sample(shape.text, shape.placeholder))
                if shape.placeholder == "body":
                    own = _bodies(users)
                    sample = _body(own[0], own if place else bodies, place or _area(made.frame, shape))
                found[shape.placeholder] = sample
    return tuple(found[kind] for kind in ORDER if kind in found)


def _dated(placeholders: tuple[Shape, ...]) -> tuple[Shape, ...]:
    """Add a place for a date at the end of the footer's, in its style; slides show none until a presenter wants it."""
    foot = next((shape for shape in placeholders if shape.placeholder == "ftr" and shape.box), None)
    if foot is None or foot.box is None or foot.text is None:
        return placeholders
    width = Emu(min(DATE_WIDTH, foot.box.width))
    place = replace(foot.box, x=Emu(foot.box.x + foot.box.width - width), width=width)
    run = next((run for para in foot.text.paragraphs for run in para.runs if isinstance(run, TextRun)), None)
    if run is None:
        return placeholders
    words = replace(run, text=SAMPLES["dt"], field="datetime1")
    text = replace(foot.text, paragraphs=(replace(foot.text.paragraphs[0], runs=(words,), align="r"),))
    date = Shape("Date", place, text=text, placeholder="dt")
    at = placeholders.index(foot)
    return (*placeholders[:at], date, *placeholders[at:])


def _area(frame: Frame, other: Shape) -> Box | None:
    """Return the page's whole content area, or where a page has no margins another shape's place."""
    if frame.area.width >= frame.width:
        return other.box
    area = frame.area
    return Box(area.x.emu, area.y.emu, area.width.emu, area.height.emu)


def _sample(text: TextBody, kind: str) -> TextBody:
    """Keep the first paragraph, with a sample word in a footer's or number's place the whole of it."""
    for paragraph in text.paragraphs:
        runs = [run for run in paragraph.runs if isinstance(run, TextRun)]
        runs = [run for run in runs if run.field] or runs
        if runs:
            word = paragraph.text if kind == "ftr" else SAMPLES[kind]
            return replace(text, paragraphs=(replace(paragraph, runs=(replace(runs[0], text=word, link=""),)),))
    return replace(text, paragraphs=())


def _body(shape: Shape, bodies: Sequence[Shape], box: Box | None) -> Shape:
    """Return a body without paint, in the style of a shape's text, with the levels of the deck's lists."""
    shown: dict[int, Para] = {}
    for body in (shape, *bodies):
        for para in body.text.paragraphs if body.text else ():
            if para.runs and _worth(para) > _worth(shown.get(para.level)):
                shown[para.level] = para
    style = next((run.style for para in shown.values() for run in para.runs if isinstance(run, TextRun)), None)
    if style is None or not shape.text:
        return replace(shape, box=box)
    first = shown.get(0) or next(iter(shown.values()))
    hang = abs(first.indent)
    levels = []
    for level in range(LEVELS):
        para = shown.get(level, first)
        margin = Emu(hang + level * max(STEP, hang))
        run = TextRun(SAMPLES["body"], _plain(para, style))
        levels.append(replace(para, runs=(run,), level=level, align=first.align, margin=margin, indent=Emu(-hang)))
    text = TextBody(tuple(levels))
    return Shape("Body", box, text=text, placeholder="body")


def _worth(para: Para | None) -> int:
    """Say how much a paragraph shows of its level's style: a list item that follows another shows all of it."""
    return 0 if para is None else 1 + 2 * bool(para.bullet) + bool(para.space_before)


def _plain(para: Para, style: RunStyle) -> RunStyle:
    """Return a paragraph's style without the stress of its first words."""
    own = next((run.style for run in para.runs if isinstance(run, TextRun)), style)
    return replace(own, bold=False, italic=False, underline=False, highlight=None)


def _missing(layouts: Sequence[Layout], planned: Sequence[Made], bodies: Sequence[Shape]) -> list[Layout]:
    """Return the usual layouts that no slide has: each as the plainest of the others, with more or less on it."""
    if not layouts:
        return []
    plain = min(
        layouts, key=lambda layout: (layout.kind == "title", layout.name not in {"Title and Content", "Title Only"})
    )
    user = next((made for made in planned if KINDS.get(_kind(made), ("",))[0] == plain.name), planned[0])
    by_kind = {shape.placeholder: shape for shape in plain.placeholders}
    texts = [shape for made in planned for shape in walk(made.slide.shapes) if isinstance(shape, Shape) and shape.text]
    model = next(iter(bodies), None) or next((s for s in texts if not s.placeholder), None) or next(iter(texts), None)
    if model is not None:
        by_kind["body"] = _body(model, bodies, _area(user.frame, model))
    title, body = by_kind.get("title"), by_kind.get("body")
    feet = tuple(by_kind[one] for one in ("dt", "ftr", "sldNum") if one in by_kind)
    head = (title,) if title else ()
    kinds = {
        "content": (*head, *((body,) if body else ())),
        "two-content": (*head, *_columns(body)),
        "comparison": (*head, *_compared(body)),
        "title-only": head,
        "section": _opening(title, body),
        "blank": (),
    }
    names = {layout.name for layout in layouts}
    made = []
    for kind, placeholders in kinds.items():
        name, word = KINDS[kind]
        if name not in names:
            # A title in the middle of the slide has no use for the rule below one at its top.
            decorations = plain.decorations if kind not in {"section", "blank"} else ()
            made.append(Layout(name, word, plain.background, decorations, (*placeholders, *feet)))
    return made


def _columns(body: Shape | None) -> tuple[Shape, ...]:
    """Return a body as two columns."""
    if body is None or body.box is None:
        return (body,) if body else ()
    x, y, width, height = body.box.x, body.box.y, body.box.width, body.box.height
    half = Emu((width - GAP) // 2)
    left, right = Box(x, y, half, height), Box(Emu(x + width - half), y, half, height)
    return replace(body, box=left), replace(body, box=right)


def _compared(body: Shape | None) -> tuple[Shape, ...]:
    """Return a body as two columns, a heading above each; reading goes down one column, then the other."""
    made = []
    for column in _columns(body):
        if column.box is None or column.text is None:
            return (column,)
        line = Emu(2 * round(column.text.paragraphs[0].line_spacing.px) * EMU_PER_PX)
        x, y, width, height = column.box.x, column.box.y, column.box.width, column.box.height
        above, below = Box(x, y, width, line), Box(x, Emu(y + line), width, Emu(height - line))
        made += [replace(_heading(column, bold=True), box=above), replace(column, box=below)]
    return tuple(made)


def _opening(title: Shape | None, body: Shape | None) -> tuple[Shape, ...]:
    """Return a part's own slide: its title in the middle, a line of words below."""
    if title is None or title.text is None or body is None or body.box is None:
        return (title,) if title else ()
    x, y, width, height = body.box.x, body.box.y, body.box.width, body.box.height
    half = Emu(height // 2)
    text = replace(title.text, anchor="b", insets=(NONE, NONE, NONE, Emu(GAP // 2)))
    words = replace(_heading(body, bold=False), box=Box(x, Emu(y + half), width, Emu(height - half)))
    return replace(title, box=Box(x, y, width, half), text=text), words


def _heading(body: Shape, *, bold: bool) -> Shape:
    """Return a body for a line of words: its first level, without a bullet."""
    if body.text is None:
        return body
    first = body.text.paragraphs[0]
    runs = tuple(replace(run, style=replace(run.style, bold=bold)) for run in first.runs)
    return replace(body, text=TextBody((replace(first, runs=runs, bullet=None, margin=NONE, indent=NONE),)))
