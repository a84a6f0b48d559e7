"""The memory of a run: it is filled, and let go of as a whole. Waste is looked for less often meanwhile.

Python looks through all objects again and again for some that only hold one another (the module `gc`). A laid-out
document is half a million objects that are all needed, so each look finds nothing, and takes as long as to read it.
"""

from __future__ import annotations

import gc
from collections.abc import Iterator
from contextlib import contextmanager

SELDOM = (100_000, 50, 1_000)
"""After how many new objects the newest are looked through, and after how many such looks the older ones (`gc`)."""


@contextmanager
def filling() -> Iterator[None]:
    """Look for waste less often inside the block."""
    before = gc.get_threshold()
    gc.set_threshold(*SELDOM)
    try:
        yield
    finally:
        gc.set_threshold(*before)


def let_go() -> None:
    """Look for waste now: something large is no longer needed."""
    gc.collect()
