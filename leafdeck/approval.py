"""What an approver is handed: the page of what a check found, and the sign-off list of what only a person can judge."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

from leafdeck import build
from leafdeck.check import rules
from leafdeck.check.listing import Entry
from leafdeck.guide.model import Guide
from leafdeck.notice import Severity
from leafdeck.order import Order, Product, untimed

_SECTION = re.compile(r"sections\[(\d+)\]")


def page(order: Order, findings: Sequence[Entry], waived: Sequence[Entry], *, source_only: bool) -> str:
    """Return what was found as one web page that needs no other file, in the brand's colours and fonts.

    Args:
        order: the content, the brand, the day.
        findings: what stands.
        waived: what a waiver covers.
        source_only: whether only the content was judged, which is said.

    Raises:
        LeafdeckError: the content, the template or a style is not as it should be.
    """
    from leafdeck import web

    desk = build.prepare(order, Product.LEAFLET, untimed)
    guide = desk.composer.guide
    parts = {one.finding.place.path: _part(guide, one.finding.place.path) for one in (*findings, *waived)}
    markup = desk.composer.check_page({**_values(order, findings, source_only), "waived": waived, "parts": parts})
    return web.alone(markup, desk.composer.brand, desk.fetcher.read)


def checklist(order: Order, findings: Sequence[Entry], *, source_only: bool) -> bytes:
    """Return the sign-off list as PDF/UA-1: what only a person can judge, with boxes and lines to fill in.

    Args:
        order: the content, the brand, the day.
        findings: what stands; how many there are is printed.
        source_only: whether only the content was judged, which is said.

    Raises:
        LeafdeckError: the content, the template or a style is not as it should be.
    """
    from leafdeck import typeset
    from leafdeck.leaflet import tags

    desk = build.prepare(order, Product.LEAFLET, untimed)
    markup = desk.composer.signoff(_values(order, findings, source_only))
    with typeset.listening():
        return typeset.pdf(typeset.layout(markup, desk.fetcher), tags.mend)


def _values(order: Order, findings: Sequence[Entry], source_only: bool) -> dict[str, object]:
    groups = [
        {"name": str(severity), "entries": [one for one in findings if one.severity is severity]}
        for severity in (Severity.ERROR, Severity.WARNING, Severity.INFO)
    ]
    known: Mapping[str, object] = rules.known()
    return {"groups": groups, "rules": known, "today": order.today, "source_only": source_only}


def _part(guide: Guide, path: str) -> str:
    """Return the title of the section that a place in the outline lies in; empty outside of sections."""
    found = _SECTION.match(path)
    return guide.sections[int(found[1])].title if found and int(found[1]) < len(guide.sections) else ""
