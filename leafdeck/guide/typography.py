"""Plain text as a typesetter sets it, by the rules of its language: spaces that hold a line, dashes, dates, numbers.

No character of the author's is lost: a space may become a no-break space, a spaced hyphen a spaced dash, nothing else.
Doing it twice changes nothing more. Addresses have no spaces and stay as they are; quotes are `inline`'s, which knows
what is running text. Pure.
"""

from __future__ import annotations

import datetime as dt
import re
from dataclasses import dataclass
from functools import cache, cached_property

from leafdeck.guide.languages import NARROW, NO_BREAK, Language, language

UNITS = (
    r"%|‰|°C|°F|°|kg|g|mg|μg|µg|mcg|ng|km|m|cm|mm|l|L|ml|mL|dl|kcal|cal|kJ|mmol/l|mmol/L|IU|kPa|mmHg|Hz|kHz|MHz|h|min|s"
)
"""Signs that stay with their number in every language (SI and its like)."""

TITLES = r"Dr|Prof|Mr|Mrs|Ms|Mx|St|Dra|Sr|Sra|Mme|M\.|Dr\.|Prof\.|Hr\.|Fr\."
SHORT = 7
"""A last word of fewer letters is not left alone on the last line of a paragraph."""

LONGEST_TAIL = 22
"""What is kept together at a paragraph's end is no longer than this, or the line before it would be too short."""

MANY = 4
"""A text with fewer spaces before its last word is a label; its lines are not touched."""

_STARS = r"[*_]{0,2}"
"""The marks of bold text, which may stand between a number and its unit."""


@dataclass(frozen=True)
class Typography:
    """The typography of one language."""

    language: Language

    @cached_property
    def _joins(self) -> tuple[re.Pattern[str], ...]:
        """What must not be parted: each pattern's first and last group stand around the space."""
        words = self.language
        units = "|".join(part for part in (words.units, UNITS) if part)
        after = rf"(?={_STARS}(?:{units})(?![\w]))"
        found = [
            rf"(\d{_STARS})[ \n]+(){after}",
            rf"(?<![\w-])((?:{TITLES}))[ \n]+()(?=[A-ZÀ-ÞĀ-Ž]\w)",
            r"(\d) ()(?=\d{3}(?!\d))",
        ]
        if words.vitamin:
            found.append(rf"\b({words.vitamin})[ \n]+()(?=[A-K]\d{{0,2}}\b)")
        if words.counted:
            found.append(rf"(?<![\w-])((?:{words.counted}))[ \n]+()(?=\d|[IVX]+\b)")
        if words.months:
            found.append(rf"(\b\d{{1,2}}(?:\.|er)?)[ \n]+()(?=(?:de[ \u00a0])?(?:{'|'.join(words.months)})\b)")
        if words.date.startswith("{month}"):
            found.append(rf"\b({'|'.join(words.months)}) ()(?=\d{{1,2}}\b)")
        return tuple(map(re.compile, found))

    @cached_property
    def _ratio(self) -> re.Pattern[str] | None:
        words = self.language.ratios
        return re.compile(rf"(?<![\w.,])(\d+)[ \n]+({words})[ \n]+(?=\d)") if words else None

    @cached_property
    def _before(self) -> tuple[tuple[re.Pattern[str], str], ...]:
        """Signs with a space before them; one that the author left out is not put in."""
        signs = self.language.before
        made = [
            (re.compile(rf"(?<=\S)[ \u00a0](?={re.escape(sign)}(?:[\s\"'”’»)*_]|$))"), space) for sign, space in signs
        ]
        if self.language.quotes[0].startswith("«") and len(self.language.quotes[0]) > 1:
            made.append((re.compile(r"(?<=«)[ \u00a0](?=\S)"), self.language.quotes[0][1:]))
        return tuple(made)

    def set(self, text: str) -> str:
        """Return text with no-break spaces within amounts, names and ratios, and with dashes for spaced hyphens."""
        text = _DASH.sub(f"{NO_BREAK}– ", text)
        for pattern, space in self._before:
            text = pattern.sub(space, text)
        for pattern in self._joins:
            text = pattern.sub(_joined, text)
        if self._ratio:
            text = self._ratio.sub(
                lambda match: f"{match[1]}{NO_BREAK}{match[2].replace(' ', NO_BREAK)}{NO_BREAK}", text
            )
        return text

    def date(self, day: dt.date) -> str:
        """Return a date as the language writes it, its day and month kept together."""
        if not self.language.months:
            return day.isoformat()
        number = self.language.first if day.day == 1 else str(day.day)
        month = self.language.months[day.month - 1]
        return self.set(self.language.date.format(day=number, month=month, year=day.year))

    def number(self, value: float, places: int = 0) -> str:
        """Return a number with the language's decimal sign, its groups of three parted where there are many digits."""
        whole, _, rest = f"{value:,.{places}f}".partition(".")
        few = len(re.sub(r"\D", "", whole)) < self.language.least
        return whole.replace(",", "" if few else self.language.group) + (self.language.decimal + rest if rest else "")


_DASH = re.compile(r"(?<=[^\s–-]) (?:-|--|–) (?=[^\s–-])")


def _joined(match: re.Match[str]) -> str:
    return f"{match[1]}{NO_BREAK}{match[2]}"


def tail(words: str) -> int:
    """Return where the space stands that keeps a paragraph's short last word from a line of its own; -1 for none.

    Args:
        words: a paragraph's plain words.
    """
    at = max(words.rfind(" "), words.rfind("\n"))
    last = words[at + 1 :]
    if at <= 0 or len(last.rstrip(".,;:!?)”’»")) >= SHORT:
        return -1
    before = words[:at].split()
    kept = re.split(r"[ \n]", words[:at])[-1]
    return at if len(before) > MANY and len(kept) + 1 + len(last) <= LONGEST_TAIL else -1


def held(text: str) -> str:
    """Return a line of plain words, such as a heading, whose short last word stays with the one before it."""
    at = tail(text)
    return text if at < 0 else f"{text[:at]}{NO_BREAK}{text[at + 1 :]}"


@cache
def of(code: str) -> Typography:
    """Return the typography of a language by its code, such as ``en-GB``."""
    return Typography(language(code))


ENGLISH = of("en")

__all__ = ["ENGLISH", "NARROW", "NO_BREAK", "Typography", "held", "of", "tail"]
