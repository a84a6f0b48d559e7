"""A theme from a deck's own colours and fonts, for a deck that nobody gave one: what is used most. Pure."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from dataclasses import replace

from leafdeck.deck.model import AnyShape, Deck, Shape, TableShape, Theme, walk
from leafdeck.deck.paint import Color, Fill, Texture
from leafdeck.deck.text import TextBody, TextRun

PAPER, INK, FONT = "ffffff", "000000", "Arial"
"""What a deck without a background, or without text, has."""

SPARE = ("4472c4", "ed7d31", "a5a5a5", "ffc000", "5b9bd5", "70ad47")
"""Accents for a deck with fewer colours than a theme has slots: those of Office's own theme."""

ACCENTS = tuple(f"accent{number}" for number in range(1, 7))


def theme_of(deck: Deck) -> Theme:
    """Return the theme that a deck looks as if it had.

    Text in the commonest colour refers to ``dk1``, a background to ``lt1``; the accents are what else is painted or
    written most, first the commonest. The fonts are the commonest of titles and of the rest.
    """
    titles: Counter[TextRun] = Counter()
    words: Counter[TextRun] = Counter()
    paints: Counter[str] = Counter()
    grounds: Counter[str] = Counter()
    for slide in deck.slides:
        layout = deck.layouts[slide.layout]
        grounds.update(_hex(layout.background))
        for shape in walk((*layout.decorations, *slide.shapes)):
            is_title = isinstance(shape, Shape) and shape.placeholder == "title"
            for run in _runs(shape):
                (titles if is_title else words)[run] += len(run.text)
            paints.update(_painted(shape))
    ink = _most(_weigh(words, lambda run: run.style.color.hex), INK)
    paper = _most(grounds, PAPER)
    headline = _weigh(titles, lambda run: run.style.color.hex)
    links = Counter({run: count for run, count in words.items() if run.link})
    used = headline + paints + _weigh(words, lambda run: run.style.color.hex)
    found = [name for name, _ in used.most_common() if name not in {ink, paper}]
    accents = list(dict.fromkeys((*found, *SPARE)))[: len(ACCENTS)]
    link = _most(_weigh(links, lambda run: run.style.color.hex), accents[0])
    colors = dict(zip(ACCENTS, accents, strict=True))
    colors |= {"dk1": ink, "lt1": paper, "dk2": _most(headline, ink), "lt2": _second(grounds, paper)}
    colors |= {"hlink": link, "folHlink": link}
    body = _most(_weigh(words, lambda run: run.style.font), FONT)
    return Theme(colors, _most(_weigh(titles, lambda run: run.style.font), body), body)


def scripted(theme: Theme, deck: Deck) -> Theme:
    """Return a theme with the fonts that a deck uses most for letters in East Asian and in complex scripts."""
    east_asian: Counter[str] = Counter()
    complex_script: Counter[str] = Counter()
    for slide in deck.slides:
        for shape in walk(slide.shapes):
            for run in _runs(shape):
                for used, family in ((east_asian, run.style.east_asian), (complex_script, run.style.complex_script)):
                    if family:
                        used[family] += len(run.text)
    return replace(
        theme,
        east_asian=theme.east_asian or _most(east_asian, ""),
        complex_script=theme.complex_script or _most(complex_script, ""),
    )


def _runs(shape: AnyShape) -> Iterator[TextRun]:
    for body in _bodies(shape):
        for paragraph in body.paragraphs:
            yield from (run for run in paragraph.runs if isinstance(run, TextRun))


def _bodies(shape: AnyShape) -> Iterable[TextBody]:
    if isinstance(shape, TableShape):
        return [cell.text for row in shape.rows for cell in row]
    return [shape.text] if isinstance(shape, Shape) and shape.text else []


def _painted(shape: AnyShape) -> Iterator[str]:
    if isinstance(shape, TableShape):
        for row in shape.rows:
            for cell in row:
                yield from _hex(cell.fill)
    elif isinstance(shape, Shape):
        yield from _hex(shape.fill)
        yield from _hex(shape.line.color if shape.line else None)


def _hex(paint: Fill | None) -> tuple[str, ...]:
    if paint is None or isinstance(paint, Texture):
        return ()
    return (paint.hex,) if isinstance(paint, Color) else tuple(color.hex for _, color in paint.stops)


def _weigh(runs: Counter[TextRun], what: Callable[[TextRun], str]) -> Counter[str]:
    weighed: Counter[str] = Counter()
    for run, count in runs.items():
        weighed[what(run)] += count
    return weighed


def _most(found: Counter[str], otherwise: str) -> str:
    return found.most_common(1)[0][0] if found else otherwise


def _second(found: Counter[str], otherwise: str) -> str:
    return next((name for name, _ in found.most_common() if name != otherwise), otherwise)
