"""A brand's font files judged: may a PDF carry them, are weights or letters missing, what stands in for them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

from fontTools.ttLib import TTFont, TTLibError

from leafdeck.brand.guard import place
from leafdeck.brand.model import Brand, FontFile, families
from leafdeck.notice import Notice, Severity

RESTRICTED, PREVIEW, NO_SUBSET, BITMAP = 0x0002, 0x0004, 0x0100, 0x0200
"""Embedding permissions in OS/2's fsType (OpenType 1.9, OS/2)."""
EVERYWHERE = frozenset(
    ("arial", "calibri", "cambria", "georgia", "segoe ui", "tahoma", "times new roman", "trebuchet ms", "verdana")
)
"""Families that come with PowerPoint on Windows and on a Mac."""
GENERIC = frozenset(("sans-serif", "serif", "monospace", "system-ui", "cursive", "fantasy"))
WANTED = {(400, False): "regular", (400, True): "italic", (700, False): "bold", (700, True): "bold italic"}
"""What text is set in: PowerPoint knows these four of a family."""
MOST_SHOWN = 12
"""How many missing letters are named."""

LETTERS = {
    "cs": "áčďéěíňóřšťúůýž",
    "cy": "âêîôûŵŷáéíóúẃýäëïöüẅÿàèìòùẁỳ",
    "da": "æøå",
    "de": "äöüßẞ„“",
    "en": "‘’“”–—£é",
    "es": "áéíñóúü¿¡",
    "fr": "àâæçéèêëîïôœùûüÿ«»",
    "ga": "áéíóú",
    "gd": "àèìòù",
    "hu": "áéíóöőúüű",
    "it": "àèéìòù",
    "nb": "æøå",
    "nl": "áéëïóöü",
    "pl": "ąćęłńóśźż",
    "pt": "àáâãçéêíóôõú",
    "ro": "ăâîșț",
    "sv": "åäö",
    "tr": "çğıİöşü",
}
"""Letters of languages beyond those of ASCII (Unicode CLDR, main exemplar characters), and what quotes need."""
SIGNS = "•–’“”×°·"
"""What the templates and typography put in whatever the language. The tick (✓) may come from another font."""


@dataclass(frozen=True, slots=True)
class Face:
    """What a font file says: its licence bits, whether it is variable, the characters it has."""

    embedding: int
    variable: bool
    characters: frozenset[int]


def judge(brand: Brand, text: Iterable[str], language: str) -> tuple[Notice, ...]:
    """Return what is wrong with a brand's fonts, each at its rule in the file.

    Args:
        brand: the brand.
        text: all that is set in them.
        language: its BCP 47 tag.
    """
    found: list[Notice] = []
    letters = "".join(text) + SIGNS + LETTERS.get(language.lower().partition("-")[0], "")
    characters = {char for letter in letters for char in (letter, letter.upper()) if len(char) == 1 and char > " "}
    for font in brand.fonts:
        found += _licence(font)
    for name in ("--brand-font", "--brand-font-heading"):
        found += _chain(brand, name)
        family = families(brand.token(name))[0]
        faces = [font for font in brand.fonts if font.family == family]
        found += _weights(
            faces, family, heading=name != "--brand-font", weight=int(brand.token("--brand-heading-weight"))
        )
        found += _letters(faces, characters, language)
    return tuple(dict.fromkeys(found))


@lru_cache(64)
def read(path: Path) -> Face | None:
    """Return what a font file says, or None when it is no font that can be read."""
    try:
        with path.open("rb") as stream, TTFont(stream, lazy=True, fontNumber=0) as font:
            embedding = font["OS/2"].fsType if "OS/2" in font else 0
            return Face(embedding, "fvar" in font, frozenset(font.getBestCmap() or ()))
    except (TTLibError, OSError, KeyError, ValueError):
        return None


def _licence(font: FontFile) -> Iterator[Notice]:
    face, name = read(font.path), font.path.name
    if face is None:
        hint = "Take the file from where the font was first given out, as TTF or OTF."
        yield Notice(Severity.ERROR, font.place, f"the font {name} is damaged", hint)
        return
    if face.embedding & RESTRICTED and not face.embedding & (PREVIEW | 0x0008):
        hint = "Ask its maker for a licence to embed, or take another font."
        yield Notice(Severity.ERROR, font.place, f"the licence of {name} forbids a PDF to carry it (fsType 2)", hint)
    elif face.embedding & BITMAP:
        hint = "Ask its maker for a licence to embed, or take another font."
        yield Notice(Severity.ERROR, font.place, f"the licence of {name} allows pictures of its letters only", hint)
    elif face.embedding & NO_SUBSET:
        message = f"the licence of {name} forbids to cut it to its used letters, as a PDF does"
        yield Notice(Severity.WARNING, font.place, message, "Ask its maker, or take another font.")
    elif face.embedding & PREVIEW:
        message = f"the licence of {name} lets a PDF carry it to read and print; a web page may not"
        yield Notice(Severity.INFO, font.place, message, "Leave --format web out, or ask its maker.")
    if face.variable:
        hint = "Take the static files of the family, one for each weight."
        yield Notice(
            Severity.WARNING, font.place, f"{name} is a variable font, and PowerPoint shows one weight of it", hint
        )


def _weights(faces: Sequence[FontFile], family: str, *, heading: bool, weight: int) -> Iterator[Notice]:
    """Find weights that would be drawn by thickening or slanting another."""
    if not faces:
        return
    have = {(font.weight, font.italic) for font in faces}
    wanted = {(weight, False): WANTED[weight, False]} if heading else WANTED
    missing = [word for key, word in wanted.items() if key not in have]
    if missing:
        message = f"{family} comes without {' and '.join(missing)}, which would be drawn from another weight"
        hint = f'Add an @font-face rule for each, with font-family: "{family}".'
        yield Notice(Severity.WARNING, faces[0].place, message, hint)


def _letters(faces: Sequence[FontFile], characters: set[str], language: str) -> Iterator[Notice]:
    for font in faces:
        face = read(font.path)
        missing = sorted(char for char in characters if face and ord(char) not in face.characters and char.isalpha())
        if missing:
            shown = " ".join(missing[:MOST_SHOWN]) + (" …" if len(missing) > MOST_SHOWN else "")
            message = f"{font.path.name} lacks letters of the language {language}: {shown}"
            hint = "Other letters would stand in for these, in the middle of words. Take a file with more letters."
            yield Notice(Severity.WARNING, font.place, message, hint)


def _chain(brand: Brand, name: str) -> Iterator[Notice]:
    """Judge what stands in for a font that a machine does not have: a deck only names its fonts."""
    named = families(brand.token(name))
    where = place(brand, name)
    if not named or named[-1].lower() not in GENERIC:
        hint = f'Write it as {name}: "{named[0] if named else "Your Font"}", Arial, sans-serif;'
        yield Notice(Severity.WARNING, where, f"{name} does not end with a kind of font, such as sans-serif", hint)
    elif not any(one.lower() in EVERYWHERE for one in named):
        hint = "Name one of " + ", ".join(sorted(one.title() for one in EVERYWHERE)) + " before the last."
        yield Notice(Severity.WARNING, where, f"{name} names no font that comes with PowerPoint", hint)
    if named and not any(font.family == named[0] for font in brand.fonts) and named[0].lower() not in EVERYWHERE:
        message = f"{name}: {named[0]} is taken from this machine, since no @font-face rule brings it"
        hint = (
            "Where it is not installed, another font stands in. Put its files beside the brand file (docs/branding.md)."
        )
        yield Notice(Severity.INFO, where, message, hint)
