"""What of a brand's colours cannot be read or told apart, each with the nearest colour that can. Pure.

The pairs are those that meet in the templates; tests/e2e/test_brand_pairs.py finds them in laid-out pages and slides.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import combinations, pairwise

from leafdeck.brand.color import AA, LINES, contrast
from leafdeck.brand.model import Brand
from leafdeck.brand.oklch import nearest
from leafdeck.brand.palette import (
    BASE_COLORS,
    BLACK,
    COPIES,
    CURVES,
    FILLS,
    GRAY_APART,
    ON,
    ON_COVER,
    TINTS,
    WHITE,
    alike,
    grounds,
)
from leafdeck.brand.vision import gray
from leafdeck.notice import Notice, Place, Severity

AAA = 7.0
"""The contrast of text that WCAG 2.2 asks for in success criterion 1.4.6."""

LEVELS = ("--brand-emergency", "--brand-urgent", "--brand-routine")
"""Told apart by words and signs as well: their colours are a help, not the message."""
_TINTED = ("--brand-page", "--brand-primary-tint", "--brand-accent-tint")
_BOXES = tuple(f"{level}-tint" for level in LEVELS)

TEXT: Mapping[str, tuple[str, ...]] = {
    "--brand-ink": (*_TINTED, *_BOXES),
    "--brand-primary": (*_TINTED, *_BOXES),
    "--brand-muted": ("--brand-page",),
    **{on: (area,) for on, area in ON.items() if on != "--brand-on-accent"},
    ON_COVER: ("--brand-cover",),
}
"""Each colour of words with what lies behind it."""

SIGNS: Mapping[str, tuple[str, ...]] = {
    "--brand-accent": ("--brand-page",),
    **{level: ("--brand-page", f"{level}-tint") for level in LEVELS},
    **dict.fromkeys(CURVES, ("--brand-page",)),
}
"""Each colour of lines, boxes and curves that mean something, with what lies beside it (success criterion 1.4.11)."""


def judge(brand: Brand) -> tuple[Notice, ...]:
    """Return what is wrong with a brand's colours, and advice, errors first."""
    found = [
        *_unreadable(brand, TEXT, AA, "text needs"),
        *_unreadable(brand, SIGNS, LINES, "lines and signs need"),
        *_confused(brand),
        *_gray(brand),
        *_advice(brand),
    ]
    order = list(reversed(Severity))
    return tuple(sorted(found, key=lambda one: order.index(one.severity)))


def patterned(brand: Brand, colors: Iterable[str]) -> tuple[Notice, ...]:
    """Return what cannot be read on the brand's pattern.

    Args:
        brand: the brand.
        colors: those that are seen where the pattern lies on the cover.
    """
    words = brand.color(ON_COVER)
    worst = min(colors, key=lambda color: contrast(words, color), default=words)
    if worst == words or contrast(words, worst) >= AA:
        return ()
    hint = "Draw the pattern in colours nearer to that of --brand-cover, or make them more see-through."
    message = f"--brand-pattern: words ({words}) on its {worst} have {_ratio(words, worst)}, and text needs {AA:g}:1"
    return (Notice(Severity.ERROR, brand.places["--brand-pattern"], message, hint),)


def _unreadable(brand: Brand, pairs: Mapping[str, Sequence[str]], least: float, what: str) -> Iterator[Notice]:
    """Find pairs with too little contrast; a colour is told once, with the area where it has the least."""
    for name, areas in pairs.items():
        color = brand.color(name)
        if name in brand.derived and name in FILLS:
            continue  # it is the colour that it follows, and told there
        area = min(areas, key=lambda one: contrast(color, brand.color(one)))
        ground = brand.color(area)
        if contrast(color, ground) >= least:
            continue
        message = f"{name} {color} on {area} {ground} has {_ratio(color, ground)}, and {what} {least:g}:1"
        yield Notice(Severity.ERROR, place(brand, name), message, _mend(brand, name, areas, least))


