"""The spine on a page and on a slide: each label's words keep to their place."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

import pytest
import weasyprint
import yaml

from leafdeck.brand import css
from leafdeck.compose import Composer
from leafdeck.guide.model import Guide
from leafdeck.markup import Markup
from leafdeck.resources import Resources, package_data

HERE = Path(__file__).parent
LONG = "Words that go on and on, so that they need some lines beside the picture."
MARKS = [
    {"at": "C1-C7", "label": "The seven bones of the neck", "text": LONG},
    {"at": "T1-T12", "label": "Upper and middle back", "text": LONG},
    {"at": "L1-L5", "label": "Lower back", "text": LONG, "highlight": True},
    {"at": "L3/L4", "label": "A disc", "text": LONG},
    {"at": "L4-S3", "label": "Sciatic nerve", "text": LONG, "nerve": True},
]


@pytest.fixture(params=["leaflet", "slides"])
def laid_out(request: pytest.FixtureRequest) -> Any:
    """The pages of a guide with one spine, as the layout engine lays them out."""
    data = yaml.safe_load((HERE / "test_slides_guide.yaml").read_text(encoding="utf-8"))
    spine = {"kind": "spine", "title": "Your spine", "intro": "A column of bones.", "marks": MARKS}
    data["sections"], data["guide"]["type"] = [spine], "general"
    for name in ("glossary", "more_information", "references", "slides"):
        data.pop(name)
    data["summary"] = "Sometimes."
    defaults = package_data() / "styles" / "brand.css"
    composer = Composer(Guide.model_validate(data), css.load([defaults]), Resources((package_data(),)), HERE, defaults)
    markup: Markup = composer.leaflet() if request.param == "leaflet" else composer.slides()
    return weasyprint.HTML(string=markup.html, base_url=markup.base_url).render()


def labels(document: Any) -> list[Any]:
    found = []
    for page in document.pages:
        for box in page._page_box.descendants(placeholders=True):
            element = getattr(box, "element", None)
            if element is not None and "spine-label" in element.get("class", "").split() and box.element_tag == "div":
                found.append(box)
    return found


def lines(box: Any) -> list[Any]:
    return [inner for inner in box.descendants() if type(inner).__name__ == "LineBox"]


def test_the_words_of_a_label_keep_to_its_place(laid_out: Any) -> None:
    found = labels(laid_out)
    assert len(found) == len(MARKS)
    for box in found:
        assert lines(box)
        for line in lines(box):
            assert line.position_y >= box.position_y - 1
            assert line.position_y + line.height <= box.position_y + box.height + 1


def test_a_slide_that_is_too_small_for_the_texts_has_the_names(laid_out: Any) -> None:
    """A list after the picture has the texts."""
    page = laid_out.pages[0]._page_box.height
    for box in labels(laid_out):
        assert box.position_y + box.height < page


def test_no_text_is_lost(laid_out: Any) -> None:
    said = "".join(
        box.text
        for page in laid_out.pages
        for box in page._page_box.descendants(placeholders=True)
        if type(box).__name__ == "TextBox"
    )
    assert re.sub(r"\s", "", said).count(re.sub(r"\s", "", LONG)) == len(MARKS)


def test_the_picture_stands_on_one_page(laid_out: Any) -> None:
    assert len({id(page) for page in laid_out.pages for box in page._page_box.descendants() if _is_drawing(box)}) == 1


def _is_drawing(box: Any) -> bool:
    element = getattr(box, "element", None)
    return element is not None and "spine-drawing" in element.get("class", "")
