"""Ways to look at the structure tree of a PDF (ISO 32000-1 clause 14.7): read by pikepdf, told in plain values."""

from __future__ import annotations

import io
import subprocess
import tempfile
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import page
import pikepdf

MARK, AREA = ".", "@"
"""Kids that are no elements: marked content, and the area of a link."""


@dataclass(frozen=True)
class Element:
    """A structure element: its kind, its kids in order, what is said of it."""

    kind: str
    kids: tuple[Element | str, ...]
    said: dict[str, Any]

    def __str__(self) -> str:
        return f"{self.kind}({' '.join(map(str, self.kids))})"

    def below(self) -> Iterator[Element]:
        """The elements below this one, in reading order."""
        for kid in self.kids:
            if isinstance(kid, Element):
                yield kid
                yield from kid.below()

    def of_kind(self, kind: str) -> list[Element]:
        return [element for element in self.below() if element.kind == kind]


def tree(data: bytes) -> Element:
    """The element at the top of a PDF's tree."""
    with pikepdf.open(io.BytesIO(data)) as pdf:
        return _element(pdf.Root.StructTreeRoot.K[0])


def _element(thing: Any) -> Element:
    said: dict[str, Any] = {} if "/Alt" not in thing else {"Alt": str(thing.Alt)}
    for name, value in dict(thing.get("/A", {})).items():
        said[name[1:]] = [float(side) for side in value] if name == "/BBox" else str(value).removeprefix("/")
    return Element(str(thing.S)[1:], tuple(_kid(kid) for kid in thing.get("/K", ())), said)


def _kid(kid: Any) -> Element | str:
    if isinstance(kid, int):
        return MARK
    return _element(kid) if kid.Type == "/StructElem" else AREA


def broken_ties(data: bytes) -> list[str]:
    """Where an element and its content, the area of a link, or a kid do not name each other."""
    with pikepdf.open(io.BytesIO(data)) as pdf:
        numbers = list(pdf.Root.StructTreeRoot.ParentTree.Nums)
        owners = {int(number): owner for number, owner in zip(numbers[::2], numbers[1::2], strict=True)}
        return [str(_element(element)) for element in _walk(pdf.Root.StructTreeRoot.K[0]) if not _tied(element, owners)]


def _walk(element: Any) -> Iterator[Any]:
    yield element
    for kid in element.get("/K", ()):
        if not isinstance(kid, int) and kid.Type == "/StructElem":
            yield from _walk(kid)


def _tied(element: Any, owners: dict[int, Any]) -> bool:
    named = []
    for kid in element.get("/K", ()):
        if isinstance(kid, int):
            named.append(owners[int(element.Pg.StructParents)][kid])
        else:
            named.append(kid.P if kid.Type == "/StructElem" else owners[int(kid.Obj.StructParent)])
    return all(owner is not None and owner.objgen == element.objgen for owner in named)


def ownerless(data: bytes) -> int:
    """How much marked content of the first page belongs to no element."""
    with pikepdf.open(io.BytesIO(data)) as pdf:
        return sum(owner is None for owner in pdf.Root.StructTreeRoot.ParentTree.Nums[1])


def artifacts(data: bytes, page_number: int = 0) -> list[str]:
    """The types of a page's artifacts that have one."""
    with pikepdf.open(io.BytesIO(data)) as pdf:
        orders = [
            (str(each.operator), list(each.operands)) for each in pikepdf.parse_content_stream(pdf.pages[page_number])
        ]
        marks: list[Any] = [operands for operator, operands in orders if operator == "BDC"]
        return [str(said.Type)[1:] for name, said in marks if name == "/Artifact"]


def text_of(data: bytes) -> str:
    """The words of a PDF as Poppler finds them, each page's in the order in which they are drawn."""
    command = ["pdftotext", "-raw", "-", "-"]
    return subprocess.run(command, input=data, check=True, capture_output=True).stdout.decode()


def failures(data: bytes) -> list[str]:
    """What page-validation finds against PDF/UA-1."""
    with tempfile.TemporaryDirectory() as folder:
        file = Path(folder) / "file.pdf"
        file.write_bytes(data)
        report = page.validate_pdf(str(file), profile="ua1")
    return [f"{failure.rule_id}: {failure.message}" for failure in report.failures]
