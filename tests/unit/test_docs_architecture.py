"""docs/architecture.md names the rooms, places and errors that exist; the pages' links and commands lead somewhere."""

from __future__ import annotations

import re
from pathlib import Path

from leafdeck import errors

ROOT = Path(__file__).resolve().parents[2]
PAGE = (ROOT / "docs" / "architecture.md").read_text(encoding="utf-8")
PACKAGE = ROOT / "leafdeck"


def rows(head: str) -> list[str]:
    """Return the names in the first column of the table with that head."""
    table = PAGE.split(f"\n{head}\n", 1)[1].split("\n\n", 1)[0]
    return re.findall(r"(?m)^\| `([^`]+)` \|", table)


def test_it_names_the_rooms_that_exist_and_no_others() -> None:
    modules = {path.relative_to(PACKAGE).as_posix() for path in PACKAGE.rglob("*.py") if path.name != "__init__.py"}
    listed = rows("| Room | What it does |")
    assert len(listed) == len(set(listed))
    assert set(listed) == modules


def test_it_names_places_that_exist() -> None:
    places = rows("| Place | What it is |")
    assert len(places) > 5
    assert [place for place in places if not (ROOT / place).exists()] == []


def test_its_links_lead_somewhere() -> None:
    for page in (ROOT / "README.md", ROOT / "CONTRIBUTING.md", ROOT / "CHANGELOG.md", *(ROOT / "docs").glob("*.md")):
        text = page.read_text(encoding="utf-8")
        for target in re.findall(r"\]\(([^)#]+?)(?:#[^)]*)?\)", text):
            if "://" not in target and not target.startswith("mailto:"):
                assert (page.parent / target).exists(), f"{page.name}: {target}"


def test_the_commands_that_pages_name_exist() -> None:
    targets = set(re.findall(r"(?m)^([a-z][a-z-]*):", (ROOT / "Makefile").read_text(encoding="utf-8")))
    for page in (ROOT / "README.md", ROOT / "CONTRIBUTING.md", *(ROOT / "docs").glob("*.md")):
        named = set(re.findall(r"(?:`|^)make ([a-z][a-z-]*)", page.read_text(encoding="utf-8"), re.MULTILINE))
        assert named <= targets, page.name


def test_it_draws_the_errors_that_exist() -> None:
    drawn = dict(re.findall(r"[├└]─ (\w+) +(\d)", PAGE))
    kinds = errors.LeafdeckError.__subclasses__()
    assert drawn == {kind.__name__: str(kind.exit_code) for kind in kinds}
