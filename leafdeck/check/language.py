"""Rule: a guide in a language that leafdeck is not ready for says so."""

from __future__ import annotations

from collections.abc import Collection

from leafdeck.notice import Notice, Place, Severity

RIGHT_TO_LEFT = {
    "ar",
    "arc",
    "ckb",
    "dv",
    "fa",
    "he",
    "iw",
    "ji",
    "ks",
    "ku",
    "nqo",
    "ps",
    "sd",
    "syr",
    "ug",
    "ur",
    "yi",
}
"""Languages usually written from right to left (Unicode CLDR, likely subtags and script metadata)."""
_RIGHT_TO_LEFT_SCRIPTS = {"adlm", "arab", "hebr", "nkoo", "rohg", "syrc", "thaa"}
_SCRIPT_LENGTH = 4
"""A BCP 47 subtag of four letters is a script: ``pa-Arab``."""


def unready(language: str, languages: Collection[str], place: Place) -> tuple[Notice, ...]:
    """Return a warning when the templates have no words in a language, and one when it runs from right to left.

    Args:
        language: the guide's language, a BCP 47 tag.
        languages: the languages that there are words in, in small letters.
        place: where the language stands in the source.
    """
    tag = language.lower()
    first, *rest = tag.split("-")
    found: list[Notice] = []
    if not {first, tag} & set(languages):
        message = f'leafdeck has no words of its own in `{language}`: headings such as "What is inside" stay English'
        hint = f"Copy templates/labels/en.yaml to templates/labels/{first}.yaml beside the content, and translate it."
        found.append(Notice(Severity.WARNING, place, message, hint))
    scripts = [part for part in rest if len(part) == _SCRIPT_LENGTH and part.isalpha()]
    if _RIGHT_TO_LEFT_SCRIPTS & set(scripts) if scripts else first in RIGHT_TO_LEFT:
        message = f"`{language}` is written from right to left, and leafdeck does not set pages in that direction yet"
        hint = "Let someone who reads the language check every page before it is used."
        found.append(Notice(Severity.WARNING, place, message, hint))
    return tuple(found)
