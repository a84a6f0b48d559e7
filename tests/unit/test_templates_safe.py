"""Templates are data from a stranger: they see the guide's words, and nothing of the machine. Mistakes have a place."""

from __future__ import annotations

from pathlib import Path

import pytest

from leafdeck.brand import css
from leafdeck.compose import Composer
from leafdeck.errors import TemplateError
from leafdeck.guide.source import load
from leafdeck.markup import Markup
from leafdeck.resources import Resources, package_data


def compose(project: Path, template: str, title: str = "A small guide") -> Markup:
    """Compose slides from a template of the project's own, with a line before it."""
    content = project / "content.yaml"
    content.write_text(content.read_text(encoding="utf-8").replace("A small guide", title), encoding="utf-8")
    (project / "templates" / "slides").mkdir(parents=True, exist_ok=True)
    (project / "templates" / "slides" / "slides.html").write_text("<!doctype html>\n" + template, encoding="utf-8")
    defaults = package_data() / "styles" / "brand.css"
    resources = Resources.beside(content)
    (project / "brand.css").write_text(":root {}", encoding="utf-8")
    brand = css.load((defaults, project / "brand.css"))
    return Composer(load(content).guide, brand, resources, project, defaults).slides()


def refused(project: Path, template: str) -> TemplateError:
    with pytest.raises(TemplateError) as caught:
        compose(project, template)
    (problem,) = caught.value.problems
    assert problem.where.file == project / "templates" / "slides" / "slides.html"
    assert problem.where.line == 2
    return caught.value


@pytest.mark.parametrize(
    "template",
    [
        "{{ ''.__class__ }}",
        "{{ ''['__class__'] }}",
        "{{ ''|attr('__class__') }}",
        "{{ guide.__class__.__mro__ }}",
        "{{ [guide]|map(attribute='__class__')|join }}",
        "{{ guide.model_dump_json.__globals__ }}",
        "{{ svg.__init__ }}",
        "{{ qr.__globals__ }}",
        "{{ self._TemplateReference__context }}",
        "{{ cycler.__init__.__globals__ }}",
        "{{ '{0.__class__}'.format(guide) }}",
        "{{ labels.update({}) }}",
        "{{ labels.clear() }}",
        "{{ (brand.path.parent / '/etc/passwd').read_text() }}",
        "{{ brand.path.parent.joinpath('a.txt').write_text('x') }}",
        "{{ brand.path.unlink() }}",
        "{{ brand.path|attr('read_text') }}",
        "{{ svg.files['spine'].read_text() }}",
        "{{ brand.tokens.__class__ }}",
        "{{ guide.parse_file('/etc/passwd') }}",
        "{{ guide.parse_raw('x', proto='pickle', allow_pickle=true) }}",
        "{{ guide.guide.model_construct() }}",
        "{{ guide.model_copy(update={}) }}",
    ],
)
def test_the_machine_is_out_of_reach(project: Path, template: str) -> None:
    error = refused(project, template)
    assert "does something that templates may not" in str(error)
    assert error.exit_code == 4


@pytest.mark.parametrize(
    ("template", "message"),
    [
        ("{{ nothing }}", "uses a name that does not exist: 'nothing' is undefined"),
        ("{{ guide.gide.title }}", "uses a name that does not exist"),
        ("{{ labels.no_such_label }}", "uses a name that does not exist"),
        ("{% if %}", "Expected an expression"),
        ("{{ 'a'|shout }}", "No filter named 'shout'"),
        ("{{ 1 / 0 }}", "cannot be run: ZeroDivisionError: division by zero"),
        ("{{ 'a' + 1 }}", "cannot be run: TypeError"),
        ("{{ range(1000000) }}", "cannot be run: OverflowError"),
        ("{% macro m() %}{{ m() }}{% endmacro %}{{ m() }}", "cannot be run: RecursionError"),
        ("{{ svg('no_such_icon') }}", "there is no icon no_such_icon"),
        ("{{ brand.color('--brand-pink') }}", "cannot be run: KeyError: '--brand-pink'"),
        ("{{ none|rich }}", "cannot be run: "),
    ],
)
def test_a_mistake_is_shown_with_file_and_line(project: Path, template: str, message: str) -> None:
    assert message in str(refused(project, template))


@pytest.mark.parametrize("name", ["slides/none.html", "../content.yaml", "/etc/passwd"])
def test_what_is_no_template_is_not_found(project: Path, name: str) -> None:
    with pytest.raises(TemplateError, match="was not found") as caught:
        compose(project, f"{{% include '{name}' %}}")
    assert name in str(caught.value)


def test_a_mistake_in_a_partial_is_shown_there(project: Path) -> None:
    partial = project / "templates" / "slides" / "part.html"
    partial.parent.mkdir(parents=True)
    partial.write_text("one\ntwo\n{{ nothing }}", encoding="utf-8")
    with pytest.raises(TemplateError) as caught:
        compose(project, "{% include 'slides/part.html' %}")
    assert (caught.value.problems[0].where.file, caught.value.problems[0].where.line) == (partial, 3)


def test_words_are_escaped(project: Path) -> None:
    markup = compose(project, "{{ guide.guide.title }}|{{ guide.guide.title|smart }}", '"<x>&\'x"')
    assert "<x>" not in markup.html
    assert markup.html.count("&lt;x&gt;&amp;") == 2


def test_what_templates_need_is_within_reach(project: Path) -> None:
    template = (
        "{{ guide.guide.published|date }} {{ brand.color('--brand-ink') }} {{ labels.get('draft') }} "
        "{{ guide.guide.title.upper() }} {% for part in guide.sections %}{{ part.kind }} {{ loop.index }}{% endfor %}"
    )
    assert "1\u00a0November 2026 #1c2b30" in compose(project, template).html
