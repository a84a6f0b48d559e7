"""Rules: what the finished PDF tells people who listen to it. They are no validator."""

from __future__ import annotations

from collections.abc import Iterator

from leafdeck.check.finding import Finding, Rule
from leafdeck.check.pdffile import PdfFile, Tag
from leafdeck.check.proofs import Proofs
from leafdeck.notice import Severity

UA = ("PDF/UA-1",)

NAMED = Rule(
    "pdf-title",
    Severity.ERROR,
    "Give the guide a title, and leave the template's <title> alone.",
    "The PDF has a title, which its window shows.",
    UA,
)
LANGUAGE = Rule(
    "pdf-language",
    Severity.ERROR,
    "Set `language`, and leave the template's lang alone.",
    "The PDF names its language.",
    UA,
)
TAGGED = Rule(
    "pdf-tagged",
    Severity.ERROR,
    "Write it with leafdeck, and change nothing afterwards.",
    "The PDF is tagged, says so, and claims PDF/UA-1; no lock keeps assistive software out.",
    UA,
)
LEVELS = Rule(
    "pdf-headings",
    Severity.ERROR,
    "Let the template's headings go down one level at a time.",
    "The first heading is of level 1, and no level is skipped.",
    (*UA, "NHS content style"),
)
FIGURES = Rule(
    "pdf-alternative-text",
    Severity.ERROR,
    "Write `alt`, or mark the picture as decoration.",
    "Every figure has an alternative text.",
    UA,
)
TABLES = Rule(
    "pdf-table-headings",
    Severity.ERROR,
    "Use th with scope in the template.",
    "Every table has headings that say what they head, and as many cells in each row.",
    UA,
)
LISTS = Rule(
    "pdf-lists",
    Severity.ERROR,
    "Let a list hold list items only.",
    "A list holds items, and items hold a label and a body.",
    UA,
)
LINKS = Rule(
    "pdf-links",
    Severity.ERROR,
    "Write it with leafdeck, and change nothing afterwards.",
    "A link says where it leads, and the tab key follows the order of reading.",
    UA,
)
FONTS = Rule(
    "pdf-fonts",
    Severity.ERROR,
    "Use fonts that may be put into files.",
    "All fonts are in the file.",
    UA,
)
BOOKMARKS = Rule(
    "pdf-bookmarks",
    Severity.WARNING,
    "Let the style sheet give headings a bookmark-level.",
    "A PDF of more than 3 pages has bookmarks.",
    ("WCAG 2.2, 2.4.5",),
)

FEW_PAGES = 3
_CELLS = {"TH", "TD"}


def named(proofs: Proofs) -> Iterator[Finding]:
    """Find a PDF without a title, or one that shows its file's name instead."""
    if proofs.pdf and not (proofs.pdf.title.strip() and proofs.pdf.shows_title):
        yield NAMED.broken("the PDF has no title" if not proofs.pdf.title else "the PDF's window shows its file's name")


def language(proofs: Proofs) -> Iterator[Finding]:
    """Find a PDF without a language."""
    if proofs.pdf and not proofs.pdf.language:
        yield LANGUAGE.broken("the PDF names no language")


def tagged(proofs: Proofs) -> Iterator[Finding]:
    """Find a PDF that is no PDF/UA, or is locked."""
    if not proofs.pdf:
        return
    if not proofs.pdf.tags or not proofs.pdf.marked:
        yield TAGGED.broken("the PDF is not tagged")
    if not proofs.pdf.part:
        yield TAGGED.broken("the PDF does not say that it is PDF/UA")
    if proofs.pdf.locked_out:
        yield TAGGED.broken("the PDF's lock keeps screen readers out")


def heading_levels(proofs: Proofs) -> Iterator[Finding]:
    """Find headings that skip a level."""
    before = 0
    for tag in _all(proofs.pdf):
        if len(tag.kind) == 2 and tag.kind[0] == "H" and tag.kind[1].isdecimal():  # noqa: PLR2004 - H1 to H6
            level = int(tag.kind[1])
            if level > before + 1:
                yield LEVELS.broken(f"a heading of level {level} follows one of level {before or 'none'}")
            before = level


def figures(proofs: Proofs) -> Iterator[Finding]:
    """Find figures without alternative text."""
    count = sum(tag.kind == "Figure" and not (tag.alt or "").strip() for tag in _all(proofs.pdf))
    if count:
        yield FIGURES.broken(f"{count} figure{'' if count == 1 else 's'} of the PDF without alternative text")


def tables(proofs: Proofs) -> Iterator[Finding]:
    """Find tables without headings, headings without a scope, rows of unequal length."""
    for number, table in enumerate((tag for tag in _all(proofs.pdf) if tag.kind == "Table"), 1):
        rows = [tag for tag in _below(table) if tag.kind == "TR"]
        cells = [[cell for cell in row.children if cell.kind in _CELLS] for row in rows]
        heads = [cell for row in cells for cell in row if cell.kind == "TH"]
        if not heads:
            yield TABLES.broken(f"table {number} of the PDF has no headings")
        elif any(not head.scope for head in heads):
            yield TABLES.broken(f"table {number} of the PDF has headings that do not say what they head")
        if len({len(row) for row in cells}) > 1:
            yield TABLES.broken(f"table {number} of the PDF has rows of unequal length")


def lists(proofs: Proofs) -> Iterator[Finding]:
    """Find lists that hold something else than items."""
    for tag in _all(proofs.pdf):
        if tag.kind == "L" and any(child.kind not in {"LI", "Caption", "L"} for child in tag.children):
            yield LISTS.broken("a list of the PDF holds something that is no item")
        if tag.kind == "LI" and any(child.kind not in {"Lbl", "LBody"} for child in tag.children):
            yield LISTS.broken("an item of a list in the PDF holds something beside its label and body")


def links(proofs: Proofs) -> Iterator[Finding]:
    """Find links that say nothing, and pages whose tab order is not that of reading."""
    if not proofs.pdf:
        return
    for page in proofs.pdf.wordless_links:
        yield LINKS.found(proofs.dossier.place(""), "a link does not say where it leads", page=page)
    for page in proofs.pdf.tab_order:
        yield LINKS.found(proofs.dossier.place(""), "the tab key does not follow the order of reading", page=page)


def fonts(proofs: Proofs) -> Iterator[Finding]:
    """Find fonts that are not in the file."""
    for name in proofs.pdf.loose_fonts if proofs.pdf else ():
        yield FONTS.broken(f"the font {name} is not in the PDF")


def bookmarks(proofs: Proofs) -> Iterator[Finding]:
    """Find a PDF of several pages without bookmarks."""
    if proofs.pdf and len(proofs.leaflet) > FEW_PAGES and not proofs.pdf.bookmarks:
        yield BOOKMARKS.broken(f"the PDF has {len(proofs.leaflet)} pages and no bookmarks")


def _all(pdf: PdfFile | None) -> Iterator[Tag]:
    for tag in pdf.tags if pdf else ():
        yield tag
        yield from _below(tag)


def _below(tag: Tag) -> Iterator[Tag]:
    for child in tag.children:
        yield child
        yield from _below(child)
