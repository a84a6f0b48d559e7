"""Rules over a guide as a whole: each is seen to find its fault, and to leave a sound guide alone."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from pathlib import Path

import pytest

from leafdeck.check.finding import Finding
from leafdeck.check.rules import CONTENT
from leafdeck.checking import dossier
from leafdeck.guide.source import load
from leafdeck.resources import Resources

ROOT = Path(__file__).resolve().parents[2]
TODAY = dt.date(2026, 11, 24)

SOUND = """\
schema: 1
guide:
  id: sound
  title: Sciatica
  keywords: [leg pain]
  audience: Adults
  status: approved
  version: "1.0"
  published: 2026-11-01
  review_by: 2029-11-01
  authors: [{name: A. Tester}]
  reviewed_by: [{name: B. Doctor, role: GP}]
  reviewed_on: 2026-11-02
  funding: Nobody paid for it.
  conflicts: The authors have none.
organisation:
  name: Example Clinic
  phone: 01632 960 123
  feedback: Tell us what you think.
  other_formats: Ask us for large print or braille.
summary: Sciatica often gets better by itself.
sections:
  - kind: key_points
    title: In short
    points:
      - {title: One, text: It is common.}
      - {title: Two, text: It often passes.}
      - {title: Three, text: Keep moving.}
  - kind: urgent
    level: emergency
    title: "Call 999 if:"
    signs: [{id: both, text: both legs are numb}]
  - kind: urgent
    level: urgent
    title: "Call 111 if:"
    signs: [{id: fever, text: you have a high temperature}]
  - kind: mechanisms
    title: How it comes about
    items:
      - id: disc
        title: A disc
        message: A disc can press on a nerve
        text: A disc can press on a nerve [@old].
        pathway: [A bulging disc, {step: Pain, linked_only: true}]
        evidence: {strength: weak, note: We do not know how often.}
  - kind: diagnosis
    title: Finding out
    steps: [{title: Talk, text: Tell us about it.}]
  - kind: management
    title: What can help
    options:
      - {title: Moving, text: Walk each day., actions: [Walk a little further each week]}
      - {title: Supplements, text: Some people take magnesium tablets.}
    limits:
      - nutrient: Magnesium
        most_per_day: 400mg
        check_first: Ask if your kidneys are weak.
        harm: Too much gives you diarrhoea.
  - kind: checklist
    title: Questions to ask
    items: [How long will it last?, What can I do?, When do I come back?]
more_information:
  - {title: One, url: "https://www.example.org/"}
  - {title: Two, url: "https://www.example.com/"}
references:
  - {id: old, type: webpage, title: Old, issued: "2024", accessed: 2026-11-01}
disclaimer: It does not replace advice from your own doctor.
"""

Judge = Callable[..., list[Finding]]


@pytest.fixture
def judge(tmp_path: Path) -> Judge:
    """Return the findings of one rule in the sound guide, with some of its text replaced."""

    def run(rule: str, *changes: tuple[str, str], today: dt.date = TODAY) -> list[Finding]:
        text = SOUND
        for old, new in changes:
            assert text.count(old) == 1, f"{old!r} is {text.count(old)} times in the guide"
            text = text.replace(old, new)
        file = tmp_path / "content.yaml"
        file.write_text(text, encoding="utf-8")
        resources = Resources.beside(file)
        source = load(file, resources.icons())
        (function,) = (function for one, function in CONTENT.items() if one.id == rule)
        return list(function(dossier(source, resources, today)))

    return run


OWN = ("urgency", "supplements", "evidence", "governance", "structure")


@pytest.mark.parametrize("rule", [one.id for one, check in CONTENT.items() if check.__module__.split(".")[-1] in OWN])
def test_a_sound_guide_has_no_finding(judge: Judge, rule: str) -> None:
    assert judge(rule) == []


EMERGENCY = """\
  - kind: urgent
    level: emergency
    title: "Call 999 if:"
    signs: [{id: both, text: both legs are numb}]
"""
URGENT = """\
  - kind: urgent
    level: urgent
    title: "Call 111 if:"
    signs: [{id: fever, text: you have a high temperature}]
