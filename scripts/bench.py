"""How fast leafdeck is, beside the programs that it is made of: ``make bench``.

    .venv/bin/python scripts/bench.py [CONTENT] [--rounds N] [--slides N …] [--json FILE]

Four tables: the deck from its HTML against what WeasyPrint and python-pptx need by themselves; decks of more and more
slides, each in a process of its own; a whole run against the bare ``weasyprint`` command on the leaflet's HTML; and the
same for the leaflet in each of its forms on paper.
docs/performance.md says how it is measured, and what came of it. Other work on the machine is told apart as well as can
be: times are CPU times, what is compared runs in turn, and a median is taken of the ratios of each turn.
"""

from __future__ import annotations

import argparse
import gc
import io
import json
import logging
import os
import re
import resource
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterable, Iterator, Sequence
from itertools import cycle, pairwise
from pathlib import Path
from typing import Any, TypeVar

import pikepdf
import pptx
import weasyprint

from leafdeck import deck
from leafdeck.formats import FORMATS, Medium

ROOT = Path(__file__).resolve().parents[1]
PROGRAMS = Path(sys.executable).parent
SECTION = re.compile(r'(?=<section class="slide[ "])')
NAME = re.compile(r'(?<=\sid=")[^"]+|(?<=\shref="#)[^"]+')
LAYOUT = re.compile(r": (?:Lay out|Even out) the pages")
"""What a run says of each layout."""
LENGTHS = (50, 100, 250, 500)
FORM_ROUNDS = 3
"""How many turns there are at most for each form of the leaflet."""
SECONDS = 1800
MIB = 1024 * 1024
UNIT = 1 if sys.platform == "darwin" else 1024
"""What the system counts a process's memory in, in bytes."""

T = TypeVar("T")


def main() -> int:
    """Measure and print. Returns 0."""
    parser = argparse.ArgumentParser(description="How fast leafdeck is.")
    parser.add_argument("content", nargs="?", type=Path, default=ROOT / "content.yaml", metavar="CONTENT")
    parser.add_argument("--rounds", type=int, default=5, metavar="N", help="turns of which the median is taken")
    parser.add_argument("--slides", type=int, nargs="*", default=LENGTHS, metavar="N", help="lengths of decks")
    parser.add_argument("--json", type=Path, metavar="FILE", help="also write the figures there")
    parser.add_argument("--one", nargs=2, metavar=("WHAT", "HTML"), help=argparse.SUPPRESS)
    chosen = parser.parse_args()
    logging.getLogger("weasyprint").addHandler(logging.NullHandler())
    if chosen.one:
        print(json.dumps(one(chosen.one[0], Path(chosen.one[1]))))
        return 0
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        _run([*_leafdeck(chosen.content), "--keep-html", "--output", str(folder)])
        slides, leaflet = folder / "html" / "slides.html", folder / "html" / "leaflet-a4.html"
        figures: dict[str, Any] = {
            "load": os.getloadavg()[0],
            "cores": os.cpu_count(),
            "python": sys.version.split()[0],
        }
        figures["deck"] = _told("The deck from its HTML", beside_its_engines(slides, chosen.rounds))
        figures["lengths"] = _table(lengths(slides, chosen.slides))
        figures["run"] = _told("A whole run", whole_run(chosen.content, leaflet, folder, chosen.rounds))
        figures["forms"] = _forms_table(forms(chosen.content, folder, min(chosen.rounds, FORM_ROUNDS)))
    if chosen.json:
        chosen.json.write_text(json.dumps(figures, indent=2) + "\n", encoding="utf-8")
    return 0


def beside_its_engines(html: Path, rounds: int) -> dict[str, float]:
    """Return the median CPU seconds of a deck from its HTML, and of WeasyPrint and python-pptx doing their part alone.

    ``ratio`` is the first over the sum of the others, as a median of the rounds' own.
    """
    data = deck.from_html(html)  # fonts and modules are loaded for all
    turns: list[tuple[float, float, float]] = []
    for _ in range(rounds):
        whole, _data = _cpu(lambda: deck.from_html(html))
        layout, _document = _cpu(lambda: weasyprint.HTML(filename=str(html)).render())
        presentation = pptx.Presentation(io.BytesIO(data))
        saving, _nothing = _cpu(lambda made=presentation: made.save(io.BytesIO()))  # type: ignore[misc]
        turns.append((whole, layout, saving))
    return {
        "deck": statistics.median(turn[0] for turn in turns),
        "layout": statistics.median(turn[1] for turn in turns),
        "saving": statistics.median(turn[2] for turn in turns),
        "ratio": statistics.median(whole / (layout + saving) for whole, layout, saving in turns),
    }


