"""Icons and QR codes as inline SVG for the markup."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from xml.etree import ElementTree as ET

import segno
from jinja2 import TemplateRuntimeError
from markupsafe import Markup as Safe

from leafdeck.brand.model import Brand

SVG = "http://www.w3.org/2000/svg"


@dataclass(frozen=True)
class Icons:
    """Draws icons as inline SVG. The engine gives an inline SVG no CSS colour, so the fill stands in the markup."""

    files: Mapping[str, Path]
    brand: Brand

    def __call__(self, name: str, color: str = "--brand-primary", title: str | None = None) -> Safe:
        """Return the SVG of an icon, filled with a colour property of the brand.

        Args:
            name: the icon's file name without ``.svg``.
            color: a colour property of the brand, or ``#rrggbb``.
            title: what it says where no text does; without it the icon is decoration.

        Raises:
            TemplateRuntimeError: there is no such icon.
        """
        if name not in self.files:
            raise TemplateRuntimeError(f"there is no icon {name}")
        fill = self.brand.color(color) if color.startswith("--") else color
        root = ET.fromstring(self.files[name].read_text(encoding="utf-8"))  # noqa: S314 - entities are refused by expat's defaults; files are the package's or the brand's own
        for element in root.iter():
            element.tag = element.tag.removeprefix(f"{{{SVG}}}")  # HTML knows svg by its name, not by a prefix
            for attribute in ("fill", "stroke"):
                if element.get(attribute, "none") not in {"none", "white", "#fff"}:
                    element.set(attribute, fill)
        root.set("fill", fill)
        root.attrib.pop("width", None)
        root.attrib.pop("height", None)
        root.set("class", f"icon icon--{name}")
        if title is None:
            root.set("aria-hidden", "true")
        else:
            root.set("role", "img")
            label = ET.Element("title")
            label.text = title
            root.insert(0, label)
        return Safe(ET.tostring(root, encoding="unicode"))  # noqa: S704 - serialised XML

    def __contains__(self, name: str) -> bool:
        """Return whether there is an icon of that name."""
        return name in self.files


def qr_code(address: str, title: str, dark: str = "#000000") -> Safe:
    """Return a QR code (ISO/IEC 18004) of an address as inline SVG, with its title for a screen reader."""
    code = segno.make(address, error="m", micro=False)
    drawn = code.svg_inline(scale=1, border=4, dark=dark, light="#ffffff", title=title, omitsize=True, svgclass="qr")
    return Safe(drawn.replace("<svg ", '<svg role="img" ', 1))  # noqa: S704 - segno escapes the title
