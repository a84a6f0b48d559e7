"""The JSON Schema and the authors' page: fresh, complete, and true."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import jsonschema
import pytest
import yaml

from leafdeck.errors import SourceError
from leafdeck.guide.inline import to_html
from leafdeck.guide.manual import BEGIN, with_reference
from leafdeck.guide.schema import json_schema, schema_text
from leafdeck.guide.source import load

ROOT = Path(__file__).parents[2]
SCHEMA = ROOT / "docs" / "content.schema.json"
PAGE = ROOT / "docs" / "authoring.md"
REAL = ROOT / "content.yaml"


def parts() -> Iterator[tuple[str, dict[str, Any]]]:
    """Every type of part in the schema that has fields."""
    schema = json_schema()
    yield "Guide", schema
    yield from ((name, part) for name, part in schema["$defs"].items() if "properties" in part)


def test_the_committed_schema_is_fresh() -> None:
    assert SCHEMA.read_text(encoding="utf-8") == schema_text(), "run scripts/schema.py"


def test_the_reference_part_of_the_page_is_fresh() -> None:
    page = PAGE.read_text(encoding="utf-8")
    assert page == with_reference(page), "run scripts/schema.py"


def test_a_page_without_its_mark_is_refused() -> None:
    with pytest.raises(ValueError, match="lacks the line"):
        with_reference("# A page\n")


@pytest.mark.parametrize("part", [part for _, part in parts()], ids=[name for name, _ in parts()])
def test_every_field_is_described(part: dict[str, Any]) -> None:
    assert part["additionalProperties"] is False
    assert part["description"]
    for name, field in part["properties"].items():
        assert field.get("description", "").strip(), name


def test_the_page_names_every_field() -> None:
    reference = PAGE.read_text(encoding="utf-8").partition(BEGIN)[2]
    names = set(re.findall(r"^\| \*{0,2}`([\w-]+)`", reference, re.MULTILINE))
    assert names == {name for _, part in parts() for name in part["properties"]}


def test_the_page_links_to_headings_that_it_has() -> None:
    page = PAGE.read_text(encoding="utf-8")
    titles = [line.lstrip("# ").lower() for line in page.splitlines() if line.startswith("#")]
    headings = {title.replace("`", "").replace(" ", "-") for title in titles}
    links = set(re.findall(r"\]\(#([\w-]+)\)", page))
    assert links
    assert links <= headings


def test_the_schema_is_in_the_authors_words() -> None:
    schema = json_schema()
    definitions = schema["$defs"]
    assert schema["$schema"] == "https://json-schema.org/draft/2020-12/schema"
    assert schema["properties"]["schema"]["const"] == 1
    assert "from" in definitions["DailyLimit"]["properties"]
    assert {"container-title", "DOI", "PMID", "URL"} <= set(definitions["Reference"]["properties"])
    assert definitions["Governance"]["properties"]["version"]["type"] == ["string", "number"]
    assert definitions["Reference"]["properties"]["volume"]["type"] == ["string", "number", "null"]
    assert definitions["Governance"]["properties"]["published"]["format"] == "date"
    steps = definitions["Mechanism"]["properties"]["pathway"]["items"]["anyOf"]
    assert {json.dumps(step) for step in steps} >= {json.dumps({"$ref": "#/$defs/Step"})}


class _Plain(yaml.SafeLoader):
    """Reads YAML as an editor's checker does (the core schema of YAML 1.2): dates are text."""


_Plain.yaml_implicit_resolvers = {
    sign: [(tag, pattern) for tag, pattern in found if not tag.endswith("timestamp")]
    for sign, found in yaml.SafeLoader.yaml_implicit_resolvers.items()
}


def test_the_real_content_is_valid_and_a_mistake_is_not() -> None:
    schema = json.loads(SCHEMA.read_text(encoding="utf-8"))
    jsonschema.Draft202012Validator.check_schema(schema)
    checker = jsonschema.Draft202012Validator(schema)
    content = yaml.load(REAL.read_text(encoding="utf-8"), Loader=_Plain)  # noqa: S506 - a SafeLoader
    assert [error.message for error in checker.iter_errors(content)] == []
    included = {"include": "shared/part.yaml"}
    for field in set(content) - {"schema", "slides"}:
        assert checker.is_valid({**content, field: included}), field
    assert not checker.is_valid({**content, "slides": included})
    for field in ("sections", "glossary", "references", "more_information"):
        content[field].append(included)
    content["sections"][0]["points"].append(included)
    assert checker.is_valid(content)
    content["sections"][0]["title"] = included
    assert not checker.is_valid(content)
    content["sections"][0]["title"] = "The short version"
    content["guide"]["titel"] = "x"
    assert not checker.is_valid(content)


def test_the_real_content_names_the_schema() -> None:
    first = REAL.read_text(encoding="utf-8").splitlines()[0]
    assert first == f"# yaml-language-server: $schema={SCHEMA.relative_to(ROOT).as_posix()}"


# --- what the page says is so -------------------------------------------------------------------------------------


def test_the_beginning_on_the_page_is_sound(project: Path) -> None:
    block = re.findall(r"^```yaml\n(.*?)^```", PAGE.read_text(encoding="utf-8"), re.MULTILINE | re.DOTALL)[0]
    (project / "content.yaml").write_text(block, encoding="utf-8")
    assert load(project / "content.yaml").guide.guide.version == "1.0"


def test_longer_text_on_the_page_has_paragraphs_and_bullets(project: Path) -> None:
    block = re.findall(
        r"^  ```yaml\n(  text: \|-\n.*?)^  ```", PAGE.read_text(encoding="utf-8"), re.MULTILINE | re.DOTALL
    )
    path = project / "content.yaml"
    text = "".join(f"  {line}\n" for line in block[0].splitlines())
    path.write_text(path.read_text(encoding="utf-8").replace("    text: A line of text.\n", text), encoding="utf-8")
    section = load(path).guide.sections[0]
    assert section.kind == "text"
    html = to_html(section.text, cite=lambda _: "", block=True)
    assert (html.count("<p>"), html.count("<li>")) == (2, 2)


def traps() -> list[tuple[str, str, str]]:
    """The page's table of YAML traps: what was written, what is seen, what to write."""
    table = PAGE.read_text(encoding="utf-8").partition("## When YAML trips you up")[2].partition("\n## ")[0]
    cells = re.compile(r"^\| `([^`]+)` \| (`[^`]+`|``.+?``) \| `([^`]+)` \|$", re.MULTILINE)
    return [(wrong, seen.strip("` "), right) for wrong, seen, right in cells.findall(table)]


def test_the_table_of_traps_is_read() -> None:
    assert len(traps()) == 9


@pytest.mark.parametrize(("wrong", "seen", "right"), traps())
def test_each_trap_on_the_page_is_told_as_it_says(project: Path, wrong: str, seen: str, right: str) -> None:
    path = project / "content.yaml"
    sound = path.read_text(encoding="utf-8")
    line = "    title: The only part\n" if right.startswith("title") else "    text: A line of text.\n"
    assert sound.count(line) == 1
    path.write_text(sound.replace(line, f"    {wrong}\n"), encoding="utf-8")
    with pytest.raises(SourceError) as caught:
        load(path)
    assert seen.strip("`") in " ".join(problem.message for problem in caught.value.problems)
    path.write_text(sound.replace(line, f"    {right}\n").replace("[@nhs]", "(NHS)"), encoding="utf-8")
    load(path)
