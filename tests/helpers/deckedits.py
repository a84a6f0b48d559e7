"""Edits of the good deck that break one rule each: of titles, sections, pictures, tables, links, reading order."""

from __future__ import annotations

import io
import re
from copy import deepcopy
from typing import Any

from decks import described, png
from gooddeck import Edit, remove, sections, shape, title
from pptx.oxml import parse_xml
from pptx.oxml.ns import qn

from leafdeck.deck.xml import make, put


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


OF_THINGS: tuple[tuple[str, int, Edit], ...] = (
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
)
"""The rule that each breaks, and the slide on which it is found; 0: of the whole file."""
