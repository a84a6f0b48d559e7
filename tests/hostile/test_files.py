"""Pictures, fonts and presentation templates that unpack without end or are no such thing; outputs through links."""

from __future__ import annotations

import io
import os
import random
import struct
import zipfile
import zlib
from collections.abc import Callable
from pathlib import Path

import brotli
import hospitals
import ownfont
import pytest
from attacks import CANARY, Place, addresses, chunk, contents, lay_out, png, repacked
from measured import harmless
from PIL import Image

from leafdeck import output
from leafdeck.adopt import adopt
from leafdeck.deck import trace
from leafdeck.errors import LeafdeckError
from leafdeck.resources import Resources
from leafdeck.vetting import fontfile


def saved(kind: str, mode: str = "RGB", size: tuple[int, int] = (10, 10)) -> bytes:
    stream = io.BytesIO()
    Image.new(mode, size).save(stream, kind)
    return stream.getvalue()


def resized(data: bytes, at: int, size: bytes) -> bytes:
    return data[:at] + size + data[at + len(size) :]


LARGE = (65535).to_bytes(2, "little") * 2
PICTURES: dict[str, Callable[[], bytes]] = {
    "144 million pixels of one bit": lambda: png(12000, 12000, 1, 0),
    "37 million pixels": lambda: png(6100, 6100, 8, 6),
    "a header of 3.6 thousand million": lambda: png(60000, 60000, 1, 0, rows=1),
    "the widest header": lambda: png(2**31 - 1, 1, 1, 0, rows=0),
    "a header without a size": lambda: png(0, 0, rows=0),
    "words that unpack to 80 MB": lambda: png(1, 1, extra=chunk(b"zTXt", b"a\0\0" + zlib.compress(bytes(80 * 2**20)))),
    "colours that unpack to 80 MB": lambda: png(
        1, 1, extra=chunk(b"iCCP", b"a\0\0" + zlib.compress(bytes(80 * 2**20)))
    ),
    "no rows": lambda: png(100, 100, rows=0),
    "broken data": lambda: resized(png(100, 100), 50, b"broken"),
    "a screen of a GIF": lambda: resized(saved("GIF", "P"), 6, LARGE),
    "a broken GIF": lambda: saved("GIF", "P", (200, 200))[:60],
    "a JPEG of 169 million pixels": lambda: saved("JPEG", "L", (13000, 13000)),
    "half a JPEG": lambda: saved("JPEG", size=(300, 300))[:700],
    "a WebP that breaks off": lambda: saved("WEBP", size=(300, 300))[:40],
    "no WebP": lambda: b"RIFF\x04\0\0\0WAVE",
    "TIFF": lambda: saved("TIFF"),
    "BMP": lambda: saved("BMP"),
    "ICO": lambda: saved("ICO"),
    "TGA": lambda: saved("TGA"),
    "Netpbm": lambda: saved("PPM"),
    "Netpbm of text": lambda: b"P1 30000 30000 1",
    "PostScript": lambda: (
        b"%!PS-Adobe-3.0 EPSF-3.0\n%%BoundingBox: 0 0 100 100\n%%EndComments\n(/etc/passwd) (r) file\n"
    ),
    "PDF": lambda: b"%PDF-1.7\n\0\1\2",
    "a zip file": lambda: b"PK\3\4" + bytes(90),
    "nothing": lambda: b"",
    "words": lambda: b"GIF is not what this is",
}


@pytest.mark.parametrize("name", PICTURES)
def test_a_picture_that_is_none_or_without_end_is_refused(place: Place, name: str) -> None:
    (place.project / "a.png").write_bytes(PICTURES[name]())
    found = harmless(lambda: lay_out(place.project, '<img src="a.png" alt="a" width="90">'))
    assert "a.png" in found.refused


@pytest.mark.thorough
@pytest.mark.parametrize("mode", ["RGBA", "RGB", "P", "L"])
@pytest.mark.parametrize(("kind", "side"), [("PNG", 6000), ("WEBP", 4000)])
def test_the_largest_picture_stays_within_the_memory(place: Place, mode: str, kind: str, side: int) -> None:
    (place.project / "a.png").write_bytes(saved(kind, mode, (side, side)))
    assert harmless(lambda: lay_out(place.project, '<img src="a.png" alt="a" width="90">')).value


def woff(size: int) -> bytes:
    packed = zlib.compress(bytes(size), 9)
    head = struct.pack(">4sIIHHIHHIIIII", b"wOFF", 0x10000, 64 + len(packed), 1, 0, 100, 1, 0, 0, 0, 0, 0, 0)
    return head + struct.pack(">4sIIII", b"glyf", 64, len(packed), 100, 0) + packed


def woff2(size: int) -> bytes:
    packed = bytes(brotli.compress(bytes(size), quality=5))
    head = struct.pack(
        ">4sIIHHIIHHIIIII", b"wOF2", 0x10000, 50 + len(packed), 1, 0, 100, len(packed), 1, 0, 0, 0, 0, 0, 0
    )
    return head + b"\x00\x64" + packed


