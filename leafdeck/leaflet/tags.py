"""Mends the tags that the layout engine (WeasyPrint 70) writes, so that a screen reader hears what a reader sees.

It serves every PDF that leafdeck makes: the leaflet, the slides and their handout.

`mend` is handed to the engine as the finisher of its PDF and changes the tree of structure elements in place, before
anything is written. It makes these things right; tests/contract/test_pdf_tags.py shows each of them:

- A drawing with no words for it is decoration, and the foot of a page is not part of the text: both become artifacts.
- A heading in a page's margin, such as a slide's title, is part of the text: it is read first of its page.
- A list item holds a label and a body, nothing else. A list says how it is numbered.
- A link is one element that holds its words and its areas: bold words in it do not make a second one, nor does a
  second line.
- A heading cell says whether it heads its row or its column.
- A figure's place is given in points from the foot of the page, not in CSS pixels from its head.

Sources: ISO 14289-1:2014 (PDF/UA-1) clauses 7.1, 7.3, 7.5, 7.6, 7.18.5; ISO 32000-1:2008 clauses 14.7 and 14.8.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any

import pydyf
from weasyprint import Document
from weasyprint.layout.absolute import AbsolutePlaceholder

from leafdeck.leaflet import fields
from leafdeck.units import Px

HEADINGS = {f"/H{level}" for level in range(1, 7)}

NUMBERING = {
    "disc": "/Disc",
    "circle": "/Circle",
    "square": "/Square",
    "decimal": "/Decimal",
    "lower-roman": "/LowerRoman",
    "upper-roman": "/UpperRoman",
    "lower-alpha": "/LowerAlpha",
    "upper-alpha": "/UpperAlpha",
}
"""CSS list styles with the list numbering of ISO 32000-1 table 347. Anything else, such as a tick, is no numbering."""


def mend(document: Document, pdf: pydyf.PDF) -> None:
    """Mend the tags of a laid-out document's PDF. Made for ``Document.write_pdf(finisher=mend)``."""
    tree = _Tree(pdf)
    tree.adopt_headings()
    boxes = [box for page in document.pages for box in _boxes(page._page_box)]  # noqa: SLF001 - tags do not tell all
    _number_lists(boxes, tree)
    for element in tuple(tree.elements()):
        kind = element["S"]
        if kind == "/LI":
            tree.wrap_body(element)
        elif kind == "/TR":
            _set_scopes(tree, element)
        elif kind == "/Figure" and _is_silent(element):
            tree.cut(element)
        elif kind == "/Figure":
            _place_in_points(tree, element)
    for element in tuple(tree.elements()):
        tree.gather_link(element)
    for element in tuple(tree.elements()):
        tree.join_lines(element)
    tree.make_artifacts()
    fields.mend(pdf, boxes)


