"""Markup to a laid-out document, and the document to PDF bytes, through WeasyPrint's public API only."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path
from urllib.parse import unquote, urlsplit

import weasyprint
from weasyprint.urls import URLFetcher, URLFetcherResponse

from leafdeck.markup import Markup


class ProjectFetcher(URLFetcher):  # type: ignore[misc]
    """Serves ``data:`` addresses and regular files below the given folders; links are followed before judging.

    Never the network: other schemes, remote ``file://host/`` and anything outside are refused with ValueError.
    """

    def __init__(self, roots: Iterable[Path]) -> None:
        super().__init__(allowed_protocols=("file", "data"), allow_redirects=False)
        self.roots = tuple(root.resolve() for root in roots)

    def fetch(self, url: str, headers: dict[str, str] | None = None) -> URLFetcherResponse:
        """Return the response for an address, or raise ValueError (the engine reports it)."""
        parts = urlsplit(url)
        if parts.scheme.lower() == "file":
            if parts.netloc not in ("", "localhost"):
                raise ValueError(f"a file on another machine: {url}")
            path = Path(unquote(parts.path)).resolve()
            if not any(path.is_relative_to(root) for root in self.roots):
                raise ValueError(f"outside the project: {url}")
            if not path.is_file():
                raise ValueError(f"no such file: {path.name}")
            url = path.as_uri()
        return super().fetch(url, headers)


def layout(markup: Markup, fetcher: URLFetcher) -> weasyprint.Document:
    """Lay the markup out."""
    return weasyprint.HTML(string=markup.html, base_url=markup.base_url, url_fetcher=fetcher).render()


def pdf(document: weasyprint.Document) -> bytes:
    """Write a laid-out document as PDF/UA-1 (ISO 14289-1)."""
    data = document.write_pdf(pdf_variant="pdf/ua-1")
    assert data is not None  # noqa: S101 - no target was given
    return bytes(data)
