"""What of a brand cannot be read or told apart, with the nearest colour that can."""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from leafdeck.brand import css, guard, oklch, vision
from leafdeck.brand.color import contrast, luminance
from leafdeck.brand.model import Brand
from leafdeck.notice import Notice, Severity

ROOT = Path(__file__).resolve().parents[2]
DEFAULTS = ROOT / "styles" / "brand.css"
Wear = Callable[[str], Brand]
HEX = st.integers(0, 0xFFFFFF).map("#{:06x}".format)


@pytest.fixture
def wear(tmp_path: Path) -> Wear:
    def load(declarations: str) -> Brand:
        file = tmp_path / "brand.css"
        file.write_text(":root {\n" + declarations.replace("; ", ";\n") + "\n}\n", encoding="utf-8")
        return css.load((DEFAULTS, file))

    return load


def of(notices: tuple[Notice, ...], severity: Severity) -> list[Notice]:
    return [notice for notice in notices if notice.severity is severity]


@pytest.mark.parametrize("path", [DEFAULTS, *sorted((ROOT / "examples" / "brands").glob("*/brand.css"))])
def test_the_brands_that_come_with_leafdeck_pass(path: Path) -> None:
    found = guard.judge(css.load(tuple(dict.fromkeys((DEFAULTS, path)))))
    assert [notice.message for notice in found if notice.severity is not Severity.INFO] == []


def test_a_colour_that_cannot_be_read_is_told_with_its_line_and_the_nearest_that_can(wear: Wear) -> None:
    (notice,) = of(
        guard.judge(wear("--brand-primary: #5b2a86; --brand-muted: #aaaaaa; --brand-chart-6: #555")), Severity.ERROR
    )
    assert notice.message == "--brand-muted #aaaaaa on --brand-page #ffffff has 2.32:1, and text needs 4.5:1"
    assert notice.where.line == 3
    found = re.search(r"--brand-muted: (#\w{6});", notice.hint)
    assert found
    assert 4.5 <= contrast(found[1], "#ffffff") < 4.6


def test_following_every_suggestion_ends_without_errors(wear: Wear) -> None:
    text = "--brand-primary: #e8a200; --brand-accent: #ffe08a; --brand-emergency: #ff9999; --brand-ink: #999;"
    for _ in range(5):
        errors = of(guard.judge(wear(text)), Severity.ERROR)
        if not errors:
            break
        text += "".join(f" {found[0]}" for one in errors if (found := re.search(r"--brand-[\w-]+: #\w{6};", one.hint)))
    assert errors == []


def test_a_suggestion_keeps_the_hue() -> None:
    found = oklch.nearest("#e8a200", 4.5, lambda _: ["#ffffff"])
    assert found
    assert abs(oklch.to_lch(found)[2] - oklch.to_lch("#e8a200")[2]) < 3


def test_aaa_is_advice(wear: Wear) -> None:
    found = guard.judge(wear("--brand-muted: #6b6b6b; --brand-chart-6: #8a8a8a"))
    assert [(one.severity, "(AAA)" in one.message) for one in found] == [(Severity.INFO, True)]


def test_series_that_look_alike_to_some_are_told(wear: Wear) -> None:
    found = guard.judge(wear("--brand-chart-2: #a04040; --brand-chart-4: #4c7a34"))
    assert "--brand-chart-2 #a04040 and --brand-chart-4 #4c7a34 look alike to people with deuteranopia" in [
        one.message for one in of(found, Severity.WARNING)
    ]


def test_boxes_that_look_alike_are_advice_for_words_and_signs_part_them(wear: Wear) -> None:
    found = guard.judge(wear("--brand-emergency: #b3261e; --brand-urgent: #8a5a00"))
    assert [(one.severity, one.message.split(" look")[0]) for one in found if "deuteranopia" in one.message] == [
        (Severity.INFO, "--brand-emergency #b3261e and --brand-urgent #8a5a00")
    ]


def test_neighbours_that_print_as_one_grey_are_told(wear: Wear) -> None:
    found = guard.judge(wear("--brand-chart-2: #b04a00; --brand-chart-3: #1b6fb0"))
    assert any("--brand-chart-2 and --brand-chart-3 print as the same grey" in one.message for one in found)


def test_words_on_a_pattern_are_judged(wear: Wear, tmp_path: Path) -> None:
    (tmp_path / "dots.svg").write_text("<svg/>", encoding="utf-8")
    brand = wear("--brand-primary: #5b2a86; --brand-pattern: url(dots.svg)")
    assert guard.patterned(brand, ["#5b2a86", "#6b3d99"]) == ()
    (notice,) = guard.patterned(brand, ["#5b2a86", "#d0c0e0"])
    assert "words (#ffffff) on its #d0c0e0 have 1." in notice.message
    assert notice.where.line == 3


@given(HEX)
def test_oklch_goes_there_and_back(color: str) -> None:
    assert oklch.distance(oklch.from_lch(oklch.to_lch(color)), color) < 0.004


@given(HEX, HEX, st.sampled_from([3.0, 4.5, 7.0]))
def test_the_nearest_passes(color: str, ground: str, ratio: float) -> None:
    found = oklch.nearest(color, ratio, lambda _: [ground])
    if found is None:
        assert max(contrast("#000000", ground), contrast("#ffffff", ground)) < ratio + 0.2
    else:
        assert contrast(found, ground) >= ratio


@pytest.mark.parametrize("kind", vision.DEFICIENCIES)
def test_greys_look_the_same_to_everyone(kind: str) -> None:
    """The rows of each matrix of Machado et al. (2009) sum to 1."""
    for gray in ("#000000", "#777777", "#ffffff"):
        assert oklch.distance(vision.simulate(gray, kind), gray) < 0.01


def test_red_and_green_come_nearer_without_red_or_green_cones_and_not_without_blue_ones() -> None:
    red, green = "#c04040", "#5f7a2e"
    apart = oklch.distance(red, green)
    near = {
        kind: oklch.distance(vision.simulate(red, kind), vision.simulate(green, kind)) for kind in vision.DEFICIENCIES
    }
    assert near["deuteranopia"] < apart / 2
    assert near["tritanopia"] > apart / 2


@given(HEX)
def test_grey_keeps_the_luminance(color: str) -> None:
    gray = vision.gray(color)
    assert gray[1:3] == gray[3:5] == gray[5:7]
    assert abs(luminance(gray) - luminance(color)) < 0.006
