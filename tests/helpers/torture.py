"""The torture deck: one small piece of slide HTML for each feature of CSS, and what the deck makes of it.

`FEATURES` is the source of the table in docs/analysis/README.md; a test compares the table with what the engine does.
"""

from __future__ import annotations

import base64
import datetime as dt
import io
import re
from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

import numpy as np
import pptx
import weasyprint
from drawn import WIDTH
from features import FEATURES, Feature
from fidelity import compare
from PIL import Image, ImageDraw
from pptx.opc.oxml import serialize_part_xml
from skimage.metrics import structural_similarity

from leafdeck import deck
from leafdeck.deck.model import DeckInfo, Theme
from leafdeck.notice import Notice

BELOW_TITLE, TILE, WHITE = 75, 32, 250

BASE = """
@page { size: 960px 540px; margin: 30px }
html { font: 24px/36px "Liberation Sans"; color: #102030 }
body, p, ul, ol, h1, h2 { margin: 0; padding: 0 }
section { break-before: page; height: 480px; position: relative }
h1 { font: bold 32px/40px "Liberation Sans"; margin-bottom: 20px }
.box { width: 300px; height: 120px; background: #dde6ee }
"""

THEME = Theme(
    {slot: "102030" if slot.startswith(("dk", "acc", "hl", "fol")) else "ffffff" for slot in (
        "dk1", "lt1", "dk2", "lt2", "accent1", "accent2", "accent3", "accent4", "accent5", "accent6", "hlink",
        "folHlink")},
    "Liberation Serif",
    "Liberation Sans",
)  # fmt: skip
INFO = DeckInfo("Torture", "en-GB", dt.date(2026, 11, 1), THEME)


@cache
def photo() -> str:
    """A picture of 80 by 40 px as a data address: red on the left, blue on the right, a white cross."""
    image = Image.new("RGB", (80, 40), "#c03030")
    draw = ImageDraw.Draw(image)
    draw.rectangle((40, 0, 80, 40), fill="#3050c0")
    draw.line((0, 0, 79, 39), fill="white", width=3)
    draw.line((0, 39, 79, 0), fill="white", width=3)
    stream = io.BytesIO()
    image.save(stream, "PNG")
    return "data:image/png;base64," + base64.b64encode(stream.getvalue()).decode()


def html(*features: Feature) -> str:
    """Slide HTML with a slide for each feature."""
    sections, styles = [], [BASE]
    for feature in features:
        inner = feature.html.replace("PHOTO", photo())
        sections.append(
            f'<section id="slide-{feature.slug}" data-layout="content" data-source="sections[{feature.slug}]">'
            f'<h1 class="slide-title">{feature.name}</h1>{inner}</section>'
        )
        # A page of its own, so that what one feature does to pages stays there.
        styles.append(f"#slide-{feature.slug} {{ page: p-{feature.slug} }}")
        styles.append(feature.css.replace("PHOTO", photo()).replace("@page", f"@page p-{feature.slug}"))
    return f'<html lang="en-GB"><meta charset="utf-8"><style>{"".join(styles)}</style><body>{"".join(sections)}'


def document(*features: Feature) -> weasyprint.Document:
    return weasyprint.HTML(string=html(*features)).render()


def made(*features: Feature) -> tuple[bytes, tuple[Notice, ...]]:
    """The deck of some features, each on a slide of its own."""
    return deck.render(document(*features), INFO)


@cache
def outcome(feature: Feature) -> tuple[str, tuple[Notice, ...]]:
    """The XML of one feature's slide and of its layout, and what was told."""
    data, notices = made(feature)
    slide = pptx.Presentation(io.BytesIO(data)).slides[0]
    return xml(slide) + xml(slide.slide_layout), notices


def xml(part: Any) -> str:
    """A slide's or layout's XML, without the declarations of namespaces."""
    return re.sub(r' xmlns:\w+="[^"]+"', "", serialize_part_xml(part.element).decode())


@dataclass(frozen=True)
class Seen:
    """How alike a feature's two pictures are, and the letters that LibreOffice does not show."""

    similarity: float
    lost: str


def rows(seen: Mapping[str, Seen]) -> str:
    """The table of docs/analysis/README.md: a row for each feature, with how alike its two pictures are."""
    lines = ["| Feature | In PowerPoint | Similarity |", "|---|---|---|"]
    for feature in FEATURES:
        alike = f"{seen[feature.name].similarity:.2f}"
        lines.append(f"| [{feature.name}]({feature.page}.md) | {feature.verdict} | {alike} |")
    return "\n".join(lines)


def measure(folder: Path) -> dict[str, Seen]:
    """How alike each feature's slide is as the layout engine draws it and as LibreOffice does.

    That is the mean structural similarity over the 32 px tiles below the title in which either draws anything.
    """
    page, file, pictures = folder / "torture.html", folder / "torture.pptx", folder / "pictures"
    page.write_text(html(*FEATURES), encoding="utf-8")
    file.write_bytes(made(*FEATURES)[0])
    slides = compare(page, file, folder, pictures=pictures)
    found = {}
    drawn = sorted(pictures.glob("*.png"), key=_number)
    for feature, slide, picture in zip(FEATURES, slides, drawn, strict=True):
        both = np.asarray(Image.open(picture).convert("RGB"))
        alike = _drawn(both[BELOW_TITLE:, :WIDTH], both[BELOW_TITLE:, -WIDTH:])
        found[feature.name] = Seen(alike, _letters(slide.lost, slide.added))
    return found


def _letters(lost: Iterable[str], added: Iterable[str]) -> str:
    """The letters of lost words that no added word has: programs part words that touch in other places."""
    missing = Counter("".join(lost).casefold()) - Counter("".join(added).casefold())
    return "".join(sorted(missing.elements()))


def _number(path: Path) -> int:
    return int(path.stem.rpartition("-")[2])


def _drawn(one: Any, other: Any) -> float:
    alike = structural_similarity(one, other, channel_axis=2, full=True)[1].mean(axis=2)
    tiles = [
        alike[y : y + TILE, x : x + TILE].mean()
        for y in range(0, one.shape[0], TILE)
        for x in range(0, WIDTH, TILE)
        if min(one[y : y + TILE, x : x + TILE].min(), other[y : y + TILE, x : x + TILE].min()) < WHITE
    ]
    return float(np.mean(tiles)) if tiles else 1.0
