"""Rules: who stands behind a guide, until when, and where a reader can turn."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterator

from leafdeck.check import phrases
from leafdeck.check.finding import Finding, Rule, shown
from leafdeck.check.manuscript import Dossier
from leafdeck.check.review import past_review
from leafdeck.notice import Severity

REVIEWER_MISSING = Rule(
    "reviewer-missing",
    Severity.WARNING,
    "Have a clinician check it; then write `reviewed_by` and `reviewed_on`. Never write a name that has not agreed.",
    "A clinician has approved the guide. (An approved guide without one is refused before any rule sees it.)",
    ("NHS standard for health content", "PIF TICK"),
)
REVIEW_FAR = Rule(
    "review-far",
    Severity.ERROR,
    "Set `review_by` to a day within 3 years.",
    "A guide is reviewed at least every 3 years.",
    ("NHS standard for health content", "PIF TICK"),
)
REVIEW_PAST = Rule(
    "review-past",
    Severity.ERROR,
    "Have it reviewed, then set `review_by` to the next date.",
    "No guide is past its review date.",
    ("NHS standard for health content", "DISCERN"),
)
CONTACT = Rule(
    "feedback-contact",
    Severity.WARNING,
    "Add `phone`, `email`, `website` or `address` under `organisation:`, or a way into `feedback`.",
    "A reader can say what they think of the guide, and ask.",
    ("PIF TICK", "NHS standard for health content"),
)
FORMS = Rule(
    "other-formats",
    Severity.WARNING,
    "Say how to get it in large print, braille, audio, easy read or another language.",
    "A guide says how to get it in other formats.",
    ("PIF TICK", "NHS standard for health content"),
)
MORE_HELP = Rule(
    "more-help",
    Severity.WARNING,
    "Add places with trustworthy information to `more_information`.",
    "A guide names at least 2 places for more help or information.",
    ("DISCERN",),
)
DISCLAIMER = Rule(
    "disclaimer-says",
    Severity.WARNING,
    'Write: "It does not replace advice from a doctor or other health professional who knows you."',
    "The disclaimer says that the guide does not replace advice, and whose.",
    ("leafdeck",),
)
PLACEHOLDER = Rule(
    "placeholder",
    Severity.ERROR,
    "Write what is meant, or leave the field out.",
    "Nothing is left to be filled in.",
    ("leafdeck",),
)

REVIEW_YEARS = 3
PLACES = 2
_SAYING = ("guide.funding", "guide.conflicts", "organisation.feedback", "organisation.other_formats", "disclaimer")
_WORD = re.compile(r"[^\W\d_]{2}")
_REACH = re.compile(r"\S@\S|\d{3}.?\d{3}|https?:|www\.")


def reviewer_missing(dossier: Dossier) -> Iterator[Finding]:
    """Find drafts that nobody has approved."""
    about = dossier.guide.guide
    if not about.reviewed_by or about.reviewed_on is None:
        message = f"no clinician has approved this guide, so it is a {about.status}, and every page and slide says so"
        path = "guide.reviewed_by" if about.reviewed_by == () else "guide.reviewed_on"
        yield REVIEWER_MISSING.found(dossier.place(path), message)


def review_far(dossier: Dossier) -> Iterator[Finding]:
    """Find reviews that are planned more than 3 years after the guide was approved, or else published."""
    about = dossier.guide.guide
    since = max(about.published, about.reviewed_on or about.published)
    if about.review_by > _years_on(since, REVIEW_YEARS):
        message = f"the next review is more than {REVIEW_YEARS} years after {since:%Y-%m-%d}"
        yield REVIEW_FAR.found(dossier.place("guide.review_by"), message)


def review_past(dossier: Dossier) -> Iterator[Finding]:
    """Find guides past their review date."""
    for notice in past_review(dossier.guide, dossier.today, dossier.place("guide.review_by")):
        yield REVIEW_PAST.found(notice.where, notice.message, hint=notice.hint)


def feedback_contact(dossier: Dossier) -> Iterator[Finding]:
    """Find guides whose reader cannot reach anybody."""
    body = dossier.guide.organisation
    if not (body.phone or body.email or body.website or body.address or _REACH.search(body.feedback)):
        yield CONTACT.found(dossier.place("organisation.feedback"), "no way is given to reach the publisher")


def other_formats(dossier: Dossier) -> Iterator[Finding]:
    """Find a line on other formats that names none."""
    forms, line = dossier.manuscript.words.forms, dossier.guide.organisation.other_formats
    if forms and not phrases.has(forms, line):
        yield FORMS.found(dossier.place("organisation.other_formats"), f"{shown(line)} names no other format")


def more_help(dossier: Dossier) -> Iterator[Finding]:
    """Find guides that name fewer than 2 places for more information."""
    count = len(dossier.guide.more_information)
    if count < PLACES:
        message = f"{count or 'no'} place{'' if count == 1 else 's'} for more information named, not {PLACES} or more"
        yield MORE_HELP.found(dossier.place("more_information"), message)


def disclaimer_says(dossier: Dossier) -> Iterator[Finding]:
    """Find disclaimers that do not say that the guide replaces no advice, or not whose."""
    words, text = dossier.manuscript.words, dossier.guide.disclaimer
    if words.disclaims and not phrases.has(words.disclaims, text):
        yield DISCLAIMER.found(dossier.place("disclaimer"), "it does not say that the guide replaces no advice")
    elif words.professionals and not phrases.has(words.professionals, text):
        yield DISCLAIMER.found(dossier.place("disclaimer"), "it does not say whom to ask for advice")


def placeholder(dossier: Dossier) -> Iterator[Finding]:
    """Find words that stand for what nobody has written yet."""
    for passage in dossier.manuscript.passages:
        for match in phrases.found(dossier.manuscript.words.placeholders, passage.text):
            yield PLACEHOLDER.at(passage, *match.span(), f"{shown(match[0])} is still to be filled in")
        if passage.path in _SAYING and not _WORD.search(passage.text):
            yield PLACEHOLDER.at(passage, 0, len(passage.text), f"{shown(passage.text)} says nothing")


def _years_on(day: dt.date, years: int) -> dt.date:
    try:
        return day.replace(year=day.year + years)
    except ValueError:  # 29 February
        return day.replace(year=day.year + years, month=3, day=1)
