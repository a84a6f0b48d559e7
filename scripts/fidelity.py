"""How true the deck is to its CSS: each slide drawn twice, by the layout engine and by LibreOffice, and compared.

    .venv/bin/python scripts/fidelity.py [CONTENT] [--brand FILE] [--pictures DIR]

Prints for each slide, drawn at 960 by 540 pixels and in colour: the structural similarity of the two pictures (1 is
the same), also over the painted tiles alone; how far its words lie apart in CSS pixels; which words the deck has lost;
which paragraphs break their lines elsewhere; what stands out of its frame, also with Liberation Sans for the brand's
fonts. Needs LibreOffice and Poppler.

A painted tile is a square of 32 by 32 pixels that is not all of one colour in at least one of the two pictures.

A native chart sets its own words: each program has a mind of its own about how far a label stands from its bar. So
the words of charts must be there, and their pictures are compared as the rest is, but their offsets do not count.

LibreOffice draws links and slide numbers, which it makes fields, higher than other words; PowerPoint does not. So what
is drawn is a copy of the deck in which they are plain words: ``drawn.without_fields`` says more.
"""

from __future__ import annotations

import argparse
import re
import sys
import tempfile
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import numpy.typing as npt
import weasyprint
from drawn import FONTS, HEIGHT, WIDTH, Box, Word, pictures_of, signs, to_pdf, without_fields
from PIL import Image
from skimage.metrics import structural_similarity
from textframes import SlidePlan, TextFrame, lines, plain, plans

from leafdeck.build import build
from leafdeck.clock import today
from leafdeck.order import Order, Product

ROOT = Path(__file__).resolve().parents[1]
TILE = 32
STAND_IN = "Liberation Sans"
Pixels = npt.NDArray[np.uint8]
PART = re.compile(r"\s*\(\d+\sof\s\d+\)$")
"""The number of a part after a title, which the deck adds to what CSS laid out."""


@dataclass(frozen=True)
class Likeness:
    """How alike the two pictures of one slide are.

    Attributes:
        similarity: structural similarity (Wang 2004), 1 for the same picture.
        painted: its mean over the painted tiles.
        offsets: how far each word lies from its place in the layout, in CSS pixels, sorted: its left edge or its
            baseline, whichever is further off. Words of native charts do not count.
        lost: words of the layout that the deck does not show.
        added: words that only the deck shows.
        paragraphs: how many paragraphs the slide has.
        broken: the paragraphs whose lines do not break at the same words.
        overflow: what the deck shows off the slide, or outside of its frame's room: see `textframes`.
    """

    similarity: float
    painted: float
    offsets: tuple[float, ...]
    lost: tuple[str, ...]
    added: tuple[str, ...]
    paragraphs: int
    broken: tuple[str, ...]
    overflow: tuple[str, ...]

    def offset(self, share: float) -> float:
        """Return the offset that this share of the words stays within."""
        return quantile(self.offsets, share)


@dataclass(frozen=True)
class _Side:
    """One drawing of a slide: its picture, and the words and signs on it."""

    picture: Path
    signs: Sequence[Word]

    @property
    def words(self) -> list[Word]:
        return [word for word in self.signs if word.spoken]

    @property
    def pixels(self) -> Pixels:
        """The picture as an array of rows of pixels of three channels."""
        return np.asarray(Image.open(self.picture).convert("RGB"))


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
        other = overflow_in(STAND_IN, pptx, folder)
    for number, (slide, out) in enumerate(zip(found, other, strict=True), 1):
        print(
            f"slide {number:3}  similarity {slide.similarity:.3f}  painted {slide.painted:.3f}"
            f"  words within {slide.offset(1):4.1f} px, 95 % within {slide.offset(0.95):4.1f} px"
        )
        told = {"LOST": slide.lost, "OTHER LINES": slide.broken, "OUT OF ITS FRAME": slide.overflow}
        told[f"OUT OF ITS FRAME IN {STAND_IN.upper()}"] = out
        for what, which in told.items():
            if which:
                print(f"           {what}: {' | '.join(which)}")
    print(summary(found))
    print(f"out of their frames in {STAND_IN}: {sum(map(len, other))}")
    return 0


def summary(found: Sequence[Likeness]) -> str:
    """Return the figures of a whole deck in words."""
    likes, painted = [slide.similarity for slide in found], [slide.painted for slide in found]
    offsets = sorted(offset for slide in found for offset in slide.offsets)
    paragraphs, broken = sum(slide.paragraphs for slide in found), sum(len(slide.broken) for slide in found)
    lost, out = (sum(len(one) for one in all_) for all_ in zip(*((s.lost, s.overflow) for s in found), strict=True))
    return "\n".join(
        [
            f"similarity: mean {np.mean(likes):.3f}, least {min(likes):.3f}",
            f"over the painted tiles: mean {np.mean(painted):.3f}, least {min(painted):.3f}",
            f"words: 95 % within {quantile(offsets, 0.95):.1f} px, all within {quantile(offsets, 1):.1f} px",
            f"words lost: {lost}",
            f"paragraphs with the same lines: {paragraphs - broken} of {paragraphs}",
            f"out of their frames: {out}",
        ]
    )


def quantile(ordered: Sequence[float], share: float) -> float:
    """Return the figure that a share of sorted figures stays within; 0 where there are none."""
    return ordered[min(len(ordered) - 1, int(share * len(ordered)))] if ordered else 0.0


