"""Pages to a print shop's file: bleed, crop marks, inks; and what the shop would send it back for.

The file is for print only: tags, bookmarks and links stay with the pages that people read. It names the printing
condition that its inks are meant for as its output intent. It keeps to what PDF/X-4 asks for as far as we know, but
nothing has validated that, so it does not claim to be PDF/X.

Sources: ISO 32000-1:2008, clauses 14.11.2 (page boundaries), 14.11.3 (printer's marks), 14.11.5 (output intents).
"""

from __future__ import annotations

import io
import re
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path

import pikepdf
from pikepdf import Array, Dictionary, Name, String

from leafdeck.errors import LayoutError, Problem
from leafdeck.leaflet.ink import Press
from leafdeck.leaflet.placed import Placed, pictures
from leafdeck.leaflet.separation import Separation
from leafdeck.notice import Notice, Place, Severity
from leafdeck.units import MM, Pt

BLEED = Pt(3 * MM)
"""How far what touches the edge of a page reaches beyond it: paper is never cut exactly."""
MARK = (Pt(4 * MM), Pt(9 * MM))
"""Where a crop mark begins and ends, from the edge of the page: outside the bleed, within the sheet."""
MARK_WIDTH = Pt(0.25)
DASH = "[2 1.5] 0 d"
"""How the mark of a fold is drawn, in pt of line and gap: a broken line, unlike that of a crop mark."""
INK = 3.0
"""How much ink a sheet bears, 1 for one full ink: 300 % is what offset print on coated paper takes at most."""
FINE = 200
"""How many pixels an inch of a picture needs at the size that it is shown."""


def finished(
    data: bytes, profile: Path, names: Mapping[str, Path], folds: Sequence[Sequence[Pt]] = ()
) -> tuple[bytes, tuple[Notice, ...]]:
    """Return pages as a print shop needs them, and what it would find fault with.

    Args:
        data: a PDF without tags, whose sheets are larger than its pages by more than `MARK`.
        profile: the ICC profile of the press.
        names: the files of pictures, by the names of their objects without the number at their end.
        folds: where each page is folded, from its left, if it is.

    Raises:
        LayoutError: the profile cannot be used, a font is not in the file, or a drawing cannot be turned into inks.
    """
    try:
        press = Press(profile.read_bytes())
    except ValueError as error:
        hint = "Give an ICC profile of a press, as your print shop has it."
        raise LayoutError(Problem(Place(profile), f"the profile cannot be used: {error}", hint)) from error
    with pikepdf.open(io.BytesIO(data)) as pdf:
        _refuse_missing_fonts(pdf)
        placed = tuple(pictures(pdf))
        separation = Separation(pdf, press)
        separation.separate()
        notices = (*_coarse(placed, names), *_heavy(separation.heaviest, names))
        ink = _every_ink(pdf)
        for number, page in enumerate(pdf.pages):
            _trim(page, ink, folds[number] if folds else ())
        for key in ("/AcroForm", "/Outlines", "/Names", "/Dests", "/PageMode", "/ViewerPreferences"):
            if key in pdf.Root:
                del pdf.Root[key]
        pdf.Root.OutputIntents = Array([_intent(pdf, press)])
        pdf.docinfo["/Trapped"] = Name("/False")
        written = io.BytesIO()
        pdf.save(written, deterministic_id=True, object_stream_mode=pikepdf.ObjectStreamMode.generate)
    return written.getvalue(), notices


