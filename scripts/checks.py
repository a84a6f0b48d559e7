"""Write docs/checks.md: every rule of `leafdeck check`, what a person judges, and what is not checked and why."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path
from typing import Any

import yaml

from leafdeck.check import rules
from leafdeck.check.finding import Rule
from leafdeck.resources import package_data

DOCS = Path(__file__).resolve().parents[1] / "docs"
HEAD = """\
# What `leafdeck check` checks

<!-- scripts/checks.py writes this page from the rules, the sign-off list's questions and unchecked.yaml. -->

`leafdeck check` says of a content file, and of the leaflet and slides made of it, what an editor of patient information
would say. Each rule has a name, which a [waiver](authoring.md#when-a-rule-does-not-fit) uses. An **error** must be
mended, a **warning** should be, a **note** is advice. A finding may weigh more or less than its rule; it says so.

There are {number} rules. Rules about words know English, unless they say otherwise, and are silent in a language that
they know nothing of. No rule gives a score: what only a person can judge is [a list to sign](#what-a-person-judges).
"""
TABLES: tuple[tuple[str, Mapping[Rule, Callable[..., Any]]], ...] = (
    ("Words", rules.WORDS),
    ("The guide as a whole", rules.CONTENT),
    ("Laid-out pages and slides, and the leaflet's file", rules.PROOFS),
    ("The presentation's file", rules.DECK),
)
NAMES = {"error": "error", "warning": "warning", "info": "note"}


def page() -> str:
    """Return the page."""
    return "\n".join([HEAD.format(number=len(rules.known())), *_rules(), *_people(), *_unchecked()]).rstrip() + "\n"


def _rules() -> Iterator[str]:
    for title, table in TABLES:
        yield f"## {title}\n"
        groups: dict[str, list[Rule]] = {}
        for rule, judge in table.items():
            groups.setdefault(_topic(judge), []).append(rule)
        for topic, listed in groups.items():
            yield f"### {topic}\n"
            yield from _table(listed)
    yield "## The check itself\n"
    yield from _table([rules.TOLD, *rules.WAIVERS])


def _topic(judge: Callable[..., Any]) -> str:
    """Return what a rule's module is about, as its first line says."""
    module = sys.modules[judge.__module__]
    line = (module.__doc__ or "").strip().splitlines()[0]
    topic = line.partition(": ")[2].rstrip(".") or line
    return topic[0].upper() + topic[1:]


def _table(listed: list[Rule]) -> Iterator[str]:
    yield "| Rule | Level | What it asks for | What to do | Who asks |"
    yield "|---|---|---|---|---|"
    for rule in listed:
        name, level = f"`{rule.id}`", NAMES[str(rule.severity)]
        yield f"| {name} | {level} | {_cell(rule.asks)} | {_cell(rule.hint)} | {_cell(', '.join(rule.standards))} |"
    yield ""


def _people() -> Iterator[str]:
    yield "## What a person judges\n"
    yield "`leafdeck check --checklist FILE.pdf` prints these as a list with boxes, and lines to sign on.\n"
    for group in _read(package_data() / "templates" / "check" / "questions" / "en.yaml"):
        yield f"### {group['title']}\n"
        for question in group["questions"]:
            yield f"- {question['ask']} ({', '.join(question['standards'])})"
        yield ""


def _unchecked() -> Iterator[str]:
    told = _read(DOCS / "unchecked.yaml")
    parts = (
        ("given", "What needs no rule", "The outline demands it, or the build always does it."),
        ("unchecked", "What is not checked, and why", "Better few rules that people trust than many they switch off."),
    )
    for name, title, lead in parts:
        yield f"## {title}\n\n{lead}\n"
        yield "| Standard | What it asks for | Why |\n|---|---|---|"
        for standard in told[name]:
            for one in standard["criteria"]:
                yield f"| {standard['standard']} | {_cell(one['asks'])} | {_cell(one['why'])} |"
        yield ""


def _cell(text: str) -> str:
    return text.replace("|", "\\|")


def _read(path: Path) -> Any:  # noqa: ANN401 - what YAML holds
    return yaml.safe_load(path.read_text(encoding="utf-8"))


def main() -> None:
    """Write the page."""
    (DOCS / "checks.md").write_text(page(), encoding="utf-8")


if __name__ == "__main__":
    main()
