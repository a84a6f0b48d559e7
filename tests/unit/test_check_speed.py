"""A check of the content alone, as an editor asks for it on each save, loads nothing that lays out or writes."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

ENGINES = {"weasyprint", "pydyf", "pptx", "lxml", "jinja2", "pikepdf", "PIL", "fontTools", "resvg_py", "rich", "segno"}
CODE = """
import sys
from leafdeck import cli
sys.argv = ["leafdeck", "check", *sys.argv[1:], "--output-format", "json", "--today", "2026-11-24"]
try:
    cli.main()
finally:
    print(*sorted(sys.modules), file=sys.stderr)
"""


def loaded(folder: Path, *options: str) -> set[str]:
    """The modules that a check in a process of its own loads."""
    command = [sys.executable, "-c", CODE, *options]
    done = subprocess.run(command, cwd=folder, capture_output=True, text=True, check=False)
    assert done.stdout.startswith("{"), done.stderr
    return set(done.stderr.split())


def test_the_content_is_checked_without_an_engine(project: Path) -> None:
    modules = loaded(project, "--source")
    assert "leafdeck.checking" in modules
    assert {name for name in modules if name.split(".")[0] in ENGINES} == set()
    assert not {name for name in modules if name.startswith(("leafdeck.deck", "leafdeck.leaflet", "leafdeck.proofing"))}
    assert "multiprocessing" not in modules
