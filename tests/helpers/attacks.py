"""What attacks are made of: a place with a secret, pages, pictures and archives that are not what they seem."""

from __future__ import annotations

import io
import re
import struct
import zipfile
import zlib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

import pikepdf

from leafdeck import typeset
from leafdeck.deck import frames
from leafdeck.markup import Markup

CANARY = "CANARY-7f3a9"
SVG = (
    '<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink" viewBox="0 0 100 100" '
    'width="100" height="100">{}</svg>'
)


@dataclass(frozen=True)
class Place:
    """A project, the folder outside it that holds the secret, and an address where a server listens."""

    project: Path
    outside: Path
    web: str

    def filled(self, text: str) -> str:
        """Return an attack with its addresses: WEB is the server, HOST without its scheme, FILE the folder outside."""
        host = self.web.removeprefix("http://")
        return text.replace("WEB", self.web).replace("HOST", host).replace("FILE", self.outside.as_uri())


def lay_out(folder: Path, body: str) -> bytes:
    """Lay a page out and read it for the deck, as a build does; return its PDF. Raises LayoutError."""
    markup = Markup(f'<html lang="en"><title>t</title><body>{body}', folder.as_uri() + "/")
    with typeset.listening():
        document = typeset.layout(markup, typeset.ProjectFetcher((folder,)))
        data = typeset.pdf(document)
    frames.read(document)
    return data


def contents(path: Path) -> Iterator[bytes]:
    """Yield all that a finished file holds, unpacked: a PDF's streams and words, an archive's parts."""
    data = path.read_bytes()
    yield data
    if path.suffix == ".pdf":
        with pikepdf.open(path) as pdf:
            for each in pdf.objects:
                if isinstance(each, pikepdf.Stream) and each.get("/Subtype") != "/Image":
                    yield each.read_bytes()
                yield str(each).encode()
    elif data.startswith(b"PK"):
        yield from _parts(data)


def _parts(data: bytes) -> Iterator[bytes]:
    with zipfile.ZipFile(io.BytesIO(data)) as package:
        for name in package.namelist():
            part = package.read(name)
            yield part
            if part.startswith(b"PK"):
                yield from _parts(part)


def addresses(path: Path) -> set[str]:
    """Return what a deck's parts refer to outside the file, but for what a person clicks."""
    found: set[str] = set()
    for part in contents(path):
        for relation in re.findall(rb"<Relationship [^>]*TargetMode=\"External\"[^>]*>", part):
            if b"/hyperlink" not in relation:
                found.add(relation.decode())
    return found


def chunk(kind: bytes, data: bytes) -> bytes:
    return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))


def png(  # noqa: PLR0913 - what a PNG file says of itself
    width: int, height: int, bits: int = 8, color: int = 2, *, extra: bytes = b"", rows: int | None = None
) -> bytes:
    """A PNG file of one colour; ``rows`` says how many it really has."""
    samples = {0: 1, 2: 3, 3: 1, 6: 4}[color]
    packer = zlib.compressobj(9)
    row = bytes((width * samples * bits + 7) // 8 + 1) if rows != 0 else b""
    data = b"".join(packer.compress(row) for _ in range(height if rows is None else rows)) + packer.flush()
    head = struct.pack(">IIBBBBB", width, height, bits, color, 0, 0, 0)
    return b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", head) + extra + chunk(b"IDAT", data) + chunk(b"IEND", b"")


def repacked(file: Path, changed: Mapping[str, bytes]) -> bytes:
    """Return an archive with parts changed or added."""
    stream = io.BytesIO()
    with zipfile.ZipFile(file) as old, zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as new:
        for name in old.namelist():
            if name not in changed:
                new.writestr(name, old.read(name))
        for name, data in changed.items():
            new.writestr(name, data)
    return stream.getvalue()
