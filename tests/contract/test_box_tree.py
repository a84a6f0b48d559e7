"""What `leafdeck.deck.frames` relies on in WeasyPrint's box tree: pages, blocks, lists, tables, images, order."""

from __future__ import annotations

import base64
import io
from xml.etree.ElementTree import Element

import pytest
import weasyprint
from boxtree import find, lay, lines, words
from PIL import Image
from weasyprint.formatting_structure import boxes
from weasyprint.images import RasterImage, SVGImage
from weasyprint.layout.absolute import AbsolutePlaceholder
from weasyprint.layout.replaced import replacedbox_layout


def png(width: int, height: int) -> str:
    stream = io.BytesIO()
    Image.new("RGB", (width, height), "red").save(stream, "PNG")
    return "data:image/png;base64," + base64.b64encode(stream.getvalue()).decode()


def test_the_contract_is_with_this_version() -> None:
    assert weasyprint.__version__ == "70.0"


def test_a_page_box_knows_its_size_and_its_content_area() -> None:
    (page,) = lay("<p>a")
    assert (page.margin_width(), page.margin_height()) == (400, 300)
    assert (page.content_box_x(), page.content_box_y(), page.width, page.height) == (20, 20, 360, 260)


def test_the_first_child_of_a_page_is_the_root_element_and_the_rest_are_margin_boxes() -> None:
    (page,) = lay("<p>a", "@page { @top-left { content: 'x' } @bottom-right { content: counter(page) } }")
    root, *margins = page.children
    assert isinstance(root.element, Element)
    assert root.element.tag == "html"
    assert [(box.at_keyword, words(box), box.element) for box in margins] == [
        ("@top-left", ["x"], None),
        ("@bottom-right", ["1"], None),
    ]


def test_margin_boxes_without_content_are_not_there() -> None:
    assert len(lay("<p>a", "@page { @top-left { content: none; background: red } }")[0].children) == 1


def test_a_margin_box_has_its_border_and_vertical_align() -> None:
    css = "@page { @top-left { content: 'x'; width: 90px; border-bottom: 3px solid red; vertical-align: middle } }"
    box = lay("<p>a", css)[0].children[1]
    assert (box.style["vertical_align"], box.border_bottom_width, box.width) == ("middle", 3, 90)


def test_a_running_element_is_repeated_on_the_pages_that_its_section_flows_to() -> None:
    css = "h1 { position: running(t) } p { height: 200px } @page { @top-left { content: element(t) } }"
    pages = lay("<h1>Title</h1><p>a</p><p>b</p>", css)
    assert [words(page.children[1]) for page in pages] == [["Title"], ["Title"]]
    assert [page.children[1].children[0].element.tag for page in pages] == ["h1", "h1"]
    assert [words(page.children[0]) for page in pages] == [["a"], ["b"]]


def test_a_box_that_goes_over_pages_keeps_its_element() -> None:
    pages = lay('<section id="s"><p>a</p><p>b</p></section>', "p { height: 200px }")
    one, two = (find(page, "section")[0].element for page in pages)
    assert one is two


def test_generated_boxes_say_which_part_of_their_element_they_are() -> None:
    (page,) = lay("<p>a", "p::before { content: 'b' }")
    (before,) = find(page, "p::before")
    assert before.element.tag == "p"


def test_a_box_has_border_and_content_boxes_after_layout() -> None:
    (page,) = lay('<div style="margin: 5px; border: 2px solid; padding: 10px; width: 50px; height: 30px">')
    (box,) = find(page, "div")
    assert (box.border_box_x(), box.border_box_y()) == (25, 25)
    assert (box.border_width(), box.border_height()) == (74, 54)
    assert (box.content_box_x(), box.content_box_y(), box.width, box.height) == (37, 37, 50, 30)


@pytest.mark.parametrize("display", ["flex", "grid"])
def test_flex_and_grid_containers_hold_blocks_in_dom_order(display: str) -> None:
    css = f"div {{ display: {display}; grid-template-columns: 1fr 1fr }} p {{ flex: 1 }} .b {{ order: -1 }}"
    (page,) = lay("<div><p>a</p><p>c</p></div>", css)
    children = find(page, "div")[0].children
    assert [words(child) for child in children] == [["a"], ["c"]]
    assert [(child.position_x, child.width) for child in children] == [(20, 180), (200, 180)]


def test_an_outside_marker_is_a_placeholder_before_the_items_block() -> None:
    (page,) = lay("<ul><li>a</ul>")
    placeholder, block = find(page, "li")[0].children
    assert isinstance(placeholder, AbsolutePlaceholder)
    assert placeholder._box.element_tag == "li::marker"
    assert words(placeholder._box) == ["• "]
    assert placeholder._box.position_x < block.position_x == 20
    assert isinstance(block.children[0], boxes.LineBox)


def test_a_list_item_names_its_element_twice() -> None:
    """Words of an item stand in an anonymous block of the same element; what the element says counts once."""
    (page,) = lay("<ul><li>a<p>b</p></ul>")
    outer = find(page, "li")[0]
    assert [
        child.element is outer.element for child in outer.children if not isinstance(child, AbsolutePlaceholder)
    ] == [
        True,
        False,
    ]


