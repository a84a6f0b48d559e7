"""The web page in a real browser: nothing sideways or too small to tap, readable in light and dark, whole in print."""

from __future__ import annotations

import datetime as dt
import subprocess
from collections.abc import Iterator
from pathlib import Path

import browser
import pytest
import tortureguides
import whole
from browser import CUT, OVER, SIDEWAYS, Browser
from forms import composer_of

from leafdeck.brand.color import contrast
from leafdeck.build import build
from leafdeck.formats import WEB
from leafdeck.order import Order, Product

pytestmark = [
    pytest.mark.slow,
    pytest.mark.skipif(browser.PATH is None, reason="this machine has no Chromium; on Debian, make test installs it"),
]

ROOT = Path(__file__).resolve().parents[2]
TODAY = dt.date(2026, 11, 24)
BRANDS = {"default": None, "high-contrast": ROOT / "examples" / "brands" / "high-contrast" / "brand.css"}

COLOURS = """
(() => {
  const bare = /rgba?\\(\\d+, \\d+, \\d+, 0\\)|transparent/;
  const behind = element => {
    for (let at = element; at; at = at.parentElement) {
      const paint = getComputedStyle(at).backgroundColor;
      if (!bare.test(paint)) return paint;
    }
    return "none";
  };
  const shape = text => {
    const box = text.getBBox(), middle = new DOMPoint(box.x + box.width / 2, box.y + box.height / 2);
    const shapes = [...text.closest("svg").querySelectorAll("path, rect, circle")].reverse();
    return shapes.find(one => getComputedStyle(one).fill !== "none" && one.isPointInFill(middle));
  };
  const found = {};
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  for (let node; node = walker.nextNode();) {
    const element = node.parentElement;
    if (!node.data.trim() || element.closest(".away, .skip, title") || !element.getClientRects().length) continue;
    const style = getComputedStyle(element);
    if (style.visibility === "hidden") continue;
    const paint = element.closest("svg") ? style.fill : style.color;
    const area = element.matches("text:not([transform])") ? shape(element) : null;
    found[[paint, area ? getComputedStyle(area).fill : behind(element)].join("|")] ??= node.data.trim().slice(0, 40);
  }
  return Object.entries(found).map(([pair, words]) => [...pair.split("|"), words]);
})()
"""
"""The colour of each text that is shown, what is painted behind it, and some of its words."""

SMALL = """
[...document.querySelectorAll("summary, .tap, .call, .inside a, .links a, .tile a, .house-words p > a")]
  .filter(one => one.getClientRects().length && !one.closest("details:not([open]) > :not(summary)"))
  .map(one => [one.textContent.trim(), one.getBoundingClientRect().height])
  .filter(([, height]) => height < 44)
"""
"""What stands by itself to be tapped and is less than 44 px tall."""

LINES = """
[...document.querySelectorAll("main p")].map(one => {
  const range = document.createRange();
  range.selectNodeContents(one);
  const tops = new Set([...range.getClientRects()].map(box => Math.round(box.bottom / 12)));
  return [tops.size, one.textContent.length, one.textContent.slice(0, 30)];
}).filter(([lines]) => lines > 2)
"""
"""The lines and letters of each longer paragraph."""


@pytest.fixture(scope="module")
def tab() -> Iterator[Browser]:
    with Browser() as tab:
        yield tab


def web_page(content: Path, folder: Path, brand: Path | None = None) -> Path:
    order = Order(content, folder, TODAY, (Product.LEAFLET,), brand=brand, formats=(WEB,), side_by_side=False)
    assert build(order).notices == ()
    return folder / WEB.file


@pytest.fixture(scope="module")
def pages(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Path]:
    """The real guide in both brands, and one with every kind of section and words too long for any screen."""
    folder = tmp_path_factory.mktemp("web")
    made = {name: web_page(ROOT / "content.yaml", folder / name, brand) for name, brand in BRANDS.items()}
    torture = tortureguides.write(tortureguides.GUIDES["long-words"](), folder / "torture")
    return {**made, "torture": web_page(torture, folder / "torture" / "output")}


@pytest.mark.parametrize("name", ["default", "high-contrast", "torture"])
@pytest.mark.parametrize("width", [320, 360, 768, 1280])
def test_nothing_reaches_beyond_the_window(tab: Browser, pages: dict[str, Path], name: str, width: int) -> None:
    tab.look(width, 800)
    tab.open(pages[name])
    assert tab.run(SIDEWAYS)[:5] == []
    assert tab.run("document.documentElement.scrollWidth") <= width


@pytest.mark.parametrize("guide", [*tortureguides.GUIDES, *tortureguides.KINDS])
def test_a_guide_that_no_leaflet_likes_stays_whole(tab: Browser, guide: str, tmp_path: Path) -> None:
    """Nothing sideways, nothing hidden, no words over others, none lost."""
    guides = tortureguides.GUIDES
    content = tortureguides.write(guides[guide]() if guide in guides else tortureguides.alone(guide), tmp_path)
    page = web_page(content, tmp_path / "output")
    for width in (320, 1280):
        tab.look(width, 800)
        tab.open(page)
        tab.run("document.querySelectorAll('details').forEach(one => one.open = true)")
        assert tab.run(SIDEWAYS)[:5] == []
        assert tab.run(CUT) == []
        assert tab.run(OVER) == []
    tab.run("document.querySelectorAll('.cite').forEach(one => one.remove())")
    said = whole.letters(tab.run("document.body.textContent"))
    assert whole.lost(whole.texts(composer_of(content).guide), said) == []


