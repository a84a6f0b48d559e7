"""A composed page to one HTML file: no browser that shows it has to ask for anything else.

What the page loads is put into it as ``data:`` addresses, fonts with only the letters that the page uses. What could
still load something, or run, is refused: the page's Content-Security-Policy would block it unseen.
"""

from __future__ import annotations

import base64
import html
import re
from collections.abc import Callable
from html.parser import HTMLParser
from pathlib import Path
from urllib.parse import urljoin, urlsplit
from urllib.request import url2pathname

from leafdeck.brand.model import Brand
from leafdeck.errors import LayoutError, Problem
from leafdeck.markup import Markup
from leafdeck.notice import Place
from leafdeck.web import font
from leafdeck.web.sheet import Load, Loaders, Sheet, read, with_files

Fetch = Callable[[str], tuple[bytes, str]]
"""Returns the bytes at an absolute address and their media type; raises ValueError when they are not to be had."""

REFUSED = frozenset(
    {"applet", "audio", "base", "embed", "frame", "iframe", "object", "script", "source", "track", "video"}
)
"""Elements that load or run something, or change where addresses lead."""
_PICTURES = {"img": ("src",), "image": ("href", "xlink:href"), "input": ("src",)}
_LOADS = frozenset({"action", "background", "formaction", "manifest", "ping", "poster", "srcdoc", "imagesrcset"})
"""Attributes by which a page would load or send something."""
_LEADING = ("href", "xlink:href")
_SCHEME = re.compile(r"[\s\x00-\x20]*([a-zA-Z][a-zA-Z0-9+.\s\x00-\x20-]*):")
_LINKED = frozenset({"http", "https", "mailto", "tel"})
"""Schemes that links may have."""
_FINE = _LINKED | {"file", "data"}
"""Schemes of what is shown; files and data are put into the page, or refused, by those who load them."""
_PICTURE_HINT = "Keep the file beside the content, as PNG, JPEG or SVG, and name it by its place from there."
_SHEET_HINT = "Keep the style sheet beside the content, and name it by its place from the file that asks for it."
_IMPORT_HINT = "Mend its @import rules, or those of a style sheet that it imports."
_FONT_HINT = "Keep the font beside the brand file, as WOFF2, WOFF, TTF or OTF, and name it by its place from there."
_Attributes = list[tuple[str, str | None]]


def alone(markup: Markup, brand: Brand, fetch: Fetch) -> str:
    """Return the page with everything that it shows in it.

    Args:
        markup: the page; its style sheets are linked or stand in it.
        brand: its values say which font families are used.
        fetch: serves files.

    Raises:
        LayoutError: a file is not to be had or no font, or the page holds what would load or run something.
    """
    reader = _Reader(markup.base_url, fetch)
    reader.feed(markup.html)
    reader.close()
    sheets = [piece for piece in reader.pieces if isinstance(piece, Sheet)]
    letters = frozenset("".join([markup.html, *(sheet.rules for sheet in sheets)]))
    named = " ".join([*brand.tokens.values(), *(sheet.named for sheet in sheets)])

    load_font = reader.noting(lambda address: _data(font.woff2(fetch(address)[0], letters), "font/woff2"), _FONT_HINT)

    def style(sheet: Sheet) -> str:
        faces = "".join(face.held(load_font) for face in sheet.faces if face.used(named))
        css = (faces + sheet.rules).replace("</", r"<\/")  # no string of a style sheet may end its element
        return f"<style>\n{css}</style>"

    text = "".join(style(piece) if isinstance(piece, Sheet) else piece for piece in reader.pieces)
    if reader.problems:
        raise LayoutError(reader.problems)
    return text


