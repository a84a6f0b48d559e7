"""Laid-out words find the passage that they come from, and findings the line behind them."""

from __future__ import annotations

import pytest
from proofed import FILE, HERE, PROSE, deck, dossier, page, paragraph, presentation, shape, words

from leafdeck.check import rules
from leafdeck.check.finding import Finding
from leafdeck.check.finished import Item
from leafdeck.check.page import Style
from leafdeck.check.proofs import LEAST, Proofs, bare
from leafdeck.guide.passages import Role
from leafdeck.notice import Place, Severity
from leafdeck.units import Pt

ABOUT = dossier(
    ("Iron", Role.HEADING, "sections[0].title"),
    (PROSE, Role.PROSE, "sections[0].text"),
    ("Walk a little each day, and sit less.", Role.ITEM, "sections[0].items[0]"),
    ("25 micrograms", Role.LABEL, "sections[1].limits[0].most_per_day"),
    ("Vitamin D3", Role.LABEL, "sections[1].limits[0].nutrient"),
    ("Iron", Role.HEADING, "sections[2].title"),
)
PROOFS = Proofs(ABOUT)


def line(text: str, source: str = "") -> int:
    return PROOFS.place(words(text, source=source)).line


def test_bare_keeps_what_stays_however_words_are_set() -> None:
    assert bare("“Straße\u00a01–2,\u00ad” he SAID") == "strasse12hesaid"
    assert bare("… — !") == ""


@pytest.mark.parametrize(
    ("text", "at"),
    [
        (PROSE, 2),
        (PROSE.upper(), 2),
        (PROSE.replace(" ", "\u00a0"), 2),
        ("• Walk a little each day, and sit less", 3),
        ("Iron", 1),
    ],
)
def test_words_are_found_however_they_are_set(text: str, at: int) -> None:
    assert line(text) == at


def test_marks_of_sources_are_no_part_of_them() -> None:
    styles = (Style("Ir", Pt(12), "#000000"), Style("2", Pt(8), "#000000", raised=True), Style("on", Pt(12), "#000000"))
    assert PROOFS.place(words(styles=styles)).line == 1


def test_a_long_part_of_a_passage_is_found_and_a_short_one_is_not() -> None:
    part = PROSE[12:]
    assert len(bare(part)) >= LEAST
    assert line(part) == 2
    assert PROOFS.passage(words("most kinds")) is None


def test_words_that_go_over_the_border_of_two_passages_are_neither() -> None:
    assert PROOFS.passage(words("most kinds of back pain. Walk a little each day")) is None
    assert len(bare("most kinds of back pain. Walk a little each day")) >= LEAST


def test_a_line_put_together_has_the_place_of_its_first_part() -> None:
    assert line("Vitamin D3: 25 micrograms", source="sections[1]") == 5
    assert line("Vitamin D3: 25 micrograms", source="sections[2]") == 0
    assert PROOFS.passage(words("Vitamin D3: 25 micrograms")) is None


def test_words_of_a_template_have_no_line_but_their_part() -> None:
    assert PROOFS.place(words("Why this happens", source="sections[2]")) == Place(path="sections[2]")
    assert PROOFS.place(words("Why this happens")) == Place()


def test_signs_alone_are_nobodys_words() -> None:
    assert PROOFS.place(words("→")) == Place()
    assert PROOFS.place(words("")) == Place()


def behind(name: str = "", slide: int = 3, title: str = "Iron", said: str = "it is bad") -> int:
    several = Item("shape", "Several", HERE, paragraphs=(paragraph("•"), paragraph(PROSE), paragraph("Vitamin D3")))
    boxes = deck(PROSE, "Something else", cells=("25 micrograms", "Vitamin D3")).slides[0].items
    made = presentation(shape(title, "Title 1", "title"), several, *boxes)
    return Proofs(ABOUT, deck=made).behind(Finding("x", Severity.ERROR, said, slide=slide, shape=name)).line


def test_a_finding_on_a_slide_stands_where_its_shapes_words_do() -> None:
    assert behind(PROSE) == 2


def test_of_several_paragraphs_it_is_the_first_or_the_one_that_is_quoted() -> None:
    assert behind("Several") == 2
    assert behind("Several", said='"Vitamin D3" is 8 pt') == 5
    assert behind("Table") == 4
    assert behind("Table", said='"Vitamin D3" is 8 pt') == 5


def test_a_finding_without_known_words_stands_where_its_slides_title_does() -> None:
    assert behind("Something else") == 1
    assert behind() == 1
    assert behind("Something else", title="Unknown") == 0


def test_a_finding_in_the_whole_file_stands_nowhere() -> None:
    assert behind(slide=0) == 0
    assert Proofs(ABOUT).behind(Finding("x", Severity.ERROR, "y", slide=3)) == Place()


def test_findings_of_all_rules_come_with_their_line() -> None:
    small = words(style={"size": Pt(8)})
    made = presentation(shape(PROSE))
    seen = list(rules.of_proofs(Proofs(ABOUT, leaflet=(page(small),), deck=made)))
    assert {"type-size", "not-in-leaflet", "title-missing", "not-in-deck"} <= {one.rule for one in seen}
    (size,) = (one for one in seen if one.rule == "type-size")
    assert (size.place.file, size.place.line) == (FILE, 2)
    (text,) = (one for one in seen if one.rule == "text-language")
    assert (text.slide, text.place.line) == (3, 2)
