"""A presentation template, a .potx or .pptx file, opened through python-pptx. It may come from anyone."""

from __future__ import annotations

import io
import zipfile
import zlib
from pathlib import Path
from typing import Any

import pptx
from pptx.opc.constants import RELATIONSHIP_TYPE
from pptx.oxml import parse_xml
from pptx.presentation import Presentation
from pptx.shapes.placeholder import LayoutPlaceholder
from pptx.slide import SlideLayout, SlideMaster

from leafdeck.errors import LayoutError, Problem
from leafdeck.notice import Place

MOST_BYTES = 100 * 2**20
"""No template unpacks to more: a zip file of a few kilobytes could fill the memory otherwise."""
MOST_XML = 24 * 2**20
"""No template's XML is more, all of it together: it takes up to ten times as much memory when it is read."""
MOST_PARTS = 5_000

_MAIN = "application/vnd.openxmlformats-officedocument.presentationml.{}.main+xml"
PRESENTATION = _MAIN.format("presentation")
OPENED = {
    _MAIN.format("template"): PRESENTATION,
    _MAIN.format("slideshow"): PRESENTATION,
    "application/vnd.ms-powerpoint.template.macroEnabled.main+xml": PRESENTATION,
    "application/vnd.ms-powerpoint.slideshow.macroEnabled.main+xml": PRESENTATION,
    "application/vnd.ms-powerpoint.presentation.macroEnabled.main+xml": PRESENTATION,
}
"""What other kinds of presentation call themselves, which python-pptx refuses; they differ in nothing else we read."""

_TYPES = "[Content_Types].xml"
_XML = (".xml", ".rels", ".vml")
_SAVE_AGAIN = "Open it in PowerPoint and save it again."
_CLICKED = {RELATIONSHIP_TYPE.HYPERLINK}
_MACROS = {
    "http://schemas.microsoft.com/office/2006/relationships/vbaProject",
    "http://schemas.microsoft.com/office/2006/relationships/ui/extensibility",
    "http://schemas.microsoft.com/office/2007/relationships/ui/extensibility",
}
_COMPOUND = b"\xd0\xcf\x11\xe0"
"""How a file starts that is in PowerPoint's format of before 2007, or locked with a password (MS-CFB 2.2)."""


def open_template(path: Path) -> Presentation:
    """Open a template.

    Raises:
        LayoutError: the file cannot be read, is no presentation, has no master, or is damaged.
    """
    try:
        data = path.read_bytes()
    except OSError as error:
        hint = "See whether the file is there under that name, and whether you may read it."
        raise _error(path, f"the template cannot be read: {error.strerror}", hint) from error
    if data.startswith(_COMPOUND):
        hint = "Open it in PowerPoint, take the password off, and save it as .potx or .pptx."
        raise _error(path, "this is a file of an old format, or one with a password", hint)
    whole = _as_presentation(data, path)
    try:
        presentation = pptx.Presentation(io.BytesIO(whole))
        masters = [_looked_at(master) for master in presentation.slide_masters]
    except Exception as error:  # python-pptx says what is wrong in many ways: a missing part, XML that is none
        raise _error(path, "the presentation is damaged", "Open it in PowerPoint and save it again.") from error
    _refuse_elsewhere(presentation, path)
    if not masters:
        raise _error(path, "the presentation has no slide master", "Open it in PowerPoint and save it again.")
    return presentation


def _refuse_elsewhere(presentation: Presentation, path: Path) -> None:
    """Refuse a template of which a part lies elsewhere: PowerPoint would ask there whenever the slides are opened.

    Links that a person clicks are fine. Macros are not carried over: they go before anything is written.
    """
    for relation in presentation.part.package.iter_rels():
        if relation.is_external and relation.reltype not in _CLICKED:
            kind = relation.reltype.rpartition("/")[2]
            hint = "In PowerPoint, see File, Info, Edit Links to Files: break the links, or put the pictures in."
            raise _error(path, f"the template asks for a file elsewhere ({kind}): {relation.target_ref[:200]}", hint)
    for part in list(presentation.part.package.iter_parts()):
        for key, relation in list(part.rels.items()):
            if relation.reltype in _MACROS:
                part.rels.pop(key)


def _looked_at(master: SlideMaster) -> SlideMaster:
    """Ask for a master's parts, which are read only then: what is damaged is found here."""
    parse_xml(master.part.part_related_by(RELATIONSHIP_TYPE.THEME).blob)
    for layout in master.slide_layouts:
        list(layout.iter_cloneable_placeholders())
    return master


def _as_presentation(data: bytes, path: Path) -> bytes:
    """Return the file as one that calls itself a presentation."""
    kinds = "Give a PowerPoint template (.potx) or presentation (.pptx)."
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as package:
            if sum(entry.file_size for entry in package.infolist()) > MOST_BYTES:
                hint = "Take its films and largest pictures out in PowerPoint, and save it again."
                raise _error(path, f"the template is larger than {MOST_BYTES // 2**20} MiB when unpacked", hint)
            if sum(entry.file_size for entry in package.infolist() if entry.filename.endswith(_XML)) > MOST_XML:
                raise _error(path, f"the template has more than {MOST_XML // 2**20} MiB of XML", _SAVE_AGAIN)
            if len(package.infolist()) > MOST_PARTS:
                raise _error(path, f"the template has more than {MOST_PARTS:,} parts", _SAVE_AGAIN)
            types = package.read(_TYPES)
            changed = types
            for old, new in OPENED.items():
                changed = changed.replace(f'"{old}"'.encode(), f'"{new}"'.encode())
            if f'"{PRESENTATION}"'.encode() not in changed:
                raise _error(path, "this is not a presentation", kinds)
            if changed == types:
                return data
            stream = io.BytesIO()
            with zipfile.ZipFile(stream, "w") as copy:
                for entry in package.infolist():
                    copy.writestr(entry.filename, changed if entry.filename == _TYPES else package.read(entry))
            return stream.getvalue()
    except (
        zipfile.BadZipFile,
        zlib.error,
        EOFError,
        OSError,
        KeyError,
        ValueError,
        NotImplementedError,
        RuntimeError,
    ) as error:
        raise _error(path, "this is not a presentation", kinds) from error


def _error(path: Path, message: str, hint: str) -> LayoutError:
    return LayoutError(Problem(Place(path), message, hint))


def placeholders(on: SlideLayout | SlideMaster) -> list[LayoutPlaceholder]:
    """Return the placeholders of a layout or a master."""
    found: Any = on.placeholders  # a master's have all that we ask for
    return list(found)
