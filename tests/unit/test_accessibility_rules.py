"""Each accessibility rule over a finished deck: a good deck breaks none, and one edit breaks the one that it should."""

from __future__ import annotations

import io
import re
from collections.abc import Callable
from copy import deepcopy
from functools import cache
from pathlib import Path
from typing import Any

import pptx
import pytest
from accessible import findings
from decks import described, png
from pptx.opc.oxml import serialize_part_xml
from pptx.oxml import parse_xml
from pptx.oxml.ns import qn

from leafdeck import deck
from leafdeck.check import accessibility
from leafdeck.check.finding import Finding
from leafdeck.check.finished import Area, Item, Paragraph, Presentation, Run, Slide
from leafdeck.check.readingorder import reading_order
from leafdeck.deck import inspect
from leafdeck.deck.xml import make, put
from leafdeck.units import Pt, Px

PAGE = Path(__file__).resolve().parents[2] / "docs" / "accessibility.md"
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


def found(data: bytes) -> list[Finding]:
    return list(accessibility.judge(inspect.read(data)))


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


# One edit of the good deck for each rule ------------------------------------------------------------------------------


def no_file_title(prs: Any) -> None:
    prs.core_properties.title = " "


def no_file_language(prs: Any) -> None:
    prs.core_properties.language = ""


def no_title(prs: Any) -> None:
    remove(title(prs, 2).element)


def empty_title(prs: Any) -> None:
    title(prs, 2).text_frame.text = " "


def title_in_a_text_box(prs: Any) -> None:
    remove(next(title(prs, 2).element.iter(qn("p:ph"))))


def same_title(prs: Any) -> None:
    next(title(prs, 2).element.iter(qn("a:t"))).text = "IRON carries  oxygen"


def hidden_title(prs: Any) -> None:
    described(title(prs, 2)).set("hidden", "1")


def title_off_the_slide(prs: Any) -> None:
    title(prs, 2).top, title(prs, 2).left = -2_000_000, 0
    title(prs, 2).width, title(prs, 2).height = 900_000, 900_000


def covered_title(prs: Any) -> None:
    at = title(prs, 2)
    cover = prs.slides[1].shapes.add_picture(io.BytesIO(png()), at.left, at.top, at.width, at.height)
    described(cover).set("descr", "A red box")


def nameless_section(prs: Any) -> None:
    sections(prs)[0].set("name", "Untitled Section")


def empty_section(prs: Any) -> None:
    sections(prs)[0].set("name", "")


def same_section(prs: Any) -> None:
    sections(prs)[0].set("name", "food")


def slide_in_no_section(prs: Any) -> None:
    remove(sections(prs)[1][0][1])


def group_without_alt(prs: Any) -> None:
    del described(shape(prs, 1, "Card: Beans")).attrib["descr"]


def picture_without_alt(prs: Any) -> None:
    made = prs.slides[2].shapes.add_picture(io.BytesIO(png()), 400_000, 3_000_000)
    described(made).attrib.pop("descr")


def table_without_alt(prs: Any) -> None:
    del described(shape(prs, 2, "Iron in food")).attrib["descr"]


def drawing_without_alt(prs: Any) -> None:
    del described(shape(prs, 3, "A blood cell")).attrib["descr"]


def line_without_alt(prs: Any) -> None:
    prs.slides[2].shapes.add_connector(1, 400_000, 3_000_000, 900_000, 3_000_000)


def file_name_as_alt(prs: Any) -> None:
    described(shape(prs, 3, "A blood cell")).set("descr", "cell-final2.PNG")


def kind_as_alt(prs: Any) -> None:
    described(shape(prs, 3, "A blood cell")).set("descr", "Picture 3")


def alt_of_decoration(prs: Any) -> None:
    panel = shape(prs, 1, "Card: Beans").shapes[0]
    described(panel).set("descr", "A panel")


def alt_twice(prs: Any) -> None:
    words = shape(prs, 1, "Card: Beans").shapes[-1]
    described(words).set("descr", "Card: Beans")