"""
LONG = "It hurts a lot and it goes on. " * 45

FAULTS = {
    "no emergency section": ("urgent-missing", [(EMERGENCY, "")], "sections", "`emergency`"),
    "no urgent section": ("urgent-missing", [(URGENT, "")], "sections", "`urgent`"),
    "a heading without its end": ("urgent-heading", [('"Call 999 if:"', "Call 999")], "sections[1].title", '"if:"'),
    "a heading without an action": (
        "urgent-heading",
        [('"Call 999 if:"', '"Danger signs if:"')],
        "sections[1].title",
        "what to do",
    ),
    "a heading with a sentence more": (
        "urgent-heading",
        [('"Call 999 if:"', '"Call 999. Do not drive if:"')],
        "sections[1].title",
        "more than one thing",
    ),
    "two of a level": ("urgent-one", [("    level: urgent\n", "    level: emergency\n")], "sections[2]", "second"),
    "the urgent one first": (
        "urgent-early",
        [(EMERGENCY + URGENT, URGENT + EMERGENCY)],
        "sections[2]",
        "behind the one of level `urgent`",
    ),
    "urgent signs behind long text": (
        "urgent-early",
        [(EMERGENCY, f"  - {{kind: text, title: Long, text: {LONG}}}\n{EMERGENCY}")],
        "sections[2]",
        "words stand before this section",
    ),
    "a supplement without its limit": (
        "supplement-limit",
        [("Some people take magnesium tablets.", "Some people take zinc tablets.")],
        "sections[5].options[1].text",
        '"zinc"',
    ),
    "a limit over the known one": ("limit-over", [("400mg", "0.5g")], "sections[5].limits[0].most_per_day", "400mg"),
    "a plain arrow": (
        "pathway-certain",
        [("{step: Pain, linked_only: true}", "Pain")],
        "sections[3].items[0].pathway[1]",
        '"Pain"',
    ),
    "no word of how sure": (
        "evidence-missing",
        [("        evidence: {strength: weak, note: We do not know how often.}\n", "")],
        "sections[3].items[0]",
        "how sure",
    ),
    "a study without its source": (
        "claim-uncited",
        [("It often passes.", "A large trial found that it passes.")],
        "sections[0].points[1].text",
        '"trial"',
    ),
    "figures without their source": (
        "claim-uncited",
        [("It often passes.", "It passes in 9 out of 10 people.")],
        "sections[0].points[1].text",
        '"9 out of 10"',
    ),
    "sure of everything": (
        "unknown-unsaid",
        [("We do not know how often.", "It is rare.")],
        "sections",
        "not known",
    ),
    "a reference nobody cites": ("reference-unused", [(" [@old]", "")], "references[0].id", "`old`"),
    "an old source": ("reference-age", [('"2024"', '"2019"')], "references", "2019"),
    "a web page nobody read": ("reference-read", [(", accessed: 2026-11-01", "")], "references[0]", "`old`"),
    "no reviewer": (
        "reviewer-missing",
        [("status: approved", "status: draft"), ("  reviewed_by: [{name: B. Doctor, role: GP}]\n", "")],
        "guide",
        "draft",
    ),
    "a review far off": (
        "review-far",
        [("review_by: 2029-11-01", "review_by: 2030-01-01")],
        "guide.review_by",
        "3 years",
    ),
    "no way to reach anybody": (
        "feedback-contact",
        [("  phone: 01632 960 123\n", "")],
        "organisation.feedback",
        "reach",
    ),
    "no other format": (
        "other-formats",
        [("Ask us for large print or braille.", "Ask us.")],
        "organisation.other_formats",
        '"Ask us."',
    ),
    "one place for more help": (
        "more-help",
        [('  - {title: Two, url: "https://www.example.com/"}\n', "")],
        "more_information",
        "1 place ",
    ),
    "a disclaimer of nothing": (
        "disclaimer-says",
        [("It does not replace advice from your own doctor.", "Take care of yourself.")],
        "disclaimer",
        "replaces no advice",
    ),
    "a disclaimer without whom to ask": (
        "disclaimer-says",
        [("It does not replace advice from your own doctor.", "It does not replace advice.")],
        "disclaimer",
        "whom to ask",
    ),
    "something to fill in": ("placeholder", [("Nobody paid for it.", "TBC")], "guide.funding", '"TBC"'),
    "a field that says nothing": ("placeholder", [("Nobody paid for it.", '"-"')], "guide.funding", '"-" says nothing'),
    "a field with a sign for nothing": ("placeholder", [("The authors have none.", "n/a")], "guide.conflicts", '"n/a"'),
    "a long summary": (
        "summary-length",
        [("by itself.", "by itself. It hurts. It passes. Keep moving.")],
        "summary",
        "4 sentences",
    ),
    "key points that come late": (
        "key-points-first",
        [("sections:\n", "sections:\n  - {kind: text, title: Before, text: First words.}\n")],
        "sections",
        "come later",
    ),
    "two key points": (
        "key-points-count",
        [("      - {title: Three, text: Keep moving.}\n", "")],
        "sections[0].points",
        "2 key points",
    ),
    "nothing to do": (
        "action-missing",
        [
            (", actions: [Walk a little further each week]", ""),
            ("Walk each day.", "Moving is good."),
            ("Keep moving.", "It passes."),
            ("Tell us about it.", "We talk."),
            ("Ask us for large print or braille.", "There is large print."),
            ("Tell us what you think.", "We have a form."),
            ("Ask if your kidneys are weak.", "People with weak kidneys."),
            ("    items: [How long will it last?, What can I do?, When do I come back?]\n", "    text: It lasts.\n"),
            ("kind: checklist", "kind: text"),
        ],
        "sections",
        "nothing",
    ),
    "no list to tick": (
        "tool-missing",
        [("items: [How long will it last?, What can I do?, When do I come back?]", "items: [How long will it last?]")],
        "sections",
        "questions to ask",
    ),
    "one choice": (
        "choices",
        [("      - {title: Supplements, text: Some people take magnesium tablets.}\n", "")],
        "sections[5].options",
        "only one",
    ),
    "much under one heading": (
        "section-length",
        [("text: It is common.", f"text: {LONG}")],
        "sections[0].points[0]",
        '"One"',
    ),
}


@pytest.mark.parametrize("fault", FAULTS)
def test_a_fault_is_found_where_it_stands(judge: Judge, fault: str) -> None:
    rule, changes, path, told = FAULTS[fault]

    (finding,) = judge(rule, *changes)

    assert finding.rule == rule
    assert finding.place.path == path
    assert told in finding.message
    assert finding.place.line


def test_a_guide_past_its_review_is_found_on_the_day_after(judge: Judge) -> None:
    assert not judge("review-past", today=dt.date(2029, 11, 1))

    (finding,) = judge("review-past", today=dt.date(2029, 11, 2))

    assert finding.place.path == "guide.review_by"


def test_a_guide_on_a_topic_names_the_signs_of_that_topic(judge: Judge) -> None:
    found = judge("urgent-sign", ("title: Sciatica", "title: Back pain in the morning"))

    assert len(found) == 11, "12 signs must be named, `fever` is"
    assert {finding.place.path for finding in found} == {"sections[1].signs", "sections[2].signs"}
    assert "`saddle` (numbness" in "".join(finding.message for finding in found)


def test_a_sign_may_stand_at_a_more_urgent_level_but_not_at_a_less_urgent_one(judge: Judge) -> None:
    topic = ("title: Sciatica", "title: Back pain")
    above = judge("urgent-sign", topic, ("id: both", "id: weight"), ("id: fever", "id: saddle"))
    missing = {finding.message.split("`")[1] for finding in above}

    assert "weight" not in missing
    assert "saddle" in missing


def test_a_general_guide_needs_no_signs_and_no_key_points(judge: Judge) -> None:
    general = ("  id: sound\n", "  id: sound\n  type: general\n")

    assert not judge("urgent-missing", general, (EMERGENCY, ""))
    assert not judge(
        "tool-missing",
        general,
        ("items: [How long will it last?, What can I do?, When do I come back?]", "items: [What?]"),
    )


def test_in_another_language_rules_that_need_words_are_silent(judge: Judge) -> None:
    french = ("  audience: Adults\n", "  audience: Adults\n  language: fr\n")

    for rule, change in (
        ("urgent-heading", ('"Call 999 if:"', "Appelez le 15")),
        ("disclaimer-says", ("It does not replace advice from your own doctor.", "Ce guide informe.")),
        ("other-formats", ("Ask us for large print or braille.", "Demandez.")),
        ("unknown-unsaid", ("We do not know how often.", "C'est rare.")),
    ):
        assert judge(rule, french, change) == []


def test_the_real_guide_names_every_sign_and_stays_within_every_limit() -> None:
    resources = Resources.beside(ROOT / "content.yaml")
    held = dossier(load(ROOT / "content.yaml", resources.icons()), resources, TODAY)
    wanted = {
        "urgent-missing",
        "urgent-sign",
        "urgent-one",
        "urgent-early",
        "supplement-limit",
        "limit-over",
        "pathway-certain",
    }

    found = [finding for rule, check in CONTENT.items() if rule.id in wanted for finding in check(held)]

    assert found == []


def test_a_source_that_only_a_picture_of_numbers_cites_is_cited(tmp_path: Path) -> None:
    risk = """\
  - kind: risk
    title: How often
    message: It is rare
    of: 100
    groups: [{label: people get it, number: 1}]
    source: "[@old]"
"""
    path = tmp_path / "content.yaml"
    assert SOUND.count(" [@old]") == 1
    path.write_text(SOUND.replace(" [@old]", "").replace("sections:\n", f"sections:\n{risk}", 1), encoding="utf-8")
    (judge,) = (function for rule, function in CONTENT.items() if rule.id == "reference-unused")
    assert list(judge(dossier(load(path), Resources.beside(path), TODAY))) == []
