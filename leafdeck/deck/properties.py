"""What a presentation says of itself: its core properties (ECMA-376 part 2, 11)."""

from __future__ import annotations

import datetime as dt
import textwrap

from pptx.parts.coreprops import CorePropertiesPart

from leafdeck.deck.model import DeckInfo
from leafdeck.deck.xml import clean

LONGEST = 255
"""How many characters PowerPoint keeps of a property."""


def fill(core: CorePropertiesPart, info: DeckInfo) -> None:
    """Set the core properties; the dates are the guide's own."""
    core.title = _short(info.title)
    core.subject = _short(info.subject)
    core.author = core.last_modified_by = _short(info.author)
    core.keywords = _short(info.keywords)
    core.language = info.language
    core.comments = ""
    core.revision = 1
    core.created = core.modified = dt.datetime.combine(info.date, dt.time())


def _short(value: str) -> str:
    return textwrap.shorten(clean(value), LONGEST, placeholder="…")
