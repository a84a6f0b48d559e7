"""A tiny notation for the XML of PresentationML and DrawingML: ``make("a:off", x=1, y=2)``."""

from __future__ import annotations

from lxml import etree

NAMESPACES = {
    "a": "http://schemas.openxmlformats.org/drawingml/2006/main",
    "r": "http://schemas.openxmlformats.org/officeDocument/2006/relationships",
    "p": "http://schemas.openxmlformats.org/presentationml/2006/main",
}
EXTRA = {
    "p14": "http://schemas.microsoft.com/office/powerpoint/2010/main",
    "adec": "http://schemas.microsoft.com/office/drawing/2017/decorative",
    "ahyp": "http://schemas.microsoft.com/office/drawing/2018/hyperlinkcolor",
}

Node = etree._Element  # noqa: SLF001 - lxml's own name for its public element type
Value = str | int | bool


def qualified(name: str) -> str:
    """Turn ``a:off`` into ``{namespace}off``; a name without a prefix stays."""
    prefix, colon, local = name.partition(":")
    if not colon:
        return name
    return f"{{{NAMESPACES.get(prefix) or EXTRA[prefix]}}}{local}"


def make(name: str, /, *children: Node | None, text: str = "", **attributes: Value | None) -> Node:
    """Make an element; attributes and children that are None are left out, ``r_id`` means ``r:id``."""
    prefix = name.partition(":")[0]
    nsmap = NAMESPACES | ({prefix: EXTRA[prefix]} if prefix in EXTRA else {})
    element = etree.Element(qualified(name), nsmap=nsmap)
    for key, value in attributes.items():
        if value is not None:
            shown = ("1" if value else "0") if isinstance(value, bool) else str(value)
            element.set(qualified(key.replace("_", ":", 1)) if key.startswith("r_") else key, shown)
    if text:
        element.text = clean(text)
    element.extend(child for child in children if child is not None)
    return element


def clean(text: str) -> str:
    """Drop the characters that XML 1.0 does not allow (section 2.2)."""
    return "".join(c for c in text if c in "\t\n\r" or " " <= c <= "\ud7ff" or "\ue000" <= c <= "\ufffd" or c > "\uffff")


def serialise(root: Node) -> bytes:
    """Write a part."""
    return bytes(etree.tostring(root, xml_declaration=True, encoding="UTF-8", standalone=True))
