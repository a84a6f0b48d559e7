"""`leafdeck check` on what is built: a real guide that breaks nothing, and guides with spoiled styles or templates."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import pytest
from proofed import RealProofs
from workers import once

from leafdeck import checking, proofing
from leafdeck.check import rules
from leafdeck.check.finding import Finding
from leafdeck.check.proofs import OURS
from leafdeck.formats import A4
from leafdeck.guide.source import load
from leafdeck.notice import Severity
from leafdeck.order import Order
from leafdeck.resources import Resources, package_data

pytestmark = pytest.mark.slow

ROOT = Path(__file__).resolve().parents[2]
TODAY = dt.date(2026, 11, 24)

GUIDE = """\
schema: 1
guide:
  id: small
  type: general
  title: A guide to rest
  audience: People who test
  version: "1.0"
  published: 2026-11-01
  review_by: 2028-11-01
  authors: [{name: A. Tester}]
  funding: Nobody paid for it.
  conflicts: None.
organisation:
  name: Example Clinic
  feedback: Tell us what you think.
  other_formats: Ask us for large print.
summary: Rest for a day or two may help, and then a walk each day helps far more.
sections:
  - kind: urgent
    level: emergency
    title: "Call 999 if:"
    signs:
      - {id: legs, text: both of your legs are weak or numb}
      - {id: bladder, text: you cannot hold your urine any more}
  - kind: text
    title: What you can do yourself
    text: >-
      Unfortunately the extraordinarily uncomfortable consequences of unaccustomed housekeeping responsibilities
      notwithstanding, comparatively straightforward physiotherapeutic recommendations occasionally demonstrate
      disproportionately encouraging improvements, particularly straightforward recommendations concerning **walking**.


      Nothing else is needed.
