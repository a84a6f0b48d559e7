"""Laid-out runs of words as a paragraph's own: joined over its lines, in PowerPoint's sizes and words. Pure."""

from __future__ import annotations

from dataclasses import replace

from leafdeck.deck.frame import Break, Line, Paragraph
from leafdeck.deck.paint import Font
from leafdeck.deck.text import LineBreak, RunStyle, TextRun
from leafdeck.units import Pt, Px

RAISED = 2 / 3
"""How large PowerPoint shows letters that are raised or lowered, as a share of their size."""

LIKE = 0.12
"""Sizes that differ by no more than this share are one size."""

UNDERLINES = {"solid": "sng", "double": "dbl", "dotted": "dotted", "dashed": "dash", "wavy": "wavy"}
"""CSS's styles of a line below words (CSS Text Decoration 3, 2.2) in PowerPoint's words (20.1.10.82)."""


def size(line: Line) -> Px:
    """Return the size of a line's largest letters; superscripts count as the text around them."""
    return max((run.font.size for run in line.runs if run.text.strip()), default=line.runs[0].font.size)


def runs(paragraph: Paragraph) -> tuple[TextRun | LineBreak, ...]:
    """Join the runs of all lines: a space where a line wrapped at one, a line break where one was forced."""
    joined: list[TextRun | LineBreak] = []
    for number, line in enumerate(paragraph.lines, 1):
        main = size(line)
        for run in line.runs:
            if run.text:
                _append(joined, TextRun(run.text, style(run.font, main), run.href))
        last = joined[-1]
        if number == len(paragraph.lines):
            break  # whatever ends a line within a paragraph
        if line.ends is Break.SPACE and isinstance(last, TextRun) and not last.text.endswith(" "):
            joined[-1] = replace(last, text=last.text + " ")
        elif line.ends is Break.FORCED:
            if isinstance(last, TextRun):
                joined[-1] = replace(last, text=last.text.rstrip(" \n"))
            joined.append(LineBreak(style(line.runs[-1].font, main)))
    return tuple(run for run in joined if not isinstance(run, TextRun) or run.text)


def _append(joined: list[TextRun | LineBreak], run: TextRun) -> None:
    last = joined[-1] if joined else None
    both = _both(last.style, run.style) if isinstance(last, TextRun) and last.link == run.link else None
    if isinstance(last, TextRun) and both:
        joined[-1] = replace(last, text=last.text + run.text, style=both)
    else:
        joined.append(run)


def _both(one: RunStyle, other: RunStyle) -> RunStyle | None:
    """Return the style of two runs that differ at most in that only one has letters of a kind of script, or None."""
    if one == other:
        return one
    east_asian = other.east_asian if one.east_asian == "" else one.east_asian
    complex_script = other.complex_script if one.complex_script == "" else one.complex_script
    made = replace(one, east_asian=east_asian, complex_script=complex_script)
    fits = other.east_asian in {"", east_asian} and other.complex_script in {"", complex_script}
    same = replace(other, east_asian=east_asian, complex_script=complex_script)
    return made if fits and made == same else None


def style(font: Font, main: float | None = None) -> RunStyle:
    """Return a run's style; PowerPoint shrinks raised letters itself, so they are named larger than they are shown.

    Where that is near the size of the text around them (``main``), it is that size, as for letters raised by hand.
    """
    em = float(font.size)
    if font.rise:
        em /= RAISED
        em = main if main and abs(em - main) <= LIKE * main else em
    return RunStyle(
        font=font.family,
        size=points(em),
        color=font.color,
        bold=font.bold,
        italic=font.italic,
        underline=font.underline,
        underline_style=UNDERLINES.get(font.underline_style, "sng"),
        underline_color=font.underline_color,
        strike=font.strike,
        small_caps=font.small_caps,
        baseline=round(font.rise / em * 100_000) if em else 0,
        spacing=round(font.spacing * 75),
        highlight=font.highlight,
        lang=font.lang,
        east_asian=font.east_asian,
        complex_script=font.complex_script,
        kerning=font.kerning,
    )


def points(length: float) -> Pt:
    """Return CSS px as points to a hundredth, PowerPoint's own precision for text."""
    return Pt(round(length * 75) / 100)
