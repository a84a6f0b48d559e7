"""A brand judged: its colours, its fonts, and whether its own rules reach anything.

What can be said without laying anything out is said by every build; the rest by `leafdeck brand check`, which composes
the content beside the brand and a specimen, a guide with every kind of section.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from leafdeck.brand import css, fonts, guard, rules
from leafdeck.brand.model import Brand
from leafdeck.formats import A4, LARGE_PRINT
from leafdeck.guide.model import Guide
from leafdeck.guide.source import load
from leafdeck.guide.texts import all_texts
from leafdeck.notice import Notice, Severity
from leafdeck.resources import Resources, package_data

if TYPE_CHECKING:
    from leafdeck.compose import Composer

SPECIMEN = "templates/specimen/content.yaml"
"""A guide with every kind of section, in the package."""


@dataclass(frozen=True, slots=True)
class Judged:
    """A brand, and what was found wrong with it, errors first."""

    brand: Brand
    notices: tuple[Notice, ...]

    def count(self, severity: Severity) -> int:
        """Return how many notices are of that severity."""
        return sum(notice.severity is severity for notice in self.notices)


def defaults() -> Path:
    """Return the package's own brand file."""
    return package_data() / "styles" / "brand.css"


def chosen(file: Path | None) -> Path:
    """Return the brand file that is meant: the one that is named, that beside the content here, or the package's."""
    return (file or Resources.beside(Path("content.yaml")).find("styles/brand.css")).resolve()


def worn(file: Path, folder: Path | None = None) -> Brand:
    """Read a brand file over the package's. Raises LayoutError."""
    return css.load(list(dict.fromkeys((defaults(), file))), folder)


def passing(brand: Brand, guide: Guide) -> tuple[Notice, ...]:
    """Return what a build says of the brand that it wears, warnings and errors only.

    What it says of declarations stands in for what the layout engine says of them without naming the file.
    """
    found = [*fonts.judge(brand, all_texts(guide), guide.guide.language), *_unread(brand)]
    found += rules.unknown(_own(brand), _vocabulary(Resources((package_data(),))))
    return tuple(notice for notice in found if notice.severity is not Severity.INFO)


def check(file: Path | None, content: Path) -> Judged:
    """Judge a brand.

    Args:
        file: the brand file; None takes ``styles/brand.css`` beside the content, or leafdeck's own.
        content: the guide that wears it. Where there is no such file, the specimen alone is looked at.

    Raises:
        LayoutError: the brand file, a font or a picture cannot be read.
        SourceError: the content is there and cannot be read.
    """
    path = chosen(file)
    contents = [*([content] if content.is_file() else []), package_data() / SPECIMEN]
    brand = worn(path, contents[0].resolve().parent if content.is_file() else None)
    found = [*guard.judge(brand)]
    if "--brand-pattern" in brand.pictures:
        from leafdeck.brand import pixels

        seen = pixels.read(brand.pictures["--brand-pattern"], brand.color("--brand-cover"))
        found += guard.patterned(brand, [one.color for one in seen.colors])
    composers = [_composer(brand, one) for one in contents]
    first = composers[0].guide
    text = [*all_texts(first), *composers[0].labels.values()]
    found += fonts.judge(brand, text, first.guide.language)
    found += _unread(brand)
    own = _own(brand)
    if own:
        found += rules.unmatched(own, _pages(composers), _vocabulary(composers[0].resources))
    order = list(reversed(Severity))
    return Judged(brand, tuple(sorted(found, key=lambda notice: order.index(notice.severity))))


def _own(brand: Brand) -> tuple[rules.OwnRule, ...]:
    return rules.read(brand.path) if brand.path != defaults() else ()


def _unread(brand: Brand) -> Iterator[Notice]:
    """Say which declarations of the brand's file the layout engine passes over."""
    if brand.path == defaults():
        return iter(())
    from leafdeck import typeset

    return rules.refused(brand.path, typeset.refused(brand.path), typeset.properties())


def _vocabulary(resources: Resources) -> rules.Vocabulary:
    folders = (resources.folders(name) for name in ("templates", "styles"))
    templates, sheets = ([path for folder in found for path in folder.rglob("*")] for found in folders)
    return rules.vocabulary(_texts(templates, ".html"), _texts(sheets, ".css"))


def _texts(paths: Sequence[Path], suffix: str) -> Iterator[str]:
    return (path.read_text(encoding="utf-8") for path in paths if path.suffix == suffix)


def _composer(brand: Brand, content: Path) -> Composer:
    from leafdeck.compose import Composer

    resources = Resources.beside(content)
    source = load(content, resources.icons())
    return Composer(source.guide, brand, resources, content.resolve().parent, defaults())


def _pages(composers: Sequence[Composer]) -> list[rules.Element]:
    """Compose leaflet and slides and return their root elements."""
    from leafdeck import typeset

    made: list[rules.Element] = []
    for composer in composers:
        fetcher = typeset.ProjectFetcher((composer.folder, composer.brand.path.parent, defaults().parent))
        leaflets = (composer.leaflet(form) for form in (A4, LARGE_PRINT))
        pages = (*leaflets, composer.slides(), composer.web())
        made += [typeset.parsed(markup, fetcher).wrapper_element for markup in pages]
    return made
