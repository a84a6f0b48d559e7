"""Rules: a presentation leaves its pace to people, and lets them change it."""

from __future__ import annotations

from collections.abc import Iterator

from leafdeck.check.finding import Finding, Rule
from leafdeck.check.finished import Presentation
from leafdeck.notice import Severity

TIMED = Rule(
    "timed",
    Severity.WARNING,
    "Let slides go on at a click: Transitions, On Mouse Click.",
    "Slides go on at a click, not by themselves.",
    ("WCAG 2.2", "Section 508"),
)
STARTS = Rule(
    "starts-by-itself",
    Severity.WARNING,
    "Let it start at a click: Animations, Start, On Click.",
    "Nothing moves or plays without a click.",
    ("WCAG 2.2", "Section 508"),
)
SHOW = Rule(
    "show-runs-by-itself",
    Severity.WARNING,
    "Let a speaker present: Slide Show, Set Up Slide Show.",
    "The show is led by a speaker, and does not begin again by itself.",
    ("WCAG 2.2",),
)
LOCKED = Rule(
    "locked",
    Severity.ERROR,
    "Take off what keeps the file from being changed: File, Info, Protect.",
    "Anyone may change the file, to make it fit for themselves.",
    ("PowerPoint's Accessibility Checker",),
)


def timed(deck: Presentation) -> Iterator[Finding]:
    """Find slides that go on by themselves."""
    for slide in deck.slides:
        if slide.advances is not None:
            yield TIMED.broken(f"the next slide comes by itself after {slide.advances / 1000:g} seconds", slide)


def starts_by_itself(deck: Presentation) -> Iterator[Finding]:
    """Find what moves or plays without a click."""
    for slide in deck.slides:
        if slide.starts_by_itself:
            yield STARTS.broken("something moves or plays without a click", slide)


def show_runs_by_itself(deck: Presentation) -> Iterator[Finding]:
    """Find a show without a speaker."""
    if deck.runs_by_itself:
        yield SHOW.broken("the show goes on by itself, or begins again at its end")


def locked(deck: Presentation) -> Iterator[Finding]:
    """Find a file that is guarded against changes, and so keeps people from making it fit for themselves."""
    if deck.locked:
        yield LOCKED.broken("the file is guarded against changes")