def decorative_card(prs: Any) -> None:
    card = described(shape(prs, 1, "Card: Beans"))
    mark = deepcopy(described(shape(prs, 1, "Card: Beans").shapes[0]).find(qn("a:extLst")))
    del card.attrib["descr"]
    card.append(mark)


def unmarked_header(prs: Any) -> None:
    shape(prs, 2, "Iron in food").table.first_row = False


def empty_heading(prs: Any) -> None:
    shape(prs, 2, "Iron in food").table.cell(0, 1).text_frame.clear()


def merged_cells(prs: Any) -> None:
    table = shape(prs, 2, "Iron in food").table
    table.cell(1, 0).merge(table.cell(2, 0))


def empty_placeholder(prs: Any) -> None:
    body = shape(prs, 1, "Body")
    put(body.element.txBody, make("a:bodyPr"), make("a:lstStyle"), make("a:p"))


def here(prs: Any) -> None:
    next(node for node in shape(prs, 1, "Body").element.iter(qn("a:t")) if "NHS" in node.text).text = "Click here"


def bare_address(prs: Any) -> None:
    node = next(node for node in shape(prs, 1, "Body").element.iter(qn("a:t")) if "NHS" in node.text)
    node.text = "https://www.nhs.uk/conditions/iron-deficiency-anaemia/"


def linked_picture_without_words(prs: Any) -> None:
    made = prs.slides[2].shapes.add_picture(io.BytesIO(png()), 400_000, 3_000_000)
    described(made).set("descr", " ")
    made.click_action.hyperlink.address = "https://www.nhs.uk/"


def film(prs: Any) -> None:
    made = prs.slides[2].shapes.add_movie(io.BytesIO(b"film"), 400_000, 3_000_000, 900_000, 900_000)
    described(made).set("descr", "How a blood cell moves")


def cards_in_the_wrong_order(prs: Any) -> None:
    second = shape(prs, 1, "Card: Beans").element
    shape(prs, 1, "Card: Red meat").element.addprevious(second)


def list_before_the_cards_above_it(prs: Any) -> None:
    shape(prs, 1, "Card: Red meat").element.addprevious(shape(prs, 1, "Body").element)


def words_before_the_title(prs: Any) -> None:
    title(prs, 1).element.addprevious(shape(prs, 1, "Card: Red meat").element)


def words_of_a_card_in_the_wrong_order(prs: Any) -> None:
    card = shape(prs, 1, "Card: Beans")
    words = card.shapes[-1]
    more = parse_xml(re.sub(r' id="\d+"', ' id="900"', words.element.xml))
    card.element.append(more)
    words.top, words.height = words.top + 600_000, 200_000
    card.shapes[-1].height = 200_000


def no_language(prs: Any) -> None:
    del runs(shape(prs, 1, "Body"))[0].attrib["lang"]


def no_language_in_notes(prs: Any) -> None:
    notes = prs.slides[0].notes_slide.notes_placeholder
    del next(notes._element.iter(qn("a:rPr"))).attrib["lang"]
    for style in prs.notes_master.element.find(qn("p:notesStyle")).iter(qn("a:defRPr")):
        style.attrib.pop("lang", None)


def small_text(prs: Any) -> None:
    runs(shape(prs, 1, "Body"))[0].set("sz", "1700")


def shrunk_text(prs: Any) -> None:
    frame = shape(prs, 1, "Body").element.txBody.bodyPr
    put(frame, make("a:normAutofit", fontScale=90_000))


def small_table(prs: Any) -> None:
    runs(shape(prs, 2, "Iron in food"))[0].set("sz", "1300")


def small_source(prs: Any) -> None:
    runs(shape(prs, 1, "Source: a book."))[0].set("sz", "900")


def small_text_above_other_text(prs: Any) -> None:
    shape(prs, 1, "Source: a book.").top = shape(prs, 1, "Body").top


def recolour(element: Any, color: str) -> None:
    for old in element.findall(qn("a:solidFill")):
        element.remove(old)
    element.insert(0, make("a:solidFill", make("a:srgbClr", val=color)))


def pale_text(prs: Any) -> None:
    recolour(runs(shape(prs, 1, "Body"))[0], "A9A9A9")


