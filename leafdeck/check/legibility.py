"""Rules: text can be read, by eyes and by screen readers: its language, its size, its contrast."""

from __future__ import annotations

from collections.abc import Iterator

from leafdeck.brand.color import AA, contrast
from leafdeck.check import backdrop
from leafdeck.check.finding import Finding, Rule, shown
from leafdeck.check.finished import Item, Paragraph, Presentation, Run, Slide, walk
from leafdeck.notice import Severity
from leafdeck.units import Pt

LANGUAGE = Rule(
    "text-language",
    Severity.WARNING,
    "Set the text's language: Review, Language, Set Proofing Language.",
    "All words name their language, so that they are spoken as they sound.",
    ("WCAG 2.2", "Section 508"),
)
SIZE = Rule(
    "text-size",
    Severity.WARNING,
    "Make the text larger, or say less.",
    "Text on slides has 18 pt or more, 14 pt in tables, 10 pt in footers and at the foot of a slide.",
    ("Section 508", "leafdeck"),
)
CONTRAST = Rule(
    "text-contrast",
    Severity.WARNING,
    "Choose colours that stand out more from each other.",
    "Text stands out from what is behind it by 4.5 to 1, by 3 to 1 from 18 pt, or from 14 pt in bold.",
    ("WCAG 2.2", "Section 508", "PowerPoint's Accessibility Checker"),
)

BODY, TABLE, FOOT = Pt(18), Pt(14), Pt(10)
"""The smallest text: on a slide, in a table or chart, and in a footer or a note at the foot of a slide."""

LARGE, LARGE_BOLD, AA_LARGE = Pt(18), Pt(14), 3.0
"""What WCAG 2.2 calls large text, and the contrast that it asks for there (1.4.3)."""

ROUNDING = 0.005


def text_language(deck: Presentation) -> Iterator[Finding]:
    """Find words, notes too, that name no language."""
    for slide in deck.slides:
        for item in walk(slide.items):
            run = next((run for run in _runs(item) if run.text.strip() and not run.language), None)
            if run:
                yield LANGUAGE.broken(f"{shown(run.text)} names no language", slide, item)
        words = [run.text for part in slide.notes for run in part.runs if run.text.strip() and not run.language]
        if words:
            yield LANGUAGE.broken(f"{shown(words[0])} in the notes names no language", slide)


def text_size(deck: Presentation) -> Iterator[Finding]:
    """Find text that is too small for its place.

    A note at the foot, as a source, is text with nothing that is read below its upper edge but footers.
    """
    for slide in deck.slides:
        for item in walk(slide.items):
            least = TABLE if item.kind in {"table", "chart"} else FOOT if item.is_foot else BODY
            small = [run for run in _runs(item) if run.text.strip() and run.size < least]
            run = min(small, key=lambda one: one.size, default=None)
            if run and not (item.kind == "shape" and run.size >= FOOT and _at_foot(item, slide)):
                yield SIZE.broken(f"{shown(run.text)} is {run.size:g} pt, less than {least:g}", slide, item)


def _at_foot(item: Item, slide: Slide) -> bool:
    others = [one for one in walk(slide.items) if one is not item and (one.text or one.kind not in {"shape", "group"})]
    lowest = max((one.area.bottom for one in others if not (one.decorative or one.is_foot)), default=0)
    return not item.placeholder and item.area.y >= lowest


def text_contrast(deck: Presentation) -> Iterator[Finding]:
    """Find text whose colour is too near to that of what is drawn behind it.

    Where it stands on several colours, or on a gradient, the worst counts. Text on pictures is left to people.
    """
    for slide in deck.slides:
        for block in backdrop.blocks(slide):
            worst = min(
                ((_ratio(run, colors), run) for run in _inked(block.paragraphs) for colors in block.behind),
                key=lambda found: found[0] / _wanted(found[1]),
                default=None,
            )
            if worst and worst[0] < _wanted(worst[1]) - ROUNDING:
                ratio, run = worst
                message = f"{shown(run.text)} has a contrast of {ratio:.1f}, less than {_wanted(run):g}"
                yield CONTRAST.broken(message, slide, block.item)


def _ratio(run: Run, behind: str) -> float:
    assert run.color is not None  # noqa: S101 - _inked has seen it
    ground = backdrop.over(run.behind, behind) if run.behind else behind
    return contrast(backdrop.over(run.color, ground), ground)


def _wanted(run: Run) -> float:
    return AA_LARGE if run.size >= LARGE or (run.bold and run.size >= LARGE_BOLD) else AA


def _inked(paragraphs: tuple[Paragraph, ...]) -> list[Run]:
    return [run for part in paragraphs for run in part.runs if run.text.strip() and run.color]


def _runs(item: Item) -> Iterator[Run]:
    for part in (*item.paragraphs, *(part for row in item.rows for cell in row for part in cell.paragraphs)):
        yield from part.runs
