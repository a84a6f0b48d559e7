"""The laid-out HTML as a file that the bare ``weasyprint`` command, or a browser, renders from where it lies."""

from __future__ import annotations

import html
import os
import re
from pathlib import Path
from urllib.parse import quote, urljoin, urlsplit
from urllib.request import url2pathname

from leafdeck.markup import Markup

_ADDRESS = re.compile(r"""(?P<before>\s(?:src|href)=")(?P<address>[^"#][^"]*)(?P<after>")""")


_IN_STYLE = re.compile(r"""(?P<before>url\(")(?P<address>file:[^"]*)(?P<after>"\))""")
"""What a brand's pictures are named by, in the properties that the page holds."""


def kept_html(markup: Markup, folder: Path) -> str:
    """Return the markup with every file it names addressed from ``folder``: it can be moved with its project."""

    def rewrite(match: re.Match[str]) -> str:
        address = urljoin(markup.base_url, html.unescape(match["address"]))
        if urlsplit(address).scheme != "file":
            return match[0]
        return match["before"] + _from(folder.resolve(), address) + match["after"]

    return _IN_STYLE.sub(rewrite, _ADDRESS.sub(rewrite, markup.html))


def _from(folder: Path, address: str) -> str:
    parts = urlsplit(address)
    try:
        relative = os.path.relpath(url2pathname(parts.path), folder)
    except ValueError:  # Windows: another drive
        return html.escape(address)
    fragment = f"#{parts.fragment}" if parts.fragment else ""
    return quote(Path(relative).as_posix()) + fragment
