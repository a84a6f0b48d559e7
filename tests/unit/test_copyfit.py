"""A leaflet is fitted to its pages by a typesetter's steps, in their order, in few layouts; what must stay, stays."""

from __future__ import annotations

import math
from dataclasses import replace
from pathlib import Path

import pytest

from leafdeck.guide.model import Guide
from leafdeck.guide.source import load
from leafdeck.leaflet import copyfit, fitreport, spare
from leafdeck.leaflet.copyfit import Fit, Limit, Measures, Room, Spacing, Spare
from leafdeck.notice import Place
from leafdeck.resources import Resources

REAL = Path(__file__).resolve().parents[2] / "content.yaml"
PAGE, LINE = 1000.0, 20.0
SPARES = (
    Spare("sections[1]", "A long part", "long", 1.0),
    Spare("sections[2].items[0]", "One item", "items", 0.5),
    Spare("glossary[3]", "A word", "glossary", 0.1),
)
HEIGHTS = {"long": 900.0, "items": 400.0, "glossary": 300.0}


@pytest.fixture(scope="module")
def guide() -> Guide:
    return load(REAL, Resources.beside(REAL).icons()).guide


def stand_in(height: float, fit: Fit, size: float = 12) -> Measures:
    """What a leaflet of some height would measure, set another way."""
    gain = {Spacing.NORMAL: 1.0, Spacing.CLOSE: 0.93, Spacing.TIGHT: 0.88, Spacing.WIDE: 1.05}[fit.spacing]
    gain *= (0.97 if fit.columns > 1 else 1) * ((fit.size or size) / size)
    gone = {each.part: HEIGHTS[each.part] * each.share for each in SPARES if each.path in fit.left_out}
    flow = (height - sum(gone.values())) * gain
    pages = max(1, math.ceil(flow / PAGE))
    parts = tuple((name, (whole - gone.get(name, 0)) * gain) for name, whole in HEIGHTS.items())
    return Measures(pages, PAGE, flow - (pages - 1) * PAGE, LINE, size, parts)


def climb(height: float, room: Room, size: float = 12) -> tuple[Fit, int, bool]:
    """Climb the ladder as the fitter does: the fit, the number of layouts, whether it fits."""
    rungs = copyfit.ladder(room, size)
    tried = {0: stand_in(height, rungs[0], size)}
    while (rung := copyfit.next_rung(rungs, tried, room)) is not None:
        assert rung not in tried
        tried[rung] = stand_in(height, rungs[rung], size)
    fitting = [rung for rung, found in tried.items() if found.pages <= room.pages]
    best = min(fitting) if fitting else len(rungs) - 1
    return rungs[best], len(tried), bool(fitting)


def test_the_steps_come_in_a_typesetters_order() -> None:
    rungs = copyfit.ladder(Room(4, 12, columns=True, spares=SPARES), 13)
    said = [(rung.spacing.value, rung.columns, rung.size, len(rung.left_out)) for rung in rungs]
    assert said == [
        ("normal", 1, None, 0),
        ("close", 1, None, 0),
        ("tight", 1, None, 0),
        ("tight", 2, None, 0),
        ("tight", 2, 12.5, 0),
        ("tight", 2, 12, 0),
        ("tight", 2, 12, 1),
        ("tight", 2, 12, 2),
        ("tight", 2, 12, 3),
    ]
    assert rungs[-1].left_out == ("glossary[3]", "sections[2].items[0]", "sections[1]")


@pytest.mark.parametrize(("size", "floor"), [(12, 12), (13, 12), (14.2, 12), (18, 18), (21, 18), (11, 12)])
def test_type_is_never_smaller_than_the_floor(size: float, floor: float) -> None:
    for rung in copyfit.ladder(Room(1, floor, spares=SPARES), size):
        assert (rung.size or floor) >= floor
        assert (rung.size or size) <= size


