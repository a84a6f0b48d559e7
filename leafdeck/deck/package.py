"""A python-pptx presentation to the bytes of its file, the same bytes for the same presentation."""

from __future__ import annotations

import hashlib
import io
import re
import zipfile
from typing import Any

from pptx.opc.constants import RELATIONSHIP_TYPE
from pptx.opc.package import Part
from pptx.opc.packuri import PackURI
from pptx.parts.image import Image, ImagePart
from pptx.parts.slide import BaseSlidePart
from pptx.presentation import Presentation

from leafdeck.deck.xml import make, serialise

SVG = "image/svg+xml"
STAMP = (1980, 1, 1, 0, 0, 0)
"""The first moment that a zip file can name."""

MOMENT = re.compile(rb"(<dcterms:(?:created|modified)[^>]*>)[^<]*")
"""When a file says that it was made."""

LEFTOVERS = {RELATIONSHIP_TYPE.THUMBNAIL, RELATIONSHIP_TYPE.EXTENDED_PROPERTIES}
"""What python-pptx's template says of itself: a picture of its first slide, and how many slides and fonts it has."""


def tidy(presentation: Presentation) -> None:
    """Take out what belongs to python-pptx's template alone: its layouts, thumbnail, statistics, printer settings."""
    for layout in list(presentation.slide_layouts):
        presentation.slide_layouts.remove(layout)
    forget(presentation)
    main = presentation.part
    for relation in list(main.rels.values()):
        if relation.reltype == RELATIONSHIP_TYPE.PRINTER_SETTINGS:
            main.drop_rel(relation.rId)
    main.part_related_by(RELATIONSHIP_TYPE.VIEW_PROPS).blob = serialise(make("p:viewPr"))  # its guides are for 4:3


class Register:
    """Names a presentation's further parts, and finds a picture that it has.

    python-pptx looks through the whole package for each new part and each picture, which takes ten times as long for
    each slide of a deck ten times as long. From here on it asks this, which counts on and remembers.
    """

    def __init__(self, package: Any) -> None:  # noqa: ANN401 - two of its methods are replaced, which no type allows
        self.whole = package
        self.last: dict[str, int] = {}
        pictures = (part for part in self.whole.iter_parts() if isinstance(part, ImagePart))
        self.pictures: dict[str, Part] = {_digest(part.blob): part for part in pictures}
        self.whole.next_partname = self.next_partname
        self.whole.get_or_add_image_part = self.get_or_add_image_part

    def next_partname(self, template: str) -> PackURI:
        """Return the next name after ``template``, such as ``/ppt/charts/chart%d.xml``."""
        start = template.partition("%d")[0]
        if start not in self.last:
            taken = (part.partname.idx or 0 for part in self.whole.iter_parts() if part.partname.startswith(start))
            self.last[start] = max(taken, default=0)
        self.last[start] += 1
        return PackURI(template % self.last[start])

    def get_or_add_image_part(self, file: io.BytesIO) -> Part:
        """Return the part that holds a picture's file."""
        data = file.read()
        key = _digest(data)
        if key not in self.pictures:
            self.pictures[key] = self._picture(data, key)
        return self.pictures[key]

    def _picture(self, data: bytes, key: str) -> Part:
        if data.startswith(b"<"):  # python-pptx knows no SVG
            return Part(PackURI(f"/ppt/media/drawing-{key[:16]}.svg"), SVG, self.whole, data)
        image = Image.from_blob(data)
        name = self.next_partname(f"/ppt/media/image%d.{image.ext}")
        return ImagePart(name, image.content_type, self.whole, data, image.filename)


def _digest(data: bytes) -> str:
    return hashlib.sha256(data).hexdigest()


def embed(part: BaseSlidePart, data: bytes) -> str:
    """Put a picture's file beside a slide or layout, once in the whole package, and return its relationship."""
    picture = part.package.get_or_add_image_part(io.BytesIO(data))
    return str(part.relate_to(picture, RELATIONSHIP_TYPE.IMAGE))


def forget(presentation: Presentation) -> None:
    """Take out what a file says of slides that it no longer has."""
    whole = presentation.part.package
    for relation in [relation for relation in whole.iter_rels() if relation.reltype in LEFTOVERS]:
        whole.drop_rel(relation.rId)


def to_bytes(presentation: Presentation) -> bytes:
    """Return the zip file: the content types first, then parts by name, all with one stamp."""
    saved = io.BytesIO()
    presentation.save(saved)
    return _packed(saved.getvalue())


def workbook(data: bytes) -> bytes:
    """Return a chart's workbook with nothing of the moment in it, so that the same data give the same bytes."""
    return _packed(data, still=True)


def _packed(data: bytes, *, still: bool = False) -> bytes:
    stream = io.BytesIO()
    with (
        zipfile.ZipFile(io.BytesIO(data)) as parts,
        zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED, compresslevel=6) as archive,
    ):
        for name in sorted(parts.namelist(), key=lambda name: (name != "[Content_Types].xml", name)):
            info = zipfile.ZipInfo(name, STAMP)
            info.compress_type = zipfile.ZIP_DEFLATED
            info.external_attr = 0o600 << 16
            info.create_system = 3
            content = parts.read(name)
            archive.writestr(info, MOMENT.sub(rb"\g<1>1980-01-01T00:00:00Z", content) if still else content)
    return stream.getvalue()
