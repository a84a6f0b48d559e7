"""Where templates run: they are data from a stranger as much as content is.

A template sees values and calls what the composer gives it. Values bring no methods of their own along but those of
plain text, dates and collections: a path would otherwise open files, a pydantic model would unpickle code.
"""

from __future__ import annotations

import datetime as dt
import traceback
from collections.abc import Mapping, Sequence
from collections.abc import Set as AbstractSet
from pathlib import Path
from typing import Any

from jinja2 import BaseLoader, StrictUndefined, TemplateNotFound, TemplateSyntaxError
from jinja2.exceptions import SecurityError, UndefinedError
from jinja2.exceptions import TemplateError as JinjaError
from jinja2.sandbox import ImmutableSandboxedEnvironment

from leafdeck.brand.live import Live
from leafdeck.brand.model import Brand
from leafdeck.errors import Problem
from leafdeck.notice import Place

_PLAIN = (str, int, float, dt.date, Mapping, Sequence, AbstractSet)
_OURS = {Brand: frozenset({"color", "token"}), Live: frozenset({"color", "token"})}


class Sandbox(ImmutableSandboxedEnvironment):
    """Jinja2 with undefined names as errors, autoescape, and no way from a value to the machine."""

    def __init__(self, loader: BaseLoader) -> None:
        super().__init__(
            loader=loader, autoescape=True, undefined=StrictUndefined, trim_blocks=True, lstrip_blocks=True
        )

    def is_safe_attribute(self, obj: Any, attr: str, value: Any) -> bool:  # noqa: ANN401 - Jinja2's signature
        """Return whether a template may read an attribute."""
        if not super().is_safe_attribute(obj, attr, value):
            return False
        if not callable(value) or isinstance(obj, _PLAIN) or type(obj).__module__.startswith("jinja2."):
            return True
        return attr in _OURS.get(type(obj), frozenset())


def problem(error: Exception) -> Problem:
    """Say which template and line an error comes from, and what is wrong there."""
    if isinstance(error, TemplateSyntaxError):
        return Problem(Place(Path(error.filename or error.name or "template"), error.lineno), error.message or "")
    place = _place(error)
    if isinstance(error, TemplateNotFound):
        hint = "Put it into templates/ beside the content, or remove your own copy of the template that names it."
        return Problem(place, f"the template {error.name} was not found", hint)
    if isinstance(error, SecurityError):
        return Problem(place, f"the template does something that templates may not: {error.message}")
    if isinstance(error, UndefinedError):
        return Problem(place, f"the template uses a name that does not exist: {error.message}")
    if isinstance(error, JinjaError):
        return Problem(place, f"the template cannot be run: {error.message}")
    frame = traceback.extract_tb(error.__traceback__)[-1]
    return Problem(
        place,
        f"the template cannot be run: {type(error).__name__}: {error}",
        f"It was met in {Path(frame.filename).name}, line {frame.lineno}, in {frame.name}.",
    )


def _place(error: Exception) -> Place:
    """Return the innermost template's line that an error went through."""
    frames = [frame for frame in traceback.extract_tb(error.__traceback__) if "templates" in Path(frame.filename).parts]
    return Place(Path(frames[-1].filename), frames[-1].lineno or 0) if frames else Place()
