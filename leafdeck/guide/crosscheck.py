"""Rules that reach across the outline: names that must exist, names that must differ, files that must be there.

They are judged on the author's nodes, not on the Guide, so that they are told together with all other problems.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator
from dataclasses import replace
from pathlib import Path

from leafdeck.errors import Problem
from leafdeck.guide.base import FileMark, IconMark, InlineMark
from leafdeck.guide.fields import has_mark
from leafdeck.guide.includes import beside, inside
from leafdeck.guide.inline import citations, to_plain
from leafdeck.guide.model import REQUIRED_OF_A_CONDITION
from leafdeck.guide.names import slug
from leafdeck.guide.problems import nearest
from leafdeck.guide.shape import Spot
from leafdeck.guide.yamltext import Fields, Items, Node, Scalar
from leafdeck.notice import Place

_CITES = re.compile(r"\[@")
_LINKS = re.compile(r"\[[^\[\]]{0,300}\]\(((?:[^()]|\([^()]{0,100}\)){0,300})\)")
_ESCAPED = re.compile(r"\\[!-/:-@\[-`{-~]")
"""What an author has marked as meant: a sign with a backslash before it."""
_BRACKETED = re.compile(r"\[([^\[\]\n]{1,200})\]")
_BOLD = re.compile(r"\*\*(?=\S)[^*\n]{1,80}\*\*")
_TAG = re.compile(
    r"</?(a|b|big|br|center|code|div|em|font|h[1-6]|hr|i|img|li|mark|ol|p|small|span|strong|sub|sup|u|ul)"
    r"(\s[^<>]{0,300})?/?>",
    re.IGNORECASE,
)


def cross_problems(outline: Spot, folder: Path, root: Path, icons: Collection[str] | None) -> list[Problem]:
    """Return the problems of an outline that no single field shows.

    Args:
        outline: the top of the outline.
        folder: the content's folder, which names of files start from here.
        root: the folder of its project, which they may not leave.
        icons: the names of the icons there are; None accepts any name.
    """
    references = set(_ids(outline.child("references")))
    found: list[Problem] = []
    for spot in outline.walk():
        if not isinstance(spot.node, Scalar) or not isinstance(spot.node.value, str):
            continue
        text = spot.node.value
        if has_mark(spot.takes, IconMark):
            found += _icon(text, spot.place, icons)
        elif has_mark(spot.takes, FileMark):
            found += _file(text, spot.place, folder, root)
        elif has_mark(spot.takes, InlineMark):
            found += _rich(text, spot.place, references)
        elif spot.takes is not object:
            found += _plain(text, spot.place)
    found += _required_sections(outline)
    found += _same_names(outline)
    found += _slide_names(outline)
    found += _revealed_names(outline)
    return found


def _icon(name: str, place: Place, icons: Collection[str] | None) -> Iterator[Problem]:
    if icons is not None and name not in icons and re.fullmatch(r"[a-z0-9_-]+", name):
        hint = nearest(name, icons) or f"The icons are {', '.join(sorted(icons))}."
        yield Problem(place, f"there is no icon `{name}`", hint)


def _file(name: str, place: Place, folder: Path, root: Path) -> Iterator[Problem]:
    try:
        path = inside(root, folder, name)
        if path.is_file():
            return
        message = "it is a folder" if path.is_dir() else "there is no such file"
    except (OSError, ValueError) as error:
        message = str(error)
    yield Problem(place, f"{name[:200]} cannot be used: {message}", beside(root))


def _plain(text: str, place: Place) -> Iterator[Problem]:
    """Markup in a field that has none: it would be printed as it stands."""
    if _CITES.search(text):
        hint = "Move the citation into a field with running text."
        yield Problem(place, "a citation cannot stand in this field", hint)
    if bold := _BOLD.search(text):
        yield Problem(
            place, f"`{bold[0]}` would be printed as it stands", "Take the ** away: this field has plain words."
        )
    if tag := _TAG.search(text):
        yield Problem(
            place, f"{_shown(tag)} would be printed as it stands", "Write it without: this field has plain words."
        )


def _rich(text: str, place: Place, references: Collection[str]) -> Iterator[Problem]:
    for name in dict.fromkeys(citations(text)) if "[@" in text else ():
        if name not in references:
            near = nearest(name, references)
            hint = near or f"Add a reference with `id: {name}` under `references:`."
            yield Problem(place, f"the text cites `{name}`, but no reference has that id", hint)
    if any(sign in text for sign in ("[", "**", "<")):
        yield from _slips(to_plain(_ESCAPED.sub(".", text), cite=lambda _: ""), place, references)


def _slips(printed: str, place: Place, references: Collection[str]) -> Iterator[Problem]:
    """Markup that was not read as such.

    Args:
        printed: the words as they would be printed, without what the author has marked as meant.
        place: where the text stands.
        references: the ids of the references.
    """
    if "[@" in printed:
        hint = "Write [@one-id], or [@one-id; @another-id] for several."
        yield Problem(place, "a citation in this text cannot be read", hint)
    if link := _LINKS.search(printed):
        hint = "Write [words](https://…); mailto: and tel: work too."
        yield Problem(place, f"the link to {link[1][:80]} cannot be used", hint)
    elif "](" in printed:
        hint = "Write [words](https://…), without a space in the address, and close it."
        yield Problem(place, "a link in this text cannot be read", hint)
    for bracket in _BRACKETED.finditer(printed):
        names = [name.strip().removeprefix("@") for name in re.split("[;,]", bracket[1])]
        if all(name in references for name in names):
            right = "; ".join(f"@{name}" for name in names)
            hint = f"Write [{right}] to cite, or \\{bracket[0]} if the brackets are meant."
            yield Problem(place, f"`{bracket[0]}` would be printed as it stands", hint)
    if "**" in printed:
        hint = "Write **words** for bold, with no space inside, and close it; write \\*\\* for two stars."
        yield Problem(place, "a `**` in this text makes nothing bold and would be printed", hint)
    if tag := _TAG.search(printed):
        hint = _TAG_HINTS.get(tag[1].lower(), "Take the tags away.")
        yield Problem(place, f"{_shown(tag)} would be printed as it stands", f"{hint} Write \\< for a < that is meant.")


_TAG_HINTS = {
    **dict.fromkeys(("b", "em", "i", "strong"), "Write **words** for bold; there are no italics."),
    "a": "Write [words](https://…) for a link.",
    "li": "Begin each line of a list with `- `.",
}


def _shown(tag: re.Match[str]) -> str:
    return f"`<{'/' * tag[0].startswith('</')}{tag[1]} …>`" if tag[2] else f"`{tag[0]}`"


def _required_sections(outline: Spot) -> Iterator[Problem]:
    """A guide to a condition says how it comes about, how it is found out and what can help."""
    about, sections = outline.child("guide").node, outline.child("sections")
    kind = about.get("type") if isinstance(about, Fields) else None
    if not isinstance(sections.node, Items) or (isinstance(kind, Scalar) and kind.value == "general"):
        return
    kinds = {_word(section, "kind") for section in sections.node.nodes}
    heading = outline.node.key("sections") if isinstance(outline.node, Fields) else None
    place = replace(heading.place, path="sections") if heading else sections.place
    for wanted in REQUIRED_OF_A_CONDITION:
        if wanted not in kinds:
            hint = f"Add a section with `kind: {wanted}`, or write `type: general` under `guide:`."
            yield Problem(place, f"a guide to a condition needs a section of kind `{wanted}`", hint)
        elif wanted not in {_word(section, "kind") for section in sections.node.nodes if not _is_optional(section)}:
            spot = next(each for each in sections.children() if _word(each.node, "kind") == wanted)
            message = f"a guide to a condition needs its section of kind `{wanted}`: it cannot be `optional`"
            yield Problem(spot.child("optional").place, message, "Take the line away, or mark single items of it.")


def _is_optional(section: Node) -> bool:
    node = section.get("optional") if isinstance(section, Fields) else None
    return isinstance(node, Scalar) and node.value is True


def _same_names(outline: Spot) -> Iterator[Problem]:
    """Names must differ: those of all parts that can be linked to, of references, and of signs within their list."""
    yield from _differ(outline.child("references").children())
    yield from _differ(_parts(outline), made=True)
    for section in outline.child("sections").children():
        yield from _differ(section.child("signs").children())


def _differ(parts: Iterator[Spot], *, made: bool = False) -> Iterator[Problem]:
    seen: dict[str, Place] = {}
    for part in parts:
        name = _name(part.node) if made else _word(part.node, "id")
        if not name:
            continue
        given = part.child("id") if _word(part.node, "id") else part.child("title")
        if name in seen:
            first = seen[name]
            where = f"in {first.file.name}" if first.file and first.file != given.place.file else "too"
            message = f"the name `{name}` is taken: line {first.line} has it {where}"
            yield Problem(given.place, message, "Give one of them another `id`.")
        else:
            seen[name] = given.place


def _slide_names(outline: Spot) -> Iterator[Problem]:
    """Notes and minutes stand under the name of a part that has a slide."""
    names = {_name(part.node) for part in _parts(outline)}
    sections = list(outline.child("sections").children())
    if not sections or "" in names or not all(section.model for section in sections):
        return  # a section that cannot be read is told by itself; its name may be the one that is meant
    for field in ("notes", "minutes"):
        node = outline.child("slides").child(field)
        if not isinstance(node.node, Fields):
            continue
        for key, _ in node.node.entries.values():
            if key.value not in names:
                place = replace(key.place, path=f"{node.place.path}.{key.value}")
                hint = nearest(str(key.value), names) or "Use the `id` of a section, a mechanism or an option."
                yield Problem(place, f"no section, mechanism or option is called `{key.value}`", hint)


def _revealed_names(outline: Spot) -> Iterator[Problem]:
    """What unfolds at a click is a mechanism's pathway or the answers to questions."""
    names = {name for part in _unfolding(outline) if (name := _name(part.node))}
    for spot in outline.child("slides").child("reveal").children():
        word = spot.node.value if isinstance(spot.node, Scalar) else None
        if word not in names:
            hint = (
                nearest(str(word), names) or "Use the `id` of a mechanism with a pathway, or of a section of questions."
            )
            yield Problem(
                spot.place, f"no mechanism with a pathway and no section of questions is called `{word}`", hint
            )


