"""A language that leafdeck has no words in, or that runs from right to left, is told; the reader would see English."""

from __future__ import annotations

from pathlib import Path

import pytest

from leafdeck.check.language import unready
from leafdeck.notice import Place, Severity
from leafdeck.resources import Resources

PLACE = Place(Path("content.yaml"), 6, 13, "guide.language")


@pytest.mark.parametrize(
    ("language", "there", "told"),
    [
        ("en-GB", {"en"}, []),
        ("EN", {"en"}, []),
        ("fr", {"en"}, ["words"]),
        ("fr-CA", {"en", "fr"}, []),
        ("pt-BR", {"en", "pt-br"}, []),
        ("ar", {"en"}, ["words", "right to left"]),
        ("ur-PK", {"en", "ur"}, ["right to left"]),
        ("pa-Arab", {"en", "pa"}, ["right to left"]),
        ("he-Latn", {"en", "he"}, []),
    ],
)
def test_what_a_language_lacks(language: str, there: set[str], told: list[str]) -> None:
    notices = unready(language, there, PLACE)
    assert [word in notice.message for word, notice in zip(told, notices, strict=True)] == [True] * len(told)
    assert all((notice.severity, notice.where) == (Severity.WARNING, PLACE) for notice in notices)


def test_it_says_what_to_do() -> None:
    (notice,) = unready("fr-CA", {"en"}, PLACE)
    assert "templates/labels/en.yaml" in notice.hint
    assert "templates/labels/fr.yaml beside the content" in notice.hint


def test_labels_beside_the_content_count(project: Path) -> None:
    labels = project / "templates" / "labels"
    labels.mkdir(parents=True)
    (labels / "fr.yaml").write_text("page: Page {page} sur {pages}\n", encoding="utf-8")
    assert {"en", "fr"} <= Resources.beside(project / "content.yaml").languages()