FONTS: dict[str, Callable[[], bytes]] = {
    "WOFF": lambda: woff(150 * 2**20),
    "WOFF2": lambda: woff2(150 * 2**20),
    "WOFF2 with no stream": lambda: woff2(1)[:50],
    "WOFF2 with no tables": lambda: woff2(1)[:12] + b"\xff\xff" + woff2(1)[14:],
    "WOFF with no tables": lambda: woff(1)[:12] + b"\xff\xff" + woff(1)[14:],
    "a head alone": lambda: b"\0\1\0\0",
    "tables beyond the end": lambda: b"\0\1\0\0\0\x10" + b"glyf\xff\xff\xff\xff\xff\xff\xff\xff\xff\xff\xff\xff" * 16,
    "no font": lambda: b"OTTO" + b"x" * 5000,
    "a collection of itself": lambda: b"ttcf\0\1\0\0\xff\xff\xff\xff" + bytes(400),
}
FACE = "<style>@font-face {{ font-family: x; src: url({}) }} p {{ font-family: x }}</style><p>abc"


@pytest.mark.parametrize("name", FONTS)
def test_a_font_that_is_none_or_without_end_is_refused(place: Place, name: str) -> None:
    (place.project / "a.ttf").write_bytes(FONTS[name]())
    found = harmless(lambda: lay_out(place.project, FACE.format("a.ttf")))
    assert "Font-face 'x' cannot be loaded" in found.refused


@pytest.mark.parametrize("size", [10, 70 * 2**20])
@pytest.mark.parametrize("made", [woff, woff2])
def test_a_fonts_size_is_what_it_unpacks_to(made: Callable[[int], bytes], size: int) -> None:
    if size > fontfile.MOST_BYTES:
        with pytest.raises(ValueError, match="larger than 64 MiB"):
            fontfile.refuse(made(size))
    else:
        fontfile.refuse(made(size))


@pytest.mark.parametrize("table", ["glyf", "loca", "cmap", "head", "hhea", "hmtx", "maxp", "name", "OS/2", "post"])
@pytest.mark.parametrize("how", ["noise", "ones", "cut"])
def test_a_font_with_a_broken_table_is_used_or_refused(place: Place, table: str, how: str) -> None:
    data = bytearray(ownfont.font("x", "abc"))
    at = data.index(table.encode())
    offset, length = struct.unpack(">II", data[at + 8 : at + 16])
    if how == "cut":
        data[at + 8 : at + 16] = struct.pack(">II", len(data) - 2, length * 1000)
    else:
        noise = random.Random(table).randbytes(length) if how == "noise" else b"\xff" * length  # noqa: S311
        data[offset : offset + length] = noise
    (place.project / "a.ttf").write_bytes(data)
    found = harmless(lambda: lay_out(place.project, FACE.format("a.ttf")))
    assert found.value or found.refused


