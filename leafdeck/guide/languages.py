# ruff: noqa: RUF001 - quotes are what this is about
"""How languages set quotes, numbers and dates, and which words must stay on one line with their number. Data.

Sources: the Unicode CLDR 46 (quotes, dates, decimal signs, groups), the NHS content style (English dates and numbers),
the Imprimerie nationale's rules (French spaces). A language that is not here is set with its own words untouched:
only what English and it share, such as a number that stays with an SI unit, is done.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

NO_BREAK = "\N{NO-BREAK SPACE}"
NARROW = "\N{NARROW NO-BREAK SPACE}"


@dataclass(frozen=True, slots=True)
class Language:
    """What typography needs to know of a language.

    Attributes:
        quotes: opening and closing quotes, then those within quotes.
        decimal, group: the decimal sign, and what parts groups of three digits.
        least: the digits a number has at least before its groups are parted.
        date: how a day is written, with ``{day}``, ``{month}`` and ``{year}``.
        months: their names, as dates have them, from January.
        first: how the first day of a month is written.
        units: words that stay with the number before them, as a regular expression.
        counted: words that stay with the number after them, such as "page", as a regular expression.
        vitamin: the word before the letter of a vitamin, as a regular expression.
        ratios: the words between the numbers of "1 in 10", as a regular expression.
        before: signs of punctuation that have a space before them, each with that space.
    """

    quotes: tuple[str, str, str, str]
    decimal: str
    group: str
    date: str
    months: tuple[str, ...]
    units: str = ""
    counted: str = ""
    vitamin: str = ""
    ratios: str = ""
    least: int = 4
    first: str = "1"
    before: tuple[tuple[str, str], ...] = ()


def _months(names: str) -> tuple[str, ...]:
    return tuple(names.split())


ENGLISH = Language(
    quotes=("“", "”", "‘", "’"),
    decimal=".",
    group=",",
    date="{day} {month} {year}",
    months=_months("January February March April May June July August September October November December"),
    units=r"(?:micro|milli|kilo)?grams?|(?:milli|centi)?lit(?:re|er)s?|(?:milli|centi|kilo)?met(?:re|er)s?|units?"
    r"|seconds?|minutes?|hours?|days?|weeks?|months?|years?|per cent|million|times",
    counted=r"[Pp]ages?|[Ff]igures?|[Tt]ables?|[Ss]teps?|[Ss]lides?|[Cc]hapters?|[Ss]ections?|[Vv]ersion|[Tt]ype|[Ss]tage"
    r"|[Gg]rade|[Pp]hase",
    vitamin=r"[Vv]itamins?",
    ratios="in|out of",
)

LANGUAGES: Mapping[str, Language] = {
    "en": ENGLISH,
    "en-us": Language(
        quotes=ENGLISH.quotes,
        decimal=".",
        group=",",
        date="{month} {day}, {year}",
        months=ENGLISH.months,
        units=ENGLISH.units,
        counted=ENGLISH.counted,
        vitamin=ENGLISH.vitamin,
        ratios=ENGLISH.ratios,
    ),
    "cy": Language(
        quotes=("“", "”", "‘", "’"),
        decimal=".",
        group=",",
        date="{day} {month} {year}",
        months=_months("Ionawr Chwefror Mawrth Ebrill Mai Mehefin Gorffennaf Awst Medi Hydref Tachwedd Rhagfyr"),
        units=r"(?:micro|mili|cilo)?gramau|eiliad(?:au)?|munud(?:au)?|awr|oriau|diwrnod(?:au)?|wythnos(?:au)?|mis(?:oedd)?"
        r"|blwyddyn|blynedd|oed|y cant|miliwn",
        counted=r"[Tt]udalen(?:nau)?|[Ff]figwr|[Tt]abl|[Cc]am|[Ss]leid|[Pp]ennod|[Aa]dran|[Mm]ath",
        vitamin=r"[Ff]itamin(?:au)?",
        ratios="o bob|mewn",
    ),
    "de": Language(
        quotes=("„", "“", "‚", "‘"),
        decimal=",",
        group=".",
        date="{day}. {month} {year}",
        months=_months("Januar Februar März April Mai Juni Juli August September Oktober November Dezember"),
        units=r"(?:Mikro|Milli|Kilo)?gramm|(?:Milli|Zenti)?liter|(?:Milli|Zenti|Kilo)?meter|Einheiten|Sekunden?|Minuten?"
        r"|Stunden?|Tagen?|Wochen?|Monaten?|Jahren?|Tage|Monate|Jahre|Prozent|Millionen|Mal",
        counted=r"Seiten?|Abbildung|Abb\.|Tabelle|Schritt|Folie|Kapitel|Abschnitt|Version|Typ|Grad|Phase|Nr\.",
        vitamin="Vitamine?",
        ratios="von",
    ),
    "fr": Language(
        quotes=(f"«{NARROW}", f"{NARROW}»", "“", "”"),
        decimal=",",
        group=NARROW,
        date="{day} {month} {year}",
        months=_months("janvier février mars avril mai juin juillet août septembre octobre novembre décembre"),
        units=r"(?:micro|milli|kilo)?grammes?|(?:milli|centi)?litres?|(?:milli|centi|kilo)?mètres?|unités?|secondes?"
        r"|minutes?|heures?|jours?|semaines?|mois|ans?|années?|pour cent|millions?|fois",
        counted=r"[Pp]ages?|[Ff]igures?|[Tt]ableaux?|[Éé]tapes?|[Dd]iapositives?|[Cc]hapitres?|[Vv]ersion|[Tt]ype|[Ss]tade"
        r"|[Gg]rade|[Nn]°",
        vitamin="[Vv]itamines?",
        ratios="sur",
        first="1er",
        before=((";", NARROW), ("!", NARROW), ("?", NARROW), (":", NARROW), ("»", NARROW), ("%", NARROW)),
    ),
    "es": Language(
        quotes=("«", "»", "“", "”"),
        decimal=",",
        group=NARROW,
        date="{day} de {month} de {year}",
        months=_months("enero febrero marzo abril mayo junio julio agosto septiembre octubre noviembre diciembre"),
        units=r"(?:micro|mili|kilo)?gramos?|(?:mili|centi)?litros?|(?:mili|centi|kiló)?metros?|unidad(?:es)?|segundos?"
        r"|minutos?|horas?|días?|semanas?|mes(?:es)?|años?|por ciento|millones|millón|veces",
        counted=r"[Pp]áginas?|[Ff]iguras?|[Tt]ablas?|[Pp]asos?|[Dd]iapositivas?|[Cc]apítulos?|[Vv]ersión|[Tt]ipo|[Gg]rado"
        r"|[Ff]ase",
        vitamin="[Vv]itaminas?",
        ratios="de cada|de",
        least=5,
        before=(("%", NARROW),),
    ),
    "it": Language(
        quotes=("«", "»", "“", "”"),
        decimal=",",
        group=".",
        date="{day} {month} {year}",
        months=_months("gennaio febbraio marzo aprile maggio giugno luglio agosto settembre ottobre novembre dicembre"),
        units=r"(?:micro|milli|chilo)?gramm[oi]|(?:milli|centi)?litr[oi]|(?:milli|centi|chilo)?metr[oi]|unità|second[oi]"
        r"|minut[oi]|or[ae]|giorn[oi]|settiman[ae]|mes[ei]|ann[oi]|per cento|milion[ei]|volt[ae]",
        counted=r"[Pp]agin[ae]|[Ff]igur[ae]|[Tt]abell[ae]|[Pp]asso|[Dd]iapositiva|[Cc]apitolo|[Vv]ersione|[Tt]ipo|[Gg]rado"
        r"|[Ff]ase",
        vitamin="[Vv]itamin[ae]",
        ratios="su",
    ),
    "nl": Language(
        quotes=("“", "”", "‘", "’"),
        decimal=",",
        group=".",
        date="{day} {month} {year}",
        months=_months("januari februari maart april mei juni juli augustus september oktober november december"),
        units=r"(?:micro|milli|kilo)?gram|(?:milli|centi)?liter|(?:milli|centi|kilo)?meter|eenheden|seconden?|minu(?:ut|ten)"
        r"|uur|uren|dag(?:en)?|we(?:ek|ken)|maand(?:en)?|jaar|jaren|procent|miljoen|keer",
        counted=r"[Pp]agina's?|[Pp]agina|[Ff]iguur|[Tt]abel|[Ss]tap|[Dd]ia|[Hh]oofdstuk|[Vv]ersie|[Tt]ype|[Gg]raad|[Ff]ase",
        vitamin="[Vv]itamine",
        ratios="op de|van de",
    ),
    "pl": Language(
        quotes=("„", "”", "«", "»"),
        decimal=",",
        group=NO_BREAK,
        date="{day} {month} {year}",
        months=_months(
            "stycznia lutego marca kwietnia maja czerwca lipca sierpnia września października listopada grudnia"
        ),
        units=r"(?:mikro|mili|kilo)?gram(?:y|ów)?|(?:mili|centy)?litr(?:y|ów)?|(?:mili|centy|kilo)?metr(?:y|ów)?"
        r"|jednost(?:ka|ki|ek)|sekund[ya]?|minut[ya]?|godzin[ya]?|d(?:zień|ni)|tygodni(?:e)?|tydzień|miesi(?:ąc|ące|ęcy)"
        r"|rok|lata|lat|procent|milion(?:y|ów)?|razy?",
        counted=r"[Ss]tron[ay]|[Ss]tr\.|[Rr]ysunek|[Rr]ys\.|[Tt]abela|[Kk]rok|[Ss]lajd|[Rr]ozdział|[Ww]ersja|[Tt]yp(?:u)?"
        r"|[Ss]topień|[Ff]aza",
        vitamin="[Ww]itamin[ay]?",
        ratios="na",
        least=5,
    ),
    "pt": Language(
        quotes=("«", "»", "“", "”"),
        decimal=",",
        group=NO_BREAK,
        date="{day} de {month} de {year}",
        months=_months("janeiro fevereiro março abril maio junho julho agosto setembro outubro novembro dezembro"),
        units=r"(?:micro|mili|quilo)?gramas?|(?:mili|centi)?litros?|(?:mili|centi|quiló)?metros?|unidades?|segundos?"
        r"|minutos?|horas?|dias?|semanas?|m(?:ês|eses)|anos?|por cento|milh(?:ão|ões)|vezes",
        counted=r"[Pp]áginas?|[Ff]iguras?|[Tt]abelas?|[Pp]assos?|[Dd]iapositivos?|[Cc]apítulos?|[Vv]ersão|[Tt]ipo|[Gg]rau"
        r"|[Ff]ase",
        vitamin="[Vv]itaminas?",
        ratios="em cada|em",
        least=5,
    ),
}
"""The languages by their codes in small letters."""

OTHER = Language(
    quotes=('"', '"', "'", "'"), decimal=".", group=NO_BREAK, date="{year}-{month}-{day}", months=(), least=5
)
"""For a language that is not here: quotes as they are typed, and dates that any reader can tell."""


def language(code: str) -> Language:
    """Return what typography knows of a language: of its regional form, or else of the language."""
    key = code.lower()
    return LANGUAGES.get(key) or LANGUAGES.get(key.split("-", maxsplit=1)[0], OTHER)
