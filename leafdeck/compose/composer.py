"""Guide and Brand to Markup, through Jinja2 templates. The only module that knows Jinja2.

Templates are data from a stranger as much as content is: they run in an immutable sandbox, with autoescape and
with undefined names as errors.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

import yaml
from jinja2 import Environment, FileSystemLoader
from markupsafe import Markup as Safe
from markupsafe import escape

from leafdeck.brand import dark
from leafdeck.brand.live import Live
from leafdeck.brand.model import Brand
from leafdeck.compose import plaintext
from leafdeck.compose.chart import Charts
from leafdeck.compose.drawing import Icons, qr_code
from leafdeck.compose.people import People
from leafdeck.compose.sandbox import Sandbox, problem
from leafdeck.compose.scale import decimals
from leafdeck.compose.spine import Spines
from leafdeck.errors import Problem, TemplateError
from leafdeck.formats import A4, TEXT, WEB, Format
from leafdeck.guide import bibliography, inline, typography
from leafdeck.guide.model import Guide
from leafdeck.guide.names import anchor, slug
from leafdeck.guide.texts import all_texts, rich_texts
from leafdeck.markup import Markup, Spoken
from leafdeck.notice import Place
from leafdeck.resources import Resources

WORDS_PER_MINUTE = 200
"""A calm adult reading speed for non-fiction (Brysbaert 2019 found 238 words a minute on average)."""


@dataclass(frozen=True)
class Composer:
    """Makes the markup of one guide in one brand.

    Attributes:
        guide: the author's words.
        brand: the look's values; its own CSS file is linked last.
        resources: where templates, styles and icons lie.
        folder: the content's folder; relative images start from it.
        brand_defaults: the package's own brand file, linked first.
        room: the width and height of a slide's area below its title, in px; what is drawn for it is that large.
        fillable: checklists have fields to fill in on a screen.
    """

    guide: Guide
    brand: Brand
    resources: Resources
    folder: Path
    brand_defaults: Path
    room: tuple[int, int] = (1152, 520)
    fillable: bool = False

    def leaflet(self, form: Format = A4, **more: object) -> Markup:
        """Compose the leaflet in one of its forms on paper.

        Args:
            form: the form.
            more: what its template asks for besides.

        Raises:
            TemplateError: a template is missing, broken or uses an undefined name.
        """
        sheets = ("styles/leaflet.css", *form.bases, form.sheet)
        return self._render(form.template, sheets, {"form": form.name, **more})

    def web(self, form: Format = WEB) -> Markup:
        """Compose the leaflet as a web page, in colours for light and for dark screens. Raises as `leaflet` does."""
        markup = self._render(form.template, (form.sheet,), {"form": form.name}, Live.of(self.brand))
        return markup.dressed(dark.style_sheet(self.brand))

    def words(self, form: Format = TEXT) -> str:
        """Compose the leaflet as plain text. Raises as `leaflet` does."""
        environment = self._environment.overlay(autoescape=False)
        environment.filters = environment.filters | plaintext.filters(self._plain_marks)
        return plaintext.tidy(self._fill(environment, form.template, {"form": form.name}))

    def slides(self) -> Markup:
        """Compose the slides. Raises TemplateError as `leaflet` does."""
        return self._render("slides/slides.html", ("styles/slides-page.css", "styles/slides.css"), {})

    def handout(self, slides: Sequence[Spoken]) -> Markup:
        """Compose the handout of some slides, each picture at ``slide:`` and its number. Raises as `leaflet` does."""
        return self._render("handout/handout.html", ("styles/handout.css",), {"slides": slides})

    def check_page(self, values: Mapping[str, object]) -> Markup:
        """Compose the page of what a check found, of the values its template asks for. Raises as `leaflet` does."""
        markup = self._render("check/page.html", ("styles/check.css",), values, Live.of(self.brand))
        return markup.dressed(dark.style_sheet(self.brand))

    def signoff(self, values: Mapping[str, object]) -> Markup:
        """Compose the list of what only a person can judge. Raises as `leaflet` does."""
        more = {**values, "questions": self._questions()}
        return self._render("check/signoff.html", ("styles/signoff.css",), more)

    def preview(self, **shown: object) -> Markup:
        """Compose the page that shows the brand. Raises as `leaflet` does.

        Args:
            shown: what its template asks for besides; pictures of pages stand at ``leaflet:`` and ``slide:``, numbered.
        """
        return self._render("preview/preview.html", ("styles/preview.css",), shown)

    @cached_property
    def citations(self) -> tuple[bibliography.Citation, ...]:
        """The cited references, numbered in the order in which a reader meets them."""
        cited = (name for text in rich_texts(self.guide) for name in inline.citations(text))
        return bibliography.number(self.guide.references, cited)

    @cached_property
    def typography(self) -> typography.Typography:
        """How the guide's language sets quotes, dates, numbers and spaces."""
        return typography.of(self.guide.guide.language)

    @cached_property
    def labels(self) -> Mapping[str, str]:
        """The templates' own words in the guide's language, English where there are none."""
        language = self.guide.guide.language.lower()
        words: dict[str, str] = {}
        for name in dict.fromkeys(("en", language.split("-")[0], language)):
            for folder in reversed(self.resources.folders("templates/labels")):
                path = folder / f"{name}.yaml"
                if path.is_file():
                    words.update(yaml.safe_load(path.read_text(encoding="utf-8")))
        return words

    def _questions(self) -> object:
        """Return the questions of the sign-off list in the guide's language, in English where there are none."""
        language = self.guide.guide.language.lower()
        for name in (language, language.split("-")[0], "en"):
            for folder in self.resources.folders("templates/check/questions"):
                path = folder / f"{name}.yaml"
                if path.is_file():
                    return _read(path)
        return []

    @cached_property
    def reading_minutes(self) -> int:
        """How long the text takes to read, in whole minutes."""
        words = sum(len(text.split()) for text in all_texts(self.guide))
        return max(1, round(words / WORDS_PER_MINUTE))

    def _render(
        self, template: str, stylesheets: tuple[str, ...], more: Mapping[str, object], brand: Brand | None = None
    ) -> Markup:
        sheets = [self.brand_defaults, *(self.resources.find(sheet) for sheet in stylesheets)]
        if self.brand.path != self.brand_defaults:
            sheets.append(self.brand.path)
        brand = brand or self.brand
        values = {
            **more,
            "brand": brand,
            "stylesheets": [sheet.resolve().as_uri() for sheet in sheets],
            "derived_css": Safe(self.brand.stylesheet),  # noqa: S704 - our own colours
            "logo": self._logo(),
            "room": self.room,
            "fillable": self.fillable,
            "svg": Icons(self.resources.icons(), brand),
            "draw_chart": Charts(brand, self.typography),
            "draw_people": People(brand),
            "draw_person": People(brand).one,
            "draw_spine": Spines(brand),
        }
        return Markup(self._fill(self._environment, template, values), self.folder.resolve().as_uri() + "/")

    def _fill(self, environment: Environment, template: str, values: Mapping[str, object]) -> str:
        """Return a template filled with values, and with what all of them may use. Raises TemplateError."""
        try:
            return environment.get_template(template).render(
                **values,
                guide=self.guide,
                labels=self.labels,
                citations=self.citations,
                reading_minutes=self.reading_minutes,
            )
        except Exception as error:  # whatever goes wrong in here, a template asked for it
            raise TemplateError(problem(error)) from error

    @cached_property
    def _environment(self) -> Sandbox:
        """Where the templates run; each is read once for all that is made of them."""
        environment = Sandbox(FileSystemLoader([str(folder) for folder in self.resources.folders("templates")]))
        numbers = {citation.id: citation.number for citation in self.citations}
        environment.filters.update(
            spoken=spoken_html,
            rich=self._rich(numbers, block=False),
            prose=self._rich(numbers, block=True),
            plain=lambda text: inline.to_plain(text, cite=self._plain_marks, typography=self.typography),
            unmarked=lambda text: inline.to_plain(text, cite=lambda _: "", typography=self.typography),
            smart=lambda text: inline.smart(str(text), self.typography),
            heading=lambda text: typography.held(inline.smart(str(text), self.typography)),
            date=self.typography.date,
            slug=slug,
            called=lambda title: called(title, self.labels["call"]),
            dialled=dialled,
            number=lambda value, among=(): self.typography.number(value, decimals(among or (value,))),
            file_uri=lambda path: (self.folder / path).resolve().as_uri(),
        )
        environment.globals.update(qr=qr_code, anchor=anchor)
        return environment

    def _rich(self, numbers: Mapping[str, int], *, block: bool) -> Callable[[str], Safe]:
        def cite(ids: tuple[str, ...]) -> str:
            links = ",".join(f'<a href="#ref-{escape(name)}">{numbers[name]}</a>' for name in ids if name in numbers)
            return f'<sup class="cite">{links}</sup>'

        def convert(text: str) -> Safe:
            html = inline.to_html(text, cite=cite, block=block, typography=self.typography)
            return Safe(html)  # noqa: S704 - inline.to_html escapes

        return convert

    def _plain_marks(self, ids: tuple[str, ...]) -> str:
        """Return a citation as `` [1, 2]``."""
        numbers = {citation.id: citation.number for citation in self.citations}
        return " [" + ", ".join(str(numbers[name]) for name in ids if name in numbers) + "]"

    def _logo(self) -> str | None:
        """Return the address of the organisation's logo, or else the brand's."""
        if self.guide.organisation.logo:
            return (self.folder / self.guide.organisation.logo).resolve().as_uri()
        return self.brand.logo.as_uri() if self.brand.logo else None


