"""The look of a presentation template, as values: what a brand can be made of."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Found:
    """A colour as ``#rrggbb``, and in words where the template has it."""

    color: str
    where: str


@dataclass(frozen=True, slots=True)
class Logo:
    """A picture file: its bytes and its suffix, such as ``.png``."""

    data: bytes
    suffix: str


@dataclass(frozen=True, slots=True)
class Look:
    """What a template's master and theme say.

    Attributes:
        name: the template's file name.
        slots: the theme's colours: its slot (``dk1``, ``accent1`` …, ECMA-376 part 1, 20.1.6.2) to ``#rrggbb``.
        page: the background of slides; None where it is a picture or a gradient.
        paper: what the theme means by a background, used where ``page`` is None.
        title: the colour of titles.
        text: the colour of body text.
        heading_font: the family of titles, empty where the template names none.
        body_font: the family of body text, empty where the template names none.
        logo: the master's picture that looks most like a logo.
    """

    name: str
    slots: Mapping[str, str]
    page: Found | None
    paper: Found
    title: Found
    text: Found
    heading_font: str = ""
    body_font: str = ""
    logo: Logo | None = None
