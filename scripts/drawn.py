"""A deck or a page as its renderer draws it: LibreOffice to PDF, Poppler to pictures and to words with their places."""

from __future__ import annotations

import os
import re
import subprocess
from collections.abc import Sequence
from dataclasses import dataclass
from html import unescape
from pathlib import Path

import pikepdf
from pptx import Presentation
from pptx.oxml.ns import qn

FONTS = Path(__file__).resolve().parents[1] / "styles" / "fonts"
WIDTH, HEIGHT = 960, 540
PX_PER_PT = 96 / 72
SECONDS = 240
FONT_CONFIGURATION = """<?xml version="1.0"?>
<!DOCTYPE fontconfig SYSTEM "urn:fontconfig:fonts.dtd">
<fontconfig>
  <include ignore_missing="yes">/etc/fonts/fonts.conf</include>
  {fonts}
  <cachedir>{cache}</cachedir>
</fontconfig>
"""
WORD = re.compile(r'<word xMin="([\d.-]+)" yMin="([\d.-]+)" xMax="([\d.-]+)" yMax="([\d.-]+)">(.*?)</word>')

ABOVE, BELOW = 800, -200
"""How far every font's box is said to reach above and below the baseline, in thousandths of its size."""


Box = tuple[float, float, float, float]
"""Left, top, right and bottom edges, in CSS pixels."""


@dataclass(frozen=True)
class Word:
    """A word on a page and its box, in CSS pixels: left, top, right and bottom edges.

    The box reaches from 0.8 of the font's size above the baseline to 0.2 below, whatever the font.
    """

    text: str
    x: float
    top: float
    right: float
    y: float

    @property
    def spoken(self) -> bool:
        """Whether it has a letter or a digit: bullets and other signs have not."""
        return any(map(str.isalnum, self.text))

    def within(self, box: Box, near: float = 0.0) -> bool:
        """Tell whether the word's middle lies in a box, or no more than ``near`` px away from it."""
        x, y = (self.x + self.right) / 2, (self.top + self.y) / 2
        return box[0] - near <= x <= box[2] + near and box[1] - near <= y <= box[3] + near

    def inside(self, box: Box, near: float = 0.0) -> bool:
        """Tell whether the whole word lies in a box, or stands out no more than ``near`` px."""
        across = box[0] - near <= self.x and self.right <= box[2] + near
        return across and box[1] - near <= self.top and self.y <= box[3] + near


def to_pdf(pptx: Path, folder: Path, fonts: Path = FONTS, stand_in: str = "") -> Path:
    """Draw a deck as PDF with LibreOffice.

    Args:
        pptx: the deck.
        folder: where the PDF goes, and what LibreOffice needs.
        fonts: a folder of fonts to find beside the system's.
        stand_in: a family of the system's to use in place of those fonts, as on a machine that has not got them.

    Raises:
        RuntimeError: LibreOffice made no file; with what it said.
    """
    config = folder / "fonts.conf"
    found = f"<dir>{fonts}</dir>"
    if stand_in:
        found = f'<match><edit name="family" mode="assign" binding="same"><string>{stand_in}</string></edit></match>'
    config.write_text(FONT_CONFIGURATION.format(fonts=found, cache=folder / "font-cache"), encoding="utf-8")
    profile = (folder / "office").resolve().as_uri()
    command = ["soffice", f"-env:UserInstallation={profile}", "--headless", "--convert-to", "pdf"]
    environment = {**os.environ, "FONTCONFIG_FILE": str(config)}
    done = _run([*command, "--outdir", str(folder), str(pptx)], environment)
    made = folder / f"{pptx.stem}.pdf"
    if not made.is_file():
        raise RuntimeError(f"LibreOffice made no PDF of {pptx}: {done}")
    return made


def without_fields(pptx: Path, to: Path) -> Path:
    """Write a copy of a deck in which links and slide numbers are plain words, as they look in PowerPoint.

    LibreOffice makes a field of either. It forgets to hold a field's height to 1.2 of the font's size as it does with
    other words, so that a whole line that has one stands too high by what the font's own box exceeds that: by 0.1 of
    the size in Atkinson Hyperlegible Next, by 0.2 in Source Sans 3. And it gives a link the colour of the words after
    it. A contract test proves both, and will say when they are over.

    Args:
        pptx: the deck.
        to: the file to write.
    """
    deck = Presentation(str(pptx))
    for slide in deck.slides:
        for link in list(slide.element.iter(qn("a:hlinkClick"))):
            if link.getparent().tag == qn("a:rPr"):
                link.getparent().remove(link)
        for field in list(slide.element.iter(qn("a:fld"))):
            field.tag = qn("a:r")
            field.attrib.clear()
    deck.save(str(to))
    return to


def signs(pdf: Path) -> tuple[tuple[Word, ...], ...]:
    """Return whatever stands between spaces on each page."""
    level = pdf.with_name(f"{pdf.stem}-level.pdf")
    with pikepdf.open(pdf) as opened:
        for thing in opened.objects:
            # What a PDF says of its fonts' boxes is each writer's own choice; it would look like a shift.
            if isinstance(thing, pikepdf.Dictionary) and thing.get("/Type") == "/FontDescriptor":
                thing["/Ascent"], thing["/Descent"] = ABOVE, BELOW
        opened.save(level)
    pages = _run(["pdftotext", "-bbox", str(level), "-"]).split("<page ")[1:]
    return tuple(
        tuple(Word(unescape(text), *(float(edge) * PX_PER_PT for edge in edges)) for *edges, text in WORD.findall(page))
        for page in pages
    )


def pictures_of(pdf: Path, folder: Path) -> list[Path]:
    """Draw each page 960 by 540 pixels large; the files, in order."""
    folder.mkdir(exist_ok=True)
    size = ["-scale-to-x", str(WIDTH), "-scale-to-y", str(HEIGHT)]
    _run(["pdftoppm", "-png", *size, str(pdf), str(folder / "page")])
    return sorted(folder.glob("page-*.png"))


def _run(command: Sequence[str], environment: dict[str, str] | None = None) -> str:
    done = subprocess.run(command, env=environment, capture_output=True, text=True, check=False, timeout=SECONDS)  # noqa: S603 - our own commands
    if done.returncode:
        raise RuntimeError(f"{command[0]} failed: {done.stderr or done.stdout}")
    return done.stdout
