"""What our accessibility rules find in a finished PowerPoint file; docs/accessibility.md lists them.

    .venv/bin/python scripts/accessibility.py FILE…

Prints a line for each finding with what to do, and ends with 1 where there is any.
"""

from __future__ import annotations

import argparse
import sys
from pathlib import Path

from leafdeck.check import accessibility
from leafdeck.deck import inspect


def main() -> int:
    """Judge the files of the command line."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else "")
    parser.add_argument("files", nargs="+", type=Path, metavar="FILE")
    count = 0
    for file in parser.parse_args().files:
        for finding in accessibility.judge(inspect.read(file.read_bytes())):
            print(f"{file}: {finding.severity}: {finding}. {finding.hint}")
            count += 1
    print(f"{count} finding{'' if count == 1 else 's'}")
    return 1 if count else 0


if __name__ == "__main__":
    sys.exit(main())
