"""The mends of all rules together settle in one run: no rule undoes another's, whatever the real guide says."""

from __future__ import annotations

import datetime as dt
import random
import re
import shutil
from pathlib import Path

import pytest

from leafdeck import fixing
from leafdeck.errors import SourceError
from leafdeck.guide.source import load

ROOT = Path(__file__).resolve().parents[2]
TODAY = dt.date(2026, 11, 24)
REAL = (ROOT / "content.yaml").read_text(encoding="utf-8")
BODY = REAL.index("summary:")
PLACES = [match.end() for match in re.finditer(r"[a-z]{4}(?= [a-z]{4})", REAL) if match.end() > BODY]
MISTAKES = (
    "don't", "should've", "300 mg", "5-10 days", "5–10mg", "e.g. that", "i.e.", "1000 people", "12500", "utilise",
    "mcg", "5 µg", "06/08/2018", "August 6, 2018", "5 p.m.", "17:30", "color", "three", "50 %", "test(s)", "and/or",
    "rest & sleep", "prior to", "approximately", "NHS,the", "medication", "14.3%", "its' colour", "100 mcg (0.1 mg)",
)  # fmt: skip


@pytest.mark.parametrize("seed", range(2))
def test_mends_of_all_rules_settle(tmp_path: Path, seed: int) -> None:
    draw = random.Random(seed)  # noqa: S311 - chance decides where mistakes stand, no secret
    guide = Path(shutil.copy(ROOT / "content.yaml", tmp_path))
    text = REAL
    for place in sorted(draw.sample(PLACES, 25), reverse=True):
        planted = f"{text[:place]} {draw.choice(MISTAKES)}{text[place:]}"
        guide.write_text(planted, encoding="utf-8")
        try:
            load(guide)
        except SourceError:
            continue  # it stood in a name, or broke the YAML
        text = planted
    guide.write_text(text, encoding="utf-8")
    found = fixing.fixed(guide, TODAY)
    assert found.count > 3
    fixing.write(found.changes)
    mended = guide.read_text(encoding="utf-8")
    assert fixing.fixed(guide, TODAY).changes == ()
    comments = [line for line in text.splitlines() if line.lstrip().startswith("#")]
    assert [line for line in mended.splitlines() if line.lstrip().startswith("#")] == comments
    assert len(mended.splitlines()) == len(text.splitlines())
