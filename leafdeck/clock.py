"""The day of a run, which reproducible builds may fix."""

from __future__ import annotations

import datetime as dt
import os
import time


def today() -> dt.date:
    """Return the day of SOURCE_DATE_EPOCH (reproducible-builds.org) where that is set, or else the clock's, in UTC."""
    epoch = os.environ.get("SOURCE_DATE_EPOCH", "")
    return dt.datetime.fromtimestamp(int(epoch) if epoch.isdecimal() else time.time(), dt.UTC).date()
