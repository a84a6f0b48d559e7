"""The brands that come with leafdeck can be read by everyone, and are complete."""

from __future__ import annotations

from pathlib import Path

import pytest
from fontTools.ttLib import TTFont

from leafdeck.brand import css
from leafdeck.brand.color import contrast
from leafdeck.brand.model import Brand
from leafdeck.brand.palette import BASE_COLORS

ROOT = Path(__file__).resolve().parents[2]
DEFAULTS = ROOT / "styles" / "brand.css"
BRANDS = [DEFAULTS, *sorted((ROOT / "examples" / "brands").glob("*/brand.css"))]
HIGH_CONTRAST = ROOT / "examples" / "brands" / "high-contrast" / "brand.css"

TEXT = (
    *((text, area) for text in ("ink", "muted", "primary") for area in ("page", "primary-tint", "primary-soft")),
    *((text, area) for text in ("ink", "primary") for area in ("accent-tint",)),
    *((role, area) for role in ("emergency", "urgent", "routine") for area in ("page", f"{role}-tint")),
    *(("ink", f"{role}-tint") for role in ("emergency", "urgent", "routine")),
    *((f"on-{area}", area) for area in ("primary", "accent", "emergency", "urgent", "routine")),
)
"""Each colour of text with what may lie behind it."""


@pytest.fixture(params=BRANDS, ids=lambda path: path.parent.name)
def brand(request: pytest.FixtureRequest) -> Brand:
    path: Path = request.param
    return css.load(tuple(dict.fromkeys((DEFAULTS, path))))


def ratio(brand: Brand, one: str, other: str) -> float:
    return contrast(brand.color(f"--brand-{one}"), brand.color(f"--brand-{other}"))


@pytest.mark.parametrize(("text", "area"), TEXT)
def test_text_can_be_read(brand: Brand, text: str, area: str) -> None:
    assert ratio(brand, text, area) >= 4.5


@pytest.mark.parametrize("area", ["page", "primary-tint", "primary-soft", "emergency-tint", "urgent-tint"])
def test_body_text_has_the_enhanced_contrast(brand: Brand, area: str) -> None:
    """WCAG 2.2, success criterion 1.4.6."""
    assert ratio(brand, "ink", area) >= 7


@pytest.mark.parametrize(("text", "area"), TEXT)
def test_high_contrast_deserves_its_name(text: str, area: str) -> None:
    brand = css.load((DEFAULTS, HIGH_CONTRAST))
    wanted = 4.5 if text == "on-accent" else 7  # nothing but a single sign stands on the accent
    assert ratio(brand, text, area) >= wanted


@pytest.mark.parametrize(("line", "area"), [("accent", "page"), ("accent", "primary"), ("rule", "page")])
def test_lines_of_high_contrast_can_be_seen(line: str, area: str) -> None:
    """WCAG 2.2, success criterion 1.4.11."""
    assert ratio(css.load((DEFAULTS, HIGH_CONTRAST)), line, area) >= 3


def test_a_brand_brings_the_fonts_it_names_with_their_licence(brand: Brand) -> None:
    for family in {brand.family, brand.heading_family}:
        faces = {(font.weight, font.italic): font.path for font in brand.fonts if font.family == family}
        assert set(faces) >= {(400, False), (400, True), (700, False), (700, True)}
        for path in faces.values():
            with TTFont(path) as font:
                assert font["name"].getBestFamilyName() == family
                assert "fvar" not in font
            assert "SIL OPEN FONT LICENSE" in (path.parent / "OFL.txt").read_text(encoding="utf-8").upper()


def test_high_contrast_is_a_brand_of_its_own() -> None:
    default, other = css.load((DEFAULTS,)), css.load((DEFAULTS, HIGH_CONTRAST))
    same = [name for name in BASE_COLORS if default.color(name) == other.color(name)]
    assert same == ["--brand-page"]
    assert other.family != default.family
    assert other.token("--brand-radius") != default.token("--brand-radius")
    assert other.logo == HIGH_CONTRAST.parent / "logo.svg"


IN_PAGES_ALONE = {"--brand-measure"}
"""A slide's lines are as long as its boxes are wide."""
BY_NAME = {
    "--brand-logo",
    "--brand-primary-soft",
    "--brand-on-accent",
    *(f"--brand-chart-{number}" for number in range(1, 7)),
}
"""Templates and drawings take these by their names."""


@pytest.mark.parametrize("name", sorted(set(css.load((DEFAULTS,)).tokens) - BY_NAME))
def test_each_property_is_worn_by_leaflet_and_slides(name: str) -> None:
    leaflet, slides = (
        (ROOT / "styles" / f"{sheet}.css").read_text(encoding="utf-8") for sheet in ("leaflet", "slides")
    )
    assert f"var({name})" in leaflet
    assert f"var({name})" in slides or name in IN_PAGES_ALONE