def _trim(page: pikepdf.Page, ink: Array, folds: Sequence[Pt]) -> None:
    """Cut a page's drawing off at its bleed, draw marks of crops and folds round it, and say where it is trimmed."""
    left, foot, right, head = (float(side) for side in page.trimbox)
    edges = (left - BLEED, foot - BLEED, right + BLEED, head + BLEED)
    page.BleedBox = Array([round(side, 4) for side in edges])
    for key in ("/Annots", "/CropBox", "/ArtBox", "/Tabs"):
        if key in page:
            del page[key]
    x, y, width, height = edges[0], edges[1], edges[2] - edges[0], edges[3] - edges[1]
    page.contents_add(f"q {x:.4f} {y:.4f} {width:.4f} {height:.4f} re W n\n".encode(), prepend=True)
    lines = []
    near, far = MARK
    for across, outward in ((left, -1), (right, 1)):
        for up, upward in ((foot, -1), (head, 1)):
            lines.append(f"{across + outward * near:.4f} {up:.4f} m {across + outward * far:.4f} {up:.4f} l")
            lines.append(f"{across:.4f} {up + upward * near:.4f} m {across:.4f} {up + upward * far:.4f} l")
    broken = [
        f"{left + fold:.4f} {up + upward * near:.4f} m {left + fold:.4f} {up + upward * far:.4f} l"
        for fold in folds
        for up, upward in ((foot, -1), (head, 1))
    ]
    if "/ColorSpace" not in page.Resources:
        page.Resources.ColorSpace = Dictionary()
    page.Resources.ColorSpace.Marks = ink  # pages may share their resources, and do share this ink
    marks = f"Q q /Marks CS 1 SCN {float(MARK_WIDTH)} w {' '.join(lines)} S {DASH} {' '.join(broken)} S Q"
    page.contents_add(marks.encode())
    page.contents_coalesce()


def _every_ink(pdf: pikepdf.Pdf) -> Array:
    """Return the colour that is in every ink, so that each plate has the marks."""
    tint = Dictionary(FunctionType=2, Domain=[0, 1], N=1, C0=[0, 0, 0, 0], C1=[1, 1, 1, 1])
    return pdf.make_indirect(Array([Name.Separation, Name.All, Name.DeviceCMYK, tint]))


def _intent(pdf: pikepdf.Pdf, press: Press) -> Dictionary:
    """Return what says which printing condition the inks are meant for."""
    known = re.search(r"FOGRA\d+", press.name)
    made = Dictionary(
        Type=Name.OutputIntent,
        S=Name.GTS_PDFX,
        OutputConditionIdentifier=String(known[0] if known else "Custom"),
        OutputCondition=String(press.name),
        Info=String(press.name),
        DestOutputProfile=pdf.make_stream(press.profile, N=4, Alternate=Name.DeviceCMYK),
    )
    if known:
        made.RegistryName = String("http://www.color.org")
    return made


def _refuse_missing_fonts(pdf: pikepdf.Pdf) -> None:
    """Raise LayoutError for fonts that are not in the file: the print shop would set the text in another."""
    missing = []
    for thing in pdf.objects:
        described = isinstance(thing, Dictionary) and thing.get("/Type") == Name.FontDescriptor
        if described and not any(key in thing for key in ("/FontFile", "/FontFile2", "/FontFile3")):
            missing.append(str(thing.FontName).removeprefix("/"))
    if missing:
        hint = "Name a font in --brand-font whose licence lets it be put into a PDF."
        raise LayoutError([Problem(Place(), f"the font {font} is not in the file", hint) for font in missing])


def _coarse(placed: tuple[Placed, ...], names: Mapping[str, Path]) -> Iterator[Notice]:
    """Yield a notice of each picture that is too coarse where it is shown largest."""
    worst: dict[str, Placed] = {}
    for each in placed:
        if each.name not in worst or each.dpi < worst[each.name].dpi:
            worst[each.name] = each
    for each in worst.values():
        if each.dpi < FINE - 0.5:
            factor = FINE / each.dpi
            width, height = (round(count * factor) for count in each.pixels)
            message = f"the picture has {each.dpi:.0f} pixels an inch where it is shown, on page {each.page}; "
            hint = f"Give it at {width} by {height} pixels or more, or show it smaller."
            yield Notice(Severity.WARNING, _file(each.name, names), f"{message}print needs {FINE}", hint)


def _heavy(heaviest: Mapping[str, float], names: Mapping[str, Path]) -> Iterator[Notice]:
    """Yield a notice of each colour and each picture that takes more ink than a sheet bears."""
    for name, ink in heaviest.items():
        if ink > INK + 0.005:
            what = "the picture" if name.startswith("/") else f"the colour {name} (cyan, magenta, yellow, black)"
            message = f"{what} takes {ink:.0%} ink; a sheet bears {INK:.0%}"
            yield Notice(Severity.WARNING, _file(name, names), message, "Give it in RGB, or with less ink.")


def _file(name: str, names: Mapping[str, Path]) -> Place:
    return Place(names.get(name[:-1]))
