"""On a dark screen every colour of a brand keeps its hue and can be read where it is used."""

from __future__ import annotations

import colorsys
from pathlib import Path

import pytest

from leafdeck.brand import css, dark
from leafdeck.brand.color import contrast, luminance, parse_hex
from leafdeck.brand.live import Live
from leafdeck.brand.model import Brand
from leafdeck.brand.palette import FILLS, TINTS
from leafdeck.resources import package_data

ROOT = Path(__file__).resolve().parents[2]
DEFAULTS = package_data() / "styles" / "brand.css"
ODD = {
    "yellow": "--brand-primary: #ffe000; --brand-accent: #fff3a0;",
    "black": "--brand-primary: #000000; --brand-accent: #000000; --brand-emergency: #000000;",
    "navy": "--brand-primary: #00007a; --brand-urgent: #00003a;",
    "pink": "--brand-primary: #ff0080; --brand-routine: #800040;",
}


def brand(tmp_path: Path, name: str) -> Brand:
    if name == "default":
        return css.load([DEFAULTS])
    if name == "high-contrast":
        return css.load([DEFAULTS, ROOT / "examples" / "brands" / "high-contrast" / "brand.css"])
    path = tmp_path / "brand.css"
    path.write_text(f":root {{ {ODD[name]} }}", encoding="utf-8")
    return css.load([DEFAULTS, path])


@pytest.mark.parametrize("name", ["default", "high-contrast", *ODD])
def test_text_and_lines_can_be_read(tmp_path: Path, name: str) -> None:
    colors = dark.colors(brand(tmp_path, name))
    page = colors["--brand-page"]
    assert luminance(page) < 0.03
    tints = [colors[tint] for tint in TINTS if tint != "--brand-rule"]
    for ground in (page, *tints):
        assert contrast(colors["--brand-ink"], ground) >= 7
        assert contrast(colors["--brand-primary"], ground) >= 7
        assert contrast(colors["--brand-muted"], ground) >= 4.5
    for level in ("emergency", "urgent", "routine"):
        assert contrast(colors[f"--brand-{level}"], page) >= 3
        assert contrast(colors[f"--brand-{level}"], colors[f"--brand-{level}-tint"]) >= 3
        assert contrast(colors[f"--brand-{level}"], colors[f"--brand-on-{level}"]) >= 4.5
    assert contrast(colors["--brand-primary"], colors["--brand-on-primary"]) >= 4.5
    assert contrast(colors["--brand-accent"], page) >= 3


@pytest.mark.parametrize("name", ["default", "high-contrast", *ODD])
def test_areas_and_labels_can_be_read(tmp_path: Path, name: str) -> None:
    worn = brand(tmp_path, name)
    night = dark.colors(worn)
    light, changed = dark.areas(worn, night)
    for areas, fills in ((light, worn.tokens), (light | changed, night)):
        assert contrast(areas["--area"], areas["--on-area"]) >= 4.5
        for fill in FILLS:
            label = areas[fill.replace("--brand-", "--label-on-")]
            assert contrast(fills[fill], label) >= 4.5, fill


def test_a_colour_keeps_its_hue_and_no_more_light_than_it_needs() -> None:
    lifted = dark.lifted("#0b4f5c", 7, ("#101010",))
    hues = [colorsys.rgb_to_hls(*parse_hex(color))[0] for color in ("#0b4f5c", lifted)]
    assert hues[0] == pytest.approx(hues[1], abs=0.01)
    assert contrast(lifted, "#101010") == pytest.approx(7, abs=0.3)
    assert dark.lifted("#d9822b", 3, ("#101010",)) == "#d9822b"
    assert dark.lifted("#000000", 22, ("#101010",)) == "#ffffff"


def test_a_high_contrast_brand_stays_one(tmp_path: Path) -> None:
    colors = dark.colors(brand(tmp_path, "high-contrast"))
    assert contrast(colors["--brand-primary"], colors["--brand-page"]) >= dark.MOST
    assert contrast(colors["--brand-rule"], colors["--brand-page"]) >= 3


def test_a_page_that_is_dark_already_stays_as_it_is(tmp_path: Path) -> None:
    path = tmp_path / "brand.css"
    path.write_text(":root { --brand-page: #101010; --brand-ink: #eeeeee; --brand-muted: #bbbbbb }", encoding="utf-8")
    worn = css.load([DEFAULTS, path])
    assert dark.colors(worn) == {}
    assert "@media" not in dark.style_sheet(worn)


def test_paper_is_always_light() -> None:
    assert "@media screen and (prefers-color-scheme: dark) {" in dark.style_sheet(css.load([DEFAULTS]))


def test_a_live_brand_names_properties_that_exist() -> None:
    live = Live.of(css.load([DEFAULTS]))
    assert live.color("--brand-primary") == "var(--brand-primary)"
    assert live.label_on(live.color("--brand-ink")) == "var(--label-on-ink)"
    assert live.family == "Atkinson Hyperlegible Next"
    with pytest.raises(KeyError):
        live.color("--brand-primery")