def _unfolding(outline: Spot) -> Iterator[Spot]:
    """Yield the parts whose slides can unfold at a click: mechanisms with a pathway, sections of questions."""
    for section in outline.child("sections").children():
        kind = _word(section.node, "kind")
        if kind == "faq":
            yield section
        elif kind == "mechanisms":
            yield from (item for item in section.child("items").children() if item.child("pathway").node is not None)


def _parts(outline: Spot) -> Iterator[Spot]:
    """Yield the parts that can be linked to: sections, mechanisms, options."""
    for section in outline.child("sections").children():
        yield section
        kind = _word(section.node, "kind")
        if kind == "mechanisms":
            yield from section.child("items").children()
        elif kind == "management":
            yield from section.child("options").children()


def _ids(spot: Spot) -> Iterator[str]:
    return (name for part in spot.children() if (name := _word(part.node, "id")))


def _name(node: Node | None) -> str:
    """Return a part's id, or the one that is made from its title."""
    title = _word(node, "title")
    return _word(node, "id") or (slug(title) if title else "")


def _word(node: Node | None, name: str) -> str:
    """Return a field's value as text, or nothing."""
    value = node.get(name) if isinstance(node, Fields) else None
    if not isinstance(value, Scalar) or value.value is None or isinstance(value.value, bool):
        return ""
    return str(value.value).strip()
