"""What every part of the outline shares: frozen, strict about its fields, described for authors.

The docstring under a field is its description in the JSON Schema and on the authors' reference page.
"""

from __future__ import annotations

import datetime as dt
import re
from typing import Annotated

from pydantic import BaseModel, BeforeValidator, ConfigDict, StringConstraints
from pydantic.fields import Field


class Part(BaseModel):
    """A part of the outline. Unknown fields are refused; values never change once read."""

    model_config = ConfigDict(
        frozen=True,
        extra="forbid",
        str_strip_whitespace=True,
        coerce_numbers_to_str=True,
        use_attribute_docstrings=True,
    )


class InlineMark:
    """Marks a field whose text is light Markdown: bold, links, ``[@reference]`` citations."""


class IconMark:
    """Marks a field that names an icon."""


class FileMark:
    """Marks a field that names a file beside the content."""


def _day(value: object) -> object:
    """Refuse what pydantic would take for seconds since 1970."""
    if isinstance(value, dt.date) or (isinstance(value, str) and re.fullmatch(r"\d{4}-\d{2}-\d{2}", value.strip())):
        return value
    msg = "a date is written as year-month-day"
    raise ValueError(msg)


PlainText = Annotated[str, StringConstraints(min_length=1)]
RichText = Annotated[str, StringConstraints(min_length=1), InlineMark()]
Slug = Annotated[str, StringConstraints(pattern=r"^[a-z0-9]+(-[a-z0-9]+)*$")]
IconName = Annotated[str, StringConstraints(pattern=r"^[a-z0-9_-]+$"), IconMark()]
FileName = Annotated[str, StringConstraints(min_length=1), FileMark()]
Url = Annotated[str, StringConstraints(pattern=r"^(https?://|mailto:|tel:)\S+$")]
Language = Annotated[str, StringConstraints(pattern=r"^[A-Za-z]{2,3}(-[A-Za-z0-9]{2,8})*$")]
Day = Annotated[dt.date, BeforeValidator(_day)]

__all__ = [
    "Day",
    "Field",
    "FileMark",
    "FileName",
    "IconMark",
    "IconName",
    "InlineMark",
    "Language",
    "Part",
    "PlainText",
    "RichText",
    "Slug",
    "Url",
]
