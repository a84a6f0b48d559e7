"""The real guide on a folded sheet for a print shop: both sides trimmed, marked and in inks, colour into the bleed."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
from pdftags import text_of
from PIL import Image
from printshop import boxes, for_screens, marks

pytestmark = pytest.mark.slow

ROOT = Path(__file__).resolve().parents[2]
FOLDS = {
    "trifold": ((297, 210), ((97, 197), (100, 200))),
    "trifold-letter": ((279.4, 215.9), ((91, 185.2), (94.2, 188.4))),
}
SHEET = 10
"""How much larger a sheet is than its page on each side, in mm."""


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    made = tmp_path_factory.mktemp("folded")
    formats = [part for name in FOLDS for part in ("--format", name)]
    command = [sys.executable, "-m", "leafdeck", "build", str(ROOT / "content.yaml"), "--only", "leaflet", *formats]
    done = subprocess.run(
        [*command, "--print", "--strict", "--output", str(made)], check=True, capture_output=True, text=True, cwd=ROOT
    )
    for name in FOLDS:
        assert f"leaflet-{name}-press.pdf" in done.stdout
    return made


@pytest.fixture(params=FOLDS)
def pressed(request: pytest.FixtureRequest, folder: Path) -> tuple[str, bytes]:
    return request.param, (folder / f"leaflet-{request.param}-press.pdf").read_bytes()


def test_both_sides_are_trimmed_to_the_sheet_with_3_mm_of_bleed(pressed: tuple[str, bytes]) -> None:
    (width, height), _ = FOLDS[pressed[0]]
    sides = boxes(pressed[1])
    assert len(sides) == 2
    for side in sides:
        assert side["TrimBox"] == pytest.approx([0, 0, width, height], abs=0.02)
        assert side["BleedBox"] == pytest.approx([-3, -3, width + 3, height + 3], abs=0.02)
        assert side["MediaBox"] == pytest.approx([-SHEET, -SHEET, width + SHEET, height + SHEET], abs=0.02)


def test_folds_are_marked_outside_the_bleed_where_panels_meet(pressed: tuple[str, bytes]) -> None:
    (_, height), sides = FOLDS[pressed[0]]
    for lines, folds in zip(marks(pressed[1]), sides, strict=True):
        assert len(lines) == 8 + 2 * len(folds)
        found = [(x, y, end) for x, y, _, end in lines[8:]]
        wanted = [mark for fold in folds for mark in ((fold, -4, -9), (fold, height + 4, height + 9))]
        assert [pytest.approx(mark, abs=0.03) for mark in wanted] == found


def test_it_says_what_the_panels_say_in_inks_alone(pressed: tuple[str, bytes], folder: Path) -> None:
    name, data = pressed
    read = (folder / f"leaflet-{name}.pdf").read_bytes()
    assert sorted("".join(text_of(data).split())) == sorted("".join(text_of(read).split()))
    assert for_screens(data) == []


def test_the_cover_runs_into_the_bleed_but_not_over_the_fold(pressed: tuple[str, bytes], tmp_path: Path) -> None:
    name, data = pressed
    command = ["pdftoppm", "-r", "25.4", "-singlefile", "-png", "-l", "1", "-"]
    subprocess.run([*command, str(tmp_path / "page")], input=data, check=True, capture_output=True)
    picture: Any = Image.open(tmp_path / "page.png").convert("L")  # a pixel is a millimetre, the sheet begins at 10
    (width, height), ((_, fold), _) = FOLDS[name]
    right, foot, cover = round(width) + SHEET, round(height) + SHEET, round(fold) + SHEET
    for x, y in ((right + 1, 30), (right + 1, foot + 1), (cover + 3, 8), (cover + 3, foot + 1), (right - 4, 30)):
        assert picture.getpixel((x, y)) < 120, (x, y)
    for x, y in ((cover - 2, 30), (cover - 2, 8), (right + 5, 30), (cover + 3, 5), (8, 30)):
        assert picture.getpixel((x, y)) > 250, (x, y)