def lengths(html: Path, wanted: Sequence[int]) -> list[dict[str, float]]:
    """Return, for decks of some lengths, what they take and what WeasyPrint's layout takes of the same HTML."""
    markup = html.read_text(encoding="utf-8")
    counts = pages_of_sections(weasyprint.HTML(filename=str(html)).render(), markup)
    found = []
    for length in wanted:
        longer = html.with_name(f"slides-{length}.html")
        longer.write_text(lengthened(markup, counts, length), encoding="utf-8")
        made, layout = (_fresh(what, longer) for what in ("deck", "layout"))
        found.append(
            {
                "slides": made["slides"],
                "seconds": made["seconds"],
                "per_slide": made["seconds"] / made["slides"],
                "peak": made["peak"],
                "layout_seconds": layout["seconds"],
                "layout_peak": layout["peak"],
            }
        )
    return found


def whole_run(content: Path, leaflet: Path, folder: Path, rounds: int) -> dict[str, float]:
    """Return the medians of cold runs: leaflet and deck, and the ``weasyprint`` command on the leaflet's HTML.

    ``wall_ratio`` is of wall times, and only means something when two cores are free. ``cpu_ratio`` is what it comes to
    when they are: the CPU time of the longer of the two processes over that of the command.
    """
    bare = _bare(leaflet, folder)
    both = [*_leafdeck(content), "-q", "--output", str(folder / "run")]
    turns = []
    for _ in range(rounds):
        timed = [_run(command) for command in (bare, both, [*both, "--only", "leaflet"], [*both, "--only", "slides"])]
        turns.append(timed)
    names = ("weasyprint", "both", "leaflet", "slides")
    found = {f"{name}_cpu": statistics.median(turn[at][1] for turn in turns) for at, name in enumerate(names)}
    found |= {f"{name}_wall": statistics.median(turn[at][0] for turn in turns) for at, name in enumerate(names[:2])}
    found["wall_ratio"] = statistics.median(turn[1][0] / turn[0][0] for turn in turns)
    found["cpu_ratio"] = statistics.median(max(turn[2][1], turn[3][1]) / turn[0][1] for turn in turns)
    return found


def forms(content: Path, folder: Path, rounds: int) -> Iterator[dict[str, Any]]:
    """Yield, for each form on paper, the median CPU seconds of a cold run, and of ``weasyprint`` on its HTML.

    ``layouts`` is how often the leaflet was laid out to fit its form and to fill its pages; ``weasyprint`` does once.
    """
    for form in (each for each in FORMATS if each.medium is Medium.PAPER):
        build = [*_leafdeck(content), "--only", "leaflet", "--format", form.name, "--output", str(folder)]
        said = _run_and_hear([*build, "--keep-html"])
        turns = [(_run([*build, "-q"])[1], _run(_bare(folder / form.kept, folder))[1]) for _ in range(rounds)]
        yield {
            "form": form.name,
            "pages": _pages(folder / form.file),
            "layouts": len(LAYOUT.findall(said)),
            "leafdeck": statistics.median(turn[0] for turn in turns),
            "weasyprint": statistics.median(turn[1] for turn in turns),
            "ratio": statistics.median(turn[0] / turn[1] for turn in turns),
        }


def one(what: str, html: Path) -> dict[str, float]:
    """Make one ``deck`` or ``layout`` in this process, and return its CPU seconds, its peak memory, its slides."""
    work: Callable[[], object] = (
        (lambda: deck.from_html(html)) if what == "deck" else weasyprint.HTML(filename=str(html)).render
    )
    seconds, made = _cpu(work)
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * UNIT / MIB
    slides = len(pptx.Presentation(io.BytesIO(made)).slides) if isinstance(made, bytes) else 0
    return {"seconds": seconds, "peak": peak, "slides": slides}


