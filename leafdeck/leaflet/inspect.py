"""A finished PDF to values that rules judge. Source of the structure: ISO 32000-1, 14.7 and 14.8; ISO 14289-1."""

from __future__ import annotations

import io
import re
from collections.abc import Iterator
from typing import Any

import pikepdf

from leafdeck.check.pdffile import PdfFile, Tag

DEEPEST = 64
"""How deep a structure is followed."""
_SUBSET = re.compile(r"^[A-Z]{6}\+")
"""What stands before the name of a font of which only some letters are in the file (ISO 32000-1, 9.6.4)."""


def read(data: bytes) -> PdfFile:
    """Read a PDF's structure.

    Raises:
        pikepdf.PdfError: the bytes are no PDF.
    """
    with pikepdf.open(io.BytesIO(data)) as pdf:
        root = pdf.Root
        with pdf.open_metadata() as metadata:
            title = str(metadata.get("dc:title") or "")
            part = str(metadata.get("pdfuaid:part") or "0")
        with pdf.open_outline() as outline:
            bookmarks = len(outline.root)
        tree = root.get("/StructTreeRoot")
        roles = {str(name): str(kind) for name, kind in (tree.get("/RoleMap", {}) if tree else {}).items()}
        return PdfFile(
            title=title,
            language=str(root.get("/Lang", "")),
            part=int(part) if part.isdecimal() else 0,
            marked=_says(root, "/MarkInfo", "/Marked"),
            shows_title=_says(root, "/ViewerPreferences", "/DisplayDocTitle"),
            bookmarks=bookmarks,
            tags=tuple(_tags(tree.get("/K"), roles)) if tree is not None else (),
            loose_fonts=tuple(_loose_fonts(pdf)),
            wordless_links=tuple(_wordless(pdf)),
            tab_order=tuple(_tab_order(pdf)),
            locked_out=pdf.is_encrypted and not pdf.allow.accessibility,
        )


def _says(root: Any, group: str, name: str) -> bool:  # noqa: ANN401 - a PDF's objects
    return group in root and bool(root[group].get(name, False))


def _tags(kids: Any, roles: dict[str, str], depth: int = 0) -> Iterator[Tag]:  # noqa: ANN401 - as above
    for kid in _list(kids):
        if depth < DEEPEST and isinstance(kid, pikepdf.Dictionary) and "/S" in kid:
            kind = str(kid.S)
            yield Tag(
                roles.get(kind, kind).removeprefix("/"),
                str(kid.Alt) if "/Alt" in kid else None,
                _scope(kid),
                tuple(_tags(kid.get("/K"), roles, depth + 1)),
            )


def _scope(element: Any) -> str:  # noqa: ANN401 - as above
    for attributes in _list(element.get("/A")):
        if isinstance(attributes, pikepdf.Dictionary) and "/Scope" in attributes:
            return str(attributes.Scope).removeprefix("/")
    return ""


def _list(value: Any) -> list[Any]:  # noqa: ANN401 - as above
    if value is None:
        return []
    return list(value) if isinstance(value, pikepdf.Array) else [value]


def _loose_fonts(pdf: pikepdf.Pdf) -> Iterator[str]:
    seen: set[str] = set()
    for page in pdf.pages:
        for font in dict(page.resources.get("/Font", {})).values():
            for one in _list(font.get("/DescendantFonts")) or [font]:
                described = one.get("/FontDescriptor", {})
                name = _SUBSET.sub("", str(one.get("/BaseFont", "")).removeprefix("/"))
                if not any(f"/FontFile{number}" in described for number in ("", "2", "3")) and name not in seen:
                    seen.add(name)
                    yield name


def _wordless(pdf: pikepdf.Pdf) -> Iterator[int]:
    for number, page in enumerate(pdf.pages, 1):
        links = [one for one in _list(page.get("/Annots")) if str(one.get("/Subtype")) == "/Link"]
        if any(not str(one.get("/Contents", "")).strip() for one in links):
            yield number


def _tab_order(pdf: pikepdf.Pdf) -> Iterator[int]:
    for number, page in enumerate(pdf.pages, 1):
        if _list(page.get("/Annots")) and str(page.get("/Tabs", "")) != "/S":
            yield number
