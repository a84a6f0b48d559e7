"""Guides that no leaflet likes: each is an outline as YAML has it, made by a small function, written beside a picture.

Most are made from the real guide, so that they grow with the content format.
"""

from __future__ import annotations

import calendar
import copy
import json
import shutil
from collections.abc import Callable, Iterable
from pathlib import Path
from typing import Any, get_args

import yaml

from leafdeck.guide.sections import Section

ROOT = Path(__file__).resolve().parents[2]
PICTURE = ROOT / "tests" / "unit" / "test_slides_figure.svg"
KINDS: tuple[str, ...] = tuple(
    get_args(model.model_fields["kind"].annotation)[0] for model in get_args(get_args(Section)[0])
)
LONG = "Pneumonoultramicroscopicsilicovolcanoconiosisandfurthertrouble"
Outline = dict[str, Any]


def write(outline: Outline, folder: Path) -> Path:
    """Write an outline as a content file with the picture that its figures show, and return the file."""
    folder.mkdir(parents=True, exist_ok=True)
    shutil.copy(PICTURE, folder)
    content = folder / "content.yaml"
    content.write_text(json.dumps(outline, default=str), encoding="utf-8")  # JSON is YAML
    return content


def real() -> Outline:
    """The repository's own guide."""
    return dict(yaml.safe_load((ROOT / "content.yaml").read_text(encoding="utf-8")))


def bare(sections: Iterable[dict[str, Any]], title: str = "A small guide") -> Outline:
    """A general guide that has some sections and nothing else that it need not have."""
    outline = {
        "schema": 1,
        "guide": {
            "id": "small",
            "type": "general",
            "title": title,
            "audience": "People who test",
            "version": "1.0",
            "published": "2026-11-01",
            "review_by": "2029-11-01",
            "authors": [{"name": "A. Tester"}],
            "funding": "Nobody paid for it.",
            "conflicts": "None.",
        },
        "organisation": {
            "name": "Example Clinic",
            "feedback": "Tell us what you think.",
            "other_formats": "Ask us for large print.",
        },
        "summary": "This guide is small.",
        "sections": list(sections),
        "disclaimer": "It does not replace advice from your own doctor.",
    }
    return outline | {"references": cited(outline, real()["references"])}


def cited(outline: Outline, references: Iterable[dict[str, Any]]) -> list[dict[str, Any]]:
    """The references that an outline cites."""
    text = json.dumps(outline, default=str)
    return [each for each in references if f"@{each['id']}" in text]


def least() -> Outline:
    """The shortest valid guide."""
    return bare([{"kind": "text", "title": "The only part", "text": "A line of text."}])


def tenfold() -> Outline:
    """The real guide with each of its sections ten times."""
    return repeated(real(), 10)


def repeated(outline: Outline, times: int) -> Outline:
    """An outline whose sections stand there several times, one round after the other, each with names of its own."""
    rounds = [renamed(outline["sections"], f"-{number}") for number in range(1, times)]
    return outline | {"sections": [*outline["sections"], *(section for each in rounds for section in each)]}


def renamed(sections: list[dict[str, Any]], ending: str) -> list[dict[str, Any]]:
    """Copies of sections; the names that others may link to end otherwise, and so do the titles of what has none."""
    copies = copy.deepcopy(sections)
    for section in copies:
        parts = [*section.get("options", ()), *(section["items"] if section["kind"] == "mechanisms" else ())]
        for part in (section, *parts):
            if "id" in part:
                part["id"] += ending
            else:
                part["title"] += f" {ending[1:]}"
    return copies


def without_icons(outline: Outline) -> Outline:
    """An outline without any icon."""
    return dict(_without(outline, ("icon", "icons")))


def _without(part: Any, names: tuple[str, ...]) -> Any:
    if isinstance(part, dict):
        return {name: _without(value, names) for name, value in part.items() if name not in names}
    return [_without(item, names) for item in part] if isinstance(part, list) else part


