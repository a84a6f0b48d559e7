"""Light Markdown to HTML or to plain words: bold, links, bullet lists and ``[@reference]`` citations. Nothing else.

markdown-it-py's only home. Whatever is not one of these stays the text it is and is escaped, so text from a
stranger can never become markup. Source of the grammar: CommonMark 0.31, with few of its rules switched on.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from functools import cache
from html import escape

from markdown_it import MarkdownIt
from markdown_it.rules_block import StateBlock
from markdown_it.rules_block.list import list_block
from markdown_it.rules_inline import StateInline
from markdown_it.token import Token

from leafdeck.guide.typography import ENGLISH, NO_BREAK, Typography, tail

Cite = Callable[[tuple[str, ...]], str]
"""Turns the ids of one citation, such as ``[@a; @b]``, into its mark."""

CITATION = re.compile(r"\[@[^\s;,@\[\]]+(?:\s*;\s*@[^\s;,@\[\]]+)*\]")
IDS = re.compile(r"@([^\s;,@\[\]]+)")
_ADDRESS = re.compile(r"(?:https?://|mailto:|tel:)\S", re.IGNORECASE)
LINK = re.compile(r"\[([^\[\]]{1,500})\]\(((?:[^\s()<>]|\([^\s()<>]{0,200}\)){1,2000})\)")
_NO_ITALICS = {"em_open": "strong_open", "em_close": "strong_close"}
"""Many people find italics hard to read, so running text has none."""
_SHOWN = {"softbreak": "\n", "hardbreak": "\n", "citation": ""}
"""What tokens without words of their own are among the words of a paragraph."""
_TAGS = {
    "strong_open": "<strong>",
    "strong_close": "</strong>",
    "paragraph_open": "<p>",
    "paragraph_close": "</p>\n",
    "bullet_list_open": "<ul>\n",
    "bullet_list_close": "</ul>\n",
    "list_item_open": "<li>",
    "list_item_close": "</li>\n",
    "link_close": "</a>",
    "softbreak": "\n",
    "hardbreak": "\n",
}


def to_html(text: str, *, cite: Cite, block: bool, typography: Typography = ENGLISH) -> str:
    """Return light Markdown as HTML; the short last word of a paragraph stays with the one before it.

    Args:
        text: the author's text.
        cite: returns the HTML of a citation's mark; it is trusted.
        block: True gives paragraphs and bullet lists, False words for inside a paragraph.
        typography: that of the text's language.
    """
    tokens = _parse(text, typography, block=block)
    for token in tokens:
        _hold(token.children or [])
    return "".join(_html(tokens, cite)).strip()


def to_plain(text: str, *, cite: Cite, typography: Typography = ENGLISH) -> str:
    """Return light Markdown as plain words: a line for each paragraph, "- " before a bullet, "words (address)".

    Args:
        text: the author's text.
        cite: returns the text of a citation's mark.
        typography: that of the text's language.
    """
    lines: list[str] = []
    bullet, depth = "", 0
    for token in _parse(text, typography, block=True):
        if token.type == "list_item_open":
            bullet, depth = "- ", depth + 1
        elif token.type == "list_item_close":
            bullet, depth = "", depth - 1
        elif token.type == "inline":
            words = "".join(_plain(token.children or [], cite))
            lines.append("  " * max(depth - 1, 0) + (bullet or "  " * min(depth, 1)) + words)
            bullet = ""
    return "\n".join(lines)


def citations(text: str) -> tuple[str, ...]:
    """Return the ids that a text cites, in order, repeats included."""
    return tuple(
        name
        for token in _flat(_parse(text, ENGLISH, block=True))
        if token.type == "citation"
        for name in IDS.findall(token.markup)
    )


def smart(text: str, typography: Typography = ENGLISH) -> str:
    """Return plain text as its language sets it: quotes, apostrophes, dashes, spaces that keep an amount on one line.

    In English ``vitamin B12`` and ``100 micrograms`` get a no-break space; ``300mg``, ``A&E`` and number ranges stay as
    they are.
    """
    tokens = _plain_markdown(typography).parseInline(typography.set(text))
    return "".join(child.content for token in tokens for child in token.children or [])


def _parse(text: str, typography: Typography, *, block: bool) -> list[Token]:
    markdown, text = _markdown(typography), typography.set(text)
    return markdown.parse(text) if block else markdown.parseInline(text)


@cache
def _markdown(typography: Typography) -> MarkdownIt:
    markdown = MarkdownIt("zero", {"typographer": True, "quotes": list(typography.language.quotes)})
    markdown.enable(["smartquotes", "list", "newline", "escape", "emphasis", "autolink"])
    markdown.block.ruler.at("list", _bullets, {"alt": ["paragraph"]})
    markdown.inline.ruler.before("link", "citation", _citation)
    markdown.inline.ruler.before("link", "plain_link", _link)
    markdown.validateLink = lambda url: bool(_ADDRESS.match(url))  # type: ignore[method-assign]
    return markdown


@cache
def _plain_markdown(typography: Typography) -> MarkdownIt:
    options = {"typographer": True, "quotes": list(typography.language.quotes)}
    return MarkdownIt("zero", options).enable("smartquotes")


def _hold(children: list[Token]) -> None:
    """Keep a paragraph's short last word with the one before it."""
    parts = [_SHOWN.get(child.type, child.content) for child in children]
    at = tail("".join(parts))
    for child, part in zip(children, parts, strict=True):
        if 0 <= at < len(part):
            child.type, child.content = "text", f"{part[:at]}{NO_BREAK}{part[at + 1 :]}"
            return
        at -= len(part)