def test_positioned_boxes_are_placeholders_where_they_stand_in_the_dom() -> None:
    (page,) = lay(
        '<div style="position: relative"><i style="position: absolute; left: 5px; top: 7px">x</i><p>a</p></div>'
    )
    placeholder, paragraph = find(page, "div")[0].children
    assert isinstance(placeholder, AbsolutePlaceholder)
    assert (placeholder._box.position_x, placeholder._box.position_y) == (25, 27)
    assert paragraph.element_tag == "p"
    assert placeholder._box in list(page.descendants(placeholders=True))
    assert placeholder._box not in list(page.descendants())


def test_z_index_is_a_number_or_auto_and_opacity_is_not_inherited() -> None:
    (page,) = lay('<div style="position: absolute; z-index: -1; opacity: .5"><p>a')
    (box,), (inner,) = find(page, "div"), find(page, "p")
    assert (box.style["z_index"], box.style["opacity"]) == (-1, 0.5)
    assert page.children[0].children[0].children[0].style is box.style  # a placeholder passes it on
    assert (inner.style["z_index"], inner.style["opacity"]) == ("auto", 1)


def test_the_language_is_inherited() -> None:
    (page,) = lay('<p>a</p><p lang="cy">b</p>')
    assert [box.style["lang"] for box in find(page, "p")] == ["en-GB", "cy"]
    assert page.children[0].style["lang"] == "en-GB"


def test_a_table_is_a_wrapper_then_groups_rows_and_cells() -> None:
    (page,) = lay("<table><thead><tr><th>h<th>i<tbody><tr><td colspan=2>a<tr><td rowspan=2>b<td>c<tr><td>d</table>")
    wrapper, table = find(page, "table")
    assert (type(wrapper).__name__, type(table).__name__) == ("BlockBox", "TableBox")
    assert [group.is_header for group in table.children] == [True, False]
    rows = [row for group in table.children for row in group.children]
    cells = [[(cell.grid_x, cell.colspan, cell.rowspan) for cell in row.children] for row in rows]
    assert cells == [[(0, 1, 1), (1, 1, 1)], [(0, 2, 1)], [(0, 1, 2), (1, 1, 1)], [(1, 1, 1)]]
    assert len(table.column_positions) == len(table.column_widths) == 2
    assert table.column_positions[0] == rows[0].children[0].position_x
    assert rows[1].position_y >= rows[0].position_y + rows[0].height


def test_a_tables_head_is_repeated_on_each_of_its_pages() -> None:
    body = "".join(f"<tr><td>{n}" for n in range(12))
    pages = lay(f"<table><thead><tr><th>Head<tbody>{body}</table>", "td { height: 28px }")
    assert len(pages) > 1
    for page in pages:
        _, table = find(page, "table")
        assert table.children[0].is_header
        assert words(table.children[0]) == ["Head"]


def test_a_collapsed_border_is_whole_in_a_cells_style_and_halved_on_its_box() -> None:
    css = "table { border-collapse: collapse } td { border: 4px solid red }"
    (cell,) = find(lay("<table><tr><td>a</table>", css)[0], "td")
    assert cell.style["border_top_width"] == 4
    assert cell.border_top_width == 2


def test_a_cell_says_its_vertical_align_and_its_words_lie_where_that_puts_them() -> None:
    (page,) = lay('<table><tr><td style="height: 90px; vertical-align: middle">a</table>')
    (cell,) = find(page, "td")
    (line,) = lines(cell)
    assert cell.style["vertical_align"] == "middle"
    assert line.position_y + line.height / 2 == pytest.approx(cell.position_y + cell.border_height() / 2)


def test_a_raster_image_has_its_bytes_and_its_format() -> None:
    (page,) = lay(f'<img src="{png(4, 2)}" style="display: block; width: 80px" alt="A flag">')
    (box,) = find(page, "img")
    assert isinstance(box, boxes.ReplacedBox)
    assert isinstance(box.replacement, RasterImage)
    assert box.replacement.format == "PNG"
    assert bytes(box.replacement.image_data.data).startswith(b"\x89PNG")
    assert replacedbox_layout(box) == (80, 40, 20, 20)


def test_object_fit_moves_the_drawn_image_in_its_box() -> None:
    style = "display: block; width: 80px; height: 80px; object-fit: cover"
    (box,) = find(lay(f'<img src="{png(4, 2)}" style="{style}">')[0], "img")
    width, height, x, y = replacedbox_layout(box)
    assert (width, height, x, y) == (160, 80, -20, 20)


def test_an_inline_svg_has_its_tree() -> None:
    (page,) = lay(
        '<svg style="display: block; width: 30px" viewBox="0 0 3 3"><title>T</title><path d="M0 0h3v3z"/></svg>'
    )
    (box,) = find(page, "{http://www.w3.org/2000/svg}svg") or find(page, "svg")
    assert isinstance(box.replacement, SVGImage)
    tree = box.replacement._svg.tree._etree_node
    assert [child.tag.rpartition("}")[2] for child in tree] == ["title", "path"]
    assert replacedbox_layout(box) == (30, 30, 20, 20)


def test_an_svg_file_as_an_image_has_its_tree_too() -> None:
    svg = b'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 3 3"><path d="M0 0h3v3z"/></svg>'
    address = "data:image/svg+xml;base64," + base64.b64encode(svg).decode()
    (box,) = find(lay(f'<img src="{address}" style="width: 30px" alt="">')[0], "img")
    assert isinstance(box.replacement, SVGImage)
    assert box.replacement._svg.tree._etree_node[0].tag.rpartition("}")[2] == "path"
