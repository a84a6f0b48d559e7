"""A brand's CSS files to a Brand: custom properties of ``:root`` with ``var()`` resolved, and derived ones.

The layout engine reads the same files; this reader exists because the deck's theme and the icons in the
markup need the values, because the engine has no ``color-mix()`` to derive tints with, and because a mistake
in a brand is to be shown with its place.
"""

from __future__ import annotations

import difflib
from collections.abc import Mapping, Sequence
from pathlib import Path
from urllib.parse import unquote, urlsplit

import tinycss2

from leafdeck.brand.color import NotAColorError, to_srgb
from leafdeck.brand.model import Brand, FontFile
from leafdeck.brand.palette import BASE_COLORS, DERIVED, derive, follow
from leafdeck.brand.values import Raw, address, are_lengths, resolve, unit_number
from leafdeck.errors import LayoutError, Problem
from leafdeck.notice import Place

PREFIX = "--brand-"
LENGTHS = {
    "--brand-radius": "Write it as 8px, or 0 for square corners.",
    "--brand-icon-radius": "Write it as 50% for a disc, 8px for a tile, or 0 for a square.",
    "--brand-measure": "Write it as 34em, which is 34 times the size of the letters.",
}
"""The properties that are lengths, with what to do when one is not."""
NUMBERS = {
    "--brand-heading-scale": (0.8, 1.3, "1 is leafdeck's own size of headings, 1.2 is a fifth larger."),
    "--brand-space": (0.8, 1.25, "1 is leafdeck's own space around things, 0.85 is closer, 1.2 is airy."),
    "--brand-line": (0, 2, "1 is leafdeck's own thickness of lines, 0 draws none, 2 doubles them."),
}
"""The properties that are numbers, with the least and the most at which pages still fit, and what to do."""
WEIGHTS = {"--brand-heading-weight": ("400", "700")}
"""The properties that are weights of a font: PowerPoint knows regular and bold, no others."""
PICTURES = {
    "--brand-logo": "the logo",
    "--brand-pattern": "the pattern",
    "--brand-cover-image": "the cover image",
}
"""The properties that name a picture, with what that is called."""
_WEIGHTS = {"normal": 400, "bold": 700}
_FONT_STARTS = {b"\0\1\0\0", b"OTTO", b"true", b"ttcf", b"wOFF", b"wOF2"}


def load(paths: Sequence[Path], project: Path | None = None) -> Brand:
    """Read brand files, later ones over earlier ones.

    Args:
        paths: CSS files: the package's defaults first, which set every property, the clinic's brand last.
        project: the content's folder. A logo lies below it or beside the brand file: the layout engine is served no
            other file. None takes a logo from anywhere.

    Raises:
        LayoutError: a file is missing or not CSS, a property is unknown, a colour is not a colour, a font or the
            logo cannot be read; every problem of all files at once.
    """
    problems: list[Problem] = []
    raw: dict[str, Raw] = {}
    fonts: list[FontFile] = []
    known: frozenset[str] | None = None
    own: set[str] = set()
    for path in paths:
        found = _read(path, fonts, problems)
        if known is None:
            known = frozenset((*found, *DERIVED))
        else:
            own.update(found)
        problems.extend(_unknown(found, known))
        raw.update(found)
    values = resolve(raw, problems)
    colors = _colors(values, raw, problems)
    problems.extend(_unfit(values, raw))
    pictures = {name: _picture(name, values.get(name, "none"), raw, project, problems) for name in PICTURES}
    if problems:
        raise LayoutError(problems)
    followed = follow({name: colors[name] for name in BASE_COLORS}, own)
    colors |= followed
    derived = {name: value for name, value in derive(colors).items() if name not in raw}
    rewritten = {name: value for name, value in colors.items() if name not in followed and _is_foreign(values[name])}
    places = {name: f'url("{path.as_uri()}")' for name, path in pictures.items() if path}
    return Brand(
        path=paths[-1],
        tokens=values | colors | derived,
        derived=derived | followed | rewritten | places,
        logo=pictures["--brand-logo"],
        fonts=tuple(fonts),
        pictures={name: path for name, path in pictures.items() if path},
        places={name: one.place for name, one in raw.items()},
        own=frozenset(own),
    )


def _unfit(values: Mapping[str, str], raw: Mapping[str, Raw]) -> list[Problem]:
    """Return a problem for each length, number and weight that is none, or with which pages would not fit."""
    problems = []
    for name, hint in LENGTHS.items():
        if name in values and not are_lengths(values[name]):
            problems.append(Problem(raw[name].place, f"{name}: {values[name] or 'nothing'} is not a length", hint))
    for name, (least, most, hint) in NUMBERS.items():
        number = unit_number(values[name]) if name in values else least
        if number is None or not least <= number <= most:
            message = f"{name}: {values[name] or 'nothing'} is not a number from {least:g} to {most:g}"
            problems.append(Problem(raw[name].place, message, hint))
    for name, choices in WEIGHTS.items():
        if values.get(name, choices[0]) not in choices:
            message = f"{name}: {values[name] or 'nothing'} is not {' or '.join(choices)}"
            problems.append(Problem(raw[name].place, message, "PowerPoint knows regular and bold only."))
    return problems