def of_every_kind() -> list[dict[str, Any]]:
    """The real guide's sections, a picture, and numbers drawn and counted in each way there is."""
    sections = real()["sections"]
    picture = {"kind": "figure", "title": "A picture", "image": PICTURE.name, "alt": "Two discs of the spine."}
    blank = {"kind": "figure", "title": "A picture to look at", "image": PICTURE.name, "decorative": True}
    words = {"caption": "What **lies** between the bones.", "credit": "The leafdeck authors, CC BY 4.0"}
    return [*sections, picture | words, blank, *charts(), *risks()]


def charts() -> list[dict[str, Any]]:
    """A chart of each type with as much as it may hold."""
    months = list(calendar.month_name)[1:]
    whole = {"unit": "people in a hundred", "source": "Counted for this test"}
    series = [
        {"name": f"In the year {year}", "values": [year % 7 + month * 3.5 for month in range(12)]}
        for year in range(2022, 2026)
    ]
    many = [
        {"kind": "chart", "type": kind, "title": f"A {kind} of much", "message": f"Much is in a {kind}"}
        | whole
        | {"categories": months, "series": series, "heading": "Month", "text": "A sentence on what it means."}
        for kind in ("bar", "column", "line")
    ]
    parts = [f"{month}, a month with a long name" for month in months[:6]]
    one = [{"name": "Share", "values": [1, 5, 10, 20, 24, 40]}]
    round_ones = [
        {"kind": "chart", "type": kind, "title": f"A {kind} of much", "message": f"Much is in a {kind}"}
        | whole
        | {"categories": parts, "series": one}
        for kind in ("pie", "doughnut")
    ]
    return [*many, *round_ones]


