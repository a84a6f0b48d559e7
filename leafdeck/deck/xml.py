"""A tiny notation for elements that python-pptx has no call for: ``make("a:off", x=1, y=2)``.

What it makes are python-pptx's own elements, so they may stand anywhere in its parts.
"""

from __future__ import annotations

import re
from functools import cache

from pptx.opc.oxml import serialize_part_xml
from pptx.oxml import oxml_parser
from pptx.oxml.ns import qn
from pptx.oxml.xmlchemy import BaseOxmlElement

NEWER = {
    "p14": "http://schemas.microsoft.com/office/powerpoint/2010/main",
    "adec": "http://schemas.microsoft.com/office/drawing/2017/decorative",
    "asvg": "http://schemas.microsoft.com/office/drawing/2016/SVG/main",
    "ahyp": "http://schemas.microsoft.com/office/drawing/2018/hyperlinkcolor",
}
"""Namespaces of extensions, which python-pptx does not know."""

FORBIDDEN = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
"""The characters that XML 1.0 does not allow (section 2.2)."""

Node = BaseOxmlElement
Value = str | int | bool


@cache
def qualified(name: str) -> str:
    """Turn ``a:off`` into ``{namespace}off``; a name without a prefix stays."""
    prefix, colon, rest = name.partition(":")
    if prefix in NEWER:
        return f"{{{NEWER[prefix]}}}{rest}"
    return qn(name) if colon else name


def local(element: Node) -> str:
    """Return an element's name without its namespace."""
    return str(element.tag).rpartition("}")[2]


def make(name: str, /, *children: Node | None, text: str = "", **attributes: Value | None) -> Node:
    """Make an element; attributes and children that are None are left out, ``r_id`` means ``r:id``."""
    tag, spaces = _known(name)
    given = {
        qualified(key.replace("_", ":", 1)) if key.startswith("r_") else key: _shown(value)
        for key, value in attributes.items()
        if value is not None
    }
    element: Node = oxml_parser.makeelement(tag, given, spaces)
    if text:
        element.text = clean(text)
    element.extend(child for child in children if child is not None)
    return element


@cache
def _known(name: str) -> tuple[str, dict[str, str]]:
    """Return a name's qualified form and the declaration of its namespace."""
    tag = qualified(name)
    return tag, {name.partition(":")[0]: tag[1:].partition("}")[0]}


def _shown(value: Value) -> str:
    if isinstance(value, str):
        return clean(value)
    return str(int(value))


def clean(text: str) -> str:
    """Drop the characters that XML does not allow."""
    return FORBIDDEN.sub("", text)


def put(parent: Node, *children: Node | None) -> None:
    """Replace an element's children; those that are None are left out."""
    for child in list(parent):
        parent.remove(child)
    parent.extend(child for child in children if child is not None)


def serialise(root: Node) -> bytes:
    """Write the content of a part that python-pptx holds as bytes."""
    return bytes(serialize_part_xml(root))


def speak(root: Node, language: str) -> None:
    """Set the language of all text that names one: what comes from python-pptx's templates is in US English."""
    for element in root.iter():
        if element.get("lang"):
            element.set("lang", language)
