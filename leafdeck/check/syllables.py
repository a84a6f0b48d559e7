"""How many syllables a word has, by the spelling rules of its language. Pure.

English: groups of vowels, less the silent ones, more where two vowels that stand together are spoken apart; the tests
measure it against the CMU Pronouncing Dictionary. German and Spanish are spelled as they are spoken, so these need few
rules.
"""

from __future__ import annotations

import re
from functools import lru_cache

_LETTERS = re.compile(r"[^\W\d_]+")
_MOST_CAPITALS = 5
"""An abbreviation is no longer than this; a longer word in capitals is shouted."""


@lru_cache(maxsize=16384)
def english(word: str) -> int:
    """Return the number of syllables of an English word: of its parts together, where it has a hyphen.

    A number counts as one, as it is read at a glance; an abbreviation in capitals is read letter by letter.
    """
    joined = word.replace("'", "").replace("’", "")
    return max(1, sum(_spelled(part) or _english(part.lower()) for part in _LETTERS.findall(joined)))


def _spelled(part: str) -> int:
    """Return the syllables of letters that are read one by one, 0 where they are no abbreviation."""
    if 1 < len(part) <= _MOST_CAPITALS and part.isupper():
        return len(part) + 2 * part.count("W")
    return 0


_IRREGULAR = {
    "acne": 2, "anyone": 3, "area": 3, "areas": 3, "argue": 2, "being": 2, "business": 2, "businesses": 3,
    "diabetes": 4, "diarrhea": 4, "diarrhoea": 4, "element": 3, "elements": 3, "european": 4, "evening": 2,
    "evenings": 2, "everybody": 4, "everyday": 3, "everyone": 3, "everything": 3, "eye": 1, "eyes": 1,
    "friend": 1, "friends": 1, "idea": 3, "people": 2, "real": 1, "recipe": 3, "recipes": 3, "science": 2,
    "soldier": 2, "someone": 2, "something": 2, "the": 1, "wednesday": 2, "wednesdays": 2,
}  # fmt: skip

_ENDINGS = (
    "ly|less|lessly|ful|fully|fulness|ment|ments|ness|some|ty|thing|where|times?|line|man|men|land|town|ware|work|wise"
    "|body|like|smith|field|ford|house|bone|well|wood|ville|ton|scape"
)
_FIRST_PARTS = (
    "some|home|life|time|house|note|use|care|live|safe|side|fore|there|where|here|more|whole|base|guide|line|wide|fire"
    "|white|nose|bone|face|make|take|smoke|horse|nurse|place|pace|stage|state|lake|stone|wine|name|game|grade|trade|cause"
    "|love|wave|rose|blue|close|code|date|gate|grape|hole|joke|like|male|nine|one|pine|pipe|plate|price|race|rate|shape"
    "|size|space|stake|store|tape|tone|type|vice|voice|wise"
)
_SILENT = (
    (re.compile(r"(?<=[aeou])y(?=[aeiou])"), "j"),  # a consonant: player, royal
    (re.compile(r"ically$"), "icly"),
    (re.compile(r"([gq])ue(s?)$"), r"\1\2"),  # league
    (re.compile(rf"^({_FIRST_PARTS})(?=[^aeiouyrn])(?![ds]$|ly$|ness|ful|less|ment)"), lambda m: f"{m[1][:-1]}'"),
    (
        re.compile(
            r"([aeiouy][^aeiouy]*[^aeiouylr]|[aeiouy][lr]|[aeiouy][^aeiouy]*(?:[^aeiouy]r))e"
            rf"(?=(?:{_ENDINGS})$)"
        ),
        r"\1'",  # careful, basement
    ),
    (re.compile(r"([aeiouy][^aeiouy]*)(?<![aeiouy])(?<![^aeiouylr][lr])e$"), r"\1'"),  # bone, not table
    (re.compile(r"([aeiouy][^aeiouy]*)(?<![szxcg])(?<![sc]h)(?<![^aeiouylr][lr])es$"), r"\1's"),  # bones, not boxes
    (re.compile(r"([aeiouy][^aeiouy]*)(?<![td])(?<![^aeiouylr][lr])ed$"), r"\1'd"),  # called, not treated
)
"""Silent letters, each with what takes their place: an apostrophe, so that what stood around them does not meet."""

