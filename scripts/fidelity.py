"""How true the deck is to its CSS: each slide drawn twice, by the layout engine and by LibreOffice, and compared.

    .venv/bin/python scripts/fidelity.py [CONTENT] [--brand FILE] [--pictures DIR]

Prints for each slide the structural similarity of the two pictures (1 is the same; drawn at 960 by 540 pixels, in
colour), how far its words lie apart in CSS pixels, and which words the deck has lost. Needs LibreOffice and Poppler.

A native chart sets its own words: each program has a mind of its own about how far a label stands from its bar. So
the words of charts must be there, and their pictures are compared as the rest is, but their offsets do not count.
"""

from __future__ import annotations

import argparse
import os
import re
import subprocess
import sys
import tempfile
from collections import Counter, defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from html import unescape
from pathlib import Path

import numpy as np
import weasyprint
from PIL import Image
from pptx import Presentation
from skimage.metrics import structural_similarity

from leafdeck.build import build
from leafdeck.clock import today
from leafdeck.order import Order, Product

ROOT = Path(__file__).resolve().parents[1]
FONTS = ROOT / "styles" / "fonts"
WIDTH, HEIGHT = 960, 540
PX_PER_PT = 96 / 72
EMU_PER_PX = 9525
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

Box = tuple[float, float, float, float]


@dataclass(frozen=True)
class Word:
    """A word on a page and its box, in CSS pixels: left, top, right and bottom edges."""

    text: str
    x: float
    top: float
    right: float
    y: float


@dataclass(frozen=True)
class Likeness:
    """How alike the two pictures of one slide are.

    Attributes:
        similarity: structural similarity (Wang 2004), 1 for the same picture.
        offsets: how far each word lies from its place in the layout, in CSS pixels, sorted. The two programs write
            other descents for a font, which alone counts as 0.035 of its size. Words of native charts do not count.
        lost: words of the layout that the deck does not show.
        added: words that only the deck shows.
    """

    similarity: float
    offsets: tuple[float, ...]
    lost: tuple[str, ...]
    added: tuple[str, ...]

    def offset(self, share: float) -> float:
        """Return the offset that this share of the words stays within."""
        return self.offsets[min(len(self.offsets) - 1, int(share * len(self.offsets)))] if self.offsets else 0.0


