"""A Stencil to the style sheet that makes slides keep to it. Pure.

Titles, footers and numbers go to the margin boxes where the template has its placeholders, content to the box of its
body. What `slides.css` measures for its own page is measured anew, and in a narrow body what stands side by side there
stands one below the other. Page and decoration are the template's, so nothing paints them.
"""

from __future__ import annotations

from dataclasses import replace

from leafdeck.brand.sheet import family
from leafdeck.deck.stencil import Cut, Slot, Stencil
from leafdeck.units import Emu

OWN_HEIGHT = 520
"""The height of the content's area for which `slides.css` is written, in px."""

NARROW = 900
"""A body of fewer px than this has no room for two things side by side."""

LEADING = 1.1
LONGEST = 9
"""A title's line holds at least about this many letters' heights, so that long words are not cut."""

SMALLEST_TITLE = 26
SMALLEST_FOOTER = 40 / 3
"""10 pt, in px."""

SHORT = 560
"""A footer of fewer px than this has no room for the organisation, the guide's title and its state."""

FOOT = 154
"""The room that the presenter, the state and the imprint take at the foot of the title slide, in px."""

ALIGN = {"l": "left", "ctr": "center", "r": "right", "just": "justify"}
ANCHOR = {"t": "top", "ctr": "middle", "b": "bottom"}

HEIGHTS = {
    OWN_HEIGHT: ".statement, .urgent--alone, .urgent--alone .urgent-signs, .beside--few, .urgent-explain--own, .scan, "
    ".more-words--few",
    456: ".risk--1",
    464: ".urgent--brief, .urgent--brief .urgent-signs",
    400: ".urgent, .urgent-signs, .tile",
    362: ".evidence, .effects",
    324: ".roomy .effects, .roomy .evidence",
    320: ".pairs--1 .card, .questions--1 .question",
    246: ".questions--2 .question",
    240: ".pairs--2 .card",
    156: ".question",
    152: ".pairs--3 .card",
    168: ".roomy .step",
    150: ".stage-row--pair .stage",
    132: ".step",
    104: ".stacked .step",
    200: ".tiles + .tiles .tile, .tiles:has(+ .tiles) .tile",
}
"""The least heights of `slides.css`, in px, and what has them."""


def style_sheet(stencil: Stencil) -> str:
    """Return the CSS, to stand after all other."""
    content = stencil.content.slots
    body = inner(content["body"])
    rules = [
        f"@page {{ size: {_px(stencil.width.px)} {_px(stencil.height.px)}; background: none; "
        f"margin: {_px(body[1])} {_px(stencil.width.px - body[0] - body[2])} "
        f"{_px(stencil.height.px - body[1] - body[3])} {_px(body[0])};\n"
        + "".join(_margin_box(*one, stencil, body) for one in _margins(stencil.content))
        + "}",
        f"@page badged {{ @top-left {{ width: {_px(inner(content['title'])[2])} }} @top-right {{ content: none }} }}",
        "@page filled { margin: 0; background: none }",
        ".badge { display: none }",
        _title_rule(".slide-title", content["title"]),
        *_footer_rule(stencil.content),
        *_cover(stencil),
        ".slide--closing { page: auto; width: auto; height: auto; padding: 0; color: var(--brand-ink) }",
        ".slide--closing .slide-title { position: running(title) }",
        _title_rule(".slide--closing .slide-title", content["title"]),
        ".closing-columns { margin-top: 0 }",
        ".closing-card { min-height: 0; padding: 24px 28px; background: var(--brand-primary-tint) }",
        ".closing-card p { font-size: 24px }",
    ]
    share = body[3] / OWN_HEIGHT
    rules.append(f".chart-drawing {{ width: {_px(int(body[2]))} }}")
    rules += [f"{who} {{ min-height: {_px(own * share)} }}" for own, who in HEIGHTS.items()]
    rules += [
        f".side {{ height: {_px(body[3])}; padding-top: {_px(120 * share)} }}",
        f".figure img {{ max-width: {_px(body[2])}; max-height: {_px(400 * share)} }}",
        f".agenda-item {{ height: {_px(_row(body[3], 6))} }}",
        *[f".agenda--{rows} .agenda-item {{ height: {_px(_row(body[3], rows))} }}" for rows in (5, 4, 3)],
        f".agenda--2 .agenda-item, .agenda--1 .agenda-item {{ height: {_px(240 * share)} }}",
    ]
    return "\n".join(rules) + "\n"


def sheets(stencil: Stencil) -> tuple[str, ...]:
    """Return which of the style sheets in ``styles/slides-fit`` the body's shape asks for besides."""
    _, _, width, height = inner(stencil.content.slots["body"])
    asked = {"low": height < OWN_HEIGHT, "narrow": width < NARROW}
    return tuple(name for name, asks in asked.items() if asks)


def room(stencil: Stencil) -> tuple[int, int]:
    """Return the width and height of the content's area, in whole px."""
    _, _, width, height = inner(stencil.content.slots["body"])
    return int(width), int(height)


def inner(slot: Slot) -> tuple[float, float, float, float]:
    """Return where a slot's text may stand: left, top, width and height in px."""
    left, top, right, bottom = (inset.px for inset in slot.insets)
    box = slot.box
    return box.x.px + left, box.y.px + top, box.width.px - left - right, box.height.px - top - bottom


