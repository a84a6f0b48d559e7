# ruff: noqa: E501 - attacks are data
"""Every way for a page, a style sheet or a drawing to ask for a file or an address that is not the project's."""

from __future__ import annotations

import base64

import pytest
from attacks import CANARY, SVG, Place, lay_out
from measured import harmless

TARGETS = {
    "file": "FILE/secret.svg",
    "up": "../outside/secret.svg",
    "encoded": "%2e%2e/outside/secret.svg",
    "encoded slash": "..%2foutside%2fsecret.svg",
    "link": "link.svg",
    "linked folder": "linked/secret.svg",
    "network": "WEB/a.svg",
    "no scheme": "//HOST/a.svg",
}
WAYS = {
    "img": '<img src="{}" alt="a">',
    "object": '<object data="{}"></object>',
    "embed": '<embed src="{}">',
    "style sheet": '<link rel="stylesheet" href="{}">',
    "@import": "<style>@import '{}';</style>",
    "@import url": "<style>@import url({});</style>",
    "background": '<p style="background: url({})">a',
    "list": "<ul style='list-style-image: url(\"{}\")'><li>a</ul>",
    "content": "<style>p::before {{ content: url({}) }}</style><p>a",
    "border": '<p style="border: 9px solid; border-image: url({}) 9">a',
    "font": "<style>@font-face {{ font-family: x; src: url({}) }}</style><p>a",
    "variable": "<style>:root {{ --a: url({}) }} p {{ background: var(--a) }}</style><p>a",
    "escaped": "<style>p {{ background: \\75 rl({}) }}</style><p>a",
    "drawing": SVG.format('<image href="{}" width="9" height="9"/>'),
    "drawing, xlink": SVG.format('<image xlink:href="{}" width="9" height="9"/>'),
}


@pytest.mark.parametrize("target", TARGETS)
@pytest.mark.parametrize("way", WAYS)
def test_a_page_has_only_what_is_the_projects(place: Place, way: str, target: str) -> None:
    found = harmless(lambda: lay_out(place.project, WAYS[way].format(place.filled(TARGETS[target]))))
    assert found.refused or way == "escaped", "what is missing on a page is told"
    assert CANARY not in found.refused
    assert CANARY.encode() not in (found.value or b"")


@pytest.mark.parametrize(
    "body",
    [
        '<base href="FILE/"><img src="secret.svg" alt="a">',
        '<link rel="attachment" href="link.svg">',
        '<a rel="attachment" href="FILE/secret.txt">a</a>',
        '<a rel="nofollow Attachment" href="linked/secret.txt">a</a>',
        '<link rel="attachment" href="WEB/a">',
    ],
)
def test_what_is_refused_outright(place: Place, body: str) -> None:
    found = harmless(lambda: lay_out(place.project, place.filled(body)))
    assert found.refused
    assert CANARY not in found.refused


INNER = {
    "use of a file": '<use xlink:href="FILE/secret.svg#a"/>',
    "use of a link": '<use href="link.svg#a"/>',
    "use of the network": '<use href="WEB/a.svg#a"/>',
    "a fill": '<rect width="9" height="9" fill="url(WEB/a.svg#a)"/>',
    "a mask": '<rect width="9" height="9" mask="url(FILE/secret.svg#a)"/>',
    "a filter's picture": '<filter id="f"><feImage href="FILE/secret.svg"/></filter><rect width="9" height="9" filter="url(#f)"/>',
    "a style sheet": "<style>@import url(FILE/secret.css);</style><rect width='9' height='9'/>",
    "a font": "<style>@font-face { font-family: x; src: url(WEB/a.ttf) }</style><text font-family='x'>a</text>",
    "a foreign object": "<foreignObject><img xmlns='http://www.w3.org/1999/xhtml' src='WEB/a.png'/></foreignObject>",
    "a script": "<script>fetch('WEB/a')</script>",
    "a handler": "<rect onload=\"fetch('WEB/a')\" width='9' height='9'/>",
    "an animation": "<image><set attributeName='href' to='WEB/a.png'/></image>",
    "a link": "<a href='WEB/a'><rect width='9' height='9'/></a>",
    "a cursor": "<rect cursor='url(WEB/a.cur)' width='9' height='9'/>",
    "a base": "<image xml:base='WEB/' href='a.png' width='9' height='9'/>",
    "an include": "<xi:include xmlns:xi='http://www.w3.org/2001/XInclude' href='FILE/secret.txt' parse='text'/>",
    "a style sheet's picture": "<style>rect { fill: url(WEB/a.svg#a) }</style><rect width='9' height='9'/>",
    "a tree reference": "<tref xlink:href='FILE/secret.svg#a'/>",
    "a picture": "<image href='FILE/secret.svg' width='9' height='9'/>",
}


