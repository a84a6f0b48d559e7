"""The real guide on fewer pages than it takes by itself: what is done, what is told, and what is never lost."""

from __future__ import annotations

import re
from contextlib import nullcontext
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest
from forms import body, overlapping
from pdftags import failures, text_of

from leafdeck import fitting, typeset
from leafdeck.brand import css
from leafdeck.build import build
from leafdeck.compose import Composer
from leafdeck.errors import LayoutError
from leafdeck.formats import A4
from leafdeck.guide.clinical import Management
from leafdeck.guide.inline import to_plain
from leafdeck.guide.sections import Urgent
from leafdeck.guide.source import Source, load
from leafdeck.leaflet.copyfit import Limit
from leafdeck.notice import Notice, Severity
from leafdeck.order import Order, Product
from leafdeck.resources import Resources, package_data

if TYPE_CHECKING:
    from collections.abc import Callable

    from conftest import Outcome, RealOutputs

pytestmark = pytest.mark.slow

ROOT = Path(__file__).resolve().parents[2]
REAL = ROOT / "content.yaml"
PT = 4 / 3
SMALL_TYPE = {"references", "imprint", "credit", "cite", "inside"}
"""What is smaller than 12 pt in any fit, by the class of an element around it."""


def letters(text: str) -> str:
    return "".join(text.replace("\N{RIGHT SINGLE QUOTATION MARK}", "'").split())


def fit(source: Source, pages: int) -> tuple[fitting.Fitted, tuple[Notice, ...]]:
    resources, brand = Resources.beside(REAL), package_data() / "styles" / "brand.css"
    composer = Composer(source.guide, css.load([brand], ROOT), resources, ROOT, brand)
    fetcher = typeset.ProjectFetcher((ROOT, brand.parent))
    with typeset.listening():
        return fitting.leaflet(A4, composer, fetcher, lambda _: nullcontext(), Limit(pages, source.positions))


@pytest.fixture(scope="module")
def source() -> Source:
    return load(REAL, Resources.beside(REAL).icons())


@pytest.fixture(scope="module")
def refused(source: Source) -> LayoutError:
    """The error of two pages."""
    with pytest.raises(LayoutError) as caught:
        fit(source, 2)
    return caught.value


@dataclass(frozen=True)
class Tightest:
    """The leaflet on as few pages as it can have."""

    wanted: int
    made: fitting.Fitted
    notices: tuple[Notice, ...]

    @property
    def pages(self) -> list[Any]:
        return [page._page_box for page in self.made.document.pages]

    @property
    def said(self) -> list[str]:
        """Its words, without marks of sources."""
        return [word.text for page in self.pages for word in body(page) if "cite" not in word.around]


@pytest.fixture(scope="module")
def tightest(source: Source, refused: LayoutError) -> Tightest:
    least = re.search(r"needs (\d+) pages", refused.problems[0].message)
    assert least
    return Tightest(int(least[1]), *fit(source, int(least[1])))


def test_two_pages_are_refused_with_what_weighs_most(refused: LayoutError, source: Source) -> None:
    (problem,) = refused.problems
    assert problem.where.file == REAL
    assert re.search(
        r"^the leaflet needs (\d+) pages at its tightest and without what is optional, and 2 are asked for: "
        r"it is (\d+) pages too long, about (\d{3}) lines$",
        problem.message,
    )
    heaviest = next(section for section in source.guide.sections if section.kind == "management")
    line = source.positions[f"sections[{source.guide.sections.index(heaviest)}]"].line
    assert f"“{heaviest.title}” (line {line}) " in problem.hint
    shares = [int(share) for share in re.findall(r"(\d+)%", problem.hint)]
    assert shares == sorted(shares, reverse=True)
    assert sum(shares) < 100
    assert "optional: true" in problem.hint


def test_at_its_tightest_every_sign_limit_and_the_disclaimer_are_there(tightest: Tightest, source: Source) -> None:
    assert len(tightest.pages) == tightest.wanted
    printed = letters(" ".join(tightest.said))
    wanted = [source.guide.disclaimer]
    for part in source.guide.sections:
        if isinstance(part, Urgent):
            wanted += [part.title, part.explain or "", *(sign.text for sign in part.signs)]
        elif isinstance(part, Management):
            for limit in part.limits:
                wanted += [limit.nutrient, limit.most_per_day, limit.check_first, limit.harm, *limit.also]
    assert len(wanted) > 40
    assert [text for text in wanted if letters(to_plain(text, cite=lambda _: "")) not in printed] == []


def test_at_its_tightest_it_is_still_set_in_clear_print(tightest: Tightest) -> None:
    assert tightest.made.fit.spacing == "tight"
    assert tightest.made.fit.columns == 2
    for page in tightest.pages:
        assert list(overlapping(page)) == []
        said = body(page)
        assert [word.text for word in said if word.size < 12 * PT - 0.01 and not SMALL_TYPE & word.around] == []
        last = max(said, key=lambda word: word.y + word.height)
        assert not {"h2", "h3", "thead"} & last.around, last.text


def test_what_is_left_out_is_told_with_its_line(tightest: Tightest, source: Source) -> None:
    fitted = tightest.made.fit
    assert fitted.left_out
    told = {notice.where.line: notice for notice in tightest.notices if notice.where.line}
    assert set(told) == {source.positions[path].line for path in fitted.left_out}
    assert all("it is optional and left out" in notice.message for notice in told.values())
    assert all(notice.severity is Severity.INFO for notice in tightest.notices)
    printed = letters(" ".join(tightest.said))
    gone = [int(path[9:-1]) for path in fitted.left_out if re.fullmatch(r"sections\[\d+\]", path)]
    assert gone
    for number in gone:
        assert letters(source.guide.sections[number].title) not in printed


def test_one_page_less_costs_no_words(built: RealOutputs, tmp_path: Path) -> None:
    natural = built.built.count("leaflet.pdf")
    order = Order(REAL, tmp_path, built.today, (Product.LEAFLET,), pages=natural - 1, side_by_side=False)
    made = build(order)
    assert made.count("leaflet.pdf") <= natural - 1
    told = [notice.message for notice in made.notices if notice.message.startswith(f"to fit {natural - 1} pages")]
    assert told
    assert "lines and parts stand" in told[0]
    data = (tmp_path / "leaflet.pdf").read_bytes()
    assert failures(data) == []
    printed = letters(text_of(data))
    assert all(letters(section.title) in printed for section in load(REAL, None).guide.sections)


@pytest.mark.parametrize(
    "others", [("--format", "web"), ("--format", "a4", "--format", "poster"), ("--only", "slides")]
)
def test_a_number_of_pages_is_for_forms_that_have_one(
    project: Path, leafdeck: Callable[..., Outcome], others: tuple[str, ...]
) -> None:
    outcome = leafdeck("build", "--pages", "4", *others)
    assert outcome.code == 2
    assert "a4, letter, large-print" in " ".join(outcome.err.replace("│", " ").split())
    assert not (project / "output").exists()
