"""The spine as SVG: its natural curves, what is marked, and labels and leader lines that never meet."""

from __future__ import annotations

import re
from itertools import combinations, pairwise
from typing import Any
from xml.etree import ElementTree as ET

import pytest
from hypothesis import given
from hypothesis import strategies as st

from leafdeck.brand import css
from leafdeck.compose import leaders, vertebrae
from leafdeck.compose.spine import Drawn, Spines
from leafdeck.guide.anatomy import LEVELS, Spine
from leafdeck.resources import package_data

Point = tuple[float, float]
LOWER = {"at": "L1-L5", "label": "Lower back"}
BRAND = css.load([package_data() / "styles" / "brand.css"])


def drawn(
    *marks: dict[str, Any], width: float = 660, height: float = 0, size: float = 16, title: str = "A spine"
) -> Drawn:
    section = Spine.model_validate({"kind": "spine", "title": "Your spine", "marks": list(marks)})
    places = [" to ".join(mark.levels.names) for mark in section.marks]
    return Spines(BRAND)(section, places, title, width, height, size)


def read(made: Drawn) -> ET.Element:
    return ET.fromstring(str(made.svg))  # noqa: S314 - our own drawing


def filled(made: Drawn, name: str) -> int:
    return sum(path.get("fill") == BRAND.color(name) for path in read(made).iter("path"))


def points(path: ET.Element) -> list[Point]:
    found = re.findall(r"(-?[\d.]+) (-?[\d.]+)", path.get("d", ""))
    return [(float(x), float(y)) for x, y in found]


def lines(made: Drawn) -> list[list[Point]]:
    return [points(path) for path in read(made).iter("path") if path.get("class") == "spine-leader"]


def cross(one: tuple[Point, Point], other: tuple[Point, Point]) -> bool:
    """Whether two stretches of line cross."""

    def turn(a: Point, b: Point, c: Point) -> float:
        return (b[0] - a[0]) * (c[1] - a[1]) - (b[1] - a[1]) * (c[0] - a[0])

    (a, b), (c, d) = one, other
    return turn(a, b, c) * turn(a, b, d) < -1e-6 and turn(c, d, a) * turn(c, d, b) < -1e-6


def test_the_spine_has_all_its_bones_and_discs() -> None:
    column = vertebrae.column()
    assert tuple(bone.level for bone in column.bones) == LEVELS
    assert len(column.discs) == 23
    assert (column.discs[0].level, column.discs[-1].level) == ("C2", "L5")


def test_it_has_its_natural_curves() -> None:
    """Forwards in the neck and the lower back, backwards in the chest and the sacrum."""
    x = {bone.level: (bone.top[0] + bone.bottom[0]) / 2 for bone in vertebrae.column().bones}
    assert x["C4"] < x["C1"]
    assert x["C4"] < x["C7"] < x["T7"]
    assert x["L3"] < x["T12"] < x["T7"]
    assert x["L3"] < x["S1"] < x["S3"]
    assert x["coccyx"] < x["S3"]


def test_it_goes_down_without_a_gap_or_an_overlap() -> None:
    bones = vertebrae.column().bones
    tall = {
        bone.level: ((bone.top[0] - bone.bottom[0]) ** 2 + (bone.top[1] - bone.bottom[1]) ** 2) ** 0.5 for bone in bones
    }
    for above, below in pairwise(bones):
        assert 0 < below.top[1] - above.bottom[1] + 1 < 14, below.level
    assert tall["C4"] < tall["T6"] < tall["L3"]


@pytest.mark.parametrize(("at", "bones"), [("L1-L5", 5), ("C3", 1), ("T1-T12", 12), ("sacrum", 5)])
def test_marked_bones_are_filled(at: str, bones: int) -> None:
    spine = filled(drawn({"at": at, "label": "Here", "highlight": True}), "--brand-primary")
    arches = 0 if at == "sacrum" else bones
    assert spine == bones + arches


def test_an_unmarked_spine_part_is_not() -> None:
    assert filled(drawn({"at": "L4/L5", "label": "Disc"}), "--brand-primary") == 0
    assert filled(drawn({"at": "L4/L5", "label": "Disc"}), "--brand-accent") == 1


def test_it_has_a_title_and_is_a_picture() -> None:
    svg = read(drawn(LOWER, title="Bones & <more>"))
    assert svg.get("role") == "img"
    assert svg.findtext("title") == "Bones & <more>"
    assert list(svg.iter("text")) == []


def test_the_same_marks_give_the_same_drawing() -> None:
    assert drawn(LOWER) == drawn(LOWER)


def test_a_stretch_has_its_label_behind_and_a_disc_in_front() -> None:
    made = drawn(LOWER, {"at": "L4/L5", "label": "Disc"}, {"at": "L4-S3", "label": "Nerve", "nerve": True})
    assert [(label.mark.label, label.side) for label in made.labels] == [
        ("Lower back", "right"),
        ("Disc", "left"),
        ("Nerve", "left"),
    ]


def test_a_side_without_labels_takes_no_room() -> None:
    assert drawn(LOWER).width < drawn(LOWER, {"at": "L4/L5", "label": "Disc"}).width