def compare(
    html: Path,
    pptx: Path,
    folder: Path,
    *,
    pictures: Path | None = None,
    fonts: Path = FONTS,
) -> tuple[Likeness, ...]:
    """Compare slide HTML as the layout engine draws it with the deck as LibreOffice draws it.

    Args:
        html: the laid-out slide HTML that ``--keep-html`` writes.
        pptx: the deck made of it.
        folder: where files may be put that are of no use afterwards.
        pictures: where to put the pictures of both side by side, the layout engine's to the left.
        fonts: the folder of the brand's fonts.

    Raises:
        RuntimeError: the two differ in their number of slides, or a program failed.
    """
    css = folder / "css.pdf"
    weasyprint.HTML(html).write_pdf(css)
    copy = without_fields(pptx, folder / "plain.pptx")
    drawn, shown = (tuple(_sides(pdf, folder)) for pdf in (css, to_pdf(copy, folder, fonts)))
    if len(drawn) != len(shown):
        raise RuntimeError(f"the layout has {len(drawn)} pages, the deck {len(shown)} slides")
    found = tuple(map(_likeness, drawn, shown, plans(copy)))
    if pictures:
        pictures.mkdir(parents=True, exist_ok=True)
        for number, (one, two) in enumerate(zip(drawn, shown, strict=True), 1):
            _side_by_side(one.picture, two.picture).save(pictures / f"slide-{number:02}.png")
    return found


def overflow_in(font: str, pptx: Path, folder: Path) -> tuple[tuple[str, ...], ...]:
    """Return for each slide what leaves it, or its frame, when another font stands in for the brand's.

    Args:
        font: a family of the system's.
        pptx: the deck.
        folder: where files may be put that are of no use afterwards.
    """
    copy = without_fields(pptx, folder / "stand-in.pptx")
    found = signs(to_pdf(copy, folder, stand_in=font))
    return tuple(plan.out(seen) for plan, seen in zip(plans(copy), found, strict=True))


def painted_similarity(one: Pixels, two: Pixels, alike: npt.NDArray[np.float64]) -> float:
    """Return the mean of a map of similarity over the painted tiles; 1 where nothing is painted.

    Args:
        one: a picture as an array of rows of pixels.
        two: the other.
        alike: how alike each pixel's neighbourhood is.
    """
    tiles = (
        (slice(top, top + TILE), slice(left, left + TILE))
        for top in range(0, one.shape[0], TILE)
        for left in range(0, one.shape[1], TILE)
    )
    painted = [
        alike[tile].mean()
        for tile in tiles
        if any(np.ptp(picture[tile].reshape(-1, 3), axis=0).any() for picture in (one, two))
    ]
    return float(np.mean(painted)) if painted else 1.0


def _sides(pdf: Path, folder: Path) -> Iterator[_Side]:
    yield from map(_Side, pictures_of(pdf, folder / f"{pdf.stem}-pages"), signs(pdf))


def _likeness(drawn: _Side, shown: _Side, plan: SlidePlan) -> Likeness:
    one, two = drawn.pixels, shown.pixels
    mean, alike = structural_similarity(one, two, channel_axis=2, full=True)
    before, after = (Counter(word.text for word in side.words) for side in (drawn, shown))
    return Likeness(
        similarity=float(mean),
        painted=painted_similarity(one, two, alike.mean(axis=2)),
        offsets=tuple(sorted(_offsets(drawn.words, shown.words, plan.charts))),
        lost=tuple((before - after).elements()),
        added=tuple((after - before).elements()),
        paragraphs=sum(len(frame.paragraphs) for frame in plan.frames),
        broken=tuple(text for frame in plan.frames for text in _broken(frame, drawn, shown)),
        overflow=plan.out(shown.signs),
    )


def _offsets(had: Sequence[Word], has: Sequence[Word], plots: Sequence[Box]) -> Iterator[float]:
    places: dict[str, list[Word]] = defaultdict(list)
    for word in has:
        if not any(word.within(box) for box in plots):
            places[word.text].append(word)
    for word in had:
        same = places[word.text]
        if same and not any(word.within(box) for box in plots):
            nearest = min(same, key=lambda other: _apart(word, other))
            same.remove(nearest)
            yield _apart(word, nearest)


def _apart(one: Word, other: Word) -> float:
    return max(abs(one.x - other.x), abs(one.y - other.y))


def _broken(frame: TextFrame, drawn: _Side, shown: _Side) -> Iterator[str]:
    """Yield the paragraphs of a frame that have other lines in one drawing than in the other, or are not found."""
    bare = frame.without(PART)
    for text, one, two in zip(bare.paragraphs, lines(bare, drawn.signs), lines(bare, shown.signs), strict=True):
        if one is None or two is None or _said(one) != _said(two):
            yield text


def _said(found: Sequence[Sequence[Word]]) -> list[str]:
    return ["".join(plain(word.text) for word in line) for line in found]


def _side_by_side(one: Path, other: Path) -> Image.Image:
    both = Image.new("RGB", (2 * WIDTH + 8, HEIGHT), "black")
    both.paste(Image.open(one), (0, 0))
    both.paste(Image.open(other), (WIDTH + 8, 0))
    return both


if __name__ == "__main__":
    sys.exit(main())