_APART = re.compile(
    r"""
    # ia: dial, media; not special, brilliant, marriage
      i(?=a)(?<![ctsg]i)(?<!lli)(?!age|ament|ar$|ars$)
    | (?<=[cstg])i(?=a(?:b|t|s|$|s$))(?!ats|able|at$)
    | (?<=[^aeiou]l)i(?=ar?$)|^li(?=a)|(?<=el)i(?=a)
    # io, iu: period, ratio, calcium; not nation, union
    | i(?=o)(?<![ctsgxh]i)(?<!lli)(?<!ni)(?!or$|ou?rs?$)|(?<=[rdt])i(?=ors?$)|i(?=os?$)|^[^aeiou]*i(?=o)
    | i(?=um|us)(?<!gi)
    # ie: diet, client, science, earlier; not patient, field
    | i(?=et)|(?<![ct])i(?=en[tc])|^sci(?=en)|(?<=[aeiou])(?:[^aeiouy]+)i(?=ers?$|est$)
    # ea, eo: create, reaction, nausea, video; not great, people
    | (?<=[bcdfgklmnprstvz])re(?=at(?!h|s?$|ed?$|ing|y|en|m|er))|^cre(?=at)|^re(?=a(?:ct|ss|pp|dj|dm|rr|li[sz]|lit))
    | (?<=h)e(?=at[er][er])|[aeiou][^aeiouy']+e(?=as?$)
    | e(?=o)(?<!ge)(?<!che)(?!opl|opar|oman|ous)
    # ua, uo, ui, ue: usual, ruin, fluent; not language, fruit, frequent
    | (?<![qg])(?<!pers)u(?=a)|(?<![q])u(?=o)
    | (?<![qgbs])u(?=i(?:ds?$|n[^gj]|n$|t[iy]|sm|st))|^su(?=ici)|(?<![qg])u(?=e(?:n|l(?!e)|t))
    # before -ing: seeing, studying
    | [eoiu](?=ings?$)|(?<=[^aeiou])y(?=ings?$|ist)
    # poem, chaos, museum, radii, dyad, archaic, cooperate
    | o(?=em|et)|^co(?=ex|inc|inf)|a(?=o[^ue])|(?<!rh)e(?=um|us$)|i(?=i)|(?<=[^aeiou])y(?=a)|a(?=ic)|o(?=opera|ordi)
    # prism, rhythm
    | s(?=ms?$)|th(?=ms?$)
    """,
    re.VERBOSE,
)
"""Where two vowels, or two consonants, make one syllable more than their group."""

_GROUP = re.compile(r"[aeiouy]+")


def _english(part: str) -> int:
    if part in _IRREGULAR:
        return _IRREGULAR[part]
    spoken = part
    for silent, instead in _SILENT:
        spoken = silent.sub(instead, spoken)
    return max(1, len(_GROUP.findall(spoken)) + len(_APART.findall(spoken)))


_GERMAN = re.compile(r"(?:ei|ai|au|eu|äu|ie|ee|oo|aa|ey|ay|oi|ui|[aeiouäöüyéèà])")


@lru_cache(maxsize=16384)
def german(word: str) -> int:
    """Return the number of syllables of a German word: each vowel, or two that are spoken as one, is one."""
    return max(1, len(_GERMAN.findall(word.lower().replace("qu", "q"))))


_STRONG = re.compile(r"[aeoáéóíú]")
_WEAK = re.compile(r"(?<![aeoáéóíúiuü])(?:[iuü]|y(?![aeiouáéíóú]))+(?![aeoáéóíú])")


@lru_cache(maxsize=16384)
def spanish(word: str) -> int:
    """Return the number of syllables of a Spanish word (Ortografía de la lengua española, 2010, diphthongs and hiatus).

    An open vowel or one with an accent is one syllable each; closed ones count only where no such vowel stands beside
    them.
    """
    small = word.lower()
    return max(1, len(_STRONG.findall(small)) + len(_WEAK.findall(small)))
