"""The words of the slides: what a listener must see stands on a slide, all the leaflet says stands in the notes."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path
from xml.etree.ElementTree import Element

import pytest
import yaml
from weasyprint import HTML

from leafdeck.brand import css
from leafdeck.compose import Composer
from leafdeck.guide import inline
from leafdeck.guide.model import Guide
from leafdeck.guide.texts import rich_texts
from leafdeck.resources import Resources, package_data

HERE = Path(__file__).parent
SAMPLE = HERE / "test_slides_guide.yaml"
REAL = HERE.parents[1] / "content.yaml"


def read(path: Path) -> Guide:
    return Guide.model_validate(yaml.safe_load(path.read_text(encoding="utf-8")))


def compose(guide: Guide) -> list[Element]:
    """Return the slides of a guide as elements."""
    defaults = package_data() / "styles" / "brand.css"
    composer = Composer(guide, css.load([defaults]), Resources((package_data(),)), HERE, defaults)
    tree = HTML(string=composer.slides().html).etree_element
    return [element for element in tree.iter("section") if has_class(element, "slide")]


@pytest.fixture(scope="module", params=[SAMPLE, REAL], ids=["sample", "real"])
def guide(request: pytest.FixtureRequest) -> Guide:
    return read(request.param)


@pytest.fixture(scope="module")
def slides(guide: Guide) -> list[Element]:
    return compose(guide)


def has_class(element: Element, name: str) -> bool:
    return name in element.get("class", "").split()


def shown(slide: Element) -> str:
    """The words that stand on a slide."""

    def walk(part: Element) -> Iterator[str]:
        if not has_class(part, "notes") and not has_class(part, "cite"):
            yield part.text or ""
            for child in part:
                yield from walk(child)
                yield child.tail or ""

    return squeeze("".join(walk(slide)))


def noted(slide: Element) -> str:
    """The words in a slide's notes."""
    return squeeze(" ".join("".join(aside.itertext()) for aside in slide.iter("aside")))


def squeeze(text: str) -> str:
    """Text without citation marks, with single spaces, so that wording can be compared."""
    return re.sub(r"\s+([.,;:?!])", r"\1", re.sub(r"\s+", " ", re.sub(r"\[[\d, ]+\]", " ", text))).strip()


def lines(text: str) -> list[str]:
    """The lines of light Markdown as they read in the notes."""
    plain = inline.to_plain(text, cite=lambda _: "")
    return [squeeze(line.strip().removeprefix("- ").removeprefix("• ")) for line in plain.splitlines() if line.strip()]


def titled(slides: list[Element], source: str) -> list[Element]:
    """The slides of a part of the outline."""
    return [slide for slide in slides if slide.get("data-source", "").startswith(source)]


def test_each_slide_has_one_title_notes_a_layout_a_part_and_an_id(slides: list[Element]) -> None:
    for slide in slides:
        assert len([part for part in slide.iter("h1") if has_class(part, "slide-title")]) == 1
        assert len(list(slide.iter("aside"))) == 1
        assert slide.get("data-layout") in {"title", "agenda", "content", "title-only", "section", "closing"}
        assert slide.get("data-part")
        assert slide.get("data-source")
    ids = [slide.get("id") for slide in slides]
    assert len(ids) == len(set(ids))


def test_titles_are_short_and_unlike_each_other(slides: list[Element]) -> None:
    found = ["".join(part.itertext()).strip() for slide in slides for part in slide.iter("h1")]
    assert len(found) == len(set(found))
    assert [title for title in found if len(title) > 90] == []


def test_the_notes_of_each_section_hold_its_full_text(guide: Guide, slides: list[Element]) -> None:
    for number, section in enumerate(guide.sections):
        notes = " ".join(noted(slide) for slide in titled(slides, f"sections[{number}]"))
        for text in rich_texts(section):
            for line in lines(text):
                assert line in notes, section.title


def test_the_notes_hold_the_rest_of_the_leaflet(guide: Guide, slides: list[Element]) -> None:
    notes = " ".join(noted(slide) for slide in slides)
    house, about = guide.organisation, guide.guide
    texts = [guide.summary, guide.disclaimer, house.feedback, house.other_formats, about.funding, about.conflicts]
    texts += [entry.meaning for entry in guide.glossary] + [entry.term for entry in guide.glossary]
    texts += [about.audience, *(person.name for person in about.authors), about.version]
    texts += [link.title for link in guide.more_information] + [link.url for link in guide.more_information]
    for text in texts:
        for line in lines(text):
            assert line in notes


