"""The Brand: a clinic's look as values, taken from the custom properties of its CSS."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path

from leafdeck.notice import Place


@dataclass(frozen=True, slots=True)
class FontFile:
    """A font that an ``@font-face`` rule names: its family, weight 100 to 900, style, file, and the rule's place."""

    family: str
    weight: int
    italic: bool
    path: Path
    place: Place = field(default_factory=Place)


@dataclass(frozen=True, slots=True)
class Brand:
    """Custom properties with every ``var()`` resolved; colours as ``#rrggbb``.

    ``derived`` are the properties that the layout engine cannot know from the files: those that no file set, and
    colours in a notation that only some programs can read. The name with its value. ``pictures`` are the files that
    properties name, ``places`` where each property that a file sets stands, ``own`` those that the clinic's file sets.
    """

    path: Path
    tokens: Mapping[str, str]
    derived: Mapping[str, str]
    logo: Path | None = None
    fonts: tuple[FontFile, ...] = ()
    pictures: Mapping[str, Path] = field(default_factory=dict)
    places: Mapping[str, Place] = field(default_factory=dict)
    own: frozenset[str] = frozenset()

    def token(self, name: str) -> str:
        """Return a property's value, such as ``token("--brand-radius")``. KeyError when there is none."""
        return self.tokens[name]

    def color(self, name: str) -> str:
        """Return a colour property as ``#rrggbb``. KeyError when there is none."""
        return self.tokens[name]

    @property
    def stylesheet(self) -> str:
        """The derived properties as a CSS rule, to stand after the brand's own file."""
        lines = "".join(f"  {name}: {value};\n" for name, value in sorted(self.derived.items()))
        return f":root {{\n{lines}}}\n" if lines else ""

    @property
    def family(self) -> str:
        """The first family of the body text, as PowerPoint names a font."""
        return first_family(self.tokens["--brand-font"])

    @property
    def heading_family(self) -> str:
        """The first family of the headings."""
        return first_family(self.tokens["--brand-font-heading"])


def first_family(value: str) -> str:
    """Return the first family of a CSS ``font-family`` list, without its quotes."""
    return value.partition(",")[0].strip().strip("\"'")


def families(value: str) -> tuple[str, ...]:
    """Return all families of a CSS ``font-family`` list, without their quotes."""
    return tuple(name for part in value.split(",") if (name := part.strip().strip("\"'")))
