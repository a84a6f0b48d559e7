"""A brand from a colour and a logo: it passes the check, whatever the colour."""

from __future__ import annotations

import tempfile
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from PIL import Image

from leafdeck.adopt import start as begin
from leafdeck.brand import css, guard, pixels, start
from leafdeck.brand.color import contrast
from leafdeck.brand.model import Brand
from leafdeck.errors import LayoutError, OutputError
from leafdeck.notice import Severity

ROOT = Path(__file__).resolve().parents[2]
DEFAULTS = ROOT / "styles" / "brand.css"
TWO = (
    '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 200 80"><style>.a { fill: #00857d }</style>'
    '<rect class="a" width="80" height="80"/><circle cx="40" cy="40" r="20" fill="#ff8f1c"/>'
    '<path d="M95 28h100v10h-100z" fill="#1f2a30"/></svg>'
)
PALE = (
    '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 80 80"><circle cx="40" cy="40" r="36" fill="#fdfdfd"/></svg>'
)
YELLOW = PALE.replace("#fdfdfd", "#e8b000")


def made(folder: Path, *, primary: str = "", logo: str = "") -> Brand:
    path = None
    if logo:
        path = folder / "the-logo.svg"
        path.write_text(logo, encoding="utf-8")
    written = begin(primary, path, folder / "styles")
    assert written.notices == ()
    return css.load((DEFAULTS, written.files[0]))


@settings(max_examples=60, deadline=None)
@given(st.integers(0, 0xFFFFFF).map("#{:06x}".format))
def test_any_colour_makes_a_brand_that_passes(color: str) -> None:
    with tempfile.TemporaryDirectory() as folder:
        file = Path(folder) / "brand.css"
        file.write_text(start.brand_css(start.start(color, None), ""), encoding="utf-8")
        found = guard.judge(css.load((DEFAULTS, file)))
    assert [one.message for one in found if one.severity is Severity.ERROR] == []


def test_a_logo_gives_primary_and_accent(tmp_path: Path) -> None:
    brand = made(tmp_path, logo=TWO)
    assert contrast(brand.color("--brand-primary"), "#00857d") < 1.2  # the style sheet in the SVG counts
    assert brand.color("--brand-cover") == brand.color("--brand-primary")
    assert contrast(brand.color("--brand-accent"), "#ff8f1c") < 1.6
    assert brand.logo == (tmp_path / "styles" / "logo.svg").resolve()
    assert brand.logo.read_text(encoding="utf-8") == TWO


def test_a_colour_goes_before_the_logos(tmp_path: Path) -> None:
    brand = made(tmp_path, primary="rebeccapurple", logo=TWO)
    assert brand.color("--brand-primary") == "#663399"
    assert {"--brand-primary", "--brand-accent", "--brand-logo"} == brand.own


def test_a_bright_colour_stays_on_the_cover(tmp_path: Path) -> None:
    brand = made(tmp_path, logo=YELLOW)
    assert brand.color("--brand-cover") == "#e8b000"
    assert contrast(brand.color("--brand-primary"), "#ffffff") >= 4.5
    assert contrast(brand.color("--brand-on-cover"), "#e8b000") >= 4.5


def test_a_logo_for_dark_ground_gets_a_dark_plate(tmp_path: Path) -> None:
    brand = made(tmp_path, primary="#5b2a86", logo=PALE)
    assert brand.color("--brand-plate") == "#5b2a86"


def test_pixels_of_a_png_count(tmp_path: Path) -> None:
    picture = Image.new("RGBA", (300, 100), (0, 0, 0, 0))
    picture.paste((200, 16, 46, 255), (0, 0, 200, 100))
    picture.paste((255, 255, 255, 255), (200, 0, 250, 100))
    picture.save(tmp_path / "logo.png")
    seen = pixels.read(tmp_path / "logo.png")
    assert [(one.color, round(one.share, 1)) for one in seen.colors] == [("#c8102e", 0.8), ("#ffffff", 0.2)]
    assert seen.ratio == 3
    assert start.start("", seen).wished == "#c8102e"


def test_a_file_that_is_there_stays(tmp_path: Path) -> None:
    made(tmp_path, primary="#5b2a86")
    with pytest.raises(OutputError, match="is there already"):
        begin("#123456", None, tmp_path / "styles")
    begin("#123456", None, tmp_path / "styles", force=True)


@pytest.mark.parametrize(
    ("primary", "logo", "message"),
    [
        ("purpel", "", "--primary: purpel is not a colour"),
        ("", "<svg><path d='", "the picture cannot be read"),
        ("", "no picture", "the picture cannot be read"),
    ],
)
def test_what_cannot_be_used_is_told_and_nothing_written(tmp_path: Path, primary: str, logo: str, message: str) -> None:
    path = None
    if logo:
        path = tmp_path / "logo.svg"
        path.write_text(logo, encoding="utf-8")
    with pytest.raises(LayoutError, match=message):
        begin(primary, path, tmp_path / "styles")
    assert not (tmp_path / "styles").exists()
