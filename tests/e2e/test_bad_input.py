"""Bad input: a clear message with its place, the right exit code, no traceback, and the former good output stays."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from conftest import Outcome

ROOT = Path(__file__).resolve().parents[2]
Run = Callable[..., "Outcome"]
GOOD = {"leaflet.pdf": b"the last good leaflet", "slides.pptx": b"the last good deck"}


@pytest.fixture
def content(project: Path) -> Path:
    """The small guide's file, with files of an earlier good run beside it."""
    (project / "output").mkdir()
    for name, data in GOOD.items():
        (project / "output" / name).write_bytes(data)
    return project / "content.yaml"


def refused(run: Run, code: int, *arguments: str, output: str = "output") -> str:
    """Build, expect an exit code, and return what was said."""
    outcome = run("build", *arguments)
    assert outcome.code == code, outcome.err
    assert "Traceback" not in outcome.err
    assert outcome.out == ""
    assert "Nothing was written." in outcome.err
    folder = Path(output)
    assert {path.name: path.read_bytes() for path in folder.iterdir()} == GOOD
    return outcome.err


def change(content: Path, old: str, new: str) -> None:
    text = content.read_text(encoding="utf-8")
    assert old in text
    content.write_text(text.replace(old, new), encoding="utf-8")


@pytest.mark.usefixtures("content")
def test_a_missing_file(leafdeck: Run) -> None:
    assert refused(leafdeck, 3, "none.yaml").startswith("error: none.yaml: ")


@pytest.mark.usefixtures("content")
def test_a_folder_in_the_place_of_the_file(leafdeck: Run) -> None:
    assert refused(leafdeck, 3, "output").startswith("error: output: ")


@pytest.mark.parametrize(
    ("data", "place"),
    [
        (b"", "content.yaml"),
        (b"# nothing but a comment\n", "content.yaml"),
        (b"Dear patient,\nthis is a letter.\n", "content.yaml:1:1"),
        (b"- a\n- list\n", "content.yaml:1:1"),
        (b"schema: 1\nguide: [unclosed\n", "content.yaml:"),
        (b"schema: 1\n\tguide: x\n", "content.yaml:2:1"),
        (b"schema: 1\nsummary: \xff\n", "content.yaml"),
        (b"%PDF-1.7\n\x00\x01", "content.yaml"),
    ],
)
def test_a_file_that_is_no_outline(leafdeck: Run, content: Path, data: bytes, place: str) -> None:
    content.write_bytes(data)
    assert refused(leafdeck, 3).startswith(f"error: {place}")


@pytest.mark.parametrize(
    ("old", "new", "told"),
    [
        ("  id: small", "  id: small\n  id: other", ["content.yaml:4:3", "id"]),
        ("  title: A small guide", "  titel: A small guide", ["content.yaml:5:3", "titel", "title"]),
        ("published: 2026-11-01", "published: soon", ["content.yaml:8:14", "published"]),
        ("kind: text", "kind: texts", ["content.yaml:19:11", "text"]),
        ("disclaimer: It", "unknown: It", ["disclaimer", "unknown"]),
        ("text: A line of text.", "text: A line of text [@nobody].", ["content.yaml:21", "nobody"]),
        (
            "    text: A line of text.",
            "    text: A line.\n  - {kind: key_points, title: Two, points: [{icon: spin, title: a, text: b}]}",
            ["content.yaml:22", "spin", "spine"],
        ),
        (
            "    text: A line of text.",
            "    text: A line.\n  - {kind: figure, title: Two, image: ../outside.png, alt: A picture}",
            ["content.yaml:22", "../outside.png"],
        ),
        (
            "    text: A line of text.",
            "    text: A line.\n  - {kind: figure, title: Two, image: missing.png, alt: A picture}",
            ["content.yaml:22", "missing.png"],
        ),
    ],
)
def test_a_mistake_in_the_outline(leafdeck: Run, content: Path, old: str, new: str, told: list[str]) -> None:
    (content.parent.parent / "outside.png").write_bytes(b"a secret")
    change(content, old, new)
    said = refused(leafdeck, 3)
    assert said.startswith("error: content.yaml")
    assert [word for word in told if word not in said] == []


def test_several_mistakes_come_together_each_once(leafdeck: Run, content: Path) -> None:
    change(content, "  title: A small guide", "  titel: A small guide")
    change(content, "published: 2026-11-01", "published: soon")
    change(content, "kind: text", "kind: texts")
    said = refused(leafdeck, 3)
    assert said.count("error: ") >= 3
    assert "problems. Nothing was written." in said
    assert len([line for line in said.splitlines() if "soon" in line and line.startswith("error")]) <= 1


@pytest.mark.usefixtures("content")
@pytest.mark.parametrize(
    ("css", "told"),
    [
        (None, "error: own.css: the brand file cannot be read: No such file or directory"),
        (":root {\n  --brand-primary: blau;\n}", "error: own.css:2:3: --brand-primary: blau is not a colour"),
        ("\n@font-face { font-family: x; src: url(a.ttf) }", "error: own.css:2:1: the font file a.ttf cannot be read"),
        ("@font-face { font-family: x; src: url(content.yaml) }", "content.yaml is not a font file"),
        (
            ":root { --brand-logo: url(../logo.svg) }",
            "error: own.css:1:9: the logo ../logo.svg lies outside the project",
        ),
        (":root { --brand-logo: url(none.svg) }", "error: own.css:1:9: the logo none.svg was not found"),
    ],
)
def test_a_brand_that_cannot_be_worn(leafdeck: Run, css: str | None, told: str) -> None:
    Path("../logo.svg").write_text("<svg/>", encoding="utf-8")
    if css is not None:
        Path("own.css").write_text(css, encoding="utf-8")
    assert told in refused(leafdeck, 5, "--brand", "own.css")


