"""Markup to a laid-out document, and the document to PDF bytes, through WeasyPrint's public API only."""

from __future__ import annotations

import logging
import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import closing, contextmanager
from hashlib import md5
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit
from urllib.request import url2pathname

import weasyprint
from weasyprint.css.properties import KNOWN_PROPERTIES
from weasyprint.css.validation.expanders import EXPANDERS
from weasyprint.text.fonts import FontConfiguration
from weasyprint.urls import URLFetcher, URLFetcherResponse

from leafdeck import vetting
from leafdeck.errors import LayoutError, Problem
from leafdeck.markup import Markup
from leafdeck.notice import Notice, Place, Severity
from leafdeck.pagepicture import PagePicture

Document = weasyprint.Document
"""A laid-out document."""

_IGNORED = re.compile(r"Ignored `(?P<what>.*)` at (?P<line>\d+):(?P<column>\d+), (?P<why>.*?)\.?", re.DOTALL)
_LOG = logging.getLogger("weasyprint")
_FATAL_WARNINGS = ("Font-face %r cannot be loaded", ".notdef glyph")
"""Warnings of the engine that mean a reader would see something wrong; its errors always do."""
_HINTS = (
    (
        "Failed to load image",
        "Keep images beside the content, as PNG, JPEG or SVG, and name them by their place from there.",
    ),
    ("Failed to render SVG", "Open the file in a drawing program and save it as plain SVG."),
    ("Failed to load stylesheet", "Keep style sheets beside the content or the brand file."),
    ("Font-face", "Use a TTF, OTF, WOFF or WOFF2 file beside the brand file."),
    (".notdef glyph", "Name a font that has the character in --brand-font, or write it another way."),
)


class ProjectFetcher(URLFetcher):  # type: ignore[misc]
    """Serves ``data:`` addresses and regular files below the given folders; links are followed before judging.

    Never the network: other schemes, remote ``file://host/`` and anything outside are refused with ValueError,
    which the engine reports and `listening` turns into a LayoutError.
    """

    def __init__(self, roots: Iterable[Path]) -> None:
        super().__init__(allowed_protocols=("file", "data"), allow_redirects=False)
        self.roots = tuple(dict.fromkeys(root.resolve() for root in roots))
        self.served: dict[Path, None] = {}
        """The files served so far, in order: what a page is made of besides its markup."""

    def fetch(self, url: str, headers: dict[str, str] | None = None) -> URLFetcherResponse:
        """Return the response for an address, or raise ValueError (the engine reports it)."""
        parts = urlsplit(url)
        if parts.scheme.lower() == "file":
            if parts.netloc not in {"", "localhost"}:
                raise ValueError("it lies on another machine")
            path = Path(url2pathname(parts.path)).resolve()
            if not any(path.is_relative_to(root) for root in self.roots):
                raise ValueError("it lies outside the project")
            if not path.is_file():
                raise ValueError("there is no such file")
            vetting.refuse(path.read_bytes())
            self.served[path] = None
            url = path.as_uri()  # what was judged is what is opened: no second decoding, no link left to follow
            return super().fetch(url, headers)
        response = super().fetch(url, headers)
        data = response.read()
        vetting.refuse(data)
        return URLFetcherResponse(url, data, response.headers)

    def read(self, url: str) -> tuple[bytes, str]:
        """Return the bytes at an address and their media type, or raise ValueError."""
        with closing(self.fetch(url)) as response:
            return response.read(), response.content_type


class Heard:
    """What the layout engine said while it was listened to, as problems and notices."""

    def __init__(self) -> None:
        self.problems: tuple[Problem, ...] = ()
        self.notices: tuple[Notice, ...] = ()


class _Ear(logging.Handler):
    """Keeps records instead of printing them."""

    def __init__(self) -> None:
        super().__init__(logging.WARNING)
        self.records: list[logging.LogRecord] = []

    def emit(self, record: logging.LogRecord) -> None:
        self.records.append(record)


