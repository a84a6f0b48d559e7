"""A PDF's colours to inks: every colour, gradient, picture and transparency group of every page, in place.

It walks all that a page draws with: its content, form XObjects, tiling patterns, shadings and their functions, soft
masks, glyphs that are drawings, images. A soft mask holds no colours but how much shows, so it becomes grey, not inks.

Source: ISO 32000-1:2008, clauses 7.10 (functions), 8.6 (colours), 8.7 (patterns), 8.9 (images), 11.5 (soft masks).
"""

from __future__ import annotations

import zlib
from collections.abc import Iterator, Sequence
from typing import Any

import pikepdf
from pikepdf import Array, Dictionary, Name

from leafdeck.errors import LayoutError, Problem
from leafdeck.leaflet.ink import Cmyk, Press, most
from leafdeck.notice import Place

STEPS = 33
"""At how many places between two colours of a gradient its inks are worked out."""
LUMINANCE = (0.3, 0.59, 0.11)
"""How much red, green and blue say of how light a soft mask is (ISO 32000-1, 11.3.5.3)."""
_DIRECT = {"g": "gray", "rg": "rgb", "k": "cmyk"}
_SPACES = {
    "/DeviceGray": "gray",
    "/CalGray": "gray",
    "/G": "gray",
    "/DeviceRGB": "rgb",
    "/CalRGB": "rgb",
    "/RGB": "rgb",
    "/DeviceCMYK": "cmyk",
    "/CMYK": "cmyk",
    "/Lab": "lab",
    "/Pattern": "pattern",
    "/Indexed": "indexed",
    "/Separation": "inks",
    "/DeviceN": "inks",
}
_OF_PARTS = {1: "gray", 3: "rgb", 4: "cmyk"}
_BLACK = {"gray": (0.0,), "rgb": (0.0, 0.0, 0.0), "cmyk": (0.0, 0.0, 0.0, 1.0), "lab": (0.0, 0.0, 0.0)}
"""The colour that a colour space begins with."""


