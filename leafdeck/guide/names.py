"""The names of parts: given by the author, or made from the title."""

from __future__ import annotations

import re
import unicodedata
from typing import Protocol


class Titled(Protocol):
    """A part with a title and perhaps a name."""

    @property
    def id(self) -> str | None:
        """Its name."""

    @property
    def title(self) -> str:
        """Its heading."""


def slug(text: str) -> str:
    """Turn a heading into a name for links: ``How it starts?`` to ``how-it-starts``."""
    plain = unicodedata.normalize("NFKD", text).encode("ascii", "ignore").decode().lower()
    return re.sub(r"[^a-z0-9]+", "-", plain).strip("-") or "part"


def anchor(part: Titled) -> str:
    """Return a part's own id, or one made from its title."""
    return part.id or slug(part.title)
