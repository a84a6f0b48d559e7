"""A brand is one place: a changed colour, or another file, dresses leaflet and deck alike."""

from __future__ import annotations

import re
import zipfile
from collections import Counter
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

import pikepdf
import pytest
from accessible import findings

from leafdeck.build import build
from leafdeck.order import Order

if TYPE_CHECKING:
    from conftest import Outcome, RealOutputs

pytestmark = pytest.mark.slow

ROOT = Path(__file__).resolve().parents[2]
HIGH_CONTRAST = ROOT / "examples" / "brands" / "high-contrast" / "brand.css"
OLD, NEW = "0b4f5c", "7a1fa2"


def painted(pdf: Path) -> Counter[str]:
    """Count the colours that a PDF's pages set, as rrggbb."""
    colors: Counter[str] = Counter()
    with pikepdf.open(pdf) as document:
        streams = [*document.pages] + [
            item
            for item in document.objects
            if isinstance(item, pikepdf.Stream) and item.get("/Subtype") == pikepdf.Name.Form
        ]
        for stream in streams:
            for step in pikepdf.parse_content_stream(stream):
                if str(step.operator) in {"rg", "RG", "sc", "SC", "scn", "SCN"} and len(step.operands) == 3:
                    colors["".join(f"{round(float(str(part)) * 255):02x}" for part in step.operands)] += 1
    return colors


def theme(pptx: Path) -> str:
    with zipfile.ZipFile(pptx) as package:
        return package.read("ppt/theme/theme1.xml").decode()


def slides(pptx: Path) -> str:
    with zipfile.ZipFile(pptx) as package:
        names = [name for name in package.namelist() if re.fullmatch(r"ppt/slides/slide\d+\.xml", name)]
        return "".join(package.read(name).decode() for name in names)


def test_changing_the_primary_colour_changes_both(
    built: RealOutputs, leafdeck: Callable[..., Outcome], tmp_path: Path
) -> None:
    own = tmp_path / "brand.css"
    own.write_text(f":root {{ --brand-primary: #{NEW}; --brand-routine: #{NEW} }}", encoding="utf-8")
    outcome = leafdeck("build", str(ROOT / "content.yaml"), "--brand", str(own), "--output", str(tmp_path), "--quiet")
    assert outcome.code == 0, outcome.err

    before, after = painted(built.leaflet), painted(tmp_path / "leaflet.pdf")
    assert before[OLD] > 20
    assert before[NEW] == 0
    assert after[OLD] == 0
    assert after[NEW] == before[OLD]

    assert f'<a:accent1><a:srgbClr val="{OLD.upper()}"/>' in theme(built.slides)
    assert f'<a:accent1><a:srgbClr val="{NEW.upper()}"/>' in theme(tmp_path / "slides.pptx")
    uses = re.compile(rf'<a:schemeClr val="accent1"|<a:srgbClr val="{NEW}"', re.IGNORECASE)
    assert len(uses.findall(slides(tmp_path / "slides.pptx"))) > 50
    assert OLD not in (slides(tmp_path / "slides.pptx") + theme(tmp_path / "slides.pptx")).lower()


def test_a_swap_of_files_dresses_both_anew(built: RealOutputs, tmp_path: Path) -> None:
    made = build(Order(ROOT / "content.yaml", tmp_path, built.today, brand=HIGH_CONTRAST))
    assert [notice for notice in made.notices if notice not in built.notices] == []
    assert made.count("leaflet.pdf") <= built.built.count("leaflet.pdf") + 1
    assert findings(tmp_path / "slides.pptx") == []
    colors = painted(tmp_path / "leaflet.pdf")
    assert colors[OLD] == 0
    assert colors["000000"] > 20
    assert colors["5b3df5"] > 0
    with pikepdf.open(tmp_path / "leaflet.pdf") as pdf:
        fonts = {
            str(item["/BaseFont"]).partition("+")[2]
            for item in pdf.objects
            if isinstance(item, pikepdf.Dictionary) and "/BaseFont" in item
        }
    assert fonts
    assert {re.split(r"[-,]", font)[0].replace("-", "") for font in fonts} == {"Source"}
    named = '<a:latin typeface="Source Sans 3" panose="020B0303030403020204" pitchFamily="34"/>'
    assert theme(tmp_path / "slides.pptx").count(named) == 2
    assert "Atkinson" not in slides(tmp_path / "slides.pptx") + theme(tmp_path / "slides.pptx")
