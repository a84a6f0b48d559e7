"""Bad input on the command line: a clear message with its place, the right exit code, the old outputs untouched."""

from __future__ import annotations

import time
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import pytest

CONTENT = 3
"""The exit code of a mistake in the content."""


@dataclass(frozen=True)
class Case:
    """A change of the sound guide, and what the command says of it."""

    name: str
    old: str
    new: str
    said: tuple[str, ...]


CASES = [
    Case("tab", "  id: small", "\tid: small", ("content.yaml:3:1:", "a tab", "Use spaces")),
    Case("not YAML", "title: A small guide", 'title: "A small guide', ("content.yaml:5:10:", "quote is never closed")),
    Case("a colon", "title: A small guide", "title: Backs: a guide", ("content.yaml:5:15:", 'title: "Backs: a guide"')),
    Case("a star", "text: A line", "text: *A* line", ("content.yaml:21:11:", "cannot begin with *", '"*A* line')),
    Case("a bracket", "text: A line", "text: [A] line", ("content.yaml:21:11:", 'quotes: "[A] line of text."')),
    Case("a number sign", "text: A line", "text: #1 line", ("content.yaml:21:10", "# ends the text", "quotes")),
    Case(
        "duplicate", "  audience:", "  title: x\n  audience:", ("content.yaml:6:3:", "`title` is given twice", "line 5")
    ),
    Case("unknown field", "  title: A", "  titel: A", ("content.yaml:5:3 (guide.titel)", "Did you mean `title`?")),
    Case("wrong type", "title: A small guide", "title: [A]", ("content.yaml:5:10 (guide.title)", "text, not a list")),
    Case("wrong date", "2026-11-01", "tomorrow", ("content.yaml:8:14 (guide.published)", "2026-11-23")),
    Case("missing field", "  funding: Nobody paid for it.\n", "", ("content.yaml:3:3 (guide.funding)", "is missing")),
    Case("wrong kind", "kind: text", "kind: txt", ("content.yaml:19:11 (sections[0].kind)", "Did you mean `text`?")),
    Case(
        "unknown icon",
        "kind: text",
        "kind: checklist\n    icon: steth\n    items: [x]\n  - kind: text",
        ("content.yaml:20:11 (sections[0].icon)", "no icon `steth`", "Did you mean `stethoscope`?"),
    ),
    Case("unknown reference", "of text.", "[@nhs].", ("content.yaml:21:11 (sections[0].text)", "cites `nhs`")),
    Case("no disclaimer", "disclaimer: It", "waivers: []\nx: It", ("content.yaml:1:1 (disclaimer)", "is missing")),
    Case("image outside", "name: Ex", "logo: ../x.png\n  name: Ex", ("content.yaml:14:9 (organisation", "outside")),
    Case("image missing", "name: Ex", "logo: x.png\n  name: Ex", ("content.yaml:14:9 (organisation.logo)", "no such")),
    Case("include outside", "  - kind", "  - include: ../x.yaml\n  - kind", ("content.yaml:19:14", "outside")),
    Case("include missing", "  - kind", "  - include: x.yaml\n  - kind", ("content.yaml:19:14", "no such file")),
    Case("newer format", "schema: 1", "schema: 9", ("content.yaml:1:9 (schema)", "version 9", "newer leafdeck")),
    Case("a condition", "type: general", "type: condition", ("content.yaml:18:1 (sections)", "kind `mechanisms`")),
    Case(
        "nobody approved it",
        "  audience:",
        "  status: approved\n  audience:",
        ("content.yaml:6:11 (guide.status)", "names who approved it", "hint: Add reviewed_by: [{name: …"),
    ),
    Case(
        "a picture without words",
        "  - kind",
        "  - {kind: figure, title: x, image: content.yaml}\n  - kind",
        ("content.yaml:19:5 (sections[0])", "needs `alt`", "hint: Add a line `alt: …`"),
    ),
    Case(
        "nothing to take home",
        "  - kind",
        "  - {kind: conclusion, title: x}\n  - kind",
        ("content.yaml:19:5 (sections[0])", "needs `text` or `points`", "hint: Add `points:`"),
    ),
    Case(
        "a short row",
        "  - kind",
        "  - {kind: comparison, title: x, columns: [a, b], rows: [{cells: [c, d]}, {cells: [e]}]}\n  - kind",
        ("content.yaml:19:83 (sections[0].rows[1].cells)", "row 2 should have 2 cells", "hint: Write"),
    ),
    Case(
        "a nameless author",
        "disclaimer: ",
        "references: [{id: a, type: book, title: A, author: [{given: Jo}]}]\ndisclaimer: ",
        ("(references[0].author[0])", "needs a `family` name", "hint: Write {family: Smith"),
    ),
    Case(
        "a DOI with its site",
        "disclaimer: ",
        "references: [{id: a, type: book, title: A, DOI: https://doi.org/10.1/2}]\ndisclaimer: ",
        ("(references[0].DOI)", "begins with 10.", "hint: Write it like this: 10.1000/182"),
    ),
    Case(
        "a limit without its unit",
        "  - kind",
        "  - {kind: management, title: x, options: [{title: a, text: b}], "
        "limits: [{nutrient: Iron, most_per_day: 17, check_first: c, harm: d}]}\n  - kind",
        ("limits[0].most_per_day)", "should be a number with its unit, not `17`", "Write it like this: 100 micrograms"),
    ),
    Case("too deep", "text: A line of text.", "text: " + "[" * 5000, ("content.yaml:21:", "too many|nested")),
    Case("too long", "text: A line", f'text: "{"x" * 30_000}"', ("content.yaml:21:11:", "longer than 10,000")),
    Case("an alias", "text: A line of text.", "text: *line", ("content.yaml:21:11:", "cannot begin with *")),
]


