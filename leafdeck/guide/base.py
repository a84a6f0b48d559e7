"""What every part of the outline shares: frozen, strict about its fields, described for authors.

The docstring under a field is its description in the JSON Schema and on the authors' reference page.
"""

from __future__ import annotations

from typing import Annotated

from pydantic import BaseModel, ConfigDict, StringConstraints
from pydantic.fields import Field


class Part(BaseModel):
    """A part of the outline. Unknown fields are refused; values never change once read."""

    model_config = ConfigDict(
        frozen=True,
        extra="forbid",
        str_strip_whitespace=True,
        populate_by_name=True,
        use_attribute_docstrings=True,
    )


class InlineMark:
    """Marks a field whose text is light Markdown: bold, links, ``[@reference]`` citations."""


PlainText = Annotated[str, StringConstraints(min_length=1)]
RichText = Annotated[str, StringConstraints(min_length=1), InlineMark()]
Slug = Annotated[str, StringConstraints(pattern=r"^[a-z0-9]+(-[a-z0-9]+)*$")]
IconName = Annotated[str, StringConstraints(pattern=r"^[a-z0-9_-]+$")]
Url = Annotated[str, StringConstraints(pattern=r"^(https?://|mailto:|tel:)\S+$")]

__all__ = ["Field", "IconName", "InlineMark", "Part", "PlainText", "RichText", "Slug", "Url"]
