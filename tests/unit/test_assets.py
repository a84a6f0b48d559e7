"""What is carried along is used, and its licence stands beside it."""

from __future__ import annotations

from pathlib import Path

import yaml

ROOT = Path(__file__).parents[2]
BRANDS = (ROOT / "styles" / "brand.css", *sorted((ROOT / "examples").rglob("brand.css")))
GUIDES = (ROOT / "content.yaml", *sorted((ROOT / "examples").rglob("content.yaml")))


def icons_in(part: object) -> set[str]:
    """The icons that an outline names."""
    if isinstance(part, list):
        return {name for item in part for name in icons_in(item)}
    if isinstance(part, dict):
        named = {part["icon"]} if "icon" in part else set()
        named |= set(part.get("icons", ()))
        return named.union(*(icons_in(value) for value in part.values()))
    return set()


def test_only_icons_that_a_guide_uses_are_carried() -> None:
    used = {name for guide in GUIDES for name in icons_in(yaml.safe_load(guide.read_text(encoding="utf-8")))}
    assert {path.stem for path in (ROOT / "styles" / "icons").glob("*.svg")} == used


def test_only_fonts_that_a_brand_names_are_carried() -> None:
    for brand in BRANDS:
        css = brand.read_text(encoding="utf-8")
        unnamed = [font.name for font in brand.parent.glob("fonts/*.ttf") if f"url(fonts/{font.name})" not in css]
        assert unnamed == [], brand


def test_licences_stand_beside_fonts_and_icons() -> None:
    assert (ROOT / "styles" / "icons" / "LICENSE").is_file()
    for brand in (one for one in BRANDS if (one.parent / "fonts").is_dir()):
        assert "SIL OPEN FONT LICENSE" in (brand.parent / "fonts" / "OFL.txt").read_text(encoding="utf-8"), brand
