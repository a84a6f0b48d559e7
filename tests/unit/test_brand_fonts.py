"""Fonts of a brand: licences, weights, letters, and what stands in for them."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from pathlib import Path

import pytest
from fontTools import subset
from fontTools.ttLib import TTFont, newTable
from fontTools.ttLib.tables._f_v_a_r import Axis

from leafdeck.brand import css, fonts
from leafdeck.notice import Notice

ROOT = Path(__file__).resolve().parents[2]
DEFAULTS = ROOT / "styles" / "brand.css"
FAMILY = ROOT / "examples" / "brands" / "high-contrast" / "fonts"
FACES = {(400, False): "Regular", (400, True): "Italic", (700, False): "Bold", (700, True): "BoldItalic"}
Judge = Callable[..., list[str]]


@pytest.fixture
def judge(tmp_path: Path) -> Judge:
    """Judge a brand with Source Sans 3, its files changed first."""

    def run(
        change: Callable[[TTFont], None] | None = None,
        *,
        faces: tuple[tuple[int, bool], ...] = tuple(FACES),
        chain: str = '"Source Sans 3", Arial, sans-serif',
        language: str = "en",
        more: str = "",
    ) -> list[str]:
        rules = ""
        for weight, italic in faces:
            file = tmp_path / f"SourceSans3-{FACES[weight, italic]}.ttf"
            shutil.copy(FAMILY / file.name, file)
            if change:
                with TTFont(file) as font:
                    change(font)
                    font.save(tmp_path / "made.ttf")
                shutil.move(tmp_path / "made.ttf", file)
            style = "italic" if italic else "normal"
            rules += f'@font-face {{ font-family: "Source Sans 3"; font-weight: {weight}; '
            rules += f"font-style: {style}; src: url({file.name}) }}\n"
        own = tmp_path / "brand.css"
        own.write_text(f"{rules}:root {{ --brand-font: {chain}; {more} }}", encoding="utf-8")
        fonts.read.cache_clear()
        found: tuple[Notice, ...] = fonts.judge(css.load((DEFAULTS, own)), ["Plain words"], language)
        return [f"{one.severity}:{one.where.line}: {one.message}" for one in found]

    return run


def test_a_whole_family_has_nothing_wrong(judge: Judge) -> None:
    assert judge() == []


@pytest.mark.parametrize(
    ("bits", "told"),
    [
        (0x0002, "error:1: the licence of SourceSans3-Regular.ttf forbids a PDF to carry it (fsType 2)"),
        (0x0200, "error:1: the licence of SourceSans3-Regular.ttf allows pictures of its letters only"),
        (
            0x0100,
            "warning:1: the licence of SourceSans3-Regular.ttf forbids to cut it to its used letters, as a PDF does",
        ),
        (
            0x0004,
            "info:1: the licence of SourceSans3-Regular.ttf lets a PDF carry it to read and print; a web page may not",
        ),
        (0x0008, None),
    ],
)
def test_licences_are_read(judge: Judge, bits: int, told: str | None) -> None:
    def change(font: TTFont) -> None:
        font["OS/2"].fsType = bits

    found = judge(change)
    assert found[:1] == ([told] if told else [])
    assert len(found) == (4 if told else 0)


def test_missing_weights_are_named(judge: Judge) -> None:
    found = judge(faces=((400, False), (700, False)))
    assert found == [
        "warning:1: Source Sans 3 comes without italic and bold italic, which would be drawn from another weight"
    ]


def test_a_heading_needs_only_its_own_weight(judge: Judge) -> None:
    found = judge(
        faces=((400, False),),
        chain="Arial, sans-serif",
        more='--brand-font-heading: "Source Sans 3", Arial, sans-serif; --brand-heading-weight: 400',
    )
    assert found == []


def test_missing_letters_of_the_language_are_named(judge: Judge) -> None:
    def change(font: TTFont) -> None:
        cutter = subset.Subsetter()
        cutter.populate(unicodes=range(0x20, 0x100))
        cutter.subset(font)

    assert judge(change, language="en") == []
    found = judge(change, language="pl-PL")
    assert len(found) == 4
    assert found[0].startswith("warning:1: SourceSans3-Regular.ttf lacks letters of the language pl-PL: Ą ą Ć ć")


def test_a_variable_font_and_a_damaged_one_are_told(judge: Judge, tmp_path: Path) -> None:
    def change(font: TTFont) -> None:
        axis = Axis()
        axis.axisTag, axis.minValue, axis.defaultValue, axis.maxValue, axis.axisNameID = "wght", 200, 400, 900, 1
        font["fvar"] = newTable("fvar")
        font["fvar"].axes, font["fvar"].instances = [axis], []

    found = judge(change)
    assert found[0] == "warning:1: SourceSans3-Regular.ttf is a variable font, and PowerPoint shows one weight of it"
    (tmp_path / "broken.ttf").write_bytes(b"\0\1\0\0 and then nothing")
    own = tmp_path / "brand.css"
    own.write_text("@font-face { font-family: X; src: url(broken.ttf) }", encoding="utf-8")
    damaged = fonts.judge(css.load((DEFAULTS, own)), [], "en")
    assert [one.message for one in damaged] == ["the font broken.ttf is damaged"]


@pytest.mark.parametrize(
    ("chain", "told"),
    [
        ('"Source Sans 3", Arial', "warning:5: --brand-font does not end with a kind of font, such as sans-serif"),
        ('"Source Sans 3", sans-serif', "warning:5: --brand-font names no font that comes with PowerPoint"),
        (
            "Nowhere, Arial, sans-serif",
            "info:5: --brand-font: Nowhere is taken from this machine, since no @font-face rule brings it",
        ),
    ],
)
def test_the_chain_is_judged(judge: Judge, chain: str, told: str) -> None:
    assert told in judge(chain=chain)