def _read(path: Path) -> object:
    """Return what a YAML file holds. Raises TemplateError where it is none."""
    try:
        return yaml.safe_load(path.read_text(encoding="utf-8"))
    except yaml.MarkedYAMLError as error:
        mark = error.problem_mark
        place = Place(path, mark.line + 1, mark.column + 1) if mark else Place(path)
        hint = "Compare it with leafdeck's own."
        raise TemplateError(Problem(place, f"this is not YAML: {error.problem}", hint)) from None


def spoken_html(notes: Iterable[tuple[int, str]]) -> Safe:
    """Return speaker notes, each a level and its words, as paragraphs and nested lists."""
    html, depth = "", 0
    for level, words in notes:
        html += "</li></ul>" * (depth - level)
        if level:
            html += "<ul><li>" * (level - depth) or "</li><li>"
        else:
            html += "<p>"
        html += f"{escape(words)}" + ("" if level else "</p>")
        depth = level
    return Safe(html + "</li></ul>" * depth)  # noqa: S704 - the words are escaped


def called(title: str, words: str) -> str:
    """Return the number that a heading says to call, by the label's words, as ``Call {number}``, or else ""."""
    match = re.search(re.escape(words).replace(re.escape("{number}"), r"(\d{3,})\b"), title, re.IGNORECASE)
    return match[1] if match else ""


def dialled(number: str) -> str:
    """Return a telephone number as a ``tel:`` address has it (RFC 3966): digits, and the plus of a country."""
    return re.sub(r"[^0-9+]", "", number)
