"""docs/branding.md tells every property that there is, with the values that the built-in brand has."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from leafdeck.brand import css, palette
from leafdeck.brand.color import mix
from leafdeck.errors import LayoutError

ROOT = Path(__file__).resolve().parents[2]
PAGE = (ROOT / "docs" / "branding.md").read_text(encoding="utf-8")
DEFAULTS = ROOT / "styles" / "brand.css"
ROWS = re.findall(r"(?m)^\| `(--brand-[\w-]+)` \| (.+?) \| (.+?) \|$", PAGE)


def test_it_lists_the_properties_that_exist_and_no_others() -> None:
    brand = css.load((DEFAULTS,))
    assert sorted(name for name, _, _ in ROWS) == sorted(brand.tokens)


def test_it_gives_the_built_in_values() -> None:
    brand = css.load((DEFAULTS,))
    shown = {name: value.strip("`") for name, _, value in ROWS}
    for name in (*palette.BASE_COLORS, "--brand-radius", "--brand-measure", "--brand-logo"):
        assert shown[name] == brand.token(name)
    assert brand.token("--brand-font").startswith(shown["--brand-font"].removesuffix("…"))


def test_it_gives_the_shares_of_the_tints() -> None:
    made = {name: how for name, _, how in ROWS}
    for name, (base, share) in palette.TINTS.items():
        assert made[name] == f"{share:.0%} of {base.removeprefix('--brand-')} on the page"
    assert mix("#000000", 0.09, "#ffffff") == "#e8e8e8"


@pytest.mark.parametrize(
    "value", re.findall(r"`(#5b2a86|rgb\([^)]*\)|hsl\([^)]*\)|oklch\([^)]*\)|rebeccapurple)`", PAGE)
)
def test_every_notation_it_shows_is_read(tmp_path: Path, value: str) -> None:
    own = tmp_path / "brand.css"
    own.write_text(f":root {{ --brand-primary: {value} }}", encoding="utf-8")
    assert css.load((DEFAULTS, own)).color("--brand-primary").startswith("#")


def test_its_example_of_a_mistake_is_what_is_said(tmp_path: Path) -> None:
    own = tmp_path / "brand.css"
    own.write_text(":root {\n  --brand-primary: purpel;\n}\n", encoding="utf-8")
    with pytest.raises(LayoutError) as caught:
        css.load((DEFAULTS, own))
    (problem,) = caught.value.problems
    assert f"error: styles/brand.css:{problem.where.line}:{problem.where.column}: {problem.message}\n" in PAGE
    assert f"hint: {problem.hint}\n" in PAGE
