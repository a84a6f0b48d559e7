"""What `leafdeck.leaflet.tags` mends in the engine's PDF tags: each defect shown, then shown to be gone.

A defect that no longer shows after an upgrade of the engine needs no mending any more.
"""

from __future__ import annotations

import subprocess
from pathlib import Path

import pytest
import weasyprint
from pdftags import Element, artifacts, broken_ties, failures, ownerless, tree

from leafdeck.leaflet import tags

STYLE = "@page { size: 200px; margin: 0 } * { margin: 0; padding: 0 } body { font: 20px/1 monospace }"
SQUARE = '<svg width="100" height="80" viewBox="0 0 9 9" {}>{}<path d="M0 0h9v9h-9z"/></svg>'
WORDLESS = SQUARE.format('aria-hidden="true"', "")
IMAGE = "<img alt=' ' src=\"data:image/svg+xml,<svg xmlns='http://www.w3.org/2000/svg' width='9' height='9'/>\">"
FOOT = '<style>@page { margin-bottom: 40px; @bottom-left { content: "foot" } }</style><p>text</p>'


def write(html: str, *, mend: bool = True) -> bytes:
    page = f'<html lang="en"><title>A title</title><style>{STYLE}</style><body>{html}'
    data = weasyprint.HTML(string=page).write_pdf(pdf_variant="pdf/ua-1", finisher=tags.mend if mend else None)
    assert data is not None
    return bytes(data)


def unmended(html: str) -> Element:
    return tree(write(html, mend=False))


def mended(html: str) -> Element:
    """The tree after the mend, which leaves nothing loose and nothing to find fault with."""
    data = write(html)
    assert broken_ties(data) == []
    assert failures(data) == []
    return tree(data)


@pytest.mark.parametrize("drawing", [WORDLESS, IMAGE], ids=["drawing", "image"])
def test_a_drawing_without_words_is_decoration(drawing: str) -> None:
    html = f"<p>text</p><div>{drawing}</div>"
    assert len(unmended(html).of_kind("Figure")) == 1
    assert mended(html).of_kind("Figure") == []
    assert artifacts(write(html)) == ["Layout"]


def test_the_checker_minds_a_drawing_without_words() -> None:
    found = failures(write(WORDLESS, mend=False))
    assert [failure.partition(":")[0] for failure in found] == ["PDFUA1-FIGURE-ALTERNATIVE-TEXT-001"]


def test_a_drawing_with_words_says_them_and_where_it_stands_in_points() -> None:
    html = SQUARE.format('style="display: block"', "<title>A square</title>")
    assert unmended(html).of_kind("Figure")[0].said["BBox"] == [0, 0, 100, 80]
    (figure,) = mended(html).of_kind("Figure")
    assert figure.said == {"Alt": "A square", "O": "Layout", "BBox": [0, 90, 75, 150]}


def test_the_margins_of_a_page_are_not_part_of_the_text() -> None:
    before, after = write(FOOT, mend=False), write(FOOT)
    assert (artifacts(before), ownerless(before)) == ([], 0)
    assert (artifacts(after), ownerless(after)) == (["Pagination"], 1)
    assert str(mended(FOOT)) == "Document(P(Span(.)))"


RUNNING = """<style>h1 { position: running(head) } @page { margin-top: 60px; @top-left { content: element(head) } }
section { break-before: page }</style><section><h1>One</h1><p>text</p></section>
<section><h1>Two</h1><p>more</p><p style="break-before: page">still more</p></section>"""


def test_a_heading_in_the_margin_of_a_page_is_read_first_on_it() -> None:
    assert unmended(RUNNING).of_kind("H1") == []
    section = "Sect(P(Span(.)))"
    assert str(mended(RUNNING)) == f"Document({' '.join(f'H1(Span(.)) {section}' for _ in range(3))})"
    assert [artifacts(write(RUNNING), number) for number in range(3)] == [[], [], []]


