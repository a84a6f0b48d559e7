"""How the layout engine set words: family, size, colour, what is drawn with them. Part of the box tree's reader."""

from __future__ import annotations

from typing import Any

from weasyprint.draw.color import get_color
from weasyprint.formatting_structure import boxes
from weasyprint.text.line_break import split_first_line

from leafdeck.deck import boxback, boxscript
from leafdeck.deck.paint import Color, Font
from leafdeck.units import Px

Box = Any
BOLD_FROM = 600
"""PowerPoint knows regular and bold only."""

RISE_FROM = 0.5
"""A baseline that differs by less, in px, is the line's own."""


def width(words: str, style: Any) -> float:  # noqa: ANN401 - the engine's style
    """Return how wide words are on one line in a style, in px."""
    return float(split_first_line(words, style, None, None, 0)[3])


def font_of(text: Box, line: Box, opacity: float, highlight: Color | None = None) -> Font:
    """Return how a box's words are set; ``rise`` is measured from the line's baseline."""
    style = text.style
    decoration = style["text_decoration_line"]
    under = get_color(style, "text_decoration_color")
    own = get_color(style, "color")
    own_baseline = getattr(text, "baseline", None)
    rise = 0.0 if own_baseline is None else line.position_y + line.baseline - text.position_y - own_baseline
    spacing = style["letter_spacing"]
    scripts = boxscript.families(text) if isinstance(text, boxes.TextBox) else {}
    return Font(
        family=style["font_family"][0],
        size=Px(style["font_size"]),
        color=boxback.color(get_color(style, "color"), opacity) or Color("000000", 0.0),
        bold=style["font_weight"] >= BOLD_FROM,
        italic=style["font_style"] != "normal",
        underline="underline" in decoration,
        underline_style=style["text_decoration_style"] if "underline" in decoration else "solid",
        underline_color=boxback.color(under, opacity) if "underline" in decoration and under != own else None,
        strike="line-through" in decoration,
        small_caps=style["font_variant_caps"].endswith(("small-caps", "petite-caps")),
        rise=Px(rise if abs(rise) >= RISE_FROM else 0),
        spacing=Px(0 if spacing == "normal" else spacing),
        highlight=highlight,
        lang=style["lang"] or "",
        east_asian=scripts.get("ea", ""),
        complex_script=scripts.get("cs", ""),
        kerning=style["font_kerning"] != "none",
    )
