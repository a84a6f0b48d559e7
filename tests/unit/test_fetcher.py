"""The fetcher serves the project's folders and nothing else, however the address is written."""

from __future__ import annotations

from pathlib import Path

import pytest
from PIL import Image

from leafdeck import typeset
from leafdeck.errors import LayoutError
from leafdeck.markup import Markup

SECRET = b"secret"


@pytest.fixture
def folders(tmp_path: Path) -> tuple[Path, Path]:
    """A project with a file in a sub-folder, and a file outside it."""
    inside, outside = tmp_path / "project", tmp_path / "project-secrets"
    (inside / "images").mkdir(parents=True)
    outside.mkdir()
    (inside / "images" / "a b.txt").write_bytes(b"fine")
    (outside / "secret.txt").write_bytes(SECRET)
    (inside / "link.txt").symlink_to(outside / "secret.txt")
    (inside / "linked").symlink_to(outside)
    (inside / "within.txt").symlink_to(inside / "images" / "a b.txt")
    return inside, outside


def fetch(inside: Path, url: str) -> bytes:
    response = typeset.ProjectFetcher((inside,)).fetch(url)
    try:
        return bytes(response.read())
    finally:
        response.close()


@pytest.mark.parametrize(
    "address",
    [
        "images/a%20b.txt",
        "images/../images/a%20b.txt",
        "within.txt",
        "images/a%20b.txt?query",
        "images/a%20b.txt#part",
    ],
)
def test_serves_the_projects_own_files(folders: tuple[Path, Path], address: str) -> None:
    inside, _ = folders
    assert fetch(inside, f"{inside.as_uri()}/{address}") == b"fine"


@pytest.mark.parametrize(
    "address",
    [
        "../project-secrets/secret.txt",
        "images/../../project-secrets/secret.txt",
        "%2e%2e/project-secrets/secret.txt",
        "%2E%2E%2Fproject-secrets%2Fsecret.txt",
        "images/..%2f..%2fproject-secrets/secret.txt",
        "../project-secrets/secret.txt?a=1",
        "../project-secrets/secret.txt#a",
        "link.txt",
        "linked/secret.txt",
    ],
)
def test_refuses_what_lies_outside(folders: tuple[Path, Path], address: str) -> None:
    inside, _ = folders
    with pytest.raises(ValueError, match="it lies outside the project"):
        fetch(inside, f"{inside.as_uri()}/{address}")


@pytest.mark.parametrize("address", ["%252e%252e/project-secrets/secret.txt", "images", "missing.txt"])
def test_an_address_is_decoded_once_and_names_a_file(folders: tuple[Path, Path], address: str) -> None:
    inside, _ = folders
    with pytest.raises(ValueError, match="there is no such file"):
        fetch(inside, f"{inside.as_uri()}/{address}")


def test_a_folder_whose_name_only_begins_like_the_projects_is_outside(folders: tuple[Path, Path]) -> None:
    inside, outside = folders
    with pytest.raises(ValueError, match="it lies outside the project"):
        fetch(inside, (outside / "secret.txt").as_uri())


@pytest.mark.parametrize(
    "url",
    [
        "http://127.0.0.1:9/a.png",
        "https://example.org/a.png",
        "ftp://example.org/a.png",
        "HTTP://example.org/a.png",
        "jar:file:///a.zip",
    ],
)
def test_never_uses_the_network(folders: tuple[Path, Path], url: str) -> None:
    with pytest.raises(ValueError, match="disallowed protocol"):
        fetch(folders[0], url)


def test_refuses_a_file_of_another_machine(folders: tuple[Path, Path]) -> None:
    inside, _ = folders
    with pytest.raises(ValueError, match="on another machine"):
        fetch(inside, f"file://server{inside.as_posix()}/within.txt")


def test_serves_data_addresses(folders: tuple[Path, Path]) -> None:
    assert fetch(folders[0], "data:text/plain,hello") == b"hello"


def test_remembers_what_it_served(folders: tuple[Path, Path]) -> None:
    inside, _ = folders
    fetcher = typeset.ProjectFetcher((inside,))
    fetcher.fetch(f"{inside.as_uri()}/within.txt").close()
    assert list(fetcher.served) == [inside / "images" / "a b.txt"]