@pytest.mark.parametrize("name", INNER)
@pytest.mark.parametrize("way", ["a file", "within a file"])
def test_a_drawing_reaches_nothing(place: Place, name: str, way: str) -> None:
    inner = SVG.format(place.filled(INNER[name]))
    address = f"data:image/svg+xml;base64,{base64.b64encode(inner.encode()).decode()}"
    if way == "within a file":
        inner = SVG.format(f'<image href="{address}" width="9" height="9"/>')
    (place.project / "a.svg").write_text(inner, encoding="utf-8")
    found = harmless(lambda: lay_out(place.project, '<img src="a.svg" alt="a">'))
    assert CANARY not in found.refused
    assert CANARY.encode() not in (found.value or b"")


ENTITIES = {
    "a file": '<!DOCTYPE svg [<!ENTITY a SYSTEM "FILE/secret.txt">]>',
    "the network": '<!DOCTYPE svg [<!ENTITY a SYSTEM "WEB/a">]>',
    "a parameter": '<!DOCTYPE svg [<!ENTITY % b SYSTEM "WEB/a.dtd"> %b; <!ENTITY a "x">]>',
    "laughs": "<!DOCTYPE svg [<!ENTITY a0 'ha'>"
    + "".join(f"<!ENTITY a{n} '{f'&a{n - 1};' * 10}'>" for n in range(1, 12))
    + "<!ENTITY a '&a11;'>]>",
    "a long one": f"<!DOCTYPE svg [<!ENTITY a '{'x' * 50_000}'>]>",
}


@pytest.mark.parametrize("name", ENTITIES)
def test_entities_are_refused(place: Place, name: str) -> None:
    (place.project / "a.svg").write_text(
        place.filled(ENTITIES[name]) + SVG.format("<text>&a;</text>" * 50), encoding="utf-8"
    )
    assert "entities" in harmless(lambda: lay_out(place.project, '<img src="a.svg" alt="a">')).refused


def test_a_document_type_elsewhere_is_not_asked_for(place: Place) -> None:
    doctype = place.filled('<!DOCTYPE svg PUBLIC "-//W3C//DTD SVG 1.1//EN" "WEB/svg11.dtd">')
    (place.project / "a.svg").write_text(doctype + SVG.format('<rect width="9" height="9"/>'), encoding="utf-8")
    assert harmless(lambda: lay_out(place.project, '<img src="a.svg" alt="a">')).value


USE = '<use href="#a{}"/>'
STOP = '<stop offset="0.5"/>'
RECT = '<rect width="9" height="9" {}/>'


def chain(element: str, refers: str) -> str:
    one = f"<{element} id='m{{0}}' width='1' height='1'>{(RECT.format(refers) * 2)}</{element}>"
    rows = "".join(one.replace("{0}", str(n)).replace("{1}", str(n - 1)) for n in range(40))
    return rows + RECT.format(refers).replace("{1}", "39")


def uses() -> str:
    rows = "".join(f'<g id="a{n}">{USE.format(n - 1) * 10}</g>' for n in range(1, 12))
    return f'<g id="a0"><rect width="1" height="1"/></g>{rows}'


HEAVY = {
    "use upon use": uses(),
    "use upon use, set aside": f'<defs>{uses()}</defs><use href="#a11"/>',
    "masks": chain("mask", "mask='url(#m{1})'"),
    "clip paths": chain("clipPath", "clip-path='url(#m{1})'"),
    "patterns": chain("pattern", "fill='url(#m{1})'"),
    "markers": chain("marker", "marker-end='url(#m{1})'").replace("rect", "line x2='9'"),
    "masks by style": "<style>rect{mask:url(#m1)}</style>" + f"<mask id='m1'>{RECT * 400}</mask>" + RECT * 400,
    "elements": "<path d='M0 0h1'/>" * 100_000,
    "depth": "<g>" * 5000 + "</g>" * 5000,
    "a long path": f"<path d='M0 0{'l1 1' * 500_000}'/>",
    "long words": f"<text>{'x' * 2_000_000}</text>",
    "stops": f"<linearGradient id='g'>{STOP * 50_000}</linearGradient>",
    "turbulence": '<filter id="f"><feTurbulence numOctaves="2000000000"/></filter>' + RECT.format('filter="url(#f)"'),
    "dilation": '<filter id="f"><feMorphology operator="dilate" radius="1e9"/></filter>' + RECT.format('filter="url(#f)"'),
    "blur": '<filter id="f"><feGaussianBlur stdDeviation="1e9"/></filter>' + RECT.format('filter="url(#f)"'),
    "filters": f'<filter id="f">{"<feOffset dx=%s/>" * 120}</filter>'.replace("%s", '"1"') + RECT.format('filter="url(#f)"'),
    "a kernel": f'<filter id="f"><feConvolveMatrix order="999" kernelMatrix="{"1 " * 9999}"/></filter>',
}  # fmt: skip