def pages_of_sections(document: weasyprint.Document, markup: str) -> list[int]:
    """Return how many pages each section of slide HTML takes, in order."""
    starts = {name: number for number, page in enumerate(document.pages) for name in reversed(page.anchors)}
    names = [NAME.findall(section)[0] for section in SECTION.split(markup)[1:]]
    return [end - start for start, end in pairwise([*(starts[name] for name in names), len(document.pages)])]


def lengthened(markup: str, counts: Sequence[int], length: int) -> str:
    """Return slide HTML whose sections come again and again, with names and titles of their own, for so many slides.

    A title may need another line for its number, and its slide another page then.
    """
    head, cover, *inner = SECTION.split(markup)
    body, close, _ = inner.pop().partition("</body>")
    made, have = [cover], counts[0]
    sections = list(zip([*inner, body], counts[1:], strict=True))
    for number, (section, pages) in enumerate(cycle(sections)):
        if have + min(counts[1:]) > length:
            break
        if have + pages <= length:
            made.append(_again(section, number))
            have += pages
    return head + "".join(made) + f"{close}</html>"


def _again(section: str, number: int) -> str:
    named = NAME.sub(lambda name: f"{name[0]}-{number}", section)
    return named.replace("</h1>", f" {number}</h1>", 1)


def _cpu(work: Callable[[], T]) -> tuple[float, T]:
    """Return the CPU seconds that a piece of work takes in this process, and what it returns."""
    gc.collect()
    before = time.process_time()
    made = work()
    return time.process_time() - before, made


def _fresh(what: str, html: Path) -> dict[str, float]:
    command = [sys.executable, str(Path(__file__).resolve()), "--one", what, str(html)]
    done = subprocess.run(command, check=True, capture_output=True, timeout=SECONDS)  # noqa: S603 - our own script
    found: dict[str, float] = json.loads(done.stdout.splitlines()[-1])
    return found


def _leafdeck(content: Path) -> list[str]:
    return [sys.executable, "-m", "leafdeck", "build", str(content)]


def _bare(html: Path, folder: Path) -> list[str]:
    return [str(PROGRAMS / "weasyprint"), "-q", "--pdf-variant", "pdf/ua-1", str(html), str(folder / "bare.pdf")]


def _pages(file: Path) -> int:
    with pikepdf.open(file) as pdf:
        return len(pdf.pages)


def _run_and_hear(command: Sequence[str]) -> str:
    """Run a program, and return what it said of its progress."""
    done = subprocess.run(command, check=True, capture_output=True, timeout=SECONDS, text=True)  # noqa: S603 - as above
    return done.stderr


def _run(command: Sequence[str]) -> tuple[float, float]:
    """Run a program, and return its wall seconds and the CPU seconds of it and of its children."""
    before, started = resource.getrusage(resource.RUSAGE_CHILDREN), time.perf_counter()
    subprocess.run(command, check=True, capture_output=True, timeout=SECONDS)  # noqa: S603 - our own command
    wall, after = time.perf_counter() - started, resource.getrusage(resource.RUSAGE_CHILDREN)
    return wall, after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime


def _told(title: str, figures: dict[str, float]) -> dict[str, float]:
    print(f"{title}\n" + "".join(f"  {name:16} {value:8.2f}\n" for name, value in figures.items()))
    return figures


def _table(rows: Iterable[dict[str, float]]) -> list[dict[str, float]]:
    print("Slides   CPU s   ms a slide   peak MiB   layout alone: CPU s   peak MiB")
    found = []
    for row in rows:
        print(
            f"{row['slides']:6.0f} {row['seconds']:7.2f} {row['per_slide'] * 1000:12.0f} {row['peak']:10.0f} "
            f"{row['layout_seconds']:21.2f} {row['layout_peak']:10.0f}"
        )
        found.append(row)
    print()
    return found


def _forms_table(rows: Iterable[dict[str, Any]]) -> list[dict[str, Any]]:
    print("Form             pages   layouts   leafdeck: CPU s   weasyprint: CPU s   ratio")
    found = []
    for row in rows:
        print(
            f"{row['form']:16} {row['pages']:5} {row['layouts']:9} {row['leafdeck']:17.2f} {row['weasyprint']:19.2f} "
            f"{row['ratio']:7.2f}"
        )
        found.append(row)
    print()
    return found


if __name__ == "__main__":
    sys.exit(main())
