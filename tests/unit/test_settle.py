"""Long lists, tables and prose over several slides: evenly, numbered, with nothing lost and nothing left alone."""

from __future__ import annotations

import io
import re
from collections.abc import Iterator
from typing import Any

import pptx
import pytest
import weasyprint

from leafdeck import deck
from leafdeck.deck import frames, settle
from leafdeck.deck.frame import Block, Frame, Item, Paragraph, Table, text_of
from leafdeck.deck.settle import Settled
from leafdeck.notice import Severity
from leafdeck.units import Px

LENGTHS = {"even": range(2, 41, 3), "uneven": range(4, 41, 6)}
STYLE = """
@page { size: 1280px 720px; margin: 120px 64px 64px;
  @top-left { content: element(title); width: 100% }
  @bottom-right { content: counter(page) } }
h1 { position: running(title); font: 700 40px/1.1 "Liberation Sans"; margin: 0 }
body { margin: 0; font: 24px/1.4 "Liberation Sans" }
section { break-before: page }
ul, li, p, table { margin: 0 }
li { break-inside: avoid }
li + li, p + p { margin-top: 12px }
table { width: 100%; border-collapse: collapse }
tr { break-inside: avoid }
td, th { padding: 8px; border-bottom: 1px solid black }
"""
WORDS = "Some words that go on for a good while, so that they need more than one line of a slide. "


def item(number: int, *, uneven: bool) -> str:
    return f"n{number}n " + WORDS * (number * 7 % 4 if uneven else 0)


def bullets(count: int, *, uneven: bool) -> str:
    return "<ul>" + "".join(f"<li>{item(n, uneven=uneven)}</li>" for n in range(count)) + "</ul>"


def rows(count: int, *, uneven: bool) -> str:
    body = "".join(f"<tr><td>{item(n, uneven=uneven)}</td><td>x</td></tr>" for n in range(count))
    return f"<table><thead><tr><th>Head</th><th>More</th></tr></thead><tbody>{body}</tbody></table>"


def prose(count: int, *, uneven: bool) -> str:
    return "".join(f"<p>{item(n, uneven=uneven)}{WORDS * 2}</p>" for n in range(count))


KINDS = {"bullets": bullets, "rows": rows, "prose": prose}


def page(*sections: tuple[str, str], style: str = "") -> str:
    body = "".join(f'<section id="{name}"><h1>{name}</h1>{content}</section>' for name, content in sections)
    return f'<!doctype html><html lang="en"><title>Long</title><style>{STYLE}{style}</style><body>{body}'


def settled(html: str, *, numbered: bool = True) -> Settled:
    return settle.lay_out(weasyprint.HTML(string=html), "({part} of {parts})", numbered=numbered)


def by_section(made: Settled) -> dict[str, list[Frame]]:
    found: dict[str, list[Frame]] = {}
    for frame in frames.read(made.document):
        found.setdefault(frame.section, []).append(frame)
    return found


def leaves(items: tuple[Item, ...]) -> Iterator[Item]:
    for one in items:
        if isinstance(one, Block):
            yield from leaves(one.children)
        else:
            yield one


def numbers(frame: Frame) -> list[int]:
    """The numbers of the items on a page."""
    return [int(found) for one in frame.items for found in re.findall(r"\bn(\d+)n\b", text_of(one))]


def height(frame: Frame) -> float:
    """How far down a page's words reach."""
    bottoms = [one.rect.bottom for one in leaves(frame.items) if isinstance(one, Paragraph | Table)]
    return max(bottoms) - frame.area.y


def words(frame: Frame) -> str:
    return " ".join(text_of(one) for one in (*frame.items, *frame.margins))


def shown(frame: Frame) -> str:
    return text_of(frame.margins[0])


@pytest.fixture(scope="module", params=LENGTHS)
def long(request: pytest.FixtureRequest) -> tuple[dict[str, list[Frame]], bool]:
    """Lists, tables and prose of every length."""
    uneven = request.param == "uneven"
    sections = (
        (f"{kind}-{count}", make(count, uneven=uneven))
        for kind, make in KINDS.items()
        for count in LENGTHS[request.param]
    )
    return by_section(settled(page(*sections))), uneven


Long = tuple[dict[str, list[Frame]], bool]


@pytest.mark.parametrize("kind", KINDS)
def test_nothing_is_lost_and_everything_stays_in_order(long: Long, kind: str) -> None:
    for count in LENGTHS["uneven" if long[1] else "even"]:
        found = [number for frame in long[0][f"{kind}-{count}"] for number in numbers(frame)]
        assert found == list(range(count)), count


