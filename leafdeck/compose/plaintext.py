"""Plain text that messages, screen readers and braille translators take as it is: pure.

Blank lines tell paragraphs, lists and headings, as WCAG's techniques T1, T2 and T3 have it: one blank line before a
paragraph, list items on lines of their own, two blank lines before a heading and one after it. A paragraph is one line:
braille is shorter or longer than print, so who embosses or shows the text breaks its lines. Quotation marks and dashes
are the plain ones: braille tables know them all, and an SMS stays in the short alphabet (GSM 03.38).
"""

from __future__ import annotations

import re
from collections.abc import Callable
from itertools import pairwise

from leafdeck.guide import inline

MARK = "\N{INFORMATION SEPARATOR TWO}"
"""Stands before a heading until `tidy` has put the blank lines right; no YAML text can hold it."""

_PLAIN = str.maketrans(
    {
        "\N{LEFT SINGLE QUOTATION MARK}": "'",
        "\N{RIGHT SINGLE QUOTATION MARK}": "'",
        "\N{SINGLE LOW-9 QUOTATION MARK}": "'",
        "\N{LEFT DOUBLE QUOTATION MARK}": '"',
        "\N{RIGHT DOUBLE QUOTATION MARK}": '"',
        "\N{DOUBLE LOW-9 QUOTATION MARK}": '"',
        "\N{HYPHEN}": "-",
        "\N{NON-BREAKING HYPHEN}": "-",
        "\N{EN DASH}": "-",
        "\N{EM DASH}": "-",
        "\N{MINUS SIGN}": "-",
        "\N{HORIZONTAL ELLIPSIS}": "...",
        "\N{BULLET}": "-",
        "\N{NO-BREAK SPACE}": " ",
        "\N{NARROW NO-BREAK SPACE}": " ",
        "\N{THIN SPACE}": " ",
        "\N{SOFT HYPHEN}": "",
        "\N{ZERO WIDTH SPACE}": "",
        "\N{WORD JOINER}": "",
        "\t": " ",
    }
)


def titled(title: str, number: object = "") -> str:
    """Mark a line as a heading, with its number if it has one: ``3`` for a part, ``3.1`` for a part of it."""
    words = f"{number}." if str(number).isdigit() else str(number)
    return f"{MARK}{words} {title}" if words else f"{MARK}{title}"


def passage(text: str, cite: inline.Cite) -> str:
    """Return light Markdown as paragraphs parted by blank lines; the items of a list stand on lines of their own."""
    lines = inline.to_plain(text, cite=cite).split("\n")
    return "".join(f"{one}{_between(one, other)}" for one, other in pairwise(lines)) + lines[-1]


def _between(one: str, other: str) -> str:
    """Return what parts two lines: items of a list, and what belongs to an item, follow each other closely."""
    item, more = one.lstrip().startswith("- "), other.startswith((" ", "- "))
    return "\n" if (item or one.startswith(" ")) and more else "\n\n"


def line(text: str, cite: inline.Cite) -> str:
    """Return light Markdown as one line."""
    return " ".join(inline.to_plain(text, cite=cite).split())


def sentence(words: str) -> str:
    """Return a sentence with a full stop at its end, so that a voice pauses there."""
    return words if words.endswith((".", "!", "?", ":")) else f"{words}."


def tidy(text: str) -> str:
    """Put blank lines right, take decoration out of the signs, and end with one line feed."""
    blocks = re.split(r"\n(?:[ \t]*\n)+", re.sub(rf"(?m)^\s*({MARK}.*)$", r"\n\1\n", text.translate(_PLAIN)).strip())
    shown = ""
    for block in blocks:
        lines = [re.sub(r"(?<=\S) {2,}", " ", one.rstrip()) for one in block.split("\n") if one.strip()]
        words = re.sub(r"^([^-\s].*)\n- ", r"\1\n\n- ", "\n".join(lines))
        if words.startswith(MARK):
            shown += f"\n\n\n{words.removeprefix(MARK)}"
        elif words:
            shown += f"\n\n{words}"
    return shown.strip("\n") + "\n"


def filters(cite: inline.Cite) -> dict[str, Callable[..., str]]:
    """Return what templates call `titled`, `passage` and `line`, with the marks of citations."""
    return {
        "titled": titled,
        "sentence": sentence,
        "passage": lambda text: passage(text, cite) if text else "",
        "line": lambda text: line(text, cite),
    }