def test_what_is_taken_out_leaves_every_other_object_in_its_place(tmp_path: Path) -> None:
    """The engine's writer loses count after a freed object, and a reader that goes by place finds another one."""
    file = tmp_path / "file.pdf"
    file.write_bytes(write(FOOT + WORDLESS + '<a href="https://a.example/">a <b>b</b> c</a><ul><li><p>item</ul>'))
    command = ["pdfinfo", "-struct-text", str(file)]
    told = subprocess.run(command, check=True, capture_output=True, text=True)
    assert told.stderr == ""
    assert '"item"' in told.stdout


def test_a_list_item_holds_a_label_and_a_body() -> None:
    html = "<ul style='padding-left: 40px'><li><p>one</p><p>two</ul>"
    assert str(unmended(html).of_kind("LI")[0]) == "LI(Lbl(Span(.)) P(Span(.)) P(Span(.)))"
    assert str(mended(html).of_kind("LI")[0]) == "LI(Lbl(Span(.)) LBody(P(Span(.)) P(Span(.))))"


@pytest.mark.parametrize(
    ("html", "numbering"),
    [
        ("<ol><li>one</ol>", "Decimal"),
        ("<ul><li>one</ul>", "Disc"),
        ("<ol style='list-style-type: lower-roman'><li>one</ol>", "LowerRoman"),
        ("<ul style='list-style-type: \"+ \"'><li>one</ul>", "None"),
        ("<ul style='list-style: none'><li>one</ul>", "None"),
    ],
)
def test_a_list_says_how_it_is_numbered(html: str, numbering: str) -> None:
    inside = f"<div style='position: absolute; left: 40px'>{html}</div>"
    assert unmended(inside).of_kind("L")[0].said == {}
    assert mended(inside).of_kind("L")[0].said == {"O": "List", "ListNumbering": numbering}


def test_each_list_of_many_gets_its_own_numbering() -> None:
    html = "<ol><li>one<ul><li>two</ul></ol><p style='break-before: page'>x</p><ul><li>three</ul><ol><li>four</ol>"
    found = [element.said["ListNumbering"] for element in mended(html).of_kind("L")]
    assert found == ["Decimal", "Circle", "Disc", "Decimal"]


@pytest.mark.parametrize(
    "html",
    [
        '<p><a href="https://a.example/">go <b>there</b></a>',
        '<p><a href="https://a.example/">many words that lead on to quite another place</a>',
        '<p><a href="https://a.example/">many words that <b>lead on to quite</b> another place</a>',
        "<style>a::after { content: ' 7' }</style><p><a href='#x'>go</a><p id=x>x",
    ],
    ids=["bold words", "three lines", "three lines with bold words", "generated words"],
)
def test_a_link_is_one_element_with_all_its_areas(html: str) -> None:
    areas = str(unmended(html)).count("@")
    assert areas > 1
    (link,) = mended(html).of_kind("Link")
    assert link.kids.count("@") == areas
    assert "@" not in "".join(str(kid) for kid in link.below())


def test_the_engine_makes_several_elements_of_such_a_link() -> None:
    assert str(unmended('<p><a href="https://a.example/">go <b>there</b></a>')).count("(@") == 2
    assert (
        len(
            unmended('<p><a href="https://a.example/">many words that lead on to quite another place</a>').of_kind(
                "Link"
            )
        )
        == 3
    )


def test_links_to_two_places_stay_two() -> None:
    html = '<p><a href="https://a.example/">one</a><a href="https://b.example/">two</a>'
    assert [str(link) for link in mended(html).of_kind("Link")] == ["Link(@ .)", "Link(@ .)"]


def test_a_heading_cell_says_what_it_heads() -> None:
    heads = "<thead><tr><th scope=col>a<th scope=col>b"
    html = f"<table>{heads}<tbody><tr><th scope=row>c<td>d<tr><th scope=row>e<td>f</table>"
    assert ["Scope" in cell.said for cell in unmended(html).of_kind("TH")] == [False] * 4
    assert [cell.said["Scope"] for cell in mended(html).of_kind("TH")] == ["Column", "Column", "Row", "Row"]
