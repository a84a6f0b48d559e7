"""Light Markdown: what it becomes, what it never becomes, and its typography."""

from __future__ import annotations

import re
import time
from html.parser import HTMLParser

import pytest
from hypothesis import given
from hypothesis import strategies as st

from leafdeck.guide import inline


def html(text: str, *, block: bool = False) -> str:
    return inline.to_html(text, cite=lambda ids: f"<sup>{','.join(ids)}</sup>", block=block)


def plain(text: str) -> str:
    return inline.to_plain(text, cite=lambda ids: f" [{', '.join(ids)}]")


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("a **bold** word", "a <strong>bold</strong> word"),
        ("an *emphasised* word", "an <strong>emphasised</strong> word"),
        ("***both***", "<strong>both</strong>"),
        ("[NHS](https://www.nhs.uk/a?b=1&c=2)", '<a href="https://www.nhs.uk/a?b=1&amp;c=2">NHS</a>'),
        ("[call](tel:01632960123)", '<a href="tel:01632960123">call</a>'),
        ("<https://www.nhs.uk>", '<a href="https://www.nhs.uk">https://www.nhs.uk</a>'),
        ("food [@nhs-vitd].", "food<sup>nhs-vitd</sup>."),
        ("food\n[@a; @b]. More", "food<sup>a,b</sup>. More"),
        ("**food** [@a]", "<strong>food</strong><sup>a</sup>"),
        ("no \\*bold\\* here", "no *bold* here"),
        ("a line\nand another", "a line\nand another"),
    ],
)
def test_what_light_markdown_becomes(text: str, expected: str) -> None:
    assert html(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("<script>alert(1)</script>", "&lt;script&gt;alert(1)&lt;/script&gt;"),
        ("<b>x</b> & y", "&lt;b&gt;x&lt;/b&gt; &amp; y"),
        ("&lt;b&gt;", "&amp;lt;b&amp;gt;"),
        ("[x](javascript:alert(1))", "[x](javascript:alert(1))"),
        ("[x](file:///etc/passwd)", "[x](file:///etc/passwd)"),
        ("[x](page.html)", "[x](page.html)"),
        ("![x](https://a.example/b.png)", '!<a href="https://a.example/b.png">x</a>'),
        ("`code`", "`code`"),
        ("[@a, p. 3]", "[@a, p. 3]"),
        ("# A line", "# A line"),
    ],
)
def test_everything_else_is_escaped_text(text: str, expected: str) -> None:
    assert html(text) == expected


def test_paragraphs_and_bullets() -> None:
    text = "We asked:\n\n- people **with** pain\n- people who treat it\n\nThen we wrote."
    assert html(text, block=True) == (
        "<p>We asked:</p>\n<ul>\n<li>people <strong>with</strong> pain</li>\n"
        "<li>people who treat it</li>\n</ul>\n<p>Then we wrote.</p>"
    )
    assert plain(text) == "We asked:\n- people with pain\n- people who treat it\nThen we wrote."


@pytest.mark.parametrize("text", ["# A", "    code", "> quote", "1. one", "+ one", "```\nx\n```", "| a |\n|---|"])
def test_no_other_blocks(text: str) -> None:
    made = html(text, block=True)
    assert set(re.findall(r"<(\w+)", made)) == {"p"}
    assert re.sub(r"\s+", " ", plain(text)) == re.sub(r"\s+", " ", text.strip())


def test_plain_words_say_addresses_once() -> None:
    assert plain("[NHS](https://www.nhs.uk/)") == "NHS (https://www.nhs.uk/)"
    assert plain("[write](mailto:a@b.example)") == "write (a@b.example)"
    assert plain("<https://www.nhs.uk>") == "https://www.nhs.uk"
    assert plain("[a@b.example](mailto:a@b.example)") == "a@b.example"


def test_a_paragraph_is_one_line_of_plain_words() -> None:
    assert plain("one\ntwo [@a]\nthree\n\nfour") == "one two [a] three\nfour"
    assert plain("- one\n  - two\n- three") == "- one\n  - two\n- three"


def test_citations_come_in_order_with_repeats() -> None:
    assert inline.citations("x [@b; @a]. y **z [@c]**\n\n- w [@b]") == ("b", "a", "c", "b")
    assert inline.citations("mail me@here.example or \\[@a]") == ()


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("cow's milk", "cow\u2019s milk"),
        ("say \"yes\" and 'no'", "say \u201cyes\u201d and \u2018no\u2019"),
        ("vitamin B12 and Vitamin D", "vitamin\u00a0B12 and Vitamin\u00a0D"),
        ("vitamins A and C", "vitamins\u00a0A and C"),
        ("100 micrograms (4,000 IU)", "100\u00a0micrograms (4,000\u00a0IU)"),
        ("300mg", "300mg"),
        ("go to A&E now", "go to A&E now"),
        ("aged 11-17, pages 2022-2037", "aged 11-17, pages\u00a02022-2037"),
        ("aged 11 to 17", "aged 11 to 17"),
        ("<b>*x*</b> [@a] \\*", "<b>*x*</b> [@a] \\*"),
        ("", ""),
    ],
)
def test_typography_of_plain_text(text: str, expected: str) -> None:
    assert inline.smart(text) == expected


def test_light_markdown_gets_the_same_typography() -> None:
    text = 'A "cow\'s" **100** micrograms of vitamin\nB12'
    assert html(text) == "A \u201ccow\u2019s\u201d <strong>100</strong>\u00a0micrograms of vitamin\u00a0B12"
    assert plain(text) == "A \u201ccow\u2019s\u201d 100\u00a0micrograms of vitamin\u00a0B12"


@pytest.mark.parametrize("text", ["[" * 20_000, "*" * 20_000, "[@" * 10_000, "<" * 20_000, "- " * 10_000, '"' * 20_000])
def test_hostile_text_takes_no_longer_than_it_should(text: str) -> None:
    started = time.process_time()
    html(text, block=True)
    plain(text)
    inline.smart(text)
    assert time.process_time() - started < 2


class _Reader(HTMLParser):
    """Collects tags and addresses."""

    def __init__(self) -> None:
        super().__init__()
        self.tags: set[str] = set()
        self.addresses: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.add(tag)
        self.addresses += [value or "" for _, value in attrs]


@given(st.text(st.sampled_from("ab <>&\"'*_[]()@;-\n\\`#:/!1")), st.booleans())
def test_no_text_becomes_other_markup(text: str, block: bool) -> None:
    reader = _Reader()
    reader.feed(html(f"{text}[x](javascript:a)<img src=x>", block=block))
    assert reader.tags <= {"strong", "a", "sup", "p", "ul", "li"}
    assert all(re.match(r"(https?://|mailto:|tel:)", address) for address in reader.addresses)
