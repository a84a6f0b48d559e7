"""The real guide for a print shop, in forms whose pages touch their edges in different ways, and to fill in."""

from __future__ import annotations

import io
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pikepdf
import pytest
from pdftags import failures, text_of
from PIL import Image
from printshop import boxes, for_screens, marks, text_inks

ROOT = Path(__file__).resolve().parents[2]
pytestmark = pytest.mark.slow
SIZES = {"a4": (210, 297), "a5-booklet": (148, 210), "poster": (297, 420)}


@dataclass(frozen=True)
class Shop:
    """What a run left: the folder of its files, and what it said."""

    folder: Path
    said: str


@pytest.fixture(scope="module")
def shop(tmp_path_factory: pytest.TempPathFactory) -> Shop:
    folder = tmp_path_factory.mktemp("shop")
    formats = [part for name in SIZES for part in ("--format", name)]
    command = [sys.executable, "-m", "leafdeck", "build", str(ROOT / "content.yaml"), "--only", "leaflet", *formats]
    options = ["--print", "--fillable", "--output", str(folder)]
    done = subprocess.run([*command, *options], check=True, capture_output=True, text=True, cwd=ROOT)
    return Shop(folder, done.stdout + done.stderr)


@pytest.fixture(params=SIZES)
def pressed(request: pytest.FixtureRequest, shop: Shop) -> tuple[str, bytes]:
    return request.param, (shop.folder / f"leaflet-{request.param}-press.pdf").read_bytes()


def test_it_is_the_same_pages_with_bleed_and_marks(pressed: tuple[str, bytes], shop: Shop) -> None:
    name, data = pressed
    width, height = SIZES[name]
    found = boxes(data)
    for page in found:
        assert page["TrimBox"] == pytest.approx([0, 0, width, height], abs=0.02)
        assert page["BleedBox"] == pytest.approx([-3, -3, width + 3, height + 3], abs=0.02)
    assert [len(lines) for lines in marks(data)] == [8] * len(found)
    read = shop.folder / ("leaflet.pdf" if name == "a4" else f"leaflet-{name}.pdf")
    assert _letters(data) == _letters(read.read_bytes())


def _letters(data: bytes) -> list[str]:
    """How often each letter is on the pages; a file for print has no order of reading."""
    return sorted("".join(text_of(data).split()))


def test_it_is_in_inks_and_its_text_in_black_alone(pressed: tuple[str, bytes]) -> None:
    assert for_screens(pressed[1]) == []
    inks = text_inks(pressed[1])
    assert (0, 0, 0, 100) in inks
    assert max(sum(each) for each in inks) <= 300
    assert not any(black >= 90 and (cyan or magenta or yellow) for cyan, magenta, yellow, black in inks)


def test_what_touches_the_edge_runs_on_into_the_bleed(pressed: tuple[str, bytes], tmp_path: Path) -> None:
    """The head of the first page: coloured in all of the bleed's corners beside it, and nothing beyond."""
    command = ["pdftoppm", "-r", "25.4", "-singlefile", "-png", "-l", "1", "-"]
    subprocess.run([*command, str(tmp_path / "page")], input=pressed[1], check=True, capture_output=True)
    picture: Any = Image.open(tmp_path / "page.png").convert("L")  # a pixel is a millimetre, the page begins at 10
    width = SIZES[pressed[0]][0]
    for x, y in ((8, 8), (8, 30), (width // 2, 8), (width + 11, 8), (width + 11, 30)):
        assert picture.getpixel((x, y)) < 120, (x, y)
    for x, y in ((5, 30), (width // 2, 5), (width + 15, 30)):
        assert picture.getpixel((x, y)) > 250, (x, y)


def test_the_run_finds_no_fault_with_the_real_guide(shop: Shop) -> None:
    assert "warning" not in shop.said


@pytest.mark.parametrize("name", ["leaflet.pdf", "leaflet-a5-booklet.pdf"])
def test_the_pages_to_read_have_fields_and_stay_sound(shop: Shop, name: str) -> None:
    data = (shop.folder / name).read_bytes()
    assert failures(data) == []
    with pikepdf.open(io.BytesIO(data)) as pdf:
        assert len(pdf.Root.AcroForm.Fields) > 3
        assert "/OutputIntents" not in pdf.Root
