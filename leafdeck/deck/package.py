"""Parts and relationships to the bytes of a package (ECMA-376 part 2), the same bytes for the same parts."""

from __future__ import annotations

import io
import posixpath
import zipfile
from dataclasses import dataclass, field

from lxml import etree

from leafdeck.deck.xml import Node, serialise

CONTENT_TYPES = "http://schemas.openxmlformats.org/package/2006/content-types"
RELATIONSHIPS = "http://schemas.openxmlformats.org/package/2006/relationships"
OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
STAMP = (1980, 1, 1, 0, 0, 0)
"""The first moment that a zip file can name."""

EXTENSIONS = {"image/png": "png", "image/jpeg": "jpeg"}


@dataclass
class Part:
    """A part and where it points: ids count up in the order in which they are asked for."""

    name: str
    content_type: str
    data: bytes = b""
    relations: list[tuple[str, str, bool]] = field(default_factory=list)

    def relate(self, kind: str, target: str, *, external: bool = False) -> str:
        """Return the id of a relationship of this part, new or known. ``kind`` is the type's last word or its address."""
        relation = (kind if "://" in kind else f"{OFFICE}/{kind}", target, external)
        if relation not in self.relations:
            self.relations.append(relation)
        return f"rId{self.relations.index(relation) + 1}"

    def fill(self, root: Node) -> None:
        """Set the part's content."""
        self.data = serialise(root)


@dataclass
class Package:
    """A package being put together."""

    parts: list[Part] = field(default_factory=list)
    root: Part = field(default_factory=lambda: Part("", ""))
    media: dict[bytes, Part] = field(default_factory=dict)

    def add(self, name: str, content_type: str) -> Part:
        """Add an empty part."""
        part = Part(name, content_type)
        self.parts.append(part)
        return part

    def image(self, data: bytes, media_type: str) -> Part:
        """Return the part of an image; equal images share one."""
        if data not in self.media:
            part = self.add(f"ppt/media/image{len(self.media) + 1}.{EXTENSIONS[media_type]}", media_type)
            part.data = data
            self.media[data] = part
        return self.media[data]

    def write(self) -> bytes:
        """Return the zip file: the content types first, then parts by name, all with one stamp."""
        files = {"_rels/.rels": _relations(self.root)}
        for part in self.parts:
            files[part.name] = part.data
            if part.relations:
                folder, base = posixpath.split(part.name)
                files[f"{folder}/_rels/{base}.rels"] = _relations(part)
        stream = io.BytesIO()
        with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED, compresslevel=6) as archive:
            for name, data in [("[Content_Types].xml", self._types()), *sorted(files.items())]:
                info = zipfile.ZipInfo(name, STAMP)
                info.compress_type = zipfile.ZIP_DEFLATED
                info.external_attr = 0o600 << 16
                info.create_system = 3
                archive.writestr(info, data)
        return stream.getvalue()

    def _types(self) -> bytes:
        root = etree.Element(f"{{{CONTENT_TYPES}}}Types", nsmap={None: CONTENT_TYPES})
        defaults = {"rels": "application/vnd.openxmlformats-package.relationships+xml", "xml": "application/xml"}
        defaults.update({EXTENSIONS[part.content_type]: part.content_type for part in self.media.values()})
        for extension, kind in sorted(defaults.items()):
            etree.SubElement(root, f"{{{CONTENT_TYPES}}}Default", Extension=extension, ContentType=kind)
        for part in sorted(self.parts, key=lambda part: part.name):
            if part.content_type not in EXTENSIONS:
                name = f"/{part.name}"
                etree.SubElement(root, f"{{{CONTENT_TYPES}}}Override", PartName=name, ContentType=part.content_type)
        return serialise(root)


def _relations(part: Part) -> bytes:
    root = etree.Element(f"{{{RELATIONSHIPS}}}Relationships", nsmap={None: RELATIONSHIPS})
    folder = posixpath.dirname(part.name)
    for number, (kind, target, external) in enumerate(part.relations, 1):
        relation = etree.SubElement(root, f"{{{RELATIONSHIPS}}}Relationship", Id=f"rId{number}", Type=kind)
        relation.set("Target", target if external else posixpath.relpath(target, folder or "."))
        if external:
            relation.set("TargetMode", "External")
    return serialise(root)