def _bullets(state: StateBlock, start_line: int, end_line: int, silent: bool) -> bool:
    """Read a bullet list. A line that begins with "2." or "+" is a sentence, not a list."""
    first = state.bMarks[start_line] + state.tShift[start_line]
    return state.src[first : first + 1] in {"-", "*"} and list_block(state, start_line, end_line, silent)


def _citation(state: StateInline, silent: bool) -> bool:
    """Read ``[@id; @id]``, and take away the space before it: the mark stands close to its word."""
    match = CITATION.match(state.src, state.pos, state.posMax)
    if not match:
        return False
    if not silent:
        state.pending = state.pending.rstrip()
        if not state.pending and state.tokens and state.tokens[-1].type == "softbreak":
            state.tokens.pop()
        state.push("citation", "", 0).markup = match[0]
    state.pos = match.end()
    return True


def _link(state: StateInline, silent: bool) -> bool:
    """Read ``[words](address)``. CommonMark's own rule takes minutes for a long row of open brackets."""
    match = LINK.match(state.src, state.pos, state.posMax)
    if not match or not state.md.validateLink(match[2]):
        return False
    if not silent:
        end = state.posMax
        state.push("link_open", "a", 1).attrs = {"href": state.md.normalizeLink(match[2])}
        state.pos, state.posMax = match.span(1)
        state.linkLevel += 1
        state.md.inline.tokenize(state)
        state.linkLevel -= 1
        state.push("link_close", "a", -1)
        state.posMax = end
    state.pos = match.end()
    return True


def _flat(tokens: list[Token]) -> Iterator[Token]:
    for token in tokens:
        yield token
        yield from _flat(token.children or [])


def _html(tokens: list[Token], cite: Cite) -> Iterator[str]:
    """Yield the tags and the escaped words of the tokens."""
    strong = 0
    for token in _flat(tokens):
        kind = _NO_ITALICS.get(token.type, token.type)
        if token.hidden:
            continue
        if kind in {"strong_open", "strong_close"}:
            strong += token.nesting
            if (strong, token.nesting) in {(1, 1), (0, -1)}:  # bold within bold is bold
                yield _TAGS[kind]
        elif kind in _TAGS:
            yield _TAGS[kind]
        elif kind == "link_open":
            yield f'<a href="{escape(str(token.attrs["href"]))}">'
        elif kind == "citation":
            yield cite(tuple(IDS.findall(token.markup)))
        elif kind != "inline":
            yield escape(token.content, quote=False)


def _plain(tokens: list[Token], cite: Cite) -> Iterator[str]:
    """Yield the words of a paragraph's tokens."""
    address, words = "", ""
    for token in tokens:
        if token.type == "link_open":
            address, words = str(token.attrs["href"]), ""
        elif token.type == "link_close":
            if words != address.partition(":")[2] and words != address:
                yield f" ({address.removeprefix('mailto:').removeprefix('tel:')})"
            address = ""
        else:
            said = _said(token, cite)
            words += said
            yield said


def _said(token: Token, cite: Cite) -> str:
    if token.type in {"softbreak", "hardbreak"}:
        return " "
    if token.type == "citation":
        return cite(tuple(IDS.findall(token.markup)))
    return token.content
