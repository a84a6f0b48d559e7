"""However close the leaflet is set, what stands beside something stays level with it."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from leafdeck import typeset
from leafdeck.brand import css
from leafdeck.compose import Composer
from leafdeck.formats import A4
from leafdeck.guide.source import load
from leafdeck.leaflet.copyfit import Fit, Spacing
from leafdeck.resources import Resources, package_data

NEW = package_data() / "templates" / "new" / "content.yaml"


@pytest.mark.parametrize("spacing", list(Spacing))
def test_heads_of_boxes_stand_level_with_their_signs_and_labels_with_each_other(spacing: Spacing) -> None:
    defaults = package_data() / "styles" / "brand.css"
    composer = Composer(load(NEW).guide, css.load([defaults]), Resources((package_data(),)), NEW.parent, defaults)
    document = typeset.layout(composer.leaflet(A4, fit=Fit(spacing)), typeset.ProjectFetcher((Path(package_data()),)))
    boxes = [box for page in document.pages for box in page._page_box.descendants() if box.element is not None]

    def middle(box: Any) -> float:
        """The middle of what a box holds, without its padding."""
        return float(box.content_box_y() + box.height / 2)

    heads = [box for box in boxes if box.element.get("class") == "urgent-head"]
    assert len(heads) == 2
    for head in heads:
        held = [box for box in reversed(list(head.descendants())) if hasattr(box, "content_box_y")]
        inside = {box.element_tag.rpartition("}")[2]: box for box in held}
        assert middle(inside["h2"]) == pytest.approx(middle(inside["svg"]), abs=1)
    pills = [box for box in boxes if "pill" in (box.element.get("class") or "").split() and box.element_tag == "p"]
    first, second = {box.element: middle(box) for box in pills if hasattr(box, "content_box_y")}.values()
    assert first == pytest.approx(second, abs=1)