def _mend(brand: Brand, name: str, areas: Sequence[str], least: float) -> str:
    """Say which colour would do."""

    def behind(tried: str) -> list[str]:
        given = {**_set(brand), name: tried}
        made = {**given, **grounds(given)}
        return [made[area] for area in areas]

    found = nearest(brand.color(name), least, behind)
    if found:
        return f"The nearest that passes everywhere: {name}: {found};"
    area = areas[0]
    if name.startswith("--brand-on-"):
        choice = max((WHITE, BLACK), key=lambda one: contrast(one, brand.color(area)))
        return f"Leave {name} out, or write {choice}."
    return f"No colour of this hue passes on {', '.join(areas)}: make these lighter or darker first."


def _set(brand: Brand) -> dict[str, str]:
    """Return the colours from which the others follow: the base colours, and derived ones that a file sets."""
    names = (*BASE_COLORS, *(name for name in (*COPIES, *TINTS, *ON, ON_COVER, *FILLS) if name not in brand.derived))
    return {name: brand.color(name) for name in names}


def _advice(brand: Brand) -> Iterator[Notice]:
    """Say where running text could be read more easily: AAA is advice, since not every house colour can have it."""
    for name in ("--brand-ink", "--brand-primary", "--brand-muted", ON_COVER):
        color = brand.color(name)
        area = min(TEXT[name], key=lambda one: contrast(color, brand.color(one)))
        if AA <= contrast(color, brand.color(area)) < AAA:
            ground = brand.color(area)
            message = f"{name} {color} on {area} {ground} has {_ratio(color, ground)}; {AAA:g}:1 reads easier (AAA)"
            hint = _mend(brand, name, TEXT[name], AAA)
            if name == ON_COVER and name in brand.derived:
                hint = _deeper(brand)
            yield Notice(Severity.INFO, place(brand, name), message, hint)


def _deeper(brand: Brand) -> str:
    """Say which cover would do for the words on it, whose colour follows from it."""
    words = brand.color(ON_COVER)
    found = nearest(brand.color("--brand-cover"), AAA, lambda _: [words])
    return f"The nearest ground that passes: --brand-cover: {found};" if found else ""


def _confused(brand: Brand) -> Iterator[Notice]:
    """Find colours that tell things apart and look alike to people with a colour vision deficiency."""
    for names, severity, hint in (
        (LEVELS, Severity.INFO, "Words and signs tell these boxes apart as well; a lighter or darker one is clearer."),
        (tuple(FILLS), Severity.WARNING, "Make one of the two lighter or darker, or choose another hue."),
    ):
        for one, other in combinations(names, 2):
            first, second = brand.color(one), brand.color(other)
            seen = alike(first, second)
            if seen == ("everyone",):
                yield Notice(severity, place(brand, other), f"{one} {first} and {other} {second} look alike", hint)
            elif seen:
                message = f"{one} {first} and {other} {second} look alike to people with {_and(seen)}"
                yield Notice(severity, place(brand, other), message, hint)


def _gray(brand: Brand) -> Iterator[Notice]:
    """Find neighbours in a chart that a black-and-white printer makes one grey."""
    names = tuple(FILLS)
    for one, other in (*pairwise(names), *pairwise(CURVES)):
        first, second = gray(brand.color(one)), gray(brand.color(other))
        if contrast(first, second) < GRAY_APART:
            message = f"{one} and {other} print as the same grey ({first}, {second})"
            yield Notice(Severity.WARNING, place(brand, other), message, "Make one of the two lighter or darker.")


def place(brand: Brand, name: str) -> Place:
    """Return where a property stands, or that which it follows."""
    mixed = {tint: made for tint, (made, _) in (*TINTS.items(), *FILLS.items())}
    base = {**COPIES, **ON, **mixed, ON_COVER: "--brand-cover"}
    while name in brand.derived and name in base:
        name = base[name]
    if name in brand.derived and name not in brand.own:
        name = "--brand-primary"
    return brand.places.get(name, Place(brand.path))


def _ratio(one: str, other: str) -> str:
    return f"{int(contrast(one, other) * 100) / 100:.2f}:1"


def _and(words: Sequence[str]) -> str:
    return words[0] if len(words) == 1 else f"{', '.join(words[:-1])} and {words[-1]}"
