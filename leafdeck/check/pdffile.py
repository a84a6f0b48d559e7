"""A finished PDF as values, for rules to judge: what its structure tells a screen reader. Source: ISO 14289-1."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Tag:
    """An element of a PDF's structure.

    Attributes:
        kind: its standard type, such as ``H1``, ``P``, ``Figure``, ``TH``.
        alt: its alternative text; None where it has none.
        scope: what a table's heading heads: ``Row``, ``Column`` or ``Both``.
        children: the elements in it.
    """

    kind: str
    alt: str | None = None
    scope: str = ""
    children: tuple[Tag, ...] = ()


@dataclass(frozen=True, slots=True)
class PdfFile:
    """A PDF.

    Attributes:
        title: as its metadata have it.
        language: as its catalogue names it.
        part: the part of PDF/UA that it claims, 0 for none.
        marked: whether it says that it is tagged.
        shows_title: whether a window shows its title in place of the file's name.
        bookmarks: how many it has.
        tags: the top of its structure.
        loose_fonts: the names of fonts that are not in the file.
        wordless_links: the pages of links that say nothing of where they lead.
        tab_order: the pages with links or fields whose tab order does not follow the structure.
        locked_out: whether its encryption keeps assistive software out.
    """

    title: str = ""
    language: str = ""
    part: int = 0
    marked: bool = False
    shows_title: bool = False
    bookmarks: int = 0
    tags: tuple[Tag, ...] = ()
    loose_fonts: tuple[str, ...] = ()
    wordless_links: tuple[int, ...] = ()
    tab_order: tuple[int, ...] = ()
    locked_out: bool = False
