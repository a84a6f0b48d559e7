"""Rules: the sections that say when to get help at once."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from itertools import accumulate

from leafdeck.check import phrases
from leafdeck.check.finding import Finding, Rule, shown
from leafdeck.check.manuscript import Dossier
from leafdeck.guide.sections import UrgencyLevel, Urgent
from leafdeck.notice import Severity

BOX_MISSING = Rule(
    "urgent-missing",
    Severity.ERROR,
    "Add a section with `kind: urgent` and this `level`, with its signs; where a condition has none, waive this rule.",
    "A guide to a condition says which signs need help at once, and which need help the same day.",
    ("NHS content style", "leafdeck"),
)
SIGN_MISSING = Rule(
    "urgent-sign",
    Severity.ERROR,
    "Add it with this `id`. The list is in `words/en/signs.yaml`.",
    "A guide names every sign that guides on its topic must name.",
    ("NHS standard for health content", "leafdeck"),
)
HEADING = Rule(
    "urgent-heading",
    Severity.WARNING,
    'Begin with what to do and end with "if:", as in "Call 999 or go to A&E now if:".',
    'The heading over signs is one action and ends in "if:".',
    ("NHS content style",),
)
ONE_BOX = Rule(
    "urgent-one",
    Severity.ERROR,
    "Put the signs of one level into one section.",
    "Each level of urgency has one section at most.",
    ("NHS content style",),
)
EARLY = Rule(
    "urgent-early",
    Severity.WARNING,
    "Move it up: people who need help at once do not read on.",
    "The sections for an emergency and for urgent help come before long text, the most urgent first.",
    ("NHS content style", "leafdeck"),
)

PRESSING = (UrgencyLevel.EMERGENCY, UrgencyLevel.URGENT)
ORDER = tuple(UrgencyLevel)
WORDS_BEFORE = 300
"""How much may be read before the first sign: about what a page and a half in 12 points hold with their headings."""


def box_missing(dossier: Dossier) -> Iterator[Finding]:
    """Find levels of urgency that a guide to a condition says nothing of."""
    if dossier.guide.guide.type != "condition":
        return
    levels = {section.level for _, section in boxes(dossier)}
    for level in PRESSING:
        if level not in levels:
            yield BOX_MISSING.found(dossier.place("sections"), f"no section of level `{level}` says when to get help")


def sign_missing(dossier: Dossier) -> Iterator[Finding]:
    """Find signs that guides on this topic must name; a sign may stand at its own level or a more urgent one."""
    about = dossier.guide.guide
    told = " ; ".join((about.title, about.subtitle or "", *about.keywords))
    for topic, levels in dossier.manuscript.words.signs.items():
        if not phrases.has((topic,), told):
            continue
        for level, signs in levels.items():
            at_least = ORDER[: ORDER.index(UrgencyLevel(level)) + 1]
            here = [(path, section) for path, section in boxes(dossier) if section.level in at_least]
            named = {sign.id for _, section in here for sign in section.signs}
            own = [path for path, section in here if section.level == level]
            for sign, meaning in signs.items():
                if sign not in named:
                    place = dossier.place(f"{own[0]}.signs" if own else "sections")
                    message = f"guides on {topic} name the sign `{sign}` ({meaning}) at level `{level}`"
                    yield SIGN_MISSING.found(place, message)


def heading(dossier: Dossier) -> Iterator[Finding]:
    """Find headings over signs that are not one action with "if:" at its end."""
    words = dossier.manuscript.words
    for path, section in boxes(dossier):
        place, title = dossier.place(f"{path}.title"), section.title
        if words.urgent_ends and not title.lower().endswith(words.urgent_ends):
            yield HEADING.found(place, f"{shown(title)} does not end in {shown(words.urgent_ends[0])}")
        elif words.urgent_starts and not next(
            (match.start() == 0 for match in phrases.found(words.urgent_starts, title)), False
        ):
            yield HEADING.found(place, f"{shown(title)} does not begin with what to do")
        elif ". " in title:
            yield HEADING.found(place, f"{shown(title)} says more than one thing")


def one_box(dossier: Dossier) -> Iterator[Finding]:
    """Find a second section of a level."""
    seen: set[UrgencyLevel] = set()
    for path, section in boxes(dossier):
        if section.level in seen:
            yield ONE_BOX.found(dossier.place(path), f"this is a second section of level `{section.level}`")
        seen.add(section.level)


def early(dossier: Dossier) -> Iterator[Finding]:
    """Find sections for urgent help that stand behind long text, or behind less urgent ones."""
    found, late = boxes(dossier), False
    words = words_before(dossier) if found else {}
    for number, (path, section) in enumerate(found):
        before = words[int(path.removeprefix("sections[").removesuffix("]"))]
        less = [other for _, other in found[:number] if ORDER.index(other.level) > ORDER.index(section.level)]
        if less:
            message = f"the section of level `{section.level}` stands behind the one of level `{less[0].level}`"
            yield EARLY.found(dossier.place(path), message)
        elif section.level in PRESSING and before > WORDS_BEFORE and not late:
            late = True  # what follows is late for the same reason
            message = f"{before} words stand before this section; it should come within {WORDS_BEFORE}"
            yield EARLY.found(dossier.place(path), message)


def boxes(dossier: Dossier) -> Sequence[tuple[str, Urgent]]:
    """Return the sections of signs, each with its path."""
    return [
        (f"sections[{number}]", section)
        for number, section in enumerate(dossier.guide.sections)
        if isinstance(section, Urgent)
    ]


def words_before(dossier: Dossier) -> Mapping[int, int]:
    """Return how many words of running text stand before each section, those of sections of signs left out."""
    counts: Counter[int] = Counter()
    for sentence in dossier.manuscript.sentences:
        if sentence.passage.kind != "urgent":
            counts[sentence.passage.section] += len(sentence.words)
    before = accumulate((counts[number] for number in range(len(dossier.guide.sections))), initial=0)
    return dict(enumerate(before))