def pale_heading_in_a_table(prs: Any) -> None:
    recolour(runs(shape(prs, 2, "Iron in food"))[0], "0A4040")


def text_in_the_colour_of_its_card(prs: Any) -> None:
    recolour(runs(shape(prs, 1, "Card: Beans"))[0], "0C505D")


def dark_page(prs: Any) -> None:
    prs.slides[0].background.fill.solid()
    recolour(prs.slides[0].element.cSld.bg.bgPr, "202030")


def dark_theme_slot(prs: Any) -> None:
    """Text whose colour only the theme names, changed there."""
    master = prs.slide_masters[0]
    theme = next(part for part in (rel.target_part for rel in master.part.rels.values()) if "theme" in part.partname)
    theme._blob = re.sub(rb"<a:dk1>.*?</a:dk1>", b'<a:dk1><a:srgbClr val="EEEEDD"/></a:dk1>', theme.blob)


def link_in_the_themes_colour(prs: Any) -> None:
    """Without the mark that keeps a run's colour PowerPoint shows a link in the theme's."""
    body = shape(prs, 1, "Body")
    for mark in list(body.element.iter(qn("a:extLst"))):
        remove(mark)
    master = prs.slide_masters[0]
    theme = next(part for part in (rel.target_part for rel in master.part.rels.values()) if "theme" in part.partname)
    theme._blob = re.sub(rb"<a:hlink>.*?</a:hlink>", b'<a:hlink><a:srgbClr val="FFEE88"/></a:hlink>', theme.blob)


def timed_transition(prs: Any) -> None:
    slide = prs.slides[1].element
    slide.find(qn("p:clrMapOvr")).addnext(make("p:transition", advTm=3000))


def effect_without_a_click(prs: Any) -> None:
    effect = make("p:par", make("p:cTn", id=3, presetID=1, presetClass="entr", nodeType="afterEffect"))
    sequence = make("p:seq", make("p:cTn", make("p:childTnLst", effect), id=2, nodeType="mainSeq"))
    root = make("p:cTn", make("p:childTnLst", sequence), id=1, nodeType="tmRoot")
    prs.slides[1].element.find(qn("p:clrMapOvr")).addnext(make("p:timing", make("p:tnLst", make("p:par", root))))


def kiosk(prs: Any) -> None:
    part = next(rel.target_part for rel in prs.part.rels.values() if rel.reltype.endswith("/presProps"))
    root = parse_xml(part.blob)
    root.insert(0, make("p:showPr", make("p:kiosk"), loop=True))
    part._blob = serialize_part_xml(root)


def locked(prs: Any) -> None:
    prs.element.append(make("p:modifyVerifier", hashValue="AA==", saltValue="AA==", spinValue=1))


