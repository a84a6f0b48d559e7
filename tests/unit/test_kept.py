"""Kept HTML names every file from the folder that it lies in."""

from __future__ import annotations

from pathlib import Path
from urllib.parse import unquote

import pytest

from leafdeck.kept import kept_html
from leafdeck.markup import Markup


@pytest.fixture
def project(tmp_path: Path) -> Path:
    (tmp_path / "images").mkdir()
    return tmp_path


def kept(project: Path, html: str) -> str:
    return kept_html(Markup(html, project.as_uri() + "/"), project / "output" / "html")


@pytest.mark.parametrize("name", ["a.png", "a b.png", "50%41.png", "a&b.png", "ä'ö.png", "a#b.png", "a?b.png"])
@pytest.mark.parametrize("absolute", [True, False])
def test_a_file_is_named_from_the_htmls_folder(project: Path, name: str, *, absolute: bool) -> None:
    file = project / "images" / name
    uri = file.as_uri() if absolute else file.as_uri().removeprefix(project.as_uri() + "/")
    html = kept(project, f'<img alt="a" src="{uri}">')
    address = html.removeprefix('<img alt="a" src="').removesuffix('">')
    assert (project / "output" / "html" / unquote(address)).resolve() == file


def test_escaped_signs_of_html_belong_to_the_name(project: Path) -> None:
    assert kept(project, '<img src="images/a&amp;b.png">') == '<img src="../../images/a%26b.png">'


def test_a_fragment_stays(project: Path) -> None:
    assert kept(project, '<a href="images/a.svg#part">') == '<a href="../../images/a.svg#part">'


@pytest.mark.parametrize(
    "html",
    [
        '<a href="#part">',
        '<a href="https://example.org/a?b=1&amp;c=2">',
        '<a href="mailto:a@example.org">',
        '<img src="data:image/png;base64,AAAA">',
        "<p>write src=&#34;images/a.png&#34; here</p>",
    ],
)
def test_what_names_no_file_stays_as_it_is(project: Path, html: str) -> None:
    assert kept(project, html) == html


def test_pictures_that_properties_name_are_addressed_from_there_too(project: Path) -> None:
    uri = (project / "images" / "a b.svg").as_uri()
    html = kept(project, f'<style>:root {{ --brand-pattern: url("{uri}") }}</style>')
    assert html == '<style>:root { --brand-pattern: url("../../images/a%20b.svg") }</style>'
