"""The command line says what the README says, and a wrong one is explained with exit code 2."""

from __future__ import annotations

import inspect
import re
import runpy
import sys
import tomllib
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from leafdeck import __version__, cli, errors
from leafdeck.formats import FORMATS
from leafdeck.order import Order, Product

ROOT = Path(__file__).resolve().parents[2]
README = (ROOT / "README.md").read_text(encoding="utf-8")
Run = Callable[..., Any]
OPTION = re.compile(r"(?<!\w)--?[a-z][a-z-]*")


def table(head: str) -> list[tuple[str, str]]:
    """Return the rows of the README's table with that head."""
    rows = README.split(f"\n{head}\n", 1)[1].split("\n\n", 1)[0].splitlines()[1:]
    cells = [[cell.strip() for cell in row.strip("|").split("|")] for row in rows]
    return [(first, second) for first, second, *_ in cells]


def test_the_readme_lists_the_options_that_exist_and_no_others(leafdeck: Run) -> None:
    rows = table("| Option | What it does |")
    documented = {name for row, _ in rows for name in re.findall(r"(?<!\w)--?[a-z][a-z-]*", row)}
    lines = re.findall(r"(?m)^  (-.*?)(?:  |$)", leafdeck("build", "--help").out)
    assert documented == {name for line in lines for name in re.findall(r"(?<!\w)--?[a-z][a-z-]*", line)}
    assert len(documented) > 10


def test_the_readme_lists_the_options_of_check_that_exist_and_no_others(leafdeck: Run) -> None:
    documented = {name for row, _ in table("| Option of `check` | What it does |") for name in OPTION.findall(row)}
    lines = re.findall(r"(?m)^  (-.*?)(?:  |$)", leafdeck("check", "--help").out)
    assert documented == {name for line in lines for name in OPTION.findall(line)}
    assert len(documented) > 8


def test_the_readme_names_the_choices_of_only() -> None:
    rows = " ".join(row for row, _ in table("| Option | What it does |"))
    assert set(re.findall(r"--only ([\w-]+)", rows)) == {str(product) for product in Product}


def test_the_readme_lists_the_exit_codes_that_exist_and_no_others() -> None:
    exceptions = [
        kind
        for _, kind in inspect.getmembers(errors, inspect.isclass)
        if issubclass(kind, errors.LeafdeckError) and kind is not errors.LeafdeckError
    ]
    codes = {kind.exit_code for kind in exceptions} | {0, 1, 2, cli.INTERRUPTED}
    assert len({kind.exit_code for kind in exceptions}) == len(exceptions)
    assert {int(code) for code, _ in table("| Exit code | Meaning |")} == codes


def test_help_names_every_exit_code(leafdeck: Run) -> None:
    said = leafdeck("--help").out.split("Exit codes:", 1)[1]
    assert set(re.findall(r"\d+", said)) == {code for code, _ in table("| Exit code | Meaning |")}


def test_the_errors_page_draws_the_tree_that_exists() -> None:
    drawn = dict(re.findall(r"[├└]─ (\w+) +(\d)", errors.__doc__ or ""))
    assert {name: int(code) for name, code in drawn.items()} == {
        kind.__name__: kind.exit_code for kind in errors.LeafdeckError.__subclasses__()
    }


def test_the_package_and_its_metadata_agree_on_the_version() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    assert project["version"] == __version__
    assert f"## {__version__}" in (ROOT / "CHANGELOG.md").read_text(encoding="utf-8")


def test_version(leafdeck: Run) -> None:
    outcome = leafdeck("--version")
    assert (outcome.code, outcome.out) == (0, f"leafdeck {__version__}\n")