@pytest.mark.parametrize("kind", KINDS)
def test_pages_hold_much_the_same(long: Long, kind: str) -> None:
    flowed = {name: pages for name, pages in long[0].items() if name.startswith(kind) and len(pages) > 1}
    assert len(flowed) > 3
    for name, pages in flowed.items():
        heights = [height(frame) for frame in pages]
        assert min(heights) >= 0.5 * max(heights), (name, heights)
        if not long[1] and kind != "prose":
            counts = [len(numbers(frame)) for frame in pages]
            assert max(counts) - min(counts) <= 2, (name, counts)  # where it is only two, the first layout did as well
            assert counts == sorted(counts, reverse=True)


@pytest.mark.parametrize("kind", ["bullets", "rows"])
def test_no_bullet_and_no_row_stands_alone(long: Long, kind: str) -> None:
    lone = [
        name
        for name, pages in long[0].items()
        if name.startswith(kind) and len(pages) > 1
        for frame in pages
        if len(numbers(frame)) == 1
    ]
    assert lone == []


def test_no_page_is_over_full(long: Long) -> None:
    for name, pages in long[0].items():
        assert all(height(frame) <= frame.area.height + 0.5 for frame in pages), name


def test_every_page_says_which_part_it_is(long: Long) -> None:
    for name, pages in long[0].items():
        parts = [f" ({part} of {len(pages)})" for part in range(1, len(pages) + 1)] if len(pages) > 1 else [""]
        assert [shown(frame) for frame in pages] == [name + part for part in parts]


def test_a_tables_head_stands_on_each_page(long: Long) -> None:
    for name, pages in long[0].items():
        if name.startswith("rows"):
            tables = [one for frame in pages for one in leaves(frame.items) if isinstance(one, Table)]
            assert [table.rows[0].head for table in tables] == [True] * len(pages), name


def test_page_numbers_go_on_where_sections_were_laid_out_again(long: Long) -> None:
    pages = [frame for section in long[0].values() for frame in section]
    assert [text_of(frame.margins[-1]) for frame in pages] == [str(number) for number in range(1, len(pages) + 1)]


@pytest.mark.parametrize(("count", "fit", "wanted"), [(13, 12, [7, 6]), (11, 10, [6, 5]), (25, 12, [9, 8, 8])])
def test_a_row_too_many_is_shared_out(count: int, fit: int, wanted: list[int]) -> None:
    style = f"td, th {{ height: {536 // (fit + 1) - 17}px; line-height: 1 }}"
    (pages,) = by_section(settled(page(("rows", rows(count, uneven=False)), style=style))).values()
    assert [len(numbers(frame)) for frame in pages] == wanted


def renders(monkeypatch: pytest.MonkeyPatch) -> list[int]:
    """Count the pages of each layout from now on."""
    counts: list[int] = []
    usual = weasyprint.HTML.render

    def render(self: Any, *args: Any, **more: Any) -> Any:
        made = usual(self, *args, **more)
        counts.append(len(made.pages))
        return made

    monkeypatch.setattr(weasyprint.HTML, "render", render)
    return counts


def test_what_does_not_flow_over_is_laid_out_once(monkeypatch: pytest.MonkeyPatch) -> None:
    counts = renders(monkeypatch)
    made = settled(page(*((f"s{n}", bullets(4, uneven=False)) for n in range(5))))
    assert counts == [5]
    assert made.css == ""


def test_only_what_flowed_over_is_laid_out_again(monkeypatch: pytest.MonkeyPatch) -> None:
    counts = renders(monkeypatch)
    few = bullets(4, uneven=False)
    sections = [("a", few), ("b", bullets(14, uneven=False)), ("c", few), ("d", rows(14, uneven=False)), ("e", few)]
    made = settled(page(*sections), numbered=False)
    assert counts == [7, 4]
    assert [text_of(frame.margins[-1]) for frame in frames.read(made.document)] == [*"1234567"]


def test_pages_that_are_even_already_are_left_to_a_deck_to_number(monkeypatch: pytest.MonkeyPatch) -> None:
    counts = renders(monkeypatch)
    both = "<p>One.</p><p style='break-before: page'>Two.</p>"
    settled(page(("a", both)), numbered=False)
    assert counts == [2]
    settled(page(("a", both)), numbered=True)
    assert counts == [2, 2, 2]