@pytest.mark.parametrize("columns", [True, False])
@pytest.mark.parametrize("height", range(1500, 9000, 230))
def test_the_first_step_that_fits_is_found_in_few_layouts(height: int, columns: bool) -> None:
    room = Room(5, 12, columns=columns, spares=SPARES)
    rungs = copyfit.ladder(room, 14)
    wanted = next((rung for rung in rungs if stand_in(height, rung, 14).pages <= room.pages), None)
    fit, layouts, fits = climb(height, room, 14)
    assert fits is (wanted is not None)
    assert fit == (wanted or rungs[-1])
    assert layouts <= 6
    assert layouts == 1 or stand_in(height, Fit(), 14).pages > room.pages


def test_what_can_never_fit_is_known_after_two_layouts() -> None:
    assert climb(30_000, Room(2, 12, columns=True, spares=SPARES))[1:] == (2, False)


def test_a_last_page_that_is_nearly_empty_is_pulled_in_or_filled() -> None:
    found = Measures(5, PAGE, 500, LINE, 12)
    assert copyfit.evening(found) is None
    assert copyfit.evening(replace(found, last=100)) is Spacing.CLOSE
    assert copyfit.evening(replace(found, pages=4, last=300)) is Spacing.WIDE
    assert copyfit.evening(replace(found, pages=1, last=100)) is None


def test_small_parts_come_back_where_a_large_one_made_it_fit() -> None:
    room, fit = Room(5, 12, spares=SPARES), Fit(Spacing.TIGHT, left_out=("glossary[3]", "sections[1]"))
    found = Measures(5, PAGE, 500, LINE, 12, (("items", 400), ("glossary", 270)))
    assert copyfit.restored(fit, found, room) == replace(fit, left_out=("sections[1]",))
    assert copyfit.restored(fit, replace(found, last=999), room) is None
    assert copyfit.restored(Fit(Spacing.TIGHT), found, room) is None


def test_nothing_that_must_stay_can_be_left_out(guide: Guide) -> None:
    spares = spare.spares(guide)
    assert len(spares) > 3
    left = spare.without(guide, [each.path for each in spares])
    for kind in ("urgent", "mechanisms", "diagnosis", "management"):
        whole = [section for section in guide.sections if section.kind == kind]
        assert [section for section in left.sections if section.kind == kind] == whole
    assert left.disclaimer == guide.disclaimer
    assert len(left.sections) == len(guide.sections) - sum(section.optional for section in guide.sections)
    assert len(left.glossary) < len(guide.glossary)
    assert spare.without(guide, ()) is guide


def test_a_part_inside_an_optional_one_goes_with_it_and_is_not_told_twice(guide: Guide) -> None:
    faq = next(section for section in guide.sections if section.kind == "faq")
    at = guide.sections.index(faq)
    item = faq.items[0].model_copy(update={"optional": True})
    inner = faq.model_copy(update={"items": (item, *faq.items[1:])})
    guide = guide.model_copy(update={"sections": (*guide.sections[:at], inner, *guide.sections[at + 1 :])})
    spares = spare.spares(guide)
    paths = [each.path for each in spares]
    assert paths.index(f"sections[{at}]") == paths.index(f"sections[{at}].items[0]") - 1
    limit = Limit(3, {f"sections[{at}]": Place(REAL, 472)})
    gone = Fit(left_out=(f"sections[{at}].items[0]", f"sections[{at}]"))
    (told,) = fitreport.told(gone, limit, spares, 12)
    assert faq.title in told.message
    assert told.where.line == 472
    assert inner not in spare.without(guide, gone.left_out).sections
    left = spare.without(guide, gone.left_out[:1]).sections[at]
    assert left.kind == "faq"
    assert left.items == faq.items[1:]


def test_each_step_is_told() -> None:
    fit = Fit(Spacing.TIGHT, 2, 12.5, ("sections[1]",))
    told = [notice.message for notice in fitreport.told(fit, Limit(1, {}), SPARES, 14)]
    assert told == [
        "to fit 1 page, lines and parts stand as close as clear print allows",
        "to fit 1 page, signs, questions, key points and lines to tick stand in two columns",
        "to fit 1 page, the text is 12.5 pt, not 14 pt",
        "1 page has no room for “A long part”: it is optional and left out",
    ]
    assert list(fitreport.told(Fit(), Limit(1, {}), SPARES, 14)) == []
