"""Pages to printer's sheets: a booklet's, to be stapled in the fold, and the panels of a sheet that is folded in three.

An A5 booklet stands two pages to a side of landscape A4, panels stand side by side. The sheets are for print only.
A sheet shows each page as a form XObject: tags, bookmarks and links stay with the pages that people read.

Source: ISO 32000-1:2008, clause 8.10 (form XObjects), 12.2 (viewer preferences).
"""

from __future__ import annotations

import io
from collections.abc import Sequence
from typing import Any

import pikepdf

from leafdeck.units import MM, Pt

SHEET = (Pt(297 * MM), Pt(210 * MM))
"""A4 landscape: width and height."""
CREEP = Pt(0.1 * MM)
"""How far a sheet pushes the one inside it out at the edge: office paper (80 g/m²) is 0.1 mm thick."""
FOLD_MARK = Pt(6 * MM)
"""How long the mark of a fold is, from the edge of the sheet on: within the panels' margins of 8 mm."""
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
        return _written(sheets, pages)


def side_by_side(data: bytes, sides: Sequence[Sequence[int]]) -> bytes:
    """Return a sheet that is folded: the panels of each of its sides side by side, with marks where it is folded.

    Args:
        data: the panels as pages; those of each side are together as wide as the sheet.
        sides: the numbers of the pages on each side of the sheet, from the left, counted from 1. Printed on both sides
            and flipped on the short edge, the left of one side is behind the right of the other.
    """
    with pikepdf.open(io.BytesIO(data)) as pages, pikepdf.new() as sheets:
        for side in sides:
            folds = _add_panels(sheets, [pages.pages[page - 1] for page in side])
            _mark(sheets.pages[-1], folds)
        return _written(sheets, pages)


def for_press(data: bytes, sides: Sequence[Sequence[int]]) -> tuple[bytes, tuple[tuple[Pt, ...], ...]]:
    """Return a sheet that is folded, larger than it is trimmed, and where its folds are, from the left of each side.

    What reaches beyond the edge of a panel goes on beyond that of the sheet, but not over a fold.

    Args:
        data: the panels as pages that are larger than they are trimmed, all by as much.
        sides: as for `side_by_side`.
    """
    with pikepdf.open(io.BytesIO(data)) as pages, pikepdf.new() as sheets:
        around = float(pages.pages[0].trimbox[0]) - float(pages.pages[0].mediabox[0])
        folds = [_add_panels(sheets, [pages.pages[page - 1] for page in side], around) for side in sides]
        return _written(sheets, pages), tuple(tuple(map(Pt, each)) for each in folds)


def _written(sheets: pikepdf.Pdf, pages: pikepdf.Pdf) -> bytes:
    """Return the sheets as a file that says what its pages say of themselves, and how to print it."""
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


def _add_panels(sheets: pikepdf.Pdf, panels: list[Any], around: float = 0.0) -> tuple[float, ...]:
    """Add a side of a sheet that is folded, each panel kept to its place; return where its folds are, from the left."""
    boxes = [[float(edge) for edge in panel.trimbox] for panel in panels]
    width, height = sum(right - left for left, _, right, _ in boxes), max(head - foot for _, foot, _, head in boxes)
    sheets.add_blank_page(page_size=(width, height))
    sheet = sheets.pages[-1]
    sheet.MediaBox = pikepdf.Array([-around, -around, round(width + around, 4), round(height + around, 4)])
    sheet.TrimBox = pikepdf.Array([0, 0, round(width, 4), round(height, 4)])
    drawings, edges, forms = [], [0.0], pikepdf.Dictionary()
    for place, (panel, (left, foot, right, head)) in enumerate(zip(panels, boxes, strict=True)):
        name, x, end = f"/P{place}", edges[-1], edges[-1] + right - left
        form = panel.as_form_xobject()
        form.BBox = pikepdf.Array([left - around, foot - around, right + around, head + around])
        forms[name] = sheets.copy_foreign(form)
        first, last = x - around * (place == 0), end + around * (place == len(panels) - 1)
        own = f"{first:.3f} {-around:.3f} {last - first:.3f} {head - foot + 2 * around:.3f} re W n"
        drawings.append(f"q {own} 1 0 0 1 {x - left:.3f} {-foot:.3f} cm {name} Do Q")
        edges.append(end)
    sheet.Resources = pikepdf.Dictionary(XObject=forms)
    sheet.Contents = sheets.make_stream("\n".join(drawings).encode())
    return tuple(edges[1:-1])


def _mark(sheet: pikepdf.Page, folds: Sequence[float]) -> None:
    """Draw a mark at the foot and at the head of a sheet for each of its folds."""
    height = float(sheet.trimbox[3])
    ends = ((0.0, float(FOLD_MARK)), (height, height - float(FOLD_MARK)))
    marks = [f"{x:.3f} {end:.3f} m {x:.3f} {inner:.3f} l S" for x in folds for end, inner in ends]
    sheet.contents_add(f"q 0.5 G 0.5 w [2 1.5] 0 d {' '.join(marks)} Q".encode())


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
