"""A brand's CSS files to a Brand: custom properties of ``:root`` with ``var()`` resolved, and derived ones.

The layout engine reads the same files; this reader exists because the deck's theme and the icons in the
markup need the values, and because the engine has no ``color-mix()`` to derive tints with.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from pathlib import Path
from urllib.parse import unquote

import tinycss2
import tinycss2.color4

from leafdeck.brand.color import mix, readable_on, to_hex
from leafdeck.brand.model import Brand, FontFile
from leafdeck.errors import LayoutError, Problem
from leafdeck.notice import Place

WHITE = "#ffffff"
_VAR = re.compile(r"var\(\s*(--[\w-]+)\s*(?:,([^()]*))?\)")
_URL = re.compile(r"""url\(\s*(["']?)(.*?)\1\s*\)""")
_MAX_VAR_DEPTH = 32
_WEIGHTS = {"normal": 400, "bold": 700}


def load(paths: Sequence[Path]) -> Brand:
    """Read brand files, later ones over earlier ones.

    Args:
        paths: CSS files: the package's defaults first, the clinic's brand last.

    Raises:
        LayoutError: a file is missing or not CSS, a colour is not a colour, a font or the logo cannot be read;
            every problem of all files at once.
    """
    problems: list[Problem] = []
    raw: dict[str, tuple[str, Place]] = {}
    fonts: list[FontFile] = []
    for path in paths:
        _read(path, raw, fonts, problems)
    tokens = {name: _resolve(name, raw, problems) for name in raw}
    colors = _normalise_colors(tokens, raw, problems)
    tokens.update(colors)
    derived = {name: value for name, value in _derive(tokens).items() if name not in raw}
    tokens.update(derived)
    logo = _logo(raw, problems)
    if problems:
        raise LayoutError(problems)
    return Brand(paths[-1], tokens, derived, logo, tuple(fonts))


def _read(path: Path, raw: dict[str, tuple[str, Place]], fonts: list[FontFile], problems: list[Problem]) -> None:
    try:
        text = path.read_text(encoding="utf-8-sig")
    except UnicodeDecodeError:
        problems.append(Problem(Place(path), "the brand file is not UTF-8 text", "Save it as UTF-8."))
        return
    except OSError as error:
        problems.append(Problem(Place(path), f"the brand file cannot be read: {error.strerror}"))
        return
    for rule in tinycss2.parse_stylesheet(text, skip_comments=True, skip_whitespace=True):
        place = Place(path, rule.source_line, rule.source_column)
        if rule.type == "error":
            problems.append(Problem(place, f"this is not CSS: {rule.message}"))
        elif rule.type == "qualified-rule" and tinycss2.serialize(rule.prelude).strip() == ":root":
            for item in tinycss2.parse_blocks_contents(rule.content, skip_comments=True, skip_whitespace=True):
                where = Place(path, item.source_line, item.source_column)
                if item.type == "error":
                    problems.append(Problem(where, f"this is not CSS: {item.message}"))
                elif item.type == "declaration" and item.name.startswith("--"):
                    raw[item.name] = (tinycss2.serialize(item.value).strip(), where)
        elif rule.type == "at-rule" and rule.lower_at_keyword == "font-face":
            _font_face(rule, path, fonts, problems)


def _font_face(rule: tinycss2.ast.AtRule, path: Path, fonts: list[FontFile], problems: list[Problem]) -> None:
    """Note the font file of an ``@font-face`` rule; one that cannot be read is a problem, not a silent fallback."""
    given = {
        item.lower_name: tinycss2.serialize(item.value).strip()
        for item in tinycss2.parse_blocks_contents(rule.content, skip_comments=True, skip_whitespace=True)
        if item.type == "declaration"
    }
    place = Place(path, rule.source_line, rule.source_column)
    source = _URL.search(given.get("src", ""))
    if source is None:
        return  # local() names a font of the machine
    file = (path.parent / unquote(source[2])).resolve()
    try:
        with file.open("rb") as stream:
            magic = stream.read(4)
    except OSError as error:
        problems.append(Problem(place, f"the font file {source[2]} cannot be read: {error.strerror}"))
        return
    if magic not in {b"\0\1\0\0", b"OTTO", b"true", b"ttcf", b"wOFF", b"wOF2"}:
        problems.append(Problem(place, f"{source[2]} is not a font file", "Use a TTF, OTF, WOFF or WOFF2 file."))
        return
    weight = given.get("font-weight", "normal")
    fonts.append(
        FontFile(
            family=given.get("font-family", "").strip("\"'"),
            weight=_WEIGHTS.get(weight) or (int(weight) if weight.isdecimal() else _WEIGHTS["normal"]),
            italic=given.get("font-style", "normal") != "normal",
            path=file,
        )
    )


def _resolve(name: str, raw: Mapping[str, tuple[str, Place]], problems: list[Problem]) -> str:
    """Put values in the place of ``var()`` (CSS Custom Properties 1, section 3)."""
    value, place = raw[name]
    for _ in range(_MAX_VAR_DEPTH):
        match = _VAR.search(value)
        if match is None:
            return value
        known = raw.get(match[1])
        if known is None and match[2] is None:
            problems.append(Problem(place, f"{name} uses {match[1]}, which is not set"))
            return value
        value = value[: match.start()] + (known[0] if known else match[2].strip()) + value[match.end() :]
    problems.append(Problem(place, f"{name} refers to itself"))
    return value


def _normalise_colors(
    tokens: Mapping[str, str], raw: Mapping[str, tuple[str, Place]], problems: list[Problem]
) -> dict[str, str]:
    """Return the tokens that are colours as ``#rrggbb``; a base colour that is none is a problem."""
    colors: dict[str, str] = {}
    for name, value in tokens.items():
        parsed = tinycss2.color4.parse_color(value)
        if parsed is not None and parsed != "currentcolor":
            red, green, blue = parsed.to("srgb").coordinates
            colors[name] = to_hex((red, green, blue))
        elif name in BASE_COLORS:
            problems.append(Problem(raw[name][1], f"{name}: {value} is not a colour", "Write it as #0b4f5c or a name."))
    return colors


BASE_COLORS = (
    "--brand-primary",
    "--brand-accent",
    "--brand-ink",
    "--brand-muted",
    "--brand-page",
    "--brand-emergency",
    "--brand-urgent",
    "--brand-routine",
)
"""The colours a brand may set; everything else derives from them."""


def _derive(tokens: Mapping[str, str]) -> dict[str, str]:
    """Compute tints, rules and the text colour on each filled area from the base colours."""
    missing = [name for name in BASE_COLORS if not tokens.get(name, "").startswith("#")]
    if missing:
        return {}
    page, ink = tokens["--brand-page"], tokens["--brand-ink"]
    derived = {
        "--brand-primary-tint": mix(tokens["--brand-primary"], 0.09, page),
        "--brand-primary-soft": mix(tokens["--brand-primary"], 0.18, page),
        "--brand-accent-tint": mix(tokens["--brand-accent"], 0.10, page),
        "--brand-rule": mix(tokens["--brand-primary"], 0.24, page),
    }
    for role in ("primary", "accent", "emergency", "urgent", "routine"):
        derived[f"--brand-on-{role}"] = readable_on(tokens[f"--brand-{role}"], WHITE, ink)
    for role in ("emergency", "urgent", "routine"):
        derived[f"--brand-{role}-tint"] = mix(tokens[f"--brand-{role}"], 0.09, page)
    return derived


def _logo(raw: Mapping[str, tuple[str, Place]], problems: list[Problem]) -> Path | None:
    """Return the file of ``--brand-logo``, beside the CSS file that names it."""
    value, place = raw.get("--brand-logo", ("none", Place()))
    match = _URL.search(value)
    if match is None or place.file is None:
        return None
    path = (place.file.parent / unquote(match[2])).resolve()
    if not path.is_file():
        problems.append(Problem(place, f"the logo {match[2]} was not found", "Give its place beside the brand file."))
        return None
    return path
