"""Pages to printer's sheets: an A5 booklet two pages to a side of landscape A4, to be folded and stapled in the fold.

The sheets are for print only. A sheet shows each page as a form XObject: tags, bookmarks and links stay with the pages
that people read. The only room that knows pikepdf.

Source: ISO 32000-1:2008, clause 8.10 (form XObjects), 12.2 (viewer preferences).
"""

from __future__ import annotations

import io
from typing import Any

import pikepdf

from leafdeck.units import Pt

SHEET = (Pt(297 * 72 / 25.4), Pt(210 * 72 / 25.4))
"""A4 landscape: width and height."""
CREEP = Pt(0.1 * 72 / 25.4)
"""How far a sheet pushes the one inside it out at the edge: office paper (80 g/m²) is 0.1 mm thick."""
IN_A_SHEET = 4
"""The pages that a folded sheet holds."""


def missing(pages: int) -> int:
    """Return how many pages a booklet of so many lacks to fill its last sheet."""
    return -pages % IN_A_SHEET


def sides(pages: int) -> tuple[tuple[int, int], ...]:
    """Return which pages stand left and right on each side of each sheet, the outermost sheet first, its front first.

    Args:
        pages: how many there are, a multiple of 4.

    Pages are counted from 1. Printed on both sides and flipped on the short edge, the back of a page is the next one.
    """
    if missing(pages):
        raise ValueError(f"a booklet cannot have {pages} pages")
    found = []
    for front in range(1, pages // 2, 2):
        found += [(pages + 1 - front, front), (front + 1, pages - front)]
    return tuple(found)


def impose(data: bytes) -> bytes:
    """Return the sheets of a booklet whose pages are A5, in a number that is a multiple of 4.

    What lies further inside is moved towards the fold by the thickness of the sheets around it, so that all outer
    margins are alike when the edge is trimmed.
    """
    with pikepdf.open(io.BytesIO(data)) as pages, pikepdf.new() as sheets:
        for number, side in enumerate(sides(len(pages.pages))):
            _add_side(sheets, [pages.pages[page - 1] for page in side], float(CREEP) * (number // 2))
        for key in ("/Title", "/Author", "/Subject", "/Keywords", "/Creator", "/CreationDate", "/ModDate"):
            if key in pages.docinfo:
                sheets.docinfo[key] = str(pages.docinfo[key])
        sheets.Root.Lang = pikepdf.String(str(pages.Root.Lang))
        sheets.Root.ViewerPreferences = pikepdf.Dictionary(
            Duplex=pikepdf.Name.DuplexFlipShortEdge, PrintScaling=pikepdf.Name("/None"), DisplayDocTitle=True
        )
        written = io.BytesIO()
        sheets.save(written, deterministic_id=True)
    return written.getvalue()


def _add_side(sheets: pikepdf.Pdf, pages: list[Any], creep: float) -> None:
    """Add a side of a sheet: its left and its right page meet in the middle, each kept to its half."""
    width, height = (float(side) for side in SHEET)
    sheets.add_blank_page(page_size=(width, height))
    sheet = sheets.pages[-1]
    drawings, forms = [], pikepdf.Dictionary()
    for place, page in enumerate(pages):
        left, foot, right, head = (float(side) for side in page.trimbox)
        x = width / 2 - (right - left) + creep if place == 0 else width / 2 - creep
        y = (height - (head - foot)) / 2
        name = f"/P{place}"
        forms[name] = sheets.copy_foreign(page.as_form_xobject())
        half = f"{place * width / 2:.3f} 0 {width / 2:.3f} {height:.3f} re W n"
        drawings.append(f"q {half} 1 0 0 1 {x - left:.3f} {y - foot:.3f} cm {name} Do Q")
    sheet.Resources = pikepdf.Dictionary(XObject=forms)
    sheet.Contents = sheets.make_stream("\n".join(drawings).encode())