disclaimer: It does not replace advice from your own doctor.
"""
SIGN, TITLE, PROSE, LAST = "both of your legs", "What you can do yourself", "Unfortunately", "Nothing else"


def line(words: str) -> int:
    """The line of the guide that holds some words."""
    return next(number for number, text in enumerate(GUIDE.splitlines(), 1) if words in text)


def changed(folder: Path, name: str, *changes: tuple[str, str]) -> None:
    """Put a file of ours beside the content, with changes."""
    text = (package_data() / name).read_text(encoding="utf-8")
    for old, new in changes:
        assert old in text
        text = text.replace(old, new)
    (folder / name).parent.mkdir(parents=True, exist_ok=True)
    (folder / name).write_text(text, encoding="utf-8")


def more_css(folder: Path, name: str, css: str) -> None:
    """Put a style sheet of ours beside the content, with rules after its own."""
    changed(folder, name)
    with (folder / name).open("a", encoding="utf-8") as file:
        file.write(css)


def sound(_: Path) -> None:
    """Change nothing."""


def styles(folder: Path) -> None:
    """Style sheets of somebody who has not read about clear print."""
    leaflet = (
        "h2 { text-transform: uppercase } .signs li { font-size: 10pt; line-height: 1 } strong { font-style: italic }"
    )
    prose = ".prose p { text-align: justify; hyphens: auto; line-height: 1.6; color: #8a9a9f }"
    more_css(folder, "styles/leaflet.css", f"{leaflet}\n{prose} .prose {{ max-width: 82mm }}")
    more_css(
        folder,
        "styles/slides.css",
        ".slide-title { font-variant: small-caps } [data-placeholder] p { text-align: justify }",
    )


def templates(folder: Path) -> None:
    """Templates that leave out what they should show."""
    changed(folder, "templates/leaflet/sections/text.html", ("section.text|prose", '"Something else."|prose'))
    changed(folder, "templates/slides/sections/urgent.html", ("{% for sign in signs %}", "{% for sign in signs[1:] %}"))


@dataclass(frozen=True)
class Seen:
    """What a check finds in a spoiled guide."""

    findings: tuple[Finding, ...]

    def of(self, rule: str) -> list[tuple[int, str]]:
        """Where a rule finds something: the line of the content, the page or slide."""
        return [(one.place.line, one.where) for one in self.findings if one.rule == rule]


@pytest.fixture
def spoiled(tmp_path_factory: pytest.TempPathFactory) -> Callable[[Callable[[Path], None]], Seen]:
    """Check the guide as a function spoils it, once for all tests."""

    def of(spoil: Callable[[Path], None]) -> Seen:
        def make(folder: Path) -> Seen:
            (folder / "content.yaml").write_text(GUIDE, encoding="utf-8")
            spoil(folder)
            order = Order(folder / "content.yaml", folder, TODAY)
            about = checking.dossier(load(order.content, {}), Resources.beside(order.content), TODAY)
            proofs = checking.proofs(about, A4, proofing.leaflet(order), proofing.slides(order))
            return Seen(tuple(rules.of_proofs(proofs)))

        return once(tmp_path_factory, f"spoiled-{spoil.__name__}", make)[1]

    return of


def test_a_sound_guide_breaks_no_rule(spoiled: Callable[..., Seen]) -> None:
    assert [str(one) for one in spoiled(sound).findings] == []


@pytest.mark.parametrize(
    ("rule", "words", "where"),
    [
        ("alignment", PROSE, "page 1"),
        ("alignment", PROSE, "slide 5"),
        ("hyphenation", PROSE, "page 1"),
        ("contrast", PROSE, "page 1"),
        ("contrast", LAST, "page 1"),
        ("leading", PROSE, "page 1"),
        ("type-size", SIGN, "page 1"),
        ("set-in-capitals", TITLE, "page 1"),
        ("set-in-capitals", TITLE, "slide 5"),
        ("italics", PROSE, "page 1"),
    ],
)
def test_a_spoiled_style_is_found_with_its_line(
    spoiled: Callable[..., Seen], rule: str, words: str, where: str
) -> None:
    assert (line(words), where) in spoiled(styles).of(rule)


def test_a_spoiled_style_breaks_no_other_rule(spoiled: Callable[..., Seen]) -> None:
    expected = {"alignment", "hyphenation", "contrast", "leading", "type-size", "set-in-capitals", "italics"}
    assert {one.rule for one in spoiled(styles).findings} == expected
    ours = [one.message for one in spoiled(styles).findings if not one.place.line]
    assert ours == [one.message for one in spoiled(styles).findings if OURS in one.hint]
    assert '"Interests:" is in italics' in ours


def test_what_a_template_leaves_out_is_found_with_its_line(spoiled: Callable[..., Seen]) -> None:
    seen = spoiled(templates)
    assert seen.of("not-in-leaflet") == [(line(PROSE), ""), (line(LAST), "")]
    assert seen.of("not-on-slide") == [(line(SIGN), "")]
    assert seen.of("not-in-deck") == [], "the notes still have it"
    assert {one.rule for one in seen.findings} == {"not-in-leaflet", "not-on-slide"}


def test_the_real_guide_breaks_no_rule_over_layout_and_files(real_proofs: RealProofs) -> None:
    source = load(ROOT / "content.yaml", Resources.beside(ROOT / "content.yaml").icons())
    about = checking.dossier(source, Resources.beside(ROOT / "content.yaml"), TODAY)
    found = list(rules.of_proofs(checking.proofs(about, A4, real_proofs.printed, real_proofs.shown)))
    assert [str(one) for one in found if one.severity is not Severity.INFO] == []
    assert {one.rule for one in found} <= {"slide-words"}
    assert all(one.place.line for one in found)


def test_pale_colours_of_a_brand_are_found_where_they_are_printed(tmp_path: Path) -> None:
    (tmp_path / "content.yaml").write_text(GUIDE, encoding="utf-8")
    brand = (package_data() / "styles/brand.css").read_text(encoding="utf-8").replace("url(fonts/", "url(../fonts/")
    pale = brand.replace("--brand-ink: #1c2b30", "--brand-ink: #8fa3aa")
    assert pale != brand
    (tmp_path / "pale").mkdir()
    (tmp_path / "pale" / "brand.css").write_text(pale.replace("../fonts/", f"{package_data()}/styles/fonts/"))
    order = Order(tmp_path / "content.yaml", tmp_path, TODAY, brand=tmp_path / "pale" / "brand.css")
    seen = Seen(checking.check(order).findings)
    assert {(line(PROSE), "page 1"), (line(SIGN), "page 1")} <= set(seen.of("contrast"))
    assert (line(PROSE), "slide 5") in seen.of("text-contrast")
