"""What font files tell of their letters' shapes, and where a deck says it."""

from __future__ import annotations

import io
import re
import zipfile
from pathlib import Path

import pytest
from boxtree import BASE
from ownfont import face, font

from leafdeck import deck
from leafdeck.deck import fontshapes

SANS = (2, 11, 6, 4, 2, 2, 2, 2, 2, 4)


def read(folder: Path, *fonts: bytes) -> dict[str, tuple[str | None, int]]:
    files = [folder / f"{number}.ttf" for number in range(len(fonts))]
    for file, data in zip(files, fonts, strict=True):
        file.write_bytes(data)
    return fontshapes.read(files)


@pytest.mark.parametrize(
    ("panose", "fixed", "shape"),
    [
        (SANS, False, ("020B0604020202020204", 0x22)),
        ((2, 4, *SANS[2:]), False, ("02040604020202020204", 0x12)),
        ((2, 11, 6, 9, *SANS[4:]), False, ("020B0609020202020204", 0x31)),
        ((), True, (None, 0x31)),
        ((), False, (None, 2)),
        ((5, *SANS[1:]), False, ("050B0604020202020204", 2)),
    ],
)
def test_a_family_has_its_numbers_and_pitch(
    tmp_path: Path, panose: tuple[int, ...], fixed: bool, shape: tuple[str | None, int]
) -> None:
    assert read(tmp_path, font("Own", "a", panose=panose, fixed=fixed)) == {"Own": shape}


def test_a_regular_face_goes_before_others(tmp_path: Path) -> None:
    regular = font("Own", "a", panose=SANS)
    other = font("Own", "a", panose=(2, 11, 8, *SANS[3:]), regular=False)
    for fonts in ((regular, other), (other, regular)):
        assert read(tmp_path, *fonts)["Own"][0] == "020B0604020202020204"


def test_a_file_that_is_no_font_says_nothing(tmp_path: Path) -> None:
    assert read(tmp_path, b"no font") == {}


def test_the_theme_has_the_fonts_of_scripts_and_like_fonts_for_all_others() -> None:
    words = '<p style="font-family: Liberation Sans, Own">אב</p>'
    html = f'<html lang="en"><style>{BASE}{face("Own", "אב")}</style><section><h1>One</h1>{words}</section>'
    with zipfile.ZipFile(io.BytesIO(deck.from_html(html))) as archive:
        theme = archive.read("ppt/theme/theme1.xml").decode()
        slide = archive.read("ppt/slides/slide1.xml").decode()
    assert (
        re.findall(r'<a:cs typeface="Own" pitchFamily="2"/>', theme) == ['<a:cs typeface="Own" pitchFamily="2"/>'] * 2
    )
    assert '<a:font script="Jpan" typeface="Yu Gothic"/>' in theme
    assert '<a:ea typeface=""/>' in theme
    assert '<a:cs typeface="+mn-cs"/>' in slide
