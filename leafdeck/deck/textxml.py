"""Text bodies as DrawingML (ECMA-376 part 1, 21.1.2). Children stand in the order that the schema wants.

A placeholder's text names only what differs from its layout: ``base`` holds the layout's paragraph for each level.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, replace

from leafdeck.deck import theme as themes
from leafdeck.deck.model import Theme
from leafdeck.deck.text import Bullet, LineBreak, Para, RunStyle, TextBody, TextRun
from leafdeck.deck.xml import Node, Value, make

LINK_COLOR = "{A12FA001-AC4F-418D-AE19-62706E023703}"
"""The extension that lets a link keep its run's colour (MS-ODRAWXML, hlinkClr)."""

KERNED, NEVER_KERNED = 1200, 400_000
"""The size in hundredths of a point from which letters are kerned: PowerPoint's own, and one that no text has."""

FIELD = "{B6F15528-21DE-4FAA-801E-634DDDAF4B2B}"
"""A field's id: any one will do, but not one from a clock or a dice."""


@dataclass(frozen=True)
class Setting:
    """How text is written: the theme, the language where a run names none, how a link or a picture is related to."""

    theme: Theme
    language: str
    link: Callable[[str], tuple[str, str] | None]
    heading: bool = False
    embed: themes.Embed | None = None
    base: Mapping[int, Para] = field(default_factory=dict)


def body(text: TextBody, setting: Setting, *, tag: str = "p:txBody", base: TextBody | None = None) -> Node:
    """Return a text body; its frame's properties are left out where the layout has the same."""
    same = base is not None and replace(base, paragraphs=()) == replace(text, paragraphs=())
    paragraphs = [paragraph(one, setting) for one in text.paragraphs]
    return make(
        tag,
        make("a:bodyPr") if same else frame(text),
        make("a:lstStyle"),
        *(paragraphs or [make("a:p", make("a:endParaRPr", lang=setting.language))]),
    )


def frame(text: TextBody) -> Node:
    """Return a frame's properties: insets, columns, anchor, wrapped, never fitted."""
    left, top, right, bottom = text.insets
    return make(
        "a:bodyPr",
        make("a:noAutofit"),
        wrap="square",
        lIns=left,
        tIns=top,
        rIns=right,
        bIns=bottom,
        numCol=text.columns if text.columns > 1 else None,
        spcCol=text.column_gap if text.columns > 1 else None,
        rtlCol=False,
        anchor=text.anchor,
    )


def paragraph(para: Para, setting: Setting) -> Node:
    """Return a paragraph."""
    base = setting.base.get(para.level)
    made = [_run(run, setting, base) for run in para.runs]
    return make("a:p", properties(para, setting, base), *made, _end(para, setting, base))


def _end(para: Para, setting: Setting, base: Para | None) -> Node:
    """Return the style of what a presenter types on at a paragraph's end: that of its last run."""
    if not para.runs:
        return make("a:endParaRPr", lang=setting.language)
    return run_properties(para.runs[-1].style, setting, _default(base), tag="a:endParaRPr")


def properties(para: Para, setting: Setting, base: Para | None = None, *, tag: str = "a:pPr") -> Node:
    """Return a paragraph's properties, without those that the base has too."""
    attributes: dict[str, Value | None] = {
        "marL": _unless(para.margin, base.margin if base else None),
        "lvl": para.level if para.level and tag == "a:pPr" else None,
        "indent": _unless(para.indent, base.indent if base else None),
        "algn": _unless(para.align, base.align if base else None),
        "rtl": _unless(para.right_to_left, base.right_to_left if base else (None if para.right_to_left else False)),
    }
    children: list[Node] = []
    if base is None or base.line_spacing != para.line_spacing:
        children.append(make("a:lnSpc", make("a:spcPts", val=round(para.line_spacing * 100))))
    if base is None or base.space_before != para.space_before:
        children.append(make("a:spcBef", make("a:spcPts", val=round(para.space_before * 100))))
    if base is None or base.space_after != para.space_after:
        children.append(make("a:spcAft", make("a:spcPts", val=round(para.space_after * 100))))
    if base is None or base.bullet != para.bullet:
        children.extend(_bullet(para.bullet, setting))
    return make(tag, *children, text="", **attributes)


def level_style(para: Para, setting: Setting, level: int) -> Node:
    """Return a list style's level: a paragraph's properties with those of its first run as the default."""
    node = properties(para, setting, tag=f"a:lvl{level + 1}pPr")
    run = next((run for run in para.runs if isinstance(run, TextRun)), None)
    if run is not None:
        node.append(run_properties(run.style, setting, tag="a:defRPr"))
    return node