class Separation:
    """Turns a PDF's colours into the inks of a press.

    Attributes:
        heaviest: how much ink each colour and each picture takes, 1 for one full ink, by what to call it: a colour's
            inks in percent, or the name of the picture's object.
    """

    def __init__(self, pdf: pikepdf.Pdf, press: Press) -> None:
        self.pdf = pdf
        self.press = press
        self.heaviest: dict[str, float] = {}
        self._done: set[tuple[int, int]] = set()

    def separate(self) -> None:
        """Turn all pages. Raises LayoutError for what cannot be turned, which the layout engine does not make."""
        for page in self.pdf.pages:
            page.Contents = self.pdf.make_stream(self._redrawn(page.obj, page.Resources, grey=False))
            self._resources(page.Resources, grey=False)
            _set_group(page.obj, Name.DeviceCMYK)

    def _is_new(self, thing: Any) -> bool:  # noqa: ANN401 - any PDF object
        """Whether an object is met for the first time; direct objects always are."""
        if thing.objgen == (0, 0):
            return True
        if thing.objgen in self._done:
            return False
        self._done.add(thing.objgen)
        return True

    def _resources(self, resources: Any, *, grey: bool) -> None:  # noqa: ANN401, C901 - a kind of thing each
        """Turn what content draws with. Masks come first: a mask's group stands among the other drawings, too."""
        if not self._is_new(resources):
            return
        for state in _values(resources, "/ExtGState"):
            if isinstance(state.get("/SMask"), Dictionary):
                self._mask(state.SMask)
        for name, thing in _items(resources, "/XObject"):
            if thing.get("/Subtype") == Name.Form:
                self._drawing(thing, grey=grey)
            elif self._is_new(thing):
                self._picture(name, thing, grey=grey)
        for pattern in _values(resources, "/Pattern"):
            if pattern.PatternType == 1:
                self._drawing(pattern, grey=grey)
            elif self._is_new(pattern):
                self._shading(pattern.Shading, grey=grey)
        for shading in _values(resources, "/Shading"):
            self._shading(shading, grey=grey)
        for font in _values(resources, "/Font"):
            self._font(font, grey=grey)
        kept = [
            (name, space) for name, space in _items(resources, "/ColorSpace") if _kind(space) in {"inks", "pattern"}
        ]
        resources.ColorSpace = Dictionary(dict(kept))

    def _mask(self, mask: Any) -> None:  # noqa: ANN401
        """Turn a soft mask, which lets through as much as it is light, or as it is opaque."""
        luminous = str(mask.S) == "/Luminosity"
        if luminous and "/BC" in mask:
            raise _refused("a mask on a ground of its own")
        self._drawing(mask.G, grey=luminous)

    def _font(self, font: Any, *, grey: bool) -> None:  # noqa: ANN401
        """Turn the glyphs of a font whose glyphs are drawings; others have no colour."""
        if font.get("/Subtype") == Name.Type3 and self._is_new(font):
            resources = font.get("/Resources", Dictionary())
            for glyph in _values(font, "/CharProcs"):
                glyph.write(self._redrawn(glyph, resources, grey=grey))
            self._resources(resources, grey=grey)

    def _drawing(self, drawing: Any, *, grey: bool) -> None:  # noqa: ANN401
        """Turn a form XObject or a tiling pattern."""
        if not self._is_new(drawing):
            return
        resources = drawing.get("/Resources", Dictionary())
        drawing.write(self._redrawn(drawing, resources, grey=grey))
        _set_group(drawing, Name.DeviceGray if grey else Name.DeviceCMYK)
        self._resources(resources, grey=grey)

    def _redrawn(self, content: Any, resources: Any, *, grey: bool) -> bytes:  # noqa: ANN401
        """Return content with its colours turned."""
        spaces = {name: _kind(space) for name, space in _items(resources, "/ColorSpace")}
        written: list[tuple[Sequence[Any], pikepdf.Operator]] = []
        current, outer = {"fill": "gray", "stroke": "gray"}, []
        for order in pikepdf.parse_content_stream(content):
            if isinstance(order, pikepdf.ContentStreamInlineImage):
                if not order.iimage.image_mask:
                    raise _refused("a picture that stands in the text of a page's drawing")
                written.append((list(order.operands), order.operator))
                continue
            operator, operands = str(order.operator), list(order.operands)
            side = "stroke" if operator.isupper() else "fill"
            kind = _DIRECT.get(operator.lower())
            if operator == "q":
                outer.append(dict(current))
            elif operator == "Q" and outer:
                current = outer.pop()
            elif operator in {"cs", "CS"}:
                name = str(operands[0])
                current[side] = spaces.get(name) or _SPACES[name]
                if current[side] in _BLACK:
                    written.append(self._color(current[side], _BLACK[current[side]], side, grey=grey))
                    continue
            elif operator in {"sc", "scn", "SC", "SCN"} and not isinstance(operands[-1], Name):
                kind = current[side] if current[side] in _BLACK else None
            if kind:
                written.append(self._color(kind, [float(part) for part in operands], side, grey=grey))
            else:
                written.append((operands, order.operator))
        return pikepdf.unparse_content_stream(written)

    def _color(
        self, kind: str, parts: Sequence[float], side: str, *, grey: bool
    ) -> tuple[Sequence[Any], pikepdf.Operator]:
        """Return the order to paint with a colour."""
        if grey:
            return [_short(_light(kind, parts))], pikepdf.Operator("G" if side == "stroke" else "g")
        inks = self._inks(kind, parts)
        self._weigh(inks)
        return [_short(ink) for ink in inks], pikepdf.Operator("K" if side == "stroke" else "k")

    def _inks(self, kind: str, parts: Sequence[float]) -> Cmyk:
        if kind == "cmyk":
            cyan, magenta, yellow, black = parts
            return cyan, magenta, yellow, black
        if kind == "lab":
            return self.press.lab(*parts)
        red, green, blue = parts if kind == "rgb" else (*parts, *parts, *parts)
        return (0, 0, 0, 1 - red) if kind == "gray" else self.press.rgb(red, green, blue)

    def _weigh(self, inks: Cmyk) -> None:
        self.heaviest[" ".join(f"{ink:.0%}" for ink in inks)] = sum(inks)

    def _shading(self, shading: Any, *, grey: bool) -> None:  # noqa: ANN401
        """Turn a gradient, on a line or round a point."""
        kind = _kind(shading.ColorSpace)
        if not self._is_new(shading) or kind == "inks" or (kind == "cmyk" and not grey):
            return
        if kind not in {"gray", "rgb", "lab"} or shading.ShadingType not in {2, 3} or "/Background" in shading:
            raise _refused("a gradient that is neither on a line nor round a point")
        shading.Function = self._function(shading.Function, kind, grey=grey)
        shading.ColorSpace = Name.DeviceGray if grey else Name.DeviceCMYK

    def _function(self, function: Any, kind: str, *, grey: bool) -> Any:  # noqa: ANN401
        """Return a gradient's function with inks for its colours; its parts stay apart, so a sharp edge stays sharp."""
        if isinstance(function, Dictionary) and function.FunctionType == 3:  # noqa: PLR2004 - a row of functions
            parts = [self._function(part, kind, grey=grey) for part in function.Functions]
            kept = {key: function[key] for key in ("/Domain", "/Bounds", "/Encode")}
            return Dictionary({**kept, "/FunctionType": 3, "/Functions": Array(parts)})
        if not isinstance(function, Dictionary) or function.FunctionType != 2:  # noqa: PLR2004 - from one to another
            raise _refused("a gradient that does not run from one colour to the next")
        bend = float(function.N)
        first, last = ([float(part) for part in function[key]] for key in ("/C0", "/C1"))
        if grey:
            ends = [[_light(kind, color)] for color in (first, last)]
            return Dictionary(FunctionType=2, Domain=[0, 1], N=bend, C0=ends[0], C1=ends[1])
        places = [(step / (STEPS - 1)) ** bend for step in range(STEPS)]
        mixes = [self._mixed(kind, _between(first, last, place)) for place in places]
        start, end = (self._inks(kind, color) for color in (first, last))
        if not any((*start[:3], *end[:3])):  # from grey to grey: nothing but black ink
            mixes = [_cmyk(_between(start, end, place)) for place in places]
        for mix in mixes:
            self._weigh(mix)
        samples = bytes(round(ink * 255) for mix in mixes for ink in mix)
        made = {"/FunctionType": 0, "/Domain": [0, 1], "/Range": [0, 1] * 4, "/Size": [STEPS], "/BitsPerSample": 8}
        return self.pdf.make_stream(samples, Dictionary(made))

    def _mixed(self, kind: str, parts: Sequence[float]) -> Cmyk:
        """Return the inks of a colour within a gradient: a near black is no more black than what is beside it."""
        if kind != "rgb":
            return self._inks(kind, parts)
        red, green, blue = parts
        return self.press.mixed((red, green, blue))

    def _picture(self, name: str, picture: Any, *, grey: bool) -> None:  # noqa: ANN401
        """Turn a picture's pixels; how much of it shows, its mask, stays."""
        if picture.get("/ImageMask", False):
            return
        kind = _kind(picture.ColorSpace)
        pixels = pikepdf.PdfImage(picture).as_pil_image()
        if kind == "inks" or (kind in {"gray", "cmyk"} and not grey):
            picture.ColorSpace = {"gray": Name.DeviceGray, "cmyk": Name.DeviceCMYK}.get(kind, picture.ColorSpace)
        elif grey:
            _replace(picture, pixels.convert("L").tobytes(), Name.DeviceGray)
        else:
            pixels = self.press.picture(pixels)
            _replace(picture, pixels.tobytes(), Name.DeviceCMYK)
        self.heaviest[name] = most(pixels)