def risks() -> list[dict[str, Any]]:
    """One, two and three groups of people, out of each number that they can be out of."""
    labels = ("people who do nothing get pain", "people who walk get pain", "people who swim get pain")
    return [
        {
            "kind": "risk",
            "title": f"Out of {of}",
            "message": f"How many of {of} get pain",
            "of": of,
            "groups": [{"label": label, "number": of * 3 // 10} for label in labels[:groups]],
            "text": "What it means.",
            "source": "Counted for this test",
        }
        for groups, of in enumerate((10, 100, 1000), 1)
    ]


def every_kind_twice() -> Outline:
    """Every kind of section at least twice, and so are the levels of urgency and the types of chart."""
    outline = repeated(real() | {"sections": of_every_kind()}, 2)
    assert {section["kind"] for section in outline["sections"]} == set(KINDS)
    return outline


def alone(kind: str) -> Outline:
    """A guide of one section, the first of its kind."""
    section = next(section for section in of_every_kind() if section["kind"] == kind)
    return bare([section | {"optional": False}], f"Nothing but {kind}")


def too_much() -> Outline:
    """Too much of everything: 12 mechanisms, 40 rows, 20 signs, words of 60 letters, lists longer than a page."""
    pathway = [LONG, *(f"step {number}" for number in range(6)), {"step": LONG + "s", "linked_only": True}]
    items = [
        {
            "id": f"m{number}",
            "title": f"{LONG} {number}",
            "message": f"Number {number} does it",
            "text": "It does. " * 40,
        }
        | {"pathway": pathway, "effects": [LONG, "Pain"]}
        for number in range(12)
    ]
    rows = [{"cells": [f"{LONG} {number}", "Some words. " * 10, LONG]} for number in range(40)]
    signs = [{"id": f"s{number}", "text": f"sign {number} of many, with {LONG}"} for number in range(20)]
    points = [{"title": LONG, "text": LONG, "icon": "spine"}, {"title": "Iron", "text": "It has none."}]
    sections: list[dict[str, Any]] = [
        {"kind": "key_points", "title": "In short", "points": points},
        {"kind": "urgent", "level": "emergency", "title": f"Call 999 for {LONG}", "signs": signs, "explain": LONG},
        {"kind": "mechanisms", "title": "How", "items": items},
        {"kind": "comparison", "title": "What else", "columns": ["Cause", "Signs", "Clues"], "rows": rows},
        {"kind": "text", "title": "The only part", "text": "A line of text."},
    ]
    links = [{"title": "An example", "url": "https://www.example.org/"}]
    return bare(sections, f"A guide to {LONG}") | {"more_information": links}


def longer_than_a_page() -> Outline:
    """Every list as long as it may be, or longer than a page: none of them can be kept together."""
    line = "one of very many lines of this list, which goes on for some words"
    lines = [f"{number} is {line}" for number in range(40)]
    steps = [{"title": f"Step {number}", "text": line, "icon": "xray"} for number in range(25)]
    questions = [{"question": f"Is {number} too many?", "answer": "It is. " * 20} for number in range(20)]
    points = [{"title": f"Point {number}", "text": line, "icon": "spine"} for number in range(30)]
    table = {"columns": ["Food", "What"], "rows": [{"cells": [f"Food {number}", line]} for number in range(30)]}
    option = {"text": "It helps. " * 30, "actions": lines[:20]}
    options = [option | {"title": f"Option {number}", "table": table} for number in range(2)]
    limit = {"most_per_day": "5mg", "check_first": line, "harm": line, "also": lines[:6]}
    marks = [{"at": f"L{number}", "label": f"Level {number}", "text": line} for number in range(1, 6)]
    sections: list[dict[str, Any]] = [
        {"kind": "urgent", "level": level, "title": f"See a {level} doctor if:", "lead": "You have pain and:"}
        | {"signs": [{"id": f"s{number}", "text": text} for number, text in enumerate(lines)], "explain": line}
        for level in ("emergency", "urgent", "routine")
    ]
    sections += [
        {"kind": "key_points", "title": "In short", "points": points, "closing": line},
        {"kind": "diagnosis", "title": "Steps", "steps": steps, "note": line},
        {"kind": "management", "title": "What helps", "options": options}
        | {"limits": [limit | {"nutrient": f"Nutrient {number}"} for number in range(12)]},
        {"kind": "faq", "title": "Questions", "items": questions},
        {"kind": "checklist", "title": "To tick", "items": lines, "blank_lines": 12, "intro": line},
        {"kind": "spine", "title": "Levels", "marks": marks},
        {"kind": "text", "title": "A long text", "text": "\n\n".join(["It goes on and on. " * 40] * 6)},
        {"kind": "conclusion", "title": "At last", "points": lines},
    ]
    words = [{"term": f"Word {number}", "meaning": line} for number in range(40)]
    links = [
        {"title": f"Link {number}", "url": f"https://www.example.org/{number}/", "note": line} for number in range(25)
    ]
    return bare(sections, "A guide of long lists") | {"glossary": words, "more_information": links}


def many_parts() -> Outline:
    """A guide whose list of contents alone is longer than a page."""
    parts = [{"kind": "text", "title": f"Part {number} of a guide", "text": "A line."} for number in range(110)]
    signs = [{"id": "pain", "text": "you have pain in your chest"}]
    box = {"kind": "urgent", "level": "emergency", "title": "Call 999 if:", "signs": signs}
    return bare([*parts[:40], box, *parts[40:]], "A guide of very many parts")


def lengthened(part: Any, name: str = "") -> Any:
    """An outline whose titles, cells and names have a word of sixty letters in them."""
    if isinstance(part, dict):
        return {key: lengthened(value, key) for key, value in part.items()}
    if isinstance(part, list):
        return [lengthened(value, name) for value in part]
    long = {"title", "subtitle", "cells", "columns", "pathway", "term", "nutrient", "question", "label"}
    return f"{part} {LONG}" if name in long else part


GUIDES: dict[str, Callable[[], Outline]] = {
    "least": least,
    "too-much": too_much,
    "longer-than-a-page": longer_than_a_page,
    "many-parts": many_parts,
    "no-icons": lambda: without_icons(real()),
    "every-kind-twice": every_kind_twice,
    "long-words": lambda: dict(lengthened(real() | {"sections": of_every_kind()})),
    "tenfold": tenfold,
}
"""The guides by name, the quickest to lay out first."""
