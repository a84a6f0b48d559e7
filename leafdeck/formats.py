"""The forms that a leaflet comes in: each is a style sheet and, only where its structure differs, a template."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Format:
    """One form of the leaflet.

    Attributes:
        name: what ``--format`` calls it; its style sheet is ``styles/formats/NAME.css``.
        file: the name of what is written.
        template: what it is made of, below ``templates/``.
    """

    name: str
    file: str
    template: str = "leaflet/leaflet.html"

    @property
    def sheet(self) -> str:
        """The place of its style sheet among the resources."""
        return f"styles/formats/{self.name}.css"

    @property
    def kept(self) -> str:
        """The name of the laid-out HTML that ``--keep-html`` writes."""
        return f"html/leaflet-{self.name}.html"


A4 = Format("a4", "leaflet.pdf")
FORMATS = (A4, Format("letter", "leaflet-letter.pdf"))
"""Every form there is, the usual one first."""