def main() -> int:
    """Build the slides, compare, print. Returns 0; what is good enough is for a test to say."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("content", nargs="?", type=Path, default=ROOT / "content.yaml", help="the content file")
    parser.add_argument("--brand", type=Path, help="a brand file to wear")
    parser.add_argument("--pictures", type=Path, metavar="DIR", help="also put both pictures of each slide here")
    asked = parser.parse_args()
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        build(Order(asked.content, folder, today(), (Product.SLIDES,), asked.brand, keep_html=True))
        fonts = asked.brand.parent / "fonts" if asked.brand else FONTS
        html, pptx = folder / "html" / "slides.html", folder / "slides.pptx"
        found = compare(html, pptx, folder, pictures=asked.pictures, fonts=fonts)
    for number, slide in enumerate(found, 1):
        print(
            f"slide {number:3}  similarity {slide.similarity:.3f}  words within {slide.offset(1):5.1f} px,"
            f" 95 % within {slide.offset(0.95):4.1f} px" + (f"  LOST: {' '.join(slide.lost)}" if slide.lost else "")
        )
    likes = [slide.similarity for slide in found]
    print(f"mean {sum(likes) / len(likes):.3f}, least {min(likes):.3f}, words lost {sum(len(s.lost) for s in found)}")
    return 0


def compare(
    html: Path, pptx: Path, folder: Path, *, pictures: Path | None = None, fonts: Path | None = None
) -> tuple[Likeness, ...]:
    """Compare slide HTML as the layout engine draws it with the deck as LibreOffice draws it.

    Args:
        html: the laid-out slide HTML that ``--keep-html`` writes.
        pptx: the deck made of it.
        folder: where files may be put that are of no use afterwards.
        pictures: where to put the pictures of both side by side, the layout engine's to the left.
        fonts: the folder of the brand's fonts, the default brand's if left out.

    Raises:
        RuntimeError: the two differ in their number of slides, or a program failed.
    """
    css = folder / "css.pdf"
    weasyprint.HTML(html).write_pdf(css)
    native = to_pdf(pptx, folder, fonts or FONTS)
    drawn, shown = (_pictures(pdf, folder / kind) for pdf, kind in ((css, "css"), (native, "native")))
    if len(drawn) != len(shown):
        raise RuntimeError(f"the layout has {len(drawn)} pages, the deck {len(shown)} slides")
    pages = zip(drawn, shown, words(css), words(native), charts(pptx), strict=True)
    found = tuple(_likeness(one, other, had, has, within) for one, other, had, has, within in pages)
    if pictures:
        pictures.mkdir(parents=True, exist_ok=True)
        for number, (one, other) in enumerate(zip(drawn, shown, strict=True), 1):
            _side_by_side(one, other).save(pictures / f"slide-{number:02}.png")
    return found


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


def words(pdf: Path) -> tuple[tuple[Word, ...], ...]:
    """Return the words of each page; bullets and other signs without a letter or digit do not count."""
    pages = _run(["pdftotext", "-bbox", str(pdf), "-"]).split("<page ")[1:]
    return tuple(
        tuple(
            Word(unescape(text), *(float(edge) * PX_PER_PT for edge in edges))
            for *edges, text in WORD.findall(page)
            if any(character.isalnum() for character in unescape(text))
        )
        for page in pages
    )


def charts(pptx: Path) -> tuple[tuple[Box, ...], ...]:
    """Return for each slide where its native charts stand: left, top, right and bottom in CSS pixels."""
    return tuple(
        tuple(
            (
                shape.left / EMU_PER_PX,
                shape.top / EMU_PER_PX,
                (shape.left + shape.width) / EMU_PER_PX,
                (shape.top + shape.height) / EMU_PER_PX,
            )
            for shape in slide.shapes
            if getattr(shape, "has_chart", False)
        )
        for slide in Presentation(str(pptx)).slides
    )


def _in(word: Word, box: Box) -> bool:
    left, top, right, bottom = box
    return left <= (word.x + word.right) / 2 <= right and top <= (word.top + word.y) / 2 <= bottom


def _likeness(drawn: Path, shown: Path, had: Sequence[Word], has: Sequence[Word], within: Sequence[Box]) -> Likeness:
    one, other = (np.asarray(Image.open(path).convert("RGB")) for path in (drawn, shown))
    places: dict[str, list[Word]] = defaultdict(list)
    for word in has:
        if any(_in(word, box) for box in within):
            continue
        places[word.text].append(word)
    offsets: list[float] = []
    for word in had:
        if any(_in(word, box) for box in within):
            continue
        same = places[word.text]
        if same:
            nearest = min(same, key=lambda other: _apart(word, other))
            same.remove(nearest)
            offsets.append(_apart(word, nearest))
    before, after = Counter(word.text for word in had), Counter(word.text for word in has)
    return Likeness(
        similarity=float(structural_similarity(one, other, channel_axis=2)),
        offsets=tuple(sorted(offsets)),
        lost=tuple((before - after).elements()),
        added=tuple((after - before).elements()),
    )


def _apart(one: Word, other: Word) -> float:
    return max(abs(one.x - other.x), abs(one.y - other.y))


def _pictures(pdf: Path, folder: Path) -> list[Path]:
    folder.mkdir(exist_ok=True)
    size = ["-scale-to-x", str(WIDTH), "-scale-to-y", str(HEIGHT)]
    _run(["pdftoppm", "-png", *size, str(pdf), str(folder / "page")])
    return sorted(folder.glob("page-*.png"))


def _side_by_side(one: Path, other: Path) -> Image.Image:
    both = Image.new("RGB", (2 * WIDTH + 8, HEIGHT), "black")
    both.paste(Image.open(one), (0, 0))
    both.paste(Image.open(other), (WIDTH + 8, 0))
    return both


def _run(command: Sequence[str], environment: dict[str, str] | None = None) -> str:
    done = subprocess.run(command, env=environment, capture_output=True, text=True, check=False, timeout=SECONDS)  # noqa: S603 - our own commands
    if done.returncode:
        raise RuntimeError(f"{command[0]} failed: {done.stderr or done.stdout}")
    return done.stdout


if __name__ == "__main__":
    sys.exit(main())
