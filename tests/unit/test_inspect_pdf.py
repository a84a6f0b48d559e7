"""What is read of a finished PDF, on small ones: as the engine writes them, and with a flaw put in."""

from __future__ import annotations

import io
from collections.abc import Callable
from typing import Any

import pikepdf
import pytest
import weasyprint
from boxtree import BASE
from pikepdf import Dictionary, Name

from leafdeck import paper
from leafdeck.check.pdffile import PdfFile, Tag
from leafdeck.leaflet.inspect import read

HTML = """<html lang="en-GB"><head><title>A small guide</title><style>{css}</style></head><body>
<h1>Title</h1><p>Words and <a href="https://example.org/">a link</a>.</p><h2>Part</h2><ul><li>one</li><li>two</li></ul>
<svg role="img" width="20" height="20"><title>A disc</title><rect width="20" height="20"/></svg>
<table><tr><th scope="col">Food</th><th scope="col">Iron</th></tr><tr><td>Liver</td><td>much</td></tr></table>
{more}</body></html>"""
Edit = Callable[[pikepdf.Pdf], object]


def laid(more: str = "") -> weasyprint.Document:
    return weasyprint.HTML(string=HTML.format(css=BASE, more=more)).render()


def made(more: str = "") -> bytes:
    return paper.written(laid(more))


SOUND = made()


def kinds(tags: tuple[Tag, ...]) -> list[str]:
    return [kind for tag in tags for kind in (tag.kind, *kinds(tag.children))]


def of(pdf: PdfFile, kind: str) -> list[Tag]:
    def below(tags: tuple[Tag, ...]) -> list[Tag]:
        return [one for tag in tags for one in (tag, *below(tag.children))]

    return [tag for tag in below(pdf.tags) if tag.kind == kind]


def edited(edit: Edit, data: bytes = SOUND, **save: Any) -> PdfFile:
    """Read a PDF after an edit."""
    out = io.BytesIO()
    with pikepdf.open(io.BytesIO(data)) as pdf:
        edit(pdf)
        pdf.save(out, **save)
    return read(out.getvalue())


def test_what_a_sound_pdf_says_of_itself() -> None:
    pdf = read(SOUND)
    assert (pdf.title, pdf.language, pdf.part, pdf.marked) == ("A small guide", "en-GB", 1, True)
    assert (pdf.shows_title, pdf.bookmarks, pdf.locked_out) == (True, 1, False)
    assert (pdf.loose_fonts, pdf.tab_order) == ((), ())


def test_its_structure_is_read_in_order() -> None:
    pdf = read(SOUND)
    order = [
        kind
        for kind in kinds(pdf.tags)
        if kind in {"H1", "H2", "P", "Link", "L", "LI", "Figure", "Table", "TR", "TH", "TD"}
    ]
    assert order[:5] == ["H1", "P", "Link", "H2", "L"]
    assert order.count("LI") == order.count("TR") == order.count("TH") == order.count("TD") == 2
    assert [tag.alt for tag in of(pdf, "Figure")] == ["A disc"]
    assert [tag.scope for tag in of(pdf, "TH")] == ["Column", "Column"]


def _first(pdf: pikepdf.Pdf, kind: Name) -> Dictionary:
    """The first element of a kind."""
    return next(one for one in pdf.objects if isinstance(one, Dictionary) and one.get("/S") == kind)


def test_a_figure_without_alternative_text_has_none() -> None:
    def spoil(pdf: pikepdf.Pdf) -> None:
        del _first(pdf, Name.Figure)["/Alt"]

    assert [tag.alt for tag in of(edited(spoil), "Figure")] == [None]


def test_a_heading_of_a_table_without_scope_has_none() -> None:
    def spoil(pdf: pikepdf.Pdf) -> None:
        del _first(pdf, Name.TH)["/A"]

    assert sorted(tag.scope for tag in of(edited(spoil), "TH")) == ["", "Column"]


def test_a_skipped_level_is_read_as_it_is() -> None:
    heads = [kind for kind in kinds(read(made(more="<h4>Deep</h4>")).tags) if kind.startswith("H") and len(kind) == 2]
    assert heads == ["H1", "H2", "H4"]


