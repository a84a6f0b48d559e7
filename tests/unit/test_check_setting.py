"""The rules over how words are set, each on a page that breaks it and on one that nearly does."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest
from proofed import ONE, PROSE, dossier, found, lines, on_slide, page, words

from leafdeck.check import setting
from leafdeck.check.finding import Rule
from leafdeck.check.page import Graphic, Style
from leafdeck.check.proofs import OURS, Proofs
from leafdeck.guide.passages import Role
from leafdeck.notice import Place, Severity
from leafdeck.units import Pt

LABEL = words("What it means", source="sections[0]")
"""Words that a template has put there."""


def test_running_text_is_at_least_12_pt() -> None:
    (finding,) = found(setting.type_size, words(style={"size": Pt(11.9)}))
    assert (finding.severity, finding.page, finding.place.line, finding.place.column) == (Severity.ERROR, 1, 1, 1)
    assert finding.message == f'"{PROSE[:49]}…" is 11.9 pt, less than 12'
    assert found(setting.type_size, words(style={"size": Pt(11.96)})) == []


def test_running_text_is_as_large_as_the_form_asks() -> None:
    (finding,) = found(setting.type_size, words(style={"size": Pt(17)}), large=18)
    assert finding.message.endswith("17 pt, less than 18")


@pytest.mark.parametrize("more", [{"margin": True}, {"drawn": True}, {"text": "A label that no author wrote"}])
def test_other_words_are_at_least_9_pt(more: dict[str, Any]) -> None:
    assert found(setting.type_size, words(style={"size": Pt(9)}, **more)) == []
    assert [one.rule for one in found(setting.type_size, words(style={"size": Pt(8.9)}, **more))] == ["type-size"]


def test_the_smallest_words_of_a_paragraph_count_but_not_the_marks_of_sources() -> None:
    styles = (Style(PROSE, Pt(12), "#000000"), Style("1", Pt(8), "#000000", raised=True))
    assert found(setting.type_size, words(styles=styles)) == []
    (finding,) = found(setting.type_size, words(styles=(*styles, Style("tiny", Pt(7), "#000000"))))
    assert '"tiny" is 7 pt' in finding.message


def test_slides_have_sizes_of_their_own() -> None:
    assert on_slide(setting.type_size, words(style={"size": Pt(5)})) == []


@pytest.mark.parametrize("rule", [found, on_slide])
def test_text_is_not_justified(rule: Any) -> None:
    two = {"lines": (PROSE[:20], PROSE[20:])}
    (finding,) = rule(setting.alignment, words(align="justify", **two))
    assert finding.message.endswith("is justified")
    assert (finding.severity, finding.place.line) == (Severity.ERROR, 1)
    assert rule(setting.alignment, words(align="left", **two), words(align="right", **two)) == []
    assert rule(setting.alignment, words(align="justify")) == [], "a last line is not stretched"


def test_running_text_of_three_lines_is_not_centred() -> None:
    three = PROSE[:20], PROSE[20:40], PROSE[40:]
    whole = {"styles": words().styles}
    (finding,) = found(setting.alignment, lines(*three, align="center", **whole))
    assert finding.severity is Severity.WARNING
    assert found(setting.alignment, lines(PROSE[:20], PROSE[20:], align="center", **whole)) == []
    assert found(setting.alignment, lines(*three, align="center", table=True, **whole)) == []
    assert found(setting.alignment, lines("A", "title", "of three lines", align="center")) == []


def test_running_text_has_no_italics() -> None:
    (finding,) = found(setting.italics, words(style={"italic": True}))
    assert finding.message.endswith("is in italics")
    assert found(setting.italics, words(style={"bold": True})) == []
    assert found(setting.italics, words(" ", style={"italic": True})) == []


def test_only_links_are_underlined() -> None:
    (finding,) = on_slide(setting.italics, words(style={"underlined": True}))
    assert finding.message.endswith("is underlined")
    assert finding.slide == 1
    assert on_slide(setting.italics, words(style={"underlined": True, "linked": True})) == []


@pytest.mark.parametrize("shouted", [PROSE.upper(), "Über große Äpfel und Öl".upper()])
def test_words_are_not_set_in_capitals(shouted: str) -> None:
    about = dossier((PROSE, Role.PROSE, "summary"), ("Über große Äpfel und Öl", Role.HEADING, "sections[0].title"))
    (finding,) = found(setting.set_in_capitals, words(shouted), about=about)
    assert finding.message.endswith("is set in capitals")
    assert finding.place.line


def test_a_part_of_a_paragraph_in_capitals_is_seen() -> None:
    styles = (Style("Rest is not ", Pt(12), "#000000"), Style("THE BEST THING", Pt(12), "#000000", bold=True))
    rest = Style(" for most kinds of back pain.", Pt(12), "#000000")
    (finding,) = found(setting.set_in_capitals, words(styles=(*styles, rest)))
    assert finding.message == '"THE BEST THING" is set in capitals'


@pytest.mark.parametrize("text", ["GET HELP", "CALL 999", "NICE NHS WHO", "MRI"])
def test_labels_and_what_the_author_wrote_in_capitals_may_be(text: str) -> None:
    about = dossier(("Get help", Role.HEADING, "a"), ("Call 999", Role.HEADING, "b"), ("NICE NHS WHO", Role.PROSE, "c"))
    assert found(setting.set_in_capitals, words(text), about=about) == []


def test_no_word_is_divided() -> None:
    (finding,) = found(setting.hyphenation, words(split=True))
    assert finding.message.startswith("a word is divided in")
    assert found(setting.hyphenation, words(split=False)) == []


def test_a_word_may_be_divided_where_its_author_wrote_a_soft_hyphen() -> None:
    about = dossier(("Die Bandscheiben\u00advorfälle", Role.PROSE, "summary"))
    assert found(setting.hyphenation, words("Die Bandscheibenvorfälle", split=True), about=about) == []


def test_lines_have_at_most_80_characters() -> None:
    long, longer = "x" * 80, "x" * 81
    assert found(setting.long_lines, lines(long, long, "end")) == []
    (finding,) = found(setting.long_lines, lines(longer, longer, "end"))
    assert finding.message.endswith("81 characters in a line")
    assert finding.hint.startswith(OURS)
    assert found(setting.long_lines, lines(longer, "two lines are read at a glance")) == []
    for other in ({"margin": True}, {"table": True}, {"tag": "h2"}, {"title": True}):
        assert found(setting.long_lines, lines(longer, longer, "end", **other)) == []
    assert on_slide(setting.long_lines, lines(longer, longer, "end")) == []


def test_a_column_is_not_too_narrow() -> None:
    assert found(setting.short_lines, lines(*["x" * 25] * 6)) == []
    (finding,) = found(setting.short_lines, lines(*["x" * 24] * 6))
    assert finding.severity is Severity.WARNING
    assert "only 24 characters" in finding.message
    assert found(setting.short_lines, lines(*["x" * 24] * 5)) == []


@pytest.mark.parametrize(("leading", "bad"), [(1.18, True), (1.2, False), (1.5, False), (1.52, True)])
def test_lines_stand_neither_close_nor_far(leading: float, bad: bool) -> None:
    two = lines(PROSE[:20], PROSE[20:], styles=words().styles, leading=leading)
    assert bool(found(setting.leading, two)) is bad
    assert found(setting.leading, words(leading=9.0)) == []
    assert found(setting.leading, lines("A title of", "two lines", leading=1.0)) == []


@pytest.mark.parametrize(
    ("style", "bad"),
    [
        ({"color": "#767676"}, False),
        ({"color": "#777777"}, True),
        ({"color": "#949494", "size": Pt(18)}, False),
        ({"color": "#949494", "size": Pt(17.9)}, True),
        ({"color": "#949494", "size": Pt(14), "bold": True}, False),
        ({"color": "#969696", "size": Pt(24)}, True),
    ],
)
def test_text_stands_out_from_what_is_behind_it(style: dict[str, Any], bad: bool) -> None:
    seen = found(setting.text_contrast, words(style=style))
    assert [one.rule for one in seen] == ["contrast"] * bad
    assert all("less than 4.5" in one.message or "less than 3" in one.message for one in seen)


def test_the_worst_of_what_is_behind_counts() -> None:
    (finding,) = found(setting.text_contrast, words(behind=("#ffffff", "#333333")))
    assert "1.7 to 1" in finding.message


def test_a_mark_behind_some_words_hides_what_is_behind_them() -> None:
    assert found(setting.text_contrast, words(behind=("#000000",), style={"ground": "#ffff00"})) == []
    (finding,) = found(setting.text_contrast, words(style={"ground": "#222222"}))
    assert finding.severity is Severity.ERROR


def test_marks_of_sources_and_spaces_need_no_contrast() -> None:
    assert found(setting.text_contrast, words(style={"color": "#ffffff", "raised": True})) == []
    assert found(setting.text_contrast, words(" ", style={"color": "#ffffff"})) == []


def test_running_text_is_advised_to_have_more_contrast() -> None:
    (finding,) = found(setting.body_contrast, words(style={"color": "#767676"}))
    assert finding.severity is Severity.INFO
    assert found(setting.body_contrast, words(style={"color": "#595959"})) == []
    assert found(setting.body_contrast, words("A label", style={"color": "#767676"})) == []
    assert found(setting.body_contrast, words(style={"color": "#999999"})) == [], "that is an error already"


def test_no_text_stands_on_a_picture() -> None:
    (finding,) = found(setting.text_on_picture, words(behind=()))
    assert finding.message.endswith("stands on a picture")
    assert found(setting.text_on_picture, words()) == []
    assert found(setting.text_on_picture, words(behind=(), style={"ground": "#ffffff"})) == []
    assert found(setting.text_contrast, words(behind=(), style={"color": "#ffffff"})) == [], "nothing is known of it"


def graphic(*colors: str, behind: tuple[str, ...] = ("#ffffff",), about: Any = ONE) -> list[Any]:
    shown = page(graphics=(Graphic("A spine", colors, behind, "sections[0]"),))
    return list(setting.graphic_contrast(Proofs(about, leaflet=(shown,))))


def test_a_drawing_stands_out_and_names_its_section() -> None:
    (finding,) = graphic("#cccccc", "#dddddd")
    assert finding.message == 'the drawing "A spine" has a contrast of 1.6 to 1'
    assert (finding.place.line, finding.page) == (100, 1)
    assert graphic("#cccccc", "#333333") == [], "its lines tell what it is"
    assert graphic("#cccccc", behind=()) == [], "nothing is known of what is behind it"
    assert graphic() == []


def test_a_drawing_of_which_no_template_says_the_source_belongs_to_the_words_before_it() -> None:
    pale, other = Graphic("A spine", ("#cccccc",), ("#ffffff",), after=2), words("A label")
    first, second = page(words()), page(other, other, other, number=2, graphics=(pale,))
    (finding,) = setting.graphic_contrast(Proofs(ONE, leaflet=(first, second)))
    assert (finding.place.line, finding.page) == (100, 2)
    (finding,) = setting.graphic_contrast(Proofs(ONE, leaflet=(replace(second, number=1),)))
    assert (finding.place.line, finding.page) == (1, 1)


def test_a_telephone_number_stays_on_one_line() -> None:
    about = dossier(("Call 020 7946 0000 or 111.", Role.PROSE, "summary"))
    broken = lines("Call 020 7946", "0000 or 111.", styles=words("Call 020 7946 0000 or 111.").styles)
    (finding,) = found(setting.split_number, broken, about=about)
    assert finding.message == '"020 7946 0000" goes over two lines'
    assert finding.place.line == 1
    assert found(setting.split_number, lines("Call", "020 7946 0000 or", "111."), about=about) == []
    assert found(setting.split_number, lines("It costs 0,020 7946", "0000 times"), about=about) == []


def test_words_of_a_template_have_no_line_and_say_so() -> None:
    (finding,) = found(setting.type_size, replace(LABEL, styles=(Style("What it means", Pt(8), "#000000"),)))
    assert finding.place == Place(path="sections[0]")
    assert finding.hint == f"{OURS} {setting.SIZE.hint}"
    label = replace(LABEL, styles=(Style("What it means", Pt(8), "#000000"),), source="")
    assert [one.place for one in found(setting.type_size, words(), label)] == [Place(path="sections[0]")]
    assert [one.place for one in found(setting.type_size, label, words())] == [Place()]
    (other,) = found(setting.type_size, words(style={"size": Pt(8)}))
    assert other.hint == setting.SIZE.hint


def test_every_rule_names_who_asks_for_it() -> None:
    rules = [value for value in vars(setting).values() if isinstance(value, Rule)]
    assert len(rules) == 13
    assert all(rule.asks and rule.standards and rule.hint for rule in rules)
