"""A template's look becomes a brand that everyone can read, and that says where its values come from."""

from __future__ import annotations

import re
from dataclasses import replace
from pathlib import Path

from hypothesis import given
from hypothesis import strategies as st

from leafdeck.brand import css
from leafdeck.brand.color import contrast
from leafdeck.brand.look import Found, Look
from leafdeck.brand.palette import BASE_COLORS, derive
from leafdeck.brand.sheet import brand_css, choose

ROOT = Path(__file__).resolve().parents[2]
DEFAULTS = ROOT / "styles" / "brand.css"
OFFICE = Look(
    name="office.potx",
    slots={"dk1": "#000000", "lt1": "#ffffff", "dk2": "#44546a", "lt2": "#e7e6e6", "accent1": "#4472c4"}
    | {"accent2": "#ed7d31", "accent3": "#a5a5a5", "accent4": "#ffc000", "accent5": "#5b9bd5", "accent6": "#70ad47"},
    page=Found("#ffffff", "the background of the master"),
    paper=Found("#ffffff", "the theme's background colour"),
    title=Found("#000000", "the titles of the master"),
    text=Found("#000000", "the body text of the master"),
    heading_font="Calibri Light",
    body_font="Calibri",
)
TEXT = (
    *((text, area) for text in ("ink", "muted", "primary") for area in ("page", "primary-tint", "primary-soft")),
    *((text, area) for text in ("ink", "primary") for area in ("accent-tint",)),
    *((role, area) for role in ("emergency", "urgent", "routine") for area in ("page", f"{role}-tint")),
    *(("ink", f"{role}-tint") for role in ("emergency", "urgent", "routine")),
    *((f"on-{area}", area) for area in ("primary", "accent", "emergency", "urgent", "routine")),
)
COLORS = st.integers(0, 0xFFFFFF).map(lambda number: f"#{number:06x}")
FOUND = st.builds(Found, COLORS, st.just("somewhere"))
SLOTS = st.dictionaries(st.sampled_from(("dk2", "lt2", *(f"accent{n}" for n in range(1, 7)))), COLORS)
LOOKS = st.builds(Look, st.just("any.potx"), SLOTS, st.none() | FOUND, FOUND, FOUND, FOUND)


def all_colors(look: Look) -> dict[str, str]:
    chosen = {f"--brand-{name}": found.color for name, found in choose(look).items()}
    base = chosen | {"--brand-routine": chosen["--brand-primary"]}
    assert set(base) == set(BASE_COLORS)
    return base | derive(base)


@given(LOOKS)
def test_whatever_the_theme_text_can_be_read_and_lines_be_seen(look: Look) -> None:
    colors = all_colors(look)
    for text, area in TEXT:
        assert contrast(colors[f"--brand-{text}"], colors[f"--brand-{area}"]) >= 4.5, (text, area)
    assert contrast(colors["--brand-accent"], colors["--brand-page"]) >= 3


def test_a_colour_that_can_be_read_stays_as_it_is() -> None:
    look = replace(OFFICE, title=Found("#005f73", "the titles of the master"))
    assert choose(look)["primary"] == look.title
    assert choose(look)["ink"] == look.text


def test_black_titles_leave_the_primary_colour_to_the_first_accent() -> None:
    primary = choose(OFFICE)["primary"]
    assert primary.where == "the theme's accent 1 (#4472c4), darkened to 4.5:1"
    assert contrast(primary.color, "#4472c4") < 1.5


def test_a_colour_that_needs_little_goes_before_one_that_would_not_be_the_same() -> None:
    look = replace(OFFICE, slots={**OFFICE.slots, "accent1": "#ffc000", "accent2": "#2f6f3e"})
    assert choose(look)["primary"] == Found("#2f6f3e", "the theme's accent 2")
    orange = choose(OFFICE)["accent"]
    assert orange.where.startswith("the theme's accent 2 (#ed7d31), darkened")


def test_a_theme_of_greys_makes_a_grey_brand() -> None:
    grey = replace(OFFICE, slots={"accent1": "#777777", "dk2": "#333333"})
    assert choose(grey)["primary"].color == "#000000"


def test_a_dark_page_stays_dark_and_colours_are_lightened() -> None:
    dark = replace(OFFICE, page=Found("#101820", "the background of the master"), text=Found("#f0f0f0", "text"))
    colors = choose(dark)
    assert colors["page"].color == "#101820"
    assert "lightened to 4.5:1" in colors["emergency"].where


def test_a_page_on_which_nothing_can_be_read_is_left() -> None:
    grey = replace(OFFICE, page=Found("#808080", "the background of the master"))
    assert choose(grey)["page"].where == "white, since little can be read on the background of the master (#808080)"
    assert choose(grey)["page"].color == "#ffffff"


def test_the_file_is_a_brand_and_each_colour_says_where_it_is_from(tmp_path: Path) -> None:
    path = tmp_path / "brand.css"
    (tmp_path / "logo.png").write_bytes(b"picture")
    path.write_text(brand_css(OFFICE, "logo.png"), encoding="utf-8")
    brand = css.load((DEFAULTS, path))
    assert brand.family == "Calibri"
    assert brand.heading_family == "Calibri Light"
    assert brand.logo == tmp_path / "logo.png"
    assert {name: brand.color(f"--brand-{name}") for name in choose(OFFICE)} == {
        name: found.color for name, found in choose(OFFICE).items()
    }
    for line in re.findall(r"(?m)^  --.*$", path.read_text(encoding="utf-8")):
        assert re.fullmatch(r"  --brand-[a-z-]+: .+; /\* .+ \*/", line)


@given(st.text(), st.text(), st.text())
def test_a_strangers_words_stay_in_their_place(name: str, heading: str, body: str) -> None:
    look = replace(OFFICE, name=f"*/ :root {{}} {name}", heading_font=heading, body_font=body)
    bare = re.sub(r"/\*.*?\*/", "", brand_css(look), flags=re.DOTALL)
    bare = re.sub(r'"[^"\\\n]*"', '""', bare)
    assert re.fullmatch(r"\s*:root \{(\s*--brand-[a-z-]+: [^;{}]*;)+\s*\}\s*", bare)


def test_a_template_without_fonts_keeps_leafdecks_own(tmp_path: Path) -> None:
    path = tmp_path / "brand.css"
    path.write_text(brand_css(replace(OFFICE, heading_font="", body_font="")), encoding="utf-8")
    assert css.load((DEFAULTS, path)).family == css.load((DEFAULTS,)).family
