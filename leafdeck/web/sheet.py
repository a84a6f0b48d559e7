"""A style sheet that names files to one that holds them. tinycss2's home for web pages."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from urllib.parse import urljoin

import tinycss2
from tinycss2.ast import Node

Load = Callable[[str], str]
"""Returns the ``data:`` address that holds the file at an address; raises ValueError when there is none."""

_DEEPEST = 8
_NAMING = ("image-set", "image", "src")
"""Functions in which a bare string is the address of a file (CSS Images 4, CSS Values 5)."""
_BRACKETS = {"() block": ("(", ")"), "[] block": ("[", "]"), "{} block": ("{", "}")}


@dataclass(frozen=True, slots=True)
class Loaders:
    """What serves the files of a style sheet.

    Attributes:
        text: the text of another style sheet.
        file: a file as a ``data:`` address.
    """

    text: Callable[[str], str]
    file: Load


@dataclass(frozen=True, slots=True)
class Face:
    """An ``@font-face`` rule: its family, and its declarations with absolute addresses."""

    family: str
    declarations: str

    def used(self, named: str) -> bool:
        """Return whether a page needs it that has that text in its rules: its family, and italics if it has them."""
        return self.family in named and ("italic" in named or "italic" not in self.declarations)

    def held(self, load: Load) -> str:
        """Return the rule with its font files in it. Raises what `load` raises."""
        return f"@font-face {{{with_files(self.declarations, '', load)}}}\n"


@dataclass(frozen=True, slots=True)
class Sheet:
    """A style sheet in parts.

    Attributes:
        rules: all rules but those for font faces.
        faces: the rules for font faces.
        named: the text in which a font family may be named, beside the properties of ``:root``.
    """

    rules: str
    faces: tuple[Face, ...]
    named: str


def read(css: str, base: str, loaders: Loaders, depth: int = 0) -> Sheet:
    """Return a style sheet with every file that it names in it.

    Font files are left where they are: only those that a page uses are worth having (`Face.held`).

    Args:
        css: the style sheet.
        base: the address that its own relative addresses start from.
        loaders: serve the files.
        depth: how many style sheets have imported this one.

    Raises:
        ValueError: a file cannot be had, or sheets import each other without end.
    """
    if depth > _DEEPEST:
        raise ValueError("style sheets import each other without end")
    rules, named = "", ""
    faces: list[Face] = []
    for rule in tinycss2.parse_stylesheet(css, skip_comments=True, skip_whitespace=True):
        if rule.type == "at-rule" and rule.lower_at_keyword == "charset":
            continue
        if rule.type == "at-rule" and rule.lower_at_keyword == "import":
            address, media = _import(rule.prelude)
            target = urljoin(base, address)
            inner = read(loaders.text(target), target, loaders, depth + 1)
            rules += f"@media {media} {{\n{inner.rules}}}\n" if media else inner.rules
            faces += inner.faces
            named += inner.named
        elif rule.type == "at-rule" and rule.lower_at_keyword == "font-face":
            faces.append(Face(_family(rule), _text(rule.content or (), base, lambda address: address)))
        elif rule.type != "error":
            text = _rule(rule, base, loaders.file)
            rules += text + "\n"
            if rule.type != "qualified-rule" or tinycss2.serialize(rule.prelude).strip() != ":root":
                named += text
    return Sheet(rules, tuple(faces), named)


def with_files(css: str, base: str, load: Load) -> str:
    """Return declarations with every file that they name in them. Raises what `load` raises."""
    return _text(tinycss2.parse_component_value_list(css), base, load)


def _rule(rule: Node, base: str, load: Load) -> str:
    head = f"@{rule.at_keyword}" if rule.type == "at-rule" else ""
    head += tinycss2.serialize(rule.prelude).rstrip()
    if rule.content is None:
        return f"{head};"
    return f"{head} {{{_text(rule.content, base, load)}}}"


def _text(nodes: Iterable[Node], base: str, load: Load) -> str:
    """Return component values as CSS, each ``url()`` with its file in it."""
    return "".join(_value(node, base, load) for node in nodes)


def _value(node: Node, base: str, load: Load) -> str:
    if node.type == "comment":
        return " "
    if node.type == "url":
        return _url(node.value, base, load)
    if node.type == "function" and node.lower_name == "url":
        return _url("".join(str(part.value) for part in node.arguments if part.type == "string"), base, load)
    if node.type == "function":
        return f"{node.name}({_arguments(node, base, load)})"
    if node.type in _BRACKETS:
        opened, closed = _BRACKETS[node.type]
        return opened + _text(node.content, base, load) + closed
    return str(node.serialize())


def _arguments(node: Node, base: str, load: Load) -> str:
    if not node.lower_name.endswith(_NAMING):
        return _text(node.arguments, base, load)
    return "".join(
        _url(part.value, base, load) if part.type == "string" else _value(part, base, load) for part in node.arguments
    )


def _url(address: str, base: str, load: Load) -> str:
    if address.startswith(("#", "data:")):
        return f'url("{address}")'
    return f'url("{load(urljoin(base, address))}")'


def _import(prelude: Sequence[Node]) -> tuple[str, str]:
    """Return the address of an ``@import`` and what stands behind it."""
    parts = [node for node in prelude if node.type not in {"whitespace", "comment"}]
    first = parts[0] if parts else None
    if first is not None and first.type in {"string", "url"}:
        address = str(first.value)
    elif first is not None and first.type == "function" and first.lower_name == "url":
        address = "".join(str(part.value) for part in first.arguments if part.type == "string")
    else:
        raise ValueError("an @import names no style sheet")
    return address, tinycss2.serialize(prelude[prelude.index(first) + 1 :]).strip()


def _family(rule: Node) -> str:
    for item in tinycss2.parse_blocks_contents(rule.content or (), skip_comments=True, skip_whitespace=True):
        if item.type == "declaration" and item.lower_name == "font-family":
            return str(tinycss2.serialize(item.value)).strip().strip("\"'")
    return ""
