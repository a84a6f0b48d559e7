"""Write the table in docs/analysis/README.md afresh: what the deck makes of each feature, and how alike it looks.

    .venv/bin/python scripts/analysis.py

Needs LibreOffice and Poppler, as scripts/fidelity.py does.
"""

from __future__ import annotations

import re
import sys
import tempfile
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
PAGE = ROOT / "docs" / "analysis" / "README.md"


def main() -> int:
    """Measure, and put the table in the place of the old one. Returns 0."""
    sys.path.insert(0, str(ROOT / "tests" / "helpers"))
    import torture  # noqa: PLC0415 - the tests' helpers are found now

    with tempfile.TemporaryDirectory() as folder:
        table = torture.rows(torture.measure(Path(folder)))
    text = PAGE.read_text(encoding="utf-8")
    PAGE.write_text(re.sub(r"(?ms)^\| Feature \|.*?(?=^$|\Z)", lambda _: f"{table}\n", text), encoding="utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main())