def test_each_notes_page_names_the_sources_that_its_text_cites(guide: Guide, slides: list[Element]) -> None:
    by_id = {reference.id: reference for reference in guide.references}
    for number, section in enumerate(guide.sections):
        notes = " ".join(noted(slide) for slide in titled(slides, f"sections[{number}]"))
        for name in {name for text in rich_texts(section) for name in inline.citations(text)}:
            assert squeeze(inline.smart(by_id[name].title)) in notes or squeeze(by_id[name].title) in notes


def test_urgent_signs_and_daily_limits_stand_on_slides(guide: Guide, slides: list[Element]) -> None:
    for number, section in enumerate(guide.sections):
        words = " ".join(shown(slide) for slide in titled(slides, f"sections[{number}]"))
        texts: list[str] = []
        if section.kind == "urgent":
            texts += [section.title, *(sign.text for sign in section.signs)]
        if section.kind == "management":
            for limit in section.limits:
                texts += [limit.nutrient, limit.most_per_day, limit.check_first, limit.harm, *limit.also]
                texts += [limit.usual] if limit.usual else []
        for text in texts:
            for line in lines(text):
                assert line in words, section.title


def test_mechanisms_diagnosis_management_and_comparison_stand_on_slides(guide: Guide, slides: list[Element]) -> None:
    for number, section in enumerate(guide.sections):
        words = " ".join(shown(slide) for slide in titled(slides, f"sections[{number}]"))
        texts: list[str] = []
        if section.kind == "mechanisms":
            for item in section.items:
                texts += [item.message, *(step.step for step in item.pathway), *item.effects]
        elif section.kind == "diagnosis":
            texts += [text for step in section.steps for text in (step.title, step.text)]
        elif section.kind == "management":
            texts += [text for option in section.options for text in (option.text, *option.actions)]
        elif section.kind == "comparison":
            texts += [cell for row in section.rows for cell in row.cells]
        for text in texts:
            for line in lines(text):
                assert line in words, section.title


def test_the_disclaimer_stands_on_the_last_slide(guide: Guide, slides: list[Element]) -> None:
    assert all(line in shown(slides[-1]) for line in lines(guide.disclaimer))


def test_the_presenters_own_notes_and_minutes_come_first() -> None:
    slide = next(slide for slide in compose(read(SAMPLE)) if slide.get("id") == "slide-vitamin-d")
    assert noted(slide).startswith("About 3 minutes Ask who takes vitamin D in winter. In the leaflet:")


def test_citations_are_numbered_in_the_notes_and_named_below(guide: Guide) -> None:
    del guide
    notes = next(slide for slide in compose(read(SAMPLE)) if slide.get("id") == "slide-vitamin-d").find(".//aside")
    assert notes is not None
    words = [" ".join("".join(part.itertext()).split()) for part in notes]
    assert any(word.endswith("take in calcium from food [2].") for word in words)
    assert words[-1] == "[2] NHS. Vitamin D. https://www.nhs.uk/conditions/vitamins-and-minerals/vitamin-d/"


def test_each_kind_of_section_has_its_slide() -> None:
    guide = read(SAMPLE)
    kinds = {section.kind for section in guide.sections}
    assert len(kinds) == 14
    slides = compose(guide)
    for number in range(len(guide.sections)):
        assert titled(slides, f"sections[{number}]")


def test_a_chart_and_a_risk_belong_to_the_part_before_them(guide: Guide, slides: list[Element]) -> None:
    (agenda,) = (slide for slide in slides if slide.get("data-layout") == "agenda")
    for number, section in enumerate(guide.sections):
        if section.kind in {"chart", "risk"}:
            (slide,) = titled(slides, f"sections[{number}]")
            assert slide.get("data-part") in {guide.sections[number - 1].title, guide.sections[number - 2].title}
            assert section.title not in shown(agenda)


def test_numbers_stand_on_slides_and_in_notes(guide: Guide, slides: list[Element]) -> None:
    found = 0
    for number, section in enumerate(guide.sections):
        words = " ".join(shown(slide) for slide in titled(slides, f"sections[{number}]"))
        notes = " ".join(noted(slide) for slide in titled(slides, f"sections[{number}]"))
        if section.kind == "chart":
            for name, value in zip(section.categories, section.series[0].values, strict=True):
                assert f"{squeeze(inline.smart(name))}: {value:g}" in notes
                assert f"{value:g}" in words
            found += 1
        if section.kind == "risk":
            for group in section.groups:
                sentence = squeeze(inline.smart(f"{group.number} out of {section.of} {group.label}"))
                assert sentence in words
                assert sentence in notes
            found += 1
    assert found == 2
