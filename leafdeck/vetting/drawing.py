"""SVG drawings: how much an engine would have to draw, which a few lines can make endless by ``<use>`` upon ``<use>``.

Pure. A drawing's weight is the number of its elements, those that others show again counted each time.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from xml.etree.ElementTree import Element, ParseError, fromstring

MOST_WEIGHT = 20_000
"""Most elements to draw: a detailed illustration has some thousands."""
MOST_BYTES = 1024 * 1024
"""Most bytes of outlines, words and styles together; pictures within the drawing are counted by themselves."""
MOST_DEPTH = 100
"""Deepest nesting; drawing programs stay below 20."""

_START = re.compile(rb"\s*(?:\xef\xbb\xbf)?\s*<")
_INNER = re.compile(r"url\(\s*[\"']?#([^\"')\s]+)")
_STYLED = re.compile(r"[{;]\s*(?:mask|clip-path|marker[a-z-]*|filter|fill|stroke)\s*:\s*url\(\s*[\"']?#([^\"')\s]+)")
_FILTERING = 200
"""What a step of a filter weighs: it works on all pixels of what is drawn."""
_LARGE = 100.0
_REACH = ("stdDeviation", "radius", "numOctaves", "order")
"""What makes a step of a filter take long: how far it looks, or how often."""
_LIGHT = frozenset({"linearGradient", "radialGradient"})


def is_one(data: bytes) -> bool:
    """Return whether a file is a drawing, or some other XML."""
    return bool(_START.match(data))


def refuse(data: bytes) -> None:
    """Raise ValueError for a drawing that is no XML, defines entities, or takes too much to draw."""
    if b"<!ENTITY" in data:
        raise ValueError("the drawing defines entities: save it as plain SVG")
    try:
        root = fromstring(data)  # noqa: S314 - it has no entities
    except (ParseError, ValueError, LookupError) as error:
        raise ValueError(f"the drawing is no XML that can be read: {error}") from None
    depth, elements = _depth(root)
    if depth > MOST_DEPTH:
        raise ValueError(f"the drawing is nested more than {MOST_DEPTH} levels deep")
    if any(_is_endless(element) for element in elements):
        raise ValueError("the drawing has a filter that would take too long: draw it without")
    size = sum(len(value) for element in elements for value in _values(element))
    if size > MOST_BYTES:
        raise ValueError(f"the drawing holds more than {MOST_BYTES // 1024} KiB of outlines and words: simplify it")
    if len(elements) > MOST_WEIGHT or _Scale(elements).weight(root) > MOST_WEIGHT:
        raise ValueError(f"the drawing has more than {MOST_WEIGHT:,} parts to draw: simplify it")


def _depth(root: Element) -> tuple[int, list[Element]]:
    """Return how deep a drawing is nested, and its elements."""
    deepest, found, level = 0, [], [root]
    while level:
        deepest += 1
        found += level
        level = [child for element in level for child in element]
    return deepest, found


def _is_endless(element: Element) -> bool:
    """Return whether an element is a filter's step that reaches too far."""
    if not _name(element).startswith("fe"):
        return False
    given = [number for name in _REACH for number in re.split(r"[\s,]+", element.get(name, "").strip()) if number]
    return any(not _is_small(number) for number in given)


def _is_small(number: str) -> bool:
    try:
        return abs(float(number)) <= _LARGE
    except ValueError:
        return False


def _values(element: Element) -> Iterator[str]:
    yield element.text or ""
    for value in element.attrib.values():
        if not value.startswith("data:"):
            yield value


class _Scale:
    """Weighs elements, each once."""

    def __init__(self, elements: list[Element]) -> None:
        self.named = {name: element for element in elements if (name := element.get("id"))}
        styles = "".join(element.text or "" for element in elements if _name(element) == "style")
        self.everywhere = tuple(
            name for name in dict.fromkeys(_STYLED.findall(styles)) if _name(self.named.get(name)) not in _LIGHT
        )
        """What a style sheet may give to any element."""
        self.weights: dict[Element, int] = {}
        self.open: set[Element] = set()

    def weight(self, element: Element) -> int:
        """Return an element's weight. What refers to itself weighs nothing there: the engines stop at it."""
        if element in self.weights:
            return self.weights[element]
        if element in self.open or len(self.open) > MOST_DEPTH * 10:
            return 1 if element in self.open else MOST_WEIGHT + 1
        self.open.add(element)
        total = _FILTERING if _name(element).startswith("fe") else 1
        for other in (*element, *(self.named[name] for name in self._references(element) if name in self.named)):
            total += self.weight(other)
            if total > MOST_WEIGHT:
                break
        self.open.discard(element)
        self.weights[element] = total
        return total

    def _references(self, element: Element) -> Iterator[str]:
        for key, value in element.attrib.items():
            if key.rpartition("}")[2] == "href" and value.startswith("#") and _name(element) != "a":
                yield value[1:]
            elif "url(" in value:
                yield from _INNER.findall(value)
        if self.everywhere and _name(element) not in {"style", "svg"}:
            yield from self.everywhere


def _name(element: Element | None) -> str:
    return str(element.tag).rpartition("}")[2] if element is not None else ""
