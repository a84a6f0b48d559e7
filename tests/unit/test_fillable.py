"""Checklists to fill in on a screen: the fields of the leaflet's PDF, read by pikepdf; paper looks as before."""

from __future__ import annotations

import io
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pikepdf
import pytest
import weasyprint
from pdftags import Element, broken_ties, failures, tree

from leafdeck import paper, typeset
from leafdeck.brand import css
from leafdeck.compose import Composer
from leafdeck.formats import A4, LARGE_PRINT, Format
from leafdeck.guide.source import load
from leafdeck.resources import Resources, package_data

CHECKLIST = """\
  - kind: checklist
    id: ask
    title: Questions to ask
    items: ["Is **it** serious?", "Which first tests?"]
    blank_lines: 3
"""


@pytest.fixture
def composer(project: Path) -> Composer:
    content = project / "content.yaml"
    text = content.read_text(encoding="utf-8").replace("sections:\n", f"sections:\n{CHECKLIST}")
    content.write_text(text, encoding="utf-8")
    resources, defaults = Resources.beside(content), package_data() / "styles" / "brand.css"
    guide, brand = load(content, resources.icons()).guide, css.load([defaults], project)
    return Composer(guide, brand, resources, project, defaults, fillable=True)


def written(composer: Composer, form: Format = A4) -> bytes:
    fetcher = typeset.ProjectFetcher((composer.folder, composer.brand_defaults.parent))
    return paper.written(typeset.layout(composer.leaflet(form), fetcher))


def parents(element: Element) -> Iterator[str]:
    for kid in element.kids:
        if isinstance(kid, Element):
            if kid.kind == "Form":
                yield element.kind
            yield from parents(kid)


def test_each_line_has_a_box_and_the_notes_a_field_with_the_words_as_labels(composer: Composer) -> None:
    with pikepdf.open(io.BytesIO(written(composer))) as pdf:
        fields = list(pdf.Root.AcroForm.Fields)
        assert [(str(field.FT), str(field.TU)) for field in fields] == [
            ("/Btn", "Is it serious?"),
            ("/Btn", "Which first tests?"),
            ("/Tx", "Your notes: Questions to ask"),
        ]
        assert len({str(field.T) for field in fields}) == 3
        assert int(fields[2].Ff) & 1 << 12  # several lines
        assert pdf.pages[0].Tabs == "/S"  # from field to field as the page is read


def test_it_is_sound_pdf_ua_and_each_field_is_in_the_text(composer: Composer) -> None:
    data = written(composer)
    assert failures(data) == []
    assert broken_ties(data) == []
    forms = tree(data).of_kind("Form")
    assert [form.kids for form in forms] == [("@",)] * 3
    items = [item for item in tree(data).of_kind("LI") if item.of_kind("Form")]
    assert len(items) == 2


def test_a_ticked_box_shows_a_tick_in_the_brands_colour_and_an_empty_one_nothing(composer: Composer) -> None:
    with pikepdf.open(io.BytesIO(written(composer))) as pdf:
        assert "/NeedAppearances" not in pdf.Root.AcroForm  # no program draws its own
        box, _, notes = pdf.Root.AcroForm.Fields
        assert box.V == box.AS == pikepdf.Name.Off
        assert box.AP.N.Off.read_bytes().strip() == b""
        orders = [(str(each.operator), list(each.operands)) for each in pikepdf.parse_content_stream(box.AP.N.on)]
        assert [operator for operator, _ in orders] == ["RG", "w", "J", "j", "m", "l", "l", "S"]
        color = [round(float(part) * 255) for part in orders[0][1]]
        assert color == [0x0B, 0x4F, 0x5C]
        assert notes.AP.N.read_bytes().strip() == b""


@pytest.mark.parametrize(("form", "size"), [(A4, 12), (LARGE_PRINT, 18)], ids=["a4", "large-print"])
def test_what_is_typed_is_as_large_as_the_text(composer: Composer, form: Format, size: int) -> None:
    with pikepdf.open(io.BytesIO(written(composer, form))) as pdf:
        notes = pdf.Root.AcroForm.Fields[2]
        assert str(notes.DA).startswith(f"/Helv {size} Tf ")
        assert pdf.Root.AcroForm.DR.Font.Helv.BaseFont == "/Helvetica"
        left, foot, right, head = (float(side) for side in notes.Rect)
        assert right - left > 300
        assert head - foot > 3 * size * 1.5  # three lines to write on


def test_without_the_option_nothing_is_to_be_filled_in(composer: Composer) -> None:
    markup = replace(composer, fillable=False).leaflet().html
    assert "<input" not in markup
    assert markup.count('class="blank-line"') == 3
    with pikepdf.open(io.BytesIO(written(replace(composer, fillable=False)))) as pdf:
        assert "/AcroForm" not in pdf.Root


def test_the_engine_by_itself_loses_the_text_of_shaped_figures_beside_a_field_for_text() -> None:
    """Why a field for text is asked for as a box. Once this no longer shows, the engine can make the field itself."""
    fonts = (package_data() / "styles" / "fonts" / "AtkinsonHyperlegibleNext-Regular.ttf").as_uri()
    style = (
        f"@font-face {{ font-family: A; src: url({fonts}) }} * {{ font-family: A; font-variant-numeric: tabular-nums }}"
    )
    field = '<textarea title="Notes" style="appearance: auto"></textarea>'
    html = f'<html lang="en"><title>A title</title><style>{style}</style><p>100 figures</p>'
    found = []
    for body in (html, html + field):
        data = weasyprint.HTML(string=body).write_pdf(pdf_variant="pdf/ua-1")
        assert data is not None
        found.append([failure for failure in failures(bytes(data)) if "UNICODE" in failure])
    assert [len(each) for each in found] == [0, 1]
