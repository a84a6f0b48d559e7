"""Rules over the passive: what they find, how bad it is where, and what they leave alone."""

from __future__ import annotations

from dataclasses import replace

import pytest
from labelled import manuscript_of
from wordrules import words

from leafdeck.check.passive import passive_share, passive_voice
from leafdeck.guide.passages import Role
from leafdeck.notice import Severity


@pytest.mark.parametrize(
    ("text", "verbs"),
    [
        ("Your blood will be taken.", ["will be taken"]),
        ("The dressing must not be removed.", ["must not be removed"]),
        ("They're being checked now.", ["They're being checked"]),
        ("Was the lump seen on a scan?", ["Was the lump seen"]),
        ("Has your mole been checked?", ["Has your mole been checked"]),
        ("This needs to be signed.", ["needs to be signed"]),
        ("The wound was closed with 6 stitches.", ["was closed"]),
        ("The clinic is closed by the manager.", ["is closed"]),
    ],
)
def test_a_passive_is_found(text: str, verbs: list[str]) -> None:
    assert words("passive-voice", text) == verbs
    assert words("passive-voice", text, language="de") == []


@pytest.mark.parametrize(
    "text",
    [
        "You are tired, worried and more relaxed.",
        "It takes time to get used to the noise.",
        "This is called gout. It is caused by a virus.",
        "The pain has lasted. She has been ill.",
        "The clinic is closed on Mondays. Your gums are swollen.",
        "Your baby was born early. There are limited beds.",
        "What you need is speed. It is indeed red.",
        "You are left-handed.",
    ],
)
def test_what_looks_passive_may_not_be(text: str) -> None:
    assert words("passive-voice", text) == []


def test_a_passive_is_worse_in_the_main_message() -> None:
    manuscript, _ = manuscript_of({"text": "Tablets are swallowed whole."})
    (passage,) = manuscript.passages
    for path, role, severity in (
        ("sections[0].text", Role.PROSE, Severity.INFO),
        ("sections[0].message", Role.MESSAGE, Severity.WARNING),
        ("sections[0].options[1].actions[0]", Role.ITEM, Severity.WARNING),
        ("summary", Role.PROSE, Severity.WARNING),
    ):
        (one,) = passive_voice(replace(manuscript, passages=(replace(passage, path=path, role=role),)))
        assert one.severity is severity


def test_many_passives_are_told_once() -> None:
    few = "The tube is removed. " + "Rest well. " * 40
    many = "The tube is removed. Your leg is lifted. A cut is made. The skin is stitched. " + "Rest well. " * 8
    assert list(passive_share(manuscript_of({"text": few})[0])) == []
    (one,) = passive_share(manuscript_of({"text": many})[0])
    assert one.message.startswith("4 of 12 sentences")
