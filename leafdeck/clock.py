"""The day of a run, which reproducible builds may fix."""

from __future__ import annotations

import datetime as dt
import os
import time


def today() -> dt.date:
    """Return the day of SOURCE_DATE_EPOCH (reproducible-builds.org) where that is set, or else the clock's, in UTC.

    Raises:
        ValueError: SOURCE_DATE_EPOCH is not a number of seconds. (Its specification forbids going on without it.)
    """
    epoch = os.environ.get("SOURCE_DATE_EPOCH", "")
    try:
        return dt.datetime.fromtimestamp(int(epoch) if epoch else time.time(), dt.UTC).date()
    except (ValueError, OverflowError, OSError) as error:
        raise ValueError(f"SOURCE_DATE_EPOCH is {epoch!r}, not seconds since 1970") from error