@pytest.mark.usefixtures("content")
def test_a_font_that_only_begins_like_one(leafdeck: Run) -> None:
    Path("broken.ttf").write_bytes(b"\0\1\0\0" + b"x" * 400)
    font = "@font-face { font-family: x; src: url(broken.ttf) } :root { --brand-font: x }"
    Path("own.css").write_text(font, encoding="utf-8")
    assert "Font-face 'x' cannot be loaded" in refused(leafdeck, 5, "--brand", "own.css")


@pytest.mark.usefixtures("content")
@pytest.mark.parametrize(
    ("template", "told"),
    [
        ("<p>\n{{ gide.title }}", "slides.html:2: the template uses a name that does not exist: 'gide' is undefined"),
        ("<p>\n{{ guide.__class__ }}", "slides.html:2: the template does something that templates may not"),
        ("<p>\n{% include 'slides/none.html' %}", "slides.html:2: the template slides/none.html was not found"),
    ],
)
def test_a_template_that_cannot_be_run(leafdeck: Run, template: str, told: str) -> None:
    own = Path("templates") / "slides" / "slides.html"
    own.parent.mkdir(parents=True)
    own.write_text(template, encoding="utf-8")
    assert f"error: templates/slides/{told}" in refused(leafdeck, 4, "--only", "slides")


@pytest.mark.usefixtures("content")
@pytest.mark.parametrize(
    ("body", "told"),
    [
        ('<img src="../outside.png" alt="a">', "it lies outside the project"),
        (f'<img src="{(ROOT / "README.md").as_uri()}" alt="a">', "it lies outside the project"),
        (f'<img src="{(ROOT / "templates" / "labels" / "en.yaml").as_uri()}" alt="a">', "it lies outside the project"),
        ('<img src="http://127.0.0.1:9/a.png" alt="a">', "disallowed protocol"),
        ('<img src="none.png" alt="a">', "there is no such file"),
        ('<link rel="attachment" href="content.yaml">', "files may not be attached"),
    ],
)
def test_a_page_that_asks_for_what_it_may_not_have(leafdeck: Run, body: str, told: str) -> None:
    own = Path("templates") / "slides" / "slides.html"
    own.parent.mkdir(parents=True)
    own.write_text(f'<html lang="en"><title>t</title><p>{body}', encoding="utf-8")
    Path("..", "outside.png").write_bytes(b"a secret")
    assert told in refused(leafdeck, 5, "--only", "slides")


@pytest.mark.usefixtures("content")
def test_what_both_products_meet_is_told_once(leafdeck: Run) -> None:
    Path("own.css").write_text(":root { --brand-ink: blau }", encoding="utf-8")
    assert refused(leafdeck, 5, "--brand", "own.css").count("blau is not a colour") == 1


@pytest.mark.slow
@pytest.mark.parametrize(("language", "told"), [("fr", ["fr.yaml"]), ("ar", ["ar.yaml", "right to left"])])
def test_a_language_without_labels_is_a_warning(leafdeck: Run, content: Path, language: str, told: list[str]) -> None:
    change(content, "  audience:", f"  language: {language}\n  audience:")
    said = refused(leafdeck, 3, "--only", "slides", "--strict")
    assert f"error: content.yaml:6:13 (guide.language): leafdeck has no words of its own in `{language}`" in said
    assert [word for word in told if word not in said] == []


@pytest.mark.slow
@pytest.mark.usefixtures("content")
def test_an_output_folder_that_is_a_file(leafdeck: Run) -> None:
    Path("taken").write_text("mine", encoding="utf-8")
    said = refused(leafdeck, 7, "--only", "slides", "--output", "taken", "--quiet")
    assert said.startswith("error: taken/slides.pptx: the file cannot be written: ")
    assert "Choose another folder with --output." in said
    assert Path("taken").read_text(encoding="utf-8") == "mine"


@pytest.mark.slow
@pytest.mark.usefixtures("content")
def test_an_output_file_that_may_not_be_written(leafdeck: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(self: Path, target: Path) -> Path:
        raise PermissionError(13, "Permission denied", str(self), None, str(target))

    monkeypatch.setattr(Path, "replace", refuse)
    said = refused(leafdeck, 7, "--only", "slides")
    assert "the file cannot be written: Permission denied" in said
    assert "If the file is open in another program, close it there" in said


@pytest.mark.slow
@pytest.mark.usefixtures("content")
def test_strict_mode_makes_a_warning_an_error(leafdeck: Run) -> None:
    late = ("--only", "slides", "--today", "2030-01-01", "--quiet")
    said = refused(leafdeck, 3, *late, "--strict")
    assert "error: content.yaml:9:14 (guide.review_by): the guide was due for review by 2029-11-01" in said
    shutil.rmtree("output")
    outcome = leafdeck("build", *late)
    assert outcome.code == 0
    assert "warning: content.yaml:9:14" in outcome.err