def _bullet(bullet: Bullet | None, setting: Setting) -> list[Node]:
    theme = setting.theme
    if bullet is None:
        return [make("a:buNone")]
    if bullet.scheme:
        start = bullet.start if bullet.start != 1 else None
        mark = make("a:buAutoNum", type=bullet.scheme, startAt=start)
    elif bullet.picture and setting.embed:
        mark = make("a:buBlip", make("a:blip", r_embed=setting.embed(bullet.picture)))
    else:
        mark = make("a:buChar", char=bullet.char)
    return [
        make("a:buClr", themes.color(bullet.color, theme)),
        make("a:buSzPct", val=bullet.size * 1000),
        make("a:buFont", typeface=themes.font(bullet.font, theme)),
        mark,
    ]


def _run(run: TextRun | LineBreak, setting: Setting, base: Para | None) -> Node:
    default = _default(base)
    if isinstance(run, LineBreak):
        return make("a:br", run_properties(run.style, setting, default))
    props = run_properties(run.style, setting, default)
    target = setting.link(run.link) if run.link else None
    if target:
        props.append(_link(*target))
    if run.field:
        return field_run(props, run.text, run.field)
    return make("a:r", props, make("a:t", text=run.text))


def _default(base: Para | None) -> RunStyle | None:
    return next((run.style for run in base.runs if isinstance(run, TextRun)), None) if base else None


def field_run(properties: Node, text: str, kind: str = "slidenum") -> Node:
    """Return a run whose text PowerPoint keeps up to date; ``slidenum`` is the slide's number."""
    return make("a:fld", properties, make("a:t", text=text), id=FIELD, type=kind)


def _link(relation: str, action: str) -> Node:
    keep = make("a:ext", make("ahyp:hlinkClr", val="tx"), uri=LINK_COLOR)
    return make("a:hlinkClick", make("a:extLst", keep), r_id=relation, action=action or None)


def run_properties(style: RunStyle, setting: Setting, base: RunStyle | None = None, *, tag: str = "a:rPr") -> Node:
    """Return a run's properties, without those that the base has too; the language always stands."""

    def own(name: str) -> bool:
        return base is None or getattr(base, name) != getattr(style, name)

    attributes: dict[str, Value | None] = {
        "lang": None if tag == "a:defRPr" else style.lang or setting.language,
        "sz": round(style.size * 100) if own("size") else None,
        "b": style.bold if own("bold") else None,
        "i": style.italic if own("italic") and (style.italic or base) else None,
        "u": _underline(style) if (own("underline") or own("underline_style")) and (style.underline or base) else None,
        "strike": ("sngStrike" if style.strike else "noStrike") if own("strike") and (style.strike or base) else None,
        "cap": ("small" if style.small_caps else "none") if own("small_caps") and (style.small_caps or base) else None,
        "spc": style.spacing if own("spacing") and (style.spacing or base) else None,
        "kern": _kern(style, tag) if own("kerning") else None,
        "baseline": style.baseline if own("baseline") and (style.baseline or base) else None,
        "dirty": None if tag == "a:defRPr" else False,
    }
    children: list[Node] = []
    if own("color"):
        children.append(themes.fill(style.color, setting.theme))
    if style.highlight:
        children.append(make("a:highlight", themes.color(style.highlight, setting.theme)))
    if style.underline and style.underline_color:
        children.append(make("a:uFill", themes.fill(style.underline_color, setting.theme)))
    face = themes.font(style.font, setting.theme, heading=setting.heading)
    if own("font"):
        children.append(themes.typeface("a:latin", face, setting.theme))
    for script, given in (("ea", style.east_asian), ("cs", style.complex_script)):
        if own("font") or own("east_asian" if script == "ea" else "complex_script"):
            name = themes.script_font(script, given, face, setting.theme, heading=setting.heading)
            children.append(themes.typeface(f"a:{script}", name, setting.theme))
    return make(tag, *children, text="", **attributes)


def _kern(style: RunStyle, tag: str) -> int | None:
    """Return from which size on letters are kerned: said in a list style, elsewhere where it is never."""
    return (KERNED if tag == "a:defRPr" else None) if style.kerning else NEVER_KERNED


def _underline(style: RunStyle) -> str:
    return style.underline_style if style.underline else "none"


def _unless(value: Value, base: Value | None) -> Value | None:
    return None if base is not None and value == base else value
