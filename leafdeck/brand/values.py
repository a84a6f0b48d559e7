"""The values of custom properties: ``var()`` resolved, files, lengths."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

import tinycss2
from tinycss2.ast import Node

from leafdeck.errors import Problem
from leafdeck.notice import Place

_MAX_LENGTH = 10_000
"""No value of a brand is longer; properties that name each other twice over would grow without end."""
_MAX_DEPTH = 32
_BRACKETS = {"() block": "()", "[] block": "[]", "{} block": "{}"}


@dataclass(frozen=True, slots=True)
class Raw:
    """A property as a file has it: its value, and where it stands."""

    value: str
    place: Place


class _Unresolvable(Exception):  # noqa: N818 - it carries the reason to `resolve`, no further
    """Why a property has no value."""


def resolve(raw: Mapping[str, Raw], problems: list[Problem]) -> dict[str, str]:
    """Put values in the place of ``var()`` (CSS Custom Properties 1, section 3).

    Returns:
        The value of each property that has one; why the others have none is added to the problems.
    """
    resolver = _Resolver(raw, {})
    for name, one in raw.items():
        try:
            resolver.value(name, ())
        except _Unresolvable as reason:
            problems.append(Problem(one.place, f"{name} {reason}"))
    return resolver.values


@dataclass(frozen=True, slots=True)
class _Resolver:
    """Works each property out once."""

    raw: Mapping[str, Raw]
    values: dict[str, str]

    def value(self, name: str, within: tuple[str, ...]) -> str:
        """Return a property's value; ``within`` are the properties that are being worked out by means of it."""
        if name not in self.values:
            if name in within:
                by_way = f": {' → '.join((*within, name))}" if len(within) > 1 else ""
                raise _Unresolvable(f"refers to itself{by_way}")
            if len(within) > _MAX_DEPTH:
                raise _Unresolvable("refers to too long a row of others")
            value = self._substitute(tinycss2.parse_component_value_list(self.raw[name].value), (*within, name))
            if len(value) > _MAX_LENGTH:
                raise _Unresolvable("is too long")
            self.values[name] = value.strip()
        return self.values[name]

    def _substitute(self, nodes: Iterable[Node], within: tuple[str, ...]) -> str:
        return "".join(self._text(node, within) for node in nodes)

    def _text(self, node: Node, within: tuple[str, ...]) -> str:
        if node.type == "function" and node.lower_name == "var":
            return self._variable(node.arguments, within)
        if node.type == "function":
            return f"{node.name}({self._substitute(node.arguments, within)})"
        if node.type in _BRACKETS:
            around = _BRACKETS[node.type]
            return around[0] + self._substitute(node.content, within) + around[1]
        return str(node.serialize())

    def _variable(self, arguments: Sequence[Node], within: tuple[str, ...]) -> str:
        name, comma, fallback = tinycss2.serialize(arguments).partition(",")
        name = name.strip()
        if name in self.raw:
            return self.value(name, within)
        if comma:
            return self._substitute(tinycss2.parse_component_value_list(fallback.strip()), within)
        raise _Unresolvable(f"uses {name}, which is not set")


def address(value: str) -> str | None:
    """Return what the first ``url()`` of a value names, or None when it has none."""
    for node in tinycss2.parse_component_value_list(value):
        if node.type == "url":
            return str(node.value)
        if node.type == "function" and node.lower_name == "url":
            return next((str(argument.value) for argument in node.arguments if argument.type == "string"), None)
    return None


def are_lengths(value: str) -> bool:
    """Return whether a value is one or more lengths, as ``8px`` or ``0``."""
    nodes = [node for node in tinycss2.parse_component_value_list(value) if node.type not in {"whitespace", "comment"}]
    return bool(nodes) and all(
        node.type in {"dimension", "percentage"} or (node.type == "number" and node.value == 0) for node in nodes
    )


def unit_number(value: str) -> float | None:
    """Return a plain number, or None when a value is something else."""
    nodes = [node for node in tinycss2.parse_component_value_list(value) if node.type not in {"whitespace", "comment"}]
    return float(nodes[0].value) if len(nodes) == 1 and nodes[0].type == "number" else None