@pytest.mark.parametrize("arguments", [("--help",), ("-h",), ("build", "--help"), ("build", "-h")])
def test_help_reads_well(leafdeck: Run, arguments: tuple[str, ...]) -> None:
    outcome = leafdeck(*arguments)
    assert outcome.code == 0
    assert "Usage: leafdeck" in outcome.out
    assert all(len(line) <= 100 for line in outcome.out.splitlines())
    assert outcome.err == ""


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (("build", "--colour"), "No such option: --colour"),
        (("build", "--format", "a3"), "'a3' is not one of a4, letter"),
        (("build", "--only", "slides", "--format", "letter"), "only the leaflet has formats"),
        (("build", "--only", "leaflet", "--potx", "a.potx"), "only slides are written on a template"),
        (("build", "--only", "poster"), "'poster' is not one of 'leaflet', 'slides'"),
        (("build", "--today", "tomorrow"), "'tomorrow' is not a day; write it as 2026-11-23"),
        (("build", "--quiet", "--verbose"), "choose one of them"),
        (("build", "one.yaml", "two.yaml"), "unexpected extra argument"),
        (("print",), "No such command 'print'"),
    ],
)
def test_a_wrong_command_line_is_explained(leafdeck: Run, arguments: tuple[str, ...], message: str) -> None:
    outcome = leafdeck(*arguments)
    assert outcome.code == 2
    assert message in outcome.err
    assert "Traceback" not in outcome.err


def test_a_wrong_source_date_epoch_is_explained(leafdeck: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "yesterday")
    outcome = leafdeck("build")
    assert outcome.code == 2
    assert "SOURCE_DATE_EPOCH is 'yesterday', not seconds since 1970" in outcome.err


@pytest.fixture
def ordered(monkeypatch: pytest.MonkeyPatch) -> list[Order]:
    """Collect what the command line would build."""
    orders: list[Order] = []
    monkeypatch.setattr(cli, "_build", lambda order, **_: orders.append(order))
    return orders


def test_every_option_reaches_the_order(leafdeck: Run, ordered: list[Order]) -> None:
    words = "build my.yaml --only slides --brand b.css --output out --keep-html --strict --today 2027-01-02"
    assert leafdeck(*words.split()).code == 0
    (order,) = ordered
    assert (order.content, order.folder, order.brand) == (Path("my.yaml"), Path("out"), Path("b.css"))
    assert order.products == (Product.SLIDES,)
    assert (order.keep_html, order.strict, str(order.today)) == (True, True, "2027-01-02")


def test_several_products_and_formats_can_be_asked_for(leafdeck: Run, ordered: list[Order]) -> None:
    words = "build --only handout --only leaflet --format letter --format a4 --format letter"
    assert leafdeck(*words.split()).code == 0
    assert ordered[0].products == (Product.LEAFLET, Product.HANDOUT)
    assert ordered[0].formats == FORMATS[:2]
    assert leafdeck("build", "--format", "all").code == 0
    assert ordered[1].formats == FORMATS
    assert ordered[1].products == (Product.LEAFLET, Product.SLIDES)


def test_the_readme_lists_the_formats_that_exist_and_no_others() -> None:
    rows = table("| Format | File | For |")
    assert [(name.strip("`"), file.split("`")[1]) for name, file in ((row[0], row[1]) for row in rows)] == [
        (form.name, form.file) for form in FORMATS
    ]


def test_without_options_both_are_built_from_content_yaml(
    leafdeck: Run, ordered: list[Order], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "0")
    assert leafdeck("build").code == 0
    assert ordered == [Order(Path("content.yaml"), Path("output"), ordered[0].today)]
    assert str(ordered[0].today) == "1970-01-01"


def test_generate_py_takes_the_same_options(ordered: list[Order], monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "argv", ["generate.py", "--only", "leaflet"])
    with pytest.raises(SystemExit) as left:
        runpy.run_path(str(ROOT / "generate.py"), run_name="__main__")
    assert not left.value.code
    assert ordered[0].products == (Product.LEAFLET,)


def test_ctrl_c_stops_with_a_word(leafdeck: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    def interrupt(*_: object, **__: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr(cli, "_build", interrupt)
    outcome = leafdeck("build")
    assert (outcome.code, outcome.err) == (cli.INTERRUPTED, "Stopped.\n")


@pytest.mark.parametrize("option", ["--print", "--fillable"])
@pytest.mark.parametrize("without", [("--only", "slides"), ("--format", "web", "--format", "text")])
def test_what_is_for_paper_needs_a_form_on_paper(leafdeck: Run, option: str, without: tuple[str, ...]) -> None:
    outcome = leafdeck("build", option, *without)
    assert outcome.code == 2
    assert f"Invalid value for {option}: it is for the leaflet's forms on paper" in outcome.err
