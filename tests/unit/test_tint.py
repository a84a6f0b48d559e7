"""Tints of a theme's colours: they refer to their slot, and look as they were asked to."""

from __future__ import annotations

from dataclasses import replace

import decks
import pytest
from hypothesis import given
from hypothesis import strategies as st

from leafdeck.brand.color import mix
from leafdeck.deck import theme, tint
from leafdeck.deck.look import SlideTheme, color_of
from leafdeck.deck.paint import Color
from leafdeck.deck.xml import make

SLOTS = (("accent1", "0b4f5c"), ("accent2", "d9822b"), ("accent3", "b3261e"))
CHANNELS = st.integers(0, 255).map(lambda channel: f"{channel:02x}")
COLORS = st.tuples(CHANNELS, CHANNELS, CHANNELS).map("".join)


@pytest.mark.parametrize(
    ("color", "slot"), [("fbf3ea", "accent2"), ("f8ebeb", "accent3"), ("c4d5d8", "accent1"), ("eeeeee", None)]
)
def test_a_mix_of_a_slot_and_the_page_is_a_tint_of_the_slot(color: str, slot: str | None) -> None:
    made = tint.of(color, SLOTS, "ffffff")
    assert (made and made[0]) == slot


@given(COLORS, st.integers(5, 95), st.sampled_from(["ffffff", "fffdf7", "fbf6ee"]))
def test_a_tint_looks_as_asked_whatever_the_colour(base: str, share: int, page: str) -> None:
    wanted = mix(f"#{base}", share / 100, f"#{page}").removeprefix("#")
    made = tint.of(wanted, (("accent1", base),), page)
    if page == "ffffff" and abs(int(base[:2], 16) - 255) > 60:
        assert made is not None
    if made:
        shown = tint.changed(tuple(bytes.fromhex(base)), made[1])
        assert all(abs(a - b) <= 1 for a, b in zip(shown, bytes.fromhex(wanted), strict=True))


def test_the_file_says_how_a_tint_is_made_and_another_theme_changes_it() -> None:
    node = make("a:solidFill", theme.color(Color("fbf3ea", 0.5), replace(decks.THEME)))
    assert [(child.tag.rpartition("}")[2], child.get("val")) for child in node[0]] == [
        ("satMod", "97701"),
        ("lumMod", "9906"),
        ("lumOff", "90048"),
        ("alpha", "50000"),
    ]
    called = {slot: slot for slot in decks.THEME.colors}
    ours = SlideTheme({slot: f"#{value}" for slot, value in decks.THEME.colors.items()}, {}, called)
    assert color_of(node, ours) == "#fbf3ea"
    other = replace(ours, slots={**ours.slots, "accent2": "#2b54d9"})
    assert color_of(node, other) == "#eaeefb"
