"""A small deck that breaks no accessibility rule, and what it takes to edit it."""

from __future__ import annotations

import io
from collections.abc import Callable
from functools import cache
from typing import Any

import pptx
from pptx.oxml.ns import qn

from leafdeck import deck
from leafdeck.deck.xml import make

CSS = """@page { size: 960px 540px; margin: 70px 40px 50px; background: #fffdf7;
  @top-left { content: element(title); width: 100% } @bottom-left { content: element(foot); font-size: 14px }
  @bottom-right { content: counter(page); font-size: 14px } }
html { font: 24px/1.4 "Liberation Sans"; color: #102030 } body, p, ul, h1, h2 { margin: 0 }
h1 { position: running(title); font-size: 32px } .foot { position: running(foot) } .notes { display: none }
section { break-before: page } .cards { display: flex; gap: 20px; margin-bottom: 20px }
.card { flex: 1; padding: 12px; background: #0b4f5c; color: #fff; border-radius: 8px }
table { border-collapse: collapse; width: 100%; font-size: 20px } th { background: #0b4f5c; color: #fff }
th, td { padding: 6px; border: 1px solid #888; text-align: left } .source { font-size: 14px }"""
BODY = """<p class="foot" data-placeholder="footer">A clinic</p>
<section id="one" data-layout="content" data-part="Basics"><h1>Iron carries oxygen</h1>
<div class="cards"><div class="card" data-group="Card: Red meat">ICON<h2>Red meat</h2><p>Has much of it.</p></div>
<div class="card" data-group="Card: Beans">ICON<h2>Beans</h2><p>Have some.</p></div></div>
<ul data-placeholder="body"><li>Too little makes you tired.</li>
<li><a href="https://www.nhs.uk/">The NHS on iron</a></li></ul>
<p class="source">Source: a book.</p><aside class="notes"><p>Say this.</p></aside></section>
<section id="two" data-layout="content" data-part="Food"><h1>What to eat</h1>
<table aria-label="Iron in food"><thead><tr><th>Food</th><th>Iron</th></tr></thead>
<tbody><tr><td>Beans</td><td>2mg</td></tr><tr><td>Liver</td><td>7mg</td></tr></tbody></table></section>
<section id="three" data-layout="content" data-part="Food"><h1>Look at it</h1>
<svg width="60" height="60" viewBox="0 0 6 6" role="img"><title>A blood cell</title>
<path fill="#b3261e" d="M0 0h6v6h-6z"/></svg></section>"""
ICON = '<svg width="30" height="30" viewBox="0 0 6 6" aria-hidden="true"><path fill="#fff" d="M0 0h6v6h-6z"/></svg>'


Edit = Callable[[Any], None]


@cache
def good() -> bytes:
    html = f'<html lang="en-GB"><title>Iron</title><style>{CSS}</style><body>{BODY.replace("ICON", ICON)}'
    data, notices = deck.convert(html)
    assert notices == ()
    return data


def edited(edit: Edit) -> bytes:
    presentation = pptx.Presentation(io.BytesIO(good()))
    edit(presentation)
    stream = io.BytesIO()
    presentation.save(stream)
    return stream.getvalue()


def shape(prs: Any, slide: int, name: str) -> Any:
    return next(one for one in prs.slides[slide - 1].shapes if one.name == name)


def title(prs: Any, slide: int) -> Any:
    return prs.slides[slide - 1].shapes.title


def runs(one: Any) -> list[Any]:
    return list(one.element.iter(qn("a:rPr")))


def remove(element: Any) -> None:
    element.getparent().remove(element)


def sections(prs: Any) -> list[Any]:
    return [node for node in prs.element.iter() if str(node.tag).endswith("}section")]


def recolour(element: Any, color: str) -> None:
    for old in element.findall(qn("a:solidFill")):
        element.remove(old)
    element.insert(0, make("a:solidFill", make("a:srgbClr", val=color)))