def _read(path: Path, fonts: list[FontFile], problems: list[Problem]) -> dict[str, Raw]:
    """Return the custom properties of a file; its fonts and its mistakes are added to the lists."""
    try:
        text = path.read_text(encoding="utf-8-sig")
    except UnicodeDecodeError:
        problems.append(Problem(Place(path), "the brand file is not UTF-8 text", "Save it as UTF-8."))
        return {}
    except OSError as error:
        hint = "Give the place of a CSS file, from the folder that you are in."
        problems.append(Problem(Place(path), f"the brand file cannot be read: {error.strerror}", hint))
        return {}
    found: dict[str, Raw] = {}
    for rule in tinycss2.parse_stylesheet(text, skip_comments=True, skip_whitespace=True):
        if rule.type == "error":
            place = Place(path, rule.source_line, rule.source_column)
            problems.append(Problem(place, f"this is not CSS: {rule.message}"))
        elif rule.type == "qualified-rule" and tinycss2.serialize(rule.prelude).strip() == ":root":
            found.update(_properties(rule, path, problems))
        elif rule.type == "at-rule" and rule.lower_at_keyword == "font-face":
            _font_face(rule, path, fonts, problems)
    return found


def _properties(rule: tinycss2.ast.QualifiedRule, path: Path, problems: list[Problem]) -> dict[str, Raw]:
    """Return the custom properties of a ``:root`` rule."""
    found: dict[str, Raw] = {}
    for item in tinycss2.parse_blocks_contents(rule.content, skip_comments=True, skip_whitespace=True):
        where = Place(path, item.source_line, item.source_column)
        if item.type == "error":
            problems.append(Problem(where, f"this is not CSS: {item.message}"))
        elif item.type == "declaration" and item.name.startswith(PREFIX) and ":" in item.value:
            hint = "Write ; at the end of its line, before the next one begins."
            problems.append(Problem(where, f"{item.name}: a semicolon is missing at its end", hint))
        elif item.type == "declaration" and item.name.startswith("--"):
            found[item.name] = Raw(tinycss2.serialize(item.value).strip(), where)
    return found


def _unknown(found: Mapping[str, Raw], known: frozenset[str]) -> list[Problem]:
    """Return a problem for each property that looks like the brand's and is none: a slip of the pen would go unseen."""
    problems = []
    for name, raw in found.items():
        if name.startswith(PREFIX) and name not in known:
            near = difflib.get_close_matches(name, sorted(known), n=1)
            hint = f"Did you mean {near[0]}? " if near else ""
            hint += f"A property of your own needs a name that does not start with {PREFIX}."
            problems.append(Problem(raw.place, f"there is no property {name}", hint))
    return problems


def _font_face(rule: tinycss2.ast.AtRule, path: Path, fonts: list[FontFile], problems: list[Problem]) -> None:
    """Note the font file of an ``@font-face`` rule; one that cannot be read is a problem, not a silent fallback."""
    given = {
        item.lower_name: tinycss2.serialize(item.value).strip()
        for item in tinycss2.parse_blocks_contents(rule.content or (), skip_comments=True, skip_whitespace=True)
        if item.type == "declaration"
    }
    place = Place(path, rule.source_line, rule.source_column)
    source = address(given.get("src", ""))
    if source is None or urlsplit(source).scheme == "data":
        return  # local() names a font of the machine; a data: address carries the font itself
    file = (path.parent / unquote(source)).resolve()
    hint = "Give the place of a TTF, OTF, WOFF or WOFF2 file, from the brand file's folder."
    try:
        with file.open("rb") as stream:
            magic = stream.read(4)
    except OSError as error:
        problems.append(Problem(place, f"the font file {source} cannot be read: {error.strerror}", hint))
        return
    if magic not in _FONT_STARTS:
        problems.append(Problem(place, f"{source} is not a font file", hint))
        return
    weight = given.get("font-weight", "normal")
    fonts.append(
        FontFile(
            family=given.get("font-family", "").strip("\"'"),
            weight=_WEIGHTS.get(weight) or (int(weight) if weight.isdecimal() else _WEIGHTS["normal"]),
            italic=given.get("font-style", "normal") != "normal",
            path=file,
            place=place,
        )
    )


def _colors(values: Mapping[str, str], raw: Mapping[str, Raw], problems: list[Problem]) -> dict[str, str]:
    """Return the properties that are colours as ``#rrggbb``; a brand's colour that is none is a problem."""
    colors: dict[str, str] = {}
    for name, value in values.items():
        try:
            colors[name] = to_srgb(value)
        except NotAColorError as error:
            if name in {*BASE_COLORS, *DERIVED}:
                message = f"{name}: {value or 'nothing'} {error}"
                problems.append(Problem(raw[name].place, message, "Write it as #0b4f5c, or as a colour's name."))
    return colors


def _is_foreign(value: str) -> bool:
    """Return whether a colour is in a notation that the deck's reader cannot turn into sRGB by itself."""
    return value.lower().startswith(("lab(", "lch(", "oklab(", "oklch(", "color("))


def _picture(
    name: str, value: str, raw: Mapping[str, Raw], project: Path | None, problems: list[Problem]
) -> Path | None:
    """Return the file that a property names, beside the CSS file that names it."""
    if value == "none":
        return None
    place, source, what = raw[name].place, address(value), PICTURES[name]
    file = name.removeprefix("--brand-")
    hint = f"Write url({file}.svg) with the file's place from the brand file's folder, or none."
    if source is None:
        problems.append(Problem(place, f"{name}: {value or 'nothing'} names no file", hint))
        return None
    folder = (place.file or Path()).parent
    path = (folder / unquote(source)).resolve()
    if not path.is_file():
        problems.append(Problem(place, f"{what} {source} was not found", hint))
        return None
    if project and not any(path.is_relative_to(root.resolve()) for root in (folder, project)):
        hint = "Copy it beside the brand file, and name it by its place from there."
        problems.append(Problem(place, f"{what} {source} lies outside the project", hint))
        return None
    return path
