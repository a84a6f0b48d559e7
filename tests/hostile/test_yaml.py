# ruff: noqa: E501 - attacks are data
"""Content that is meant to fill the memory, to hang, or to hide: refused quickly, with its place."""

from __future__ import annotations

import os
from collections.abc import Callable
from pathlib import Path

import pytest
from attacks import CANARY, Place
from measured import harmless

from leafdeck.guide import source

LAUGHS = "a0: &a0 [lol]\n" + "\n".join(f"a{n}: &a{n} [{', '.join([f'*a{n - 1}'] * 9)}]" for n in range(1, 30))
HEAD = "schema: 1\nguide:\n  id: x\n"


def huge(piece: str, size: int) -> Callable[[], str]:
    return lambda: piece * (size // len(piece))


BOMBS: dict[str, str | bytes | Callable[[], str]] = {
    "laughs": LAUGHS,
    "laughs in a guide": HEAD + LAUGHS,
    "merge keys": "a: &a {b: c}\n" + "\n".join(f"d{n}: {{<<: *a}}" for n in range(5000)),
    "an anchor that holds itself": "a: &a [*a]\n",
    "a plain scalar of 50 MB": huge("x", 50_000_000),
    "a quoted scalar of 50 MB": lambda: 'a: "' + "x" * 50_000_000 + '"',
    "a block scalar of 50 MB": lambda: "a: |\n" + "  xxxxxxxxx\n" * 4_000_000,
    "a key of 400 KB": lambda: "x" * 400_000 + ": b\n",
    "a key that is a list": "? [a, b]\n: c\n",
    "brackets": lambda: "[" * 500_000,
    "braces": lambda: "{a: " * 120_000,
    "dashes": lambda: "- " * 250_000,
    "indents": lambda: "\n".join(" " * n + f"a{n}:" for n in range(900)),
    "entries": lambda: "a: [" + "1," * 200_000 + "]",
    "fields": lambda: "\n".join(f"a{n}: 1" for n in range(40_000)),
    "a Python object": "a: !!python/object/apply:os.system ['touch pwned']\n",
    "a Python name": "a: !!python/name:os.system\n",
    "a binary tag": "a: !!binary aGVsbG8=\n",
    "a directive": "%TAG ! tag:yaml.org,2002:python/\n---\na: !object:os.system x\n",
    "documents": lambda: "--- a\n" * 100_000,
    "a null byte": b"schema: 1\0\n",
    "UTF-16": "schema: 1\n".encode("utf-16"),
    "UTF-32": "schema: 1\n".encode("utf-32"),
    "UTF-7": b"+ADw-script+AD4-",
    "bytes": bytes(range(256)) * 100,
    "overlong UTF-8": b"schema: \xc0\xae\xc0\xae/\n",
    "half a pair": b"schema: \xed\xa0\x80\n",
    "escapes": 'a: "' + "\\x00" * 2000 + '"\n',
    "a year of digits": "schema: 1" + "0" * 300_000,
    "a float of digits": "schema: 1e999999999\n",
    "comments": lambda: "#" * 500_000,
}


@pytest.mark.parametrize("name", BOMBS)
def test_a_bomb_is_refused_with_its_place(place: Place, name: str) -> None:
    given = BOMBS[name]
    text = given() if callable(given) else given
    file = place.project / "content.yaml"
    file.write_bytes(text if isinstance(text, bytes) else text.encode())
    found = harmless(lambda: source.load(file) and None)
    assert "content.yaml" in found.refused
    assert len(found.refused) < 20_000
    assert not (place.project / "pwned").exists()


@pytest.mark.parametrize("name", ["pipe.yaml", "linked/secret.txt", "link.css", "../outside/secret.txt", "/etc/passwd",
                                  "FILE/secret.txt", "WEB/a.yaml", "%2e%2e/outside/secret.txt", "..\\outside\\secret.txt",
                                  "\\\\HOST\\share\\a.yaml", "linked/../linked/secret.txt", "loop.yaml"])  # fmt: skip
def test_nothing_outside_is_included(place: Place, name: str) -> None:
    os.mkfifo(place.project / "pipe.yaml")
    (place.project / "loop.yaml").symlink_to("loop.yaml")
    included(place, place.filled(name))


def included(place: Place, name: str) -> None:
    file = place.project / "content.yaml"
    text = file.read_text(encoding="utf-8")
    file.write_text(text.replace("more_information:", f"  - include: '{name}'\nmore_information:"), encoding="utf-8")
    found = harmless(lambda: source.load(file) and None)
    assert found.refused.startswith(str(file))
    assert "cannot be included" in found.refused
    assert CANARY not in found.refused


@pytest.mark.parametrize("name", ["link.svg", "linked/secret.svg", "../outside/secret.svg", "FILE/secret.svg", "/etc/passwd",
                                  "WEB/a.png", "images/../../outside/secret.svg", "a\\..\\..\\b", "//HOST/a.png", "C:/a.png",
                                  "data:image/svg+xml,<svg/>", "x" * 5000 + ".png"])  # fmt: skip
@pytest.mark.parametrize("of", ["figure", "logo"])
def test_no_picture_outside_is_used(place: Place, name: str, of: str) -> None:
    file = place.project / "content.yaml"
    text, name = file.read_text(encoding="utf-8"), place.filled(name)
    if of == "figure":
        figure = f"  - {{kind: figure, title: A, image: '{name}', alt: B}}\nmore_information:"
        text = text.replace("more_information:", figure)
    else:
        text = text.replace("  name: Example Clinic", f"  name: Example Clinic\n  logo: '{name}'")
    file.write_text(text, encoding="utf-8")
    found = harmless(lambda: source.load(file) and None)
    assert found.refused.startswith(str(file))
    assert "cannot be used" in found.refused


def test_includes_that_multiply_end(place: Place) -> None:
    (place.project / "a.yaml").write_text("- include: b.yaml\n" * 50, encoding="utf-8")
    (place.project / "b.yaml").write_text("- {kind: text, title: A, text: B}\n" * 50, encoding="utf-8")
    file = place.project / "content.yaml"
    text = file.read_text(encoding="utf-8")
    file.write_text(
        text.replace("more_information:", "  - include: a.yaml\n" * 9 + "more_information:"), encoding="utf-8"
    )
    assert "included" in harmless(lambda: source.load(file) and None).refused


@pytest.mark.parametrize("sign", ["\u202e", "\u202d", "\x1b[2J", "\x07", "\x9b", "\ufeff", "\x7f", "\ufffe"])
@pytest.mark.parametrize("way", ["typed", "escaped"])
def test_signs_that_hide_what_is_written_are_refused(place: Place, sign: str, way: str) -> None:
    file = place.project / "content.yaml"
    written = sign if way == "typed" else "".join(f"\\u{ord(each):04x}" for each in sign)
    text = file.read_text(encoding="utf-8").replace("A line of text.", f'"Take 15{written} mg."')
    file.write_text(text, encoding="utf-8")
    found = harmless(lambda: source.load(file) and None)
    assert f"{file}:21:" in found.refused
    assert f"U+{ord(sign[0]):04X}" in found.refused


@pytest.mark.parametrize(
    "text", ["[" * 9000, "*" * 9000, "**a" * 3000, "[a](" * 2200, "- " * 4500, "[@a;" * 2200, "\\" * 9000, "<" * 9000, "'\"" * 4500,
             "a" * 9000, "\u0301" * 9000, "> " * 4500, "[a](https://b.c/" + "(" * 3000, "` " * 4500, "_a_" * 3000]
)  # fmt: skip
def test_signs_without_end_in_a_text_end(place: Place, text: str) -> None:
    file = place.project / "content.yaml"
    quoted = "'" + text.replace("'", "''") + "'"
    whole = file.read_text(encoding="utf-8").replace("A line of text.", quoted)
    file.write_text(whole, encoding="utf-8")
    assert harmless(lambda: source.load(file) and "").seconds < 3


def test_a_link_as_the_content_is_read_but_nothing_beside_its_target(place: Place) -> None:
    """The person who builds names the file; what it names starts from where it lies."""
    target = place.outside / "content.yaml"
    target.write_text((place.project / "content.yaml").read_text(encoding="utf-8"), encoding="utf-8")
    link = Path(place.project / "other.yaml")
    link.symlink_to(target)
    assert not harmless(lambda: source.load(link) and None).refused