class _Tree:
    """The structure elements of a PDF. ``K`` holds an element's kids: references, or numbers of marked content."""

    def __init__(self, pdf: pydyf.PDF) -> None:
        self.pdf = pdf
        root = self.get(pdf.catalog["StructTreeRoot"])
        self.top = self.get(root["K"][0])
        self.owners: list[Any] = self.get(root["ParentTree"])["Nums"]
        """By turns a number, counted from 0, and its owner: a page's elements by their marked content, then the
        element of each link area."""
        self.decoration: set[bytes] = set()

    def get(self, reference: bytes) -> Any:  # noqa: ANN401 - any PDF object
        """Return the object that a reference such as ``b"12 0 R"`` names."""
        return self.pdf.objects[int(reference.split()[0])]

    def kids(self, element: Any) -> list[Any]:  # noqa: ANN401
        """Return an element's child elements, without its content."""
        named = (self.get(kid) for kid in element["K"] if isinstance(kid, bytes))
        return [kid for kid in named if kid["Type"] == "/StructElem"]

    def elements(self, start: Any = None) -> Iterator[Any]:  # noqa: ANN401
        """Yield the elements below one, or below the top, in reading order."""
        for kid in self.kids(self.top if start is None else start):
            yield kid
            yield from self.elements(kid)

    def adopt_headings(self) -> None:
        """Put the headings that stand in page margins, and so outside the tree, before all else of their page."""
        inside = {element.reference for element in self.elements()}
        pages = {page: number for number, page in enumerate(self.pdf.page_references)}
        found = [
            thing
            for thing in self.pdf.objects
            if isinstance(thing, pydyf.Dictionary) and thing.get("S") in HEADINGS and thing.reference not in inside
        ]
        for heading in found:
            owner = self.get(heading["P"])
            if owner is not self.top:
                owner["K"].remove(heading.reference)
            heading["P"] = self.top.reference
            before = [kid for kid in self.top["K"] if pages[self.get(kid)["Pg"]] < pages[heading["Pg"]]]
            own = [kid for kid in self.top["K"] if self.get(kid)["Pg"] == heading["Pg"] and self.get(kid) in found]
            self.top["K"].insert(len(before) + len(own), heading.reference)

    def wrap_body(self, item: Any) -> None:  # noqa: ANN401
        """Put what a list item holds besides label and body into a body."""
        loose = [kid for kid in self.kids(item) if kid["S"] not in {"/Lbl", "/LBody"}]
        if not loose:
            return
        references = [kid.reference for kid in loose]
        body = pydyf.Dictionary(
            {"Type": "/StructElem", "S": "/LBody", "K": pydyf.Array(references), "Pg": item["Pg"], "P": item.reference}
        )
        self.pdf.add_object(body)
        for kid in loose:
            kid["P"] = body.reference
        kept = [kid for kid in item["K"] if kid not in references]
        item["K"] = pydyf.Array([*kept, body.reference])

    def cut(self, element: Any) -> None:  # noqa: ANN401
        """Take an element out of the tree; what it marks becomes an artifact."""
        self.get(element["P"])["K"].remove(element.reference)
        self.decoration.add(element.reference)

    def gather_link(self, element: Any) -> None:  # noqa: ANN401
        """Hand the areas of a link within a link to the outer one. An area outside any link makes its element one."""
        areas = [kid for kid in element["K"] if isinstance(kid, bytes) and self.get(kid)["Type"] == "/OBJR"]
        outer = self._link_around(element)
        if outer is None:
            if areas and element["S"] != "/Form":
                element["S"] = "/Link"
            return
        if element["S"] == "/Link":
            element["S"] = "/Span"
        for area in areas:
            element["K"].remove(area)
            self._give(area, outer)

    def join_lines(self, parent: Any) -> None:  # noqa: ANN401
        """Join the lines of a link, which follow each other in their parent, on one page."""
        before = None
        for kid in self.kids(parent):
            same = before is not None and kid["S"] == before["S"] == "/Link" and kid["Pg"] == before["Pg"]
            if same and self._target(kid) == self._target(before):
                for item in kid["K"]:
                    self._give(item, before)
                parent["K"].remove(kid.reference)
            else:
                before = kid

    def _target(self, link: Any) -> tuple[bytes, ...]:  # noqa: ANN401
        """Return where the areas of a link lead to."""
        things = [self.get(kid) for kid in link["K"] if isinstance(kid, bytes)]
        areas = [self.get(thing["Obj"]) for thing in things if thing["Type"] == "/OBJR"]
        return tuple(dict.fromkeys(area["Contents"].data for area in areas))

    def _give(self, item: Any, owner: Any) -> None:  # noqa: ANN401
        """Give a kid to another element of its page: marked content, an area of a link, or an element."""
        owner["K"].append(item)
        if isinstance(item, int):
            page = self.pdf.page_references.index(owner["Pg"])
            self.owners[2 * page + 1][item] = owner.reference
        elif self.get(item)["Type"] == "/OBJR":
            area = self.get(self.get(item)["Obj"])
            self.owners[2 * area["StructParent"] + 1] = owner.reference
        else:
            self.get(item)["P"] = owner.reference

    def _link_around(self, element: Any) -> Any:  # noqa: ANN401
        while element is not self.top:
            element = self.get(element["P"])
            if element["S"] == "/Link":
                return element
        return None

    def make_artifacts(self) -> None:
        """Mark the content of elements outside the tree as artifacts: decoration, and what stands in page margins."""
        inside = {element.reference for element in self.elements()}
        for number, page in enumerate(self.pdf.page_references):
            owners = self.owners[2 * number + 1]
            stream = self.get(self.get(page)["Contents"]).stream
            for place, item in enumerate(stream):
                if isinstance(item, pydyf.Dictionary) and "MCID" in item and owners[item["MCID"]] not in inside:
                    owner, owners[item["MCID"]] = owners[item["MCID"]], "null"
                    stream[place - 1] = "/Artifact"
                    kind = "/Layout" if owner in self.decoration else "/Pagination"
                    stream[place] = pydyf.Dictionary({"Type": kind})
        for thing in self.pdf.objects:
            lost = isinstance(thing, pydyf.Dictionary) and thing.get("Type") == "/StructElem"
            if lost and thing.reference not in inside and thing is not self.top:
                thing.clear()  # not freed: a freed object shifts the places of all that follow it


def _is_silent(figure: Any) -> bool:  # noqa: ANN401
    """Whether a figure has no words for it, or blank ones."""
    return not ("Alt" in figure and figure["Alt"].string.strip())


def _place_in_points(tree: _Tree, figure: Any) -> None:  # noqa: ANN401
    x1, y1, x2, y2 = (Px(side).pt for side in figure["A"]["BBox"])
    height = tree.get(figure["Pg"])["TrimBox"][3]
    figure["A"]["BBox"] = pydyf.Array([x1, height - y2, x2, height - y1])


def _set_scopes(tree: _Tree, row: Any) -> None:  # noqa: ANN401
    """Give each heading cell its scope: the row's, where cells of the row name it as their heading."""
    cells = tree.kids(row)
    named = {header.string for cell in cells if cell["S"] == "/TD" for header in cell["A"].get("Headers", ())}
    for cell in cells:
        if cell["S"] == "/TH":
            cell["A"]["Scope"] = "/Row" if cell["ID"].string in named else "/Column"


def _number_lists(boxes: Sequence[Any], tree: _Tree) -> None:
    """Say of each list how it is numbered. The engine makes its elements in the order of its boxes."""
    styles = [
        box.style["list_style_type"]  # the tags do not tell an ordered list from another
        for box in boxes
        if box.element is not None and box.element_tag in {"ul", "ol", "dl"}
    ]
    made = [thing for thing in tree.pdf.objects if isinstance(thing, pydyf.Dictionary) and thing.get("S") == "/L"]
    for element, style in zip(made, styles, strict=True):
        numbering = NUMBERING.get(style, "/None") if isinstance(style, str) else "/None"
        element["A"] = pydyf.Dictionary({"O": "/List", "ListNumbering": numbering})


def _boxes(box: Any) -> Iterator[Any]:  # noqa: ANN401
    """Yield a box and those in it, in order."""
    if isinstance(box, AbsolutePlaceholder):
        box = box._box  # noqa: SLF001
    yield box
    for child in getattr(box, "children", ()):
        yield from _boxes(child)
