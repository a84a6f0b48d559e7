"""The day of a run: the clock's, or the one that a reproducible build fixes."""

from __future__ import annotations

import datetime as dt

import pytest

from leafdeck import clock


def test_is_the_clocks_day_in_utc(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("SOURCE_DATE_EPOCH", raising=False)
    monkeypatch.setattr("time.time", lambda: 86_399.0)
    assert clock.today() == dt.date(1970, 1, 1)
    monkeypatch.setattr("time.time", lambda: 86_400.0)
    assert clock.today() == dt.date(1970, 1, 2)


@pytest.mark.parametrize(
    ("epoch", "day"), [("0", (1970, 1, 1)), ("1763942399", (2025, 11, 23)), ("1763942400", (2025, 11, 24))]
)
def test_may_be_fixed(monkeypatch: pytest.MonkeyPatch, epoch: str, day: tuple[int, int, int]) -> None:
    monkeypatch.setenv("SOURCE_DATE_EPOCH", epoch)
    assert clock.today() == dt.date(*day)


@pytest.mark.parametrize("epoch", ["yesterday", "1.5", "99999999999999999999", "²"])
def test_a_wrong_one_is_refused(monkeypatch: pytest.MonkeyPatch, epoch: str) -> None:
    monkeypatch.setenv("SOURCE_DATE_EPOCH", epoch)
    with pytest.raises(ValueError, match="SOURCE_DATE_EPOCH is"):
        clock.today()