def picture(path: Path) -> bytes:
    """Save a picture that does not fit a few bytes, and return its data."""
    Image.effect_noise((120, 120), 80).convert("RGB").save(path)
    return path.read_bytes()


@pytest.mark.parametrize("name", ["a.png", "a.jpg", "a.gif"])
@pytest.mark.parametrize("element", ['<img src="{}" alt="a">', "<style>p {{ background: url({}) }}</style><p>a"])
def test_a_picture_that_breaks_off_is_an_error(folders: tuple[Path, Path], name: str, element: str) -> None:
    inside, _ = folders
    data = picture(inside / name)
    assert len(data) > 4000
    assert lay_out(inside, element.format(name)).problems == ()
    (inside / name).write_bytes(data[:4000])
    with pytest.raises(LayoutError) as caught:
        lay_out(inside, element.format(name))
    assert f"{name}': the picture breaks off or is damaged" in str(caught.value)


def test_a_picture_that_is_damaged_is_an_error(folders: tuple[Path, Path]) -> None:
    inside, _ = folders
    data = picture(inside / "a.png")
    (inside / "a.png").write_bytes(data[:2000] + b"damage" + data[2006:])
    with pytest.raises(LayoutError, match="breaks off or is damaged"):
        lay_out(inside, '<img src="a.png" alt="a">')


def lay_out(inside: Path, body: str) -> typeset.Heard:
    markup = Markup(f'<html lang="en"><title>t</title>{body}', inside.as_uri() + "/")
    with typeset.listening() as heard:
        typeset.pdf(typeset.layout(markup, typeset.ProjectFetcher((inside,))))
    return heard


@pytest.mark.parametrize(
    ("body", "message"),
    [
        ('<img src="missing.png" alt="a">', "there is no such file"),
        ('<img src="../project-secrets/secret.txt" alt="a">', "it lies outside the project"),
        ('<img src="http://127.0.0.1:9/a.png" alt="a">', "disallowed protocol"),
        ('<img src="within.txt" alt="a">', "within.txt': it is no picture that can be read"),
        ('<link rel="stylesheet" href="missing.css">', "Failed to load stylesheet"),
        ("<style>@import url(../project-secrets/secret.txt);</style>", "it lies outside the project"),
        ("<style>p { background: url(link.txt) }</style><p>a", "it lies outside the project"),
        ("<style>@font-face { font-family: x; src: url(within.txt) }</style><p>a", "Font-face 'x' cannot be loaded"),
        ("<p>\U0010fffd", ".notdef glyph"),
        ("<svg viewBox='0 0 9 9'><image href='../project-secrets/secret.txt' width='9' height='9'/></svg>", "outside"),
    ],
)
def test_what_would_be_missing_on_the_page_is_an_error(folders: tuple[Path, Path], body: str, message: str) -> None:
    with pytest.raises(LayoutError) as caught:
        lay_out(folders[0], body)
    assert message in str(caught.value)


def test_several_problems_come_together(folders: tuple[Path, Path]) -> None:
    with pytest.raises(LayoutError) as caught:
        lay_out(folders[0], '<img src="one.png" alt="a"><img src="two.png" alt="b"><img src="two.png" alt="b">')
    assert [problem.message.count("one.png") for problem in caught.value.problems] == [1, 0]


@pytest.mark.parametrize(
    "element",
    ['<link rel="attachment" href="within.txt">', '<a rel="x ATTACHMENT" href="within.txt">a</a>'],
)
def test_files_cannot_be_attached(folders: tuple[Path, Path], element: str) -> None:
    with pytest.raises(LayoutError, match="may not be attached"):
        lay_out(folders[0], element)


def test_css_that_the_engine_does_not_know_is_a_notice(folders: tuple[Path, Path]) -> None:
    heard = lay_out(folders[0], "<style>p { wobble: 3}</style><p>a")
    assert [note.message for note in heard.notices] == [
        "the layout engine says: Ignored `wobble: 3` at 1:5, unknown property."
    ]