@pytest.fixture(scope="module")
def sound(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return hospitals.riverside(tmp_path_factory.mktemp("potx") / "sound.potx")


MASTER, THEME, RELS = (
    "ppt/slideMasters/slideMaster1.xml",
    "ppt/theme/theme1.xml",
    "ppt/slideMasters/_rels/slideMaster1.xml.rels",
)
BILLION = (
    b"<?xml version='1.0'?><!DOCTYPE a [<!ENTITY a0 'ha'>"
    + b"".join(b"<!ENTITY a%d '%s'>" % (n, b"&a%d;" % (n - 1) * 10) for n in range(1, 12))
    + b"]>"
)


def related(sound: Path, name: str, kind: str, target: str) -> bytes:
    with zipfile.ZipFile(sound) as package:
        relations = package.read(name)
    kind = kind if "://" in kind else f"http://schemas.openxmlformats.org/officeDocument/2006/relationships/{kind}"
    new = f'<Relationship Id="rId999" Type="{kind}" Target="{target}" TargetMode="External"/></Relationships>'
    return repacked(sound, {name: relations.replace(b"</Relationships>", new.encode())})


def prefixed(sound: Path, name: str, start: bytes, inner: bytes = b"&a11;") -> bytes:
    with zipfile.ZipFile(sound) as package:
        part = package.read(name).partition(b"?>")[2]
    return repacked(sound, {name: start + part.replace(b"</a:clrScheme>", b"</a:clrScheme>" + inner)})


TEMPLATES: dict[str, Callable[[Path], bytes]] = {
    "nothing": lambda _: b"",
    "no archive": lambda _: b"PK\3\4" + bytes(900),
    "an empty archive": lambda _: b"PK\5\6" + bytes(18),
    "half an archive": lambda sound: sound.read_bytes()[:9000],
    "a file of before 2007": lambda _: b"\xd0\xcf\x11\xe0" + bytes(900),
    "a picture of 256 MB": lambda sound: repacked(sound, {"ppt/media/a.png": bytes(2**30 // 4)}),
    "XML of 60 MB": lambda sound: repacked(sound, {"ppt/a.xml": b"<a/>" * 15_000_000}),
    "20,000 parts": lambda sound: repacked(sound, {f"ppt/{n}.png": b"" for n in range(20_000)}),
    "a deep master": lambda sound: repacked(sound, {MASTER: b"<a>" * 100_000}),
    "a master that is none": lambda sound: repacked(sound, {MASTER: b"<a/>"}),
    "a theme that is no XML": lambda sound: repacked(sound, {THEME: b"\0\1"}),
    "a theme of entities": lambda sound: prefixed(sound, THEME, BILLION),
    "a linked picture": lambda sound: related(sound, RELS, "image", "WEB/a.png"),
    "a linked picture of another machine": lambda sound: related(sound, RELS, "image", "file://///HOST/share/a.png"),
    "a linked film": lambda sound: related(sound, RELS, "video", "WEB/a.mp4"),
    "a linked object": lambda sound: related(sound, RELS, "oleObject", "file:///etc/passwd"),
    "a frame": lambda sound: related(sound, "ppt/_rels/presentation.xml.rels", "frame", "WEB/a.htm"),
    "a template of its own": lambda sound: related(sound, "_rels/.rels", "attachedTemplate", "WEB/a.potm"),
    "a linked theme": lambda sound: related(sound, RELS, "theme", "WEB/a.xml"),
}


@pytest.mark.parametrize("name", TEMPLATES)
def test_a_template_that_harms_is_refused(place: Place, sound: Path, name: str) -> None:
    path = place.project / "a.potx"
    data = TEMPLATES[name](sound)
    path.write_bytes(data)
    for work in (lambda: trace.template(path) and None, lambda: adopt(path, place.project / "brand") and None):
        found = harmless(work)
        assert found.refused.startswith(str(path)), found
    assert not (place.project / "brand").exists()


def test_a_template_that_names_a_file_outside_does_not_get_it(place: Place, sound: Path) -> None:
    path = place.project / "a.potx"
    start = f'<?xml version="1.0"?><!DOCTYPE a [<!ENTITY a11 SYSTEM "{(place.outside / "secret.txt").as_uri()}">]>'
    path.write_bytes(prefixed(sound, THEME, start.encode()))
    found = harmless(lambda: adopt(path, place.project / "brand") and None)
    assert CANARY not in found.refused
    for made in (place.project / "brand").glob("*"):
        assert CANARY.encode() not in made.read_bytes()


def test_names_that_lead_out_of_an_archive_are_not_written(place: Place, sound: Path) -> None:
    path = place.project / "a.potx"
    path.write_bytes(repacked(sound, {"../../outside/written.txt": b"x", "/tmp/written-by-leafdeck": b"x"}))  # noqa: S108
    harmless(lambda: adopt(path, place.project / "brand") and None)
    assert not (place.outside / "written.txt").exists()
    assert not Path("/tmp/written-by-leafdeck").exists()  # noqa: S108


@pytest.mark.parametrize("what", ["file", "folder link", "half-written", "kept", "dangling"])
def test_a_link_in_the_output_folder_leads_nothing_astray(place: Place, what: str) -> None:
    folder, secret = place.project / "output", place.outside / "secret.txt"
    folder.mkdir()
    target = folder / "leaflet.pdf"
    if what == "file":
        target.symlink_to(secret)
    elif what == "folder link":
        target.symlink_to(place.outside)
    elif what == "dangling":
        target.symlink_to(place.outside / "new.txt")
    else:
        suffix = "part" if what == "half-written" else "old"
        (folder / f".leaflet.pdf.{os.getpid()}.{suffix}").symlink_to(secret)
    try:
        output.write({target: b"made"})
    except LeafdeckError as error:
        assert "leaflet.pdf" in str(error)  # noqa: PT017 - either is fine
    assert secret.read_text(encoding="utf-8") == CANARY
    assert sorted(path.name for path in place.outside.iterdir()) == ["secret.css", "secret.svg", "secret.txt"]


@pytest.mark.parametrize(
    "name", ["styles/icons/evil.svg", "words/en/evil.yaml", "styles/evil.css", "templates/evil.html"]
)
def test_a_link_among_the_projects_own_files_is_not_followed(place: Place, name: str) -> None:
    own = place.project / name
    own.parent.mkdir(parents=True, exist_ok=True)
    own.symlink_to(place.outside / "secret.svg")
    resources = Resources.beside(place.project / "content.yaml")
    assert "evil" not in resources.icons()
    assert "evil.yaml" not in {path.name for path in resources.words("en")}
    with pytest.raises(LeafdeckError, match="was not found"):
        resources.find(name)


@pytest.mark.parametrize("name", ["styles", "templates", "words", "styles/icons"])
def test_a_folder_that_is_a_link_is_not_used(place: Place, name: str) -> None:
    (place.project / name).parent.mkdir(exist_ok=True)
    (place.project / name).symlink_to(place.outside)
    folders = Resources.beside(place.project / "content.yaml").folders(name)
    assert all(place.project not in folder.parents for folder in folders)


def test_an_address_that_is_loaded_is_seen(place: Place, sound: Path) -> None:
    """Why the decks that are made can be judged by what they refer to."""
    path = place.project / "a.pptx"
    path.write_bytes(related(sound, RELS, "image", "http://a.example/a.png"))
    assert addresses(path)
    assert any(b"a.example" in part for part in contents(path))
