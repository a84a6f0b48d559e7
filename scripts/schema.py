"""Write docs/content.schema.json and the reference part of docs/authoring.md afresh, from the models."""

from __future__ import annotations

from pathlib import Path

from leafdeck.guide.manual import with_reference
from leafdeck.guide.schema import schema_text

DOCS = Path(__file__).resolve().parents[1] / "docs"


def main() -> None:
    """Write both files."""
    (DOCS / "content.schema.json").write_text(schema_text(), encoding="utf-8")
    page = DOCS / "authoring.md"
    page.write_text(with_reference(page.read_text(encoding="utf-8")), encoding="utf-8")


if __name__ == "__main__":
    main()