class _Reader(HTMLParser):
    """Takes a page to pieces: its text, with pictures in it, and its style sheets."""

    def __init__(self, base: str, fetch: Fetch) -> None:
        super().__init__(convert_charrefs=False)
        self.base = base
        self.pieces: list[str | Sheet] = []
        self.problems: list[Problem] = []
        self._css: str | None = None
        self._load = self.noting(lambda address: _data(*fetch(address)), _PICTURE_HINT)
        self._load_text = self.noting(lambda address: fetch(address)[0].decode("utf-8-sig"), _SHEET_HINT)

    def noting(self, load: Load, hint: str) -> Load:
        """Return what loads the same, but notes a problem and returns nothing where a file cannot be loaded.

        Args:
            load: loads a file.
            hint: what to do about one that cannot be loaded.
        """

        def noted(address: str) -> str:
            try:
                return load(address)
            except ValueError as error:
                self.problems.append(Problem(Place(), f"{address} cannot be put into the web page: {error}", hint))
                return ""

        return noted

    def _sheet(self, css: str, base: str, where: Place) -> None:
        try:
            self.pieces.append(read(css, base, Loaders(self._load_text, self._load)))
        except ValueError as error:
            message = f"the style sheet cannot be put into the web page: {error}"
            self.problems.append(Problem(where, message, _IMPORT_HINT))

    def handle_starttag(self, tag: str, attrs: _Attributes) -> None:
        raw = self.get_starttag_text() or ""
        given = {name: value or "" for name, value in attrs}
        if tag in REFUSED or (tag == "meta" and given.get("http-equiv", "").lower() == "refresh"):
            hint = "Take it out of the template: a web page that stands alone can neither load nor run anything."
            self.problems.append(Problem(Place(), f"the web page may not hold <{tag}>", hint))
        elif bad := next((name for name in given if name.startswith("on") or name in _LOADS), ""):
            hint = "Take it out of the template: a web page that stands alone can neither load nor run anything."
            self.problems.append(Problem(Place(), f'the web page may not hold {bad}="…" in <{tag}>', hint))
        elif tag == "use" and not all(given.get(name, "#").startswith("#") for name in _LEADING):
            hint = "Draw what it shows in the drawing itself."
            self.problems.append(Problem(Place(), "the web page may not show a part of another drawing", hint))
        elif leads := next(
            (
                given[name]
                for name in _LEADING
                if not _is_fine(given.get(name, ""), _LINKED if tag in {"a", "area"} else _FINE)
            ),
            "",
        ):
            hint = "Links begin with https://, http://, mailto:, tel: or #."
            self.problems.append(Problem(Place(), f"the web page may not lead to {leads[:80]}", hint))
        elif tag == "link" and "stylesheet" in given.get("rel", "").lower().split():
            address = urljoin(self.base, given.get("href", ""))
            where = Place(Path(url2pathname(urlsplit(address).path)))
            self._sheet(self._load_text(address), address, where)
            return
        elif tag == "style":
            self._css = ""
            return
        elif tag == "link":
            raw = self._held(raw, given, ("href",))
        else:
            raw = self._held(raw, given, _PICTURES.get(tag, ()))
        if "(" in given.get("style", ""):  # a name may be written with escapes
            raw = _set(raw, "style", with_files(given["style"], self.base, self._load))
        self.pieces.append(raw)

    handle_startendtag = handle_starttag

    def _held(self, raw: str, given: dict[str, str], names: tuple[str, ...]) -> str:
        """Return a start tag with the files that some attributes name in it."""
        for name in names:
            address = given.get(name, "")
            if address and not address.startswith(("#", "data:")):
                raw = _set(raw, name, self._load(urljoin(self.base, address)))
        return _set(raw, "srcset", "") if "srcset" in given else raw

    def handle_endtag(self, tag: str) -> None:
        if self._css is None:
            self.pieces.append(f"</{tag}>")
        else:
            self._sheet(self._css, self.base, Place())
            self._css = None

    def handle_data(self, data: str) -> None:
        if self._css is None:
            self.pieces.append(data)
        else:
            self._css += data

    def handle_entityref(self, name: str) -> None:
        self.pieces.append(f"&{name};")

    def handle_charref(self, name: str) -> None:
        self.pieces.append(f"&#{name};")

    def handle_decl(self, decl: str) -> None:
        self.pieces.append(f"<!{decl}>")


def _is_fine(address: str, schemes: frozenset[str]) -> bool:
    """Return whether a link leads to a web page, a mail, a telephone, or a place on the page itself."""
    scheme = _SCHEME.match(address)
    return not address.lstrip().startswith(("\\\\", "//")) and (not scheme or scheme[1].lower() in schemes)


def _set(raw: str, name: str, value: str) -> str:
    """Return a start tag with another value of an attribute."""
    pattern = rf"""(\s{re.escape(name)}\s*=\s*)("[^"]*"|'[^']*'|[^\s>]+)"""
    return re.sub(pattern, lambda match: f'{match[1]}"{html.escape(value)}"', raw, count=1, flags=re.IGNORECASE)


def _data(data: bytes, media_type: str) -> str:
    return f"data:{media_type};base64,{base64.b64encode(data).decode()}"
