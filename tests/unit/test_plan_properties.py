"""What holds for any slides: no word lost, doubled or moved, nothing outside the slide, the same deck each time."""

from __future__ import annotations

import re
from collections.abc import Iterator
from html import escape, unescape
from itertools import count

import weasyprint
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st

from leafdeck import deck
from leafdeck.check import accessibility
from leafdeck.check.finished import Slide, walk
from leafdeck.deck import frames, inspect, model, plan
from leafdeck.deck.frame import Block, Frame, Item, Table, text_of
from leafdeck.units import Emu, Px

SOME = settings(
    max_examples=max(20, settings().max_examples // 5),
    deadline=None,
    phases=(Phase.explicit, Phase.reuse, Phase.generate),
    suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large],
)
"""Laying out takes a while: a fifth of what the profile asks for, and no shrinking, which takes minutes."""

CSS = """
@page { size: 640px 360px; margin: 68px 32px 32px; @top-left { content: element(t); width: 100% }
  @bottom-left { content: element(f) } @bottom-right { content: counter(page) } }
h1 { position: running(t); margin: 0; font-size: 24px; line-height: 28px }
.footer { position: running(f) }
section { break-before: page }
html { font: 16px/22px "Liberation Sans" }
p, ul, ol { margin: 0 0 8px } ul, ol { padding-left: 24px }
table { border-collapse: collapse; width: 100% } tr { break-inside: avoid }
td, th { border: 1px solid #888; padding: 4px; text-align: left }
.cards { display: flex; gap: 10px; break-inside: avoid }
.card { flex: 1; padding: 8px; border-radius: 6px; background: #eee }
.edge { border-left: 6px solid #06c; padding-left: 8px } .centred { text-align: center } .loose { opacity: .5 }
.columns { columns: 2; column-gap: 16px; margin-bottom: 8px } .columns p { break-inside: avoid }
.grid { display: grid; grid-template-columns: 1fr 2fr; gap: 8px; margin-bottom: 8px; break-inside: avoid }
.cell { background: #eef; padding: 4px; break-inside: avoid }
.stage { position: relative; height: 110px; break-inside: avoid; border: 1px solid #888 }
.spot { position: absolute; width: 120px; background: #fed } dl, dd { margin: 0 0 8px } dd { margin-left: 24px }
.pill { display: inline-block; padding: 2px 6px; background: #fe9 } mark { background: #ff9 }
"""
INLINE = ("{}", "{}", "{}", "<b>{}</b>", "<em>{}</em>", '<a href="#x">{}</a>', "<sup>{}</sup>", "<mark>{}</mark>")
SIGN = '<svg role="img" width="20" height="20" viewBox="0 0 2 2"><title>A leaf</title><path d="M0 0h2v2z"/></svg>'
PILL = '<span class="pill">{}</span>'
ASKED_FOR = {"text-contrast": 'class="loose"', "reading-order": 'class="stage"'}
"""Accessibility rules that the HTML itself may break, and by what."""

ATOMS = (*INLINE, PILL, "{}<br>")


class Words:
    """Hands out words that are all different, long and short, some with a hyphen or letters beyond ASCII."""

    def __init__(self) -> None:
        self.number = count(1)

    def some(self, how_many: int) -> list[str]:
        shapes = ("w{}", "word{}", "long-ish{}", "étendu{}", "({})", "rather-longword{}", "{}%")
        return [shapes[n % len(shapes)].format(n) for n in (next(self.number) for _ in range(how_many))]


@st.composite
def texts(draw: st.DrawFn, words: Words, marks: tuple[str, ...] = ATOMS, most: int = 14) -> str:
    """Some words in a row, here and there in a style of their own."""
    given_words = words.some(draw(st.integers(1, most)))
    styles = draw(st.lists(st.sampled_from(marks), min_size=len(given_words), max_size=len(given_words)))
    if PILL in styles:
        # Words around a box among them become frames of their own, line by line: a word that wraps is cut in two there.
        given_words = [word.replace("-", "") for word in given_words]
    return " ".join(style.format(escape(word)) for style, word in zip(styles, given_words, strict=True))


@st.composite
def lists(draw: st.DrawFn, words: Words, depth: int = 0) -> str:
    tag = draw(st.sampled_from(["ul", "ol"]))
    items = []
    for _ in range(draw(st.integers(1, 3))):
        inner = draw(lists(words, depth + 1)) if depth < 2 and draw(st.booleans()) else ""
        items.append((draw(texts(words, INLINE)), inner))
    # The words of an inner list come after those of its item, whatever order they were handed out in.
    return f"<{tag}>" + "".join(f"<li>{text}{inner}</li>" for text, inner in items) + f"</{tag}>"


