"""Rule: a guide past its review date says so."""

from __future__ import annotations

import datetime as dt

from leafdeck.guide.model import Guide
from leafdeck.notice import Notice, Place, Severity


def past_review(guide: Guide, today: dt.date, place: Place) -> tuple[Notice, ...]:
    """Return a warning when the guide should have been reviewed before ``today``.

    Args:
        guide: the guide.
        today: the day to judge by.
        place: where the review date stands in the source.
    """
    due = guide.guide.review_by
    if today <= due:
        return ()
    hint = "Have it reviewed, then set `review_by` to the next date."
    return (Notice(Severity.WARNING, place, f"the guide was due for review by {due:%Y-%m-%d}", hint),)