@st.composite
def marks(draw: st.DrawFn) -> list[dict[str, Any]]:
    made: list[dict[str, Any]] = []
    for _ in range(draw(st.integers(1, 8))):
        first = draw(st.integers(0, len(LEVELS) - 1))
        last = draw(st.integers(first, len(LEVELS) - 1))
        at = LEVELS[first] if first == last else f"{LEVELS[first]}-{LEVELS[last]}"
        nerve = draw(st.booleans())
        text = draw(st.sampled_from([None, "Short.", "A longer sentence about what is here. And one more."]))
        made.append(
            {
                "at": at,
                "label": draw(st.sampled_from(["Here", "The lower part of the back"])),
                "nerve": nerve,
                "text": text,
            }
        )
    return made


@given(marks(), st.sampled_from([(660, 0, 16), (1152, 420, 24), (500, 0, 16)]))
def test_labels_never_overlap_and_stay_within_the_drawing(
    given: list[dict[str, Any]], room: tuple[int, int, int]
) -> None:
    made = drawn(*given, width=room[0], height=room[1], size=room[2])
    assert made.width <= room[0] + 1
    fits = all(
        sum(label.height for label in made.labels if label.side == side) < made.height for side in ("left", "right")
    )
    for one, other in combinations(made.labels, 2):
        if one.side == other.side:
            assert one.y + one.height <= other.y + 0.01 or other.y + other.height <= one.y + 0.01
    for label in made.labels:
        assert label.x >= -0.01
        assert label.x + label.width <= made.width + 0.01
        if not room[1] or fits:
            assert label.y >= -0.01


@given(marks())
def test_leader_lines_never_cross(given: list[dict[str, Any]]) -> None:
    for one, other in combinations(lines(drawn(*given)), 2):
        assert not any(cross(a, b) for a in pairwise(one) for b in pairwise(other)), (one, other)


@given(st.lists(st.tuples(st.floats(0, 500), st.floats(1, 40)), min_size=1, max_size=9).map(sorted))
def test_blocks_are_spread_in_order(blocks: list[tuple[float, float]]) -> None:
    heights = [height for _, height in blocks]
    tops = leaders.spread([middle for middle, _ in blocks], heights, 2, (0, 600))
    ends = [top + height + 2 for top, height in zip(tops, heights, strict=True)]
    assert all(end <= top + 1e-6 for end, top in zip(ends, tops[1:], strict=False))
    assert tops[0] >= -1e-9
    assert ends[-1] <= 602 + 1e-6


def test_blocks_with_room_stay_where_they_are_wanted() -> None:
    assert leaders.spread([50, 150, 300], [20, 20, 20], 5, (0, 400)) == (40, 140, 290)


def test_blocks_that_meet_share_the_way() -> None:
    assert leaders.spread([100, 100], [20, 20], 0, (0, 400)) == (80, 100)


def test_a_label_that_is_too_narrow_parts_the_words_that_say_where() -> None:
    mark = {"at": "L4/L5", "label": "Disc"}
    assert "\u00a0" in drawn(mark, LOWER).labels[1].words
    assert "\u00a0" not in drawn(mark, LOWER, width=330, size=24).labels[1].words


def test_names_only_take_less_height() -> None:
    section = Spine.model_validate(
        {"kind": "spine", "title": "Spine", "marks": [LOWER | {"text": "Many words. " * 40}]}
    )
    tall = Spines(BRAND)(section, ["L1 to L5"], "A spine", 300, 0, 20)
    names = Spines(BRAND)(section, ["L1 to L5"], "A spine", 300, 0, 20, texts=False)
    assert tall.texts
    assert not names.texts
    assert names.height < tall.height


def test_a_spine_is_no_wider_than_its_room() -> None:
    """A folded sheet's panel is narrow, and the drawing is as high as it is told to be."""
    for width in (272, 306, 460):
        made = drawn(LOWER, {"at": "L4/L5", "label": "Disc"}, width=width, height=430)
        assert made.width <= width + 0.1
        assert all(label.x + label.width <= width + 0.1 for label in made.labels)


def test_labels_without_room_for_names_say_the_places_only() -> None:
    marks = [{"at": f"L{number}", "label": f"Pneumonoultramicroscopicsilico {number} " * 3} for number in range(1, 6)]
    section = Spine.model_validate({"kind": "spine", "title": "Spine", "marks": marks})
    places = [f"L{number}" for number in range(1, 6)]
    tall = Spines(BRAND)(section, places, "A spine", 460, 0, 24)
    low = Spines(BRAND)(section, places, "A spine", 460, 0, 24, most=500)
    assert tall.names
    assert tall.height > 500
    assert not low.names
    assert low.height <= 500
    assert [label.words for label in low.labels] == places


def test_nerves_of_the_chest_go_by_themselves() -> None:
    def cords(at: str) -> int:
        made = read(drawn({"at": at, "label": "Nerve", "nerve": True}))
        return sum(path.get("stroke") == BRAND.color("--brand-accent") for path in made.iter("path"))

    assert cords("T4-T6") == 3
    assert cords("L4-S1") == 3 + 1
