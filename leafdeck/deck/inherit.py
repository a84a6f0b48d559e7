"""What text and shapes of a finished slide take from their layout, master and theme (ECMA-376 part 1, 19.3 and 21.1).

A run's own properties come first; then, level by level, the list styles of its shape, of the placeholder's layout and
master, and the master's own for titles, bodies and the rest; what nobody names is PowerPoint's own: 18 pt, in the
theme's text colour. The text of a table's style, and its fills, are not looked up.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace

from pptx.slide import SlideLayout

from leafdeck.check.finished import Filling, Ink, Paragraph, Run
from leafdeck.deck import look
from leafdeck.deck.textxml import LINK_COLOR
from leafdeck.deck.xml import Node, local, qualified
from leafdeck.units import Pt

USUAL_SIZE = 1800
"""The size of text whose size nobody names, in hundredths of a point (21.1.2.3.9)."""

WHOLE = 100_000
LEVELS = 9
TITLES = {"title", "ctrTitle"}
BODIES = {"body", "obj", "subTitle", "pic", "chart", "tbl", "dgm", "media", "clipArt"}
FAMILY = {"ctrTitle": "title", "subTitle": "body", "obj": "body"}
"""By which type a layout's placeholder finds its master's (19.7.10)."""


@dataclass
class Wardrobe:
    """What the slides of one layout may wear.

    Attributes:
        theme: its master's theme, by the layout's colour map.
        layout: the layout's placeholders, by index.
        master: the master's, by type.
        styles: the master's list styles, and the presentation's for what is no placeholder.
    """

    theme: look.SlideTheme
    layout: dict[str, Node]
    master: dict[str, Node]
    styles: dict[str, Node]
    links: str
    _levels: dict[tuple[Node, int], list[Node]] = field(default_factory=dict)

    @classmethod
    def of(cls, layout: SlideLayout, theme: look.SlideTheme, presentation: Node) -> Wardrobe:
        """Look through a layout, its master and the presentation."""
        master = layout.slide_master.element
        theme = replace(theme, called=_called(layout.element, theme))
        found = master.find(qualified("p:txStyles"))
        styles = {local(style): style for style in (found if found is not None else ())}
        default = presentation.find(qualified("p:defaultTextStyle"))
        if default is not None:
            styles["default"] = default
        by_index = {mark.get("idx", "0"): shape for shape, mark in _marked(layout.element)}
        by_type = {mark.get("type", "obj"): shape for shape, mark in _marked(master)}
        return cls(theme, by_index, by_type, styles, theme.slot("hlink"))

    def bases(self, mark: Node | None) -> list[Node]:
        """Return the placeholders that one of a slide takes after, its layout's first."""
        if mark is None:
            return []
        kind = self.kind(mark)
        found = [self.layout.get(mark.get("idx", "0")), self.master.get(FAMILY.get(kind, kind))]
        return [shape for shape in found if shape is not None]

    def kind(self, mark: Node) -> str:
        """Return a placeholder's type, its layout's where it names none itself."""
        own = mark.get("type")
        base = self.layout.get(mark.get("idx", "0"))
        theirs = placeholder(base) if base is not None and own is None else None
        return str(own or (theirs.get("type", "obj") if theirs is not None else "obj"))

    def paragraphs(self, body: Node | None, shape: Node, mark: Node | None) -> tuple[Paragraph, ...]:
        """Return the text of a body in a shape; ``mark`` is the shape's placeholder."""
        if body is None:
            return ()
        scale = _scale(body)
        sources = [style for style in (body.find(qualified("a:lstStyle")),) if style is not None]
        for base in self.bases(mark):
            sources += base.findall(f"{qualified('p:txBody')}/{qualified('a:lstStyle')}")
        kind = self.kind(mark) if mark is not None else ""
        names = ["titleStyle"] if kind in TITLES else ["bodyStyle"] if kind in BODIES else ["default", "otherStyle"]
        sources += [self.styles[name] for name in names if name in self.styles]
        hint = shape.find(f"{qualified('p:style')}/{qualified('a:fontRef')}")
        return tuple(self._paragraph(one, sources, scale, hint) for one in body.findall(qualified("a:p")))

    def _paragraph(self, element: Node, sources: Sequence[Node], scale: float, hint: Node | None) -> Paragraph:
        own = element.find(qualified("a:pPr"))
        level = int(own.get("lvl", "0")) if own is not None else 0
        styles = [style for source in sources for style in self._level(source, level)]
        chain = [own, *styles] if own is not None else styles
        rtl = next((value for style in chain if (value := style.get("rtl")) is not None), "0")
        defaults = [one for style in styles if (one := style.find(qualified("a:defRPr"))) is not None]
        runs = []
        for child in element:
            if local(child) in {"r", "fld"}:
                properties = child.find(qualified("a:rPr"))
                words = child.find(qualified("a:t"))
                text = (words.text or "") if words is not None else ""
                runs.append(self.run(text, [*([properties] if properties is not None else []), *defaults], scale, hint))
            elif local(child) == "br":
                runs.append(Run("\n", Pt(0)))
        return Paragraph(tuple(runs), rtl in {"1", "true"})

    def _level(self, source: Node, level: int) -> list[Node]:
        """Return a list style's properties of a level, kept because many paragraphs ask."""
        key = (source, level)  # the element itself: what only its number keeps alive may be another's next
        if key not in self._levels:
            names = (f"a:lvl{min(level + 1, LEVELS)}pPr", "a:defPPr")
            self._levels[key] = [one for name in names if (one := source.find(qualified(name))) is not None]
        return self._levels[key]

    def run(self, text: str, chain: Sequence[Node], scale: float = 1.0, hint: Node | None = None) -> Run:
        """Return a run: the first of its properties that says something counts."""

        def said(name: str) -> str:
            return next((str(value) for one in chain if (value := one.get(name)) is not None), "")

        fill = next((fill for one in chain if (fill := _fill_of(one)) is not None), None)
        filling = self.filling(fill) if fill is not None else None
        color: Ink | None = filling.inks[0] if filling and filling.inks else None
        if fill is None:
            color = self._ink(hint) or Ink(self.theme.slot("tx1"))
        click = chain[0].find(qualified("a:hlinkClick")) if chain else None
        link = ""
        if click is not None:
            link = str(click.get(qualified("r:id")) or click.get("action") or "")
            if not any(part.get("uri") == LINK_COLOR for part in click.iter(qualified("a:ext"))):
                color = Ink(self.links)  # PowerPoint shows links in the theme's colour for them
        marked = chain[0].find(qualified("a:highlight")) if chain else None
        size = Pt(round(int(said("sz") or USUAL_SIZE) * scale) / 100)
        return Run(text, size, color, said("b") in {"1", "true"}, said("lang"), link, self._ink(marked))

    def filling(self, element: Node | None) -> Filling | None:
        """Return what a fill element or a reference to the theme's fills shows; None for no fill."""
        if element is None or local(element) in {"noFill", "grpFill"}:
            return None
        kind = local(element)
        if kind == "gradFill":
            inks = tuple(ink for stop in element.iter(qualified("a:gs")) if (ink := self._ink(stop)))
        elif kind == "pattFill":
            sides = (element.find(qualified("a:fgClr")), element.find(qualified("a:bgClr")))
            inks = tuple(ink for side in sides if (ink := self._ink(side)))
        elif kind == "blipFill":
            inks = ()
        else:
            ink = self._ink(element)
            inks = (ink,) if ink else ()
        return Filling(inks)

    def shape_filling(self, shape: Node, mark: Node | None) -> Filling | None:
        """Return what a shape is filled with: by itself, by its placeholder's base, or by the theme."""
        for one in (shape, *self.bases(mark)):
            properties = one.find(qualified("p:spPr"))
            fill = _fill_of(properties) if properties is not None else None
            if fill is not None:
                return self._shaped(self.filling(fill), properties)
        reference = shape.find(f"{qualified('p:style')}/{qualified('a:fillRef')}")
        if reference is not None and reference.get("idx") != "0":
            return self._shaped(self.filling(reference), shape.find(qualified("p:spPr")))
        return None

    @staticmethod
    def _shaped(filling: Filling | None, properties: Node | None) -> Filling | None:
        preset = properties.find(qualified("a:prstGeom")) if properties is not None else None
        round_ = preset is not None and preset.get("prst") == "ellipse"
        return replace(filling, ellipse=round_) if filling and round_ else filling

    def background(self, *elements: Node) -> Filling | None:
        """Return the background that the first of a slide, its layout and its master names (19.3.1.1)."""
        for element in elements:
            found = element.find(f"{qualified('p:cSld')}/{qualified('p:bg')}")
            if found is None:
                continue
            own = found.find(qualified("p:bgPr"))
            return self.filling(_fill_of(own) if own is not None else found.find(qualified("p:bgRef")))
        return None

    def _ink(self, holder: Node | None) -> Ink | None:
        color = look.color_of(holder, self.theme)
        if color is None or holder is None:
            return None
        alpha = next((one.get("val", "") for one in holder.iter(qualified("a:alpha"))), "")
        return Ink(color, int(alpha) / WHOLE if alpha.isdecimal() else 1.0)


