"""Guides that no leaflet likes, in every form: nothing cut off, printed over words, off its page, blank or lost."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

import pytest
import tortureguides
import whole
from forms import composer_of, form
from pdftags import broken_ties, failures
from tortureguides import GUIDES, KINDS

from leafdeck.formats import FORMATS, Medium
from leafdeck.guide.clinical import Management
from leafdeck.guide.model import Guide
from leafdeck.guide.sections import Section, UrgencyLevel, Urgent
from leafdeck.notice import Notice

pytestmark = pytest.mark.slow

ON_PAPER = tuple(each.name for each in FORMATS if each.medium is Medium.PAPER)
HEADLESS = dict.fromkeys(("a5-booklet", "large-print"), ("columns",))
"""In a narrow column, the rows of tables are cards: they need no head over their own."""
SHORTENED = ("poster", "trifold", "trifold-z", "trifold-letter")
"""The forms that leave out what does not fit, and say so."""
QUICK = {
    "least": ("letter", "trifold-letter"),
    "too-much": ("letter", "large-print", "a5-booklet", "poster", "trifold"),
    "many-parts": ("a4",),
    "no-icons": ("poster",),
    "every-kind-twice": ("trifold",),
    "long-words": ("a4", "poster", "trifold-z"),
    "longer-than-a-page": ("trifold",),
}
"""What every run lays out; the rest takes minutes."""
QUICK_ALONE = "a4"


def combinations() -> Iterator[object]:
    for brand in ("default", "other"):
        for guide in GUIDES:
            for name in ON_PAPER:
                quick = brand == "default" and name in QUICK.get(guide, ())
                marks = () if quick else pytest.mark.thorough
                yield pytest.param(guide, name, brand, marks=marks, id=f"{guide}-{name}-{brand}")


def ones() -> Iterator[object]:
    for kind in KINDS:
        for name in ON_PAPER:
            marks = () if name == QUICK_ALONE else pytest.mark.thorough
            yield pytest.param(kind, name, marks=marks, id=f"{kind}-{name}")


@pytest.mark.parametrize(("guide", "name", "brand"), [*combinations()])
def test_a_guide_stays_whole(guide: str, name: str, brand: str, tmp_path: Path) -> None:
    holds(tortureguides.write(GUIDES[guide](), tmp_path), name, brand)


@pytest.mark.parametrize(("kind", "name"), [*ones()])
def test_a_guide_of_one_section_stays_whole(kind: str, name: str, tmp_path: Path) -> None:
    holds(tortureguides.write(tortureguides.alone(kind), tmp_path), name, "default")


def holds(content: Path, name: str, brand: str) -> None:
    """Whether a guide is whole in a form on paper, and its file sound PDF/UA."""
    made = form(name, brand, content)
    assert whole.faults(made.pages) == []
    printed, guide = whole.printed(made.pages), composer_of(content).guide
    wanted = whole.texts(guide, HEADLESS.get(name, ())) if name not in SHORTENED else kept(guide, name, made.notices)
    assert whole.lost(wanted, printed) == []
    assert failures(made.data) == []
    assert broken_ties(made.data) == []
    form.cache_clear()  # ten guides of a hundred pages would fill the memory


def kept(guide: Guide, name: str, notices: tuple[Notice, ...]) -> Iterator[str]:
    """What a form that leaves things out must print all the same: what may never be left out, and what is not told."""
    told = " ".join(notice.message for notice in notices)
    yield guide.guide.title
    if name != "poster":
        yield guide.disclaimer
    for section in guide.sections:
        if name != "poster" and f"“{section.title}”" not in told:
            yield from whole.of(section, ("columns",))
        else:
            yield from never_left_out(section, name, told)


def never_left_out(section: Section, name: str, told: str) -> Iterator[str]:
    if isinstance(section, Urgent):
        least = name != "poster" or section.level is UrgencyLevel.EMERGENCY
        if least or (section.level is UrgencyLevel.URGENT and f"“{section.title}”" not in told):
            yield section.title
            yield from (sign.text for sign in section.signs)
    elif isinstance(section, Management) and name != "poster":
        for limit in section.limits:
            yield from (limit.nutrient, limit.most_per_day, limit.check_first, limit.harm, *limit.also)


@pytest.mark.parametrize("guide", [*GUIDES, *KINDS])
def test_plain_text_has_every_word(guide: str, tmp_path: Path) -> None:
    outline = GUIDES[guide]() if guide in GUIDES else tortureguides.alone(guide)
    composer = composer_of(tortureguides.write(outline, tmp_path))
    said = composer.words()
    assert (
        whole.lost(whole.texts(composer.guide, ("heading",)), whole.letters(re.sub(r" ?\[[\d, ]+\]", "", said))) == []
    )
    assert "\n\n\n\n" not in said
    assert re.findall(r"(?m)[ \t]+$|^ |\S  +\S|<|\*\*", said) == []


def test_a_word_that_is_missing_is_missed(tmp_path: Path) -> None:
    """The guard itself: a text less, or one instead of two."""
    guide = composer_of(tortureguides.write(tortureguides.least(), tmp_path)).guide
    every = "".join(whole.letters(text) for text in whole.texts(guide))
    assert whole.lost(whole.texts(guide), every) == []
    assert whole.lost(whole.texts(guide), every.replace("Alineoftext", "")) == ["Alineoftext"]
    assert whole.lost([*whole.texts(guide), "A line of text."], every) == ["Alineoftext"]