@contextmanager
def listening() -> Iterator[Heard]:
    """Turn what the layout engine logs inside the block into values.

    Yields:
        An object whose ``notices`` are filled when the block ends well.

    Raises:
        LayoutError: at the end of the block, with everything that would be missing or wrong on the page: an image,
            a style sheet, a font that cannot be used, a character that no font has.
    """
    heard, ear = Heard(), _Ear()
    _LOG.addHandler(ear)
    try:
        yield heard
    finally:
        _LOG.removeHandler(ear)
        messages = dict.fromkeys((_is_fatal(record), _said(record)) for record in ear.records)
        heard.problems = tuple(Problem(Place(), text, _hint(text)) for fatal, text in messages if fatal)
        heard.notices = tuple(
            Notice(Severity.WARNING, Place(), f"the layout engine says: {text}")
            for fatal, text in messages
            if not fatal
        )
    if heard.problems:
        raise LayoutError(heard.problems)


def refused(sheet: Path) -> tuple[tuple[int, int, str, str], ...]:
    """Return which declarations of a style sheet the engine passes over: line, column, declaration, its reason."""
    ear = _Ear()
    _LOG.addHandler(ear)
    try:
        fetcher = ProjectFetcher((sheet.parent,))
        weasyprint.CSS(filename=str(sheet), url_fetcher=fetcher, font_config=FontConfiguration())
    finally:
        _LOG.removeHandler(ear)
    found = (_IGNORED.fullmatch(record.getMessage()) for record in ear.records)
    return tuple((int(one["line"]), int(one["column"]), one["what"], one["why"]) for one in found if one)


def properties() -> frozenset[str]:
    """Return the names of the CSS properties that the engine knows."""
    return frozenset(name.replace("_", "-") for name in (*KNOWN_PROPERTIES, *EXPANDERS))


def parsed(markup: Markup, fetcher: URLFetcher) -> weasyprint.HTML:
    """Return the markup as the engine reads it.

    Raises:
        LayoutError: the markup asks for a file to be attached, which would put any file it names into the PDF.
    """
    html = weasyprint.HTML(string=markup.html, base_url=markup.base_url, url_fetcher=fetcher)
    for element in html.etree_element.iter():
        if "attachment" in str(element.get("rel", "")).lower().split():
            raise LayoutError(
                Problem(
                    Place(),
                    f"files may not be attached: {element.get('href')}",
                    'Take rel="attachment" out of the template.',
                )
            )
    return html


def layout(
    markup: Markup, fetcher: URLFetcher, pictures: Mapping[str, PagePicture] | None = None
) -> weasyprint.Document:
    """Lay the markup out.

    Args:
        markup: the document.
        fetcher: serves what it names.
        pictures: pages of other documents that it may show as images, by the address that it calls them.

    Raises:
        LayoutError: as `parsed` does.
    """
    return parsed(markup, fetcher).render(cache=dict(pictures or {}))


def pdf(document: weasyprint.Document, mend: Callable[[weasyprint.Document, Any], None] | None = None) -> bytes:
    """Write a laid-out document as PDF/UA-1 (ISO 14289-1).

    Args:
        document: the laid-out pages.
        mend: changes the PDF's objects before they are written.
    """
    data = document.write_pdf(pdf_variant="pdf/ua-1", finisher=mend)
    assert data is not None  # noqa: S101 - no target was given
    return bytes(data)


def picture_names(files: Iterable[Path]) -> dict[str, Path]:
    """Return the files that are pictures of a PDF, by the names that the engine gives them but for a last digit."""
    return {f"/i{md5(path.as_uri().encode(), usedforsecurity=False).hexdigest()}": path for path in files}


def untagged(document: weasyprint.Document) -> bytes:
    """Write a laid-out document as PDF for print only, without tags."""
    data = document.write_pdf()
    assert data is not None  # noqa: S101 - no target was given
    return bytes(data)


def _is_fatal(record: logging.LogRecord) -> bool:
    return record.levelno >= logging.ERROR or str(record.msg).startswith(_FATAL_WARNINGS)


def _said(record: logging.LogRecord) -> str:
    """Return what the engine said; of a picture in a format it does not know, it says nothing."""
    text = record.getMessage().replace("ValueError: ", "")
    return f"{text}it is no picture that can be read" if text.endswith("': ") else text


def _hint(message: str) -> str:
    return next((hint for start, hint in _HINTS if message.startswith(start)), "")
