"""Charts and risks as an author writes them: what is accepted, what is refused and how it is said."""

from __future__ import annotations

from typing import Any

import pytest
from chartdata import CHART
from hypothesis import given
from hypothesis import strategies as st
from pydantic import ValidationError

from leafdeck.compose import scale
from leafdeck.guide.numbers import Chart, Risk
from leafdeck.guide.typography import ENGLISH

RISK: dict[str, Any] = {
    "kind": "risk",
    "title": "A side effect",
    "message": "It is common",
    "of": 100,
    "groups": [{"label": "people get it", "number": 10, "at_most": True}],
    "source": "[@nhs]",
}
ONE = {"name": "A", "values": [1, 2]}
TWO = {"name": "B", "values": [3, 4]}


def complaint(part: type[Chart | Risk], outline: dict[str, Any]) -> str:
    with pytest.raises(ValidationError) as caught:
        part.model_validate(outline)
    return " ".join(problem["msg"] for problem in caught.value.errors())


def test_numbers_may_be_written_as_text() -> None:
    series = [{"name": "Most", "values": [25, "2.5"]}]
    assert Chart.model_validate(CHART | {"series": series}).series[0].values == (25.0, 2.5)


@pytest.mark.parametrize(
    ("changes", "said"),
    [
        ({"series": [{"name": "A", "values": [1]}]}, "series 1 should have 2 values, one for each category, not 1"),
        ({"series": [{"name": "A", "values": [1, -2]}]}, "greater than or equal to 0"),
        ({"series": [{"name": "A", "values": [1, True]}]}, "a number is wanted"),
        ({"series": [{"name": "A", "values": [1, "nan"]}]}, "greater than or equal to 0"),
        ({"series": [{"name": "A", "values": [1, "inf"]}]}, "finite"),
        ({"series": [{"name": "A", "values": [0, 0]}]}, "at least one value above 0"),
        ({"series": [ONE, ONE]}, 'the series "A" is there twice'),
        ({"categories": ["Old", "Old"]}, 'the category "Old" is there twice'),
        ({"type": "pie", "series": [ONE, TWO]}, "a pie shows one series, not 2: use `bar`"),
        ({"type": "doughnut", "categories": ["A"], "series": [{"name": "A", "values": [1]}]}, "2 to 6 categories"),
        ({"type": "line", "categories": ["A"], "series": [{"name": "A", "values": [1]}]}, "at least 2 categories"),
        ({"series": [{"name": str(n), "values": [1, 2]} for n in range(5)]}, "at most 4"),
    ],
)
def test_a_chart_that_cannot_be_drawn_is_refused(changes: dict[str, Any], said: str) -> None:
    assert said in complaint(Chart, CHART | changes)


@pytest.mark.parametrize(
    ("changes", "said"),
    [
        ({"groups": [{"label": "people get it", "number": 101}]}, "group 1 has 101 people out of 100"),
        ({"groups": [{"label": "people get it", "number": -1}]}, "greater than or equal to 0"),
        ({"of": 7}, "10, 100 or 1000"),
        ({"groups": []}, "at least 1"),
    ],
)
def test_a_risk_that_cannot_be_is_refused(changes: dict[str, Any], said: str) -> None:
    assert said in complaint(Risk, RISK | changes)


def test_both_need_their_message_and_their_source() -> None:
    for part, outline in ((Chart, CHART), (Risk, RISK)):
        for name in ("message", "source"):
            assert "Field required" in complaint(part, {key: value for key, value in outline.items() if key != name})


@pytest.mark.parametrize(
    ("highest", "expected"),
    [(100, (100, 20)), (18.2, (20, 5)), (1, (1, 0.2)), (0.07, (0.08, 0.02)), (1800, (2000, 500)), (101, (125, 25))],
)
def test_an_axis_ends_at_a_round_number(highest: float, expected: tuple[float, float]) -> None:
    assert scale.axis(highest) == pytest.approx(expected)


@given(st.floats(1e-6, 1e12))
def test_an_axis_holds_its_values_in_few_steps(highest: float) -> None:
    end, step = scale.axis(highest)
    assert end >= highest * (1 - 1e-6)
    assert 2 <= round(end / step) <= 6


def test_numbers_read_as_people_write_them() -> None:
    assert [ENGLISH.number(value, scale.decimals((value,))) for value in (25, 2.5, 1200, 0.25, 1 / 3)] == [
        "25",
        "2.5",
        "1,200",
        "0.25",
        "0.33",
    ]


@given(st.text(alphabet="abc \N{NO-BREAK SPACE}", max_size=60), st.floats(1, 200))
def test_wrapping_loses_no_word(text: str, room: float) -> None:
    lines = scale.wrapped(text, room, 16)
    assert "".join(lines).replace(" ", "") == text.replace(" ", "")
    if scale.fits(text, room, 16):
        assert " ".join(lines).split() == text.split()


@given(st.text(alphabet="abc ", max_size=90), st.floats(20, 200))
def test_no_line_is_wider_than_its_room(text: str, room: float) -> None:
    assert all(scale.width(line, 16) <= room for line in scale.wrapped(text, room, 16))