def _kind(space: Any) -> str:  # noqa: ANN401
    """Return what a colour space counts: gray, rgb, cmyk, lab, pattern, indexed or inks of their own."""
    if isinstance(space, Name):
        return _SPACES[str(space)]
    first = str(space[0])
    if first == "/ICCBased":
        return _OF_PARTS[int(space[1].N)]
    if first == "/Pattern" and len(space) > 1:
        raise _refused("a pattern without a colour of its own")
    return _SPACES[first]


def _items(owner: Any, key: str) -> Iterator[tuple[str, Any]]:  # noqa: ANN401
    yield from list(owner.get(key, Dictionary()).items())


def _values(owner: Any, key: str) -> Iterator[Any]:  # noqa: ANN401
    return (thing for _, thing in _items(owner, key))


def _set_group(owner: Any, space: Name) -> None:  # noqa: ANN401
    """Say in which colours a transparency group is mixed, of what is one."""
    if "/Group" in owner:
        owner.Group.CS = space


def _light(kind: str, parts: Sequence[float]) -> float:
    """Return how much of what it masks a colour lets through."""
    if kind == "cmyk":
        *colors, black = parts
        parts = [max(0, 1 - ink - black) for ink in colors]
    if kind == "lab":
        return parts[0] / 100
    return parts[0] if kind == "gray" else sum(share * part for share, part in zip(LUMINANCE, parts, strict=True))


def _between(first: Sequence[float], last: Sequence[float], place: float) -> list[float]:
    return [one + (other - one) * place for one, other in zip(first, last, strict=True)]


def _cmyk(parts: Sequence[float]) -> Cmyk:
    cyan, magenta, yellow, black = parts
    return cyan, magenta, yellow, black


def _short(part: float) -> Any:  # noqa: ANN401
    return int(part) if part == int(part) else round(part, 4)


def _replace(picture: Any, pixels: bytes, space: Name) -> None:  # noqa: ANN401
    picture.write(zlib.compress(pixels), filter=Name.FlateDecode)
    picture.ColorSpace = space
    picture.BitsPerComponent = 8
    for key in ("/Decode", "/Intent"):
        if key in picture:
            del picture[key]


def _refused(what: str) -> LayoutError:
    hint = "Build without --print, and tell the print shop; or take it out of the style sheet or the drawing."
    return LayoutError(Problem(Place(), f"{what} cannot be turned into a press's inks", hint))
