"""Slides laid out, and those that went on over further pages once more: evenly filled, their parts numbered.

Where nothing flows over and every word has room, the layout engine works once. Otherwise only the sections concerned
are laid out again, their pages numbered as before, and take the place of the first ones.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Collection, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from itertools import accumulate
from xml.etree.ElementTree import Element

import weasyprint
from weasyprint.css.counters import CounterStyle
from weasyprint.text.fonts import FontConfiguration

from leafdeck.deck import boxflow, dom, parts
from leafdeck.deck.boxflow import Laid
from leafdeck.deck.parts import Shared
from leafdeck.deck.stretch import Section, Tight
from leafdeck.notice import Notice, Place, Severity
from leafdeck.units import Px

Css = Callable[[Mapping[str, int]], str]
"""Makes the CSS for a layout in which each section, by its key, begins on a page of this number."""


@dataclass(frozen=True)
class Settled:
    """Laid-out slides.

    Attributes:
        document: the pages.
        css: what their own style sheets lack to be laid out so at once; empty when the first layout stood.
        notices: what is too large for a slide.
    """

    document: weasyprint.Document
    css: str
    notices: tuple[Notice, ...]


def lay_out(
    html: weasyprint.HTML,
    part_of: str,
    *,
    numbered: bool = False,
    stylesheets: Sequence[weasyprint.CSS] = (),
    fonts: FontConfiguration | None = None,
) -> Settled:
    """Lay slide HTML out.

    Args:
        html: the slides.
        part_of: what is put after the title of a section that goes over several pages.
        numbered: put it there also where pages end well as they are; a deck gets it without another layout.
        stylesheets: style sheets besides the HTML's own.
        fonts: the fonts of those.
    """
    press = _Press(html, tuple(stylesheets), fonts or FontConfiguration())
    document = press.render("")
    laid = press.read(document)
    sizes: dict[str, float] = {}
    for least in (False, False, True):
        smaller = parts.shrunk(laid.tights, least=least)
        concerned = {tight.section for tight in laid.tights if any(who in smaller for who, _ in tight.selectors)}
        if not smaller:
            break
        sizes |= smaller
        fixes = parts.sized(sizes)
        pages = {section.key: section.pages for section in laid.sections if section.key in concerned}
        made, _ = press.again(document, laid, pages, lambda _, css=fixes: css)  # type: ignore[misc]
        document = made or press.render(fixes)
        laid = press.read(document)
    document, css = _shared(press, document, laid, parts.sized(sizes), part_of, numbered=numbered)
    return Settled(document, css, tuple(dict.fromkeys(_notice(tight) for tight in laid.tights)))


def _shared(  # noqa: PLR0913 - what a further layout needs
    press: _Press, document: weasyprint.Document, laid: Laid, fixes: str, part_of: str, *, numbered: bool
) -> tuple[weasyprint.Document, str]:
    """Return the pages, evenly filled and numbered where that takes a further layout, and the CSS that does it."""
    plans = {section.key: parts.share(section) for section in laid.sections if section.pages > 1}
    while wanted := {key: plan for key, plan in plans.items() if plan.moved or numbered}:
        pages = {section.key: section.pages for section in laid.sections} | {key: p.pages for key, p in wanted.items()}
        numbers = dict(zip(pages, accumulate(pages.values(), initial=1), strict=False))

        def css(
            starts: Mapping[str, int], wanted: Mapping[str, Shared] = wanted, numbers: Mapping[str, int] = numbers
        ) -> str:
            rules = (
                parts.numbering(plan.section, numbers[key], plan.pages, part_of) + parts.breaks(plan, starts[key])
                for key, plan in wanted.items()
            )
            return fixes + "".join(rules)

        made, others = press.again(document, laid, {key: pages[key] for key in wanted}, css)
        if made is not None:
            return made, css(numbers)
        if not any(plans[key].moved for key in others if key in plans):
            break
        # By our measure a page could hold what it did not: that section stays as the engine has it.
        plans |= {key: Shared(plans[key].section, (None,) * len(plans[key].begins)) for key in others if key in plans}
    return document, fixes


@dataclass(frozen=True)
class _Press:
    """Lays the same HTML out as often as needed, in the same fonts."""

    html: weasyprint.HTML
    sheets: tuple[weasyprint.CSS, ...]
    fonts: FontConfiguration

    @property
    def root(self) -> Element:
        root: Element = self.html.etree_element
        return root

    def render(self, css: str) -> weasyprint.Document:
        counters = CounterStyle()
        more = [weasyprint.CSS(string=css, font_config=self.fonts, counter_style=counters)] if css else []
        return self.html.render(stylesheets=[*self.sheets, *more], font_config=self.fonts, counter_style=counters)

    def read(self, document: weasyprint.Document) -> Laid:
        return boxflow.read(document, self.root)

    def again(
        self, document: weasyprint.Document, laid: Laid, wanted: Mapping[str, int], css: Css
    ) -> tuple[weasyprint.Document | None, Collection[str]]:
        """Lay some sections out again: by themselves where no other has to change for it, or else with all.

        Args:
            document: the pages so far.
            laid: what was read of them.
            wanted: the keys of the sections, and how many pages each will have.
            css: what is different for them.

        Returns:
            The document with their new pages, or None and the keys of the sections that have more or fewer pages.
        """
        owners = {section.key: laid.owners[section.first - 1] for section in laid.sections}
        before = {section.key: section.pages for section in laid.sections}
        apart = laid.apart and all(before[key] == pages for key, pages in wanted.items())
        pages = {key: wanted.get(key, count) for key, count in before.items() if key in wanted or not apart}
        starts = dict(zip(pages, accumulate(pages.values(), initial=1), strict=False))
        if apart:
            firsts = {section.key: section.first for section in laid.sections}
            numbers = (f"@page :nth({starts[key]}) {{ counter-set: page {firsts[key]} }}\n" for key in pages)
            outline = dom.Outline(self.root)
            around = {above for key in pages for above in outline.ancestors(owners[key])}
            with _without({owner for owner in laid.owners if owner is not None} - around):
                made = self.render("".join(numbers) + css(starts))
        else:
            made = self.render(css(starts))
        counts = Counter(boxflow.owners_of(made, dom.Outline(self.root)))
        changed = [key for key, count in pages.items() if counts[owners[key]] != count]
        if changed:
            return None, changed
        return (_replaced(document, made, [s for s in laid.sections if s.key in pages]) if apart else made), ()


def _replaced(
    document: weasyprint.Document, made: weasyprint.Document, sections: Sequence[Section]
) -> weasyprint.Document:
    """Return a document with the new pages of some sections, which come in order, in the places of the old ones."""
    pages, at = list(document.pages), 0
    for section in sections:
        pages[section.first - 1 : section.first - 1 + section.pages] = made.pages[at : at + section.pages]
        at += section.pages
    return document.copy(pages)


@contextmanager
def _without(elements: Collection[Element]) -> Iterator[None]:
    """Empty and hide some elements for a while; they still count as siblings of the others."""
    kept = [(element, list(element), element.text, dict(element.attrib)) for element in elements]
    try:
        for element, *_ in kept:
            for child in list(element):
                element.remove(child)
            element.text = None
            element.set("style", "display: none !important")
        yield
    finally:
        for element, children, text, attributes in kept:
            element.extend(children)
            element.text = text
            element.attrib.clear()
            element.attrib.update(attributes)


def _notice(tight: Tight) -> Notice:
    size = f"{Px(parts.smallest(tight)).pt:g} pt"
    if tight.what == "word":
        message = f'the word "{tight.text}" is wider than its place even at {size}, so it is broken over two lines'
        hint = "Write it shorter, or put a hyphen where it may be broken."
    elif tight.what == "title":
        message = f'the title is taller than its place even at {size}: "{tight.text}"'
        hint = "Write a shorter one, or give the section a short message."
    else:
        what = "a row" if tight.what == "row" else "a part"
        message = f'{what} is taller than a slide has room for even at {size}: "{tight.text}"'
        hint = "Say it in fewer words, or make two of it."
    return Notice(Severity.WARNING, Place(path=tight.source), message, hint)
