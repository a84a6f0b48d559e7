"""Templates and styles beside the content win over the package's own, file by file."""

from __future__ import annotations

from pathlib import Path

import pytest

from leafdeck.errors import LayoutError
from leafdeck.resources import ROOT_MARK, Resources, package_data, project_folder


@pytest.fixture
def content(tmp_path: Path) -> Path:
    (tmp_path / "styles" / "icons").mkdir(parents=True)
    (tmp_path / "styles" / "slides.css").write_text("/* own */", encoding="utf-8")
    (tmp_path / "styles" / "icons" / "spine.svg").write_text("<svg/>", encoding="utf-8")
    (tmp_path / "styles" / "icons" / "own.svg").write_text("<svg/>", encoding="utf-8")
    return tmp_path / "content.yaml"


def test_the_package_carries_templates_and_styles() -> None:
    assert (package_data() / "templates" / "slides" / "slides.html").is_file()
    assert (package_data() / "styles" / "brand.css").is_file()


def test_a_file_beside_the_content_wins_and_the_others_stay(content: Path) -> None:
    resources = Resources.beside(content)
    assert resources.find("styles/slides.css") == content.parent / "styles" / "slides.css"
    assert resources.find("styles/brand.css") == package_data() / "styles" / "brand.css"


def test_icons_are_put_together_from_both(content: Path) -> None:
    icons = Resources.beside(content).icons()
    assert icons["own"] == content.parent / "styles" / "icons" / "own.svg"
    assert icons["spine"] == content.parent / "styles" / "icons" / "spine.svg"
    assert icons["nerve"] == package_data() / "styles" / "icons" / "nerve.svg"


def test_folders_come_in_the_order_in_which_they_win(content: Path) -> None:
    resources = Resources.beside(content)
    assert resources.folders("styles") == (content.parent / "styles", package_data() / "styles")
    assert resources.folders("templates") == (package_data() / "templates",)


def test_in_a_checkout_content_and_package_share_one_folder() -> None:
    assert Resources.beside(package_data() / "content.yaml").roots == (package_data(),)


def test_what_is_nowhere_is_an_error_that_says_where_it_was_looked_for(content: Path) -> None:
    with pytest.raises(LayoutError, match=r"styles/none\.css was not found") as caught:
        Resources.beside(content).find("styles/none.css")
    assert str(content.parent) in caught.value.problems[0].hint
    assert str(package_data()) in caught.value.problems[0].hint


def test_the_folder_of_a_project_is_the_nearest_with_a_mark(tmp_path: Path) -> None:
    content = tmp_path / "guides" / "heel" / "content.yaml"
    content.parent.mkdir(parents=True)
    assert project_folder(content) == content.parent
    (tmp_path / ROOT_MARK).touch()
    assert project_folder(content) == tmp_path
    (tmp_path / "guides" / ROOT_MARK).touch()
    assert project_folder(content) == tmp_path / "guides"


def test_guides_of_a_project_share_a_brand_and_icons_and_their_own_win(content: Path) -> None:
    guide = content.parent / "heel" / "content.yaml"
    (guide.parent / "styles" / "icons").mkdir(parents=True)
    (guide.parent / "styles" / "icons" / "own.svg").write_text("<svg/>", encoding="utf-8")
    assert Resources.beside(guide).find("styles/slides.css") == package_data() / "styles" / "slides.css"
    (content.parent / ROOT_MARK).touch()
    assert Resources.beside(guide).find("styles/slides.css") == content.parent / "styles" / "slides.css"
    assert Resources.beside(guide).icons()["own"] == guide.parent / "styles" / "icons" / "own.svg"
    assert Resources.beside(guide).icons()["spine"] == content.parent / "styles" / "icons" / "spine.svg"
