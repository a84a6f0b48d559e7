"""What a presentation says of itself: core and extended properties (ECMA-376 part 2, 11; part 1, 22.2)."""

from __future__ import annotations

from lxml import etree

from leafdeck.deck.model import DeckInfo
from leafdeck.deck.package import OFFICE, Package
from leafdeck.deck.xml import Node, clean

CORE = "http://schemas.openxmlformats.org/package/2006/metadata/core-properties"
DC = "http://purl.org/dc/elements/1.1/"
DCTERMS = "http://purl.org/dc/terms/"
XSI = "http://www.w3.org/2001/XMLSchema-instance"
EXTENDED = "http://schemas.openxmlformats.org/officeDocument/2006/extended-properties"
CORE_RELATION = "http://schemas.openxmlformats.org/package/2006/relationships/metadata/core-properties"


def add(package: Package, info: DeckInfo, slides: int) -> None:
    """Add both parts of properties."""
    core = package.add("docProps/core.xml", "application/vnd.openxmlformats-package.core-properties+xml")
    package.root.relate(CORE_RELATION, core.name)
    core.fill(_core(info))
    app = package.add(
        "docProps/app.xml", "application/vnd.openxmlformats-officedocument.extended-properties+xml"
    )
    package.root.relate(f"{OFFICE}/extended-properties", app.name)
    root = etree.Element(f"{{{EXTENDED}}}Properties", nsmap={None: EXTENDED})
    for name, value in (("Application", "leafdeck"), ("Slides", str(slides))):
        etree.SubElement(root, f"{{{EXTENDED}}}{name}").text = value
    app.fill(root)


def _core(info: DeckInfo) -> Node:
    root = etree.Element(
        f"{{{CORE}}}coreProperties", nsmap={"cp": CORE, "dc": DC, "dcterms": DCTERMS, "xsi": XSI}
    )
    day = f"{info.date.isoformat()}T00:00:00Z"
    values = (
        (DC, "title", info.title),
        (DC, "subject", info.subject),
        (DC, "creator", info.author),
        (CORE, "keywords", info.keywords),
        (CORE, "lastModifiedBy", info.author),
        (DCTERMS, "created", day),
        (DCTERMS, "modified", day),
        (DC, "language", info.language),
    )
    for namespace, name, value in values:
        if value:
            node = etree.SubElement(root, f"{{{namespace}}}{name}")
            node.text = clean(value)
            if namespace == DCTERMS:
                node.set(f"{{{XSI}}}type", "dcterms:W3CDTF")
    return root
