"""Icons in the rows of a table: below the row's head in the leaflet, beside the native table on the slide."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
import weasyprint
import yaml

from leafdeck.brand import css
from leafdeck.compose import Composer
from leafdeck.errors import SourceError
from leafdeck.guide import source
from leafdeck.guide.model import Guide
from leafdeck.resources import Resources, package_data

HERE = Path(__file__).parent
SAMPLE = HERE / "test_slides_guide.yaml"
LONG = "Animal products such as meat, fish, eggs and dairy. If you are vegan, you need fortified foods or a supplement."
ROWS = [
    {"cells": ["Vitamin D", LONG], "icons": ["fish", "egg", "meat"]},
    {"cells": ["Magnesium", "Leafy greens and nuts."]},
    {"cells": ["Vitamin B12", LONG], "icons": ["meat", "dairy"]},
]


def composer(rows: list[dict[str, Any]]) -> Composer:
    data = yaml.safe_load(SAMPLE.read_text(encoding="utf-8"))
    table = {"columns": ["Nutrient", "Good sources"], "rows": rows}
    option = {"title": "Food", "text": "Eat these.", "table": table}
    data["sections"], data["guide"]["type"] = [{"kind": "management", "title": "Help", "options": [option]}], "general"
    data["summary"] = "Sometimes."
    for name in ("glossary", "more_information", "references", "slides"):
        data.pop(name)
    defaults = package_data() / "styles" / "brand.css"
    return Composer(Guide.model_validate(data), css.load([defaults]), Resources((package_data(),)), HERE, defaults)


def drawings(element: Any) -> list[Any]:
    return [inner for inner in element.iter() if str(inner.tag).endswith("svg")]


def found(markup: Any, name: str) -> list[Any]:
    """The boxes of a class, in the order of the page."""
    document = weasyprint.HTML(string=markup.html, base_url=markup.base_url).render()
    boxes = (box for page in document.pages for box in page._page_box.descendants(placeholders=True))
    made: dict[int, Any] = {}
    for box in boxes:
        element = getattr(box, "element", None)
        if element is not None and (element.tag == name or name in element.get("class", "").split()):
            made.setdefault(id(element), box)
    return list(made.values())


def test_the_leaflet_has_them_in_the_row_s_head() -> None:
    html = weasyprint.HTML(string=composer(ROWS).leaflet().html).etree_element
    heads = [head for head in html.iter("th") if head.get("scope") == "row"]
    shown = [[svg.get("class") for svg in drawings(head)] for head in heads]
    assert shown == [
        ["icon icon--fish", "icon icon--egg", "icon icon--meat"],
        [],
        ["icon icon--meat", "icon icon--dairy"],
    ]
    assert all(svg.get("aria-hidden") == "true" for head in heads for svg in drawings(head))


def test_the_slide_has_them_beside_their_rows() -> None:
    slides = composer(ROWS).slides()
    html = weasyprint.HTML(string=slides.html).etree_element
    (table,) = (table for table in html.iter("table") if table.get("aria-label") == "Food")
    assert drawings(table) == []
    assert len(drawings(html)) >= len(ROWS)
    rows = [box for box in found(slides, "tr") if box.element_tag == "tr"][1:]
    icons = found(slides, "pictured-row")
    middles = [row.position_y + row.height / 2 for row in (rows[0], rows[2])]
    assert [box.position_y + box.height / 2 for box in icons] == pytest.approx(middles, abs=4)
    assert max(row.position_x + row.width for row in rows) <= min(box.position_x for box in icons)


def test_a_table_without_icons_takes_the_whole_slide() -> None:
    assert found(composer([{"cells": ["Magnesium", LONG]}]).slides(), "pictured") == []


def test_a_table_too_tall_for_rows_of_one_height_goes_without() -> None:
    assert found(composer(ROWS * 3).slides(), "pictured") == []


def test_an_icon_that_is_not_there_is_told(tmp_path: Path) -> None:
    text = SAMPLE.read_text(encoding="utf-8")
    row = "- cells:" if "- cells:" in text else "{cells:"
    assert row in text
    file = tmp_path / "content.yaml"
    outline = yaml.safe_load(text)
    option = next(one for one in outline["sections"] if one["kind"] == "management")["options"][0]
    option["table"] = {"columns": ["Nutrient", "Sources"], "rows": [{"cells": ["D", "Fish."], "icons": ["fisch"]}]}
    file.write_text(yaml.safe_dump(outline, allow_unicode=True), encoding="utf-8")
    with pytest.raises(SourceError) as caught:
        source.load(file, icons=("fish", "spine"))
    (problem,) = (one for one in caught.value.problems if "fisch" in one.message)
    assert problem.hint == "Did you mean `fish`?"
