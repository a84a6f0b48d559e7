"""Rule: how hard a text is to read, by the formula that was validated for its language; silent for other languages."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from leafdeck.check import syllables
from leafdeck.check.finding import Finding, Rule, shown
from leafdeck.check.manuscript import Dossier, Manuscript
from leafdeck.check.sentences import Sentence
from leafdeck.guide.passages import Role
from leafdeck.notice import Severity

READING_GRADE = Rule(
    "reading-grade",
    Severity.WARNING,
    "Write shorter sentences and plainer words.",
    "Running text reads at US grade 6 or below (over 8 is an error), and as easily in other languages with a formula; "
    "tables, headings, names of nutrients and words that the glossary explains do not count.",
    ("NHS content style", "CDC Clear Communication Index", "AHRQ PEMAT-P"),
)

FEWEST_WORDS = 100
"""The formulas were made on samples of about this many words; of fewer they say nothing."""
LONG_NAME = 6
"""Names of more letters than this are left out; shorter ones are not hard."""

_COUNTED = {Role.PROSE, Role.ITEM, Role.SIGN}
_NAME_WORD = re.compile(r"[^\W\d_]+")


@dataclass(frozen=True, slots=True)
class Sample:
    """Words in sentences, as a formula counts them."""

    words: tuple[str, ...]
    sentences: int

    def a_sentence(self) -> float:
        """Return the words in a sentence."""
        return len(self.words) / self.sentences

    def a_word(self, count: Callable[[str], int]) -> float:
        """Return the mean of something over the words."""
        return sum(map(count, self.words)) / len(self.words)


@dataclass(frozen=True, slots=True)
class Formula:
    """A formula of readability.

    Attributes:
        name: what it is called, with its number's unit.
        score: a sample's score.
        fine: the hardest score that is easy enough.
        fail: the hardest score that is not yet far too hard.
        easier_up: True where a higher score is easier.
    """

    name: str
    score: Callable[[Sample], float]
    fine: float
    fail: float
    easier_up: bool = False

    def severity(self, score: float) -> Severity | None:
        """Return how bad a score is, rounded to one decimal as it is told; None for a fine one."""
        sign, told = (-1 if self.easier_up else 1), round(score, 1)
        if sign * told <= sign * self.fine:
            return None
        return Severity.WARNING if sign * told <= sign * self.fail else Severity.ERROR


def flesch_kincaid(sample: Sample) -> float:
    """Return the US school grade of an English text (Kincaid and others 1975, Research Branch Report 8-75)."""
    return 0.39 * sample.a_sentence() + 11.8 * sample.a_word(syllables.english) - 15.59


def wiener_sachtextformel(sample: Sample) -> float:
    """Return the school year of a German text (Bamberger and Vanecek 1984, first Wiener Sachtextformel)."""
    many = 100 * sample.a_word(lambda word: syllables.german(word) >= 3)  # noqa: PLR2004 - the formula's own
    one = 100 * sample.a_word(lambda word: syllables.german(word) == 1)
    long = 100 * sample.a_word(lambda word: len(word) > 6)  # noqa: PLR2004 - the formula's own
    return 0.1935 * many + 0.1672 * sample.a_sentence() + 0.1297 * long - 0.0327 * one - 0.875


def inflesz(sample: Sample) -> float:
    """Return the ease of a Spanish text (Szigriszt Pazos 1993; scale: Barrio-Cantalejo and others 2008)."""
    return 206.835 - 62.3 * sample.a_word(syllables.spanish) - sample.a_sentence()


def gulpease(sample: Sample) -> float:
    """Return the ease of an Italian text (Lucisano and Piemontese 1988)."""
    letters = sample.a_word(lambda word: sum(letter.isalnum() for letter in word))
    return 89 + 300 / sample.a_sentence() - 10 * letters


FORMULAS: Mapping[str, Formula] = {
    "en": Formula("Flesch-Kincaid grade", flesch_kincaid, 6, 8),
    "de": Formula("Wiener Sachtextformel grade", wiener_sachtextformel, 6, 8),
    "es": Formula("INFLESZ score", inflesz, 55, 40, easier_up=True),  # 55: normal; below 40: very hard
    "it": Formula(
        "Gulpease index", gulpease, 60, 40, easier_up=True
    ),  # 60: easy after middle school; 40: after high school
}
"""The formulas by language."""


def reading_grade(dossier: Dossier) -> Iterator[Finding]:
    """Find sections, and guides as a whole, that are hard to read."""
    manuscript = dossier.manuscript
    formula = FORMULAS.get(manuscript.language.lower().partition("-")[0])
    if not formula:
        return
    names = _names(dossier)
    counted = [sentence for sentence in manuscript.sentences if sentence.passage.role in _COUNTED]
    whole = _judged(formula, counted, names, "this guide")
    if whole:
        message, severity, hint = whole
        yield READING_GRADE.found(dossier.place("guide.title"), message, severity=severity, hint=hint)
    for number, section in enumerate(dossier.guide.sections):
        part = [sentence for sentence in counted if sentence.passage.section == number]
        found = _judged(formula, part, names, shown(section.title))
        if found:
            message, severity, hint = found
            place = dossier.place(f"sections[{number}].title")
            yield READING_GRADE.found(place, message, severity=severity, hint=hint)


def grade(manuscript: Manuscript, names: frozenset[str] = frozenset()) -> float | None:
    """Return the score of a guide's running text; None where there is no formula, or too little text."""
    formula = FORMULAS.get(manuscript.language.lower().partition("-")[0])
    sample = sampled([one for one in manuscript.sentences if one.passage.role in _COUNTED], names)
    return formula.score(sample) if formula and len(sample.words) >= FEWEST_WORDS else None


def sampled(sentences: Sequence[Sentence], names: frozenset[str]) -> Sample:
    """Return sentences as a sample, without the names that do not count, in small letters."""
    words = [[word for word in sentence.words if word.lower() not in names] for sentence in sentences]
    return Sample(tuple(word for found in words for word in found), max(1, sum(bool(found) for found in words)))


def _judged(
    formula: Formula, sentences: Sequence[Sentence], names: frozenset[str], what: str
) -> tuple[str, Severity, str] | None:
    """Return what is wrong with a text, how bad it is and where to begin; None for one that is easy, or short."""
    sample = sampled(sentences, names)
    if len(sample.words) < FEWEST_WORDS:
        return None
    score = formula.score(sample)
    severity = formula.severity(score)
    if not severity:
        return None
    better = "or more" if formula.easier_up else "or less"
    message = f"{what} is hard to read: {formula.name} {score:.1f}, where {formula.fine:g} {better} is easy"
    sign = -1 if formula.easier_up else 1
    hardest = max(sentences, key=lambda one: sign * formula.score(sampled([one], names)) if one.words else -1e9)
    return message, severity, f"{READING_GRADE.hint} Begin with: {shown(hardest.text, 80)}"


def _names(dossier: Dossier) -> frozenset[str]:
    """Return the long words, in small letters, of nutrients' names and of what the glossary explains."""
    nutrients = (limit.nutrient for section in dossier.guide.sections for limit in getattr(section, "limits", ()))
    names = (*dossier.manuscript.glossary, *nutrients)
    return frozenset(word.lower() for name in names for word in _NAME_WORD.findall(name) if len(word) > LONG_NAME)