def test_a_role_of_the_files_own_is_read_as_what_it_stands_for() -> None:
    def spoil(pdf: pikepdf.Pdf) -> None:
        pdf.Root.StructTreeRoot.RoleMap = Dictionary(Heading=Name.H1)
        _first(pdf, Name.H1).S = Name.Heading

    assert "H1" in kinds(edited(spoil).tags)


def test_an_untagged_pdf_has_no_structure() -> None:
    pdf = read(laid().write_pdf())
    assert (pdf.tags, pdf.marked, pdf.part) == ((), False, 0)


def _unmark(pdf: pikepdf.Pdf) -> None:
    del pdf.Root["/MarkInfo"]


def _untitle(pdf: pikepdf.Pdf) -> None:
    with pdf.open_metadata() as metadata:
        metadata["dc:title"] = ""


def _hide_title(pdf: pikepdf.Pdf) -> None:
    pdf.Root.ViewerPreferences.DisplayDocTitle = False


def _no_language(pdf: pikepdf.Pdf) -> None:
    del pdf.Root["/Lang"]


def _unclaim(pdf: pikepdf.Pdf) -> None:
    with pdf.open_metadata() as metadata:
        del metadata["pdfuaid:part"]


def _no_bookmarks(pdf: pikepdf.Pdf) -> None:
    del pdf.Root["/Outlines"]


@pytest.mark.parametrize(
    ("edit", "name", "value"),
    [
        (_unmark, "marked", False),
        (_untitle, "title", ""),
        (_hide_title, "shows_title", False),
        (_no_language, "language", ""),
        (_unclaim, "part", 0),
        (_no_bookmarks, "bookmarks", 0),
    ],
)
def test_what_is_taken_out_is_missed(edit: Edit, name: str, value: object) -> None:
    assert getattr(read(SOUND), name) != value
    assert getattr(edited(edit), name) == value


def _loose(pdf: pikepdf.Pdf) -> None:
    font = Dictionary(Type=Name.Font, Subtype=Name.Type1, BaseFont=Name("/Helvetica"))
    pdf.pages[0].resources.Font[Name.Own] = pdf.make_indirect(font)


def _stripped(pdf: pikepdf.Pdf) -> None:
    for one in pdf.objects:
        if isinstance(one, Dictionary):
            for name in ("/FontFile", "/FontFile2", "/FontFile3"):
                if name in one:
                    del one[name]


def test_a_font_that_is_not_in_the_file_is_named() -> None:
    assert edited(_loose).loose_fonts == ("Helvetica",)
    assert set(edited(_stripped).loose_fonts) == {"Liberation-Sans", "Liberation-Sans-Bold"}


def _said(pdf: pikepdf.Pdf, said: str | None) -> None:
    for link in pdf.pages[0].Annots:
        if "/Contents" in link:
            del link["/Contents"]
        if said is not None:
            link.Contents = said


@pytest.mark.parametrize(("said", "pages"), [(None, (1,)), (" ", (1,)), ("A page on backs", ())])
def test_a_link_says_where_it_leads(said: str | None, pages: tuple[int, ...]) -> None:
    assert edited(lambda pdf: _said(pdf, said)).wordless_links == pages


def test_another_kind_of_area_is_no_link() -> None:
    def spoil(pdf: pikepdf.Pdf) -> None:
        _said(pdf, None)
        pdf.pages[0].Annots[0].Subtype = Name.Text

    assert edited(spoil).wordless_links == ()


def test_pages_with_links_say_their_tab_order() -> None:
    def spoil(pdf: pikepdf.Pdf) -> None:
        pdf.pages[0].Tabs = Name.R

    assert edited(spoil).tab_order == (1,)
    assert read(made(more='<p style="break-before: page">No link.</p>')).tab_order == ()


@pytest.mark.parametrize("shut", [True, False])
def test_a_lock_that_keeps_screen_readers_out_is_seen(shut: bool) -> None:
    allow = pikepdf.Permissions(accessibility=not shut, extract=False)
    # From revision 4 of the lock on, programs heed no such permission: it is read of the older one alone.
    pdf = edited(lambda _: None, encryption=pikepdf.Encryption(owner="o", allow=allow, R=3, aes=False, metadata=False))
    assert pdf.locked_out is shut


def test_what_is_no_pdf_is_refused() -> None:
    with pytest.raises(pikepdf.PdfError):
        read(b"no PDF")