@st.composite
def tables(draw: st.DrawFn, words: Words) -> str:
    columns = draw(st.integers(1, 3))
    # A head that takes most of a page is not repeated on the next, which then has none to mark.
    head = "".join(f"<th>{draw(texts(words, INLINE, most=4))}</th>" for _ in range(columns))
    rows = "".join(
        "<tr>" + "".join(f"<td>{draw(texts(words, INLINE))}</td>" for _ in range(columns)) + "</tr>"
        for _ in range(draw(st.integers(1, 5)))
    )
    return f"<table><thead><tr>{head}</tr></thead><tbody>{rows}</tbody></table>"


@st.composite
def cards(draw: st.DrawFn, words: Words) -> str:
    made = ""
    for _ in range(draw(st.integers(1, 3))):
        first, second = (draw(texts(words, most=6)) for _ in range(2))
        made += f'<div class="card" data-group="Card"><p>{first}</p><p>{second}</p></div>'
    return f'<div class="cards">{made}</div>'


@st.composite
def columns(draw: st.DrawFn, words: Words) -> str:
    """Paragraphs in two columns: reading goes down one, then the other."""
    made = [f"<p>{draw(texts(words, INLINE)).replace('-', '')}</p>" for _ in range(draw(st.integers(1, 4)))]
    return f'<div class="columns">{"".join(made)}</div>'


@st.composite
def grids(draw: st.DrawFn, words: Words) -> str:
    """Painted cells of a grid, a drawing with a name in some of them."""
    made = ""
    for _ in range(draw(st.integers(1, 4))):
        sign = draw(st.sampled_from(["", SIGN]))
        made += f'<div class="cell" data-group="Cell">{sign}<p>{draw(texts(words, INLINE, most=6))}</p></div>'
    return f'<div class="grid">{made}</div>'


@st.composite
def stages(draw: st.DrawFn, words: Words) -> str:
    """Boxes at places of their own, which may lie over each other."""
    made = ""
    for _ in range(draw(st.integers(1, 3))):
        left, top = draw(st.integers(0, 440)), draw(st.integers(0, 60))
        made += (
            f'<div class="spot" style="left: {left}px; top: {top}px"><p>{draw(texts(words, INLINE, most=2))}</p></div>'
        )
    return f'<div class="stage">{made}</div>'


@st.composite
def explained(draw: st.DrawFn, words: Words) -> str:
    made = "".join(
        f"<dt>{draw(texts(words, INLINE, most=3))}</dt><dd>{draw(texts(words, INLINE))}</dd>" for _ in range(2)
    )
    return f"<dl>{made}</dl>"


@st.composite
def paragraphs(draw: st.DrawFn, words: Words) -> str:
    kind = draw(st.sampled_from(["", "edge", "centred", "loose"]))
    return f'<p class="{kind}">{draw(texts(words))}</p>'


@st.composite
def slides(draw: st.DrawFn) -> str:
    """One or two sections of blocks, with titles of their own and a footer."""
    words = Words()
    made = ['<p class="footer" data-placeholder="footer">Foot words</p>']
    for number in range(draw(st.integers(1, 2))):
        kinds = (paragraphs, lists, tables, cards, columns, grids, stages, explained)
        parts = st.one_of(*(kind(words) for kind in kinds))
        body = "".join(draw(parts) for _ in range(draw(st.integers(1, 3))))
        placed = f'<div data-placeholder="body">{body}</div>' if draw(st.booleans()) else body
        made.append(f'<section id="s{number}" data-layout="content"><h1>Title {number}</h1>{placed}</section>')
    return f'<html lang="en"><style>{CSS}</style><body>{"".join(made)}'


def lay(html: str) -> tuple[Frame, ...]:
    return frames.read(weasyprint.HTML(string=html).render())


def shape_words(shapes: tuple[model.AnyShape, ...]) -> Iterator[str]:
    """The words of shapes in reading order; a slide's number is none."""
    for shape in model.walk(shapes):
        if isinstance(shape, model.Shape) and shape.text and shape.placeholder != "sldNum":
            yield from shape.text.text.split()
        elif isinstance(shape, model.TableShape):
            for row in shape.rows:
                for cell in row:
                    yield from cell.text.text.split()