def test_counters_that_run_on_are_right_after_a_second_layout() -> None:
    style = """body { counter-reset: figure } h2 { counter-increment: figure; font-size: 24px }
        h2::before { content: counter(figure) '. ' }"""
    sections = [(name, "<h2>Figure</h2>" + bullets(14 if name == "c" else 3, uneven=False)) for name in "abc"]
    pages = by_section(settled(page(*sections, style=style)))
    assert [text_of(pages[name][0].items[0]).split()[0] for name in "abc"] == ["1.", "2.", "3."]


def test_what_should_not_be_cut_goes_on_the_next_page_whole() -> None:
    style = ".card { display: flex; flex-direction: column; break-inside: avoid; margin-bottom: 20px; padding: 20px }"
    cards = "".join(f'<div class="card"><p>n{n}n</p><p>{WORDS * 6} end</p></div>' for n in range(3))
    pages = by_section(settled(page(("cards", cards), style=style)))["cards"]
    for frame in pages:
        assert len(numbers(frame)) == words(frame).split().count("end") > 0


def test_a_long_word_is_made_smaller_to_fit_and_told_when_it_does_not() -> None:
    word = "Pneumonoultramicroscopicsilicovolcanoconiosisneurographisms"
    style = "p { font-size: 48px; overflow-wrap: break-word }"
    made = settled(
        page(
            ("fits", f'<p data-source="here">{word}</p>'),
            ("not", f'<p data-source="there">{word * 2}</p>'),
            style=style,
        )
    )
    sizes = {
        frame.section: {
            run.font.size
            for one in leaves(frame.items)
            if isinstance(one, Paragraph)
            for line in one.lines
            for run in line.runs
        }
        for frame in frames.read(made.document)
    }
    assert 24 < min(sizes["fits"]) < 48
    assert set(sizes["not"]) == {Px(24)}
    assert [(notice.severity, notice.where.path) for notice in made.notices] == [(Severity.WARNING, "there")]
    assert "wider than its place even at 18 pt" in made.notices[0].message


@pytest.mark.parametrize(("words", "told"), [(29, False), (60, True)])
def test_a_tall_row_is_made_smaller_to_fit_and_told_when_it_does_not(words: int, told: bool) -> None:
    table = f'<table><tr data-source="rows[0]"><td>{WORDS * words}</td></tr></table>'
    made = settled(page(("tall", table)))
    sizes = {
        run.font.size
        for frame in frames.read(made.document)
        for one in leaves(frame.items)
        if isinstance(one, Table)
        for row in one.rows
        for cell in row.cells
        for part in leaves(cell.block.children)
        if isinstance(part, Paragraph)
        for line in part.lines
        for run in line.runs
    }
    assert 18.6 < min(sizes) < 24
    assert [notice.where.path for notice in made.notices] == (["rows[0]"] if told else [])
    assert (len(made.document.pages) > 1) == told


def test_a_long_title_is_made_smaller_where_its_place_has_no_room() -> None:
    style = """@page { @top-left { height: 90px } @bottom-left { content: element(foot); height: 9px } }
        .foot { position: running(foot) }"""
    made = settled(
        page(("A title that goes on " * 9, "<p>Short.</p><p class=foot>A foot of its own.</p>"), style=style)
    )
    assert made.notices == ()
    (frame,) = frames.read(made.document)
    title = next(one for one in leaves(frame.margins) if isinstance(one, Paragraph))
    assert title.rect.height <= 90
    assert 24 <= title.lines[0].runs[0].font.size < 40


def test_the_library_shares_out_too_and_its_titles_stay_unique() -> None:
    html = page(("a", bullets(14, uneven=False)), ("b", rows(30, uneven=False)))
    made = pptx.Presentation(io.BytesIO(deck.from_html(html)))
    titles = [slide.shapes.title.text_frame.text for slide in made.slides]
    assert titles[:2] == ["a (1\u00a0of\u00a02)", "a (2\u00a0of\u00a02)"]
    assert len(titles) == len(set(titles)) == 6
    bodies = [
        shape.text_frame.text.count("n")
        for slide in list(made.slides)[:2]
        for shape in slide.shapes
        if not shape.is_placeholder
    ]
    assert bodies == [14, 14]


def test_the_css_gives_the_same_pages_at_once() -> None:
    html = page(("a", bullets(14, uneven=False)), ("b", rows(30, uneven=False)), ("c", prose(9, uneven=True)))
    made = settled(html)
    again = weasyprint.HTML(string=html.replace("</style>", f"{made.css}</style>")).render()
    assert [words(frame) for frame in frames.read(again)] == [words(frame) for frame in frames.read(made.document)]
