"""What appears at a click: PowerPoint's main sequence with its effect "Appear" (ECMA-376 part 1, 19.5)."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import count, groupby

from leafdeck.deck.xml import Node, make, qualified

APPEAR = 1
"""The number of the effect "Appear" among PowerPoint's entrance effects."""


def add(slide: Node, revealed: Iterable[tuple[int, Node]]) -> None:
    """Let shapes appear on a slide.

    Args:
        slide: its ``p:sld``.
        revealed: clicks and the shapes that appear at them. Only the order of the clicks counts, so a slide that shows
            the fourth and fifth answer shows them at its first and second click.
    """
    found = sorted(revealed, key=lambda one: one[0])
    if not found:
        return
    numbers = count(3)
    clicks = [_click(numbers, [element for _, element in group]) for _, group in groupby(found, key=lambda one: one[0])]
    sequence = make(
        "p:seq",
        make("p:cTn", make("p:childTnLst", *clicks), id=2, dur="indefinite", nodeType="mainSeq"),
        make("p:prevCondLst", _at("onPrev")),
        make("p:nextCondLst", _at("onNext")),
        concurrent=True,
        nextAc="seek",
    )
    root = make("p:cTn", make("p:childTnLst", sequence), id=1, dur="indefinite", restart="never", nodeType="tmRoot")
    built = [
        make("p:bldP", spid=_number(one), grpId=0, animBg=_painted(one) or None) for _, one in found if _is_shape(one)
    ]
    timing = make("p:timing", make("p:tnLst", make("p:par", root)), make("p:bldLst", *built) if built else None)
    slide.find(qualified("p:clrMapOvr")).addnext(timing)


def _click(numbers: Iterator[int], elements: Iterable[Node]) -> Node:
    """Return one click: its shapes appear together, the first with the click, the others with the first."""
    outer, inner = next(numbers), next(numbers)
    effects = [
        _appear(numbers, element, "withEffect" if place else "clickEffect") for place, element in enumerate(elements)
    ]
    together = make("p:par", make("p:cTn", _after("0"), make("p:childTnLst", *effects), id=inner, fill="hold"))
    return make("p:par", make("p:cTn", _after("indefinite"), make("p:childTnLst", together), id=outer, fill="hold"))


def _appear(numbers: Iterator[int], element: Node, kind: str) -> Node:
    number, inner = next(numbers), next(numbers)
    behaviour = make(
        "p:cBhvr",
        make("p:cTn", _after("0"), id=inner, dur=1, fill="hold"),
        make("p:tgtEl", make("p:spTgt", spid=_number(element))),
        make("p:attrNameLst", make("p:attrName", text="style.visibility")),
    )
    visible = make("p:set", behaviour, make("p:to", make("p:strVal", val="visible")))
    timed = make(
        "p:cTn",
        _after("0"),
        make("p:childTnLst", visible),
        id=number,
        presetID=APPEAR,
        presetClass="entr",
        presetSubtype=0,
        fill="hold",
        grpId=0 if _is_shape(element) else None,
        nodeType=kind,
    )
    return make("p:par", timed)


def _after(delay: str) -> Node:
    return make("p:stCondLst", make("p:cond", delay=delay))


def _at(event: str) -> Node:
    return make("p:cond", make("p:tgtEl", make("p:sldTgt")), evt=event, delay=0)


def _number(element: Node) -> str:
    return str(element.xpath("./*[1]/p:cNvPr")[0].get("id"))


def _is_shape(element: Node) -> bool:
    """Whether this is a shape that may hold text, which PowerPoint lists among what it builds."""
    return bool(element.tag == qualified("p:sp"))


def _painted(element: Node) -> bool:
    return element.find(f"{qualified('p:spPr')}/{qualified('a:solidFill')}") is not None
