"""What every part of the outline shares: frozen, strict about its fields, described for authors.

The docstring under a field is its description in the JSON Schema and on the authors' reference page.
"""

from __future__ import annotations

import datetime as dt
import re
from typing import Annotated, Self

from pydantic import BaseModel, BeforeValidator, ConfigDict, StringConstraints, model_validator
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

    @model_validator(mode="after")
    def _something_stays(self) -> Self:
        """A list whose every entry may be left out could become an empty part: one of them stays."""
        for name in type(self).model_fields:
            entries = getattr(self, name)
            if isinstance(entries, tuple) and entries and all(getattr(entry, "optional", False) for entry in entries):
                msg = f"all of `{name}` is `optional`: at least one of it must stay"
                raise MisfitError(
                    msg, (name, 0, "optional"), "Take `optional` away from one, or make the section optional."
                )
        return self


class InlineMark:
    """Marks a field whose text is light Markdown: bold, links, ``[@reference]`` citations."""


class IconMark:
    """Marks a field that names an icon."""


class FileMark:
    """Marks a field that names a file beside the content."""


class MisfitError(ValueError):
    """Fields that do not go together: told at one of them, with what to do.

    Attributes:
        at: the way from the part to the field where it is told.
        hint: what to do.
    """

    def __init__(self, message: str, at: tuple[int | str, ...], hint: str) -> None:
        super().__init__(message)
        self.at = at
        self.hint = hint


def _day(value: object) -> object:
    """Refuse what pydantic would take for seconds since 1970."""
    if isinstance(value, dt.date) or (isinstance(value, str) and re.fullmatch(r"\d{4}-\d{2}-\d{2}", value.strip())):
        return value
    msg = "a date is written as year-month-day"
    raise ValueError(msg)


def _number(value: object) -> object:
    """Refuse true and false, which Python takes for 1 and 0."""
    if isinstance(value, bool):
        msg = "a number is wanted"
        raise ValueError(msg)  # noqa: TRY004 - pydantic turns a ValueError into a problem
    return value


PlainText = Annotated[str, StringConstraints(min_length=1)]
RichText = Annotated[str, StringConstraints(min_length=1), InlineMark()]
Slug = Annotated[str, StringConstraints(pattern=r"^[a-z0-9]+(-[a-z0-9]+)*$")]
IconName = Annotated[str, StringConstraints(pattern=r"^[a-z0-9_-]+$"), IconMark()]
FileName = Annotated[str, StringConstraints(min_length=1), FileMark()]
Url = Annotated[str, StringConstraints(pattern=r"^(https?://|mailto:|tel:)\S+$", max_length=1000)]
Email = Annotated[str, StringConstraints(pattern=r"^[^\s@<>:]+@[^\s@<>:]+\.[^\s@<>:.]+$")]
Amount = Annotated[str, StringConstraints(pattern=r"[0-9] ?[A-Za-z]")]
Language = Annotated[str, StringConstraints(pattern=r"^[A-Za-z]{2,3}(-[A-Za-z0-9]{2,8})*$")]
Day = Annotated[dt.date, BeforeValidator(_day)]
Count = Annotated[int, BeforeValidator(_number)]
Magnitude = Annotated[float, BeforeValidator(_number), Field(ge=0, allow_inf_nan=False)]


class SectionBase(Part):
    """What every kind of section has."""

    id: Slug | None = None
    """A short name for links and slide notes, such as `vitamin-d`. Made from the title when left out."""
    title: PlainText
    """The heading, in sentence case."""
    message: PlainText | None = None
    """The title of its slide, as a full sentence that says the point. The heading is used when left out."""
    optional: bool = False
    """A tight format may leave this section out."""


__all__ = [
    "Amount",
    "Count",
    "Day",
    "Email",
    "Field",
    "FileMark",
    "FileName",
    "IconMark",
    "IconName",
    "InlineMark",
    "Language",
    "Magnitude",
    "MisfitError",
    "Part",
    "PlainText",
    "RichText",
    "SectionBase",
    "Slug",
    "Url",
]
