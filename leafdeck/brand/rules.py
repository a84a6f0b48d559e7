"""A brand's own rules, beyond its properties: which names they ask for, and whether anything on a page answers.

The layout engine passes over a selector that matches nothing without a word, and so would a slip of the pen.
"""

from __future__ import annotations

import difflib
import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TypeAlias

import cssselect2
import tinycss2
from tinycss2.ast import Node

from leafdeck.notice import Notice, Place, Severity

Element: TypeAlias = cssselect2.ElementWrapper
"""An element of a page, as selectors are matched against it."""
_SCREEN = re.compile(r"\b(screen|speech|tty|tv|projection|handheld)\b|\(\s*(prefers-|hover|pointer)", re.IGNORECASE)
"""Media that neither paper nor a slide is."""
_GROUPS = frozenset(("media", "supports", "layer"))
_LIVING = re.compile(r":(hover|focus|focus-visible|focus-within|active|visited|target|checked)\b", re.IGNORECASE)
"""What only happens on a screen: the web page may have it, and nothing here can say."""
_DYNAMIC = re.compile(r"\{[{%].*?[%}]\}", re.DOTALL)
_CLASS = re.compile(r"""class="((?:[^"{]|\{\{.*?\}\}|\{%.*?%\})*)\"""", re.DOTALL)
_NAMED = re.compile(r"\.(-?[a-z_][\w-]*)")
_COMMENT = re.compile(r"/\*.*?\*/|url\([^)]*\)", re.DOTALL)
_LITERAL = re.compile(r"\"\s*([a-z][\w-]*(?: [a-z][\w-]*)*)\s*\"")


@dataclass(frozen=True, slots=True)
class OwnRule:
    """A rule of a brand file: its selector, where it stands, and whether it is for a screen only."""

    selector: str
    place: Place
    screen: bool = False


@dataclass(frozen=True, slots=True)
class Vocabulary:
    """The class names of the templates: whole ones, and how those begin that end in a word of the content's."""

    names: frozenset[str]
    beginnings: tuple[str, ...] = ()

    def __contains__(self, name: str) -> bool:
        return name in self.names or name.startswith(self.beginnings)


def read(path: Path) -> tuple[OwnRule, ...]:
    """Return the rules of a brand file but for ``:root``, which `css.load` reads. Broken ones are left out."""
    sheet = tinycss2.parse_stylesheet(path.read_text(encoding="utf-8-sig"), skip_comments=True, skip_whitespace=True)
    return tuple(_rules(sheet, path, screen=False))


def _rules(nodes: Iterable[Node], path: Path, *, screen: bool) -> Iterator[OwnRule]:
    for node in nodes:
        if node.type == "qualified-rule":
            selector = tinycss2.serialize(node.prelude).strip()
            if selector != ":root":
                yield OwnRule(selector, Place(path, node.source_line, node.source_column), screen)
        elif node.type == "at-rule" and node.lower_at_keyword in _GROUPS and node.content is not None:
            media = tinycss2.serialize(node.prelude) if node.lower_at_keyword == "media" else ""
            inner = tinycss2.parse_rule_list(node.content, skip_comments=True, skip_whitespace=True)
            yield from _rules(inner, path, screen=screen or bool(_SCREEN.search(media)))


def vocabulary(templates: Iterable[str], sheets: Iterable[str]) -> Vocabulary:
    """Return the class names that templates write and style sheets dress, by their texts."""
    names: set[str] = set()
    beginnings: set[str] = set()
    for text in templates:
        for value in _CLASS.findall(text):
            for match in _LITERAL.findall(value):
                names.update(match.split())
            for name in _DYNAMIC.sub("\0", value).split():
                whole = name.partition("\0")[0]
                (beginnings if whole.endswith("-") else names).add(whole)
        names.update(name for match in _LITERAL.findall(text) for name in match.split() if "-" in name)
    for sheet in sheets:
        names.update(_NAMED.findall(_COMMENT.sub("", sheet)))
    names.discard("")
    return Vocabulary(frozenset(names), tuple(sorted(beginnings)))


def classes(selector: str) -> tuple[str, ...]:
    """Return the classes that a selector names."""
    return tuple(_classes(tinycss2.parse_component_value_list(selector)))


def _classes(nodes: Sequence[Node]) -> Iterator[str]:
    for node, after in zip(nodes, (*nodes[1:], None), strict=True):
        if node.type == "literal" and node.value == "." and after is not None and after.type == "ident":
            yield str(after.value)
        elif node.type == "function":
            yield from _classes(node.arguments)


def unknown(rules: Iterable[OwnRule], known: Vocabulary) -> Iterator[Notice]:
    """Find rules that ask for a class that no template writes."""
    for rule in rules:
        for name in classes(rule.selector):
            if name not in known:
                yield Notice(Severity.WARNING, rule.place, f"nothing has the class .{name}", _near(name, known))


def unmatched(rules: Iterable[OwnRule], pages: Sequence[Element], known: Vocabulary) -> Iterator[Notice]:
    """Find rules that nothing on some pages answers.

    Args:
        rules: those of a brand.
        pages: the root elements of leaflet and slides.
        known: the names that there are.
    """
    for rule in rules:
        if rule.screen or _LIVING.search(rule.selector):
            continue
        try:
            selectors = cssselect2.compile_selector_list(rule.selector)
        except cssselect2.SelectorError as error:
            message = f"this selector is not CSS: {rule.selector} ({error})"
            yield Notice(Severity.ERROR, rule.place, message, "The layout engine passes over the whole rule.")
            continue
        if not any(
            selector.test(element) for page in pages for element in page.iter_subtree() for selector in selectors
        ):
            lost = next((name for name in classes(rule.selector) if name not in known), "")
            hint = _near(lost, known) if lost else "Its names exist, and nothing has them in this order or together."
            yield Notice(Severity.WARNING, rule.place, f"{rule.selector} matches nothing in leaflet and slides", hint)


def _near(name: str, known: Vocabulary) -> str:
    near = difflib.get_close_matches(name, sorted(known.names), n=1, cutoff=0.6)
    return (
        f"Did you mean .{near[0]}? docs/branding.md lists the names." if near else "docs/branding.md lists the names."
    )


def refused(path: Path, told: Iterable[tuple[int, int, str, str]], properties: Iterable[str]) -> Iterator[Notice]:
    """Say which declarations of a brand file the layout engine passes over.

    Args:
        path: the file.
        told: each one's line and column, the declaration and the engine's reason.
        properties: the names of all properties that the engine knows.
    """
    names = sorted(properties)
    for line, column, declaration, reason in told:
        name, _, value = (part.strip() for part in declaration.partition(":"))
        place = Place(path, line, column)
        if "unknown property" in reason:
            near = difflib.get_close_matches(name, names, n=1)
            hint = f"Did you mean {near[0]}?" if near else "Leaflet and slides know no such property; a browser may."
            yield Notice(Severity.WARNING, place, f"{name} is no property that is known here", hint)
        else:
            message = f"{name}: {value} has no effect: {reason}"
            yield Notice(Severity.WARNING, place, message, "Look up which values the property takes.")
