"""References in the order in which the text cites them, each as one line in the Vancouver manner.

Source for the order of the parts: the ICMJE Recommendations' sample references.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from leafdeck.guide.reference import Name, Reference

MAX_AUTHORS = 3


@dataclass(frozen=True, slots=True)
class Citation:
    """A cited reference: its number in the text, its line without the address, its address."""

    number: int
    id: str
    text: str
    url: str | None


def number(references: Iterable[Reference], cited: Iterable[str]) -> tuple[Citation, ...]:
    """Number the references by their first citation; those never cited are left out.

    Args:
        references: the guide's references.
        cited: ids in the order in which a reader meets them; repeats and unknown ids do no harm.
    """
    known = {reference.id: reference for reference in references}
    order = [name for name in dict.fromkeys(cited) if name in known]
    return tuple(Citation(n, name, line(known[name]), address(known[name])) for n, name in enumerate(order, 1))


def line(reference: Reference) -> str:
    """Return a reference as one line of text, without its address."""
    parts = [authors(reference.author), reference.title]
    where = reference.container_title or ""
    if reference.publisher:
        where = f"{where}. {reference.publisher}" if where else reference.publisher
    numbers = reference.volume or ""
    if reference.issue:
        numbers += f"({reference.issue})"
    if reference.page:
        numbers += f":{reference.page}" if numbers else reference.page
    when = reference.issued or ""
    if when and numbers:
        when = f"{when};{numbers}"
    elif numbers:
        when = numbers
    if where and when:
        where = f"{where} {when}"
    parts.append(where or when)
    return " ".join(part if part.endswith((".", "?", "!")) else f"{part}." for part in parts if part)


def authors(names: tuple[Name, ...]) -> str:
    """Return up to three authors as "Family AB", then "et al"."""
    shown = [_name(name) for name in names[:MAX_AUTHORS]]
    if len(names) > MAX_AUTHORS:
        shown.append("et al")
    return ", ".join(shown)


def _name(name: Name) -> str:
    if name.literal:
        return name.literal.removesuffix(".")
    initials = "".join(part[0] for part in (name.given or "").replace("-", " ").replace(".", " ").split())
    return " ".join(part for part in (name.family, initials) if part)


def address(reference: Reference) -> str | None:
    """Return the address that lasts longest: the DOI's, or else the given one."""
    return f"https://doi.org/{reference.doi}" if reference.doi else reference.url