BREAKS: tuple[tuple[str, int, Edit], ...] = (
    ("file-title", 0, no_file_title),
    ("file-language", 0, no_file_language),
    ("title-missing", 2, no_title),
    ("title-missing", 2, empty_title),
    ("title-missing", 2, title_in_a_text_box),
    ("title-repeated", 2, same_title),
    ("title-hidden", 2, hidden_title),
    ("title-hidden", 2, title_off_the_slide),
    ("title-hidden", 2, covered_title),
    ("section-name", 0, nameless_section),
    ("section-name", 0, empty_section),
    ("section-repeated", 0, same_section),
    ("section-slides", 3, slide_in_no_section),
    ("alt-missing", 1, group_without_alt),
    ("alt-missing", 3, picture_without_alt),
    ("alt-missing", 2, table_without_alt),
    ("alt-missing", 3, drawing_without_alt),
    ("alt-missing", 3, line_without_alt),
    ("alt-says-nothing", 3, file_name_as_alt),
    ("alt-says-nothing", 3, kind_as_alt),
    ("alt-says-nothing", 1, alt_of_decoration),
    ("alt-repeated", 1, alt_twice),
    ("decorative-words", 1, decorative_card),
    ("table-header", 2, unmarked_header),
    ("table-empty-head", 2, empty_heading),
    ("table-merged", 2, merged_cells),
    ("placeholder-empty", 1, empty_placeholder),
    ("link-words", 1, here),
    ("link-words", 1, bare_address),
    ("link-words", 3, linked_picture_without_words),
    ("media-captions", 3, film),
    ("reading-order", 1, cards_in_the_wrong_order),
    ("reading-order", 1, list_before_the_cards_above_it),
    ("reading-order", 1, words_before_the_title),
    ("reading-order", 1, words_of_a_card_in_the_wrong_order),
    ("text-language", 1, no_language),
    ("text-language", 1, no_language_in_notes),
    ("text-size", 1, small_text),
    ("text-size", 1, shrunk_text),
    ("text-size", 2, small_table),
    ("text-size", 1, small_source),
    ("text-size", 1, small_text_above_other_text),
    ("text-contrast", 1, pale_text),
    ("text-contrast", 2, pale_heading_in_a_table),
    ("text-contrast", 1, text_in_the_colour_of_its_card),
    ("text-contrast", 1, dark_page),
    ("text-contrast", 1, dark_theme_slot),
    ("text-contrast", 1, link_in_the_themes_colour),
    ("timed", 2, timed_transition),
    ("starts-by-itself", 2, effect_without_a_click),
    ("show-runs-by-itself", 0, kiosk),
    ("locked", 0, locked),
)
MAY_FOLLOW = {
    "linked_picture_without_words": {"alt-missing"},
    "covered_title": {"reading-order"},  # what covers the title stands above the table that is read before it
}


def test_a_good_deck_breaks_none() -> None:
    assert findings(good()) == []


@pytest.mark.parametrize(("rule", "slide", "edit"), BREAKS, ids=lambda value: getattr(value, "__name__", str(value)))
def test_one_edit_breaks_its_rule(rule: str, slide: int, edit: Edit) -> None:
    seen = found(edited(edit))
    assert (rule, slide) in {(finding.rule, finding.slide) for finding in seen}
    assert {finding.rule for finding in seen} <= {rule, *MAY_FOLLOW.get(edit.__name__, ())}
    assert all(finding.message and finding.hint for finding in seen)


def test_the_page_lists_the_rules() -> None:
    rows = re.findall(r"(?m)^\| `([a-z-]+)` \| (\w+) \|", PAGE.read_text(encoding="utf-8"))
    assert rows == [(rule.id, rule.severity.value) for rule in accessibility.RULES]


def test_every_rule_is_broken_by_an_edit() -> None:
    assert {rule for rule, _, _ in BREAKS} == {rule.id for rule in accessibility.RULES}
    assert len(accessibility.RULES) == len({rule.id for rule in accessibility.RULES})


def labels(*places: tuple[str, int, int], picture: bool) -> Presentation:
    """A group of 200 by 100 px of labels 60 by 20 px, around a picture in its middle or alone."""
    words = [
        Item(
            "shape",
            name,
            Area(Px(x).emu, Px(y).emu, Px(60).emu, Px(20).emu),
            paragraphs=(Paragraph((Run(name, Pt(18)),)),),
        )
        for name, x, y in places
    ]
    middle = Item("group", "Spine", Area(Px(70).emu, Px(0).emu, Px(60).emu, Px(100).emu), alt="A spine")
    area = Area(Px(0).emu, Px(0).emu, Px(200).emu, Px(100).emu)
    group = Item("group", "Figure", area, alt="A figure", children=(*((middle,) if picture else ()), *words))
    return Presentation(Px(1280).emu, Px(720).emu, "T", "en", (Slide(1, (group,)),))


def test_labels_around_a_picture_are_read_down_it_from_both_sides() -> None:
    around = (("Neck", 140, 0), ("Lower back", 140, 40), ("Disc", 0, 41), ("Tail", 140, 80))
    assert list(reading_order(labels(*around, picture=True))) == []
    assert [one.message for one in reading_order(labels(*around, picture=False))] == [
        '"Lower back" is read before "Disc"'
    ]
    upside_down = (("Lower back", 140, 40), ("Neck", 140, 0))
    assert len(list(reading_order(labels(*upside_down, picture=True)))) == 1
