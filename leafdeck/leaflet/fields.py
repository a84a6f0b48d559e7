"""Fields of a fillable leaflet: what the layout engine (WeasyPrint 70) makes of ``<input type="checkbox">``, mended.

- A box that is ticked shows a tick in the brand's colour; one that is not has an appearance too, so no program that
  shows the file has to draw it in its own way.
- A field whose name ends with `NOTES` takes text. The engine could make one itself, but would then write the page's
  font anew, without the text of letters in another shape, such as figures of one width: a screen reader would lose it.

What is typed is set in Helvetica, which every program for PDF has, in the size of the text.

Source: ISO 32000-1:2008, clauses 12.5.5 (appearances), 12.7 (forms).
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

import pydyf

from leafdeck.units import Px

NOTES = "-notes"
"""How the names of fields for text end."""
TICK = ((0.2, 0.52), (0.42, 0.26), (0.82, 0.78))
"""The corners of a tick, in a box of one unit."""
THICK = 0.13
"""How thick its line is, in widths of the box."""
MULTILINE = 1 << 12


def mend(pdf: pydyf.PDF, boxes: Iterable[Any]) -> None:
    """Mend the fields of a PDF in place, if it has any; before it is written.

    Args:
        pdf: the PDF.
        boxes: what was laid out, which knows how large the type of a field is.
    """
    if "AcroForm" not in pdf.catalog:
        return
    form = pdf.catalog["AcroForm"]
    fields = [(box.widget_annotation, box) for box in boxes if box.widget_annotation]
    sizes = {field.reference: Px(box.style["font_size"]).pt for field, box in fields}
    for reference in form["Fields"]:
        field = pdf.objects[int(reference.split()[0])]
        left, top, right, foot = field["Rect"]
        field["Rect"] = pydyf.Array([left, foot, right, top])
        empty = _drawing(pdf, right - left, top - foot, "")
        color = " ".join(f"{part:.4f}" for part in field.pop("MK")["BC"])
        if field["T"].string.endswith(NOTES):
            field["FT"], field["Ff"], field["V"] = "/Tx", MULTILINE, pydyf.String("")
            field["DA"] = pydyf.String(f"/Helv {sizes[reference]:g} Tf {color} rg")
            field["AP"] = pydyf.Dictionary({"N": empty})
            del field["AS"]
        else:
            tick = _drawing(pdf, right - left, top - foot, _tick(right - left, top - foot, color))
            field["AP"] = pydyf.Dictionary({"N": pydyf.Dictionary({"on": tick, "Off": empty})})
            field["DA"] = pydyf.String(f"/ZaDb 0 Tf {color} rg")  # for programs that draw their own all the same
            field["MK"] = pydyf.Dictionary({"CA": pydyf.String("4")})
    form["DR"] = pydyf.Dictionary(
        {
            "Font": pydyf.Dictionary(
                {
                    "Helv": _font(pdf, {"BaseFont": "/Helvetica", "Encoding": "/WinAnsiEncoding"}),
                    "ZaDb": _font(pdf, {"BaseFont": "/ZapfDingbats"}),
                }
            )
        }
    )
    del form["NeedAppearances"]


def _font(pdf: pydyf.PDF, said: dict[str, str]) -> Any:  # noqa: ANN401 - a reference
    font = pydyf.Dictionary({"Type": "/Font", "Subtype": "/Type1", **said})
    pdf.add_object(font)
    return font.reference


def _drawing(pdf: pydyf.PDF, width: float, height: float, orders: str) -> Any:  # noqa: ANN401 - a reference
    box = pydyf.Array([0, 0, width, height])
    extra = {"Type": "/XObject", "Subtype": "/Form", "BBox": box, "Resources": pydyf.Dictionary()}
    drawing = pydyf.Stream([orders], pydyf.Dictionary(extra))
    pdf.add_object(drawing)
    return drawing.reference


def _tick(width: float, height: float, color: str) -> str:
    start, *rest = (f"{x * width:.3f} {y * height:.3f}" for x, y in TICK)
    lines = " ".join(f"{corner} l" for corner in rest)
    return f"{color} RG {width * THICK:.3f} w 1 J 1 j {start} m {lines} S"
