"""`leafdeck brand new`, `check` and `preview`, as a communication officer uses them one after the other."""

from __future__ import annotations

import io
from pathlib import Path

import pikepdf
import pytest
from PIL import Image, ImageChops
from typer.testing import CliRunner

from leafdeck.cli import app

ROOT = Path(__file__).resolve().parents[2]
LOGO = ROOT / "examples" / "brands" / "high-contrast" / "logo.svg"
OWN = """
.masthead { border-radius: 0 0 12mm 0 }
html[data-document="slides"] .card { border-radius: 0 }
html[data-format="a4"] .urgent--emergency .urgent-head { border-radius: 5mm 5mm 0 0 }
"""


@pytest.fixture(scope="module")
def styles(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("clinic")
    result = CliRunner().invoke(app, ["brand", "new", "--logo", str(LOGO), "--output", str(folder / "styles")])
    assert result.exit_code == 0, result.output
    return folder / "styles"


def serious(told: str) -> list[str]:
    return [line for line in told.splitlines() if line.startswith(("error:", "warning:"))]


@pytest.mark.slow
def test_a_new_brand_passes_the_check_and_slips_in_it_are_told(styles: Path) -> None:
    brand = styles / "brand.css"
    result = CliRunner().invoke(app, ["brand", "check", str(brand)])
    assert (result.exit_code, serious(result.stderr)) == (0, []), result.output
    text = brand.read_text(encoding="utf-8")
    brand.write_text(text + OWN, encoding="utf-8")
    assert serious(CliRunner().invoke(app, ["brand", "check", str(brand)]).stderr) == []
    slips = OWN.replace(".masthead", ".mastheda").replace('"slides"', '"slide"').replace("5mm 5mm", "5mn")
    brand.write_text(text + slips, encoding="utf-8")
    result = CliRunner().invoke(app, ["brand", "check", str(brand)])
    line = text.count("\n") + 2
    for place, words in (
        (f"brand.css:{line}:1", ".mastheda matches nothing in leaflet and slides"),
        (f"brand.css:{line + 1}:1", "matches nothing in leaflet and slides"),
        (f"brand.css:{line + 2}:", "border-radius: 5mn 0 0 has no effect"),
    ):
        assert any(place in told and words in told for told in result.stderr.splitlines()), result.stderr
    assert "Did you mean .masthead?" in result.stderr
    brand.write_text(text.replace("--brand-primary: #", "--brand-primary: #fff; --x: #"), encoding="utf-8")
    assert CliRunner().invoke(app, ["brand", "check", str(brand)]).exit_code == 1
    brand.write_text(text, encoding="utf-8")


@pytest.mark.slow
def test_the_preview_is_one_page_that_wears_the_brand(styles: Path, tmp_path: Path) -> None:
    result = CliRunner().invoke(app, ["brand", "preview", str(styles / "brand.css"), "--output", str(tmp_path)])
    assert result.exit_code == 0, result.output
    with pikepdf.open(tmp_path / "brand-preview.pdf") as pdf:
        (page,) = pdf.pages
        width, height = (float(side) for side in page.mediabox[2:])
    with Image.open(io.BytesIO((tmp_path / "brand-preview.png").read_bytes())) as picture:
        assert picture.width / picture.height == pytest.approx(width / height, rel=0.01)
        pixels = picture.convert("RGB")
        assert pixels.getpixel((pixels.width - 20, 40)) == (0x5B, 0x3D, 0xF5)  # the logo's colour in the head
        ground = Image.new("RGB", pixels.size, pixels.getpixel((4, pixels.height - 4)))
        bottom = ImageChops.difference(pixels, ground).getbbox()
    assert bottom is not None
    assert pixels.height - 400 < bottom[3] < pixels.height - 20  # no page was cut off, and no large void is left


@pytest.mark.slow
def test_a_build_tells_slips_of_the_brand_once_with_file_and_line(tmp_path: Path) -> None:
    brand = tmp_path / "brand.css"
    brand.write_text(".masthead {\n  colr: red;\n}\n.mastheda { color: red }\n", encoding="utf-8")
    content = str(ROOT / "templates" / "specimen" / "content.yaml")
    options = ["--brand", str(brand), "--output", str(tmp_path / "out"), "--only", "leaflet"]
    result = CliRunner().invoke(app, ["build", content, *options])
    assert result.exit_code == 0, result.output
    assert [line.split("brand.css:")[-1] for line in serious(result.stderr)] == [
        "2:3: colr is no property that is known here",
        "4:1: nothing has the class .mastheda",
    ]