@pytest.mark.parametrize("name", HEAVY)
def test_a_drawing_without_end_is_refused(place: Place, name: str) -> None:
    (place.project / "a.svg").write_text(SVG.format(HEAVY[name]), encoding="utf-8")
    found = harmless(lambda: lay_out(place.project, '<img src="a.svg" alt="a">'))
    assert "a.svg': the drawing" in found.refused


ODD = {
    "uses itself": '<g id="a"><use href="#a"/></g>',
    "use each other": '<g id="a"><use href="#b"/></g><g id="b"><use href="#a"/></g>',
    "pattern of itself": '<pattern id="p" width="1" height="1"><rect width="9" height="9" fill="url(#p)"/></pattern>'
    + RECT.format('fill="url(#p)"'),
    "mask of itself": f'<mask id="m">{RECT.format("mask=" + chr(34) + "url(#m)" + chr(34))}</mask>' + RECT.format('mask="url(#m)"'),
    "gradients of each other": '<linearGradient id="g" href="#h"/><linearGradient id="h" href="#g"/>' + RECT.format('fill="url(#g)"'),
    "filter of itself": '<filter id="f"><feImage href="#r"/></filter><rect id="r" width="9" height="9" filter="url(#f)"/>',
    "endless numbers": '<rect width="1e308" height="1e308"/><path d="M1e308 1e308L-1e308 9e999"/><circle r="1e400"/>',
    "no numbers": '<rect width="nan" height="inf"/><path d="M nan inf L 1 1"/><circle r="-1"/>',
    "no path": '<path d="M0 0 L"/><path d="hello"/><path d="M0 0a1 1 1 1 1"/><path d="L1 1"/>',
    "no points": '<polygon points="1"/><polyline points="a b"/><line x1="b"/><rect/><circle/><ellipse/>',
    "a dash too fine": '<path d="M0 0L999999 999999" stroke="red" stroke-dasharray="0.000001"/><text>a</text>',
    "a pattern too fine": '<pattern id="p" width="0.00001" height="0.00001" patternUnits="userSpaceOnUse"/>' + RECT.format('fill="url(#p)"'),
    "no transform": '<g transform="matrix(1 2)"><rect width="9" height="9"/></g>',
    "a flat transform": '<g transform="scale(0)"><rect width="9" height="9"/></g>',
    "letters too large": '<text font-size="1e9">a</text>',
    "a selector": f"<style>{'*' + ':not(*)' * 5000}{{fill:red}}</style>" + RECT.format(""),
    "colours": "".join(RECT.format(f'fill="{color}"') for color in ("url(", "rgb(", "#", "#12", "hsl(1e9,a)", "var(--x)")),
    "nothing": "",
}  # fmt: skip


@pytest.mark.parametrize("name", ODD)
def test_an_odd_drawing_is_drawn_or_refused(place: Place, name: str) -> None:
    (place.project / "a.svg").write_text(SVG.format(ODD[name]), encoding="utf-8")
    found = harmless(lambda: lay_out(place.project, '<img src="a.svg" alt="a" width="90" height="90">'))
    assert found.value or "a.svg" in found.refused


@pytest.mark.parametrize("box", ["0 0 0 0", "0 0 -1 nan", "x", "1", "0 0 1e308 1e308", "0,0,1e-300,1e-300"])
def test_an_odd_view_is_drawn_or_refused(place: Place, box: str) -> None:
    drawing = SVG.format('<rect width="9" height="9"/><text>a</text>').replace("0 0 100 100", box)
    (place.project / "a.svg").write_text(drawing, encoding="utf-8")
    found = harmless(lambda: lay_out(place.project, '<img src="a.svg" alt="a">'))
    assert found.value or "a.svg" in found.refused