@pytest.fixture
def outputs(project: Path) -> dict[Path, bytes]:
    """The outputs of a former good run."""
    files = {project / "output" / "leaflet.pdf": b"a good leaflet", project / "output" / "slides.pptx": b"good slides"}
    for path, data in files.items():
        path.parent.mkdir(exist_ok=True)
        path.write_bytes(data)
    return files


def refused(leafdeck: Callable[..., object], outputs: dict[Path, bytes], *arguments: str) -> str:
    """Run a build that must fail on its content; return what it said."""
    outcome = leafdeck("build", *arguments)
    code, out, err = (getattr(outcome, name) for name in ("code", "out", "err"))
    assert code == CONTENT, err
    assert out == ""
    assert "Traceback" not in err
    assert err.rstrip().endswith("Nothing was written.")
    assert {path: path.read_bytes() for path in outputs} == outputs
    assert sorted(path.name for path in next(iter(outputs)).parent.iterdir()) == ["leaflet.pdf", "slides.pptx"]
    assert isinstance(err, str)
    return err


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.name)
def test_a_mistake_in_the_content(
    case: Case, project: Path, outputs: dict[Path, bytes], leafdeck: Callable[..., object]
) -> None:
    path = project / "content.yaml"
    text = path.read_text(encoding="utf-8")
    assert text.count(case.old) == 1
    path.write_text(text.replace(case.old, case.new), encoding="utf-8")
    err = refused(leafdeck, outputs, "--only", "leaflet")
    for words in case.said:
        assert any(part in err for part in words.split("|")), err
    assert "  hint: " in err
    assert max(map(len, err.splitlines())) < 400


@pytest.mark.parametrize(
    ("data", "said"),
    [
        (b"", "content.yaml:1:1: the file is empty"),
        (b"\n\n# nothing yet\n", "content.yaml:1:1: the file is empty"),
        (b"Dear patient,\nthis is no outline.\n", "content.yaml:1:1: this is text, not the outline of a guide"),
        (b"- a\n- b\n", "content.yaml:1:1: this is a list, not the outline of a guide"),
        (b"schema: 1\ntitle: Caf\xe9\n", "content.yaml:2:11: there is a character here that is not saved as UTF-8"),
        (b"schema: 1\ntitle: a\x00b\n", "content.yaml:2:9: there is an invisible character here (U+0000)"),
        (b"%PDF-1.7\n\x00\xff\xfe", "content.yaml:2:2: there is a character here that is not saved as UTF-8"),
        (b"a: 1\n" * 300_000, "content.yaml: the file is larger than 512 KiB"),
    ],
    ids=["empty", "only a comment", "a letter", "a list", "Latin-1", "NUL", "a PDF", "huge"],
)
def test_a_file_that_is_no_content(
    data: bytes, said: str, project: Path, outputs: dict[Path, bytes], leafdeck: Callable[..., object]
) -> None:
    (project / "content.yaml").write_bytes(data)
    started = time.process_time()
    assert said in refused(leafdeck, outputs, "--only", "slides")
    assert time.process_time() - started < 2


def test_no_file(project: Path, outputs: dict[Path, bytes], leafdeck: Callable[..., object]) -> None:
    err = refused(leafdeck, outputs, "contents.yaml")
    assert "contents.yaml: there is no such file" in err
    assert "content.yaml" in err.partition("hint:")[2]
    assert "this is a folder, not a file" in refused(leafdeck, outputs, str(project))


def test_a_long_line_is_shown_round_its_mistake(
    project: Path, outputs: dict[Path, bytes], leafdeck: Callable[..., object]
) -> None:
    path = project / "content.yaml"
    section = f"  - {{kind: text, text: a, message: {'x' * 300}, colour: {'y' * 300}, title: b}}\n  - kind"
    path.write_text(path.read_text(encoding="utf-8").replace("  - kind", section), encoding="utf-8")
    err = refused(leafdeck, outputs, "--only", "slides")
    lines = err.splitlines()
    number = next(n for n, line in enumerate(lines) if "no field `colour`" in line)
    excerpt, caret = lines[number + 1 : number + 3]
    assert excerpt[caret.index("^") :].startswith("colour: yyy")
    assert excerpt.startswith("  19 | …xxx")
    assert excerpt.endswith("yyy…")
    assert len(excerpt) < 140


def test_a_mistake_in_an_included_file(
    project: Path, outputs: dict[Path, bytes], leafdeck: Callable[..., object]
) -> None:
    (project / "blocks").mkdir()
    (project / "blocks" / "more.yaml").write_text("kind: text\ntitle: More\ntxt: Words.\n", encoding="utf-8")
    path = project / "content.yaml"
    text = path.read_text(encoding="utf-8")
    path.write_text(text.replace("  - kind", "  - include: blocks/more.yaml\n  - kind"), encoding="utf-8")
    err = refused(leafdeck, outputs)
    assert "blocks/more.yaml:3:1 (sections[0].txt): there is no field `txt` here" in err
    assert "  3 | txt: Words.\n    | ^\n" in err
    assert "Did you mean `text`?" in err


def test_several_mistakes_come_together_once(
    project: Path, outputs: dict[Path, bytes], leafdeck: Callable[..., object]
) -> None:
    path = project / "content.yaml"
    text = path.read_text(encoding="utf-8")
    text = text.replace("  title: A", "  titel: A").replace("of text.", "[@nhs].").replace("disclaimer:", "disclaimr:")
    path.write_text(text, encoding="utf-8")
    err = refused(leafdeck, outputs)  # both products, so two processes read the file
    assert err.count("error:") == 5
    assert "5 problems. Nothing was written." in err
