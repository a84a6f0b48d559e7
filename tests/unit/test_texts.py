"""The walks over a guide's texts: every one, in reading order, and nothing else."""

from __future__ import annotations

from pathlib import Path

from leafdeck.guide.source import load
from leafdeck.guide.texts import all_texts, rich_texts

SECTIONS = """\
  - kind: mechanisms
    title: No rich text
    intro: r2
    items:
      - id: one
        icon: spine
        title: No
        message: Nor this
        text: r3
        pathway: [nor this]
        effects: [r4, r5]
        evidence: {strength: weak, note: r6}
  - kind: comparison
    title: No
    columns: [no, no]
    rows: [{cells: [r7, r8]}]
    note: r9
slides: {notes: {one: r11}}
more_information:"""


def test_rich_texts_come_in_the_order_of_reading(project: Path) -> None:
    path = project / "content.yaml"
    text = path.read_text(encoding="utf-8").replace("more_information:", SECTIONS).replace("A line of text.", "r1")
    text = text.replace("summary: This guide is small.", "summary: r0")
    path.write_text(text.replace("disclaimer: It does not replace advice from your own doctor.", "disclaimer: r10"))
    found = list(rich_texts(load(path).guide))
    assert found == ["Tell us what you think.", "Ask us for large print.", *(f"r{number}" for number in range(12))]


def test_all_texts_are_the_words_of_the_body(project: Path) -> None:
    guide = load(project / "content.yaml").guide
    assert list(all_texts(guide)) == [
        "This guide is small.",
        "The only part",
        "A line of text.",
        "It does not replace advice from your own doctor.",
    ]