def frame_words(items: tuple[Item, ...]) -> Iterator[str]:
    """The words of a frame's items but for those of table heads, which every page of a table repeats."""
    for item in items:
        if isinstance(item, Block):
            yield from frame_words(item.children)
        elif isinstance(item, Table):
            for row in item.rows:
                if not row.head:
                    yield from (word for cell in row.cells for word in text_of(cell.block).split())
        else:
            yield from text_of(item).split()


def file_words(slide: Slide) -> Iterator[str]:
    """The words of a slide of a finished file, as its readers come to them; as above, and no title or foot."""
    for item in walk(slide.items):
        if not (item.is_title or item.is_foot):
            yield from item.text.split()
        for row in item.rows[item.first_row :]:
            yield from (word for cell in row for part in cell.paragraphs for word in part.text.split())


def source_words(html: str) -> list[str]:
    """The words that HTML shows below titles and above feet, but for those of table heads."""
    visible = re.sub(r"<(h1|thead|style|svg)\b.*?</\1>|<p class=.footer.*?</p>", "", html, flags=re.DOTALL)
    blocks = re.sub(r"</?(p|li|ul|ol|dl|dt|dd|td|tr|div|br|section)\b[^>]*>", " ", visible.replace("\n", " "))
    return unescape(re.sub(r"<[^>]*>", "", blocks)).split()


@SOME
@given(slides())
def test_every_word_of_the_source_is_in_the_frames_once_and_in_order(html: str) -> None:
    assert [word for frame in lay(html) for word in frame_words(frame.items)] == source_words(html)


@SOME
@given(slides())
def test_every_word_of_a_frame_is_on_its_slide_once_and_in_order(html: str) -> None:
    laid_out = lay(html)
    made, _ = plan.plan(laid_out, "part-{part}")
    assert len(made.slides) == len(laid_out)
    for frame, slide in zip(laid_out, made.slides, strict=True):
        seen = list(shape_words(slide.shapes))
        suffix = slide.title.removeprefix(frame.title).split()
        body = [word for item in frame.items for word in text_of(item).split()]
        assert seen == [*frame.title.split(), *suffix, *body, "Foot", "words"]


@SOME
@given(slides())
def test_every_shape_lies_within_its_slide(html: str) -> None:
    made, notices = plan.plan(lay(html))
    assert not [notice for notice in notices if "outside" in notice.message]
    for slide in made.slides:
        for shape in model.walk(slide.shapes):
            box = shape.box
            assert box is not None
            assert box.width >= 0 and box.height >= 0  # noqa: PT018 - one fact
            assert 0 <= box.x <= box.x + box.width <= made.width
            assert 0 <= box.y <= box.y + box.height <= made.height


@settings(SOME, max_examples=SOME.max_examples // 4)
@given(slides())
def test_the_same_source_gives_the_same_deck(html: str) -> None:
    assert plan.plan(lay(html)) == plan.plan(lay(html))


@settings(SOME, max_examples=SOME.max_examples // 2)
@given(slides())
def test_the_finished_file_has_each_word_once_in_order_inside_its_slide(html: str) -> None:
    data, _ = deck.convert(f"{html}<title>T</title>")
    finished = inspect.read(data)
    assert [word for slide in finished.slides for word in file_words(slide)] == source_words(html)
    for slide in finished.slides:
        for item in walk(slide.items):
            area = item.area
            assert 0 <= area.x <= area.right <= finished.width, item.name
            assert 0 <= area.y <= area.bottom <= finished.height, item.name
    found = {finding.rule for finding in accessibility.judge(finished)}
    assert found - {"text-size", *(rule for rule, what in ASKED_FOR.items() if what in html)} == set()


@settings(SOME, max_examples=SOME.max_examples // 4)
@given(slides())
def test_the_same_source_gives_the_same_bytes(html: str) -> None:
    assert deck.from_html(html) == deck.from_html(html)


@given(st.floats(-10_000, 10_000))
def test_pixels_survive_the_way_to_emu_and_back(length: float) -> None:
    assert abs(Px(length).emu.px - length) <= 0.5 / 9525 + 1e-9


@given(st.integers(-(10**9), 10**9))
def test_emu_survive_the_way_to_pixels_and_points_and_back(length: int) -> None:
    assert Emu(length).px.emu == length
    assert Emu(length).pt.emu == length