@pytest.mark.parametrize("name", list(BRANDS))
def test_the_page_asks_for_nothing_else(tab: Browser, pages: dict[str, Path], name: str) -> None:
    tab.look(360, 800)
    tab.open(pages[name])
    assert tab.asked_for == [pages[name].as_uri()]
    assert tab.complaints == []
    loaded = tab.run("[...document.fonts].map(one => [one.family.replaceAll('\"', ''), one.weight, one.status])")
    family = {"default": "Atkinson Hyperlegible Next", "high-contrast": "Source Sans 3"}[name]
    assert sorted(loaded) == [[family, weight, "loaded"] for weight in ("400", "700")]


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("name", ["default", "high-contrast", "torture"])
@pytest.mark.parametrize("width", [360, 1280])
def test_every_text_can_be_read_on_what_is_painted_behind_it(
    tab: Browser, pages: dict[str, Path], name: str, scheme: str, width: int
) -> None:
    tab.look(width, 800, prefers_color_scheme=scheme)
    tab.open(pages[name])
    tab.run("document.querySelectorAll('details').forEach(one => one.open = true)")
    ink = tab.run("getComputedStyle(document.documentElement).color")
    found = tab.run(COLOURS)
    assert len(found) > 10
    ratios = {(paint, behind, words): contrast(hexed(paint), hexed(behind)) for paint, behind, words in found}
    assert {pair: round(ratio, 2) for pair, ratio in ratios.items() if ratio < (7 if pair[0] == ink else 4.5)} == {}
    page = tab.run("getComputedStyle(document.documentElement).backgroundColor")
    assert (contrast(hexed(page), "#ffffff") > 10) is (scheme == "dark")


def hexed(color: str) -> str:
    """Turn ``rgb(1, 2, 3)`` into ``#010203``."""
    parts = [int(part) for part in color.removeprefix("rgb(").removesuffix(")").split(", ")]
    return "#" + "".join(f"{part:02x}" for part in parts)


def test_what_is_tapped_is_large_enough(tab: Browser, pages: dict[str, Path]) -> None:
    tab.look(360, 800)
    tab.open(pages["default"])
    tab.run("document.querySelectorAll('details').forEach(one => one.open = true)")
    assert tab.run(SMALL) == []


@pytest.mark.parametrize("width", [360, 1280])
def test_a_sign_is_no_larger_than_a_sign(tab: Browser, pages: dict[str, Path], width: int) -> None:
    tab.look(width, 800)
    tab.open(pages["default"])
    sizes = tab.run(
        "[...document.querySelectorAll('.icon, .urgency-sign')].map(one => one.getBoundingClientRect().width)"
    )
    assert len(sizes) > 20
    assert max(sizes) <= 56


def test_lines_are_neither_short_nor_long_on_a_wide_screen(tab: Browser, pages: dict[str, Path]) -> None:
    for name in BRANDS:
        tab.look(1920, 1000)
        tab.open(pages[name])
        found = tab.run(LINES)
        assert len(found) > 3
        assert [each for each in found if each[1] / (each[0] - 0.5) > 84] == []


def test_motion_is_smooth_only_for_those_who_like_it(tab: Browser, pages: dict[str, Path]) -> None:
    for wish, behaviour in (("reduce", "auto"), ("no-preference", "smooth")):
        tab.look(360, 800, prefers_reduced_motion=wish)
        tab.open(pages["default"])
        assert tab.run("getComputedStyle(document.documentElement).scrollBehavior") == behaviour


def test_filled_areas_keep_an_edge_in_a_readers_own_colours(tab: Browser, pages: dict[str, Path]) -> None:
    tab.look(360, 800, forced_colors="active")
    tab.open(pages["default"])
    for area in (".urgent-head", ".row", ".evidence", ".step", ".call"):
        assert tab.run(f"getComputedStyle(document.querySelector('{area}')).borderTopWidth") == "2px", area


def test_contents_are_folded_on_a_phone_and_open_beside_the_text(tab: Browser, pages: dict[str, Path]) -> None:
    for width, shown in ((360, False), (1280, True)):
        tab.look(width, 800)
        tab.open(pages["default"])
        seen = tab.run("document.querySelector('.inside a').checkVisibility({contentVisibilityAuto: true})")
        assert seen is shown
        assert tab.run("document.querySelectorAll('.inside a').length") > 10


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_print_holds_every_answer_and_the_code_to_scan(
    tab: Browser, pages: dict[str, Path], scheme: str, tmp_path: Path
) -> None:
    tab.look(360, 800, prefers_color_scheme=scheme)
    tab.open(pages["default"])
    assert tab.run("document.querySelector('.qr').checkVisibility()") is False
    printed = tmp_path / "printed.pdf"
    printed.write_bytes(tab.pdf())
    command = ["pdftotext", str(printed), "-"]
    text = subprocess.run(command, check=True, capture_output=True, encoding="utf-8").stdout
    said = " ".join(text.split())
    assert "Scan the code, or go to:" in said
    assert "Without it, muscles in your back and legs can tighten by themselves." in said
    assert "Skip to the guide" not in said
    assert "Call 999 or go to A&E now if:" in said