def title_size(slot: Slot) -> float:
    """Return the size of titles in px: the template's, or less where two lines of it would not fit."""
    _, _, width, height = inner(slot)
    return max(SMALLEST_TITLE, min(slot.size.px, height / 2 / LEADING, width / LONGEST))


def _row(height: float, rows: int) -> float:
    """Return the height of each of some rows that fill the body, with gaps of 16 px."""
    return (height - 16 * (rows - 1)) / rows - 1


def _margins(cut: Cut) -> list[tuple[str, str, Slot | None]]:
    return [
        ("@top-left", "element(title)", cut.slots["title"]),
        ("@bottom-left", "element(footer)", footer(cut)),
        ("@bottom-right", "counter(page)", cut.slots.get("sldNum")),
    ]


def footer(cut: Cut) -> Slot | None:
    """Return the footer's slot; a short one is made longer, from the body's left edge to the slide number."""
    slot, number, body = cut.slots.get("ftr"), cut.slots.get("sldNum"), cut.slots["body"]
    if slot is None or slot.box.width.px >= SHORT:
        return slot
    right = slot.box.x + slot.box.width
    if number and number.box.x >= right:
        right = number.box.x
    left = min(slot.box.x, body.box.x)
    return replace(slot, box=replace(slot.box, x=left, width=Emu(right - left)))


def _margin_box(name: str, content: str, slot: Slot | None, stencil: Stencil, body: tuple[float, ...]) -> str:
    """Return a margin box at a slot's place; CSS measures it from the margin that it belongs to."""
    if slot is None:
        return f"  {name} {{ content: none; border: none }}\n"
    x, y, width, height = inner(slot)
    right = stencil.width.px - body[0] - body[2]
    if name == "@top-left":
        above, below = y, body[1] - y - height
    else:
        start = body[1] + body[3]
        above, below = y - start, stencil.height.px - y - height
    sides = (
        f"{_px(above)} {_px(stencil.width.px - right - x - width)} {_px(below)} auto"
        if name == "@bottom-right"
        else f"{_px(above)} auto {_px(below)} {_px(x - body[0])}"
    )
    style = (
        ""
        if name == "@top-left"
        else f"; font-size: {_px(min(slot.size.px, height / 1.3))}; color: #{slot.color}; font-weight: 400"
    )
    return (
        f"  {name} {{ content: {content}; width: {_px(width)}; height: {_px(height)}; margin: {sides}; border: none; "
        f"vertical-align: {ANCHOR.get(slot.anchor, 'top')}; text-align: {ALIGN.get(slot.align, 'left')}{style} }}\n"
    )


def _footer_rule(cut: Cut) -> list[str]:
    slot = footer(cut)
    size = min(16.0, max(SMALLEST_FOOTER, inner(slot)[3] / 2 / 1.3)) if slot else 16.0
    return [f".footer {{ font-size: {_px(size)} }}"]


def _title_rule(who: str, slot: Slot) -> str:
    weight = 700 if slot.bold else 400
    fonts = f'"{family(slot.font)}", var(--brand-font-heading)'
    return (
        f"{who} {{ color: #{slot.color}; font: {weight} {_px(title_size(slot))}/{LEADING} {fonts}; "
        f"text-align: {ALIGN.get(slot.align, 'left')} }}"
    )


def _cover(stencil: Stencil) -> list[str]:
    slots = stencil.title.slots
    title, subtitle = slots["title"], slots.get("subTitle")
    x, y, width, height = inner(title)
    rules = [
        f".slide--cover {{ width: {_px(stencil.width.px)}; height: {_px(stencil.height.px)} }}",
        ".slide--cover { color: var(--brand-ink) }",
        ".plate, .house, .drawing { display: none }",
        ".cover-words, .has-drawing .cover-words { display: block; position: static; width: auto; height: auto }",
        f".slide--cover .slide-title {{ position: absolute; left: {_px(x)}; top: {_px(y)}; width: {_px(width)} }}",
        _title_rule(".slide--cover .slide-title", title),
    ]
    under = y + height
    left, across, align, color = x, width, title.align, title.color
    if subtitle:
        left, top, across, tall = inner(subtitle)
        under, align, color = top + tall, subtitle.align, subtitle.color
        tall = min(tall, stencil.height.px - FOOT - 8 - top)
        size = min(subtitle.size.px, tall / 2 / 1.3)
        rules.append(
            f".slide-subtitle {{ position: absolute; left: {_px(left)}; top: {_px(top)}; width: {_px(across)}; "
            f"margin: 0; font-size: {_px(size)}; color: #{color}; text-align: {ALIGN.get(align, 'left')} }}"
        )
    top = min(under + 8, stencil.height.px - FOOT)
    rules += [
        f".cover-who, .cover-foot {{ position: absolute; left: {_px(left)}; bottom: auto; right: auto; margin: 0 }}",
        f".cover-who, .cover-foot {{ width: {_px(across)}; color: #{color}; text-align: {ALIGN.get(align, 'left')} }}",
        f".cover-who {{ top: {_px(top)} }} .cover-foot {{ top: {_px(top + 40)} }}",
        ".cover-foot p + p { margin-top: 4px }",
    ]
    return rules


def _px(length: float) -> str:
    return f"{length:.3f}px"