FILLS = {"noFill", "solidFill", "gradFill", "blipFill", "pattFill", "grpFill"}


def placeholder(shape: Node) -> Node | None:
    """Return the mark that makes a shape a placeholder (19.3.1.36)."""
    about = next(iter(shape), None)
    return about.find(f"{qualified('p:nvPr')}/{qualified('p:ph')}") if about is not None else None


def _marked(root: Node) -> Iterator[tuple[Node, Node]]:
    for shape in root.iter(qualified("p:sp"), qualified("p:pic"), qualified("p:graphicFrame")):
        mark = placeholder(shape)
        if mark is not None:
            yield shape, mark


def _fill_of(properties: Node) -> Node | None:
    return next((child for child in properties if local(child) in FILLS), None)


def _called(layout: Node, theme: look.SlideTheme) -> dict[str, str]:
    """Return what a layout's slides call the theme's slots (19.3.1.7)."""
    other = layout.find(f"{qualified('p:clrMapOvr')}/{qualified('a:overrideClrMapping')}")
    return dict(other.attrib) if other is not None else dict(theme.called)


def _scale(body: Node) -> float:
    """Return by how much PowerPoint has shrunk a body's text to make it fit (21.1.2.1.3)."""
    fit = body.find(f"{qualified('a:bodyPr')}/{qualified('a:normAutofit')}")
    value = fit.get("fontScale", "") if fit is not None else ""
    return int(value) / WHOLE if value.isdecimal() else 1.0


def is_on(element: Node | None, name: str, *, usual: str = "0") -> bool:
    """Whether an element has a switch on; ``usual`` is what it means where the element is silent."""
    return element is not None and str(element.get(name, usual)) in {"1", "true"}
